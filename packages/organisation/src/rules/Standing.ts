import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Archetype } from "../Archetype.ts"
import type { Event } from "../Event.ts"
import {
  CycleRejected,
  OnePerPlace,
  type OrganisationError,
  SelfReference,
  SuperiorRejected,
  WrongArchetype
} from "../OrganisationError.ts"
import * as State from "../State.ts"
import type { KindId, Line } from "../Structure.ts"
import * as StructureIndex from "../StructureIndex.ts"
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
  nothing
} from "./Rule.ts"

type UnitId = Identifier.UnitId

/** The first day of a period on which a unit stands above another or is it, or `undefined`. Walks up through time. */
export const firstDayAbove = (
  state: State.State,
  line: Line,
  above: UnitId,
  below: UnitId,
  period: Period.Period
): CivilDate.CivilDate | undefined => {
  if (above === below) return period.from
  let first: CivilDate.CivilDate | undefined
  const pending: Array<readonly [UnitId, Period.Period]> = [[below, period]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [id, days] = next
    for (const entry of State.unit(state, id)?.superior[line] ?? []) {
      const shared = Period.intersect(entry, days)
      if (shared === undefined || (first !== undefined && shared.from >= first)) continue
      if (entry.value === above) first = shared.from
      else pending.push([entry.value, shared])
    }
  }
  return first
}

/** Checks that kinds fit on every day of a period, though either may change within it. */
const checkKinds = (
  { index }: Context,
  line: Line,
  unit: { readonly id: UnitId; readonly kind: Timeline.Timeline<KindId> },
  superior: Unit.Unit,
  period: Period.Period
): Result.Result<void, OrganisationError> => {
  for (const entry of Timeline.restrict(Timeline.zip(unit.kind, superior.kind), period)) {
    const [kindId, superiorKindId] = entry.value
    const kind = index.kinds.get(kindId)
    const superiorKind = index.kinds.get(superiorKindId)
    const reason = kind === undefined || superiorKind === undefined ? "kind" : index.verdict(line, kind, superiorKind)
    if (reason !== undefined) {
      return Result.fail(
        new SuperiorRejected({
          unit: unit.id,
          kind: kindId,
          superior: superior.id,
          superiorKind: superiorKindId,
          line,
          reason,
          on: entry.from
        })
      )
    }
  }
  return Result.succeed(undefined)
}

/** Checks that a place holds at most one unit of a kind on every day of a period. */
const checkOnePer = (
  { index }: Context,
  state: State.State,
  unit: { readonly id: UnitId; readonly kind: Timeline.Timeline<KindId> },
  place: Unit.Unit,
  period: Period.Period
): Result.Result<void, OnePerPlace> => {
  for (const own of Timeline.restrict(unit.kind, period)) {
    const onePer = index.kinds.get(own.value)?.onePer
    if (onePer === undefined) continue
    for (const around of Timeline.restrict(place.kind, during(own))) {
      if (!onePer.includes(around.value)) continue
      for (const [other, stay] of State.everBelow(state, "location", place.id)) {
        const shared = Period.intersect(stay, around)
        if (other.id === unit.id || shared === undefined) continue
        const clash = Timeline.restrict(other.kind, shared).find((entry) => entry.value === own.value)
        if (clash !== undefined) {
          return Result.fail(
            new OnePerPlace({ unit: unit.id, kind: own.value, place: place.id, other: other.id, on: clash.from })
          )
        }
      }
    }
  }
  return Result.succeed(undefined)
}

/**
 * Checks that a unit may stand below another on every day of a period: the superior exists throughout, the kinds fit,
 * there is no cycle on any of those days, and a place that holds one of a kind does not get a second.
 */
export const check = (
  context: Context,
  state: State.State,
  line: Line,
  unit: { readonly id: UnitId; readonly kind: Timeline.Timeline<KindId> },
  superiorId: UnitId,
  period: Period.Period
): Result.Result<void, OrganisationError> => {
  if (superiorId === unit.id) return Result.fail(new SelfReference({ unit: unit.id }))
  const superior = State.livingThroughout(state, superiorId, period)
  if (Result.isFailure(superior)) return Result.fail(superior.failure)
  const kinds = checkKinds(context, line, unit, superior.success, period)
  if (Result.isFailure(kinds)) return kinds
  const on =
    State.unit(state, unit.id) === undefined ? undefined : firstDayAbove(state, line, unit.id, superiorId, period)
  if (on !== undefined) return Result.fail(new CycleRejected({ unit: unit.id, superior: superiorId, line, on }))
  return line === "location" ? checkOnePer(context, state, unit, superior.success, period) : Result.succeed(undefined)
}

