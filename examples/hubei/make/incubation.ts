import { type Row, type Rows, range, three } from "../../story/Row.ts"

const firms = range(1, 160)
const idOf = (n: number): string => `f${three(n)}`

const held = (n: number, 种类: string, rest: Row): Row => ({ 企业: idOf(n), 种类, ...rest })

/** A building with an operator and 160 firms it incubates; 12, 2 and 43 of them hold something, some of them several. */
export const incubation: Rows = {
  "units.csv": [
    { 编号: "hub", 类型: "楼宇", 名称: "示例云计算中心", 英文名称: "Example Computing Centre", 所在: "city-2" },
    { 编号: "college", 类型: "部门", 名称: "示例大学", 英文名称: "Example University", 所在: "city-2" },
    {
      编号: "operator",
      类型: "运营方",
      名称: "示例孵化运营公司",
      英文名称: "Example Incubator Operator",
      所在: "hub"
    },
    ...firms.map((n) => ({
      编号: idOf(n),
      类型: "企业",
      名称: `示例科创${three(n)}公司`,
      英文名称: `Example Venture ${n}`,
      所在: "hub",
      起始日期: n <= 60 ? "" : n <= 120 ? "2021-03-01" : "2022-09-01"
    }))
  ],
  "qualifications.csv": [
    ...range(1, 43).map((n) =>
      held(n, "高新技术企业", { 认定单位: "示例省科技厅", 起始日期: "2023-11-01", 截止日期: "2026-11-01" })
    ),
    ...range(36, 47).map((n) => held(n, "规模以上企业", { 认定单位: "示例市统计局", 起始日期: "2023-01-01" })),
    ...[1, 40].map((n) =>
      held(n, "专精特新企业", { 等级: "专精特新中小企业", 认定单位: "示例省经信厅", 起始日期: "2023-07-01" })
    ),
    held(1, "挂牌上市企业", { 等级: "区域性股权市场", 认定单位: "示例股权托管交易中心", 起始日期: "2020-09-15" }),
    // One certificate ran out and was not renewed.
    held(50, "高新技术企业", { 认定单位: "示例省科技厅", 起始日期: "2020-11-01", 截止日期: "2023-11-01" })
  ],
  "intellectual-property.csv": [
    { 企业: idOf(1), 种类: "专利", 数量: 24, 截至日期: "2024-12-31" },
    { 企业: idOf(1), 种类: "软件著作权", 数量: 13, 截至日期: "2024-12-31" }
  ],
  "support.csv": [
    ...firms.map((n) => ({
      企业: idOf(n),
      扶持: "incubation",
      种类: "孵化",
      扶持方: "operator",
      起始日期: n <= 60 ? "" : n <= 120 ? "2021-03-01" : "2022-09-01"
    })),
    { 企业: idOf(1), 扶持: "interns", 种类: "高校实习生", 扶持方: "college", 数量: 6, 起始日期: "2024-07-01" },
    { 企业: idOf(2), 扶持: "diagnosis", 种类: "专家技术诊断", 扶持方: "college", 起始日期: "2024-03-01" }
  ],
  "figures.csv": [
    {
      公布编号: "g05-firms",
      指标: "企业数",
      范围: "hub",
      范围名称: "示例云计算中心",
      公布值: "160",
      单位: "家",
      数据日期: "2024-12-31",
      来源: "示例孵化案例",
      公布日期: "2025-01-31"
    }
  ]
}
