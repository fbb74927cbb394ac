import * as Normal from "./Normal.ts"

/** Durations in ascending order: until the event, until another end, and as far as they are known. */
export interface Observed {
  readonly events: Float64Array
  readonly others: Float64Array
  readonly censored: Float64Array
}

/**
 * What is known at a duration at which the event, or a competing end, happened.
 *
 * Shape: `survival` is the share that has had neither event nor competing end; `variance` is Greenwood's, and `lower` and
 * `upper` are of the log-log interval, all `undefined` where nobody is left. `incidence` is the share that had the event.
 */
export interface Step {
  readonly at: number
  readonly atRisk: number
  readonly events: number
  readonly competing: number
  /** Censored at this duration or after it, before the next step. */
  readonly censored: number
  readonly survival: number
  readonly variance: number | undefined
  readonly lower: number | undefined
  readonly upper: number | undefined
  readonly incidence: number
}

// How many equal a value from a place on.
const run = (sorted: Float64Array, from: number, value: number): number => {
  let end = from
  while (end < sorted.length && sorted[end] === value) end++
  return end - from
}

const interval = (survival: number, sum: number, z: number) => {
  if (!(survival > 0)) return { variance: undefined, lower: undefined, upper: undefined }
  const spread = (z * Math.sqrt(sum)) / Math.abs(Math.log(survival))
  return {
    variance: survival * survival * sum,
    lower: survival ** Math.exp(spread),
    upper: survival ** Math.exp(-spread)
  }
}

/** The estimate; who is censored at a duration at which something happens was still at risk then. */
export const estimate = ({ events, others, censored }: Observed, level: number): ReadonlyArray<Step> => {
  const z = Normal.around(level)
  const steps: Array<Step> = []
  const all = events.length + others.length + censored.length
  let [event, other, gone] = [0, 0, 0]
  let survival = 1
  let incidence = 0
  let sum = 0
  while (event < events.length || other < others.length) {
    const at = Math.min(events[event] ?? Number.POSITIVE_INFINITY, others[other] ?? Number.POSITIVE_INFINITY)
    while (gone < censored.length && (censored[gone] as number) < at) gone++
    const atRisk = all - event - other - gone
    const happened = run(events, event, at)
    const competed = run(others, other, at)
    event += happened
    other += competed
    const ended = happened + competed
    incidence += (survival * happened) / atRisk
    survival *= (atRisk - ended) / atRisk
    sum += ended / (atRisk * (atRisk - ended))
    const next = Math.min(events[event] ?? Number.POSITIVE_INFINITY, others[other] ?? Number.POSITIVE_INFINITY)
    let until = gone
    while (until < censored.length && (censored[until] as number) < next) until++
    steps.push({
      at,
      atRisk,
      events: happened,
      competing: competed,
      censored: until - gone,
      survival,
      ...interval(survival, sum, z),
      incidence
    })
  }
  return steps
}
