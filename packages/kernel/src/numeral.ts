/** A number as written, exactly: `units` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Ten to the power that multipliers stand for: 万 is 4, 百万 is 6, 万亿 is 12. */
export const powerOf = (multipliers: string): number => [...multipliers].reduce((sum, c) => sum + (powers[c] ?? 0), 0)

/** Multiplies by a power of ten. */
export const shift = (decimal: Decimal, power: number): Decimal =>
  power <= decimal.scale
    ? { units: decimal.units, scale: decimal.scale - power }
    : { units: decimal.units * 10n ** BigInt(power - decimal.scale), scale: 0 }

/** The whole number a decimal is, or `undefined` when it is none or too large to be exact. */
export const toInteger = ({ units, scale }: Decimal): number | undefined => {
  const divisor = 10n ** BigInt(scale)
  const whole = Number(units / divisor)
  return units % divisor === 0n && Number.isSafeInteger(whole) ? whole : undefined
}

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9
}

const below10000 =
  /^(?:([一二两三四五六七八九])千)?零?(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?零?([一二两三四五六七八九])?$/u

const readBelow10000 = (text: string): number | undefined => {
  // 百余 and 千余 leave out the one.
  if (text === "百" || text === "千") return 10 ** powerOf(text)
  if (text === "零" || text === "〇") return 0
  const match = below10000.exec(text)
  if (match === null || text === "") return undefined
  const [, thousands, hundreds, tens, ten, ones] = match
  const digit = (character: string | undefined) => (character === undefined ? 0 : (digits[character] ?? 0))
  const tensDigit = ten === undefined ? 0 : tens === undefined ? 1 : digit(tens)
  return digit(thousands) * 1_000 + digit(hundreds) * 100 + tensDigit * 10 + digit(ones)
}

// Splits at the largest multiplier; what stands before it counts that many times, nothing before it counts once.
const readChinese = (text: string): bigint | undefined => {
  for (const multiplier of ["亿", "万"]) {
    const at = text.lastIndexOf(multiplier)
    if (at < 0) continue
    const high = at === 0 ? 1n : readChinese(text.slice(0, at))
    const rest = text.slice(at + 1).replace(/^零/u, "")
    const low = rest === "" ? 0n : readChinese(rest)
    return high === undefined || low === undefined ? undefined : high * 10n ** BigInt(powerOf(multiplier)) + low
  }
  const value = readBelow10000(text)
  return value === undefined ? undefined : BigInt(value)
}

/** Digits with or without separators of thousands, then decimals: the part of a pattern that {@link read} can read. */
export const arabic = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`

/** Chinese numerals: the part of a pattern that {@link read} can read. */
export const chinese = "[〇零一二两三四五六七八九十百千万亿]+"

/** No number worth reading is longer; what is may be a whole file in one cell. */
export const longest = 100

/** Reads digits or Chinese numerals; `undefined` when they make no number. */
export const read = (text: string): Decimal | undefined => {
  if (new RegExp(`^${arabic}$`, "u").test(text)) {
    const [whole = "", decimals = ""] = text.replaceAll(",", "").split(".")
    return { units: BigInt(whole + decimals), scale: decimals.length }
  }
  const units = readChinese(text)
  return units === undefined ? undefined : { units, scale: 0 }
}

/** Writes a whole number with separators of thousands. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/gu, ",")
