import { CivilDate, Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./ClassCommand.ts"
import { ClassId } from "./Code.ts"

/** There is a childcare class. */
export const ClassOpened = Fact.of("ClassOpened", Command.OpenClass.fields)
export type ClassOpened = typeof ClassOpened.Type
/** A child is enrolled, and has a place or waits for one. */
export const ChildEnrolled = Fact.of("ChildEnrolled", {
  ...Command.EnrolChild.fields,
  standing: Schema.Literals(["placed", "waiting"])
})
/** A child is no longer enrolled. */
export const ChildWithdrawn = Fact.of("ChildWithdrawn", Command.WithdrawChild.fields)
/** A child that waited got a place. */
export const ChildMovedUp = Schema.TaggedStruct("ChildMovedUp", {
  class: ClassId,
  child: Command.ChildId,
  on: CivilDate.CivilDate
})
/** A child is in a course. */
export const CourseChosen = Fact.of("CourseChosen", Command.ChooseCourse.fields)
/** A class has another number of places. */
export const ClassResized = Fact.of("ClassResized", Command.ResizeClass.fields)

/** Everything that is recorded of childcare classes. */
export const Event = Schema.Union([
  ClassOpened,
  ChildEnrolled,
  ChildWithdrawn,
  ChildMovedUp,
  CourseChosen,
  ClassResized
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/**
 * Tells whether a fact is about a minor, which is sensitive: only those who run the class are shown it one by one.
 *
 * Source: H-17; the personal information of minors under fourteen is sensitive by law.
 */
export const isSensitive = ({ _tag }: Event): boolean => _tag !== "ClassOpened" && _tag !== "ClassResized"

/** The version of the shape of every event. */
export const schemaVersion = 1
