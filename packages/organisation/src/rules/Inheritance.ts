import type { CivilDate, Identifier } from "@louyu/kernel"
import { type Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Event } from "../Event.ts"
import * as Links from "../Links.ts"
import * as State from "../State.ts"
import type * as Unit from "../Unit.ts"
import * as Branching from "./Branching.ts"
import * as Gridding from "./Gridding.ts"
import * as HandOver from "./HandOver.ts"
import * as Lifecycle from "./Lifecycle.ts"
import { type Context, type Decision, during, facts, holds, inTurn, nothing } from "./Rule.ts"
import * as Suitability from "./Suitability.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** A unit that closes, the one that takes its place, and the days from which it does. */
interface Passing {
  readonly unit: Unit.Unit
  readonly heir: Unit.Unit
  readonly days: Period.Period
}

const passing = (unit: Unit.Unit, heir: Unit.Unit, on: Date): Passing => ({ unit, heir, days: holds(on, heir.life.to) })

// The days on which the heir gets what the unit had: while it exists, and where it has not the like already.
const inherited = <V>(
  { days }: Passing,
  had: Timeline.Timeline<V>,
  has: Timeline.Timeline<unknown>
): ReadonlyArray<Timeline.Entry<V>> =>
  Timeline.restrict(had, days).flatMap((entry) =>
    Timeline.gaps(has, during(entry)).map((gap) => ({ ...gap, value: entry.value }))
  )

function* participation(state: State.State, one: Passing): Iterable<Event> {
  const { unit, heir } = one
  const links = state.participation
  const [party, heirParty] = [State.partyKey({ unit: unit.id }), State.partyKey({ unit: heir.id })]
  for (const body of Links.targetsEver(links, party)) {
    if (body === heir.id) continue
    for (const { value, ...days } of inherited(
      one,
      Links.between(links, party, body),
      Links.between(links, heirParty, body)
    )) {
      yield { _tag: "BodyJoined", ...value, ...days, body: body as UnitId, member: { unit: heir.id } }
    }
  }
  for (const member of Links.sourcesEver(links, unit.id)) {
    if (member === heirParty) continue
    const had = Links.between(links, member, unit.id)
    for (const { value, ...days } of inherited(one, had, Links.between(links, member, heir.id))) {
      yield { _tag: "BodyJoined", ...value, ...days, body: heir.id }
    }
  }
}

function* guidance(state: State.State, one: Passing): Iterable<Event> {
  const { unit, heir } = one
  const [party, heirParty] = [State.partyKey({ unit: unit.id }), State.partyKey({ unit: heir.id })]
  for (const [purpose, links] of HashMap.entries(state.guidance)) {
    for (const guide of Links.sourcesEver(links, unit.id)) {
      if (guide === heirParty) continue
      const had = Links.between(links, guide, unit.id)
      for (const { value, ...days } of inherited(one, had, Links.between(links, guide, heir.id))) {
        yield { _tag: "GuidanceBegun", guide: value, unit: heir.id, purpose, ...days }
      }
    }
    for (const guided of Links.targetsEver(links, party)) {
      if (guided === heir.id) continue
      const had = Links.between(links, party, guided)
      for (const { value, ...days } of inherited(one, had, Links.between(links, heirParty, guided))) {
        yield { _tag: "GuidanceBegun", guide: { unit: heir.id }, unit: guided as UnitId, purpose, ...days }
      }
    }
  }
}

function* alliances(state: State.State, one: Passing): Iterable<Event> {
  for (const id of Links.targetsEver(state.alliedUnits, one.unit.id)) {
    const alliance = State.alliance(state, id as State.Alliance["id"])
    if (alliance === undefined) continue
    const had = Links.between(state.alliedUnits, one.unit.id, id)
    for (const { value: _, ...days } of inherited(one, had, Links.between(state.alliedUnits, one.heir.id, id))) {
      yield { _tag: "AllianceJoined", alliance: alliance.id, unit: one.heir.id, ...days }
    }
  }
}

