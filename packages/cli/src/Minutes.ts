import { MeetingMinutes } from "@louyu/casework"
import { type Identifier, Text } from "@louyu/kernel"
import * as BodyBook from "./BodyBook.ts"
import * as CaseBook from "./CaseBook.ts"
import * as Display from "./Display.ts"

// What Markdown would take for a sign of its own.
const signs = /[\\`*_<>[\]#|~]/gu

const escaped = (text: string): string => Display.plain(text).replaceAll(signs, (sign) => `\\${sign}`)

// Lines of the minutes are one fact each: the title, what is about the meeting, then matters with what is about them.
const markdownLine = (line: string, at: number): string => {
  const text = line.trimStart()
  const indent = line.length - text.length
  if (at === 0) return `# ${escaped(text)}\n`
  if (indent === 0) return /^\d+\. /u.test(text) ? escaped(text) : `- ${escaped(text)}`
  return `${" ".repeat(indent)}- ${escaped(text.replace(/^\+ /u, ""))}`
}

const withheld = { zh: "（不公开）", en: "(private)" }

// A private case stays one in the minutes that people who may not see it read.
const discreet = (
  book: CaseBook.CaseBook,
  minutes: MeetingMinutes.Minutes,
  language: Text.Language
): MeetingMinutes.Minutes => ({
  ...minutes,
  points: minutes.points.map((point) =>
    BodyBook.isWithheld(book, point)
      ? { ...point, subject: { title: withheld[language] }, proposals: [], tasks: [] }
      : point
  )
})

/** Minutes as a Markdown document, as far as who looks may see what they are about. */
export const markdown = (book: CaseBook.CaseBook, minutes: MeetingMinutes.Minutes, language: Text.Language): string => {
  const nameOf = (unit: Identifier.UnitId) => Text.read(CaseBook.unitName(book, unit), language)
  const lines = MeetingMinutes.format(discreet(book, minutes, language), language, nameOf).split("\n")
  return `${lines.map(markdownLine).join("\n")}\n`
}
