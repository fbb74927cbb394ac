import type { Row, Rows } from "../../story/Row.ts"
import { type Cluster, clusters, hanzheng } from "./clusters.ts"

const mainOf = ({ id }: Cluster): string => `st-${id}`

/** What of a station is known by name. Source: H-09, H-10. */
const named: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map([
  ["st-c01", ["同济健康城江城红领驿站·党群活动服务中心", "Tongji Health City Party-mass Service Centre"]],
  ["st-c01-1", ["K11武汉同济产业科创中心", "K11 Tongji Innovation Centre"]],
  ["st-c01-2", ["越秀财富中心越港湾党群活动中心", "Yuexiu Yuegangwan Centre"]]
])

// Together these reach the about 30,000 merchants and enterprises of the cluster, as far as anybody knows.
const reach = ({ id }: Cluster): Row => (id === hanzheng ? { 辐射分钟: 15, 辐射企业: "约5000" } : {})

const station = (id: string, zh: string, en: string, more: Row): Row => {
  const [name, english] = named.get(id) ?? [zh, en]
  return { 站点: id, 名称: name, 英文名称: english, 服务对象: "企业;职工", ...more }
}

const main = (cluster: Cluster): Row =>
  station(mainOf(cluster), `${cluster.zh}江城红领驿站`, `${cluster.en} Main Station`, {
    类型: "partyMassCentre",
    地点: cluster.n === 1 ? "b01-0-f10" : cluster.main,
    集聚区: cluster.id,
    体系: "1+N",
    面积: cluster.n === 1 ? 677 : 300 + ((cluster.n * 37) % 400),
    ...reach(cluster),
    起始日期: `2021-0${1 + (cluster.n % 9)}-01`
  })

const subs = (cluster: Cluster): ReadonlyArray<Row> =>
  cluster.subs.map((place, i) =>
    station(`${mainOf(cluster)}-${i + 1}`, `${cluster.zh}分站点${i + 1}`, `${cluster.en} Sub-station ${i + 1}`, {
      类型: "redCollarStation",
      地点: place,
      主阵地: mainOf(cluster),
      空间来源: (["共享", "整合", "置换", "自有"] as const)[(cluster.n + i) % 4] ?? "",
      ...reach(cluster),
      起始日期: `2022-0${1 + ((cluster.n + i) % 9)}-01`
    })
  )

/** A main station in each cluster and the sub-stations around it: 30 and 132. Source: H-10. */
export const stations: Rows = {
  "stations.csv": clusters.flatMap((cluster) => [main(cluster), ...subs(cluster)])
}
