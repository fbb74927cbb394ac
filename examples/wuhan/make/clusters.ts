import { chinese, type Row, type Rows, range, two, unit } from "../../story/Row.ts"

/** A cluster with its buildings: one for the main station, one for each sub-station. */
export interface Cluster {
  readonly id: string
  readonly n: number
  readonly committee: string
  readonly zh: string
  readonly en: string
  readonly district: string
  readonly main: string
  readonly subs: ReadonlyArray<string>
}

/** The five that the sources name; the other twenty-five are invented. Source: H-04, W-16. */
const named = [
  ["同济健康城服务业集聚区", "Tongji Health City", "qiaokou"],
  ["华中金融城服务业集聚区", "Huazhong Financial City", "wuchang"],
  ["江汉武商商圈时尚消费集聚区", "Jianghan Wushang Fashion Cluster", "jianghan"],
  ["汉正街武汉中央服务区集聚区", "Hanzheng Street Central Service Area", "qiaokou"],
  ["江汉人力资源服务产业集聚区", "Jianghan HR Services Cluster", "jianghan"]
] as const

const districts = [
  ["qiaokou", "硚口区", "Qiaokou District"],
  ["wuchang", "武昌区", "Wuchang District"],
  ["jianghan", "江汉区", "Jianghan District"],
  ["example", "示例区", "Example District"]
] as const

/** Twelve clusters with five sub-stations and eighteen with four are 132. */
const subsOf = (n: number): number => (n <= 12 ? 5 : 4)

/** The cluster of merchants, with the finance fair. */
export const hanzheng = "c04"

/** The thirty clusters. */
export const clusters: ReadonlyArray<Cluster> = range(1, 30).map((n) => {
  const [zh, en, district] = named[n - 1] ?? [`示例集聚区${chinese(n)}`, `Example Cluster ${n}`, "example"]
  return {
    id: `c${two(n)}`,
    n,
    committee: `cc${two(n)}`,
    zh,
    en,
    district,
    main: `b${two(n)}-0`,
    subs: range(1, subsOf(n)).map((sub) => `b${two(n)}-${sub}`)
  }
})

const buildings: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map([
  ["b01-0", ["武汉城市广场", "Wuhan City Plaza"]],
  ["b01-1", ["K11武汉", "K11 Wuhan"]],
  ["b01-2", ["越秀财富中心", "Yuexiu Fortune Centre"]],
  ["b02-0", ["长城汇", "Great Wall Hui"]],
  ["b04-0", ["品牌服饰批发广场", "Brand Garment Plaza"]],
  ["b05-0", ["泛海SOHO城", "Oceanwide SOHO City"]]
])

const building = (id: string, within: string): Row => {
  const [zh, en] = buildings.get(id) ?? [`示例楼宇${id.slice(1)}`, `Example Tower ${id.slice(1)}`]
  return unit(id, "楼宇", zh, en, { 所在: within })
}

/** The city with thirty clusters, a comprehensive committee in each, and the buildings that stations are in. */
export const places: Rows = {
  "units.csv": [
    unit("wuhan", "市", "武汉市", "Wuhan"),
    ...districts.flatMap(([id, zh, en]) => [
      unit(id, "区", zh, en, { 所在: "wuhan" }),
      unit(`dc-${id}`, "区委", `${zh}委`, `${en} Party Committee`, { 所在: id })
    ]),
    ...clusters.flatMap(({ id, committee, zh, en, district, main, subs }) => [
      unit(id, "集聚区", zh, en, { 所在: district }),
      unit(committee, "综合党委", `${zh}综合党委`, `${en} Comprehensive Committee`, {
        上级: `dc-${district}`,
        所在: id
      }),
      ...[main, ...subs].map((one) => building(one, id))
    ]),
    unit("b01-0-f10", "楼层", "10层", "Floor 10", { 所在: "b01-0" })
  ]
}
