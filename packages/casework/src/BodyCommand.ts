import { CivilDate, Identifier, Money, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { BodyId, CaseRef, ItemId, MeetingId, MilestoneId, PartyKind, ProposalId, TaskId } from "./BodyCode.ts"
import { BodyKind } from "./BodyKind.ts"
import { Wording } from "./Code.ts"

const { UnitId, PersonId } = Identifier
const on = CivilDate.CivilDate
const of = { body: BodyId }
const positive = Schema.Int.check(Schema.isGreaterThan(0))

/** What a matter is about: a case, or something nobody opened a case for. */
export const Subject = Schema.Union([Schema.Struct({ case: CaseRef }), Schema.Struct({ title: Wording })])
export type Subject = typeof Subject.Type

/** What somebody gives so that a proposal becomes true. Units: money in fen, space in places, labour in people. */
export const Contribution = Schema.Union([
  Schema.Struct({
    by: UnitId,
    kind: Schema.Literal("money"),
    fen: Money.Money.check(Schema.isGreaterThan(0))
  }),
  Schema.Struct({ by: UnitId, kind: Schema.Literal("space"), places: positive }),
  Schema.Struct({ by: UnitId, kind: Schema.Literal("labour"), people: positive })
])
export type Contribution = typeof Contribution.Type

/** Founds a body at a place. Shape: `dispatcher` is the unit that hands out, where the kind wants one named. */
export const FoundBody = Schema.TaggedStruct("FoundBody", {
  ...of,
  kind: BodyKind,
  place: UnitId,
  names: Text.Text,
  dispatcher: Schema.optionalKey(UnitId),
  on
})

/** Lets a unit sit in a body, for a party. */
export const SeatMember = Schema.TaggedStruct("SeatMember", { ...of, unit: UnitId, party: PartyKind, on })

/** Ends that a unit sits in a body; whoever chairs for it no longer does. */
export const UnseatMember = Schema.TaggedStruct("UnseatMember", { ...of, unit: UnitId, on })

/** Elects who chairs, for a member unit. Shape: the term ends on `until`, or as the kind says. */
export const ElectChair = Schema.TaggedStruct("ElectChair", {
  ...of,
  unit: UnitId,
  person: PersonId,
  until: Schema.optionalKey(on),
  on
})

/** Ends the term of the chair. */
export const EndTerm = Schema.TaggedStruct("EndTerm", { ...of, on })

/** Sets the date of a regular meeting. */
export const ScheduleMeeting = Schema.TaggedStruct("ScheduleMeeting", { ...of, meeting: MeetingId, date: on, on })

/** Calls a meeting because of a major matter; any member may at any time. */
export const CallMeeting = Schema.TaggedStruct("CallMeeting", {
  ...of,
  meeting: MeetingId,
  date: on,
  by: UnitId,
  matter: Wording,
  on
})

/** Puts a case or another matter on the agenda of a meeting. Shape: `by` is the member that asked for it. */
export const PutOnAgenda = Schema.TaggedStruct("PutOnAgenda", {
  ...of,
  meeting: MeetingId,
  item: ItemId,
  subject: Subject,
  by: Schema.optionalKey(UnitId),
  on
})

/** Puts a matter that is not decided yet on the agenda of another meeting. */
export const CarryItemOver = Schema.TaggedStruct("CarryItemOver", { ...of, meeting: MeetingId, item: ItemId, on })

/** Records who came to a meeting; it is held by that. */
export const RecordAttendance = Schema.TaggedStruct("RecordAttendance", {
  ...of,
  meeting: MeetingId,
  units: Schema.NonEmptyArray(UnitId),
  on
})

/** Makes a proposal on a matter, with what is given for it. */
export const MakeProposal = Schema.TaggedStruct("MakeProposal", {
  ...of,
  item: ItemId,
  proposal: ProposalId,
  by: UnitId,
  text: Wording,
  contributions: Schema.Array(Contribution),
  on
})

/** Decides a matter at a meeting that has its quorum. */
export const DecideItem = Schema.TaggedStruct("DecideItem", {
  ...of,
  meeting: MeetingId,
  item: ItemId,
  outcome: Schema.Literals(["agreed", "rejected", "deferred"]),
  proposal: Schema.optionalKey(ProposalId),
  on
})

/** Ends a meeting: nothing more is decided at it. */
export const AdjournMeeting = Schema.TaggedStruct("AdjournMeeting", { ...of, meeting: MeetingId, on })

/** What one of several parties does for a task that they carry together. Source: H-18, W-18. */
export const Duty = Schema.Struct({ unit: UnitId, duty: Wording })
export type Duty = typeof Duty.Type

/**
 * Hands out what was agreed as a task, to one lead; without `to` any member may claim it.
 *
 * Shape: with `duties` several parties carry it, each with what it does; where the kind of the body names joint parties,
 * each of them is then the lead, assists or has a duty.
 * Source: H-18.
 */
export const DispatchItem = Schema.TaggedStruct("DispatchItem", {
  ...of,
  item: ItemId,
  task: TaskId,
  names: Text.Text,
  by: UnitId,
  to: Schema.optionalKey(UnitId),
  assisting: Schema.optionalKey(Schema.Array(UnitId)),
  duties: Schema.optionalKey(Schema.NonEmptyArray(Duty)),
  due: Schema.optionalKey(on),
  on
})

/** A step of a task that is promised, and by when. Source: R5-15. */
export const Milestone = Schema.Struct({ milestone: MilestoneId, names: Text.Text, by: Schema.optionalKey(on) })
export type Milestone = typeof Milestone.Type

/** Publishes what a body means to do in a year, as many tasks as its kind allows. Source: W-19, H-17, R5-15. */
export const PublishWorkList = Schema.TaggedStruct("PublishWorkList", {
  ...of,
  year: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 })),
  tasks: Schema.NonEmptyArray(
    Schema.Struct({
      task: TaskId,
      names: Text.Text,
      due: Schema.optionalKey(on),
      milestones: Schema.optionalKey(Schema.NonEmptyArray(Milestone))
    })
  ),
  on
})

