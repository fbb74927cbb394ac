import { BodyPresets, FlowPresets } from "@louyu/casework"
import { Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { PipelinePresets } from "@louyu/recruitment"
import { RolePresets } from "@louyu/roles"
import { define, kind } from "../Preset.ts"
import { operatingStatus } from "./shared/operatingStatus.ts"

const inside = ["building", "floor", "lettable-unit"]
const outside = ["region", "cluster", "park"]
const anywhere = [...outside, ...inside]
const partyBodies = ["committee", "comprehensive-committee", "general-branch"]
const alone = { root: ["command", "location"] } as const

/**
 * A neutral beginning for a city that has no profile yet: common kinds, no levels, as few rules as possible.
 *
 * Nothing is local about it. Regions lie in regions to any depth, committees stand under committees, and every kind has
 * the name a glossary would give it; copy it and make it yours.
 */
export const generic = define({
  id: "generic",
  version: 5,
  names: Text.of("通用", "Generic"),
  timeZone: "Asia/Shanghai",
  languages: ["zh", "en"],
  calendar: "china",
  defaults: { language: "zh", chatChannel: "wechat" },
  // What climbs above a building goes to posts each city names itself.
  schemes: [{ ...RolePresets.twoHeadsFourStaff, ladder: {} }, RolePresets.partyBuildingGuide],
  pipelines: PipelinePresets.all,
  casework: {
    flows: FlowPresets.all,
    dispatching: ["committee", "comprehensive-committee", "council"],
    bodies: BodyPresets.all
  },
  governing: ["comprehensive-committee"],
  structure: {
    id: "generic",
    version: 1,
    names: Text.of("通用结构", "Generic structure"),
    levels: { command: [], location: [] },
    kinds: [
      kind("region", "区域", "Region", "region", { within: ["region"], root: ["location"] }),
      kind("cluster", "集聚区", "Cluster", "cluster", { within: ["region"], root: ["location"] }),
      kind("park", "园区", "Park", "park", { within: ["region", "cluster"], root: ["location"] }),
      kind("building", "楼宇", "Building", "building", { within: outside, root: ["location"] }),
      kind("floor", "楼层", "Floor", "floor", { within: ["building"] }),
      kind("lettable-unit", "房间", "Lettable unit", "lettableUnit", { within: ["building", "floor"] }),
      kind("micro-grid", "微网格", "Micro-grid", "microGrid", { within: ["building"] }),
      kind("committee", "党委", "Party committee", "committee", {
        ...alone,
        under: ["committee"],
        within: anywhere,
        nature: "entity",
        termMonths: 60
      }),
      kind("comprehensive-committee", "综合党委", "Comprehensive committee", "comprehensiveCommittee", {
        ...alone,
        under: ["committee"],
        within: outside,
        onePer: ["cluster"],
        nature: "functional",
        termMonths: 60
      }),
      kind("general-branch", "党总支", "General branch", "generalBranch", {
        ...alone,
        under: ["committee", "comprehensive-committee"],
        within: anywhere,
        nature: "entity",
        termMonths: 36
      }),
      kind("branch", "党支部", "Party branch", "branch", {
        ...alone,
        under: partyBodies,
        within: anywhere,
        nature: "entity",
        termMonths: 36
      }),
      kind("functional-branch", "功能型党支部", "Functional branch", "branch", {
        ...alone,
        under: partyBodies,
        within: anywhere,
        nature: "functional"
      }),
      kind("mass-organisation", "群团组织", "Mass organisation", "massOrganisation", {
        ...alone,
        under: partyBodies,
        within: anywhere
      }),
      kind("council", "理事会", "Council", "council", { ...alone, within: anywhere, nature: "functional" }),
      kind("department", "部门", "Department", "department", { ...alone, under: ["department"], within: outside }),
      kind("enterprise", "企业", "Enterprise", "enterprise", { within: inside }),
      kind("sole-trader", "个体工商户", "Sole trader", "soleTrader", { within: anywhere }),
      kind("property-company", "物业公司", "Property company", "propertyCompany", { ...alone, within: anywhere }),
      kind("operator", "运营方", "Operator", "operator", { ...alone, within: anywhere }),
      kind("title-owner", "产权单位", "Title owner", "titleOwner", { ...alone, within: anywhere }),
      kind("owners-committee", "业委会", "Owners' committee", "ownersCommittee", {
        within: ["building"],
        onePer: ["building"],
        termMonths: 60
      }),
      kind("social-organisation", "社会组织", "Social organisation", "socialOrganisation", {
        ...alone,
        within: anywhere
      }),
      kind("volunteer-team", "志愿服务队", "Volunteer team", "volunteerTeam", { ...alone, within: anywhere }),
      kind("station", "站点", "Station", "station", { ...alone, under: ["station"], within: anywhere })
    ],
    classifications: [operatingStatus],
    patterns: [
      {
        id: "bodies",
        names: Text.of("综合党委＋功能型＋实体", "Committee, functional and entity bodies"),
        around: ["comprehensive-committee"],
        groups: [
          { names: Text.of("综合党委", "Comprehensive committee"), kinds: ["comprehensive-committee"] },
          { names: Text.of("功能型党支部", "Functional branches"), kinds: ["functional-branch"] },
          { names: Text.of("实体党组织", "Entity bodies"), kinds: ["branch", "general-branch"], nature: "entity" }
        ]
      }
    ],
    branchRules: Structure.nationalBranchRules
  }
})
