import { type Row, type Rows, range } from "../../story/Row.ts"
import { firms, idOf, isTechnology, since } from "./places.ts"

const held = (n: number, 种类: string, rest: Row): Row => ({ 企业: idOf(n), 种类, ...rest })

// Certificates are good for three years; every other one is of the autumn before.
const certified = (n: number): Row =>
  n % 2 === 0
    ? { 认定单位: "省科技厅", 起始日期: "2022-10-12", 截止日期: "2025-10-12" }
    : { 认定单位: "省科技厅", 起始日期: "2023-11-01", 截止日期: "2026-11-01" }

/** Ten that are certified or near to it, and two that serve the others. */
const aboveScale = [...range(36, 45), 131, 132]

const helped = (n: number, id: string, 种类: string, 扶持方: string, rest: Row): Row => ({
  企业: idOf(n),
  扶持: id,
  种类,
  扶持方,
  ...rest
})

const counted = (种类: string, ...counts: ReadonlyArray<readonly [on: string, amount: number]>): ReadonlyArray<Row> =>
  counts.map(([截至日期, 数量]) => ({ 企业: idOf(1), 种类, 数量, 截至日期 }))

/** What firms were given, and what became of them: 12, 2 and 43 of 160, which are no sum of firms. Source: H-27. */
export const growth: Rows = {
  "support.csv": [
    ...firms
      .filter(isTechnology)
      .map((n) => helped(n, "incubation", "孵化", "operator", { 起始日期: since(n) === "" ? "2019-01-01" : since(n) })),
    helped(1, "interns-2019", "高校实习生", "ctgu", { 数量: 6, 起始日期: "2019-07-08", 截止日期: "2020-01-18" }),
    helped(1, "interns-2020", "高校实习生", "ctgu", { 数量: 4, 起始日期: "2020-07-06", 截止日期: "2021-01-16" }),
    helped(1, "diagnosis-2019", "专家技术诊断", "ctgu", { 起始日期: "2019-06-03", 截止日期: "2019-12-31" }),
    helped(2, "diagnosis-2021", "专家技术诊断", "ctgu", { 起始日期: "2021-05-10", 截止日期: "2021-12-31" }),
    helped(3, "interns-2024", "高校实习生", "ctgu", { 数量: 4, 起始日期: "2024-07-01", 截止日期: "2025-01-01" })
  ],
  "qualifications.csv": [
    ...range(1, 43).map((n) => held(n, "高新技术企业", certified(n))),
    ...aboveScale.map((n) => held(n, "规模以上企业", { 认定单位: "市统计局", 起始日期: "2023-01-01" })),
    ...[1, 40].map((n) =>
      held(n, "专精特新企业", { 等级: "专精特新中小企业", 认定单位: "省经信厅", 起始日期: "2023-07-01" })
    ),
    held(1, "挂牌上市企业", { 等级: "区域性股权市场", 认定单位: "武汉股权托管交易中心", 起始日期: "2020-09-15" }),
    // One was certified before and renewed in time, another was not renewed.
    held(2, "高新技术企业", { 认定单位: "省科技厅", 起始日期: "2019-10-12", 截止日期: "2022-10-12" }),
    held(50, "高新技术企业", { 认定单位: "省科技厅", 起始日期: "2020-11-01", 截止日期: "2023-11-01" })
  ],
  "intellectual-property.csv": [
    ...counted("专利", ["2019-12-31", 2], ["2020-12-31", 7], ["2022-12-31", 15], ["2024-09-30", 24]),
    ...counted("软件著作权", ["2019-12-31", 1], ["2020-12-31", 5], ["2022-12-31", 9], ["2024-09-30", 13])
  ]
}
