import type { Decider } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { CaseworkError } from "./CaseworkError.ts"
import { IdTaken, NotFound, OutOfOrder } from "./CaseworkError.ts"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import * as Closing from "./rules/Closing.ts"
import * as Joining from "./rules/Joining.ts"
import * as Moving from "./rules/Moving.ts"
import * as Raising from "./rules/Raising.ts"
import * as Rule from "./rules/Rule.ts"
import * as Working from "./rules/Working.ts"
import * as State from "./State.ts"

export type { Facts } from "./rules/Rule.ts"

const decisions: Rule.Decisions<Exclude<Command["_tag"], "RaiseCase">> = {
  ...Moving.decisions,
  ...Closing.decisions,
  ...Joining.decisions,
  ...Working.decisions
}
const effects: Rule.Effects<Exclude<Event["_tag"], "CaseRaised">> = {
  ...Moving.effects,
  ...Closing.effects,
  ...Joining.effects,
  ...Working.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const decideAny = decisions as Record<string, (context: Rule.Context, command: Command) => Rule.Decision>
const evolveAny = effects as Record<string, (known: State.CaseKnown, event: Event) => State.CaseKnown>

/** The fact each command leads to. */
const leadsTo: Record<Command["_tag"], Event["_tag"]> = {
  RaiseCase: "CaseRaised",
  AcceptCase: "CaseAccepted",
  RejectCase: "CaseRejected",
  ClassifyCase: "CaseClassified",
  MatchCase: "CaseMatched",
  DeliberateCase: "CaseDeliberated",
  DispatchCase: "CaseDispatched",
  TakeCase: "CaseTaken",
  RerouteCase: "CaseRerouted",
  ReportInCase: "CaseReportedIn",
  StartCase: "CaseStarted",
  SuspendCase: "CaseSuspended",
  ResumeCase: "CaseResumed",
  ResolveCase: "CaseResolved",
  FollowUpCase: "CaseFollowedUp",
  CloseCase: "CaseClosed",
  ReopenCase: "CaseReopened",
  EscalateCase: "CaseEscalated",
  MergeCase: "CaseMerged",
  UnmergeCase: "CaseUnmerged",
  AbsorbCase: "CaseAbsorbed",
  SeparateCase: "CaseSeparated",
  SplitCase: "CaseSplit",
  FinishTask: "TaskFinished",
  FileCaseEvidence: "CaseEvidenceFiled",
  SurveySite: "SiteSurveyed",
  DraftPlan: "PlanDrafted",
  ClearPlan: "PlanCleared",
  ApprovePlan: "PlanApproved",
  ShareCase: "CaseShared",
  UnshareCase: "CaseUnshared",
  LinkCase: "CaseLinked",
  ExtendDeadline: "DeadlineExtended",
  RecordDue: "DueRecorded"
}

// A command was told before when a fact of that moment says all that it says.
const says = (event: Event, { _tag, ...fields }: Command): boolean => {
  const said: Readonly<Record<string, unknown>> = event
  return event._tag === leadsTo[_tag] && Object.entries(fields).every(([key, value]) => Equal.equals(said[key], value))
}

const isTold = ({ story }: State.CaseKnown, command: Command): boolean =>
  story.some((event) => event.at === command.at && says(event, command))

const evolve = (state: State.State, event: Event): State.State => {
  if (event._tag === "CaseRaised") return state ?? Raising.begun(event)
  const after = state === undefined ? undefined : evolveAny[event._tag]?.(state, event)
  if (state === undefined || after === undefined) return state
  const told = { story: Rule.and(state.story, event), last: event.at }
  // What an effect changed is new and nobody else's yet: it is filled in, not copied once more.
  return after === state ? { ...state, ...told } : Object.assign(after, told)
}

const answer = (known: State.CaseKnown, command: Command, facts: Rule.Facts): Rule.Decision => {
  const { flow: id, version } = known.raised
  const flow = facts.flow(id, version)
  if (flow === undefined) return Result.fail(new NotFound({ sort: "flow", id }))
  return decideAny[command._tag]?.({ facts, known, flow }, command) ?? Rule.nothing
}

// What changed nothing when it was told left no fact behind; it is found by asking again where the case stood then.
const wasNoNews = ({ story }: State.CaseKnown, command: Command, facts: Rule.Facts): boolean => {
  let then: State.State
  return story.slice(0, -1).some((event, place) => {
    then = evolve(then, event)
    const next = story[place + 1]
    if (then === undefined || event.at > command.at || next === undefined || next.at < command.at) return false
    const decided = answer(then, command, facts)
    return Result.isSuccess(decided) && decided.success.length === 0
  })
}

const decide = (state: State.State, command: Command, facts: Rule.Facts): Rule.Decision => {
  if (state === undefined) {
    return command._tag === "RaiseCase"
      ? Raising.raise(facts, command)
      : Result.fail(new NotFound({ sort: "case", id: command.case }))
  }
  const { raised, last } = state
  if (raised.case !== command.case) return Result.fail(new NotFound({ sort: "case", id: command.case }))
  if (isTold(state, command)) return Rule.nothing
  if (command._tag === "RaiseCase") return Result.fail(new IdTaken({ sort: "case", id: command.case }))
  if (command.at <= last && wasNoNews(state, command, facts)) return Rule.nothing
  if (command.at < last) return Result.fail(new OutOfOrder({ case: raised.case, at: command.at, last }))
  return answer(state, command, facts)
}

/**
 * The rules of one case, from being raised to being closed and beyond.
 *
 * Shape: a stream holds one case; a command that changes nothing gives no events. A case keeps the version of the flow it
 * was raised under. What concerns two cases (merging) is a command to each.
 * Source: 1.6, invariant 10.
 */
export const decider: Decider.Decider<Command, State.State, Event, CaseworkError, Rule.Facts> = {
  initial: State.initial,
  evolve,
  decide
}
