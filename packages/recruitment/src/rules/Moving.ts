import type { CivilDate } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import * as Pipeline from "../Pipeline.ts"
import { EvidenceMissing, MoveNotAllowed, NotFound, NotPossible, type RecruitmentError } from "../RecruitmentError.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

type Date = CivilDate.CivilDate

interface Move {
  readonly action: Command["_tag"]
  readonly direction: "forward" | "back"
  readonly to: Pipeline.StageId
  readonly on: Date
  readonly evidence: ReadonlyArray<string>
}

/** The version of a prospect's pipeline that is in force on a day. */
export const pipelineOf = (
  state: State.State,
  { opened: { pipeline } }: State.ProspectKnown,
  on: Date
): Result.Result<Pipeline.Pipeline, RecruitmentError> =>
  Rule.known(State.pipeline(state, pipeline, on), "pipeline", pipeline)

const allowed =
  (pipeline: Pipeline.Pipeline, { opened: { prospect }, stage }: State.ProspectKnown, { direction, to }: Move) =>
  (): Rule.Checked => {
    if (Pipeline.place(pipeline, to) === undefined) return Result.fail(new NotFound({ sort: "stage", id: to }))
    if (Pipeline.direction(pipeline, stage, to) === direction) return Rule.fine
    const ways = pipeline.stages
      .map(({ id }) => id)
      .filter((id) => Pipeline.direction(pipeline, stage, id) === direction)
    return Result.fail(new MoveNotAllowed({ prospect, from: stage, to, allowed: ways }))
  }

const proved =
  (pipeline: Pipeline.Pipeline, known: State.ProspectKnown, { to, on, evidence }: Move) =>
  (): Rule.Checked => {
    const have = new Set([...evidence, ...known.filed.filter((one) => one.on <= on).map((one) => one.evidence)])
    const missing = (Pipeline.stage(pipeline, to)?.evidence ?? []).filter((one) => !have.has(one))
    return missing.length === 0
      ? Rule.fine
      : Result.fail(new EvidenceMissing({ prospect: known.opened.prospect, to, missing }))
  }

// A stage is entered once a day at most, so a step of that day and stage is the one told.
const isTold = ({ steps }: State.ProspectKnown, to: Pipeline.StageId, on: Date): boolean =>
  steps.some((step) => step.stage === to && step.from === on)

const move = (
  state: State.State,
  known: State.ProspectKnown,
  step: Move,
  decide: () => Rule.Decision
): Rule.Decision =>
  isTold(known, step.to, step.on)
    ? Rule.nothing
    : Result.flatMap(pipelineOf(state, known, step.on), (pipeline) =>
        Rule.when(
          Rule.all(
            Rule.standing(known, step.action, "open"),
            Rule.inOrder(known, step.on),
            allowed(pipeline, known, step),
            step.direction === "back" ? () => Rule.fine : proved(pipeline, known, step)
          ),
          decide
        )
      )

const forward = (
  facts: Rule.Facts,
  state: State.State,
  known: State.ProspectKnown,
  step: Omit<Move, "direction">,
  tenant: Parameters<Rule.Facts["exists"]>[0] | undefined
): Rule.Decision => {
  const { to, on, evidence } = step
  const { prospect } = known.opened
  const papers = evidence.length === 0 ? {} : { evidence }
  return move(state, known, { ...step, direction: "forward" }, () =>
    Result.flatMap(pipelineOf(state, known, on), ({ won }) => {
      if (to !== won) return Rule.facts({ _tag: "ProspectAdvanced", prospect, to, ...papers, on })
      return Rule.when(Rule.existing(facts, on, tenant)(), () =>
        Rule.facts(
          { _tag: "ProspectWon", prospect, to, ...papers, on },
          ...(tenant === undefined ? [] : [{ _tag: "ProspectConverted" as const, prospect, tenant, on }])
        )
      )
    })
  )
}

export const decisions: Rule.Decisions<
  "AdvanceProspect" | "RegressProspect" | "ParkProspect" | "ResumeProspect" | "WinProspect"
