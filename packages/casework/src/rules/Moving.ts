import type { Instant } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Case from "../Case.ts"
import {
  CaseHasHandler,
  DispatchNotAuthorised,
  ModeNotAllowed,
  NotCalled,
  ReasonNotAllowed,
  TasksOpen
} from "../CaseworkError.ts"
import * as Clocks from "../Clocks.ts"
import * as Flow from "../Flow.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

type CaseKnown = State.CaseKnown
type UnitId = CaseKnown["raised"]["place"]

const authorised = ({ facts, flow, known }: Rule.Context, by: UnitId, at: Instant.Instant): (() => Rule.Checked) =>
  Rule.demand(
    flow.dispatch === "any" || facts.mayDispatch(by, Clocks.of(facts)(at)),
    () => new DispatchNotAuthorised({ case: known.raised.case, by })
  )

const inMode = ({ flow, known }: Rule.Context, mode: Flow.Mode, ...more: ReadonlyArray<Flow.Mode>) => {
  const allowed = Flow.modes(flow)
  return Rule.demand(
    [mode, ...more].some((one) => allowed.includes(one)),
    () => new ModeNotAllowed({ case: known.raised.case, mode, allowed })
  )
}

const givings: ReadonlySet<string> = new Set(["CaseDispatched", "CaseTaken", "CaseRerouted"])

// Whoever did a case before it was taken up again has no claim to it.
const holder = ({ handler, story }: CaseKnown): UnitId | undefined =>
  story.findLast(({ _tag }) => givings.has(_tag) || _tag === "CaseReopened")?._tag === "CaseReopened"
    ? undefined
    : handler

const isCalled = ({ handler, tasks }: CaseKnown, by: UnitId): boolean =>
  handler === by || tasks.some(({ department }) => department === by)

// Whoever reports in after another one has finds the case where that one took it.
const joiningIn = ({ known, flow }: Rule.Context, by: UnitId): boolean =>
  known.standing === "open" &&
  known.present.length > 0 &&
  !known.present.includes(by) &&
  Flow.move(flow, "reportIn", known.stage) === undefined

const allDone = ({ known: { raised, tasks } }: Rule.Context): (() => Rule.Checked) => {
  const open = tasks.filter(({ finished }) => finished === undefined).map(({ task }) => task)
  return Rule.demand(open.length === 0, () => new TasksOpen({ case: raised.case, tasks: open }))
}

// Work that is going on, or about to, can be given to somebody else; what is done cannot.
const isGivenOut = ({ known, flow }: Rule.Context): boolean =>
  known.handler !== undefined &&
  known.standing === "open" &&
  (["reportIn", "start", "resolve"] as const).some((action) => Flow.move(flow, action, known.stage) !== undefined)

export const decisions: Rule.Decisions<
  | "AcceptCase"
  | "RejectCase"
  | "ClassifyCase"
  | "MatchCase"
  | "DeliberateCase"
  | "DispatchCase"
  | "TakeCase"
  | "RerouteCase"
  | "ReportInCase"
  | "StartCase"
  | "SuspendCase"
  | "ResumeCase"
  | "ResolveCase"
  | "FollowUpCase"
