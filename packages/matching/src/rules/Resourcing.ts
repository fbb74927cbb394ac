import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Capacity from "../Capacity.ts"
import { NotOffered, OverCapacity } from "../MatchingError.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

export const decisions: Rule.Decisions<"RegisterResource" | "ResizeResource" | "WithdrawResource"> = {
  RegisterResource: (context, state, { _tag, ...resource }) => {
    const { resource: id, category, owner, place, from, to } = resource
    return Rule.entered("resource", id, State.resource(state, id)?.resource, resource, () => {
      const checked = Rule.all(
        () => Rule.ordered(from, to),
        () => Rule.sorted(context, category),
        () => Rule.existing(context, owner, from),
        () => Rule.existing(context, place, from)
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "ResourceRegistered", ...resource }))
    })
  },
  ResizeResource: (_context, state, { resource: id, amount, from }) =>
    Result.flatMap(
      Rule.known(State.resource(state, id), "resource", id),
      ({ resource, amounts, life }): Rule.Decision => {
        if (!Period.contains(life, from)) return Result.fail(new NotOffered({ offer: id, on: from }))
        const later = Timeline.setFrom(amounts, from, amount)
        if (Timeline.at(amounts, from) === amount) return Rule.nothing
        const amountOn = (day: typeof from) => State.amountOn(later, day)
        const uses = State.usesOf(state, { _tag: "resource", resource: id })
        const over = Capacity.overload(resource.capacity, uses, amountOn)
        if (over === undefined || over.from < from)
          return Rule.facts({ _tag: "ResourceResized", resource: id, amount, from })
        const { unit } = resource.capacity
        return Result.fail(new OverCapacity({ offer: id, on: over.from, amount, used: over.used, unit }))
      }
    ),
  WithdrawResource: (_context, state, { resource: id, on }) =>
    Result.flatMap(Rule.known(State.resource(state, id), "resource", id), ({ life }) =>
      life.to !== undefined && life.to <= on
        ? Rule.nothing
        : Rule.facts({ _tag: "ResourceWithdrawn", resource: id, on })
    )
}

export const effects: Rule.Effects<"ResourceRegistered" | "ResourceResized" | "ResourceWithdrawn"> = {
  ResourceRegistered: (state, { _tag, ...resource }) => {
    const { from, to, capacity } = resource
    const life = to === undefined ? { from } : { from, to }
    const known = { resource, life, amounts: Timeline.since(from, capacity.amount) }
    return { ...state, resources: HashMap.set(state.resources, resource.resource, known) }
  },
  ResourceResized: (state, { resource: id, amount, from }) => ({
    ...state,
    resources: HashMap.modify(state.resources, id, (known) => ({
      ...known,
      amounts: Timeline.setFrom(known.amounts, from, amount)
    }))
  }),
  ResourceWithdrawn: (state, { resource: id, on }) => ({
    ...state,
    resources: HashMap.modify(state.resources, id, (known) => ({ ...known, life: { from: known.life.from, to: on } }))
  })
}