> = {
  AdvanceProspect: (facts, state, { _tag: action, prospect, to, evidence = [], on }) =>
    Result.flatMap(Rule.prospect(state, prospect), (known) =>
      forward(facts, state, known, { action, to, evidence, on }, undefined)
    ),
  WinProspect: (facts, state, { _tag: action, prospect, tenant, evidence = [], on }) =>
    Result.flatMap(Rule.prospect(state, prospect), (known) =>
      Result.flatMap(pipelineOf(state, known, on), ({ won }) =>
        forward(facts, state, known, { action, to: won, evidence, on }, tenant)
      )
    ),
  RegressProspect: (_facts, state, { _tag: action, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) => {
      const { prospect, to, reason, on } = fields
      return move(state, known, { action, direction: "back", to, on, evidence: [] }, () =>
        Rule.when(Rule.impersonal(prospect, reason)(), () => Rule.facts({ _tag: "ProspectRegressed", ...fields }))
      )
    }),
  ParkProspect: (_facts, state, { _tag: action, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) => {
      const { prospect, reason, on, until } = fields
      if (known.parkings.some(({ from }) => from === on)) return Rule.nothing
      const checked = Rule.all(
        Rule.standing(known, action, "open"),
        Rule.inOrder(known, on),
        () => (until === undefined ? Rule.fine : Rule.ordered(on, until)),
        Rule.impersonal(prospect, reason)
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "ProspectParked", ...fields }))
    }),
  ResumeProspect: (_facts, state, { _tag: action, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) => {
      const { prospect, on } = fields
      if (known.parkings.some(({ to }) => to === on)) return Rule.nothing
      if (known.standing !== "parked") {
        return Result.fail(new NotPossible({ sort: "prospect", id: prospect, status: known.standing, action }))
      }
      return Rule.when(Rule.inOrder(known, on)(), () => Rule.facts({ _tag: "ProspectResumed", ...fields }))
    })
}

const entered = (
  known: State.ProspectKnown,
  stage: Pipeline.StageId,
  from: Date,
  how: State.How
): State.ProspectKnown => ({
  ...known,
  stage,
  steps: [...known.steps, { stage, from, how }],
  last: from
})

const withPapers = (
  known: State.ProspectKnown,
  evidence: ReadonlyArray<string> | undefined,
  on: Date
): State.ProspectKnown => ({
  ...known,
  filed: [...known.filed, ...(evidence ?? []).map((one) => ({ evidence: one, reference: undefined, on }))]
})

export const effects: Rule.Effects<
  "ProspectAdvanced" | "ProspectRegressed" | "ProspectParked" | "ProspectResumed" | "ProspectWon"
> = {
  ProspectAdvanced: (state, { prospect, to, evidence, on }) =>
    Rule.change(state, prospect, (known) => entered(withPapers(known, evidence, on), to, on, "forward")),
  ProspectWon: (state, { prospect, to, evidence, on }) =>
    Rule.change(state, prospect, (known) => ({
      ...entered(withPapers(known, evidence, on), to, on, "forward"),
      won: known.won ?? on
    })),
  ProspectRegressed: (state, { prospect, to, on }) =>
    Rule.change(state, prospect, (known) => {
      const pipeline = State.pipeline(state, known.opened.pipeline, on)
      const isWon = pipeline !== undefined && Pipeline.isWon(pipeline, to)
      return { ...entered(known, to, on, "back"), won: isWon ? known.won : undefined }
    }),
  ProspectParked: (state, { prospect, reason, until, on }) =>
    Rule.change(state, prospect, (known) => ({
      ...known,
      standing: "parked",
      parkings: [...known.parkings, { from: on, until, to: undefined, reason }],
      last: on
    })),
  ProspectResumed: (state, { prospect, on }) =>
    Rule.change(state, prospect, (known) => ({
      ...known,
      standing: "open",
      parkings: known.parkings.map((one) => (one.to === undefined ? { ...one, to: on } : one)),
      last: on
    }))
}
