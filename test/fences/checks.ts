import { expect } from "vitest"

let done = 0

/**
 * Compares what a line of an example gives with what stands behind its `// =>`. The generated modules call it.
 *
 * @public
 */
export const check = (line: number, actual: unknown, expected: unknown): void => {
  done++
  expect(actual, `line ${line}`).toEqual(expected)
}

/** The number of comparisons since the last call. */
export const taken = (): number => {
  const count = done
  done = 0
  return count
}
