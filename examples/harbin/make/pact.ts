import type { Row, Rows } from "../../story/Row.ts"

const pact = { 公约: "consensus" }

/** The six that the source names, and five that are invented; it counts ten and more. Source: D-14. */
const clauses = [
  ["safety", "公共安全：保持疏散通道畅通，不私拉电线"],
  ["peace", "平安创建：参与楼宇巡查，发现隐患及时报告"],
  ["lawful", "守法经营：依法纳税，诚信用工"],
  ["civility", "文明礼仪：公共区域禁烟，控制噪声"],
  ["creation", "共创共建：参加联席会议和志愿服务"],
  ["together", "融合并进：优先与楼内企业合作"],
  ["parking", "有序停车：不占消防通道"],
  ["delivery", "外卖快递：放入取餐柜"],
  ["waste", "垃圾分类：按时定点投放"],
  ["energy", "节约用能：人走灯灭"],
  ["sharing", "资源共享：会议室错时开放"]
] as const
const added = ["snow", "清冰雪：各扫门前，共保出行"] as const

const version = (n: number, on: string, adopted: string, all: ReadonlyArray<readonly [string, string]>) =>
  all.map(
    ([clause, text]): Row => ({
      ...pact,
      版本: n,
      ...(n === 1 ? { 地点: "fuli", 名称: "“富力共识”公约", 英文名称: "Fuli Consensus" } : {}),
      条款: clause,
      内容: text,
      起草日期: on,
      通过日期: adopted
    })
  )

const signed = (n: number, on: string, ...units: ReadonlyArray<string>): ReadonlyArray<Row> =>
  units.map((unit) => ({ ...pact, 版本: n, 单元: unit, 签署日期: on }))

/** A pact of eleven clauses, to which a twelfth came before winter; who signed the first has to sign again. */
export const consensus: Rows = {
  "pacts.csv": [
    ...version(1, "2022-03-25", "2022-04-22", clauses),
    ...version(2, "2022-10-28", "2022-11-25", [...clauses, added])
  ],
  "pact-signatures.csv": [
    ...signed(1, "2022-04-22", "property", "operator", "e-broker", "e-food", "e-group", "e-tech", "e-sport"),
    ...signed(2, "2022-11-25", "property", "operator", "e-broker", "e-food"),
    ...signed(2, "2022-12-02", "e-007")
  ]
}
