import type { Criterion } from "./Criteria.ts"
import type { Asked, Lane } from "./EligibilityLane.ts"
import { type Field, read, type Values } from "./Field.ts"

// Which columns ask for a code in one way.
type Columns = Map<number, Uint32Array>

/** Columns of which each asks once that at least one of some codes is there (`present`), or one of them is not (`absent`). */
interface Choice {
  readonly touched: Uint32Array
  readonly present: Columns
  readonly absent: Columns
}

interface Asks {
  readonly codes: Map<string, number>
  readonly touched: Uint32Array
  /** Columns that fail without the code. */
  readonly required: Columns
  /** Columns that fail with the code. */
  readonly forbidden: Columns
  readonly choices: Array<Choice>
}

const set = (words: Uint32Array, column: number): void => {
  const at = column >>> 5
  words[at] = (words[at] as number) | (1 << (column & 31))
}
const has = (words: Uint32Array, column: number): boolean =>
  ((words[column >>> 5] as number) & (1 << (column & 31))) !== 0

const numberOf = (asks: Asks, code: string): number => {
  const known = asks.codes.get(code)
  if (known !== undefined) return known
  asks.codes.set(code, asks.codes.size)
  return asks.codes.size - 1
}

const mark = (asks: Asks, columns: Columns, codes: ReadonlyArray<string>, column: number): void => {
  for (const code of codes) {
    const number = numberOf(asks, code)
    const words = columns.get(number) ?? new Uint32Array(asks.touched.length)
    columns.set(number, words)
    set(words, column)
  }
}

// The first choice in which the column does not ask yet: asking twice, it must be content with both.
const choiceFor = (asks: Asks, column: number): Choice => {
  const free = asks.choices.find(({ touched }) => !has(touched, column))
  if (free !== undefined) return free
  const made = { touched: new Uint32Array(asks.touched.length), present: new Map(), absent: new Map() }
  asks.choices.push(made)
  return made
}

const add = (asks: Asks, column: number, { atom, negated }: Criterion): void => {
  if (atom._tag !== "hasAny" && atom._tag !== "hasAll") return
  set(asks.touched, column)
  if (negated === (atom._tag === "hasAny")) {
    mark(asks, negated ? asks.forbidden : asks.required, atom.values, column)
    return
  }
  const choice = choiceFor(asks, column)
  set(choice.touched, column)
  mark(asks, negated ? choice.absent : choice.present, atom.values, column)
}

const or = (into: Uint32Array, words: Uint32Array): void => {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) | (words[at] as number)
}

/** The lane of a set: a column fails by a code that is missing or must not be there, or by none of those to choose from. */
export const lane = (field: Field, asked: Asked, words: number): Lane => {
  const asks: Asks = {
    codes: new Map(),
    touched: new Uint32Array(words),
    required: new Map(),
    forbidden: new Map(),
    choices: []
  }
  for (const [column, { criteria }] of asked) if (criteria._tag === "one") add(asks, column, criteria)
  const present = new Uint8Array(asks.codes.size)
  const failing = new Uint32Array(words)
  const chosen = new Uint32Array(words)
  const required = [...asks.required]
  const forbidden = [...asks.forbidden]
  const choices = asks.choices.map((choice) => ({ ...choice, absent: [...choice.absent] }))

  const note = (held: ReadonlyArray<string>): ReadonlyArray<number> => {
    const numbers = held.map((code) => asks.codes.get(code)).filter((number) => number !== undefined)
    present.fill(0)
    for (const number of numbers) present[number] = 1
    return numbers
  }
  const choose = (numbers: ReadonlyArray<number>): void => {
    for (const { touched, present: wanted, absent } of choices) {
      chosen.fill(0)
      for (const number of numbers) {
        const columns = wanted.get(number)
        if (columns !== undefined) or(chosen, columns)
      }
      for (const [number, columns] of absent) if (present[number] === 0) or(chosen, columns)
      for (let at = 0; at < words; at++) {
        failing[at] = (failing[at] as number) | ((touched[at] as number) & ~(chosen[at] as number))
      }
    }
  }
  return {
    ask: (values: Values, { open, failed }) => {
      const held = read(field, values)
      if (!Array.isArray(held)) {
        for (let at = 0; at < words; at++) open[at] = (open[at] as number) & ~(asks.touched[at] as number)
        return
      }
      const numbers = note(held)
      failing.fill(0)
      for (const [number, columns] of required) if (present[number] === 0) or(failing, columns)
      for (const [number, columns] of forbidden) if (present[number] === 1) or(failing, columns)
      choose(numbers)
      for (let at = 0; at < words; at++) {
        open[at] = (open[at] as number) & ~(failing[at] as number)
        failed[at] = (failed[at] as number) | (failing[at] as number)
      }
    }
  }
}
