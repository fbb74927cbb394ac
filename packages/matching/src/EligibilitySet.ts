import type { Criterion } from "./Criteria.ts"
import type { Asked, Lane } from "./EligibilityLane.ts"
import type { Field, Values } from "./Field.ts"

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
  const choices = asks.choices.map((choice) => ({
    touched: choice.touched,
    present: [...asks.codes.values()].map((number) => choice.present.get(number)),
    absent: [...choice.absent]
  }))

  const numbers = new Int32Array(asks.codes.size)

  // Notes which of the codes asked for are there, and gives how many; nothing when the value is no set.
  const note = (value: unknown): number | undefined => {
    if (!Array.isArray(value)) return undefined
    const held: ReadonlyArray<unknown> = value
    present.fill(0)
    let amount = 0
    for (let at = 0; at < held.length; at++) {
      const code = held[at]
      if (typeof code !== "string") return undefined
      const number = asks.codes.get(code)
      if (number === undefined || present[number] === 1) continue
      present[number] = 1
      numbers[amount] = number
      amount++
    }
    return amount
  }
  const choose = (amount: number): void => {
    for (const { touched, present: wanted, absent } of choices) {
      chosen.fill(0)
      for (let at = 0; at < amount; at++) {
        const columns = wanted[numbers[at] as number]
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
      const amount = note(values[field.id])
      if (amount === undefined) {
        for (let at = 0; at < words; at++) open[at] = (open[at] as number) & ~(asks.touched[at] as number)
        return
      }
      failing.fill(0)
      for (const [number, columns] of required) if (present[number] === 0) or(failing, columns)
      for (const [number, columns] of forbidden) if (present[number] === 1) or(failing, columns)
      choose(amount)
      for (let at = 0; at < words; at++) {
        open[at] = (open[at] as number) & ~(failing[at] as number)
        failed[at] = (failed[at] as number) | (failing[at] as number)
      }
    }
  }
}
