import { type Rows, range, unit } from "../../story/Row.ts"

/** Who sits in the chamber: the five that the source names. Source: F-09. */
export const seats = [
  ["zumiao-offices", "街道部门"],
  ["baoan-committee", "社区党委"],
  ["traffic-police", "交警"],
  ["finance-association", "金融促进会"],
  ["employment-centre", "劳动就业服务中心"]
] as const

/** The building with some of its enterprises, and the bodies that come to it. */
export const places: Rows = {
  "units.csv": [
    unit("foshan", "区域", "佛山市", "Foshan"),
    unit("chancheng", "区域", "禅城区", "Chancheng District", { 所在: "foshan" }),
    unit("zumiao", "区域", "祖庙街道", "Zumiao Street", { 所在: "chancheng" }),
    unit("wanke", "楼宇", "万科金融中心", "Vanke Financial Centre", { 所在: "zumiao" }),
    ...range(1, 5).map((n) => unit(`wanke-f${n}`, "楼层", `${n}层`, `Floor ${n}`, { 所在: "wanke" })),
    unit("wanke-committee", "党委", "万科金融中心党委", "Vanke Centre Party Committee", { 所在: "wanke" }),
    unit("zumiao-offices", "部门", "祖庙街道相关部门", "Zumiao Street Offices", { 所在: "zumiao" }),
    unit("baoan-committee", "党委", "保安社区党委", "Baoan Community Party Committee", { 所在: "zumiao" }),
    unit("traffic-police", "部门", "禅城区交警大队", "Chancheng Traffic Police", { 所在: "chancheng" }),
    unit("finance-association", "社会组织", "佛山市地方金融促进会", "Foshan Financial Promotion Association", {
      所在: "foshan"
    }),
    unit("employment-centre", "部门", "禅城区劳动培训就业服务中心", "Chancheng Employment and Training Centre", {
      所在: "chancheng"
    }),
    ...range(1, 5).map((n) => unit(`e-${n}`, "企业", `示例企业${n}`, `Example Firm ${n}`, { 所在: `wanke-f${n}` }))
  ],
  // What is raised at the second session comes from visits.
  "visits.csv": [
    { 走访: "visit-01", 单元: "e-3", 走访人: "guide-1", 日期: "2022-09-14" },
    { 走访: "visit-02", 单元: "e-4", 走访人: "guide-1", 日期: "2022-09-15" }
  ]
}
