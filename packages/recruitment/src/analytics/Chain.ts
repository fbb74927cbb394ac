import * as Result from "effect/Result"
import { AmountRejected, type ChainSingular, StageUnknown } from "../AnalyticsError.ts"
import * as Absorption from "./Absorption.ts"

/** How often a move was seen. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** What is assumed beside what was seen: so many moves more, whole or not. */
export interface Prior {
  readonly from: string
  readonly to: string
  readonly weight: number
}

/** What a forecast is made of. */
export interface Evidence {
  readonly stages: ReadonlyArray<{ readonly id: string; readonly terminal?: boolean }>
  readonly moves: ReadonlyArray<Move>
  /** Nothing by default: only what was seen counts. */
  readonly prior?: ReadonlyArray<Prior>
  /** The mean time of a spell in each stage, where it is known. */
  readonly meanTimes?: Readonly<Record<string, number>>
  /** From fewer moves seen out of a stage, what is said is marked; 30 by default. */
  readonly enough?: number
}

/** What follows for whoever comes into a stage. */
export interface Known {
  readonly known: true
  readonly stage: string
  /** Moves seen out of the stage. */
  readonly observed: number
  /** Whether they, or those out of a stage visited on the way, are fewer than enough. */
  readonly few: boolean
  /** How likely each outcome is; together 1. */
  readonly outcomes: ReadonlyArray<{ readonly outcome: string; readonly probability: number }>
  /** How often each stage is expected to be visited, this visit included. */
  readonly visits: ReadonlyArray<{ readonly stage: string; readonly visits: number }>
  /** Expected time from coming into the stage to the outcome; `undefined` where a mean time on the way is not known. */
  readonly time: number | undefined
}

/** That nothing can be said of a stage, and why. */
export interface Unknown {
  readonly known: false
  readonly stage: string
  readonly observed: number
  readonly because: Absorption.Because
}

/** What follows for every stage that is not an outcome. */
export interface Chain {
  readonly definition: "forecast/absorbing-chain"
  readonly outcomes: ReadonlyArray<string>
  readonly stages: ReadonlyArray<Known | Unknown>
  readonly prior: ReadonlyArray<Prior>
}

export type ChainError = StageUnknown | AmountRejected | ChainSingular

const isAmount = (value: number): boolean => Number.isFinite(value) && value >= 0

// All amounts of a list in one matrix.
const matrix = (
  index: ReadonlyMap<string, number>,
  what: "moves" | "prior",
  list: ReadonlyArray<{ readonly from: string; readonly to: string; readonly amount: number }>
): Result.Result<Float64Array, StageUnknown | AmountRejected> => {
  const all = new Float64Array(index.size ** 2)
  for (const { from, to, amount } of list) {
    const [line, column] = [index.get(from), index.get(to)]
    if (line === undefined || column === undefined) {
      return Result.fail(new StageUnknown({ stage: line === undefined ? from : to }))
    }
    if (!isAmount(amount)) return Result.fail(new AmountRejected({ what, value: amount }))
    const at = line * index.size + column
    all[at] = (all[at] as number) + amount
  }
  return Result.succeed(all)
}

const timeOf = (visits: Known["visits"], meanTimes: Readonly<Record<string, number>>): number | undefined => {
  let time = 0
  for (const { stage, visits: often } of visits) {
    const each = meanTimes[stage]
    if (each === undefined) return undefined
    time += often * each
  }
  return time
}

export const make = (evidence: Evidence): Result.Result<Chain, ChainError> =>
  Result.gen(function* () {
    const { stages, prior = [], meanTimes = {}, enough = 30 } = evidence
    const ids = stages.map(({ id }) => id)
    const index = new Map(ids.map((id, number) => [id, number]))
    const terminal = stages.map((stage) => stage.terminal === true)
    const strange = Object.values(meanTimes).find((time) => !isAmount(time))
    if (strange !== undefined) yield* Result.fail(new AmountRejected({ what: "meanTime", value: strange }))
    const moves = evidence.moves.map(({ from, to, count }) => ({ from, to, amount: count }))
    const seen = yield* matrix(index, "moves", moves)
    const assumed = yield* matrix(
      index,
      "prior",
      prior.map(({ from, to, weight }) => ({ from, to, amount: weight }))
    )
    const weights = seen.map((count, at) => count + (assumed[at] as number))
    const entries = yield* Absorption.follow({ ids, terminal, weights })
    const observed = ids.map((_, from) =>
      seen.subarray(from * ids.length, (from + 1) * ids.length).reduce((sum, count) => sum + count, 0)
    )
    const say = (stage: string, number: number, entry: Absorption.Followed | Absorption.Because): Known | Unknown => {
      const moved = observed[number] ?? 0
      if (typeof entry === "string") return { known: false, stage, observed: moved, because: entry }
      const visits = ids.flatMap((id, to) =>
        (entry.visits[to] ?? 0) > 0 ? [{ stage: id, visits: entry.visits[to] ?? 0 }] : []
      )
      const few = visits.some((visit) => (observed[index.get(visit.stage) ?? -1] ?? 0) < enough)
      const outcomes = ids.flatMap((outcome, to) =>
        terminal[to] === true ? [{ outcome, probability: entry.outcomes[to] ?? 0 }] : []
      )
      return { known: true, stage, observed: moved, few, outcomes, visits, time: timeOf(visits, meanTimes) }
    }
    return {
      definition: "forecast/absorbing-chain",
      outcomes: ids.filter((_, number) => terminal[number] === true),
      stages: entries.flatMap((entry, number) => (entry === undefined ? [] : [say(ids[number] ?? "", number, entry)])),
      prior
    }
  })
