import type { Rows } from "../../story/Row.ts"

const of = { 站点: "leading" }
const opened = "2022-03-01"

/** The centre in room 1107 with its five functions, its terminal, and departments that come all year. Source: D-05, D-12. */
export const centre: Rows = {
  "stations.csv": [
    {
      ...of,
      类型: "partyMassCentre",
      名称: "领航富力楼宇党群服务中心",
      英文名称: "Leading Fuli Service Centre",
      地点: "t3-1107",
      层级: "独立",
      服务对象: "企业;职工",
      起始日期: opened
    }
  ],
  "rooms.csv": [
    ["training", "教育培训", "Education and training"],
    ["investmentReception", "招商纳客", "Investment reception"],
    ["audioVideo", "影音传播", "Audio and video"],
    ["virtualReality", "VR体验", "Virtual reality"],
    ["leisure", "休闲娱乐", "Leisure"]
  ].map(([kind = "", zh = "", en = ""]) => ({
    功能室: `room-${kind}`,
    ...of,
    类型: kind,
    名称: zh,
    英文名称: en,
    起始日期: opened
  })),
  "items.csv": [
    { 事项: "papers", 名称: "证件办理", 英文名称: "Papers" },
    { 事项: "queries", 名称: "政务查询", 英文名称: "Queries" },
    { 事项: "payments", 名称: "缴费服务", 英文名称: "Payments" }
  ],
  "devices.csv": [
    {
      设备: "terminal",
      类型: "allInOne",
      名称: "政务服务自助终端一体机",
      英文名称: "All-in-one Terminal",
      ...of,
      事项: "papers;queries;payments",
      启用时间: `${opened} 09:00`
    }
  ],
  "device-uses.csv": [{ 设备: "terminal", 起始日期: opened, 截止日期: "2023-01-01", 次数: "30余" }],
  "stationings.csv": [
    ["d-market", "市场监管驻点", "Market supervision on site", "2"],
    ["d-env", "营商环境驻点", "Business environment on site", "4"]
  ].map(([department = "", zh = "", en = "", weekday = ""]) => ({
    驻点: `on-site-${department}`,
    ...of,
    部门: department,
    名称: zh,
    英文名称: en,
    星期: weekday,
    时段: "09:00-16:00",
    起始日期: opened
  }))
}
