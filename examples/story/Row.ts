/** A row by heading; what is left out is an empty cell. */
export type Row = Readonly<Record<string, string | number>>

/** The rows of each file. */
export type Rows = Readonly<Record<string, ReadonlyArray<Row>>>

/** Puts the rows of several parts into one list for each file. */
export const join = (...parts: ReadonlyArray<Rows>): Rows => {
  const files: Record<string, Array<Row>> = {}
  for (const part of parts) {
    for (const [file, rows] of Object.entries(part)) files[file] = [...(files[file] ?? []), ...rows]
  }
  return files
}

/** Whole numbers from one to another, both included. */
export const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** Two digits, three digits: the ids of the examples have a fixed width. */
export const two = (n: number): string => String(n).padStart(2, "0")
export const three = (n: number): string => String(n).padStart(3, "0")

const digits = "零一二三四五六七八九"

/** A number up to 99 in Chinese. */
export const chinese = (n: number): string => {
  const tens = Math.floor(n / 10)
  const ones = n % 10 === 0 ? "" : digits.charAt(n % 10)
  if (tens === 0) return digits.charAt(n)
  return `${tens === 1 ? "" : digits.charAt(tens)}十${ones}`
}

/** A place or unit, as a row of `units.csv`. */
export const unit = (id: string, kind: string, zh: string, en: string, more: Row = {}): Row => ({
  编号: id,
  类型: kind,
  名称: zh,
  英文名称: en,
  ...more
})
