/** A row by heading; what is left out is an empty cell. */
export type Row = Readonly<Record<string, string | number>>

/** The rows of each file. */
export type Rows = Readonly<Record<string, ReadonlyArray<Row>>>

/** Three digits: the ids of the example have a fixed width. */
export const three = (n: number): string => String(n).padStart(3, "0")

/** Whole numbers from one to another, both included. */
export const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** Puts the rows of several parts into one list for each file. */
export const join = (...parts: ReadonlyArray<Rows>): Rows => {
  const files: Record<string, Array<Row>> = {}
  for (const part of parts) {
    for (const [file, rows] of Object.entries(part)) files[file] = [...(files[file] ?? []), ...rows]
  }
  return files
}
