import { CivilDate } from "@louyu/kernel"
import { chinese, type Row, type Rows, two } from "../../story/Row.ts"
import { of } from "./enterprises.ts"
import { buildingId } from "./places.ts"
import { holder } from "./staff.ts"

const after = (day: string, days: number): string => CivilDate.addDays(CivilDate.make(day), days)
const begun = "2020-10-01"

/** The liaisons of three buildings look after prospects of the buildings around theirs as well. */
const zones = [
  { office: 1, buildings: [1, 2, 3, 4, 5] },
  { office: 6, buildings: [6, 7, 8, 9, 10, 11] },
  { office: 12, buildings: [12, 13, 14, 15, 16] }
] as const
const liaisonOf = (building: number): string => {
  const zone = zones.find(({ buildings }) => buildings.some((one) => one === building)) ?? zones[0]
  return holder(buildingId(zone.office), "招商联络员", "2022-12-31")
}

/** Something that became of a prospect. */
type Step = readonly [on: string, what: string, more?: Row]

/** A firm that may come: where it would like to go, and what became of it. */
interface Comer {
  readonly n: number
  readonly opened: string
  readonly steps: ReadonlyArray<Step>
  readonly more?: Row
}

const idOf = (n: number): string => `inv-${two(n)}`
const buildingOf = (n: number): number => ((n * 5) % 16) + 1
const sources = ["走访", "推荐", "展会", "以商招商"]
const talks = (opened: string): ReadonlyArray<Step> => [
  [after(opened, 2), "推进", { 阶段: "研判" }],
  [after(opened, 9), "推进", { 阶段: "在谈" }]
]
const signed = (on: string): Step => [on, "推进", { 阶段: "签约", 材料: "contract" }]

// Six of those that came in March 2021, three of which pay tax here since, and one that has grown.
const first: ReadonlyArray<Comer> = of(2021)
  .slice(0, 6)
  .map((tenant, i) => {
    const opened = after("2020-10-12", 7 * i)
    const stayed: ReadonlyArray<Step> = i < 3 ? [["2021-06-01", "推进", { 阶段: "达产纳税" }]] : []
    const grown: ReadonlyArray<Step> = i === 0 ? [["2022-09-01", "推进", { 阶段: "壮大" }]] : []
    const won: Step = ["2021-03-01", "达成", { 成为单元: tenant }]
    return {
      n: i + 1,
      opened,
      steps: [...talks(opened), signed(after("2021-01-18", 4 * i)), won, ...stayed, ...grown]
    }
  })

/** Three of the seven that came in April 2022 began in the transitional office. */
const inOffice = 3
const second: ReadonlyArray<Comer> = of(2022)
  .slice(0, 7)
  .map((tenant, i) => {
    const opened = after("2021-10-11", 9 * i)
    const office: ReadonlyArray<Step> = i < inOffice ? [[after("2022-01-10", i), "推进", { 阶段: "过渡办公" }]] : []
    const won: Step = ["2022-04-01", "达成", { 成为单元: tenant }]
    return { n: i + 7, opened, steps: [...talks(opened), ...office, signed(after("2022-03-01", 3 * i)), won] }
  })

const why = ["租金", "选择他处", "面积或户型", "政策", "失去联系", "租金"]
const gone: ReadonlyArray<Comer> = Array.from({ length: 12 }, (_, i) => {
  const opened = after("2021-01-11", 38 * i)
  const way = talks(opened).slice(0, i % 3)
  const lost: Step = [after(opened, 14 + 20 * (i % 3)), "退出", { 退出方式: "流失", 原因: why[i % why.length] ?? "" }]
  return { n: i + 14, opened, steps: [...way, lost] }
})

