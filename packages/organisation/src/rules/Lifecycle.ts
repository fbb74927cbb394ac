import { Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { EstablishUnit } from "../Command.ts"
import type { UnitEstablished } from "../Event.ts"
import * as Links from "../Links.ts"
import { UnitExists } from "../OrganisationError.ts"
import * as Register from "../Register.ts"
import * as State from "../State.ts"
import * as StructureIndex from "../StructureIndex.ts"
import * as Unit from "../Unit.ts"
import * as HandOver from "./HandOver.ts"
import * as Identification from "./Identification.ts"
import { type Context, type Decision, type Decisions, during, type Effects, facts, inTurn, nothing } from "./Rule.ts"
import * as Standing from "./Standing.ts"

type Established = typeof UnitEstablished.Type

/** Decides whether a new unit may be set up as described. */
export const establish = (
  context: Context,
  state: State.State,
  { _tag, ...command }: typeof EstablishUnit.Type
): Decision => {
  const kind = StructureIndex.kind(context.index, command.kind)
  if (Result.isFailure(kind)) return Result.fail(kind.failure)
  const nature = command.nature ?? kind.success.nature
  const event: Established = { _tag: "UnitEstablished", ...command, ...(nature === undefined ? {} : { nature }) }
  const known = State.unit(state, command.unit)
  if (known !== undefined) {
    return Equal.equals(known.origin, event) ? nothing : Result.fail(new UnitExists({ unit: command.unit }))
  }
  const period = Period.make(command.from, command.to)
  if (Result.isFailure(period)) return Result.fail(period.failure)
  const classes = StructureIndex.checkClasses(context.index, command.classes)
  if (Result.isFailure(classes)) return Result.fail(classes.failure)
  for (const identifier of command.identifiers ?? []) {
    const free = Identification.check(state, command.unit, identifier, period.success)
    if (Result.isFailure(free)) return Result.fail(free.failure)
  }
  const newcomer = { id: command.unit, kind: [{ ...period.success, value: command.kind }] }
  for (const [line, superior] of [["command", command.under] as const, ["location", command.within] as const]) {
    if (superior === undefined) continue
    const checked = Standing.check(context, state, line, newcomer, superior, period.success)
    if (Result.isFailure(checked)) return Result.fail(checked.failure)
  }
  return facts(event)
}

export const decisions: Decisions<"EstablishUnit" | "DissolveUnit"> = {
  EstablishUnit: establish,
  DissolveUnit: (context, state, { unit: id, on, subordinatesTo, occupantsTo, membersTo }) => {
    const known = State.unit(state, id)
    if (known?.life.to === on) return nothing
    return Result.flatMap(State.living(state, id, on), (unit) =>
      inTurn(context, state, [
        (now) => HandOver.below(context, now, "command", unit, on, subordinatesTo),
        (now) => HandOver.below(context, now, "location", unit, on, occupantsTo),
        (now) => HandOver.members(context, now, unit, on, membersTo),
        (now) => HandOver.ledAlliances(now, unit, on, undefined),
        () => facts({ _tag: "UnitDissolved", unit: id, on })
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
