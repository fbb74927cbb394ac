import * as Schema from "effect/Schema"

/**
 * A label in Chinese and English.
 *
 * Shape: `en` may be left out; readers then see `zh`.
 */
export const Text = Schema.Struct({
  zh: Schema.NonEmptyString,
  en: Schema.optionalKey(Schema.NonEmptyString)
})
export type Text = typeof Text.Type

/** The languages a label can be read in. */
export type Language = "zh" | "en"

/**
 * Builds a label.
 *
 * ```ts
 * Text.of("楼宇", "Building") // => { zh: "楼宇", en: "Building" }
 * ```
 */
export const of = (zh: string, en?: string): Text => (en === undefined ? { zh } : { zh, en })

/**
 * Reads a label in a language, falling back to Chinese when it has no English.
 *
 * ```ts
 * Text.read(Text.of("楼宇", "Building"), "en") // => "Building"
 * Text.read(Text.of("楼宇"), "en") // => "楼宇"
 * ```
 */
export const read = (text: Text, language: Language): string => (language === "en" ? (text.en ?? text.zh) : text.zh)

/**
 * Puts both languages on one line, Chinese first, once when they are the same.
 *
 * ```ts
 * Text.both(Text.of("楼宇", "Building")) // => "楼宇 Building"
 * ```
 */
export const both = (text: Text): string =>
  text.en === undefined || text.en === text.zh ? text.zh : `${text.zh} ${text.en}`
