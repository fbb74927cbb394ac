import type { CivilDate } from "@louyu/kernel"
import { Law } from "@louyu/kernel/testing"
import * as HashMap from "effect/HashMap"
import * as fc from "fast-check"
import type { Command } from "../Command.ts"
import type { Weight } from "../CompiledLine.ts"
import * as ForestDefect from "../ForestDefect.ts"
import * as Lineage from "../Lineage.ts"
import type { OrganisationDecider } from "../Organisation.ts"
import * as Membership from "../rules/Membership.ts"
import * as State from "../State.ts"
import { KindId, type Line } from "../Structure.ts"
import * as Unit from "../Unit.ts"
import * as View from "../View.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as Day from "./Day.ts"
import * as DayReading from "./DayReading.ts"
import * as DayRules from "./DayRules.ts"
import * as DayTree from "./DayTree.ts"
import * as Example from "./Example.ts"
import * as Story from "./Story.ts"

const { structure, unit } = Example
const lines = ["command", "location"] as const

// Figures that look at a unit, at its members, and at what is noted about it.
const weights: Readonly<Record<string, Weight>> = {
  one: () => 1,
  members: (state, one, on) => Membership.countOn(state, one, on).full,
  noted: (_state, one, on) =>
    Unit.holding(one.identifiers, on).length + one.terms.length + (one.activities === undefined ? 0 : 10)
}

/** A line of a day, walked over beforehand: living units in the order they were set up, with those above each. */
interface Walked {
  readonly state: State.State
  readonly day: Day.Day
  readonly line: Line
  readonly ids: ReadonlyArray<string>
  readonly above: ReadonlyMap<string, ReadonlyArray<string>>
}

const walk = (state: State.State, day: Day.Day, line: Line): Walked => {
  const order = (id: string): number => State.unit(state, unit(id))?.index ?? -1
  const ids = [...Day.living(day)].sort((a, b) => order(a) - order(b))
  return { state, day, line, ids, above: new Map(ids.map((id) => [id, DayTree.ancestors(day, line, id)])) }
}

const above = (walked: Walked, id: string): ReadonlyArray<string> => walked.above.get(id) ?? []

const children = (walked: Walked, id: string): ReadonlyArray<string> =>
  walked.ids.filter((one) => above(walked, one)[0] === id)

const preorder = (walked: Walked, id: string): ReadonlyArray<string> => [
  id,
  ...children(walked, id).flatMap((child) => preorder(walked, child))
]

const around = (walked: Walked, id: string): ReadonlyArray<string> =>
  walked.above.has(id) ? [id, ...above(walked, id)] : []

/** Compares every answer about one unit with what walking over the day gives. */
const compareUnit = (view: View.View, walked: Walked, id: string): void => {
  const { day, line, state } = walked
  const lives = walked.above.has(id)
  const below = lives ? preorder(walked, id) : []
  const kindOf = (one: string) => DayRules.kindOf(structure, day, one)
  const expected = {
    superior: above(walked, id)[0],
    ancestors: above(walked, id),
    path: [...around(walked, id)].reverse(),
    children: children(walked, id),
    descendants: below.slice(1),
    depth: lives ? above(walked, id).length : undefined,
    size: below.length,
    kind: kindOf(id)?.id,
    building: around(walked, id).find((one) => kindOf(one)?.archetype === "building"),
    region: around(walked, id).find((one) => kindOf(one)?.id === "region"),
    departments: children(walked, id).filter((one) => kindOf(one)?.id === "department"),
    sums: Object.values(weights).map((weight) =>
      below.reduce((sum, one) => {
        const found = State.unit(state, unit(one))
        return found === undefined ? sum : sum + weight(state, found, day.on)
      }, 0)
    )
  }
  const actual = {
    superior: View.superior(view, line, unit(id)),
    ancestors: View.ancestors(view, line, unit(id)),
    path: View.path(view, line, unit(id)),
    children: View.children(view, line, unit(id)),
    descendants: View.descendants(view, line, unit(id)),
    depth: View.depth(view, line, unit(id)),
    size: View.size(view, line, unit(id)),
    kind: View.kind(view, unit(id)),
    building: View.nearest(view, line, unit(id), { archetype: "building" }),
    region: View.nearest(view, line, unit(id), { kind: KindId.make("region") }),
    departments: View.childrenOf(view, line, unit(id), { kind: KindId.make("department") }),
    sums: Object.values(weights).map((weight) => View.rollUp(view, line, unit(id), weight))
  }
  Law.same(actual, expected, `${line} of ${id} on ${day.on}`)
}

