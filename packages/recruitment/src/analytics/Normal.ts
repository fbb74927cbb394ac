/**
 * The normal distribution up to a value.
 *
 * Source: series of Marsaglia, Evaluating the Normal Distribution (2004), exact to about 15 digits.
 */
export const below = (value: number): number => {
  if (value < -8) return 0
  if (value > 8) return 1
  let sum = value
  let before = 0
  let term = value
  for (let power = 3; sum !== before; power += 2) {
    before = sum
    term = (term * value * value) / power
    sum = before + term
  }
  return 0.5 + sum * density(value)
}

const density = (value: number): number => Math.exp(-0.5 * value * value) / Math.sqrt(2 * Math.PI)

/** The value with so much of the distribution below it, for a share from 0.5 to 1 - 1e-12. */
export const quantile = (share: number): number => {
  let value = 0
  // Above the middle the distribution bends one way, so that every tangent meets the share before it does.
  for (let round = 0; round < 100; round++) {
    const next = value + (share - below(value)) / density(value)
    if (!(next - value > 1e-14)) return next
    value = next
  }
  return value
}

/** How many standard deviations to either side hold a share of the distribution. */
export const around = (level: number): number => quantile(Math.min(0.5 + level / 2, 1 - 1e-12))
