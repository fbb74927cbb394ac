import { categories, items } from "../../matching/catalogue.ts"
import { type Row, type Rows, range, two } from "../../story/Row.ts"
import { departmentId } from "./bodies.ts"

export const listId = "pinghu-27"

const named = ["organisation", "human-resources", "tax", "finance-office", "commerce", "housing", "natural-resources"]
const others = items.flatMap(({ owners }) => owners).filter((owner) => !named.includes(owner))
const all = [...named, ...new Set(others)]

/** The department of a word of the catalogue: those the source names first, then the others as they come up. */
export const department = (word: string): string => {
  const found = all.indexOf(word)
  if (found < 0) throw new Error(`no department answers to ${word}`)
  return departmentId(found + 1)
}

const rootOf = (category: string): string => {
  const parent = categories.find(({ id }) => id === category)?.parent
  return parent === undefined ? category : rootOf(parent)
}

const fees: Readonly<Record<string, number>> = { "S-16": 15, "S-17": 120, "S-19": 800 }
const workdays: Readonly<Record<string, number>> = { "S-04": 3, "S-05": 10, "S-12": 7, "S-13": 5, "S-18": 15 }
const papers: Readonly<Record<string, string>> = {
  "S-04": "营业执照副本;法定代表人委托书",
  "S-05": "营业执照副本;平面图",
  "S-12": "营业执照副本;近一年纳税证明",
  "S-13": "租赁合同;产权证明"
}
const eligibility: Readonly<Record<string, string>> = {
  "S-11": "资质=规上企业/高新技术企业/专精特新",
  "S-12": "企业规模=micro..small",
  "S-14": "所在=cbd",
  "S-21": "发展阶段=初创/成长"
}

const itemRow = ({ id, names, category, owners, channels }: (typeof items)[number]): Row => ({
  清单: listId,
  版本: 1,
  清单名称: "楼宇基本服务清单",
  清单英文名称: "Basic Services in Buildings",
  起始日期: "2022-01-01",
  事项: id,
  名称: names.zh,
  英文名称: names.en ?? "",
  服务领域: rootOf(category),
  类别: category,
  责任部门: owners.map(department).join(";"),
  渠道: channels.join(";"),
  条件: eligibility[id] ?? "",
  材料: papers[id] ?? "",
  费用: fees[id] ?? "",
  工作日: workdays[id] ?? "",
  // Six items were not looked at since the list was made.
  核实日期: Number(id.slice(2)) % 5 === 0 ? "" : "2022-07-01"
})

const capacities: Readonly<Record<string, Row>> = {
  "S-12": { 容量: 20, 计量单位: "户", 周期: "每月" },
  "S-16": { 容量: 80, 计量单位: "座", 周期: "同时", 时段: "1-5 11:30-13:00" },
  "S-22": { 容量: 30, 计量单位: "人", 周期: "每周", 时段: "1-5 12:00-13:00" },
  "S-26": { 容量: 12, 计量单位: "人次", 周期: "每周", 时段: "3 09:00-16:30" },
  "S-27": { 容量: 8, 计量单位: "人次", 周期: "每周", 时段: "2,4 14:00-17:00" }
}

const offered = (item: string, place: string, from: string): Row => ({
  清单: listId,
  事项: item,
  地点: place,
  ...capacities[item],
  起始日期: from
})

const atStations = ["S-03", "S-16", "S-22", "S-26", "S-27"]

/** The list of 27 items of 22 departments, all of them at the centre, and some at the stations. */
export const services: Rows = {
  "services.csv": items.map(itemRow),
  "offerings.csv": [
    ...items.map(({ id }) => offered(id, "site-00", "2022-01-10")),
    ...range(1, 5).flatMap((n) => atStations.map((item) => offered(item, `site-${two(n)}`, "2022-03-01")))
  ]
}
