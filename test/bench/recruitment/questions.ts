/** An answer as rows of numbers, the same from whoever answers. */
export type Rows = ReadonlyArray<ReadonlyArray<number>>

type Answer<A> = () => A | Promise<A>

/** Somebody to be asked about the same steps. */
export interface Asking {
  readonly name: string
  /** How many ever were in each stage. */
  readonly reached: Answer<ReadonlyArray<number>>
  /** For each stage with spells: stage, completed spells, mean, median and 90th percentile of their days. */
  readonly dwell: Answer<Rows>
  /** Month of beginning, region, how many began, how many of them reached the seventh stage within 90 days. */
  readonly cohorts: Answer<Rows>
  /** How many of three regions had been in each stage by the middle of the time. */
  readonly past: Answer<ReadonlyArray<number>>
  /** Records one step more. */
  readonly append?: (subject: number, stage: number, at: number) => void | Promise<void>
}

/** The questions that are asked again and again. */
export const questions = ["reached", "dwell", "cohorts", "past"] as const
export type Question = (typeof questions)[number]
