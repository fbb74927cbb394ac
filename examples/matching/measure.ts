import { OfficeVocabulary, Wording } from "@louyu/matching"
import { categories, items } from "./catalogue.ts"
import { type LabelledNeed, needs } from "./needs.ts"

/** The lowest score at which a category counts as found. */
export const floor = 0.3

/** A need that was read as something else than its label says. */
export interface Confusion {
  readonly text: string
  readonly wanted: string
  readonly read: string
}

/**
 * How well needs were filed.
 *
 * Shape: shares from 0 to 1. `recallAt1` and `recallAt3` are of the needs with a category: it came first, or among the
 * first three. `precision` is of the needs for which anything was found: the first category was right. `quiet` is of the
 * needs without a category: nothing was found.
 */
export interface Figures {
  readonly needs: number
  readonly recallAt1: number
  readonly recallAt3: number
  readonly precision: number
  readonly quiet: number
  readonly confusions: ReadonlyArray<Confusion>
}

/** The search over the catalogue, with the package's words for office buildings. */
export const wording = Wording.compile(categories, items, OfficeVocabulary.officeBuilding)

/** The same without any synonym: what they add is the difference. */
export const bare = Wording.compile(categories, items, { ...OfficeVocabulary.officeBuilding, synonyms: [] })

const found = (by: Wording.Wording, { text }: LabelledNeed): ReadonlyArray<string> =>
  Wording.search(by, text, floor)
    .categories.map(({ id }) => id)
    .slice(0, 3)

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/** Files all needs and counts. */
export const measure = (labelled: ReadonlyArray<LabelledNeed> = needs, by = wording): Figures => {
  const filed = labelled.map((need) => ({ need, read: found(by, need) }))
  const wanted = filed.filter(({ need }) => need.category !== undefined)
  const first = wanted.filter(({ need, read }) => read[0] === need.category).length
  const among = wanted.filter(({ need, read }) => read.some((id) => id === need.category)).length
  const loud = filed.filter(({ read }) => read.length > 0)
  const none = filed.filter(({ need }) => need.category === undefined)
  return {
    needs: labelled.length,
    recallAt1: share(first, wanted.length),
    recallAt3: share(among, wanted.length),
    precision: share(first, loud.length),
    quiet: share(none.filter(({ read }) => read.length === 0).length, none.length),
    confusions: filed
      .filter(({ need, read }) => read[0] !== need.category)
      .map(({ need, read }) => ({ text: need.text, wanted: need.category ?? "-", read: read[0] ?? "-" }))
  }
}

/** Chinese and English apart, by the letters a need is written in. */
export const byLanguage = {
  zh: needs.filter(({ text }) => /\p{Script=Han}/u.test(text)),
  en: needs.filter(({ text }) => /[a-z]/iu.test(text) && !/\p{Script=Han}/u.test(text))
} as const
