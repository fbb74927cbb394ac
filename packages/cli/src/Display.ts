import { stripVTControlCharacters } from "node:util"

// Wide and full-width characters of Unicode, as terminals draw them: two columns each (UAX #11, W and F).
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const invisible = /[\p{Mn}\p{Me}\p{Cf}]/u
const control = /[\p{Cc}\u2028\u2029]/gu

/**
 * The number of terminal columns a text takes: two for a Chinese character, none for a colour.
 *
 * ```ts
 * Display.width("平湖 Pinghu") // => 11
 * ```
 */
export const width = (text: string): number => {
  let columns = 0
  for (const character of stripVTControlCharacters(text)) {
    columns += wide.test(character) ? 2 : invisible.test(character) ? 0 : 1
  }
  return columns
}

/** Text of others made safe for a terminal and for one line: no control character gets through. */
export const plain = (text: string): string => text.replaceAll(control, "\ufffd")

/** Fills a text with blanks up to a number of columns. */
export const pad = (text: string, columns: number, align: "left" | "right" = "left"): string => {
  const blanks = " ".repeat(Math.max(0, columns - width(text)))
  return align === "left" ? text + blanks : blanks + text
}
