import { judge, meets, type Setting, tooEarly } from "./Asking.ts"
import type { Criteria, Criterion } from "./Criteria.ts"
import type { Part } from "./EligibilityClauses.ts"
import { type Field, read, type Value, type Values } from "./Field.ts"

/**
 * The columns of a block, thirty-two to a word: bit c of `open` is set while nothing keeps column c from being met, of
 * `failed` once something makes it fail.
 */
export interface Bits {
  readonly open: Uint32Array
  readonly failed: Uint32Array
}

/** Asks all columns about one field at once. */
export interface Lane {
  readonly ask: (values: Values, bits: Bits) => void
}

/** What the columns ask of one field: by column, the parts of its clause. */
export type Asked = ReadonlyArray<readonly [column: number, part: Part]>

interface Term {
  readonly criteria: Criteria
  readonly column: number
}

const set = (words: Uint32Array, column: number): void => {
  const at = column >>> 5
  words[at] = (words[at] as number) | (1 << (column & 31))
}
const clear = (words: Uint32Array, column: number): void => {
  const at = column >>> 5
  words[at] = (words[at] as number) & ~(1 << (column & 31))
}

const verdict = (criteria: Criteria, value: Value, setting: Setting): boolean | undefined =>
  judge(criteria, (one) => meets(one, value, setting))

// What values of one kind do to the columns: which they leave open, and which they make fail.
const judgeInto = (row: Bits, terms: ReadonlyArray<Term>, value: Value, setting: Setting): void => {
  for (const { column } of terms) {
    set(row.open, column)
    clear(row.failed, column)
  }
  // Of several parts of one clause the worst counts.
  for (const { criteria, column } of terms) {
    const met = verdict(criteria, value, setting)
    if (met !== true) clear(row.open, column)
    if (met === false) set(row.failed, column)
  }
}

const blank = (words: number): Bits => ({
  open: new Uint32Array(words).fill(0xffff_ffff),
  failed: new Uint32Array(words)
})

const copy = ({ open, failed }: Bits): Bits => ({ open: open.slice(), failed: failed.slice() })

const merge = (bits: Bits, row: Bits): void => {
  const { open, failed } = bits
  const { open: rowOpen, failed: rowFailed } = row
  for (let word = 0; word < open.length; word++) {
    open[word] = (open[word] as number) & (rowOpen[word] as number)
    failed[word] = (failed[word] as number) | (rowFailed[word] as number)
  }
}

function* criterionsOf(criteria: Criteria): IterableIterator<Criterion> {
  if (criteria._tag === "one") yield criteria
  else for (const inner of criteria.of) yield* criterionsOf(inner)
}

type Point = number | string

// Where the answer to a criterion can change: at these values, or right behind them.
const pointsOf = ({ atom }: Criterion, setting: Setting): ReadonlyArray<Point> => {
  if (atom._tag === "numberBetween") return [atom.atLeast, atom.atMost].filter((one) => one !== undefined)
  if (atom._tag === "dateBetween") return [atom.from, atom.to].filter((one) => one !== undefined)
  return atom._tag === "withinLast" ? [tooEarly(atom, setting.on), setting.on] : []
}

const byValue = (a: Point, b: Point): number => (a < b ? -1 : a > b ? 1 : 0)

// The kind of a value among ordered points: below the first is 0, equal to the first 1, between it and the second 2 …
const kindOf = (points: ReadonlyArray<Point>, value: Value): number => {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((points[middle] as Point) < (value as Point)) low = middle + 1
    else high = middle
  }
  return low * 2 + (points[low] === value ? 1 : 0)
}

const noTerms: ReadonlyArray<Term> = []

// A value of a kind: one of the points, or one between two of them. Where numbers have none between, the later point
// serves: no value will ever be of that kind, but the rows behind it stand on this one.
const sample = (points: ReadonlyArray<Point>, kind: number): Value => {
  const point = points[kind >> 1]
  const before = points[(kind >> 1) - 1]
  if (kind % 2 === 1 && point !== undefined) return point
  if (typeof before === "string") return `${before}+`
  if (before === undefined) return typeof point === "string" ? "" : Number.NEGATIVE_INFINITY
  if (typeof point !== "number") return Number.POSITIVE_INFINITY
  const middle = before / 2 + point / 2
  return middle > before ? middle : point
}

