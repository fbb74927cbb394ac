import { CivilDate } from "@louyu/kernel"
import type { Row, Rows } from "../../story/Row.ts"

const of = { 议事组织: "fuli-joint" }
const committee = "fuli-committee"

/** The five parties, and who sits for them. Source: D-06. */
const seats = [
  ["operator", "运营方"],
  ["property", "物业"],
  ["e-food", "入驻企业"],
  ["e-broker", "入驻企业"],
  ["e-tech", "入驻企业"],
  ["d-hr", "区级部门"],
  ["d-env", "区级部门"],
  ["street", "街道党工委"]
] as const
const everybody = seats.map(([unit]) => unit).join(";")

/** A regular meeting every month from February on, and one that was called because of the water. */
const meetings: ReadonlyArray<readonly [id: string, date: string, called?: readonly [by: string, matter: string]]> = [
  ["r-02", "2022-02-25"],
  ["r-03", "2022-03-25"],
  ["r-04", "2022-04-22"],
  ["r-05", "2022-05-27"],
  ["x-06", "2022-06-14", ["e-tech", "写字楼停水，影响办公"]],
  ["r-06", "2022-06-29"],
  ["r-07", "2022-07-22"],
  ["r-08", "2022-08-26"],
  ["r-09", "2022-09-23"],
  ["r-10", "2022-10-28"],
  ["r-11", "2022-11-25"],
  ["r-12", "2022-12-23"]
]

/** A matter: at which meeting it came up, who raised it, who did it and in how many days; without, it goes on. */
interface Matter {
  readonly id: string
  readonly meeting: string
  readonly title: string
  readonly en: string
  readonly category: string
  readonly by: string
  readonly lead: string
  readonly days: number | undefined
  readonly result: string
}

const matter = (
  id: string,
  meeting: string,
  words: readonly [title: string, en: string],
  category: string,
  who: readonly [by: string, lead: string],
  days: number | undefined,
  result: string
): Matter => ({ id, meeting, title: words[0], en: words[1], category, by: who[0], lead: who[1], days, result })

// The first four are those the source names; the other six are invented, and one of them is not done by the end.
const matters: ReadonlyArray<Matter> = [
  matter(
    "jobs",
    "r-02",
    ["企业就业政策对接", "Link to employment policies"],
    "招工用工",
    ["e-food", "d-hr"],
    12,
    "人社部门上门对接，政策兑现"
  ),
  matter(
    "exchange",
    "r-03",
    ["楼宇内企业之间交流合作少", "Little exchange between firms"],
    "党务群团",
    ["e-broker", "operator"],
    20,
    "每月举办一次企业沙龙"
  ),
  matter(
    "delivery",
    "r-04",
    ["外卖送餐乱摆乱放", "Take-away left about"],
    "外卖堆放",
    ["property", "property"],
    9,
    "大堂增设取餐柜"
  ),
  matter(
    "water",
    "x-06",
    ["写字楼停水", "No water in the tower"],
    "水电气",
    ["e-tech", "property"],
    2,
    "更换水泵，恢复供水"
  ),
  matter(
    "lifts",
    "r-05",
    ["早高峰候梯时间长", "Long waits for the lifts"],
    "其他",
    ["e-broker", "property"],
    15,
    "分层停靠"
  ),
  matter(
    "parking",
    "r-07",
    ["访客停车难", "No parking for visitors"],
    "停车",
    ["e-food", "operator"],
    18,
    "开放地面临时车位"
  ),
  matter(
    "rooms",
    "r-08",
    ["会议室不够用", "Too few meeting rooms"],
    "租赁与空间",
    ["e-tech", "operator"],
    10,
    "党群服务中心共享会议室"
  ),
  matter(
    "heating",
    "r-10",
    ["冬季供暖不足", "Too little heating"],
    "水电气",
    ["e-food", "property"],
    7,
    "换热站调试完成"
  ),
  matter(
    "charging",
    "r-11",
    ["地下车库充电桩不足", "Too few charging points"],
    "充电设施",
    ["e-tech", "operator"],
    undefined,
    ""
  ),
  matter(
    "lights",
    "r-09",
    ["夜间照明延长至零点", "Lights until midnight"],
    "其他",
    ["e-broker", "property"],
    undefined,
    ""
  )
]
const refused = "lights"

const dateOf = (id: string): string => meetings.find(([one]) => one === id)?.[1] ?? ""
const later = (date: string, days: number): string => CivilDate.addDays(CivilDate.make(date), days)

const step = (task: string, on: string, what: string, by: string, text?: string): Row => ({
  ...of,
  任务: task,
  日期: on,
  事项: what,
  单元: by,
  ...(text === undefined ? {} : { 内容: text })
})

