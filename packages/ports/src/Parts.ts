import { Text } from "@louyu/kernel"
import { between, bytes, type Row, rows, type Style, writeRow } from "./Markup.ts"
import { type Inline, type Message, reference } from "./Message.ts"

/** How long rows are in a channel. Units: whatever the limit is given in, as a rule bytes of UTF-8. */
export interface Measure {
  readonly row: (row: Row) => number
  readonly between: (above: Row, below: Row) => number
}

/** How much goes into one part, and how many parts there may be. */
export interface Bounds {
  readonly measure: Measure
  readonly limit: number
  readonly most: number
}

/** Measures rows by the bytes of what a style writes. Shape: `size` counts differently, for example as JSON escapes. */
export const measured = (style: Style, size: (text: string) => number = bytes): Measure => ({
  row: (row) => size(writeRow(row, style)),
  between: (above, below) => size(between(above, below, style))
})

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" })

// Behind a blank or a mark that ends a clause, if one is in the second half; else between what readers see as characters.
const safePoint = (text: string, most: number, anywhere: boolean): number => {
  for (let at = most; at > most / 2; at -= 1) if (/[\s。！？；，、：…]/u.test(text[at - 1] ?? "")) return at
  if (!anywhere) return 0
  const character = graphemes.segment(text).containing(most)?.index ?? most
  if (character > 0) return character
  const unit = text.charCodeAt(most)
  return unit >= 0xdc00 && unit <= 0xdfff ? most - 1 : most
}

const longest = (most: number, fits: (length: number) => boolean): number => {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

type Cut = readonly [head: ReadonlyArray<Inline>, tail: ReadonlyArray<Inline>]

const arrow = "↗"

// A link is not cut; a long name is taken out of it and stands before it.
const cut = (row: Row, measure: Measure, room: number, anywhere: boolean): Cut | undefined => {
  const fits = (line: ReadonlyArray<Inline>): boolean => measure.row({ ...row, line }) <= room
  const at = row.line.findIndex((_, index) => !fits(row.line.slice(0, index + 1)))
  const [before, one, after] = [row.line.slice(0, at), row.line[at], row.line.slice(at + 1)]
  if (one === undefined) return undefined
  const whole: Cut | undefined = before.length > 0 ? [before, [one, ...after]] : undefined
  if (one._tag === "link") {
    if (whole !== undefined || one.text === arrow || !anywhere) return whole
    const apart: ReadonlyArray<Inline> = [{ _tag: "text", text: one.text }, { ...one, text: arrow }, ...after]
    return cut({ ...row, line: apart }, measure, room, anywhere)
  }
  const { text } = one
  const first = longest(Math.min(text.length - 1, room), (length) =>
    fits([...before, { ...one, text: text.slice(0, length) }])
  )
  const end = safePoint(text, first, anywhere && whole === undefined)
  if (end === 0) return whole
  return [
    [...before, { ...one, text: text.slice(0, end) }],
    [{ ...one, text: text.slice(end) }, ...after]
  ]
}

/**
 * Divides rows into pages that each fit.
 *
 * Shape: rows stay whole where they fit a page; else they are cut behind a blank or a clause, or between two characters.
 * Links are never cut. The texts of all pages together are the texts of the rows. `undefined` when it takes more pages
 * than allowed, or when a link or one character is longer than a page.
 */
export const pages = (
  some: ReadonlyArray<Row>,
  { limit, measure, most }: Bounds
): ReadonlyArray<ReadonlyArray<Row>> | undefined => {
  const done: Array<ReadonlyArray<Row>> = []
  let [page, size]: [Array<Row>, number] = [[], 0]
  const turn = (): void => {
    done.push(page)
    page = []
    size = 0
  }
  for (const row of some) {
    let rest: Row | undefined = row
    while (rest !== undefined) {
      if (done.length === most) return undefined
      const last = page.at(-1)
      const used: number = last === undefined ? 0 : size + measure.between(last, rest)
      const wanted = measure.row(rest)
      if (used + wanted <= limit) {
        page.push(rest)
        size = used + wanted
        rest = undefined
      } else if (last !== undefined && wanted <= limit) turn()
      else {
        const parts = cut(rest, measure, limit - used, last === undefined)
        if (parts === undefined && last === undefined) return undefined
        if (parts !== undefined) page.push({ ...rest, line: parts[0] })
        turn()
        if (parts !== undefined) rest = { ...rest, kind: rest.kind === "item" ? "more" : rest.kind, line: parts[1] }
      }
    }
  }
  if (page.length > 0) turn()
  return done.length > most ? undefined : done
}

/** The title as a row of its own, above all others. */
export const title = (message: Message): ReadonlyArray<Row> =>
  rows([{ _tag: "paragraph", line: [{ _tag: "strong", text: message.title }] }]).map((row) => ({ ...row, block: -1 }))

const footer = (message: Message, further: string, number: string): Row => {
  const name = Text.spoken(message.language) === "zh" ? "编号" : "Ref."
  const text = [further, `${name} ${reference(message.key)}`, number].filter((one) => one !== "").join(" ")
  return { kind: "paragraph", block: -2, line: [{ _tag: "text", text }] }
}

/**
 * Divides what a message says into parts that each end with its short reference and, where there are several, a number.
 *
 * Shape: `further` stands before the reference in every part. `undefined` when it cannot be divided within the bounds.
 */
export const numbered = (
  message: Message,
  some: ReadonlyArray<Row>,
  bounds: Bounds,
  further = ""
): ReadonlyArray<ReadonlyArray<Row>> | undefined => {
  const { limit, measure, most } = bounds
  const widest = footer(message, further, `${most}/${most}`)
  const reserved = measure.row(widest) + measure.between(footer(message, "", "a"), { ...widest, block: -3 })
  const divided = pages(some, { measure, most, limit: limit - reserved })
  return divided?.map((page, index) => [
    ...page,
    footer(message, further, divided.length === 1 ? "" : `${index + 1}/${divided.length}`)
  ])
}
