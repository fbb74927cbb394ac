import type { CivilDate, Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Chain from "../Chain.ts"
import type { SplitPart } from "../Command.ts"
import * as Links from "../Links.ts"
import { NotPartOf, PartsExceedWhole, SelfReference } from "../OrganisationError.ts"
import * as State from "../State.ts"
import type { Line } from "../Structure.ts"
import type * as Unit from "../Unit.ts"
import * as Branching from "./Branching.ts"
import * as Gridding from "./Gridding.ts"
import * as Inheritance from "./Inheritance.ts"
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

// Only when all parts have what they take: a micro-grid and its places leave one after the other.
const stayGridded =
  (context: Context, on: Date) =>
  (occupant: UnitId): Step =>
  (now) =>
    Result.flatMap(Gridding.checkMoved(context, now, occupant, { from: on }), () => nothing)

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
    steps.push((now) => Membership.stateCountsFrom(context, now, part.unit, memberCounts, on))
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
        new Set(enterprises).size
      )
      return Result.flatMap(fits, () =>
        Result.flatMap(Branching.checkMembers(context, part.unit, formation, full), () => nothing)
      )
    })
  }
  return inTurn(context, state, steps)
}

/** What remains to be counted in the whole once its parts have left: as many as there were, less those in the parts. */
const remainder = (
  context: Context,
  before: State.State,
  state: State.State,
  unit: Unit.Unit,
  parts: ReadonlySet<UnitId>,
  on: Date
): Decision => {
  const days = holds(on, unit.life.to)
  let left = Membership.countsOver(before, unit, days)
  let inParts = 0
  for (const id of parts) {
    const part = State.unit(state, id)
    if (part === undefined) continue
    const taken = Membership.countsOver(state, part, days)
    inParts += taken[0]?.value.full ?? 0
    left = Timeline.map(Timeline.zip(left, taken), ([whole, gone]) => Membership.sum(whole, gone, -1))
  }
  const isTooMuch = left.some(({ value }) => value.full < 0 || value.probationary < 0)
  if (!isTooMuch) return Membership.settleCounts(context, state, unit.id, left)
  const fullMembers = Membership.countOn(before, unit, on).full
  return Result.fail(new PartsExceedWhole({ unit: unit.id, fullMembers, inParts }))
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
              Result.flatMap(State.living(now, id, on), (unit) => Inheritance.all(context, now, unit, into, on))
        ),
        () => facts({ _tag: "UnitsMerged", units, into, on })
      ])
    )
  },
  SplitUnit: (context, state, { unit: id, on, parts, remainderTo }) => {
    const [first, ...others] = parts
    const names = [first.unit, ...others.map((part) => part.unit)] as const
    if (isRecorded(state, "split", [id], names, on)) return nothing
    if (remainderTo === id || names.includes(id)) return Result.fail(new SelfReference({ unit: id }))
    return Result.flatMap(State.living(state, id, on), (unit) =>
      inTurn(context, state, [
        ...parts.map(
          (part): Step =>
            (now) =>
              takePart(context, now, unit, part, on)
        ),
        ...parts.flatMap((part) => (part.occupants ?? []).map(stayGridded(context, on))),
        (now) => remainder(context, state, now, unit, new Set(names), on),
        (now) =>
          remainderTo === undefined
            ? nothing
            : Result.flatMap(State.living(now, id, on), (rest) => Inheritance.all(context, now, rest, remainderTo, on)),
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
