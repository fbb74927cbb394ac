import { type CivilDate, Period, type Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { VisitCommand } from "./VisitCommand.ts"
import { NotUnderWay, RecordExists, UnitNotIncluded, type VisitError } from "./VisitError.ts"
import type { DoorRecorded, NeedRaised, SweepStarted, VisitEvent, VisitRecorded, VisitsPlanned } from "./VisitEvent.ts"

/** A plan of visits and the time it runs. */
export interface Plan {
  readonly planned: typeof VisitsPlanned.Type
  readonly life: Period.Period
}

/** A sweep, the time it runs, and what was found at its doors, in the order it was recorded. */
export interface Sweep {
  readonly started: typeof SweepStarted.Type
  readonly life: Period.Period
  readonly doors: ReadonlyArray<typeof DoorRecorded.Type>
}

/** The visits, sweeps and needs of one place with their whole history. Immutable. */
export interface VisitLog {
  readonly plans: Readonly<Record<string, Plan>>
  readonly sweeps: Readonly<Record<string, Sweep>>
  readonly visits: ReadonlyArray<typeof VisitRecorded.Type>
  readonly raised: ReadonlyArray<typeof NeedRaised.Type>
}

/** The log nobody wrote in yet. */
export const initial: VisitLog = { plans: {}, sweeps: {}, visits: [], raised: [] }

// An id may be any word, that of a method of every object included.
const own = <A>(list: Readonly<Record<string, A>>, id: string): A | undefined =>
  Object.hasOwn(list, id) ? list[id] : undefined

type Decision = Result.Result<ReadonlyArray<VisitEvent>, VisitError>
const nothing: Decision = Result.succeed([])
const fact = (event: VisitEvent): Decision => Result.succeed([event])

const life = ({ from, to }: Timeline.Entry<unknown> | Period.Period): Period.Period =>
  to === undefined ? { from } : { from, to }

// The same record once more is no news, another under its id a mistake.
const once = (known: VisitEvent | undefined, id: string, event: VisitEvent, check: () => Decision): Decision =>
  known === undefined ? check() : Equal.equals(known, event) ? nothing : Result.fail(new RecordExists({ id }))

const endOf = (
  known: { readonly life: Period.Period } | undefined,
  id: string,
  on: CivilDate.CivilDate,
  event: VisitEvent
): Decision => {
  if (known?.life.to === on) return nothing
  return known !== undefined && Period.contains(known.life, on) ? fact(event) : Result.fail(new NotUnderWay({ id, on }))
}

const recordVisit = (log: VisitLog, { _tag, ...command }: Extract<VisitCommand, { _tag: "RecordVisit" }>): Decision => {
  const event: VisitEvent = { _tag: "VisitRecorded", ...command }
  const known = log.visits.find((one) => one.visit === command.visit)
  return once(known, command.visit, event, () => {
    const { plan: id, unit, on } = command
    if (id === undefined) return fact(event)
    const plan = own(log.plans, id)
    if (plan === undefined || !Period.contains(plan.life, on)) return Result.fail(new NotUnderWay({ id, on }))
    const included = plan.planned.targets.some((one) => one.unit === unit)
    return included ? fact(event) : Result.fail(new UnitNotIncluded({ id, unit }))
  })
}

const recordDoor = (log: VisitLog, { _tag, ...command }: Extract<VisitCommand, { _tag: "RecordDoor" }>): Decision => {
  const event: VisitEvent = { _tag: "DoorRecorded", ...command }
  const { sweep: id, unit, on } = command
  const sweep = own(log.sweeps, id)
  if (sweep?.doors.some((one) => Equal.equals(one, event)) === true) return nothing
  if (sweep === undefined || !Period.contains(sweep.life, on)) return Result.fail(new NotUnderWay({ id, on }))
  return sweep.started.units.includes(unit) ? fact(event) : Result.fail(new UnitNotIncluded({ id, unit }))
}

const decide = (log: VisitLog, command: VisitCommand): Decision => {
  switch (command._tag) {
    case "PlanVisits": {
      const { _tag, ...planned } = command
      const period = Period.make(planned.from, planned.to)
      if (Result.isFailure(period)) return Result.fail(period.failure)
      const event: VisitEvent = { _tag: "VisitsPlanned", ...planned }
      return once(own(log.plans, planned.plan)?.planned, planned.plan, event, () => fact(event))
    }
    case "EndPlan": {
      const { care, plan, on } = command
      return endOf(own(log.plans, plan), plan, on, { _tag: "PlanEnded", care, plan, on })
    }
    case "RecordVisit":
      return recordVisit(log, command)
    case "RaiseNeed": {
      const { _tag, ...raised } = command
      const event: VisitEvent = { _tag: "NeedRaised", ...raised }
      return once(
        log.raised.find((one) => one.need === raised.need),
        raised.need,
        event,
        () => fact(event)
      )
    }
    case "StartSweep": {
      const { _tag, ...started } = command
      const event: VisitEvent = { _tag: "SweepStarted", ...started }
      return once(own(log.sweeps, started.sweep)?.started, started.sweep, event, () => fact(event))
    }
    case "RecordDoor":
      return recordDoor(log, command)
    case "CloseSweep": {
      const { care, sweep, on } = command
      return endOf(own(log.sweeps, sweep), sweep, on, { _tag: "SweepClosed", care, sweep, on })
    }
  }
}

const ended = <A extends { readonly life: Period.Period }>(
  list: Readonly<Record<string, A>>,
  id: string,
  on: CivilDate.CivilDate
): Readonly<Record<string, A>> => {
  const known = own(list, id)
  return known === undefined ? list : { ...list, [id]: { ...known, life: { from: known.life.from, to: on } } }
}

/** Adds a fact to a log. */
export const evolve = (log: VisitLog, event: VisitEvent): VisitLog => {
  switch (event._tag) {
    case "VisitsPlanned":
      return { ...log, plans: { ...log.plans, [event.plan]: { planned: event, life: life(event) } } }
    case "PlanEnded":
      return { ...log, plans: ended(log.plans, event.plan, event.on) }
    case "VisitRecorded":
      return { ...log, visits: [...log.visits, event] }
    case "NeedRaised":
      return { ...log, raised: [...log.raised, event] }
    case "SweepStarted":
      return {
        ...log,
        sweeps: { ...log.sweeps, [event.sweep]: { started: event, life: { from: event.from }, doors: [] } }
      }
    case "DoorRecorded": {
      const sweep = own(log.sweeps, event.sweep)
      if (sweep === undefined) return log
      return { ...log, sweeps: { ...log.sweeps, [event.sweep]: { ...sweep, doors: [...sweep.doors, event] } } }
    }
    case "SweepClosed":
      return { ...log, sweeps: ended(log.sweeps, event.sweep, event.on) }
  }
}

/**
 * The rules of visits and sweeps; one log a place.
 *
 * Shape: a command that changes nothing gives no events.
 * Source: W-07, P-29, P-35, F-08.
 */
export const decider = {
  initial,
  evolve,
  decide: (log: VisitLog, command: VisitCommand): Decision => decide(log, command)
}
