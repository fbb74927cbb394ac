import { CivilDate, Identifier, Problem } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Domain } from "../../src/index.ts"

/** A toy domain with one stream: which rooms there are, and since when. */

const room = Schema.NonEmptyString
const OpenRoom = Schema.TaggedStruct("OpenRoom", { room, from: CivilDate.CivilDate })
const CloseRoom = Schema.TaggedStruct("CloseRoom", { room })
export const Command = Schema.Union([OpenRoom, CloseRoom]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type

const RoomOpened = Schema.TaggedStruct("RoomOpened", { room, from: CivilDate.CivilDate })
const RoomClosed = Schema.TaggedStruct("RoomClosed", { room })
export const Event = Schema.Union([RoomOpened, RoomClosed]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

export class RoomExists extends Problem.define(
  "toy",
  "RoomExists"
)<{ readonly room: string }>((e) => ({
  zh: `房间 ${e.room} 已存在。`,
  en: `Room ${e.room} exists already.`
})) {}
export class NoRoom extends Problem.define(
  "toy",
  "NoRoom"
)<{ readonly room: string }>((e) => ({
  zh: `没有房间 ${e.room}。`,
  en: `There is no room ${e.room}.`
})) {}

export type State = ReadonlyMap<string, CivilDate.CivilDate>

export const decider = {
  initial: new Map() as State,
  decide: (state: State, command: Command): Result.Result<ReadonlyArray<Event>, RoomExists | NoRoom> => {
    const since = state.get(command.room)
    if (command._tag === "OpenRoom") {
      if (since === command.from) return Result.succeed([])
      if (since !== undefined) return Result.fail(new RoomExists({ room: command.room }))
      return Result.succeed([{ ...command, _tag: "RoomOpened" }])
    }
    if (since === undefined) return Result.fail(new NoRoom({ room: command.room }))
    return Result.succeed([{ _tag: "RoomClosed", room: command.room }])
  },
  evolve: (state: State, event: Event): State => {
    const next = new Map(state)
    if (event._tag === "RoomOpened") next.set(event.room, event.from)
    else next.delete(event.room)
    return next
  }
}

export const stream = Identifier.StreamId.make("rooms")

/** The rooms open on a date. */
export const rooms = Domain.define({
  name: "rooms",
  command: Command,
  event: Event,
  schemaVersion: 1,
  decider,
  stream: () => stream,
  facts: () => undefined,
  view: (streams, on) => [...streams.get(stream)].flatMap(([name, from]) => (from <= on ? [name] : [])).sort()
})
