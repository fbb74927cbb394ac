import type { CivilDate } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { EstablishUnit, ExternalIdentifier } from "../Command.ts"
import type { UnitEstablished } from "../Event.ts"
import * as Links from "../Links.ts"
import { type IdentifierInvalid, type OrganisationError, SelfReference, UnitExists } from "../OrganisationError.ts"
import * as Register from "../Register.ts"
import * as State from "../State.ts"
import * as StructureIndex from "../StructureIndex.ts"
import * as Unit from "../Unit.ts"
import * as HandOver from "./HandOver.ts"
import * as Identification from "./Identification.ts"
import { type Context, type Decision, type Decisions, during, type Effects, facts, inTurn, nothing } from "./Rule.ts"
import * as Standing from "./Standing.ts"

type Established = typeof UnitEstablished.Type

const normalIdentifiers = (
  identifiers: ReadonlyArray<ExternalIdentifier>
): Result.Result<ReadonlyArray<ExternalIdentifier>, IdentifierInvalid> => {
  const normal: Array<ExternalIdentifier> = []
  for (const identifier of identifiers) {
    const one = Identification.normal(identifier)
    if (Result.isFailure(one)) return Result.fail(one.failure)
    if (!normal.some((known) => known.scheme === one.success.scheme && known.value === one.success.value)) {
      normal.push(one.success)
    }
  }
  return Result.succeed(normal)
}

// A default of the kind counts when the unit is set up; another default since then makes the same command no other one.
const isOrigin = (origin: Established, command: Omit<Established, "_tag">): boolean =>
  Equal.equals(
    origin,
    command.nature === undefined && origin.nature !== undefined
      ? { _tag: "UnitEstablished", ...command, nature: origin.nature }
      : { _tag: "UnitEstablished", ...command }
  )

/** Checks that a unit set up as described breaks no rule on any day of its life. */
const checkNew = (
  context: Context,
  state: State.State,
  { unit, kind, classes, identifiers, under, within }: Established,
  life: Period.Period
): Result.Result<void, OrganisationError> => {
  const answers = StructureIndex.checkClasses(context.index, classes)
  if (Result.isFailure(answers)) return Result.fail(answers.failure)
  for (const identifier of identifiers ?? []) {
    const free = Identification.check(state, unit, identifier, life)
    if (Result.isFailure(free)) return Result.fail(free.failure)
  }
  const newcomer = { id: unit, kind: [{ ...life, value: kind }] }
  const above = under === undefined ? undefined : Standing.check(context, state, "command", newcomer, under, life)
  if (above !== undefined && Result.isFailure(above)) return above
  return within === undefined
    ? Result.succeed(undefined)
    : Standing.check(context, state, "location", newcomer, within, life)
}

/** Decides whether a new unit may be set up as described. */
export const establish = (
  context: Context,
  state: State.State,
  { _tag, ...command }: typeof EstablishUnit.Type
): Decision => {
  const kind = StructureIndex.kind(context.index, command.kind)
  if (Result.isFailure(kind)) return Result.fail(kind.failure)
  let described = command
  if (command.identifiers !== undefined) {
    const identifiers = normalIdentifiers(command.identifiers)
    if (Result.isFailure(identifiers)) return Result.fail(identifiers.failure)
    described = { ...command, identifiers: identifiers.success }
  }
  const known = State.unit(state, command.unit)
  if (known !== undefined) {
    return isOrigin(known.origin, described) ? nothing : Result.fail(new UnitExists({ unit: command.unit }))
  }
  const life = Period.make(command.from, command.to)
  if (Result.isFailure(life)) return Result.fail(life.failure)
  const nature = command.nature ?? kind.success.nature
  const event: Established =
    nature === undefined ? { _tag: "UnitEstablished", ...described } : { _tag: "UnitEstablished", ...described, nature }
  return Result.flatMap(checkNew(context, state, event, life.success), () => facts(event))
}

/** Closes a unit that nothing depends on any more; not on its first day, for then it would never have existed. */
export const close = (unit: Unit.Unit, on: CivilDate.CivilDate): Decision =>
  Result.flatMap(Period.make(unit.life.from, on), () => facts({ _tag: "UnitDissolved", unit: unit.id, on }))

export const decisions: Decisions<"EstablishUnit" | "DissolveUnit"> = {
  EstablishUnit: establish,
  DissolveUnit: (context, state, { unit: id, on, subordinatesTo, occupantsTo, membersTo }) => {
    const known = State.unit(state, id)
    if (known?.life.to === on) return nothing
    if ([subordinatesTo, occupantsTo, membersTo].includes(id)) return Result.fail(new SelfReference({ unit: id }))
    return Result.flatMap(State.living(state, id, on), (unit) =>
      inTurn(context, state, [
        (now) => HandOver.below(context, now, "command", unit, on, subordinatesTo),
        (now) => HandOver.below(context, now, "location", unit, on, occupantsTo),
        (now) => HandOver.members(context, now, unit, on, membersTo),
        (now) => HandOver.ledAlliances(context, now, unit, on, undefined),
        () => close(unit, on)
      ])
    )
  }
}

const born = (event: Established, index: number): Unit.Unit => {
  const life = during(event)
  const always = <A>(value: A | undefined): Timeline.Timeline<A> =>
    value === undefined ? Timeline.empty() : [{ ...life, value }]
  return {
    id: event.unit,
    index,
    life,
    origin: event,
    kind: always(event.kind),
    name: always(event.name),
    aliases: [],
    nature: always(event.nature),
    formation: always(event.formation),
    classes: Object.fromEntries(Object.entries(event.classes ?? {}).map(([set, option]) => [set, always(option)])),
    superior: { command: Timeline.empty(), location: Timeline.empty() },
    counts: Timeline.empty(),
    chatGroup: Timeline.empty(),
    identifiers: [],
    terms: [],
    activities: undefined
  }
}

export const effects: Effects<"UnitEstablished" | "UnitDissolved"> = {
  UnitEstablished: (state, event) => {
    const life = during(event)
    const unit = born(event, HashMap.size(state.units))
    let next: State.State = { ...state, units: HashMap.set(state.units, event.unit, unit) }
    if (event.under !== undefined) next = State.setSuperior(next, "command", event.unit, event.under, life)
    if (event.within !== undefined) next = State.setSuperior(next, "location", event.unit, event.within, life)
    return (event.identifiers ?? []).reduce((s, one) => Identification.attach(s, event.unit, one, life), next)
  },
  UnitDissolved: (state, { unit: id, on }) => {
    const unit = State.unit(state, id)
    if (unit === undefined) return state
    const party = State.partyKey({ unit: id })
    return {
      ...State.update(state, id, (before) => Unit.close(before, on)),
      identifiers: unit.identifiers.reduce(
        (register, one) => Register.release(register, State.registerKey(one.scheme, one.value), id, on),
        state.identifiers
      ),
      chatGroups: unit.chatGroup.reduce(
        (register, { value }) => Register.release(register, State.registerKey(value.channel, value.group), id, on),
        state.chatGroups
      ),
      homes: Links.endTarget(state.homes, id, on),
      participation: Links.endTarget(Links.endSource(state.participation, party, on), id, on),
      coverage: Links.endTarget(Links.endSource(state.coverage, id, on), id, on),
      grids: Links.endTarget(Links.endSource(state.grids, id, on), id, on),
      guidance: HashMap.map(state.guidance, (links) => Links.endTarget(Links.endSource(links, party, on), id, on)),
      alliedUnits: Links.endSource(state.alliedUnits, id, on)
    }
  }
}
