import * as Schema from "effect/Schema"
import * as Command from "./TenancyCommand.ts"

const fact = <const Tag extends string, const F extends Schema.Struct.Fields>(
  tag: Tag,
  { _tag, ...fields }: F & { readonly _tag: unknown }
) => Schema.TaggedStruct(tag, fields)

/** There is a space that can be let or sold. */
export const SpaceRegistered = fact("SpaceRegistered", Command.RegisterSpace.fields)
export type SpaceRegistered = typeof SpaceRegistered.Type
/** A space has another area. */
export const SpaceRemeasured = fact("SpaceRemeasured", Command.RemeasureSpace.fields)
/** A space is not on offer for a time. */
export const SpaceWithdrawn = fact("SpaceWithdrawn", Command.WithdrawSpace.fields)
/** A space is on offer again. */
export const SpaceOffered = fact("SpaceOffered", Command.OfferSpace.fields)
/** A space is none any more. */
export const SpaceClosed = fact("SpaceClosed", Command.CloseSpace.fields)
/** A lease was signed. */
export const LeaseSigned = fact("LeaseSigned", Command.SignLease.fields)
export type LeaseSigned = typeof LeaseSigned.Type
/** A lease runs longer. */
export const LeaseExtended = fact("LeaseExtended", Command.ExtendLease.fields)
/** A lease ended, or will on a date that is known. */
export const LeaseEnded = fact("LeaseEnded", Command.EndLease.fields)
export type LeaseEnded = typeof LeaseEnded.Type
/** A lease was recorded wrongly. */
export const LeaseAnnulled = fact("LeaseAnnulled", Command.AnnulLease.fields)
export type LeaseAnnulled = typeof LeaseAnnulled.Type
/** A tenant wants to leave. */
export const LeavingIntended = fact("LeavingIntended", Command.IntendToLeave.fields)
export type LeavingIntended = typeof LeavingIntended.Type
/** A tenant stays that wanted to leave. */
export const StayingDecided = fact("StayingDecided", Command.StayAfterAll.fields)
/** It is known whether a tenant is registered and taxed in a place. */
export const ResidenceDeclared = fact("ResidenceDeclared", Command.DeclareResidence.fields)
export type ResidenceDeclared = typeof ResidenceDeclared.Type

/** Everything that can happen to a rent roll. */
export const TenancyEvent = Schema.Union([
  SpaceRegistered,
  SpaceRemeasured,
  SpaceWithdrawn,
  SpaceOffered,
  SpaceClosed,
  LeaseSigned,
  LeaseExtended,
  LeaseEnded,
  LeaseAnnulled,
  LeavingIntended,
  StayingDecided,
  ResidenceDeclared
]).pipe(Schema.toTaggedUnion("_tag"))
export type TenancyEvent = typeof TenancyEvent.Type

/** The version of the shape of every event of a rent roll. */
export const schemaVersion = 1
