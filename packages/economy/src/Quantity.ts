import { Count } from "@louyu/kernel"

/** A number together with how exactly it is known; unlike a count it may have parts and be below zero. */
export interface Quantity {
  readonly value: number
  readonly qualifier: Count.Qualifier
}

/** Takes a plain number for exact, and leaves what is qualified as it is. */
export const of = (quantity: number | Quantity): Quantity =>
  typeof quantity === "number" ? { value: quantity, qualifier: "exact" } : quantity

/** Tells whether it is known to the last one. */
export const isExact = ({ qualifier }: Quantity): boolean => qualifier === "exact"

// How qualifiers go together is told by counts; their values do not matter here.
const joined = (one: Count.Qualifier, other: Count.Qualifier): Count.Qualifier =>
  Count.sum([
    { value: 0, qualifier: one },
    { value: 0, qualifier: other }
  ]).qualifier

const over = (one: Count.Qualifier, other: Count.Qualifier): Count.Qualifier =>
  Count.ratio({ value: 1, qualifier: one }, { value: 1, qualifier: other })?.qualifier ?? "about"

/**
 * Adds quantities. The sum is exact only when every one is.
 *
 * Source: invariant 15.
 */
export const add = (one: Quantity, other: Quantity): Quantity => ({
  value: one.value + other.value,
  qualifier: joined(one.qualifier, other.qualifier)
})

/** Takes the second from the first: what is at least so much takes away at least so much. */
export const subtract = (one: Quantity, other: Quantity): Quantity => ({
  value: one.value - other.value,
  qualifier: over(one.qualifier, other.qualifier)
})

/** Divides one by another; `undefined` when there is nothing to divide by. */
export const divide = (one: Quantity, other: Quantity): Quantity | undefined =>
  other.value === 0 ? undefined : { value: one.value / other.value, qualifier: over(one.qualifier, other.qualifier) }
