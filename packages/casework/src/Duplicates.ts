import { Fold } from "@louyu/kernel"
import type { CaseId, Matter } from "./Case.ts"
import type { CaseKnown } from "./State.ts"

/**
 * A case that looks like a matter.
 *
 * Shape: `likeness` of the texts from 0 to 1; `over` when it is closed, so that the matter may be the same again.
 */
export interface Suggestion {
  readonly of: CaseId
  readonly likeness: number
  readonly sameCategory: boolean
  readonly over: boolean
}

// Beside each other, two characters tell more of a Chinese text than its words, which nothing separates.
const pairs = (text: string): ReadonlyMap<string, number> => {
  const characters = [...Fold.fold(text)]
  const found = new Map<string, number>()
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = `${characters[at]}${characters[at + 1]}`
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}

const size = (all: ReadonlyMap<string, number>): number => [...all.values()].reduce((sum, one) => sum + one, 0)

/**
 * How alike two texts are: the share of pairs of characters they have in common, after folding.
 *
 * Units: 0 (nothing) to 1 (the same); 0 as well for texts of less than two characters.
 *
 * ```ts
 * Duplicates.likeness("地下车库电动车被盗", "地下車庫 電動車被盜！") // => 1
 * ```
 */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [pairs(a), pairs(b)]
  const all = size(left) + size(right)
  const shared = [...left].reduce((sum, [pair, count]) => sum + Math.min(count, right.get(pair) ?? 0), 0)
  return all === 0 ? 0 : (2 * shared) / all
}

// Of the same category fewer words in common are enough.
const enough = { sameCategory: 0.3, other: 0.6 } as const

/**
 * The cases at the same place that look like a matter, by category and text, the most alike first.
 *
 * Shape: what was rejected or is part of another case is not offered.
 * Source: R5-11.
 */
export const suggest = (
  matter: Pick<Matter, "case" | "place" | "title" | "category">,
  cases: Iterable<CaseKnown>
): ReadonlyArray<Suggestion> => {
  const found: Array<Suggestion> = []
  for (const { raised, standing, category } of cases) {
    const isOffered = standing !== "rejected" && standing !== "merged"
    if (!isOffered || raised.place !== matter.place || raised.case === matter.case) continue
    const alike = likeness(matter.title, raised.title)
    const sameCategory = category !== undefined && category === matter.category
    if (alike < (sameCategory ? enough.sameCategory : enough.other)) continue
    found.push({ of: raised.case, likeness: alike, sameCategory, over: standing === "closed" })
  }
  return found.toSorted((a, b) => b.likeness - a.likeness || (a.of < b.of ? -1 : 1))
}
