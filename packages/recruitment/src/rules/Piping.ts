import { CivilDate, Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Pipeline from "../Pipeline.ts"
import { PipelineUnsound, StageAbandoned, VersionNotNewer } from "../RecruitmentError.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

type Adoption = Readonly<Record<string, Pipeline.StageId>>

// Prospects are at a stage as long as they are not gone for good.
const isWaiting = ({ standing }: State.ProspectKnown): boolean => standing === "open" || standing === "parked"

const inPipeline = (state: State.State, id: Pipeline.PipelineId): ReadonlyArray<State.ProspectKnown> =>
  [...State.prospects(state)].filter((known) => known.opened.pipeline === id && isWaiting(known))

const abandoned =
  (state: State.State, pipeline: Pipeline.Pipeline, replaced: Adoption = {}) =>
  (): Rule.Checked => {
    const counts = new Map<string, number>()
    for (const { stage } of inPipeline(state, pipeline.id)) {
      const goesOn = Object.hasOwn(replaced, stage) ? replaced[stage] : stage
      if (goesOn === undefined || Pipeline.place(pipeline, goesOn) === undefined) {
        counts.set(stage, (counts.get(stage) ?? 0) + 1)
      }
    }
    const [first] = counts
    if (first === undefined) return Rule.fine
    const [stage, prospects] = first
    return Result.fail(new StageAbandoned({ pipeline: pipeline.id, stage, prospects }))
  }

const newer =
  (known: Timeline.Timeline<Pipeline.Pipeline>, { id, version }: Pipeline.Pipeline, from: string) =>
  (): Rule.Checked => {
    const latest = known.at(-1)
    return latest !== undefined && (latest.value.version >= version || from < latest.from)
      ? Result.fail(new VersionNotNewer({ pipeline: id, version, known: latest.value.version }))
      : Rule.fine
  }

export const decisions: Rule.Decisions<"AdoptPipeline" | "SetPoolRule"> = {
  AdoptPipeline: (_facts, state, { _tag, ...fields }) => {
    const { pipeline, replaced, from } = fields
    const known = State.versions(state, pipeline.id)
    if (known.some((one) => one.from === from && Equal.equals(one.value, pipeline))) return Rule.nothing
    const ids = Pipeline.contradictions(pipeline)
    const checked = Rule.all(
      () => (ids.length === 0 ? Rule.fine : Result.fail(new PipelineUnsound({ pipeline: pipeline.id, ids }))),
      newer(known, pipeline, from),
      abandoned(state, pipeline, replaced)
    )
    return Rule.when(checked, () => Rule.facts({ _tag: "PipelineAdopted", ...fields }))
  },
  SetPoolRule: (_facts, state, { _tag, ...rule }) => {
    const { pipeline, from } = rule
    const known = State.poolRules(state, pipeline)
    if (known.some((one) => one.from === from && Equal.equals(one.value, rule))) return Rule.nothing
    return Result.flatMap(Rule.known(State.pipeline(state, pipeline, from), "pipeline", pipeline), () =>
      Rule.facts({ _tag: "PoolRuleSet", ...rule })
    )
  }
}

export const effects: Rule.Effects<"PipelineAdopted" | "PoolRuleSet"> = {
  PipelineAdopted: (state, { pipeline, replaced = {}, from }) => {
    const adopted = Timeline.set(State.versions(state, pipeline.id), Period.since(from), pipeline)
    const before: State.State = { ...state, pipelines: HashMap.set(state.pipelines, pipeline.id, adopted) }
    return inPipeline(state, pipeline.id).reduce((all, { opened, stage }) => {
      const to = Object.hasOwn(replaced, stage) ? replaced[stage] : undefined
      if (to === undefined) return all
      return Rule.change(all, opened.prospect, (known) => ({
        ...known,
        stage: to,
        steps: [...known.steps, { stage: to, from, how: "newVersion" }],
        last: CivilDate.max(from, known.last)
      }))
    }, before)
  },
  PoolRuleSet: (state, { _tag, ...rule }) => {
    const before = Option.getOrElse(HashMap.get(state.rules, rule.pipeline), () => Timeline.empty<typeof rule>())
    const after = Timeline.set(before, Period.since(rule.from), rule)
    return { ...state, rules: HashMap.set(state.rules, rule.pipeline, after) }
  }
}
