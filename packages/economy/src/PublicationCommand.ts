import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Printed, PublicationId, Published } from "./Published.ts"

/** Enters a published figure as it was printed. */
export const PublishFigure = Schema.TaggedStruct("PublishFigure", Published.fields)

/** Says that whoever published a figure corrected it on a day; the one before stays on record. */
export const CorrectPublication = Schema.TaggedStruct("CorrectPublication", {
  publication: PublicationId,
  printed: Printed,
  on: CivilDate.CivilDate
})

/** Says that a published figure was taken back on a day. */
export const WithdrawPublication = Schema.TaggedStruct("WithdrawPublication", {
  publication: PublicationId,
  on: CivilDate.CivilDate
})

/** Everything that can be told about published figures. */
export const PublicationCommand = Schema.Union([PublishFigure, CorrectPublication, WithdrawPublication]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type PublicationCommand = typeof PublicationCommand.Type

const { _tag: _1, ...published } = PublishFigure.fields
const { _tag: _2, ...corrected } = CorrectPublication.fields
const { _tag: _3, ...withdrawn } = WithdrawPublication.fields

/** A figure was published. */
export const FigurePublished = Schema.TaggedStruct("FigurePublished", published)
/** A published figure was corrected. */
export const PublicationCorrected = Schema.TaggedStruct("PublicationCorrected", corrected)
/** A published figure was taken back. */
export const PublicationWithdrawn = Schema.TaggedStruct("PublicationWithdrawn", withdrawn)

/** Every fact about published figures. The tag is the event's type in the store. */
export const PublicationEvent = Schema.Union([FigurePublished, PublicationCorrected, PublicationWithdrawn]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type PublicationEvent = typeof PublicationEvent.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
