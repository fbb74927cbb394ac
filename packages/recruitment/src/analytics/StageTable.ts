import * as Result from "effect/Result"
import { MoveRefused, StagesRejected, StageUnknown } from "../AnalyticsError.ts"

/** A stage; nobody leaves a terminal one, unless a move from it is declared. */
export interface Stage {
  readonly id: string
  readonly terminal?: boolean
}

/** Which moves there are. */
export interface Rules {
  /** All that are allowed; by default any from a stage that is not terminal to another. */
  readonly moves?: ReadonlyArray<readonly [from: string, to: string]>
  /** Where a journey may begin; by default anywhere. */
  readonly entries?: ReadonlyArray<string>
}

/** Stages by number, and every move that is allowed. */
export interface StageTable {
  readonly ids: ReadonlyArray<string>
  readonly index: ReadonlyMap<string, number>
  readonly terminal: ReadonlyArray<boolean>
  /** A line for every stage and a last one for who is nowhere yet; a column for every stage. */
  readonly allowed: Uint8Array
}

/** The most stages; a number more stands for nowhere yet, and all fit into a byte. */
export const most = 254

const undeclared = (index: ReadonlyMap<string, number>, { moves = [], entries = [] }: Rules): string | undefined =>
  [...moves.flat(), ...entries].find((stage) => !index.has(stage))

const isAllowed = ({ moves, entries }: Rules, from: Stage | undefined, to: Stage): boolean => {
  if (from === undefined) return entries === undefined || entries.includes(to.id)
  if (moves !== undefined) return moves.some(([before, after]) => before === from.id && after === to.id)
  return from.terminal !== true && from.id !== to.id
}

export const make = (stages: ReadonlyArray<Stage>, rules: Rules): Result.Result<StageTable, StagesRejected> => {
  const ids = stages.map(({ id }) => id)
  if (ids.length === 0) return Result.fail(new StagesRejected({ reason: "none" }))
  if (ids.length > most) return Result.fail(new StagesRejected({ reason: "tooMany" }))
  const index = new Map(ids.map((id, number) => [id, number]))
  const twice = ids.find((id, number) => index.get(id) !== number)
  if (twice !== undefined) return Result.fail(new StagesRejected({ reason: "repeated", stage: twice }))
  const strange = undeclared(index, rules)
  if (strange !== undefined) return Result.fail(new StagesRejected({ reason: "undeclared", stage: strange }))
  const lines = [...stages, undefined].flatMap((from) => stages.map((to) => (isAllowed(rules, from, to) ? 1 : 0)))
  return Result.succeed({
    ids,
    index,
    terminal: stages.map(({ terminal }) => terminal === true),
    allowed: Uint8Array.from(lines)
  })
}

/** The number of a stage. */
export const numberOf = (table: StageTable, stage: string): Result.Result<number, StageUnknown> => {
  const number = table.index.get(stage)
  return number === undefined ? Result.fail(new StageUnknown({ stage })) : Result.succeed(number)
}

/** Why a move between two numbers is refused. */
export const refusal = ({ ids }: StageTable, from: number, to: number): MoveRefused => {
  const before = ids[from]
  return new MoveRefused({ ...(before === undefined ? {} : { from: before }), to: ids[to] ?? "" })
}

export const move = (
  table: StageTable,
  from: string | undefined,
  to: string
): Result.Result<string, StageUnknown | MoveRefused> => {
  const count = table.ids.length
  const before = from === undefined ? count : table.index.get(from)
  if (before === undefined) return Result.fail(new StageUnknown({ stage: from ?? "" }))
  const after = table.index.get(to)
  if (after === undefined) return Result.fail(new StageUnknown({ stage: to }))
  return table.allowed[before * count + after] === 1 ? Result.succeed(to) : Result.fail(refusal(table, before, after))
}

export const fold = (table: StageTable, subjects: Uint32Array, stages: Uint8Array, now: Uint8Array): number => {
  const { allowed, ids } = table
  const count = ids.length
  const all = Math.min(subjects.length, stages.length)
  let refused = 0
  for (let event = 0; event < all; event++) {
    const subject = subjects[event] as number
    const to = stages[event] as number
    if (to < count && allowed[(now[subject] as number) * count + to] === 1) now[subject] = to
    else refused++
  }
  return refused
}
