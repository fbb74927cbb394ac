import { type Row, type Rows, range, three, unit } from "../../story/Row.ts"

/** The departments that report in when an enterprise whistles; the source names three and says ten and more. */
export const departments = [
  ["d-hr", "区人社局", "Human Resources Bureau"],
  ["d-env", "区营商环境局", "Business Environment Bureau"],
  ["d-market", "区市场监管局", "Market Supervision Bureau"],
  ["d-approval", "区行政审批局", "Approval Bureau"],
  ["d-commerce", "区商务局", "Commerce Bureau"],
  ["d-finance", "区金融服务中心", "Finance Service Centre"],
  ["d-tax", "区税务局", "Tax Bureau"],
  ["d-science", "区科技局", "Science Bureau"],
  ["d-housing", "区住建局", "Housing Bureau"],
  ["bank-1", "驻区示例银行一", "Example Bank 1"],
  ["bank-2", "驻区示例银行二", "Example Bank 2"]
] as const

const firm = (id: string, n: number, tower: string) =>
  unit(id, "企业", `示例企业${n}`, `Example Firm ${n}`, { 所在: `${tower}-f${n + 5}` })

// Six firms of the story, and more: 208 with 3,129 staff. The source says 200 and more with 3,000 and more.
const named = ["e-broker", "e-food", "e-group", "e-tech", "e-property", "e-sport"]
const others = range(7, 208)
const staffOf = (n: number): number => 6 + ((n * 7) % 19)

const other = (n: number): Row =>
  unit(`e-${three(n)}`, "企业", `示例企业${n}`, `Example Firm ${n}`, {
    所在: `${n % 2 === 0 ? "t2" : "t3"}-f${6 + (n % 24)}`
  })

const employs = (enterprise: string, n: number): Row => ({
  企业: enterprise,
  年度: 2022,
  从业人数: staffOf(n),
  填报日期: "2022-12-31"
})

const figure = (id: string, indicator: string, words: string, counted: string): Row => ({
  公布编号: id,
  指标: indicator,
  范围: "fuli",
  范围名称: "富力中心",
  公布值: words,
  单位: counted,
  数据日期: "2022-12-31",
  来源: "道里区富力中心案例",
  公布日期: "2022-12-31"
})

const branch = (n: number, host: string, tower: string, members: number): Row => ({
  编号: `entity-${n}`,
  类型: "党支部",
  名称: `示例企业党支部${n}`,
  英文名称: `Example Entity Branch ${n}`,
  上级: "fuli-committee",
  所在: tower,
  组建方式: "单建",
  企业: host,
  正式党员: members,
  预备党员: 0
})

/** The district and its street, two towers with a comprehensive committee, and everybody who meets. */
export const places: Rows = {
  "units.csv": [
    unit("harbin", "市", "哈尔滨市", "Harbin"),
    unit("daoli", "区", "道里区", "Daoli District", { 所在: "harbin" }),
    unit("zhengyanghe", "街道", "正阳河街道", "Zhengyanghe Street", { 所在: "daoli" }),
    unit("fuli", "楼宇", "富力中心", "Fuli Centre", { 所在: "zhengyanghe" }),
    unit("t2", "楼栋", "富力中心T2楼", "Fuli Centre T2", { 所在: "fuli" }),
    unit("t3", "楼栋", "富力中心T3楼", "Fuli Centre T3", { 所在: "fuli" }),
    ...["t2", "t3"].flatMap((tower) =>
      range(6, 29).map((n) => unit(`${tower}-f${n}`, "楼层", `${n}层`, `Floor ${n}`, { 所在: tower }))
    ),
    unit("t3-1107", "房间", "1107室", "Room 1107", { 所在: "t3-f11" }),
    unit("centre", "楼宇党群服务中心", "领航富力楼宇党群服务中心", "Party-Mass Service Centre", { 所在: "t3-1107" }),
    unit("district", "区委", "道里区委", "Daoli District Party Committee", { 所在: "daoli" }),
    unit("street", "街道党工委", "正阳河街道党工委", "Zhengyanghe Street Working Committee", {
      上级: "district",
      所在: "zhengyanghe"
    }),
    unit("fuli-committee", "综合党委", "富力中心楼宇综合党委", "Fuli Comprehensive Committee", {
      上级: "street",
      所在: "fuli",
      性质: "功能型"
    }),
    unit("t2-branch", "楼栋功能型党支部", "T2楼宇党支部", "Branch of T2", { 上级: "fuli-committee", 所在: "t2" }),
    unit("t3-branch", "楼栋功能型党支部", "T3楼宇党支部", "Branch of T3", { 上级: "fuli-committee", 所在: "t3" }),
    unit("operator", "运营方", "示例运营公司", "Example Operator", { 所在: "fuli" }),
    unit("property", "物业公司", "示例物业公司", "Example Property Company", { 所在: "fuli" }),
    firm("e-broker", 1, "t2"),
    firm("e-food", 2, "t2"),
    firm("e-group", 3, "t3"),
    firm("e-tech", 4, "t3"),
    firm("e-property", 5, "t2"),
    firm("e-sport", 6, "t3"),
    ...others.map(other),
    ...departments.map(([id, zh, en]) => unit(id, "区级部门与驻区机构", zh, en, { 所在: "daoli" }))
  ],
  "branches.csv": [
    branch(1, "e-broker", "t2", 5),
    branch(2, "e-group", "t3", 4),
    branch(3, "e-property", "t2", 3),
    branch(4, "e-tech", "t3", 6)
  ],
  "enterprise-years.csv": [
    ...named.map((id, i) => employs(id, i + 1)),
    ...others.map((n) => employs(`e-${three(n)}`, n))
  ],
  "figures.csv": [figure("g12-firms", "企业数", "超200", "家"), figure("g12-staff", "从业人员数", "逾3000", "人")]
}
