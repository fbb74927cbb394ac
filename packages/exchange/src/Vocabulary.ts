import { Fold, Text } from "@louyu/kernel"

/** A word of a fixed set, under its id, its names in both languages, and other spellings. */
export interface Word<Id extends string> {
  readonly id: Id
  readonly names: Text.Text
  readonly also?: ReadonlyArray<string>
}

/** A fixed set of words that can be found under any of their names, in either language and any spelling. */
export interface Vocabulary<Id extends string> {
  readonly words: ReadonlyArray<Word<Id>>
  readonly find: (name: string) => Id | undefined
}

/**
 * Prepares words for finding. Case, blanks, punctuation and Traditional characters do not count.
 *
 * Cost: O(1) for a spelling met before, of some hundred.
 */
export const make = <Id extends string>(words: ReadonlyArray<Word<Id>>): Vocabulary<Id> => {
  const exact = new Map<string, Id>(words.map(({ id }) => [id, id]))
  // A word can be spelled in ever so many ways; those met first are remembered.
  const most = 64 + 8 * words.length
  const folded = new Map<string, Id>()
  for (const { id, names, also } of words) {
    for (const name of [id, ...Text.wordings(names), ...(also ?? [])]) {
      const key = Fold.fold(name)
      if (key !== "" && !folded.has(key)) folded.set(key, id)
    }
  }
  return {
    words,
    find: (name) => {
      const known = exact.get(name)
      if (known !== undefined) return known
      const found = folded.get(Fold.fold(name))
      if (found !== undefined && exact.size < most) exact.set(name, found)
      return found
    }
  }
}

/** Words whose English name is their id, each with its Chinese name and other spellings. */
export const of = <Id extends string>(
  ...all: ReadonlyArray<readonly [id: Id, zh: string, ...also: Array<string>]>
): Vocabulary<Id> => make(all.map(([id, zh, ...also]) => ({ id, names: Text.of(zh, id), also })))

/** What can be written, for messages: Chinese and English names side by side. */
export const names = (vocabulary: Vocabulary<string>): ReadonlyArray<string> =>
  vocabulary.words.map(({ id, names: { zh } }) => (id === zh ? id : `${zh} ${id}`))
