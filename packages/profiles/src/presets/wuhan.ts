import { BodyPresets, FlowPresets } from "@louyu/casework"
import { Frames } from "@louyu/economy"
import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { RolePresets } from "@louyu/roles"
import { above, category, define, inBuilding, kind, level, named, skippable } from "../Preset.ts"
import { actorKinds, departments } from "./shared/actors.ts"
import { china, officeCatalogue } from "./shared/china.ts"
import { placeCommitteePosts } from "./shared/committeePosts.ts"
import { local } from "./shared/flows.ts"
import { buildingAffairs } from "./shared/frames.ts"
import { hubeiEconomy } from "./shared/hubei.ts"
import { notices } from "./shared/notices.ts"
import { operatingStatus } from "./shared/operatingStatus.ts"
import { branchKinds, branchLevels, committee, comprehensiveCommittee, top } from "./shared/partyBodies.ts"
import { bodiesPattern, stationsPattern } from "./shared/patterns.ts"
import { buildingKinds, buildingLevels, districtKinds, districtLevels, inside, regions } from "./shared/places.ts"
import { stationWords } from "./shared/stationWords.ts"

const anywhere = [...regions, "cluster", "park", ...inside]
const committees = ["district-committee", "comprehensive-committee", "community-committee", "building-committee"]
const governing = ["building-committee", "comprehensive-committee", "community-committee", "district-committee"]
const alone = { root: ["command", "location"] } as const

/**
 * Wuhan: industrial and service clusters, each with a comprehensive committee.
 *
 * Source: W-01 to W-22, H-04, H-06, H-09 to H-19, H-26, H-30 to H-33.
 */
