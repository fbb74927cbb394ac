import { CivilDate } from "@louyu/kernel"
import { type Row, type Rows, range, two, unit } from "../../story/Row.ts"
import { clusters } from "./clusters.ts"

const programme = "empower"
const departments = range(1, 25).map((n) => `md-${two(n)}`)

// 53 service projects, two or three to a department; the source says fifty and more.
const projects = range(1, 53).map((n) => ({
  id: `sp-${two(n)}`,
  n,
  lead: departments[(n - 1) % departments.length] ?? ""
}))

const sorts = [
  ["政策宣讲", "Policy Talk", "lecture", "enterprises"],
  ["上门问诊", "Consultation at the Door", "mentorConsultation", "enterprises"],
  ["资源对接会", "Matching Meeting", "resourceMatching", "enterprises"],
  ["技能培训", "Skills Training", "training", "staff"],
  ["志愿服务日", "Volunteering Day", "volunteering", "community"]
] as const

const sortOf = (n: number) => sorts[n % sorts.length] ?? sorts[0]
const dayOf = (n: number): string => CivilDate.addDays(CivilDate.make("2022-03-01"), (n * 7) % 115)

/** Five hundred sessions, nine or ten of each project, in the buildings of all clusters. */
const activity = (n: number): Row => {
  const project = projects[(n - 1) % projects.length]
  const cluster = clusters[(n * 11) % clusters.length]
  const [zh, en, form, audience] = sortOf(project?.n ?? 0)
  return {
    活动: `act-${String(n).padStart(3, "0")}`,
    名称: `${zh}第${n}场`,
    英文名称: `${en} ${n}`,
    行动: programme,
    服务项目: project?.id ?? "",
    形式: form,
    对象: audience,
    主办单位: project?.lead ?? "",
    地点: cluster?.main ?? "",
    举办日期: dayOf(n),
    安排日期: "2022-02-20",
    已举办日期: dayOf(n),
    ...(n === 7 ? { 名额: 40 } : {}),
    参加人数: 12 + ((n * 17) % 60)
  }
}

/** Twenty-five municipal departments, more than fifty service projects, five hundred activities. Source: W-02. */
export const empowerment: Rows = {
  "units.csv": departments.map((id, i) =>
    unit(id, "职能部门", `示例市级部门${i + 1}`, `Example Municipal Department ${i + 1}`, { 所在: "wuhan" })
  ),
  "programmes.csv": [
    {
      行动: programme,
      名称: "“党建引领、融合赋能”行动",
      英文名称: "Cluster Empowerment Programme",
      部门: departments.slice(0, 24).join(";"),
      公布部门数: "25",
      公布项目数: "50余",
      公布活动数: "500",
      起始日期: "2022-02-01"
    }
  ],
  "service-projects.csv": projects.map(({ id, n, lead }) => ({
    行动: programme,
    服务项目: id,
    名称: `示例服务项目${n}：${sortOf(n)[0]}`,
    英文名称: `Example Service Project ${n}: ${sortOf(n)[1]}`,
    牵头部门: lead,
    起始日期: "2022-02-10"
  })),
  // The last of the twenty-five joined when the programme had begun.
  "programme-departments.csv": [{ 行动: programme, 部门: departments[24] ?? "", 加入日期: "2022-02-05" }],
  "planned-activities.csv": range(1, 500).map(activity),
  "activity-changes.csv": [{ 活动: "act-007", 变更日期: "2022-02-22", 名额: 60 }],
  "registrations.csv": [
    { 活动: "act-007", 单元: "bank-01", 报名日期: "2022-02-23", 到场: "是", 签到日期: dayOf(7) },
    { 活动: "act-007", 单元: "bank-02", 报名日期: "2022-02-24", 取消日期: "2022-02-25" }
  ],
  "activity-results.csv": [{ 活动: "act-007", 日期: dayOf(7), 指标: "shops", 数量: "80余" }]
}
