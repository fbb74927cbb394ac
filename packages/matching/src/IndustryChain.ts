import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code } from "./Category.ts"

/** Names an industry chain. */
export const ChainId = Code.pipe(Schema.brand("ChainId"))
export type ChainId = typeof ChainId.Type

/** Names a position of a chain. */
export const PositionId = Code.pipe(Schema.brand("PositionId"))
export type PositionId = typeof PositionId.Type

/**
 * A position of a chain: what is done there, and which positions it supplies.
 *
 * Shape: `core` positions are those the others gather around (H-32).
 */
export const Position = Schema.Struct({
  id: PositionId,
  names: Text.Text,
  core: Schema.optionalKey(Schema.Boolean),
  supplies: Schema.optionalKey(Schema.Array(PositionId))
})
export type Position = typeof Position.Type

/**
 * An industry chain: who supplies whom, from upstream to downstream.
 *
 * Source: H-32 (dual carbon), H-33 (garments: research, design, pattern-making, production, display, sales).
 */
export const IndustryChain = Schema.Struct({
  id: ChainId,
  names: Text.Text,
  positions: Schema.NonEmptyArray(Position)
})
export type IndustryChain = typeof IndustryChain.Type

/** How one position stands to another in a chain. */
export type Bearing = "upstream" | "downstream" | "same" | "none"

/** Tells whether a position supplies another one directly, or is supplied by it. */
export const bearing = ({ positions }: IndustryChain, one: PositionId, other: PositionId): Bearing => {
  const supplies = (from: PositionId, to: PositionId): boolean =>
    positions.find(({ id }) => id === from)?.supplies?.includes(to) === true
  if (one === other) return "same"
  return supplies(one, other) ? "upstream" : supplies(other, one) ? "downstream" : "none"
}