> = {
  AcceptCase: (context, command) =>
    Rule.move(context, "accept", [], (stage) => Rule.facts({ ...command, _tag: "CaseAccepted", stage })),
  RejectCase: (context, command) => {
    const allowed = context.flow.rejections.map(({ id }) => id)
    const known = Rule.demand(
      allowed.includes(command.reason),
      () => new ReasonNotAllowed({ case: command.case, reason: command.reason, allowed })
    )
    return Rule.move(context, "reject", [known], (stage) => Rule.facts({ ...command, _tag: "CaseRejected", stage }))
  },
  ClassifyCase: (context, command) =>
    Result.flatMap(
      Rule.known(Flow.category(context.flow, command.category), "category", command.category),
      ({ route, private: hidden }) => {
        const { known, flow } = context
        const stage = (known.standing === "open" ? Flow.move(flow, "classify", known.stage) : undefined)?.to
        const { scope, difficulty, category } = known
        const same = scope === command.scope && difficulty === command.difficulty && category === command.category
        if (same && stage === undefined) return Rule.nothing
        const checked = Rule.all(Rule.underWay(context, "classify"), Rule.impersonal(command.case, command.reason))
        return Rule.when(checked, () =>
          Rule.facts({
            ...command,
            _tag: "CaseClassified",
            stage: stage ?? known.stage,
            route,
            private: known.private || hidden === true
          })
        )
      }
    ),
  MatchCase: (context, command) =>
    Rule.move(context, "match", [], (stage) => Rule.facts({ ...command, _tag: "CaseMatched", stage })),
  DeliberateCase: (context, command) =>
    Rule.move(
      context,
      "deliberate",
      [Rule.existing(context.facts, command.at, command.body), Rule.impersonal(command.case, command.agreed)],
      (stage) => Rule.facts({ ...command, _tag: "CaseDeliberated", stage })
    ),
  DispatchCase: (context, command) =>
    Rule.move(
      context,
      "dispatch",
      [
        inMode(context, "assign", "rotate"),
        Rule.existing(context.facts, command.at, command.by, command.to),
        authorised(context, command.by, command.at)
      ],
      (stage) => Rule.facts({ ...command, _tag: "CaseDispatched", stage })
    ),
  TakeCase: (context, command) => {
    const handler = State.isOpen(context.known) ? holder(context.known) : undefined
    return Rule.when(inMode(context, "grab")(), () => {
      if (handler === command.by) return Rule.nothing
      if (handler !== undefined) return Result.fail(new CaseHasHandler({ case: command.case, handler }))
      return Rule.move(context, "dispatch", [Rule.existing(context.facts, command.at, command.by)], (stage) =>
        Rule.facts({ ...command, _tag: "CaseTaken", stage })
      )
    })
  },
  RerouteCase: (context, command) => {
    const { known, facts } = context
    const given = known.story.findLast((one) => one._tag === "CaseDispatched" || one._tag === "CaseTaken")
    if (given === undefined || !isGivenOut(context)) return Result.fail(Rule.notAllowed(context, "reroute"))
    if (known.handler === command.to) return Rule.nothing
    const checked = Rule.all(
      Rule.existing(facts, command.at, command.by, command.to),
      authorised(context, command.by, command.at),
      Rule.impersonal(command.case, command.reason)
    )
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "CaseRerouted", stage: given.stage }))
  },
  ReportInCase: (context, command) => {
    const { known } = context
    const called = Rule.demand(isCalled(known, command.by), () => new NotCalled({ case: command.case, by: command.by }))
    if (joiningIn(context, command.by)) {
      return Rule.when(called(), () => Rule.facts({ ...command, _tag: "CaseReportedIn", stage: known.stage }))
    }
    return Rule.move(context, "reportIn", [called], (stage) =>
      Rule.facts({ ...command, _tag: "CaseReportedIn", stage })
    )
  },
  StartCase: (context, command) =>
    Rule.move(context, "start", [], (stage) => Rule.facts({ ...command, _tag: "CaseStarted", stage })),
  SuspendCase: (context, command) => {
    if (context.known.standing !== "open") return Result.fail(Rule.notAllowed(context, "suspend"))
    return Rule.when(Rule.impersonal(command.case, command.reason)(), () =>
      Rule.facts({ ...command, _tag: "CaseSuspended" })
    )
  },
  ResumeCase: (context, command) =>
    context.known.standing === "suspended"
      ? Rule.facts({ ...command, _tag: "CaseResumed" })
      : Result.fail(Rule.notAllowed(context, "resume")),
  ResolveCase: (context, command) =>
    Rule.move(context, "resolve", [allDone(context), Rule.impersonal(command.case, command.result)], (stage) =>
      Rule.facts({ ...command, _tag: "CaseResolved", stage })
    ),
  FollowUpCase: (context, command) =>
    Rule.move(context, "followUp", [], (stage) => {
      const { flow } = context
      const isContent = command.solved && (command.rating === undefined || Case.isSatisfied(command.rating))
      const followedUp = { ...command, _tag: "CaseFollowedUp", stage } as const
      if (isContent || flow.unsatisfied === "stands" || flow.reopen === undefined) return Rule.facts(followedUp)
      return Rule.facts(followedUp, {
        _tag: "CaseReopened",
        case: command.case,
        at: command.at,
        stage: flow.reopen.to,
        cause: "unsatisfied"
      })
    })
}

export const effects: Rule.Effects<
  | "CaseAccepted"
  | "CaseRejected"
  | "CaseClassified"
  | "CaseMatched"
  | "CaseDeliberated"
  | "CaseDispatched"
  | "CaseTaken"
  | "CaseRerouted"
  | "CaseReportedIn"
  | "CaseStarted"
  | "CaseSuspended"
  | "CaseResumed"
  | "CaseResolved"
  | "CaseFollowedUp"
> = {
  CaseAccepted: (known, { stage, at }) => ({ ...Rule.at(known, stage, at), accepted: at }),
  CaseRejected: (known, { stage, at }) => ({ ...Rule.at(known, stage, at), standing: "rejected" }),
  CaseClassified: (known, { stage, at, scope, difficulty, category, route, private: hidden }) => ({
    ...Rule.undated(Rule.at(known, stage, at), "both"),
    scope,
    difficulty,
    category,
    route,
    private: hidden
  }),
  CaseMatched: (known, { stage, at }) => Rule.at(known, stage, at),
  CaseDeliberated: (known, { stage, at }) => Rule.at(known, stage, at),
  CaseDispatched: (known, { stage, at, by, to }) => ({
    ...Rule.at(known, stage, at),
    handler: to,
    dispatches: Rule.and(known.dispatches, { by, to, at })
  }),
  CaseTaken: (known, { stage, at, by }) => ({
    ...Rule.at(known, stage, at),
    handler: by,
    dispatches: Rule.and(known.dispatches, { by, to: by, at })
  }),
  CaseRerouted: (known, { stage, at, by, to }) => ({
    ...Rule.at(known, stage, at, "rerouted"),
    handler: to,
    present: known.present.filter((one) => known.tasks.some(({ department }) => department === one)),
    dispatches: Rule.and(known.dispatches, { by, to, at })
  }),
  CaseReportedIn: (known, { stage, at, by }) => ({
    ...Rule.at(known, stage, at),
    present: Rule.and(known.present, by)
  }),
  CaseStarted: (known, { stage, at }) => Rule.at(known, stage, at),
  CaseSuspended: (known, { at }) => ({
    ...known,
    standing: "suspended",
    pauses: Rule.and(known.pauses, { from: at, to: undefined })
  }),
  CaseResumed: (known, { at }) => ({ ...Rule.resumed(known, at), standing: "open" }),
  CaseResolved: (known, { stage, at, result }) => ({
    ...Rule.at(known, stage, at),
    results: Rule.and(known.results, { at, result })
  }),
  CaseFollowedUp: (known, { stage, at, solved, rating }) => ({
    ...Rule.at(known, stage, at),
    asked: true,
    followUps: Rule.and(known.followUps, { at, solved, rating })
  })
}
