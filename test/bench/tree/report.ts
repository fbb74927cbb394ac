import { median, type Rounds, ratio } from "./measure.ts"

export const power = (size: number): string =>
  Number.isInteger(Math.log10(size)) ? `10^${Math.log10(size)}` : size.toLocaleString("en")

export const digits = (value: number): string => {
  if (!Number.isFinite(value)) return "-"
  if (value >= 100) return Math.round(value).toLocaleString("en")
  return value.toPrecision(2)
}

export const times = (value: number): string => (Number.isFinite(value) ? `${digits(value)} x` : "-")

export const row = (...cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`

/** A line of figures that are not compared round by round. */
export const figures = (what: string, size: number, values: Readonly<Record<string, number>>): string =>
  row(
    what,
    power(size),
    ...["ours", "limit", "d3", "SQLite"].map((name) => digits(values[name] ?? Number.NaN)),
    "-",
    "-"
  )

/** A line of the table: every contender's median, ours against the limit, and the best peer against ours. */
export const line = (what: string, size: number, measured: ReadonlyMap<string, Rounds>): string => {
  const rounds = (name: string): Rounds => measured.get(name) ?? []
  const peers = ["d3", "SQLite"].map((name) => ratio(rounds(name), rounds("ours"))).filter(Number.isFinite)
  return row(
    what,
    power(size),
    ...["ours", "limit", "d3", "SQLite"].map((name) => digits(median(rounds(name)))),
    times(ratio(rounds("ours"), rounds("limit"))),
    times(Math.min(...peers))
  )
}

export const head: ReadonlyArray<string> = [
  row("us an operation", "units", "ours", "limit", "d3-hierarchy", "SQLite", "ours / limit", "best peer / ours"),
  row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:")
]
