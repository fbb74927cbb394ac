import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Display from "../src/Display.ts"
import * as Table from "../src/Table.ts"

const text = fc.array(fc.constantFrom("a", "Z", " ", "é", "e\u0301", "楼", "，", "가", "🏢", "…"), { maxLength: 12 })
const joined = text.map((parts) => parts.join(""))

describe("Display", () => {
  it("counts two columns for wide characters, none for marks and colours", () => {
    expect(Display.width("")).toBe(0)
    expect(Display.width("abc")).toBe(3)
    expect(Display.width("楼宇")).toBe(4)
    expect(Display.width("ｶ，：")).toBe(5)
    expect(Display.width("e\u0301")).toBe(1)
    expect(Display.width("\u001b[31m红\u001b[39m")).toBe(2)
    expect(Display.width("𠮷🏢")).toBe(4)
  })

  it("pads to exactly the columns asked for, on either side", () =>
    fc.assert(
      fc.property(joined, fc.integer({ min: 1, max: 30 }), (one, columns) => {
        const [left, right] = [Display.pad(one, columns), Display.pad(one, columns, "right")]
        expect(Display.width(left)).toBe(Math.max(columns, Display.width(one)))
        expect(Display.width(right)).toBe(Display.width(left))
        expect(left.startsWith(one)).toBe(true)
        expect(right.endsWith(one)).toBe(true)
      })
    ))

  it("lets no control character of a name reach the terminal", () => {
    expect(Display.plain("a\u001b[31mb\rc\nd\u0007")).toBe("a\ufffd[31mb\ufffdc\ufffdd\ufffd")
    expect(Display.plain("湖滨大厦 Lakeside")).toBe("湖滨大厦 Lakeside")
  })
})

describe("Table", () => {
  it("gives every column one width, whatever the script, and no blanks at the end of a line", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(joined, joined), { minLength: 1, maxLength: 6 }), (rows) => {
        const lines = Table.lines([{ head: "x" }, { head: "数", align: "right" }], rows)
        expect(lines).toHaveLength(rows.length + 1)
        const first = Math.max(1, ...rows.map(([a]) => Display.width(a)))
        const second = Math.max(2, ...rows.map(([, b]) => Display.width(b)))
        for (const [i, line] of lines.entries()) {
          expect(line).toBe(line.trimEnd())
          const [a = "", b = ""] = i === 0 ? ["x", "数"] : (rows[i - 1] ?? [])
          const expected = `${Display.pad(a, first)}  ${Display.pad(b, second, "right")}`.trimEnd()
          expect(line).toBe(expected)
        }
      })
    ))

  it("leaves out headings that are all empty", () => {
    expect(Table.lines([{ head: "" }, { head: "" }], [["a", "b"]])).toEqual(["a  b"])
  })
})
