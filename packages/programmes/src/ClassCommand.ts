import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Room } from "./ActivityCommand.ts"
import { ClassId, Code, CoManagementId, Positive, ProjectId, Year } from "./Code.ts"

const on = CivilDate.CivilDate
const { UnitId, PersonId } = Identifier
const of = { class: ClassId }

/**
 * Names a child. Shape: the id of a person that tells nothing: Latin letters, digits, `.`, `_`, `:` or `-`, with at least
 * one digit, so that a name does not pass for one.
 */
export const ChildId = PersonId.check(Schema.isPattern(/^(?=.*\d)[A-Za-z0-9._:-]+$/u))
export type ChildId = typeof ChildId.Type

/**
 * Tells an enrolment from another of the same day. Shape: as the children themselves, for it stays beside the child for good:
 * Latin letters, digits, `.`, `_` or `-`, with at least one digit.
 */
export const EnrolmentRequest = Schema.String.check(Schema.isPattern(/^(?=.*\d)[A-Za-z0-9._-]{1,64}$/u))
export type EnrolmentRequest = typeof EnrolmentRequest.Type
const Request = Schema.optionalKey(EnrolmentRequest)

/** The age of a child, only ever as a band of years. */
export const AgeBand = Schema.Literals(["3-5", "6-8", "9-11", "12-14"])
export type AgeBand = typeof AgeBand.Type

/** A course of a class; without `capacity` there is room for every child of the class. */
export const Course = Schema.Struct({ course: Code, names: Text.Text, capacity: Schema.optionalKey(Positive) })
export type Course = typeof Course.Type

/**
 * Opens a childcare class for a season.
 *
 * Shape: `room.waiting` 0 refuses whoever comes when it is full; `practicalProject` and `coManagement` name the promise
 * and the pact behind it; `to` is the first day without it.
 * Source: H-17, H-18.
 */
export const OpenClass = Schema.TaggedStruct("OpenClass", {
  ...of,
  names: Text.Text,
  place: UnitId,
  season: Schema.Literals(["summer", "winter", "term"]),
  courses: Schema.Array(Course),
  bands: Schema.NonEmptyArray(AgeBand),
  room: Room,
  practicalProject: Schema.optionalKey(Schema.Struct({ committee: UnitId, year: Year, project: ProjectId })),
  coManagement: Schema.optionalKey(CoManagementId),
  from: on,
  to: on,
  on
})

/**
 * Enrols a child in a class, for a place or the waiting list.
 *
 * Shape: `request`, here and below, tells what is said twice on one day from its repetition, when something else was said
 * in between; it has at least one digit, so that a name does not pass for one.
 */
export const EnrolChild = Schema.TaggedStruct("EnrolChild", {
  ...of,
  child: ChildId,
  band: AgeBand,
  request: Request,
  on
})

/** Takes a child out of a class; the first that waits gets the place. */
export const WithdrawChild = Schema.TaggedStruct("WithdrawChild", { ...of, child: ChildId, request: Request, on })

/** Puts a child that has a place in a course of the class. */
export const ChooseCourse = Schema.TaggedStruct("ChooseCourse", {
  ...of,
  course: Code,
  child: ChildId,
  request: Request,
  on
})

/** Gives a class another number of places; whoever waits is moved up. */
export const ResizeClass = Schema.TaggedStruct("ResizeClass", { ...of, capacity: Positive, request: Request, on })

/** Everything that can be asked of childcare classes. */
export const Command = Schema.Union([OpenClass, EnrolChild, WithdrawChild, ChooseCourse, ResizeClass]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Command = typeof Command.Type
