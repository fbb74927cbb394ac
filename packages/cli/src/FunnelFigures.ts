import { CivilDate, type Period } from "@louyu/kernel"
import {
  Attention,
  Forecast,
  Funnel,
  Journeys,
  Outcomes,
  type Pipeline,
  Prospect,
  State,
  type Survival
} from "@louyu/recruitment"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Attended, Expected, Figure, Group, Loss, Stage } from "./FunnelAnswer.ts"
import * as ProspectBook from "./ProspectBook.ts"

const figure = ({ definition, numerator, denominator, rate, population }: Journeys.Figure): Figure => ({
  definition,
  numerator,
  denominator,
  rate: rate ?? null,
  population
})

/** What a funnel is asked about: the prospects opened in a period, or all. */
export interface Asked {
  readonly book: ProspectBook.ProspectBook
  readonly pipeline: Pipeline.Pipeline
  readonly cohort: Period.Period | undefined
}

/** The prospects asked about: of the pipeline and the cohort, opened by the date, and not merged into others. */
const chosen = ({ book, pipeline, cohort }: Asked): ReadonlyArray<State.ProspectKnown> =>
  [...State.prospects(book.state)].filter(
    ({ opened, merged }) =>
      opened.pipeline === pipeline.id &&
      merged === undefined &&
      opened.on <= book.on &&
      (cohort === undefined || (opened.on >= cohort.from && (cohort.to === undefined || opened.on < cohort.to)))
  )

/** How many prospects are asked about. */
export const population = (asked: Asked): number => chosen(asked).length

/** A city that knows of the prospects asked about only. */
const restricted = (asked: Asked): State.State => ({
  ...asked.book.state,
  prospects: HashMap.fromIterable(chosen(asked).map((known) => [known.opened.prospect, known] as const))
})

const scopeOf = (asked: Asked): Journeys.Scope => {
  const ids = new Set<string>(chosen(asked).map(({ opened }) => opened.prospect))
  return { asOf: CivilDate.toEpochDay(asked.book.on), cohort: { among: (subject) => ids.has(subject) } }
}

const journeysOf = ({ book, pipeline }: Asked, extent: Funnel.Extent = {}): Funnel.Funnel => {
  const funnel = Funnel.of(book.state, pipeline.id, extent)
  if (funnel === undefined) throw new Error(`invariant: pipeline ${pipeline.id} is in force`)
  return funnel
}

/** What prospects under way need on the date; `undefined` where the calendar of working days does not tell. */
const needed = (asked: Asked): ReadonlyArray<Attention.Attention> | undefined =>
  Result.getOrElse(Attention.all(restricted(asked), asked.book.calendar, asked.book.on), () => undefined)

const tally = (all: ReadonlyArray<Attention.Attention> | undefined, is: (one: Attention.Attention) => boolean) =>
  all === undefined ? null : all.filter(is).length

/** What needs somebody's attention, in numbers; `null` where the calendar does not tell. */
export const attended = (asked: Asked): Attended => {
  const all = needed(asked)
  return {
    open: tally(all, () => true),
    rotten: tally(all, ({ rotten }) => rotten === true),
    late: tally(all, ({ late }) => late === true),
    overdue: tally(all, ({ next }) => next === "overdue"),
    unplanned: tally(all, ({ next }) => next === "none")
  }
}

/** Every stage of the funnel. */
export const stages = (
  asked: Asked
): Result.Result<ReadonlyArray<Stage>, Journeys.ScopeError | Survival.QuestionError> =>
  Result.map(Funnel.report(journeysOf(asked), scopeOf(asked)), (reports) => {
    const all = needed(asked)
    return reports.map(({ stage, now, ever, conversion, dwell, survival }): Stage => {
      const here = all?.filter((one) => one.stage === stage.id)
      return {
        id: stage.id,
        names: stage.names,
        phase: stage.phase,
        now,
        ever,
        to: conversion?.to ?? null,
        conversion: conversion === undefined ? null : figure(conversion.rate),
        days: {
          definition: dwell.definition,
          completed: dwell.completed,
          median: dwell.median ?? null,
          p90: dwell.p90 ?? null,
          open: dwell.open
        },
        survival: {
          definition: survival.definition,
          observations: survival.observations,
          censored: survival.censored,
          median: survival.median ?? null
        },
        rotten: tally(here, ({ rotten }) => rotten === true),
        late: tally(here, ({ late }) => late === true)
      }
    })
  })

