import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./TenancyCommand.ts"

/** There is a space that can be let or sold. */
export const SpaceRegistered = Fact.of("SpaceRegistered", Command.RegisterSpace.fields)
export type SpaceRegistered = typeof SpaceRegistered.Type
/** A space has another area. */
export const SpaceRemeasured = Fact.of("SpaceRemeasured", Command.RemeasureSpace.fields)
/** A space is not on offer for a time. */
export const SpaceWithdrawn = Fact.of("SpaceWithdrawn", Command.WithdrawSpace.fields)
/** A space is on offer again. */
export const SpaceOffered = Fact.of("SpaceOffered", Command.OfferSpace.fields)
/** A space is none any more. */
export const SpaceClosed = Fact.of("SpaceClosed", Command.CloseSpace.fields)
/** A lease was signed. */
export const LeaseSigned = Fact.of("LeaseSigned", Command.SignLease.fields)
export type LeaseSigned = typeof LeaseSigned.Type
/** A lease runs longer. */
export const LeaseExtended = Fact.of("LeaseExtended", Command.ExtendLease.fields)
/** A lease ended, or will on a date that is known. */
export const LeaseEnded = Fact.of("LeaseEnded", Command.EndLease.fields)
export type LeaseEnded = typeof LeaseEnded.Type
/** A lease was recorded wrongly. */
export const LeaseAnnulled = Fact.of("LeaseAnnulled", Command.AnnulLease.fields)
export type LeaseAnnulled = typeof LeaseAnnulled.Type
/** A tenant wants to leave. */
export const LeavingIntended = Fact.of("LeavingIntended", Command.IntendToLeave.fields)
export type LeavingIntended = typeof LeavingIntended.Type
/** A tenant stays that wanted to leave. */
export const StayingDecided = Fact.of("StayingDecided", Command.StayAfterAll.fields)
/** It is known whether a tenant is registered and taxed in a place. */
export const ResidenceDeclared = Fact.of("ResidenceDeclared", Command.DeclareResidence.fields)
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
