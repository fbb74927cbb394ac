import * as Result from "effect/Result"
import { FlowUnsound } from "../CaseworkError.ts"
import type { Command } from "../Command.ts"
import type { CaseRaised } from "../Event.ts"
import * as Flow from "../Flow.ts"
import type { CaseKnown } from "../State.ts"
import * as Rule from "./Rule.ts"

const optional = (value: string | undefined, sort: "category" | "level", known: unknown) => () =>
  value === undefined ? Rule.fine : Result.map(Rule.known(known, sort, value), () => undefined)

// A flow is looked through once, not for every matter raised under it.
const lookedThrough = new WeakMap<Flow.Flow, ReadonlyArray<string>>()

const sound = (flow: Flow.Flow) => (): Rule.Checked => {
  const ids = lookedThrough.get(flow) ?? Flow.contradictions(flow)
  lookedThrough.set(flow, ids)
  return ids.length === 0 ? Rule.fine : Result.fail(new FlowUnsound({ flow: flow.id, ids }))
}

/** Decides about a matter that is new. */
export const raise = (facts: Rule.Facts, command: Extract<Command, { readonly _tag: "RaiseCase" }>): Rule.Decision =>
  Result.flatMap(Rule.known(facts.flow(command.flow), "flow", command.flow), (flow) => {
    const category = command.category === undefined ? undefined : Flow.category(flow, command.category)
    const channel = flow.channels.find(({ id }) => id === command.channel)
    const checked = Rule.all(
      sound(flow),
      () => Result.map(Rule.known(channel, "channel", command.channel), () => undefined),
      optional(command.category, "category", category),
      optional(command.level, "level", command.level === undefined ? undefined : Flow.level(flow, command.level)),
      Rule.existing(facts, command.at, command.place, command.by.unit, command.behalfOf?.unit),
      Rule.impersonal(command.case, command.title, command.text)
    )
    return Rule.when(checked, () =>
      Rule.facts({
        ...command,
        _tag: "CaseRaised",
        version: flow.version,
        stage: flow.begin,
        level: command.level ?? flow.ladder[0].id,
        private: command.private === true || category?.private === true,
        accepted: !Flow.isAccepting(flow),
        ...(category === undefined ? {} : { route: category.route })
      })
    )
  })

// Most of these stay empty for most cases: one list for all of them.
const none: ReadonlyArray<never> = []

/** What is known of a matter that was just raised. */
export const begun = (event: typeof CaseRaised.Type): CaseKnown => ({
  raised: event,
  stage: event.stage,
  level: event.level,
  standing: "open",
  steps: [{ stage: event.stage, level: event.level, from: event.at, how: "raised" }],
  category: event.category,
  scope: undefined,
  difficulty: undefined,
  route: event.route,
  private: event.private,
  accepted: event.accepted ? event.at : undefined,
  handler: undefined,
  dispatches: none,
  present: none,
  pauses: none,
  results: none,
  followUps: none,
  asked: false,
  closures: none,
  reopenings: none,
  escalations: none,
  merged: undefined,
  absorbed: none,
  tasks: none,
  evidence: none,
  surveys: none,
  plans: none,
  shares: none,
  links: none,
  extensions: none,
  due: undefined,
  story: [event],
  last: event.at
})
