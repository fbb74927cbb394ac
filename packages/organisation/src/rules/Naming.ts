import { Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { OrganisationError } from "../OrganisationError.ts"
import * as State from "../State.ts"
import * as StructureIndex from "../StructureIndex.ts"
import type * as Unit from "../Unit.ts"
import * as Gridding from "./Gridding.ts"
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
import * as Standing from "./Standing.ts"
import * as Suitability from "./Suitability.ts"

// One fact for each answer that changes, because each holds until its own next change.
const answered = <A>(
  unit: Unit.Unit,
  days: Timeline.Timeline<A>,
  from: Period.Period["from"],
  value: A | undefined,
  fact: (value: A) => object
): Decision => {
  if (value === undefined) return nothing
  const period = holds(from, Timeline.nextChange(days, from), unit.life.to)
  if (alreadyHolds(days, period, (known) => known === value)) return nothing
  return facts({ _tag: "UnitReclassified", unit: unit.id, ...fact(value), ...period })
}

// What a unit is decides where it may stand, what may stand below it and what it may hold; classifications do not.
const checkReclassified = (
  context: Context,
  state: State.State,
  id: Unit.Unit["id"],
  from: Period.Period["from"],
  isOfNewKind: boolean
): Decision =>
  Result.flatMap(State.living(state, id, from), (unit): Decision => {
    const period = holds(from, unit.life.to)
    const standing: Result.Result<void, OrganisationError> = isOfNewKind
      ? Result.flatMap(Standing.checkAgain(context, state, unit, period), () =>
          Gridding.checkMoved(context, state, id, period)
        )
      : Result.succeed(undefined)
    const checked = Result.flatMap(standing, () => Suitability.check(context, state, id, period))
    return Result.flatMap(checked, () => nothing)
  })

export const decisions: Decisions<"RenameUnit" | "AddAlias" | "ReclassifyUnit"> = {
  RenameUnit: (_context, state, { unit: id, name, from }) =>
    Result.flatMap(State.living(state, id, from), (unit) => {
      const period = holds(from, Timeline.nextChange(unit.name, from), unit.life.to)
      if (alreadyHolds(unit.name, period, (known) => Equal.equals(known, name))) return nothing
      return facts({ _tag: "UnitRenamed", unit: id, name, ...period })
    }),
  AddAlias: (_context, state, { unit: id, alias, sort, from, to }) => {
    const asked = Period.make(from, to)
    if (Result.isFailure(asked)) return Result.fail(asked.failure)
    return Result.flatMap(State.living(state, id, from), (unit) => {
      const period = holds(from, to, unit.life.to)
      const known = unit.aliases.filter((one) => one.text === alias && one.sort === sort)
      const isKnown = known.some((one) => Period.encloses(one, period))
      return isKnown ? nothing : facts({ _tag: "AliasAdded", unit: id, alias, sort, ...period })
    })
  },
  ReclassifyUnit: (context, state, { unit: id, from, kind, nature, formation, classes }) =>
    Result.flatMap(State.living(state, id, from), (unit): Decision => {
      const knownKind = kind === undefined ? undefined : StructureIndex.kind(context.index, kind)
      if (knownKind !== undefined && Result.isFailure(knownKind)) return Result.fail(knownKind.failure)
      const checked = StructureIndex.checkClasses(context.index, classes)
      if (Result.isFailure(checked)) return Result.fail(checked.failure)
      return inTurn(context, state, [
        () => answered(unit, unit.kind, from, kind, (value) => ({ kind: value })),
        () => answered(unit, unit.nature, from, nature, (value) => ({ nature: value })),
        () => answered(unit, unit.formation, from, formation, (value) => ({ formation: value })),
        ...Object.entries(classes ?? {}).map(
          ([set, option]) =>
            () =>
              answered(unit, unit.classes[set] ?? [], from, option, (value) => ({ classes: { [set]: value } }))
        ),
        (now) => checkReclassified(context, now, id, from, kind !== undefined)
      ])
    })
}

const answer = <A>(days: Timeline.Timeline<A>, period: Period.Period, value: A | undefined): Timeline.Timeline<A> =>
  value === undefined ? days : Timeline.set(days, period, value)

export const effects: Effects<"UnitRenamed" | "AliasAdded" | "UnitReclassified"> = {
  UnitRenamed: (state, event) =>
    State.update(state, event.unit, (unit) => ({ ...unit, name: Timeline.set(unit.name, during(event), event.name) })),
  AliasAdded: (state, event) =>
    State.update(state, event.unit, (unit) => ({
      ...unit,
      aliases: [...unit.aliases, { text: event.alias, sort: event.sort, ...during(event) }]
    })),
  UnitReclassified: (state, event) =>
    State.update(state, event.unit, (unit) => {
      const period = during(event)
      const classes = Object.entries(event.classes ?? {}).map(
        ([set, option]) => [set, Timeline.set(unit.classes[set] ?? [], period, option)] as const
      )
      return {
        ...unit,
        kind: answer(unit.kind, period, event.kind),
        nature: answer(unit.nature, period, event.nature),
        formation: answer(unit.formation, period, event.formation),
        classes: { ...unit.classes, ...Object.fromEntries(classes) }
      }
    })
}
