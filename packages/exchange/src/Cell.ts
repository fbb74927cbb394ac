import type { Problem } from "@louyu/kernel"
import { CellTooLong, CharacterRefused, FormulaRefused } from "./ExchangeError.ts"

/** No cell holds more characters than this. */
export const longest = 10_000

const blank = /^[\s\uFEFF]*$/u
const lineBreak = /\s*[\r\n]+\s*/gu
// Control and invisible formatting characters, halves of characters, and the mark left where one was lost; joiners and
// soft hyphens belong to words, and line breaks are tidied up.
const refused = /(?![\t\r\n\u00AD\u200C-\u200D\uFEFF])[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/u
const starts = new Set(["=", "@", "+", "-", "\t", "＝", "＠", "＋", "－"])
const signs = new Set(["+", "-", "＋", "－"])
// A signed number or a telephone number: +86 138 0013 8000, -5, +1 (555) 010-0000.
const number = /^.[\d\s().,-]*\d[\d\s().,-]*$/u

/** Tells whether a cell holds nothing but blanks. */
export const isBlank = (cell: string): boolean => cell === "" || blank.test(cell)

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

/**
 * What makes a cell unfit, whatever it should mean, or `undefined`: too long, invisible characters, a formula.
 *
 * Source: OWASP, CSV injection.
 */
export const defect = (cell: string): Problem.Problem | undefined => {
  if (cell.length > longest) return new CellTooLong({ length: cell.length, limit: longest })
  const first = cell.charAt(0) === "\t" ? "\t" : cell.trimStart().charAt(0)
  if (starts.has(first) && !(signs.has(first) && number.test(cell.trim()))) return new FormulaRefused({ first })
  const character = refused.exec(cell)
  return character === null ? undefined : new CharacterRefused({ codePoint: codePointOf(character[0]) })
}

/** A cell without blanks around it; line breaks inside become one blank. */
export const tidy = (cell: string): string => {
  const text = cell.trim()
  return /[\r\n]/u.test(text) ? text.replace(lineBreak, " ") : text
}