/**
 * The rows of a field of numbers or dates: one row for each stretch between points and each point, made from the row before by asking
 * anew only what changes there.
 */
const ordered = (terms: ReadonlyArray<Term>, setting: Setting, words: number) => {
  const changing = new Map<Point, Array<Term>>()
  for (const term of terms) {
    const own = new Set([...criterionsOf(term.criteria)].flatMap((one) => pointsOf(one, setting)))
    for (const point of own) changing.set(point, [...(changing.get(point) ?? []), term])
  }
  const points = [...changing.keys()].toSorted(byValue)
  const columnsOf = Map.groupBy(terms, ({ column }) => column)
  const rows: Array<Bits> = []
  const rowFor = (kind: number, value: Value): Bits => {
    const made = rows[kind - 1]
    if (made === undefined) {
      const first = blank(words)
      judgeInto(first, terms, value, setting)
      return first
    }
    const row = copy(made)
    const point = points[(kind - 1) >> 1]
    const touched = new Set((changing.get(point as Point) ?? noTerms).map(({ column }) => column))
    for (const column of touched) judgeInto(row, columnsOf.get(column) ?? noTerms, value, setting)
    return row
  }
  return (value: Value): Bits => {
    const kind = kindOf(points, value)
    // Rows are made in order: each stands on the one before.
    while (rows.length <= kind) rows.push(rowFor(rows.length, sample(points, rows.length)))
    return rows[kind] as Bits
  }
}

// So many rows are kept; more values than that are no longer few.
const mostRows = 65_536

const keyOf = (terms: ReadonlyArray<Term>): ((value: Value) => string) => {
  const named = new Set(
    terms.flatMap(({ criteria }) =>
      [...criterionsOf(criteria)].flatMap(({ atom }) => (atom._tag === "oneOf" ? atom.values : []))
    )
  )
  return (value) => {
    if (typeof value === "object" && "code" in value) return `${value.edition} ${value.code}`
    // Codes nobody asks for are all alike. No code is empty.
    return named.size === 0 || named.has(String(value)) ? String(value) : ""
  }
}

/** The rows of a field of codes, places, size classes or industries: one for each value met. */
const keyed = (terms: ReadonlyArray<Term>, setting: Setting, words: number) => {
  const rows = new Map<string, Bits>()
  const key = keyOf(terms)
  return (value: Value): Bits => {
    const id = key(value)
    const known = rows.get(id)
    if (known !== undefined) return known
    const row = blank(words)
    judgeInto(row, terms, value, setting)
    if (rows.size >= mostRows) rows.clear()
    rows.set(id, row)
    return row
  }
}

/** The lane of any field but a set. */
export const scalar = (field: Field, asked: Asked, setting: Setting, words: number): Lane => {
  const terms = asked.map(([column, { criteria }]) => ({ column, criteria }))
  const make = field.type === "number" || field.type === "date" ? ordered : keyed
  const rowFor = make(terms, setting, words)
  // Reading a value costs more than looking it up, and the same ones come again and again.
  const met = new Map<Value, Bits | undefined>()
  const rowOf = (values: Values): Bits | undefined => {
    const raw = values[field.id]
    if (raw === undefined) return undefined
    if (met.has(raw)) return met.get(raw)
    const value = read(field, values)
    const row = value === undefined ? undefined : rowFor(value)
    if (typeof raw === "object") return row
    if (met.size >= mostRows) met.clear()
    met.set(raw, row)
    return row
  }
  const untouched = new Uint32Array(words).fill(0xffff_ffff)
  for (const { column } of terms) clear(untouched, column)
  return {
    ask: (values, bits) => {
      const row = rowOf(values)
      if (row !== undefined) {
        merge(bits, row)
        return
      }
      const { open } = bits
      for (let word = 0; word < words; word++) open[word] = (open[word] as number) & (untouched[word] as number)
    }
  }
}
