import * as Schema from "effect/Schema"
import { Code } from "./Code.ts"

/** Refers to a case by its id; what the case is about is known where cases are kept. */
export const CaseRef = Code.pipe(Schema.brand("CaseRef"))
export type CaseRef = typeof CaseRef.Type

/** Names a body that deliberates. */
export const BodyId = Code.pipe(Schema.brand("BodyId"))
export type BodyId = typeof BodyId.Type

/** Names a meeting within its body. */
export const MeetingId = Code.pipe(Schema.brand("MeetingId"))
export type MeetingId = typeof MeetingId.Type

/** Names a matter on the agenda within its body. */
export const ItemId = Code.pipe(Schema.brand("ItemId"))
export type ItemId = typeof ItemId.Type

/** Names a proposal within its matter. */
export const ProposalId = Code.pipe(Schema.brand("ProposalId"))
export type ProposalId = typeof ProposalId.Type

/** Names a task within its body. */
export const TaskId = Code.pipe(Schema.brand("TaskId"))
export type TaskId = typeof TaskId.Type

/** Names a milestone within its task. */
export const MilestoneId = Code.pipe(Schema.brand("MilestoneId"))
export type MilestoneId = typeof MilestoneId.Type

/** Names a party that sits in a body: property, owners' committee, traffic police. */
export const PartyKind = Code.pipe(Schema.brand("PartyKind"))
export type PartyKind = typeof PartyKind.Type
