import { kind } from "../Preset.ts"

const inside = ["building", "tower", "floor", "lettable-unit"]
const anywhere = ["city", "street", "community", "cluster", "commercial-district", ...inside]
const onSite = [...anywhere, "station-site"]
const committees = ["street-committee", "comprehensive-committee", "community-committee"]
const aboveBranches = [...committees, "general-branch", "enterprise-committee"]

const placed = { root: ["location"] } as const
const alone = { root: ["command", "location"] } as const

const places = [
  kind("city", "市", "City", "region", { level: { location: "city" }, root: ["location"] }),
  kind("street", "街道", "Street", "region", { level: { location: "street" } }),
  kind("community", "社区", "Community", "region", { level: { location: "community" } }),
  kind("cluster", "商务区", "Business district", "cluster", { level: { location: "cluster" } }),
  kind("commercial-district", "商圈", "Commercial district", "commercialDistrict", {
    within: ["street", "community", "cluster"]
  }),
  kind("building", "楼宇", "Building", "building", { level: { location: "building" } }),
  kind("tower", "楼栋", "Tower", "tower", { level: { location: "tower" } }),
  kind("floor", "楼层", "Floor", "floor", { level: { location: "floor" } }),
  kind("lettable-unit", "房间", "Lettable unit", "lettableUnit", { level: { location: "unit" } }),
  kind("micro-grid", "微网格", "Micro-grid", "microGrid", { within: ["building", "tower"] }),
  kind("station-site", "站点场所", "Station site", "site", { within: anywhere })
]

const partyBodies = [
  kind("city-two-new-committee", "市两新工委", "City two-new working committee", "workingCommittee", {
    ...alone,
    within: ["city"],
    nature: "functional"
  }),
  kind("street-committee", "街道党委", "Street Party committee", "committee", {
    ...alone,
    level: { command: "street" },
    within: ["street"],
    nature: "entity"
  }),
  kind("street-two-new-committee", "街道两新工委", "Street two-new working committee", "workingCommittee", {
    ...placed,
    under: ["street-committee"],
    within: ["street"],
    nature: "functional"
  }),
  kind("comprehensive-committee", "综合党委", "Comprehensive committee", "comprehensiveCommittee", {
    level: { command: "committee" },
    within: ["cluster"],
    onePer: ["cluster"],
    nature: "functional",
    termMonths: 60
  }),
  kind("community-committee", "社区党组织", "Community Party organisation", "committee", {
    ...placed,
    level: { command: "committee" },
    within: ["community"],
    nature: "entity",
    termMonths: 60
  }),
  kind("enterprise-committee", "企业党委", "Enterprise Party committee", "committee", {
    ...placed,
    level: { command: "general" },
    within: inside,
    nature: "entity",
    termMonths: 60
  }),
  kind("general-branch", "党总支", "General branch", "generalBranch", {
    ...placed,
    level: { command: "general" },
    within: inside,
    nature: "entity",
    termMonths: 36
  }),
  kind("branch", "党支部", "Party branch", "branch", {
    ...placed,
    level: { command: "branch" },
    under: aboveBranches,
    within: anywhere,
    nature: "entity",
    termMonths: 36
  }),
  kind("temporary-branch", "临时党支部", "Temporary branch", "temporaryBranch", {
    ...placed,
    level: { command: "branch" },
    under: aboveBranches,
    within: anywhere,
    nature: "functional"
  }),
  kind("good-neighbour-branch", "友邻党支部", "Good-neighbour branch", "branch", {
    ...placed,
    level: { command: "branch" },
    under: ["comprehensive-committee"],
    within: ["cluster", "building"],
    nature: "functional"
  })
]

const otherBodies = [
  kind("mass-organisation", "群团组织", "Mass organisation", "massOrganisation", {
    ...alone,
    under: committees,
    within: anywhere
  }),
  kind("residents-committee", "居委会", "Residents' committee", "council", { ...alone, within: ["community"] }),
  kind("property-council-hall", "红色物业议事厅", "Property council hall", "council", {
    root: ["command"],
    under: ["comprehensive-committee"],
    within: ["building"],
    onePer: ["building"],
    nature: "functional"
  }),
  kind("owners-committee", "业委会", "Owners' committee", "ownersCommittee", {
    within: ["building"],
    onePer: ["building"],
    termMonths: 60
  }),
  kind("department", "市级部门", "Municipal department", "department", { ...alone, within: ["city", "street"] }),
  kind("enterprise", "企业", "Enterprise", "enterprise", { within: inside }),
  kind("sole-trader", "个体工商户", "Sole trader", "soleTrader", { within: [...inside, "commercial-district"] }),
  kind("property-company", "物业公司", "Property company", "propertyCompany", { ...placed, within: anywhere }),
  kind("operator", "运营方", "Operator", "operator", { ...placed, within: anywhere }),
  kind("title-owner", "产权单位", "Title owner", "titleOwner", { ...placed, within: anywhere }),
  kind("social-organisation", "社会组织", "Social organisation", "socialOrganisation", { ...placed, within: anywhere }),
  kind("volunteer-team", "志愿服务队", "Volunteer team", "volunteerTeam", { ...alone, under: committees }),
  kind("service-centre", "党群服务中心", "Party-mass service centre", "station", {
    ...placed,
    under: ["street-committee"],
    within: onSite
  }),
  kind("red-collar-station", "红领驿站", "Red-collar station", "station", {
    under: ["service-centre"],
    within: onSite
  }),
  kind("rider-station", "骑士加油站", "Rider station", "station", { under: ["service-centre"], within: onSite })
]

/** The kinds of unit of Danghu street: places, Party bodies, and all other bodies. */
export const pinghuKinds = [...places, ...partyBodies, ...otherBodies]
