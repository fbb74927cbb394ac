import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { MemberCounts, Party, Standing as StandingOf } from "../Command.ts"
import * as Links from "../Links.ts"
import { type OrganisationError, RelationNotFound, SelfReference } from "../OrganisationError.ts"
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
import * as Suitability from "./Suitability.ts"

type UnitId = Identifier.UnitId
type CivilDateOf = CivilDate.CivilDate

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
    return Result.flatMap(Suitability.holdsMembers(context, unit, period), () =>
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

/** How many members a unit has, over the days of a period. */
export const countsOver = (
  state: State.State,
  unit: Unit.Unit,
  period: Period.Period
): Timeline.Timeline<MemberCounts> => {
  const dates = new Set([period.from])
  const note = (days: Period.Period): void => {
    const shared = Period.intersect(days, period)
    if (shared !== undefined) dates.add(shared.from)
    if (shared?.to !== undefined && shared.to !== period.to) dates.add(shared.to)
  }
  unit.counts.forEach(note)
  for (const person of Links.sourcesEver(state.homes, unit.id)) {
    Links.between(state.homes, person, unit.id).forEach(note)
  }
  const days = [...dates].sort()
  const counted = days.map((from, i) => ({
    ...holds(from, days[i + 1] ?? period.to),
    value: countOn(state, unit, from)
  }))
  return Timeline.map(counted, (counts) => counts)
}

/** The members of two together, or those of the first without those of the second. */
export const sum = (a: MemberCounts, b: MemberCounts, sign: 1 | -1 = 1): MemberCounts => ({
  full: a.full + sign * b.full,
  probationary: a.probationary + sign * b.probationary
})

/** States how many members a unit has on the days of a period. */
const stateCounts = (context: Context, unit: Unit.Unit, counts: MemberCounts, period: Period.Period): Decision =>
  alreadyHolds(unit.counts, period, (known) => Equal.equals(known, counts))
    ? nothing
    : Result.flatMap(Suitability.isCounted(context, unit, period), () =>
        facts({ _tag: "MemberCountsSet", unit: unit.id, ...counts, ...period })
      )

/** States how many members a unit has from a date on, up to what is already planned. */
export const stateCountsFrom = (
  context: Context,
  state: State.State,
  id: UnitId,
  counts: MemberCounts,
  from: CivilDateOf
): Decision =>
  Result.flatMap(State.living(state, id, from), (unit) =>
    stateCounts(context, unit, counts, holds(from, Timeline.nextChange(unit.counts, from), unit.life.to))
  )

/** Sees to it that a unit has as many members as it should, by stating their number wherever it is not so already. */
export const settleCounts = (
  context: Context,
  state: State.State,
  id: UnitId,
  wanted: Timeline.Timeline<MemberCounts>
): Decision => {
  const unit = State.unit(state, id)
  if (unit === undefined) return nothing
  const steps = wanted.flatMap((entry) =>
    countsOver(state, unit, during(entry)).flatMap((actual) =>
      Equal.equals(actual.value, entry.value) ? [] : [{ ...during(actual), value: entry.value }]
    )
  )
  return inTurn(
    context,
    state,
    Timeline.map(steps, (counts) => counts).map(
      (entry) => (now) =>
        Result.flatMap(State.living(now, id, entry.from), (current) =>
          stateCounts(context, current, entry.value, during(entry))
        )
    )
  )
}

/**
 * What ending a relation on a date means: it ends, now or by plan; it has ended, which is no news; or it never was.
 *
 * What is ended on the day it began leaves no day behind, but it is still known that it was meant to be.
 */
export const ending = <A>(
  days: Timeline.Timeline<A>,
  on: CivilDateOf,
  isKnown: boolean
): "ends" | "ended" | "never" => {
  if (Timeline.at(days, on) !== undefined) return "ends"
  if (days.some((entry) => entry.to === on)) return "ended"
  if (days.some((entry) => entry.from > on)) return "ends"
  return isKnown ? "ended" : "never"
}

/** The day a unit or person ceases to exist, if known; the unit must exist on a date. */
export const partyEnd = (
  state: State.State,
  party: Party,
  on: CivilDateOf
): Result.Result<CivilDateOf | undefined, OrganisationError> =>
  "unit" in party ? Result.map(State.living(state, party.unit, on), (unit) => unit.life.to) : Result.succeed(undefined)

export const decisions: Decisions<"JoinBody" | "LeaveBody" | "AffiliateMember" | "EndMembership" | "SetMemberCounts"> =
  {
    JoinBody: (context, state, { body: bodyId, member, from, to, origin }) => {
      if ("unit" in member && member.unit === bodyId) return Result.fail(new SelfReference({ unit: bodyId }))
      const asked = Period.make(from, to)
      if (Result.isFailure(asked)) return Result.fail(asked.failure)
      return Result.flatMap(State.living(state, bodyId, from), (body) =>
        Result.flatMap(partyEnd(state, member, from), (memberEnd): Decision => {
          const days = Links.between(state.participation, State.partyKey(member), bodyId)
          const period = holds(from, to ?? Timeline.nextChange(days, from), body.life.to, memberEnd)
          if (alreadyHolds(days, period, (known) => known.origin === origin)) return nothing
          return Result.flatMap(Suitability.isJoinable(context, body, period), () =>
            facts({
              _tag: "BodyJoined",
              body: bodyId,
              member,
              ...(origin === undefined ? {} : { origin }),
              ...period
            })
          )
        })
      )
    },
    LeaveBody: (_context, state, { body, member, on }) => {
      const party = State.partyKey(member)
      const isKnown = Links.isKnown(state.participation, party, body)
      const what = ending(Links.between(state.participation, party, body), on, isKnown)
      if (what === "ends") return facts({ _tag: "BodyLeft", body, member, on })
      if (what === "ended") return nothing
      const of = "unit" in member ? member.unit : member.person
      return Result.fail(new RelationNotFound({ relation: "participation", of, to: body, on }))
    },
    AffiliateMember: (context, state, { person, branch, standing, from }) =>
      Result.flatMap(State.living(state, branch, from), (unit) => {
        const period = holds(from, Links.nextChange(state.homes, person, from), unit.life.to)
        return affiliate(context, state, person, branch, { ...period, value: standing })
      }),
    EndMembership: (_context, state, { person, on }) => {
      const isKnown = Links.targetsEver(state.homes, person).length > 0
      const what = ending(Links.targetOverTime(state.homes, person), on, isKnown)
      if (what === "ends") return facts({ _tag: "MembershipEnded", person, on })
      if (what === "ended") return nothing
      return Result.fail(new RelationNotFound({ relation: "membership", of: person, to: "", on }))
    },
    SetMemberCounts: (context, state, { unit, full, probationary, from }) =>
      stateCountsFrom(context, state, unit, { full, probationary }, from)
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
