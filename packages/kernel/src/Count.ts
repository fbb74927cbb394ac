import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CountMalformed } from "./KernelError.ts"
import { arabic, chinese, grouped, longest, powerOf, read, shift, toInteger } from "./numeral.ts"
import type { Language } from "./Text.ts"

/** How a published number is meant: to the last one, as a lower bound, as an estimate, or as not quite reached. */
export const Qualifier = Schema.Literals(["exact", "atLeast", "about", "nearly"])
export type Qualifier = typeof Qualifier.Type

/**
 * A number of things together with how exactly it is known.
 *
 * Shape: `value` is whole and not negative. A number that was published with a qualifier keeps it.
 * Source: invariant 15, domain part 0.
 */
export const Count = Schema.Struct({
  value: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  qualifier: Qualifier
})
export type Count = typeof Count.Type

const of = (value: number, qualifier: Qualifier): Count => {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error("Count: the value must be a whole number from 0 on")
  return { value, qualifier }
}

/** Just so many. A value that is not a whole number from 0 on is a bug and throws, here and below. */
export const exact = (value: number): Count => of(value, "exact")
/** So many or more. */
export const atLeast = (value: number): Count => of(value, "atLeast")
/** So many, more or less. */
export const about = (value: number): Count => of(value, "about")
/** Not quite so many. */
export const nearly = (value: number): Count => of(value, "nearly")

/** Tells whether a count is known to the last one. */
export const isExact = (count: Count): boolean => count.qualifier === "exact"

// What is known of a sum: bounds of one kind add up, bounds of both kinds leave an estimate.
const joined = (a: Qualifier, b: Qualifier): Qualifier => (a === b || b === "exact" ? a : a === "exact" ? b : "about")

/**
 * Adds counts. The sum is exact only when every count is; otherwise it says how it is known.
 *
 * Source: invariant 15.
 *
 * ```ts
 * Count.sum([Count.exact(28), Count.exact(2)]) // => { value: 30, qualifier: "exact" }
 * Count.sum([Count.atLeast(400), Count.exact(9)]) // => { value: 409, qualifier: "atLeast" }
 * Count.sum([Count.atLeast(400), Count.nearly(100)]) // => { value: 500, qualifier: "about" }
 * ```
 */
export const sum = (counts: Iterable<Count>): Count => {
  let value = 0
  let qualifier: Qualifier = "exact"
  for (const count of counts) {
    value += count.value
    qualifier = joined(qualifier, count.qualifier)
  }
  return of(value, qualifier)
}

/** A share, and how exactly it is known. */
export interface Ratio {
  readonly value: number
  readonly qualifier: Qualifier
}

const inverse: Readonly<Record<Qualifier, Qualifier>> = {
  exact: "exact",
  about: "about",
  atLeast: "nearly",
  nearly: "atLeast"
}

/**
 * Divides one count by another; `undefined` when there is nothing to divide by.
 *
 * ```ts
 * Count.ratio(Count.exact(25), Count.exact(25)) // => { value: 1, qualifier: "exact" }
 * Count.ratio(Count.exact(1), Count.exact(0)) // => undefined
 * ```
 */
export const ratio = (part: Count, whole: Count): Ratio | undefined =>
  whole.value === 0
    ? undefined
    : { value: part.value / whole.value, qualifier: joined(part.qualifier, inverse[whole.qualifier]) }

const words: ReadonlyArray<readonly [Exclude<Qualifier, "exact">, string]> = [
  ["atLeast", "超过|超|逾|至少|不少于|at least|more than|over"],
  ["nearly", "将近|接近|近|nearly|almost"],
  ["about", "大约|大概|约|approximately|about|around"]
]
const before = words.map(([, alternatives]) => alternatives).join("|")
const more = "余|多|\\+"
const after = "以上|左右|上下|余|多"

const phrase = new RegExp(
  `^(?<before>${before})?\\s*(?<number>${arabic}|${chinese})\\s*(?<more>${more})?(?<multiplier>[十百千]?万?亿?)` +
    `(?<still>${more})?\\s*(?<unit>\\p{L}*?)(?<after>${after})?$`,
  "iu"
)

const qualifierOf = (word: string | undefined): Qualifier => {
  if (word === undefined) return "exact"
  if (word === "左右" || word === "上下") return "about"
  return words.find(([, alternatives]) => alternatives.split("|").includes(word.toLowerCase()))?.[0] ?? "atLeast"
}

/** A count and what is counted, as far as the text says it. */
export interface Phrase {
  readonly count: Count
  readonly unit?: string
}

/**
 * Reads a count as Chinese texts write it, with the word for what is counted.
 *
 * Shape: 余, 多, 超, 逾 and 以上 mean at least, 近 nearly, 约 and 左右 about; 万 and 亿 and Chinese numerals are understood,
 * and so are `about`, `nearly`, `at least`, `over` and a plus sign.
 * Fails: `CountMalformed`, also when the number is not whole.
 *
 * ```ts
 * Count.parsePhrase("2000余家") // => Result.succeed({ count: { value: 2000, qualifier: "atLeast" }, unit: "家" })
 * Count.parsePhrase("三十多万") // => Result.succeed({ count: { value: 300000, qualifier: "atLeast" } })
 * ```
 */
export const parsePhrase = (text: string): Result.Result<Phrase, CountMalformed> => {
  const groups = text.length > longest ? undefined : phrase.exec(text.normalize("NFKC").trim())?.groups
  const number = groups === undefined ? undefined : read(groups.number ?? "")
  if (groups === undefined || number === undefined) return Result.fail(new CountMalformed({ reason: "form" }))
  const value = toInteger(shift(number, powerOf(groups.multiplier ?? "")))
  if (value === undefined) return Result.fail(new CountMalformed({ reason: "notWhole" }))
  const qualifier = [groups.before, groups.more, groups.still, groups.after].map(qualifierOf).reduce(joined)
  const count = of(value, qualifier)
  return Result.succeed(groups.unit ? { count, unit: groups.unit } : { count })
}

/**
 * Reads a count without a word for what is counted.
 *
 * Fails: `CountMalformed`, also when there is such a word; see {@link parsePhrase}.
 *
 * ```ts
 * Count.parse("约1.5万") // => Result.succeed({ value: 15000, qualifier: "about" })
 * ```
 */
export const parse = (text: string): Result.Result<Count, CountMalformed> =>
  Result.flatMap(parsePhrase(text), ({ count, unit }) =>
    unit === undefined ? Result.succeed(count) : Result.fail(new CountMalformed({ reason: "form" }))
  )

// 万 and 亿 where at most two decimals are needed, so that nothing is rounded away.
const inChinese = (value: number): string => {
  if (value >= 1e8 && value % 1e6 === 0) return `${value / 1e8}亿`
  return value >= 1e4 && value % 100 === 0 ? `${value / 1e4}万` : String(value)
}

const inEnglish: Readonly<Record<Qualifier, string>> = {
  exact: "",
  atLeast: "at least ",
  about: "about ",
  nearly: "nearly "
}

/**
 * Writes a count so that {@link parse} reads the same one.
 *
 * ```ts
 * Count.format(Count.atLeast(20_000), "zh") // => "2万余"
 * Count.format(Count.nearly(3860), "en") // => "nearly 3,860"
 * ```
 */
export const format = ({ value, qualifier }: Count, language: Language): string => {
  if (language === "en") return inEnglish[qualifier] + grouped(value)
  if (qualifier === "atLeast") return `${inChinese(value)}余`
  return { exact: "", about: "约", nearly: "近" }[qualifier] + inChinese(value)
}
