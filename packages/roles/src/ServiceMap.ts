import type { Identifier } from "@louyu/kernel"
import * as Access from "./Access.ts"
import type { AccessPolicy } from "./AccessPolicy.ts"
import type * as Directory from "./Directory.ts"

/**
 * Something a map shows: a record, and the layer it is drawn on.
 *
 * Shape: it is drawn where its unit is; what it says is sealed elsewhere, and the class of the record says how sensitive.
 */
export interface Feature extends Access.RecordRef {
  readonly layer: string
}

/** A feature as far as a reader may see it. Shape: names of fields, no values. */
export interface Shown {
  readonly feature: Feature
  readonly shown: ReadonlyArray<string>
  readonly masked: ReadonlyArray<string>
}

/** How much a reader sees of a layer of a place and what lies in it: the features, and those of which every field shows. */
export interface LayerSeen {
  readonly layer: string
  readonly features: number
  readonly whole: number
}

/**
 * The features of a map a person may see something of for a purpose, as given; others are not told of, not even as a gap.
 *
 * Shape: opens nothing, so nothing is left in the audit; a record is opened with a decision of its own (`Sealed.read`).
 * Cost: O(features x (posts held + fields)).
 * Source: P-41, invariant 14.
 */
export const visible = (
  directory: Directory.Directory,
  policy: AccessPolicy,
  actor: Identifier.PersonId,
  purpose: string,
  features: Iterable<Feature>
): ReadonlyArray<Shown> =>
  [...features].flatMap((feature): ReadonlyArray<Shown> => {
    const { outcome, fields } = Access.decide(directory, policy, actor, { record: feature, purpose })
    if (outcome === "deny") return []
    const names = (showing: Access.Showing) =>
      Object.entries(fields).flatMap(([field, reason]) => (reason.showing === showing ? [field] : []))
    return [{ feature, shown: names("show"), masked: names("mask") }]
  })

/** What a person sees of a map, layer by layer; by name. */
export const layers = (policy: AccessPolicy, seen: ReadonlyArray<Shown>): ReadonlyArray<LayerSeen> => {
  const size = new Map(policy.classes.map(({ id, fields }) => [id, Object.keys(fields).length]))
  return [...Map.groupBy(seen, ({ feature }) => feature.layer)]
    .map(([layer, all]) => ({
      layer,
      features: all.length,
      whole: all.filter(({ feature, shown }) => shown.length === size.get(feature.class)).length
    }))
    .toSorted((a, b) => (a.layer < b.layer ? -1 : 1))
}
