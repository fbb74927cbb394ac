import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Links from "../Links.ts"
import { RelationNotFound, SelfReference } from "../OrganisationError.ts"
import * as State from "../State.ts"
import * as Membership from "./Membership.ts"
import { alreadyHolds, type Decision, type Decisions, during, type Effects, facts, holds, nothing } from "./Rule.ts"

export const decisions: Decisions<"BeginGuidance" | "EndGuidance"> = {
  BeginGuidance: (_context, state, { guide, unit: id, purpose, from, to }) => {
    if ("unit" in guide && guide.unit === id) return Result.fail(new SelfReference({ unit: id }))
    const asked = Period.make(from, to)
    if (Result.isFailure(asked)) return Result.fail(asked.failure)
    return Result.flatMap(State.living(state, id, from), (unit) =>
      Result.flatMap(Membership.partyEnd(state, guide, from), (guideEnd): Decision => {
        const days = Links.between(State.guidanceFor(state, purpose), State.partyKey(guide), id)
        const period = holds(from, to ?? Timeline.nextChange(days, from), unit.life.to, guideEnd)
        if (alreadyHolds(days, period, () => true)) return nothing
        return facts({ _tag: "GuidanceBegun", guide, unit: id, purpose, ...period })
      })
    )
  },
  EndGuidance: (_context, state, { guide, unit, purpose, on }) => {
    const links = State.guidanceFor(state, purpose)
    const party = State.partyKey(guide)
    const what = Membership.ending(Links.between(links, party, unit), on, Links.isKnown(links, party, unit))
    if (what === "ends") return facts({ _tag: "GuidanceEnded", guide, unit, purpose, on })
    if (what === "ended") return nothing
    const of = "unit" in guide ? guide.unit : guide.person
    return Result.fail(new RelationNotFound({ relation: `guidance (${purpose})`, of, to: unit, on }))
  }
}

export const effects: Effects<"GuidanceBegun" | "GuidanceEnded"> = {
  GuidanceBegun: (state, event) => {
    const links = State.guidanceFor(state, event.purpose)
    const next = Links.set(links, State.partyKey(event.guide), event.unit, during(event), event.guide)
    return { ...state, guidance: HashMap.set(state.guidance, event.purpose, next) }
  },
  GuidanceEnded: (state, { guide, unit, purpose, on }) => {
    const next = Links.endAt(State.guidanceFor(state, purpose), State.partyKey(guide), unit, on)
    return { ...state, guidance: HashMap.set(state.guidance, purpose, next) }
  }
}
