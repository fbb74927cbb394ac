import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { RolePresets } from "@louyu/roles"
import { above, category, define, inBuilding, kind, level, named, role, skippable } from "../Preset.ts"
import { actorKinds, departments } from "./shared/actors.ts"
import { china, officeCatalogue } from "./shared/china.ts"
import { closedFrom, closings, move, usual } from "./shared/flows.ts"
import { branded } from "./shared/frames.ts"
import { hubeiEconomy } from "./shared/hubei.ts"
import { notices } from "./shared/notices.ts"
import { branchKinds, branchLevels, committee, top } from "./shared/partyBodies.ts"
import { buildingKinds, buildingLevels, districtKinds, districtLevels, inside, regions } from "./shared/places.ts"
import { stationWords } from "./shared/stationWords.ts"

const anywhere = [...regions, "park", ...inside]
const committees = ["district-committee", "building-committee"]
const governing = ["building-committee", "district-committee"]
const placed = { root: ["command", "location"], within: anywhere } as const

/**
 * Yichang, Three Gorges Cloud Computing Centre: a building that incubates technology.
 *
 * Source: H-27, H-28, H-29.
 */
export const yichang = define({
  id: "yichang",
  version: 1,
  names: Text.of("宜昌·三峡云计算中心", "Yichang, Three Gorges Cloud Computing Centre"),
  about: Text.of(
    "“党建＋孵化”：楼宇党组织牵线，孵化器运营公司对接高校实习生和专家技术诊断；项目走开发、转化、孵化、产业化全链条，围绕电子信息产业；以专利、软著、挂牌和各类资质衡量成效；品牌为楼宇党建综合体。",
    "Party building and incubation: the organisation of the building brings together, the operator of the incubator finds interns of a university and experts who diagnose. Projects go the whole chain from development and transfer through incubation to industry, around electronics and information; patents, copyrights, listings and qualifications tell what came of it. The brand is the Party-building complex of a building."
  ),
  ...china,
  schemes: [
    RolePresets.buildingCommitteePosts,
    {
      id: "incubatorPosts",
      version: 1,
      names: Text.of("孵化岗位", "posts of the incubator"),
      layer: "operating",
      roles: [
        role("incubationManager", "孵化经理", "incubation manager", {
          rank: "head",
          scope: "building",
          minimum: 1,
          duty: "leadOverall",
          matters: ["interns", "diagnosis", "space", "general"],
          qualifies: { comesFrom: ["operator"] },
          clearance: 2
        }),
        role("technologyExpert", "技术专家", "technology expert", {
          rank: "staff",
          scope: "building",
          minimum: 0,
          duty: "cooperate",
          matters: ["diagnosis"],
          qualifies: { comesFrom: ["university"] },
          clearance: 1
        })
      ],
      concurrent: [],
      ladder: {
        "*": [
          { scheme: "incubatorPosts", role: "incubationManager" },
          { scheme: "buildingCommitteePosts", role: "secretary" }
        ]
      }
    }
  ],
  pipelines: [PipelinePresets.technology, PipelinePresets.talent, PipelinePresets.investment],
  casework: {
    flows: [
      {
        ...usual,
        id: "bringingTogether",
        names: Text.of("牵线搭桥", "Bringing together"),
        stages: [
          named("raised", "提出需求", "Raised"),
          named("matched", "对接资源", "Matched to a resource"),
          named("inProgress", "帮扶中", "Being helped"),
          named("resolved", "解决", "Resolved"),
          named("followedUp", "回访", "Followed up"),
          named("closed", "办结", "Closed")
        ],
        begin: "raised",
        moves: [
          move("match", "raised", "matched"),
          move("start", "matched", "inProgress"),
          move("resolve", "inProgress", "resolved"),
          move("followUp", "resolved", "followedUp"),
          ...closedFrom("raised", "matched", "inProgress", "resolved", "followedUp")
        ],
        categories: [
          { ...named("interns", "实习人才", "Interns"), route: "incubationManager" },
          { ...named("diagnosis", "技术诊断", "Technical diagnosis"), route: "technologyExpert" },
          { ...named("space", "孵化场地", "Room to grow"), route: "incubationManager" },
          { ...named("other", "其他", "Other"), route: "incubationManager" }
        ],
        rejections: [],
        closings: closings("resolved", "followedUp"),
        followUp: "waived",
        reopen: { to: "inProgress", withinDays: 10 },
        ladder: [
          inBuilding("incubator", "孵化器", "Incubator"),
          above("building", "楼宇党委", "Building committee"),
          above("district", "区", "District")
        ]
      }
    ],
    dispatching: governing,
    bodies: []
  },
  economy: { ...hubeiEconomy, enterprises: branded() },
  catalogue: {
    ...officeCatalogue(
      category("incubating", "孵化服务", "Incubation services"),
      category("interns", "高校实习对接", "Interns of a university", "incubating", "recruitment"),
      category("diagnosis", "专家技术诊断", "Diagnosis by experts", "incubating"),
      category("listing", "挂牌辅导", "Help towards a listing", "incubating", "finance")
    ),
    chains: [
      {
        ...named("electronics", "电子信息产业", "Electronics and information"),
        positions: [
          { ...named("technology", "科技企业", "Technology"), core: true },
          { ...named("finance", "金融机构", "Finance"), supplies: ["technology"] },
          { ...named("services", "服务企业", "Services"), supplies: ["technology", "finance"] }
        ]
      }
    ]
  },
  stations: stationWords({
    stationKinds: [named("complex", "楼宇党建综合体", "Party-building complex"), "sharedWorkArea"],
    roomKinds: [
      "training",
      "exhibition",
      "meeting",
      "sharedWork",
      named("laboratory", "公共实验室", "Shared laboratory")
    ],
    pointKinds: ["counter", "allInOne"],
    facilityKinds: ["canteen", "policyConsultation"],
    audiences: ["enterprises", "staff", named("interns", "实习生", "Interns")]
  }),
  notifications: notices("yichang-incubator", "incubationManager"),
  governing,
  structure: {
    id: "yichang",
    version: 1,
    names: Text.of("区委—楼宇党委—党支部", "District, building, branch"),
    levels: {
      command: [
        level("district", "区", "District"),
        skippable("building", "楼宇党委", "Building committee"),
        ...branchLevels
      ],
      location: [...districtLevels, skippable("park", "园区", "Park"), ...buildingLevels]
    },
    kinds: [
      ...districtKinds,
      kind("park", "园区", "Park", "park", { level: { location: "park" } }),
      ...buildingKinds,
      top("district-committee", "区委", "District Party committee", "committee", "district"),
      committee("building-committee", "楼宇党委", "Building Party committee", "building", "building"),
      ...branchKinds(committees, anywhere),
      ...actorKinds({ anywhere, shops: ["park"], committees }),
      departments("职能部门", "Department", "city", "district"),
      kind("university", "高校", "University", "university", placed),
      kind("equity-exchange", "股权交易机构", "Equity exchange", "body", placed),
      kind("complex", "楼宇党建综合体", "Party-building complex", "station", placed)
    ],
    classifications: [],
    patterns: [],
    branchRules: Structure.nationalBranchRules
  }
})
