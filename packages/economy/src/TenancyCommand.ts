import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Area } from "./Area.ts"
import { Answer, EndReason, Lease, LeaseId } from "./Lease.ts"
import { Space, SpaceId } from "./Space.ts"

// `from` and `to` are the days on which something is so, `on` is the day on which it was said.
const date = CivilDate.CivilDate
const told = { on: date }
const note = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(500))

/** Enters a space that can be let or sold (R4-12). */
export const RegisterSpace = Schema.TaggedStruct("RegisterSpace", Space.fields)

/** Gives a space another area from a date on; of two for one date the one told later holds. */
export const RemeasureSpace = Schema.TaggedStruct("RemeasureSpace", { space: SpaceId, area: Area, from: date, ...told })

/** Takes a space off offer for a time, for example while it is rebuilt. */
export const WithdrawSpace = Schema.TaggedStruct("WithdrawSpace", {
  space: SpaceId,
  from: date,
  to: Schema.optionalKey(date),
  reason: note,
  ...told
})

/** Offers a withdrawn space again from a date on. */
export const OfferSpace = Schema.TaggedStruct("OfferSpace", { space: SpaceId, from: date, ...told })

/** Ends a space, for example because it was joined to another one; `to` is the first day without it. */
export const CloseSpace = Schema.TaggedStruct("CloseSpace", { space: SpaceId, to: date, ...told })

/** Enters a lease or a purchase (R4-12). */
export const SignLease = Schema.TaggedStruct("SignLease", Lease.fields)

/** Lets a lease run longer than it would; without `to` without end. */
export const ExtendLease = Schema.TaggedStruct("ExtendLease", { lease: LeaseId, to: Schema.optionalKey(date), ...told })

/** Ends a lease; `to` is the first day on which it no longer runs. */
export const EndLease = Schema.TaggedStruct("EndLease", { lease: LeaseId, to: date, reason: EndReason, ...told })

/** Takes a lease that was recorded wrongly out of all questions; its history stays. */
export const AnnulLease = Schema.TaggedStruct("AnnulLease", { lease: LeaseId, reason: note, ...told })

/** A tenant says that it wants to leave, perhaps when; `notice` when it is a formal notice (R4-17). */
export const IntendToLeave = Schema.TaggedStruct("IntendToLeave", {
  lease: LeaseId,
  expected: Schema.optionalKey(date),
  notice: Schema.optionalKey(Schema.Boolean),
  ...told
})

/** A tenant that wanted to leave says that it stays. */
export const StayAfterAll = Schema.TaggedStruct("StayAfterAll", { lease: LeaseId, ...told })

/** Says whether a tenant is registered and pays its taxes in a place, from a date on (R4-15). */
export const DeclareResidence = Schema.TaggedStruct("DeclareResidence", {
  tenant: Identifier.UnitId,
  place: Identifier.UnitId,
  registered: Answer,
  taxed: Answer,
  from: date,
  ...told
})

/** Everything that can be asked of a rent roll. */
export const TenancyCommand = Schema.Union([
  RegisterSpace,
  RemeasureSpace,
  WithdrawSpace,
  OfferSpace,
  CloseSpace,
  SignLease,
  ExtendLease,
  EndLease,
  AnnulLease,
  IntendToLeave,
  StayAfterAll,
  DeclareResidence
]).pipe(Schema.toTaggedUnion("_tag"))
export type TenancyCommand = typeof TenancyCommand.Type