// Fifteen are under way at the end of 2022, the oldest of them furthest.
const wayTo = (opened: string, i: number): ReadonlyArray<Step> => {
  if (i < 3) return [...talks(opened), signed(after(opened, 80 + 5 * i))]
  if (i < 6) return [...talks(opened), [after(opened, 45), "推进", { 阶段: "过渡办公" }]]
  if (i === 6) return [...talks(opened), [after(opened, 30), "退回", { 阶段: "研判", 原因: "更换了选址要求" }]]
  if (i === 7) return [...talks(opened), ["2022-11-14", "搁置", { 原因: "等待总部决策", 搁置至: "2023-02-01" }]]
  if (i < 10) return talks(opened)
  return talks(opened).slice(0, i < 13 ? 1 : 0)
}
const underWay: ReadonlyArray<Comer> = Array.from({ length: 15 }, (_, i) => {
  const opened = after("2022-05-09", 15 * i)
  return { n: i + 26, opened, steps: wayTo(opened, i) }
})

// One of the lost thought again within the year, and one came twice under two names.
const again: ReadonlyArray<Row> = [
  { 线索: idOf(25), 日期: "2022-10-17", 事项: "重启", 原因: "现址租约到期，重新选址" },
  { 线索: idOf(25), 日期: "2022-10-31", 事项: "推进", 阶段: "签约", 材料: "contract" }
]
const twice: Comer = {
  n: 41,
  opened: "2022-08-15",
  steps: [],
  more: { 名称: "示例来客之品牌", 英文名称: "Brand of an Example Comer", 并入: idOf(32), 并入日期: "2022-08-29" }
}

const comers = [...first, ...second, ...gone, ...underWay, twice]
const inPool = new Set([37, 40])
const handedOver = 33
const letLie = 36

const prospectRow = ({ n, opened, more }: Comer): Row => {
  const building = buildingOf(n)
  const least = 60 + 20 * (n % 9)
  const held: Row = inPool.has(n) ? {} : { 联络员: liaisonOf(building), 分派日期: after(opened, 1) }
  return {
    线索: idOf(n),
    流程: "招商",
    名称: `示例来客${chinese(n)}有限公司`,
    英文名称: `Example Comer ${n} Co., Ltd.`,
    地点: "cbd",
    来源: sources[n % sources.length] ?? "",
    意向楼宇: buildingId(building),
    最小面积: least,
    最大面积: least + 40 * (n % 3),
    租购: n % 8 === 0 ? "购" : "租",
    登记日期: opened,
    ...held,
    ...(n === letLie ? { 退回日期: "2022-12-19", 退回原因: "长期未跟进" } : {}),
    ...more
  }
}

const takenOver: Row = {
  线索: idOf(handedOver),
  流程: "招商",
  来源: sources[handedOver % sources.length] ?? "",
  登记日期: underWay[handedOver - 26]?.opened ?? "",
  联络员: liaisonOf(1),
  分派日期: "2022-11-07"
}

const stepRows = (id: string, steps: ReadonlyArray<Step>): ReadonlyArray<Row> =>
  steps.map(([日期, 事项, more = {}]) => ({ 线索: id, 日期, 事项, ...more }))

// Those under way were talked to; the oldest in good time, some of the others too long ago.
const spoken = underWay.filter(({ n }) => !inPool.has(n) && n !== letLie)
const contacts: ReadonlyArray<Row> = spoken.map(({ n, opened }, i) => ({
  记录: `talk-${two(n)}`,
  线索: idOf(n),
  方式: ["走访", "电话", "面谈"][i % 3] ?? "",
  日期: i % 4 === 3 ? after(opened, 12) : `2022-12-${20 + (i % 9)}`,
  登记日期: i % 4 === 3 ? after(opened, 13) : "2022-12-29",
  联系人: n === handedOver ? liaisonOf(1) : liaisonOf(buildingOf(n)),
  结果: i % 2 === 0 ? "有意向" : "待答复"
}))
const followUps: ReadonlyArray<Row> = spoken.slice(0, 9).map(({ n }, i) => ({
  计划: `next-${two(n)}`,
  线索: idOf(n),
  内容: ["送平面图", "约看现场", "报送政策清单"][i % 3] ?? "",
  最迟日期: i % 3 === 0 ? "2022-12-23" : "2023-01-10",
  执行人: n === handedOver ? liaisonOf(1) : liaisonOf(buildingOf(n)),
  制定日期: "2022-12-12",
  ...(i === 0 ? { 结束日期: "2022-12-22" } : {})
}))

