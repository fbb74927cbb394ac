import * as Normal from "./Normal.ts"

/** Up to so many, the distribution of how many succeed is exact; beyond, it is taken as normal. */
export const exactUpTo = 5_000

/**
 * How likely each number of successes is when every trial has its own probability: the exact distribution, one trial
 * after another. All terms are positive, so nothing cancels.
 */
export const distribution = (probabilities: ReadonlyArray<number>): Float64Array => {
  const likely = new Float64Array(probabilities.length + 1)
  likely[0] = 1
  probabilities.forEach((probability, trial) => {
    for (let successes = trial + 1; successes > 0; successes--) {
      likely[successes] =
        (likely[successes] as number) * (1 - probability) + (likely[successes - 1] as number) * probability
    }
    likely[0] = (likely[0] as number) * (1 - probability)
  })
  return likely
}

/** The least and the most successes that leave at most half of the rest out on either side. */
export interface Range {
  readonly lower: number
  readonly upper: number
  readonly method: "exact" | "normal"
}

const reaching = (likely: Float64Array, share: number): number => {
  let sum = 0
  for (let successes = 0; successes < likely.length; successes++) {
    sum += likely[successes] as number
    // Rounding must not push the end of a share that is reached exactly one further.
    if (sum >= share - 1e-12) return successes
  }
  return likely.length - 1
}

export const range = (probabilities: ReadonlyArray<number>, level: number): Range => {
  if (probabilities.length <= exactUpTo) {
    const likely = distribution(probabilities)
    return { lower: reaching(likely, (1 - level) / 2), upper: reaching(likely, (1 + level) / 2), method: "exact" }
  }
  const mean = probabilities.reduce((sum, each) => sum + each, 0)
  const spread = Normal.around(level) * Math.sqrt(probabilities.reduce((sum, each) => sum + each * (1 - each), 0))
  return {
    lower: Math.max(0, Math.floor(mean - spread)),
    upper: Math.min(probabilities.length, Math.ceil(mean + spread)),
    method: "normal"
  }
}
