import type { Identifier } from "@louyu/kernel"
import * as Archetype from "../Archetype.ts"
import * as Links from "../Links.ts"
import * as Relation from "../Relation.ts"
import * as Scope from "../Scope.ts"
import type { Kind } from "../Structure.ts"
import * as Tenants from "../Tenants.ts"
import * as View from "../View.ts"
import { type Check, when } from "./Check.ts"

type UnitId = Identifier.UnitId

const ownGrids = (view: View.View, place: UnitId): ReadonlyArray<string> =>
  Links.targets(view.state.grids, place, view.on).map((end) => end.id)

// A grid inside a grid cuts its own place; what lies deeper falls into the same two and need not be told again.
const overlaps: Check = (view, unit, kind) => {
  const own = Archetype.isPlace(kind.archetype) ? ownGrids(view, unit.id) : []
  if (own.length === 0) return []
  const around = View.ancestors(view, "location", unit.id).flatMap((place) => ownGrids(view, place))
  const grids = new Set([...own, ...around])
  return when(view, grids.size > 1, "gridOverlap", unit.id, () => [...grids].join(", "))
}

const elsewhere: Check = (view, unit, kind) => {
  const own = Archetype.isPlace(kind.archetype) ? ownGrids(view, unit.id) : []
  const building = own.length === 0 ? undefined : Scope.buildingOf(view, unit.id)
  return own.flatMap((grid) => {
    const isElsewhere = building === undefined || Scope.buildingOf(view, grid as UnitId) !== building
    return when(view, isElsewhere, "gridElsewhere", unit.id, () => grid)
  })
}

/** Whether a building has micro-grids; asked once a building. */
type HasGrids = (view: View.View, building: UnitId) => boolean

const remembered = (): HasGrids => {
  const known = new Map<UnitId, boolean>()
  return (view, building) => {
    const isMicroGrid = (id: UnitId) => View.archetype(view, id) === "microGrid"
    const found = known.get(building) ?? View.descendants(view, "location", building).some(isMicroGrid)
    known.set(building, found)
    return found
  }
}

// A building nobody has divided yet is one thing to do, not one for every room in it.
const missing =
  (hasGrids: HasGrids): Check =>
  (view, unit, kind) => {
    if (kind.archetype !== "building" || hasGrids(view, unit.id)) return []
    return when(view, Tenants.of(view, unit.id).length > 0, "gridMissing", unit.id)
  }

const liesInRoom = (view: View.View, id: UnitId): boolean =>
  Scope.near(view, id).some((place) => View.archetype(view, place) === "lettableUnit")

// A let unit, or a tenant of a building that sits in none: on an open floor, or in a hall.
const gaps =
  (hasGrids: HasGrids): Check =>
  (view, unit, kind) => {
    const isRoom = kind.archetype === "lettableUnit"
    if (!isRoom && !Archetype.isEnterprise(kind.archetype)) return []
    if (Relation.gridOf(view, unit.id) !== undefined) return []
    const building = Scope.buildingOf(view, unit.id)
    if (building !== undefined && !hasGrids(view, building)) return []
    const isGap = isRoom ? Tenants.of(view, unit.id).length > 0 : building !== undefined && !liesInRoom(view, unit.id)
    return when(view, isGap, "gridGap", unit.id)
  }

// The lowest regions there are: the community where a city has that level, any region where it has no levels.
const communityKinds = (view: View.View): ReadonlySet<string> => {
  const { kinds, levels } = view.index.structure
  const rank = (kind: Kind) => levels.location.findIndex((level) => level.id === kind.level?.location)
  const regions = kinds.filter((kind) => kind.archetype === "region")
  const lowest = Math.max(...regions.map(rank))
  return new Set(regions.filter((kind) => rank(kind) === lowest).map((kind) => kind.id))
}

const gridsThemselves = (): Check => {
  let communities: ReadonlySet<string> | undefined
  return (view, unit, kind) => {
    if (kind.archetype !== "microGrid") return []
    communities ??= communityKinds(view)
    const isCommunity = (id: UnitId) => communities?.has(View.kind(view, id) ?? "") === true
    const tenants = Tenants.ofGrid(view, unit.id).length
    const limit = view.index.structure.gridTenantLimit ?? Number.POSITIVE_INFINITY
    const liesInOne = View.ancestors(view, "location", unit.id).some(isCommunity)
    return [
      ...when(view, Relation.placesOf(view, unit.id).length === 0, "gridEmpty", unit.id),
      ...when(view, tenants >= limit, "gridFull", unit.id, () => `${tenants}`),
      ...when(view, Relation.chatGroup(view, unit.id) === undefined, "gridWithoutChatGroup", unit.id),
      ...when(view, !liesInOne, "gridWithoutCommunity", unit.id)
    ]
  }
}

/**
 * Whether micro-grids divide what is let without gap or overlap, and are in order themselves. Nothing is looked at in a
 * city whose structure has no micro-grids.
 * Source: P-05, invariant 5, domain 2.3.
 */
export const checks = (view: View.View): ReadonlyArray<Check> => {
  if (!view.index.structure.kinds.some((kind) => kind.archetype === "microGrid")) return []
  const hasGrids = remembered()
  return [overlaps, elsewhere, missing(hasGrids), gaps(hasGrids), gridsThemselves()]
}
