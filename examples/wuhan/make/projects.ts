import { type Row, type Rows, range, two } from "../../story/Row.ts"
import { type Cluster, clusters } from "./clusters.ts"

// Five committees published eleven, the others ten: 305. Ten is a soft cap.
const published = (cluster: Cluster): number => (cluster.n % 6 === 0 ? 11 : 10)

const all = clusters.flatMap((cluster) =>
  range(1, published(cluster)).map((at) => ({ cluster, at, id: `p-${two(at)}` }))
)

// Two of each committee are nominated for the city; of these 60 the score of 55 suffices.
const nominated = all.filter(({ at }) => at <= 2)
const isShort = (n: number): boolean => n % 12 === 7

const matters = [
  ["白领食堂", "White-collar canteen"],
  ["暑期托管班", "Summer childcare class"],
  ["潮汐停车位", "Tidal parking"],
  ["共享会议室", "Shared meeting rooms"],
  ["政策上门", "Policies at the door"],
  ["法律咨询日", "Legal advice day"],
  ["健康小屋", "Health cabin"],
  ["人才公寓对接", "Homes for talent"],
  ["电动车充电棚", "Sheds to charge e-bikes"],
  ["夜间公交专线", "Night bus"],
  ["楼宇图书角", "Reading corner"]
] as const

const list = ({ committee }: Cluster): Row => ({ 委员会: committee, 年度: 2022 })

const project = ({ cluster, at, id }: (typeof all)[number]): Row => {
  const [zh, en] = matters[at - 1] ?? matters[0]
  const n = nominated.findIndex((one) => one.cluster === cluster && one.id === id)
  return {
    ...list(cluster),
    实事项目: id,
    名称: zh,
    英文名称: en,
    承诺: `年内办成：${zh}`,
    受益人数: `${100 + ((cluster.n * 53 + at * 29) % 900)}余`,
    列入日期: "2022-01-20",
    ...(n < 0 ? {} : { 市级推荐日期: "2022-03-01", ...(isShort(n) ? {} : { 市级入选日期: "2022-04-15" }) })
  }
}

const marks = (n: number): string =>
  (isShort(n) ? [45, 55] : [60 + ((n * 7) % 40), 60 + ((n * 7 + 13) % 40)])
    .map((mark, i) => `${["entities", "staff"][i]}=${mark}`)
    .join(";")

const figure = (id: string, indicator: string, value: string, counted: string): Row => ({
  公布编号: id,
  指标: indicator,
  范围: "wuhan",
  范围名称: "武汉市",
  公布值: value,
  单位: counted,
  数据日期: "2022-06-30",
  来源: "武汉集聚区案例，由305、30和55得出",
  公布日期: "2022-06-30"
})

/** The practical projects of thirty committees, and which of them became municipal key projects. Source: W-06. */
export const practical: Rows = {
  "annual-lists.csv": clusters.map((cluster) => ({ ...list(cluster), 开列日期: "2022-01-10", 公布日期: "2022-02-01" })),
  "annual-projects.csv": all.map(project),
  "annual-project-reports.csv": nominated.map(({ cluster, id }, n) => ({
    ...list(cluster),
    实事项目: id,
    日期: "2022-03-20",
    受益评分: marks(n)
  })),
  "figures.csv": [
    figure("g06-each", "每个综合党委的实事项目数", "10.17", "个"),
    figure("g06-key", "重点项目占比", "18.03", "%")
  ]
}
