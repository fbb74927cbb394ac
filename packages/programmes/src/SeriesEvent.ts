import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./SeriesCommand.ts"

/** A series started. */
export const SeriesStarted = Fact.of("SeriesStarted", Command.StartSeries.fields)
export type SeriesStarted = typeof SeriesStarted.Type
/** A series has other dates. */
export const RecurrenceChanged = Fact.of("RecurrenceChanged", Command.ChangeRecurrence.fields)
/** A series ended, or will on a date that is known. */
export const SeriesEnded = Fact.of("SeriesEnded", Command.EndSeries.fields)

/** Everything that is recorded of series. */
export const Event = Schema.Union([SeriesStarted, RecurrenceChanged, SeriesEnded]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
