import type { Row, Rows } from "../../story/Row.ts"

const of = { 议事组织: "title-meeting" }
const street = "danghu-committee"
const [housing, resources, tax] = ["dept-06", "dept-07", "dept-03"]

/** The departments that the street and the organisation department called for a problem several enterprises have. */
const meeting: Rows = {
  "bodies.csv": [
    {
      ...of,
      类型: "服务联建对接会",
      地点: "cbd",
      名称: "房产分割服务联建对接会",
      英文名称: "Matchmaking Meeting on the Division of Titles",
      起始日期: "2022-09-01"
    }
  ],
  "seats.csv": [
    [street, "街道党委"],
    ["dept-01", "组织部门"],
    ...[housing, resources, tax].map((one) => [one, "服务联建单位"])
  ].map(([unit = "", party = ""]) => ({ ...of, 单元: unit, 参与方: party, 起始日期: "2022-09-01" })),
  "meetings.csv": [
    {
      ...of,
      会议: "title-1",
      日期: "2022-09-08",
      通知日期: "2022-09-02",
      提议单位: street,
      提议事由: "多家企业房产分割登记办不下来",
      出席: [street, "dept-01", housing, resources, tax].join(";"),
      闭会日期: "2022-09-08"
    }
  ],
  "agenda.csv": [
    { ...of, 会议: "title-1", 议题: "title", 案件: "case-title", 提出单位: street, 决定: "同意", 方案: "at-the-door" }
  ],
  "proposals.csv": [
    { 出资单位: housing, 人力: 2 },
    { 出资单位: resources, 人力: 2 },
    { 出资单位: tax, 人力: 2 },
    { 出资单位: street, 场地: 1 }
  ].map((given) => ({
    ...of,
    议题: "title",
    提案: "at-the-door",
    提案单位: "dept-01",
    内容: "住建、自然资源、税务上门服务，第一时间把政策送到楼宇",
    日期: "2022-09-08",
    ...given
  })),
  "tasks.csv": [
    {
      ...of,
      任务: "door",
      议题: "title",
      名称: "房产分割上门服务",
      英文名称: "Division of titles, at the door",
      交办单位: street,
      牵头单位: resources,
      协助单位: `${housing};${tax}`,
      期限: "2022-10-31",
      日期: "2022-09-08"
    }
  ],
  "task-steps.csv": [
    { ...of, 任务: "door", 日期: "2022-09-09", 事项: "接受", 单元: resources },
    { ...of, 任务: "door", 日期: "2022-10-08", 事项: "汇报", 单元: resources, 内容: "分割方案已会签" },
    { ...of, 任务: "door", 日期: "2022-10-19", 事项: "完成", 单元: resources }
  ],
  "agenda-steps.csv": [{ ...of, 议题: "title", 日期: "2022-10-21", 事项: "销号" }]
}

const raised = (id: string, place: string, by: string, guide: string, at: string): Row => ({
  案件: id,
  流程: "党建联席会议",
  标题: "房产分割登记办不下来",
  地点: place,
  类别: "房产分割",
  渠道: "走访",
  提出人: guide,
  代表单位: by,
  提出时间: at
})
const moved = (at: string, what: string, more: Row = {}, id = "case-title"): Row => ({
  案件: id,
  时间: at,
  动作: what,
  ...more
})
const up = (at: string, level: string): Row => moved(at, "升级", { 层级: level, 升级缘由: "超出能力" })
const task = (
  id: string,
  department: string,
  what: string,
  done: readonly [at: string, result: string],
  lead = "否"
) => ({
  案件: "case-title",
  任务: id,
  部门: department,
  内容: what,
  牵头: lead,
  分派时间: "2022-09-09 09:30",
  完成时间: done[0],
  结果: done[1]
})
const paper = (at: string, what: string, id: string, more: Row): Row => ({
  案件: "case-title",
  时间: at,
  事项: what,
  文件: id,
  ...more
})

