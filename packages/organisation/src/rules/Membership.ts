import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Archetype from "../Archetype.ts"
import type { MemberCounts, Party, Standing as StandingOf } from "../Command.ts"
import * as Links from "../Links.ts"
import {
  FunctionalHoldsNoMembers,
  NotFunctional,
  type OrganisationError,
  RelationNotFound,
  SelfReference,
  WrongArchetype
} from "../OrganisationError.ts"
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
  nothing
} from "./Rule.ts"
import { archetypeOn } from "./Standing.ts"

type UnitId = Identifier.UnitId
type CivilDateOf = CivilDate.CivilDate

/** Checks that a unit is a Party body that holds membership on every day of a period (invariant 4). */
const checkHolds = (
  context: Context,
  unit: Unit.Unit,
  period: Period.Period
): Result.Result<void, WrongArchetype | FunctionalHoldsNoMembers> => {
  const archetype = archetypeOn(context, unit, period.from)
  if (archetype === undefined || !Archetype.isPartyBody(archetype)) {
    const expected = ["branch", "generalBranch", "committee"]
    return Result.fail(new WrongArchetype({ unit: unit.id, archetype: archetype ?? "?", expected }))
  }
  const functional = Timeline.restrict(unit.nature, period).find((entry) => entry.value === "functional")
  return functional === undefined
    ? Result.succeed(undefined)
    : Result.fail(new FunctionalHoldsNoMembers({ unit: unit.id, on: functional.from }))
}

/** Makes a branch the one home of a person on the days of a period. */
export const affiliate = (
  context: Context,
  state: State.State,
  person: string,
  branch: UnitId,
  entry: Timeline.Entry<StandingOf>
): Decision => {
  const period = during(entry)
  return Result.flatMap(State.livingThroughout(state, branch, period), (unit) => {
    const isHome = alreadyHolds(Links.between(state.homes, person, branch), period, (s) => s === entry.value)
    if (isHome) return nothing
    return Result.flatMap(checkHolds(context, unit, period), () =>
      facts({
        _tag: "MemberAffiliated",
        person: person as Identifier.PersonId,
        branch,
        standing: entry.value,
        ...period
      })
    )
  })
}

/** The full and probationary members of a Party body on a date: as stated, or else as many as have their home there. */
export const countOn = (state: State.State, unit: Unit.Unit, on: CivilDateOf): MemberCounts => {
  const stated = Timeline.at(unit.counts, on)
  if (stated !== undefined) return stated
  const homes = Links.sources(state.homes, unit.id, on)
  const full = homes.filter((end) => end.value === "full").length
  return { full, probationary: homes.length - full }
}

/** States how many members a unit has from a date on. */
export const stateCounts = (
  context: Context,
  state: State.State,
  id: UnitId,
  counts: MemberCounts,
  from: CivilDateOf
): Decision =>
  Result.flatMap(State.living(state, id, from), (unit): Decision => {
    const period = holds(from, Timeline.nextChange(unit.counts, from), unit.life.to)
    if (alreadyHolds(unit.counts, period, (known) => Equal.equals(known, counts))) return nothing
    const archetype = archetypeOn(context, unit, from)
    const isEnterprise = archetype !== undefined && Archetype.isEnterprise(archetype)
    const allowed = isEnterprise ? Result.succeed(undefined) : checkHolds(context, unit, period)
    return Result.flatMap(allowed, () => facts({ _tag: "MemberCountsSet", unit: id, ...counts, ...period }))
  })

/** Adds the stated member counts of a unit to those of its heir from a date on. */
export const addCounts = (
  context: Context,
  state: State.State,
  unit: Unit.Unit,
  heir: UnitId,
  on: CivilDateOf
): Decision => {
  const stated = Timeline.at(unit.counts, on)
  const heirUnit = State.unit(state, heir)
  if (stated === undefined || heirUnit === undefined) return nothing
  const own = Timeline.at(heirUnit.counts, on) ?? { full: 0, probationary: 0 }
  const sum = { full: own.full + stated.full, probationary: own.probationary + stated.probationary }
  return stateCounts(context, state, heir, sum, on)
}

