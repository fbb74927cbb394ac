import { type Row, type Rows, range } from "../../story/Row.ts"
import { buildingOf, empty, enterpriseId, of, roomOf } from "./enterprises.ts"
import { buildingId, buildings, rooms } from "./places.ts"

// 335,000 m² in 132 rooms: the first hundred are 50 m² larger than the others.
const areaOf = (index: number): number => (index < 100 ? 2550 : 2500)
const spaceOf = (room: string): string => `s-${room}`

const spaces: ReadonlyArray<Row> = [
  ...rooms.map((room, i) => ({
    空间: spaceOf(room),
    地点: room,
    名称: `${(room.split("-f")[1] ?? "").replace("-r", "0")}室`,
    楼层: (room.split("-f")[1] ?? "").split("-")[0] ?? "",
    // The first room was measured again a year later.
    面积: i === 0 ? 2540 : areaOf(i),
    用途: "办公",
    供应方式: "租赁"
  })),
  { 空间: spaceOf(rooms[0] ?? ""), 变动: "重新测量", 面积: areaOf(0), 起始日期: "2020-01-01" },
  {
    空间: spaceOf(empty[5] ?? ""),
    变动: "暂停出租",
    起始日期: "2022-10-01",
    截止日期: "2023-04-01",
    原因: "消防改造"
  }
]

const [early, later, latest] = [of(2019), of(2021), of(2022)]
const closed = "e087"
const moved = "e016"
const successor = enterpriseId(early.length + later.length + latest.length + 1)

const leaseOf = (id: string, from: string): Row => ({
  租约: `l-${id}`,
  企业: id,
  空间: spaceOf(roomOf(id)),
  起始日期: from,
  ...(id === closed ? { 实际终止: "2021-07-01", 终止原因: "注销" } : {}),
  ...(id === moved ? { 实际终止: "2022-06-01", 终止原因: "楼内搬迁", 终止告知: "2022-06-10" } : {}),
  // Some leases end soon after the last day of the example, and some tenants say that they go before that.
  ...(Number(id.slice(1)) % 17 === 3 ? { 截止日期: "2023-02-01" } : {}),
  ...(Number(id.slice(1)) % 34 === 20
    ? { 截止日期: "2023-02-01", 退租意向日期: "2022-11-15", 预计退租: "2023-01-10", 正式通知: "是" }
    : {})
})

const leases: ReadonlyArray<Row> = [
  ...early.map((id) => leaseOf(id, "")),
  ...later.map((id) => leaseOf(id, "2021-03-01")),
  ...latest.map((id) => leaseOf(id, "2022-04-01")),
  { 租约: `l-${moved}-2`, 企业: moved, 空间: spaceOf(empty[3] ?? ""), 起始日期: "2022-06-01" },
  { 租约: `l-${successor}`, 企业: successor, 空间: spaceOf(roomOf(closed)), 起始日期: "2021-08-01" }
]

const answers = (n: number): Row =>
  n % 9 === 4
    ? { 注册在此: "否", 纳税在此: "否" }
    : n % 9 === 7
      ? { 注册在此: "是" }
      : { 注册在此: "是", 纳税在此: "是" }

const residences: ReadonlyArray<Row> = [...early, ...later, ...latest].map((id) => ({
  企业: id,
  地点: buildingOf(id),
  ...answers(Number(id.slice(1))),
  起始日期: latest.includes(id) ? "2022-04-01" : later.includes(id) ? "2021-03-01" : ""
}))

// In 10,000 yuan, 1,312 million together; a year before each had paid 86 per cent of it.
const paid = [30_000, 22_000, 15_000, 12_000, 10_000, 8000, 7000, 6000, 5000, 4500, 4000, 3200, 2000, 1300, 800, 400]
const told = { 单位: "万元", 来源: "示例统计" }

const tax: ReadonlyArray<Row> = [
  ...buildings.flatMap((building) => {
    const amount = paid[building - 1] ?? 0
    const where = { 楼宇: buildingId(building), ...told }
    return [
      { ...where, 年度: 2021, 金额: (amount * 86) / 100, 告知日期: "2022-01-20" },
      // The third building was told too low at first.
      ...(building === 3 ? [{ ...where, 年度: 2022, 金额: 14_000, 告知日期: "2022-12-28" }] : []),
      { ...where, 年度: 2022, 金额: amount, 告知日期: "2022-12-31" }
    ]
  }),
  ...[105, 62, 41].map((amount, i) => ({
    楼宇: buildingId(i + 1),
    年度: 2022,
    金额: amount,
    单位: "亿元",
    指标: "产值",
    告知日期: "2022-12-31",
    来源: "示例统计"
  }))
]

const figure = (公布编号: string, 指标: string, 公布值: string, 单位: string, of: Row = {}): Row => ({
  公布编号,
  指标,
  范围: "cbd",
  范围名称: "南市中央商务区",
  公布值,
  单位,
  数据日期: "2022-12-31",
  来源: "平湖市南市商务区案例",
  公布日期: "2022-12-31",
  ...of
})

const published: ReadonlyArray<Row> = [
  figure("g11-tax", "税收", "超13", "亿元"),
  figure("g11-growth", "税收增长率", "15以上", "%"),
  figure("g11-area", "楼宇面积", "33.5", "万平方米"),
  figure("g11-output", "产值", "超100", "亿元", { 范围: "b01", 范围名称: "总商会大厦" })
]

const firms = range(1, 8).map(enterpriseId)

/** Whom the short-video training led into live e-commerce. Source: P-26. */
export const liveSellers = firms.slice(2, 5)

/** Spaces and leases, what buildings yield, what is told of enterprises, and what was published of it. */
export const economy: Rows = {
  "spaces.csv": spaces,
  "leases.csv": leases,
  "residences.csv": residences,
  "tax.csv": tax,
  "figures.csv": published,
  "qualifications.csv": [
    ...firms.slice(0, 6).map((id, i) => ({
      企业: id,
      种类: "高新技术企业",
      认定单位: "示例省科技厅",
      起始日期: i < 3 ? "2020-12-01" : "2021-12-01",
      截止日期: i < 3 ? "2023-12-01" : "2024-12-01"
    })),
    ...firms.slice(0, 2).map((id) => ({
      企业: id,
      种类: "专精特新企业",
      等级: "专精特新中小企业",
      认定单位: "示例省经信厅",
      起始日期: "2022-01-01"
    }))
  ],
  "enterprise-years.csv": firms.map((id, i) => ({
    企业: id,
    年度: 2021,
    从业人数: 20 + 15 * i,
    营业收入: 800 + 900 * i,
    单位: "万元",
    行业: i % 2 === 0 ? "6513" : "7249",
    填报日期: "2022-02-15"
  })),
  "intellectual-property.csv": firms
    .slice(0, 3)
    .map((id, i) => ({ 企业: id, 种类: "软件著作权", 数量: 3 + 2 * i, 截至日期: "2022-06-30" })),
  "support.csv": [
    {
      企业: "e001",
      扶持: "interns-2022",
      种类: "高校实习生",
      扶持方: "danghu",
      数量: 4,
      起始日期: "2022-07-01",
      截止日期: "2022-09-01"
    }
  ],
  "outcomes.csv": liveSellers.map((id) => ({
    企业: id,
    活动: "short-video-2022",
    成效: "涉足直播电商",
    日期: "2022-09-30"
  })),
  "brands.csv": [{ 单元: "b01", 品牌: "楼宇党建综合体", 起始日期: "2021-07-01" }]
}
