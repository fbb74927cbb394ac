import { BodyPresets, FlowPresets } from "@louyu/casework"
import { Frames } from "@louyu/economy"
import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { RolePresets } from "@louyu/roles"
import { above, category, define, inBuilding, kind, level, named, skippable } from "../Preset.ts"
import { actorKinds, departments } from "./shared/actors.ts"
import { china, officeCatalogue } from "./shared/china.ts"
import { local } from "./shared/flows.ts"
import { frame } from "./shared/frames.ts"
import { notices } from "./shared/notices.ts"
import { branchKinds, branchLevels, committee, top } from "./shared/partyBodies.ts"
import { buildingKinds, buildingLevels, districtKinds, districtLevels, inside, regions } from "./shared/places.ts"
import { sixMosts, stationWords } from "./shared/stationWords.ts"

const anywhere = [...regions, ...inside]
const committees = ["district-committee", "street-working-committee", "building-committee", "community-committee"]
const governing = ["building-committee", "community-committee", "street-working-committee"]
// Mass bodies are led by the building's committee; what else is of a building may also stand for itself.
const ledByCommittee = { under: ["building-committee"], within: ["building"], onePer: ["building"] } as const
const ofBuilding = { ...ledByCommittee, root: ["command"] } as const

/**
 * Foshan, Chancheng district, Zumiao street: the Vanke Financial Centre.
 *
 * Source: F-01 to F-19.
 */
export const foshanZumiao = define({
  id: "foshan-zumiao",
  version: 2,
  names: Text.of("佛山·禅城区祖庙街道", "Foshan, Zumiao street of Chancheng district"),
  about: Text.of(
    "楼宇党委由优选企业组成，区里选派第一书记，与选举产生的书记并存；楼宇工会联合会、妇女联合会；新时代楼宇议事厅按“提出问题—共商共议—解决问题—跟踪回访”运行，未回访不办结；服务功能区七大空间；“禅聚英才”五大行动；“六最”禅城。",
    "The building has a Party committee founded by chosen firms, and beside its elected secretary a first secretary sent by the district; federations of unions and of women; a council chamber that raises, discusses, resolves and follows up, and closes nothing unasked. A service zone of seven spaces; five talent actions; the six mosts of Chancheng."
  ),
  ...china,
  schemes: [RolePresets.buildingCommitteePosts, RolePresets.firstSecretary],
  pipelines: [
    PipelinePresets.investment,
    {
      id: "talent",
      version: 1,
      names: Text.of("“禅聚英才”五大行动", "Five talent actions"),
      subject: "person",
      phases: [...Frames.talentActions.dimensions],
      stages: [
        { ...named("sought", "发现", "Found"), phase: "introduce", rotAfter: 20 },
        { ...named("introduced", "引进", "Introduced"), phase: "introduce" },
        { ...named("cultivated", "培育", "Cultivated"), phase: "cultivate" },
        { ...named("honoured", "玉兰英才榜", "On the talent wall"), phase: "motivate", optional: true },
        { ...named("served", "人才服务", "Served"), phase: "serve" },
        { ...named("guaranteed", "保障", "Guaranteed"), phase: "guarantee" }
      ],
      won: "introduced",
      back: "one",
      exits: [
        {
          ...named("lost", "未能引进", "Not introduced"),
          reasons: [named("elsewhere", "选择他处", "Chose another place"), named("declined", "本人放弃", "Declined")],
          reopen: {}
        }
      ]
    }
  ],
  casework: {
    flows: [
      local(FlowPresets.councilChamber, {
        ladder: [
          inBuilding("chamber", "楼宇议事厅", "Council chamber"),
          above("community", "社区党委", "Community committee"),
          above("street", "街道", "Street"),
          above("district", "区", "District")
        ],
        posts: { investmentLiaison: "firstSecretary", "*": "secretary" }
      })
    ],
    dispatching: governing,
    bodies: [BodyPresets.councilChamber]
  },
  economy: {
    frames: [
      Frames.sixMost,
      Frames.talentActions,
      frame(
        "threeLinks",
        "阵地联建、服务联通、资源联动",
        "Three links",
        "F-04",
        named("stations", "阵地联建", "Stations built together"),
        named("services", "服务联通", "Services joined"),
        named("resources", "资源联动", "Resources moved together")
      )
    ]
  },
  catalogue: officeCatalogue(
    category("sevenServices", "七项一站式服务", "Seven services at one stop"),
    category("talentPolicy", "人才政策", "Talent policy", "sevenServices", "talent"),
    category("enterpriseLiaison", "企业联络", "Enterprise liaison", "sevenServices", "partners"),
    category("employmentAid", "就业援助", "Employment aid", "sevenServices", "recruitment"),
    category("partyConsultation", "党务咨询", "Party consultation", "sevenServices", "party"),
    category("administrative", "行政服务", "Administrative service", "sevenServices", "government"),
    category("psychologicalAid", "心理援助", "Psychological aid", "sevenServices", "counselling"),
    category("legalAdvice", "法律咨询", "Legal advice", "sevenServices", "legal-advice")
  ),
  stations: stationWords({
    stationKinds: ["serviceZone", "partyMassCentre", "councilChamber"],
    roomKinds: ["exhibition", "talentWall", "serviceCentre", "gallery", "publicReading", "selfService", "outdoor"],
    pointKinds: [
      ...["citizenWindow", "socialSecurity", "allInOne", "library"],
      named("dataScreen", "数据分析屏", "Data screen")
    ],
    facilityKinds: [
      named("football", "笼式足球场", "Caged football"),
      named("childrensFitness", "儿童体适能区", "Children")
    ],
    audiences: ["enterprises", "staff", "residents", "partyMembers"],
    labelSets: [sixMosts]
  }),
  notifications: notices("wanke-committee", "secretary"),
  governing,
  structure: {
    id: "foshan-zumiao",
    version: 1,
    names: Text.of("区委—街道党工委—楼宇党委（社区党委）—党支部", "District, street, building or community, branch"),
    levels: {
      command: [
        level("district", "区", "District"),
        skippable("street", "街道", "Street"),
        skippable("building", "楼宇党委（社区党委）", "Building or community committee"),
        ...branchLevels
      ],
      location: [...districtLevels, ...buildingLevels]
    },
    kinds: [
      ...districtKinds,
      ...buildingKinds,
      top("district-committee", "区委", "District Party committee", "committee", "district"),
      top("street-working-committee", "街道党工委", "Street working committee", "workingCommittee", "street"),
      committee("building-committee", "楼宇党委", "Building Party committee", "building", "building"),
      committee("community-committee", "社区党委", "Community Party committee", "building", "community"),
      ...branchKinds(committees, anywhere),
      kind("union-federation", "楼宇工会联合会", "Trade-union federation", "massOrganisation", ledByCommittee),
      kind("youth-league", "楼宇团组织", "Youth League", "massOrganisation", ledByCommittee),
      kind("womens-federation", "楼宇妇女联合会", "Women's federation", "massOrganisation", ledByCommittee),
      kind("council-chamber", "新时代楼宇议事厅", "Building council chamber", "council", ofBuilding),
      ...actorKinds({ anywhere, shops: [], committees }),
      departments("职能部门", "Department", "city", "district", "street"),
      kind("service-zone", "楼宇服务功能区", "Building service zone", "station", {
        root: ["command", "location"],
        within: anywhere
      })
    ],
    classifications: [],
    patterns: [],
    branchRules: Structure.nationalBranchRules
  }
})
