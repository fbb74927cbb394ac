import { chinese, type Row, type Rows, range, two } from "../../story/Row.ts"
import { buildingId } from "./places.ts"

const namedBuildings = range(1, 5)

/** The day the third property company went over into the second. */
export const merged = "2021-10-01"

const committees: ReadonlyArray<Row> = [
  {
    编号: "city-two-new",
    类型: "市两新工委",
    名称: "平湖市两新工委",
    英文名称: "Pinghu Two-New Working Committee",
    所在: "pinghu"
  },
  {
    编号: "danghu-committee",
    类型: "街道党委",
    名称: "当湖街道党委",
    英文名称: "Danghu Street Party Committee",
    所在: "danghu"
  },
  {
    编号: "danghu-two-new",
    类型: "街道两新工委",
    名称: "当湖街道两新工委",
    英文名称: "Danghu Two-New Working Committee",
    上级: "danghu-committee",
    所在: "danghu"
  },
  {
    编号: "cbd-committee",
    类型: "综合党委",
    名称: "南市商务区联合党委",
    英文名称: "Nanshi Business District Joint Committee",
    上级: "danghu-committee",
    所在: "cbd",
    分类: "运行状态=名义运行",
    起始日期: "2020-06-01"
  },
  {
    编号: "nanshi-committee",
    类型: "社区党组织",
    名称: "南市楼宇社区党组织",
    英文名称: "Nanshi Community Party Organisation",
    上级: "danghu-committee",
    所在: "nanshi"
  },
  {
    编号: "nanshi-residents",
    类型: "居委会",
    名称: "南市楼宇社区居委会",
    英文名称: "Nanshi Residents' Committee",
    所在: "nanshi"
  }
]

const owners = [
  { 编号: "to-1", 类型: "产权单位", 名称: "示例置业一有限公司", 英文名称: "Example Estates 1 Co., Ltd.", 所在: "b02" },
  { 编号: "to-2", 类型: "产权单位", 名称: "示例置业二有限公司", 英文名称: "Example Estates 2 Co., Ltd.", 所在: "b03" },
  {
    编号: "op-1",
    类型: "运营方",
    名称: "示例广场运营有限公司",
    英文名称: "Example Plaza Operations Co., Ltd.",
    所在: "wuyue"
  },
  ...range(1, 3).map((n) => ({
    编号: `pc-${n}`,
    类型: "物业公司",
    名称: `示例物业${chinese(n)}有限公司`,
    英文名称: `Example Property ${n} Co., Ltd.`,
    所在: "cbd"
  }))
]

/** In each building the source names: an owners' committee, a council hall and a good-neighbour branch. */
const inBuilding = (n: number): ReadonlyArray<Row> => [
  {
    编号: `oc-${two(n)}`,
    类型: "业委会",
    名称: `示例业委会${chinese(n)}`,
    英文名称: `Example Owners' Committee ${n}`,
    所在: buildingId(n)
  },
  {
    编号: `hall-${two(n)}`,
    类型: "红色物业议事厅",
    名称: `红色物业议事厅${chinese(n)}`,
    英文名称: `Property Council Hall ${n}`,
    上级: "cbd-committee",
    所在: buildingId(n),
    起始日期: "2021-10-01"
  },
  {
    编号: `gn-${two(n)}`,
    类型: "友邻党支部",
    名称: `友邻党支部${chinese(n)}`,
    英文名称: `Good-Neighbour Branch ${n}`,
    上级: "cbd-committee",
    所在: buildingId(n),
    起始日期: n === 1 ? "2021-09-01" : "2022-04-01"
  }
]

const departmentNames = ["市委组织部", "市人力社保局", "市税务局", "市金融办", "市商务局", "市住建局", "市自然资源局"]
const departmentsInEnglish = [
  "Organisation Department",
  "Human Resources Bureau",
  "Tax Bureau",
  "Finance Office",
  "Commerce Bureau",
  "Housing Bureau",
  "Natural Resources Bureau"
]