/** Takes a task that nobody leads. */
export const ClaimTask = Schema.TaggedStruct("ClaimTask", { ...of, task: TaskId, by: UnitId, on })

/** Accepts a task that was handed to a unit. */
export const AcceptTask = Schema.TaggedStruct("AcceptTask", { ...of, task: TaskId, by: UnitId, on })

/** Tells how far a task is. */
export const ReportTask = Schema.TaggedStruct("ReportTask", { ...of, task: TaskId, by: UnitId, text: Wording, on })

/** Says that a milestone of a task is reached. Source: R5-15. */
export const ReachMilestone = Schema.TaggedStruct("ReachMilestone", {
  ...of,
  task: TaskId,
  milestone: MilestoneId,
  by: UnitId,
  on
})

/** Gives a task back, with the reason; another member may claim it then. */
export const ReturnTask = Schema.TaggedStruct("ReturnTask", { ...of, task: TaskId, by: UnitId, reason: Wording, on })

/** Says that a task is done. */
export const FulfilTask = Schema.TaggedStruct("FulfilTask", { ...of, task: TaskId, by: UnitId, on })

/** Records what a visit found after the tasks of a matter were done; not satisfied takes the matter up again. */
export const FollowUpItem = Schema.TaggedStruct("FollowUpItem", { ...of, item: ItemId, satisfied: Schema.Boolean, on })

/** Closes a matter whose tasks are done. */
export const CloseItem = Schema.TaggedStruct("CloseItem", { ...of, item: ItemId, on })

/** Counts how often what a closed matter was about came again since it was closed or last counted. */
export const ObserveResult = Schema.TaggedStruct("ObserveResult", {
  ...of,
  item: ItemId,
  recurrences: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  on
})

/** Everything that can be asked of bodies that deliberate. */
export const Command = Schema.Union([
  FoundBody,
  SeatMember,
  UnseatMember,
  ElectChair,
  EndTerm,
  ScheduleMeeting,
  CallMeeting,
  PutOnAgenda,
  CarryItemOver,
  RecordAttendance,
  MakeProposal,
  DecideItem,
  AdjournMeeting,
  DispatchItem,
  PublishWorkList,
  ClaimTask,
  AcceptTask,
  ReportTask,
  ReachMilestone,
  ReturnTask,
  FulfilTask,
  FollowUpItem,
  CloseItem,
  ObserveResult
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