export const wuhan = define({
  id: "wuhan",
  version: 1,
  names: Text.of("武汉·产业集聚区", "Wuhan, industrial and service clusters"),
  about: Text.of(
    "每个集聚区一个综合党委，副书记可由区职能部门选派，配专职党建指导员每周走访；楼宇党委书记可兼理事长；楼宇理事会由成员单位组成，选举理事长，认领年度任务；“1＋N”江城红领驿站；年度十件实事按受益面评为市级重点；双碳与汉正街服装两条产业链。",
    "One comprehensive committee for each cluster, with a deputy whom a department may send and full-time guides who visit every week. The secretary of a building's committee may chair its council, whose member units elect the chair and claim the tasks of the year. Red-collar stations as 1+N; ten practical matters a year, promoted by how many benefit; the chains of dual carbon and of garments."
  ),
  ...china,
  schemes: [placeCommitteePosts, RolePresets.buildingCommitteePosts, RolePresets.partyBuildingGuide],
  pipelines: [PipelinePresets.investment, PipelinePresets.branchIncubation, PipelinePresets.talent],
  casework: {
    flows: [
      local(FlowPresets.buildingCouncil, {
        ladder: [
          inBuilding("council", "楼宇理事会", "Building council"),
          above("cluster", "集聚区综合党委", "Comprehensive committee of the cluster"),
          above("district", "区", "District")
        ],
        posts: {
          partyMassGuide: "partyBuildingGuide",
          communityInformationOfficer: "departmentDeputy",
          "*": "secretary"
        }
      })
    ],
    dispatching: governing,
    bodies: [BodyPresets.buildingCouncil]
  },
  economy: {
    ...hubeiEconomy,
    frames: [...hubeiEconomy.frames, Frames.threeCapacities, buildingAffairs]
  },
  benefit: {
    scheme: "wuhan-1",
    criteria: [
      { criterion: "entities", names: Text.of("市场主体受益面", "Enterprises that benefit"), weight: 1 },
      { criterion: "staff", names: Text.of("职工群众受益面", "Staff and people who benefit"), weight: 1 }
    ],
    needed: 60
  },
  catalogue: {
    ...officeCatalogue(
      category("dailyNeeds", "衣食住行", "Daily needs"),
      category("eating", "用餐难", "Hard to eat", "dailyNeeds", "dining"),
      category("parkingSpace", "停车难", "Hard to park", "dailyNeeds", "parking"),
      category("childMinding", "托育难", "Hard to find childcare", "dailyNeeds", "childcare"),
      category("smallLoan", "小额信用贷", "Small unsecured loans", "finance"),
      category("transitionalOffice", "过渡办公", "Transitional office", "community", "shared-space")
    ),
    chains: [
      {
        ...named("dualCarbon", "双碳产业链", "Dual carbon"),
        positions: [
          { ...named("registry", "碳排放权注册登记", "Carbon registry"), core: true, supplies: ["trading", "finance"] },
          { ...named("accounting", "碳核算与咨询", "Carbon accounting and advice"), supplies: ["registry"] },
          named("trading", "碳交易", "Carbon trading"),
          named("finance", "碳金融", "Carbon finance")
        ]
      },
      {
        ...named("garments", "服装“六位一体”", "Garments, six in one"),
        positions: [
          { ...named("research", "研发", "Research"), supplies: ["design"] },
          { ...named("design", "设计", "Design"), core: true, supplies: ["patterns"] },
          { ...named("patterns", "打版", "Pattern-making"), supplies: ["production"] },
          { ...named("production", "生产", "Production"), supplies: ["display"] },
          { ...named("display", "展示", "Display"), supplies: ["sales"] },
          { ...named("sales", "销售", "Sales"), core: true }
        ]
      }
    ]
  },
  stations: stationWords({
    stationKinds: [
      named("redCollarStation", "江城红领驿站", "River-city red-collar station"),
      named("sharedCentre", "“党建＋招商”共享中心", "Shared centre for new firms"),
      "partyMassCentre",
      "sharedWorkArea"
    ],
    roomKinds: [
      ...["reading", "fitness", "counselling", "exchange", "selfService24h", "healthCabin", "sharedWork"],
      named("liveRoom", "企服直播间", "Enterprise-service live-stream room")
    ],
    pointKinds: ["allInOne", "counter"],
    facilityKinds: [
      ...["canteen", "tidalParking", "childcareClass", "testPoint", "policyConsultation", "residentsMeals"]
    ],
    audiences: ["enterprises", "staff", "shops", "residents"]
  }),
  notifications: notices("wuhan-clusters", "partyBuildingGuide"),
  governing,
  structure: {
    id: "wuhan",
    version: 1,
    names: Text.of("区委—集聚区综合党委—楼宇党委—党支部", "District, cluster, building, branch"),
    levels: {
      command: [
        level("district", "区", "District"),
        skippable("cluster", "集聚区综合党委（社区党委）", "Cluster or community committee"),
        skippable("building", "楼宇党委", "Building committee"),
        ...branchLevels
      ],
      location: [
        ...districtLevels,
        skippable("cluster", "集聚区", "Cluster"),
        skippable("park", "园区", "Park"),
        ...buildingLevels
      ]
    },
    kinds: [
      ...districtKinds,
      kind("cluster", "集聚区", "Cluster", "cluster", { level: { location: "cluster" } }),
      kind("park", "园区", "Park", "park", { level: { location: "park" } }),
      ...buildingKinds,
      top("district-committee", "区委", "District Party committee", "committee", "district"),
      comprehensiveCommittee("cluster", "cluster"),
      committee("community-committee", "社区党委", "Community Party committee", "cluster", "community"),
      committee("building-committee", "楼宇党委", "Building Party committee", "building", "building"),
      ...branchKinds(committees, anywhere),
      // A chamber's branch takes in many sole traders; no source says how many.
      kind("chamber-branch", "商会党支部", "Branch of a chamber of commerce", "branch", {
        root: ["location"],
        level: { command: "branch" },
        within: anywhere,
        nature: "entity",
        maximumEnterprises: 200
      }),
      kind("building-council", "楼宇理事会", "Building council", "council", {
        ...alone,
        within: ["building"],
        onePer: ["building"],
        nature: "functional"
      }),
      kind("market-committee", "市场管理委员会", "Market management committee", "body", { ...alone, within: anywhere }),
      kind("university", "高校", "University", "university", { ...alone, within: regions }),
      ...actorKinds({ anywhere, shops: ["cluster", "park"], committees }),
      departments("职能部门", "Municipal or district department", "city", "district"),
      kind("service-centre", "驿站主阵地", "Main station", "station", { ...alone, within: anywhere }),
      kind("sub-station", "驿站分站点", "Sub-station", "station", { under: ["service-centre"], within: anywhere })
    ],
    classifications: [operatingStatus],
    patterns: [
      bodiesPattern(["temporary-branch"]),
      stationsPattern("1个主阵地＋N个分站点", "A main station and N sub-stations", "N", "sub-station")
    ],
    branchRules: Structure.nationalBranchRules
  }
})
