import { type Row, type Rows, range, three } from "../../story/Row.ts"

const buildings = range(1, 240)
const idOf = (n: number): string => `b${three(n)}`

/** Nine buildings that reach the lower tier, and ten that do not, were opened after 2022. */
const isNew = (n: number): boolean => (n >= 150 && n <= 158) || n >= 231

// In 2022 two buildings were above 100 million and four above 10 million that are not any more.
const fellFromHigh = new Set([80, 90])
const fellFromLow = new Set([170, 171, 172, 173])

// Amounts in yuan that differ from building to building, within the bounds of their tier.
const high = (n: number): number => 100_000_000 + ((n * 37) % 90) * 3_141_592
const low = (n: number): number => 10_000_000 + ((n * 53) % 80) * 1_100_007
const below = (n: number): number => 400_000 + ((n * 29) % 70) * 131_313

const in2024 = (n: number): number => {
  // The bounds themselves: as much as it takes, and a fen less.
  if (n === 75) return 100_000_000
  if (n === 76) return 99_999_999.99
  if (n === 158) return 10_000_000
  if (n === 159) return 9_999_999.99
  if (n === 5) return 1_200_000_000
  return n <= 75 ? high(n) : n <= 158 ? low(n) : below(n)
}

const in2022 = (n: number): number => {
  if ((n >= 4 && n <= 57) || fellFromHigh.has(n)) return high(n + 1)
  return n <= 118 || fellFromLow.has(n) ? low(n + 1) : below(n + 1)
}

/** An amount as people write it: some in 亿, others in 万, and some to the fen. */
const written = (amount: number): Row => {
  if (!Number.isInteger(amount)) return { 金额: amount.toFixed(2), 单位: "元" }
  // Whole yuan have four decimals in 万 and eight in 亿 at most.
  const large = amount >= 1_000_000_000
  return large
    ? { 金额: (amount / 100_000_000).toFixed(8), 单位: "亿元" }
    : { 金额: (amount / 10_000).toFixed(4), 单位: "万元" }
}

const told = (n: number, year: number, amount: number, on: string): Row => ({
  楼宇: idOf(n),
  年度: year,
  ...written(amount),
  告知日期: on,
  来源: "示例税务统计"
})

/** Buildings of three invented cities, and what each yielded in 2022 and 2024. */
export const tiers: Rows = {
  "units.csv": [
    { 编号: "province", 类型: "区域", 名称: "示例省", 英文名称: "Example Province" },
    ...["甲", "乙", "丙"].map((name, i) => ({
      编号: `city-${i + 1}`,
      类型: "区域",
      名称: `示例${name}市`,
      英文名称: `Example City ${i + 1}`,
      所在: "province"
    })),
    ...buildings.map((n) => ({
      编号: idOf(n),
      类型: "楼宇",
      名称: `示例商务楼${three(n)}`,
      英文名称: `Example Tower ${n}`,
      所在: `city-${(n % 3) + 1}`,
      起始日期: isNew(n) ? "2023-06-01" : ""
    }))
  ],
  "tax.csv": buildings.flatMap((n) => [
    ...(isNew(n) ? [] : [told(n, 2022, in2022(n), "2023-01-31")]),
    // One building was told too low at first, and the correction brings it into the upper tier.
    ...(n === 75 ? [told(n, 2024, 98_000_000, "2025-01-31")] : []),
    told(n, 2024, in2024(n), n === 75 ? "2025-05-20" : "2025-01-31")
  ])
}
