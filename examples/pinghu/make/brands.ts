import { type Row, type Rows, range, two } from "../../story/Row.ts"
import { departmentId, opened } from "./bodies.ts"

const redCollar = range(1, 15).filter((n) => n % 3 !== 0)
const riders = range(1, 15).filter((n) => n % 3 === 0)
const hours = (站点: string, 种类: string, 日子: string, 时段: string, 起始日期: string): Row => ({
  站点,
  种类,
  日子,
  时段,
  起始日期
})

/** Extended hours: at noon, on weekends and on holidays as well, and for riders into the night. Source: P-24, P-39. */
const opening: ReadonlyArray<Row> = [
  hours("centre", "常规", "工作日", "08:30-11:30;13:30-17:00", "2019-05-01"),
  hours("centre", "午间", "工作日", "11:30-13:30", "2021-07-01"),
  hours("centre", "周末", "周末", "09:00-16:00", "2021-07-01"),
  hours("centre", "节假日", "节假日", "09:00-12:00", "2021-07-01"),
  ...redCollar.flatMap((n) => [
    hours(`st-${two(n)}`, "常规", "工作日", "09:00-17:00", opened(n)),
    hours(`st-${two(n)}`, "延时", "工作日", "17:00-19:00", opened(n))
  ]),
  ...riders.map((n) => hours(`st-${two(n)}`, "常规", "每天", "07:00-22:00", opened(n))),
  // No two days of the spring festival are like others.
  {
    站点: "centre",
    种类: "节假日",
    时段: "10:00-12:00",
    日期: "2022-01-31..2022-02-07",
    名称: "春节",
    英文名称: "Spring Festival",
    起始日期: "2022-01-20"
  }
]

const rooms: ReadonlyArray<Row> = [
  { 功能室: "centre-hall", 站点: "centre", 类型: "教育培训", 名称: "讲坛厅", 英文名称: "Forum Hall", 容纳人数: 60 },
  { 功能室: "centre-noon", 站点: "centre", 类型: "休闲区", 名称: "午间客厅", 英文名称: "Noon Lounge", 容纳人数: 24 }
].map((room) => ({ ...room, 起始日期: "2021-07-01" }))

const series: ReadonlyArray<Row> = [
  {
    系列: "noon",
    周期: "weekly 3",
    遇休息日: "不办",
    名称: "午间一小时",
    英文名称: "Noon Hour",
    形式: "noonHour",
    对象: "职工",
    时段: "12:10-13:10",
    名额: 24,
    候补名额: 6,
    品牌: "noonHour",
    起始日期: "2021-07-01"
  },
  {
    系列: "forum",
    周期: "monthly 2nd 4",
    遇休息日: "顺延",
    名称: "楼宇讲坛",
    英文名称: "Building Forum",
    形式: "forum",
    对象: "职工",
    时段: "14:00-16:00",
    名额: 60,
    候补名额: 10,
    品牌: "forum",
    起始日期: "2021-07-01"
  },
  {
    系列: "neighbours",
    周期: "yearly 05-20",
    名称: "楼宇友邻节",
    英文名称: "Good-Neighbour Festival",
    形式: "festival",
    对象: "职工",
    起始日期: "2021-05-01"
  },
  {
    系列: "mid-autumn",
    周期: "2021-09-18;2022-09-09",
    名称: "红色互动·情暖中秋",
    英文名称: "Mid-Autumn Together",
    形式: "festival",
    对象: "职工",
    起始日期: "2021-05-01"
  },
  {
    系列: "rider-week",
    周期: "yearly 11-11",
    名称: "双“十一”骑士关爱周",
    英文名称: "Double-Eleven Rider Care Week",
    形式: "volunteering",
    对象: "职工",
    起始日期: "2021-05-01"
  }
].map((one) => ({ ...one, 主办单位: "centre", 地点: "site-00" }))

const held = (id: string, of: string | undefined, date: string, attended: string, more: Row): Row => ({
  活动: id,
  系列: of ?? "",
  对象: "职工",
  主办单位: "centre",
  地点: "site-00",
  举办日期: date,
  安排日期: `${date.slice(0, 8)}01`,
  已举办日期: date,
  参加人数: attended,
  ...more
})

