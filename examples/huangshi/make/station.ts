import { type Row, type Rows, range, two } from "../../story/Row.ts"

const of = { 站点: "e-station" }
const opened = "2022-09-01"

/** The five items that the source names; the other eighty-nine are invented. Source: H-23. */
const named: ReadonlyArray<readonly [zh: string, en: string]> = [
  ["工商营业执照办理", "Business licence"],
  ["食品经营许可", "Food-business permit"],
  ["异地就医备案", "Medical care elsewhere"],
  ["企业社保查询打印", "Social insurance of a firm, query and print"],
  ["定额发票领取", "Fixed-amount invoices"]
]

const item = (n: number): string => `h-${two(n)}`
const items = (...stretches: ReadonlyArray<readonly [from: number, to: number]>): string =>
  stretches.flatMap(([from, to]) => range(from, to).map(item)).join(";")

/** Six devices, three of which the source names; the second all-in-one has some of what the others have. */
const devices: ReadonlyArray<readonly [id: string, kind: string, zh: string, en: string, offered: string]> = [
  ["all-1", "allInOne", "智慧政务无人值守站集成机", "Unattended all-in-one", items([1, 4], [6, 50])],
  ["all-2", "allInOne", "综合自助机", "Second all-in-one", items([40, 60], [91, 94])],
  ["medical", "medicalInsurance", "医保缴费自助查询打印机", "Medical-insurance printer", items([3, 3], [51, 62])],
  ["gas", "gasPayment", "天然气缴纳自助服务终端", "Gas-payment terminal", items([63, 66])],
  ["social", "socialSecurity", "社保自助机", "Social-security terminal", items([4, 4], [67, 80])],
  ["invoices", "allInOne", "发票自助机", "Invoice machine", items([5, 5], [81, 90])]
]

const outage = (device: string, failed: string, reason: string, restored?: string): Row => ({
  设备: device,
  停用时间: failed,
  原因: reason,
  ...(restored === undefined ? {} : { 恢复时间: restored })
})

/** A station in the lobby that never closes: 94 items on six devices. Source: H-23. */
export const station: Rows = {
  "stations.csv": [
    {
      ...of,
      类型: "selfServiceStation",
      名称: "智慧政务e站",
      英文名称: "Smart Government E-station",
      地点: "e-site",
      层级: "独立",
      服务对象: "周边居民;商户;企业;职工",
      开放给: "wanda-community",
      辐射分钟: 15,
      辐射企业: "两千余",
      辐射户数: "六万余",
      起始日期: opened
    }
  ],
  "hours.csv": [{ ...of, 种类: "全天候", 起始日期: opened }],
  "station-labels.csv": [{ ...of, 标签组: "reach", 标签: "15minutes;24x7;oneStop", 起始日期: opened }],
  "items.csv": range(1, 94).map((n) => {
    const [zh, en] = named[n - 1] ?? [`示例高频事项${n}`, `Example Frequent Item ${n}`]
    // Fetching invoices took more than an hour to go there and back, and takes less than ten minutes.
    return { 事项: item(n), 名称: zh, 英文名称: en, ...(n === 5 ? { 原来分钟: "60余", 现在分钟: "近10" } : {}) }
  }),
  "devices.csv": devices.map(([id, kind, 名称, 英文名称, offered]) => ({
    设备: id,
    类型: kind,
    名称,
    英文名称,
    ...of,
    事项: offered,
    启用时间: `${opened} 00:00`
  })),
  "outages.csv": [
    outage("all-1", "2024-08-10 02:00", "系统升级", "2024-08-10 09:00"),
    outage("gas", "2024-09-02 18:30", "打印机卡纸", "2024-09-03 10:00"),
    outage("all-2", "2024-09-03 08:00", "网络故障", "2024-09-03 12:00"),
    outage("invoices", "2024-10-20 21:00", "票纸用尽")
  ],
  "device-uses.csv": [
    { 设备: "invoices", 事项: item(5), 起始日期: "2024-07-01", 截止日期: "2024-10-01", 次数: "412" },
    { 设备: "all-1", 起始日期: "2024-07-01", 截止日期: "2024-10-01", 次数: "约3000" }
  ]
}
