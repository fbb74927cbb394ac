import { CivilDate, type Count, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Figure from "../src/Figure.ts"
import * as Indicator from "../src/Indicator.ts"
import * as Indicators from "../src/Indicators.ts"
import { Published } from "../src/Published.ts"
import type * as Quantity from "../src/Quantity.ts"
import type * as RollUp from "../src/RollUp.ts"

export const day = CivilDate.make
export const indicator = (id: string): Indicator.Indicator => Result.getOrThrow(Indicator.get(Indicators.common, id))

export const scope = (id: string): Figure.Scope => ({ id, names: Text.of(id) })
export const at = (id = "cbd", on = "2022-12-31"): Figure.At => ({ on: day(on), scope: scope(id) })

type Given = number | Quantity.Quantity

export const rate = (id: string, part: Given, whole: Given, where: Figure.At = at()): Figure.Figure =>
  Result.getOrThrow(Figure.rate(indicator(id), part, whole, where))
export const amount = (id: string, quantity: Given, where: Figure.At = at()): Figure.Figure =>
  Result.getOrThrow(Figure.amount(indicator(id), quantity, where))

type Encoded = typeof Published.Encoded
/** A published figure; what is not said is of the CBD at the end of 2022. */
export const published = (
  id: string,
  indicator: string,
  count: Count.Count,
  unit: Encoded["printed"]["unit"],
  more: Partial<Encoded> & { readonly decimals?: number; readonly fall?: boolean } = {}
): Published => {
  const { decimals, fall, ...rest } = more
  return Schema.decodeUnknownSync(Published)({
    publication: id,
    indicator,
    scope: scope("cbd"),
    printed: {
      count,
      unit,
      ...(decimals === undefined ? {} : { decimals }),
      ...(fall === undefined ? {} : { fall })
    },
    on: "2022-12-31",
    source: "报道",
    published: "2023-01-15",
    ...rest
  })
}

/** A tree from each node to what lies under it, the first on top. */
export const tree = (
  under: Readonly<Record<string, ReadonlyArray<string>>>,
  roots: ReadonlyArray<string> = Object.keys(under).slice(0, 1)
): RollUp.Tree<string> => ({ roots, children: (id) => under[id] ?? [], scope })
