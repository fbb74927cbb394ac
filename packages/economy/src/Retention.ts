import { type CivilDate, type Identifier, Rate } from "@louyu/kernel"
import type { EndReason } from "./Lease.ts"
import * as Presence from "./Presence.ts"
import * as RentRoll from "./RentRoll.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** A tenant that is gone, with what was recorded of the lease that ended last. */
export interface Gone {
  readonly tenant: UnitId
  readonly reason: EndReason | undefined
}

/**
 * How many tenants of one day are still, or again, tenants on a later one.
 *
 * Shape: moves inside the places asked about do not count as leaving. `reason` is `expired` when a lease came to its end
 * without more being said.
 * Source: peers.md section 4; R4-17.
 */
export interface Retention {
  readonly rate: Rate.Dated
  readonly kept: ReadonlyArray<UnitId>
  readonly gone: ReadonlyArray<Gone>
}

const population = { zh: "起始日在驻企业", en: "tenants of the first day" }

// Why the last of the leases a tenant had here by that day ended.
const reasonOf = (roll: RentRoll.RentRoll, ended: ReadonlyArray<RentRoll.Let>): EndReason | undefined => {
  const [last] = ended.toSorted((a, b) => {
    const [left, right] = [a.to ?? "", b.to ?? ""]
    return left > right ? -1 : left < right ? 1 : a.signed.lease < b.signed.lease ? -1 : 1
  })
  if (last === undefined) return undefined
  return RentRoll.lease(roll, last.signed.lease)?.ended?.reason ?? "expired"
}

/**
 * Of the tenants that have space in some places (in all when none are named) on one day, who has so on another.
 *
 * Cost: O(leases of these places).
 */
export const between = (roll: RentRoll.RentRoll, first: Date, second: Date, places?: Iterable<UnitId>): Retention => {
  const here = places === undefined ? undefined : new Set(places)
  const before = Presence.on(roll, first, here)
  const after = new Set(Presence.on(roll, second, here))
  const kept = before.filter((tenant) => after.has(tenant))
  const lost = new Map(before.filter((tenant) => !after.has(tenant)).map((id) => [id, [] as RentRoll.Let[]]))
  for (const { lets } of lost.size === 0 ? [] : RentRoll.spaces(roll, here)) {
    for (const one of lets) {
      if (one.to !== undefined && one.to <= second && RentRoll.isLetIn(one, { from: first })) {
        lost.get(one.signed.tenant)?.push(one)
      }
    }
  }
  const gone = [...lost].map(([tenant, ended]): Gone => ({ tenant, reason: reasonOf(roll, ended) }))
  return { rate: Rate.on(kept.length, before.length, population, second), kept, gone }
}