/** The 22 departments: seven the source speaks of, and fifteen it does not name. */
export const departments = range(1, 22)
export const departmentId = (n: number): string => `dept-${two(n)}`
const departmentRow = (n: number): Row => ({
  编号: departmentId(n),
  类型: "市级部门",
  名称: departmentNames[n - 1] ?? `示例部门${chinese(n)}`,
  英文名称: departmentsInEnglish[n - 1] ?? `Example Department ${n}`,
  所在: "pinghu"
})

/** When the stations opened: five before 2021, five in 2021, five in 2022. */
export const opened = (n: number): string => (n <= 5 ? "2020-03-01" : n <= 10 ? "2021-05-01" : "2022-03-01")

const station = (n: number): ReadonlyArray<Row> => {
  const isRider = n % 3 === 0
  return [
    {
      编号: `site-${two(n)}`,
      类型: "站点场所",
      名称: `站点场所${chinese(n)}`,
      英文名称: `Station Site ${n}`,
      所在: buildingId(n),
      起始日期: opened(n)
    },
    {
      编号: `st-${two(n)}`,
      类型: isRider ? "骑士加油站" : "红领驿站",
      名称: `${isRider ? "骑士加油站" : "红领驿站"}${chinese(n)}`,
      英文名称: `${isRider ? "Rider" : "Red-Collar"} Station ${n}`,
      上级: "centre",
      所在: `site-${two(n)}`,
      起始日期: opened(n)
    }
  ]
}

const stations: ReadonlyArray<Row> = [
  {
    编号: "site-00",
    类型: "站点场所",
    名称: "服务中心场所",
    英文名称: "Centre Site",
    所在: "b01",
    起始日期: "2019-05-01"
  },
  {
    编号: "centre",
    类型: "党群服务中心",
    名称: "当湖街道党群（楼宇社区）服务中心",
    英文名称: "Danghu Party-Mass (Building Community) Service Centre",
    上级: "danghu-committee",
    所在: "site-00",
    起始日期: "2019-05-01"
  },
  // An early station that closed again; a row with an end needs no other file.
  {
    编号: "st-00",
    类型: "红领驿站",
    名称: "示例临时驿站",
    英文名称: "Example Interim Station",
    上级: "centre",
    所在: "b16",
    起始日期: "2019-09-01",
    截止日期: "2022-01-01"
  },
  ...range(1, 15).flatMap(station)
]

/** Committees, owners, departments, council halls, stations, and what became of them. */
export const bodies: Rows = {
  "units.csv": [
    ...committees,
    ...owners,
    ...namedBuildings.flatMap(inBuilding),
    ...departments.map(departmentRow),
    ...stations
  ],
  "names.csv": [
    {
      编号: "cbd-committee",
      名称: "南市中央商务区综合党委",
      英文名称: "Nanshi CBD Comprehensive Committee",
      起始日期: "2021-07-01"
    }
  ],
  "aliases.csv": [{ 编号: "cbd-committee", 别名: "楼联汇", 种类: "品牌", 起始日期: "2022-11-01" }],
  "reclassifications.csv": [{ 编号: "cbd-committee", 分类: "运行状态=实体化运行", 起始日期: "2022-01-01" }],
  "mergers.csv": [{ 被合并单元: "pc-3", 并入: "pc-2", 日期: merged }],
  "terms.csv": [
    { 编号: "cbd-committee", 起始日期: "2020-06-01", 截止日期: "2025-06-01" },
    { 编号: "nanshi-committee", 起始日期: "2019-01-01", 截止日期: "2024-01-01" },
    ...namedBuildings.map((n) => ({ 编号: `oc-${two(n)}`, 起始日期: "2020-01-01", 截止日期: "2025-01-01" }))
  ],
  "activities.csv": [
    ...namedBuildings.map((n) => ({ 编号: `gn-${two(n)}`, 日期: "2022-09-09", 活动: "红色互动·情暖中秋" })),
    { 编号: "gn-01", 日期: "2022-11-11", 活动: "双十一骑士关爱周行动" }
  ]
}
