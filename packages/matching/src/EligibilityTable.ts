import * as Result from "effect/Result"
import { judge, meets, type Setting } from "./Asking.ts"
import type { Condition } from "./Condition.ts"
import * as Criteria from "./Criteria.ts"
import type { Outcome, Verdict } from "./Eligibility.ts"
import * as Eligibility from "./Eligibility.ts"
import { type Clause, clauses } from "./EligibilityClauses.ts"
import type { EligibilityError } from "./EligibilityError.ts"
import { type Asked, type Bits, type Lane, scalar } from "./EligibilityLane.ts"
import * as EligibilitySet from "./EligibilitySet.ts"
import { type Field, read, type Values } from "./Field.ts"

/** Services side by side, thirty-two to a word, with the fields they ask for. */
interface Block {
  /** The first word of an answer that belongs to this block, and how many do. */
  readonly from: number
  readonly words: number
  readonly lanes: ReadonlyArray<Lane>
  /** By column behind the services' own: the service, counted in the block, that the clause belongs to. */
  readonly extra: ReadonlyArray<readonly [column: number, service: number]>
  /** Services with too many clauses, asked one by one. */
  readonly plain: ReadonlyArray<readonly [service: number, criteria: Criteria.Criteria]>
  readonly scratch: Bits
}

/**
 * The conditions of many services, compiled for a day: one need is asked of all of them at once.
 *
 * Shape: services are counted as they were given, from 0.
 */
export interface EligibilityTable {
  readonly count: number
  readonly setting: Setting
  readonly criteria: ReadonlyArray<Criteria.Criteria>
  readonly blocks: ReadonlyArray<Block>
}

/**
 * What all services say to one need: bit s of `eligible` is set when service s is open to it, of `not` when it is not;
 * neither when that is unknown.
 */
export interface Answer {
  readonly eligible: Uint32Array
  readonly not: Uint32Array
}

// Rows of a block are as long as it is wide, so that many services cost no more rows than they have points.
const blockSize = 1024

const lanesOf = (columns: ReadonlyArray<Clause>, setting: Setting, words: number): ReadonlyArray<Lane> => {
  const byField = new Map<string, { readonly field: Field; readonly asked: Array<Asked[number]> }>()
  for (const [column, clause] of columns.entries()) {
    for (const part of clause) {
      const known = byField.get(part.field.id) ?? { field: part.field, asked: [] }
      byField.set(part.field.id, known)
      known.asked.push([column, part])
    }
  }
  return [...byField.values()].map(({ field, asked }) =>
    field.type === "set" ? EligibilitySet.lane(field, asked, words) : scalar(field, asked, setting, words)
  )
}

const blockOf = (services: ReadonlyArray<Criteria.Criteria>, from: number, setting: Setting): Block => {
  const columns: Array<Clause> = []
  const more: Array<readonly [service: number, clause: Clause]> = []
  const plain: Array<readonly [service: number, criteria: Criteria.Criteria]> = []
  for (const [service, criteria] of services.entries()) {
    const made = clauses(criteria)
    if (made === undefined) plain.push([service, criteria])
    const [first = [], ...rest] = made ?? []
    columns.push(first)
    for (const clause of rest) more.push([service, clause])
  }
  const extra = more.map(([service, clause]) => [columns.push(clause) - 1, service] as const)
  const words = Math.ceil(columns.length / 32)
  return {
    from,
    words: Math.ceil(services.length / 32),
    lanes: lanesOf(columns, setting, words),
    extra,
    plain,
    scratch: { open: new Uint32Array(words), failed: new Uint32Array(words) }
  }
}

/**
 * Compiles the conditions of services for a day.
 *
 * Fails: as `Criteria.of`, for the first condition with something wrong; the path begins with the number of the service.
 * Cost: for every number and date asked for, one row of as many bits as there are services, up to 1024; a condition
 * with many `any` over several fields is taken apart into at most 32 clauses, and beyond that asked as it is.
 * Source: R3-3, R3-11.
 *
 * ```ts
 * import { CivilDate } from "@louyu/kernel"
 * const area = { id: "area", type: "number", names: { zh: "面积" } } as const
 * const conditions = [100, 200, 300].map((atLeast) => ({ _tag: "numberBetween", field: "area", atLeast }) as const)
 * const table = Result.getOrThrow(
 *   EligibilityTable.compile([area], conditions, { on: CivilDate.make("2026-06-01") })
 * )
 * EligibilityTable.eligible(EligibilityTable.ask(table, { area: 250 })) // => [0, 1]
 * ```
 */
