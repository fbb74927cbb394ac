import type { Row, Rows } from "../../story/Row.ts"

const line = { 工作主线: "line-2022", 名称: "一个组织、两个机制、三大平台、四大课堂和各大品牌活动", 日期: "2022-01-10" }

/** The groups of the work line with their declared numbers; what they hold is in part invented. Source: F-05, A-17. */
const groups = [
  ["organisation", "组织", "Organisation", "1", ["楼宇党委"]],
  ["mechanisms", "机制", "Mechanisms", "2", ["企业走访", "驻点服务"]],
  ["platforms", "平台", "Platforms", "3", ["党群服务中心", "楼宇议事厅", "楼宇工联会"]],
  ["classrooms", "课堂", "Classrooms", "4", ["金融课堂", "法律课堂", "教育课堂"]],
  ["brands", "品牌活动", "Brands", "", ["玫瑰有约", "读书有约", "技能有约", "英才杯足球赛", "职工生日会"]]
] as const

const series = (id: string, zh: string, en: string, form: string, recurrence: string, more: Row = {}): Row => ({
  系列: id,
  周期: recurrence,
  名称: zh,
  英文名称: en,
  形式: form,
  对象: "职工",
  主办单位: "wanke-committee",
  地点: "zone-site",
  品牌: id,
  起始日期: "2022-03-01",
  ...more
})

const pairing = (unit: string, lineOf: string, more: Row): Row => ({
  结对: "pair-baoan",
  名称: "万科楼宇—保安社区结对共建",
  英文名称: "Vanke Tower and Baoan Community",
  领域: "commerce;convenience;elderCare",
  起始日期: "2022-07-01",
  截止日期: "2023-07-01",
  单元: unit,
  条线: lineOf,
  签署日期: "2022-07-01",
  ...more
})

/** The work line of the year, brands that come again, and a pairing with the community beside. Source: F-05, F-07, F-12. */
export const together: Rows = {
  "work-lines.csv": groups.map(([group, zh, en, declared]) => ({
    ...line,
    组: group,
    组名称: zh,
    组英文名称: en,
    声明数: declared
  })),
  "work-line-entries.csv": groups.flatMap(([group, , , , entries]) =>
    entries.map((name, i) => ({
      工作主线: "line-2022",
      组: group,
      内容: `${group}-${i + 1}`,
      名称: name,
      起始日期: "2022-03-01"
    }))
  ),
  "series.csv": [
    series("rose", "玫瑰有约", "Rose Date", "matchmaking", "monthly 2nd 6", { 名额: 40, 候补名额: 10 }),
    series("reading", "读书有约", "Reading Date", "reading", "weekly 3", { 遇休息日: "skip" }),
    series("birthday", "职工生日会", "Staff Birthdays", "birthday", "monthly 15", { 遇休息日: "next" })
  ],
  "series-changes.csv": [{ 系列: "reading", 周期: "weekly 2,4", 遇休息日: "skip", 起始日期: "2022-10-11" }],
  "pairings.csv": [
    pairing("wanke-committee", "building", { 承诺: "hall", 承诺类别: "venue", 承诺数量: "40" }),
    pairing("wanke-committee", "building", { 承诺: "help", 承诺类别: "talent", 承诺数量: "12" }),
    pairing("baoan-committee", "community", { 承诺: "space", 承诺类别: "venue", 承诺数量: "60" })
  ],
  "pairing-deliveries.csv": [
    { 结对: "pair-baoan", 承诺: "hall", 履行: "d-1", 数量: "16", 日期: "2022-09-10" },
    { 结对: "pair-baoan", 承诺: "hall", 履行: "d-2", 数量: "24", 日期: "2022-11-19" },
    { 结对: "pair-baoan", 承诺: "help", 履行: "d-3", 数量: "6", 日期: "2022-10-22" }
  ],
  "pairing-renewals.csv": [{ 结对: "pair-baoan", 续签日期: "2022-12-20", 截止日期: "2024-07-01" }],
  "stationing-changes.csv": [{ 驻点: "employment", 日期: "2022-11-15", 改期: "2022-11-17", 时段: "14:00-16:00" }]
}
