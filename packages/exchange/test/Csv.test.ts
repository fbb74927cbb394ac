import { describe, expect, it } from "vitest"
import { Csv } from "../src/index.ts"

describe("Csv.parse", () => {
  it("keeps a cell with line breaks in one row, as a spreadsheet does", () => {
    expect(Csv.parse('a,b\n"1\n2\r\n3",4\n5,6\n').records).toEqual([
      ["a", "b"],
      ["1\n2\r\n3", "4"],
      ["5", "6"]
    ])
  })

  it("reads a file whose lines end in three different ways", () => {
    expect(Csv.parse("a,b\r\n1,2\n3,4\r5,6").records).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"]
    ])
  })

  it("counts empty lines as rows", () => {
    expect(Csv.parse("a\n\nb\n").records).toEqual([["a"], [""], ["b"]])
  })

  it.each([
    ['a,b\n1,2\n3,"4\n5,6\n', { row: 3, column: 1, reason: "unclosed" }],
    ['a,b\n1,2\n"3"x,4\n5,6\n', { row: 3, column: 0, reason: "misplaced" }],
    ['a,b\n1,2\n3"x,4\n5,6\n', { row: 3, column: 0, reason: "misplaced" }],
    ['"a', { row: 1, column: 0, reason: "unclosed" }],
    ['a,b\n"x\ny",1\n2,"\n', { row: 3, column: 1, reason: "unclosed" }]
  ])("says where a quotation mark is wrong, and reads what comes before: %j", (text, broken) => {
    const parsed = Csv.parse(text)
    expect(parsed.broken).toEqual(broken)
    expect(parsed.records).toHaveLength(broken.row - 1)
  })
})

describe("Csv.encode", () => {
  it("begins with the byte order mark that makes spreadsheets read UTF-8", () => {
    expect([...Csv.encode([["名称"]])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
  })
})
