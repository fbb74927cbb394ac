import { Decider, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Command from "../src/PointCommand.ts"
import type { PointError } from "../src/PointError.ts"
import type { Event } from "../src/PointEvent.ts"
import * as State from "../src/PointState.ts"
import * as ServicePoints from "../src/ServicePoints.ts"
import * as StationCatalogue from "../src/StationCatalogue.ts"
import { PointId, StationId } from "../src/StationCode.ts"

export const at = (text: string): number => Date.parse(`${text}+08:00`)
export const station = StationId.make("s")

/** Every station whose id does not begin with `no` is there since 2022; the room `area` is one of `s`. */
export const facts: ServicePoints.Facts = {
  station: (one, on) => !one.startsWith("no") && on >= "2022-01-01",
  room: (room, of) => room === "area" && of === "s",
  catalogue: StationCatalogue.preset,
  zone: WorkCalendar.china
}

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(ServicePoints.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | PointError => {
  const decided = ServicePoints.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const item = (name: string, more: object = {}): Encoded => ({
  _tag: "ListServiceItem",
  item: name,
  names: { zh: "示例事项" },
  ...more
})

export const install = (point: string, items: ReadonlyArray<string>, more: object = {}): Encoded => ({
  _tag: "InstallServicePoint",
  point,
  sort: "device",
  kind: "allInOne",
  names: { zh: "示例设备" },
  station: "s",
  items: [...items],
  at: at("2022-06-01T00:00"),
  ...more
})

export const fail = (point: string, time: string): Encoded => ({
  _tag: "FailServicePoint",
  point,
  reason: "断网",
  at: at(time)
})
export const restore = (point: string, time: string): Encoded => ({ _tag: "RestoreServicePoint", point, at: at(time) })

export const point = (state: State.State, name: string): State.Point => {
  const found = State.point(state, PointId.make(name))
  if (found === undefined) throw new Error(`${name} is installed`)
  return found
}
