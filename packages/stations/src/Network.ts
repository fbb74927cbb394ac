import { type CivilDate, type Identifier, Period, Timeline } from "@louyu/kernel"
import type { StationId } from "./StationCode.ts"
import type { Standing } from "./StationCommand.ts"
import * as State from "./StationState.ts"

type Date = CivilDate.CivilDate

/** A station and where it stands on a date. */
export interface Place {
  readonly station: State.Station
  readonly standing: Standing
}

/** Where a station stands on a date; `undefined` when it is not open then. */
export const standing = (state: State.State, id: StationId, on: Date): Standing | undefined =>
  Timeline.at(State.station(state, id)?.standing ?? [], on)

/** The stations open on a date with where they stand, by id; of one kind when it is named. Cost: O(n log n). */
export const on = (state: State.State, date: Date, kind?: string): ReadonlyArray<Place> =>
  [...State.stations(state)]
    .flatMap((station): ReadonlyArray<Place> => {
      const now = Timeline.at(station.standing, date)
      return now === undefined || (kind !== undefined && station.opened.kind !== kind)
        ? []
        : [{ station, standing: now }]
    })
    .toSorted((a, b) => (a.station.opened.station < b.station.opened.station ? -1 : 1))

/** The main station a sub-station belongs to on a date. */
export const mainOf = (state: State.State, id: StationId, date: Date): StationId | undefined => {
  const now = standing(state, id, date)
  return now?.tier === "sub" ? now.main : undefined
}

/** The stations that belong to a main one on a date, by id. Cost: O(stations that ever did). */
export const subsOf = (state: State.State, main: StationId, date: Date): ReadonlyArray<StationId> =>
  State.followersOf(state, main)
    .filter((id) => mainOf(state, id, date) === main)
    .toSorted()

/** The main station of a cluster on a date; `undefined` when it has none. */
export const mainIn = (state: State.State, cluster: Identifier.UnitId, date: Date): StationId | undefined =>
  State.mainsOf(state, cluster).find((id) => {
    const now = standing(state, id, date)
    return now?.tier === "main" && now.cluster === cluster
  })

/** The clusters, of those that are named, without a main station on a date. */
export const clustersWithout = (
  state: State.State,
  clusters: Iterable<Identifier.UnitId>,
  date: Date
): ReadonlyArray<Identifier.UnitId> => [...clusters].filter((cluster) => mainIn(state, cluster, date) === undefined)

/** How large the network is. Shape: `subsPerMain` is `undefined` where there is no main station. */
export interface Totals {
  readonly mains: number
  readonly subs: number
  readonly alone: number
  readonly total: number
  readonly subsPerMain: number | undefined
  readonly mainsWithoutSubs: ReadonlyArray<StationId>
}

/** Counts the stations open on a date. Cost: O(n log n). Source: H-10, G-01. */
export const totals = (state: State.State, date: Date): Totals => {
  const places = on(state, date)
  const mains = places.filter(({ standing: { tier } }) => tier === "main").map(({ station }) => station.opened.station)
  const subs = places.filter(({ standing: { tier } }) => tier === "sub").length
  return {
    mains: mains.length,
    subs,
    alone: places.length - mains.length - subs,
    total: places.length,
    subsPerMain: mains.length === 0 ? undefined : subs / mains.length,
    mainsWithoutSubs: mains.filter((main) => subsOf(state, main, date).length === 0)
  }
}

/** The places at which a station is open on a date, with its ids. Cost: O(n). */
export const byPlace = (state: State.State, date: Date): ReadonlyMap<Identifier.UnitId, ReadonlyArray<StationId>> => {
  const places = new Map<Identifier.UnitId, Array<StationId>>()
  for (const { opened, life } of State.stations(state)) {
    if (!Period.contains(life, date)) continue
    const here = places.get(opened.place)
    if (here === undefined) places.set(opened.place, [opened.station])
    else here.push(opened.station)
  }
  return places
}
