import * as Schema from "effect/Schema"
import * as Tokens from "./Tokens.ts"

/**
 * What people say, and what lists call it.
 *
 * Shape: where `term` is said, the words of `means` are searched for too. Nothing follows the other way round.
 */
export const Synonym = Schema.Struct({
  term: Schema.NonEmptyString,
  means: Schema.NonEmptyArray(Schema.NonEmptyString)
})
export type Synonym = typeof Synonym.Type

/** Words as data: what else a term means, and which words mean nothing by themselves. */
export const Vocabulary = Schema.Struct({
  synonyms: Schema.Array(Synonym),
  stopWords: Schema.Array(Schema.NonEmptyString)
})
export type Vocabulary = typeof Vocabulary.Type

/** A word to search for, and what was said for it. */
export interface Meaning {
  readonly term: string
  readonly said: string
  /** How much a hit on it counts: 1 for a word, less for a character or a pair of them. */
  readonly weight: number
}

/** A vocabulary made ready to be asked. */
export interface Meanings {
  readonly of: (text: string) => ReadonlyArray<Meaning>
  readonly isStop: (word: string) => boolean
}

const latin = /^[^\p{Script=Han}]+$/u

// Chinese is written without blanks, so a Chinese term is found anywhere; any other only as whole words.
const isSaid = (flat: string, key: string): boolean => flat.includes(latin.test(key) ? ` ${key} ` : key)

const keyOf = (term: string): string => Tokens.of(term).flat.trim()

// A single Chinese character is in so many words that it hardly speaks for one of them.
const weights = { word: 1, meant: 0.9, pair: 0.35, character: 0.25 } as const
const isCharacter = (word: string): boolean => /^\p{Script=Han}$/u.test(word)

/** Makes a vocabulary ready. */
export const compile = ({ synonyms, stopWords }: Vocabulary): Meanings => {
  const stops = new Set(stopWords.flatMap((word) => [keyOf(word), ...Tokens.of(word).words]))
  const known = synonyms.map(({ term, means }) => ({
    term,
    key: keyOf(term),
    means: [...new Set(means.flatMap((one) => Tokens.of(one).words))].filter((word) => !stops.has(word))
  }))
  const of = (text: string): ReadonlyArray<Meaning> => {
    const { words, pairs, flat } = Tokens.of(text)
    const found = new Map<string, Meaning>()
    const add = (term: string, said: string, weight: number): void => {
      if (!stops.has(term) && (found.get(term)?.weight ?? 0) < weight) found.set(term, { term, said, weight })
    }
    for (const word of words) add(word, word, isCharacter(word) ? weights.character : weights.word)
    for (const { term, key, means } of known) {
      if (key === "" || !isSaid(flat, key)) continue
      for (const word of means) add(word, term, weights.meant)
    }
    for (const pair of pairs) add(pair, pair, weights.pair)
    return [...found.values()]
  }
  return { of, isStop: (word) => stops.has(word) }
}
