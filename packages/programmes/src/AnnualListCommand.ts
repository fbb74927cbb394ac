import { CivilDate, Count, Identifier, Money, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Positive, ProjectId, Request, Wording, Year } from "./Code.ts"

const on = CivilDate.CivilDate
const of = { committee: Identifier.UnitId, year: Year }
const item = { ...of, project: ProjectId }

/** On whose list a practical project stands: that of a committee, and above it of the district or the city. Source: W-06. */
export const Level = Schema.Literals(["committee", "district", "city"])
export type Level = typeof Level.Type

/** A level above the committee's own. */
export const HigherLevel = Schema.Literals(["district", "city"])
export type HigherLevel = typeof HigherLevel.Type

/** A step that is promised, and by when. */
export const Milestone = Schema.Struct({ milestone: Code, names: Text.Text, by: Schema.optionalKey(on) })
export type Milestone = typeof Milestone.Type

/**
 * Opens the list of practical matters of a committee for a year.
 *
 * Shape: `softCap` is how many there should be at most, 10 when left out; more are entered and warned about.
 * Source: H-17, A-11.
 */
export const OpenAnnualList = Schema.TaggedStruct("OpenAnnualList", {
  ...of,
  softCap: Schema.optionalKey(Positive),
  on
})

/**
 * Puts a practical project on a list that is not published yet.
 *
 * Shape: `promise` is what is promised, `beneficiaries` how many it is for; `renews` names the one of an earlier year of
 * the same committee that it carries on. Units: `fee` in fen; without it the project is free for its users (D-11).
 * Source: H-17, W-06.
 */
export const AdoptListItem = Schema.TaggedStruct("AdoptListItem", {
  ...item,
  names: Text.Text,
  promise: Wording,
  beneficiaries: Count.Count,
  milestones: Schema.optionalKey(Schema.NonEmptyArray(Milestone)),
  due: Schema.optionalKey(on),
  fee: Schema.optionalKey(Money.Money.check(Schema.isGreaterThanOrEqualTo(0))),
  renews: Schema.optionalKey(Schema.Struct({ year: Year, project: ProjectId })),
  on
})

/** Publishes a list: from then on it is a promise, and nothing more is put on it. */
export const PublishAnnualList = Schema.TaggedStruct("PublishAnnualList", { ...of, on })

/**
 * Tells how far a practical project is.
 *
 * Shape: `request`, here and below, tells what is said twice on one day from its repetition, when something else was said
 * in between. Units: `percent` of the whole.
 */
export const ReportListItem = Schema.TaggedStruct("ReportListItem", {
  ...item,
  percent: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 })),
  served: Schema.optionalKey(Count.Count),
  note: Schema.optionalKey(Wording),
  request: Request,
  on
})

/** Says that a milestone of a practical project is reached. */
export const ReachListMilestone = Schema.TaggedStruct("ReachListMilestone", { ...item, milestone: Code, on })

/** Says that a practical project is done; all its milestones are reached by then. */
export const CompleteListItem = Schema.TaggedStruct("CompleteListItem", { ...item, on })

/** Takes a practical project off its list, with the reason; what was published stays counted. */
export const DropListItem = Schema.TaggedStruct("DropListItem", { ...item, reason: Wording, on })

/** Nominates a published practical project for a higher level. Source: W-06. */
export const NominateListItem = Schema.TaggedStruct("NominateListItem", { ...item, to: HigherLevel, on })

/** Marks a practical project by the criteria of benefit. Units: marks from 0 to 100. Source: W-06. */
export const ScoreListItem = Schema.TaggedStruct("ScoreListItem", {
  ...item,
  marks: Schema.NonEmptyArray(
    Schema.Struct({ criterion: Code, mark: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 })) })
  ),
  request: Request,
  on
})

/** Puts a nominated practical project whose benefit score suffices on the list of a higher level. Source: W-06. */
export const PromoteListItem = Schema.TaggedStruct("PromoteListItem", { ...item, to: HigherLevel, on })

/** Everything that can be asked of annual lists. */
export const Command = Schema.Union([
  OpenAnnualList,
  AdoptListItem,
  PublishAnnualList,
  ReportListItem,
  ReachListMilestone,
  CompleteListItem,
  DropListItem,
  NominateListItem,
  ScoreListItem,
  PromoteListItem
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
