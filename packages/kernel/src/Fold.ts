import { simplified, traditional } from "./data/simplified.generated.ts"

let table: ReadonlyMap<string, string> | undefined

// Made on first use: most programs that load the package never search.
const toSimplified = (): ReadonlyMap<string, string> => {
  if (table === undefined) {
    const to = [...simplified]
    table = new Map([...traditional].map((from, i) => [from, to[i] ?? from]))
  }
  return table
}

// All but letters, digits and the marks that belong to a letter; variant selectors only choose between shapes.
const noise = /[^\p{L}\p{N}\p{M}]|\p{Variation_Selector}/gu

const simplify = (text: string): string => {
  const characters = toSimplified()
  let simple = ""
  for (const character of text) simple += characters.get(character) ?? character
  return simple
}

/**
 * The form of a text under which spellings that mean the same are found: Traditional characters as Simplified ones,
 * full width as half width, capitals as small letters, without blanks and punctuation.
 *
 * A key for searching and comparing, not for showing: characters are folded one by one, so 乾坤 comes out as 干坤.
 * Folding twice is the same as folding once.
 * Source: Unicode NFKC; OpenCC's table of characters.
 *
 * ```ts
 * Fold.fold("萬科金融中心 Ｔ２") // => "万科金融中心t2"
 * ```
 */
export const fold = (text: string): string =>
  simplify(text.normalize("NFKC").toLowerCase().replace(noise, "")).normalize("NFKC")

/**
 * Tells whether a text contains what is looked for, under folding. Looking for nothing finds nothing.
 *
 * ```ts
 * Fold.contains("南市街道總部樓宇", "总部楼") // => true
 * Fold.contains("南市街道總部樓宇", " ") // => false
 * ```
 */
export const contains = (text: string, query: string): boolean => {
  const key = fold(query)
  return key !== "" && fold(text).includes(key)
}

const pinyin = /(?<=\p{Script=Han})[(（][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]*[)）]/giu

/**
 * Takes out the pinyin that some copies of Chinese texts carry in brackets behind a character.
 *
 * Shape: only syllables with a tone mark are taken for pinyin, 大厦(a) keeps its bracket; the text comes back in NFC.
 *
 * ```ts
 * Fold.stripPinyin("服務質(zhì)量") // => "服務質量"
 * ```
 */
export const stripPinyin = (text: string): string => text.normalize("NFC").replace(pinyin, "")
