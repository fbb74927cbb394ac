import type { Instant, WorkCalendar } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { CaseId, Cause } from "./Case.ts"
import type { Command } from "./Command.ts"
import type { Due, Term } from "./Due.ts"
import { type Answer, before, end, type Stop } from "./deadline/Term.ts"
import * as Flow from "./Flow.ts"
import type { CaseKnown } from "./State.ts"

export { before, end } from "./deadline/Term.ts"

/** What is due: the stage a case is at, or the whole of it. */
export type Part = "stage" | "whole"

const fits = (limit: Flow.Limit, { stage, category, level, difficulty }: CaseKnown, part: Part): boolean =>
  (part === "whole" ? limit.stage === undefined : limit.stage === stage) &&
  (limit.category === undefined || limit.category === category) &&
  (limit.level === undefined || limit.level === level) &&
  (limit.difficulty === undefined || limit.difficulty === difficulty)

const precision = ({ category, level, difficulty }: Flow.Limit): number =>
  [category, level, difficulty].filter((one) => one !== undefined).length

/**
 * The limit that holds for a case: of those that fit, the one that names most about it, and of these the first.
 *
 * Source: R5-2, 2.13.
 */
export const limit = ({ limits }: Flow.Flow, known: CaseKnown, part: Part): Flow.Limit | undefined =>
  limits
    .filter((one) => fits(one, known, part))
    .reduce<Flow.Limit | undefined>(
      (best, one) => (best === undefined || precision(one) > precision(best) ? one : best),
      undefined
    )

// The whole runs from acceptance, and anew when a case is taken up again.
const begin = ({ steps, accepted, reopenings }: CaseKnown, part: Part): Instant.Instant | undefined =>
  part === "stage" ? steps.at(-1)?.from : (reopenings.at(-1) ?? accepted)

const stops = ({ pauses }: CaseKnown): ReadonlyArray<Stop> =>
  pauses.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]))

const term = (
  flow: Flow.Flow,
  calendar: WorkCalendar.WorkCalendar,
  known: CaseKnown,
  part: Part
): Answer<Term | undefined> => {
  const found = limit(flow, known, part)
  const from = begin(known, part)
  if (found === undefined || from === undefined) return Result.succeed(undefined)
  const longer = known.extensions.flatMap(({ of, by, at }) => (of === part && at >= from ? [by] : []))
  return Result.gen(function* () {
    let by = from
    for (const length of [found.within, ...longer]) by = yield* end(calendar, by, length, stops(known))
    return found.warn === undefined ? { by } : { by, warn: yield* before(calendar, by, found.warn) }
  })
}

/**
 * When a case is due, as a calendar has it now; `undefined` while it waits for whoever raised it, and when it is over.
 *
 * Fails: `CalendarYearUnknown` beyond the calendar; `CalendarHoursMissing`.
 * Source: R5-2, R5-3, R5-4, R5-5.
 */
export const of = (flow: Flow.Flow, calendar: WorkCalendar.WorkCalendar, known: CaseKnown): Answer<Due | undefined> => {
  if (known.standing !== "open") return Result.succeed(undefined)
  return Result.gen(function* () {
    const stage = yield* term(flow, calendar, known, "stage")
    const whole = yield* term(flow, calendar, known, "whole")
    return {
      ...(stage === undefined ? {} : { stage }),
      ...(whole === undefined ? {} : { whole }),
      calendar: { id: calendar.id, version: calendar.version }
    }
  })
}

/**
 * When the whole of a case was promised to be done, also of one that is closed; `undefined` where nothing was.
 *
 * Fails: as {@link of}.
 */
export const promised = (
  flow: Flow.Flow,
  calendar: WorkCalendar.WorkCalendar,
  known: CaseKnown
): Answer<Instant.Instant | undefined> => Result.map(term(flow, calendar, known, "whole"), (found) => found?.by)

/** How a case stands against its dates. */
export type Urgency = "over" | "paused" | "unlimited" | "onTrack" | "warning" | "overdue"

/**
 * How a case stands against what is kept of its dates, the worse of stage and whole. Source: R5-19.
 *
 * Shape: `unlimited` as well where nothing has been kept yet.
 */
export const urgency = ({ standing, due }: CaseKnown, now: Instant.Instant): Urgency => {
  if (standing === "suspended") return "paused"
  if (standing !== "open") return "over"
  const terms = [due?.stage, due?.whole].flatMap((one) => one ?? [])
  if (terms.length === 0) return "unlimited"
  if (terms.some(({ by }) => now > by)) return "overdue"
  return terms.some(({ warn }) => warn !== undefined && now > warn) ? "warning" : "onTrack"
}

const overdue = (known: CaseKnown, { stage, whole }: Due, now: Instant.Instant): Cause | undefined => {
  if (stage !== undefined && now > stage.by) return "stageOverdue"
  if (whole === undefined || now <= whole.by) return undefined
  // Being late as a whole takes a case up once, whatever else took it up; from then on the clocks of the stages do.
  const isTaken = known.escalations.some(({ at }) => at > whole.by)
  return isTaken ? undefined : "wholeOverdue"
}

/** What is to be done now, and the cases a calendar knows too little for. */
export interface Tick {
  readonly commands: ReadonlyArray<Command>
  readonly failures: ReadonlyArray<{
    readonly case: CaseId
    readonly failure: Result.Result.Failure<Answer<unknown>>
  }>
}

const due = (known: CaseKnown, flow: Flow.Flow, found: Due, now: Instant.Instant): ReadonlyArray<Command> => {
  const { case: id } = known.raised
  const next = Flow.above(flow, known.level)
  const cause = overdue(known, found, now)
  // That nothing is due needs to be kept only where something was.
  const isNews = found.stage !== undefined || found.whole !== undefined || known.due !== undefined
  return [
    ...(!isNews || Equal.equals(known.due, found)
      ? []
      : [{ _tag: "RecordDue" as const, case: id, due: found, at: now }]),
    ...(cause === undefined || next === undefined
      ? []
      : [{ _tag: "EscalateCase" as const, case: id, to: next.id, cause, at: now }])
  ]
}

/**
 * What the clock does: keeps when cases are due as the calendar has it now, also where an earlier version of it had it
 * otherwise, and takes what is overdue one level up, with its cause.
 *
 * Shape: commands for each case, in order; none when nothing changed. The clock of the stage begins anew at every level,
 * so a case never goes up two at once. Cases without a known flow are passed over.
 * Source: R5-6, R5-7.
 */
export const tick = (
  flowOf: (id: Flow.FlowId, version: number) => Flow.Flow | undefined,
  calendar: WorkCalendar.WorkCalendar,
  cases: Iterable<CaseKnown>,
  now: Instant.Instant
): Tick => {
  const commands: Array<Command> = []
  const failures: Array<Tick["failures"][number]> = []
  for (const known of cases) {
    const flow = flowOf(known.raised.flow, known.raised.version)
    if (flow === undefined || now < known.last) continue
    const found = of(flow, calendar, known)
    if (Result.isFailure(found)) failures.push({ case: known.raised.case, failure: found.failure })
    else if (found.success !== undefined) commands.push(...due(known, flow, found.success, now))
  }
  return { commands, failures }
}
