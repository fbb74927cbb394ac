import { FlowPresets } from "@louyu/casework"
import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { above, category, define, inBuilding, kind, level, named, role, skippable } from "../Preset.ts"
import { actorKinds, departments } from "./shared/actors.ts"
import { china, officeCatalogue } from "./shared/china.ts"
import { local } from "./shared/flows.ts"
import { hubeiEconomy } from "./shared/hubei.ts"
import { notices } from "./shared/notices.ts"
import { branchKinds, branchLevels, committee, top } from "./shared/partyBodies.ts"
import { buildingKinds, buildingLevels, districtKinds, districtLevels, inside, regions } from "./shared/places.ts"
import { stationWords } from "./shared/stationWords.ts"

const anywhere = [...regions, "commercial-district", ...inside]
const committees = ["district-committee", "community-committee"]
const governing = ["community-committee", "district-committee"]

/**
 * Huangshi, Huangshigang district: government services in the lobby, brought by the committee of the community.
 *
 * Source: H-07, H-23, H-24.
 */
export const huangshi = define({
  id: "huangshi",
  version: 1,
  names: Text.of("黄石·黄石港区", "Huangshi, Huangshigang district"),
  about: Text.of(
    "没有综合党委，由社区党委发起、政数局等部门联动；写字楼大厅的“智慧政务e站”七天二十四小时不打烊，自助设备办理高频事项，形成15分钟政务服务圈，居民、商户、企业共用。",
    "No comprehensive committee: the committee of the community takes the lead and calls the departments, the data bureau first. A self-service government station in the lobby of an office block is open round the clock, its devices offer the items asked for most, and it serves residents, shops and firms within a quarter of an hour."
  ),
  ...china,
  schemes: [
    {
      id: "communityPosts",
      version: 1,
      names: Text.of("社区党委岗位", "community committee posts"),
      layer: "committee",
      roles: [
        role("secretary", "社区党委书记", "secretary", {
          rank: "head",
          scope: "community-committee",
          minimum: 1,
          maximum: 1,
          duty: "leadOverall",
          matters: ["party", "general"],
          termMonths: 60,
          clearance: 3
        }),
        role("stationKeeper", "e站管理员", "keeper of the e-station", {
          rank: "staff",
          scope: "building",
          minimum: 1,
          duty: "cooperate",
          matters: ["government", "device"],
          clearance: 1
        })
      ],
      concurrent: [],
      ladder: { "*": [{ scheme: "communityPosts", role: "secretary" }] }
    }
  ],
  pipelines: [PipelinePresets.investment],
  casework: {
    flows: [
      {
        ...local(FlowPresets.whistle, {
          ladder: [
            inBuilding("station", "e站", "E-station"),
            above("community", "社区党委", "Community committee"),
            above("district", "区", "District")
          ],
          posts: { "*": "secretary" }
        }),
        names: Text.of("部门联动", "Departments together")
      }
    ],
    dispatching: governing,
    bodies: []
  },
  economy: hubeiEconomy,
  catalogue: officeCatalogue(
    category("frequentItems", "高频事项", "Items asked for most"),
    category("businessLicence", "营业执照办理", "Business licence", "frequentItems", "registration"),
    category("foodPermit", "食品经营许可", "Food-business permit", "frequentItems", "registration"),
    category("outOfAreaCare", "异地就医备案", "Medical care elsewhere", "frequentItems", "social-insurance"),
    category("insuranceRecords", "企业社保查询打印", "Insurance records", "frequentItems", "social-insurance"),
    category("invoicePickUp", "定额发票领取", "Fixed-amount invoices", "frequentItems", "tax"),
    category("gasPayment", "天然气缴费", "Gas payment", "frequentItems")
  ),
  stations: stationWords({
    stationKinds: ["selfServiceStation", "citizenHome", "partyMassCentre"],
    roomKinds: ["selfService24h", "selfService", "meeting"],
    pointKinds: ["allInOne", "medicalInsurance", "gasPayment", "socialSecurity", "counter"],
    facilityKinds: ["policyConsultation"],
    audiences: ["residents", "shops", "enterprises", "staff"],
    labelSets: [
      {
        ...named("reach", "服务半径", "Reach"),
        labels: [
          named("15minutes", "15分钟政务服务圈", "Fifteen-minute circle of government services"),
          named("24x7", "7×24小时不打烊", "Open round the clock"),
          named("oneStop", "一站即办", "All at one stop")
        ]
      }
    ]
  }),
  notifications: notices("wanda-community", "secretary"),
  governing,
  structure: {
    id: "huangshi",
    version: 1,
    names: Text.of("区委—社区党委—党支部", "District, community, branch"),
    levels: {
      command: [
        level("district", "区", "District"),
        skippable("community", "社区党委", "Community committee"),
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
      committee("community-committee", "社区党委", "Community Party committee", "community", "community"),
      ...branchKinds(committees, anywhere),
      ...actorKinds({ anywhere, shops: ["commercial-district"], committees }),
      departments("职能部门", "Department", "city", "district"),
      kind("self-service-station", "智慧政务e站", "Smart government e-station", "station", {
        root: ["command", "location"],
        under: ["community-committee"],
        within: anywhere
      })
    ],
    classifications: [],
    patterns: [],
    branchRules: Structure.nationalBranchRules
  }
})
