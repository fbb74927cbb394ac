import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./EnterpriseCommand.ts"

/** It was said which industry an enterprise belongs to. */
export const IndustryAssigned = Fact.of("IndustryAssigned", Command.AssignIndustry.fields)
/** Figures of an enterprise for a year were told. */
export const EnterpriseYearReported = Fact.of("EnterpriseYearReported", Command.ReportEnterpriseYear.fields)
/** An enterprise holds a qualification. */
export const QualificationGranted = Fact.of("QualificationGranted", Command.GrantQualification.fields)
/** A qualification was taken away. */
export const QualificationRevoked = Fact.of("QualificationRevoked", Command.RevokeQualification.fields)
/** Intellectual property of an enterprise was counted. */
export const IntellectualPropertyCounted = Fact.of(
  "IntellectualPropertyCounted",
  Command.CountIntellectualProperty.fields
)
/** An enterprise receives support. */
export const SupportRecorded = Fact.of("SupportRecorded", Command.RecordSupport.fields)
/** Support ended. */
export const SupportEnded = Fact.of("SupportEnded", Command.EndSupport.fields)
/** Something came of an activity for an enterprise. */
export const OutcomeLinked = Fact.of("OutcomeLinked", Command.LinkOutcome.fields)
/** A place or body carries a brand. */
export const BrandAwarded = Fact.of("BrandAwarded", Command.AwardBrand.fields)
/** A place or body no longer carries a brand. */
export const BrandEnded = Fact.of("BrandEnded", Command.EndBrand.fields)

/** Every fact about enterprises. The tag is the event's type in the store. */
export const EnterpriseEvent = Schema.Union([
  IndustryAssigned,
  EnterpriseYearReported,
  QualificationGranted,
  QualificationRevoked,
  IntellectualPropertyCounted,
  SupportRecorded,
  SupportEnded,
  OutcomeLinked,
  BrandAwarded,
  BrandEnded
]).pipe(Schema.toTaggedUnion("_tag"))
export type EnterpriseEvent = typeof EnterpriseEvent.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
