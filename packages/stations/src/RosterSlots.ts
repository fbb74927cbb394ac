import { CivilDate, Period, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Days from "./Days.ts"
import { type Slot, slotOf } from "./RosterCode.ts"
import { CycleOpen, CycleWithoutDays, type GenerationError } from "./RosterError.ts"
import type { RosterPlan, ShiftDays } from "./RosterPlan.ts"

type Date = CivilDate.CivilDate

/** Tells whether a shift is on, on a day of which it is known what the calendar says. */
const isOn = ({ on: days, also, except }: ShiftDays, date: Date, day: Days.DayClass | undefined): boolean => {
  if (except?.includes(date)) return false
  return (days !== undefined && day !== undefined && Days.has(days, day)) || (also?.includes(date) ?? false)
}

/**
 * Every place to be filled in the cycle of a plan, by date, then as the plan lists shifts and stations.
 *
 * Shape: make-up workdays are worked, public holidays are not, also where they fall on a weekend.
 * Fails: `CycleOpen`; `CycleWithoutDays` when there is none; `CalendarYearUnknown` when a shift is more than listed dates and
 * the calendar does not know a day.
 * Cost: O(days × shifts + slots).
 */
export const all = (
  { cycle, shifts }: RosterPlan,
  calendar: WorkCalendar.WorkCalendar
): Result.Result<ReadonlyArray<Slot>, GenerationError> => {
  const { from, to } = cycle
  if (to === undefined) return Result.fail(new CycleOpen({ from }))
  const asking = shifts.some(({ days }) => days.on !== undefined)
  const slots: Array<Slot> = []
  for (let date = from; date < to; date = CivilDate.addDays(date, 1)) {
    const known = asking ? WorkCalendar.dayOn(calendar, date) : Result.succeed(undefined)
    if (Result.isFailure(known)) return Result.fail(known.failure)
    const kind = known.success?.kind
    const day = kind === undefined ? undefined : { weekday: CivilDate.weekday(date), kind }
    for (const { shift, stations, needed, days } of shifts) {
      if (!isOn(days, date, day)) continue
      for (const station of stations) {
        for (let seat = 1; seat <= needed; seat++) slots.push(slotOf(date, shift, station, seat))
      }
    }
  }
  return slots.length === 0 ? Result.fail(new CycleWithoutDays({ from, to })) : Result.succeed(slots)
}

/** Tells of slots whether a plan speaks of their shift, station, seat and cycle, whatever its days. Cost: O(1) a slot. */
export const inPlan = ({ cycle, shifts }: RosterPlan): ((slot: Slot) => boolean) => {
  const known = new Map(shifts.map(({ shift, stations, needed }) => [shift, { stations: new Set(stations), needed }]))
  return ({ date, shift, station, seat }) => {
    const { stations, needed } = known.get(shift) ?? { needed: 0 }
    return seat <= needed && stations?.has(station) === true && Period.contains(cycle, date)
  }
}
