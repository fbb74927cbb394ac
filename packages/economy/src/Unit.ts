import * as Schema from "effect/Schema"

/** What is measured; only what is of one dimension can be compared. */
export type Dimension = "number" | "share" | "money" | "area" | "duration" | "moneyPerArea"

/** What a unit measures, how large it is, and how it is written. */
export interface Measure {
  readonly dimension: Dimension
  /** How many of the dimension's smallest unit here: fen, square metres, days, ones. As a ratio, so that it is exact. */
  readonly scale: readonly [numerator: number, denominator: number]
  readonly zh: string
  readonly en: string
}

const unit = (dimension: Dimension, zh: string, en: string, numerator: number, denominator = 1): Measure => ({
  dimension,
  scale: [numerator, denominator],
  zh,
  en
})

/** The units in which figures are held and printed. */
export const units = {
  one: unit("number", "", "", 1),
  tenThousand: unit("number", "万", "× 10,000", 10_000),
  share: unit("share", "", "", 1),
  percent: unit("share", "%", "%", 1, 100),
  permille: unit("share", "‰", "‰", 1, 1000),
  fen: unit("money", "分", "fen", 1),
  yuan: unit("money", "元", "yuan", 100),
  tenThousandYuan: unit("money", "万元", "× 10,000 yuan", 1_000_000),
  hundredMillionYuan: unit("money", "亿元", "× 100 million yuan", 10_000_000_000),
  squareMetre: unit("area", "平方米", "m²", 1),
  tenThousandSquareMetres: unit("area", "万平方米", "× 10,000 m²", 10_000),
  squareKilometre: unit("area", "平方公里", "km²", 1_000_000),
  day: unit("duration", "天", "days", 1),
  fenPerSquareMetre: unit("moneyPerArea", "分/平方米", "fen/m²", 1),
  yuanPerSquareMetre: unit("moneyPerArea", "元/平方米", "yuan/m²", 100),
  hundredMillionYuanPerSquareKilometre: unit("moneyPerArea", "亿元/平方公里", "× 100 million yuan/km²", 10_000)
} as const satisfies Record<string, Measure>

/** Names a unit. */
export type Unit = keyof typeof units

const isUnit = (name: string): name is Unit => Object.hasOwn(units, name)

/** The schema of the name of a unit. */
export const Unit = Schema.Literals(Object.keys(units).filter(isUnit))

/** What a unit measures. */
export const dimension = (unit: Unit): Dimension => units[unit].dimension

/**
 * How many of the second unit are one of the first, as a ratio of whole numbers; `undefined` when they measure other
 * things.
 *
 * ```ts
 * Unit.between("share", "percent") // => [100, 1]
 * Unit.between("squareKilometre", "tenThousandYuan") // => undefined
 * ```
 */
export const between = (from: Unit, to: Unit): readonly [numerator: number, denominator: number] | undefined => {
  const one = units[from]
  const other = units[to]
  if (one.dimension !== other.dimension) return undefined
  const numerator = one.scale[0] * other.scale[1]
  const denominator = one.scale[1] * other.scale[0]
  // The scales are powers of ten: one divides the other.
  return numerator >= denominator ? [numerator / denominator, 1] : [1, denominator / numerator]
}
