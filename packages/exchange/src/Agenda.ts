import * as DayOrder from "./DayOrder.ts"
import { listRanks, orderLists, orderPartners, partnerRanks } from "./ListAgenda.ts"
import type { Command, MatchingStep, OrganisationStep, PartnersStep, RolesStep, Step, VisitsStep } from "./Report.ts"
import * as Sequence from "./Sequence.ts"

// On one day, what ends makes room for what begins; a scheme comes before its posts, a post before who stands in for its
// holder. What folders never ask for stands where it would belong.
const roleRanks: Readonly<Record<RolesStep["command"]["_tag"], number>> = {
  RevokeAccess: 0,
  EndDelegation: 0,
  EndActing: 0,
  Relieve: 0,
  DropScheme: 1,
  AdoptScheme: 2,
  HandOver: 3,
  Appoint: 3,
  Extend: 4,
  ActFor: 5,
  Delegate: 6,
  GrantAccess: 6
}

// A plan or sweep does not run on the day it ends.
const visitRanks: Readonly<Record<VisitsStep["command"]["_tag"], number>> = {
  EndPlan: 0,
  CloseSweep: 0,
  PlanVisits: 1,
  StartSweep: 1,
  RecordVisit: 2,
  RecordDoor: 2,
  RaiseNeed: 2
}

/** Steps by the domain their commands belong to. */
export interface Parts {
  readonly organisation: ReadonlyArray<OrganisationStep>
  readonly roles: ReadonlyArray<RolesStep>
  readonly visits: ReadonlyArray<VisitsStep>
  readonly matching: ReadonlyArray<MatchingStep>
  readonly partners: ReadonlyArray<PartnersStep>
}

const isOne =
  <Tag extends Command["_tag"]>(ranks: Readonly<Record<Tag, number>>) =>
  (step: Step): step is Step<Extract<Command, { readonly _tag: Tag }>> =>
    Object.hasOwn(ranks, step.command._tag)

const isAboutRoles = isOne(roleRanks)
const isAboutVisits = isOne(visitRanks)
const isAboutLists = isOne(listRanks)
const isAboutPartners = isOne(partnerRanks)
const others = [isAboutRoles, isAboutVisits, isAboutLists, isAboutPartners]
const isAboutUnits = (step: Step): step is OrganisationStep => others.every((is) => !is(step))

/** Sorts steps by the domain their commands belong to; each keeps its order. */
export const parts = (steps: ReadonlyArray<Step>): Parts => ({
  organisation: steps.filter(isAboutUnits),
  roles: steps.filter(isAboutRoles),
  visits: steps.filter(isAboutVisits),
  matching: steps.filter(isAboutLists),
  partners: steps.filter(isAboutPartners)
})

/**
 * Puts all steps into an order in which they can be carried out: the whole organisation first, since posts and visits
 * rest on it on every date, then posts, visits, the three lists and partners; each by day, and within a day what ends
 * before what begins.
 */
export const order = ({ organisation, roles, visits, matching, partners }: Parts): ReadonlyArray<Step> => [
  ...Sequence.order(organisation),
  ...DayOrder.arrange(roles, ({ _tag }) => roleRanks[_tag]),
  ...DayOrder.arrange(visits, ({ _tag }) => visitRanks[_tag]),
  ...orderLists(matching),
  ...orderPartners(partners)
]
