import { CivilDate, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Command from "../src/RoomCommand.ts"
import type { RoomError } from "../src/RoomError.ts"
import type { Event } from "../src/RoomEvent.ts"
import * as State from "../src/RoomState.ts"
import * as Rooms from "../src/Rooms.ts"
import * as StationCatalogue from "../src/StationCatalogue.ts"
import { RoomId } from "../src/StationCode.ts"

export const day = CivilDate.make

/** Every unit and station whose id does not begin with `no` is there, since 2015; stations until 2090. */
export const facts: Rooms.Facts = {
  exists: (one, on) => !one.startsWith("no") && on >= "2015-01-01",
  station: (one, on) => !one.startsWith("no") && on >= "2015-01-01" && on < "2090-01-01",
  catalogue: StationCatalogue.preset
}

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Rooms.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | RoomError => {
  const decided = Rooms.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const furnish = (room: string, kind: string, more: object = {}): Encoded => ({
  _tag: "FurnishRoom",
  room,
  station: "s",
  kind,
  names: { zh: "示例" },
  from: "2022-01-01",
  ...more
})

export const book = (booking: string, date: string, open: string, close: string, more: object = {}): Encoded => ({
  _tag: "BookRoom",
  room: "r",
  booking,
  date,
  window: { open, close },
  by: { unit: "firm" },
  ...more
})

export const out = (outage: string, from: string, more: object = {}): Encoded => ({
  _tag: "TakeRoomOut",
  room: "r",
  outage,
  from,
  reason: "检修",
  ...more
})

export const room = (state: State.State, name = "r"): State.Room => {
  const found = State.room(state, RoomId.make(name))
  if (found === undefined) throw new Error(`${name} is furnished`)
  return found
}
