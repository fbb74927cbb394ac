import type { Rows } from "../../story/Row.ts"

/** The rooms of the first main station, who booked them, and what else became of things. Source: H-09, H-12, H-32, W-08. */
export const rooms: Rows = {
  "rooms.csv": [
    ["c01-reading", "reading", "阅读站", "Reading", 30],
    ["c01-fitness", "fitness", "健身站", "Fitness", 20],
    ["c01-talks", "counselling", "心理咨询室", "Counselling", 4],
    ["c01-exchange", "exchange", "交流区", "Exchange", 40],
    ["c01-24h", "selfService24h", "24小时政务服务区", "Self-service Day and Night", 6],
    ["c01-cabin", "healthCabin", "健康小屋", "Health Cabin", 6]
  ].map(([room = "", kind = "", zh = "", en = "", fits = 0]) => ({
    功能室: room,
    站点: "st-c01",
    类型: kind,
    名称: zh,
    英文名称: en,
    容纳人数: fits,
    起始日期: "2021-10-01"
  })),
  "hours.csv": [
    { 站点: "st-c01", 种类: "常规", 日子: "工作日", 时段: "09:00-12:00;13:30-17:30", 起始日期: "2021-10-01" },
    { 站点: "st-c01", 种类: "午间", 日子: "工作日", 时段: "12:00-13:30", 起始日期: "2021-10-01" },
    { 功能室: "c01-24h", 种类: "全天候", 起始日期: "2021-10-01" }
  ],
  "bookings.csv": [
    { 功能室: "c01-exchange", 预订: "noon-1", 日期: "2024-10-21", 时段: "12:00-13:00", 单位: "cc01", 人数: 25 },
    { 功能室: "c01-exchange", 预订: "noon-2", 日期: "2024-10-21", 时段: "13:00-14:00", 单位: "bank-01", 人数: 12 }
  ],
  "room-outages.csv": [
    { 功能室: "c01-fitness", 停用: "floor", 起始日期: "2024-10-21", 截止日期: "2024-10-26", 原因: "更换地板" }
  ],
  "devices.csv": [
    {
      设备: "c01-box",
      类型: "allInOne",
      名称: "自助一体机",
      英文名称: "All-in-one",
      站点: "st-c01",
      功能室: "c01-24h",
      事项: "licence",
      启用时间: "2021-10-01 09:00"
    }
  ],
  "items.csv": [
    { 事项: "licence", 名称: "营业执照打印", 英文名称: "Business licence" },
    { 事项: "insurance", 名称: "社保查询", 英文名称: "Social insurance" }
  ],
  "device-items.csv": [{ 设备: "c01-box", 事项: "licence;insurance", 时间: "2023-01-01 00:00" }],
  "allocations.csv": [
    {
      设施: "parking-05",
      分配: "hr-firms",
      服务对象: "职工",
      单位: "h405",
      数量: 12,
      日子: "工作日",
      时段: "08:30-18:00",
      起始日期: "2022-04-01"
    }
  ],
  "chain-positions.csv": [
    { 企业: "bank-10", 产业链: "dualCarbon", 环节: "finance", 起始日期: "2022-01-01" },
    { 企业: "h406", 产业链: "dualCarbon", 环节: "accounting", 起始日期: "2022-01-01" }
  ]
}
