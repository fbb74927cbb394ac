import {
  type CivilDate,
  type Identifier,
  type KernelError,
  Period,
  Rate,
  Text,
  TimeWindow,
  WorkCalendar
} from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Activity from "./Activity.ts"
import type { Audience } from "./ActivityCommand.ts"
import type { Code, ProgrammeId, ProjectId } from "./Code.ts"

/** Which activities are asked for: all that hold of an activity, and have its date in the period where one is given. */
export interface Filter {
  readonly period?: Period.Period
  readonly programme?: ProgrammeId
  readonly project?: ProjectId
  readonly host?: Identifier.UnitId
  readonly place?: Identifier.UnitId
  readonly brand?: Code
  readonly theme?: Code
  readonly form?: Code
  readonly audience?: Audience
}

const holds = <A>(wanted: A | undefined, there: A | undefined): boolean => wanted === undefined || wanted === there

const matches = (one: Activity.Activity, filter: Filter): boolean => {
  const { planned, date } = one
  return (
    (filter.period === undefined || Period.contains(filter.period, date)) &&
    holds(filter.programme, planned.project?.programme) &&
    holds(filter.project, planned.project?.project) &&
    holds(filter.place, planned.place) &&
    holds(filter.brand, planned.brand) &&
    holds(filter.form, planned.form) &&
    holds(filter.audience, planned.audience) &&
    (filter.host === undefined || Activity.isHostedBy(one, filter.host)) &&
    (filter.theme === undefined || (planned.themes ?? []).includes(filter.theme))
  )
}

const select = (state: Activity.State, is: (one: Activity.Activity) => boolean): ReadonlyArray<Activity.Activity> => {
  const found: Array<Activity.Activity> = []
  for (const one of Activity.all(state)) if (one.standing !== "cancelled" && is(one)) found.push(one)
  return found.sort((a, b) =>
    a.date === b.date ? (a.planned.activity < b.planned.activity ? -1 : 1) : a.date < b.date ? -1 : 1
  )
}

/** The activities that are asked for, by date; those called off are left out. Cost: O(activities). */
export const list = (state: Activity.State, filter: Filter = {}): ReadonlyArray<Activity.Activity> =>
  select(state, (one) => matches(one, filter))

/** How much took place, and how it was taken up. */
export interface Summary {
  readonly activities: number
  readonly held: Rate.Rate
  readonly joint: Rate.Rate
  readonly free: Rate.Rate
  /** Registrations with a place, and those who came of them. */
  readonly came: Rate.Rate
  readonly waiting: number
  readonly hosts: ReadonlyArray<Identifier.UnitId>
  readonly places: ReadonlyArray<Identifier.UnitId>
  readonly outcomes: number
}

const count = (all: ReadonlyArray<Activity.Activity>, is: (one: Activity.Activity) => boolean): number =>
  all.reduce((sum, one) => sum + (is(one) ? 1 : 0), 0)

const sum = (all: ReadonlyArray<Activity.Activity>, of: (one: Activity.Activity) => number): number =>
  all.reduce((total, one) => total + of(one), 0)

/**
 * Sums activities up.
 *
 * Shape: `came` counts only activities that were held; attendance told as one number is not mixed with it.
 * Cost: O(activities).
 * Source: W-02, W-11, D-11, F-07, H-29.
 */
export const summarise = (all: ReadonlyArray<Activity.Activity>): Summary => {
  const held = all.filter(({ standing }) => standing === "held")
  const units = all.flatMap(({ planned }) => planned.hosts)
  const places = all.flatMap(({ planned }) => planned.place ?? [])
  return {
    activities: all.length,
    held: Rate.of(held.length, all.length, Text.of("活动", "activities")),
    joint: Rate.of(count(all, Activity.isJoint), all.length, Text.of("活动", "activities")),
    free: Rate.of(count(all, Activity.isFree), all.length, Text.of("活动", "activities")),
    came: Rate.of(
      sum(held, ({ present }) => present),
      sum(held, (one) => one.places.placed),
      Text.of("已举办活动的报名名额", "places taken at activities that were held")
    ),
    waiting: sum(all, (one) => one.places.waiting),
    hosts: [...new Set(units)].toSorted(),
    places: [...new Set(places)].toSorted(),
    outcomes: sum(all, ({ outcomes }) => outcomes.length)
  }
}

/** When an activity is outside usual working hours, and how. Source: P-39. */
export type Extended = "noon" | "evening" | "weekend" | "holiday"

const noon = { from: TimeWindow.minuteOf(TimeWindow.TimeOfDay.make("11:30")), to: 14 * 60 }
const evening = 18 * 60

/**
 * Tells whether an activity is an extended service, and of which kind; `undefined` when it is in usual hours.
 *
 * Shape: a day off counts as a holiday when the calendar names it, else as weekend; on working days what lies wholly
 * between 11:30 and 14:00 is at noon, what begins at 18:00 or later in the evening.
 * Fails: `CalendarYearUnknown` outside the coverage of the calendar.
 * Source: P-39.
 */
export const extended = (
  { date, window }: Activity.Activity,
  calendar: WorkCalendar.WorkCalendar
): Result.Result<Extended | undefined, KernelError.CalendarYearUnknown> =>
  Result.map(WorkCalendar.dayOn(calendar, date), (day) => {
    if (!day.worked) return day.kind === "offDay" ? "holiday" : "weekend"
    if (window === undefined) return undefined
    const open = TimeWindow.minuteOf(window.open)
    if (open >= noon.from && TimeWindow.minuteOf(window.close) <= noon.to) return "noon"
    return open >= evening ? "evening" : undefined
  })

/** What firms lack: a venue, an activity, a plan, content. Source: P-39 (四无). */
export type Lack = "venue" | "activity" | "plan" | "content"

/** What each lack is called. */
export const lacks: Readonly<Record<Lack, Text.Both>> = {
  venue: { zh: "无场地", en: "no venue" },
  activity: { zh: "无活动", en: "no activity" },
  plan: { zh: "无策划", en: "no plan" },
  content: { zh: "无内涵", en: "no content" }
}

/**
 * Which of the four lacks some hosts still have in a period.
 *
 * Shape: without any activity all else is left open; a venue, a plan (a time of day) and content must be there for every
 * activity.
 * Source: P-39.
 */
export const lacking = (all: ReadonlyArray<Activity.Activity>): ReadonlyArray<Lack> => {
  if (all.length === 0) return ["activity"]
  const missing = (lack: Lack, is: (one: Activity.Activity) => boolean): ReadonlyArray<Lack> =>
    all.some((one) => !is(one)) ? [lack] : []
  return [
    ...missing("venue", ({ planned }) => planned.place !== undefined),
    ...missing("plan", ({ window }) => window !== undefined),
    ...missing("content", ({ planned }) => planned.content !== undefined)
  ]
}

/** The activities of some hosts that a day has, as a calendar shows them. Cost: O(activities). */
export const onDay = (state: Activity.State, date: CivilDate.CivilDate): ReadonlyArray<Activity.Activity> =>
  select(state, (one) => one.date === date)
