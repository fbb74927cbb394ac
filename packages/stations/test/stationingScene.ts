import { CivilDate, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { StationId, StationingId } from "../src/StationCode.ts"
import * as Command from "../src/StationingCommand.ts"
import type { StationingError } from "../src/StationingError.ts"
import type { Event } from "../src/StationingEvent.ts"
import * as State from "../src/StationingState.ts"
import * as Stationings from "../src/Stationings.ts"

export const day = CivilDate.make
export const station = StationId.make("s")

/** Everything whose id does not begin with `no` is there, since 2015. */
export const facts: Stationings.Facts = {
  exists: (one, on) => !one.startsWith("no") && on >= "2015-01-01",
  station: (one, on) => !one.startsWith("no") && on >= "2015-01-01"
}

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Stationings.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | StationingError => {
  const decided = Stationings.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const come = (stationing: string, department: string, pattern: object, more: object = {}): Encoded =>
  ({
    _tag: "StationDepartment",
    stationing,
    station: "s",
    department,
    names: { zh: "驻点服务" },
    pattern,
    window: { open: "09:00", close: "11:30" },
    from: "2024-01-01",
    ...more
  }) as Encoded

export const known = (state: State.State, name: string): State.Stationing => {
  const found = State.stationing(state, StationingId.make(name))
  if (found === undefined) throw new Error(`${name} began`)
  return found
}
