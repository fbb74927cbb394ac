import type { Inline, Message } from "./Message.ts"

/**
 * One line of a body, as channels write it.
 *
 * Shape: rows with the same `block` belong to one paragraph, quote or list; `more` goes on with the item above it. No
 * text holds a line break or another control character.
 */
export interface Row {
  readonly kind: "paragraph" | "quote" | "item" | "more"
  readonly block: number
  readonly line: ReadonlyArray<Inline>
}

/** How a channel writes rows as text. */
export interface Style {
  readonly prefix: Readonly<Record<Row["kind"], string>>
  readonly inline: (one: Inline) => string
  readonly lineBreak: string
  readonly blockBreak: string
}

/**
 * The length of a text in UTF-8, which is what channels count. Units: bytes.
 *
 * ```ts
 * Markup.bytes("3F 电梯") // => 9
 * ```
 */
export const bytes = (text: string): number => {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // Each half of a surrogate pair counts for two of the four bytes.
    sum += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return sum
}

// What has no place in a line becomes a blank; half a surrogate pair becomes the replacement character.
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")

const isSame = (a: Inline | undefined, b: Inline): a is Exclude<Inline, { readonly _tag: "link" }> =>
  a !== undefined && a._tag === b._tag && b._tag !== "link"

// Two strong stretches side by side would read as `**a****b**`.
const joined = (line: ReadonlyArray<Inline>): ReadonlyArray<Inline> => {
  const done: Array<Inline> = []
  for (const one of line) {
    const last = done.at(-1)
    if (isSame(last, one)) done[done.length - 1] = { ...last, text: last.text + one.text }
    else done.push(one)
  }
  return done
}

const linesOf = (line: ReadonlyArray<Inline>): ReadonlyArray<ReadonlyArray<Inline>> => {
  const rows: Array<Array<Inline>> = [[]]
  for (const one of line) {
    const [first = "", ...others] = tidy(one.text).split("\n")
    if (first !== "") rows.at(-1)?.push({ ...one, text: first })
    for (const text of others) rows.push(text === "" ? [] : [{ ...one, text }])
  }
  return rows.filter((row) => row.length > 0).map(joined)
}

/** The rows of a body; a line break inside a text begins a new row. */
export const rows = (body: Message["body"]): ReadonlyArray<Row> =>
  body.flatMap((part, block) =>
    part._tag === "list"
      ? part.items.flatMap((item) =>
          linesOf(item).map((line, index): Row => ({ kind: index === 0 ? "item" : "more", block, line }))
        )
      : linesOf(part.line).map((line): Row => ({ kind: part._tag, block, line }))
  )

/** Text without any markup: links are written out, with blanks around them so that clients find their ends. */
export const plainText: Style = {
  prefix: { paragraph: "", quote: "> ", item: "- ", more: "  " },
  inline: (one) => (one._tag === "link" ? `${one.text} ( ${one.href} )` : one.text),
  lineBreak: "\n",
  blockBreak: "\n"
}

const strong = (text: string): string => {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  return inner === "" ? text : `${before}**${inner}**${after}`
}

/**
 * The part of Markdown that chat clients agree on: strong words, links, quotes and lists.
 *
 * Shape: escapes nothing, for the clients document no escapes; use it for rows that `isLiteral` holds of.
 */
export const markdown = (lineBreak: string): Style => ({
  prefix: { paragraph: "", quote: "> ", item: "- ", more: "  " },
  inline: (one) =>
    one._tag === "link" ? `[${one.text}](${one.href})` : one._tag === "strong" ? strong(one.text) : one.text,
  lineBreak,
  blockBreak: "\n\n"
})

const anywhere = /[*_`[\]<>\\]|~~|&#?\w+;/u
const atStart = /^\s*(?:#|[-+=]|\d{1,9}[.)])|^(?: {4}|\t)/u
const inLink = /[()\\]/u

/**
 * Whether Markdown shows all words as they are: nothing in them would be read as markup.
 *
 * ```ts
 * Markup.isLiteral(Markup.rows([Message.plain("Room 3-12, 9:00~10:00")])) // => true
 * Markup.isLiteral(Markup.rows([Message.plain("*urgent*")])) // => false
 * Markup.isLiteral(Markup.rows([Message.plain("1. first")])) // => false
 * ```
 */
export const isLiteral = (some: ReadonlyArray<Row>): boolean =>
  some.every(
    ({ line }) =>
      !atStart.test(line.map(({ text }) => text).join("")) &&
      line.every((one) => !anywhere.test(one.text) && !(one._tag === "link" && inLink.test(one.href)))
  )

/** Writes one row. */
export const writeRow = (row: Row, style: Style): string => style.prefix[row.kind] + row.line.map(style.inline).join("")

/** What stands between two rows. */
export const between = (above: Row, below: Row, style: Style): string =>
  above.block === below.block ? style.lineBreak : style.blockBreak

/**
 * Writes rows as one text.
 *
 * ```ts
 * Markup.write(Markup.rows([Message.plain("Lift 3"), { _tag: "list", items: [[{ _tag: "strong", text: "stands" }]] }]), Markup.markdown("\n"))
 * // => "Lift 3\n\n- **stands**"
 * ```
 */
export const write = (some: ReadonlyArray<Row>, style: Style): string =>
  some.reduce((text, row, index) => {
    const above = some[index - 1]
    return text + (above === undefined ? "" : between(above, row, style)) + writeRow(row, style)
  }, "")
