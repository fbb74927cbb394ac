import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { MoneyMalformed, MoneyOutOfRange, MoneyWeightsInvalid } from "./KernelError.ts"
import { arabic, grouped, longest, powerOf, read, shift, toInteger } from "./numeral.ts"
import type { Language } from "./Text.ts"

/**
 * An amount of renminbi in whole fen, negative for what is owed or given back.
 *
 * Units: fen, a hundredth of a yuan. Up to 9,007,199,254,740,991 fen, some 90 trillion yuan, every amount is exact.
 */
export const Money = Schema.Int.pipe(Schema.brand("Money"))
export type Money = typeof Money.Type

const isMoney = Schema.is(Money)

const inRange = (fen: bigint): Result.Result<Money, MoneyOutOfRange> => {
  const amount = Number(fen)
  return isMoney(amount) ? Result.succeed(amount) : Result.fail(new MoneyOutOfRange({}))
}

/** An amount of fen, written in code; what is not a whole safe number is a bug and throws. */
export const fen = (amount: number): Money => {
  if (!isMoney(amount)) throw new Error("Money: an amount must be a whole number of fen that is exact")
  // Minus zero is the same money as zero.
  return amount === 0 ? zero : amount
}

/** No money. */
export const zero: Money = Money.make(0)

const form = new RegExp(
  `^(?:¥|CNY|RMB|人民币)?\\s*(?<sign>-)?\\s*(?<number>${arabic})(?<multiplier>[百千]?万?亿?)元?$`,
  "iu"
)

/**
 * Reads an amount of yuan.
 *
 * Shape: separators of thousands, 万 and 亿, ¥ in front and 元 behind are understood. Nothing is rounded.
 * Fails: `MoneyMalformed` when it is no amount or has parts of a fen; `MoneyOutOfRange` when it is too large.
 *
 * ```ts
 * Money.parse("1,234.56") // => Result.succeed(123456)
 * Money.parse("155.27亿元") // => Result.succeed(1552700000000)
 * Result.isFailure(Money.parse("0.005")) // => true
 * ```
 */
export const parse = (text: string): Result.Result<Money, MoneyMalformed | MoneyOutOfRange> => {
  const groups = text.length > longest ? undefined : form.exec(text.normalize("NFKC").trim())?.groups
  const number = read(groups?.number ?? "")
  if (groups === undefined || number === undefined) return Result.fail(new MoneyMalformed({ reason: "form" }))
  const inFen = shift(number, powerOf(groups.multiplier ?? "") + 2)
  if (inFen.units % 10n ** BigInt(inFen.scale) !== 0n) return Result.fail(new MoneyMalformed({ reason: "partOfFen" }))
  const amount = toInteger(inFen)
  if (amount === undefined) return Result.fail(new MoneyOutOfRange({}))
  return Result.succeed(fen(groups.sign === undefined ? amount : -amount))
}

/** Adds two amounts. Fails: `MoneyOutOfRange` when the sum is no longer exact. */
export const add = (a: Money, b: Money): Result.Result<Money, MoneyOutOfRange> => inRange(BigInt(a) + BigInt(b))

/** Takes the second amount from the first. Fails: as {@link add}. */
export const subtract = (a: Money, b: Money): Result.Result<Money, MoneyOutOfRange> => inRange(BigInt(a) - BigInt(b))

/** Adds many amounts. Fails: as {@link add}, for the sum of all only. */
export const sum = (amounts: Iterable<Money>): Result.Result<Money, MoneyOutOfRange> => {
  let total = 0n
  for (const amount of amounts) total += BigInt(amount)
  return inRange(total)
}

/** What becomes of parts of a fen: down, up, towards zero, or to the nearest with halves away from zero or to even. */
export type Rounding = "floor" | "ceiling" | "truncate" | "halfUp" | "halfEven"

// How far to move from the quotient that is rounded towards zero; all arguments but the sign are magnitudes.
const roundsAway = (
  rounding: Rounding,
  negative: boolean,
  quotient: bigint,
  rest: bigint,
  divisor: bigint
): boolean => {
  if (rest === 0n || rounding === "truncate") return false
  if (rounding === "floor") return negative
  if (rounding === "ceiling") return !negative
  if (rest * 2n !== divisor) return rest * 2n > divisor
  return rounding === "halfUp" || quotient % 2n === 1n
}

/** A share as one whole number over another, so that a third is a third. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/**
 * Multiplies an amount by a ratio and rounds to whole fen as told.
 *
 * Shape: numerator and denominator are whole, the denominator above 0; anything else is a bug and throws.
 * Fails: `MoneyOutOfRange`.
 *
 * ```ts
 * Money.multiply(Money.fen(1000), { numerator: 1, denominator: 3 }, "halfUp") // => Result.succeed(333)
 * ```
 */
