import { type Identifier, Timeline } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { Network, Placement } from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Arguments from "./Arguments.ts"
import * as Extent from "./Extent.ts"
import * as FigureShown from "./FigureShown.ts"
import * as Naming from "./Naming.ts"
import * as OptionValue from "./OptionValue.ts"
import * as StaffKnown from "./StaffKnown.ts"
import type * as StationBook from "./StationBook.ts"
import { OptionMissing, OptionsClash } from "./UsageError.ts"

const { field } = Answer
type UnitId = Identifier.UnitId

/** How far a station reaches: the buildings it lies in or opens to, or all of the cluster. */
export const Reach = Schema.Literals(["building", "cluster"])
export type Reach = typeof Reach.Type

/** A building with what is known of its staff. */
export const Building = Schema.Struct({
  place: field(Answer.Unit, "the building"),
  cluster: field(Schema.NullOr(Answer.Unit), "the cluster it lies in, or `null`"),
  ...StaffKnown.Staff.fields
}).annotate({ identifier: "BuildingStaff" })
export type Building = typeof Building.Type

/** Where staff is and no station. */
export const Gaps = Schema.Struct({
  atLeast: field(Answer.Count, "from how many staff on a building should have a station in reach"),
  reach: field(
    Reach,
    "what is in reach of a building: stations in it or opened to it; with `cluster` also those of its cluster"
  ),
  buildings: field(Answer.Count, "the buildings asked about"),
  covered: field(Answer.Count, "those with a station in reach"),
  staff: field(FigureShown.Quantity, "the staff of all of them, as far as it is known"),
  staffCovered: field(FigureShown.Quantity, "the staff of those with a station in reach"),
  found: field(Answer.Count, "buildings with so many staff and no station in reach"),
  uncovered: field(Schema.Array(Building), "the same one by one, most staff first; with a limit not all are listed"),
  unsureFound: field(
    Answer.Count,
    "buildings without a station in reach of which nobody knows whether they have so many"
  ),
  unsure: field(Schema.Array(Building), "the same one by one, with a limit not all"),
  small: field(Answer.Count, "buildings without a station in reach that have fewer")
})
export type Gaps = typeof Gaps.Type

/** What is asked for. */
export interface Wanted {
  readonly atLeast: number
  readonly reach: Reach
  readonly limit: number
}

/**
 * What `--gaps` asks for; `undefined` without it.
 *
 * Shape: gaps are told of a day as a whole and of every kind of station, so options about these contradict it.
 */
export const wanted = Effect.fnUntraced(function* (given: Arguments.Given) {
  const reach = yield* Effect.fromResult(OptionValue.oneOf(given, "reach", Reach.literals))
  const atLeast = yield* Effect.fromResult(OptionValue.count(given, "staff"))
  const limit = yield* Effect.fromResult(OptionValue.count(given, "limit"))
  if (!given.switches.has("gaps")) {
    const alone = ["staff", "reach", "limit"].find((one) => given.values.has(one))
    if (alone === undefined) return undefined
    return yield* new OptionMissing({ command: `stations --${alone}`, options: ["--gaps"] })
  }
  const other = ["open-at", "items", "kind"].find((one) => given.values.has(one) || given.switches.has(one))
  if (other !== undefined) return yield* new OptionsClash({ options: ["--gaps", `--${other}`] })
  return { atLeast: atLeast ?? 100, reach: reach ?? "building", limit: limit ?? 30 } satisfies Wanted
})

// The places of stations that opened to a building, or to something around it.
const openedTo = ({ scene, stations, point }: StationBook.StationBook): ReadonlyMap<UnitId, ReadonlyArray<UnitId>> => {
  const opened = new Map<UnitId, Array<UnitId>>()
  for (const { station } of Network.on(stations, point.on)) {
    for (const place of Timeline.at(station.audiences, point.on)?.places ?? []) {
      const around = View.nearest(scene.view, "location", place, { archetype: "building" }) ?? place
      opened.set(around, [...(opened.get(around) ?? []), station.opened.place])
    }
  }
  return opened
}

// The places of the stations of each cluster, wherever those lie.
const ofClusters = ({ stations, point }: StationBook.StationBook): ReadonlyMap<UnitId, ReadonlyArray<UnitId>> => {
  const places = new Map<UnitId, Array<UnitId>>()
  for (const { station, standing } of Network.on(stations, point.on)) {
    const main = standing.tier === "sub" ? Network.standing(stations, standing.main, point.on) : standing
    if (main?.tier !== "main") continue
    places.set(main.cluster, [...(places.get(main.cluster) ?? []), station.opened.place])
  }
  return places
}

const reachable = (book: StationBook.StationBook, reach: Reach) => {
  const { view } = book.scene
  const [opened, clusters] = [openedTo(book), ofClusters(book)]
  const known = new Map<UnitId, ReadonlyArray<UnitId>>()
  const inCluster = (cluster: UnitId): ReadonlyArray<UnitId> => {
    const all = known.get(cluster) ?? [...Extent.within(view, cluster), ...(clusters.get(cluster) ?? [])]
    known.set(cluster, all)
    return all
  }
  return (building: UnitId): ReadonlyArray<UnitId> => {
    const cluster = View.nearest(view, "location", building, { archetype: "cluster" })
    const around = [building, ...View.ancestors(view, "location", building)]
    return [
      ...Extent.within(view, building),
      ...around.flatMap((one) => opened.get(one) ?? []),
      ...(reach === "cluster" && cluster !== undefined ? inCluster(cluster) : [])
    ]
  }
}

/** Buildings with much staff and no station in reach. Cost: as `Placement.reach`. Source: H-11. */
export const of = (
  book: StationBook.StationBook,
  from: StaffKnown.Sources,
  within: UnitId | undefined,
  { atLeast, reach, limit }: Wanted
): Gaps => {
  const { view } = book.scene
  const places = new Set(within === undefined ? View.units(view).map(({ id }) => id) : Extent.within(view, within))
  const known = new Map(
    Extent.buildings(view, { unit: within, places }).map((place) => [place, StaffKnown.of(from, place)] as const)
  )
  const buildings = [...known].map(([place, staff]) => ({ place, staff: StaffKnown.count(staff) }))
  const reached = Placement.reach(book.stations, book.point.on, buildings, reachable(book, reach))
  const { covered, staff, staffCovered, uncovered } = Placement.review(reached, atLeast)
  const isSure = new Set(uncovered.map(({ place }) => place))
  const others = reached.filter(({ stations, place }) => stations.length === 0 && !isSure.has(place))
  const unsure = others.filter((one) => one.staff.qualifier === "atLeast")
  const shown = (some: ReadonlyArray<Placement.Building>): ReadonlyArray<Building> =>
    some.slice(0, limit).flatMap(({ place }) => {
      const one = known.get(place)
      const cluster = View.nearest(view, "location", place, { archetype: "cluster" })
      const named = {
        place: Naming.unit(view, place),
        cluster: cluster === undefined ? null : Naming.unit(view, cluster)
      }
      return one === undefined ? [] : [{ ...named, ...one }]
    })
  return {
    atLeast,
    reach,
    buildings: buildings.length,
    covered,
    staff,
    staffCovered,
    found: uncovered.length,
    uncovered: shown(uncovered),
    unsureFound: unsure.length,
    unsure: shown(unsure.toSorted((a, b) => b.staff.value - a.staff.value || (a.place < b.place ? -1 : 1))),
    small: others.length - unsure.length
  }
}
