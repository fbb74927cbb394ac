import { CivilDate, Count, Identifier, Money, Text, TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import {
  ActivityId,
  Code,
  Participant,
  Positive,
  ProgrammeId,
  ProjectId,
  Reference,
  Request,
  SeriesId,
  Wording
} from "./Code.ts"

const on = CivilDate.CivilDate
const { UnitId } = Identifier
const of = { activity: ActivityId }

/** For whom an activity is; a firm may well do something for the community (W-13). */
export const Audience = Schema.Literals(["enterprises", "staff", "members", "community", "public"])
export type Audience = typeof Audience.Type

/** The number of places, and how many may wait for one. Shape: without `waiting` the waiting list has no limit, 0 is none. */
export const Room = Schema.Struct({
  capacity: Positive,
  waiting: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)))
})
export type Room = typeof Room.Type

/** What activities and series of activities say alike. Units: `fee` in fen; without it an activity is free (D-11). */
export const shared = {
  /** What sort of activity it is; see `ActivityForms` for those of the sources. */
  form: Code,
  audience: Audience,
  /** Tags of a city's own: service, governance, development (D-01). */
  themes: Schema.optionalKey(Schema.Array(Code)),
  /** The brand under which it is offered (H-29, F-07). */
  brand: Schema.optionalKey(Code),
  place: Schema.optionalKey(UnitId),
  window: Schema.optionalKey(TimeWindow.TimeWindow),
  room: Schema.optionalKey(Room),
  content: Schema.optionalKey(Wording),
  fee: Schema.optionalKey(Money.Money.check(Schema.isGreaterThanOrEqualTo(0)))
}

/**
 * Plans an activity on a date.
 *
 * Shape: it belongs to one project of a programme, or to none, and to one series, or to none; several hosts hold it
 * together; `registerBy` is the last day to register.
 * Source: W-02, W-11, D-10, F-06, F-07.
 */
export const PlanActivity = Schema.TaggedStruct("PlanActivity", {
  ...of,
  names: Text.Text,
  project: Schema.optionalKey(Schema.Struct({ programme: ProgrammeId, project: ProjectId })),
  series: Schema.optionalKey(SeriesId),
  ...shared,
  hosts: Schema.NonEmptyArray(UnitId),
  date: on,
  registerBy: Schema.optionalKey(on),
  on
})
export type PlanActivity = typeof PlanActivity.Type

/**
 * Moves an activity to another date, and another time of day if one is given.
 *
 * Shape: `request`, here and below, tells what is said twice on one day from its repetition, when something else was said
 * in between.
 */
export const MoveActivity = Schema.TaggedStruct("MoveActivity", {
  ...of,
  request: Request,
  date: on,
  window: Schema.optionalKey(TimeWindow.TimeWindow),
  on
})

/** Calls an activity off. */
export const CancelActivity = Schema.TaggedStruct("CancelActivity", { ...of, reason: Wording, on })

/** Gives an activity another number of places; whoever waits is moved up. */
export const ResizeActivity = Schema.TaggedStruct("ResizeActivity", { ...of, capacity: Positive, request: Request, on })

/** Registers somebody for an activity, for a place or the waiting list. */
export const RegisterParticipant = Schema.TaggedStruct("RegisterParticipant", {
  ...of,
  participant: Participant,
  request: Request,
  on
})

/** Takes a registration back; the first who waits gets the place. */
export const WithdrawParticipant = Schema.TaggedStruct("WithdrawParticipant", {
  ...of,
  participant: Participant,
  request: Request,
  on
})

/** Records whether somebody who had a place came. */
export const RecordParticipation = Schema.TaggedStruct("RecordParticipation", {
  ...of,
  participant: Participant,
  present: Schema.Boolean,
  request: Request,
  on
})

/** Says that an activity took place, with how many came, as far as that is known. */
export const HoldActivity = Schema.TaggedStruct("HoldActivity", {
  ...of,
  attended: Schema.optionalKey(Count.Count),
  on
})

/** Records how far an activity reached: shops shown, views of a stream, merchants advised. Source: H-30, G-08. */
export const ReportActivityReach = Schema.TaggedStruct("ReportActivityReach", {
  ...of,
  metric: Code,
  count: Count.Count,
  request: Request,
  on
})

/** What came of an activity, kept elsewhere and named by its id. */
export const Outcome = Schema.Union([
  Schema.Struct({ need: Reference }),
  Schema.Struct({ case: Reference }),
  Schema.Struct({ project: Reference }),
  Schema.Struct({ prospect: Reference }),
  Schema.Struct({ unit: UnitId, result: Code })
])
export type Outcome = typeof Outcome.Type

/** Links something that came of an activity. Source: P-26, W-02. */
export const LinkActivityOutcome = Schema.TaggedStruct("LinkActivityOutcome", { ...of, outcome: Outcome, on })

/** Everything that can be asked of activities. */
export const Command = Schema.Union([
  PlanActivity,
  MoveActivity,
  CancelActivity,
  ResizeActivity,
  RegisterParticipant,
  WithdrawParticipant,
  RecordParticipation,
  HoldActivity,
  ReportActivityReach,
  LinkActivityOutcome
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
