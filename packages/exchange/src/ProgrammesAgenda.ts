import * as DayOrder from "./DayOrder.ts"
import type { ProgrammesCommand, ProgrammesStep } from "./Report.ts"

// What begins something stands before all that becomes of it, whenever it was told, and a programme before the series and
// activities that rest on it, as a team before the wishes it claims. Hundreds are the parts that follow one another as a
// whole; within a part days count first, and on one day what ends makes room for what begins.
export const programmesRanks: Readonly<Record<ProgrammesCommand["_tag"], number>> = {
  LaunchProgramme: 0,
  EndProgramme: 100,
  JoinProgramme: 101,
  OpenServiceProject: 102,
  ChangeServiceLead: 103,
  StartSeries: 200,
  EndSeries: 300,
  ChangeRecurrence: 301,
  PlanActivity: 400,
  MoveActivity: 500,
  WithdrawParticipant: 501,
  ResizeActivity: 502,
  RegisterParticipant: 503,
  RecordParticipation: 504,
  HoldActivity: 505,
  ReportActivityReach: 506,
  LinkActivityOutcome: 507,
  CancelActivity: 508,
  DeclareWorkLine: 600,
  EnterWorkLineEntry: 700,
  EndWorkLineEntry: 701,
  OpenAnnualList: 800,
  AdoptListItem: 801,
  PublishAnnualList: 802,
  ReportListItem: 803,
  ReachListMilestone: 804,
  CompleteListItem: 805,
  NominateListItem: 806,
  ScoreListItem: 807,
  PromoteListItem: 808,
  DropListItem: 809,
  FormVolunteerTeam: 900,
  DisbandVolunteerTeam: 1000,
  LeaveVolunteerTeam: 1001,
  JoinVolunteerTeam: 1002,
  DeclareTeamCount: 1003,
  RecordVolunteerService: 1004,
  PostWish: 1100,
  ReleaseWish: 1102,
  ClaimWish: 1104,
  DelegateWish: 1105,
  FulfilWish: 1106,
  ConfirmWish: 1107,
  WithdrawWish: 1108,
  DraftPact: 1200,
  AmendPact: 1200,
  AdoptPact: 1201,
  SignPact: 1202,
  ProposePairing: 1300,
  SignPairing: 1400,
  TerminatePairing: 1401,
  RenewPairing: 1402,
  RecordPairingDelivery: 1403,
  FormCoManagement: 1500,
  EndCoManagement: 1600,
  ReplaceCoManager: 1601,
  OpenClass: 1700,
  WithdrawChild: 1801,
  ResizeClass: 1802,
  EnrolChild: 1803,
  ChooseCourse: 1804
}

const partOf = ({ _tag }: ProgrammesCommand): number => Math.floor(programmesRanks[_tag] / 100)

/** What else the row of a command says of the same day. */
type SameDay = (step: ProgrammesStep, ...tags: ReadonlyArray<ProgrammesCommand["_tag"]>) => boolean

const sameDay = (steps: ReadonlyArray<ProgrammesStep>): SameDay => {
  const keyOf = ({ origin: { file, row = 0 }, command: { on } }: ProgrammesStep) => `${file} ${row} ${on}`
  const said = new Map<string, Set<string>>()
  for (const step of steps) {
    const key = keyOf(step)
    const tags = said.get(key)
    if (tags === undefined) said.set(key, new Set([step.command._tag]))
    else tags.add(step.command._tag)
  }
  return (step, ...tags) => {
    const all = said.get(keyOf(step))
    return all !== undefined && tags.some((tag) => all.has(tag))
  }
}

/**
 * The rank of a step on its day.
 *
 * Whoever leaves makes room for whoever comes; but what a row both begins and ends on one day keeps the order of the row,
 * and a claim that was given up on its day comes before the one that holds.
 */
const rankOf = (step: ProgrammesStep, also: SameDay): number => {
  const { command } = step
  const rank = programmesRanks[command._tag]
  switch (command._tag) {
    case "WithdrawParticipant":
      return also(step, "RegisterParticipant") ? programmesRanks.RegisterParticipant : rank
    case "WithdrawChild":
      if (also(step, "EnrolChild")) return programmesRanks.EnrolChild
      return also(step, "ChooseCourse") ? programmesRanks.ChooseCourse : rank
    case "ChooseCourse":
      return also(step, "EnrolChild") && also(step, "WithdrawChild") ? programmesRanks.EnrolChild : rank
    case "ClaimWish":
    case "DelegateWish":
      return also(step, "ClaimWish") && also(step, "ReleaseWish") ? programmesRanks.ClaimWish - 1 : rank
    case "ReleaseWish":
      return also(step, "ClaimWish") ? programmesRanks.ClaimWish - 1 : rank
    case "ConfirmWish":
      return also(step, "FulfilWish") ? programmesRanks.FulfilWish : programmesRanks.ReleaseWish - 1
    // All versions of a pact may be of one day.
    case "AmendPact":
    case "AdoptPact":
    case "SignPact":
      return rank + 3 * (command.version - 1)
    default:
      return rank
  }
}

const requestOf = ({ command }: ProgrammesStep): string => ("request" in command ? (command.request ?? "") : "")

// The second request of a day, which has a name, comes after the first, which has none.
const byRequest = (steps: ReadonlyArray<ProgrammesStep>): ReadonlyArray<ProgrammesStep> => {
  const named = steps.filter((step) => requestOf(step) !== "")
  if (named.length === 0) return steps
  const sorted = named.toSorted((a, b) => (requestOf(a) < requestOf(b) ? -1 : requestOf(a) > requestOf(b) ? 1 : 0))
  return [...steps.filter((step) => requestOf(step) === ""), ...sorted]
}

/**
 * Puts steps about what people do together into an order in which they can be carried out: programmes, series and
 * activities, work lines, annual lists, volunteers and wishes, agreements, classes; each by day.
 */
export const orderProgrammes = (steps: ReadonlyArray<ProgrammesStep>): ReadonlyArray<ProgrammesStep> => {
  const also = sameDay(steps)
  const ranks = new Map(steps.map((step) => [step.command, rankOf(step, also)]))
  return [...Map.groupBy(byRequest(steps), ({ command }) => partOf(command))]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, part]) => DayOrder.arrange(part, (command) => ranks.get(command) ?? programmesRanks[command._tag]))
}
