import { care, placeOf } from "../Care.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"
import * as WindowForm from "../WindowForm.ts"

const columns = {
  need: required(
    ListForm.need,
    "需求",
    ["需求的编号；走访、扫楼发现的沿用其编号", "the need; of one found on a visit, its id there"],
    {
      also: ["需求编号"]
    }
  ),
  care,
  unit: required(Domain.unit, "单元", ["提出需求的单元", "the unit that raised it"], { also: ["编号", "单元编号"] }),
  matter: required(Form.label(), "事项", [
    "需求属于什么事项；与类别同名时即为类别",
    "what it is about; where it is the name of a category, that is the category"
  ]),
  category: optional(ListForm.category, "类别", [
    "配置中的类别；空则看事项",
    "a category of the profile; where empty, the matter says it"
  ]),
  classified: optional(Form.date, "归类日期", [
    "类别是日后才定的，写定的日期",
    "where the category was found later, the day it was"
  ]),
  text: optional(Form.label(2000), "内容", [
    "要什么，不含个人信息；空则同事项",
    "what is wanted, without anything that leads to a person; where empty, the matter"
  ]),
  place: optional(Domain.unit, "地点", ["需求在哪里；空则为所在楼宇", "where; where empty, the building around"]),
  urgency: optional(ListForm.urgency, "紧急程度", ["空则为 3", "where empty, 3"]),
  quantity: optional(Form.count(1), "数量", ["空则为 1", "where empty, 1"]),
  divisible: optional(ListForm.yesNo, "可分批", ["可否由多方分批满足", "whether several may each meet a part"]),
  audience: optional(ListForm.word, "对象", ["为谁而需要，自定的词", "whom it is for, in the city's own word"]),
  wantedFrom: optional(Form.date, "期望开始", ["希望何时开始", "from when on it is wanted"]),
  wantedTo: optional(Form.date, "期望结束", ["不含当日", "that day is not included"]),
  windows: optional(WindowForm.windows, "时段", ["希望每周何时", "the times of the week at which it is wanted"]),
  origin: optional(ListForm.origin, "来源", ["空则为主动反映", "how it came to be known; where empty, raised unasked"]),
  stage: optional(ListForm.word, "发展阶段", ["企业所处阶段", "the stage the enterprise is in"]),
  on: required(Form.date, "日期", ["提出日期", "the day"]),
  closed: optional(Form.date, "关闭日期", ["不再需要或无法满足的日期", "the day it was given up"]),
  reason: optional(Form.label(2000), "关闭原因", ["关闭的原因", "why it was given up"])
}

type NeedRow = Row<typeof columns>

const wantedOf = ({ cells: { wantedFrom, wantedTo, windows, on } }: NeedRow) =>
  wantedFrom === undefined && wantedTo === undefined && windows === undefined
    ? undefined
    : given({ from: wantedFrom ?? on, to: wantedTo, windows })

/** Whether what a row says goes together; where it does not, it is refused. */
const isWhole = (row: NeedRow, out: Output<typeof columns>): boolean => {
  const { on, wantedFrom = on, wantedTo, classified, category, closed, reason } = row.cells
  if (!out.isOrderly(row, "wantedTo", wantedFrom, wantedTo)) return false
  const missing =
    closed !== undefined && reason === undefined
      ? "reason"
      : closed === undefined && reason !== undefined
        ? "closed"
        : classified !== undefined && category === undefined
          ? "category"
          : undefined
  if (missing !== undefined) out.refuse(row, missing, new CellMissing({}))
  return missing === undefined
}

const needs = define({
  file: "needs.csv",
  names: { zh: "需求清单", en: "Needs" },
  about: {
    zh: "需求清单，每项需求一行。主动反映的（来源为空或“自报”）同时计入走访统计；走访、扫楼发现的沿用那里的编号，在此补充内容。",
    en: "The list of needs, one a row. One that was raised unasked (no origin, or selfRaised) counts for the statistics of visits too; one found on a visit or sweep keeps the id it has there, and says here what is wanted."
  },
  columns,
  commands: (row, out) => {
    if (!isWhole(row, out)) return
    const { need, care: named, unit, matter, category, classified, on, closed, reason } = row.cells
    const { text = matter, urgency = 3, quantity = 1, divisible, audience, origin = "selfRaised", stage } = row.cells
    const building = placeOf(named, undefined, unit, on, out.surroundings)
    if (origin === "selfRaised") {
      if (building === undefined) return out.refuse(row, "care", new CellMissing({}))
      out.add(row, { _tag: "RaiseNeed", care: building, need, unit, matter, on })
    }
    const sort = category ?? out.context.categories?.find(matter)
    out.add(
      row,
      given({
        _tag: "RegisterNeed",
        need,
        raiser: unit,
        category: classified === undefined ? sort : undefined,
        text,
        place: row.cells.place ?? building ?? unit,
        urgency,
        quantity,
        divisible: divisible === undefined ? undefined : divisible === "yes",
        audience,
        wanted: wantedOf(row),
        origin,
        stage,
        on
      })
    )
    if (classified !== undefined && category !== undefined) {
      out.add(row, { _tag: "ClassifyNeed", need, category, on: classified })
    }
    if (closed !== undefined && reason !== undefined) out.add(row, { _tag: "CloseNeed", need, reason, on: closed })
  }
})

/** The file about what is wanted. */
export const needSheets = [needs]
