import { Occupancy, Presence, type RentRoll, Residence } from "@louyu/economy"
import type { CivilDate, Identifier, Text } from "@louyu/kernel"
import { Demand, Past, ServiceList, State } from "@louyu/matching"
import { Archetype, Coverage, Figure, type Structure, View } from "@louyu/organisation"
import { StayBook, Staying } from "@louyu/recruitment"
import * as HashMap from "effect/HashMap"

type UnitId = Identifier.UnitId

/** What an overview is made of: what each domain of a city shows. */
export interface Material {
  readonly organisation: View.View
  readonly rentRoll: RentRoll.RentRoll
  readonly lists: State.State
  readonly stays: StayBook.StayBook
}

/** How many units of a kind there are. */
export interface OfKind {
  readonly kind: Structure.KindId
  readonly names: Text.Text
  readonly units: ReadonlyArray<UnitId>
}

/** The Party bodies of a place, their members, and how far its enterprises are covered. */
export interface PartyRegistry {
  readonly bodies: ReadonlyArray<OfKind>
  /** Of the bodies listed, each member once; of bodies below them elsewhere, none. */
  readonly members: { readonly full: number; readonly probationary: number }
  readonly coverage: Coverage.Coverage
}

/** Who uses the space of a place, and how much is free. */
export interface EnterpriseOccupancy {
  readonly tenants: ReadonlyArray<UnitId>
  readonly occupancy: Occupancy.Occupancy
  readonly residence: Residence.Residence
}

/** What is done there together: items offered, needs and projects by where they stand. */
export interface CoBuiltServices {
  readonly items: number
  readonly byDomain: Readonly<Record<string, number>>
  readonly needs: Readonly<Record<"open" | "met" | "closed", number>>
  readonly projects: Readonly<Record<State.ProjectStatus, number>>
}

/** What everybody there can use: stations, resources with what is free, and transitional offices. */
export interface PublicFacilities {
  readonly stations: ReadonlyArray<OfKind>
  readonly resources: ReadonlyArray<Demand.Free>
  readonly offices: ReadonlyArray<Staying.Utilisation>
}

/** A place on a day as the digital system of a business district shows it: four registers side by side. Source: P-28. */
export interface Overview {
  readonly place: UnitId
  readonly on: CivilDate.CivilDate
  readonly partyRegistry: PartyRegistry
  readonly enterpriseOccupancy: EnterpriseOccupancy
  readonly coBuiltServices: CoBuiltServices
  readonly publicFacilities: PublicFacilities
}

const kindsOf = (view: View.View, ids: ReadonlyArray<UnitId>): ReadonlyArray<OfKind> => {
  const kinds = view.index.structure.kinds
  const groups = Map.groupBy(ids, (id) => View.kind(view, id))
  return kinds.flatMap(({ id, names }) => {
    const units = groups.get(id)
    return units === undefined ? [] : [{ kind: id, names, units }]
  })
}

const tally = <K extends string>(keys: ReadonlyArray<K>, values: Iterable<K>): Readonly<Record<K, number>> => {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const value of values) counts[value] += 1
  return counts
}

const partyRegistry = (view: View.View, place: UnitId, inside: ReadonlyArray<UnitId>): PartyRegistry => {
  const bodies = inside.filter((id) => {
    const archetype = View.archetype(view, id)
    return archetype !== undefined && Archetype.isPartyBody(archetype)
  })
  // A body counts for those below it, so only what stands below no other one here is added up.
  const here = new Set<string>(bodies)
  const tops = bodies.filter((id) => View.ancestors(view, "command", id).every((above) => !here.has(above)))
  const members = tops.map((id) => Figure.members(view, id))
  return {
    bodies: kindsOf(view, bodies),
    members: {
      full: members.reduce((sum, { full }) => sum + full, 0),
      probationary: members.reduce((sum, { probationary }) => sum + probationary, 0)
    },
    coverage: Coverage.of(view, { within: place })
  }
}

const coBuiltServices = (
  recorded: State.State,
  on: CivilDate.CivilDate,
  here: ReadonlySet<string>
): CoBuiltServices => {
  const lists = Past.asOf(recorded, on)
  const offered = State.allOfferings(lists).flatMap(({ list, item, place, life }) => {
    const known = here.has(place) && life.from <= on && (life.to === undefined || on < life.to)
    const version = known ? State.list(lists, list, on) : undefined
    const found = version === undefined ? undefined : ServiceList.item(version, item)
    return found === undefined ? [] : [[`${list} ${item}`, found.domain] as const]
  })
  const items = new Map(offered)
  const needs = [...State.needs(lists)].filter(({ need }) => here.has(need.place))
  const projects = [...State.projects(lists)].filter(({ project }) => here.has(project.place))
  return {
    items: items.size,
    byDomain: tally([...new Set(items.values())].toSorted(), items.values()),
    needs: tally(
      ["open", "met", "closed"],
      needs.map(({ status }) => status)
    ),
    projects: tally(
      ["proposed", "approved", "completed", "cancelled", "merged"],
      projects.map(({ status }) => status)
    )
  }
}

/**
 * A place on a day, with everything that lies in it.
 *
 * Shape: `undefined` when there is no such place on the day. Every rate says what it is of.
 * Cost: O(what lies in the place and was recorded of it).
 * Source: P-28.
 */
export const of = ({ organisation: view, rentRoll, lists, stays }: Material, place: UnitId): Overview | undefined => {
  const { on } = view
  if (View.unit(view, place) === undefined) return undefined
  const inside = [place, ...View.descendants(view, "location", place)]
  const here = new Set<string>(inside)
  const stations = inside.filter((id) => View.archetype(view, id) === "station")
  const offices = new Map([...StayBook.offices(stays)].map(({ office }) => [office.office, office.place] as const))
  const resources = new Map(
    [...HashMap.values(lists.resources)].map(({ resource }) => [resource.resource, resource.place] as const)
  )
  return {
    place,
    on,
    partyRegistry: partyRegistry(view, place, inside),
    enterpriseOccupancy: {
      tenants: Presence.on(rentRoll, on, inside),
      occupancy: Occupancy.on(rentRoll, on, inside),
      residence: Residence.on(rentRoll, on, inside)
    },
    coBuiltServices: coBuiltServices(lists, on, here),
    publicFacilities: {
      stations: kindsOf(view, stations),
      resources: Demand.freeOn(Past.asOf(lists, on), on).filter(({ resource }) =>
        here.has(resources.get(resource) ?? "")
      ),
      offices: Staying.utilisation(stays, on).filter(({ office }) => here.has(offices.get(office) ?? ""))
    }
  }
}
