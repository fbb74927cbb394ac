import { CivilDate, type Instant } from "@louyu/kernel"
import * as Result from "effect/Result"
import { FollowUpMissing, LevelSkipped, ReasonNotAllowed, ReopenNotAllowed } from "../CaseworkError.ts"
import * as Clocks from "../Clocks.ts"
import * as Flow from "../Flow.ts"
import type { CaseKnown } from "../State.ts"
import * as Rule from "./Rule.ts"

const isOffered = ({ from }: Flow.Closing, stage: Flow.StageId): boolean => from === undefined || from.includes(stage)

const reasoned =
  ({ flow, known }: Rule.Context, reason: string) =>
  (): Rule.Checked => {
    const allowed = flow.closings.filter((one) => isOffered(one, known.stage)).map(({ id }) => id)
    return allowed.includes(reason)
      ? Rule.fine
      : Result.fail(new ReasonNotAllowed({ case: known.raised.case, reason, allowed }))
  }

const askedFor = ({ flow, known }: Rule.Context, closing: Flow.Closing | undefined): (() => Rule.Checked) =>
  Rule.demand(
    flow.followUp === "waived" || closing?.waivesFollowUp === true || known.asked,
    () => new FollowUpMissing({ case: known.raised.case })
  )

// A case that waits for an answer may be withdrawn while it does.
const awake = (context: Rule.Context, closing: Flow.Closing | undefined): Rule.Context =>
  context.known.standing === "suspended" && closing?.kind === "withdrawn"
    ? { ...context, known: { ...context.known, standing: "open" } }
    : context

const inWindow = ({ facts, flow: { reopen }, known }: Rule.Context, at: Instant.Instant): Rule.Checked => {
  const closed = known.closures.at(-1)
  const id = known.raised.case
  if (reopen === undefined || closed === undefined) {
    return Result.fail(new ReopenNotAllowed({ case: id, until: undefined }))
  }
  const dateOf = Clocks.of(facts)
  const until = CivilDate.addDays(dateOf(closed.at), reopen.withinDays)
  return dateOf(at) <= until ? Rule.fine : Result.fail(new ReopenNotAllowed({ case: id, until }))
}

// An ordinary matter is settled in its building; one that leaves it is let go, and marked (P-37).
const isBreach = ({ flow, known }: Rule.Context, to: string): boolean =>
  known.difficulty === "ordinary" &&
  Flow.level(flow, known.level)?.inBuilding === true &&
  Flow.level(flow, to)?.inBuilding === false

export const decisions: Rule.Decisions<"CloseCase" | "ReopenCase" | "EscalateCase"> = {
  CloseCase: (context, command) => {
    const closing = Flow.closing(context.flow, command.reason)
    const checks = [reasoned(context, command.reason), askedFor(context, closing)]
    return Rule.move(awake(context, closing), "close", checks, (stage) =>
      Rule.facts({ ...command, _tag: "CaseClosed", stage, kind: closing?.kind ?? "unsolved" })
    )
  },
  ReopenCase: (context, command) => {
    const { known, flow } = context
    if (known.standing !== "closed") return Result.fail(Rule.notAllowed(context, "reopen"))
    const checked = Rule.all(() => inWindow(context, command.at), Rule.impersonal(command.case, command.reason))
    const stage = flow.reopen?.to ?? known.stage
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "CaseReopened", stage, cause: "asked" }))
  },
  EscalateCase: (context, command) => {
    const { known, flow } = context
    const next = Flow.above(flow, known.level)?.id
    const checked = Rule.all(
      Rule.underWay(context, "escalate"),
      Rule.demand(next === command.to, () => new LevelSkipped({ case: command.case, to: command.to, next })),
      Rule.impersonal(command.case, command.reason)
    )
    return Rule.when(checked, () =>
      Rule.facts({ ...command, _tag: "CaseEscalated", from: known.level, breach: isBreach(context, command.to) })
    )
  }
}

const again = ({ closures }: CaseKnown, at: Instant.Instant): CaseKnown["closures"] =>
  closures.map((one, place) =>
    place === closures.length - 1 && one.reopened === undefined ? { ...one, reopened: at } : one
  )

export const effects: Rule.Effects<"CaseClosed" | "CaseReopened" | "CaseEscalated"> = {
  CaseClosed: (known, { stage, at, reason, kind }) => ({
    ...Rule.resumed(Rule.at(known, stage, at), at),
    standing: "closed",
    closures: Rule.and(known.closures, {
      at,
      reason,
      kind,
      level: known.level,
      due: known.due?.whole?.by,
      reopened: undefined
    })
  }),
  CaseReopened: (known, { stage, at }) => ({
    ...Rule.at(Rule.undated(known, "both"), stage, at, "reopened"),
    standing: "open",
    asked: false,
    closures: again(known, at),
    reopenings: Rule.and(known.reopenings, at)
  }),
  CaseEscalated: (known, { from, to, cause, at, breach }) => ({
    ...Rule.undated(known, "stage"),
    level: to,
    steps: Rule.and(known.steps, { stage: known.stage, level: to, from: at, how: "escalated" }),
    escalations: Rule.and(known.escalations, { from, to, cause, at, breach })
  })
}
