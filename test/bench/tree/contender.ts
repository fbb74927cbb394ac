import type { Move, Question, Workload } from "./workload.ts"

/** The answer to one question: a sum that does not depend on order. */
export type Answer = (node: number, other: number, day: number) => number

/**
 * One way to hold the organisation and ask it.
 *
 * Shape: a question that a contender cannot answer is left out. `moves` makes all moves in order, each followed by the
 * roll-up and the ancestors asked for, returns the sum of the answers, and leaves the contender as it was.
 */
export interface Contender {
  readonly name: string
  readonly answers: Partial<Readonly<Record<Question, Answer>>>
  readonly moves?: (moves: ReadonlyArray<Move>) => number
  readonly bytes?: number
}

/** Asks the first queries of a question and sums the answers. */
export const ask = (answer: Answer, { queries }: Workload, question: Question, amount: number): number => {
  let sum = 0
  const all = queries[question]
  for (let index = 0; index < amount; index++) {
    const query = all[index]
    if (query !== undefined) sum += answer(query.node, query.other, query.day)
  }
  return sum
}
