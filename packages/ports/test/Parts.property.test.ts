import { Markup, Message, Parts } from "@louyu/ports"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const character = fc.constantFrom(
  "a",
  "b",
  "9",
  " ",
  "，",
  "。",
  "楼",
  "梯",
  "é",
  "🏢",
  "👩‍🔧",
  "*",
  "\n",
  "\u0007",
  "\ud800",
  '"'
)
const text = fc.array(character, { minLength: 1, maxLength: 120 }).map((some) => some.join(""))
const href = fc.integer({ min: 1, max: 99 }).map((n) => `https://example.com/${n}`)
const inline: fc.Arbitrary<Message.Inline> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ _tag: fc.constantFrom("text" as const, "strong" as const), text }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("link" as const), text, href }) }
)
const some = <A>(one: fc.Arbitrary<A>): fc.Arbitrary<readonly [A, ...Array<A>]> =>
  fc.tuple(one, fc.array(one, { maxLength: 4 })).map(([first, rest]) => [first, ...rest])
const block: fc.Arbitrary<Message.Block> = fc.oneof(
  fc.record({ _tag: fc.constantFrom("paragraph" as const, "quote" as const), line: some(inline) }),
  fc.record({ _tag: fc.constant("list" as const), items: some(some(inline)) })
)
const body = some(block)
const limit = fc.integer({ min: 64, max: 600 })
const style = fc.constantFrom(Markup.plainText, Markup.markdown("\n"))
const sizes = { utf8: Markup.bytes, json: (one: string) => Markup.bytes(JSON.stringify(one)) - 2 }
const size = fc.constantFrom<keyof typeof sizes>("utf8", "json")

const wordsOf = (rows: ReadonlyArray<Markup.Row>): string =>
  rows.map(({ line }) => line.map((one) => (one.text === "↗" ? "" : one.text)).join("")).join("")
const linksOf = (rows: ReadonlyArray<Markup.Row>): ReadonlyArray<string> =>
  rows.flatMap(({ line }) => line.flatMap((one) => (one._tag === "link" ? [one.href] : [])))

describe("dividing a text into parts", () => {
  it("keeps every part within the limit, cuts no character and leaves nothing out", () => {
    let several = 0
    fc.assert(
      fc.property(body, limit, style, size, (given, most, written, counted) => {
        const rows = Markup.rows(given)
        const bounds = { measure: Parts.measured(written, sizes[counted]), limit: most, most: 10_000 }
        const pages = Parts.pages(rows, bounds) ?? []
        const texts = pages.map((page) => Markup.write(page, written))
        if (pages.length > 1) several += 1
        expect(texts.filter((one) => sizes[counted](one) > most || !one.isWellFormed())).toEqual([])
        expect(pages.map(wordsOf).join("")).toBe(wordsOf(rows))
        expect(pages.flatMap(linksOf)).toEqual(linksOf(rows))
        expect(pages.filter((page) => page.length === 0)).toEqual([])
      }),
      { numRuns: 400, seed: 6 }
    )
    expect(several).toBeGreaterThan(100)
  })

  it("ends every numbered part with the reference of the delivery, within the limit", () => {
    fc.assert(
      fc.property(body, limit, fc.constantFrom("zh" as const, "en" as const), (given, most, language) => {
        const message = Message.Message.make({
          key: Message.DeliveryKey.make("d-1"),
          channel: Message.ChannelId.make("east"),
          language,
          title: "About the lift",
          body: given,
          urgency: "normal"
        })
        const bounds = { measure: Parts.measured(Markup.plainText), limit: most + 60, most: 10_000 }
        const parts = Parts.numbered(message, [...Parts.title(message), ...Markup.rows(given)], bounds, "LOUYU") ?? []
        const texts = parts.map((part) => Markup.write(part, Markup.plainText))
        const name = `LOUYU ${language === "zh" ? "编号" : "Ref."} ${Message.reference(message.key)}`
        const expected = (index: number) => (parts.length === 1 ? name : `${name} ${index + 1}/${parts.length}`)
        expect(texts.length).toBeGreaterThan(0)
        expect(texts.filter((one) => Markup.bytes(one) > most + 60)).toEqual([])
        expect(texts.map((one) => one.split("\n").at(-1))).toEqual(texts.map((_, index) => expected(index)))
      }),
      { numRuns: 200, seed: 6 }
    )
  })

  it("counts bytes as an encoder does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (one) => {
        expect(Markup.bytes(one)).toBe(new TextEncoder().encode(one).length)
      }),
      { seed: 6 }
    )
  })
})
