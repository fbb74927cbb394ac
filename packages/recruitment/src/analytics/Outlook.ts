import * as Result from "effect/Result"
import { AmountRejected } from "../AnalyticsError.ts"
import * as Binomials from "./Binomials.ts"
import type { Chain, Unknown } from "./Chain.ts"
import * as Normal from "./Normal.ts"
import * as Numbers from "./Numbers.ts"
import { type Chosen, dateOf, each } from "./Scope.ts"
import type { Store } from "./Store.ts"

/**
 * What is to be expected of those who are under way.
 *
 * Shape: `expected`, `lower` and `upper` are about the open ones of whom something can be said; `unknown` are the others.
 * `already` have the outcome. `few` are stages from which too little was seen. The interval holds at least `level` of the
 * distribution, if the chain is right: that it was estimated widens nothing.
 */
export interface Outlook {
  readonly definition: "forecast/expected-outcome"
  readonly outcome: string
  readonly open: number
  readonly already: number
  readonly expected: number
  readonly lower: number
  readonly upper: number
  readonly method: "exact" | "normal"
  readonly level: number
  readonly unknown: ReadonlyArray<Pick<Unknown, "stage" | "because"> & { readonly count: number }>
  readonly few: ReadonlyArray<string>
  readonly weight: Weighed | undefined
  readonly population: number
  readonly asOf: number | undefined
}

/** The same for a weight that everybody carries, such as the area wanted; `missing` carry none. */
export interface Weighed {
  readonly open: number
  readonly expected: number
  readonly deviation: number
  readonly lower: number
  readonly upper: number
  readonly missing: number
}

/** Who is where, with the weights they carry, by stage. */
interface Waiting {
  readonly counts: ReadonlyArray<number>
  readonly weights: ReadonlyArray<Numbers.Numbers>
}

type Weight = (subject: string) => number | undefined

const waiting = (store: Store, chosen: Chosen, weight: Weight | undefined): Result.Result<Waiting, AmountRejected> => {
  const counts = store.table.ids.map(() => 0)
  const weights = store.table.ids.map(() => Numbers.make())
  let strange: number | undefined
  each(store, chosen, (row, start, known) => {
    const stage = store.steps.stage[start + known - 1] as number
    counts[stage] = (counts[stage] as number) + 1
    const carried = weight?.(store.directory.names[row] as string)
    if (carried === undefined) return
    if (Number.isFinite(carried) && carried >= 0) Numbers.push(weights[stage] as Numbers.Numbers, carried)
    else strange = carried
  })
  return strange === undefined
    ? Result.succeed({ counts, weights })
    : Result.fail(new AmountRejected({ what: "weight", value: strange }))
}

interface Share {
  readonly stage: number
  readonly probability: number
}

const weigh = (shares: ReadonlyArray<Share>, { counts, weights }: Waiting, level: number): Weighed => {
  let [open, expected, variance, missing] = [0, 0, 0, 0]
  for (const { stage, probability } of shares) {
    // In ascending order, so that the sum does not depend on the order in which subjects came.
    const sorted = Numbers.sorted(weights[stage] as Numbers.Numbers)
    const sum = sorted.reduce((all, one) => all + one, 0)
    open += sum
    expected += probability * sum
    variance += probability * (1 - probability) * sorted.reduce((all, one) => all + one * one, 0)
    missing += (counts[stage] as number) - sorted.length
  }
  const deviation = Math.sqrt(Math.max(0, variance))
  const spread = Normal.around(level) * deviation
  const [lower, upper] = [Math.max(0, expected - spread), Math.min(open, expected + spread)]
  return { open, expected, deviation, lower, upper, missing }
}

/** What a question about those under way asks for. */
export interface Asked {
  readonly outcome: string
  readonly level: number
  readonly weight: Weight | undefined
}

export const make = (
  store: Store,
  chosen: Chosen,
  chain: Chain,
  { outcome, level, weight }: Asked
): Result.Result<Outlook, AmountRejected> =>
  Result.map(waiting(store, chosen, weight), (there) => {
    const { index } = store.table
    const countAt = (stage: string): number => there.counts[index.get(stage) ?? -1] ?? 0
    const present = chain.stages.filter(({ stage }) => countAt(stage) > 0)
    const shares = present.flatMap((entry): ReadonlyArray<Share> => {
      if (!entry.known) return []
      const probability = entry.outcomes.find((one) => one.outcome === outcome)?.probability ?? 0
      // Rounding may leave a probability a last digit beyond its bounds.
      return [{ stage: index.get(entry.stage) ?? -1, probability: Math.min(1, Math.max(0, probability)) }]
    })
    const trials = shares.flatMap(({ stage, probability }) =>
      new Array<number>(there.counts[stage] ?? 0).fill(probability)
    )
    return {
      definition: "forecast/expected-outcome",
      outcome,
      open: present.reduce((sum, { stage }) => sum + countAt(stage), 0),
      already: countAt(outcome),
      expected: shares.reduce((sum, { stage, probability }) => sum + probability * (there.counts[stage] ?? 0), 0),
      ...Binomials.range(trials, level),
      level,
      unknown: present.flatMap((entry) =>
        entry.known ? [] : [{ stage: entry.stage, because: entry.because, count: countAt(entry.stage) }]
      ),
      few: present.flatMap((entry) => (entry.known && entry.few ? [entry.stage] : [])),
      weight: weight === undefined ? undefined : weigh(shares, there, level),
      population: chosen.population,
      asOf: dateOf(chosen)
    }
  })
