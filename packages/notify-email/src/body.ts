import { Text } from "@louyu/kernel"
import { Markup, Message } from "@louyu/ports"

const words = { zh: { reference: "编号" }, en: { reference: "Reference" } } as const

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (one) => entities[one] ?? one)

const html: Markup.Style = {
  prefix: { paragraph: "", quote: "", item: "", more: "" },
  inline: (one) => {
    const text = escaped(one.text)
    if (one._tag === "link") return `<a href="${escaped(one.href)}">${text}</a>`
    return one._tag === "strong" ? `<strong>${text}</strong>` : text
  },
  lineBreak: "<br>",
  blockBreak: ""
}

// A line of an item begins a new item, what follows it stays in it.
const items = (rows: ReadonlyArray<Markup.Row>): string =>
  rows
    .map((row, index) => {
      const text = Markup.writeRow(row, html)
      if (row.kind === "more") return `<br>${text}`
      return `${index === 0 ? "" : "</li>"}<li>${text}`
    })
    .join("")

const part = (rows: ReadonlyArray<Markup.Row>): string => {
  const [first] = rows
  if (first?.kind === "item") return `<ul>${items(rows)}</li></ul>`
  const text = Markup.write(rows, html)
  return first?.kind === "quote" ? `<blockquote>${text}</blockquote>` : `<p>${text}</p>`
}

/** A text in one line, without control characters. */
export const flat = (text: string): string =>
  Markup.rows([Message.plain(text)])
    .map((row) => Markup.writeRow(row, Markup.plainText))
    .join(" ")

/** The body of a message as plain text and as HTML, each with the short reference at its end. */
export const body = (message: Message.Message): { readonly text: string; readonly html: string } => {
  const rows = Markup.rows(message.body)
  const blocks = Map.groupBy(rows, (row) => row.block)
  const reference = `${words[Text.spoken(message.language)].reference} ${Message.reference(message.key)}`
  const parts = [...blocks.values()].map(part).join("\n")
  const language = message.language === "zh" ? "zh-CN" : message.language
  return {
    text: `${Markup.write(rows, { ...Markup.plainText, blockBreak: "\n\n" })}\n\n${reference}\n`,
    html: `<!doctype html>\n<html lang="${escaped(language)}"><body>\n${parts}\n<p><small>${reference}</small></p>\n</body></html>\n`
  }
}
