import { type Row, type Rows, range, two } from "../../story/Row.ts"
import { idOf } from "./places.ts"

type Step = readonly [on: string, what: string, more?: Row]

interface Project {
  readonly n: number
  readonly zh: string
  readonly en: string
  readonly opened: string
  /** The firm whose project it is; without, the university's. */
  readonly firm?: number
  readonly steps: ReadonlyArray<Step>
}

const transfer = (on: string): Step => [on, "推进", { 阶段: "转化", 材料: "contract" }]
const incubation = (on: string): Step => [on, "推进", { 阶段: "孵化" }]

const all: ReadonlyArray<Project> = [
  {
    n: 1,
    zh: "工业自动化集成平台",
    en: "Integration platform",
    opened: "2019-04-08",
    firm: 1,
    steps: [transfer("2019-11-04"), incubation("2020-03-16"), ["2021-01-11", "达成"]]
  },
  {
    n: 2,
    zh: "压装设备精度控制",
    en: "Precision control of presses",
    opened: "2021-06-07",
    firm: 2,
    steps: [transfer("2022-02-14"), incubation("2022-10-10")]
  },
  // A result of the university that became a firm of the building.
  {
    n: 3,
    zh: "水库监测传感器",
    en: "Sensors for reservoirs",
    opened: "2020-05-11",
    steps: [transfer("2021-01-18"), incubation("2021-09-06"), ["2022-09-01", "达成", { 成为单元: idOf(121) }]]
  },
  {
    n: 4,
    zh: "港口调度软件",
    en: "Software for ports",
    opened: "2022-03-14",
    firm: 4,
    steps: [
      transfer("2022-11-07"),
      incubation("2023-05-15"),
      ["2023-12-04", "退回", { 阶段: "转化", 原因: "原型须重做" }]
    ]
  },
  {
    n: 5,
    zh: "楼宇能耗算法",
    en: "Algorithm for energy",
    opened: "2022-09-05",
    firm: 5,
    steps: [transfer("2023-04-10"), ["2023-10-16", "退出", { 退出方式: "终止", 原因: "市场原因" }]]
  },
  ...range(6, 9).map((n) => ({
    n,
    zh: `示例技术项目${n}`,
    en: `Example Project ${n}`,
    opened: `2024-0${n - 4}-11`,
    firm: n,
    steps: n < 8 ? [transfer(`2024-0${n + 1}-16`)] : []
  }))
]

const idOfProject = (n: number): string => `project-${two(n)}`

/** Projects of technology along the whole chain: development, transfer, incubation, industry. Source: H-28. */
export const projects: Rows = {
  "pipelines.csv": [{ 流程: "全链条孵化", 起始日期: "2019-01-01" }],
  "prospects.csv": all.map(({ n, zh, en, opened, firm }) => ({
    线索: idOfProject(n),
    流程: "全链条孵化",
    名称: zh,
    英文名称: en,
    地点: "hub",
    来源: firm === undefined ? "高校" : "走访",
    登记日期: opened,
    ...(firm === undefined ? {} : { 企业: idOf(firm) })
  })),
  "prospect-steps.csv": all.flatMap(({ n, steps }) =>
    steps.map(([日期, 事项, more = {}]) => ({ 线索: idOfProject(n), 日期, 事项, ...more }))
  )
}
