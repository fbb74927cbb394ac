import { type Row, type Rows, range, unit } from "../../story/Row.ts"

/** Who sits in the chamber: the five that the source names. Source: F-09. */
export const seats = [
  ["zumiao-offices", "街道部门"],
  ["baoan-committee", "社区党委"],
  ["traffic-police", "交警"],
  ["finance-association", "金融促进会"],
  ["employment-centre", "劳动就业服务中心"]
] as const

// 391 firms with 10,183 staff: the source says nearly 400 with 10,000 and more. Nine founded the committee in 2019.
const firms = range(1, 391)
const founders = range(1, 9)
const floorOf = (n: number): number => 1 + ((n - 1) % 40)
const staffOf = (n: number): number => 8 + ((n * 11) % 37)

const figure = (id: string, indicator: string, words: string, counted: string): Row => ({
  公布编号: id,
  指标: indicator,
  范围: "wanke",
  范围名称: "万科金融中心",
  公布值: words,
  单位: counted,
  数据日期: "2022-12-31",
  来源: "祖庙街道万科金融中心案例",
  公布日期: "2022-12-31"
})

/** The building with its of its enterprises, and the bodies that come to it. */
export const places: Rows = {
  "units.csv": [
    unit("foshan", "市", "佛山市", "Foshan"),
    unit("chancheng", "区", "禅城区", "Chancheng District", { 所在: "foshan" }),
    unit("zumiao", "街道", "祖庙街道", "Zumiao Street", { 所在: "chancheng" }),
    unit("wanke", "楼宇", "万科金融中心", "Vanke Financial Centre", { 所在: "zumiao" }),
    ...range(1, 40).map((n) => unit(`wanke-f${n}`, "楼层", `${n}层`, `Floor ${n}`, { 所在: "wanke" })),
    unit("zumiao-committee", "街道党工委", "祖庙街道党工委", "Zumiao Street Working Committee", { 所在: "zumiao" }),
    unit("wanke-committee", "楼宇党委", "万科金融中心党委", "Vanke Centre Party Committee", {
      上级: "zumiao-committee",
      所在: "wanke",
      性质: "功能型",
      起始日期: "2019-07-01"
    }),
    unit("zumiao-offices", "职能部门", "祖庙街道相关部门", "Zumiao Street Offices", { 所在: "zumiao" }),
    unit("baoan", "社区", "保安社区", "Baoan Community", { 所在: "zumiao" }),
    unit("baoan-committee", "社区党委", "保安社区党委", "Baoan Community Party Committee", {
      上级: "zumiao-committee",
      所在: "baoan"
    }),
    unit("traffic-police", "职能部门", "禅城区交警大队", "Chancheng Traffic Police", { 所在: "chancheng" }),
    unit("finance-association", "社会组织", "佛山市地方金融促进会", "Foshan Financial Promotion Association", {
      所在: "foshan"
    }),
    unit("employment-centre", "职能部门", "禅城区劳动培训就业服务中心", "Chancheng Employment and Training Centre", {
      所在: "chancheng"
    }),
    ...firms.map((n) => unit(`e-${n}`, "企业", `示例企业${n}`, `Example Firm ${n}`, { 所在: `wanke-f${floorOf(n)}` }))
  ],
  "participations.csv": founders.map((n) => ({
    组织: "wanke-committee",
    参加单位: `e-${n * 7}`,
    来源: "创始单位",
    起始日期: "2019-07-01"
  })),
  "enterprise-years.csv": firms.map((n) => ({
    企业: `e-${n}`,
    年度: 2022,
    从业人数: staffOf(n),
    填报日期: "2022-12-31"
  })),
  "figures.csv": [figure("g13-firms", "企业数", "近400", "家"), figure("g13-staff", "从业人员数", "超10000", "人")],
  // What is raised at the second session comes from visits.
  "visits.csv": [
    { 走访: "visit-01", 单元: "e-3", 走访人: "guide-1", 日期: "2022-09-14" },
    { 走访: "visit-02", 单元: "e-4", 走访人: "guide-1", 日期: "2022-09-15" }
  ]
}
