import { type Row, type Rows, range, two } from "../../story/Row.ts"
import { departmentId, departments } from "./bodies.ts"
import { covered } from "./branches.ts"
import { of } from "./enterprises.ts"

const namedBuildings = range(1, 5)

/** Three people for each good-neighbour branch: of a branch in the building, of the property company, of the residents. */
const neighbours = namedBuildings.flatMap((n) => [
  { person: `p-${two(n)}-building`, origin: "楼宇", body: `gn-${two(n)}` },
  { person: `p-${two(n)}-property`, origin: "物业", body: `gn-${two(n)}` },
  { person: `p-${two(n)}-resident`, origin: "居民", body: `gn-${two(n)}` }
])

/** People whose home is recorded one by one: the neighbours from outside, and everybody in the third branch. */
const homes = [
  ...namedBuildings.flatMap((n) => [
    { 人员: `p-${two(n)}-property`, 支部: "danghu-committee", 身份: "正式" },
    { 人员: `p-${two(n)}-resident`, 支部: "nanshi-committee", 身份: "正式" }
  ]),
  { 人员: "p-03-building", 支部: "s03", 身份: "正式" },
  ...range(2, 6).map((n) => ({ 人员: `p-03-member-${n}`, 支部: "s03", 身份: "正式" })),
  { 人员: "p-03-member-7", 支部: "s03", 身份: "预备" }
]

const joined = (n: number): string => (n === 1 ? "2021-09-01" : "2022-04-01")

const halls = namedBuildings.flatMap((n) =>
  [
    ["nanshi-committee", "社区党组织"],
    [`s${two(n)}`, "楼宇党组织"],
    [`oc-${two(n)}`, "业委会"],
    [n <= 3 ? "pc-1" : "pc-2", "物业公司"]
  ].map(([unit = "", origin = ""]) => ({
    组织: `hall-${two(n)}`,
    参加单位: unit,
    来源: origin,
    起始日期: "2021-10-01"
  }))
)

/** Guides for enterprises that no branch covers: six in 2020, twenty-four since 2022. */
const uncovered = of(2019).filter((id) => !covered.has(id))
const guides: ReadonlyArray<Row> = [
  ...uncovered.slice(0, 6).map((id, i) => ({
    编号: id,
    指导人员: `p-guide-${(i % 2) + 1}`,
    事项: "党建指导",
    起始日期: "2020-09-01",
    截止日期: "2022-02-01"
  })),
  ...uncovered.slice(4, 28).map((id, i) => ({
    编号: id,
    指导人员: `p-guide-${(i % 6) + 1}`,
    事项: "党建指导",
    起始日期: "2022-02-01"
  }))
]

/** Who takes part, works together and guides. All people are invented and have an id only. */
export const relations: Rows = {
  "memberships.csv": homes,
  "participations.csv": [
    ...neighbours.map(({ person, origin, body }) => ({
      组织: body,
      参加人员: person,
      来源: origin,
      起始日期: joined(Number(body.slice(3)))
    })),
    // One neighbour moved away again.
    { 组织: "gn-01", 参加人员: "p-guide-1", 来源: "楼宇", 起始日期: "2021-09-01", 截止日期: "2022-06-01" },
    ...halls
  ],
  "alliances.csv": [
    {
      编号: "service",
      种类: "服务联建",
      名称: "楼宇经济党组织服务联建",
      英文名称: "Service Alliance of Building-Economy Party Organisations",
      牵头单位: departmentId(1),
      成员: departments.slice(1, 18).map(departmentId).join(";"),
      对外方数: 22,
      起始日期: "2020-09-01"
    },
    {
      编号: "six-party",
      种类: "六方党建联建",
      名称: "六方党建联建",
      英文名称: "Six-Party Co-Building Alliance",
      牵头单位: "centre",
      成员: "op-1;pc-1;pc-2",
      对外方数: 6,
      起始日期: "2021-03-01"
    }
  ],
  "alliance-members.csv": [
    ...departments.slice(18).map((n) => ({ 联建: "service", 单位: departmentId(n), 起始日期: "2022-01-01" })),
    { 联建: "six-party", 单位: "nanshi-committee", 角色: "牵头", 起始日期: "2022-01-01" }
  ],
  "guidance.csv": [
    { 编号: "cbd-committee", 指导单位: "city-two-new", 事项: "双重指导", 起始日期: "2020-06-01" },
    { 编号: "cbd-committee", 指导单位: "danghu-two-new", 事项: "双重指导", 起始日期: "2020-06-01" },
    ...guides
  ]
}
