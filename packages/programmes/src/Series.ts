import { type CivilDate, type KernelError, type Period, Timeline, type WorkCalendar } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Activity from "./Activity.ts"
import type { PlanActivity } from "./ActivityCommand.ts"
import { ActivityId, type SeriesId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Recurrence from "./Recurrence.ts"
import * as Rule from "./Rule.ts"
import type * as Event from "./SeriesEvent.ts"

type Date = CivilDate.CivilDate

/** On which dates a series takes place, and since when: the same said again from a later day is counted from there. */
export interface Rhythm {
  readonly recurrence: Recurrence.Recurrence
  readonly since: Date
}

/** A series with its dates over time. Source: F-07. */
export interface Series extends Desk.Story<Event.Event> {
  readonly started: Event.SeriesStarted
  readonly rhythms: Timeline.Timeline<Rhythm>
  readonly to: Date | undefined
}

/** The series of a city. Immutable. */
export type State = Desk.Stories<Series>

/** A series. Cost: O(log n). */
export const get = (state: State, id: SeriesId): Series | undefined => Desk.get(state, id)

/** Every series, in no order. */
export const all = (state: State): Iterable<Series> => HashMap.values(state)

/** The days of a series. */
export const life = ({ started, to }: Series): Period.Period => Rule.period(started.from, to)

/** Tells whether a series runs on a date: what activities ask for. */
export const isRunning = (state: State, id: SeriesId, on: Date): boolean => {
  const found = get(state, id)
  return found !== undefined && found.started.from <= on && (found.to === undefined || on < found.to)
}

type Within = { readonly from: Date; readonly to: Date }

/**
 * The dates of a series within a period, in order.
 *
 * Shape: from the day of a change on only the new rule counts: an earlier date that a day off would move to that day or
 * beyond is left out, as at the end of the series.
 * Fails: `CalendarYearUnknown` when a day that matters is outside the coverage of the calendar.
 * Cost: O(days of the period).
 */
export const dates = (
  series: Series,
  calendar: WorkCalendar.WorkCalendar,
  within: Within
): Result.Result<ReadonlyArray<Date>, KernelError.CalendarYearUnknown> => {
  const found = new Set<Date>()
  for (const { from, to, value } of Timeline.restrict(series.rhythms, life(series))) {
    const some = Recurrence.dates(value.recurrence, Rule.period(from, to), calendar, within)
    if (Result.isFailure(some)) return some
    for (const date of some.success) found.add(date)
  }
  return Result.succeed([...found].toSorted())
}

const planned = ({ started }: Series, activity: ActivityId, date: Date, on: Date): PlanActivity => {
  const { _tag, recurrence, from, to, ...shared } = started
  return { ...shared, _tag: "PlanActivity", activity, date, on }
}

/**
 * The commands that plan those activities of a series within a period that are not planned yet.
 *
 * Shape: an activity is named by its series and its date; `on` is the day on which that is planned.
 * Fails: as {@link dates} does.
 */
export const plan = (
  series: Series,
  activities: Activity.State,
  calendar: WorkCalendar.WorkCalendar,
  within: Within,
  on: Date
): Result.Result<ReadonlyArray<PlanActivity>, KernelError.CalendarYearUnknown> =>
  Result.map(dates(series, calendar, within), (found) =>
    found.flatMap((date) => {
      const id = ActivityId.make(`${series.started.series}.${date}`)
      return Activity.get(activities, id) === undefined ? [planned(series, id, date, on)] : []
    })
  )
