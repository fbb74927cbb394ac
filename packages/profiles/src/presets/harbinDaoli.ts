import { BodyPresets, FlowPresets } from "@louyu/casework"
import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { above, category, define, inBuilding, kind, level, named, role, skippable } from "../Preset.ts"
import { actorKinds, departments } from "./shared/actors.ts"
import { china, officeCatalogue } from "./shared/china.ts"
import { local } from "./shared/flows.ts"
import { branded, buildingAffairs, frame } from "./shared/frames.ts"
import { notices } from "./shared/notices.ts"
import { operatingStatus } from "./shared/operatingStatus.ts"
import { branchKinds, branchLevels, comprehensiveCommittee, top } from "./shared/partyBodies.ts"
import { bodiesPattern } from "./shared/patterns.ts"
import { buildingKinds, buildingLevels, districtKinds, districtLevels, inside, regions } from "./shared/places.ts"
import { stationWords, threePlatforms } from "./shared/stationWords.ts"

const anywhere = [...regions, ...inside]
const committees = ["district-committee", "street-working-committee", "comprehensive-committee"]
const governing = ["comprehensive-committee", "street-working-committee", "district-committee"]
const lead = { rank: "head", minimum: 1, maximum: 1 } as const
const settled = {
  ladder: [
    inBuilding("tower", "楼栋党支部", "Branch of the tower"),
    inBuilding("building", "楼宇综合党委·联席会议", "Committee of the building, joint meeting"),
    above("street", "街道", "Street"),
    above("district", "区", "District")
  ],
  posts: { "*": "buildingManager" }
} as const

/**
 * Harbin, Daoli district, Zhengyanghe street: the Fuli (R&F) Centre.
 *
 * Source: D-01 to D-15.
 */
