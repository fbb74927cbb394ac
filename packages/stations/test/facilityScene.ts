import { CivilDate, type Count, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Facilities from "../src/Facilities.ts"
import * as Command from "../src/FacilityCommand.ts"
import type { FacilityError } from "../src/FacilityError.ts"
import type { Event } from "../src/FacilityEvent.ts"
import * as State from "../src/FacilityState.ts"
import * as StationCatalogue from "../src/StationCatalogue.ts"
import { FacilityId } from "../src/StationCode.ts"

export const day = CivilDate.make

/** Everything whose id does not begin with `no` is there, since 2015. */
export const facts: Facilities.Facts = {
  exists: (one, on) => !one.startsWith("no") && on >= "2015-01-01",
  station: (one, on) => !one.startsWith("no") && on >= "2015-01-01",
  catalogue: StationCatalogue.preset
}

export type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (inputs: ReadonlyArray<Encoded>, before: State.State = State.initial): State.State => {
  const { state, failures } = Decider.run(Facilities.decider, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | FacilityError => {
  const decided = Facilities.decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const register = (facility: string, kind: string, quantity: Count.Count, more: object = {}): Encoded => ({
  _tag: "RegisterFacility",
  facility,
  kind,
  names: { zh: "示例设施" },
  place: "tower",
  quantity,
  from: "2022-01-01",
  ...more
})

/** Parking that staff has on working days and residents at night and on rest days. */
export const parking = (quantity: Count.Count): ReadonlyArray<Encoded> => [
  register("p", "tidalParking", quantity),
  {
    _tag: "SetSharedWindows",
    facility: "p",
    audience: "staff",
    shared: [{ days: { kinds: ["workday", "makeUpWorkday"] }, windows: [{ open: "07:30", close: "19:00" }] }],
    from: "2022-01-01"
  },
  {
    _tag: "SetSharedWindows",
    facility: "p",
    audience: "residents",
    shared: [
      {
        days: {},
        windows: [
          { open: "00:00", close: "07:30" },
          { open: "18:30", close: "24:00" }
        ]
      },
      { days: { kinds: ["weekend", "offDay"] }, windows: [{ open: "07:30", close: "18:30" }] }
    ],
    from: "2022-01-01"
  }
]

export const allocate = (
  allocation: string,
  audience: string,
  spaces: number,
  open: string,
  close: string,
  more: object = {}
): Encoded => ({
  _tag: "AllocateSpaces",
  facility: "p",
  allocation,
  audience,
  unit: "firm",
  spaces,
  days: { kinds: ["workday", "makeUpWorkday"] },
  window: { open, close },
  from: "2024-01-01",
  ...more
})

export const facility = (state: State.State, name = "p"): State.Facility => {
  const found = State.facility(state, FacilityId.make(name))
  if (found === undefined) throw new Error(`${name} is registered`)
  return found
}
