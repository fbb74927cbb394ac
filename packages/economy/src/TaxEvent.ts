import * as Schema from "effect/Schema"
import { RecordTax } from "./TaxCommand.ts"

const { _tag: _recordTax, ...fields } = RecordTax.fields

/** It was told what a building yielded in a year. */
export const TaxRecorded = Schema.TaggedStruct("TaxRecorded", fields)
export type TaxRecorded = typeof TaxRecorded.Type

/** Everything that can happen to the tax records. */
export const TaxEvent = Schema.Union([TaxRecorded]).pipe(Schema.toTaggedUnion("_tag"))
export type TaxEvent = typeof TaxEvent.Type

/** The version of the shape of every event of tax records. */
export const schemaVersion = 1
