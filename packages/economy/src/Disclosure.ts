import { type Identifier, Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as TaxTier from "./TaxTier.ts"

type UnitId = Identifier.UnitId

/**
 * From which level of access on an amount is seen, and from which on only its tier.
 *
 * Shape: `least` is the smallest number of buildings whose sum is shown to a reader who may see tiers only.
 * Source: invariant 14, F-02, 2.8.
 */
export interface Policy {
  readonly scale: TaxTier.Scale
  readonly exactFrom: number
  readonly tierFrom: number
  readonly least: number
}

/** The sum of so many buildings is shown when nothing else is said. */
export const least = 3

/** What a reader sees of an amount. */
export type Shown =
  | { readonly _tag: "exact"; readonly amount: Money.Money }
  /** Shape: `threshold` is the one it reaches, `undefined` for none; units: fen. */
  | { readonly _tag: "tier"; readonly tier: number; readonly threshold: Money.Money | undefined }
  | { readonly _tag: "nothing" }

const nothing: Shown = { _tag: "nothing" }

type Sight = "exact" | "tier" | "nothing"

// Whatever is not a level that suffices, such as none or no number, sees nothing.
const sightOf = ({ exactFrom, tierFrom }: Policy, level: number | undefined): Sight => {
  if (level === undefined) return "nothing"
  if (level >= exactFrom) return "exact"
  return level >= tierFrom ? "tier" : "nothing"
}

/**
 * What a reader of a level of access sees of an amount.
 *
 * Shape: whoever has no level, and whatever has no figure, gets nothing.
 * Source: invariant 14.
 *
 * ```ts
 * import { Money } from "@louyu/kernel"
 * const policy = { scale: TaxTier.taxScale, exactFrom: 3, tierFrom: 1, least: 3 }
 * Disclosure.of(policy, 2, Money.fen(12_000_000_000)) // => { _tag: "tier", tier: 2, threshold: 10000000000 }
 * Disclosure.of(policy, undefined, Money.fen(12_000_000_000)) // => { _tag: "nothing" }
 * ```
 */
export const of = (policy: Policy, level: number | undefined, amount: Money.Money | undefined): Shown => {
  const sight = sightOf(policy, level)
  if (amount === undefined || sight === "nothing") return nothing
  if (sight === "exact") return { _tag: "exact", amount }
  const tier = TaxTier.of(policy.scale, amount)
  return { _tag: "tier", tier, threshold: policy.scale.thresholds[tier - 1] }
}

/** A sum and its parts as a reader sees them: what is not shown is `undefined`. */
export interface Breakdown<Key> {
  readonly total: Money.Money | undefined
  readonly parts: ReadonlyMap<Key, Money.Money | undefined>
}

// A building that yielded nothing hides nobody.
const crowd = (amounts: TaxTier.Amounts): number => [...amounts.values()].filter((amount) => amount !== 0).length

const sum = (amounts: Iterable<Money.Money>): Money.Money | undefined =>
  Result.getOrElse(Money.sum(amounts), () => undefined)

const noParts = <Key>(parts: Iterable<Key>): ReadonlyMap<Key, undefined> =>
  new Map([...parts].map((key) => [key, undefined]))

// The parts that may be shown beside the total: as what is hidden is the rest of it, the rest must be large enough, too.
const showable = <Key>(
  counted: ReadonlyArray<{ readonly key: Key; readonly size: number }>,
  few: number
): ReadonlySet<Key> => {
  const shown = counted.filter(({ size }) => size >= few).sort((a, b) => a.size - b.size)
  let hidden = counted.filter(({ size }) => size < few).reduce((all, { size }) => all + size, 0)
  while (hidden > 0 && hidden < few) {
    const next = shown.shift()
    if (next === undefined) break
    hidden += next.size
  }
  return new Set(shown.map(({ key }) => key))
}

/**
 * A sum and its parts as a reader of a level of access may see them.
 *
 * Shape: who may see tiers only sees no sum of fewer buildings than the policy asks for, neither shown nor left over
 * when the parts that are shown are taken from the total. Parts that share a building are not shown at all: what they
 * overlap in could be worked out. A sum that is too large to be exact is not shown.
 * Source: invariant 14, F-02.
 */
export const breakdown = <Key>(
  policy: Policy,
  level: number | undefined,
  parts: ReadonlyMap<Key, TaxTier.Amounts>
): Breakdown<Key> => {
  const sight = sightOf(policy, level)
  const hidden = { total: undefined, parts: noParts(parts.keys()) }
  if (sight === "nothing") return hidden
  const union = new Map<UnitId, Money.Money>([...parts.values()].flatMap((amounts) => [...amounts]))
  const total = sum(union.values())
  const counted = [...parts].map(([key, amounts]) => ({ key, size: crowd(amounts) }))
  if (sight === "exact") {
    return { total, parts: new Map([...parts].map(([key, amounts]) => [key, sum(amounts.values())])) }
  }
  if (crowd(union) < policy.least) return hidden
  const disjoint = [...parts.values()].reduce((all, amounts) => all + amounts.size, 0) === union.size
  if (!disjoint) return { total, parts: hidden.parts }
  const shown = showable(counted, policy.least)
  return {
    total,
    parts: new Map([...parts].map(([key, amounts]) => [key, shown.has(key) ? sum(amounts.values()) : undefined]))
  }
}