const agreed = matters.filter(({ id }) => id !== refused)
const finished = agreed.flatMap(({ days, ...one }) => (days === undefined ? [] : [{ ...one, days }]))

/** The monthly joint meeting of five parties, what it agreed on, and who did it. */
export const joint: Rows = {
  "bodies.csv": [
    {
      ...of,
      类型: "党建联席会议",
      地点: "fuli",
      名称: "富力中心党建联席会议",
      英文名称: "Fuli Joint Meeting",
      交办单位: committee,
      起始日期: "2022-02-15"
    }
  ],
  "seats.csv": seats.map(([unit, party]) => ({ ...of, 单元: unit, 参与方: party, 起始日期: "2022-02-15" })),
  "meetings.csv": meetings.map(([id, date, called]) => ({
    ...of,
    会议: id,
    日期: date,
    通知日期:
      called === undefined ? (later(date, -10) < "2022-02-15" ? "2022-02-15" : later(date, -10)) : later(date, -1),
    ...(called === undefined ? {} : { 提议单位: called[0], 提议事由: called[1] }),
    出席: everybody,
    闭会日期: date
  })),
  "agenda.csv": matters.map(({ id, meeting, by }) => ({
    ...of,
    会议: meeting,
    议题: id,
    案件: `case-${id}`,
    提出单位: by,
    决定: id === refused ? "否决" : "同意"
  })),
  "tasks.csv": agreed.map(({ id, meeting, title, en, lead }) => ({
    ...of,
    任务: `t-${id}`,
    议题: id,
    名称: `解决：${title}`,
    英文名称: en,
    交办单位: committee,
    牵头单位: lead,
    期限: later(dateOf(meeting), 30),
    日期: later(dateOf(meeting), 1)
  })),
  "task-steps.csv": [
    ...agreed.map(({ id, meeting, lead }) => step(`t-${id}`, later(dateOf(meeting), 2), "接受", lead)),
    ...finished.flatMap(({ id, meeting, lead, days, result }) => [
      step(`t-${id}`, later(dateOf(meeting), days), "汇报", lead, result),
      step(`t-${id}`, later(dateOf(meeting), days), "完成", lead)
    ])
  ],
  "agenda-steps.csv": finished.map(({ id, meeting, days }) => ({
    ...of,
    议题: id,
    日期: later(dateOf(meeting), days + 1),
    事项: "销号"
  }))
}

const moved = (id: string, at: string, what: string, more: Row = {}): Row => ({
  案件: `case-${id}`,
  时间: at,
  动作: what,
  ...more
})

const raised = ({ id, meeting, category }: Matter): ReadonlyArray<Row> => {
  const before = later(dateOf(meeting), -1)
  return [
    moved(id, `${before} 10:30`, "受理"),
    moved(id, `${before} 11:00`, "分类", { 范围: "共性", 难度: "疑难", 类别: category })
  ]
}

const done = ({ id, meeting, lead, days, result }: Matter): ReadonlyArray<Row> => {
  const date = dateOf(meeting)
  return [
    moved(id, `${date} 15:00`, "商议", { 经办单位: "fuli", 条目: id }),
    moved(id, `${later(date, 1)} 09:00`, "交办", { 经办单位: committee, 承办单位: lead }),
    moved(id, `${later(date, 1)} 15:00`, "报到", { 经办单位: lead }),
    moved(id, `${later(date, 2)} 09:30`, "办理"),
    ...(days === undefined
      ? []
      : [
          moved(id, `${later(date, days)} 16:00`, "解决", { 结果: result }),
          moved(id, `${later(date, days + 1)} 10:00`, "回访", { 已解决: "是", 满意度: "满意" }),
          moved(id, `${later(date, days + 1)} 10:30`, "关闭", { 原因: "已解决" })
        ])
  ]
}

/** The same matters as cases: each goes the way of the joint meeting. */
export const cases: Rows = {
  "cases.csv": matters.map(({ id, meeting, title, by }) => ({
    案件: `case-${id}`,
    流程: "党建联席会议",
    标题: title,
    地点: "fuli",
    渠道: "会议",
    层级: "楼宇综合党委·联席会议",
    提出单位: by,
    提出时间: `${later(dateOf(meeting), -1)} 10:00`
  })),
  "case-steps.csv": matters.flatMap((one) => [
    ...raised(one),
    ...(one.id === refused
      ? [moved(one.id, `${dateOf(one.meeting)} 16:00`, "关闭", { 原因: "条件不具备" })]
      : done(one))
  ])
}
