import { type Row, type Rows, range, two } from "../../story/Row.ts"
import { departmentId, opened } from "./bodies.ts"

const stations = ["centre", ...range(1, 15).map((n) => `st-${two(n)}`)]
const roster = { 值班表: "turns-2022" }

const station = (n: number): Row => {
  const isRider = n % 3 === 0
  return {
    站点: `st-${two(n)}`,
    类型: isRider ? "riderStation" : "redCollarStation",
    名称: `${isRider ? "骑士加油站" : "红领驿站"}${n}`,
    英文名称: `${isRider ? "Rider" : "Red-Collar"} Station ${n}`,
    地点: `site-${two(n)}`,
    主阵地: "centre",
    空间来源: (["整合", "置换", "共享"] as const)[n % 3] ?? "",
    服务对象: isRider ? "快递外卖小哥;职工" : "企业;职工;周边居民",
    起始日期: opened(n)
  }
}

/** What the turns are about: one of the five affairs a month. Source: P-20. */
const themes = [
  ["party", "党务", "Party affairs"],
  ["government", "政务", "Government affairs"],
  ["community", "社务", "Community affairs"],
  ["medical", "医务", "Medical affairs"],
  ["legal", "法务", "Legal affairs"]
] as const

/** Who is excused or away: one department in audit season, one moves house, one has its own desk on Mondays. */
const away: ReadonlyMap<number, Row> = new Map([
  [7, { 免排: "2022-06-01..2022-07-01" }],
  [12, { 不便: "2022-09-05..2022-09-12" }],
  [18, { 不便星期: "1" }]
])

const turn = (date: string, station: string, what: string, more: Row): Row => ({
  ...roster,
  值班日期: date,
  班次: "day",
  站点: station,
  事项: what,
  ...more
})

/** What became of some duties: two changed places, one stood in, one came, one did not, one was not wanted. */
const happened: ReadonlyArray<Row> = [
  turn("2022-04-11", "st-01", "换班", {
    对方日期: "2022-04-11",
    对方站点: "st-02",
    同意单位: `${departmentId(21)};${departmentId(12)}`,
    决定日期: "2022-04-07"
  }),
  turn("2022-04-11", "st-03", "替班", {
    单位: departmentId(5),
    同意单位: `${departmentId(7)};${departmentId(5)}`,
    决定日期: "2022-04-08"
  }),
  turn("2022-04-11", "centre", "签到", { 单位: departmentId(3), 时间: "2022-04-11 08:40" }),
  turn("2022-04-11", "st-09", "缺岗", { 时间: "2022-04-11 17:00" }),
  turn("2022-05-16", "st-15", "取消", { 管理单位: departmentId(1), 原因: "场所检修", 决定日期: "2022-05-12" })
]

/** A centre and fifteen stations, where the departments of the alliance take turns for a year of working days. Source: P-17, P-19. */
export const duty: Rows = {
  "stations.csv": [
    {
      站点: "centre",
      类型: "partyMassCentre",
      名称: "当湖街道党群（楼宇社区）服务中心",
      英文名称: "Danghu Party-Mass (Building Community) Service Centre",
      地点: "site-00",
      集聚区: "cbd",
      体系: "1+X",
      服务对象: "企业;职工;快递外卖小哥;周边居民",
      起始日期: "2019-05-01"
    },
    ...range(1, 15).map(station)
  ],
  // One station got rooms of its own, and was opened to the building beside it.
  "station-changes.csv": [
    { 站点: "st-02", 变动: "空间", 空间来源: "自有", 面积: 120, 起始日期: "2022-07-01" },
    { 站点: "st-02", 变动: "服务对象", 服务对象: "企业;职工;周边居民", 开放给: "b03", 起始日期: "2022-07-01" }
  ],
  "assessments.csv": [
    { 站点: "centre", 标准: "“六有”", 符合条目: "有场所;有设施;有标志;有党旗;有书报;有制度", 日期: "2022-06-30" },
    { 站点: "st-02", 标准: "“六有”", 符合条目: "有场所;有设施;有标志;有党旗", 日期: "2022-06-30" }
  ],
  "rosters.csv": [
    {
      ...roster,
      名称: "轮值共建值班表",
      英文名称: "Turns of the Service Alliance",
      周期起始: "2022-03-01",
      周期截止: "2023-03-01",
      班次: "day",
      班次名称: "日间轮值",
      班次英文名称: "Day",
      站点: stations.join(";"),
      时段: "09:00-17:00",
      日子: "工作日",
      主题轮换: "月",
      日期: "2022-02-15"
    }
  ],
  "roster-members.csv": range(1, 22).map((n) => ({ ...roster, 单位: departmentId(n), ...away.get(n) })),
  "roster-themes.csv": themes.map(([theme, 名称, 英文名称]) => ({ ...roster, 主题: theme, 名称, 英文名称 })),
  "roster-generations.csv": [{ ...roster, 编排次数: 1, 编排日期: "2022-02-18", 公布日期: "2022-02-21" }],
  "duties.csv": happened
}
