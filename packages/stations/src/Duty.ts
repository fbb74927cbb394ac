import { type Identifier, Instant, Period, TimeWindow, type WorkCalendar } from "@louyu/kernel"
import type { RosterId, Slot } from "./RosterCode.ts"
import * as RosterPlan from "./RosterPlan.ts"
import * as State from "./RosterState.ts"
import type { StationId } from "./StationCode.ts"

type UnitId = Identifier.UnitId
type Calendar = WorkCalendar.WorkCalendar

/** A member's duty: where, from when to when, and what it is about. Units: `from` and `to` as {@link Instant.Instant}. */
export interface OnDuty {
  readonly roster: RosterId
  readonly slot: Slot
  readonly unit: UnitId
  readonly station: StationId
  readonly from: Instant.Instant
  readonly to: Instant.Instant
  readonly theme: RosterPlan.Theme | undefined
  readonly standing: State.Duty["standing"]
}

/** From when to when a slot lasts, at the distance from UTC of a calendar. */
export const span = (
  roster: State.Roster,
  slot: Slot,
  calendar: Calendar
): { readonly from: Instant.Instant; readonly to: Instant.Instant } => {
  const { open, close } = State.windowOf(roster, slot)
  return {
    from: Instant.of(slot.date, calendar, TimeWindow.minuteOf(open)),
    to: Instant.of(slot.date, calendar, TimeWindow.minuteOf(close))
  }
}

const read = (roster: State.Roster, { slot, unit, standing, published }: State.Duty, calendar: Calendar) => {
  if (unit === undefined || published === undefined) return []
  const theme = RosterPlan.theme(roster.plan, slot.date)
  const { station } = slot
  return [{ roster: roster.drafted.roster, slot, unit, station, theme, standing, ...span(roster, slot, calendar) }]
}

/**
 * Who is on duty at a moment, and where, as published; whoever missed its duty is not.
 *
 * Cost: O(slots of the day) for each roster.
 * Source: P-19.
 */
export const at = (
  rosters: Iterable<State.Roster>,
  calendar: Calendar,
  moment: Instant.Instant
): ReadonlyArray<OnDuty> => {
  const date = Instant.dateOf(moment, calendar)
  return [...rosters].flatMap((roster) =>
    State.dutiesOn(roster, date)
      .flatMap((duty) => read(roster, duty, calendar))
      .filter(({ from, to, standing }) => from <= moment && moment < to && standing !== "missed")
  )
}

const byTime = (a: OnDuty, b: OnDuty): number => a.from - b.from || (a.slot.slot < b.slot.slot ? -1 : 1)

/** The published duties of a member, in order of time; within a period when one is given. */
export const of = (
  rosters: Iterable<State.Roster>,
  unit: UnitId,
  calendar: Calendar,
  within?: Period.Period
): ReadonlyArray<OnDuty> =>
  [...rosters]
    .flatMap((roster) => State.dutiesOf(roster, unit).flatMap((duty) => read(roster, duty, calendar)))
    .filter(({ slot }) => within === undefined || Period.contains(within, slot.date))
    .sort(byTime)

/** The first duty of a member that begins after a moment, if one is published. */
export const next = (
  rosters: Iterable<State.Roster>,
  unit: UnitId,
  calendar: Calendar,
  after: Instant.Instant
): OnDuty | undefined => of(rosters, unit, calendar).find(({ from }) => from > after)

/** The duties to which nobody came, in order of time; within a period when one is given. Source: P-19. */
export const missed = (
  rosters: Iterable<State.Roster>,
  calendar: Calendar,
  within?: Period.Period
): ReadonlyArray<OnDuty> =>
  [...rosters]
    .flatMap((roster) => State.duties(roster).flatMap((duty) => read(roster, duty, calendar)))
    .filter(
      ({ slot, standing }) => standing === "missed" && (within === undefined || Period.contains(within, slot.date))
    )
    .sort(byTime)
