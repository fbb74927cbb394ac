import * as Result from "effect/Result"
import { ChainSingular } from "../AnalyticsError.ts"
import * as LinearSystem from "./LinearSystem.ts"

/** Stages by number, what was seen of the moves between them, and which of them end a journey. */
export interface Seen {
  readonly ids: ReadonlyArray<string>
  readonly terminal: ReadonlyArray<boolean>
  /** Moves, with what was assumed beside them: from times to. */
  readonly weights: Float64Array
}

/** Why nothing can be said of a stage. */
export type Because = "nothingObserved" | "leadsToUnobserved" | "mayNeverEnd"

/** What follows for one stage: by outcome, by stage visited. */
export interface Followed {
  readonly outcomes: ReadonlyArray<number>
  readonly visits: ReadonlyArray<number>
}

/** For every stage what follows, why nothing can be said, or `undefined` where it is an outcome itself. */
export type Entry = Followed | Because | undefined

const total = ({ ids, weights }: Seen, from: number): number => {
  let sum = 0
  for (let to = 0; to < ids.length; to++) sum += weights[from * ids.length + to] as number
  return sum
}

// Everybody from whom one of the targets can be reached, the targets included.
const reaching = ({ ids, weights, terminal }: Seen, targets: ReadonlySet<number>): ReadonlySet<number> => {
  const found = new Set(targets)
  const waiting = [...targets]
  for (let to = waiting.pop(); to !== undefined; to = waiting.pop()) {
    for (let from = 0; from < ids.length; from++) {
      if (terminal[from] === true || found.has(from) || weights[from * ids.length + to] === 0) continue
      found.add(from)
      waiting.push(from)
    }
  }
  return found
}

const numbers = ({ ids }: Seen, holds: (stage: number) => boolean): ReadonlyArray<number> =>
  [...ids.keys()].filter(holds)

/** Why nothing can be said of a stage, for those of which it cannot. */
const silent = (seen: Seen): ReadonlyMap<number, Because> => {
  const unobserved = new Set(numbers(seen, (stage) => seen.terminal[stage] !== true && total(seen, stage) === 0))
  const leading = reaching(seen, unobserved)
  const ending = reaching(seen, new Set(numbers(seen, (stage) => seen.terminal[stage] === true)))
  const trapped = reaching(seen, new Set(numbers(seen, (stage) => !ending.has(stage) && !leading.has(stage))))
  const because = new Map<number, Because>()
  for (const stage of trapped) because.set(stage, "mayNeverEnd")
  for (const stage of leading) because.set(stage, "leadsToUnobserved")
  for (const stage of unobserved) because.set(stage, "nothingObserved")
  return because
}

const matrixOf = (seen: Seen, within: ReadonlyArray<number>): Float64Array => {
  const matrix = new Float64Array(within.length ** 2)
  within.forEach((from, row) => {
    const sum = total(seen, from)
    // Written as what leaves rather than 1 minus what stays, so that no digits are lost for a stage that few leave.
    within.forEach((to, column) => {
      const weight = seen.weights[from * seen.ids.length + to] as number
      matrix[row * within.length + column] = row === column ? (sum - weight) / sum : -weight / sum
    })
  })
  return matrix
}

/** What follows from every stage: absorption probabilities and the fundamental matrix, by solving for each column. */
export const follow = (seen: Seen): Result.Result<ReadonlyArray<Entry>, ChainSingular> => {
  const { ids, terminal, weights } = seen
  const because = silent(seen)
  const within = numbers(seen, (stage) => terminal[stage] !== true && !because.has(stage))
  const ends = numbers(seen, (stage) => terminal[stage] === true)
  const system = LinearSystem.factor(matrixOf(seen, within), within.length)
  if (system === undefined)
    return Result.fail(new ChainSingular({ stages: within.map((stage) => ids[stage] as string) }))
  const column = (right: (from: number) => number): ReadonlyArray<number> =>
    LinearSystem.solve(system, within.map(right))
  const outcomes = ends.map((to) => column((from) => (weights[from * ids.length + to] as number) / total(seen, from)))
  const visits = within.map((to) => column((from) => (from === to ? 1 : 0)))
  const rows = new Map(within.map((stage, row) => [stage, row]))
  const entry = (stage: number): Entry => {
    const row = rows.get(stage)
    if (row === undefined) return because.get(stage)
    const spread = (
      from: ReadonlyArray<number>,
      found: ReadonlyArray<ReadonlyArray<number>>
    ): ReadonlyArray<number> => {
      const each = new Array<number>(ids.length).fill(0)
      from.forEach((to, index) => {
        each[to] = found[index]?.[row] ?? 0
      })
      return each
    }
    return { outcomes: spread(ends, outcomes), visits: spread(within, visits) }
  }
  return Result.succeed(ids.map((_, stage) => entry(stage)))
}
