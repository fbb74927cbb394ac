import { CivilDate, Identifier, IndustryCode, Text, Uscc } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Wording } from "./Code.ts"
import { PipelineId, StageId } from "./Pipeline.ts"

const { UnitId, PersonId } = Identifier

/** Names a prospect. */
export const ProspectId = Code.pipe(Schema.brand("ProspectId"))
export type ProspectId = typeof ProspectId.Type

const area = Schema.Finite.check(Schema.isGreaterThan(0))

/**
 * What a prospect is looking for. Units: area in square metres.
 *
 * Source: R4-13.
 */
export const Intent = Schema.Struct({
  buildings: Schema.optionalKey(Schema.Array(UnitId)),
  least: Schema.optionalKey(area),
  most: Schema.optionalKey(area),
  tenure: Schema.optionalKey(Schema.Literals(["rent", "buy"])),
  from: Schema.optionalKey(CivilDate.CivilDate),
  people: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0)))
}).check(
  Schema.makeFilter((one) =>
    one.least === undefined || one.most === undefined || one.least <= one.most
      ? undefined
      : { path: ["most"], issue: "most must not be below least" }
  )
)
export type Intent = typeof Intent.Type

/**
 * A firm, person, branch or project that may come, as it is entered.
 *
 * Shape: a person has a `contact` and no name; `contact` is the person to talk to, whose name and number are kept in the
 * vault; `reference` names the visit, sweep, fair or activity it comes from; `distinctFrom` says that it looks like
 * another one and is not; `firstServed` is the day it first was of service to (H-03).
 */
export const Prospect = Schema.Struct({
  prospect: ProspectId,
  pipeline: PipelineId,
  names: Schema.optionalKey(Text.Text),
  uscc: Schema.optionalKey(Uscc.Uscc),
  contact: Schema.optionalKey(PersonId),
  enterprise: Schema.optionalKey(UnitId),
  industry: Schema.optionalKey(IndustryCode.IndustryCode),
  place: Schema.optionalKey(UnitId),
  source: Code,
  reference: Schema.optionalKey(Code),
  intent: Schema.optionalKey(Intent),
  stage: Schema.optionalKey(StageId),
  distinctFrom: Schema.optionalKey(Schema.Array(ProspectId)),
  firstServed: Schema.optionalKey(CivilDate.CivilDate),
  on: CivilDate.CivilDate
})
export type Prospect = typeof Prospect.Type

/** A talk, visit or message. Shape: `at` is when it was, `on` when it was told; `note` leads to nobody. */
export const Contact = Schema.Struct({
  contact: Code,
  how: Schema.Literals(["visit", "call", "meeting", "message", "event"]),
  at: CivilDate.CivilDate,
  by: PersonId,
  outcome: Schema.optionalKey(Code),
  note: Schema.optionalKey(Wording),
  on: CivilDate.CivilDate
})
export type Contact = typeof Contact.Type

/** Something that is to be done next, until a day. Source: R4-4. */
export const FollowUp = Schema.Struct({
  followUp: Code,
  what: Wording,
  due: CivilDate.CivilDate,
  by: Schema.optionalKey(PersonId),
  on: CivilDate.CivilDate
})
export type FollowUp = typeof FollowUp.Type

/**
 * How a name is compared: the same letters, whatever their width and case, without blanks, brackets and punctuation.
 *
 * ```ts
 * Prospect.fold("示例 科技（湖北）有限公司") === Prospect.fold("示例科技(湖北)有限公司") // => true
 * ```
 */
export const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, "")
