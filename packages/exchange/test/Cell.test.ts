import { describe, expect, it } from "vitest"
import * as Cell from "../src/Cell.ts"

const tag = (cell: string) => Cell.defect(cell)?._tag

describe("Cell.defect", () => {
  it.each(["=1+1", "@SUM(1)", "+cmd", "-2+3", "\t1", "＝A1", "  =A1", "-1+cmd|' /C calc'!A0", "+", "-"])(
    "refuses a formula: %j",
    (cell) => {
      expect(tag(cell)).toBe("FormulaRefused")
    }
  )

  it.each(["-5", "+86 138 0013 8000", "-1,000.50", "+1 (555) 010-0000", "a=b", "x@y", "3-1", "'=1"])(
    "lets numbers, telephone numbers and plain text pass: %j",
    (cell) => {
      expect(tag(cell)).toBeUndefined()
    }
  )

  it.each([
    ["a\u0000b", "U+0000"],
    ["a\u202Eb", "U+202E"],
    ["a\u200Bb", "U+200B"],
    ["a\uFFFDb", "U+FFFD"],
    ["a\uD800", "U+D800"]
  ])("refuses invisible and damaged characters and names them: %j", (cell, codePoint) => {
    expect(Cell.defect(cell)).toMatchObject({ _tag: "CharacterRefused", codePoint })
  })

  it("lets Chinese, emoji with joiners and line breaks pass", () => {
    for (const cell of ["楼宇", "👩‍🔧", "一行\r\n两行", "𠮷"]) expect(tag(cell)).toBeUndefined()
  })

  it("refuses a cell of a million characters", () => {
    expect(Cell.defect("长".repeat(1_000_000))).toMatchObject({ _tag: "CellTooLong", length: 1_000_000, limit: 10_000 })
    expect(tag("长".repeat(10_000))).toBeUndefined()
  })
})

describe("Cell.tidy", () => {
  it("takes blanks away around a text, full-width ones too, and joins its lines", () => {
    expect(Cell.tidy("\u3000 总商会大厦 \r\n 二期\u00A0")).toBe("总商会大厦 二期")
  })
})