const comparePairs = (view: View.View, walked: Walked, ids: ReadonlyArray<string>): void => {
  const { line } = walked
  for (const one of ids) {
    for (const other of ids) {
      const [a, b] = [unit(one), unit(other)]
      const isAbove = above(walked, other).includes(one)
      if (View.isAbove(view, line, a, b) !== isAbove) Law.same(!isAbove, isAbove, `${one} above ${other} in ${line}`)
      const shared = around(walked, one).find((unit) => around(walked, other).includes(unit))
      const found = View.commonSuperior(view, line, a, b)
      if (found !== shared) Law.same(found, shared, `above ${one} and ${other} in ${line}`)
    }
  }
}

/** Compares everything a view says with what walking over the day gives. */
const compare = (view: View.View): void => {
  const day = DayReading.of(view.state, view.on)
  Law.same(new Set(View.units(view).map((one) => one.id as string)), new Set(Day.living(day)), "units")
  const ever: ReadonlyArray<string> = [...HashMap.keys(view.state.units), "nobody"]
  for (const line of lines) {
    const walked = walk(view.state, day, line)
    const roots = walked.ids.filter((id) => above(walked, id).length === 0)
    Law.same(View.roots(view, line), roots, `roots in ${line}`)
    const depths = walked.ids.map((id) => above(walked, id).length)
    const counts = Array.from(new Set(depths), (_, depth) => depths.filter((one) => one === depth).length)
    Law.same(View.levelCounts(view, line), counts, `levels in ${line}`)
    for (const id of ever) compareUnit(view, walked, id)
    comparePairs(view, walked, ever)
  }
}

// The same facts without any memory of what was compiled before.
const forgetful = (state: State.State): State.State => ({ ...state, lineage: Lineage.begin() })

const look = (state: State.State, on: CivilDate.CivilDate): void => {
  compare(View.of(structure, state, on))
}

// Facts that no rule has seen may close a circle: then there is no view, however it is made.
const answers = (view: View.View): unknown => {
  try {
    return lines.map((line) =>
      View.roots(view, line).map((root) => [root, View.descendants(view, line, root), View.size(view, line, root)])
    )
  } catch (defect) {
    return defect instanceof ForestDefect.ForestDefect ? "no forest" : defect
  }
}

const asked = fc.array(fc.constantFrom(...Arbitrary.window), { minLength: 1, maxLength: 2 })
const watched = fc.array(fc.tuple(Arbitrary.command, fc.option(asked, { freq: 4, nil: undefined })), {
  maxLength: 24,
  size: "max"
})
type Watched = ReadonlyArray<readonly [Command, ReadonlyArray<CivilDate.CivilDate> | undefined]>

/** What is promised of views, compiled afresh or carried from state to state. */
export const viewLaws: ReadonlyArray<Law.Law<OrganisationDecider>> = [
  Law.make<OrganisationDecider, [ReadonlyArray<Command>]>(
    "a view compiled afresh answers as walking over the day does, on every day",
    [Arbitrary.commands(20)],
    (subject, commands) => {
      const state = [...Story.turns(subject, commands)].at(-1)?.after ?? Story.begin(subject).state
      const days = Day.distinct(Arbitrary.window.map((on) => DayReading.of(state, on)))
      for (const { on } of days) look(forgetful(state), on)
    }
  ),
  Law.make<OrganisationDecider, [Watched, Watched, ReadonlyArray<CivilDate.CivilDate>]>(
    "a view carried along two continuations of one state answers as walking over the day does",
    [watched, watched, asked],
    (subject, one, other, always) => {
      const begun = Story.begin(subject).state
      const states = [begun, begun]
      for (let step = 0; step < Math.max(one.length, other.length); step++) {
        for (const [branch, steps] of [one, other].entries()) {
          const [command, days] = steps[step] ?? []
          if (command === undefined) continue
          const [turn] = Story.turns(subject, [command], states[branch])
          states[branch] = turn?.after ?? begun
          for (const on of days ?? []) look(states[branch], on)
        }
      }
      for (const state of states) for (const on of always) look(state, on)
    }
  ),
  Law.make<OrganisationDecider, [ReadonlyArray<Command>, ReadonlyArray<number>, CivilDate.CivilDate]>(
    "a view carried over facts of which some are missing answers as one compiled afresh",
    [Arbitrary.commands(30), fc.array(fc.nat({ max: 60 }), { maxLength: 12 }), fc.constantFrom(...Arbitrary.window)],
    (subject, commands, missing, on) => {
      const turns = [...Story.turns(subject, commands)]
      const facts = turns.flatMap(Story.events).filter((_, index) => !missing.includes(index))
      let state = Story.begin(subject).state
      for (const [index, fact] of facts.entries()) {
        state = subject.evolve(state, fact)
        if (index % 5 !== 0 && index !== facts.length - 1) continue
        const [fresh, carried] = [forgetful(state), state].map((one) => answers(View.of(structure, one, on)))
        Law.same(carried, fresh, `after ${fact._tag}`)
      }
    }
  )
]
