import { CivilDate } from "@louyu/kernel"
import { type Row, type Rows, range, three, two, unit } from "../../story/Row.ts"

const park = "hr-park"
const hall = "b05-0"

// 300 firms are in the park, 112 in other buildings of the cluster: 412 organisations, the source says over 400.
const firms = range(1, 412)
const idOf = (n: number): string => `h${three(n)}`
const isInPark = (n: number): boolean => n <= 300
const towers = range(1, 6).map((n) => `park-t${n}`)

const placeOf = (n: number): string => (isInPark(n) ? (towers[n % 6] ?? "") : `b05-${1 + (n % 5)}`)
const staffOf = (n: number): number => 34 + ((n * 13) % 41)
/** Units: 万 yuan. */
const revenueOf = (n: number): number => 5170 + (((n * 37) % 101) - 50) * 29

const figure = (id: string, indicator: string, scope: string, value: string, counted: string, on: string): Row => ({
  公布编号: id,
  指标: indicator,
  范围: scope,
  范围名称: scope === park ? "中国（武汉）人力资源服务产业园" : "江汉人力资源服务产业集聚区",
  公布值: value,
  单位: counted,
  数据日期: on,
  来源: "武汉集聚区案例",
  公布日期: "2022-06-30"
})

/** The first that came had a team of six; they wait less than a month. All but the first are invented. Source: W-08. */
const guests = [
  ["h405", 6, "2022-03-01"],
  ["h406", 5, "2022-03-07"],
  ["h407", 8, "2022-03-14"],
  ["h408", 4, "2022-04-06"],
  ["h409", 7, "2022-04-18"],
  ["h410", 9, "2022-05-16"]
] as const

const later = (date: string, days: number): string => CivilDate.addDays(CivilDate.make(date), days)

/** Twenty firms found a branch of their own accord, after service had gone before. Source: W-10. */
const founders = range(1, 20).map((n) => ({
  enterprise: idOf(n * 12),
  branch: `br-${two(n)}`,
  within: placeOf(n * 12),
  served: later("2021-05-10", n * 3),
  founded: later("2021-12-01", n * 7)
}))

const step = (enterprise: string, on: string, what: string, more: Row): Row => ({
  线索: `org-${enterprise}`,
  日期: on,
  事项: what,
  ...more
})

/** An HR service park at the heart of its cluster, its shared work area, and the branches that came of service. */
export const hrPark: Rows = {
  "units.csv": [
    unit(park, "园区", "中国（武汉）人力资源服务产业园", "China (Wuhan) HR Services Park", { 所在: "c05" }),
    ...towers.map((id, i) => unit(id, "楼宇", `示例园区${i + 1}号楼`, `Example Park Tower ${i + 1}`, { 所在: park })),
    ...firms.map((n) =>
      unit(idOf(n), "企业", `示例人力资源企业${n}`, `Example HR Firm ${n}`, {
        所在: placeOf(n),
        起始日期: "2021-01-01"
      })
    )
  ],
  "enterprise-years.csv": firms.map((n) => ({
    企业: idOf(n),
    年度: 2021,
    从业人数: staffOf(n),
    ...(isInPark(n) ? { 营业收入: revenueOf(n), 单位: "万元" } : {}),
    填报日期: "2022-03-31"
  })),
  "figures.csv": [
    figure("g08-organisations", "企业数", "c05", "超400", "家", "2022-06-30"),
    figure("g08-staff", "从业人员数", "c05", "2.2", "万", "2021-12-31"),
    figure("g08-revenue", "营业收入", park, "155.27", "亿元", "2021-12-31")
  ],
  "offices.csv": [
    {
      空间: "shared-40",
      名称: "江城红领驿站共享工区",
      英文名称: "Shared Work Area of the Station",
      地点: hall,
      工位: 40,
      房间: 0,
      起始日期: "2022-02-28"
    }
  ],
  "stays.csv": guests.map(([enterprise, seats, from], i) => ({
    入驻: `seat-${i + 1}`,
    空间: "shared-40",
    企业: enterprise,
    工位: seats,
    入驻日期: from
  })),
  "branches.csv": founders.map(({ branch, enterprise, within, founded }, i) => ({
    编号: branch,
    类型: "党支部",
    名称: `示例企业党支部${i + 1}`,
    英文名称: `Example Branch ${i + 1}`,
    上级: "cc05",
    所在: within,
    组建方式: "单建",
    企业: enterprise,
    正式党员: 3 + (i % 5),
    预备党员: i % 2,
    起始日期: founded
  })),
  "pipelines.csv": [{ 流程: "党组织孵化", 起始日期: "2021-01-01" }],
  "prospects.csv": founders.map(({ enterprise, served, founded }) => ({
    线索: `org-${enterprise}`,
    流程: "党组织孵化",
    企业: enterprise,
    来源: "企业主动",
    登记日期: later(founded, -90),
    首次服务日期: served
  })),
  "prospect-steps.csv": founders.flatMap(({ enterprise, branch, founded }) => [
    step(enterprise, later(founded, -80), "推进", { 阶段: "发现党员" }),
    step(enterprise, later(founded, -70), "推进", { 阶段: "选派指导员" }),
    step(enterprise, later(founded, -60), "推进", { 阶段: "确定组建方式" }),
    step(enterprise, later(founded, -45), "归档", { 材料: "application", 材料编号: `app-${enterprise}` }),
    step(enterprise, later(founded, -40), "推进", { 阶段: "申请" }),
    step(enterprise, later(founded, -15), "推进", { 阶段: "批复", 材料: "approval" }),
    step(enterprise, founded, "达成", { 材料: "election", 成为单元: branch })
  ])
}
