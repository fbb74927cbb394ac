import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as StationCatalogue from "../src/StationCatalogue.ts"
import { StationId } from "../src/StationCode.ts"
import * as Command from "../src/StationCommand.ts"
import type { StationError } from "../src/StationError.ts"
import type { Event } from "../src/StationEvent.ts"
import * as State from "../src/StationState.ts"
import * as Stations from "../src/Stations.ts"

export const day = CivilDate.make
export const unit = Identifier.UnitId.make
export const id = StationId.make

/** Every unit whose id does not begin with `no` exists, since 2015. */
export const facts: Stations.Facts = {
  exists: (one, on) => !one.startsWith("no") && on >= "2015-01-01",
  catalogue: StationCatalogue.preset
}

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Stations.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | StationError => {
  const decided = Stations.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

/** A command to a station from a date on. */
export const to = (_tag: string, station: string, from: string, fields: object = {}): Encoded =>
  ({ _tag, station, ...fields, from }) as Encoded

export const open = (station: string, standing: object, from = "2021-01-01", more: object = {}): Encoded =>
  to("OpenStation", station, from, {
    kind: "redCollarStation",
    names: { zh: "示例驿站", en: "Example station" },
    place: `tower-${station}`,
    standing,
    ...more
  })

export const main = (cluster: string, scheme?: string) => ({ tier: "main", cluster, ...(scheme && { scheme }) })
export const sub = (of: string) => ({ tier: "sub", main: of })
export const alone = { tier: "alone" }

export const station = (state: State.State, name: string): State.Station => {
  const found = State.station(state, id(name))
  if (found === undefined) throw new Error(`${name} is known`)
  return found
}
