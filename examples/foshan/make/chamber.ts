import type { Row, Rows } from "../../story/Row.ts"
import { seats } from "./places.ts"

const of = { 议事组织: "chamber" }
const [first, second] = ["2022-08-16", "2022-09-20"]
const everybody = seats.map(([one]) => one).join(";")

/** A round of work on a matter: who led it, when it was done, and what the visit after it found. */
interface Round {
  readonly lead: string
  readonly what: string
  readonly dispatched: string
  readonly done: string
  readonly result: string
  readonly visited?: readonly [day: string, isContent: boolean]
}

/** A matter of a session. Shape: the item closes on the day of the last visit. */
interface Matter {
  readonly id: string
  readonly session: string
  readonly title: string
  readonly category: string
  readonly by: string
  readonly raised: string
  readonly channel: string
  readonly visit?: string
  readonly rounds: ReadonlyArray<Round>
}

const round = (
  lead: string,
  words: readonly [what: string, result: string],
  days: readonly [dispatched: string, done: string],
  visited?: Round["visited"]
): Round => ({
  lead,
  what: words[0],
  result: words[1],
  dispatched: days[0],
  done: days[1],
  ...(visited === undefined ? {} : { visited })
})

// The four of the first session are those the source names; the one of the second is invented.
const matters: ReadonlyArray<Matter> = [
  {
    id: "credit",
    session: first,
    title: "楼宇企业增信难",
    category: "融资增信",
    by: "e-1",
    raised: "2022-08-10",
    channel: "服务窗口",
    rounds: [
      round(
        "finance-association",
        ["组织增信对接", "两家机构给出增信方案"],
        [first, "2022-08-31"],
        ["2022-09-05", true]
      )
    ]
  },
  {
    id: "hiring",
    session: first,
    title: "员工招聘难",
    category: "招工用工",
    by: "e-2",
    raised: "2022-08-10",
    channel: "服务窗口",
    rounds: [
      round("employment-centre", ["楼宇专场招聘", "专场招聘到场三十人"], [first, "2022-09-02"], ["2022-09-07", true])
    ]
  },
  {
    id: "activities",
    session: first,
    title: "如何在楼宇内更好地开展党群活动",
    category: "党务群团",
    by: "e-3",
    raised: "2022-08-11",
    channel: "微信群",
    rounds: [
      round("baoan-committee", ["排出每月活动单", "九月活动单已发布"], [first, "2022-08-26"], ["2022-08-30", true])
    ]
  },
  {
    id: "jam",
    session: first,
    title: "上下班高峰期周边交通堵塞",
    category: "交通拥堵",
    by: "e-4",
    raised: "2022-08-12",
    channel: "12345热线",
    rounds: [
      round(
        "traffic-police",
        ["早晚高峰增派警力疏导", "两个路口定点疏导"],
        [first, "2022-08-24"],
        ["2022-08-30", false]
      ),
      round(
        "traffic-police",
        ["调整信号配时，车库错峰出库", "配时调整完成，错峰方案实行"],
        ["2022-08-31", "2022-09-13"],
        ["2022-09-20", true]
      )
    ]
  },
  {
    id: "parking",
    session: second,
    title: "访客停车难",
    category: "停车",
    by: "e-3",
    raised: "2022-09-14",
    channel: "走访",
    visit: "visit-01",
    rounds: [round("zumiao-offices", ["协调周边夜间车位", "签订共享车位协议"], [second, "2022-09-28"])]
  }
]

const task = (matter: Matter, at: number): string => `t-${matter.id}-${at + 1}`
const rounds = matters.flatMap((matter) => matter.rounds.map((one, at) => ({ matter, one, task: task(matter, at) })))

const step = (id: string, on: string, what: string, by: string, text?: string): Row => ({
  ...of,
  任务: id,
  日期: on,
  事项: what,
  单元: by,
  ...(text === undefined ? {} : { 内容: text })
})

const happened = (id: string, on: string, what: string, more: Row = {}): Row => ({
  ...of,
  议题: id,
  日期: on,
  事项: what,
  ...more
})

