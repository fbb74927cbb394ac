import type { Identifier } from "@louyu/kernel"
import * as Relation from "./Relation.ts"
import * as Scope from "./Scope.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/** A station that serves a unit, and why. */
export interface Service {
  readonly station: UnitId
  /** `here`: in the same building, or in a place around it; `main`: the main station of one here; `shared`: opened to it. */
  readonly by: "here" | "main" | "shared"
}

const isStation = (view: View.View, id: UnitId): boolean => View.archetype(view, id) === "station"

// In a building whatever lies in it counts, the nearest first.
const inBuilding = (view: View.View, building: UnitId, unit: UnitId): ReadonlyArray<UnitId> => {
  const steps = new Map([unit, ...View.ancestors(view, "location", unit)].map((place, step) => [place, step]))
  const distance = (station: UnitId): number => {
    const shared = View.commonSuperior(view, "location", station, unit)
    return (shared === undefined ? undefined : steps.get(shared)) ?? steps.size
  }
  return View.descendants(view, "location", building)
    .filter((id) => id !== unit && isStation(view, id))
    .map((station) => ({ station, distance: distance(station) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ station }) => station)
}

// In a district only what stands in the open: what lies in another building does not.
const inTheOpen = (view: View.View, place: UnitId): ReadonlyArray<UnitId> =>
  View.children(view, "location", place).flatMap((id) => {
    if (isStation(view, id)) return [id]
    return View.archetype(view, id) === "site" ? inTheOpen(view, id) : []
  })

const here = (view: View.View, unit: UnitId): ReadonlyArray<UnitId> => {
  const building = View.nearest(view, "location", unit, { archetype: "building" })
  const around = [unit, ...View.ancestors(view, "location", unit)]
  const beyond = building === undefined ? around : around.slice(around.indexOf(building) + 1)
  const inside = building === undefined ? [] : inBuilding(view, building, unit)
  return [...inside, ...beyond.flatMap((place) => inTheOpen(view, place))].filter((station) => station !== unit)
}

/**
 * The stations that serve a unit on the date: those in its building or standing in a place around it, their main
 * stations, and those opened to the unit or to a place around it.
 *
 * Shape: nearest first; each station once, for the first reason that applies. A station is opened to a unit by letting
 * the unit take part in it.
 * Cost: O(units in the building x depth).
 * Source: R1-17, H-10, P-17, P-40 ("use rather than own").
 */
export const stationsFor = (view: View.View, unit: UnitId): ReadonlyArray<Service> => {
  const around = [unit, ...View.ancestors(view, "location", unit)]
  const near = here(view, unit)
  const mains = near.flatMap((station) => View.ancestors(view, "command", station).filter((id) => isStation(view, id)))
  const shared = around.flatMap((place) =>
    Relation.takesPartIn(view, { unit: place }).filter((body) => isStation(view, body))
  )
  const found = new Map<UnitId, Service["by"]>()
  const add = (stations: ReadonlyArray<UnitId>, by: Service["by"]): void => {
    for (const station of stations) if (station !== unit && !found.has(station)) found.set(station, by)
  }
  add(near, "here")
  add(mains, "main")
  add(shared, "shared")
  return [...found].map(([station, by]) => ({ station, by }))
}

/**
 * The units that a station serves beyond the place it lies in: those it was opened to.
 *
 * Source: R1-17, P-40, F-13.
 */
export const openedTo = (view: View.View, station: UnitId): ReadonlyArray<UnitId> =>
  Relation.participants(view, station).flatMap(({ member }) => ("unit" in member ? [member.unit] : []))

/** A main station and the stations that belong to it. */
export interface Network {
  readonly main: UnitId
  readonly subs: ReadonlyArray<UnitId>
}

/**
 * The station networks of a place, or of all: every main station, which has no station above it, with its sub-stations.
 *
 * Shape: a main without sub-stations is there too; a sub-station counts with its main, wherever it lies.
 * Cost: O(units there + stations).
 * Source: R1-17, H-10 (30 main and 132 sub-stations), P-17.
 */
export const networks = (view: View.View, within?: UnitId): ReadonlyArray<Network> =>
  Scope.units(view, within)
    .filter(({ id }) => isStation(view, id) && !View.ancestors(view, "command", id).some((up) => isStation(view, up)))
    .map(({ id }) => ({
      main: id,
      subs: View.descendants(view, "command", id).filter((below) => isStation(view, below))
    }))
