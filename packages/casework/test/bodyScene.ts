import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Bodies from "../src/Bodies.ts"
import { BodyId, ItemId, MeetingId, TaskId } from "../src/BodyCode.ts"
import * as Command from "../src/BodyCommand.ts"
import type { BodyError } from "../src/BodyError.ts"
import type { Event } from "../src/BodyEvent.ts"
import type { BodyKind } from "../src/BodyKind.ts"
import * as State from "../src/BodyState.ts"

export const day = CivilDate.make
export const unit = Identifier.UnitId.make

/** Every unit whose id does not begin with `no` exists, since 2020. */
export const facts: Bodies.Facts = { exists: (id, on) => !id.startsWith("no") && on >= "2020-01-01" }

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Bodies.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | BodyError => {
  const decided = Bodies.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

/** A command to the body `b`. */
export const to = (_tag: string, date: string, fields: object = {}): Encoded =>
  ({ _tag, body: "b", ...fields, on: date }) as Encoded

export const found = (kind: BodyKind, date = "2024-01-01", more: object = {}): Encoded =>
  to("FoundBody", date, {
    kind,
    place: "tower",
    names: { zh: "示例大厦", en: "Example tower" },
    ...(kind.dispatch.by === "named" ? { dispatcher: "committee" } : {}),
    ...more
  })

/** One member for each party of a kind, named as the party. */
export const seatAll = (kind: BodyKind, date = "2024-01-01"): ReadonlyArray<Encoded> =>
  kind.seats.map(({ party }) => to("SeatMember", date, { unit: party, party }))

/** A meeting that units came to. */
export const meet = (id: string, date: string, units: ReadonlyArray<string>): ReadonlyArray<Encoded> => [
  to("ScheduleMeeting", "2024-01-01", { meeting: id, date }),
  to("RecordAttendance", date, { meeting: id, units })
]

const present = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`${what} is known`)
  return value
}

export const body = (state: State.State, id = "b"): State.Body => present(State.body(state, BodyId.make(id)), id)
export const item = (state: State.State, id: string): State.Item =>
  present(State.item(body(state), ItemId.make(id)), id)
export const meeting = (state: State.State, id: string): State.Meeting =>
  present(State.meeting(body(state), MeetingId.make(id)), id)
export const task = (state: State.State, id: string): State.Task =>
  present(State.task(body(state), TaskId.make(id)), id)
