import { type CivilDate, type Identifier, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type { OpeningHours } from "./OpeningHours.ts"
import type { StationId } from "./StationCode.ts"
import type { Standing } from "./StationCommand.ts"
import type * as Event from "./StationEvent.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** A station with all that is known of it. Shape: every timeline keeps within its life. */
export interface Station {
  readonly opened: typeof Event.StationOpened.Type
  readonly life: Period.Period
  readonly standing: Timeline.Timeline<Standing>
  readonly space: Timeline.Timeline<typeof Event.SpaceArranged.Type>
  readonly audiences: Timeline.Timeline<typeof Event.AudiencesAddressed.Type>
  readonly labels: HashMap.HashMap<string, Timeline.Timeline<typeof Event.StationLabelled.Type>>
  readonly hours: Timeline.Timeline<OpeningHours>
  readonly catchment: Timeline.Timeline<typeof Event.CatchmentDescribed.Type>
  readonly assessments: ReadonlyArray<typeof Event.StationAssessed.Type>
  /** The last day on which it came to stand differently. */
  readonly last: Date
  /** Everything that was recorded, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event.Event>
}

/** The stations of a city. Immutable. */
export interface State {
  readonly stations: HashMap.HashMap<StationId, Station>
  /** The stations that are, were or will be the main one of a cluster. */
  readonly mains: HashMap.HashMap<UnitId, ReadonlyArray<StationId>>
  /** The stations that belong, belonged or will belong to a main one. */
  readonly followers: HashMap.HashMap<StationId, ReadonlyArray<StationId>>
}

/** A city without stations. */
export const initial: State = { stations: HashMap.empty(), mains: HashMap.empty(), followers: HashMap.empty() }

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A station, open or not. */
export const station = (state: State, id: StationId): Station | undefined => get(state.stations, id)

/** Every station that ever was, in no order. */
export const stations = (state: State): Iterable<Station> => HashMap.values(state.stations)

/** Whether there is a station on a date. */
export const isOpenOn = (state: State, id: StationId, on: Date): boolean => {
  const known = station(state, id)
  return known !== undefined && Period.contains(known.life, on)
}

/** The stations that are, were or will be the main one of a cluster. */
export const mainsOf = (state: State, cluster: UnitId): ReadonlyArray<StationId> => get(state.mains, cluster) ?? []

/** The stations that belong, belonged or will belong to a main one. */
export const followersOf = (state: State, main: StationId): ReadonlyArray<StationId> => get(state.followers, main) ?? []

/** The labels of a set a station stands for on a date. */
export const labelsOf = ({ labels }: Station, set: string, on: Date): ReadonlyArray<string> =>
  Timeline.at(get(labels, set) ?? [], on)?.labels ?? []

/** The station that just opened. */
export const opening = (opened: typeof Event.StationOpened.Type): Station => ({
  opened,
  life: { from: opened.from },
  standing: [],
  space: [],
  audiences: [],
  labels: HashMap.empty(),
  hours: [],
  catchment: [],
  assessments: [],
  last: opened.from,
  told: HashSet.empty()
})

const entered = <K, V>(map: HashMap.HashMap<K, ReadonlyArray<V>>, key: K, value: V) => {
  const before = get(map, key) ?? []
  return before.includes(value) ? map : HashMap.set(map, key, [...before, value])
}

/** What a timeline becomes when a value holds from a date on, as long as the station lives. */
export const since = <A>(
  { life }: Station,
  timeline: Timeline.Timeline<A>,
  from: Date,
  value: A
): Timeline.Timeline<A> => Timeline.set(timeline, life.to === undefined ? { from } : { from, to: life.to }, value)

/** Changes a station. */
export const change = (state: State, id: StationId, f: (station: Station) => Station): State => ({
  ...state,
  stations: HashMap.modify(state.stations, id, f)
})

/** Lets a station stand differently from a date on. */
export const stand = (state: State, id: StationId, from: Date, standing: Standing): State => ({
  stations: HashMap.modify(state.stations, id, (one) => ({
    ...one,
    standing: since(one, one.standing, from, standing),
    last: from
  })),
  mains: standing.tier === "main" ? entered(state.mains, standing.cluster, id) : state.mains,
  followers: standing.tier === "sub" ? entered(state.followers, standing.main, id) : state.followers
})
