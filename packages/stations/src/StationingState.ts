import { CivilDate, Period, type TimeWindow } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type { StationId, StationingId } from "./StationCode.ts"
import type * as Event from "./StationingEvent.ts"

type Date = CivilDate.CivilDate

/** A department at a station with all that is known of it. */
export interface Stationing {
  readonly stationed: typeof Event.DepartmentStationed.Type
  readonly life: Period.Period
  /** The days of its timetable on which it stays away. */
  readonly away: HashSet.HashSet<Date>
  /** The days on which it comes instead, with the time. */
  readonly instead: HashMap.HashMap<Date, TimeWindow.TimeWindow>
  /** Everything that was recorded, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event.Event>
}

/** The departments at the stations of a city. Immutable. */
export interface State {
  readonly stationings: HashMap.HashMap<StationingId, Stationing>
  readonly byStation: HashMap.HashMap<StationId, ReadonlyArray<StationingId>>
}

/** A city in which no department is stationed. */
export const initial: State = { stationings: HashMap.empty(), byStation: HashMap.empty() }

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** What a department does at a station, ended or not. */
export const stationing = (state: State, id: StationingId): Stationing | undefined => get(state.stationings, id)

/** Everything departments do or did at a station, in the order it began to be known. */
export const stationingsAt = (state: State, station: StationId): ReadonlyArray<Stationing> =>
  (get(state.byStation, station) ?? []).flatMap((id) => stationing(state, id) ?? [])

/** Everything departments do or did at stations, in no order. */
export const stationings = (state: State): Iterable<Stationing> => HashMap.values(state.stationings)

/** The time at which a department comes on a day instead of another; `undefined` when it does not. */
export const insteadOn = ({ instead }: Stationing, on: Date): TimeWindow.TimeWindow | undefined => get(instead, on)

const weekOf = (date: Date): number => CivilDate.toEpochDay(date) - CivilDate.weekday(date)

/** Whether a day is one of a timetable, as far as that can be known without a working calendar. */
export const isPatternDay = ({ stationed: { pattern, from } }: Stationing, on: Date): boolean => {
  if ("every" in pattern) return true
  const weeks = (weekOf(on) - weekOf(from)) / 7
  return pattern.weekdays.some((weekday) => weekday === CivilDate.weekday(on)) && weeks % pattern.everyWeeks === 0
}

/** Whether a department is expected on a day, holidays aside. */
export const isExpected = (known: Stationing, on: Date): boolean =>
  Period.contains(known.life, on) &&
  (insteadOn(known, on) !== undefined || (isPatternDay(known, on) && !HashSet.has(known.away, on)))

const begin = (state: State, stationed: typeof Event.DepartmentStationed.Type): State => {
  const { stationing: id, station, from, to } = stationed
  const made: Stationing = {
    stationed,
    life: to === undefined ? { from } : { from, to },
    away: HashSet.empty(),
    instead: HashMap.empty(),
    told: HashSet.make<[Event.Event]>(stationed)
  }
  return {
    stationings: HashMap.set(state.stationings, id, made),
    byStation: HashMap.set(state.byStation, station, [...(get(state.byStation, station) ?? []), id])
  }
}

// A day on which it would have come instead is one no more; a day of the timetable is one on which it stays away.
const stayAway = (known: Stationing, on: Date): Stationing => ({
  ...known,
  away: HashSet.add(known.away, on),
  instead: HashMap.remove(known.instead, on)
})

const turn = (known: Stationing, event: Exclude<Event.Event, { _tag: "DepartmentStationed" }>): Stationing => {
  switch (event._tag) {
    case "StationingSkipped":
      return stayAway(known, event.date)
    case "StationingMoved": {
      const left = stayAway(known, event.date)
      return { ...left, instead: HashMap.set(left.instead, event.to, event.window ?? known.stationed.window) }
    }
    case "StationingEnded":
      return { ...known, life: { from: known.life.from, to: event.to } }
  }
}

/** Adds a fact to the departments at stations. Cost: O(log n). */
export const evolve = (state: State, event: Event.Event): State => {
  if (event._tag === "DepartmentStationed") return begin(state, event)
  const known = stationing(state, event.stationing)
  if (known === undefined) throw new Error(`invariant: ${event.stationing} began`)
  const next = { ...turn(known, event), told: HashSet.add(known.told, event) }
  return { ...state, stationings: HashMap.set(state.stationings, event.stationing, next) }
}
