import { range, three } from "../../story/Row.ts"
import { merged } from "./bodies.ts"
import { buildingId, buildings, gridId, gridsOf, redrawn } from "./places.ts"

/** Somebody on a post. Shape: without `from` since the first day of the city, without `to` for good. */
export interface Tenure {
  readonly person: string
  readonly unit: string
  readonly role: string
  readonly from?: string
  readonly to?: string
  readonly comesFrom?: string
  readonly secondedFrom?: string
}

export const personId = (n: number): string => `p-${three(n)}`

/** The property company of a building. */
const propertyCompany = (building: number): string => `pc-${building <= 6 ? 1 : building <= 11 ? 2 : 3}`

/** The property-service officer of a building; those of the third company go on for the second when it takes that over. */
const propertyOfficer = (building: number): ReadonlyArray<Tenure> => {
  const company = propertyCompany(building)
  const officer = {
    person: personId(80 + building),
    unit: buildingId(building),
    role: "物业服务员",
    comesFrom: company
  }
  if (company !== "pc-3") return [officer]
  return [
    { ...officer, to: merged },
    { ...officer, comesFrom: "pc-2", from: merged }
  ]
}

const inBuildings = (role: string, personOf: (building: number) => number, rest: Partial<Tenure> = {}) =>
  buildings.map((n): Tenure => ({ person: personId(personOf(n)), unit: buildingId(n), role, ...rest }))

// The holders of the first scheme. Safety and government-service officers serve several buildings each.
const first: ReadonlyArray<Tenure> = [
  ...inBuildings("楼长", (n) => n).filter(({ unit }) => unit !== "b05"),
  ...inBuildings("党群指导员", (n) => 20 + n).filter(({ unit }) => unit !== "b09"),
  ...inBuildings("招商联络员", (n) => 40 + n).filter(({ unit }) => unit !== "b14"),
  ...inBuildings("社区信息员", (n) => 60 + n).filter(({ unit }) => unit !== "b16"),
  ...buildings.filter((n) => n !== 11).flatMap(propertyOfficer),
  ...inBuildings("安全督查员", (n) => 100 + Math.ceil(n / 4)),
  ...inBuildings("政务服务员", (n) => 105 + (n % 2))
]

/** Who came and went: a chief who handed over, and three posts that nobody took over. */
const changes: ReadonlyArray<Tenure> = [
  { person: personId(5), unit: "b05", role: "楼长", to: "2022-06-15" },
  { person: personId(17), unit: "b05", role: "楼长", from: "2022-06-15" },
  { person: personId(29), unit: "b09", role: "党群指导员", to: "2022-09-01" },
  { person: personId(54), unit: "b14", role: "招商联络员", to: "2021-06-01" },
  { person: personId(91), unit: "b11", role: "物业服务员", comesFrom: propertyCompany(11), to: "2022-11-01" }
]

const grids = buildings.flatMap((n) => range(1, gridsOf(n)).map((grid) => gridId(n, grid)))
export const leftGrid = "g03-2"

// Six of the heads were the safety and government-service officers of the scheme before; two heads have two grids each.
const both: Readonly<Record<string, string>> = { "g10-2": "g10-1", "g12-2": "g12-1" }
const heads: ReadonlyArray<Tenure> = grids.map((grid) => ({
  person: personId(101 + grids.indexOf(both[grid] ?? grid)),
  unit: grid,
  role: "微网格长",
  from: redrawn,
  ...(grid === leftGrid ? { to: "2022-10-01" } : {})
}))

/** The street's posts, and what the committee has besides those that follow them. */
const aboveBuildings: ReadonlyArray<Tenure> = [
  { person: personId(201), unit: "danghu", role: "两新工委书记", to: "2021-09-01" },
  { person: personId(202), unit: "danghu", role: "两新工委书记", from: "2021-09-01" },
  { person: personId(203), unit: "danghu", role: "党委组织委员" },
  { person: personId(204), unit: "danghu", role: "分管服务业副主任" },
  { person: personId(202), unit: "cbd-committee", role: "理事长", from: "2022-01-01" },
  {
    person: personId(205),
    unit: "cbd-committee",
    role: "副书记（部门选派）",
    from: "2022-01-01",
    comesFrom: "dept-04",
    secondedFrom: "dept-04"
  },
  { person: personId(206), unit: "cbd-committee", role: "兼职委员", from: "2020-06-01", comesFrom: "pc-1" },
  { person: personId(207), unit: "cbd-committee", role: "兼职委员", from: "2021-03-01", comesFrom: "op-1" }
]

/** Everybody on a post, building by building. */
export const tenures: ReadonlyArray<Tenure> = [...first, ...changes, ...heads, ...aboveBuildings]

/** The person on a post at a unit on a day, of those who hold it. */
export const holder = (unit: string, role: string, on: string): string => {
  const found = tenures.find(
    (one) => one.unit === unit && one.role === role && (one.from ?? "") <= on && (one.to === undefined || on < one.to)
  )
  if (found === undefined) throw new Error(`nobody is ${role} of ${unit} on ${on}`)
  return found.person
}
