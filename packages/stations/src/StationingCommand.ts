import { CivilDate, Identifier, Text, TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Weekday } from "./Days.ts"
import { Code, StationId, StationingId, Wording } from "./StationCode.ts"

const date = CivilDate.CivilDate
const stationing = { stationing: StationingId }

/**
 * The days on which a department is at a station: every day that is worked, or some weekdays of every n-th week.
 *
 * Shape: weeks begin on Monday and are counted from the week in which the stationing begins. On holidays nobody comes
 * unless `onHolidays` says so; a weekend that is no holiday counts like every other day.
 */
export const Pattern = Schema.Union([
  Schema.Struct({ every: Schema.Literal("workday") }),
  Schema.Struct({
    weekdays: Schema.NonEmptyArray(Weekday),
    everyWeeks: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 52 })),
    onHolidays: Schema.optionalKey(Schema.Boolean)
  })
])
export type Pattern = typeof Pattern.Type

/** A department comes to a station on a timetable (F-08, F-15, D-12). */
export const StationDepartment = Schema.TaggedStruct("StationDepartment", {
  ...stationing,
  station: StationId,
  department: Identifier.UnitId,
  names: Text.Text,
  /** What it is there for, by the codes of the service list. */
  services: Schema.optionalKey(Schema.Array(Code)),
  pattern: Pattern,
  window: TimeWindow.TimeWindow,
  from: date,
  to: Schema.optionalKey(date)
})

/** On one of its days a department does not come. */
export const SkipStationing = Schema.TaggedStruct("SkipStationing", { ...stationing, date, reason: Wording })

/** Instead of on one of its days a department comes on another, perhaps at another time. */
export const MoveStationing = Schema.TaggedStruct("MoveStationing", {
  ...stationing,
  date,
  to: date,
  window: Schema.optionalKey(TimeWindow.TimeWindow)
})

/** A department comes no more; `to` is the first day without it. */
export const EndStationing = Schema.TaggedStruct("EndStationing", { ...stationing, to: date })

/** Everything that can be asked of departments at stations. */
export const Command = Schema.Union([StationDepartment, SkipStationing, MoveStationing, EndStationing]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Command = typeof Command.Type