const hub = "transit-b06"
const stay = (n: number, office: string, rest: Row): Row => ({ 入驻: `stay-${two(n)}`, 空间: office, ...rest })
const hubStays: ReadonlyArray<Row> = [
  ...second.slice(0, inOffice).map(({ n }, i) =>
    stay(i + 1, hub, {
      线索: idOf(n),
      工位: 3 + i,
      房间: 1,
      入驻日期: after("2022-01-10", i),
      结束日期: "2022-04-01",
      结果: "落户",
      成为单元: of(2022)[i] ?? ""
    })
  ),
  stay(4, hub, { 线索: idOf(25), 工位: 6, 入驻日期: "2022-03-21", 结束日期: "2022-04-25", 结果: "离开" }),
  ...underWay.slice(3, 6).map(({ n, opened }, i) =>
    stay(i + 5, hub, {
      线索: idOf(n),
      工位: 3 + i,
      房间: i === 0 ? 2 : 1,
      入驻日期: after(opened, 45),
      ...(i < 2 ? { 延期至: `2023-0${i + 1}-20`, 延期原因: "装修尚未完成", 延期日期: after(opened, 100) } : {})
    })
  )
]

/** The five that asked for seats have all forty of them (W-08); the shared work area has no term. */
const shared = "seats-40"
const seats = [
  ["e001", 8],
  ["e012", 4],
  ["e023", 10],
  ["e034", 6],
  ["e045", 12]
] as const
const sharedStays = seats.map(([enterprise, amount], i) =>
  stay(i + 11, shared, { 企业: enterprise, 工位: amount, 入驻日期: after("2022-06-01", i) })
)

const officer = holder("b03", "党群指导员", "2022-12-31")
const talent = (n: number, opened: string, more: Row): Row => ({
  线索: `tal-${n}`,
  流程: "人才引育",
  联系人: `p-30${n}`,
  来源: "校园招聘",
  地点: "b03",
  登记日期: opened,
  联络员: "p-208",
  ...more
})
const talents: ReadonlyArray<readonly [Row, ReadonlyArray<Step>]> = [
  [
    talent(1, "2022-07-18", { 首次服务日期: "2022-07-04" }),
    [
      ["2022-07-26", "推进", { 阶段: "面试" }],
      ["2022-08-15", "推进", { 阶段: "录用通知" }],
      ["2022-09-05", "达成"]
    ]
  ],
  [
    talent(2, "2022-07-18", {}),
    [
      ["2022-07-27", "推进", { 阶段: "面试" }],
      ["2022-08-08", "退出", { 退出方式: "未录用", 原因: "本人放弃" }]
    ]
  ],
  [talent(3, "2022-12-05", {}), [["2022-12-12", "推进", { 阶段: "面试" }]]]
]

/** Branches that were founded in firms already served: the first service, and the day they were founded (H-03). */
const founded = [
  ["e009", "s20", "2021-10-11", "2022-02-20"],
  ["e010", "s25", "2022-05-10", "2022-10-20"],
  ["e020", "s26", "2022-06-15", "2022-10-20"]
] as const
const foundedOf = (enterprise: string, branch: string, on: string): ReadonlyArray<Step> => [
  [after(on, -80), "推进", { 阶段: "发现党员" }],
  [after(on, -70), "推进", { 阶段: "选派指导员" }],
  [after(on, -60), "推进", { 阶段: "确定组建方式" }],
  [after(on, -45), "归档", { 材料: "application", 材料编号: `app-${enterprise}` }],
  [after(on, -40), "推进", { 阶段: "申请" }],
  [after(on, -15), "推进", { 阶段: "批复", 材料: "approval" }],
  [on, "达成", { 材料: "election", 成为单元: branch }]
]

