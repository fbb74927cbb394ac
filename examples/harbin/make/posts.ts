import type { Rows } from "../../story/Row.ts"

const scheme = "fourTiers"
const since = "2022-01-01"

/** Who guides, leads, manages and takes part; the people are ids. Source: D-03. */
export const posts: Rows = {
  "schemes.csv": ["district", "street", "fuli-committee", "fuli"].map((名册) => ({
    名册,
    方案: scheme,
    版本: 1,
    起始日期: since
  })),
  "appointments.csv": [
    { 单元: "district", 岗位: "区委指导", 人员: "p-901" },
    { 单元: "street", 岗位: "街道主导", 人员: "p-902" },
    { 单元: "fuli-committee", 岗位: "楼宇管理（综合党委书记）", 人员: "p-903" },
    { 单元: "fuli", 岗位: "多元参与", 人员: "p-904", 来自单位: "property" },
    { 单元: "fuli", 岗位: "多元参与", 人员: "p-905", 来自单位: "e-tech" }
  ].map((row) => ({ ...row, 起始日期: since }))
}
