import { RowsDisagree } from "./ExchangeError.ts"
import type { Cells, Columns, Output, Row } from "./Sheet.ts"

/** Refuses the rows of one thing that differ from the first in what should be the same; tells whether there were none. */
export const agree = <C extends Columns>(
  [first, ...more]: readonly [Row<C>, ...ReadonlyArray<Row<C>>],
  same: ReadonlyArray<keyof Cells<C> & string>,
  out: Output<C>
): boolean => {
  let isAgreed = true
  for (const row of more) {
    for (const column of same) {
      if (JSON.stringify(row.cells[column]) === JSON.stringify(first.cells[column])) continue
      out.refuse(row, column, new RowsDisagree({ firstRow: first.number }))
      isAgreed = false
    }
  }
  return isAgreed
}
