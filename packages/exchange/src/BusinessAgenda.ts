import * as DayOrder from "./DayOrder.ts"
import {
  dayOf,
  type EnterprisesStep,
  type PublicationsStep,
  type RecruitmentStep,
  type StaysStep,
  type TaxStep
} from "./Report.ts"

// On one day: the rules first, then who is new, who looks after whom, what happened, and how it ended.
export const recruitmentRanks: Readonly<Record<RecruitmentStep["command"]["_tag"], number>> = {
  AdoptPipeline: 0,
  SetPoolRule: 1,
  RetireLiaison: 2,
  EnrolLiaison: 3,
  OptOut: 4,
  OpenProspect: 5,
  AmendProspect: 6,
  ReleaseProspect: 7,
  AssignProspect: 8,
  FileEvidence: 9,
  ResumeProspect: 10,
  ReopenProspect: 11,
  AdvanceProspect: 12,
  RegressProspect: 13,
  WinProspect: 14,
  ConvertProspect: 15,
  LogContact: 16,
  PlanFollowUp: 17,
  CloseFollowUp: 18,
  ParkProspect: 19,
  LoseProspect: 20,
  MergeProspects: 21
}

// Whoever leaves on a day makes room for whoever comes.
export const stayRanks: Readonly<Record<StaysStep["command"]["_tag"], number>> = {
  OpenOffice: 0,
  EndStay: 1,
  ResizeOffice: 2,
  ExtendStay: 3,
  StartStay: 4,
  CloseOffice: 5
}

export const taxRanks: Readonly<Record<TaxStep["command"]["_tag"], number>> = { RecordTax: 0 }

export const enterpriseRanks: Readonly<Record<EnterprisesStep["command"]["_tag"], number>> = {
  AssignIndustry: 0,
  ReportEnterpriseYear: 1,
  RevokeQualification: 2,
  GrantQualification: 4,
  CountIntellectualProperty: 4,
  RecordSupport: 5,
  EndSupport: 6,
  LinkOutcome: 7,
  EndBrand: 8,
  AwardBrand: 9
}

export const publicationRanks: Readonly<Record<PublicationsStep["command"]["_tag"], number>> = {
  PublishFigure: 0,
  CorrectPublication: 1,
  WithdrawPublication: 2
}

/** Puts steps about prospects into an order in which they can be carried out: by day. */
export const orderRecruitment = (steps: ReadonlyArray<RecruitmentStep>): ReadonlyArray<RecruitmentStep> =>
  DayOrder.arrange(steps, ({ _tag }) => recruitmentRanks[_tag])

/** Puts steps about stays into an order in which they can be carried out: by day. */
export const orderStays = (steps: ReadonlyArray<StaysStep>): ReadonlyArray<StaysStep> =>
  DayOrder.arrange(steps, ({ _tag }) => stayRanks[_tag])

/** Puts steps about tax into an order in which they can be carried out: by day. */
export const orderTax = (steps: ReadonlyArray<TaxStep>): ReadonlyArray<TaxStep> =>
  DayOrder.arrange(steps, ({ _tag }) => taxRanks[_tag])

// A certificate that was entered by mistake is taken away on its first day, by the same row; it comes before others.
const mistakenAt = 3

const mistaken = (steps: ReadonlyArray<EnterprisesStep>): ReadonlySet<EnterprisesStep["command"]> => {
  const rows = Map.groupBy(steps, ({ origin: { file, row = 0 } }) => `${file} ${row}`)
  const found = new Set<EnterprisesStep["command"]>()
  for (const { command, origin } of steps) {
    if (command._tag !== "RevokeQualification") continue
    const own = rows.get(`${origin.file} ${origin.row ?? 0}`) ?? []
    for (const { command: granted } of own) {
      if (granted._tag === "GrantQualification" && granted.from === command.on) found.add(granted).add(command)
    }
  }
  return found
}

/** Puts steps about enterprises into an order in which they can be carried out: by day. */
export const orderEnterprises = (steps: ReadonlyArray<EnterprisesStep>): ReadonlyArray<EnterprisesStep> => {
  const mistakes = mistaken(steps)
  return DayOrder.arrange(
    steps,
    (command) => (mistakes.has(command) ? mistakenAt : enterpriseRanks[command._tag]),
    // The day on which the enterprise is known is not the one on which the certificate begins to hold.
    (command) => (command._tag === "GrantQualification" ? command.from : dayOf(command))
  )
}

/** Puts steps about published figures into an order in which they can be carried out: by the day they were published. */
export const orderPublications = (steps: ReadonlyArray<PublicationsStep>): ReadonlyArray<PublicationsStep> =>
  DayOrder.arrange(
    steps,
    ({ _tag }) => publicationRanks[_tag],
    (command) => (command._tag === "PublishFigure" ? command.published : command.on)
  )
