import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { AllianceId, type Command } from "../Command.ts"
import { KindId, nationalBranchRules, Structure } from "../Structure.ts"
import { exampleKinds } from "./exampleKinds.ts"

const level = (id: string, zh: string, en: string, skippable = false) => ({ id, names: Text.of(zh, en), skippable })
const option = (id: string, zh: string, en: string) => ({ id, names: Text.of(zh, en) })

/**
 * The structure of an invented district: every archetype, levels of which some may be skipped, kinds that nest in
 * themselves, kinds of which a place holds one, classifications and patterns.
 */
export const structure: Structure = Schema.decodeUnknownSync(Structure)({
  id: "example",
  version: 1,
  names: Text.of("示例区", "Example district"),
  levels: {
    command: [
      level("district", "区", "District"),
      level("street", "街道", "Street"),
      level("area", "片区", "Area", true),
      level("building", "楼宇", "Building", true),
      level("branch", "支部", "Branch")
    ],
    location: [
      level("cluster", "集聚区", "Cluster", true),
      level("building", "楼宇", "Building"),
      level("tower", "楼栋", "Tower", true),
      level("floor", "楼层", "Floor", true),
      level("unit", "房间", "Unit")
    ]
  },
  kinds: exampleKinds,
  classifications: [
    {
      id: "operating-status",
      names: Text.of("运作状态", "Operating status"),
      options: [option("nominal", "挂牌", "Nominal"), option("substantive", "实体化运作", "Substantive")],
      compulsoryFor: ["comprehensive-committee", "building-committee"]
    },
    {
      id: "scope",
      names: Text.of("范围", "Scope"),
      options: [
        option("cluster", "集聚区", "Cluster"),
        option("commercial-district", "商圈", "Commercial district"),
        option("building", "楼宇", "Building")
      ],
      compulsoryFor: []
    }
  ],
  patterns: [
    {
      id: "bodies",
      names: Text.of("综合党委＋功能型＋实体", "Committee, functional and entity branches"),
      around: ["comprehensive-committee", "building-committee"],
      groups: [
        { names: Text.of("综合党委", "Committee"), kinds: ["comprehensive-committee", "building-committee"] },
        { names: Text.of("功能型", "Functional"), kinds: ["good-neighbour-branch"], nature: "functional" },
        { names: Text.of("实体", "Entity"), kinds: ["branch", "chamber-branch"], nature: "entity" }
      ]
    },
    {
      id: "stations",
      names: Text.of("1＋N", "1+N"),
      around: ["street-committee"],
      groups: [
        { names: Text.of("主阵地", "Main"), kinds: ["street-committee"] },
        { names: Text.of("站点", "Stations"), kinds: ["station"], symbol: "N" }
      ]
    }
  ],
  branchRules: nationalBranchRules,
  gridTenantLimit: 3
})

/** The first of the days on which things happen in the example. */
export const firstDay: CivilDate.CivilDate = CivilDate.make("2026-03-01")

/** A day of the example: 0 is the first, negative ones come before it. */
export const day = (number: number): CivilDate.CivilDate => CivilDate.addDays(firstDay, number)

/** A unit of the example. */
export const unit = (id: string): Identifier.UnitId => Identifier.UnitId.make(id)

/** A person of the example; nobody else knows who it is. */
export const person = (id: string): Identifier.PersonId => Identifier.PersonId.make(id)

type Spec = Partial<Pick<Extract<Command, { readonly _tag: "EstablishUnit" }>, "to" | "nature" | "formation">> & {
  readonly under?: string
  readonly within?: string
  readonly from?: CivilDate.CivilDate
}

/** Sets up a unit of the example, on the first day unless told otherwise; its name is its id. */
export const establish = (
  id: string,
  kind: string,
  { under, within, from = firstDay, ...rest }: Spec = {}
): Command => ({
  _tag: "EstablishUnit",
  unit: unit(id),
  kind: KindId.make(kind),
  name: Text.of(id),
  from,
  ...(under === undefined ? {} : { under: unit(under) }),
  ...(within === undefined ? {} : { within: unit(within) }),
  ...rest
})