export const harbinDaoli = define({
  id: "harbin-daoli",
  version: 1,
  names: Text.of("哈尔滨·道里区正阳河街道", "Harbin, Zhengyanghe street of Daoli district"),
  about: Text.of(
    "区委指导、街道主导、楼宇管理、多元参与；楼宇综合党委为功能型，下有按楼栋设的功能型支部和企业实体支部，即“1＋2＋4”；每月党建联席会议，五方参加，议定事项由综合党委分流交办；企业吹哨、部门报到；“富力共识”公约；党建“公转”引领治理“自转”。",
    "The district guides, the street leads, the building manages, many take part. The committee of the building is functional, with functional branches by tower and the entity branches of firms: 1+2+4. Five parties meet every month, and the committee hands out what they agreed on; firms whistle and departments report in; a pact of the building; Party building in orbit makes the building spin by itself."
  ),
  ...china,
  schemes: [
    {
      id: "fourTiers",
      version: 1,
      names: Text.of("区委指导、街道主导、楼宇管理、多元参与", "guide, lead, manage, take part"),
      layer: "operating",
      roles: [
        role("districtGuide", "区委指导", "guide of the district", {
          ...lead,
          scope: "district-committee",
          duty: "cooperate",
          matters: ["guidance"],
          clearance: 2
        }),
        role("streetLead", "街道主导", "lead of the street", {
          ...lead,
          scope: "street-working-committee",
          duty: "leadOverall",
          matters: ["party", "general"],
          clearance: 3
        }),
        role("buildingManager", "楼宇管理（综合党委书记）", "manager of the building, secretary", {
          ...lead,
          scope: "comprehensiveCommittee",
          duty: "ownArea",
          matters: ["party", "general"],
          clearance: 3
        }),
        role("participant", "多元参与", "participant", {
          rank: "staff",
          minimum: 0,
          scope: "building",
          duty: "cooperate",
          matters: ["volunteering"],
          qualifies: {
            comesFrom: ["titleOwner", "propertyCompany", "ownersCommittee", "enterprise", "socialOrganisation"]
          },
          clearance: 1
        })
      ],
      concurrent: [],
      ladder: {
        "*": [
          { scheme: "fourTiers", role: "buildingManager" },
          { scheme: "fourTiers", role: "buildingManager" },
          { scheme: "fourTiers", role: "streetLead" },
          { scheme: "fourTiers", role: "districtGuide" }
        ]
      }
    }
  ],
  pipelines: [PipelinePresets.investment, PipelinePresets.talent, PipelinePresets.branchIncubation],
  casework: {
    flows: [local(FlowPresets.jointMeeting, settled), local(FlowPresets.whistle, settled)],
    // Only the committee of the building hands out.
    dispatching: ["comprehensive-committee"],
    bodies: [BodyPresets.jointMeeting]
  },
  economy: {
    enterprises: branded(
      named("leadingFuli", "领航富力", "Leading Fuli"),
      named("noFavours", "办事不求人", "No favours")
    ),
    frames: [
      frame(
        "themes",
        "服务、治理、发展",
        "Service, governance, development",
        "D-01",
        named("service", "服务", "Service"),
        named("governance", "治理", "Governance"),
        named("development", "发展", "Development")
      ),
      frame(
        "orbitAndSpin",
        "党建“公转”引领治理“自转”",
        "Orbit and spin",
        "D-15",
        named("orbit", "党建公转", "Orbit: the committee sets the direction"),
        named("spin", "治理自转", "Spin: the building runs itself")
      ),
      buildingAffairs
    ]
  },
  catalogue: officeCatalogue(
    category("oneStop", "一站式助企", "One stop for firms"),
    category("landing", "注册落地", "Registration and landing", "oneStop", "registration"),
    category("talentSupport", "人才扶持", "Talent support", "oneStop", "talent"),
    category("partyHelp", "党建赋能", "Help by Party building", "oneStop", "party"),
    category("publicity", "宣传方案", "Plans for publicity", "oneStop", "partners")
  ),
  stations: stationWords({
    stationKinds: ["partyMassCentre"],
    roomKinds: ["training", "investmentReception", "audioVideo", "virtualReality", "leisure"],
    pointKinds: ["allInOne", "counter"],
    facilityKinds: [named("businessTalks", "商务洽谈", "Business talks"), named("noonRest", "午间休憩", "Noon rest")],
    audiences: ["enterprises", "staff", "residents", "partyMembers"],
    labelSets: [threePlatforms]
  }),
  notifications: notices("fuli-committee", "buildingManager"),
  governing,
  structure: {
    id: "harbin-daoli",
    version: 1,
    names: Text.of("区委—街道党工委—楼宇综合党委—党支部", "District, street, building, branch"),
    levels: {
      command: [
        level("district", "区", "District"),
        skippable("street", "街道", "Street"),
        skippable("building", "楼宇综合党委", "Committee of the building"),
        ...branchLevels
      ],
      location: [...districtLevels, ...buildingLevels]
    },
    kinds: [
      ...districtKinds,
      ...buildingKinds,
      top("district-committee", "区委", "District Party committee", "committee", "district"),
      top("street-working-committee", "街道党工委", "Street working committee", "workingCommittee", "street"),
      comprehensiveCommittee("building", "building"),
      ...branchKinds(committees, anywhere),
      kind("tower-branch", "楼栋功能型党支部", "Functional branch of a tower", "branch", {
        root: ["location"],
        level: { command: "branch" },
        under: ["comprehensive-committee"],
        within: ["tower"],
        onePer: ["tower"],
        nature: "functional"
      }),
      ...actorKinds({ anywhere, shops: [], committees }),
      departments("区级部门与驻区机构", "District department or institution", "city", "district"),
      kind("service-centre", "楼宇党群服务中心", "Party-mass service centre", "station", {
        root: ["command", "location"],
        within: anywhere
      })
    ],
    classifications: [operatingStatus],
    patterns: [bodiesPattern(["tower-branch"])],
    branchRules: Structure.nationalBranchRules
  }
})
