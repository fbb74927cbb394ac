import * as DayOrder from "./DayOrder.ts"
import type { BodiesStep, CasesStep, Step, TimedCommand, WhistlesStep } from "./Report.ts"

// At one moment a case goes the way cases go: taken up, given out, worked on with its papers, resolved, asked, closed.
// What made it wait ends before, and what makes it wait comes after; what takes it elsewhere comes last.
export const caseRanks: Readonly<Record<CasesStep["command"]["_tag"], number>> = {
  RaiseCase: 0,
  UnmergeCase: 1,
  SeparateCase: 1,
  ReopenCase: 2,
  ResumeCase: 3,
  AcceptCase: 4,
  RejectCase: 5,
  ClassifyCase: 6,
  ShareCase: 7,
  UnshareCase: 7,
  LinkCase: 7,
  RecordDue: 7,
  ExtendDeadline: 8,
  EscalateCase: 9,
  MatchCase: 10,
  DeliberateCase: 11,
  DispatchCase: 12,
  TakeCase: 12,
  RerouteCase: 13,
  SplitCase: 14,
  ReportInCase: 15,
  FileCaseEvidence: 16,
  SurveySite: 16,
  DraftPlan: 17,
  ClearPlan: 18,
  ApprovePlan: 19,
  StartCase: 20,
  FinishTask: 21,
  ResolveCase: 22,
  FollowUpCase: 23,
  CloseCase: 24,
  SuspendCase: 25,
  MergeCase: 26,
  AbsorbCase: 27
}

// On one day, who leaves makes room for who comes; then the meeting with its matters, what is handed out and done, and
// the end of the meeting, which may have to wait until all is handed out.
export const bodyRanks: Readonly<Record<BodiesStep["command"]["_tag"], number>> = {
  FoundBody: 0,
  UnseatMember: 1,
  EndTerm: 1,
  SeatMember: 2,
  ElectChair: 3,
  PublishWorkList: 4,
  ScheduleMeeting: 5,
  CallMeeting: 5,
  PutOnAgenda: 6,
  CarryItemOver: 7,
  RecordAttendance: 8,
  MakeProposal: 9,
  DecideItem: 10,
  DispatchItem: 11,
  ReturnTask: 12,
  ClaimTask: 13,
  AcceptTask: 14,
  ReportTask: 15,
  ReachMilestone: 15,
  FulfilTask: 16,
  FollowUpItem: 17,
  CloseItem: 18,
  ObserveResult: 19,
  AdjournMeeting: 20
}

// What the caller thinks of it is asked before the whistle is closed.
export const whistleRanks: Readonly<Record<WhistlesStep["command"]["_tag"], number>> = {
  BlowWhistle: 0,
  ReportIn: 1,
  AssignWhistleTask: 2,
  ResolveWhistleTask: 3,
  EvaluateWhistle: 4,
  CloseWhistle: 5
}

/** Steps by moment, and at one moment by rank; steps of one moment and rank keep their order. */
const byMoment = <C extends TimedCommand>(
  steps: ReadonlyArray<Step<C>>,
  rankOf: (command: C) => number
): ReadonlyArray<Step<C>> =>
  steps.toSorted((a, b) => a.command.at - b.command.at || rankOf(a.command) - rankOf(b.command))

/** Puts steps about cases into an order in which they can be carried out: by moment. */
export const orderCases = (steps: ReadonlyArray<CasesStep>): ReadonlyArray<CasesStep> =>
  byMoment(steps, ({ _tag }) => caseRanks[_tag])

/** Puts steps about bodies that deliberate into an order in which they can be carried out: by day. */
export const orderBodies = (steps: ReadonlyArray<BodiesStep>): ReadonlyArray<BodiesStep> =>
  DayOrder.arrange(steps, ({ _tag }) => bodyRanks[_tag])

/** Puts steps about whistles into an order in which they can be carried out: by moment. */
export const orderWhistles = (steps: ReadonlyArray<WhistlesStep>): ReadonlyArray<WhistlesStep> =>
  byMoment(steps, ({ _tag }) => whistleRanks[_tag])
