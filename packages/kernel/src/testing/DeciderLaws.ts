import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import type { Decider } from "../Decider.ts"
import * as Law from "./Law.ts"

/** What is needed to put a decider through its paces. */
export interface Options<Command, State, Event, Facts> {
  /** Commands worth trying in a state: some it accepts, some it refuses. */
  readonly commands: (state: State) => fc.Arbitrary<Command>
  /** What other domains may know. */
  readonly facts: fc.Arbitrary<Facts>
  /** How events are stored. */
  readonly event: Schema.Codec<Event, unknown>
  /** What of a state counts when two are compared; the state itself when left out. */
  readonly observe?: (state: State) => unknown
  /** How many commands a story may have; 12 when left out. */
  readonly maxLength?: number
}

// A story made anew for every shorter try may fail in ever new ways; some tries find one that is short enough.
const stories = fc.limitShrink(fc.gen(), 200)

// One command after the other, each made for the state it meets.
const story = <Command, State, Event, Failure, Facts>(
  decider: Decider<Command, State, Event, Failure, Facts>,
  options: Options<Command, State, Event, Facts>,
  g: fc.GeneratorValue,
  visit: (turn: {
    readonly state: State
    readonly command: Command
    readonly facts: Facts
    readonly decided: Result.Result<ReadonlyArray<Event>, Failure>
  }) => void = () => undefined
): { readonly state: State; readonly events: ReadonlyArray<Event> } => {
  const facts = g(() => options.facts)
  const length = g(() => fc.nat(options.maxLength ?? 12))
  const events: Array<Event> = []
  let state = decider.initial
  for (let turn = 0; turn < length; turn++) {
    const command = g(options.commands, state)
    const decided = decider.decide(state, command, facts)
    visit({ state, command, facts, decided })
    if (Result.isSuccess(decided)) {
      for (const event of decided.success) {
        state = decider.evolve(state, event)
        events.push(event)
      }
    }
  }
  return { state, events }
}

/**
 * What every decider promises, whatever its domain: it never throws, answers the same to the same, leaves what it is
 * given untouched, and its state is what its stored events say.
 *
 * Given to a test runner by a loop: `for (const law of DeciderLaws.laws(options)) it(law.name, () => law.check(decider))`.
 */
export const laws = <Command, State, Event, Failure, Facts>(
  options: Options<Command, State, Event, Facts>
): ReadonlyArray<Law.Law<Decider<Command, State, Event, Failure, Facts>>> => {
  type Subject = Decider<Command, State, Event, Failure, Facts>
  const observe = options.observe ?? ((state: State): unknown => state)
  const shown = (state: State): string => fc.stringify(observe(state))
  const encode = Schema.encodeSync(options.event)
  const decode = Schema.decodeUnknownSync(options.event)
  const stored = (event: Event): Event => decode(JSON.parse(JSON.stringify(encode(event))))
  const law = (name: string, body: (subject: Subject, g: fc.GeneratorValue) => void) =>
    Law.make<Subject, [fc.GeneratorValue]>(name, [stories], body)

  return [
    law("decide and evolve never throw on what can happen", (subject, g) => {
      story(subject, options, g)
    }),
    law("the same state, command and facts give the same answer", (subject, g) => {
      story(subject, options, g, ({ state, command, facts, decided }) => {
        Law.same(subject.decide(state, command, facts), decided, "the second answer")
      })
    }),
    law("decide leaves the state and the command as they were", (subject, g) => {
      story(subject, options, g, ({ state, command, facts }) => {
        const before = shown(state) + fc.stringify(command)
        subject.decide(state, command, facts)
        Law.same(shown(state) + fc.stringify(command), before, "state and command afterwards")
      })
    }),
    law("evolve leaves the state it is given as it was", (subject, g) => {
      story(subject, options, g, ({ state, decided }) => {
        const before = shown(state)
        if (Result.isSuccess(decided)) decided.success.reduce(subject.evolve, state)
        Law.same(shown(state), before, "the state afterwards")
      })
    }),
    law("replaying the events gives the state that was reached", (subject, g) => {
      const { state, events } = story(subject, options, g)
      Law.same(observe(events.reduce(subject.evolve, subject.initial)), observe(state), "the replayed state")
    }),
    law("events come back from storage as they were, and replay to the same state", (subject, g) => {
      const { state, events } = story(subject, options, g)
      const back = events.map(stored)
      for (const [i, event] of back.entries()) {
        if (!Equal.equals(event, events[i]))
          throw new Error(`stored: ${fc.stringify(events[i])} became ${fc.stringify(event)}`)
      }
      Law.same(observe(back.reduce(subject.evolve, subject.initial)), observe(state), "the replayed state")
    })
  ]
}
