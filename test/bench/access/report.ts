import { median, type Rounds, ratio } from "../tree/measure.ts"
import { digits, power, row, times } from "../tree/report.ts"

const names = ["ours", "limit", "CASL", "casbin"] as const

/** A line of the table: every contender's median, ours a second, ours against the limit, and each peer against ours. */
export const line = (what: string, size: number, measured: ReadonlyMap<string, Rounds>): string => {
  const rounds = (name: string): Rounds => measured.get(name) ?? []
  const ours = median(rounds("ours"))
  return row(
    what,
    power(size),
    ...names.map((name) => digits(median(rounds(name)))),
    `${digits(1 / ours)} M`,
    times(ratio(ours > 0 ? rounds("ours") : [], rounds("limit"))),
    times(ratio(rounds("CASL"), rounds("ours"))),
    times(ratio(rounds("casbin"), rounds("ours")))
  )
}

/** A line of figures of ours alone. */
export const figure = (what: string, size: number, value: number): string =>
  row(what, power(size), digits(value), "-", "-", "-", "-", "-", "-", "-")

export const head: ReadonlyArray<string> = [
  row(
    "us an operation",
    "units",
    "ours",
    "limit",
    "CASL",
    "casbin",
    "ours a second",
    "ours / limit",
    "CASL / ours",
    "casbin / ours"
  ),
  row("---", ...Array.from({ length: 9 }, () => "---:"))
]
