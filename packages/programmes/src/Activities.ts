import { CivilDate, type Decider, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import * as Activity from "./Activity.ts"
import type { Command } from "./ActivityCommand.ts"
import { CapacityBelowPlaced, NotYetHeld, PlacesFull, RegistrationClosed } from "./ActivityError.ts"
import type { ActivityPlanned, Event } from "./ActivityEvent.ts"
import { keyOf, type Participant, type SeriesId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Places from "./Places.ts"
import { ProgrammeActionNotAllowed, ProgrammePartUnknown, type ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"
import type { Facts as SeriesFacts } from "./SeriesDesk.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

/** What activities need to know of the rest of the city. */
export interface Facts extends SeriesFacts {
  /** Whether a series runs on a date. */
  readonly hasSeries: (series: SeriesId, on: ActivityPlanned["on"]) => boolean
}

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

// Whoever holds an activity is there on its date, and so are its place and the project it belongs to.
const possible =
  (facts: Facts, planned: Pick<ActivityPlanned, "hosts" | "place" | "project">, date: ActivityPlanned["date"]) =>
  (): Rule.Checked => {
    const { hosts, place, project } = planned
    return Rule.all(Rule.existing(facts, date, place === undefined ? hosts : [...hosts, place]), () =>
      Rule.demand(
        project === undefined || facts.hasProject(project.programme, project.project, date),
        () => new ProgrammePartUnknown({ sort: "project", id: project?.project ?? "" })
      )
    )
  }

const opening = (command: Of<"PlanActivity">, facts: Facts): Rule.Checked => {
  const { activity, series, hosts, date, on, registerBy } = command
  return Rule.all(
    Rule.distinct("unit", hosts),
    possible(facts, command, date),
    Rule.notBefore("activity", activity, date, registerBy ?? date),
    Rule.notBefore("activity", activity, registerBy ?? on, on),
    () =>
      Rule.demand(
        series === undefined || facts.hasSeries(series, date),
        () => new ProgrammePartUnknown({ sort: "series", id: series ?? "" })
      )
  )
}

const standing = (
  { planned, standing: now }: Activity.Activity,
  { _tag }: Command,
  ...allowed: ReadonlyArray<Activity.Activity["standing"]>
) => Rule.standing("activity", planned.activity, now, _tag, ...allowed)

const begun =
  ({ planned, date }: Activity.Activity, on: Activity.Activity["date"]) =>
  (): Rule.Checked =>
    Rule.demand(on >= date, () => new NotYetHeld({ activity: planned.activity, date, on }))

// Whoever has a place or waits for one cannot have another; a registration that was taken back is none.
const unregistered =
  ({ planned, places }: Activity.Activity, participant: Participant, action: string) =>
  () => {
    const now = Places.booking(places, keyOf(participant))?.standing ?? "withdrawn"
    return Rule.standing("participant", planned.activity, now, action, "withdrawn")()
  }

const room =
  ({ planned, places }: Activity.Activity) =>
  (): Rule.Checked =>
    Rule.demand(
      Places.offer(places) !== "full",
      () => new PlacesFull({ id: planned.activity, capacity: places.capacity ?? 0, waiting: places.waiting })
    )

// What is over cannot be taken back, nor what somebody came to: whoever stayed away is told as absent.
const notOver =
  ({ planned, date }: Activity.Activity, on: Activity.Activity["date"]) =>
  (): Rule.Checked =>
    Rule.demand(on <= date, () => new RegistrationClosed({ activity: planned.activity, on, until: date }))

const absent = (one: Activity.Activity, { activity, participant, _tag }: Of<"WithdrawParticipant">) => {
  const now = Activity.cameTo(one, participant) === true ? "present" : "placed"
  return Rule.standing("participant", activity, now, _tag, "placed")
}

const registered = (
  { planned, places }: Activity.Activity,
  participant: Participant,
  action: string,
  ...allowed: ReadonlyArray<"placed" | "waiting">
): Rule.Checked =>
  Rule.known(Places.booking(places, keyOf(participant)), "participant", planned.activity, (booking) =>
    Rule.demand(
      allowed.some((one) => one === booking.standing),
      () =>
        new ProgrammeActionNotAllowed({
          sort: "participant",
          id: planned.activity,
          standing: booking.standing,
          action
        })
    )
  )

const checks = {
  // A series may have ended by then: its last date is put off all the same.
  MoveActivity: (one: Activity.Activity, command: Of<"MoveActivity">, facts: Facts) =>
    Rule.all(
      standing(one, command, "planned"),
      Rule.notBefore("activity", command.activity, command.date, command.on),
      possible(facts, one.planned, command.date)
    ),
  CancelActivity: (one: Activity.Activity, command: Of<"CancelActivity">) => standing(one, command, "planned")(),
  ResizeActivity: (one: Activity.Activity, command: Of<"ResizeActivity">) =>
    Rule.all(standing(one, command, "planned"), () =>
      Rule.demand(
        command.capacity >= one.places.placed,
        () =>
          new CapacityBelowPlaced({
            id: command.activity,
            capacity: command.capacity,
            placed: one.places.placed
          })
      )
    ),
  RegisterParticipant: (one: Activity.Activity, command: Of<"RegisterParticipant">, facts: Facts) => {
    const { activity, participant, on } = command
    const until = CivilDate.min(one.planned.registerBy ?? one.date, one.date)
    return Rule.all(
      standing(one, command, "planned"),
      () => Rule.demand(on <= until, () => new RegistrationClosed({ activity, on, until })),
      Rule.existing(facts, on, "unit" in participant ? [participant.unit] : []),
      unregistered(one, participant, command._tag),
      room(one)
    )
  },
  WithdrawParticipant: (one: Activity.Activity, command: Of<"WithdrawParticipant">) =>
    Rule.all(
      standing(one, command, "planned"),
      notOver(one, command.on),
      () => registered(one, command.participant, command._tag, "placed", "waiting"),
      absent(one, command)
    ),
  RecordParticipation: (one: Activity.Activity, command: Of<"RecordParticipation">) =>
    Rule.all(standing(one, command, "planned", "held"), begun(one, command.on), () =>
      registered(one, command.participant, command._tag, "placed")
    ),
  HoldActivity: (one: Activity.Activity, command: Of<"HoldActivity">) =>
    Rule.all(standing(one, command, "planned"), begun(one, command.on)),
  ReportActivityReach: (one: Activity.Activity, command: Of<"ReportActivityReach">) =>
    Rule.all(standing(one, command, "planned", "held"), begun(one, command.on)),
  LinkActivityOutcome: (one: Activity.Activity, command: Of<"LinkActivityOutcome">, facts: Facts) =>
    Rule.all(
      standing(one, command, "planned", "held"),
      begun(one, command.on),
      Rule.existing(facts, command.on, "unit" in command.outcome ? [command.outcome.unit] : [])
    )
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
