import { CivilDate } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Conversion from "./Conversion.ts"
import * as Dwell from "./Dwell.ts"
import type { Event } from "./Event.ts"
import * as Journeys from "./Journeys.ts"
import type * as Pipeline from "./Pipeline.ts"
import * as State from "./State.ts"
import * as Survival from "./Survival.ts"

type Date = CivilDate.CivilDate

/** What prospects are grouped by. Shape: `building` is the first one wanted, `liaison` the last one to look after it. */
export type Dimension = "source" | "building" | "liaison" | "place"

const dimensions: Readonly<Record<Dimension, (known: State.ProspectKnown) => string | undefined>> = {
  source: ({ prospect }) => prospect.source,
  building: ({ prospect }) => prospect.intent?.buildings?.[0],
  liaison: ({ holders }) => holders.at(-1)?.value,
  place: ({ prospect }) => prospect.place
}

/**
 * The journeys of the prospects of a pipeline, ready for the questions of `Conversion`, `Dwell`, `Survival`, `Forecast`.
 *
 * Shape: times are days since 1970; ways out are stages that end a journey, after the stages of the pipeline; stages only
 * older versions had stand before them. `codes` names the codes of each column by their index.
 */
export interface Funnel {
  readonly pipeline: Pipeline.Pipeline
  readonly journeys: Journeys.Journeys
  readonly codes: Readonly<Record<Dimension, ReadonlyArray<string>>>
}

/** Up to where journeys are followed: to the end, or to the stage the pipeline is for, which then ends them. */
export interface Extent {
  readonly until?: "end" | "won"
}

interface Layout {
  readonly stages: ReadonlyArray<Journeys.Stage>
  readonly rules: Journeys.Rules
  readonly beyond: ReadonlySet<string>
  /** Where journeys end, when they end at the stage the pipeline is for. */
  readonly won: string | undefined
  readonly exits: ReadonlySet<string>
}

const layout = (versions: ReadonlyArray<Pipeline.Pipeline>, latest: Pipeline.Pipeline, { until }: Extent): Layout => {
  const own = latest.stages.map(({ id }) => String(id))
  const end = until === "won" ? own.indexOf(latest.won) : own.length
  const older = versions.flatMap(({ stages }) => stages.map(({ id }) => String(id))).filter((id) => !own.includes(id))
  const kept = [...own.slice(0, until === "won" ? end : own.length), ...new Set(older)]
  const won = until === "won" ? [String(latest.won)] : []
  const exits = [...new Set(versions.flatMap((one) => one.exits.map(({ id }) => id)))]
  const ends = [...won, ...exits]
  // What a pipeline allows was decided when it was recorded, in the version of that day; here everything recorded counts.
  const moves = [
    ...kept.flatMap((from) => [...kept, ...ends].map((to) => [from, to] as const)),
    ...exits.flatMap((from) => [...kept, ...won].map((to) => [from, to] as const)),
    ...won.flatMap((from) => kept.map((to) => [from, to] as const))
  ]
  return {
    stages: [...kept.map((id) => ({ id })), ...ends.map((id) => ({ id, terminal: true }))],
    rules: { moves: moves.filter(([from, to]) => from !== to) },
    beyond: new Set(until === "won" ? own.slice(end + 1) : []),
    won: until === "won" ? latest.won : undefined,
    exits: new Set(exits)
  }
}

interface Passing {
  readonly stage: string
  readonly on: Date
}

const passings = ({ steps, departures }: State.ProspectKnown): ReadonlyArray<Passing> => {
  const stages = steps.map(({ stage, from }): Passing => ({ stage, on: from }))
  // A way out lies after everything that was recorded before it and before the step that took the prospect up again.
  const out = departures.map(({ exit, on }): Passing => ({ stage: exit, on }))
  const reopened = steps.flatMap(({ how }, at) => (how === "reopened" ? [at] : []))
  return stages
    .flatMap((one, at) => {
      const departure = reopened.indexOf(at)
      return departure < 0 ? [one] : [...out.slice(departure, departure + 1), one]
    })
    .concat(out.slice(reopened.length))
}

const record = (journeys: Journeys.Journeys, subject: string, { stage, on }: Passing): void => {
  const recorded = Journeys.append(journeys, subject, stage, CivilDate.toEpochDay(on))
  if (Result.isFailure(recorded)) throw new Error(`invariant: ${recorded.failure.text.en}`)
}

const follow = (journeys: Journeys.Journeys, { beyond, won, exits }: Layout, known: State.ProspectKnown): void => {
  let last: string | undefined
  for (const passing of passings(known)) {
    // Who was won and leaves was won all the same; only a step back takes that back.
    if (beyond.has(passing.stage) || (last !== undefined && last === won && exits.has(passing.stage))) return
    if (passing.stage !== last) record(journeys, known.opened.prospect, passing)
    last = passing.stage
  }
}