/** What the forums of 2022 were about: what people learn, how they rest, how they keep fit. Source: P-25. */
const talks = [
  ["2022-03-10", "税收政策专题", "Tax Policy", "learning", 51],
  ["2022-04-14", "劳动合同问答", "Labour Contracts", "learning", 38],
  ["2022-05-12", "减压有方", "Stress and Rest", "leisure", 60],
  ["2022-06-09", "企业合规", "Compliance", "learning", 33],
  ["2022-08-11", "颈椎与久坐", "Neck and Chair", "fitness", 57],
  ["2022-10-13", "融资一堂课", "Finance for Small Firms", "learning", 42],
  ["2022-12-08", "亲子沟通", "Talking with Children", "leisure", 45]
] as const

const noons = [
  ["2022-03-16", "午间读书", "Reading at Noon", "leisure", 18],
  ["2022-06-15", "午间瑜伽", "Yoga at Noon", "fitness", 24],
  ["2022-09-14", "午间义诊", "Doctor at Noon", "fitness", 22],
  ["2022-11-16", "午间插花", "Flowers at Noon", "leisure", 20]
] as const

const activities: ReadonlyArray<Row> = [
  ...talks.map(([date, 名称, 英文名称, 主题, came]) =>
    held(`forum-${date.slice(0, 7)}`, "forum", date, `${came}`, {
      名称,
      英文名称,
      主题,
      形式: "forum",
      时段: "14:00-16:00",
      名额: 60,
      候补名额: 10,
      品牌: "forum"
    })
  ),
  ...noons.map(([date, 名称, 英文名称, 主题, came]) =>
    held(`noon-${date.slice(0, 7)}`, "noon", date, `${came}`, {
      名称,
      英文名称,
      主题,
      形式: "noonHour",
      时段: "12:10-13:10",
      名额: 24,
      候补名额: 6,
      品牌: "noonHour"
    })
  ),
  held("neighbours-2022", "neighbours", "2022-05-20", "300余", {
    名称: "第二届楼宇友邻节",
    英文名称: "Second Good-Neighbour Festival",
    形式: "festival"
  }),
  held("mid-autumn-2022", "mid-autumn", "2022-09-09", "近200", {
    名称: "红色互动·情暖中秋",
    英文名称: "Mid-Autumn Together",
    形式: "festival"
  }),
  held("rider-week-2022", "rider-week", "2022-11-11", "120余", {
    名称: "双“十一”骑士关爱周",
    英文名称: "Double-Eleven Rider Care Week",
    形式: "volunteering",
    主办单位: "centre;gn-01"
  }),
  held("cloud-fair-2022", undefined, "2022-03-30", "400余", {
    名称: "“云”聘会",
    英文名称: "Online Job Fair",
    形式: "fair",
    主办单位: `centre;${departmentId(2)}`
  }),
  held("short-video-2022", undefined, "2022-07-21", "46", {
    名称: "抖音短视频业务培训",
    英文名称: "Short-Video Training",
    形式: "shortVideoTraining",
    主办单位: `centre;${departmentId(5)}`,
    时段: "14:00-17:00",
    名额: 60,
    主题: "learning"
  })
]

type Session = readonly [date: string, ...ReadonlyArray<unknown>]
const booked = ([date]: Session, 系列: string, 功能室: string, 时段: string): Row => ({
  功能室,
  预订: `${功能室}-${date}`,
  日期: date,
  时段,
  单位: "centre",
  活动: `${系列}-${date.slice(0, 7)}`,
  系列
})

/** What the centre offers under names of its own: extended hours, the noon hour, the forum, and key dates. Source: P-24, P-25, P-26, P-39. */
export const brands = (liveSellers: ReadonlyArray<string>): Rows => ({
  "hours.csv": opening,
  "rooms.csv": rooms,
  "bookings.csv": [
    ...talks.map((talk) => ({ ...booked(talk, "forum", "centre-hall", "13:30-16:30"), 人数: 60 })),
    ...noons.map((noon) => ({ ...booked(noon, "noon", "centre-noon", "12:00-13:30"), 人数: 24 }))
  ],
  "series.csv": series,
  "planned-activities.csv": activities,
  // Some of whom the training taught went into live e-commerce; how many clips they made is said as it was.
  "activity-results.csv": [
    { 活动: "short-video-2022", 日期: "2022-09-30", 指标: "clips", 数量: "80余" },
    ...liveSellers.map((单元) => ({ 活动: "short-video-2022", 日期: "2022-09-30", 单元, 成效: "liveSales" }))
  ]
})
