import { type Row, type Rows, range, two } from "../../story/Row.ts"
import { buildingOf, of } from "./enterprises.ts"

interface Branch {
  readonly id: string
  readonly enterprises: ReadonlyArray<string>
  readonly from: string
}

const early = of(2019)
const later = of(2021)
const last = of(2022)
const pick = (from: ReadonlyArray<string>, ...places: ReadonlyArray<number>) => places.map((i) => from[i] ?? "")

/** Seventeen single branches were there from the beginning, all of them directly under the street. */
const first: ReadonlyArray<Branch> = range(0, 16).map((i) => ({
  id: `s${two(i + 1)}`,
  enterprises: pick(early, i * 4),
  from: ""
}))
const firstJoint: ReadonlyArray<Branch> = [
  { id: "j1", enterprises: pick(early, 1, 2, 3), from: "" },
  { id: "j3", enterprises: pick(early, 66, 67), from: "" }
]

/** Twelve came in 2021 and 2022: these ten, and two by the split of a joint one. */
const founded: ReadonlyArray<Branch> = [
  ...pick(early, 70, 72).map((enterprise, i) => ({ id: `s${18 + i}`, enterprises: [enterprise], from: "2021-06-15" })),
  ...pick(later, 1, 2, 3, 4, 5).map((enterprise, i) => ({
    id: `s${20 + i}`,
    enterprises: [enterprise],
    from: "2022-02-20"
  })),
  ...pick(last, 0, 1).map((enterprise, i) => ({ id: `s${25 + i}`, enterprises: [enterprise], from: "2022-10-20" })),
  { id: "j2", enterprises: pick(early, 75, 76, 77), from: "2022-09-01" }
]
const parts = pick(early, 66, 67).map((enterprise, i) => ({ id: `s${27 + i}`, enterprises: [enterprise] }))
const splitOn = "2022-05-10"

const begun = [...first, ...firstJoint, ...founded]

/** Every enterprise a branch covers at the end of 2022. */
export const covered: ReadonlySet<string> = new Set([
  ...begun.flatMap(({ enterprises }) => enterprises),
  later[0] ?? ""
])

const isJoint = (id: string): boolean => id.startsWith("j")
const membersOf = (id: string): number => 3 + (Number(id.slice(1)) % 6)

const nameOf = (id: string) => ({
  名称: isJoint(id) ? `示例楼宇第${id.slice(1)}联合党支部` : `示例企业第${Number(id.slice(1))}党支部`,
  英文名称: isJoint(id) ? `Example Joint Branch ${id.slice(1)}` : `Example Branch ${Number(id.slice(1))}`
})

const rowOf = ({ id, enterprises, from }: Branch): Row => ({
  编号: id,
  类型: "党支部",
  ...nameOf(id),
  上级: from === "" ? "danghu-committee" : "cbd-committee",
  所在: buildingOf(enterprises[0] ?? ""),
  组建方式: isJoint(id) ? "联建" : "单建",
  企业: enterprises.join(";"),
  正式党员: membersOf(id) + (isJoint(id) ? 4 : 0),
  预备党员: Number(id.slice(1)) % 2,
  起始日期: from
})

/** Terms last three years; two branches have not held the election that was due on 2022-01-01. */
const overdue = new Set(["s03", "s07"])
const termsOf = ({ id, from }: Branch): ReadonlyArray<Row> => {
  if (from !== "") return [{ 编号: id, 起始日期: from, 截止日期: `${Number(from.slice(0, 4)) + 3}${from.slice(4)}` }]
  const one = { 编号: id, 起始日期: "2019-01-01", 截止日期: "2022-01-01" }
  return overdue.has(id) || id === "j3" ? [one] : [one, { 编号: id, 起始日期: "2022-01-01", 截止日期: "2025-01-01" }]
}

/** Five branches did nothing in 2022 and cover their enterprises in name only. */
const asleep = new Set(["s04", "s09", "s13", "s18", "s24"])
const activitiesOf = ({ id, from }: Branch, i: number): ReadonlyArray<Row> => [
  ...(from === "" && i % 2 === 0 ? [{ 编号: id, 日期: "2020-07-01", 活动: "主题党日" }] : []),
  ...(asleep.has(id) || id === "j3"
    ? []
    : [{ 编号: id, 日期: `2022-1${i % 2 === 0 ? 1 : 2}-${10 + (i % 15)}`, 活动: "主题党日" }])
]

/** Branches in the buildings and what became of them. */
export const branches: Rows = {
  "branches.csv": begun.map(rowOf),
  "moves.csv": [...first, ...firstJoint].map(({ id }) => ({
    编号: id,
    关系: "隶属",
    新上级: "cbd-committee",
    起始日期: "2020-06-01"
  })),
  "splits.csv": parts.map(({ id, enterprises }) => ({
    编号: "j3",
    日期: splitOn,
    新编号: id,
    类型: "党支部",
    ...nameOf(id),
    性质: "实体",
    组建方式: "单建",
    带走的企业: enterprises.join(";"),
    正式党员: id === "s27" ? 6 : 4,
    预备党员: id === "s27" ? 1 : 0,
    其余转入: "s28"
  })),
  "reorganisations.csv": [
    { 编号: "j1", 组建方式: "联建", 企业: [...pick(early, 1, 2, 3), later[0] ?? ""].join(";"), 起始日期: "2022-07-01" }
  ],
  "member-counts.csv": [
    { 编号: "s01", 正式党员: 9, 预备党员: 1, 起始日期: "2021-07-01" },
    { 编号: "s05", 正式党员: 12, 预备党员: 0, 起始日期: "2022-07-01" },
    // Below three full members: a warning, not the end of the branch.
    { 编号: "s08", 正式党员: 2, 预备党员: 1, 起始日期: "2022-07-01" }
  ],
  "terms.csv": [
    ...begun.flatMap(termsOf),
    ...parts.map(({ id }) => ({ 编号: id, 起始日期: splitOn, 截止日期: "2025-05-10" }))
  ],
  "activities.csv": [
    ...begun.flatMap(activitiesOf),
    ...parts.map(({ id }) => ({ 编号: id, 日期: "2022-11-18", 活动: "主题党日" }))
  ]
}
