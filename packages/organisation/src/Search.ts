import type { Identifier } from "@louyu/kernel"
import { type CivilDate, Fold, Period, Timeline } from "@louyu/kernel"
import * as NameIndex from "./NameIndex.ts"
import type { Name } from "./NameList.ts"
import * as Register from "./Register.ts"
import * as State from "./State.ts"

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

const rank = { exact: 0, prefix: 1, part: 2 } as const

const compare = (a: Hit, b: Hit): number =>
  rank[a.match] - rank[b.match] ||
  Number(b.current) - Number(a.current) ||
  a.name.length - b.name.length ||
  (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)

/**
 * Finds units by any name they ever had: official, former, short or brand name, in Chinese or English, in Simplified or
 * Traditional characters, with or without blanks, capitals and punctuation.
 *
 * Shape: exact matches first, then beginnings, then parts; among these names borne on the date before others, then
 * shorter before longer; each unit once, with its best match. Looking for nothing finds nothing.
 * Units: `limit` hits, 20 when not given.
 * Cost: one scan over all names (some 10 ms for a million), after O(names) the first time; names that changed since cost
 * O(log names) each, amortised.
 * Source: R1-12, F-17; domain, reading notes on Traditional characters.
 */
export const find = (state: State.State, on: CivilDate.CivilDate, text: string, limit = 20): ReadonlyArray<Hit> => {
  const needle = Fold.fold(text)
  if (needle === "") return []
  const best = new Map<UnitId, Hit>()
  const keep = (name: Name, match: Hit["match"]): void => {
    const hit: Hit = { ...name, current: Period.contains(name.period, on), match }
    const known = best.get(name.unit)
    if (known === undefined || compare(hit, known) < 0) best.set(name.unit, hit)
  }
  NameIndex.scan(NameIndex.of(state), needle, keep)
  return [...best.values()].sort(compare).slice(0, Math.max(0, limit))
}

/**
 * The unit known elsewhere by an identifier on the date: by its credit code, division code or legacy id.
 *
 * Shape: `undefined` when no unit holds the identifier that day; one identifier never belongs to two units at a time.
 * Source: R1-11.
 */
export const byIdentifier = (
  state: State.State,
  on: CivilDate.CivilDate,
  scheme: string,
  value: string
): UnitId | undefined => Timeline.at(Register.holders(state.identifiers, State.registerKey(scheme, value)), on)

/**
 * The unit a chat group serves on the date: which micro-grid an opinion posted there comes from.
 *
 * Source: P-05, N-17.
 */
export const byChatGroup = (
  state: State.State,
  on: CivilDate.CivilDate,
  channel: string,
  group: string
): UnitId | undefined => Timeline.at(Register.holders(state.chatGroups, State.registerKey(channel, group)), on)
