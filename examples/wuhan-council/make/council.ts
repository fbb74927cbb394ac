import { type Row, type Rows, two } from "../../story/Row.ts"
import { building, foundedOn, others } from "./places.ts"

const first = "2022-05-31"
const of = { 议事组织: "soho-council" }
/** Who sits in the first council; one firm of the building stays a guest until August. */
const members = ["property", "volunteers", "police", "community", "broker", "insurer", "hr-firm", "start-up"]

const seat = (body: string, one: string, from: string): Row => ({
  议事组织: body,
  单元: one,
  参与方: "成员单位",
  起始日期: from
})

const council = (n: number): string => `council-${two(n)}`

const bodies: Rows = {
  "bodies.csv": [
    {
      ...of,
      类型: "楼宇理事会",
      地点: "soho",
      名称: "泛海SOHO城楼宇理事会",
      英文名称: "SOHO City Building Council",
      起始日期: first
    },
    ...others.map((n) => ({
      议事组织: council(n),
      类型: "楼宇理事会",
      地点: building(n),
      名称: `示例楼宇${n}理事会`,
      英文名称: `Building Council ${n}`,
      起始日期: foundedOn(n)
    }))
  ],
  "seats.csv": [
    ...members.map((one) => seat("soho-council", one, first)),
    seat("soho-council", "guest", "2022-08-01"),
    ...others.flatMap((n) =>
      [`pc-${two(n)}`, `e${two(n)}a`, `e${two(n)}b`].map((one) => seat(council(n), one, foundedOn(n)))
    )
  ],
  "chairs.csv": [
    { ...of, 单元: "broker", 召集人: "gm-broker", 起始日期: first, 任期至: "2025-05-31" },
    ...others.map((n) => ({
      议事组织: council(n),
      单元: `e${two(n)}a`,
      召集人: `gm-${two(n)}`,
      起始日期: foundedOn(n),
      任期至: `2025${foundedOn(n).slice(4)}`
    }))
  ]
}

const step = (task: string, on: string, what: string, by: string, text?: string): Row => ({
  ...of,
  任务: task,
  日期: on,
  事项: what,
  单元: by,
  ...(text === undefined ? {} : { 内容: text })
})

const happened = (item: string, on: string, what: string, recurrences?: number): Row => ({
  ...of,
  议题: item,
  日期: on,
  事项: what,
  ...(recurrences === undefined ? {} : { 复发次数: recurrences })
})

/** What the first meeting heard, what was proposed and given, and what came of it. */
const firstMeeting: Rows = {
  "meetings.csv": [
    {
      ...of,
      会议: "m-1",
      日期: first,
      出席: "property;volunteers;police;community;broker;insurer;hr-firm",
      闭会日期: first
    },
    {
      ...of,
      会议: "m-2",
      日期: "2022-08-30",
      通知日期: "2022-08-22",
      出席: "property;volunteers;police;broker;insurer;start-up;guest",
      闭会日期: "2022-08-30"
    }
  ],
  "agenda.csv": [
    { ...of, 会议: "m-1", 议题: "theft", 案件: "case-theft", 提出单位: "hr-firm", 决定: "同意", 方案: "parking" },
    { ...of, 会议: "m-1", 议题: "fraud", 案件: "case-fraud", 提出单位: "insurer", 决定: "同意", 方案: "talks" },
    {
      ...of,
      会议: "m-2",
      议题: "winter",
      标题: "冬季空调延时",
      提出单位: "guest",
      列入日期: "2022-08-25",
      决定: "再议"
    }
  ],
  "proposals.csv": [
    {
      ...of,
      议题: "theft",
      提案: "parking",
      提案单位: "broker",
      内容: "利用大楼空闲空间建设固定电动车停放点，安装摄像头，专人看管",
      日期: first,
      出资单位: "property",
      资金: "10万"
    },
    ...[
      { 出资单位: "property", 场地: 4 },
      { 出资单位: "property", 人力: 4 },
      { 出资单位: "volunteers", 人力: 12 },
      { 出资单位: "police", 人力: 2 },
      { 出资单位: "community", 人力: 3 }
    ].map((given) => ({
      ...of,
      议题: "theft",
      提案: "parking",
      提案单位: "broker",
      内容: "利用大楼空闲空间建设固定电动车停放点，安装摄像头，专人看管",
      日期: first,
      ...given
    })),
    {
      ...of,
      议题: "fraud",
      提案: "talks",
      提案单位: "police",
      内容: "逐层开展反诈宣讲，在大堂播放新手段提示",
      日期: first
    }
  ],
  "tasks.csv": [
    {
      ...of,
      任务: "points",
      议题: "theft",
      名称: "建设4个固定停放点并安装摄像头",
      英文名称: "Four parking points with cameras",
      交办单位: "broker",
      牵头单位: "property",
      期限: "2022-06-20",
      日期: "2022-06-01"
    },
    {
      ...of,
      任务: "patrol",
      议题: "theft",
      名称: "四方联合巡逻，24小时不断",
      英文名称: "Four-party patrol, round the clock",
      交办单位: "broker",
      职责: "property=00:00-06:00 巡逻;community=06:00-12:00 巡逻;volunteers=12:00-18:00 巡逻;police=18:00-24:00 巡逻",
      期限: "2022-06-30",
      日期: "2022-06-01"
    },
    {
      ...of,
      任务: "anti-fraud",
      议题: "fraud",
      名称: "逐层反诈宣讲",
      英文名称: "Talks against fraud on every floor",
      交办单位: "broker",
      日期: "2022-06-01"
    }
  ],
  "task-steps.csv": [
    step("points", "2022-06-01", "接受", "property"),
    step("points", "2022-06-10", "汇报", "property", "四处点位已选定，摄像头已采购"),
    step("points", "2022-06-17", "完成", "property"),
    step("patrol", "2022-06-02", "认领", "volunteers"),
    step("patrol", "2022-06-10", "退回", "volunteers", "夜间排班无法保证"),
    step("patrol", "2022-06-11", "认领", "property"),
    step("patrol", "2022-06-24", "完成", "property"),
    step("anti-fraud", "2022-06-02", "认领", "police"),
    step("anti-fraud", "2022-07-08", "完成", "police")
  ],
  "agenda-steps.csv": [
    happened("theft", "2022-06-24", "销号"),
    happened("theft", "2022-07-31", "观察", 0),
    happened("theft", "2022-08-31", "观察", 0),
    happened("fraud", "2022-07-08", "销号"),
    happened("fraud", "2022-08-31", "观察", 1)
  ]
}

