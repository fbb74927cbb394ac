import { OfficeVocabulary, Tokens, Vocabulary, Wording } from "@louyu/matching"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const categories = [
  { id: "community", names: { zh: "社务", en: "Community" } },
  { id: "dining", parent: "community", names: { zh: "用餐", en: "Dining" } },
  { id: "parking", parent: "community", names: { zh: "停车", en: "Parking" } },
  { id: "space", parent: "community", names: { zh: "共享办公", en: "Shared work area" } }
]
const items = [
  { id: "S-1", category: "dining", names: { zh: "白领食堂", en: "Canteen" }, about: { zh: "平价午餐", en: "lunch" } },
  { id: "S-2", category: "parking", names: { zh: "潮汐停车位", en: "Tidal parking" } },
  { id: "S-3", category: "space", names: { zh: "会议室预订", en: "Meeting rooms" } },
  { id: "S-4", category: "space", names: { zh: "短期工位", en: "Desks for new teams" } }
]
const wording = Wording.compile(categories, items, OfficeVocabulary.officeBuilding)
const first = (text: string) => Wording.search(wording, text).categories[0]?.id

describe("Wording", () => {
  it("R3-11 P-31 finds the same by Traditional and Simplified characters, full width and small letters", () => {
    const simplified = Wording.search(wording, "停车位 parking 太少")
    expect(simplified.items[0]?.id).toBe("S-2")
    expect(Wording.search(wording, "停車位 ＰＡＲＫＩＮＧ 太少")).toEqual(simplified)
  })

  it("R3-11 finds by a synonym, says by which, and tolerates a misspelt word of Latin letters", () => {
    const { items: found } = Wording.search(wording, "中午吃饭难")
    expect(found[0]?.id).toBe("S-1")
    expect(found[0]?.because).toContainEqual({ said: "吃饭", found: "用餐" })
    expect(Wording.search(wording, "canten, please").items[0]).toMatchObject({
      id: "S-1",
      because: [{ said: "canten" }]
    })
  })

  it("R3-11 finds what the dictionary divides otherwise, by pairs of characters", () => {
    expect(Tokens.of("短期工位").pairs.length + Tokens.of("短期工位").words.length).toBeGreaterThan(2)
    expect(first("工位置顶的短期需求")).toBe("space")
  })

  it.each([
    ["nothing", ""],
    ["blanks", " \n\t　"],
    ["emoji", "😀🏢👨‍👩‍👧"],
    ["punctuation", "！？……——"],
    ["a lone surrogate", "\ud83c"],
    ["only words that mean nothing", "请问你们这里有没有什么可以帮我的"],
    ["empty markup", "<p class='停车'></p>"],
    ["a formula", "=SUM(A1:A9)"],
    ["names of built-in members", "constructor __proto__ toString hasOwnProperty"]
  ])("P-31 finds nothing in %s", (_, text) => {
    expect(Wording.search(wording, text)).toEqual({ categories: [], items: [] })
  })

  it("P-31 reads what stands between markup, in a formula, and at the head of an endless text", () => {
    expect(first("<b>停车</b>位&nbsp;不够")).toBe("parking")
    expect(first('=HYPERLINK("停车")')).toBe("parking")
    expect(first(`停车${"位好难找啊，转了一圈又一圈".repeat(10_000)}`)).toBe("parking")
    expect(first("<".repeat(100_000))).toBe(undefined)
  })

  it("R3-11 gives scores from 0 to 1, best first, ties by id, and the same in whatever order the list is", () => {
    const words = fc.constantFrom(
      "停车",
      "吃饭",
      "工位",
      "会议室",
      "parking",
      "lunch",
      "的",
      "，",
      "😀",
      "desk",
      "新",
      "zzz"
    )
    const turned = Wording.compile(categories.toReversed(), items.toReversed(), OfficeVocabulary.officeBuilding)
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (said, floor) => {
        const found = Wording.search(wording, said.join(" "), floor)
        for (const hits of [found.categories, found.items]) {
          expect(hits.every(({ score }) => score >= floor && score > 0 && score < 1)).toBe(true)
          const order = hits.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          expect(hits).toEqual(order)
        }
        expect(found.items.every(({ because }) => because.length > 0)).toBe(true)
        const rounded = (hits: ReadonlyArray<Wording.Hit>) =>
          hits.map(({ id, score }) => [id, score.toFixed(9)]).toSorted()
        const again = Wording.search(turned, said.join(" "))
        expect(rounded(again.items)).toEqual(rounded(Wording.search(wording, said.join(" ")).items))
      }),
      { numRuns: 150 }
    )
  })

  it("R3-11 survives any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(Wording.search(wording, text)).toEqual(Wording.search(wording, text))
      }),
      { numRuns: 150 }
    )
  })
})

describe("OfficeVocabulary", () => {
  const { synonyms, stopWords } = OfficeVocabulary.officeBuilding

  it("P-31 is data that the schema accepts, without a term twice for the same meaning", () => {
    expect(Schema.is(Vocabulary.Vocabulary)(OfficeVocabulary.officeBuilding)).toBe(true)
    const pairs = synonyms.map(({ term, means }) => `${term.toLowerCase()} ${means.join()}`)
    expect(pairs.filter((pair, at) => pairs.indexOf(pair) !== at)).toEqual([])
    const stops = new Set(stopWords)
    expect(synonyms.filter(({ term, means }) => stops.has(term) || means.some((one) => stops.has(one)))).toEqual([])
  })
})
