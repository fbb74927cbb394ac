import * as Result from "effect/Result"
import { ColumnUnknown, type StageUnknown, TimeRejected } from "../AnalyticsError.ts"
import * as StageTable from "./StageTable.ts"
import { rows, type Store, was } from "./Store.ts"

/** From an instant or day on, up to and without another. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** Whom a figure is about; who meets all that is said. */
export interface Cohort {
  /** Whose first step lies in a span. */
  readonly began?: Span
  /** Who first came into a stage within a span. */
  readonly entered?: Span & { readonly stage: string }
  /** Who has one of these codes in each of these columns. */
  readonly where?: Readonly<Record<string, ReadonlyArray<number>>>
  /** Whom a predicate accepts. */
  readonly among?: (subject: string) => boolean
}

/** What a question is about: steps up to and with `asOf` (by default all there are), of a cohort (by default everybody). */
export interface Scope {
  readonly asOf?: number
  readonly cohort?: Cohort
}

/** What can be wrong with a scope. */
export type ScopeError = StageUnknown | ColumnUnknown | TimeRejected

/** A scope, worked out. */
export interface Chosen {
  readonly asOf: number
  /** Whether every step there is counts. */
  readonly complete: boolean
  /** 1 for everybody chosen; absent when that is everybody. */
  readonly members: Uint8Array | undefined
  readonly population: number
}

/** How many steps of a subject count. */
export const known = ({ start, length, steps }: Store, { complete, asOf }: Chosen, row: number): number => {
  let count = length[row] as number
  if (complete) return count
  const block = start[row] as number
  while (count > 0 && (steps.at[block + count - 1] as number) > asOf) count--
  return count
}

/** The codes of a column, one for each row at least. */
export const column = (store: Store, name: string): Result.Result<Uint16Array, ColumnUnknown> => {
  const codes = store.columns.get(name)
  if (codes === undefined) return Result.fail(new ColumnUnknown({ column: name }))
  if (codes.length >= rows(store)) return Result.succeed(codes)
  const grown = new Uint16Array(store.start.length)
  grown.set(codes)
  store.columns.set(name, grown)
  return Result.succeed(grown)
}

/** Takes out of the members who is not meant; a column at a time, because that is quick. */
type Sieve = (members: Uint8Array) => void

const keep =
  (holds: (row: number) => boolean): Sieve =>
  (members) => {
    for (let row = 0; row < members.length; row++) if (members[row] === 1 && !holds(row)) members[row] = 0
  }

const beganIn = ({ began }: Store, { from, until }: Span): Sieve =>
  keep((row) => (began[row] as number) >= from && (began[row] as number) < until)

const enteredIn = (store: Store, asOf: number, stage: number, { from, until }: Span): Sieve => {
  const { steps, start } = store
  return keep((row) => {
    if (!was(store, row, stage)) return false
    let at = start[row] as number
    while (steps.stage[at] !== stage) at++
    const first = steps.at[at] as number
    return first >= from && first < until && first <= asOf
  })
}

const coded = (codes: Uint16Array, wanted: ReadonlyArray<number>): Sieve => {
  const chosen = new Uint8Array(2 ** 16)
  for (const code of wanted) chosen[code + 1] = 1
  chosen[0] = 0
  return (members) => {
    for (let row = 0; row < members.length; row++)
      members[row] = (members[row] as number) & (chosen[codes[row] as number] as number)
  }
}

const sieves = (store: Store, asOf: number, cohort: Cohort): Result.Result<ReadonlyArray<Sieve>, ScopeError> =>
  Result.gen(function* () {
    const all: Array<Sieve> = []
    const { began, entered, where = {}, among } = cohort
    if (began !== undefined) all.push(beganIn(store, began))
    for (const [name, wanted] of Object.entries(where)) all.push(coded(yield* column(store, name), wanted))
    if (entered !== undefined) {
      all.push(enteredIn(store, asOf, yield* StageTable.numberOf(store.table, entered.stage), entered))
    }
    if (among !== undefined) all.push(keep((row) => among(store.directory.names[row] as string)))
    return all
  })

const select = ({ began, directory }: Store, asOf: number, all: ReadonlyArray<Sieve>) => {
  const members = new Uint8Array(directory.names.length)
  for (let row = 0; row < members.length; row++) members[row] = (began[row] as number) <= asOf ? 1 : 0
  for (const sieve of all) sieve(members)
  let population = 0
  for (let row = 0; row < members.length; row++) population += members[row] as number
  return { members, population }
}

export const choose = (store: Store, scope: Scope): Result.Result<Chosen, ScopeError> => {
  const { asOf = store.latest, cohort } = scope
  if (asOf !== store.latest && !Number.isSafeInteger(asOf)) return Result.fail(new TimeRejected({ at: asOf }))
  const complete = asOf >= store.latest
  if (cohort === undefined && complete) {
    return Result.succeed({ asOf, complete, members: undefined, population: rows(store) })
  }
  return Result.map(sieves(store, asOf, cohort ?? {}), (all) => ({ asOf, complete, ...select(store, asOf, all) }))
}

/** The date a figure is of; `undefined` where nothing has happened and no date was asked for. */
export const dateOf = ({ asOf }: Chosen): number | undefined => (asOf === Number.NEGATIVE_INFINITY ? undefined : asOf)

/** Visits every subject chosen that has a step: its row, where its steps begin, and how many count. */
export const each = (
  store: Store,
  chosen: Chosen,
  visit: (row: number, start: number, known: number) => void
): void => {
  const { members } = chosen
  const all = rows(store)
  for (let row = 0; row < all; row++) {
    if (members !== undefined && members[row] !== 1) continue
    const count = known(store, chosen, row)
    if (count > 0) visit(row, store.start[row] as number, count)
  }
}
