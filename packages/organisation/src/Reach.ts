import type { Identifier } from "@louyu/kernel"
import * as Relation from "./Relation.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/** A station that serves a unit, and why. */
export interface Service {
  readonly station: UnitId
  /** `here`: in the same building, or in a place around it; `main`: the main station of one here; `shared`: opened to it. */
  readonly by: "here" | "main" | "shared"
}

const isStation = (view: View.View, id: UnitId): boolean => View.archetype(view, id) === "station"

/**
 * The stations that serve a unit on the date: those in its building or a place around it, their main stations, and those opened to it or
 * to a place around it by taking part.
 *
 * Shape: nearest first; each station once, for the first reason that applies.
 * Cost: O(units in the building).
 * Source: R1-17, H-10, P-17, P-40 ("use rather than own").
 */
export const stationsFor = (view: View.View, unit: UnitId): ReadonlyArray<Service> => {
  const around = [unit, ...View.ancestors(view, "location", unit)]
  const building = View.nearest(view, "location", unit, { archetype: "building" })
  const inBuilding = building === undefined ? [] : View.descendants(view, "location", building)
  const here = [
    ...inBuilding.filter((id) => isStation(view, id)),
    ...around.flatMap((place) => View.childrenOf(view, "location", place, { archetype: "station" }))
  ]
  const mains = here.flatMap((station) => View.ancestors(view, "command", station).filter((id) => isStation(view, id)))
  const shared = around.flatMap((place) =>
    Relation.takesPartIn(view, { unit: place }).filter((body) => isStation(view, body))
  )
  const found = new Map<UnitId, Service["by"]>()
  const add = (stations: ReadonlyArray<UnitId>, by: Service["by"]): void => {
    for (const station of stations) if (!found.has(station)) found.set(station, by)
  }
  add(here, "here")
  add(mains, "main")
  add(shared, "shared")
  return [...found].map(([station, by]) => ({ station, by }))
}

/**
 * The units that a station serves beyond the place it lies in: those it was opened to.
 *
 * Source: R1-17, P-40.
 */
export const openedTo = (view: View.View, station: UnitId): ReadonlyArray<UnitId> =>
  Relation.participants(view, station).flatMap(({ member }) => ("unit" in member ? [member.unit] : []))