/** The members the sweep found in firms without a branch: too few in each, enough together. */
const swept = [
  ["e024", "2022-10-13"],
  ["e025", "2022-10-26"],
  ["e032", "2022-10-22"]
] as const
const branchOf = (enterprise: string, on: string, more: Row): Row => ({
  线索: `inc-${enterprise}`,
  流程: "党组织孵化",
  企业: enterprise,
  来源: "扫楼",
  登记日期: on,
  ...more
})
const incubated: ReadonlyArray<readonly [Row, ReadonlyArray<Step>]> = [
  ...founded.map(
    ([enterprise, branch, served, on]) =>
      [branchOf(enterprise, after(on, -90), { 首次服务日期: served }), foundedOf(enterprise, branch, on)] as const
  ),
  ...swept.map(([enterprise, on], i): readonly [Row, ReadonlyArray<Step>] => [
    branchOf(enterprise, on, { 来源编号: "sweep-2022", 地点: "b03", 联络员: officer, 分派日期: after(on, 5) }),
    [
      [on, "推进", { 阶段: "发现党员" }],
      ["2022-11-07", "推进", { 阶段: "选派指导员" }],
      ...(i < 2 ? ([["2022-12-05", "推进", { 阶段: "确定组建方式" }]] as const) : [])
    ]
  ])
]

const others = [...talents, ...incubated]

/** Who may come, who looks after them, and who begins in a transitional office; all of it invented. */
export const prospects: Rows = {
  "pipelines.csv": [
    { 流程: "招商", 闲置工作日: 20, 等候天数: 30, 领取上限: 10, 领取周期: 30, 起始日期: begun },
    { 流程: "人才引育", 起始日期: "2022-01-01" },
    { 流程: "党组织孵化", 闲置工作日: 40, 起始日期: "2021-01-01" }
  ],
  "liaisons.csv": [
    ...zones.map(({ office, buildings }) => ({
      人员: liaisonOf(office),
      流程: "招商",
      地点: buildings.map(buildingId).join(";"),
      上限: office === 1 ? 8 : 12,
      ...(office === 12 ? { 暂停: "2022-12-26..2023-01-09" } : {}),
      起始日期: begun
    })),
    { 人员: "p-208", 流程: "人才引育", 起始日期: "2022-01-01" },
    { 人员: officer, 流程: "党组织孵化", 地点: "b03", 起始日期: "2021-01-01" }
  ],
  "prospects.csv": [...comers.map(prospectRow), takenOver, ...others.map(([row]) => row)],
  "prospect-changes.csv": [{ 线索: idOf(30), 意向楼宇: "b06;b07", 最小面积: 220, 最大面积: 260, 日期: "2022-11-01" }],
  "prospect-steps.csv": [
    ...comers.flatMap(({ n, steps }) => stepRows(idOf(n), steps)),
    ...again,
    ...others.flatMap(([row, steps]) => stepRows(String(row.线索), steps))
  ],
  "contacts.csv": contacts,
  "follow-ups.csv": followUps,
  "offices.csv": [
    {
      空间: hub,
      名称: "楼宇过渡办公空间",
      英文名称: "Transitional Office",
      地点: "b06",
      工位: 20,
      房间: 5,
      面积: 480,
      免费月数: 3,
      起始日期: "2022-01-04"
    },
    {
      空间: hub,
      名称: "楼宇过渡办公空间",
      英文名称: "Transitional Office",
      地点: "b06",
      工位: 24,
      房间: 6,
      面积: 480,
      免费月数: 3,
      起始日期: "2022-07-01"
    },
    {
      空间: shared,
      名称: "四十席共享工区",
      英文名称: "Shared Work Area of 40 Seats",
      地点: "b02",
      工位: 40,
      房间: 0,
      起始日期: "2022-06-01"
    }
  ],
  "stays.csv": [...hubStays, ...sharedStays]
}
