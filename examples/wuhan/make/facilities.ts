import { type Row, type Rows, range, two, unit } from "../../story/Row.ts"
import { clusters } from "./clusters.ts"

const at = (n: number): string => clusters[n % clusters.length]?.main ?? ""

// 29 car parks share 70 or more each, none of which was counted to the last one: 2,030 and more.
const parking = range(1, 29)

const facility = (
  id: string,
  kind: string,
  zh: string,
  en: string,
  place: string,
  quantity: string,
  more: Row = {}
): Row => ({
  设施: id,
  类型: kind,
  名称: zh,
  英文名称: en,
  地点: place,
  数量: quantity,
  起始日期: "2022-03-01",
  ...more
})

/** Thirteen canteens, 2,000 shared parking spaces and more, sixty holiday classes. Source: H-14. */
export const facilities: Rows = {
  "units.csv": [
    unit("carer", "社会组织", "示例托管服务机构", "Example Childcare Organisation", { 所在: "b02-0" }),
    unit("carer-2", "社会组织", "示例托管服务机构二", "Example Childcare Organisation 2", { 所在: "b02-1" }),
    unit("league", "职能部门", "示例团委", "Example Youth League", { 所在: "wuchang" })
  ],
  "facilities.csv": [
    ...range(1, 13).map((n) =>
      facility(`canteen-${two(n)}`, "canteen", `示例白领食堂${n}`, `Example Canteen ${n}`, at(n), "1")
    ),
    ...parking.map((n) =>
      facility(`parking-${two(n)}`, "tidalParking", `示例潮汐停车场${n}`, `Example Tidal Car Park ${n}`, at(n), "70余")
    ),
    ...range(1, 60).map((n) =>
      facility(
        `class-${two(n)}`,
        "childcareClass",
        n === 1 ? "长城汇“红领巾学堂”" : `示例托管班${n}`,
        n === 1 ? "Great Wall Hui Red Scarf School" : `Example Holiday Class ${n}`,
        n === 1 ? "b02-0" : at(n),
        "1",
        { 运营单位: "carer", 提供单位: "league" }
      )
    )
  ],
  // By day the spaces are for who works there, by night for who lives around; the source states no hours.
  "shared-windows.csv": parking.flatMap((n) => [
    { 设施: `parking-${two(n)}`, 服务对象: "职工", 日子: "工作日", 时段: "08:00-18:30", 起始日期: "2022-03-01" },
    { 设施: `parking-${two(n)}`, 服务对象: "周边居民", 日子: "每天", 时段: "19:00-24:00", 起始日期: "2022-03-01" }
  ])
}
