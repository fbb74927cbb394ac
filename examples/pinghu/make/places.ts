import { chinese, type Row, type Rows, range, two } from "../../story/Row.ts"

/** The five buildings the source names; the names of places are public. */
const named = ["总商会大厦", "建工大厦", "城投大厦", "威克斯大厦", "温州商会大厦"]
const namedInEnglish = [
  "General Chamber of Commerce Building",
  "Jiangong Building",
  "Chengtou Building",
  "Weikesi Building",
  "Wenzhou Chamber of Commerce Building"
]

/** Since 2022 the 16 buildings hold 33 micro-grids: five with three each, seven with two, four with one. */
export const gridsOf = (building: number): number => (building <= 5 ? 3 : building <= 12 ? 2 : 1)

export const buildings = range(1, 16)
export const redrawn = "2022-03-01"

/** Two floors for each micro-grid, two rooms on each floor. */
export const floorsOf = (building: number): ReadonlyArray<number> => range(1, gridsOf(building) * 2)
export const buildingId = (building: number): string => `b${two(building)}`
export const floorId = (building: number, floor: number): string => `${buildingId(building)}-f${floor}`
export const gridId = (building: number, grid: number): string => `g${two(building)}-${grid}`

/** Every room, building by building and floor by floor. */
export const rooms: ReadonlyArray<string> = buildings.flatMap((building) =>
  floorsOf(building).flatMap((floor) => [1, 2].map((room) => `${floorId(building, floor)}-r${room}`))
)

const above: ReadonlyArray<Row> = [
  { 编号: "pinghu", 类型: "市", 名称: "平湖市", 英文名称: "Pinghu", 区划代码: "330482" },
  { 编号: "danghu", 类型: "街道", 名称: "当湖街道", 英文名称: "Danghu Street", 所在: "pinghu", 区划代码: "330482001" },
  { 编号: "nanshi", 类型: "社区", 名称: "南市楼宇社区", 英文名称: "Nanshi Building Community", 所在: "danghu" },
  {
    编号: "cbd",
    类型: "商务区",
    名称: "南市中央商务区",
    英文名称: "Nanshi CBD",
    所在: "nanshi",
    其他编码: "legacy=NS-CBD"
  },
  { 编号: "wuyue", 类型: "商圈", 名称: "吾悦广场", 英文名称: "Wuyue Plaza", 所在: "cbd" }
]

const nameOf = (building: number) => ({
  名称: named[building - 1] ?? (building === 6 ? "示例商务楼" : `示例大厦${chinese(building)}`),
  英文名称: namedInEnglish[building - 1] ?? (building === 6 ? "Example Business House" : `Example Tower ${building}`)
})

const inside = (building: number): ReadonlyArray<Row> => [
  { 编号: buildingId(building), 类型: "楼宇", ...nameOf(building), 所在: "cbd" },
  ...floorsOf(building).flatMap((floor) => [
    {
      编号: floorId(building, floor),
      类型: "楼层",
      名称: `${floor}层`,
      英文名称: `Floor ${floor}`,
      所在: buildingId(building)
    },
    ...[1, 2].map((room) => ({
      编号: `${floorId(building, floor)}-r${room}`,
      类型: "房间",
      名称: `${floor}0${room}室`,
      英文名称: `Room ${floor}0${room}`,
      所在: floorId(building, floor)
    }))
  ]),
  ...range(1, gridsOf(building)).map((grid) => ({
    编号: gridId(building, grid),
    类型: "微网格",
    名称: `${nameOf(building).名称}第${chinese(grid)}微网格`,
    英文名称: `Micro-grid ${building}-${grid}`,
    所在: buildingId(building),
    起始日期: grid === 1 ? "" : redrawn
  }))
]

// In building 12 the border runs through the second floor, which is why it is given out by rooms there.
const partsOf = (building: number, floor: number): ReadonlyArray<string> =>
  building === 12 && floor === 2 ? [1, 2].map((room) => `${floorId(12, 2)}-r${room}`) : [floorId(building, floor)]

const gridOf = (building: number, floor: number, part: string): number =>
  building === 12 && part.endsWith("-f2-r2") ? 2 : Math.ceil(floor / 2)

const gridRows = (building: number): ReadonlyArray<Row> => {
  const parts = floorsOf(building).flatMap((floor) => partsOf(building, floor).map((part) => ({ floor, part })))
  const of = (grid: number) => parts.filter(({ floor, part }) => gridOf(building, floor, part) === grid)
  return [
    { 微网格: gridId(building, 1), 场所: parts.map(({ part }) => part).join(";") },
    ...range(2, gridsOf(building)).map((grid) => ({
      微网格: gridId(building, grid),
      场所: of(grid)
        .map(({ part }) => part)
        .join(";"),
      起始日期: redrawn
    }))
  ]
}

/** Places, the micro-grids they are given to, and the chat group of each micro-grid. */
export const places: Rows = {
  "units.csv": [...above, ...buildings.flatMap(inside)],
  "grids.csv": buildings.flatMap(gridRows),
  "chat-groups.csv": buildings.flatMap((building) =>
    range(1, gridsOf(building)).map((grid) => ({
      编号: gridId(building, grid),
      群: `nanshi-${gridId(building, grid)}`,
      起始日期: redrawn
    }))
  ),
  "names.csv": [
    { 编号: "b06", 名称: "示例大厦六", 英文名称: "Example Tower 6", 起始日期: "2021-05-01" },
    { 编号: "g06-1", 名称: "示例大厦六第一微网格", 英文名称: "Micro-grid 6-1", 起始日期: "2021-05-01" }
  ],
  "aliases.csv": [
    { 编号: "cbd", 别名: "南市CBD", 种类: "简称" },
    { 编号: "b01", 别名: "总商会", 种类: "简称" }
  ]
}
