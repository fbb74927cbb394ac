import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"

/** Who holds something that only one unit can hold at a time, such as an identifier or a chat group. */
export type Register = HashMap.HashMap<string, Timeline.Timeline<Identifier.UnitId>>

/** Nothing is held. */
export const empty: Register = HashMap.empty()

/** Who held the thing of a key, over time. */
export const holders = (register: Register, key: string): Timeline.Timeline<Identifier.UnitId> =>
  Option.getOrElse(HashMap.get(register, key), () => Timeline.empty())

/** The first day of a period on which another unit holds the thing, and that unit. */
export const rival = (
  register: Register,
  key: string,
  unit: Identifier.UnitId,
  period: Period.Period
): { readonly unit: Identifier.UnitId; readonly on: CivilDate.CivilDate } | undefined => {
  const entry = Timeline.restrict(holders(register, key), period).find((one) => one.value !== unit)
  return entry === undefined ? undefined : { unit: entry.value, on: entry.from }
}

/** Lets a unit hold the thing on the days of a period. */
export const take = (register: Register, key: string, unit: Identifier.UnitId, period: Period.Period): Register =>
  HashMap.set(register, key, Timeline.set(holders(register, key), period, unit))

/** Frees the thing on the days of a period, where the unit holds it. */
export const clear = (register: Register, key: string, unit: Identifier.UnitId, period: Period.Period): Register => {
  const kept = holders(register, key).flatMap((entry) =>
    entry.value === unit ? Period.subtract(entry, period).map((left) => ({ ...left, value: unit })) : [entry]
  )
  return HashMap.set(register, key, kept)
}

/** Frees the thing from a date on, where the unit holds it. */
export const release = (register: Register, key: string, unit: Identifier.UnitId, on: CivilDate.CivilDate): Register =>
  clear(register, key, unit, { from: on })
