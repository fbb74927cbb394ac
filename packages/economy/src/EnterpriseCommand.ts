import { CivilDate, Identifier, IndustryCode, Money } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Reference } from "./Code.ts"
import { QualificationKindId } from "./EnterpriseCatalogue.ts"

const on = CivilDate.CivilDate
const label = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(100))
const enterprise = Identifier.UnitId

/** Names one piece of support within its enterprise. */
export const SupportId = Code.pipe(Schema.brand("SupportId"))
export type SupportId = typeof SupportId.Type

/** Names an activity of another domain, for example a training. */
export const ActivityId = Reference.pipe(Schema.brand("ActivityId"))
export type ActivityId = typeof ActivityId.Type

/** Says which industry an enterprise mainly belongs to from a date on, as told on a day. */
export const AssignIndustry = Schema.TaggedStruct("AssignIndustry", {
  enterprise,
  industry: IndustryCode.IndustryCode,
  from: on,
  on
})

/**
 * Tells figures of an enterprise for a year; told again on a later day, the later ones hold from that day on.
 *
 * Units: `employees` persons at the end of the year; amounts in fen.
 */
export const ReportEnterpriseYear = Schema.TaggedStruct("ReportEnterpriseYear", {
  enterprise,
  year: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9998 })),
  employees: Schema.optionalKey(Schema.Int),
  revenue: Schema.optionalKey(Money.Money),
  assets: Schema.optionalKey(Money.Money),
  output: Schema.optionalKey(Money.Money),
  on
})

const qualification = { enterprise, kind: QualificationKindId, level: Schema.optionalKey(Code) }

/**
 * Enters a qualification that an enterprise holds, or that it is listed on a board.
 *
 * Shape: `on` is a day on which the enterprise is known, where that is not the first day: firms bring certificates along.
 */
export const GrantQualification = Schema.TaggedStruct("GrantQualification", {
  ...qualification,
  issuedBy: label,
  number: Schema.optionalKey(label),
  from: on,
  to: Schema.optionalKey(on),
  on: Schema.optionalKey(on)
})

/** Takes a qualification away from a day on; on its first day, it was entered by mistake. */
export const RevokeQualification = Schema.TaggedStruct("RevokeQualification", { ...qualification, on })

/** Says how much intellectual property of a kind an enterprise has as of a date, as told on a day. */
export const CountIntellectualProperty = Schema.TaggedStruct("CountIntellectualProperty", {
  enterprise,
  kind: Code,
  count: Schema.Int,
  asOf: on,
  on
})

/** Enters support that an enterprise receives: interns of a university, a diagnosis by experts, incubation. */
export const RecordSupport = Schema.TaggedStruct("RecordSupport", {
  enterprise,
  support: SupportId,
  kind: Code,
  by: Identifier.UnitId,
  quantity: Schema.optionalKey(Schema.Int),
  from: on,
  to: Schema.optionalKey(on)
})

/** Ends support on a day. */
export const EndSupport = Schema.TaggedStruct("EndSupport", { enterprise, support: SupportId, on })

/** Says what came of an activity for an enterprise. */
export const LinkOutcome = Schema.TaggedStruct("LinkOutcome", { enterprise, activity: ActivityId, kind: Code, on })

const branded = { unit: Identifier.UnitId, brand: Code }

/** Lets a place or body carry a brand from a date on. */
export const AwardBrand = Schema.TaggedStruct("AwardBrand", { ...branded, from: on, to: Schema.optionalKey(on) })

/** Takes a brand from a place or body on a day. */
export const EndBrand = Schema.TaggedStruct("EndBrand", { ...branded, on })

/** Everything that can be told about enterprises. */
export const EnterpriseCommand = Schema.Union([
  AssignIndustry,
  ReportEnterpriseYear,
  GrantQualification,
  RevokeQualification,
  CountIntellectualProperty,
  RecordSupport,
  EndSupport,
  LinkOutcome,
  AwardBrand,
  EndBrand
]).pipe(Schema.toTaggedUnion("_tag"))
export type EnterpriseCommand = typeof EnterpriseCommand.Type
