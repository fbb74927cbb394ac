import { CivilDate, type Identifier, type KernelError, Period, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Pipeline from "./Pipeline.ts"
import type { ProspectId } from "./Prospect.ts"
import * as State from "./State.ts"

type Date = CivilDate.CivilDate
type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown>

/** Whether something is planned for a prospect: the next thing is due later, today, was due, or there is none. */
export type NextStep = "planned" | "today" | "overdue" | "none"

/**
 * What a prospect needs on a day.
 *
 * Shape: `heard` is the last day somebody talked to it, or it moved. Units: days in working days, of which those it was
 * parked do not count; a limit is that of the version of the pipeline in force when the stage was entered, so changing
 * one does not touch older records. `undefined` where there is no limit.
 */
export interface Attention {
  readonly prospect: ProspectId
  readonly stage: Pipeline.StageId
  readonly holder: Identifier.PersonId | undefined
  readonly since: Date
  readonly inStage: number
  readonly heard: Date
  readonly silent: number
  readonly rotten: boolean | undefined
  readonly late: boolean | undefined
  readonly next: NextStep
  readonly due: Date | undefined
}

// Working days from one day up to another, without those it was parked.
const elapsed = (
  calendar: WorkCalendar.WorkCalendar,
  { parkings }: State.ProspectKnown,
  from: Date,
  on: Date
): Answer<number> => {
  if (from >= on) return Result.succeed(0)
  const counted = parkings.reduce(
    (parts, { from: begin, to = on }) =>
      begin < to ? parts.flatMap((part) => Period.subtract(part, { from: begin, to })) : parts,
    [{ from, to: on }] as ReadonlyArray<Period.Period>
  )
  return Result.map(Result.all(counted.map((part) => WorkCalendar.countWorkdays(calendar, part))), (days) =>
    days.reduce((sum, one) => sum + one, 0)
  )
}

const nextOf = ({ followUps }: State.ProspectKnown, on: Date): { readonly next: NextStep; readonly due?: Date } => {
  const open = followUps.filter((one) => one.on <= on && (one.closed === undefined || one.closed.on > on))
  const [first] = open.map(({ due }) => due).toSorted()
  if (first === undefined) return { next: "none" }
  return { next: first < on ? "overdue" : first === on ? "today" : "planned", due: first }
}

/**
 * What a prospect needs on a day; `undefined` when it was not there.
 *
 * Fails: `CalendarYearUnknown` beyond the calendar.
 * Source: R4-3, R4-4, 2.12.
 */
export const of = (
  state: State.State,
  calendar: WorkCalendar.WorkCalendar,
  known: State.ProspectKnown,
  on: Date
): Answer<Attention | undefined> => {
  const step = State.stepOn(known, on)
  if (step === undefined || !State.isThere(known, on)) return Result.succeed(undefined)
  const rules = State.pipeline(state, known.opened.pipeline, step.from)
  const limits = rules === undefined ? undefined : Pipeline.stage(rules, step.stage)
  const talked = known.contacts.flatMap(({ at }) => (at <= on ? [at] : []))
  const heard = [step.from, ...talked].reduce(CivilDate.max)
  const isResting = State.isParked(known, on)
  const over = (days: number, limit: number | undefined): boolean | undefined =>
    limit === undefined ? undefined : !isResting && days > limit
  return Result.gen(function* () {
    const inStage = yield* elapsed(calendar, known, step.from, on)
    const silent = yield* elapsed(calendar, known, heard, on)
    const { next, due } = nextOf(known, on)
    return {
      prospect: known.opened.prospect,
      stage: step.stage,
      holder: State.holder(known, on),
      since: step.from,
      inStage,
      heard,
      silent,
      rotten: over(silent, limits?.rotAfter),
      late: over(inStage, limits?.answerWithin),
      next,
      due
    }
  })
}

/**
 * What all prospects of a day need that are not won yet, the longest without word first.
 *
 * Fails: as {@link of}.
 */
export const all = (
  state: State.State,
  calendar: WorkCalendar.WorkCalendar,
  on: Date
): Answer<ReadonlyArray<Attention>> =>
  Result.map(
    Result.all(
      [...State.prospects(state)]
        .filter(({ won }) => won === undefined || won > on)
        .map((known) => of(state, calendar, known, on))
    ),
    (found) =>
      found
        .flatMap((one) => one ?? [])
        .toSorted((a, b) => b.silent - a.silent || (a.prospect < b.prospect ? -1 : a.prospect > b.prospect ? 1 : 0))
  )
