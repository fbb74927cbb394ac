import { Decider, Identifier, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Casework from "../src/Casework.ts"
import type { CaseworkError } from "../src/CaseworkError.ts"
import * as Command from "../src/Command.ts"
import type { Event } from "../src/Event.ts"
import type { Flow } from "../src/Flow.ts"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as State from "../src/State.ts"

export const unit = Identifier.UnitId.make
export const person = Identifier.PersonId.make

/** A moment by Chinese clocks: `"05-06"` is nine o'clock of that day of 2024. */
export const at = (text: string): number =>
  Date.parse(`2024-${text.includes(" ") ? text.replace(" ", "T") : `${text}T09:00`}:00+08:00`)

/** The flows there are; units exist unless their id begins with `no`; committees may dispatch. */
export const factsOf = (flows: ReadonlyArray<Flow>): Casework.Facts => ({
  flow: (id, version) => flows.find((one) => one.id === id && (version === undefined || one.version === version)),
  exists: (id) => !id.startsWith("no"),
  mayDispatch: (id) => id.startsWith("committee")
})
export const facts = factsOf(FlowPresets.all)

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The case after commands, none of which may be refused. */
export const after = (
  inputs: ReadonlyArray<Encoded>,
  before: State.State = State.initial,
  given: Casework.Facts = facts
): State.CaseKnown => {
  const { state, failures } = Decider.run(Casework.decider, before, inputs.map(command), given)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  if (state === undefined) throw new Error("a case was raised")
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (
  state: State.State,
  input: Encoded,
  given: Casework.Facts = facts
): ReadonlyArray<Event> | CaseworkError => {
  const decided = Casework.decider.decide(state, command(input), given)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const raise = (id: string, when: string, more: object = {}): Encoded =>
  ({
    _tag: "RaiseCase",
    case: id,
    flow: "propertyCouncilHall",
    title: "地下车库电动车被盗",
    place: "tower-a",
    category: "safety",
    channel: "visit",
    by: { person: "guide-1" },
    ...more,
    at: at(when)
  }) as Encoded

/** A command about the case `c1`. */
export const on = (_tag: string, when: string, fields: object = {}, id = "c1"): Encoded =>
  ({ _tag, case: id, ...fields, at: at(when) }) as Encoded

export const classify = (when: string, more: object = {}): Encoded =>
  on("ClassifyCase", when, { scope: "common", difficulty: "ordinary", category: "safety", ...more })

/** China's calendar with office hours. */
export const calendar: WorkCalendar.WorkCalendar = {
  ...WorkCalendar.china,
  hours: Schema.decodeUnknownSync(WorkCalendar.OpeningHours)({
    workday: [
      { open: "09:00", close: "12:00" },
      { open: "13:30", close: "17:30" }
    ]
  })
}
