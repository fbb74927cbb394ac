import { BodyPresets, FlowPresets } from "@louyu/casework"
import { Frames } from "@louyu/economy"
import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { RolePresets } from "@louyu/roles"
import { StationCatalogue } from "@louyu/stations"
import { define, level, named, skippable } from "../Preset.ts"
import { pinghuKinds } from "./pinghuKinds.ts"
import { china, officeCatalogue } from "./shared/china.ts"
import { branded, buildingAffairs, frame } from "./shared/frames.ts"
import { notices, urgentNeed } from "./shared/notices.ts"
import { operatingStatus } from "./shared/operatingStatus.ts"
import { branchLevels } from "./shared/partyBodies.ts"
import { bodiesPattern, stationsPattern } from "./shared/patterns.ts"
import { buildingLevels } from "./shared/places.ts"
import { sixStaff } from "./shared/sixStaff.ts"

const governing = ["comprehensive-committee", "community-committee", "street-two-new-committee", "street-committee"]

/**
 * Danghu street, Pinghu: a central business district and the street around it.
 *
 * Source: P-01 to P-42.
 */
export const pinghu = define({
  id: "pinghu",
  version: 7,
  names: Text.of("平湖·南市商务区", "Pinghu, Nanshi business district"),
  about: Text.of(
    "街道党委、商务区综合党委、楼宇两新党组织三级；功能型友邻党支部；楼内微网格，一格一群；每幢楼一个红色物业议事厅；“1＋X”站点；由“一长六员”改为“双长四员”，楼长制另成一层；综合党委书记由街道两新工委书记担任。",
    "Three levels: street committee, comprehensive committee of the district, branches in the buildings. Functional good-neighbour branches; micro-grids in buildings, each with one chat group; a property council hall for each building; stations as 1+X; two heads and four staff after one head and six staff, with the building-chief system as a layer of its own; the committee's secretary is the street's two-new secretary."
  ),
  ...china,
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
    dispatching: ["property-council-hall", ...governing],
    bodies: BodyPresets.all
  },
  economy: {
    enterprises: branded(named("louLianHui", "楼联汇", "Lou Lian Hui")),
    frames: [
      ...Frames.list,
      buildingAffairs,
      frame(
        "versions",
        "1.0 至 4.0",
        "Versions 1.0 to 4.0",
        "P-01",
        named("1.0", "楼宇品质", "Quality of buildings"),
        named("2.0", "友邻善治", "Good-neighbour governance"),
        named("3.0", "党建生态圈", "Ecosphere"),
        named("4.0", "楼联汇", "Lou Lian Hui")
      ),
      frame(
        "slogans",
        "工作要求",
        "Watchwords",
        "P-03, P-10, P-36",
        named("partyLeads", "党建统领", "Party building leads"),
        named("wisdom", "整体智治", "Governed as a whole, with good tools"),
        named("together", "高效协同", "Working well together"),
        named("threeWholeOneFull", "三整一全", "Three whole, one full"),
        named("pinghuTen", "平湖十条", "The ten of Pinghu")
      )
    ]
  },
  stations: {
    ...StationCatalogue.preset,
    standards: [
      ...StationCatalogue.preset.standards,
      {
        ...named("fourLacks", "“四无”自查", "None of the four lacks"),
        criteria: [
          named("venue", "有场地", "A venue"),
          named("activity", "有活动", "Activities"),
          named("plan", "有策划", "A plan"),
          named("content", "有内涵", "Content")
        ]
      }
    ]
  },
  notifications: notices("danghu-street", "investmentLiaison", urgentNeed),
  catalogue: officeCatalogue(),
  governing,
  structure: {
    id: "pinghu",
    version: 1,
    names: Text.of("街道党委—综合党委—两新党组织", "Street committee, comprehensive committee, branches"),
    levels: {
      command: [
        level("street", "街道", "Street"),
        skippable("committee", "综合党委（社区党组织）", "Comprehensive or community committee"),
        ...branchLevels
      ],
      location: [
        level("city", "市", "City"),
        level("street", "街道", "Street"),
        skippable("community", "社区", "Community"),
        skippable("cluster", "商务区", "Business district"),
        ...buildingLevels
      ]
    },
    kinds: pinghuKinds,
    classifications: [operatingStatus],
    patterns: [
      bodiesPattern(["good-neighbour-branch", "temporary-branch"]),
      stationsPattern("1＋X 阵地体系", "1+X station network", "X", "red-collar-station", "rider-station")
    ],
    branchRules: Structure.nationalBranchRules,
    gridTenantLimit: 20
  }
})
