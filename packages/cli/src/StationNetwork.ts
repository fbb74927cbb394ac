import type { CivilDate, Identifier } from "@louyu/kernel"
import { Network, type StationState } from "@louyu/stations"
import type * as StationBook from "./StationBook.ts"
import * as StationRow from "./StationRow.ts"

const byCluster = (a: Network.Place, b: Network.Place): number => {
  const key = ({ station, standing }: Network.Place) =>
    `${standing.tier === "main" ? standing.cluster : ""} ${station.opened.station}`
  return key(a) < key(b) ? -1 : 1
}

/** Main stations by cluster, each followed by its subs; subs of others, and those that stand alone, at the end. */
export const inOrder = (places: ReadonlyArray<Network.Place>): ReadonlyArray<Network.Place> => {
  const subs = Map.groupBy(places, ({ standing }) => (standing.tier === "sub" ? standing.main : undefined))
  const mains = places.filter(({ standing }) => standing.tier === "main").toSorted(byCluster)
  const listed = mains.flatMap((main) => [main, ...(subs.get(main.station.opened.station) ?? [])])
  const all = new Set(listed)
  return [...listed, ...places.filter((one) => !all.has(one))]
}

/** The cluster a station serves: its own as a main one, that of its main one as a sub. */
export const clusterOf = (
  stations: StationState.State,
  { standing }: Network.Place,
  on: CivilDate.CivilDate
): Identifier.UnitId | undefined => {
  const main = standing.tier === "sub" ? Network.standing(stations, standing.main, on) : standing
  return main?.tier === "main" ? main.cluster : undefined
}

/** Stations as answers list them. */
export const rows = (
  book: StationBook.StationBook,
  places: ReadonlyArray<Network.Place>
): ReadonlyArray<StationRow.Row> => {
  const { stations, point } = book
  return places.map((place) => {
    const subs = Network.subsOf(stations, place.station.opened.station, point.on).length
    return StationRow.of(book, place, clusterOf(stations, place, point.on), subs)
  })
}
