import type { Finding } from "./Answer.ts"
import * as Display from "./Display.ts"
import * as Look from "./Look.ts"

const shownAtOnce = 50

const place = ({ file, row, column }: Finding, look: Look.Look): string => {
  const zh = [
    file,
    row === undefined ? "" : `第 ${row} 行`,
    column === undefined ? "" : typeof column === "number" ? `第 ${column} 字符` : `“${column}”列`
  ]
  const en = [
    file,
    row === undefined ? "" : `row ${row}`,
    column === undefined ? "" : typeof column === "number" ? `character ${column}` : `column "${column}"`
  ]
  const [words, comma] = look.language === "en" ? [en, ", "] : [zh, " "]
  return Display.plain(words.filter((word) => word !== "").join(comma))
}

const severities = { error: ["red", "错误", "error"], warning: ["yellow", "警告", "warning"] } as const

const one = (finding: Finding, look: Look.Look): ReadonlyArray<string> => {
  const [style, zh, en] = severities[finding.severity]
  return [
    `${look.paint(style, look.label(zh, en))} ${look.paint("bold", place(finding, look))} ${look.paint("dim", finding.code)}`,
    ...look.say(finding.text.zh, finding.text.en).map((sentence) => `  ${Display.plain(sentence)}`)
  ]
}

/** Findings as people read them: where, how badly, what is wrong and what to do. */
export const lines = (findings: ReadonlyArray<Finding>, look: Look.Look): ReadonlyArray<string> => {
  const more = findings.length - shownAtOnce
  return [
    ...findings.slice(0, shownAtOnce).flatMap((finding) => one(finding, look)),
    ...(more > 0
      ? look.say(`……另有 ${more} 条，用 --json 查看全部。`, `… and ${more} more; --json shows all of them.`)
      : [])
  ]
}

/** How many errors and warnings there are, in one line a language. */
export const summary = (errors: number, warnings: number, look: Look.Look): ReadonlyArray<string> =>
  look
    .say(`${errors} 处错误，${warnings} 处警告。`, `${Look.many(errors, "error")}, ${Look.many(warnings, "warning")}.`)
    .map((line) => look.paint(errors > 0 ? "red" : warnings > 0 ? "yellow" : "green", line))
