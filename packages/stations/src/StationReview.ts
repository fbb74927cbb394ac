import {
  type CivilDate,
  type Identifier,
  type Instant,
  type KernelError,
  Timeline,
  type WorkCalendar
} from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Network from "./Network.ts"
import * as OpenTimes from "./OpenTimes.ts"
import type { LabelSet, Standard } from "./StationCatalogue.ts"
import type { StationId } from "./StationCode.ts"
import type { SpaceSource } from "./StationCommand.ts"
import * as State from "./StationState.ts"

type Date = CivilDate.CivilDate

/** A station that is open at a moment, what hours these are, and when it closes; it may never. */
export interface OpenNow {
  readonly station: StationId
  readonly opening: OpenTimes.Opening
  readonly closes: Instant.Instant | undefined
}

/**
 * The stations that are open at a moment, by id; those nobody gave hours are not.
 *
 * Fails: `CalendarYearUnknown` where hours have to know what day it is and the calendar does not.
 * Cost: O(n log n), and the days until each closes.
 */
export const openAt = (
  state: State.State,
  calendar: WorkCalendar.WorkCalendar,
  at: Instant.Instant
): Result.Result<ReadonlyArray<OpenNow>, KernelError.CalendarYearUnknown> => {
  const found: Array<OpenNow> = []
  const { date, time } = OpenTimes.clockAt(calendar, at)
  for (const { station } of Network.on(state, date)) {
    const opening = OpenTimes.atTime(station.hours, calendar, date, time)
    if (Result.isFailure(opening)) return Result.fail(opening.failure)
    if (opening.success === undefined) continue
    const closes = OpenTimes.nextClosing(station.hours, calendar, at)
    if (Result.isFailure(closes)) return Result.fail(closes.failure)
    found.push({ station: station.opened.station, opening: opening.success, closes: closes.success })
  }
  return Result.succeed(found)
}

/** How far a station meets a standard, by the last assessment on or before a date. */
export interface Assessment {
  readonly on: Date
  readonly met: ReadonlyArray<string>
  readonly missing: ReadonlyArray<string>
}

/** What the last assessment on or before a date says; `undefined` when there was none. Source: P-40. */
export const assessed = (station: State.Station, standard: Standard, on: Date): Assessment | undefined => {
  // Of two on one day the one told later holds.
  const last = station.assessments
    .filter((one) => one.standard === standard.id && one.on <= on)
    .reduce<(typeof station.assessments)[number] | undefined>(
      (a, b) => (a !== undefined && a.on > b.on ? a : b),
      undefined
    )
  if (last === undefined) return undefined
  const [met, missing] = [true, false].map((wanted) =>
    standard.criteria.map(({ id }) => id).filter((id) => last.met.includes(id) === wanted)
  )
  return { on: last.on, met: met ?? [], missing: missing ?? [] }
}

/** The stations open on a date that fall short of a standard, with what is missing; `undefined` where none was made. */
export const shortOf = (
  state: State.State,
  standard: Standard,
  on: Date
): ReadonlyArray<{ readonly station: StationId; readonly assessed: Assessment | undefined }> =>
  Network.on(state, on).flatMap(({ station }) => {
    const found = assessed(station, standard, on)
    return found?.missing.length === 0 ? [] : [{ station: station.opened.station, assessed: found }]
  })

/** The stations that serve an audience on a date; with a place, those there or open to it. Source: P-17, F-13, H-24. */
export const serving = (
  state: State.State,
  audience: string,
  on: Date,
  place?: Identifier.UnitId
): ReadonlyArray<StationId> =>
  Network.on(state, on).flatMap(({ station }) => {
    const addressed = Timeline.at(station.audiences, on)
    const near = place === undefined || station.opened.place === place || addressed?.places?.includes(place) === true
    return near && addressed?.audiences.includes(audience) === true ? [station.opened.station] : []
  })

/** The stations whose rooms open to a place that is not their own on a date. Source: P-40. */
export const openTo = (state: State.State, place: Identifier.UnitId, on: Date): ReadonlyArray<StationId> =>
  Network.on(state, on).flatMap(({ station }) =>
    Timeline.at(station.audiences, on)?.places?.includes(place) === true ? [station.opened.station] : []
  )

/** How many stations open on a date come by their rooms in which way; `unknown` where nobody said. Source: P-40. */
export const bySpace = (state: State.State, on: Date): ReadonlyMap<SpaceSource | "unknown", number> => {
  const counts = new Map<SpaceSource | "unknown", number>()
  for (const { station } of Network.on(state, on)) {
    const source = Timeline.at(station.space, on)?.source ?? "unknown"
    counts.set(source, (counts.get(source) ?? 0) + 1)
  }
  return counts
}

/** The area of a station on a date: of its rooms as last arranged, else as it opened. Units: square metres. */
export const area = (station: State.Station, on: Date): number | undefined =>
  Timeline.at(station.space, on)?.areaSquareMetres ?? station.opened.areaSquareMetres

/** For each label of a set the stations that stand for it on a date. Source: D-07, F-14. */
export const labelled = (
  state: State.State,
  set: LabelSet,
  on: Date
): ReadonlyArray<{ readonly label: string; readonly stations: ReadonlyArray<StationId> }> => {
  const places = Network.on(state, on)
  return set.labels.map(({ id }) => ({
    label: id,
    stations: places.flatMap(({ station }) =>
      State.labelsOf(station, set.id, on).includes(id) ? [station.opened.station] : []
    )
  }))
}
