import type { CivilDate, Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Chain from "../Chain.ts"
import type { SplitPart } from "../Command.ts"
import type { Event } from "../Event.ts"
import * as Links from "../Links.ts"
import { NotPartOf, PartsExceedWhole, SelfReference } from "../OrganisationError.ts"
import * as State from "../State.ts"
import type { Line } from "../Structure.ts"
import type * as Unit from "../Unit.ts"
import * as Branching from "./Branching.ts"
import * as HandOver from "./HandOver.ts"
import * as Lifecycle from "./Lifecycle.ts"
import * as Membership from "./Membership.ts"
import { type Context, type Decision, type Decisions, type Effects, facts, holds, inTurn, nothing } from "./Rule.ts"
import * as Standing from "./Standing.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate
type Step = (state: State.State) => Decision

const isRecorded = (
  state: State.State,
  sort: State.Succession["sort"],
  before: ReadonlyArray<UnitId>,
  after: ReadonlyArray<UnitId>,
  on: Date
): boolean => {
  for (const known of Chain.items(state.successions)) {
    const isSame = known.sort === sort && known.on === on
    if (isSame && `${known.before}` === `${before}` && `${known.after}` === `${after}`) return true
  }
  return false
}

/** Gives the relations of a unit that are not forests to its heir from a date on. */
const relations = (state: State.State, unit: Unit.Unit, heir: Unit.Unit, on: Date): ReadonlyArray<Event> => {
  const events: Array<Event> = []
  const party = { unit: unit.id }
  const heirParty = { unit: heir.id }
  for (const { id, value } of Links.targets(state.participation, State.partyKey(party), on)) {
    if (id !== heir.id) {
      const origin = value.origin === undefined ? {} : { origin: value.origin }
      events.push({ _tag: "BodyJoined", body: id as UnitId, member: heirParty, ...origin, ...holds(on, heir.life.to) })
    }
  }
  for (const { value } of Links.sources(state.participation, unit.id, on)) {
    const isHeir = "unit" in value.member && value.member.unit === heir.id
    if (!isHeir) events.push({ _tag: "BodyJoined", body: heir.id, ...value, ...holds(on, heir.life.to) })
  }
  for (const { guide, purpose } of State.guidanceOf(state, unit.id, on)) {
    const isHeir = "unit" in guide && guide.unit === heir.id
    if (!isHeir) events.push({ _tag: "GuidanceBegun", guide, unit: heir.id, purpose, ...holds(on, heir.life.to) })
  }
  for (const guided of State.guidedBy(state, party, on)) {
    if (guided.unit !== heir.id) {
      events.push({
        _tag: "GuidanceBegun",
        guide: heirParty,
        unit: guided.unit as UnitId,
        purpose: guided.purpose,
        ...holds(on, heir.life.to)
      })
    }
  }
  for (const { id } of Links.targets(state.alliedUnits, unit.id, on)) {
    const alliance = State.alliance(state, id as State.Alliance["id"])
    if (alliance !== undefined) {
      events.push({
        _tag: "AllianceJoined",
        alliance: alliance.id,
        unit: heir.id,
        ...holds(on, alliance.life.to, heir.life.to)
      })
    }
  }
  for (const { id } of Links.sources(state.grids, unit.id, on)) {
    events.push({
      _tag: "PlaceAssigned",
      place: id as UnitId,
      grid: heir.id,
      ...holds(on, heir.life.to, State.unit(state, id as UnitId)?.life.to)
    })
  }
  return events
}

/** Gives the enterprises a branch covers to its heir, which becomes a joint branch when it covers several. */
const coverage = (context: Context, state: State.State, unit: Unit.Unit, heir: UnitId, on: Date): Decision => {
  const given = Links.sources(state.coverage, unit.id, on).map((end) => end.id as UnitId)
  if (given.length === 0) return nothing
  return inTurn(context, state, [
    ...given.map(
      (enterprise): Step =>
        (now) =>
          Branching.cover(context, now, heir, enterprise, on, unit.id)
    ),
    (now) => {
      const branch = State.unit(now, heir)
      const covered = Links.sources(now.coverage, heir, on).length
      if (branch === undefined || covered < 2) return nothing
      const kind = Timeline.at(branch.kind, on) ?? ""
      return Result.flatMap(Branching.checkEnterprises(context, { id: heir, kind }, "joint", covered), () =>
        Branching.reformed(branch, "joint", on)
      )
    }
  ])
}

const mergeOne = (context: Context, state: State.State, unit: Unit.Unit, into: UnitId, on: Date): Decision =>
  inTurn(context, state, [
    (now) => HandOver.below(context, now, "command", unit, on, into),
    (now) => HandOver.below(context, now, "location", unit, on, into),
    (now) => HandOver.members(context, now, unit, on, into),
    (now) => coverage(context, now, unit, into, on),
    (now) => Result.flatMap(State.living(now, into, on), (heir) => facts(...relations(now, unit, heir, on))),
    (now) => HandOver.ledAlliances(now, unit, on, into),
    () => facts({ _tag: "UnitDissolved", unit: unit.id, on })
  ])

const belongs = (state: State.State, line: Line, id: UnitId, to: UnitId, on: Date): Decision => {
  const unit = State.unit(state, id)
  return unit !== undefined && Timeline.at(unit.superior[line], on) === to
    ? nothing
    : Result.fail(new NotPartOf({ unit: id, of: to, on }))
}

const takeBelow =
  (context: Context, line: Line, part: SplitPart, unit: Unit.Unit, on: Date) =>
  (child: UnitId): Step =>
  (now) =>
    Result.flatMap(belongs(now, line, child, unit.id, on), () =>
      Result.flatMap(State.living(now, child, on), (one) => {
        const period = holds(on, Timeline.nextChange(one.superior[line], on), one.life.to)
        return Standing.place(context, now, line, one, part.unit, period)
      })
    )

const takeEnterprise =
  (context: Context, part: SplitPart, unit: Unit.Unit, on: Date) =>
  (enterprise: UnitId): Step =>
  (now) =>
    Timeline.at(Links.between(now.coverage, enterprise, unit.id), on) === undefined
      ? Result.fail(new NotPartOf({ unit: enterprise, of: unit.id, on }))
      : Branching.cover(context, now, part.unit, enterprise, on, unit.id)

const takeMember =
  (context: Context, part: SplitPart, unit: Unit.Unit, on: Date) =>
  (person: string): Step =>
  (now) => {
    const entry = Timeline.entryAt(Links.between(now.homes, person, unit.id), on)
    if (entry === undefined) return Result.fail(new NotPartOf({ unit: person, of: unit.id, on }))
    return Membership.affiliate(context, now, person, part.unit, { ...holds(on, entry.to), value: entry.value })
  }

const takePart = (context: Context, state: State.State, unit: Unit.Unit, part: SplitPart, on: Date): Decision => {
  const { subordinates, occupants, enterprises, members, memberCounts, ...spec } = part
  const under = Timeline.at(unit.superior.command, on)
  const within = Timeline.at(unit.superior.location, on)
  const place = { ...(under === undefined ? {} : { under }), ...(within === undefined ? {} : { within }) }
  const steps: Array<Step> = [
    (now) => Lifecycle.establish(context, now, { _tag: "EstablishUnit", ...place, ...spec, from: on }),
    ...(subordinates ?? []).map(takeBelow(context, "command", part, unit, on)),
    ...(occupants ?? []).map(takeBelow(context, "location", part, unit, on)),
    ...(members ?? []).map(takeMember(context, part, unit, on)),
    ...(enterprises ?? []).map(takeEnterprise(context, part, unit, on))
  ]
  if (memberCounts !== undefined) {
    steps.push((now) => Membership.stateCounts(context, now, part.unit, memberCounts, on))
  }
  const { formation } = part
  if (formation !== undefined && enterprises !== undefined) {
    steps.push((now) => {
      const founded = State.unit(now, part.unit)
      const full = founded === undefined ? 0 : Membership.countOn(now, founded, on).full
      const fits = Branching.checkEnterprises(
        context,
        { id: part.unit, kind: part.kind },
        formation,
        enterprises.length
      )
      return Result.flatMap(fits, () =>
        Result.flatMap(Branching.checkMembers(context, part.unit, formation, full), () => nothing)
      )
    })
  }
  return inTurn(context, state, steps)
}

/** What remains of the stated member counts of the whole once its parts have left. */
const remainder = (
  context: Context,
  state: State.State,
  unit: Unit.Unit,
  parts: ReadonlyArray<SplitPart>,
  on: Date
): Decision => {
  const whole = Timeline.at(unit.counts, on)
  const counted = parts.flatMap((part) => (part.memberCounts === undefined ? [] : [part.memberCounts]))
  if (whole === undefined || counted.length === 0) return nothing
  const sum = (of: "full" | "probationary") => counted.reduce((total, counts) => total + counts[of], 0)
  const left = { full: whole.full - sum("full"), probationary: whole.probationary - sum("probationary") }
  return left.full < 0 || left.probationary < 0
    ? Result.fail(new PartsExceedWhole({ unit: unit.id, fullMembers: whole.full, inParts: sum("full") }))
    : Membership.stateCounts(context, state, unit.id, left, on)
}

export const decisions: Decisions<"MergeUnits" | "SplitUnit"> = {
  MergeUnits: (context, state, { units, into, on }) => {
    if (isRecorded(state, "merge", units, [into], on)) return nothing
    if (units.includes(into)) return Result.fail(new SelfReference({ unit: into }))
    return Result.flatMap(State.living(state, into, on), () =>
      inTurn(context, state, [
        ...units.map(
          (id): Step =>
            (now) =>
              Result.flatMap(State.living(now, id, on), (unit) => mergeOne(context, now, unit, into, on))
        ),
        () => facts({ _tag: "UnitsMerged", units, into, on })
      ])
    )
  },
  SplitUnit: (context, state, { unit: id, on, parts, remainderTo }) => {
    const [first, ...others] = parts
    const names = [first.unit, ...others.map((part) => part.unit)] as const
    if (isRecorded(state, "split", [id], names, on)) return nothing
    return Result.flatMap(State.living(state, id, on), (unit) =>
      inTurn(context, state, [
        ...parts.map(
          (part): Step =>
            (now) =>
              takePart(context, now, unit, part, on)
        ),
        (now) => remainder(context, now, unit, parts, on),
        (now) =>
          remainderTo === undefined
            ? nothing
            : Result.flatMap(State.living(now, id, on), (rest) => mergeOne(context, now, rest, remainderTo, on)),
        () => facts({ _tag: "UnitSplit", unit: id, parts: names, on })
      ])
    )
  }
}

const record = (state: State.State, succession: State.Succession): State.State => ({
  ...state,
  successions: Chain.prepend(state.successions, succession)
})

export const effects: Effects<"UnitsMerged" | "UnitSplit"> = {
  UnitsMerged: (state, { units, into, on }) => record(state, { on, sort: "merge", before: units, after: [into] }),
  UnitSplit: (state, { unit, parts, on }) => record(state, { on, sort: "split", before: [unit], after: parts })
}
