import * as Result from "effect/Result"
import {
  CodeRejected,
  type MoveRefused,
  StageUnknown,
  StepEarlier,
  SubjectUnknown,
  TimeRejected
} from "../AnalyticsError.ts"
import * as Directory from "./Directory.ts"
import * as StageTable from "./StageTable.ts"
import * as Steps from "./Steps.ts"

/** All journeys, in columns, with what is counted while they grow. A column has a place for every subject. */
export interface Store {
  readonly table: StageTable.StageTable
  readonly directory: Directory.Directory
  readonly steps: Steps.Steps
  start: Uint32Array
  length: Uint32Array
  /** When the first step was. */
  began: Steps.Times
  /** A bit for every stage a subject ever was in, `words` numbers a subject. */
  ever: Uint32Array
  readonly words: number
  /** Codes plus one, 0 where nobody was tagged. */
  readonly columns: Map<string, Uint16Array>
  /** Subjects in each stage, subjects that ever were there, and moves: from (the last: from nowhere) times to. */
  readonly now: Float64Array
  readonly reached: Float64Array
  readonly moved: Float64Array
  events: number
  latest: number
}

export const make = (table: StageTable.StageTable): Store => {
  const count = table.ids.length
  const words = Math.ceil(count / 32)
  return {
    table,
    directory: Directory.make(),
    steps: Steps.make(),
    start: new Uint32Array(64),
    length: new Uint32Array(64),
    began: new Int32Array(64),
    ever: new Uint32Array(64 * words),
    words,
    columns: new Map(),
    now: new Float64Array(count),
    reached: new Float64Array(count),
    moved: new Float64Array((count + 1) * count),
    events: 0,
    latest: Number.NEGATIVE_INFINITY
  }
}

/** How many subjects there are. */
export const rows = (store: Store): number => store.directory.names.length

/** Whether a subject ever was in a stage. */
export const was = (store: Store, row: number, stage: number): boolean =>
  (((store.ever[row * store.words + (stage >>> 5)] as number) >>> (stage & 31)) & 1) === 1

const widen = (store: Store, row: number): void => {
  if (row < store.start.length) return
  const room = Steps.roomFor(row + 1)
  const wider = (column: Uint32Array, each: number): Uint32Array => {
    const grown = new Uint32Array(room * each)
    grown.set(column)
    return grown
  }
  store.start = wider(store.start, 1)
  store.length = wider(store.length, 1)
  store.ever = wider(store.ever, store.words)
  const began = Steps.times(store.began, room)
  began.set(store.began)
  store.began = began
}

/** The number of the stage of a step, or of nowhere for the place before the first. */
const stageAt = ({ table, steps, start }: Store, row: number, position: number): number =>
  position < 0 ? table.ids.length : (steps.stage[(start[row] as number) + position] as number)

// What one step more changes, by the stages before and after it; the last step of a subject has none after it.
const count = (store: Store, row: number, before: number, stage: number, after: number | undefined): void => {
  const { now, moved, reached, ever, words, table } = store
  const all = table.ids.length
  const add = (into: Float64Array, at: number, amount: number): void => {
    into[at] = (into[at] as number) + amount
  }
  add(moved, before * all + stage, 1)
  if (after === undefined) {
    add(now, stage, 1)
    if (before < all) add(now, before, -1)
  } else {
    add(moved, before * all + after, -1)
    add(moved, stage * all + after, 1)
  }
  if (!was(store, row, stage)) {
    add(reached, stage, 1)
    const word = row * words + (stage >>> 5)
    ever[word] = (ever[word] as number) | (1 << (stage & 31))
  }
}