const coded = (journeys: Journeys.Journeys, all: ReadonlyArray<State.ProspectKnown>, dimension: Dimension) => {
  const codes = new Map<string, number>()
  for (const known of all) {
    const value = dimensions[dimension](known)
    if (value === undefined) continue
    const code = codes.get(value) ?? codes.size
    codes.set(value, code)
    const tagged = Journeys.tag(journeys, known.opened.prospect, dimension, code)
    if (Result.isFailure(tagged)) throw new Error(`invariant: ${tagged.failure.text.en}`)
  }
  return [...codes.keys()]
}

const byOpening = (a: State.ProspectKnown, b: State.ProspectKnown): number =>
  CivilDate.compare(a.opened.on, b.opened.on) || (a.opened.prospect < b.opened.prospect ? -1 : 1)

/**
 * The journeys of a pipeline; `undefined` when there is no such pipeline. Those merged into others are left out.
 *
 * Cost: O(steps).
 */
export const of = (state: State.State, id: Pipeline.PipelineId, extent: Extent = {}): Funnel | undefined => {
  const versions = State.versions(state, id).map(({ value }) => value)
  const latest = versions.at(-1)
  if (latest === undefined) return undefined
  const plan = layout(versions, latest, extent)
  const journeys = Result.getOrThrow(Journeys.make(plan.stages, plan.rules))
  const all = [...State.prospects(state)]
    .filter(({ opened, merged }) => opened.pipeline === id && merged === undefined)
    .toSorted(byOpening)
  for (const known of all) follow(journeys, plan, known)
  const there = all.filter(({ opened }) => Journeys.history(journeys, opened.prospect).length > 0)
  const codes = {
    source: coded(journeys, there, "source"),
    building: coded(journeys, there, "building"),
    liaison: coded(journeys, there, "liaison"),
    place: coded(journeys, there, "place")
  }
  return { pipeline: latest, journeys, codes }
}

const passingOf = (event: Event): (Passing & { readonly prospect: string }) | undefined => {
  switch (event._tag) {
    case "ProspectOpened":
      return { prospect: event.prospect, stage: event.stage, on: event.on }
    case "ProspectAdvanced":
    case "ProspectRegressed":
    case "ProspectWon":
    case "ProspectReopened":
      return { prospect: event.prospect, stage: event.to, on: event.on }
    case "ProspectLost":
      return { prospect: event.prospect, stage: event.exit, on: event.on }
    default:
      return undefined
  }
}

/**
 * Follows one more event, so that a funnel that is kept need not be counted again.
 *
 * Shape: `"again"` asks for `Funnel.of`, because the event changed the stages or what a prospect is; `true` when something
 * moved, `false` when the event does not concern the journeys. For funnels followed to the end.
 * Cost: constant.
 */
export const append = ({ pipeline, journeys }: Funnel, event: Event): boolean | "again" => {
  if (event._tag === "PipelineAdopted") return event.pipeline.id === pipeline.id ? "again" : false
  if (event._tag === "ProspectsMerged") return Journeys.history(journeys, event.duplicate).length > 0 ? "again" : false
  const passing = passingOf(event)
  if (passing === undefined) return false
  const isOurs =
    event._tag === "ProspectOpened"
      ? event.pipeline === pipeline.id
      : Journeys.history(journeys, passing.prospect).length > 0
  if (isOurs) record(journeys, passing.prospect, passing)
  return isOurs
}

/** A stage of the funnel on a day. Units: days. */
export interface StageReport {
  readonly stage: Pipeline.Stage
  readonly now: number
  readonly ever: number
  /** To the next stage that is not optional; `undefined` for the last one. */
  readonly conversion: Conversion.Conversion | undefined
  readonly dwell: Dwell.Dwell
  readonly survival: Survival.OfStage
}

/** Every stage of the funnel on a day, for a cohort. Fails: for what the scope names. */
export const report = (
  { pipeline, journeys }: Funnel,
  scope: Journeys.Scope
): Result.Result<ReadonlyArray<StageReport>, Journeys.ScopeError | Survival.QuestionError> =>
  Result.gen(function* () {
    const counts = yield* Journeys.counts(journeys, scope)
    const dwells = yield* Dwell.stages(journeys, scope)
    const reports: Array<StageReport> = []
    for (const [at, stage] of pipeline.stages.entries()) {
      const next = pipeline.stages.slice(at + 1).find(({ optional }) => optional !== true)
      const count = counts.stages.find((one) => one.stage === stage.id)
      const dwell = dwells.find((one) => one.stage === stage.id)
      if (count === undefined || dwell === undefined) throw new Error(`invariant: stage ${stage.id} is counted`)
      reports.push({
        stage,
        now: count.now,
        ever: count.ever,
        conversion:
          next === undefined
            ? undefined
            : yield* Conversion.between(journeys, { ...scope, from: stage.id, to: next.id }),
        dwell,
        survival: yield* Survival.of(journeys, { ...scope, stage: stage.id })
      })
    }
    return reports
  })
