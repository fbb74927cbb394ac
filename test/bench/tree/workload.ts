/** One question: a node, another one, and a day of ten years. */
interface Query {
  readonly node: number
  readonly other: number
  readonly day: number
}

/** A move effective on the last day, and the node near the top whose sum is asked for afterwards. */
export interface Move {
  readonly node: number
  readonly parent: number
  readonly asked: number
}

/** What is asked, in the order of the table. */
export const questions = [
  "ancestors",
  "descendants",
  "roll-up",
  "path",
  "ancestors on a day",
  "roll-up on a day"
] as const

export type Question = (typeof questions)[number]

/**
 * Ten years of one organisation: random recursive trees, every fifth unit moved once.
 *
 * Shape: `first` are the parents on day 0; a unit that moves does so on `movedOn` (else never) to `movedTo`; `today` are
 * the parents on the last day, 3650. Parents have smaller numbers than their children, so no day has a circle.
 */
export interface Workload {
  readonly count: number
  readonly first: Int32Array
  readonly area: Float64Array
  readonly movedOn: Int32Array
  readonly movedTo: Int32Array
  readonly today: Int32Array
  readonly queries: Readonly<Record<Question, ReadonlyArray<Query>>>
  readonly moves: ReadonlyArray<Move>
}

export const lastDay = 3650
export const never = 0x7fff_ffff

/** The generator mulberry32: numbers from 0 to 1, the same for the same seed everywhere. */
export const mulberry32 = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const amounts: Readonly<Record<Question, readonly [seed: number, amount: number]>> = {
  ancestors: [7, 5000],
  descendants: [8, 200],
  "roll-up": [9, 200],
  path: [10, 1000],
  "roll-up on a day": [11, 200],
  "ancestors on a day": [12, 200]
}

// Every fifth question goes to a node near the top, where subtrees are large.
const queriesOf = (count: number, question: Question): ReadonlyArray<Query> => {
  const [seed, amount] = amounts[question]
  const random = mulberry32(seed)
  const below = (end: number): number => Math.floor(random() * end)
  const top = Math.floor(Math.sqrt(count))
  return Array.from({ length: amount }, () => {
    const node = random() < 0.2 ? below(top) : below(count)
    return { node, other: below(count), day: below(lastDay) }
  })
}

/** Random moves, seed 13: any unit but the root to any unit with a smaller number. */
export const movesOf = (count: number, amount: number): ReadonlyArray<Move> => {
  const random = mulberry32(13)
  const below = (end: number): number => Math.floor(random() * end)
  const top = Math.floor(Math.sqrt(count))
  return Array.from({ length: amount }, () => {
    const node = 1 + below(count - 1)
    return { node, parent: below(node), asked: below(top) }
  })
}

/** The workload of a size; the numbers are drawn with seed 42 in this order. */
export const make = (count: number): Workload => {
  const random = mulberry32(42)
  const below = (end: number): number => Math.floor(random() * end)
  const first = new Int32Array(count)
  const area = new Float64Array(count)
  for (let node = 0; node < count; node++) {
    first[node] = node === 0 ? -1 : below(node)
    area[node] = below(1000)
  }
  const movedOn = new Int32Array(count).fill(never)
  const movedTo = new Int32Array(count)
  for (let node = 1; node < count; node++) {
    if (random() >= 0.2) continue
    movedTo[node] = below(node)
    movedOn[node] = 1 + below(lastDay - 1)
  }
  const today = first.map((parent, node) => (movedOn[node] === never ? parent : (movedTo[node] as number)))
  const queries = Object.fromEntries(questions.map((question) => [question, queriesOf(count, question)]))
  return {
    count,
    first,
    area,
    movedOn,
    movedTo,
    today,
    queries: queries as Record<Question, ReadonlyArray<Query>>,
    moves: movesOf(count, 100)
  }
}

/** The same organisation as rows with text ids, as an application has them. */
export interface Row {
  readonly number: number
  readonly id: string
  readonly parentId: string | undefined
  readonly area: number
}

const idOf = (node: number): string => `unit-${node.toString(36).padStart(6, "0")}`

export const rowsOf = ({ today, area }: Workload): ReadonlyArray<Row> =>
  Array.from(today, (parent, node) => ({
    number: node,
    id: idOf(node),
    parentId: parent < 0 ? undefined : idOf(parent),
    area: area[node] as number
  }))

/** Sums over the first twenty queries at 10^5 units, known from an independent implementation. */
export const reference: Readonly<Record<Question, number>> = {
  ancestors: 855_495,
  descendants: 113_554_113,
  "roll-up": 221_790,
  path: 3_358_337,
  "roll-up on a day": 354_250,
  "ancestors on a day": 675_573
}
