import { CivilDate, type Decider, type Identifier, type Money, PersonalData } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Metric } from "./Metric.ts"
import type { TaxCommand } from "./TaxCommand.ts"
import {
  AmountNegative,
  BuildingNotInYear,
  SourcePersonal,
  type TaxError,
  TaxYearInFuture,
  TaxYearInvalid
} from "./TaxError.ts"
import type { TaxEvent, TaxRecorded } from "./TaxEvent.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** What is told of buildings, by metric and year; every record is kept, the one told first comes first. Immutable. */
export interface Taxation {
  readonly years: HashMap.HashMap<string, HashMap.HashMap<UnitId, ReadonlyArray<TaxRecorded>>>
}

/** What the records need to know of the rest of the city. */
export interface Facts {
  /** Whether a building exists on a date. */
  readonly exists: (unit: UnitId, on: Date) => boolean
}

/** The records nobody wrote in yet. */
export const initial: Taxation = { years: HashMap.empty() }

const keyOf = (metric: Metric, year: number): string => `${metric} ${year}`

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

const buildings = (state: Taxation, year: number, metric: Metric) =>
  get(state.years, keyOf(metric, year)) ?? HashMap.empty<UnitId, ReadonlyArray<TaxRecorded>>()

/** Everything told of a building for a year, in the order of the days it was told. */
export const records = (
  state: Taxation,
  building: UnitId,
  year: number,
  metric: Metric = "tax"
): ReadonlyArray<TaxRecorded> => get(buildings(state, year, metric), building) ?? []

const asOf = (all: ReadonlyArray<TaxRecorded>, on: Date): TaxRecorded | undefined => all.findLast((one) => one.on <= on)

/** What a building yielded in a year as it was known on a day, with its source; `undefined` when nothing was. */
export const known = (
  state: Taxation,
  building: UnitId,
  year: number,
  on: Date,
  metric: Metric = "tax"
): TaxRecorded | undefined => asOf(records(state, building, year, metric), on)

/**
 * What every building yielded in a year as it was known on a day, by building. Shape: in ascending order of ids.
 *
 * Cost: O(buildings of the year).
 */
export const ofYear = (
  state: Taxation,
  year: number,
  on: Date,
  metric: Metric = "tax"
): ReadonlyMap<UnitId, Money.Money> => {
  const found: Array<readonly [UnitId, Money.Money]> = []
  for (const [building, all] of buildings(state, year, metric)) {
    const one = asOf(all, on)
    if (one !== undefined) found.push([building, one.amount])
  }
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Adds a record. Cost: O(log n + records of the building and year). */
export const evolve = (state: Taxation, event: TaxEvent): Taxation => {
  const { building, year, metric = "tax", on } = event
  const before = records(state, building, year, metric)
  const later = before.findIndex((one) => one.on > on)
  const all = before.toSpliced(later < 0 ? before.length : later, 0, event)
  const next = HashMap.set(buildings(state, year, metric), building, all)
  return { years: HashMap.set(state.years, keyOf(metric, year), next) }
}

// Mostly a building that exists in a year does so on its last day; every other day counts as well.
const existsIn = ({ exists }: Facts, building: UnitId, year: number): boolean => {
  const last = CivilDate.make(`${String(year).padStart(4, "0")}-12-31`)
  const first = CivilDate.startOfYear(year)
  for (let on = last; on > first; on = CivilDate.addDays(on, -1)) if (exists(building, on)) return true
  return exists(building, first)
}

const problem = (command: TaxCommand, facts: Facts): TaxError | undefined => {
  const { building, year, amount, on, refund, source = "" } = command
  if (year < 1 || year > 9999) return new TaxYearInvalid({ year })
  if (year > CivilDate.year(on)) return new TaxYearInFuture({ building, year, on })
  if (amount < 0 && refund !== true) return new AmountNegative({ building, year })
  const traces = PersonalData.traces(source)
  if (traces.length > 0) return new SourcePersonal({ building, year, traces })
  return existsIn(facts, building, year) ? undefined : new BuildingNotInYear({ building, year })
}

const decide = (
  state: Taxation,
  { _tag, ...fields }: TaxCommand,
  facts: Facts
): Result.Result<ReadonlyArray<TaxEvent>, TaxError> => {
  const event: TaxEvent = { _tag: "TaxRecorded", ...fields }
  const { building, year, metric } = fields
  if (records(state, building, year, metric).some((one) => Equal.equals(one, event))) return Result.succeed([])
  const refused = problem({ _tag, ...fields }, facts)
  return refused === undefined ? Result.succeed([event]) : Result.fail(refused)
}

/**
 * The rules of what buildings yield by year.
 *
 * Shape: a record that is known already gives no events; nothing that was told is ever overwritten.
 * Source: H-31, A-06, A-06b.
 */
export const decider: Decider.Decider<TaxCommand, Taxation, TaxEvent, TaxError, Facts> = { initial, evolve, decide }
