import { Uscc } from "@louyu/kernel"
import { type Row, type Rows, range, three } from "../../story/Row.ts"
import { rooms } from "./places.ts"

const trades = [
  ["科技", "Technology"],
  ["贸易", "Trading"],
  ["设计", "Design"],
  ["咨询", "Consulting"],
  ["物流", "Logistics"],
  ["传媒", "Media"],
  ["财税", "Accounting"],
  ["教育", "Training"],
  ["建筑", "Building"],
  ["电商", "E-commerce"]
] as const

/** A code with right check characters that was never given to anybody. */
const usccOf = (n: number, organisationClass: "91" | "92"): string => {
  const subject = `EX${String(n).padStart(6, "0")}`
  const first = `${organisationClass}330482${subject}${Uscc.organisationCheckCharacter(subject)}`
  return `${first}${Uscc.checkCharacter(first)}`
}

/** One room in eleven stands empty. */
const occupied = rooms.filter((_, i) => i % 11 !== 10)
export const empty = rooms.filter((_, i) => i % 11 === 10)

/** Seven in ten were there from the beginning, two came in 2021, one in 2022. */
const cameIn = (n: number): 2019 | 2021 | 2022 => (n % 10 === 0 ? 2022 : n % 10 >= 8 ? 2021 : 2019)
const since = { 2019: "", 2021: "2021-03-01", 2022: "2022-04-01" } as const

export const enterpriseId = (n: number): string => `e${three(n)}`
const all = occupied.map((room, i) => ({ n: i + 1, id: enterpriseId(i + 1), room }))

/** The enterprises that came in a year, by id. */
export const of = (year: 2019 | 2021 | 2022): ReadonlyArray<string> =>
  all.filter(({ n }) => cameIn(n) === year).map(({ id }) => id)

/** The room and the building an enterprise began in. */
export const roomOf = (id: string): string => all.find((one) => one.id === id)?.room ?? ""
export const buildingOf = (id: string): string => roomOf(id).slice(0, 3)

const successor = all.length + 1
const closed = "e087"
const late = "e110"

const rowOf = (n: number, room: string, from: string): Row => {
  const [zh, en] = trades[n % trades.length] ?? trades[0]
  const isTrader = n % 20 === 19
  return {
    编号: enterpriseId(n),
    类型: isTrader ? "个体工商户" : "企业",
    名称: isTrader ? `示例${zh}${three(n)}号商行` : `示例${zh}${three(n)}有限公司`,
    英文名称: isTrader ? `Example ${en} Shop ${n}` : `Example ${en} ${n} Co., Ltd.`,
    所在: room,
    // One enterprise gets its code later, see identifiers.csv.
    统一社会信用代码: enterpriseId(n) === late ? "" : usccOf(n, isTrader ? "92" : "91"),
    起始日期: from
  }
}

/** How many members are known to work in enterprises that no branch covers: 0 to 4, in every fifth one. */
const known = range(1, successor)
  .filter((n) => n % 5 === 1)
  .map((n) => ({ 编号: enterpriseId(n), 正式党员: (n * 7) % 5, 预备党员: n % 2, 起始日期: "2022-05-01" }))

/** Enterprises and sole traders; all of them are invented. */
export const enterprises = (covered: ReadonlySet<string>): Rows => ({
  "units.csv": [
    ...all.map(({ n, room }) => rowOf(n, room, since[cameIn(n)])),
    rowOf(successor, roomOf(closed), "2021-08-01")
  ],
  "names.csv": [
    { 编号: "e013", 名称: "示例智造013有限公司", 英文名称: "Example Smart Making 13 Co., Ltd.", 起始日期: "2022-03-15" }
  ],
  "moves.csv": [{ 编号: "e016", 关系: "所在", 新上级: empty[3] ?? "", 起始日期: "2022-06-01" }],
  "dissolutions.csv": [{ 编号: closed, 日期: "2021-07-01" }],
  "identifiers.csv": [{ 编号: late, 体系: "uscc", 编码: usccOf(110, "91"), 起始日期: "2022-06-01" }],
  "member-counts.csv": known.filter(({ 编号 }) => !covered.has(编号))
})
