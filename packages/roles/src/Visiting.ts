import { CivilDate, type Identifier, type KernelError, Period, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Cadence } from "./RoleScheme.ts"
import type { NeedOrigin } from "./VisitCommand.ts"
import type { Plan, VisitLog } from "./VisitLog.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate
type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown>

const months: Readonly<Record<Exclude<Extract<Cadence, string>, "weekly">, number>> = {
  monthly: 1,
  quarterly: 3,
  yearly: 12
}

/**
 * The last day on which the next visit is still in time, counted from the last visit (or the beginning of the plan).
 *
 * Shape: a week is seven days, a month a calendar month; a due day that is not worked moves to the next working day.
 * Fails: `CalendarYearUnknown` beyond the calendar.
 * Source: W-07 (weekly fixed point), P-29.
 */
export const due = (calendar: WorkCalendar.WorkCalendar, every: Cadence, since: Date): Answer<Date> => {
  if (typeof every === "object") return WorkCalendar.addWorkdays(calendar, since, every.workdays)
  const day = every === "weekly" ? CivilDate.addDays(since, 7) : CivilDate.addMonths(since, months[every])
  return WorkCalendar.workdayOnOrAfter(calendar, day)
}

/** A unit on a plan: when it was last visited, when it is due, and whether that has passed. */
export interface Turn {
  readonly plan: string
  readonly unit: UnitId
  readonly last: Date | undefined
  readonly due: Date
  readonly overdue: boolean
}

// A visit under another plan is another person's: it does not relieve whoever has this one. One under no plan counts.
const lastVisits = (log: VisitLog, plan: string, on: Date): ReadonlyMap<UnitId, Date> => {
  const last = new Map<UnitId, Date>()
  for (const visit of log.visits) {
    if (visit.on > on || (visit.plan !== undefined && visit.plan !== plan)) continue
    const known = last.get(visit.unit)
    if (known === undefined || known < visit.on) last.set(visit.unit, visit.on)
  }
  return last
}

const turnsOf = (
  log: VisitLog,
  calendar: WorkCalendar.WorkCalendar,
  { planned }: Plan,
  on: Date
): Answer<ReadonlyArray<Turn>> => {
  const visits = lastVisits(log, planned.plan, on)
  const { tiers = {} } = planned
  return Result.all(
    planned.targets.map(({ unit, tier }) => {
      const every = (tier !== undefined && Object.hasOwn(tiers, tier) ? tiers[tier] : undefined) ?? planned.every
      const last = visits.get(unit)
      const since = last === undefined || last < planned.from ? planned.from : last
      return Result.map(
        due(calendar, every, since),
        (day): Turn => ({
          plan: planned.plan,
          unit,
          last,
          due: day,
          overdue: day < on
        })
      )
    })
  )
}

/**
 * Whose turn it is under the plans that run on a date, the longest due first.
 *
 * Fails: `CalendarYearUnknown` beyond the calendar: a deadline is never guessed.
 */
export const turns = (log: VisitLog, calendar: WorkCalendar.WorkCalendar, on: Date): Answer<ReadonlyArray<Turn>> =>
  Result.map(
    Result.all(
      Object.values(log.plans)
        .filter((plan) => Period.contains(plan.life, on))
        .map((plan) => turnsOf(log, calendar, plan, on))
    ),
    (all) => all.flat().toSorted((a, b) => CivilDate.compare(a.due, b.due) || (a.unit < b.unit ? -1 : 1))
  )

/** How many of the units planned for were visited in a period. */
export interface VisitCoverage {
  readonly planned: number
  readonly visited: number
  /** Visited by planned; `undefined` when nobody is planned for. */
  readonly rate: number | undefined
  readonly missed: ReadonlyArray<UnitId>
}

/** Which units of the plans that run at any time in a period were visited in it. */
export const coverage = (log: VisitLog, within: Period.Period): VisitCoverage => {
  const plans = Object.values(log.plans).filter((plan) => Period.overlaps(plan.life, within))
  const planned = [...new Set(plans.flatMap(({ planned: { targets } }) => targets.map((one) => one.unit)))]
  const seen = new Set(log.visits.filter((one) => Period.contains(within, one.on)).map((one) => one.unit))
  const missed = planned.filter((unit) => !seen.has(unit))
  const visited = planned.length - missed.length
  return { planned: planned.length, visited, rate: planned.length === 0 ? undefined : visited / planned.length, missed }
}

/** A need and how it came to be known. */
export interface NeedKnown {
  readonly need: string
  readonly matter: string
  readonly unit: UnitId
  readonly on: Date
  readonly origin: NeedOrigin
}

/**
 * All needs that became known in a period, oldest first.
 *
 * Shape: a need met again and again counts once, from the first time; if it was raised and found on one day, as raised.
 */
export const needs = (log: VisitLog, within: Period.Period): ReadonlyArray<NeedKnown> => {
  const visits = log.visits.flatMap(({ needs: found, unit, on }) =>
    found.map((need): NeedKnown => ({ ...need, unit, on, origin: "visit" }))
  )
  const sweeps = Object.values(log.sweeps).flatMap(({ doors }) =>
    doors.flatMap(({ needs: found = [], unit, on }) =>
      found.map((need): NeedKnown => ({ ...need, unit, on, origin: "sweep" }))
    )
  )
  const raised = log.raised.map(
    ({ need, matter, unit, on }): NeedKnown => ({ need, matter, unit, on, origin: "selfRaised" })
  )
  const first = new Map<string, NeedKnown>()
  for (const one of [...raised, ...visits, ...sweeps]) {
    const known = first.get(one.need)
    if (known === undefined || one.on < known.on) first.set(one.need, one)
  }
  return [...first.values()]
    .filter(({ on }) => Period.contains(within, on))
    .toSorted((a, b) => CivilDate.compare(a.on, b.on) || (a.need < b.need ? -1 : 1))
}

/**
 * The share of needs that were found by going there, by visit or sweep, instead of being raised: how far service is
 * proactive (H-21). `undefined` when no need is known.
 */
export const foundShare = (known: ReadonlyArray<NeedKnown>): number | undefined =>
  known.length === 0 ? undefined : known.filter(({ origin }) => origin !== "selfRaised").length / known.length
