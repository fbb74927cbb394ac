import { type Row, type Rows, range, three, unit } from "../../story/Row.ts"

/** The firms of the building; the last of them left, and 160 are there today. */
export const firms = range(1, 161)
export const idOf = (n: number): string => `f${three(n)}`

/** A firm that left again; 160 are counted without it. */
const gone = 161

/** Since when a firm is there. Shape: the first one moved in when it was founded, many were there before the records begin. */
export const since = (n: number): string => {
  if (n === 1) return "2019-03-01"
  return n <= 60 ? "" : n <= 120 ? "2021-03-01" : "2022-09-01"
}

// "Technology, finance and services": how many of each is invented.
const position = (n: number): string => (n <= 112 ? "technology" : n <= 130 ? "finance" : "services")

/** Whether a firm is one of technology, which are those that are incubated. */
export const isTechnology = (n: number): boolean => position(n) === "technology"

const named = (n: number): readonly [zh: string, en: string] =>
  n === 1 ? ["示例工业集成公司", "Example Integrator"] : [`示例科创${three(n)}公司`, `Example Venture ${n}`]

const firm = (n: number): Row => {
  const [zh, en] = named(n)
  const left: Row = n === gone ? { 截止日期: "2023-07-01" } : {}
  return unit(idOf(n), "企业", zh, en, { 所在: "hub", 起始日期: since(n), ...left })
}

/** The building in its city with its committee, and everybody whom the source names. Source: H-27. */
export const places: Rows = {
  "units.csv": [
    unit("yichang", "市", "宜昌市", "Yichang"),
    unit("district", "区", "示例区", "Example District", { 所在: "yichang" }),
    unit("hub", "楼宇", "三峡云计算中心", "Three Gorges Cloud Computing Centre", { 所在: "district" }),
    unit("dc-district", "区委", "示例区委", "Example District Party Committee", { 所在: "district" }),
    unit("hub-committee", "楼宇党委", "三峡云计算中心楼宇党委", "Committee of the Centre", {
      上级: "dc-district",
      所在: "hub"
    }),
    unit("operator", "运营方", "示例孵化运营公司", "Example Incubator Operator", { 所在: "hub" }),
    unit("ctgu", "高校", "三峡大学", "China Three Gorges University", { 所在: "yichang" }),
    // It is of another city, and stands in no place of this one.
    unit("exchange", "股权交易机构", "武汉股权托管交易中心", "Wuhan Equity Exchange"),
    unit("site", "楼宇党建综合体", "三峡云计算中心楼宇党建综合体", "Party-building Complex", { 所在: "hub" }),
    ...firms.map(firm)
  ],
  "chain-positions.csv": firms.map((n) => ({
    企业: idOf(n),
    产业链: "electronics",
    环节: position(n),
    起始日期: since(n),
    ...(n === gone ? { 截止日期: "2023-07-01" } : {})
  })),
  "figures.csv": [
    {
      公布编号: "g05-firms",
      指标: "企业数",
      范围: "hub",
      范围名称: "三峡云计算中心",
      公布值: "160",
      单位: "家",
      数据日期: "2024-10-21",
      来源: "湖北楼宇党建案例",
      公布日期: "2024-10-21"
    }
  ]
}
