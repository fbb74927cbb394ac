import { CivilDate, Identifier, Problem } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Domain } from "../../src/index.ts"
import * as Rooms from "./Rooms.ts"

/** A toy domain with one stream a room, which must know from another domain whether the room is open. */

const BookRoom = Schema.TaggedStruct("BookRoom", { room: Schema.NonEmptyString, on: CivilDate.CivilDate })
export const Command = Schema.Union([BookRoom]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type

const RoomBooked = Schema.TaggedStruct("RoomBooked", { room: Schema.NonEmptyString, on: CivilDate.CivilDate })
export const Event = Schema.Union([RoomBooked]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

export class Taken extends Problem.define(
  "toy",
  "Taken"
)<{ readonly room: string; readonly on: string }>((e) => ({
  zh: `房间 ${e.room} 在 ${e.on} 已被预订。`,
  en: `Room ${e.room} is taken on ${e.on}.`
})) {}
export class NotOpen extends Problem.define(
  "toy",
  "NotOpen"
)<{ readonly room: string }>((e) => ({
  zh: `房间 ${e.room} 未开放。`,
  en: `Room ${e.room} is not open.`
})) {}

interface Facts {
  readonly isOpen: (room: string, on: CivilDate.CivilDate) => boolean
}
type State = ReadonlyArray<string>

const decide = (state: State, command: Command, facts: Facts): Result.Result<ReadonlyArray<Event>, Taken | NotOpen> => {
  const { room, on } = command
  if (!facts.isOpen(room, on)) return Result.fail(new NotOpen({ room }))
  if (state.includes(on)) return Result.fail(new Taken({ room, on }))
  return Result.succeed([{ _tag: "RoomBooked", room, on }])
}

export const streamOf = (room: string): Identifier.StreamId => Identifier.StreamId.make(`bookings:${room}`)

/** The rooms booked on a date. */
export const bookings = Domain.define({
  name: "bookings",
  command: Command,
  event: Event,
  schemaVersion: 1,
  decider: { initial: [] as State, decide, evolve: (state: State, event: Event): State => [...state, event.on] },
  stream: (command) => streamOf(command.room),
  restsOn: [Rooms.stream],
  facts: (city): Facts => ({ isOpen: (room, on) => Rooms.rooms.view(city, on).includes(room) }),
  view: (streams, on) => [...streams.entries()].flatMap(([id, days]) => (days.includes(on) ? [id] : [])).sort()
})
