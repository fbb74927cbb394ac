import { CivilDate, type Identifier, type Period, type WorkCalendar } from "@louyu/kernel"
import { Visiting, type VisitLog } from "@louyu/roles"
import * as Result from "effect/Result"
import type { Scene } from "./Scene.ts"

type UnitId = Identifier.UnitId

/** The visits that have to do with a unit: of each place whose visits are kept together, its log as far as it has. */
export type VisitBook = ReadonlyArray<{ readonly care: UnitId; readonly log: VisitLog.VisitLog }>

const restrict = ({ plans, sweeps, visits, raised }: VisitLog.VisitLog, has: (unit: UnitId) => boolean) => {
  const own: VisitLog.VisitLog = {
    plans: Object.fromEntries(
      Object.entries(plans).flatMap(([id, { planned, life }]) => {
        const [first, ...rest] = planned.targets.filter(({ unit }) => has(unit))
        return first === undefined ? [] : [[id, { planned: { ...planned, targets: [first, ...rest] }, life }] as const]
      })
    ),
    sweeps: Object.fromEntries(
      Object.entries(sweeps).map(([id, sweep]) => [
        id,
        { ...sweep, doors: sweep.doors.filter(({ unit }) => has(unit)) }
      ])
    ),
    visits: visits.filter(({ unit }) => has(unit)),
    raised: raised.filter(({ unit }) => has(unit))
  }
  return own
}

/**
 * Finds the visits that have to do with a unit: all of the places within it, and of the places around it what is about
 * units within it.
 */
export const of = ({ directory, on }: Scene, all: ReadonlyMap<UnitId, VisitLog.VisitLog>, unit: UnitId): VisitBook => {
  const { places } = directory
  const has = (one: UnitId) => places.isWithin(one, unit, on)
  const within = [...all].filter(([care]) => has(care)).map(([care, log]) => ({ care, log }))
  const around = places.above(unit, on).flatMap((care) => {
    const log = all.get(care)
    return log === undefined || has(care) ? [] : [{ care, log: restrict(log, has) }]
  })
  return [...within, ...around]
}

/** Whose turn it is. Shape: `due` and `overdue` are `undefined` where the calendar of working days does not tell. */
export interface Turn {
  readonly care: UnitId
  readonly planned: VisitLog.Plan["planned"]
  readonly unit: UnitId
  readonly last: CivilDate.CivilDate | undefined
  readonly due: CivilDate.CivilDate | undefined
  readonly overdue: boolean | undefined
}

type Told = Pick<Turn, "unit" | "last" | "due" | "overdue">

const lastVisit = ({ visits }: VisitLog.VisitLog, { plan }: Turn["planned"], unit: UnitId, on: CivilDate.CivilDate) =>
  visits
    .filter((one) => one.unit === unit && one.on <= on && (one.plan === undefined || one.plan === plan))
    .map((one) => one.on)
    .toSorted()
    .at(-1)

// The turns of one plan; where the calendar ends, each target is asked by itself, so that one does not hide the others.
const turnsOf = (
  log: VisitLog.VisitLog,
  calendar: WorkCalendar.WorkCalendar,
  { planned, life }: VisitLog.Plan,
  on: CivilDate.CivilDate
): ReadonlyArray<Told> => {
  const ask = (targets: Turn["planned"]["targets"]) =>
    Visiting.turns({ ...log, plans: { [planned.plan]: { planned: { ...planned, targets }, life } } }, calendar, on)
  const all = ask(planned.targets)
  if (Result.isSuccess(all)) return all.success
  return planned.targets.flatMap((target): ReadonlyArray<Told> => {
    const one = ask([target])
    if (Result.isSuccess(one)) return one.success
    // A year that is not known yet begins after this one, so the visit is not overdue.
    const overdue = one.failure.year > CivilDate.year(on) ? false : undefined
    return [{ unit: target.unit, last: lastVisit(log, planned, target.unit, on), due: undefined, overdue }]
  })
}

const byDue = (a: Turn, b: Turn): number =>
  Number(a.due === undefined) - Number(b.due === undefined) ||
  (a.due ?? "").localeCompare(b.due ?? "", "en") ||
  a.unit.localeCompare(b.unit, "en")

/** Whose turn it is on a date, the longest due first; those whose day is not known come last. */
export const turns = (
  book: VisitBook,
  calendar: WorkCalendar.WorkCalendar,
  on: CivilDate.CivilDate
): ReadonlyArray<Turn> =>
  book
    .flatMap(({ care, log }) =>
      Object.values(log.plans).flatMap((plan) =>
        turnsOf(log, calendar, plan, on).map((told): Turn => ({ ...told, care, planned: plan.planned }))
      )
    )
    .toSorted(byDue)

/** Which of the units planned for were visited in a period, under whatever plan. */
export const coverage = (book: VisitBook, within: Period.Period): Visiting.VisitCoverage =>
  Visiting.coverage(
    {
      plans: Object.fromEntries(
        book.flatMap(({ care, log }) => Object.entries(log.plans).map(([id, plan]) => [`${care} ${id}`, plan] as const))
      ),
      sweeps: {},
      visits: book.flatMap(({ log }) => log.visits),
      raised: []
    },
    within
  )

/** The needs that became known in a period. */
export const needs = (book: VisitBook, within: Period.Period): ReadonlyArray<Visiting.NeedKnown> =>
  book.flatMap(({ log }) => Visiting.needs(log, within))
