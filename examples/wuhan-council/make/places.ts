import { type Rows, range, two, unit } from "../../story/Row.ts"

/** The days on which the sixteen councils after the first were founded; the source tells how many, not when. */
const founded = [
  ["2022-06-15", 4],
  ["2022-07-08", 4],
  ["2022-07-29", 5],
  ["2022-08-19", 3]
] as const

/** When the council of a building was founded. */
export const foundedOn = (n: number): string => {
  let left = n
  for (const [day, many] of founded) {
    if (left <= many) return day
    left -= many
  }
  throw new Error("there are sixteen")
}

export const others = range(1, 16)
export const building = (n: number): string => `b${two(n)}`

/** The city, its first council's building with those who sit in it, and sixteen buildings more. */
export const places: Rows = {
  "units.csv": [
    unit("wuhan", "市", "武汉市", "Wuhan"),
    unit("jianghan", "区", "江汉区", "Jianghan District", { 所在: "wuhan" }),
    unit("other-district", "区", "示例区", "Example District", { 所在: "wuhan" }),
    unit("jianghan-committee", "区委", "江汉区委", "Jianghan District Committee", { 所在: "jianghan" }),
    unit("hr-cluster", "集聚区", "江汉人力资源服务产业集聚区", "Jianghan HR Services Cluster", { 所在: "jianghan" }),
    unit("hr-committee", "综合党委", "集聚区综合党委", "Comprehensive Committee of the Cluster", {
      上级: "jianghan-committee",
      所在: "hr-cluster"
    }),
    unit("soho", "楼宇", "泛海SOHO城", "Oceanwide SOHO City", { 所在: "hr-cluster" }),
    ...range(1, 5).map((n) => unit(`soho-f${n}`, "楼层", `${n}层`, `Floor ${n}`, { 所在: "soho" })),
    unit("property", "物业公司", "示例物业公司", "Example Property Company", { 所在: "soho" }),
    unit("volunteers", "志愿服务队", "示例职工志愿服务队", "Example Staff Volunteers", { 所在: "soho" }),
    unit("police", "职能部门", "示例派出所", "Example Police Station", { 所在: "jianghan" }),
    unit("neighbourhood", "社区", "示例社区", "Example Community", { 所在: "jianghan" }),
    unit("community", "社区党委", "示例社区党委", "Example Community Committee", { 所在: "neighbourhood" }),
    unit("broker", "企业", "示例保险经纪公司", "Example Insurance Broker", { 所在: "soho-f1" }),
    unit("insurer", "企业", "示例保险公司", "Example Insurer", { 所在: "soho-f2" }),
    unit("hr-firm", "企业", "示例人力资源公司", "Example HR Company", { 所在: "soho-f3" }),
    unit("start-up", "企业", "示例科技公司", "Example Start-up", { 所在: "soho-f4" }),
    unit("guest", "企业", "示例贸易公司", "Example Trader", { 所在: "soho-f5" }),
    ...others.flatMap((n) => [
      unit(building(n), "楼宇", `示例楼宇${n}`, `Example Tower ${n}`, { 所在: "other-district" }),
      unit(`pc-${two(n)}`, "物业公司", `示例物业公司${n}`, `Example Property Company ${n}`, { 所在: building(n) }),
      ...["a", "b"].map((one) =>
        unit(`e${two(n)}${one}`, "企业", `示例企业${n}${one}`, `Example Firm ${n}${one}`, { 所在: building(n) })
      )
    ])
  ]
}
