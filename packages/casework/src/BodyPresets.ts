import { Text } from "@louyu/kernel"
import { PartyKind } from "./BodyCode.ts"
import type { BodyKind, Quorum, Seat } from "./BodyKind.ts"

const party = PartyKind.make
const seat = (code: string, zh: string, en: string, min = 1): Seat => ({
  party: party(code),
  names: Text.of(zh, en),
  min
})

// No source says how many must be there; more than half is the default, to be set per city.
const majority: Quorum = { numerator: 1, denominator: 2, above: true }

/**
 * The council hall of a building, with its four parties: it counts what it closes.
 *
 * Shape: the community organisation, at its core, chairs it and hands out.
 * Source: P-27, P-37.
 */
export const propertyCouncilHall: BodyKind = {
  id: "propertyCouncilHall",
  names: Text.of("红色物业议事厅", "Property council hall"),
  onePerPlace: true,
  seats: [
    seat("communityOrganisation", "社区党组织", "Community Party organisation"),
    seat("buildingOrganisation", "楼宇党组织", "Building Party organisation"),
    seat("ownersCommittee", "业主委员会", "Owners' committee"),
    seat("propertyCompany", "物业公司", "Property company")
  ],
  chair: { by: "office", party: party("communityOrganisation") },
  quorum: majority,
  cadence: "none",
  dispatch: { by: "parties", parties: [party("communityOrganisation")] },
  followUp: false,
  observe: false,
  assigns: false
}

/**
 * The council of a building: member units, a chair elected among them, tasks they claim, results watched afterwards.
 *
 * Shape: how long a term is, is not stated, so that every election says it.
 * Source: W-17, W-18, W-19.
 */
export const buildingCouncil: BodyKind = {
  id: "buildingCouncil",
  names: Text.of("楼宇理事会", "Building council"),
  onePerPlace: true,
  seats: [seat("memberUnit", "成员单位", "Member unit", 2)],
  chair: { by: "election" },
  quorum: majority,
  cadence: "none",
  dispatch: { by: "parties", parties: [party("memberUnit")] },
  followUp: false,
  observe: true,
  assigns: false
}

/**
 * The monthly joint meeting of five parties, whose decisions the comprehensive committee hands out.
 *
 * Source: D-06.
 */
export const jointMeeting: BodyKind = {
  id: "jointMeeting",
  names: Text.of("党建联席会议", "Joint meeting"),
  onePerPlace: true,
  seats: [
    seat("operator", "运营方", "Operator"),
    seat("property", "物业", "Property"),
    seat("tenant", "入驻企业", "Tenant enterprise"),
    seat("districtDepartment", "区级部门", "District department"),
    seat("street", "街道党工委", "Street Party committee")
  ],
  quorum: majority,
  cadence: "monthly",
  dispatch: { by: "named" },
  followUp: false,
  observe: false,
  assigns: false
}

/**
 * The council chamber in a building: raise, discuss, resolve, follow up.
 *
 * Source: F-09.
 */
export const councilChamber: BodyKind = {
  id: "councilChamber",
  names: Text.of("楼宇议事厅", "Council chamber"),
  onePerPlace: false,
  seats: [
    seat("street", "街道部门", "Street offices"),
    seat("communityCommittee", "社区党委", "Community Party committee"),
    seat("trafficPolice", "交警", "Traffic police"),
    seat("financeAssociation", "金融促进会", "Financial promotion association"),
    seat("employmentCentre", "劳动就业服务中心", "Employment centre")
  ],
  quorum: majority,
  cadence: "none",
  dispatch: { by: "parties", parties: [party("street")] },
  followUp: true,
  observe: false,
  assigns: false
}

/**
 * The meeting an alliance of departments holds on a common problem; it ends with everything handed out.
 *
 * Source: P-30.
 */
export const matchmakingMeeting: BodyKind = {
  id: "matchmakingMeeting",
  names: Text.of("服务联建对接会", "Alliance matchmaking meeting"),
  onePerPlace: false,
  seats: [
    seat("street", "街道党委", "Street Party committee"),
    seat("organisationDepartment", "组织部门", "Organisation department"),
    seat("allianceDepartment", "服务联建单位", "Department of the alliance")
  ],
  chair: { by: "office", party: party("street") },
  quorum: majority,
  cadence: "none",
  dispatch: { by: "parties", parties: [party("street"), party("organisationDepartment")] },
  followUp: false,
  observe: false,
  assigns: true
}

/** All presets, in the order of the sources. */
export const all: ReadonlyArray<BodyKind> = [
  propertyCouncilHall,
  buildingCouncil,
  jointMeeting,
  councilChamber,
  matchmakingMeeting
]
