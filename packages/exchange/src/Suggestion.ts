import { Fold } from "@louyu/kernel"

/** The number of single-character edits between two words, or more than `limit` when it is. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(swap, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    if (Math.min(...row) > limit) return limit + 1
    before = row
  }
  return before[b.length] ?? limit + 1
}

/**
 * The words most like a given one, best first, at most three.
 *
 * Shape: words of which one contains the other, or that differ in at most a third of their characters; case,
 * punctuation and Traditional characters do not count.
 */
export const nearest = (word: string, known: Iterable<string>): ReadonlyArray<string> => {
  const wanted = Fold.fold(word.slice(0, 64))
  if (wanted === "") return []
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  const scored: Array<{ readonly candidate: string; readonly score: number }> = []
  for (const candidate of known) {
    const folded = Fold.fold(candidate)
    const isPart = folded !== "" && (folded.includes(wanted) || wanted.includes(folded))
    const score = isPart ? 0.5 : distance(wanted, folded, limit)
    if (score <= limit) scored.push({ candidate, score })
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/**
 * Makes suggestions for as long as they help.
 *
 * Shape: `among` names what the words are that are known, so that one word may be asked for among several sorts.
 */
export type Advisor = (word: string, among: string, known: Iterable<string>, size: number) => ReadonlyArray<string>

/**
 * An advisor that remembers what it said, and falls silent where asking would cost more than it helps: after the first
 * fifty different words, and where there are too many to compare with.
 */
export const advisor = (): Advisor => {
  const said = new Map<string, ReadonlyArray<string>>()
  return (word, among, known, size) => {
    const asked = `${among}\n${word}`
    const before = said.get(asked)
    if (before !== undefined) return before
    if (said.size >= 50 || size > 5_000) return []
    const found = nearest(word, known)
    said.set(asked, found)
    return found
  }
}
