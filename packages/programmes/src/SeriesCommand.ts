import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as ActivityCommand from "./ActivityCommand.ts"
import { ProgrammeId, ProjectId, Request, SeriesId } from "./Code.ts"
import { Recurrence } from "./Recurrence.ts"

const on = CivilDate.CivilDate

/**
 * Starts a series of activities: a forum, a noon hour, a festival, a brand.
 *
 * Shape: what it says of its activities holds for each of them unless an activity says otherwise; `to` is the first day
 * without it.
 * Source: F-07, P-20.
 */
export const StartSeries = Schema.TaggedStruct("StartSeries", {
  series: SeriesId,
  names: Text.Text,
  project: Schema.optionalKey(Schema.Struct({ programme: ProgrammeId, project: ProjectId })),
  recurrence: Recurrence,
  ...ActivityCommand.shared,
  hosts: Schema.NonEmptyArray(Identifier.UnitId),
  from: on,
  to: Schema.optionalKey(on),
  on
})

/**
 * Gives a series other dates from a day on.
 *
 * Shape: `request` tells what is said twice on one day from its repetition, when something else was said in between.
 */
export const ChangeRecurrence = Schema.TaggedStruct("ChangeRecurrence", {
  series: SeriesId,
  recurrence: Recurrence,
  from: on,
  request: Request,
  on
})

/** Ends a series; `to` is the first day without it. */
export const EndSeries = Schema.TaggedStruct("EndSeries", { series: SeriesId, to: on, on })

/** Everything that can be asked of series. */
export const Command = Schema.Union([StartSeries, ChangeRecurrence, EndSeries]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
