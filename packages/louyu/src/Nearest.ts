const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/**
 * The word somebody probably meant, or `undefined` when none is close.
 *
 * Cost: O(length squared) for each candidate; words longer than 64 characters are not compared.
 *
 * ```ts
 * Nearest.to("MoveUnti", ["MoveUnit", "MergeUnits"]) // => "MoveUnit"
 * Nearest.to("rain", ["MoveUnit", "MergeUnits"]) // => undefined
 * ```
 */
export const to = (word: string, candidates: Iterable<string>): string | undefined => {
  if (word.length > 64) return undefined
  const lower = word.toLowerCase()
  let best: string | undefined
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const d = distance(lower, candidate.toLowerCase())
    if (d < least) [best, least] = [candidate, d]
  }
  return best
}
