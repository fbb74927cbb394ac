import type { Identifier } from "@louyu/kernel"
import { Fold, type Period } from "@louyu/kernel"
import type * as Unit from "./Unit.ts"

/** A name a unit bore in a period. */
export interface Name {
  readonly unit: Identifier.UnitId
  readonly name: string
  readonly period: Period.Period
}

/**
 * All names of some units in one text, folded, each between line feeds: one scan by the engine's own search beats any
 * index of ours up to millions of names.
 */
export interface NameList {
  readonly names: ReadonlyArray<Name>
  readonly text: string
  readonly starts: Float64Array
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

/** Lists all names units ever bore. Cost: O(names). */
export const of = (units: Iterable<Unit.Unit>): NameList => {
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
  return { names, text: `${parts.join("")}\n`, starts }
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

/** Calls back once for every name that contains a folded text, with the best way it does. Cost: O(length of all names). */
export const scan = (
  list: NameList,
  needle: string,
  found: (name: Name, match: "exact" | "prefix" | "part") => void
): void => {
  let last = -1
  for (let at = list.text.indexOf(needle); at >= 0; at = list.text.indexOf(needle, at + 1)) {
    const index = nameAt(list, at)
    const name = list.names[index]
    // Later places in the same name are no better than the first.
    if (name === undefined || index === last) continue
    last = index
    const isStart = list.text[at - 1] === "\n"
    const isEnd = list.text[at + needle.length] === "\n"
    found(name, isStart ? (isEnd ? "exact" : "prefix") : "part")
  }
}