function* places(state: State.State, one: Passing): Iterable<Event> {
  for (const place of Links.sourcesEver(state.grids, one.unit.id)) {
    for (const { value: _, ...days } of inherited(one, Links.between(state.grids, place, one.unit.id), [])) {
      yield { _tag: "PlaceAssigned", place: place as UnitId, grid: one.heir.id, ...days }
    }
  }
}

function* enterprises(state: State.State, one: Passing): Iterable<Event> {
  for (const enterprise of Links.sourcesEver(state.coverage, one.unit.id)) {
    for (const { value: _, ...days } of inherited(one, Links.between(state.coverage, enterprise, one.unit.id), [])) {
      yield { _tag: "EnterpriseCovered", enterprise: enterprise as UnitId, branch: one.heir.id, ...days }
    }
  }
}

// An enterprise that takes another one's place is covered by the same branch, unless it has its own.
function* cover(context: Context, state: State.State, one: Passing): Iterable<Event> {
  const own = Links.targetOverTime(state.coverage, one.heir.id)
  for (const { value, ...days } of inherited(one, Links.targetOverTime(state.coverage, one.unit.id), own)) {
    if (Result.isFailure(Suitability.isEnterprise(context, one.heir, days))) continue
    yield { _tag: "EnterpriseCovered", enterprise: one.heir.id, branch: value as UnitId, ...days }
  }
}

/** Makes the heir a joint branch from the first day on which it covers several enterprises, as far as that is allowed. */
const reform = (context: Context, state: State.State, heir: UnitId, on: Date): Decision => {
  const starts = new Set([on])
  for (const enterprise of Links.sourcesEver(state.coverage, heir)) {
    for (const { from } of Timeline.restrict(Links.between(state.coverage, enterprise, heir), { from: on })) {
      starts.add(from)
    }
  }
  return inTurn(
    context,
    state,
    [...starts].sort().map((from) => (now: State.State): Decision => {
      const count = Links.sources(now.coverage, heir, from).length
      return count < 2
        ? nothing
        : Result.flatMap(State.living(now, heir, from), (branch) =>
            Result.flatMap(
              Branching.checkEnterprises(
                context,
                { id: heir, kind: Timeline.at(branch.kind, from) ?? "" },
                "joint",
                count
              ),
              () => Branching.reformed(branch, "joint", from)
            )
          )
    })
  )
}

/**
 * Gives everything that is a unit's from a date on, now or by plan, to its heir, and closes it.
 *
 * What the heir gets has to suit it: a unit that would come to hold what it may not refuses the whole.
 */
export const all = (context: Context, state: State.State, unit: Unit.Unit, heirId: UnitId, on: Date): Decision => {
  const give =
    (relation: (state: State.State, one: Passing) => Iterable<Event>) =>
    (now: State.State): Decision =>
      Result.flatMap(State.living(now, heirId, on), (heir) => facts(...relation(now, passing(unit, heir, on))))
  const covered = [...Links.sourcesEver(state.coverage, unit.id)].length > 0
  return inTurn(context, state, [
    (now) => HandOver.below(context, now, "command", unit, on, heirId),
    (now) => HandOver.below(context, now, "location", unit, on, heirId),
    (now) => HandOver.members(context, now, unit, on, heirId),
    give(enterprises),
    (now) => (covered ? reform(context, now, heirId, on) : nothing),
    give((now, one) => cover(context, now, one)),
    give(participation),
    give(guidance),
    give(alliances),
    give(places),
    (now) => Result.flatMap(Suitability.check(context, now, heirId, { from: on }), () => nothing),
    (now) => Result.flatMap(Gridding.checkGrid(context, now, heirId, { from: on }), () => nothing),
    (now) => HandOver.ledAlliances(context, now, unit, on, heirId),
    () => Lifecycle.close(unit, on)
  ])
}
