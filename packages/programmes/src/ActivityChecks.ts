import { CivilDate } from "@louyu/kernel"
import * as Activity from "./Activity.ts"
import type { Command } from "./ActivityCommand.ts"
import { CapacityBelowPlaced, NotYetHeld, PlacesFull, RegistrationClosed } from "./ActivityError.ts"
import type { ActivityPlanned } from "./ActivityEvent.ts"
import { keyOf, type Participant, type SeriesId } from "./Code.ts"
import * as Places from "./Places.ts"
import { ProgrammeActionNotAllowed, ProgrammePartUnknown } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"
import type { Facts as SeriesFacts } from "./SeriesDesk.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

/** What activities need to know of the rest of the city. */
export interface Facts extends SeriesFacts {
  /** Whether a series runs on a date. */
  readonly hasSeries: (series: SeriesId, on: ActivityPlanned["on"]) => boolean
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

/** Whether an activity can be planned. */
export const opening = (command: Of<"PlanActivity">, facts: Facts): Rule.Checked => {
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

// What people came to took place, whether or not anybody has said so yet.
const unheld = ({ planned, standing: now, present }: Activity.Activity, { _tag }: Command) =>
  Rule.standing("activity", planned.activity, now === "planned" && present > 0 ? "held" : now, _tag, "planned")

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

/** Whether each other command can be obeyed by an activity. */
export const checks = {
  // A series may have ended by then: its last date is put off all the same.
  MoveActivity: (one: Activity.Activity, command: Of<"MoveActivity">, facts: Facts) =>
    Rule.all(
      unheld(one, command),
      Rule.notBefore("activity", command.activity, command.date, command.on),
      possible(facts, one.planned, command.date)
    ),
  CancelActivity: (one: Activity.Activity, command: Of<"CancelActivity">) => unheld(one, command)(),
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
