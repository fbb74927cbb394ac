import { OfficeVocabulary, Wording } from "@louyu/matching"
import MiniSearch from "minisearch"
import { clock, compare, retained } from "../tree/measure.ts"
import { digits, power, row } from "../tree/report.ts"
import { mulberry32 } from "../tree/workload.ts"

/** Row 11 of the benchmark: free text among many items. */
export const head: ReadonlyArray<string> = [
  row(
    "free text, 3 words",
    "items",
    "ours, us a query",
    "minisearch alone",
    "scan with includes",
    "found among ten",
    "us an item to index",
    "MB"
  ),
  row("---", ...Array.from({ length: 7 }, () => "---:"))
]

export const sizes: ReadonlyArray<number> = [1_000, 10_000, 100_000]

interface Corpus {
  readonly texts: ReadonlyArray<string>
  /** The words asked, and the item they were taken from. */
  readonly queries: ReadonlyArray<readonly [words: ReadonlyArray<string>, from: number]>
}

// Words of two characters; common ones are so by the law that holds for words, seed 55.
const corpus = (size: number, queries: number): Corpus => {
  const random = mulberry32(55)
  const letter = (number: number): string => String.fromCharCode(0x4e00 + number)
  const word = (): string => {
    const rank = Math.floor(20_000 ** random())
    return `${letter((rank * 7919) % 6_000)}${letter((rank * 104_729) % 6_000)}`
  }
  const words = Array.from({ length: size }, () => Array.from({ length: 30 }, word))
  return {
    texts: words.map((all) => all.join("，")),
    queries: Array.from({ length: queries }, () => {
      const from = Math.floor(random() * size)
      return [Array.from({ length: 3 }, () => words[from]?.[Math.floor(random() * 30)] ?? ""), from] as const
    })
  }
}

const idOf = (number: number): string => `i-${number}`

const measure = (size: number): string => {
  const { texts, queries } = corpus(size, size > 10_000 ? 20 : 100)
  const items = texts.map((zh, number) => ({ id: idOf(number), names: { zh }, category: "all" }))
  const categories = [{ id: "all", names: { zh: "全部" } }]
  const [[wording, bytes], millis] = clock(() =>
    retained(() => Wording.compile(categories, items, OfficeVocabulary.officeBuilding))
  )
  const alone = new MiniSearch<{ readonly id: string; readonly text: string }>({
    fields: ["text"],
    tokenize: (text) => text.split("，")
  })
  alone.addAll(texts.map((text, number) => ({ id: idOf(number), text })))
  const foundIn = (search: (words: ReadonlyArray<string>) => ReadonlyArray<string>) => (): number =>
    queries.filter(([words, from]) => search(words).slice(0, 10).includes(idOf(from))).length
  const ours = foundIn((words) => Wording.search(wording, words.join("，")).items.map(({ id }) => id))
  const each = {
    alone: foundIn((words) => alone.search(words.join("，")).map(({ id }) => String(id))),
    // A scan does not rank; what it finds first is what it is given credit for.
    scan: foundIn((words) =>
      texts.flatMap((text, number) => (words.every((word) => text.includes(word)) ? [idOf(number)] : []))
    )
  }
  // What is found differs from way to way, so each runs by itself.
  const time = (run: () => number): string => {
    const [round = Number.NaN] =
      compare(queries.length, [{ name: "way", run }], { rounds: 1, seconds: 3 }).get("way") ?? []
    return digits(round)
  }
  return row(
    "ranked, any of the words",
    power(size),
    time(ours),
    time(each.alone),
    time(each.scan),
    `${Math.round((ours() / queries.length) * 100)} %`,
    digits((millis * 1000) / size),
    digits(bytes / 2 ** 20)
  )
}

/** The lines of the table, one for each size. */
export const lines = (chosen = sizes): ReadonlyArray<string> =>
  chosen.map((size) => {
    process.stderr.write(`free text: ${size} items\n`)
    return measure(size)
  })
