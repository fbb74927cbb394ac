/** A list of numbers that grows. */
export interface Numbers {
  values: Float64Array
  length: number
}

export const make = (): Numbers => ({ values: new Float64Array(16), length: 0 })

export const push = (numbers: Numbers, value: number): void => {
  if (numbers.length === numbers.values.length) {
    const grown = new Float64Array(numbers.length * 2)
    grown.set(numbers.values)
    numbers.values = grown
  }
  numbers.values[numbers.length++] = value
}

/** The numbers in ascending order; they stay sorted. */
export const sorted = (numbers: Numbers): Float64Array => numbers.values.subarray(0, numbers.length).sort()

// The middle of first, middle and last keeps sorted input from being the worst case.
const pivotOf = (values: Float64Array, low: number, high: number): number => {
  const a = values[low] as number
  const b = values[(low + high) >>> 1] as number
  const c = values[high] as number
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

/** The number at a place of the ascending order, counted from 0, without putting all in order. */
export const nth = (numbers: Numbers, place: number): number => {
  const { values } = numbers
  let low = 0
  let high = numbers.length - 1
  for (let rounds = 64; low < high; rounds--) {
    // Input made to be the worst case is sorted instead.
    if (rounds === 0) return sorted(numbers)[place] as number
    const pivot = pivotOf(values, low, high)
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] as number) < pivot) left++
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const kept = values[left] as number
      values[left++] = values[right] as number
      values[right--] = kept
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place] as number
}
