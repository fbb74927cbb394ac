// The best set found so far, and what was looked at already: without it the same rest would be searched again and again.
interface Search {
  readonly sizes: ReadonlyArray<{ readonly size: number; readonly index: number }>
  /** Sums of the first so many sizes, largest first. */
  readonly sums: ReadonlyArray<number>
  readonly least: number
  readonly most: number
  readonly seen: Set<string>
  best: { readonly sum: number; readonly chosen: ReadonlyArray<number> } | undefined
}

const search = (s: Search, at: number, left: number, sum: number, chosen: ReadonlyArray<number>): void => {
  if (left === 0) {
    if (sum >= s.least && sum <= s.most && (s.best === undefined || sum < s.best.sum)) s.best = { sum, chosen }
    return
  }
  if (s.best?.sum === s.least || at + left > s.sizes.length) return
  // The largest that are left, and the smallest: if those do not reach, or these go too far, nothing does.
  const largest = (s.sums[at + left] ?? 0) - (s.sums[at] ?? 0)
  const smallest = (s.sums[s.sizes.length] ?? 0) - (s.sums[s.sizes.length - left] ?? 0)
  const bound = s.best === undefined ? s.most : Math.min(s.most, s.best.sum - 1)
  if (sum + largest < s.least || sum + smallest > bound) return
  const key = `${at} ${left} ${sum}`
  if (s.seen.has(key)) return
  s.seen.add(key)
  const next = s.sizes[at]
  if (next === undefined) return
  search(s, at + 1, left - 1, sum + next.size, [...chosen, next.index])
  search(s, at + 1, left, sum, chosen)
}

/**
 * The fewest sizes that come to at least `least` and at most `most`, and of those the ones with the smallest sum.
 *
 * Shape: two or more positions in ascending order, or `undefined` when no such set exists.
 * Units: whole numbers.
 * Cost: exact; no more than sizes² x sums that can occur.
 *
 * ```ts
 * Combination.smallest([40, 60, 70, 90], 100) // => [0, 1]
 * Combination.smallest([40, 30, 30], 100) // => [0, 1, 2]
 * Combination.smallest([40, 60], 120) // => undefined
 * ```
 */
export const smallest = (
  sizes: ReadonlyArray<number>,
  least: number,
  most = Number.MAX_SAFE_INTEGER
): ReadonlyArray<number> | undefined => {
  const sorted = sizes.map((size, index) => ({ size, index })).sort((a, b) => b.size - a.size || a.index - b.index)
  const sums = [0]
  for (const { size } of sorted) sums.push((sums.at(-1) ?? 0) + size)
  for (let count = 2; count <= sizes.length; count++) {
    if ((sums[count] ?? 0) < least) continue
    const s: Search = { sizes: sorted, sums, least, most, seen: new Set(), best: undefined }
    search(s, 0, count, 0, [])
    if (s.best !== undefined) return s.best.chosen.toSorted((a, b) => a - b)
  }
  return undefined
}
