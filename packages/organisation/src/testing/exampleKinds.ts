import { Text } from "@louyu/kernel"
import type { Archetype } from "../Archetype.ts"
import type { Kind } from "../Structure.ts"

type KindData = typeof Kind.Encoded

const kind = (
  id: string,
  zh: string,
  en: string,
  archetype: Archetype,
  rest: Omit<KindData, "id" | "names" | "archetype"> = {}
): KindData => ({ id, names: Text.of(zh, en), archetype, ...rest })

const outside = ["region", "cluster", "commercial-district", "park"]
const inside = ["building", "tower", "floor", "lettable-unit"]
const anywhere = [...outside, ...inside]
const committees = ["street-committee", "community-committee", "comprehensive-committee", "building-committee"]
const command = { root: ["command"] } as const

const places: ReadonlyArray<KindData> = [
  kind("region", "区域", "Region", "region", { within: ["region"], root: ["location"] }),
  kind("cluster", "集聚区", "Cluster", "cluster", { level: { location: "cluster" }, within: ["region"] }),
  kind("commercial-district", "商圈", "Commercial district", "commercialDistrict", {
    level: { location: "cluster" },
    within: ["region"]
  }),
  kind("park", "园区", "Park", "park", { level: { location: "cluster" }, within: ["region"] }),
  kind("building", "楼宇", "Building", "building", {
    level: { location: "building" },
    within: outside,
    under: ["street-committee", "community-committee", "comprehensive-committee"]
  }),
  kind("tower", "楼栋", "Tower", "tower", { level: { location: "tower" } }),
  kind("floor", "楼层", "Floor", "floor", { level: { location: "floor" } }),
  kind("lettable-unit", "房间", "Lettable unit", "lettableUnit", { level: { location: "unit" } }),
  kind("micro-grid", "微网格", "Micro-grid", "microGrid", { within: ["building", "tower"] }),
  kind("site", "场所", "Site", "site", { within: anywhere })
]

const partyBodies: ReadonlyArray<KindData> = [
  kind("district-committee", "区委", "District committee", "committee", {
    ...command,
    level: { command: "district" },
    within: ["region"],
    nature: "entity"
  }),
  kind("street-committee", "街道党委", "Street committee", "committee", {
    level: { command: "street" },
    within: ["region"],
    nature: "entity"
  }),
  kind("two-new-committee", "两新工委", "Two-new working committee", "workingCommittee", {
    under: ["district-committee", "street-committee"],
    within: ["region"]
  }),
  kind("comprehensive-committee", "综合党委", "Comprehensive committee", "comprehensiveCommittee", {
    level: { command: "area" },
    within: ["cluster", "commercial-district", "park"],
    onePer: ["cluster", "commercial-district"],
    nature: "functional",
    termMonths: 60
  }),
  kind("community-committee", "社区党委", "Community committee", "committee", {
    level: { command: "area" },
    within: ["region"],
    nature: "entity",
    termMonths: 60
  }),
  kind("building-committee", "楼宇党委", "Building committee", "comprehensiveCommittee", {
    level: { command: "building" },
    within: ["building"],
    onePer: ["building"],
    nature: "functional"
  }),
  kind("general-branch", "党总支", "General branch", "generalBranch", {
    level: { command: "building" },
    within: inside,
    nature: "entity"
  }),
  kind("branch", "党支部", "Branch", "branch", {
    level: { command: "branch" },
    within: anywhere,
    nature: "entity",
    termMonths: 36
  }),
  kind("chamber-branch", "商会党支部", "Chamber-of-commerce branch", "branch", {
    level: { command: "branch" },
    within: outside,
    nature: "entity",
    maximumEnterprises: 8
  }),
  kind("good-neighbour-branch", "友邻党支部", "Good-neighbour branch", "branch", {
    level: { command: "branch" },
    under: ["comprehensive-committee", "building-committee"],
    within: ["cluster", "building", "tower"],
    nature: "functional"
  }),
  kind("temporary-branch", "临时党支部", "Temporary branch", "temporaryBranch", {
    level: { command: "branch" },
    within: anywhere,
    nature: "functional"
  })
]

const otherBodies: ReadonlyArray<KindData> = [
  kind("trade-union", "工会联合会", "Trade-union federation", "massOrganisation", {
    under: committees,
    within: inside
  }),
  kind("youth-league", "团组织", "Youth League", "massOrganisation", { under: committees, within: inside }),
  kind("womens-federation", "妇女联合会", "Women's federation", "massOrganisation", {
    under: committees,
    within: inside
  }),
  kind("council", "楼宇理事会", "Building council", "council", {
    ...command,
    under: committees,
    within: ["building"],
    onePer: ["building"],
    nature: "functional"
  }),
  kind("residents-committee", "楼宇居委会", "Building residents' committee", "council", {
    under: committees,
    within: ["building"],
    nature: "functional"
  }),
  kind("department", "部门", "Department", "department", {
    ...command,
    under: ["department", "district-committee"],
    within: ["region"]
  }),
  kind("enterprise", "企业", "Enterprise", "enterprise", { within: inside }),
  kind("sole-trader", "个体工商户", "Sole trader", "soleTrader", { within: [...inside, "commercial-district"] }),
  kind("property-company", "物业公司", "Property company", "propertyCompany", { ...command, within: anywhere }),
  kind("operator", "运营方", "Operator", "operator", { ...command, within: anywhere }),
  kind("title-owner", "产权单位", "Title owner", "titleOwner", { ...command, within: anywhere }),
  kind("owners-committee", "业委会", "Owners' committee", "ownersCommittee", {
    ...command,
    within: ["building"],
    onePer: ["building"],
    termMonths: 60
  }),
  kind("social-organisation", "社会组织", "Social organisation", "socialOrganisation", {
    ...command,
    within: anywhere
  }),
  kind("university", "高校", "University", "university", { ...command, within: ["region"] }),
  kind("volunteer-team", "志愿服务队", "Volunteer team", "volunteerTeam", {
    ...command,
    under: committees,
    nature: "functional"
  }),
  kind("station", "阵地", "Station", "station", {
    ...command,
    under: ["station", "street-committee"],
    within: anywhere
  }),
  kind("task-force", "专班", "Task force", "body", { ...command, under: ["task-force", "department"] })
]

/** The kinds of the example: at least one of every archetype, some on levels, some by lists, some that nest in themselves. */
export const exampleKinds: ReadonlyArray<KindData> = [...places, ...partyBodies, ...otherBodies]
