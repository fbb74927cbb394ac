import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Event } from "../Event.ts"
import * as Links from "../Links.ts"
import { HasDependants } from "../OrganisationError.ts"
import * as State from "../State.ts"
import type { Line } from "../Structure.ts"
import type * as Unit from "../Unit.ts"
import * as Membership from "./Membership.ts"
import { type Context, type Decision, during, facts, inTurn, nothing } from "./Rule.ts"
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
  return inTurn(
    context,
    state,
    left.map(({ child, days }) => (now: State.State) => {
      const target = child === heir ? Timeline.at(unit.superior[line], days.from) : heir
      return Result.flatMap(State.living(now, child, days.from), (one) =>
        Standing.place(context, now, line, one, target, days)
      )
    })
  )
}

/** Gives a unit's members, and its stated member counts, to another one from a date on. */
export const members = (
  context: Context,
  state: State.State,
  unit: Unit.Unit,
  on: CivilDate.CivilDate,
  heir: UnitId | undefined
): Decision => {
  const left = [...Links.sourcesEver(state.homes, unit.id)].flatMap((person) =>
    Timeline.restrict(Links.between(state.homes, person, unit.id), { from: on }).map((entry) => ({ person, entry }))
  )
  if (heir === undefined) return refuse(unit, on, "members", [...new Set(left.map(({ person }) => person))])
  return inTurn(context, state, [
    ...left.map(
      ({ person, entry }) =>
        (now: State.State) =>
          Membership.affiliate(context, now, person, heir, entry)
    ),
    (now) => Membership.addCounts(context, now, unit, heir, on)
  ])
}

/** Passes the lead of every alliance a unit leads from a date on. */
export const ledAlliances = (
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
  return facts(...led.map(({ alliance, days }): Event => ({ _tag: "AllianceLed", alliance, unit: heir, ...days })))
}
