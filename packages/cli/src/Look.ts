import { Count, Text } from "@louyu/kernel"
import * as Display from "./Display.ts"
import type { Io, Sink } from "./Io.ts"

/** The language answers are written in. */
export type Language = "zh" | "en" | "both"

const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39]
} as const
type Style = keyof typeof styles

/** How answers look: the language, and colours where a terminal shows them. */
export interface Look {
  readonly language: Language
  readonly columns: number
  /** A name or label, made safe. */
  readonly text: (text: Text.Text) => string
  /** One of two wordings; both, one line under the other, when both languages are read. */
  readonly say: (zh: string, en: string) => ReadonlyArray<string>
  /** A short label: both languages on one line. */
  readonly label: (zh: string, en: string) => string
  readonly paint: (style: Style, text: string) => string
}

const coloured = (sink: Sink, env: Io["env"]): boolean =>
  sink.isTerminal && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb"

/**
 * The language somebody reads: what `--lang` says, else what the locale says, else both.
 *
 * Source: POSIX, LC_ALL before LC_MESSAGES before LANG.
 */
export const languageOf = (option: string | undefined, env: Io["env"]): Language => {
  if (option === "zh" || option === "en" || option === "both") return option
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((one) => one !== undefined && one !== "") ?? ""
  return locale.startsWith("zh") ? "zh" : locale.startsWith("en") ? "en" : "both"
}

/** How answers look on a sink. */
export const on = (sink: Sink, env: Io["env"], language: Language): Look => {
  const colour = coloured(sink, env)
  return {
    language,
    columns: sink.columns,
    text: (text) => Display.plain(language === "both" ? Text.both(text) : Text.read(text, language)),
    say: (zh, en) => (language === "both" ? [zh, en] : [language === "zh" ? zh : en]),
    label: (zh, en) => (language === "both" ? `${zh} ${en}` : language === "zh" ? zh : en),
    paint: (style, text) => {
      const [begin, end] = styles[style]
      return colour && text !== "" ? `\u001b[${begin}m${text}\u001b[${end}m` : text
    }
  }
}

/**
 * A number of things in English.
 *
 * ```ts
 * Look.many(1, "fact") // => "1 fact"
 * Look.many(2, "enterprise") // => "2 enterprises"
 * ```
 */
export const many = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`

/** A count with how exactly it is known, in the language of the reader. */
export const counted = (look: Look, one: Count.Count): string =>
  look.label(Count.format(one, "zh"), Count.format(one, "en"))
