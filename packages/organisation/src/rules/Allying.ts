import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { AllianceFormed } from "../Event.ts"
import * as Links from "../Links.ts"
import { AllianceExists, LeadNotMember, RelationNotFound } from "../OrganisationError.ts"
import * as State from "../State.ts"
import * as Membership from "./Membership.ts"
import { alreadyHolds, type Decision, type Decisions, during, type Effects, facts, holds, nothing } from "./Rule.ts"

type UnitId = Identifier.UnitId

/** Checks that whoever leads an alliance from a date on is a member of it all the while. */
export const checkLead = (
  state: State.State,
  alliance: State.Alliance,
  unit: UnitId,
  from: CivilDate.CivilDate
): Result.Result<void, LeadNotMember> => {
  const member = Links.between(state.alliedUnits, unit, alliance.id)
  for (const led of Timeline.restrict(alliance.lead, { from })) {
    const missing = led.value === unit ? Timeline.gaps(member, during(led))[0] : undefined
    if (missing !== undefined) {
      return Result.fail(new LeadNotMember({ alliance: alliance.id, unit, on: missing.from }))
    }
  }
  return Result.succeed(undefined)
}

export const decisions: Decisions<"FormAlliance" | "JoinAlliance" | "LeaveAlliance" | "LeadAlliance" | "EndAlliance"> =
  {
    FormAlliance: (_context, state, { _tag, ...command }) => {
      const event: typeof AllianceFormed.Type = { _tag: "AllianceFormed", ...command }
      const known = State.alliance(state, command.alliance)
      if (known !== undefined) {
        return Equal.equals(known.origin, event)
          ? nothing
          : Result.fail(new AllianceExists({ alliance: command.alliance }))
      }
      const { alliance, lead, members, from, to } = command
      const period = Period.make(from, to)
      if (Result.isFailure(period)) return Result.fail(period.failure)
      if (!members.includes(lead)) return Result.fail(new LeadNotMember({ alliance, unit: lead, on: from }))
      for (const member of members) {
        const unit =
          member === lead ? State.livingThroughout(state, member, period.success) : State.living(state, member, from)
        if (Result.isFailure(unit)) return Result.fail(unit.failure)
      }
      return facts(event)
    },
    JoinAlliance: (_context, state, { alliance: id, unit: unitId, from, to }) => {
      const asked = Period.make(from, to)
      if (Result.isFailure(asked)) return Result.fail(asked.failure)
      return Result.flatMap(State.livingAlliance(state, id, from), (alliance) =>
        Result.flatMap(State.living(state, unitId, from), (unit): Decision => {
          const days = Links.between(state.alliedUnits, unitId, id)
          const period = holds(from, to ?? Timeline.nextChange(days, from), alliance.life.to, unit.life.to)
          return alreadyHolds(days, period, () => true)
            ? nothing
            : facts({ _tag: "AllianceJoined", alliance: id, unit: unitId, ...period })
        })
      )
    },
    LeaveAlliance: (_context, state, { alliance: id, unit, on }) => {
      const isKnown = Links.isKnown(state.alliedUnits, unit, id)
      const what = Membership.ending(Links.between(state.alliedUnits, unit, id), on, isKnown)
      if (what === "ended") return nothing
      if (what === "never") return Result.fail(new RelationNotFound({ relation: "alliance", of: unit, to: id, on }))
      const leads = Timeline.restrict(State.alliance(state, id)?.lead ?? [], { from: on }).find((e) => e.value === unit)
      return leads === undefined
        ? facts({ _tag: "AllianceLeft", alliance: id, unit, on })
        : Result.fail(new LeadNotMember({ alliance: id, unit, on: leads.from }))
    },
    LeadAlliance: (_context, state, { alliance: id, unit, from }) =>
      Result.flatMap(State.livingAlliance(state, id, from), (alliance) => {
        const period = holds(from, Timeline.nextChange(alliance.lead, from), alliance.life.to)
        if (alreadyHolds(alliance.lead, period, (lead) => lead === unit)) return nothing
        const led = { ...alliance, lead: Timeline.set(alliance.lead, period, unit) }
        return Result.flatMap(checkLead(state, led, unit, from), () =>
          facts({ _tag: "AllianceLed", alliance: id, unit, ...period })
        )
      }),
    EndAlliance: (_context, state, { alliance: id, on }) =>
      State.alliance(state, id)?.life.to === on
        ? nothing
        : Result.flatMap(State.livingAlliance(state, id, on), ({ life }) =>
            Result.flatMap(Period.make(life.from, on), () => facts({ _tag: "AllianceEnded", alliance: id, on }))
          )
  }

const change = (
  state: State.State,
  id: State.Alliance["id"],
  f: (alliance: State.Alliance) => State.Alliance
): State.State => {
  const before = State.alliance(state, id)
  return before === undefined ? state : { ...state, alliances: HashMap.set(state.alliances, id, f(before)) }
}

export const effects: Effects<"AllianceFormed" | "AllianceJoined" | "AllianceLeft" | "AllianceLed" | "AllianceEnded"> =
  {
    AllianceFormed: (state, event) => {
      const life = during(event)
      const alliance: State.Alliance = {
        id: event.alliance,
        origin: event,
        life,
        lead: [{ ...life, value: event.lead }]
      }
      const alliedUnits = event.members.reduce((links, member) => {
        const end = State.unit(state, member)?.life.to
        return Links.set(links, member, event.alliance, holds(life.from, life.to, end), true as const)
      }, state.alliedUnits)
      return { ...state, alliedUnits, alliances: HashMap.set(state.alliances, event.alliance, alliance) }
    },
    AllianceJoined: (state, event) => ({
      ...state,
      alliedUnits: Links.set(state.alliedUnits, event.unit, event.alliance, during(event), true)
    }),
    AllianceLeft: (state, { alliance, unit, on }) => ({
      ...state,
      alliedUnits: Links.endAt(state.alliedUnits, unit, alliance, on)
    }),
    AllianceLed: (state, event) =>
      change(state, event.alliance, (before) => ({
        ...before,
        lead: Timeline.set(before.lead, during(event), event.unit)
      })),
    AllianceEnded: (state, { alliance, on }) => ({
      ...change(state, alliance, (before) => ({
        ...before,
        life: { from: before.life.from, to: on },
        lead: Timeline.endAt(before.lead, on)
      })),
      alliedUnits: Links.endTarget(state.alliedUnits, alliance, on)
    })
  }
