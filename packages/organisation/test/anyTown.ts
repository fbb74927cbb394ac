import type { CivilDate, Identifier } from "@louyu/kernel"
import * as fc from "fast-check"
import type { Archetype } from "../src/Archetype.ts"
import type { Command } from "../src/Command.ts"
import type { Event } from "../src/Event.ts"
import * as Organisation from "../src/Organisation.ts"
import type { State } from "../src/State.ts"
import type { Line } from "../src/Structure.ts"
import * as Arbitrary from "../src/testing/Arbitrary.ts"
import * as Day from "../src/testing/Day.ts"
import * as DayModel from "../src/testing/DayModel.ts"
import * as Example from "../src/testing/Example.ts"
import * as Story from "../src/testing/Story.ts"
import * as View from "../src/View.ts"
import { active, found, guide } from "./town.ts"

type UnitId = Identifier.UnitId

/** What became of a city: its state, and the same as plain facts for every day of a window. */
export interface Town {
  readonly state: State
  readonly events: ReadonlyArray<Event>
  readonly days: DayModel.DayModel
}

const decider = Organisation.decider(Example.structure)
const begun = Story.begin(decider)
const firstDays = DayModel.replay(DayModel.empty(Arbitrary.window), begun.events)

/** Lets commands happen in the example's city; those that are refused change nothing. */
export const play = (commands: ReadonlyArray<Command>): Town => {
  const events: Array<Event> = []
  let { state } = begun
  for (const turn of Story.turns(decider, commands, state)) {
    events.push(...Story.events(turn))
    state = turn.after
  }
  return { state, events: [...begun.events, ...events], days: DayModel.replay(firstDays, events) }
}

// A counterexample is told as the commands that lead to it: the state itself fills pages.
const told = <A extends object>(value: A, commands: ReadonlyArray<Command>): A =>
  Object.assign(value, { [fc.toStringMethod]: () => commands.map((command) => JSON.stringify(command)).join("\n") })

const some = <A>(items: ReadonlyArray<A>): fc.Arbitrary<[A, ...Array<A>]> =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<[A, ...Array<A>]>

const firms = ["x1", "x2", "x3", "x4", "x5"]
const branches = ["k1", "k2", "k3"]
const moreFirms = firms.map((id, index) => Example.establish(id, "enterprise", { within: index < 3 ? "un3" : "fl1" }))
const days = fc.constantFrom(...Arbitrary.window.slice(2, 8))

// Branches founded, reorganised, dissolved and active, guides sent: commands at random seldom come to that.
const coverage: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...branches), some(firms), fc.integer({ min: 3, max: 60 }), days)
      .map(([id, covered, full, from]) => found(id, covered, { full, from, within: "bd1" }))
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...branches), some(firms), days).map(
      ([branch, [first, ...others], from]): Command => ({
        _tag: "ReorganiseBranch",
        branch: Example.unit(branch),
        formation: others.length === 0 ? "single" : "joint",
        enterprises: [Example.unit(first), ...others.map(Example.unit)],
        from
      })
    )
  },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...branches), days).map(([branch, date]) => active(branch, date)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...firms), days).map(([id, from]) => guide("dc", id, "指导员", from))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...firms), days)
      .map(([id, on]): Command => ({ _tag: "DissolveUnit", unit: Example.unit(id), on }))
  }
)

const commands = fc
  .tuple(fc.array(coverage, { minLength: 5, maxLength: 12, size: "max" }), Arbitrary.commands(25))
  .map(([first, then]) => [...moreFirms, ...first, ...then])

/** Any city that commands can lead to. */
export const towns: fc.Arbitrary<Town> = commands.map((done) => told(play(done), done))

/** Any city that commands can lead to, on one of the days of the window. */
export const townsOnADay: fc.Arbitrary<TownOnDay> = fc
  .tuple(commands, fc.constantFrom(...Arbitrary.window))
  .map(([done, on]) => told(dayOf(play(done), on), done))

/** A city on a day: as a view, and as plain facts. */
export interface TownOnDay {
  readonly town: Town
  readonly view: View.View
  readonly day: Day.Day
}

/** A city on a day. */
export const dayOf = (town: Town, on: CivilDate.CivilDate): TownOnDay => ({
  town,
  view: View.of(Example.structure, town.state, on),
  day: town.days.find((day) => day.on === on) as Day.Day
})

/** All days of the window. */
export const { window } = Arbitrary

/** What a unit is to the rules on a day, by the plain facts. */
export const archetype = (day: Day.Day, unit: string): Archetype | undefined => {
  const kind = Day.value(day, "kind", unit)
  return Example.structure.kinds.find(({ id }) => id === kind)?.archetype
}

/** The units above a unit, the nearest first, by the plain facts. */
export const above = (day: Day.Day, line: Line, unit: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  for (let at = Day.superior(day, line, unit); at !== undefined; at = Day.superior(day, line, at)) found.push(at)
  return found
}

/** The units below a unit at any distance, by the plain facts. */
export const below = (day: Day.Day, line: Line, unit: string): ReadonlyArray<string> =>
  Day.living(day).filter((one) => above(day, line, one).includes(unit))

/** The enterprises that exist on a day, in a place or anywhere, by the plain facts. */
export const tenants = (day: Day.Day, within?: string): ReadonlyArray<string> =>
  Day.living(day).filter((unit) => {
    const isTenant = ["enterprise", "soleTrader"].includes(archetype(day, unit) ?? "")
    return isTenant && (within === undefined || above(day, "location", unit).includes(within))
  })

/** Any unit of the example's city that may or may not exist. */
export const someUnit: fc.Arbitrary<UnitId> = fc
  .constantFrom(
    ..."r1 r2 r3 r4 cl1 cl2 cd1 bd1 bd2 tw1 fl1 fl2 un1 un2 un3 mg1 mg2 mg3 dc st cc1 bc1 br1 br2 br3 fb1 ch1 co1".split(
      " "
    )
  )
  .map(Example.unit)

/** The texts, sorted. */
export const sorted = (texts: Iterable<string>): ReadonlyArray<string> => [...texts].sort()
