import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./BodyCommand.ts"

/** A body was founded. */
export const BodyFounded = Fact.of("BodyFounded", Command.FoundBody.fields)
/** A unit sits in a body. */
export const MemberSeated = Fact.of("MemberSeated", Command.SeatMember.fields)
/** A unit no longer sits in a body. */
export const MemberUnseated = Fact.of("MemberUnseated", Command.UnseatMember.fields)
/** A chair was elected. */
export const ChairElected = Fact.of("ChairElected", Command.ElectChair.fields)
/** The term of the chair ended. */
export const TermEnded = Fact.of("TermEnded", Command.EndTerm.fields)
/** A regular meeting got its date. */
export const MeetingScheduled = Fact.of("MeetingScheduled", Command.ScheduleMeeting.fields)
/** An extraordinary meeting was called. */
export const MeetingCalled = Fact.of("MeetingCalled", Command.CallMeeting.fields)
/** A matter came on an agenda. */
export const ItemPutOnAgenda = Fact.of("ItemPutOnAgenda", Command.PutOnAgenda.fields)
/** A matter went over to another meeting. */
export const ItemCarriedOver = Fact.of("ItemCarriedOver", Command.CarryItemOver.fields)
/** Members came to a meeting. */
export const AttendanceRecorded = Fact.of("AttendanceRecorded", Command.RecordAttendance.fields)
/** A proposal was made. */
export const ProposalMade = Fact.of("ProposalMade", Command.MakeProposal.fields)
/** A matter was decided, or put off. */
export const ItemDecided = Fact.of("ItemDecided", Command.DecideItem.fields)
/** A meeting ended. */
export const MeetingAdjourned = Fact.of("MeetingAdjourned", Command.AdjournMeeting.fields)
/** What was agreed was handed out. */
export const ItemDispatched = Fact.of("ItemDispatched", Command.DispatchItem.fields)
/** A list of work for a year was published. */
export const WorkListPublished = Fact.of("WorkListPublished", Command.PublishWorkList.fields)
/** A member leads a task. */
export const TaskClaimed = Fact.of("TaskClaimed", Command.ClaimTask.fields)
/** A lead accepted its task. */
export const TaskAccepted = Fact.of("TaskAccepted", Command.AcceptTask.fields)
/** A lead told how far a task is. */
export const TaskReported = Fact.of("TaskReported", Command.ReportTask.fields)
/** A milestone of a task is reached. */
export const MilestoneReached = Fact.of("MilestoneReached", Command.ReachMilestone.fields)
/** A lead gave a task back. */
export const TaskReturned = Fact.of("TaskReturned", Command.ReturnTask.fields)
/** A task is done. */
export const TaskFulfilled = Fact.of("TaskFulfilled", Command.FulfilTask.fields)
/** A visit found a result good or not. */
export const ItemFollowedUp = Fact.of("ItemFollowedUp", Command.FollowUpItem.fields)
/** A matter was closed. */
export const ItemClosed = Fact.of("ItemClosed", Command.CloseItem.fields)
/** It was counted how often something came again. */
export const ResultObserved = Fact.of("ResultObserved", Command.ObserveResult.fields)

/** Everything that is recorded of bodies that deliberate. */
export const Event = Schema.Union([
  BodyFounded,
  MemberSeated,
  MemberUnseated,
  ChairElected,
  TermEnded,
  MeetingScheduled,
  MeetingCalled,
  ItemPutOnAgenda,
  ItemCarriedOver,
  AttendanceRecorded,
  ProposalMade,
  ItemDecided,
  MeetingAdjourned,
  ItemDispatched,
  WorkListPublished,
  TaskClaimed,
  TaskAccepted,
  TaskReported,
  MilestoneReached,
  TaskReturned,
  TaskFulfilled,
  ItemFollowedUp,
  ItemClosed,
  ResultObserved
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

const tags = {
  FoundBody: "BodyFounded",
  SeatMember: "MemberSeated",
  UnseatMember: "MemberUnseated",
  ElectChair: "ChairElected",
  EndTerm: "TermEnded",
  ScheduleMeeting: "MeetingScheduled",
  CallMeeting: "MeetingCalled",
  PutOnAgenda: "ItemPutOnAgenda",
  CarryItemOver: "ItemCarriedOver",
  RecordAttendance: "AttendanceRecorded",
  MakeProposal: "ProposalMade",
  DecideItem: "ItemDecided",
  AdjournMeeting: "MeetingAdjourned",
  DispatchItem: "ItemDispatched",
  PublishWorkList: "WorkListPublished",
  ClaimTask: "TaskClaimed",
  AcceptTask: "TaskAccepted",
  ReportTask: "TaskReported",
  ReachMilestone: "MilestoneReached",
  ReturnTask: "TaskReturned",
  FulfilTask: "TaskFulfilled",
  FollowUpItem: "ItemFollowedUp",
  CloseItem: "ItemClosed",
  ObserveResult: "ResultObserved"
} as const satisfies Record<Command.Command["_tag"], Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense. */
export const of = (command: Command.Command): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** The version of the shape of every event. */
export const schemaVersion = 1
