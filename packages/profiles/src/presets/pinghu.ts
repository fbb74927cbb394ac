import { BodyPresets, FlowPresets } from "@louyu/casework"
import { Text } from "@louyu/kernel"
import { OfficeVocabulary, officeCategories } from "@louyu/matching"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { RolePresets } from "@louyu/roles"
import { define, level, skippable } from "../Preset.ts"
import { enterpriseFields } from "./enterpriseFields.ts"
import { operatingStatus } from "./operatingStatus.ts"
import { pinghuKinds } from "./pinghuKinds.ts"
import { pinghuNotifications } from "./pinghuNotifications.ts"
import { sixStaff } from "./sixStaff.ts"

/**
 * Danghu street, Pinghu: a central business district and the street around it.
 *
 * Local are the three levels street committee, comprehensive committee of the district, branches in the buildings; the
 * functional good-neighbour branches; micro-grids inside buildings; a property council hall for each building; and a
 * station network told as `1+X`; two heads and four staff in a building, one head and six staff before.
 * Source: P-05, P-06, P-07, P-08, P-11, P-13, P-17, P-27, P-34, P-36, P-42.
 */
export const pinghu = define({
  id: "pinghu",
  version: 5,
  names: Text.of("平湖·南市商务区", "Pinghu, Nanshi business district"),
  timeZone: "Asia/Shanghai",
  languages: ["zh", "en"],
  calendar: "china",
  defaults: { language: "zh", chatChannel: "wechat" },
  schemes: [
    RolePresets.twoHeadsFourStaff,
    RolePresets.oneHeadSixStaff(sixStaff),
    RolePresets.committeePosts,
    RolePresets.streetPosts,
    RolePresets.buildingChiefSystem,
    RolePresets.partyBuildingGuide
  ],
  pipelines: PipelinePresets.all,
  casework: {
    flows: FlowPresets.all,
    dispatching: [
      "property-council-hall",
      "comprehensive-committee",
      "community-committee",
      "street-two-new-committee",
      "street-committee"
    ],
    bodies: BodyPresets.all
  },
  notifications: pinghuNotifications,
  catalogue: { categories: officeCategories, fields: enterpriseFields, vocabulary: OfficeVocabulary.officeBuilding },
  governing: ["comprehensive-committee", "community-committee", "street-two-new-committee", "street-committee"],
  structure: {
    id: "pinghu",
    version: 1,
    names: Text.of("街道党委—综合党委—两新党组织", "Street committee, comprehensive committee, branches"),
    levels: {
      command: [
        level("street", "街道", "Street"),
        skippable("committee", "综合党委（社区党组织）", "Comprehensive or community committee"),
        skippable("general", "党总支（企业党委）", "General branch or enterprise committee"),
        level("branch", "党支部", "Branch")
      ],
      location: [
        level("city", "市", "City"),
        level("street", "街道", "Street"),
        skippable("community", "社区", "Community"),
        skippable("cluster", "商务区", "Business district"),
        level("building", "楼宇", "Building"),
        skippable("tower", "楼栋", "Tower"),
        skippable("floor", "楼层", "Floor"),
        level("unit", "房间", "Lettable unit")
      ]
    },
    kinds: pinghuKinds,
    classifications: [operatingStatus],
    patterns: [
      {
        id: "bodies",
        names: Text.of("综合党委＋功能型＋实体", "Committee, functional and entity bodies"),
        around: ["comprehensive-committee"],
        groups: [
          { names: Text.of("综合党委", "Comprehensive committee"), kinds: ["comprehensive-committee"] },
          {
            names: Text.of("功能型党支部", "Functional branches"),
            kinds: ["good-neighbour-branch", "temporary-branch"],
            nature: "functional"
          },
          {
            names: Text.of("实体党组织", "Entity bodies"),
            kinds: ["branch", "general-branch", "enterprise-committee"],
            nature: "entity"
          }
        ]
      },
      {
        id: "stations",
        names: Text.of("1＋X 阵地体系", "1+X station network"),
        around: ["service-centre"],
        groups: [
          { names: Text.of("中心", "Centre"), kinds: ["service-centre"] },
          { names: Text.of("站点", "Stations"), kinds: ["red-collar-station", "rider-station"], symbol: "X" }
        ]
      }
    ],
    branchRules: Structure.nationalBranchRules,
    gridTenantLimit: 20
  }
})
