import { type Count, Money, type Text } from "@louyu/kernel"
import type { Figure } from "./Figure.ts"
import { number, type Printed } from "./Published.ts"
import { dimension, type Unit, units } from "./Unit.ts"

const words: Readonly<Record<Count.Qualifier, Readonly<Record<Text.Language, string>>>> = {
  exact: { zh: "", en: "" },
  atLeast: { zh: "至少", en: "at least " },
  about: { zh: "约", en: "about " },
  nearly: { zh: "近", en: "nearly " }
}

// So many decimals at most, and at least: zeros behind the last digit that counts are left out.
const digits = (value: number, most: number, least = 0): string => {
  const [whole = "", decimals = ""] = value.toFixed(most).split(".")
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/u, "")
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",")
  return kept === "" ? grouped : `${grouped}.${kept}`
}

// Latin letters keep a distance from the number, signs and Chinese characters do not.
const joined = (text: string, unit: string): string => (/^[a-z×]/iu.test(unit) ? `${text} ${unit}` : `${text}${unit}`)

const plain = (value: number, unit: Unit, language: Text.Language): string => {
  switch (dimension(unit)) {
    case "share":
      return `${digits(value * 100, 2)}%`
    case "money":
      return Number.isSafeInteger(value)
        ? Money.display(Money.fen(value), language)
        : joined(digits(value / 100, 2), units.yuan[language])
    case "moneyPerArea":
      return joined(digits(value / 100, 2), units.yuanPerSquareMetre[language])
    default:
      return joined(digits(value, 2), units[unit][language])
  }
}

/**
 * Writes the value of a figure for people, with the word that says how exactly it is known; a dash where there is none.
 *
 * Shape: shares in percent, money in 万 and 亿 or millions and billions; at most two decimals, rounded.
 *
 * ```ts
 * import { Count } from "@louyu/kernel"
 * const at = { on: CivilDate.make("2022-12-31"), scope: { id: "tower", names: { zh: "大厦" } } }
 * const of = (id: string) => Result.getOrThrow(Indicator.get(Indicators.common, id))
 * FigureText.figure(Result.getOrThrow(Figure.rate(of("keyProjects"), 55, 305, at)), "en") // => "18.03%"
 * FigureText.figure(Result.getOrThrow(Figure.rate(of("keyProjects"), 0, 0, at)), "en") // => "–"
 * FigureText.figure(Result.getOrThrow(Figure.amount(of("staffCount"), Count.atLeast(3000), at)), "zh") // => "至少3,000"
 * ```
 */
export const figure = ({ value, unit }: Figure, language: Text.Language): string =>
  value === undefined ? "–" : words[value.qualifier][language] + plain(value.value, unit, language)

/**
 * Writes a published number as it was printed.
 *
 * ```ts
 * import { Count } from "@louyu/kernel"
 * FigureText.printed({ count: Count.exact(999), decimals: 1, unit: "percent" }, "en") // => "99.9%"
 * FigureText.printed({ count: Count.atLeast(13), unit: "hundredMillionYuan" }, "zh") // => "至少13亿元"
 * FigureText.printed({ count: Count.nearly(400), unit: "one" }, "en") // => "nearly 400"
 * ```
 */
export const printed = (value: Printed, language: Text.Language): string => {
  const { count, decimals = 0, unit } = value
  return words[count.qualifier][language] + joined(digits(number(value), decimals, decimals), units[unit][language])
}
