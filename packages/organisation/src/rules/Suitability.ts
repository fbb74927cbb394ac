import type { Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Archetype from "../Archetype.ts"
import * as Links from "../Links.ts"
import { FunctionalHoldsNoMembers, NotFunctional, type OrganisationError } from "../OrganisationError.ts"
import * as State from "../State.ts"
import type { Nature } from "../Structure.ts"
import type * as Unit from "../Unit.ts"
import { type Context, during } from "./Rule.ts"
import { checkArchetype } from "./Standing.ts"

type Checked = Result.Result<void, OrganisationError>
type Check = (context: Context, unit: Unit.Unit, period: Period.Period) => Checked

const fine: Checked = Result.succeed(undefined)

const firstDayOf = (unit: Unit.Unit, nature: Nature, period: Period.Period) =>
  Timeline.restrict(unit.nature, period).find((entry) => entry.value === nature)?.from

const notFunctional: Check = (_context, unit, period) => {
  const on = firstDayOf(unit, "functional", period)
  return on === undefined ? fine : Result.fail(new FunctionalHoldsNoMembers({ unit: unit.id, on }))
}

/** Checks that a unit is a Party body that holds membership on every day of a period (invariant 4). */
export const holdsMembers: Check = (context, unit, period) =>
  Result.flatMap(
    checkArchetype(context, unit, period, Archetype.isPartyBody, ["branch", "generalBranch", "committee"]),
    () => notFunctional(context, unit, period)
  )

/** Checks that members of a unit may be counted on every day of a period: they belong to it or, in an enterprise, work there. */
export const isCounted: Check = (context, unit, period) => {
  for (const entry of Timeline.restrict(unit.kind, period)) {
    const archetype = context.index.kinds.get(entry.value)?.archetype
    if (archetype !== undefined && Archetype.isEnterprise(archetype)) continue
    const checked = holdsMembers(context, unit, during(entry))
    if (Result.isFailure(checked)) return checked
  }
  return fine
}

/** Checks that a unit is a branch that may cover enterprises on every day of a period. */
export const covers: Check = (context, unit, period) =>
  Result.flatMap(checkArchetype(context, unit, period, Archetype.isBranch, ["branch"]), () =>
    notFunctional(context, unit, period)
  )

/** Checks that a unit is an enterprise on every day of a period. */
export const isEnterprise: Check = (context, unit, period) =>
  checkArchetype(context, unit, period, Archetype.isEnterprise, ["enterprise", "soleTrader"])

/** Checks that one can take part in a unit on every day of a period: a body that has no members of its own. */
export const isJoinable: Check = (context, unit, period) => {
  const isBody = checkArchetype(context, unit, period, (archetype) => !Archetype.isPlace(archetype), ["body"])
  if (Result.isFailure(isBody)) return isBody
  const on = firstDayOf(unit, "entity", period)
  return on === undefined ? fine : Result.fail(new NotFunctional({ unit: unit.id, on }))
}

/** Checks that a unit is a building on every day of a period. */
export const isBuilding: Check = (context, unit, period) =>
  checkArchetype(context, unit, period, (archetype) => archetype === "building", ["building"])

/** Checks that a unit is a micro-grid on every day of a period. */
export const isGrid: Check = (context, unit, period) =>
  checkArchetype(context, unit, period, (archetype) => archetype === "microGrid", ["microGrid"])

/** Checks that a unit is a place that can belong to a micro-grid on every day of a period. */
export const isGridded: Check = (context, unit, period) =>
  checkArchetype(context, unit, period, (archetype) => archetype !== "microGrid" && Archetype.isPlace(archetype), [
    "floor",
    "lettableUnit",
    "tower",
    "building"
  ])

function* incoming<V>(links: Links.Links<V>, unit: Unit.Unit): Iterable<Period.Period> {
  for (const source of Links.sourcesEver(links, unit.id)) yield* Links.between(links, source, unit.id)
}

/**
 * Checks that everything a unit has on the days of a period still fits what it is: members, counts, enterprises, those
 * who take part in it, places of a grid.
 */
export const check = (
  context: Context,
  state: State.State,
  id: Identifier.UnitId,
  period: Period.Period
): Result.Result<void, OrganisationError> => {
  const unit = State.unit(state, id)
  if (unit === undefined) return fine
  const uses: ReadonlyArray<readonly [Iterable<Period.Period>, Check]> = [
    [incoming(state.homes, unit), holdsMembers],
    [unit.counts, isCounted],
    [incoming(state.coverage, unit), covers],
    [Links.targetOverTime(state.coverage, id), isEnterprise],
    [incoming(state.participation, unit), isJoinable],
    [incoming(state.grids, unit), isGrid],
    [Links.targetOverTime(state.grids, id), isGridded]
  ]
  for (const [days, fits] of uses) {
    for (const used of days) {
      const shared = Period.intersect(used, period)
      const checked = shared === undefined ? fine : fits(context, unit, shared)
      if (Result.isFailure(checked)) return checked
    }
  }
  return fine
}
