import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { above, category, define, inBuilding, kind, level, named, skippable } from "../Preset.ts"
import { actorKinds, departments } from "./shared/actors.ts"
import { china, officeCatalogue } from "./shared/china.ts"
import { placeCommitteePosts } from "./shared/committeePosts.ts"
import { closedFrom, closings, move, usual } from "./shared/flows.ts"
import { hubeiEconomy } from "./shared/hubei.ts"
import { notices } from "./shared/notices.ts"
import { operatingStatus } from "./shared/operatingStatus.ts"
import { branchKinds, branchLevels, committee, comprehensiveCommittee, top } from "./shared/partyBodies.ts"
import { bodiesPattern } from "./shared/patterns.ts"
import { buildingKinds, buildingLevels, districtKinds, districtLevels, inside, regions } from "./shared/places.ts"
import { stationWords } from "./shared/stationWords.ts"

const anywhere = [...regions, "commercial-district", ...inside]
const committees = ["district-committee", "comprehensive-committee", "community-committee"]
const governing = ["comprehensive-committee", "community-committee", "district-committee"]

/**
 * Xiangyang: a comprehensive committee for every commercial district.
 *
 * Source: H-05, H-20, H-21, H-22.
 */
export const xiangyang = define({
  id: "xiangyang",
  version: 1,
  names: Text.of("襄阳·楼宇商圈", "Xiangyang, commercial districts"),
  about: Text.of(
    "每个楼宇商圈一个综合党委，全市全覆盖；商户也是服务对象；诉求由综合党委上门发现，联系物业、社区、供电、消防实地踏勘，方案经各方同意后才施工；20多项公共服务资源下沉到商圈。",
    "A comprehensive committee for every commercial district, the whole city covered; shops count like firms. The committee finds needs by going there, calls property, community, power supply and fire service to a survey on site, and nothing is built before all of them cleared the plan. More than twenty public services come down to the districts."
  ),
  ...china,
  schemes: [placeCommitteePosts],
  pipelines: [PipelinePresets.investment, PipelinePresets.branchIncubation],
  casework: {
    flows: [
      {
        ...usual,
        id: "coordination",
        names: Text.of("联动协调", "Coordination of departments"),
        stages: [
          named("raised", "提出诉求", "Raised"),
          named("accepted", "受理", "Accepted"),
          named("dispatched", "联系单位", "Departments called"),
          named("reportedIn", "实地踏勘", "Surveyed on site"),
          named("inProgress", "施工办理", "Being done"),
          named("resolved", "解决", "Resolved"),
          named("followedUp", "回访", "Followed up"),
          named("closed", "办结", "Closed"),
          named("rejected", "不予受理", "Rejected")
        ],
        begin: "raised",
        moves: [
          move("accept", "raised", "accepted"),
          move("reject", "raised", "rejected"),
          move("dispatch", "accepted", "dispatched"),
          move("reportIn", "dispatched", "reportedIn"),
          move("start", "reportedIn", "inProgress", { evidence: ["siteSurvey"], cleared: true }),
          move("resolve", "inProgress", "resolved"),
          move("followUp", "resolved", "followedUp"),
          ...closedFrom("accepted", "dispatched", "reportedIn", "inProgress", "resolved", "followedUp")
        ],
        categories: [
          { ...named("charging", "充电设施", "Charging points"), route: "secretary" },
          { ...named("utilities", "水电气", "Water, power, gas"), route: "secretary" },
          { ...named("safety", "安全生产", "Work safety"), route: "departmentDeputy" },
          { ...named("policy", "政策与税务", "Policies and tax"), route: "departmentDeputy" },
          { ...named("other", "其他", "Other"), route: "secretary" }
        ],
        closings: closings("resolved", "followedUp"),
        followUp: "waived",
        reopen: { to: "inProgress", withinDays: 10 },
        ladder: [
          inBuilding("building", "楼宇", "Building"),
          above("commercialDistrict", "商圈综合党委", "Committee of the commercial district"),
          above("district", "区", "District")
        ]
      }
    ],
    dispatching: governing,
    bodies: []
  },
  economy: hubeiEconomy,
  catalogue: officeCatalogue(
    category("sunkServices", "下沉公共服务", "Public services brought down"),
    category("marketSupervision", "市场监管", "Market supervision", "sunkServices", "registration"),
    category("workSafety", "安全生产", "Work safety", "sunkServices", "safety"),
    category("taxService", "纳税服务", "Tax service", "sunkServices", "tax"),
    category("employment", "用工引才", "Employment and talent", "sunkServices", "recruitment", "talent")
  ),
  stations: stationWords({
    stationKinds: ["partyMassCentre", "redCollarStation"],
    roomKinds: ["exchange", "meeting", "selfService"],
    pointKinds: ["counter", "allInOne"],
    facilityKinds: [named("chargingPile", "充电桩", "Charging pile"), "policyConsultation"],
    audiences: ["shops", "enterprises", "staff", "residents"]
  }),
  notifications: notices("xiangyang-districts", "secretary"),
  governing,
  structure: {
    id: "xiangyang",
    version: 1,
    names: Text.of("区委—商圈综合党委—党支部", "District, commercial district, branch"),
    levels: {
      command: [
        level("district", "区", "District"),
        skippable("commercialDistrict", "商圈综合党委（社区党组织）", "Commercial-district or community committee"),
        ...branchLevels
      ],
      location: [...districtLevels, skippable("commercial-district", "商圈", "Commercial district"), ...buildingLevels]
    },
    kinds: [
      ...districtKinds,
      kind("commercial-district", "商圈", "Commercial district", "commercialDistrict", {
        level: { location: "commercial-district" }
      }),
      ...buildingKinds,
      top("district-committee", "区委", "District Party committee", "committee", "district"),
      comprehensiveCommittee("commercialDistrict", "commercial-district"),
      committee("community-committee", "社区党组织", "Community committee", "commercialDistrict", "community"),
      ...branchKinds(committees, anywhere),
      ...actorKinds({ anywhere, shops: ["commercial-district"], committees }),
      departments("职能部门与公用单位", "Department or utility", "city", "district"),
      kind("service-centre", "商圈党群服务站", "Service station of the district", "station", {
        root: ["command", "location"],
        within: anywhere
      })
    ],
    classifications: [operatingStatus],
    patterns: [bodiesPattern(["temporary-branch"])],
    branchRules: Structure.nationalBranchRules
  }
})
