import { kind } from "../Preset.ts"
import { actorKinds, departments } from "./shared/actors.ts"
import { branchKinds, committee, comprehensiveCommittee, top } from "./shared/partyBodies.ts"
import { buildingKinds, inside } from "./shared/places.ts"

const anywhere = ["city", "street", "community", "cluster", "commercial-district", ...inside]
const onSite = [...anywhere, "station-site"]
const committees = ["street-committee", "comprehensive-committee", "community-committee"]
const placed = { root: ["location"] } as const
const alone = { root: ["command", "location"] } as const

/** The kinds of unit of Danghu street. Source: P-05, P-08, P-11, P-12, P-17, P-18, P-27, P-42. */
export const pinghuKinds = [
  kind("city", "市", "City", "region", { level: { location: "city" }, root: ["location"] }),
  kind("street", "街道", "Street", "region", { level: { location: "street" } }),
  kind("community", "社区", "Community", "region", { level: { location: "community" } }),
  kind("cluster", "商务区", "Business district", "cluster", { level: { location: "cluster" } }),
  kind("commercial-district", "商圈", "Commercial district", "commercialDistrict", {
    within: ["street", "community", "cluster"]
  }),
  ...buildingKinds,
  kind("micro-grid", "微网格", "Micro-grid", "microGrid", { within: ["building", "tower"] }),
  kind("station-site", "站点场所", "Station site", "site", { within: anywhere }),
  kind("city-two-new-committee", "市两新工委", "City two-new working committee", "workingCommittee", {
    ...alone,
    within: ["city"],
    nature: "functional"
  }),
  top("street-committee", "街道党委", "Street Party committee", "committee", "street"),
  kind("street-two-new-committee", "街道两新工委", "Street two-new working committee", "workingCommittee", {
    ...placed,
    under: ["street-committee"],
    within: ["street"],
    nature: "functional"
  }),
  comprehensiveCommittee("committee", "cluster"),
  committee("community-committee", "社区党组织", "Community Party organisation", "committee", "community"),
  ...branchKinds(committees, anywhere),
  kind("good-neighbour-branch", "友邻党支部", "Good-neighbour branch", "branch", {
    ...placed,
    level: { command: "branch" },
    under: ["comprehensive-committee"],
    within: ["cluster", "building"],
    nature: "functional"
  }),
  kind("residents-committee", "居委会", "Residents' committee", "council", { ...alone, within: ["community"] }),
  kind("property-council-hall", "红色物业议事厅", "Property council hall", "council", {
    root: ["command"],
    under: ["comprehensive-committee"],
    within: ["building"],
    onePer: ["building"],
    nature: "functional"
  }),
  ...actorKinds({ anywhere, shops: ["commercial-district"], committees }),
  departments("市级部门", "Municipal department", "city", "street"),
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
