import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { RosterId, SlotId } from "../src/RosterCode.ts"
import * as Command from "../src/RosterCommand.ts"
import type { RosterError } from "../src/RosterError.ts"
import type { Event } from "../src/RosterEvent.ts"
import * as State from "../src/RosterState.ts"
import * as Rosters from "../src/Rosters.ts"
import { china, members, names, shift } from "./rosterScene.ts"

/** Whatever does not begin with `no` is there; `leaving` is a unit, or a station, until the middle of March. */
export const facts: Rosters.Facts = {
  exists: (unit, on) => !unit.startsWith("no") && (unit !== "leaving" || on < "2026-03-16"),
  stands: (station, on) => !station.startsWith("no") && (station !== "closing" || on < "2026-03-16"),
  calendar: china
}

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** A command to the roster `r`. */
export const to = (_tag: string, on: string, fields: object = {}): Encoded =>
  ({ _tag, roster: "r", ...fields, on }) as Encoded

/** A command to the roster `r` at a moment, in China. */
export const atTime = (_tag: string, moment: string, fields: object = {}): Encoded =>
  ({ _tag, roster: "r", ...fields, at: Date.parse(`${moment}:00+08:00`) }) as Encoded

/** A fortnight from Monday, 2 March 2026, with four members at two stations. */
export const fortnight = (more: object = {}): object => ({
  cycle: { from: "2026-03-02", to: "2026-03-16" },
  members: members(names("m", 4)),
  shifts: [shift(["a", "b"])],
  ...more
})

export const drafted = (plan: object = fortnight(), on = "2026-02-20"): Encoded =>
  to("DraftRoster", on, { names: { zh: "三月轮值", en: "March" }, plan })

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Rosters.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | RosterError => {
  const decided = Rosters.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const roster = (state: State.State, id = "r"): State.Roster => {
  const found = State.roster(state, RosterId.make(id))
  if (found === undefined) throw new Error(`${id} is known`)
  return found
}

export const slot = SlotId.make

export const duty = (state: State.State, id: string): State.Duty => {
  const found = State.duty(roster(state), slot(id))
  if (found === undefined) throw new Error(`${id} is known`)
  return found
}

/** Who is on a slot. */
export const holder = (state: State.State, id: string): string => {
  const { unit } = duty(state, id)
  if (unit === undefined) throw new Error(`somebody is on ${id}`)
  return unit
}

/** A roster that is drafted, generated and published. */
export const published = (plan: object = fortnight()): State.State =>
  after([
    drafted(plan),
    to("GenerateRoster", "2026-02-21", { generation: 1 }),
    to("PublishRoster", "2026-02-23", { generation: 1 })
  ])

/** A manager who says so. */
export const manager = { manager: "street", reason: "成员单位来电请假" }