export const multiply = (money: Money, ratio: Ratio, rounding: Rounding): Result.Result<Money, MoneyOutOfRange> => {
  const { numerator, denominator } = ratio
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new Error("Money.multiply: a ratio must be whole numbers, the denominator above 0")
  }
  const product = BigInt(money) * BigInt(numerator)
  const negative = product < 0n
  const size = negative ? -product : product
  const divisor = BigInt(denominator)
  const quotient = size / divisor
  const rounded = roundsAway(rounding, negative, quotient, size % divisor, divisor) ? quotient + 1n : quotient
  return inRange(negative ? -rounded : rounded)
}

/**
 * Splits an amount in proportion to weights, without losing or making a fen.
 *
 * Shape: one part for each weight; each is within a fen of its exact share. The fen that are left over go one by one to
 * the largest remainders, the earlier first. The parts of a negative amount are the negatives of those of its opposite.
 * Units: weights are whole numbers from 0 on.
 * Fails: `MoneyWeightsInvalid` when a weight is something else or all are 0.
 * Cost: O(n log n).
 *
 * ```ts
 * Money.allocate(Money.fen(100), [1, 1, 1]) // => Result.succeed([34, 33, 33])
 * ```
 */
export const allocate = (
  money: Money,
  weights: ReadonlyArray<number>
): Result.Result<ReadonlyArray<Money>, MoneyWeightsInvalid> => {
  const wrong = weights.findIndex((weight) => !Number.isSafeInteger(weight) || weight < 0)
  if (wrong >= 0) return Result.fail(new MoneyWeightsInvalid({ index: wrong }))
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (total === 0n) return Result.fail(new MoneyWeightsInvalid({}))
  const size = BigInt(Math.abs(money))
  const shares = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, share: product / total, rest: product % total }
  })
  const left = Number(size - shares.reduce((all, { share }) => all + share, 0n))
  const luckiest = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  const favoured = new Set(luckiest.slice(0, left).map(({ index }) => index))
  return Result.succeed(
    shares.map(({ index, share }) => {
      const part = Number(share) + (favoured.has(index) ? 1 : 0)
      return fen(money < 0 ? -part : part)
    })
  )
}

/** The amount in yuan with two decimals and nothing else, fit for a file: `-1234.50`. */
export const toYuan = (money: Money): string => {
  const size = String(Math.abs(money)).padStart(3, "0")
  return `${money < 0 ? "-" : ""}${size.slice(0, -2)}.${size.slice(-2)}`
}

/**
 * Writes an amount to the fen so that {@link parse} reads the same one.
 *
 * ```ts
 * Money.format(Money.fen(123456), "zh") // => "1,234.56元"
 * ```
 */
export const format = (money: Money, language: Language): string => {
  const [yuan = "", decimals = ""] = toYuan(fen(Math.abs(money))).split(".")
  const amount = `${money < 0 ? "-" : ""}${grouped(Number(yuan))}.${decimals}`
  return language === "zh" ? `${amount}元` : `CNY ${amount}`
}

const units = {
  zh: [
    [1e10, "亿元"],
    [1e6, "万元"],
    [100, "元"]
  ],
  en: [
    [1e11, " billion"],
    [1e8, " million"],
    [100, ""]
  ]
} as const

/**
 * Writes an amount for a chart or a headline: in 万 or 亿, in English millions or billions, with at most two decimals,
 * rounded half up.
 *
 * ```ts
 * Money.display(Money.fen(1_552_700_000_000), "zh") // => "155.27亿元"
 * Money.display(Money.fen(1_552_700_000_000), "en") // => "CNY 15.53 billion"
 * ```
 */
export const display = (money: Money, language: Language): string => {
  const size = BigInt(Math.abs(money))
  // An amount that rounds up to one unit is shown in it.
  const hundredthsOf = (one: number): number => Number((size * 200n + BigInt(one)) / (2n * BigInt(one)))
  const [large, middle, small] = units[language]
  const [one, name] = hundredthsOf(large[0]) >= 100 ? large : hundredthsOf(middle[0]) >= 100 ? middle : small
  const hundredths = hundredthsOf(one)
  const decimals = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/u, "")
  const amount = grouped(Math.floor(hundredths / 100)) + (decimals === "" ? "" : `.${decimals}`)
  return `${language === "en" ? "CNY " : ""}${money < 0 ? "-" : ""}${amount}${name}`
}
