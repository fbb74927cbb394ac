import { type Row, type Rows, range, three, two, unit } from "../../story/Row.ts"

const zone = "zone"
const opened = "2022-10-11"

/** The seven spaces of the zone, 2,718 m² together; the area of each is invented. Source: F-15. */
const spaces = [
  ["exhibition", "多功能展览馆", "Exhibition hall", "exhibition", 420],
  ["talents", "玉兰英才榜", "Magnolia talent wall", "talentWall", 96],
  ["centre", "党群服务中心", "Party-mass service centre", "serviceCentre", 380],
  ["gallery", "展示长廊", "Gallery", "gallery", 162],
  ["reading", "公共阅读空间", "Public reading space", "publicReading", 460],
  ["self-service", "自助服务区", "Self-service area", "selfService", 180],
  ["outdoor", "户外活动区", "Outdoor area", "outdoor", 1020]
] as const

const item = (n: number): string => `i-${three(n)}`
const items = (from: number, to: number): string => range(from, to).map(item).join(";")

/** Four devices with 108 items; some are offered by two. The source says a hundred and more. */
const devices = [
  ["window", "citizenWindow", "市民之窗", "Citizen window", items(1, 64)],
  ["social", "socialSecurity", "社保智慧终端机", "Social-security terminal", items(60, 84)],
  ["touchless", "allInOne", "无感一体机", "Contact-free all-in-one", items(80, 108)],
  ["screen", "dataScreen", "数据分析屏", "Data screen", ""]
] as const

/** The seven one-stop services. Source: F-10, F-15. */
const services = [
  ["talentPolicy", "人才政策", "Talent policy", "government"],
  ["enterpriseLiaison", "企业联络", "Enterprise liaison", "community"],
  ["employmentAid", "就业援助", "Employment aid", "government"],
  ["partyConsultation", "党务咨询", "Party consultation", "party"],
  ["administrative", "行政服务", "Administrative service", "government"],
  ["psychologicalAid", "心理援助", "Psychological aid", "medical"],
  ["legalAdvice", "法律咨询", "Legal advice", "legal"]
] as const

// Forty are on the wall, five more were introduced and are not; all are ids.
const talents = range(1, 45)
const isHonoured = (n: number): boolean => n <= 40
const talent = (n: number): string => `talent-${two(n)}`
const introduced = (n: number): string => `20${String(12 + (n % 9))}-0${1 + (n % 9)}-10`

const step = (n: number, on: string, what: string, more: Row): Row => ({
  线索: talent(n),
  日期: on,
  事项: what,
  ...more
})

/** A service zone of seven spaces, its talents, its devices and its seven services. Source: F-15. */
export const serviceZone: Rows = {
  "units.csv": [
    unit("zone-site", "楼宇服务功能区", "万科楼宇服务功能区", "Vanke Building Service Zone", { 所在: "wanke" }),
    unit("union", "楼宇工会联合会", "万科金融中心楼宇工会联合会", "Vanke Centre Trade-union Federation", {
      上级: "wanke-committee",
      所在: "wanke",
      起始日期: "2022-06-01"
    })
  ],
  "stations.csv": [
    {
      站点: zone,
      类型: "serviceZone",
      名称: "万科楼宇服务功能区",
      英文名称: "Vanke Building Service Zone",
      地点: "zone-site",
      层级: "独立",
      面积: 2718,
      空间来源: "共享",
      空间归属: "wanke-committee",
      服务对象: "企业;职工;周边居民;党员",
      开放给: "zumiao",
      起始日期: opened
    }
  ],
  "hours.csv": [
    { 站点: zone, 种类: "常规", 日子: "工作日", 时段: "09:00-12:00;14:00-17:30", 起始日期: opened },
    { 站点: zone, 种类: "午间", 日子: "工作日", 时段: "12:00-14:00", 起始日期: opened },
    { 站点: zone, 种类: "周末", 日子: "周末", 时段: "10:00-17:00", 起始日期: opened }
  ],
  "rooms.csv": spaces.map(([room, 名称, 英文名称, kind, area]) => ({
    功能室: room,
    站点: zone,
    类型: kind,
    名称,
    英文名称,
    面积: area,
    起始日期: opened
  })),
  "items.csv": range(1, 108).map((n) => ({
    事项: item(n),
    名称: `示例自助事项${n}`,
    英文名称: `Example Self-service Item ${n}`
  })),
  "devices.csv": devices.map(([device, kind, 名称, 英文名称, offered]) => ({
    设备: device,
    类型: kind,
    名称,
    英文名称,
    站点: zone,
    功能室: "self-service",
    事项: offered,
    启用时间: `${opened} 09:00`
  })),
  "outages.csv": [{ 设备: "window", 停用时间: "2022-11-02 10:00", 原因: "停电检修", 恢复时间: "2022-11-02 15:00" }],
  "services.csv": services.map(([category, name, english, domain], i) => ({
    清单: "seven",
    版本: 1,
    清单名称: "七项一站式服务",
    清单英文名称: "Seven Services at One Stop",
    起始日期: opened,
    事项: `SV-${i + 1}`,
    名称: name,
    英文名称: english,
    服务领域: domain,
    类别: category,
    责任部门: "union",
    渠道: "station"
  })),
  "offerings.csv": services.map((_, i) => ({
    清单: "seven",
    事项: `SV-${i + 1}`,
    地点: "zone-site",
    起始日期: opened
  })),
  "stationings.csv": [
    {
      驻点: "employment",
      站点: zone,
      部门: "employment-centre",
      名称: "就业援助驻点",
      英文名称: "Employment Aid on Site",
      服务事项: "SV-3",
      星期: "2",
      时段: "09:30-11:30",
      起始日期: "2022-10-18"
    }
  ],
  "pipelines.csv": [{ 流程: "talent", 起始日期: "2010-01-01" }],
  "prospects.csv": talents.map((n) => ({
    线索: talent(n),
    流程: "talent",
    联系人: `p-talent-${two(n)}`,
    来源: "禅聚英才",
    登记日期: introduced(n)
  })),
  "prospect-steps.csv": talents.flatMap((n) => [
    step(n, introduced(n), "达成", {}),
    ...(isHonoured(n)
      ? [step(n, "2022-09-01", "推进", { 阶段: "培育" }), step(n, opened, "推进", { 阶段: "玉兰英才榜" })]
      : [])
  ])
}
