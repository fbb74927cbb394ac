import { readFileSync } from "node:fs"
import { Fold } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { generate } from "../scripts/generate-folding.ts"
import { simplified, traditional } from "../src/data/simplified.generated.ts"

describe("The checked-in table of characters", () => {
  it("is what the installed package generates", () => {
    const checkedIn = readFileSync(new URL("../src/data/simplified.generated.ts", import.meta.url), "utf8")
    expect(generate()).toBe(checkedIn)
  })

  it("pairs each character with one that is not replaced in turn", () => {
    const from = [...traditional]
    const to = [...simplified]
    expect(from.length).toBe(to.length)
    expect(from.length).toBeGreaterThan(3_000)
    const replaced = new Set(from)
    expect(replaced.size).toBe(from.length)
    expect(to.filter((character) => replaced.has(character))).toEqual([])
  })
})

describe("Fold", () => {
  it.each([
    ["樓宇黨建", "楼宇党建"],
    ["富力中心（二期）", "富力中心二期"],
    ["Ｒ＆Ｆ　Ｃｅｎｔｒｅ", "rfcentre"],
    ["T2-Tower", "t2tower"],
    ["粧", "妆"],
    ["臺灣街", "台湾街"],
    ["㎡", "m2"],
    ["葛\u{E0100}店", "葛店"],
    ["😀 · —", ""]
  ])("folds %s to %s", (text, folded) => {
    expect(Fold.fold(text)).toBe(folded)
  })

  it("finds a name written in the other script, width or case", () => {
    expect(Fold.contains("總部樓宇", "总部楼")).toBe(true)
    expect(Fold.contains("总部楼宇", "總部樓")).toBe(true)
    expect(Fold.contains("Vanke 金融中心", "ＶＡＮＫＥ金融")).toBe(true)
    expect(Fold.contains("总部楼宇", "楼总")).toBe(false)
  })

  it("finds nothing when nothing but punctuation is looked for", () => {
    expect(Fold.contains("总部楼宇", "？！")).toBe(false)
  })

  it("comes out the same the second time, for every character there is", () => {
    const unstable: Array<string> = []
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const once = Fold.fold(String.fromCodePoint(point))
      if (Fold.fold(once) !== once) unstable.push(point.toString(16))
    }
    expect(unstable).toEqual([])
  })

  it("comes out the same the second time, for any text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom("樓", "楼", "Ａ", "é", "e", "\u0301", "-", " ", "İ", "Σ", "한", "ᄒ", "ᅡ") })
    )
    fc.assert(
      fc.property(texts, (text) => {
        const once = Fold.fold(text)
        expect(Fold.fold(once)).toBe(once)
      }),
      { numRuns: 500 }
    )
  })

  it("pays no heed to case, width, blanks and punctuation, for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme-ascii" }),
        fc.constantFrom(" ", "　", "·", "（", "-", "\n"),
        (text, between) => {
          const wide = [...text].map((c) => (c > " " && c <= "~" ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
          expect(Fold.fold(wide.join(between))).toBe(Fold.fold(text))
          expect(Fold.fold(text.toUpperCase())).toBe(Fold.fold(text))
        }
      )
    )
  })

  it("finds every part of a text that is not only punctuation", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("楼", "樓", "A", "ａ", "1", " ", "-")),
        fc.nat(20),
        fc.nat(20),
        (all, a, b) => {
          const part = all.slice(Math.min(a, b), Math.max(a, b)).join("")
          expect(Fold.contains(all.join(""), part)).toBe(Fold.fold(part) !== "")
        }
      )
    )
  })
})

describe("Fold.stripPinyin", () => {
  it("takes out pinyin behind characters and leaves other brackets", () => {
    expect(Fold.stripPinyin("服務質(zhì)量，過(guò)去的暑假")).toBe("服務質量，過去的暑假")
    expect(Fold.stripPinyin("質（zhì）")).toBe("質")
    expect(Fold.stripPinyin("大厦(A座)和园区(CBD)")).toBe("大厦(A座)和园区(CBD)")
    expect(Fold.stripPinyin("tone (mà)")).toBe("tone (mà)")
  })

  it("takes out pinyin whose tone is a mark of its own", () => {
    expect(Fold.stripPinyin("質(zhi\u0300)")).toBe("質")
  })

  it("leaves a cleaned text alone, whatever pinyin stood in it", () => {
    const syllable = fc.constantFrom("zhì", "guò", "lóu", "yǔ", "nǚ")
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("樓", "宇", "質"), fc.option(syllable))), (marked) => {
        const plain = marked.map(([character]) => character).join("")
        const noisy = marked.map(([character, noise]) => character + (noise === null ? "" : `(${noise})`)).join("")
        expect(Fold.stripPinyin(noisy)).toBe(plain)
        expect(Fold.stripPinyin(plain)).toBe(plain)
      })
    )
  })
})
