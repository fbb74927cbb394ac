import { type CivilDate, type Count, type Identifier, Timeline, type TimeWindow } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type { Outcome } from "./ActivityCommand.ts"
import type * as Event from "./ActivityEvent.ts"
import { type ActivityId, type Code, keyOf, type Participant } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Places from "./Places.ts"

type Date = CivilDate.CivilDate

/** An activity with its registrations, who came, how far it reached, and what came of it. */
export interface Activity extends Desk.Story<Event.Event> {
  readonly planned: Event.ActivityPlanned
  readonly date: Date
  readonly window: TimeWindow.TimeWindow | undefined
  readonly standing: "planned" | "held" | "cancelled"
  readonly places: Places.Places<Participant>
  /** Who had a place and came, or did not: the last word on it, and on which days it was said. */
  readonly attendance: HashMap.HashMap<string, { readonly present: boolean; readonly told: ReadonlyArray<string> }>
  readonly present: number
  /** How many came, as it was told. */
  readonly attended: Count.Count | undefined
  readonly reach: HashMap.HashMap<Code, Timeline.Timeline<Count.Count>>
  readonly outcomes: ReadonlyArray<Outcome>
  /** The same, to look one up in. */
  readonly linked: HashSet.HashSet<Outcome>
}

/** The activities of a city. Immutable. */
export type State = Desk.Stories<Activity>

/** An activity. Cost: O(log n). */
export const get = (state: State, id: ActivityId): Activity | undefined => Desk.get(state, id)

/** Every activity, in no order. */
export const all = (state: State): Iterable<Activity> => HashMap.values(state)

/** How somebody's registration stands; `undefined` when there was none. Cost: O(log n). */
export const registration = ({ places }: Activity, participant: Participant): Places.Booking<Participant> | undefined =>
  Places.booking(places, keyOf(participant))

/** Whether somebody came; `undefined` when nobody said. */
export const cameTo = ({ attendance }: Activity, participant: Participant): boolean | undefined =>
  Option.getOrUndefined(HashMap.get(attendance, keyOf(participant)))?.present

/** A figure of reach as it was known on a date, for example the views of a stream. */
export const reach = ({ reach: known }: Activity, metric: Code, on: Date): Count.Count | undefined =>
  Timeline.at(
    Option.getOrElse(HashMap.get(known, metric), () => Timeline.empty<Count.Count>()),
    on
  )

/** Tells whether several hosts hold an activity together. Source: W-11, D-10. */
export const isJoint = ({ planned }: Activity): boolean => planned.hosts.length > 1

/** Tells whether taking part costs nothing. Source: D-11. */
export const isFree = ({ planned }: Activity): boolean => (planned.fee ?? 0) === 0

/** Tells whether a unit holds an activity, alone or with others. */
export const isHostedBy = ({ planned }: Activity, unit: Identifier.UnitId): boolean => planned.hosts.includes(unit)
