import { Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import * as fc from "fast-check"

/** A pipeline with a stage that can be left out, one to come back to, and two ends, of which one may be reopened. */
export const stages = [
  { id: "lead" },
  { id: "talks" },
  { id: "office" },
  { id: "settled", terminal: true },
  { id: "lost", terminal: true }
] as const

export const moves = [
  ["lead", "talks"],
  ["lead", "office"],
  ["lead", "lost"],
  ["talks", "office"],
  ["talks", "lead"],
  ["talks", "lost"],
  ["office", "settled"],
  ["office", "talks"],
  ["office", "lost"],
  ["lost", "lead"]
] as const

export const rules = { moves, entries: ["lead", "talks"] }
export const ids: ReadonlyArray<string> = stages.map(({ id }) => id)
export const isTerminal = (stage: string): boolean => stage === "settled" || stage === "lost"

/** Somebody's steps as plain values. */
export interface History {
  readonly subject: string
  readonly steps: ReadonlyArray<{ readonly stage: string; readonly at: number }>
  readonly region: number | undefined
}

// Choices lead along the moves that are allowed, so that every history is.
const walk = (first: string, choices: ReadonlyArray<readonly [number, number]>, began: number) => {
  const steps = [{ stage: first, at: began }]
  for (const [choice, gap] of choices) {
    const last = steps.at(-1) ?? { stage: first, at: began }
    const onward = moves.filter(([from]) => from === last.stage)
    const move = onward[choice % Math.max(1, onward.length)]
    if (move === undefined) break
    steps.push({ stage: move[1], at: last.at + gap })
  }
  return steps
}

/** Histories in days, or with `scale` in anything longer. */
export const histories = (scale = 1): fc.Arbitrary<ReadonlyArray<History>> =>
  fc
    .array(
      fc.record({
        first: fc.constantFrom("lead", "talks"),
        choices: fc.array(
          fc.tuple(
            fc.nat(8),
            fc.nat(12).map((gap) => gap * scale)
          ),
          { maxLength: 9 }
        ),
        began: fc.nat(30).map((at) => at * scale),
        region: fc.option(fc.nat(2), { nil: undefined })
      }),
      { maxLength: 14 }
    )
    .map((all) =>
      all.map(({ first, choices, began, region }, number) => ({
        subject: `firm-${number}`,
        steps: walk(first, choices, began),
        region
      }))
    )

/** All events in the order of time, those at the same time in the order given. */
export const events = (all: ReadonlyArray<History>) =>
  all
    .flatMap(({ subject, steps }) => steps.map(({ stage, at }) => ({ subject, stage, at })))
    .sort((a, b) => a.at - b.at)

/** The journeys of histories, appended in the order of time and tagged by region. */
export const journeysOf = (all: ReadonlyArray<History>): Journeys.Journeys => {
  const journeys = Result.getOrThrow(Journeys.make(stages, rules))
  for (const { subject, stage, at } of events(all)) Result.getOrThrow(Journeys.append(journeys, subject, stage, at))
  // Somebody must have been tagged, or there is no column.
  Result.getOrThrow(Journeys.append(journeys, "tagged", "lead", 0))
  Result.getOrThrow(Journeys.tag(journeys, "tagged", "region", 0))
  for (const { subject, region } of all) {
    if (region !== undefined) Result.getOrThrow(Journeys.tag(journeys, subject, "region", region))
  }
  return journeys
}

/** Who was added so that there is a column. */
export const tagged: History = { subject: "tagged", steps: [{ stage: "lead", at: 0 }], region: 0 }

/** Histories as they were known at a time. */
export const knownAt = (all: ReadonlyArray<History>, asOf: number): ReadonlyArray<History> =>
  all
    .map((history) => ({ ...history, steps: history.steps.filter(({ at }) => at <= asOf) }))
    .filter(({ steps }) => steps.length > 0)

/** The time of the last step there is. */
export const latestOf = (all: ReadonlyArray<History>): number =>
  Math.max(...all.flatMap(({ steps }) => steps.map(({ at }) => at)))
