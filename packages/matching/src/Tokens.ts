import { Fold } from "@louyu/kernel"

/** The pieces a text is searched by. */
export interface Tokens {
  /** Words: of Chinese as a dictionary divides it, of other scripts between blanks and punctuation. */
  readonly words: ReadonlyArray<string>
  /** Pairs of neighbouring Chinese characters that are no words: they find what was divided otherwise. */
  readonly pairs: ReadonlyArray<string>
  /** The whole text as searched, blanks around every stretch of one script. */
  readonly flat: string
}

// A need is a few sentences. More is not read, so that nobody's paste can stop the search.
const mostCharacters = 4_000

const tag = /<[^<>]{1,200}>/gu
const stretch = /[\p{L}\p{N}\p{M}]+/gu
const run = /\p{Script=Han}+|[^\p{Script=Han}]+/gu
const isHan = /\p{Script=Han}/u

let segmenter: Intl.Segmenter | undefined
const dictionary = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" })
  return segmenter
}

/** The part of a text that is read at all, and how: without markup, full width as half width. */
const readable = (text: string): string => text.slice(0, mostCharacters).normalize("NFKC").replace(tag, " ")

const pairsOf = (run: string): ReadonlyArray<string> => {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

// English plurals and tenses by their plainest endings: enough to find "desks" by "desk", and never wrong for long.
const stem = (word: string): string => {
  if (!/^[a-z]{4,}$/u.test(word)) return word
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/u.test(word)) return word
  return word.endsWith("es") && /(?:ch|sh|x|ss|z)es$/u.test(word) ? word.slice(0, -2) : word.replace(/s$/u, "")
}

/**
 * Divides a text into the pieces it is searched by.
 *
 * Shape: Traditional characters come out as Simplified ones, capitals small; the first 4000 characters are read. How Chinese is
 * divided depends on the dictionary of the runtime; pairs make up for differences.
 *
 * ```ts
 * Tokens.of("停車").words // => ["停车"]
 * Tokens.of("停車").flat // => " 停车 "
 * Tokens.of("Desks, please!").words // => ["desk", "please"]
 * ```
 */
export const of = (text: string): Tokens => {
  const words = new Set<string>()
  const pairs = new Set<string>()
  const runs = (readable(text).match(stretch) ?? []).flatMap((one) => Fold.fold(one).match(run) ?? [])
  const flat: Array<string> = []
  for (const one of runs) {
    if (!isHan.test(one)) {
      words.add(stem(one))
      flat.push(stem(one))
      continue
    }
    for (const { segment } of dictionary().segment(one)) words.add(segment)
    for (const pair of pairsOf(one)) pairs.add(pair)
    flat.push(one)
  }
  return { words: [...words], pairs: [...pairs].filter((pair) => !words.has(pair)), flat: ` ${flat.join(" ")} ` }
}