/** Two sessions of the chamber, what was handed out, and what the visits afterwards found. */
export const sessions: Rows = {
  "bodies.csv": [
    {
      ...of,
      类型: "楼宇议事厅",
      地点: "wanke",
      名称: "万科新时代楼宇议事厅",
      英文名称: "Vanke Centre Council Chamber",
      起始日期: "2022-08-08"
    }
  ],
  "seats.csv": seats.map(([one, party]) => ({ ...of, 单元: one, 参与方: party, 起始日期: "2022-08-08" })),
  "meetings.csv": [first, second].map((date, at) => ({
    ...of,
    会议: `session-${at + 1}`,
    日期: date,
    通知日期: at === 0 ? "2022-08-09" : "2022-09-13",
    出席: everybody,
    闭会日期: date
  })),
  "agenda.csv": matters.map(({ id, session }) => ({
    ...of,
    会议: session === first ? "session-1" : "session-2",
    议题: id,
    案件: `case-${id}`,
    决定: "同意"
  })),
  "tasks.csv": rounds.map(({ matter, one, task: named }) => ({
    ...of,
    任务: named,
    议题: matter.id,
    名称: one.what,
    交办单位: "zumiao-offices",
    牵头单位: one.lead,
    日期: one.dispatched
  })),
  "task-steps.csv": rounds.flatMap(({ one, task: named }) => [
    step(named, one.dispatched, "接受", one.lead),
    step(named, one.done, "汇报", one.lead, one.result),
    step(named, one.done, "完成", one.lead)
  ]),
  "agenda-steps.csv": rounds.flatMap(({ matter, one: { visited } }) =>
    visited === undefined
      ? []
      : [
          happened(matter.id, visited[0], "回访", { 满意: visited[1] ? "是" : "否" }),
          ...(visited[1] ? [happened(matter.id, visited[0], "销号")] : [])
        ]
  )
}

const moved = (id: string, at: string, what: string, more: Row = {}): Row => ({
  案件: `case-${id}`,
  时间: at,
  动作: what,
  ...more
})

const raised = ({ id, title, category, by, raised: day, channel, visit }: Omit<Matter, "session" | "rounds">): Row => ({
  案件: `case-${id}`,
  流程: "新时代楼宇议事厅",
  标题: title,
  地点: "wanke",
  类别: category,
  渠道: channel,
  层级: "楼宇议事厅",
  ...(visit === undefined ? { 提出单位: by } : { 提出人: "guide-1", 代表单位: by, 来源编号: visit }),
  提出时间: `${day} 10:00`
})

const worked = ({ id, session, rounds: all }: Matter): ReadonlyArray<Row> => [
  moved(id, `${session} 16:00`, "商议", { 经办单位: "wanke", 条目: id, 结果: all[0]?.what ?? "" }),
  moved(id, `${session} 17:00`, "办理"),
  // What several have to do takes longer than the seven working days of an ordinary promise, and the raiser is told so.
  ...(session === first ? [moved(id, `${session} 17:30`, "延期", { 延长: "15个工作日", 原因: "议定分步解决" })] : []),
  ...all.flatMap(({ done, result, visited }) => [
    moved(id, `${done} 16:00`, "解决", { 结果: result }),
    ...(visited === undefined
      ? []
      : [
          moved(
            id,
            `${visited[0]} 10:00`,
            "回访",
            visited[1] ? { 已解决: "是", 满意度: "满意" } : { 已解决: "否", 满意度: "不满意" }
          ),
          ...(visited[1] ? [moved(id, `${visited[0]} 10:30`, "关闭", { 原因: "已解决" })] : [])
        ])
  ])
]

/** The matters as cases: raised, discussed, resolved, followed up. One was withdrawn, one taken up again when asked. */
export const cases: Rows = {
  "cases.csv": [
    ...matters.map(raised),
    raised({
      id: "noise",
      title: "夜间装修噪声",
      category: "其他",
      by: "e-4",
      raised: "2022-09-15",
      channel: "走访",
      visit: "visit-02"
    })
  ],
  "case-steps.csv": [
    ...matters.flatMap(worked),
    moved("jam", "2022-08-31 10:00", "延期", { 延长: "10个工作日", 原因: "信号配时须重新测算" }),
    moved("hiring", "2022-09-15 09:00", "重开", { 原因: "岗位仍未招满" }),
    moved("hiring", "2022-09-22 16:00", "解决", { 结果: "云聘会再招八人" }),
    moved("hiring", "2022-09-26 10:00", "回访", { 已解决: "是", 满意度: "非常满意" }),
    moved("hiring", "2022-09-26 10:30", "关闭", { 原因: "已解决" }),
    moved("noise", "2022-09-16 09:00", "关闭", { 原因: "本人撤回" })
  ]
}
