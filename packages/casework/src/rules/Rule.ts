import { Check, type CivilDate, type Identifier, type Instant } from "@louyu/kernel"
import * as Result from "effect/Result"
import {
  ActionNotAllowed,
  type CaseworkError,
  DeliberationMissing,
  EvidenceMissing,
  NotFound,
  PersonalDataFound,
  PlanMissing,
  type Sort
} from "../CaseworkError.ts"
import * as Clocks from "../Clocks.ts"
import type { Command } from "../Command.ts"
import type { Event } from "../Event.ts"
import * as Flow from "../Flow.ts"
import type { CaseKnown, How } from "../State.ts"

/** What casework needs to know of the rest of the city. */
export interface Facts {
  /** A flow: in the version given, else in the one new cases are raised under. */
  readonly flow: (id: Flow.FlowId, version?: number) => Flow.Flow | undefined
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
  /** Whether a body may dispatch on a date. */
  readonly mayDispatch: (body: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
  /** The civil date of a moment by the clocks of the city; those of China when left out. */
  readonly dateOf?: Instant.DateOf
}

/** What a command leads to: the facts, in order, or the reason it is refused. */
export type Decision = Result.Result<ReadonlyArray<Event>, CaseworkError>

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<CaseworkError>

/** A case and all that decides about it. */
export interface Context {
  readonly facts: Facts
  readonly known: CaseKnown
  readonly flow: Flow.Flow
}

/** The rules that answer some commands about a case that was raised. */
export type Decisions<Tag extends Command["_tag"]> = {
  readonly [K in Tag]: (context: Context, command: Extract<Command, { readonly _tag: K }>) => Decision
}

/** What some facts change. */
export type Effects<Tag extends Event["_tag"]> = {
  readonly [K in Tag]: (known: CaseKnown, event: Extract<Event, { readonly _tag: K }>) => CaseKnown
}

/** Nothing changes. */
export const nothing: Decision = Result.succeed([])

/** Exactly these facts. */
export const facts = (...events: ReadonlyArray<Event>): Decision => Result.succeed(events)

/** Nothing is wrong. */
export const fine: Checked = Check.fine

/** The first check that fails, if any; later ones are not made. */
export const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

/** Makes a decision when the checks pass. */
export const when = (checked: Checked, decide: () => Decision): Decision => Result.flatMap(checked, decide)

/** A check that fails with an error when something does not hold. */
export const demand = (holds: boolean, error: () => CaseworkError) => (): Checked => Check.demand(holds, error)

/** Demands that something is known. */
export const known = <A>(value: A | undefined, sort: Sort, id: string): Result.Result<A, NotFound> =>
  value === undefined ? Result.fail(new NotFound({ sort, id })) : Result.succeed(value)

/** Demands that units exist at a moment; those nobody names are no matter. */
export const existing =
  (facts: Facts, at: Instant.Instant, ...units: ReadonlyArray<Identifier.UnitId | undefined>) =>
  (): Checked => {
    const on = Clocks.of(facts)(at)
    const missing = units.find((unit) => unit !== undefined && !facts.exists(unit, on))
    return missing === undefined ? fine : Result.fail(new NotFound({ sort: "unit", id: missing }))
  }

/** Demands that texts hold nothing that leads to a person. */
export const impersonal =
  (id: string, ...texts: ReadonlyArray<string | undefined>) =>
  (): Checked =>
    Check.impersonal(texts, (traces) => new PersonalDataFound({ id, traces }))

const possible = ({ known: { standing, stage }, flow }: Context): ReadonlyArray<string> => {
  if (standing === "open") return Flow.allowed(flow, stage)
  if (standing === "suspended") return ["resume"]
  if (standing === "merged") return ["unmerge"]
  return standing === "closed" && flow.reopen !== undefined ? ["reopen"] : []
}

/** The refusal of an action where a case stands, with what is possible there. */
export const notAllowed = (context: Context, action: string): ActionNotAllowed => {
  const { raised, stage, standing } = context.known
  return new ActionNotAllowed({ case: raised.case, action, stage, standing, allowed: possible(context) })
}

/** Demands that a case is open, or waits. */
export const underWay = (context: Context, action: string): (() => Checked) =>
  demand(context.known.standing === "open" || context.known.standing === "suspended", () => notAllowed(context, action))

const proved = (
  { known: { raised, evidence, plans, scope, story } }: Context,
  { action, evidence: needed = [], cleared, deliberated }: Flow.Move
) => {
  const at = { case: raised.case, action }
  const missing = needed.filter((one) => !evidence.includes(one))
  return all(
    demand(missing.length === 0, () => new EvidenceMissing({ ...at, missing })),
    demand(
      deliberated === undefined || scope !== deliberated || story.some(({ _tag }) => _tag === "CaseDeliberated"),
      () => new DeliberationMissing(at)
    ),
    demand(cleared !== true || plans.some(({ approved }) => approved !== undefined), () => new PlanMissing(at))
  )
}

/** Decides about an action that takes a case to the stage its flow says. */
export const move = (
  context: Context,
  action: Flow.Action,
  checks: ReadonlyArray<() => Checked>,
  decide: (stage: Flow.StageId) => Decision
): Decision => {
  const found = context.known.standing === "open" ? Flow.move(context.flow, action, context.known.stage) : undefined
  if (found === undefined) return Result.fail(notAllowed(context, action))
  return when(
    all(...checks, () => proved(context, found)),
    () => decide(found.to)
  )
}

/** A case of whose dates some are no longer right; they are reckoned anew. */
export const undated = (before: CaseKnown, part: "stage" | "whole" | "both"): CaseKnown => {
  if (before.due === undefined) return before
  if (part === "both") return { ...before, due: undefined }
  const { [part]: _, ...due } = before.due
  return { ...before, due }
}

/** A list and one more. Cost: exactly the room it needs; spreading before one more would take that of sixteen others. */
export const and = <A>(all: ReadonlyArray<A>, one: A): ReadonlyArray<A> => {
  const more = new Array<A>(all.length + 1)
  for (let at = 0; at < all.length; at++) more[at] = all[at] as A
  more[all.length] = one
  return more
}

/** A case after it came to a stage. */
export const at = (before: CaseKnown, stage: Flow.StageId, from: Instant.Instant, how: How = "moved"): CaseKnown =>
  before.stage === stage && how === "moved"
    ? before
    : { ...undated(before, "stage"), stage, steps: and(before.steps, { stage, level: before.level, from, how }) }

/** A case that no longer waits. */
export const resumed = (before: CaseKnown, to: Instant.Instant): CaseKnown => {
  const after = undated(before, "both")
  return before.pauses.length === 0
    ? after
    : { ...after, pauses: before.pauses.map((one) => (one.to === undefined ? { ...one, to } : one)) }
}
