import { Text } from "@louyu/kernel"
import MiniSearch from "minisearch"
import * as Tokens from "./Tokens.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** A category as far as words matter. */
export interface WordedCategory {
  readonly id: string
  readonly names: Text.Text
  /** What else it is called, or what it covers. */
  readonly about?: Text.Text
}

/** An item of a list as far as words matter. */
export interface WordedItem {
  readonly id: string
  readonly names: Text.Text
  readonly category: string
  readonly about?: Text.Text
}

/** Why something was found: a word of the text, or of a synonym for it, and the word of the list it led to. */
export interface Because {
  readonly said: string
  readonly found: string
}

/** Something a text may be about. Units: `score` from 0 to 1; the same text and list always give the same. */
export interface Hit {
  readonly id: string
  readonly score: number
  readonly because: ReadonlyArray<Because>
}

/** What a text may be about: categories and items, best first; ties by id. */
export interface Hits {
  readonly categories: ReadonlyArray<Hit>
  readonly items: ReadonlyArray<Hit>
}

/** A list made ready to be searched. */
export interface Wording {
  readonly index: MiniSearch<Entry>
  readonly meanings: Vocabulary.Meanings
  readonly categoryOf: ReadonlyMap<string, string>
}

interface Entry {
  readonly key: string
  readonly names: string
  readonly about: string
  readonly above: string
}

const spoken = (text: Text.Text | undefined): string => (text === undefined ? "" : Text.wordings(text).join(" "))

// Nothing in a key can be mistaken: the kind is one letter, and the id follows as it is.
const keys = { category: (id: string) => `c${id}`, item: (id: string) => `i${id}` } as const

/**
 * Makes categories and items ready to be searched by free text.
 *
 * Cost: linear in the words; minisearch keeps all of them in memory.
 * Source: P-31, R3-5.
 */
export const compile = (
  categories: ReadonlyArray<WordedCategory>,
  items: ReadonlyArray<WordedItem>,
  vocabulary: Vocabulary.Vocabulary
): Wording => {
  const meanings = Vocabulary.compile(vocabulary)
  const index = new MiniSearch<Entry>({
    idField: "key",
    fields: ["names", "about", "above"],
    tokenize: (text) => {
      const { words, pairs } = Tokens.of(text)
      return [...words, ...pairs].filter((word) => !meanings.isStop(word))
    },
    processTerm: (term) => term
  })
  const names = new Map(categories.map((category) => [category.id, spoken(category.names)]))
  index.addAll([
    ...categories.map(({ id, names: own, about }) => ({
      key: keys.category(id),
      names: spoken(own),
      about: spoken(about),
      above: ""
    })),
    ...items.map(({ id, names: own, about, category }) => ({
      key: keys.item(id),
      names: spoken(own),
      about: spoken(about),
      above: names.get(category) ?? ""
    }))
  ])
  return { index, meanings, categoryOf: new Map(items.map(({ id, category }) => [id, category])) }
}

const boost = { names: 2, about: 1, above: 1 } as const

// The score of a rather good find: what scores as much comes out as one half.
const half = 6

const isWord = (term: string): boolean => /^[a-z]{5,}$/u.test(term)

const byScore = (a: Hit, b: Hit): number => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const becauseOf = (
  match: Readonly<Record<string, unknown>>,
  terms: ReadonlyArray<string>,
  said: ReadonlyMap<string, Vocabulary.Meaning>
): ReadonlyArray<Because> => {
  const found = Object.keys(match).toSorted()
  return terms.toSorted().flatMap((term) => {
    const meaning = said.get(term)
    if (meaning === undefined) return []
    // A word that was spelt a little differently leads to the one most like it.
    const led = found.includes(term) ? term : found.find((one) => one.startsWith(term.slice(0, 2)))
    return led === undefined ? [] : [{ said: meaning.said, found: led }]
  })
}

const searchAll = ({ index, meanings }: Wording, text: string): ReadonlyArray<Hit> => {
  const said = new Map(meanings.of(text).map((meaning) => [meaning.term, meaning]))
  if (said.size === 0) return []
  const results = index.search([...said.keys()].join(" "), {
    tokenize: (query) => query.split(" "),
    boost,
    boostTerm: (term) => said.get(term)?.weight ?? 0,
    fuzzy: (term) => (isWord(term) ? 0.2 : false)
  })
  return results.map(({ id, score, match, queryTerms }) => ({
    id: String(id),
    score: score / (score + half),
    because: becauseOf(match, queryTerms, said)
  }))
}

/**
 * What a text in Chinese or English may be about.
 *
 * Shape: a category is as good as its own words or its best item, whichever is better; `floor` is the lowest score that
 * counts as found. A text without any word of the list finds nothing.
 * Cost: see the benchmark; meant for lists of up to some ten thousand entries.
 * Source: P-31, R3-11.
 *
 * ```ts
 * const dining = { id: "dining", names: { zh: "用餐", en: "Dining" } }
 * const item = { id: "S-01", names: { zh: "白领食堂", en: "Canteen" }, category: "dining" }
 * const words = { synonyms: [{ term: "吃饭", means: ["食堂"] }], stopWords: [] } as const
 * const wording = Wording.compile([dining], [item], words)
 * Wording.search(wording, "中午沒地方吃飯").categories.map(({ id }) => id) // => ["dining"]
 * Wording.search(wording, "中午沒地方吃飯").items[0]?.because // => [{ said: "吃饭", found: "食堂" }]
 * ```
 */
export const search = (wording: Wording, text: string, floor = 0): Hits => {
  const items: Array<Hit> = []
  const categories = new Map<string, Hit>()
  const better = (hit: Hit): void => {
    const known = categories.get(hit.id)
    if (known === undefined || known.score < hit.score) categories.set(hit.id, hit)
  }
  for (const found of searchAll(wording, text)) {
    if (found.score < floor) continue
    const hit = { ...found, id: found.id.slice(1) }
    if (found.id.startsWith("c")) {
      better(hit)
      continue
    }
    items.push(hit)
    const category = wording.categoryOf.get(hit.id)
    if (category !== undefined) better({ ...hit, id: category })
  }
  return { categories: [...categories.values()].toSorted(byScore), items: items.toSorted(byScore) }
}
