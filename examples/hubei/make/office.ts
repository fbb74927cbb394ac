import { type Rows, range, three } from "../../story/Row.ts"

const guests = range(1, 25)
const idOf = (n: number): string => `g${three(n)}`

// Every three months the next six or seven come, for three calendar months each.
const begins = ["2023-10-08", "2024-01-08", "2024-04-08", "2024-07-08"]
const ends = ["2024-01-08", "2024-04-08", "2024-07-08", "2024-10-08"]
const wave = (n: number): number => (n - 1) % 4

/** A tower of 46 floors with a transitional office on the 45th, and 25 firms that began there and settled. */
export const office: Rows = {
  "units.csv": [
    { 编号: "plaza", 类型: "楼宇", 名称: "示例广场", 英文名称: "Example Plaza", 所在: "city-1" },
    ...range(1, 46).map((floor) => ({
      编号: `plaza-f${floor}`,
      类型: "楼层",
      名称: `${floor}层`,
      英文名称: `Floor ${floor}`,
      所在: "plaza"
    })),
    ...guests.map((n) => ({
      编号: idOf(n),
      类型: "企业",
      名称: `示例新企${three(n)}公司`,
      英文名称: `Example Newcomer ${n}`,
      所在: "plaza-f45",
      起始日期: begins[wave(n)] ?? ""
    }))
  ],
  "offices.csv": [
    {
      空间: "shared-45",
      名称: "示例共享中心",
      英文名称: "Example Shared Centre",
      地点: "plaza-f45",
      工位: 40,
      房间: 6,
      面积: "1,080",
      免费月数: 3,
      起始日期: "2023-09-01"
    }
  ],
  "stays.csv": guests.map((n) => ({
    入驻: `stay-${three(n)}`,
    空间: "shared-45",
    企业: idOf(n),
    工位: 3 + (n % 4),
    房间: n % 5 === 0 ? 1 : 0,
    入驻日期: begins[wave(n)] ?? "",
    结束日期: ends[wave(n)] ?? "",
    结果: "落户",
    成为单元: idOf(n)
  })),
  "figures.csv": [
    {
      公布编号: "g03-settled",
      指标: "过渡办公落户率",
      范围: "plaza",
      范围名称: "示例广场",
      公布值: "100",
      单位: "%",
      数据日期: "2024-12-31",
      来源: "示例招商案例",
      公布日期: "2025-01-31"
    }
  ]
}
