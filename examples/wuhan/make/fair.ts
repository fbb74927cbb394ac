import { type Row, type Rows, range, three, two, unit } from "../../story/Row.ts"

const fair = "fair-2022-06"
const day = "2022-06-14"
const plaza = "b04-0"

const institutions = range(1, 10).map((n) => `bank-${two(n)}`)
const merchants = range(1, 240).map((n) => `m${three(n)}`)

// Of 240 merchants of the plaza 197 asked that day: nearly 200.
const asked = merchants.filter((_, i) => i % 11 !== 5).slice(0, 197)

/** What a third of those who asked applied for, and what was decided within the month. Units: 万 yuan. */
const application = (merchant: string, i: number): Row => {
  if (i % 3 !== 0) return {}
  const amount = 20 + ((i * 7) % 31)
  return {
    产品: "small-credit",
    申请: `loan-${merchant}`,
    申请金额: `${amount}万`,
    ...(i % 5 === 0 ? {} : { 审批日期: "2022-07-01" }),
    ...(i % 5 === 0 || i % 9 === 0 ? {} : { 获批金额: `${amount}万` })
  }
}

/** A finance fair moves into the market: ten institutions, and the merchants of the plaza. Source: W-05. */
export const fairs: Rows = {
  "units.csv": [
    ...institutions.map((id, i) => unit(id, "企业", `示例银行${i + 1}`, `Example Bank ${i + 1}`, { 所在: "b04-1" })),
    ...merchants.map((id, i) =>
      unit(id, "个体工商户", `示例商户${i + 1}`, `Example Merchant ${i + 1}`, { 所在: plaza })
    )
  ],
  "fairs.csv": [
    {
      活动: fair,
      范围: "c04",
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
  ],
  "consultations.csv": asked.map((merchant, i) => ({
    活动: fair,
    企业: merchant,
    日期: day,
    机构: institutions[i % institutions.length] ?? "",
    ...application(merchant, i)
  }))
}
