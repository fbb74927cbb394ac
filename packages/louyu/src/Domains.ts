import type { Profile } from "@louyu/profiles"
import * as AuditDomain from "./AuditDomain.ts"
import * as CaseworkDomain from "./CaseworkDomain.ts"
import * as CityDomain from "./CityDomain.ts"
import * as DeliveryDomain from "./DeliveryDomain.ts"
import * as EconomyDomain from "./EconomyDomain.ts"
import * as MatchingDomain from "./MatchingDomain.ts"
import * as ProgrammesDomain from "./ProgrammesDomain.ts"
import * as RecruitmentDomain from "./RecruitmentDomain.ts"
import * as RolesDomain from "./RolesDomain.ts"
import * as StationsDomain from "./StationsDomain.ts"
import * as VisitsDomain from "./VisitsDomain.ts"

/** The domains of a city. */
export interface Domains extends StationsDomain.All, ProgrammesDomain.All {
  readonly city: ReturnType<typeof CityDomain.make>
  readonly roles: ReturnType<typeof RolesDomain.make>
  readonly visits: ReturnType<typeof VisitsDomain.make>
  readonly matching: ReturnType<typeof MatchingDomain.make>
  readonly partners: ReturnType<typeof MatchingDomain.partners>
  readonly recruitment: ReturnType<typeof RecruitmentDomain.make>
  readonly stays: ReturnType<typeof RecruitmentDomain.stays>
  readonly tenancy: ReturnType<typeof EconomyDomain.tenancy>
  readonly tax: ReturnType<typeof EconomyDomain.tax>
  readonly enterprises: ReturnType<typeof EconomyDomain.enterprises>
  readonly publications: ReturnType<typeof EconomyDomain.publications>
  readonly bodies: ReturnType<typeof CaseworkDomain.bodies>
  readonly cases: ReturnType<typeof CaseworkDomain.cases>
  readonly whistles: ReturnType<typeof CaseworkDomain.whistles>
  readonly deliveries: typeof DeliveryDomain.deliveries
  readonly audit: typeof AuditDomain.audit
}
/** One of the domains of a city. */
export type AnyDomain = Domains[keyof Domains]

/** Puts the domains of a city together: each asks the organisation, and cases ask bodies, too. */
export const make = (
  tenant: string,
  given: Profile.Profile | undefined,
  calendarOf: StationsDomain.CalendarOf
): Domains => {
  const city = CityDomain.make(tenant, given)
  const bodies = CaseworkDomain.bodies(city)
  return {
    ...StationsDomain.all(city, calendarOf),
    ...ProgrammesDomain.all(city),
    city,
    roles: RolesDomain.make(city),
    visits: VisitsDomain.make(city),
    matching: MatchingDomain.make(city),
    partners: MatchingDomain.partners(city),
    recruitment: RecruitmentDomain.make(city),
    stays: RecruitmentDomain.stays(city),
    tenancy: EconomyDomain.tenancy(city),
    tax: EconomyDomain.tax(city),
    enterprises: EconomyDomain.enterprises(city),
    publications: EconomyDomain.publications(city),
    bodies,
    cases: CaseworkDomain.cases(city, bodies),
    whistles: CaseworkDomain.whistles(city),
    deliveries: DeliveryDomain.deliveries,
    audit: AuditDomain.audit
  }
}
