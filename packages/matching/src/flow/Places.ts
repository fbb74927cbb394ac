import * as Result from "effect/Result"
import { CapacityRejected, EntryRepeated, EntryUnknown } from "../AllocationError.ts"
import type { Offer } from "./Problem.ts"

/** The offers and slots of a problem as numbered places; place 0 is the root, the others stand in the order of ids. */
export interface Places {
  /** By place: what it is; nothing for the root. */
  readonly names: ReadonlyArray<{ readonly offer: string; readonly slot?: string } | undefined>
  readonly over: ReadonlyArray<number>
  readonly capacity: ReadonlyArray<number>
  readonly offers: ReadonlyMap<string, { readonly place: number; readonly slots: ReadonlyMap<string, number> }>
}

const isCapacity = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Checks a capacity. */
export const checked = (offer: string, slot: string | undefined, capacity: number) =>
  isCapacity(capacity)
    ? Result.succeed(capacity)
    : Result.fail(new CapacityRejected(slot === undefined ? { offer, capacity } : { offer, slot, capacity }))

/** Orders by id; never by language, so that it is the same everywhere. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * Numbers the offers and their slots.
 *
 * Fails: `CapacityRejected`; `EntryRepeated` for an offer, or a slot of an offer, given twice.
 */
export const make = (offers: ReadonlyArray<Offer>): Result.Result<Places, CapacityRejected | EntryRepeated> => {
  const names: Array<Places["names"][number]> = [undefined]
  const over = [0]
  const capacities = [0]
  const numbered = new Map<string, { readonly place: number; readonly slots: ReadonlyMap<string, number> }>()
  for (const { id, capacity, slots = [] } of offers.toSorted(byId)) {
    if (numbered.has(id)) return Result.fail(new EntryRepeated({ what: "offer", id }))
    const right = checked(id, undefined, capacity)
    if (Result.isFailure(right)) return Result.fail(right.failure)
    const place = names.push({ offer: id }) - 1
    over.push(0)
    capacities.push(capacity)
    const inSlots = new Map<string, number>()
    for (const slot of slots.toSorted(byId)) {
      if (inSlots.has(slot.id)) return Result.fail(new EntryRepeated({ what: "slot", id: `${id} / ${slot.id}` }))
      const slotRight = checked(id, slot.id, slot.capacity)
      if (Result.isFailure(slotRight)) return Result.fail(slotRight.failure)
      inSlots.set(slot.id, names.push({ offer: id, slot: slot.id }) - 1)
      over.push(place)
      capacities.push(slot.capacity)
    }
    numbered.set(id, { place, slots: inSlots })
  }
  return Result.succeed({ names, over, capacity: capacities, offers: numbered })
}

/**
 * The number of an offer, or of one of its slots.
 *
 * Fails: `EntryUnknown`.
 */
export const find = (
  { offers }: Places,
  offer: string,
  slot: string | undefined
): Result.Result<number, EntryUnknown> => {
  const found = offers.get(offer)
  if (found === undefined) return Result.fail(new EntryUnknown({ what: "offer", id: offer }))
  const place = slot === undefined ? found.place : found.slots.get(slot)
  return place === undefined
    ? Result.fail(new EntryUnknown({ what: "slot", id: `${offer} / ${slot}` }))
    : Result.succeed(place)
}
