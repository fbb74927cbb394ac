import type { Identifier } from "@louyu/kernel"
import { type CivilDate, Fold, Period } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type * as Chain from "./Chain.ts"
import * as Lineage from "./Lineage.ts"
import * as State from "./State.ts"
import type * as Unit from "./Unit.ts"

type UnitId = Identifier.UnitId

/** A unit found by a name. */
export interface Hit {
  readonly unit: UnitId
  /** The name that was found, and the days it was in use. */
  readonly name: string
  readonly period: Period.Period
  /** Whether the unit bears that name on the date asked. */
  readonly current: boolean
  readonly match: "exact" | "prefix" | "part"
}

interface Name {
  readonly unit: UnitId
  readonly name: string
  readonly period: Period.Period
}

function* namesOf(unit: Unit.Unit): IterableIterator<Name> {
  for (const { from, to, value } of unit.name) {
    const period = to === undefined ? { from } : { from, to }
    yield { unit: unit.id, name: value.zh, period }
    if (value.en !== undefined) yield { unit: unit.id, name: value.en, period }
  }
  for (const { text, from, to } of unit.aliases) {
    yield { unit: unit.id, name: text, period: to === undefined ? { from } : { from, to } }
  }
}

/**
 * All names in one text, folded, each between line feeds: one scan by the engine's own search beats any index of ours up
 * to millions of names.
 */
interface NameList {
  readonly changed: Chain.Chain<UnitId>
  readonly names: ReadonlyArray<Name>
  readonly text: string
  readonly starts: Float64Array
}

const listOf = (units: Iterable<Unit.Unit>, changed: Chain.Chain<UnitId>): NameList => {
  const names: Array<Name> = []
  for (const unit of units) names.push(...namesOf(unit))
  const starts = new Float64Array(names.length)
  const parts: Array<string> = []
  let at = 0
  for (const [index, { name }] of names.entries()) {
    const folded = `\n${Fold.fold(name)}`
    starts[index] = at
    at += folded.length
    parts.push(folded)
  }
  return { changed, names, text: `${parts.join("")}\n`, starts }
}

const nameAt = (list: NameList, position: number): number => {
  let low = 0
  let high = list.starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list.starts[middle] as number) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

const scan = (list: NameList, needle: string, found: (name: Name, match: Hit["match"]) => void): void => {
  let last = -1
  for (let at = list.text.indexOf(needle); at >= 0; at = list.text.indexOf(needle, at + 1)) {
    const index = nameAt(list, at)
    const name = list.names[index]
    if (name === undefined || index === last) continue
    last = index
    const isStart = list.text[at - 1] === "\n"
    const isEnd = list.text[at + needle.length] === "\n"
    found(name, isStart ? (isEnd ? "exact" : "prefix") : "part")
  }
}

const rank = { exact: 0, prefix: 1, part: 2 } as const

const base = (state: State.State): NameList => {
  const known = state.lineage.root.names as NameList | undefined
  if (known !== undefined && Lineage.since(state.lineage, known.changed) !== undefined) return known
  const list = listOf(HashMap.values(state.units), state.lineage.changed)
  state.lineage.root.names = list
  return list
}

/**
 * Finds units by any name they ever had: official, former, short or brand name, in Chinese or English, in Simplified or
 * Traditional characters.
 *
 * Shape: exact matches first, then beginnings, then parts; names borne on the date before old ones; each unit once.
 * Looking for nothing finds nothing.
 * Units: `limit` hits, 20 when not given.
 * Cost: one scan over all names (some 10 ms for a million), after O(names) the first time.
 * Source: R1-12, F-17; domain, reading notes on Traditional characters.
 */
export const find = (state: State.State, on: CivilDate.CivilDate, text: string, limit = 20): ReadonlyArray<Hit> => {
  const needle = Fold.fold(text)
  if (needle === "") return []
  const list = base(state)
  const changed = Lineage.since(state.lineage, list.changed) ?? new Set<UnitId>()
  const best = new Map<UnitId, Hit>()
  const keep = (name: Name, match: Hit["match"]): void => {
    const current = Period.contains(name.period, on)
    const hit: Hit = { ...name, current, match }
    const known = best.get(name.unit)
    if (known === undefined || compare(hit, known) < 0) best.set(name.unit, hit)
  }
  scan(list, needle, (name, match) => {
    if (!changed.has(name.unit)) keep(name, match)
  })
  const again = [...changed].flatMap((id) => State.unit(state, id) ?? [])
  if (again.length > 0) scan(listOf(again, undefined), needle, keep)
  return [...best.values()].sort(compare).slice(0, limit)
}

const compare = (a: Hit, b: Hit): number =>
  rank[a.match] - rank[b.match] ||
  Number(b.current) - Number(a.current) ||
  a.name.length - b.name.length ||
  (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)
