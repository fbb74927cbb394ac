import {
  enterpriseRanks,
  orderEnterprises,
  orderPublications,
  orderRecruitment,
  orderStays,
  orderTax,
  publicationRanks,
  recruitmentRanks,
  stayRanks,
  taxRanks
} from "./BusinessAgenda.ts"
import { bodyRanks, caseRanks, orderBodies, orderCases, orderWhistles, whistleRanks } from "./CaseAgenda.ts"
import * as DayOrder from "./DayOrder.ts"
import { listRanks, orderLists, orderPartners, partnerRanks } from "./ListAgenda.ts"
import { orderProgrammes, programmesRanks } from "./ProgrammesAgenda.ts"
import type {
  BodiesStep,
  CasesStep,
  Command,
  EnterprisesStep,
  FacilitiesStep,
  MatchingStep,
  OrganisationStep,
  PartnersStep,
  PointsStep,
  ProgrammesStep,
  PublicationsStep,
  RecruitmentStep,
  RolesStep,
  RoomsStep,
  RostersStep,
  StationingsStep,
  StationsStep,
  StaysStep,
  Step,
  TaxStep,
  TenancyStep,
  VisitsStep,
  WhistlesStep
} from "./Report.ts"
import {
  facilityRanks,
  orderFacilities,
  orderPoints,
  orderRooms,
  orderStationings,
  pointRanks,
  roomRanks,
  stationingRanks
} from "./RoomAgenda.ts"
import { orderRosters, rosterRanks } from "./RosterAgenda.ts"
import * as Sequence from "./Sequence.ts"
import { orderStations, stationRanks } from "./StationAgenda.ts"
import { orderTenancy, tenancyRanks } from "./TenancyAgenda.ts"

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

const isOne =
  <Tag extends Command["_tag"]>(ranks: Readonly<Record<Tag, number>>) =>
  (step: Step): step is Step<Extract<Command, { readonly _tag: Tag }>> =>
    Object.hasOwn(ranks, step.command._tag)

// Every domain but the organisation: whose steps they are, and the order they are carried out in.
const belongs = {
  roles: isOne(roleRanks),
  visits: isOne(visitRanks),
  matching: isOne(listRanks),
  partners: isOne(partnerRanks),
  recruitment: isOne(recruitmentRanks),
  stays: isOne(stayRanks),
  tenancy: isOne(tenancyRanks),
  tax: isOne(taxRanks),
  enterprises: isOne(enterpriseRanks),
  publications: isOne(publicationRanks),
  cases: isOne(caseRanks),
  bodies: isOne(bodyRanks),
  whistles: isOne(whistleRanks),
  stations: isOne(stationRanks),
  rooms: isOne(roomRanks),
  points: isOne(pointRanks),
  facilities: isOne(facilityRanks),
  stationings: isOne(stationingRanks),
  rosters: isOne(rosterRanks),
  programmes: isOne(programmesRanks)
}

/** Steps by the domain their commands belong to. */
export interface Parts {
  readonly organisation: ReadonlyArray<OrganisationStep>
  readonly roles: ReadonlyArray<RolesStep>
  readonly visits: ReadonlyArray<VisitsStep>
  readonly matching: ReadonlyArray<MatchingStep>
  readonly partners: ReadonlyArray<PartnersStep>
  readonly recruitment: ReadonlyArray<RecruitmentStep>
  readonly stays: ReadonlyArray<StaysStep>
  readonly tenancy: ReadonlyArray<TenancyStep>
  readonly tax: ReadonlyArray<TaxStep>
  readonly enterprises: ReadonlyArray<EnterprisesStep>
  readonly publications: ReadonlyArray<PublicationsStep>
  readonly cases: ReadonlyArray<CasesStep>
  readonly bodies: ReadonlyArray<BodiesStep>
  readonly whistles: ReadonlyArray<WhistlesStep>
  readonly stations: ReadonlyArray<StationsStep>
  readonly rooms: ReadonlyArray<RoomsStep>
  readonly points: ReadonlyArray<PointsStep>
  readonly facilities: ReadonlyArray<FacilitiesStep>
  readonly stationings: ReadonlyArray<StationingsStep>
  readonly rosters: ReadonlyArray<RostersStep>
  readonly programmes: ReadonlyArray<ProgrammesStep>
}

const others = Object.values(belongs)
const isAboutUnits = (step: Step): step is OrganisationStep => others.every((is) => !is(step))

/** Sorts steps by the domain their commands belong to; each keeps its order. */
export const parts = (steps: ReadonlyArray<Step>): Parts => ({
  organisation: steps.filter(isAboutUnits),
  roles: steps.filter(belongs.roles),
  visits: steps.filter(belongs.visits),
  matching: steps.filter(belongs.matching),
  partners: steps.filter(belongs.partners),
  recruitment: steps.filter(belongs.recruitment),
  stays: steps.filter(belongs.stays),
  tenancy: steps.filter(belongs.tenancy),
  tax: steps.filter(belongs.tax),
  enterprises: steps.filter(belongs.enterprises),
  publications: steps.filter(belongs.publications),
  cases: steps.filter(belongs.cases),
  bodies: steps.filter(belongs.bodies),
  whistles: steps.filter(belongs.whistles),
  stations: steps.filter(belongs.stations),
  rooms: steps.filter(belongs.rooms),
  points: steps.filter(belongs.points),
  facilities: steps.filter(belongs.facilities),
  stationings: steps.filter(belongs.stationings),
  rosters: steps.filter(belongs.rosters),
  programmes: steps.filter(belongs.programmes)
})

/**
 * Puts all steps into an order in which they can be carried out: the whole organisation first, since everything else
 * rests on it on every date, then one domain after the other; each by day, and within a day what ends before what begins.
 */
export const order = (all: Parts): ReadonlyArray<Step> => [
  ...Sequence.order(all.organisation),
  ...DayOrder.arrange(all.roles, ({ _tag }) => roleRanks[_tag]),
  ...DayOrder.arrange(all.visits, ({ _tag }) => visitRanks[_tag]),
  ...orderLists(all.matching),
  ...orderPartners(all.partners),
  ...orderRecruitment(all.recruitment),
  ...orderStays(all.stays),
  ...orderTenancy(all.tenancy),
  ...orderTax(all.tax),
  ...orderEnterprises(all.enterprises),
  ...orderPublications(all.publications),
  ...orderBodies(all.bodies),
  ...orderCases(all.cases),
  ...orderWhistles(all.whistles),
  ...orderStations(all.stations),
  ...orderRooms(all.rooms),
  ...orderPoints(all.points),
  ...orderFacilities(all.facilities),
  ...orderStationings(all.stationings),
  ...orderRosters(all.rosters),
  ...orderProgrammes(all.programmes)
]
