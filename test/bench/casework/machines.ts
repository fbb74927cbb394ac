import { Case, Casework, type Event, Flow, State } from "@louyu/casework"
import { Identifier } from "@louyu/kernel"
import { type AnyStateMachine, createMachine, initialTransition, setup, transition } from "xstate"
import { type Attempts, actions, check, flow, stages } from "./attempts.ts"

/** Follows every attempt; gives what all ways must agree on. */
type Follow = (tried: Attempts) => number

const unit = Identifier.UnitId.make("power")
const id = Case.CaseId.make("c")
const begin = Date.UTC(2024, 0, 2)

const raised: Event.Event = {
  _tag: "CaseRaised",
  case: id,
  flow: flow.id,
  version: flow.version,
  title: "地下车库积水",
  place: unit,
  channel: "visit",
  by: { unit },
  stage: flow.begin,
  level: flow.ladder[0].id,
  private: false,
  accepted: false,
  at: begin
}
const initial = Casework.decider.evolve(State.initial, raised)

type Make = (stage: Flow.StageId, at: number) => Event.Event
const events: Readonly<Record<Flow.Action, Make>> = {
  accept: (stage, at) => ({ _tag: "CaseAccepted", case: id, stage, at }),
  reject: (stage, at) => ({ _tag: "CaseRejected", case: id, reason: "duplicate", stage, at }),
  classify: (stage, at) => ({
    _tag: "CaseClassified",
    case: id,
    scope: "common",
    difficulty: "ordinary",
    category: "safety",
    route: "propertyServiceOfficer",
    private: false,
    stage,
    at
  }),
  match: (stage, at) => ({ _tag: "CaseMatched", case: id, item: "s", stage, at }),
  deliberate: (stage, at) => ({ _tag: "CaseDeliberated", case: id, body: unit, stage, at }),
  dispatch: (stage, at) => ({ _tag: "CaseDispatched", case: id, by: unit, to: unit, stage, at }),
  reportIn: (stage, at) => ({ _tag: "CaseReportedIn", case: id, by: unit, stage, at }),
  start: (stage, at) => ({ _tag: "CaseStarted", case: id, stage, at }),
  resolve: (stage, at) => ({ _tag: "CaseResolved", case: id, result: "已办", stage, at }),
  followUp: (stage, at) => ({ _tag: "CaseFollowedUp", case: id, solved: true, stage, at }),
  close: (stage, at) => ({ _tag: "CaseClosed", case: id, reason: "explained", kind: "unsolved", stage, at })
}

const actionAt = ({ actions: tried }: Attempts, attempt: number): Flow.Action =>
  actions[tried[attempt] as number] as Flow.Action

/** Looks up whether an action is allowed and where it leads, and nothing else: the stage alone is kept. */
export const looked: Follow = (tried) => {
  const now = new Array<Flow.StageId>(tried.cases).fill(flow.begin)
  let refused = 0
  for (let attempt = 0; attempt < tried.subjects.length; attempt++) {
    const subject = tried.subjects[attempt] as number
    const move = Flow.move(flow, actionAt(tried, attempt), now[subject] as Flow.StageId)
    if (move === undefined) refused++
    else now[subject] = move.to
  }
  return check(tried.cases, (subject) => now[subject] as string, refused)
}

/** Looks up what is allowed, and applies the fact: the whole case is kept, with its steps and its story. */
export const evolved: Follow = (tried) => {
  const now = new Array<State.State>(tried.cases).fill(initial)
  let refused = 0
  for (let attempt = 0; attempt < tried.subjects.length; attempt++) {
    const subject = tried.subjects[attempt] as number
    const known = now[subject] as State.CaseKnown
    const action = actionAt(tried, attempt)
    const move = Flow.move(flow, action, known.stage)
    if (move === undefined) refused++
    else now[subject] = Casework.decider.evolve(known, events[action](move.to, begin + attempt))
  }
  return check(tried.cases, (subject) => now[subject]?.stage ?? "", refused)
}

const states = (more: object) =>
  Object.fromEntries(
    stages.map((from) => [
      from,
      {
        on: Object.fromEntries(
          flow.moves.filter((one) => one.from === from).map(({ action, to }) => [action, { target: to, ...more }])
        )
      }
    ])
  )

const follow =
  (machine: AnyStateMachine): Follow =>
  (tried) => {
    const [first] = initialTransition(machine)
    const now = new Array<typeof first>(tried.cases).fill(first)
    let refused = 0
    for (let attempt = 0; attempt < tried.subjects.length; attempt++) {
      const subject = tried.subjects[attempt] as number
      const snapshot = now[subject] as typeof first
      const wanted = { type: actionAt(tried, attempt), at: begin + attempt }
      if (snapshot.can(wanted)) now[subject] = transition(machine, snapshot, wanted)[0]
      else refused++
    }
    return check(tried.cases, (subject) => String(now[subject]?.value), refused)
  }

/** The stage alone is kept. */
export const xstate = follow(createMachine({ initial: flow.begin, states: states({}) }))

interface Told {
  readonly steps: ReadonlyArray<{ readonly stage: string; readonly from: number; readonly how: "moved" }>
  readonly story: ReadonlyArray<{ readonly type: string; readonly at: number }>
  readonly last: number
}
const untold: Told = { steps: [], story: [{ type: "raise", at: begin }], last: begin }
const telling = setup({ types: { context: untold, events: { type: "", at: begin } } })

/** The steps and the story are kept as well, as in a case. */
export const xstateTold = follow(
  telling.createMachine({
    initial: flow.begin,
    context: untold,
    states: states({
      actions: telling.assign(({ context, event }) => ({
        steps: [...context.steps, { stage: event.type, from: event.at, how: "moved" }],
        story: [...context.story, event],
        last: event.at
      }))
    })
  })
)

// As it would be written without a library: a switch over where a case is, and nothing kept but that.
const next = (from: string, action: string): string | undefined => {
  switch (from) {
    case "raised":
      return action === "accept" ? "accepted" : action === "reject" ? "rejected" : undefined
    case "accepted":
      return action === "classify" ? "classified" : action === "close" ? "closed" : undefined
    case "classified":
      switch (action) {
        case "match":
          return "matched"
        case "deliberate":
          return "deliberated"
        case "dispatch":
          return "dispatched"
        case "start":
          return "inProgress"
        default:
          return action === "close" ? "closed" : undefined
      }
    case "matched":
      return action === "start" ? "inProgress" : undefined
    case "deliberated":
      if (action === "dispatch") return "dispatched"
      return action === "start" ? "inProgress" : action === "close" ? "closed" : undefined
    case "dispatched":
      return action === "start" ? "inProgress" : action === "close" ? "closed" : undefined
    case "inProgress":
      return action === "resolve" ? "resolved" : action === "close" ? "closed" : undefined
    case "resolved":
      return action === "followUp" ? "followedUp" : action === "close" ? "closed" : undefined
    case "followedUp":
      return action === "close" ? "closed" : undefined
    default:
      return undefined
  }
}

export const plainSwitch: Follow = (tried) => {
  const now = Array.from({ length: tried.cases }, () => ({ stage: "raised" }))
  let refused = 0
  for (let attempt = 0; attempt < tried.subjects.length; attempt++) {
    const held = now[tried.subjects[attempt] as number] as { stage: string }
    const reached = next(held.stage, actionAt(tried, attempt))
    if (reached === undefined) refused++
    else held.stage = reached
  }
  return check(tried.cases, (subject) => now[subject]?.stage ?? "", refused)
}
