import type { Sheet } from "./Sheet.ts"
import { activitySheets } from "./sheets/activitySheets.ts"
import { agendaSheets } from "./sheets/agendaSheets.ts"
import { annualListSheets } from "./sheets/annualListSheets.ts"
import { assessmentSheets } from "./sheets/assessmentSheets.ts"
import { attachmentSheets } from "./sheets/attachmentSheets.ts"
import { bodySheets } from "./sheets/bodySheets.ts"
import { bodyTaskSheets } from "./sheets/bodyTaskSheets.ts"
import { caseSheets } from "./sheets/caseSheets.ts"
import { caseStepSheets } from "./sheets/caseStepSheets.ts"
import { caseWorkSheets } from "./sheets/caseWorkSheets.ts"
import { classSheets } from "./sheets/classSheets.ts"
import { coManagementSheets } from "./sheets/coManagementSheets.ts"
import { contactSheets } from "./sheets/contactSheets.ts"
import { dutySheets } from "./sheets/dutySheets.ts"
import { enterpriseSheets } from "./sheets/enterpriseSheets.ts"
import { facilitySheets } from "./sheets/facilitySheets.ts"
import { fairSheets } from "./sheets/fairSheets.ts"
import { hoursSheets } from "./sheets/hoursSheets.ts"
import { leaseSheets } from "./sheets/leaseSheets.ts"
import { matchSheets } from "./sheets/matchSheets.ts"
import { meetingSheets } from "./sheets/meetingSheets.ts"
import { membershipSheets } from "./sheets/membershipSheets.ts"
import { needSheets } from "./sheets/needSheets.ts"
import { pactSheets } from "./sheets/pactSheets.ts"
import { pairingSheets } from "./sheets/pairingSheets.ts"
import { partnerSheets } from "./sheets/partnerSheets.ts"
import { peopleSheets } from "./sheets/peopleSheets.ts"
import { pipelineSheets } from "./sheets/pipelineSheets.ts"
import { pointSheets } from "./sheets/pointSheets.ts"
import { postSheets } from "./sheets/postSheets.ts"
import { programmeSheets } from "./sheets/programmeSheets.ts"
import { projectSheets } from "./sheets/projectSheets.ts"
import { proposalSheets } from "./sheets/proposalSheets.ts"
import { prospectSheets } from "./sheets/prospectSheets.ts"
import { prospectStepSheets } from "./sheets/prospectStepSheets.ts"
import { registrationSheets } from "./sheets/registrationSheets.ts"
import { relationSheets } from "./sheets/relationSheets.ts"
import { resourceSheets } from "./sheets/resourceSheets.ts"
import { roomSheets } from "./sheets/roomSheets.ts"
import { rosterPartSheets } from "./sheets/rosterPartSheets.ts"
import { rosterSheets } from "./sheets/rosterSheets.ts"
import { schemeSheets } from "./sheets/schemeSheets.ts"
import { seriesSheets } from "./sheets/seriesSheets.ts"
import { serviceSheets } from "./sheets/serviceSheets.ts"
import { spaceSheets } from "./sheets/spaceSheets.ts"
import { stationingSheets } from "./sheets/stationingSheets.ts"
import { stationSheets } from "./sheets/stationSheets.ts"
import { staySheets } from "./sheets/staySheets.ts"
import { successionSheets } from "./sheets/successionSheets.ts"
import { unitSheets } from "./sheets/unitSheets.ts"
import { visitSheets } from "./sheets/visitSheets.ts"
import { volunteerSheets } from "./sheets/volunteerSheets.ts"
import { whistleSheets } from "./sheets/whistleSheets.ts"
import { wishSheets } from "./sheets/wishSheets.ts"
import { workLineSheets } from "./sheets/workLineSheets.ts"
import { yieldSheets } from "./sheets/yieldSheets.ts"

/** What files of a city folder can be about, in the order of their documentation: each is read after those it builds on. */
export const subjects = [
  "organisation",
  "roles",
  "matching",
  "recruitment",
  "economy",
  "casework",
  "stations",
  "programmes",
  "people"
] as const
export type Subject = (typeof subjects)[number]

/** The files of a city folder by what they are about. */
export const about: Readonly<Record<Subject, ReadonlyArray<Sheet>>> = {
  organisation: [...unitSheets, ...successionSheets, ...membershipSheets, ...relationSheets, ...attachmentSheets],
  roles: [...schemeSheets, ...postSheets, ...visitSheets],
  matching: [
    ...serviceSheets,
    ...resourceSheets,
    ...needSheets,
    ...matchSheets,
    ...projectSheets,
    ...fairSheets,
    ...partnerSheets
  ],
  recruitment: [...pipelineSheets, ...prospectSheets, ...prospectStepSheets, ...contactSheets, ...staySheets],
  economy: [...spaceSheets, ...leaseSheets, ...yieldSheets, ...enterpriseSheets],
  casework: [
    ...caseSheets,
    ...caseStepSheets,
    ...caseWorkSheets,
    ...bodySheets,
    ...meetingSheets,
    ...agendaSheets,
    ...proposalSheets,
    ...bodyTaskSheets,
    ...whistleSheets
  ],
  stations: [
    ...stationSheets,
    ...hoursSheets,
    ...roomSheets,
    ...pointSheets,
    ...facilitySheets,
    ...stationingSheets,
    ...assessmentSheets,
    ...rosterPartSheets,
    ...rosterSheets,
    ...dutySheets
  ],
  programmes: [
    ...programmeSheets,
    ...seriesSheets,
    ...activitySheets,
    ...registrationSheets,
    ...workLineSheets,
    ...annualListSheets,
    ...volunteerSheets,
    ...wishSheets,
    ...pactSheets,
    ...pairingSheets,
    ...coManagementSheets,
    ...classSheets
  ],
  people: [...peopleSheets]
}

/** Every CSV file a city folder may hold. */
export const sheets: ReadonlyArray<Sheet> = subjects.flatMap((subject) => about[subject])