/** Two enterprises with the same problem: it becomes one case, goes up to the street, and three departments solve it. */
const title: Rows = {
  "cases.csv": [
    raised("case-title", "b01", "e011", "p-021", "2022-08-22 10:00"),
    raised("case-title-2", "b03", "e023", "p-023", "2022-08-25 15:00")
  ],
  "case-steps.csv": [
    moved("2022-08-22 11:00", "受理"),
    moved("2022-08-23 09:00", "分类", { 范围: "共性", 难度: "疑难", 类别: "房产分割" }),
    moved("2022-08-25 16:00", "受理", {}, "case-title-2"),
    moved("2022-08-26 09:00", "并案", { 另一案件: "case-title" }, "case-title-2"),
    up("2022-08-26 10:00", "楼长·议事厅"),
    up("2022-08-29 10:00", "综合党委·联席会议"),
    up("2022-08-31 10:00", "街道"),
    moved("2022-09-08 16:00", "商议", { 经办单位: "cbd", 条目: "title", 结果: "住建、自然资源、税务上门服务" }),
    moved("2022-09-08 16:30", "交办", { 经办单位: street, 承办单位: resources }),
    ...[resources, housing, tax].map((one, at) => moved(`2022-09-09 1${at}:00`, "报到", { 经办单位: one })),
    moved("2022-09-13 09:00", "办理"),
    moved("2022-10-19 16:00", "解决", { 结果: "两家企业的分割登记已受理" }),
    moved("2022-10-20 10:00", "回访", { 已解决: "是", 满意度: "非常满意" }),
    moved("2022-10-21 10:00", "关闭", { 原因: "已解决" })
  ],
  "case-tasks.csv": [
    task("guide", resources, "分割登记指引", ["2022-10-18 16:00", "指引已送到两幢楼"], "是"),
    task("check", housing, "结构与消防分割条件核验", ["2022-09-28 16:00", "两幢楼符合分割条件"]),
    task("rates", tax, "分割涉税口径", ["2022-09-22 16:00", "口径已明确"])
  ],
  "case-papers.csv": [
    paper("2022-09-20 10:00", "踏勘", "site", {
      部门: `${housing};${resources}`,
      内容: "两幢楼按层独立，消防分区清楚"
    }),
    paper("2022-09-26 10:00", "方案", "by-floor", {
      部门: `${housing};${resources};${tax}`,
      内容: "按层分割，分区计量"
    }),
    paper("2022-09-27 10:00", "会签", "by-floor", { 经办单位: resources, 同意: "是" }),
    paper("2022-09-28 10:00", "会签", "by-floor", { 经办单位: tax, 同意: "是" }),
    paper("2022-09-28 17:00", "会签", "by-floor", { 经办单位: housing, 同意: "是", 内容: "须保留公共通道" }),
    paper("2022-10-08 10:00", "批准", "by-floor", { 经办单位: street }),
    paper("2022-10-18 17:00", "材料", "guide", { 存放编号: "guide-2022-10" })
  ]
}

/** An enterprise that whistled for two departments, to be helped on the spot. */
const whistles: Rows = {
  "whistles.csv": [
    {
      吹哨: "cold-chain",
      吹哨单位: "e023",
      吹哨类别: "企业",
      事由: "冷链仓用电增容，融资无抵押",
      发展阶段: "growth",
      破难方式: "驻点破难",
      破难对象: "企业",
      部门: "dept-04;dept-05",
      报到期限: "2022-10-12",
      吹哨时间: "2022-10-11 09:00",
      满意: "是",
      评分: 4,
      评价时间: "2022-11-02 10:00",
      销号时间: "2022-11-02 10:30"
    }
  ],
  "whistle-reports.csv": [
    {
      吹哨: "cold-chain",
      部门: "dept-04",
      计划: "驻点一日，逐项对接",
      报到时间: "2022-10-11 14:00",
      任务: "credit",
      名称: "小额信用贷对接",
      英文名称: "A small loan without security",
      办结期限: "2022-10-31",
      办结时间: "2022-10-28 16:00",
      结果: "机构已给出额度"
    },
    { 吹哨: "cold-chain", 部门: "dept-05", 计划: "协调用电增容", 报到时间: "2022-10-12 10:00" }
  ]
}

/** What was raised as cases, at meetings and by a whistle. */
export const casework: ReadonlyArray<Rows> = [meeting, title, whistles]
