import { Markup, Message, Parts } from "@louyu/ports"
import { describe, expect, it } from "vitest"

const pages = (body: Message.Message["body"], limit: number, most = 100) =>
  Parts.pages(Markup.rows(body), { measure: Parts.measured(Markup.plainText), limit, most })?.map((page) =>
    Markup.write(page, Markup.plainText)
  )
const link = (text: string, href: string): Message.Block => ({
  _tag: "paragraph",
  line: [{ _tag: "link", text, href }]
})

describe("a text that is too long for one part", () => {
  it("is divided between its lines where they fit", () => {
    expect(pages([Message.plain("one two"), Message.plain("three"), Message.plain("four")], 13)).toEqual([
      "one two\nthree",
      "four"
    ])
  })

  it("is divided behind a blank or a clause where a line is too long", () => {
    expect(pages([Message.plain("three and four and five")], 16)).toEqual(["three and four ", "and five"])
    expect(pages([Message.plain("电梯停运，请走楼梯")], 18)).toEqual(["电梯停运，", "请走楼梯"])
  })

  it("is divided between what readers see as characters where there is no blank", () => {
    expect(pages([Message.plain("👩‍🔧👩‍🔧👩‍🔧")], 27)).toEqual(["👩‍🔧👩‍🔧", "👩‍🔧"])
    expect(pages([Message.plain("a👩‍🔧")], 11)).toEqual(["a", "👩‍🔧"])
    expect(pages([Message.plain("👩‍🔧👩‍🔧")], 8)).toEqual(["👩‍", "🔧", "👩‍", "🔧"])
  })

  it("goes on in the same kind of row", () => {
    expect(pages([{ _tag: "list", items: [[{ _tag: "text", text: "aaaa bbbb" }]] }], 8)).toEqual(["- aaaa ", "  bbbb"])
    expect(pages([{ _tag: "quote", line: [{ _tag: "text", text: "aaaa bbbb" }] }], 8)).toEqual(["> aaaa ", "> bbbb"])
  })

  it("has its links whole, behind a name that is too long for the same part", () => {
    expect(pages([link("a very long name of a link", "http://a.example/")], 27)).toEqual([
      "a very long name of a link",
      "↗ ( http://a.example/ )"
    ])
  })

  it("is not divided when a link, a character or the number of parts forbids it", () => {
    expect(pages([link("a", "http://a.example/too/long")], 20)).toBeUndefined()
    expect(pages([Message.plain("🏢")], 3)).toBeUndefined()
    expect(pages([Message.plain("aaa bbb ccc")], 4, 2)).toBeUndefined()
    expect(pages([Message.plain("aaa bbb ccc")], 4, 3)).toEqual(["aaa ", "bbb ", "ccc"])
  })
})

describe("rows", () => {
  it("begin anew at a line break and hold no control characters", () => {
    expect(Markup.write(Markup.rows([Message.plain("a\r\nb\u0000c\n\nd")]), Markup.plainText)).toBe("a\nb c\nd")
  })

  it("join strong stretches side by side and keep blanks out of the marks", () => {
    const line: Message.Message["body"] = [
      {
        _tag: "paragraph",
        line: [
          { _tag: "strong", text: "a" },
          { _tag: "strong", text: "b " },
          { _tag: "text", text: "c" }
        ]
      }
    ]
    expect(Markup.write(Markup.rows(line), Markup.markdown("\n"))).toBe("**ab** c")
  })

  it.each([
    "*a*",
    "a_b",
    "`a`",
    "[a](b)",
    "<@all>",
    "a\\b",
    "~~a~~",
    "&lt;",
    "# a",
    "- a",
    "+1",
    "=====",
    "1. a",
    "2) a",
    "    a"
  ])("are not literal in Markdown with %j", (text) => {
    expect(Markup.isLiteral(Markup.rows([Message.plain(text)]))).toBe(false)
  })

  it.each(["3F 电梯 9:00~10:00", "a - b", "R&D, 50 %", "No. 1.", "A|B"])("are literal in Markdown with %j", (text) => {
    expect(Markup.isLiteral(Markup.rows([Message.plain(text)]))).toBe(true)
  })

  it("are not literal in Markdown with a link that holds brackets", () => {
    expect(Markup.isLiteral(Markup.rows([link("a", "https://example.com/a_(b)")]))).toBe(false)
    expect(Markup.isLiteral(Markup.rows([link("a", "https://example.com/a_b?c=*&d=1")]))).toBe(true)
  })
})
