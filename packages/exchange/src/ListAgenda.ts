import type { CivilDate } from "@louyu/kernel"
import * as DayOrder from "./DayOrder.ts"
import { dayOf, type MatchingStep, type PartnersStep } from "./Report.ts"

type ListTag = MatchingStep["command"]["_tag"]

// What is agreed on may begin long after it is agreed on, so whatever can be had is listed first, and needs before what
// becomes of them. Hundreds are the parts that follow one another as a whole; within a part days count first.
export const listRanks: Readonly<Record<ListTag, number>> = {
  AdoptServiceList: 0,
  AssureItem: 1,
  StopOffering: 100,
  WithdrawResource: 100,
  OfferItem: 101,
  RegisterResource: 101,
  ResizeResource: 102,
  RegisterNeed: 200,
  ClassifyNeed: 201,
  WithdrawMatch: 300,
  ReleaseResource: 300,
  ProposeMatch: 301,
  RejectMatch: 302,
  AcceptMatch: 302,
  DeliverMatch: 303,
  RateMatch: 304,
  CloseMatch: 305,
  ProposeProject: 306,
  SplitProject: 307,
  JoinNeeds: 308,
  CommitResource: 309,
  ApproveProject: 310,
  PublishProject: 311,
  PromoteProject: 312,
  ReportProgress: 313,
  MergeProjects: 314,
  CompleteProject: 315,
  CancelProject: 315,
  CloseNeed: 316,
  OpenFair: 400,
  RecordConsultation: 401,
  RecordApplication: 402,
  DecideApplication: 403
}

// A posting or position does not hold on the day it ends.
export const partnerRanks: Readonly<Record<PartnersStep["command"]["_tag"], number>> = {
  EndPosting: 0,
  LeavePosition: 0,
  PublishPosting: 1,
  TakePosition: 1,
  ProposePartnership: 2,
  AnswerPartnership: 3,
  RecordExchange: 4
}

const partOf = ({ _tag }: MatchingStep["command"]): number => Math.floor(listRanks[_tag] / 100)

/**
 * Puts steps of the three lists into an order in which they can be carried out: service lists, what is offered, needs,
 * then matches and projects, each by day.
 */
export const orderLists = (steps: ReadonlyArray<MatchingStep>): ReadonlyArray<MatchingStep> => {
  const proposed = new Map<string, CivilDate.CivilDate>()
  for (const { command } of steps) {
    if (command._tag === "ProposeProject") proposed.set(command.project, command.on)
    if (command._tag === "SplitProject") proposed.set(command.part, command.on)
  }
  // A commitment is made with the project, whenever it begins.
  const dayIn = (command: MatchingStep["command"]): CivilDate.CivilDate =>
    (command._tag === "CommitResource" ? proposed.get(command.project) : undefined) ?? dayOf(command)
  return [...Map.groupBy(steps, ({ command }) => partOf(command))]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, part]) => DayOrder.arrange(part, ({ _tag }) => listRanks[_tag], dayIn))
}

/** Puts steps of the board of partners into an order in which they can be carried out: by day. */
export const orderPartners = (steps: ReadonlyArray<PartnersStep>): ReadonlyArray<PartnersStep> =>
  DayOrder.arrange(steps, ({ _tag }) => partnerRanks[_tag])
