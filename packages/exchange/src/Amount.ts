import type { Capacity } from "@louyu/matching"
import { optional } from "./Column.ts"
import { CapacityIncomplete } from "./ExchangeError.ts"
import * as Form from "./Form.ts"
import * as ListForm from "./ListForm.ts"
import type { Cells, Output, Row } from "./Sheet.ts"

/** Columns that say how much there is of something. */
export const capacity = {
  capacity: optional(Form.count(), "容量", ["能承接多少；空则不限", "how much there is; where empty, no limit"]),
  countedIn: optional(ListForm.word, "计量单位", ["容量数的是什么，如 座、人次", "what is counted: seats, visits"]),
  per: optional(ListForm.per, "周期", [
    "容量按什么计：同时、每日、总量等",
    "per what time: in use at once, a day, a week, in all"
  ])
}

/** The capacity a row says, or none; `undefined` where only a part of it is written, which is refused. */
export const capacityOf = <C extends typeof capacity>(
  row: Row<C>,
  out: Output<C>
): { readonly capacity: Capacity.Capacity | undefined } | undefined => {
  const { capacity: amount, countedIn: unit, per }: Cells<typeof capacity> = row.cells
  if (amount === undefined && unit === undefined && per === undefined) return { capacity: undefined }
  if (amount !== undefined && unit !== undefined && per !== undefined) return { capacity: { amount, unit, per } }
  const missing = amount === undefined ? "capacity" : unit === undefined ? "countedIn" : "per"
  out.refuse(row, missing, new CapacityIncomplete({}))
  return undefined
}