const wantedArea =
  ({ book }: Asked) =>
  (subject: string): number | undefined => {
    const { least, most } = State.prospect(book.state, Prospect.ProspectId.make(subject))?.prospect.intent ?? {}
    if (least === undefined && most === undefined) return undefined
    return ((least ?? most ?? 0) + (most ?? least ?? 0)) / 2
  }

/** What those under way will come to, as far as what was seen tells; `undefined` when it tells nothing. */
export const expected = (asked: Asked): Expected | undefined => {
  const { journeys } = journeysOf(asked, { until: "won" })
  const { asOf } = scopeOf(asked)
  // Learnt from everybody: a cohort goes on as prospects do, not as its own first members did.
  const learning = asOf === undefined ? {} : { asOf }
  const outlook = Result.flatMap(Forecast.learn(journeys, learning), (chain) =>
    Forecast.expect(journeys, chain, {
      ...scopeOf(asked),
      outcome: asked.pipeline.won,
      weight: wantedArea(asked)
    })
  )
  if (Result.isFailure(outlook)) return undefined
  const { definition, outcome, open, expected: mean, lower, upper, level, unknown, few, weight } = outlook.success
  const untold = unknown.reduce((sum, { count }) => sum + count, 0)
  return {
    definition,
    outcome,
    open,
    unknown: untold,
    few,
    level,
    settled: { expected: mean, lower, upper },
    area:
      weight === undefined || weight.open === 0
        ? null
        : { expected: weight.expected, lower: weight.lower, upper: weight.upper },
    areaMissing: weight?.missing ?? 0
  }
}

/** How prospects ended by what they share, most first. */
export const groups = (
  asked: Asked,
  by: Funnel.Dimension,
  nameOf: (key: string) => Group["names"]
): Result.Result<ReadonlyArray<Group>, Journeys.ScopeError> => {
  const { journeys, codes } = journeysOf(asked, { until: "won" })
  const exits = new Set(asked.pipeline.exits.map(({ id }) => id))
  return Result.map(Journeys.countsBy(journeys, by, scopeOf(asked)), (all) =>
    all
      .map(({ code, population, stages: counts }): Group => {
        const key = code === undefined ? undefined : codes[by][code]
        const at = (is: (stage: string) => boolean) =>
          counts.reduce((sum, { stage, now }) => (is(stage) ? sum + now : sum), 0)
        const [won, lost] = [at((stage) => stage === asked.pipeline.won), at((stage) => exits.has(stage))]
        return {
          key: key ?? null,
          names: key === undefined ? null : nameOf(key),
          population,
          open: population - won - lost,
          won,
          lost,
          rate: won + lost === 0 ? null : won / (won + lost)
        }
      })
      .toSorted((a, b) => b.population - a.population || ((a.key ?? "") < (b.key ?? "") ? -1 : 1))
  )
}

/** Who was won and lost by the date, and why prospects went out, most first. */
export const losses = (
  asked: Asked
): { readonly won: number; readonly lost: number; readonly why: ReadonlyArray<Loss> } => {
  const { book, pipeline } = asked
  const within = { from: CivilDate.make("0001-01-01"), to: ProspectBook.dayAfter(book.on) }
  const all = pipeline.exits.flatMap((exit) => exit.reasons.map((reason) => ({ exit, reason })))
  const outcomes = Outcomes.by(restricted(asked), pipeline.id, "reason", within)
  return {
    won: outcomes.reduce((sum, { won }) => sum + won, 0),
    lost: outcomes.reduce((sum, { lost }) => sum + lost, 0),
    why: outcomes
      .filter(({ lost }) => lost > 0)
      .map(({ key, lost }): Loss => {
        const found = all.find(({ reason }) => reason.id === key)
        return {
          exit: found === undefined ? null : { id: found.exit.id, names: found.exit.names },
          reason: found === undefined ? null : { id: found.reason.id, names: found.reason.names },
          count: lost
        }
      })
  }
}
