import type { Row, Rows } from "../../story/Row.ts"
import { buildingId, buildings, redrawn } from "./places.ts"
import { holder, leftGrid, personId, type Tenure, tenures } from "./staff.ts"

/** One head and six staff at first, two heads and four staff since the micro-grids were redrawn. */
const schemes: ReadonlyArray<Row> = [
  ...buildings.flatMap((n) => [
    { 名册: buildingId(n), 方案: "一长六员", 版本: 1 },
    // The four of the same code go on; the work of the other two is with the micro-grid heads from then on.
    { 名册: buildingId(n), 方案: "双长四员", 版本: 1, 岗位衔接: "安全督查员>;政务服务员>", 起始日期: redrawn }
  ]),
  { 名册: "danghu", 方案: "街道岗位", 版本: 1 },
  { 名册: "cbd-committee", 方案: "综合党委岗位", 版本: 1, 起始日期: "2020-06-01" }
]

const rowOf = ({ unit, role, person, from, to, comesFrom, secondedFrom }: Tenure): Row => ({
  单元: unit,
  岗位: role,
  人员: person,
  起始日期: from ?? "",
  截止日期: to ?? "",
  来自单位: comesFrom ?? "",
  借调自: secondedFrom ?? ""
})

/** Who answers for what: schemes, posts, who stands in, and one right to read that comes with no post. */
export const roster: Rows = {
  "schemes.csv": schemes,
  "appointments.csv": tenures.map(rowOf),
  "acting.csv": [
    {
      单元: leftGrid,
      岗位: "微网格长",
      代理人: holder("g03-1", "微网格长", "2022-10-01"),
      起始日期: "2022-10-01",
      截止日期: "2023-04-01"
    }
  ],
  "delegations.csv": [
    {
      单元: "b02",
      岗位: "楼长",
      事项: "coordination",
      受托人: holder("b02", "招商联络员", "2022-10-01"),
      起始日期: "2022-10-01",
      截止日期: "2023-03-01"
    }
  ],
  "grants.csv": [
    { 单元: "b01", 人员: personId(208), 级别: 2, 用途: "service", 起始日期: "2022-11-01", 截止日期: "2023-02-01" }
  ]
}
