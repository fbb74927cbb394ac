import * as Schema from "effect/Schema"

/**
 * What an amount of a building measures.
 *
 * Shape: "百亿级" said of a building without more may mean any of these, so no label is ever read as tax.
 * Source: A-06b.
 */
export const Metric = Schema.Literals(["tax", "output", "assets"])
export type Metric = typeof Metric.Type
