import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Links from "../Links.ts"
import { GridElsewhere, GridOverlap, type OrganisationError } from "../OrganisationError.ts"
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
import * as Suitability from "./Suitability.ts"

type UnitId = Identifier.UnitId
type Checked = Result.Result<void, GridOverlap | GridElsewhere>

const fine: Checked = Result.succeed(undefined)

/** The buildings a unit is or lies in on the days of a period; the nearest one counts. */
function* buildingsOf(
  context: Context,
  state: State.State,
  id: UnitId,
  period: Period.Period
): Iterable<Timeline.Entry<UnitId>> {
  const unit = State.unit(state, id)
  if (unit === undefined) return
  for (const kind of Timeline.restrict(unit.kind, period)) {
    if (context.index.kinds.get(kind.value)?.archetype === "building") {
      yield { ...kind, value: id }
      continue
    }
    for (const entry of Timeline.restrict(unit.superior.location, during(kind))) {
      yield* buildingsOf(context, state, entry.value, during(entry))
    }
  }
}

/** Checks that a place and a micro-grid lie in the same building on every day of a period. */
const checkBuilding = (
  context: Context,
  state: State.State,
  place: UnitId,
  grid: UnitId,
  period: Period.Period
): Result.Result<void, GridElsewhere> => {
  const ofGrid = [...buildingsOf(context, state, grid, period)]
  let apart: ReadonlyArray<Period.Period> = [period]
  for (const entry of buildingsOf(context, state, place, period)) {
    for (const other of ofGrid) {
      const shared = entry.value === other.value ? Period.intersect(entry, other) : undefined
      if (shared !== undefined) apart = apart.flatMap((days) => Period.subtract(days, shared))
    }
  }
  const on = apart[0]?.from
  return on === undefined ? Result.succeed(undefined) : Result.fail(new GridElsewhere({ place, grid, on }))
}

// Every place around or inside a place, with the days it is.
function* related(
  state: State.State,
  id: UnitId,
  period: Period.Period
): IterableIterator<readonly [UnitId, Period.Period]> {
  const up: Array<readonly [UnitId, Period.Period]> = [[id, period]]
  for (let next = up.pop(); next !== undefined; next = up.pop()) {
    for (const entry of Timeline.restrict(State.unit(state, next[0])?.superior.location ?? [], next[1])) {
      up.push([entry.value, during(entry)])
      yield [entry.value, during(entry)]
    }
  }
  yield* inside(state, id, period)
}

// Every place inside a place, with the days it is; what is inside a closed one is left out.
function* inside(
  state: State.State,
  id: UnitId,
  period: Period.Period,
  isClosed: (unit: Unit.Unit, days: Period.Period) => boolean = () => false
): IterableIterator<readonly [UnitId, Period.Period]> {
  const down: Array<readonly [UnitId, Period.Period]> = [[id, period]]
  for (let next = down.pop(); next !== undefined; next = down.pop()) {
    for (const [child, entry] of State.everBelow(state, "location", next[0])) {
      const shared = Period.intersect(entry, next[1])
      if (shared === undefined) continue
      if (!isClosed(child, shared)) down.push([child.id, shared])
      yield [child.id, shared]
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
    const over = Links.targetOverTime(state.grids, placeId)
    const period = holds(from, Timeline.nextChange(over, from), grid.life.to, place.life.to)
    if (alreadyHolds(over, period, (known) => known === grid.id)) return nothing
    const checks: ReadonlyArray<() => Result.Result<void, OrganisationError>> = [
      () => Suitability.isGrid(context, grid, period),
      () => Suitability.isGridded(context, place, period),
      () => checkBuilding(context, state, placeId, grid.id, period),
      () => checkOverlap(state, placeId, grid.id, period)
    ]
    for (const check of checks) {
      const checked = check()
      if (Result.isFailure(checked)) return Result.fail(checked.failure)
    }
    return facts({ _tag: "PlaceAssigned", place: placeId, grid: grid.id, ...period })
  })

const checkPlace = (context: Context, state: State.State, id: UnitId, period: Period.Period): Checked => {
  for (const entry of Timeline.restrict(Links.targetOverTime(state.grids, id), period)) {
    const grid = entry.value as UnitId
    const checked: Checked = Result.flatMap(checkOverlap(state, id, grid, during(entry)), () =>
      checkBuilding(context, state, id, grid, during(entry))
    )
    if (Result.isFailure(checked)) return checked
  }
  return fine
}

/** Checks every place of a micro-grid on the days of a period. */
export const checkGrid = (context: Context, state: State.State, grid: UnitId, period: Period.Period): Checked => {
  for (const place of Links.sourcesEver(state.grids, grid)) {
    for (const entry of Timeline.restrict(Links.between(state.grids, place, grid), period)) {
      const checked = checkPlace(context, state, place as UnitId, during(entry))
      if (Result.isFailure(checked)) return checked
    }
  }
  return fine
}

/**
 * Checks that a unit that moved or changed its kind, and all inside it, still overlaps no other grid, and that places
 * and their grids are still in the same building.
 *
 * Cost: O(units inside), down to the first buildings when it lies in none; nothing where no place belongs to a grid.
 */
export const checkMoved = (context: Context, state: State.State, id: UnitId, period: Period.Period): Checked => {
  if (HashMap.isEmpty(state.grids.bySource)) return fine
  // What lies in a building goes where the building goes, and stays as it was.
  const isOutside = [...buildingsOf(context, state, id, period)].length === 0
  const isClosed = (unit: Unit.Unit, days: Period.Period): boolean =>
    isOutside && Result.isSuccess(Suitability.isBuilding(context, unit, days))
  const all: ReadonlyArray<readonly [UnitId, Period.Period]> = [[id, period], ...inside(state, id, period, isClosed)]
  for (const [one, days] of all) {
    const checked: Checked = Result.flatMap(checkPlace(context, state, one, days), () =>
      checkGrid(context, state, one, days)
    )
    if (Result.isFailure(checked)) return checked
  }
  return fine
}

export const decisions: Decisions<"AssignToGrid" | "RelocateUnit"> = {
  RelocateUnit: (context, state, { unit, within, from }) =>
    inTurn(context, state, [
      (now) => Standing.placeFrom(context, now, "location", unit, within, from),
      (now) => (now === state ? nothing : Result.flatMap(checkMoved(context, now, unit, { from }), () => nothing))
    ]),
  AssignToGrid: (context, state, { grid: id, places, from }) =>
    Result.flatMap(State.living(state, id, from), (grid) =>
      inTurn(
        context,
        state,
        places.map((place) => (now: State.State) => assign(context, now, grid, place, from))
      )
    )
}

export const effects: Effects<"PlaceAssigned"> = {
  PlaceAssigned: (state, event) => ({
    ...state,
    grids: Links.replace(state.grids, event.place, event.grid, during(event), true)
  })
}