/** What ending a relation on a date means: it ends now, it ended that day already, or it never held. */
export const ending = <A>(days: Timeline.Timeline<A>, on: CivilDateOf): "ends" | "ended" | "never" =>
  days.some((entry) => entry.to === undefined || on < entry.to)
    ? "ends"
    : days.some((entry) => entry.to === on)
      ? "ended"
      : "never"

/** The day a unit or person ceases to exist, if known; the unit must exist on a date. */
export const partyEnd = (
  state: State.State,
  party: Party,
  on: CivilDateOf
): Result.Result<CivilDateOf | undefined, OrganisationError> =>
  "unit" in party ? Result.map(State.living(state, party.unit, on), (unit) => unit.life.to) : Result.succeed(undefined)

export const decisions: Decisions<"JoinBody" | "LeaveBody" | "AffiliateMember" | "EndMembership" | "SetMemberCounts"> =
  {
    JoinBody: (_context, state, { body: bodyId, member, from, to, origin }) => {
      if ("unit" in member && member.unit === bodyId) return Result.fail(new SelfReference({ unit: bodyId }))
      const asked = Period.make(from, to)
      if (Result.isFailure(asked)) return Result.fail(asked.failure)
      return Result.flatMap(State.living(state, bodyId, from), (body) =>
        Result.flatMap(partyEnd(state, member, from), (memberEnd): Decision => {
          const days = Links.between(state.participation, State.partyKey(member), bodyId)
          const period = holds(from, to ?? Timeline.nextChange(days, from), body.life.to, memberEnd)
          if (alreadyHolds(days, period, (known) => known.origin === origin)) return nothing
          const entity = Timeline.restrict(body.nature, period).find((entry) => entry.value === "entity")
          if (entity !== undefined) return Result.fail(new NotFunctional({ unit: bodyId, on: entity.from }))
          return facts({
            _tag: "BodyJoined",
            body: bodyId,
            member,
            ...(origin === undefined ? {} : { origin }),
            ...period
          })
        })
      )
    },
    LeaveBody: (_context, state, { body, member, on }) => {
      const what = ending(Links.between(state.participation, State.partyKey(member), body), on)
      if (what === "ends") return facts({ _tag: "BodyLeft", body, member, on })
      if (what === "ended") return nothing
      const of = "unit" in member ? member.unit : member.person
      return Result.fail(new RelationNotFound({ relation: "participation", of, to: body, on }))
    },
    AffiliateMember: (context, state, { person, branch, standing, from }) =>
      Result.flatMap(State.living(state, branch, from), (unit) => {
        const homes = Links.targetOverTime(state.homes, person)
        const period = holds(from, Timeline.nextChange(homes, from), unit.life.to)
        return affiliate(context, state, person, branch, { ...period, value: standing })
      }),
    EndMembership: (_context, state, { person, on }) => {
      const what = ending(Links.targetOverTime(state.homes, person), on)
      if (what === "ends") return facts({ _tag: "MembershipEnded", person, on })
      if (what === "ended") return nothing
      return Result.fail(new RelationNotFound({ relation: "membership", of: person, to: "", on }))
    },
    SetMemberCounts: (context, state, { unit, full, probationary, from }) =>
      stateCounts(context, state, unit, { full, probationary }, from)
  }

export const effects: Effects<"BodyJoined" | "BodyLeft" | "MemberAffiliated" | "MembershipEnded" | "MemberCountsSet"> =
  {
    BodyJoined: (state, event) => ({
      ...state,
      participation: Links.set(state.participation, State.partyKey(event.member), event.body, during(event), {
        member: event.member,
        ...(event.origin === undefined ? {} : { origin: event.origin })
      })
    }),
    BodyLeft: (state, { body, member, on }) => ({
      ...state,
      participation: Links.endAt(state.participation, State.partyKey(member), body, on)
    }),
    MemberAffiliated: (state, event) => ({
      ...state,
      homes: Links.replace(state.homes, event.person, event.branch, during(event), event.standing)
    }),
    MembershipEnded: (state, { person, on }) => ({ ...state, homes: Links.endSource(state.homes, person, on) }),
    MemberCountsSet: (state, event) =>
      State.update(state, event.unit, (before) => ({
        ...before,
        counts: Timeline.set(before.counts, during(event), { full: event.full, probationary: event.probationary })
      }))
  }
