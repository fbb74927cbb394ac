import { IndustryCode, Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as SizeClass from "../src/SizeClass.ts"
import * as SizeTable from "../src/SizeTable.ts"

const table = SizeTable.edition2017
const code = (digits: string): IndustryCode.IndustryCode => ({ edition: "GB/T 4754-2017", code: digits })
const wan = (amount: number): Money.Money => Money.fen(amount * 1_000_000)

// The rule as it is printed, typed in anew: row, an industry of it, X persons, Y and Z in 10,000 yuan.
const printed: ReadonlyArray<readonly [string, string, string, string, string]> = [
  ["farming", "0111", "-", "20000/500/50", "-"],
  ["industry", "3911", "1000/300/20", "40000/2000/300", "-"],
  ["construction", "4710", "-", "80000/6000/300", "80000/5000/300"],
  ["wholesale", "5132", "200/20/5", "40000/5000/1000", "-"],
  ["retail", "5232", "300/50/10", "20000/500/100", "-"],
  ["transport", "5437", "1000/300/20", "30000/3000/200", "-"],
  ["storage", "5920", "200/100/20", "30000/1000/100", "-"],
  ["post", "6020", "1000/300/20", "30000/2000/100", "-"],
  ["lodging", "6110", "300/100/10", "10000/2000/100", "-"],
  ["catering", "6210", "300/100/10", "10000/2000/100", "-"],
  ["transmission", "6422", "2000/100/10", "100000/1000/100", "-"],
  ["software", "6513", "300/100/10", "10000/1000/50", "-"],
  ["development", "7010", "-", "200000/1000/100", "10000/5000/2000"],
  ["property", "7020", "1000/300/100", "5000/1000/500", "-"],
  ["business", "7264", "300/100/10", "-", "120000/8000/100"],
  ["other", "7320", "300/100/10", "-", "-"]
]

const names = ["employees", "revenue", "assets"] as const
type Name = (typeof names)[number]
type Values = Readonly<Partial<Record<Name, number>>>

const boundsOf = (row: (typeof printed)[number]): ReadonlyArray<readonly [Name, ReadonlyArray<number>]> =>
  names.flatMap((name, i) => {
    const text = row[i + 2] ?? "-"
    return text === "-" ? [] : [[name, text.split("/").map(Number)] as const]
  })

const indicators = (values: Values): SizeClass.Indicators => ({
  ...(values.employees === undefined ? {} : { employees: values.employees }),
  ...(values.revenue === undefined ? {} : { revenue: wan(values.revenue) }),
  ...(values.assets === undefined ? {} : { assets: wan(values.assets) })
})

// The sentence of the rule: all lower bounds of a class must be met, else a class down.
const oracle = (row: (typeof printed)[number], values: Values): SizeClass.SizeClass => {
  const bounds = boundsOf(row)
  const meets = (at: number) => bounds.every(([name, all]) => (values[name] ?? 0) >= (all[at] ?? 0))
  return meets(0) ? "large" : meets(1) ? "medium" : meets(2) ? "small" : "micro"
}

describe("the statistical size class", () => {
  it("is told for every row of the table as the rule says, below, at and above every bound of every indicator", () => {
    expect(printed.map(([id]) => id)).toEqual(table.rows.map(({ id }) => id))
    let cases = 0
    for (const row of printed) {
      const bounds = boundsOf(row)
      const values = bounds.map(([name, all]) =>
        [0, ...all.flatMap((bound) => [bound - 1, bound, bound + 1])].map((value) => [name, value] as const)
      )
      const combinations = values.reduce<ReadonlyArray<Values>>(
        (some, own) => some.flatMap((one) => own.map(([name, value]) => ({ ...one, [name]: value }))),
        [{}]
      )
      for (const given of combinations) {
        cases++
        const size = SizeClass.classify(table, code(row[1]), indicators(given))
        expect(size).toEqual({ _tag: "classified", size: oracle(row, given), row: row[0] })
      }
    }
    // 100 for a row of two indicators, 10 for one.
    expect(cases).toBe(14 * 100 + 2 * 10)
  })

  it("counts an amount one fen below a bound as below it", () => {
    const at = (fen: number) => SizeClass.classify(table, code("6513"), { employees: 300, revenue: Money.fen(fen) })
    expect(at(10_000_000_000)).toMatchObject({ size: "large" })
    expect(at(9_999_999_999)).toMatchObject({ size: "medium" })
  })

  it.each([
    ["B", "industry"],
    ["C", "industry"],
    ["44", "industry"],
    ["A", "farming"],
    ["05", "farming"],
    ["591", "transport"],
    ["5810", "transport"],
    ["599", "storage"],
    ["63", "transmission"],
    ["L", "business"],
    ["7111", "business"],
    ["703", "other"],
    ["8521", "other"],
    ["N", "other"],
    ["R", "other"],
    ["O", "other"]
  ])("finds for industry %s the row %s", (digits, row) => {
    expect(SizeClass.rowOf(table, code(digits))?.id).toBe(row)
  })

  it.each(["J", "66", "6920", "P", "8336", "84", "8411", "S", "T", "53", "5310", "704"])(
    "does not classify industry %s, which no row speaks for, whatever its figures",
    (digits) => {
      expect(SizeClass.classify(table, code(digits), { employees: 5000 })).toEqual({ _tag: "unclassified" })
    }
  )

  it.each(["F", "G", "H", "I", "K", "70", "59", "Q"])("asks for a finer code than %s", (digits) => {
    const unknown = { _tag: "unknown", missing: ["industry"], atMost: "large" }
    expect(SizeClass.classify(table, code(digits), { employees: 5000 })).toEqual(unknown)
  })

  it("is not known without an industry, or with one of another edition", () => {
    const unknown = { _tag: "unknown", missing: ["industry"], atMost: "large" }
    expect(SizeClass.classify(table, undefined, {})).toEqual(unknown)
    expect(SizeClass.classify(table, { edition: "GB/T 4754-2011", code: "6510" }, {})).toEqual(unknown)
  })

  it("names what is missing, and says micro as soon as one indicator does", () => {
    const classify = (values: Values) => SizeClass.classify(table, code("4710"), indicators(values))
    expect(classify({})).toEqual({ _tag: "unknown", missing: ["revenue", "assets"], atMost: "large" })
    expect(classify({ revenue: 7000 })).toEqual({ _tag: "unknown", missing: ["assets"], atMost: "medium" })
    expect(classify({ revenue: 299 })).toEqual({ _tag: "classified", size: "micro", row: "construction" })
  })

  it("never falls when an indicator rises, and never depends on one its row does not use", () => {
    const value = fc.integer({ min: 0, max: 250_000 })
    fc.assert(
      fc.property(
        fc.constantFrom(...printed),
        fc.record({ employees: value, revenue: value, assets: value }),
        fc.constantFrom(...names),
        value,
        (row, values, name, more) => {
          const rank = (given: Values): number => {
            const size = SizeClass.classify(table, code(row[1]), indicators(given))
            return size._tag === "classified" ? SizeClass.sizes.indexOf(size.size) : -1
          }
          const before = rank(values)
          const later = rank({ ...values, [name]: values[name] + more })
          expect(before).toBeGreaterThanOrEqual(0)
          expect(later).toBeGreaterThanOrEqual(before)
          if (!boundsOf(row).some(([used]) => used === name)) expect(later).toBe(before)
        }
      ),
      { numRuns: 500, seed: 200 }
    )
  })

  it("is data: the table decodes as it is, and one with falling bounds or a code in two rows does not", () => {
    const decode = Schema.decodeUnknownResult(SizeTable.SizeTable)
    expect(Result.getOrThrow(decode(table))).toEqual(table)
    const [first, ...rest] = table.rows
    const twice = { ...table, rows: [first, ...rest, { ...first, id: "again" }] }
    const bounds = { large: 10, medium: 10, small: 1 }
    const falling = { ...table, rows: [{ ...first, employees: bounds }] }
    for (const wrong of [twice, falling]) expect(Result.isFailure(decode(wrong))).toBe(true)
  })

  it("can be told by another edition of the rule", () => {
    const bounds = { large: 30, medium: 20, small: 10 }
    const row = { id: "all", names: { zh: "全部" }, codes: ["J"] as const, employees: bounds }
    const own = { id: "own", names: { zh: "自定" }, industries: IndustryCode.edition2017, rows: [row] as const }
    expect(SizeClass.classify(own, code("66"), { employees: 20 })).toMatchObject({ size: "medium" })
    expect(SizeClass.classify(own, code("65"), { employees: 20 })).toEqual({ _tag: "unclassified" })
  })
})