const listed = (task: string, zh: string, en: string, due: string, more: Row = {}): Row => ({
  ...of,
  任务: task,
  年度: 2022,
  名称: zh,
  英文名称: en,
  期限: due,
  日期: "2022-06-10",
  ...more
})
const milestone = (id: string, zh: string, en: string, by: string): Row => ({
  节点: id,
  节点名称: zh,
  节点英文名称: en,
  节点期限: by
})
const reached = (task: string, on: string, by: string, id: string): Row => ({ ...step(task, on, "节点", by), 节点: id })
const canteen = ["y-canteen", "自家食堂向全楼开放", "A canteen opened to the whole building", "2022-07-31"] as const

/** What the council means to do in 2022: each task is claimed by one member, or still waits. */
const yearList: Rows = {
  "tasks.csv": [
    listed(...canteen, milestone("licence", "食品经营许可变更", "Licence changed", "2022-06-30")),
    listed(...canteen, milestone("opening", "对外开放", "Opened", "2022-07-31")),
    listed("y-fair", "成员企业供需对接会", "A fair of offers and wants of the members", "2022-09-30"),
    listed("y-hr", "第三方人力管理专业指导", "Professional guidance on staff from outside", "2022-10-31"),
    listed("y-quality", "公共区域品质提升", "Better common areas", "2022-12-31")
  ],
  "task-steps.csv": [
    step("y-canteen", "2022-06-13", "认领", "broker"),
    reached("y-canteen", "2022-06-28", "broker", "licence"),
    reached("y-canteen", "2022-07-25", "broker", "opening"),
    step("y-canteen", "2022-07-25", "完成", "broker"),
    step("y-fair", "2022-06-14", "认领", "broker"),
    step("y-hr", "2022-06-14", "认领", "hr-firm"),
    step("y-hr", "2022-08-10", "汇报", "hr-firm", "已为两家成员提供指导")
  ]
}

const moved = (id: string, at: string, what: string, more: Row = {}): Row => ({
  案件: id,
  时间: at,
  动作: what,
  ...more
})
const settled = (
  id: string,
  to: string,
  taken: string,
  started: string,
  done: string,
  result: string
): ReadonlyArray<Row> => [
  moved(id, "2022-05-31 14:10", "受理"),
  moved(id, "2022-05-31 14:15", "分类", { 范围: "共性", 难度: "一般", 类别: "安全防盗" }),
  moved(id, "2022-05-31 16:00", "商议", { 经办单位: "soho", 条目: id.slice(5), 结果: "理事会同意，成员领办" }),
  moved(
    id,
    taken,
    id === "case-theft" ? "交办" : "认领",
    id === "case-theft" ? { 经办单位: "broker", 承办单位: to } : { 经办单位: to }
  ),
  moved(id, started, "办理"),
  moved(id, done, "解决", { 结果: result })
]

/** The two matters as cases of the building. */
const cases: Rows = {
  "cases.csv": [
    {
      案件: "case-theft",
      流程: "楼宇理事会",
      标题: "电动车时有失窃情况",
      地点: "soho",
      渠道: "会议",
      层级: "楼宇理事会",
      提出单位: "hr-firm",
      提出时间: "2022-05-31 14:00"
    },
    {
      案件: "case-fraud",
      流程: "楼宇理事会",
      标题: "电诈新手段层出不穷",
      地点: "soho",
      渠道: "会议",
      层级: "楼宇理事会",
      提出单位: "insurer",
      提出时间: "2022-05-31 14:05"
    }
  ],
  "case-steps.csv": [
    ...settled(
      "case-theft",
      "property",
      "2022-06-01 09:00",
      "2022-06-02 09:00",
      "2022-06-24 17:00",
      "4个停放点、摄像头和四方巡逻到位"
    ),
    moved("case-theft", "2022-06-24 17:30", "关闭", { 原因: "已解决" }),
    ...settled("case-fraud", "police", "2022-06-02 09:00", "2022-06-06 09:00", "2022-07-08 16:00", "逐层宣讲完成"),
    moved("case-fraud", "2022-07-08 17:00", "关闭", { 原因: "已解决" })
  ],
  "case-papers.csv": [
    { 案件: "case-theft", 时间: "2022-06-24 16:00", 事项: "材料", 文件: "result", 存放编号: "photo-01" },
    { 案件: "case-fraud", 时间: "2022-07-08 15:00", 事项: "材料", 文件: "result", 存放编号: "sheet-01" }
  ]
}

/** The rows about councils, and what the first of them did. */
export const parts: ReadonlyArray<Rows> = [bodies, firstMeeting, yearList, cases]
