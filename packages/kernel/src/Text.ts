import * as Schema from "effect/Schema"

const canonical = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** A language by its BCP 47 tag in the usual spelling: `zh`, `en`, `pt`, `zh-Hant`, `mn-Cyrl`. */
export const Tag = Schema.String.check(
  Schema.isMaxLength(64),
  Schema.makeFilter((tag: string) => canonical(tag) === tag || "a BCP 47 language tag, for example pt or zh-Hant")
)
export type Tag = typeof Tag.Type

/** The languages Louyu itself speaks: its errors, words and units. */
export type Language = "zh" | "en"

const isOther = (tag: string): boolean => tag !== "zh" && tag !== "en" && canonical(tag) === tag

// Told of here and not by the keys' own schema: a key that does not fit would be left out unsaid.
const Others = Schema.Record(Schema.String, Schema.NonEmptyString).check(
  Schema.makeFilter((others) => {
    const wrong = Object.keys(others).find((tag) => !isOther(tag))
    const issue = "a BCP 47 language tag, for example pt or zh-Hant; zh and en stand beside others"
    return wrong === undefined ? undefined : { path: [wrong], issue }
  })
)

/**
 * A label in Chinese and English, and in any other languages a city has.
 *
 * Shape: `en` may be left out; readers then see `zh`. `others` are wordings by language tag.
 */
export const Text = Schema.Struct({
  zh: Schema.NonEmptyString,
  en: Schema.optionalKey(Schema.NonEmptyString),
  others: Schema.optionalKey(Others)
})
export type Text = typeof Text.Type

/** A label in both languages Louyu speaks. */
export interface Both {
  readonly zh: string
  readonly en: string
}

/**
 * Builds a label.
 *
 * ```ts
 * Text.of("楼宇", "Building") // => { zh: "楼宇", en: "Building" }
 * ```
 */
export const of = (zh: string, en?: string): Text => (en === undefined ? { zh } : { zh, en })

// `zh-Hant-TW`, `zh-Hant`, `zh`; a single letter goes with what it introduces.
const shorter = (tag: string): string => tag.replace(/(?:-[a-z0-9])?-[^-]*$|^[^-]*$/iu, "")

const wording = ({ zh, en, others = {} }: Text, tag: string): string | undefined => {
  if (tag === "zh") return zh
  if (tag === "en") return en
  return Object.hasOwn(others, tag) ? others[tag] : undefined
}

/**
 * Reads a label in a language; else in the nearest it is a variety of, else in English, else in Chinese.
 *
 * Source: BCP 47 (RFC 4647, lookup).
 *
 * ```ts
 * Text.read(Text.of("楼宇", "Building"), "en") // => "Building"
 * Text.read(Text.of("楼宇"), "en") // => "楼宇"
 * Text.read({ zh: "楼宇", en: "Building", others: { pt: "Edifício" } }, "pt-MO") // => "Edifício"
 * Text.read(Text.of("楼宇", "Building"), "pt") // => "Building"
 * ```
 */
export const read = (text: Text, language: Tag): string => {
  for (let tag = language; tag !== ""; tag = shorter(tag)) {
    const found = wording(text, tag)
    if (found !== undefined) return found
  }
  return text.en ?? text.zh
}

/** Every wording of a label, Chinese first: what is searched, matched, and looked through for personal data. */
export const wordings = ({ zh, en, others = {} }: Text): ReadonlyArray<string> => [
  zh,
  ...(en === undefined ? [] : [en]),
  ...Object.values(others)
]

/**
 * The language Louyu itself speaks to readers of a language: Chinese to those of any Chinese, English to all others.
 *
 * ```ts
 * Text.spoken("zh-Hant") // => "zh"
 * Text.spoken("pt") // => "en"
 * ```
 */
export const spoken = (language: Tag): Language => (/^zh(?:-|$)/u.test(language) ? "zh" : "en")

/**
 * Puts both languages on one line, Chinese first, once when they are the same.
 *
 * ```ts
 * Text.both(Text.of("楼宇", "Building")) // => "楼宇 Building"
 * ```
 */
export const both = (text: Text): string =>
  text.en === undefined || text.en === text.zh ? text.zh : `${text.zh} ${text.en}`
