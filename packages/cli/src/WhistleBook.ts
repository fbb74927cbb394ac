import { Breakthrough, Case, WhistleCommand, WhistleRates, WhistleState } from "@louyu/casework"
import type { Identifier, Instant } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import { Nearest } from "louyu"
import * as Answer from "./Answer.ts"
import type * as CaseBook from "./CaseBook.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import { WhistleUnknown } from "./UnknownError.ts"

const { field } = Answer

const Called = Schema.Struct({
  department: field(Answer.Unit, "the department"),
  answer: field(
    Schema.Literals(["reported", "reportedLate", "pending", "overdue"]),
    "how it answered; `pending` while there is time"
  ),
  at: field(Schema.NullOr(Schema.String), "when it reported in, or `null`"),
  minutes: field(Schema.NullOr(Answer.Count), "how long after the whistle that was, in minutes of the clock"),
  plan: field(Schema.NullOr(Schema.String), "what it plans to do")
})

const Task = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "what is to be done"),
  to: field(Answer.Unit, "who does it"),
  due: field(Schema.NullOr(Schema.String), "by when, or `null`"),
  overdue: field(Schema.Boolean, "whether that is past and it is not resolved"),
  resolved: field(Schema.NullOr(Schema.String), "when it was resolved, or `null`"),
  result: field(Schema.NullOr(Schema.String), "what came of it, or `null`")
})

/** A whistle: who called whom, who answered, and what came of it. */
export const Whistle = Schema.Struct({
  id: field(Schema.String, "its id"),
  caller: field(Answer.Unit, "who whistled"),
  callerKind: field(WhistleCommand.CallerKind, "what sort of caller that is"),
  topic: field(Schema.String, "what it is about"),
  case: field(Schema.NullOr(Schema.String), "the case it is about; `null` for none, or one that may not be shown"),
  mode: field(Schema.NullOr(Breakthrough.Mode), "how the problem is to be broken through, or `null`"),
  target: field(Schema.NullOr(Breakthrough.Target), "for whom, or `null`"),
  at: field(Schema.String, "when it was blown"),
  due: field(Schema.String, "by when the departments have to report in"),
  called: field(Schema.Array(Called), "the departments, in the order they were called"),
  tasks: field(Schema.Array(Task), "what they were given to do"),
  satisfied: field(Schema.NullOr(Schema.Boolean), "whether the caller is satisfied; `null` while they have not said"),
  score: field(Schema.NullOr(Schema.Int), "the score the caller gave, 1 to 5"),
  closed: field(Schema.NullOr(Schema.String), "when the caller confirmed that it is done, or `null`")
}).annotate({ identifier: "Whistle" })
export type Whistle = typeof Whistle.Type

/** The whistle of an id, if it was blown by then. Fails: `WhistleUnknown`, with the id somebody probably meant. */
export const existing = (
  state: WhistleState.State,
  id: string,
  asOf: Instant.Instant
): Effect.Effect<WhistleState.Whistle, WhistleUnknown> => {
  const all = [...WhistleState.whistles(state)].filter(({ blown }) => blown.at <= asOf)
  const found = all.find(({ blown }) => blown.whistle === id)
  const ids = all.map(({ blown }) => blown.whistle)
  return found === undefined
    ? Effect.fail(new WhistleUnknown({ whistle: id.slice(0, 64), nearest: Nearest.to(id, ids) }))
    : Effect.succeed(found)
}

const called = ({ scene, moment }: CaseBook.CaseBook, one: WhistleState.Whistle): ReadonlyArray<typeof Called.Type> =>
  WhistleState.answers(one, moment.at).map(({ department, answer }) => {
    const isIn = answer === "reported" || answer === "reportedLate"
    const report = isIn ? WhistleState.report(one, department) : undefined
    return {
      department: Naming.unit(scene.view, department),
      answer,
      at: report === undefined ? null : Moment.text(report.at, moment.offset),
      minutes: report === undefined ? null : Moment.minutes(report.at - one.blown.at),
      plan: report?.plan ?? null
    }
  })

const tasks = ({ scene, moment }: CaseBook.CaseBook, one: WhistleState.Whistle): ReadonlyArray<typeof Task.Type> =>
  [...HashMap.values(one.tasks)]
    .filter(({ assigned }) => assigned <= moment.at)
    .toSorted((a, b) => (a.task < b.task ? -1 : 1))
    .map(({ task, names, to, due, resolved }) => {
      const done = resolved !== undefined && resolved.at <= moment.at ? resolved : undefined
      return {
        id: task,
        names,
        to: Naming.unit(scene.view, to),
        due: due === undefined ? null : Moment.text(due, moment.offset),
        overdue: due !== undefined && done === undefined && due < moment.at,
        resolved: done === undefined ? null : Moment.text(done.at, moment.offset),
        result: done?.result ?? null
      }
    })

/** A whistle as it stood at a moment. */
export const of = (book: CaseBook.CaseBook, one: WhistleState.Whistle): Whistle => {
  const { scene, moment, hidden } = book
  const { blown, evaluations, closed } = one
  const judged = evaluations.findLast(({ at }) => at <= moment.at)
  const isClosed = closed !== undefined && closed <= moment.at
  return {
    id: blown.whistle,
    caller: Naming.unit(scene.view, blown.caller),
    callerKind: blown.callerKind,
    topic: blown.topic,
    case: blown.case === undefined || hidden.has(Case.CaseId.make(blown.case)) ? null : blown.case,
    mode: blown.mode ?? null,
    target: blown.target ?? null,
    at: Moment.text(blown.at, moment.offset),
    due: Moment.text(blown.due, moment.offset),
    called: called(book, one),
    tasks: tasks(book, one),
    satisfied: judged?.satisfied ?? null,
    score: judged?.score ?? null,
    closed: isClosed ? Moment.text(closed, moment.offset) : null
  }
}

/**
 * Who might whistle: every unit of a kind of which one ever did, and those that did.
 *
 * Shape: where only streets whistle, an enterprise that never does is no sign.
 */
export const callers = (
  { scene: { view } }: CaseBook.CaseBook,
  whistles: ReadonlyArray<WhistleState.Whistle>
): ReadonlyArray<Identifier.UnitId> => {
  const did = whistles.map(({ blown }) => blown.caller)
  const kinds = new Set<string | undefined>(did.flatMap((unit) => View.kind(view, unit) ?? []))
  const could = View.units(view).flatMap(({ id }) => (kinds.has(View.kind(view, id)) ? [id] : []))
  return [...new Set([...did, ...could])].toSorted()
}

/** How often callers whistled, the most often first. */
export const frequency = (
  book: CaseBook.CaseBook,
  state: WhistleState.State,
  cohort: WhistleRates.Cohort,
  usual: { readonly least: number; readonly most: number }
): ReadonlyArray<WhistleRates.Frequency> => {
  const everybody = WhistleRates.blown(state, {
    ...cohort,
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY
  })
  return WhistleRates.frequency(state, cohort, callers(book, everybody), usual).toSorted(
    (a, b) => b.whistles - a.whistles || (a.caller < b.caller ? -1 : 1)
  )
}
