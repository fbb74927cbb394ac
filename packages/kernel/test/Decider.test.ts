import { Decider } from "@louyu/kernel"
import { DeciderLaws, Law } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

// A shared table with so many seats; people come in groups and leave in groups.
type Command = { readonly _tag: "Sit"; readonly people: number } | { readonly _tag: "Leave"; readonly people: number }
const Event = Schema.Union([
  Schema.TaggedStruct("Sat", { people: Schema.Int }),
  Schema.TaggedStruct("Left", { people: Schema.Int })
])
type Event = typeof Event.Type
interface State {
  readonly taken: number
  readonly groups: ReadonlyArray<number>
}
interface Facts {
  readonly seats: number
}
type Table = Decider.Decider<Command, State, Event, string, Facts>

const table: Table = {
  initial: { taken: 0, groups: [] },
  decide: (state, command, { seats }) => {
    if (command._tag === "Sit") {
      return state.taken + command.people > seats
        ? Result.fail("full")
        : Result.succeed([{ _tag: "Sat", people: command.people }])
    }
    return command.people > state.taken
      ? Result.fail("so many are not there")
      : Result.succeed(Array.from({ length: command.people }, (): Event => ({ _tag: "Left", people: 1 })))
  },
  evolve: (state, event) =>
    event._tag === "Sat"
      ? { taken: state.taken + event.people, groups: [...state.groups, event.people] }
      : { ...state, taken: state.taken - event.people }
}

const options: DeciderLaws.Options<Command, State, Event, Facts> = {
  commands: (state) =>
    fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((people): Command => ({ _tag: "Sit", people })),
      fc.integer({ min: 1, max: state.taken + 1 }).map((people): Command => ({ _tag: "Leave", people }))
    ),
  facts: fc.record({ seats: fc.integer({ min: 0, max: 12 }) }),
  event: Event
}
const laws = DeciderLaws.laws<Command, State, Event, string, Facts>(options)

describe("Decider", () => {
  it("steps: decides a command and applies its events at once", () => {
    const stepped = Decider.step(table, { taken: 3, groups: [3] }, { _tag: "Leave", people: 2 }, { seats: 4 })
    expect(Result.getOrThrow(stepped)).toEqual({
      state: { taken: 1, groups: [3] },
      events: [
        { _tag: "Left", people: 1 },
        { _tag: "Left", people: 1 }
      ]
    })
    expect(Decider.step(table, table.initial, { _tag: "Sit", people: 5 }, { seats: 4 })).toEqual(Result.fail("full"))
  })

  it("runs on after a refusal and tells which commands were refused", () => {
    const commands: ReadonlyArray<Command> = [
      { _tag: "Sit", people: 3 },
      { _tag: "Sit", people: 2 },
      { _tag: "Leave", people: 4 },
      { _tag: "Sit", people: 1 }
    ]
    const ran = Decider.run(table, table.initial, commands, { seats: 4 })
    expect(ran.failures).toEqual([
      { index: 1, failure: "full" },
      { index: 2, failure: "so many are not there" }
    ])
    expect(ran.state.taken).toBe(4)
    expect(Decider.fold(table, ran.events)).toEqual(ran.state)
  })

  it("runs to what its steps come to", () => {
    const commands = fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 4 }).map((people): Command => ({ _tag: "Sit", people })),
        fc.integer({ min: 1, max: 4 }).map((people): Command => ({ _tag: "Leave", people }))
      )
    )
    fc.assert(
      fc.property(commands, fc.nat(12), (all, seats) => {
        const ran = Decider.run(table, table.initial, all, { seats })
        let state = table.initial
        const refused: Array<number> = []
        for (const [index, command] of all.entries()) {
          const stepped = Decider.step(table, state, command, { seats })
          if (Result.isSuccess(stepped)) state = stepped.success.state
          else refused.push(index)
        }
        expect(ran.state).toEqual(state)
        expect(ran.failures.map(({ index }) => index)).toEqual(refused)
      })
    )
  })
})

describe("A decider that is sound keeps every law", () => {
  for (const law of laws) {
    it(law.name, () => {
      law.check(table)
    })
  }
})

// What a decider must not keep outside its state, for the mutants that do.
const counter = () => {
  let calls = 0
  return () => ++calls
}

const mutants: ReadonlyArray<readonly [mistake: string, law: string, make: () => Table]> = [
  [
    "evolve throws on an event it did not expect",
    "decide and evolve never throw on what can happen",
    () => ({
      ...table,
      evolve: (state, event) => {
        if (event._tag === "Left" && state.taken > 6) throw new Error("unexpected")
        return table.evolve(state, event)
      }
    })
  ],
  [
    "decide throws instead of refusing",
    "decide and evolve never throw on what can happen",
    () => ({
      ...table,
      decide: (state, command, facts) => Result.succeed(Result.getOrThrow(table.decide(state, command, facts)))
    })
  ],
  [
    "decide counts how often it is asked",
    "the same state, command and facts give the same answer",
    () => {
      const calls = counter()
      return {
        ...table,
        decide: (state, command, facts) =>
          calls() % 2 === 0 ? Result.fail("later") : table.decide(state, command, facts)
      }
    }
  ],
  [
    "decide writes into the state",
    "decide leaves the state and the command as they were",
    () => ({
      ...table,
      initial: { taken: 0, groups: [] },
      decide: (state, command, facts) => {
        Object.assign(state, { taken: Math.min(state.taken + 1, 3) })
        return table.decide(state, command, facts)
      }
    })
  ],
  [
    "evolve writes into the state",
    "evolve leaves the state it is given as it was",
    () => ({
      ...table,
      initial: { taken: 0, groups: [] },
      evolve: (state, event) => Object.assign(state, table.evolve(state, event))
    })
  ],
  [
    "evolve remembers what the events do not say",
    "replaying the events gives the state that was reached",
    () => {
      const calls = counter()
      return { ...table, evolve: (state, event) => ({ ...table.evolve(state, event), groups: [calls()] }) }
    }
  ],
  [
    "an event carries what storage does not keep",
    "events come back from storage as they were, and replay to the same state",
    () => ({
      ...table,
      decide: (state, command, facts) =>
        Result.map(table.decide(state, command, facts), (events) =>
          events.map((event) => ({ ...event, witness: state.taken }))
        )
    })
  ]
]

describe("Every law of deciders can be broken", () => {
  it.each(mutants)("when %s", (_mistake, name, make) => {
    const law = laws.filter((candidate) => candidate.name === name)
    expect(Law.brokenBy(law, make())).toEqual([name])
  })

  it.each(mutants)("and says how, soon, when %s", (_mistake, name, make) => {
    const law = laws.find((candidate) => candidate.name === name)
    expect(() => law?.check(make())).toThrow("Counterexample")
  })

  it("and there is a mutant for each", () => {
    const rejected = new Set(mutants.map(([, law]) => law))
    expect(laws.map(({ name }) => name).filter((name) => !rejected.has(name))).toEqual([])
  })
})

describe("Law", () => {
  const positive = Law.make<(n: number) => number, [number]>(
    "squares are not negative",
    [fc.integer()],
    (square, n) => {
      if (square(n) < 0) throw new Error(`${n} squared is ${square(n)}`)
    }
  )

  it("throws with the smallest counterexample", () => {
    expect(() => positive.check((n) => (n > 1000 ? -1 : n * n))).toThrow("1001 squared is -1")
  })

  it("tries as hard as it is told", () => {
    let tries = 0
    positive.check(
      (n) => {
        tries++
        return n * n
      },
      { numRuns: 7, seed: 1 }
    )
    expect(tries).toBe(7)
  })
})
