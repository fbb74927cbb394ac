import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Archetype from "../Archetype.ts"
import * as Links from "../Links.ts"
import { GridElsewhere, GridOverlap, WrongArchetype } from "../OrganisationError.ts"
import * as State from "../State.ts"
import type * as Unit from "../Unit.ts"
import {
  alreadyHolds,
  type Context,
  type Decision,
  type Decisions,
  during,
  type Effects,
  facts,
  holds,
  inTurn,
  nothing
} from "./Rule.ts"
import * as Standing from "./Standing.ts"

type UnitId = Identifier.UnitId

/** The building a unit is or lies in on a date. */
export const buildingOf = (
  context: Context,
  state: State.State,
  id: UnitId,
  on: CivilDate.CivilDate
): UnitId | undefined => {
  for (let next: UnitId | undefined = id; next !== undefined; ) {
    const unit: Unit.Unit | undefined = State.unit(state, next)
    if (unit === undefined) return undefined
    if (Standing.archetypeOn(context, unit, on) === "building") return next
    next = Timeline.at(unit.superior.location, on)
  }
  return undefined
}

// Every place around or inside a place, with the days it is.
function* related(
  state: State.State,
  id: UnitId,
  period: Period.Period
): IterableIterator<readonly [UnitId, Period.Period]> {
  const up: Array<readonly [UnitId, Period.Period]> = [[id, period]]
  for (let next = up.pop(); next !== undefined; next = up.pop()) {
    for (const entry of State.unit(state, next[0])?.superior.location ?? []) {
      const shared = Period.intersect(entry, next[1])
      if (shared !== undefined) up.push([entry.value, shared])
      if (shared !== undefined) yield [entry.value, shared]
    }
  }
  const down: Array<readonly [UnitId, Period.Period]> = [[id, period]]
  for (let next = down.pop(); next !== undefined; next = down.pop()) {
    for (const [child, entry] of State.everBelow(state, "location", next[0])) {
      const shared = Period.intersect(entry, next[1])
      if (shared !== undefined) down.push([child.id, shared])
      if (shared !== undefined) yield [child.id, shared]
    }
  }
}

/** Checks that nothing around or inside a place belongs to another grid on any day of a period. */
const checkOverlap = (
  state: State.State,
  place: UnitId,
  grid: UnitId,
  period: Period.Period
): Result.Result<void, GridOverlap> => {
  for (const [other, days] of related(state, place, period)) {
    const rival = Timeline.restrict(Links.targetOverTime(state.grids, other), days).find(
      (entry) => entry.value !== grid
    )
    if (rival !== undefined) {
      return Result.fail(new GridOverlap({ place, other, grid: rival.value, on: rival.from }))
    }
  }
  return Result.succeed(undefined)
}

const assign = (
  context: Context,
  state: State.State,
  grid: Unit.Unit,
  placeId: UnitId,
  from: CivilDate.CivilDate
): Decision =>
  Result.flatMap(State.living(state, placeId, from), (place): Decision => {
    const archetype = Standing.archetypeOn(context, place, from)
    if (archetype === undefined || archetype === "microGrid" || !Archetype.isPlace(archetype)) {
      const expected = ["floor", "lettableUnit", "tower", "building"]
      return Result.fail(new WrongArchetype({ unit: placeId, archetype: archetype ?? "?", expected }))
    }
    const over = Links.targetOverTime(state.grids, placeId)
    const period = holds(from, Timeline.nextChange(over, from), grid.life.to, place.life.to)
    if (alreadyHolds(over, period, (known) => known === grid.id)) return nothing
    const building = buildingOf(context, state, grid.id, from)
    if (building === undefined || buildingOf(context, state, placeId, from) !== building) {
      return Result.fail(new GridElsewhere({ place: placeId, grid: grid.id, on: from }))
    }
    return Result.flatMap(checkOverlap(state, placeId, grid.id, period), () =>
      facts({ _tag: "PlaceAssigned", place: placeId, grid: grid.id, ...period })
    )
  })

/**
 * Checks that a place that moved, and all inside it, still overlaps no other grid and stays in its grid's building.
 */
export const checkMoved = (
  context: Context,
  state: State.State,
  id: UnitId,
  period: Period.Period
): Result.Result<void, GridOverlap | GridElsewhere> => {
  const moved: Array<readonly [UnitId, Period.Period]> = [[id, period]]
  for (let next = moved.pop(); next !== undefined; next = moved.pop()) {
    for (const entry of Timeline.restrict(Links.targetOverTime(state.grids, next[0]), next[1])) {
      const grid = entry.value as UnitId
      const overlap = checkOverlap(state, next[0], grid, during(entry))
      if (Result.isFailure(overlap)) return overlap
      if (buildingOf(context, state, next[0], entry.from) !== buildingOf(context, state, grid, entry.from)) {
        return Result.fail(new GridElsewhere({ place: next[0], grid, on: entry.from }))
      }
    }
    for (const [child, entry] of State.everBelow(state, "location", next[0])) {
      const shared = Period.intersect(entry, next[1])
      if (shared !== undefined) moved.push([child.id, shared])
    }
  }
  return Result.succeed(undefined)
}

export const decisions: Decisions<"AssignToGrid" | "RelocateUnit"> = {
  RelocateUnit: (context, state, { unit, within, from }) =>
    inTurn(context, state, [
      (now) => Standing.placeFrom(context, now, "location", unit, within, from),
      (now) => Result.flatMap(checkMoved(context, now, unit, { from }), () => nothing)
    ]),
  AssignToGrid: (context, state, { grid: id, places, from }) =>
    Result.flatMap(State.living(state, id, from), (grid): Decision => {
      const archetype = Standing.archetypeOn(context, grid, from)
      if (archetype !== "microGrid") {
        return Result.fail(new WrongArchetype({ unit: id, archetype: archetype ?? "?", expected: ["microGrid"] }))
      }
      return inTurn(
        context,
        state,
        places.map((place) => (now: State.State) => assign(context, now, grid, place, from))
      )
    })
}

export const effects: Effects<"PlaceAssigned"> = {
  PlaceAssigned: (state, event) => ({
    ...state,
    grids: Links.replace(state.grids, event.place, event.grid, during(event), true)
  })
}
