import { Conversion, Dwell, Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { days, ids, type Prospects, rules, stages } from "./prospects.ts"
import type { Asking } from "./questions.ts"

/** All steps appended one by one, each prospect tagged with its region. */
export const journeysOf = (all: Prospects): Journeys.Journeys => {
  const journeys = Result.getOrThrow(Journeys.make(stages, rules))
  for (let step = 0; step < all.amount; step++) {
    const name = all.names[all.subjects[step] as number] as string
    Result.getOrThrow(
      Journeys.append(journeys, name, ids[all.stages[step] as number] as string, all.at[step] as number)
    )
  }
  all.names.forEach((name, subject) => {
    Result.getOrThrow(Journeys.tag(journeys, name, "region", all.region[subject] as number))
  })
  return journeys
}

const months = Array.from({ length: Math.ceil(days / 30) + 1 }, (_, month) => month * 30)

export const open = (journeys: Journeys.Journeys, { names }: Prospects): Required<Asking> => {
  const ever = (scope: Journeys.Scope = {}): ReadonlyArray<number> =>
    Result.getOrThrow(Journeys.counts(journeys, scope)).stages.map((stage) => stage.ever)
  return {
    name: "ours",
    reached: () => ever(),
    dwell: () =>
      Result.getOrThrow(Dwell.stages(journeys)).flatMap(({ completed, mean, median, p90 }, stage) =>
        mean === undefined || median === undefined || p90 === undefined ? [] : [[stage, completed, mean, median, p90]]
      ),
    cohorts: () =>
      Result.getOrThrow(
        Conversion.cohorts(journeys, { to: "registered", within: 90, boundaries: months, column: "region" })
      ).map(({ period, code, entered, reached }) => [period, code ?? -1, entered, reached]),
    past: () => ever({ asOf: days / 2, cohort: { where: { region: [1, 4, 7] } } }),
    append: (subject, stage, at) => {
      Result.getOrThrow(Journeys.append(journeys, names[subject] as string, ids[stage] as string, at))
    }
  }
}
