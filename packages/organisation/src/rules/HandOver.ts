import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Archetype from "../Archetype.ts"
import type { MemberCounts } from "../Command.ts"
import type { Event } from "../Event.ts"
import * as Links from "../Links.ts"
import { HasDependants } from "../OrganisationError.ts"
import * as State from "../State.ts"
import type { Line } from "../Structure.ts"
import type * as Unit from "../Unit.ts"
import * as Allying from "./Allying.ts"
import * as Gridding from "./Gridding.ts"
import * as Membership from "./Membership.ts"
import { type Context, type Decision, during, facts, holds, inTurn, nothing } from "./Rule.ts"
import * as Standing from "./Standing.ts"

type UnitId = Identifier.UnitId

const refuse = (
  unit: Unit.Unit,
  on: CivilDate.CivilDate,
  relation: HasDependants["relation"],
  dependants: ReadonlyArray<string>
): Decision =>
  dependants.length === 0
    ? nothing
    : Result.fail(
        new HasDependants({ unit: unit.id, on, relation, count: dependants.length, first: dependants.slice(0, 5) })
      )

// What an heir that stands below takes over is the place of the unit itself, which may change by plan.
const placeOf = (
  unit: Unit.Unit,
  line: Line,
  days: Period.Period
): ReadonlyArray<{ readonly target: UnitId | undefined; readonly days: Period.Period }> => [
  ...Timeline.gaps(unit.superior[line], days).map((gap) => ({ target: undefined, days: gap })),
  ...Timeline.restrict(unit.superior[line], days).map((entry) => ({ target: entry.value, days: during(entry) }))
]

/**
 * Gives everything that stands below a unit from a date on, now or by plan, to another one.
 *
 * The heir itself may stand below: it takes the place of the unit it follows.
 */
export const below = (
  context: Context,
  state: State.State,
  line: Line,
  unit: Unit.Unit,
  on: CivilDate.CivilDate,
  heir: UnitId | undefined
): Decision => {
  const left = [...State.everBelow(state, line, unit.id)].flatMap(([child, entry]) => {
    const days = Period.intersect(entry, { from: on })
    return days === undefined ? [] : [{ child: child.id, days }]
  })
  if (heir === undefined) {
    const relation = line === "command" ? "subordinates" : "occupants"
    return refuse(unit, on, relation, [...new Set(left.map(({ child }) => child))])
  }
  const steps = left.flatMap(({ child, days }) =>
    (child === heir ? placeOf(unit, line, days) : [{ target: heir, days }]).map((to) => ({ child, ...to }))
  )
  return inTurn(context, state, [
    ...steps.map(({ child, target, days }) => (now: State.State) => {
      return Result.flatMap(State.living(now, child, days.from), (one) =>
        Standing.place(context, now, line, one, target, days)
      )
    }),
    // Only when all have arrived: a micro-grid and its places move one after the other.
    ...(line === "command" ? [] : left).map(
      ({ child, days }) =>
        (now: State.State) =>
          Result.flatMap(Gridding.checkMoved(context, now, child, days), () => nothing)
    )
  ])
}

/** Adds up what two units have of members, for as long as the second one exists. */
const together = (
  state: State.State,
  unit: Unit.Unit,
  heir: Unit.Unit,
  on: CivilDate.CivilDate
): Timeline.Timeline<MemberCounts> => {
  const days = holds(on, heir.life.to)
  const given = Membership.countsOver(state, unit, holds(on, unit.life.to))
  const own = Membership.countsOver(state, heir, days)
  const shared = Timeline.map(Timeline.zip(own, given), ([a, b]) => Membership.sum(a, b))
  return shared.reduce((sums, entry) => Timeline.set(sums, during(entry), entry.value), own)
}

/** Gives a unit's members, named or only counted, to another one from a date on. */
export const members = (
  context: Context,
  state: State.State,
  unit: Unit.Unit,
  on: CivilDate.CivilDate,
  heirId: UnitId | undefined
): Decision => {
  const left = [...Links.sourcesEver(state.homes, unit.id)].flatMap((person) =>
    Timeline.restrict(Links.between(state.homes, person, unit.id), { from: on }).map((entry) => ({ person, entry }))
  )
  if (heirId === undefined) {
    const isNamed = refuse(unit, on, "members", [...new Set(left.map(({ person }) => person))])
    return Result.flatMap(isNamed, () => refuseCounted(context, unit, on))
  }
  return Result.flatMap(State.living(state, heirId, on), (heir) =>
    inTurn(context, state, [
      ...left.map(
        ({ person, entry }) =>
          (now: State.State) =>
            Membership.affiliate(context, now, person, heirId, entry)
      ),
      (now) => Membership.settleCounts(context, now, heirId, together(state, unit, heir, on))
    ])
  )
}

// Members of a Party body need a home though nobody has told their names; who works in an enterprise is not at home there.
const refuseCounted = (context: Context, unit: Unit.Unit, on: CivilDate.CivilDate): Decision => {
  const stated = Timeline.restrict(unit.counts, { from: on }).find(({ from, value }) => {
    const archetype = Standing.archetypeOn(context, unit, from)
    const isHome = archetype !== undefined && Archetype.isPartyBody(archetype)
    return isHome && value.full + value.probationary > 0
  })
  if (stated === undefined) return nothing
  const count = stated.value.full + stated.value.probationary
  return Result.fail(new HasDependants({ unit: unit.id, on: stated.from, relation: "members", count, first: [] }))
}

/** Passes the lead of every alliance a unit leads from a date on. */
export const ledAlliances = (
  context: Context,
  state: State.State,
  unit: Unit.Unit,
  on: CivilDate.CivilDate,
  heir: UnitId | undefined
): Decision => {
  const led = [...HashMap.values(state.alliances)].flatMap((alliance) =>
    Timeline.restrict(alliance.lead, { from: on })
      .filter((entry) => entry.value === unit.id)
      .map((entry) => ({ alliance: alliance.id, days: during(entry) }))
  )
  if (heir === undefined) return refuse(unit, on, "alliances", [...new Set(led.map(({ alliance }) => alliance))])
  return inTurn(context, state, [
    () => facts(...led.map(({ alliance, days }): Event => ({ _tag: "AllianceLed", alliance, unit: heir, ...days }))),
    ...led.map(({ alliance }) => (now: State.State): Decision => {
      const known = State.alliance(now, alliance)
      const checked = known === undefined ? undefined : Allying.checkLead(now, known, heir, on)
      return checked === undefined ? nothing : Result.flatMap(checked, () => nothing)
    })
  ])
}
