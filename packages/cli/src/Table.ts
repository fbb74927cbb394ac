import * as Display from "./Display.ts"

/** A column: its heading, and on which side its cells stand. */
export interface Column {
  readonly head: string
  readonly align?: "left" | "right"
}

/**
 * Lines up rows under headings, by what the eye sees and not by characters.
 *
 * ```ts
 * Table.lines([{ head: "名称" }, { head: "n", align: "right" }], [["楼宇", "16"], ["A", "2"]])
 * // => ["名称   n", "楼宇  16", "A      2"]
 * ```
 */
export const lines = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  headStyle: (text: string) => string = (text) => text
): ReadonlyArray<string> => {
  const widths = columns.map(({ head }, i) =>
    rows.reduce((most, row) => Math.max(most, Display.width(row[i] ?? "")), Display.width(head))
  )
  const line = (cells: ReadonlyArray<string>, style: (text: string) => string = (text) => text) =>
    columns
      .map(({ align = "left" }, i) => style(Display.pad(cells[i] ?? "", widths[i] ?? 0, align)))
      .join("  ")
      .trimEnd()
  const heads = columns.map(({ head }) => head)
  const head = heads.every((text) => text === "") ? [] : [line(heads, headStyle)]
  return [...head, ...rows.map((row) => line(row))]
}
