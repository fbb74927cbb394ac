import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Command from "../src/WhistleCommand.ts"
import type { WhistleError } from "../src/WhistleError.ts"
import type { Event } from "../src/WhistleEvent.ts"
import * as State from "../src/WhistleState.ts"
import * as Whistles from "../src/Whistles.ts"

export const hour = 3_600_000
const begin = Date.UTC(2024, 4, 6, 1)

/** A number of hours after the whistles of these tests are blown: nine in the morning in China. */
export const at = (hours: number): number => begin + hours * hour

/** Every unit whose id does not begin with `no` exists, since 2020. */
export const facts: Whistles.Facts = { exists: (id, on) => !id.startsWith("no") && on >= "2020-01-01" }

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Whistles.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | WhistleError => {
  const decided = Whistles.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const say = (_tag: string, whistle: string, hours: number, fields: object = {}): Encoded =>
  ({ _tag, whistle, ...fields, at: at(hours) }) as Encoded

/** A firm calls departments, to come within a day. */
export const blow = (whistle: string, departments: ReadonlyArray<string>, more: object = {}): Encoded =>
  say("BlowWhistle", whistle, 0, {
    caller: "firm",
    callerKind: "enterprise",
    topic: "招聘难",
    departments,
    due: at(24),
    ...more
  })

/** A whistle that is known. */
export const known = (state: State.State, id: string): State.Whistle => {
  const found = State.whistle(state, Command.WhistleId.make(id))
  if (found === undefined) throw new Error(`whistle ${id} is known`)
  return found
}
