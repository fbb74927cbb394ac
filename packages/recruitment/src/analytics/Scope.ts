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

type Test = (row: number) => boolean

const enteredIn = (store: Store, asOf: number, stage: number, { from, until }: Span): Test => {
  const { steps, start } = store
  return (row) => {
    if (!was(store, row, stage)) return false
    let at = start[row] as number
    while (steps.stage[at] !== stage) at++
    const first = steps.at[at] as number
    return first >= from && first < until && first <= asOf
  }
}

const testsOf = (store: Store, asOf: number, cohort: Cohort): Result.Result<ReadonlyArray<Test>, ScopeError> =>
  Result.gen(function* () {
    const tests: Array<Test> = []
    const { began, entered, where = {}, among } = cohort
    if (began !== undefined) {
      tests.push((row) => (store.began[row] as number) >= began.from && (store.began[row] as number) < began.until)
    }
    for (const [name, wanted] of Object.entries(where)) {
      const codes = yield* column(store, name)
      const chosen = new Set(wanted.map((code) => code + 1))
      tests.push((row) => chosen.has(codes[row] as number))
    }
    if (entered !== undefined) {
      tests.push(enteredIn(store, asOf, yield* StageTable.numberOf(store.table, entered.stage), entered))
    }
    if (among !== undefined) tests.push((row) => among(store.directory.names[row] as string))
    return tests
  })

const select = (store: Store, asOf: number, tests: ReadonlyArray<Test>): readonly [Uint8Array, number] => {
  const members = new Uint8Array(rows(store))
  let population = 0
  for (let row = 0; row < members.length; row++) {
    if ((store.began[row] as number) > asOf || !tests.every((test) => test(row))) continue
    members[row] = 1
    population++
  }
  return [members, population]
}

export const choose = (store: Store, scope: Scope): Result.Result<Chosen, ScopeError> => {
  const { asOf = store.latest, cohort } = scope
  if (asOf !== store.latest && !Number.isSafeInteger(asOf)) return Result.fail(new TimeRejected({ at: asOf }))
  const complete = asOf >= store.latest
  if (cohort === undefined && complete) {
    return Result.succeed({ asOf, complete, members: undefined, population: rows(store) })
  }
  return Result.map(testsOf(store, asOf, cohort ?? {}), (tests) => {
    const [members, population] = select(store, asOf, tests)
    return { asOf, complete, members, population }
  })
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
