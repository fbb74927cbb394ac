import { type Row, type Rows, range, three } from "../../story/Row.ts"

const fair = "fair-2022-06"
const day = "2022-06-14"

// Ten of the accountants stand for the institutions that came.
const institutions = [6, 16, 26, 36, 46, 56, 66, 76, 96, 106].map((n) => `e${three(n)}`)

/** Small loans without security, part of whose interest is paid (W-05). The subsidy is invented. */
const product: Row = {
  活动: fair,
  范围: "cbd",
  邀请数: 30_000,
  机构: institutions.join(";"),
  日期: day,
  产品: "small-credit",
  产品名称: "小额信用贷",
  产品英文名称: "Small Loan Without Security",
  最低金额: "20万",
  最高金额: "50万",
  贴息: 50
}

const came = range(1, 25)
  .map((n) => `e${three(n)}`)
  .filter((enterprise) => !institutions.includes(enterprise))

/** Who applied, for how much, and what was granted: some are refused, some wait. */
const applied: ReadonlyMap<string, Row> = new Map([
  ["e003", { 申请: "loan-1", 申请金额: "30万", 审批日期: "2022-06-28", 获批金额: "30万" }],
  ["e009", { 申请: "loan-2", 申请金额: "50万", 审批日期: "2022-07-04", 获批金额: "35万" }],
  ["e014", { 申请: "loan-3", 申请金额: "20万", 审批日期: "2022-07-04" }],
  ["e021", { 申请: "loan-4", 申请金额: "25万" }]
])

const consultation = (enterprise: string, n: number): Row => {
  const application = applied.get(enterprise)
  return {
    活动: fair,
    企业: enterprise,
    日期: day,
    机构: institutions[n % institutions.length] ?? "",
    ...(application === undefined ? {} : { 产品: "small-credit", ...application })
  }
}

/**
 * A finance fair for the merchants of the district: about 30,000 were meant, as in the source (W-05), of whom it counts nearly
 * 200 that came; here come as many as there are enterprises for it.
 */
export const fairs: Rows = {
  "fairs.csv": [product],
  "consultations.csv": came.map(consultation)
}
