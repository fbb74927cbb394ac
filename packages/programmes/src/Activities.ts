import { type Decider, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type * as Activity from "./Activity.ts"
import { checks, type Facts, opening } from "./ActivityChecks.ts"
import type { Command } from "./ActivityCommand.ts"
import type { ActivityPlanned, Event } from "./ActivityEvent.ts"
import { keyOf } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Places from "./Places.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"

export type { Facts } from "./ActivityChecks.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

const start = (planned: ActivityPlanned): Activity.Activity => {
  const { date, window, room, on } = planned
  return {
    ...Desk.begun<Event>(on),
    planned,
    date,
    window,
    standing: "planned",
    places: Places.make(room?.capacity, room?.waiting),
    attendance: HashMap.empty(),
    present: 0,
    attended: undefined,
    reach: HashMap.empty(),
    outcomes: [],
    linked: HashSet.empty()
  }
}

const word = ({ present, on, request = "" }: Pick<Of<"RecordParticipation">, "present" | "on" | "request">): string =>
  `${present} ${on} ${request}`

const movedUp = (
  one: Activity.Activity,
  count: number,
  { activity, on }: { readonly activity: Of<"ResizeActivity">["activity"]; readonly on: Activity.Activity["date"] }
): ReadonlyArray<Event> =>
  Places.next(one.places, count).map(({ key: participant }) => ({
    _tag: "ParticipantMovedUp",
    activity,
    participant,
    on
  }))

/**
 * The rules of activities: registration with places and a waiting list, who came, and what came of it.
 *
 * Shape: a command that is obeyed gives one fact with its fields, and one for everybody who is moved up from the
 * waiting list by it; what was said before, word for word, gives none.
 * Cost: O(log n) a command, besides those it moves up.
 * Source: W-02, W-11, D-10, D-11, F-06, F-07, H-30.
 */
export const decider: Decider.Decider<Command, Activity.State, Event, ProgrammesError, Facts> = Desk.decider<
  Command,
  Activity.Activity,
  Event,
  Facts,
  "PlanActivity",
  "ActivityPlanned"
>({
  sort: "activity",
  key: ({ activity }) => activity,
  anyOrder: true,
  tags: {
    PlanActivity: "ActivityPlanned",
    MoveActivity: "ActivityMoved",
    CancelActivity: "ActivityCancelled",
    ResizeActivity: "ActivityResized",
    RegisterParticipant: "ParticipantRegistered",
    WithdrawParticipant: "ParticipantWithdrawn",
    RecordParticipation: "ParticipationRecorded",
    HoldActivity: "ActivityHeld",
    ReportActivityReach: "ActivityReachReported",
    LinkActivityOutcome: "ActivityOutcomeLinked"
  },
  opens: "PlanActivity",
  start,
  opening,
  checks,
  // Registrations remember themselves, person by person: there are many, and each is asked for by its own name.
  remembered: ["ParticipantRegistered", "ParticipantWithdrawn", "ParticipantMovedUp", "ParticipationRecorded"],
  obeyed: {
    RegisterParticipant: ({ places }, command) =>
      Places.happened(places, keyOf(command.participant), command, "placed", "waiting"),
    WithdrawParticipant: ({ places }, command) =>
      Places.happened(places, keyOf(command.participant), command, "withdrawn"),
    RecordParticipation: ({ attendance }, command) =>
      Option.getOrUndefined(HashMap.get(attendance, keyOf(command.participant)))?.told.includes(word(command)) ?? false,
    // What came of an activity came of it once, however often it is told.
    LinkActivityOutcome: ({ linked }, { outcome }) => HashSet.has(linked, outcome)
  },
  answers: {
    RegisterParticipant: ({ places }, { _tag, ...fields }) => [
      { _tag: "ParticipantRegistered", ...fields, standing: Places.offer(places) === "placed" ? "placed" : "waiting" }
    ],
    WithdrawParticipant: (one, { _tag, ...fields }) => {
      const frees = Places.booking(one.places, keyOf(fields.participant))?.standing === "placed"
      return [{ _tag: "ParticipantWithdrawn", ...fields }, ...movedUp(one, frees ? 1 : 0, fields)]
    },
    ResizeActivity: (one, { _tag, ...fields }) => [
      { _tag: "ActivityResized", ...fields },
      ...movedUp(one, fields.capacity - one.places.placed, fields)
    ]
  },
  effects: {
    ActivityMoved: (one, { date, window }) => ({ ...one, date, window: window ?? one.window }),
    ActivityCancelled: (one) => ({ ...one, standing: "cancelled" }),
    ActivityResized: (one, { capacity }) => ({ ...one, places: Places.resize(one.places, capacity) }),
    ParticipantRegistered: (one, { participant, standing: gets, ...asked }) => ({
      ...one,
      places: Places.book(one.places, keyOf(participant), participant, gets, asked)
    }),
    ParticipantWithdrawn: (one, { participant, ...asked }) => ({
      ...one,
      places: Places.withdraw(one.places, keyOf(participant), asked)
    }),
    ParticipantMovedUp: (one, { participant, on }) => ({
      ...one,
      places: Places.moveUp(one.places, keyOf(participant), on)
    }),
    ParticipationRecorded: (one, { participant, ...said }) => {
      const { present } = said
      const before = Option.getOrUndefined(HashMap.get(one.attendance, keyOf(participant)))
      const came = (before?.present === true ? -1 : 0) + (present ? 1 : 0)
      return {
        ...one,
        attendance: HashMap.set(one.attendance, keyOf(participant), {
          present,
          told: [...(before?.told ?? []), word(said)]
        }),
        present: one.present + came
      }
    },
    ActivityHeld: (one, { attended }) => ({ ...one, standing: "held", attended }),
    ActivityReachReported: (one, { metric, count, on }) => ({
      ...one,
      reach: HashMap.set(
        one.reach,
        metric,
        Timeline.setFrom(
          Option.getOrElse(HashMap.get(one.reach, metric), () => []),
          on,
          count
        )
      )
    }),
    ActivityOutcomeLinked: (one, { outcome }) => ({
      ...one,
      outcomes: [...one.outcomes, outcome],
      linked: HashSet.add(one.linked, outcome)
    })
  }
})