const places: ReadonlyArray<Command> = [
  establish("r1", "region"),
  establish("r2", "region", { within: "r1" }),
  establish("r3", "region", { within: "r2" }),
  establish("r4", "region", { within: "r1", from: day(3) }),
  establish("cl1", "cluster", { within: "r2" }),
  establish("cl2", "cluster", { within: "r3", from: day(2) }),
  establish("cd1", "commercial-district", { within: "r2" }),
  establish("bd1", "building", { within: "cl1" }),
  establish("bd2", "building", { within: "cl1" }),
  establish("tw1", "tower", { within: "bd1" }),
  establish("fl1", "floor", { within: "bd1" }),
  establish("fl2", "floor", { within: "tw1" }),
  establish("un1", "lettable-unit", { within: "fl1" }),
  establish("un2", "lettable-unit", { within: "fl2", to: day(8) }),
  establish("un3", "lettable-unit", { within: "bd2" }),
  establish("mg1", "micro-grid", { within: "bd1" }),
  establish("mg2", "micro-grid", { within: "tw1" }),
  establish("mg3", "micro-grid", { within: "bd2" })
]

const bodies: ReadonlyArray<Command> = [
  establish("dc", "district-committee", { within: "r1" }),
  establish("st", "street-committee", { under: "dc", within: "r2" }),
  establish("cc1", "comprehensive-committee", { under: "st", within: "cl1" }),
  establish("bc1", "building-committee", { under: "cc1", within: "bd1" }),
  establish("br1", "branch", { under: "bc1", within: "un1" }),
  establish("br2", "branch", { under: "cc1", within: "bd1" }),
  establish("br3", "branch", { under: "st", from: day(2), to: day(9) }),
  establish("fb1", "good-neighbour-branch", { under: "cc1", within: "bd1" }),
  establish("ch1", "chamber-branch", { under: "st", within: "r2" }),
  establish("co1", "council", { under: "bc1", within: "bd1" }),
  establish("mu1", "trade-union", { under: "bc1", within: "bd1" }),
  establish("d1", "department"),
  establish("d2", "department", { under: "d1" }),
  establish("d3", "department", { under: "d2" }),
  establish("d4", "department", { from: day(1), to: day(10) }),
  establish("e1", "enterprise", { within: "un1" }),
  establish("e2", "enterprise", { within: "un1" }),
  establish("e3", "enterprise", { within: "un3" }),
  establish("e4", "enterprise", { within: "bd2", from: day(2) }),
  establish("s1", "sole-trader", { within: "cd1", to: day(9) })
]

const at = { from: firstDay }
const guide = { guide: { person: person("p4") }, purpose: "指导员" }
const enterprises = [unit("e1"), unit("e2")] as const

const relations: ReadonlyArray<Command> = [
  { _tag: "AffiliateMember", person: person("p1"), branch: unit("br1"), standing: "full", ...at },
  { _tag: "AffiliateMember", person: person("p2"), branch: unit("br1"), standing: "probationary", ...at },
  { _tag: "AffiliateMember", person: person("p3"), branch: unit("br2"), standing: "full", ...at },
  { _tag: "SetMemberCounts", unit: unit("br2"), full: 6, probationary: 1, ...at },
  { _tag: "SetMemberCounts", unit: unit("e3"), full: 3, probationary: 0, ...at },
  { _tag: "ReorganiseBranch", branch: unit("br2"), formation: "joint", enterprises, ...at },
  { _tag: "JoinBody", body: unit("fb1"), member: { person: person("p1") }, origin: "楼宇", ...at },
  { _tag: "JoinBody", body: unit("co1"), member: { unit: unit("e1") }, ...at },
  { _tag: "BeginGuidance", ...guide, unit: unit("br1"), ...at },
  {
    _tag: "FormAlliance",
    alliance: AllianceId.make("a1"),
    sort: "六方联建",
    name: Text.of("示例六方联建"),
    lead: unit("st"),
    members: [unit("st"), unit("d1"), unit("mu1"), unit("e1")],
    declaredSize: 6,
    ...at
  },
  { _tag: "AssignToGrid", grid: unit("mg1"), places: [unit("fl1")], ...at },
  { _tag: "AssignToGrid", grid: unit("mg2"), places: [unit("un2")], ...at },
  { _tag: "BindChatGroup", unit: unit("mg1"), channel: "wechat", group: "g1", ...at },
  { _tag: "AttachIdentifier", unit: unit("e1"), scheme: "uscc", value: "91330482MA4K0AB18Y", ...at }
]

/**
 * A small city to begin with: places up to seven deep with steps left out here and there, bodies, firms, and some of
 * every relation. Not all of it exists all the time.
 */
export const city: ReadonlyArray<Command> = [...places, ...bodies, ...relations]