export const compile = (
  fields: ReadonlyArray<Field>,
  conditions: ReadonlyArray<Condition | undefined>,
  setting: Setting
): Result.Result<EligibilityTable, EligibilityError> => {
  const criteria: Array<Criteria.Criteria> = []
  for (const [service, condition] of conditions.entries()) {
    const read =
      condition === undefined
        ? Result.succeed<Criteria.Criteria>({ _tag: "all", of: [] })
        : Criteria.of(fields, condition, `${service}`)
    if (Result.isFailure(read)) return Result.fail(read.failure)
    criteria.push(read.success)
  }
  const blocks: Array<Block> = []
  for (let first = 0; first < criteria.length; first += blockSize) {
    blocks.push(blockOf(criteria.slice(first, first + blockSize), first / 32, setting))
  }
  return Result.succeed({ count: criteria.length, setting, criteria, blocks })
}

const put = (words: Uint32Array, at: number, bit: boolean): void => {
  const word = words[at >>> 5] as number
  words[at >>> 5] = bit ? word | (1 << (at & 31)) : word & ~(1 << (at & 31))
}

const isSet = (words: Uint32Array, at: number): boolean => ((words[at >>> 5] as number) & (1 << (at & 31))) !== 0

// One clause that is met is enough; all have to fail for the service to say no.
const join = ({ extra, scratch: { open, failed } }: Block): void => {
  for (const [column, service] of extra) {
    if (isSet(open, column)) put(open, service, true)
    if (!isSet(failed, column)) put(failed, service, false)
  }
}

const askPlain = ({ plain, scratch }: Block, values: Values, setting: Setting): void => {
  for (const [service, criteria] of plain) {
    const met = judge(criteria, (one) => meets(one, read(one.field, values), setting))
    put(scratch.open, service, met === true)
    put(scratch.failed, service, met === false)
  }
}

/**
 * Asks all services at once whether they are open to somebody; says the same as `Eligibility.evaluate` of each.
 *
 * Shape: `into` is an earlier answer of the same table that is no longer needed and may be written over.
 * Cost: a few words of bits for every field and thirty-two services.
 */
export const ask = (table: EligibilityTable, values: Values, into?: Answer): Answer => {
  const words = Math.ceil(table.count / 32)
  const answer =
    into?.eligible.length === words ? into : { eligible: new Uint32Array(words), not: new Uint32Array(words) }
  for (const block of table.blocks) {
    const { open, failed } = block.scratch
    open.fill(0xffff_ffff)
    failed.fill(0)
    for (const lane of block.lanes) lane.ask(values, block.scratch)
    join(block)
    askPlain(block, values, table.setting)
    for (let word = 0; word < block.words; word++) {
      answer.eligible[block.from + word] = open[word] as number
      answer.not[block.from + word] = failed[word] as number
    }
  }
  // Bits behind the last service stand for nobody.
  if (table.count % 32 > 0) {
    const used = 2 ** (table.count % 32) - 1
    answer.eligible[words - 1] = (answer.eligible[words - 1] as number) & used
    answer.not[words - 1] = (answer.not[words - 1] as number) & used
  }
  return answer
}

/** What one service says. */
export const verdict = (answer: Answer, service: number): Verdict =>
  isSet(answer.eligible, service) ? "eligible" : isSet(answer.not, service) ? "not" : "unknown"

/** The numbers of the services that are open, in order. Cost: O(services / 32 + answer). */
export const eligible = (answer: Answer): ReadonlyArray<number> => {
  const found: Array<number> = []
  for (let at = 0; at < answer.eligible.length; at++) {
    let word = answer.eligible[at] as number
    while (word !== 0) {
      const bit = 31 - Math.clz32(word & -word)
      found.push(at * 32 + bit)
      word &= word - 1
    }
  }
  return found
}

/** Why one service is not open to somebody, or why that is unknown. */
export const explain = (table: EligibilityTable, values: Values, service: number): Outcome =>
  Eligibility.evaluate(table.criteria[service] ?? { _tag: "all", of: [] }, values, table.setting)
