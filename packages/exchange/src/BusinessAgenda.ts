import * as DayOrder from "./DayOrder.ts"
import type { EnterprisesStep, PublicationsStep, RecruitmentStep, StaysStep, TaxStep, TenancyStep } from "./Report.ts"

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

export const tenancyRanks: Readonly<Record<TenancyStep["command"]["_tag"], number>> = {
  RegisterSpace: 0,
  RemeasureSpace: 1,
  OfferSpace: 2,
  AnnulLease: 3,
  EndLease: 4,
  SignLease: 5,
  ExtendLease: 6,
  IntendToLeave: 7,
  StayAfterAll: 8,
  WithdrawSpace: 9,
  CloseSpace: 10,
  DeclareResidence: 11
}

export const taxRanks: Readonly<Record<TaxStep["command"]["_tag"], number>> = { RecordTax: 0 }

export const enterpriseRanks: Readonly<Record<EnterprisesStep["command"]["_tag"], number>> = {
  AssignIndustry: 0,
  ReportEnterpriseYear: 1,
  RevokeQualification: 2,
  GrantQualification: 3,
  CountIntellectualProperty: 4,
  EndSupport: 5,
  RecordSupport: 6,
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

/** Puts steps about spaces and leases into an order in which they can be carried out: by day. */
export const orderTenancy = (steps: ReadonlyArray<TenancyStep>): ReadonlyArray<TenancyStep> =>
  DayOrder.arrange(steps, ({ _tag }) => tenancyRanks[_tag])

/** Puts steps about tax into an order in which they can be carried out: by day. */
export const orderTax = (steps: ReadonlyArray<TaxStep>): ReadonlyArray<TaxStep> =>
  DayOrder.arrange(steps, ({ _tag }) => taxRanks[_tag])

/** Puts steps about enterprises into an order in which they can be carried out: by day. */
export const orderEnterprises = (steps: ReadonlyArray<EnterprisesStep>): ReadonlyArray<EnterprisesStep> =>
  DayOrder.arrange(steps, ({ _tag }) => enterpriseRanks[_tag])

/** Puts steps about published figures into an order in which they can be carried out: by day. */
export const orderPublications = (steps: ReadonlyArray<PublicationsStep>): ReadonlyArray<PublicationsStep> =>
  DayOrder.arrange(steps, ({ _tag }) => publicationRanks[_tag])
