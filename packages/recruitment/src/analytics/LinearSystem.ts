/** A square system, taken apart so that it can be solved for many right-hand sides. */
export interface LinearSystem {
  readonly size: number
  /** Lower and upper factor in one, line by line, in the order of `rows`. */
  readonly factors: Float64Array
  readonly rows: ReadonlyArray<number>
}

// A pivot this small beside the largest entry is what rounding leaves of nothing.
const negligible = 1e-13

const largestBelow = (factors: Float64Array, size: number, step: number): number => {
  let best = step
  for (let row = step + 1; row < size; row++) {
    if (Math.abs(factors[row * size + step] as number) > Math.abs(factors[best * size + step] as number)) best = row
  }
  return best
}

const swap = (factors: Float64Array, size: number, a: number, b: number): void => {
  const kept = factors.slice(a * size, (a + 1) * size)
  factors.copyWithin(a * size, b * size, (b + 1) * size)
  factors.set(kept, b * size)
}

/** Takes a matrix apart, line by line given, with the largest pivot of each column; `undefined` when it is singular. */
export const factor = (matrix: Float64Array, size: number): LinearSystem | undefined => {
  const factors = matrix.slice()
  const rows = Array.from({ length: size }, (_, row) => row)
  const scale = factors.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0)
  for (let step = 0; step < size; step++) {
    const best = largestBelow(factors, size, step)
    const pivot = factors[best * size + step] as number
    if (!(Math.abs(pivot) > negligible * scale)) return undefined
    if (best !== step) {
      swap(factors, size, best, step)
      ;[rows[step], rows[best]] = [rows[best] as number, rows[step] as number]
    }
    for (let row = step + 1; row < size; row++) {
      const ratio = (factors[row * size + step] as number) / pivot
      factors[row * size + step] = ratio
      for (let column = step + 1; column < size; column++) {
        const at = row * size + column
        factors[at] = (factors[at] as number) - ratio * (factors[step * size + column] as number)
      }
    }
  }
  return { size, factors, rows }
}

/** Solves the system for a right-hand side. */
export const solve = ({ size, factors, rows }: LinearSystem, right: ReadonlyArray<number>): ReadonlyArray<number> => {
  const found = rows.map((row) => right[row] as number)
  const reduce = (row: number, from: number, until: number): number => {
    let rest = found[row] as number
    for (let column = from; column < until; column++) {
      rest -= (factors[row * size + column] as number) * (found[column] as number)
    }
    return rest
  }
  for (let row = 0; row < size; row++) found[row] = reduce(row, 0, row)
  for (let row = size - 1; row >= 0; row--) {
    found[row] = reduce(row, row + 1, size) / (factors[row * size + row] as number)
  }
  return found
}