/** Checks every day a unit stands below or above others again, after its own kind has changed. */
export const checkAgain = (
  context: Context,
  state: State.State,
  unit: Unit.Unit,
  period: Period.Period
): Result.Result<void, OrganisationError> => {
  for (const line of ["command", "location"] as const) {
    for (const entry of Timeline.restrict(unit.superior[line], period)) {
      const checked = check(context, state, line, unit, entry.value, during(entry))
      if (Result.isFailure(checked)) return checked
    }
    for (const [child, entry] of State.everBelow(state, line, unit.id)) {
      const shared = Period.intersect(entry, period)
      if (shared === undefined) continue
      const checked = checkKinds(context, line, child, unit, shared)
      if (Result.isFailure(checked)) return checked
      const alone = line === "location" ? checkOnePer(context, state, child, unit, shared) : checked
      if (Result.isFailure(alone)) return alone
    }
  }
  return Result.succeed(undefined)
}

const moved = (line: Line, unit: UnitId, superior: UnitId | undefined, period: Period.Period): Event =>
  line === "command"
    ? { _tag: "UnitMoved", unit, ...(superior === undefined ? {} : { under: superior }), ...period }
    : { _tag: "UnitRelocated", unit, ...(superior === undefined ? {} : { within: superior }), ...period }

/** Puts a unit below another, or below none, on the days of a period. */
export const place = (
  context: Context,
  state: State.State,
  line: Line,
  unit: Unit.Unit,
  superior: UnitId | undefined,
  period: Period.Period
): Decision => {
  const days = unit.superior[line]
  if (superior === undefined) {
    return days.some((entry) => Period.overlaps(entry, period))
      ? facts(moved(line, unit.id, undefined, period))
      : nothing
  }
  if (alreadyHolds(days, period, (value) => value === superior)) return nothing
  return Result.flatMap(check(context, state, line, unit, superior, period), () =>
    facts(moved(line, unit.id, superior, period))
  )
}

/** Puts a unit below another, or below none, from a date on, up to what is already planned. */
export const placeFrom = (
  context: Context,
  state: State.State,
  line: Line,
  id: UnitId,
  superior: UnitId | undefined,
  from: CivilDate.CivilDate
): Decision =>
  Result.flatMap(State.living(state, id, from), (unit) =>
    place(
      context,
      state,
      line,
      unit,
      superior,
      holds(from, Timeline.nextChange(unit.superior[line], from), unit.life.to)
    )
  )

export const decisions: Decisions<"MoveUnit"> = {
  MoveUnit: (context, state, { unit, under, from }) => placeFrom(context, state, "command", unit, under, from)
}

export const effects: Effects<"UnitMoved" | "UnitRelocated"> = {
  UnitMoved: (state, event) => State.setSuperior(state, "command", event.unit, event.under, during(event)),
  UnitRelocated: (state, event) => State.setSuperior(state, "location", event.unit, event.within, during(event))
}

/** What a unit is to the rules on a date. */
export const archetypeOn = ({ index }: Context, unit: Unit.Unit, on: CivilDate.CivilDate): Archetype | undefined =>
  StructureIndex.archetype(index, Timeline.at(unit.kind, on))

/** Checks that a unit is of a certain sort on every day of a period, though its kind may change within it. */
export const checkArchetype = (
  { index }: Context,
  unit: Unit.Unit,
  period: Period.Period,
  fits: (archetype: Archetype) => boolean,
  expected: ReadonlyArray<string>
): Result.Result<void, WrongArchetype> => {
  for (const entry of Timeline.restrict(unit.kind, period)) {
    const archetype = StructureIndex.archetype(index, entry.value)
    if (archetype === undefined || !fits(archetype)) {
      return Result.fail(new WrongArchetype({ unit: unit.id, archetype: archetype ?? "?", expected, on: entry.from }))
    }
  }
  return Result.succeed(undefined)
}
