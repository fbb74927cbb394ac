import type { CivilDate, Identifier, Instant, TimeWindow } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import { type RosterId, readSlot, type Slot, type SlotId, slotOf } from "./RosterCode.ts"
import type * as Event from "./RosterEvent.ts"
import * as RosterPlan from "./RosterPlan.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** How a slot changed hands, and whether the roster was published by then. */
export interface Change {
  readonly sort: "swap" | "substitute" | "override" | "generate" | "cancel"
  readonly from: UnitId | undefined
  readonly to: UnitId | undefined
  readonly on: Date
  readonly published: boolean
}

/** A slot, who is on it, and what became of it. */
export interface Duty {
  readonly slot: Slot
  /** Who is on it; `undefined` for a gap, and for one that was taken back. */
  readonly unit: UnitId | undefined
  readonly published: Date | undefined
  /** Whether it was given by hand, so that generating leaves it alone. */
  readonly pinned: boolean
  readonly standing: "planned" | "started" | "missed" | "cancelled"
  readonly changes: ReadonlyArray<Change>
  readonly checkedIn: Instant.Instant | undefined
}

/** A roster with its whole history. */
export interface Roster {
  readonly drafted: typeof Event.RosterDrafted.Type
  readonly plan: RosterPlan.RosterPlan
  /** How often it was generated. */
  readonly generation: number
  readonly proof: typeof Event.Proof.Type | undefined
  readonly duties: HashMap.HashMap<SlotId, Duty>
  readonly byUnit: HashMap.HashMap<UnitId, ReadonlyArray<SlotId>>
  /** The last day on which something was done with it. */
  readonly last: Date
  /** Everything that was said of it, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event.Saying>
}

/** The rosters of a city. Immutable. */
export interface State {
  readonly rosters: HashMap.HashMap<RosterId, Roster>
}

/** A city without rosters. */
export const initial: State = { rosters: HashMap.empty() }

/** The roster that was just drafted. */
export const drafting = (drafted: typeof Event.RosterDrafted.Type): Roster => ({
  drafted,
  plan: drafted.plan,
  generation: 0,
  proof: undefined,
  duties: HashMap.empty(),
  byUnit: HashMap.empty(),
  last: drafted.on,
  told: HashSet.empty()
})

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A roster. */
export const roster = (state: State, id: RosterId): Roster | undefined => get(state.rosters, id)

/** Every roster. */
export const rosters = (state: State): ReadonlyArray<Roster> => [...HashMap.values(state.rosters)]

/** A slot of a roster, and who is on it. */
export const duty = ({ duties }: Roster, slot: SlotId): Duty | undefined => get(duties, slot)

const compare = (a: Duty, b: Duty): number => (a.slot.slot < b.slot.slot ? -1 : a.slot.slot > b.slot.slot ? 1 : 0)

/** Every slot of a roster by date, then shift, station and seat. */
export const duties = (of: Roster): ReadonlyArray<Duty> => [...HashMap.values(of.duties)].sort(compare)

/** What a member is on, by date. */
export const dutiesOf = (of: Roster, unit: UnitId): ReadonlyArray<Duty> =>
  (get(of.byUnit, unit) ?? []).flatMap((slot) => get(of.duties, slot) ?? []).sort(compare)

/** The slots of a roster on a day, by shift, station and seat as the plan lists them. Cost: O(slots of the day). */
export const dutiesOn = (of: Roster, date: Date): ReadonlyArray<Duty> => {
  const found: Array<Duty> = []
  for (const { shift, stations, needed } of of.plan.shifts) {
    for (const station of stations) {
      for (let seat = 1; seat <= needed; seat++) {
        const known = duty(of, slotOf(date, shift, station, seat).slot)
        if (known !== undefined) found.push(known)
      }
    }
  }
  return found
}

/** When a slot's shift is, on its day. */
export const windowOf = ({ plan }: Roster, { shift }: Slot): TimeWindow.TimeWindow => {
  const found = RosterPlan.shift(plan, shift)
  if (found === undefined) throw new Error(`invariant: the plan has the shift ${shift} of every slot`)
  return found.window
}

/** Whether generating on a day leaves a slot alone: somebody is on it, and it is published, past, or given by hand. */
export const isSettled = ({ slot, unit, published, pinned, standing }: Duty, on: Date): boolean =>
  standing !== "planned" || slot.date < on || (unit !== undefined && (pinned || published !== undefined))

const without = (slots: ReadonlyArray<SlotId>, slot: SlotId): ReadonlyArray<SlotId> =>
  slots.filter((one) => one !== slot)

/** Changes one slot of a roster. */
export const changeDuty = (of: Roster, slot: SlotId, change: (duty: Duty) => Duty): Roster => {
  const before = duty(of, slot) ?? vacant(slot)
  const after = change(before)
  const duties = HashMap.set(of.duties, slot, after)
  if (before.unit === after.unit) return { ...of, duties }
  let { byUnit } = of
  if (before.unit !== undefined)
    byUnit = HashMap.set(byUnit, before.unit, without(get(byUnit, before.unit) ?? [], slot))
  if (after.unit !== undefined) byUnit = HashMap.set(byUnit, after.unit, [...(get(byUnit, after.unit) ?? []), slot])
  return { ...of, duties, byUnit }
}

/** A slot nobody was ever on. */
export const vacant = (slot: SlotId): Duty => ({
  slot: readSlot(slot),
  unit: undefined,
  published: undefined,
  pinned: false,
  standing: "planned",
  changes: [],
  checkedIn: undefined
})

/** Gives a roster all its slots anew. Cost: one pass. */
export const withDuties = (of: Roster, all: Iterable<Duty>): Roster => {
  const duties = HashMap.fromIterable([...all].map((one): [SlotId, Duty] => [one.slot.slot, one]))
  const held = Map.groupBy(HashMap.values(duties), ({ unit }) => unit)
  const byUnit = [...held].flatMap(
    ([unit, own]): ReadonlyArray<[UnitId, ReadonlyArray<SlotId>]> =>
      unit === undefined ? [] : [[unit, own.map(({ slot }) => slot.slot)]]
  )
  return { ...of, duties, byUnit: HashMap.fromIterable(byUnit) }
}