// Puts a step that is allowed before the one at a position.
const put = (store: Store, row: number, position: number, stage: number, at: number): void => {
  const { steps, start, length } = store
  const known = length[row] as number
  steps.at = Steps.widened(steps.at, at)
  store.began = Steps.widened(store.began, at)
  Steps.reserve(steps, store, rows(store), known)
  const block = Steps.grow(steps, start[row] as number, known)
  start[row] = block
  count(
    store,
    row,
    stageAt(store, row, position - 1),
    stage,
    position < known ? stageAt(store, row, position) : undefined
  )
  const target = block + position
  if (position < known) {
    steps.stage.copyWithin(target + 1, target, block + known)
    steps.at.copyWithin(target + 1, target, block + known)
  }
  steps.stage[target] = stage
  steps.at[target] = at
  length[row] = known + 1
  if (position === 0) store.began[row] = at
  if (at > store.latest) store.latest = at
  store.events++
}

const open = (store: Store, subject: string): number => {
  const row = Directory.add(store.directory, subject)
  widen(store, row)
  return row
}

export const append = (
  store: Store,
  subject: string,
  stageId: string,
  at: number
): Result.Result<Store, StageUnknown | MoveRefused | TimeRejected | StepEarlier> => {
  const { table, steps } = store
  const stage = table.index.get(stageId)
  if (stage === undefined) return Result.fail(new StageUnknown({ stage: stageId }))
  if (!Number.isSafeInteger(at)) return Result.fail(new TimeRejected({ at }))
  const found = Directory.find(store.directory, subject)
  const known = found < 0 ? 0 : (store.length[found] as number)
  const before = found < 0 ? table.ids.length : stageAt(store, found, known - 1)
  const last = found < 0 ? at : (steps.at[(store.start[found] as number) + known - 1] as number)
  if (at < last) return Result.fail(new StepEarlier({ subject, at, last }))
  if (table.allowed[before * table.ids.length + stage] !== 1)
    return Result.fail(StageTable.refusal(table, before, stage))
  put(store, found < 0 ? open(store, subject) : found, known, stage, at)
  return Result.succeed(store)
}

export const insert = (
  store: Store,
  subject: string,
  stageId: string,
  at: number
): Result.Result<Store, StageUnknown | MoveRefused | TimeRejected> => {
  const { table, steps } = store
  const all = table.ids.length
  const numbered = StageTable.numberOf(table, stageId)
  if (Result.isFailure(numbered)) return Result.fail(numbered.failure)
  const stage = numbered.success
  if (!Number.isSafeInteger(at)) return Result.fail(new TimeRejected({ at }))
  const found = Directory.find(store.directory, subject)
  const known = found < 0 ? 0 : (store.length[found] as number)
  const block = found < 0 ? 0 : (store.start[found] as number)
  let position = known
  while (position > 0 && (steps.at[block + position - 1] as number) > at) position--
  const before = stageAt(store, found, position - 1)
  if (table.allowed[before * all + stage] !== 1) return Result.fail(StageTable.refusal(table, before, stage))
  if (position < known) {
    const after = stageAt(store, found, position)
    if (table.allowed[stage * all + after] !== 1) return Result.fail(StageTable.refusal(table, stage, after))
  }
  put(store, found < 0 ? open(store, subject) : found, position, stage, at)
  return Result.succeed(store)
}

/** The most a code may be: a column holds it plus one in two bytes. */
const mostCode = 65_534

export const tag = (
  store: Store,
  subject: string,
  column: string,
  code: number
): Result.Result<Store, SubjectUnknown | CodeRejected> => {
  if (!Number.isInteger(code) || code < 0 || code > mostCode) return Result.fail(new CodeRejected({ column, code }))
  const row = Directory.find(store.directory, subject)
  if (row < 0) return Result.fail(new SubjectUnknown({ subject }))
  let codes = store.columns.get(column)
  if (codes === undefined || row >= codes.length) {
    const grown = new Uint16Array(Math.max(64, store.start.length))
    if (codes !== undefined) grown.set(codes)
    codes = grown
    store.columns.set(column, codes)
  }
  codes[row] = code + 1
  return Result.succeed(store)
}
