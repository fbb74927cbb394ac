import { CellExcluded, CellMissing } from "./ExchangeError.ts"
import type { Cells, Columns, Output, Row } from "./Sheet.ts"

type Key<C extends Columns> = keyof Cells<C> & string

/** A column that means nothing without another, and that other. */
export type Need<K extends string> = readonly [column: K, needed: K]

/** Columns that stand together: each needs the other. */
export const together = <K extends string>(
  pairs: ReadonlyArray<readonly [one: K, other: K]>
): ReadonlyArray<readonly [K, K]> => pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])

/** Refuses those of the columns that a row leaves empty; tells whether there were none. */
export const isFilled = <C extends Columns>(row: Row<C>, columns: Iterable<Key<C>>, out: Output<C>): boolean => {
  const missing = [...new Set(columns)].filter((column) => row.cells[column] === undefined)
  for (const column of missing) out.refuse(row, column, new CellMissing({}))
  return missing.length === 0
}

/** Refuses the columns a row leaves empty although others need them; tells whether there were none. */
export const isWhole = <C extends Columns>(row: Row<C>, needs: ReadonlyArray<Need<Key<C>>>, out: Output<C>): boolean =>
  isFilled(
    row,
    needs.flatMap(([column, needed]) => (row.cells[column] === undefined ? [] : [needed])),
    out
  )

/** What rows of one sort need to say, and what else they may. */
export interface Shape<K extends string> {
  readonly needs: ReadonlyArray<K>
  readonly may: ReadonlyArray<K>
}

/** Every column that a row of some sort needs or may have. */
export const detailsOf = <K extends string>(shapes: Readonly<Record<string, Shape<K>>>): ReadonlyArray<K> => [
  ...new Set(Object.values(shapes).flatMap(({ needs, may }) => [...needs, ...may]))
]

/**
 * Refuses what a row of one sort says too little or too much; tells whether there was nothing.
 *
 * Shape: `details` are the columns rows of any sort may have, `because` what tells the sort, for example `what=swap`.
 */
export const isShaped = <C extends Columns>(
  row: Row<C>,
  { needs, may }: Shape<Key<C>>,
  {
    details,
    because,
    out
  }: { readonly details: ReadonlyArray<Key<C>>; readonly because: string; readonly out: Output<C> }
): boolean => {
  const isNeededFilled = isFilled(row, needs, out)
  const excess = details.filter(
    (column) => row.cells[column] !== undefined && !needs.includes(column) && !may.includes(column)
  )
  for (const column of excess) out.refuse(row, column, new CellExcluded({ column: because }))
  return isNeededFilled && excess.length === 0
}
