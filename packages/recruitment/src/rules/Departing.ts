import { CivilDate } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Pipeline from "../Pipeline.ts"
import { ExitNotAllowed, ExitReasonMissing, NotPossible, ReopenNotAllowed } from "../RecruitmentError.ts"
import type * as State from "../State.ts"
import { pipelineOf } from "./Moving.ts"
import * as Rule from "./Rule.ts"

// The last day on which a prospect can be taken up again; `undefined` for ever, "never" when the exit is final.
const reopenUntil = (
  { reopen }: Pipeline.Exit,
  left: CivilDate.CivilDate
): CivilDate.CivilDate | "never" | undefined => {
  if (reopen === undefined) return "never"
  return reopen.withinDays === undefined ? undefined : CivilDate.addDays(left, reopen.withinDays)
}

const goingBackTo = (
  pipeline: Pipeline.Pipeline,
  { opened: { prospect } }: State.ProspectKnown,
  { exit: id, on: left, stage }: State.Departure,
  on: CivilDate.CivilDate
): Result.Result<Pipeline.StageId, ReopenNotAllowed> => {
  const exit = Pipeline.exit(pipeline, id)
  const until = exit === undefined ? "never" : reopenUntil(exit, left)
  if (until === "never") return Result.fail(new ReopenNotAllowed({ prospect, exit: id, until: undefined }))
  if (until !== undefined && on > until) return Result.fail(new ReopenNotAllowed({ prospect, exit: id, until }))
  const back = exit?.reopen?.to ?? stage
  return Result.succeed(Pipeline.place(pipeline, back) === undefined ? Pipeline.first(pipeline).id : back)
}

export const decisions: Rule.Decisions<"LoseProspect" | "ReopenProspect"> = {
  LoseProspect: (_facts, state, { _tag: action, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) => {
      const { prospect, exit: id, reason, on } = fields
      if (known.departures.some((one) => one.exit === id && one.on === on)) return Rule.nothing
      const checked = Rule.all(Rule.standing(known, action, "open", "parked"), Rule.inOrder(known, on))
      return Rule.when(checked, () =>
        Result.flatMap(pipelineOf(state, known, on), (pipeline) =>
          Result.flatMap(Rule.known(Pipeline.exit(pipeline, id), "exit", id), (exit): Rule.Decision => {
            const { stage } = known
            if (exit.from?.includes(stage) === false) {
              return Result.fail(new ExitNotAllowed({ prospect, exit: id, stage }))
            }
            const allowed = exit.reasons.map((one) => one.id)
            return reason !== undefined && allowed.includes(reason)
              ? Rule.facts({ _tag: "ProspectLost", prospect, exit: id, reason, on })
              : Result.fail(new ExitReasonMissing({ prospect, exit: id, allowed }))
          })
        )
      )
    }),
  ReopenProspect: (_facts, state, { _tag: action, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) => {
      const { prospect, reason, on } = fields
      if (known.departures.some((one) => one.reopened === on)) return Rule.nothing
      const left = known.departures.at(-1)
      if (known.standing !== "gone" || left === undefined) {
        return Result.fail(new NotPossible({ sort: "prospect", id: prospect, status: known.standing, action }))
      }
      const checked = Rule.all(Rule.inOrder(known, on), Rule.impersonal(prospect, reason))
      return Rule.when(checked, () =>
        Result.flatMap(pipelineOf(state, known, on), (pipeline) =>
          Result.flatMap(goingBackTo(pipeline, known, left, on), (to) =>
            Rule.facts({ _tag: "ProspectReopened", ...fields, to })
          )
        )
      )
    })
}

export const effects: Rule.Effects<"ProspectLost" | "ProspectReopened"> = {
  ProspectLost: (state, { prospect, exit, reason, on }) =>
    Rule.change(state, prospect, (known) => ({
      ...known,
      standing: "gone",
      parkings: known.parkings.map((one) => (one.to === undefined ? { ...one, to: on } : one)),
      departures: [...known.departures, { exit, reason, stage: known.stage, on, reopened: undefined }],
      last: on
    })),
  ProspectReopened: (state, { prospect, to, on }) =>
    Rule.change(state, prospect, (known) => ({
      ...known,
      standing: "open",
      stage: to,
      steps: [...known.steps, { stage: to, from: on, how: "reopened" }],
      departures: known.departures.map((one, at) =>
        at === known.departures.length - 1 ? { ...one, reopened: on } : one
      ),
      last: on
    }))
}
