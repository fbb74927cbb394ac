import type { CivilDate } from "@louyu/kernel"
import { MatchingError } from "@louyu/matching"
import { agree } from "../Agreement.ts"
import { capacity, capacityOf } from "../Amount.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as EligibilityForm from "../EligibilityForm.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as WindowForm from "../WindowForm.ts"
import { nameOf } from "./unitSheets.ts"

const list = required(ListForm.list, "清单", ["服务清单的编号", "the service list"], { also: ["清单编号"] })

const itemColumns = {
  list,
  version: required(Form.count(1), "版本", [
    "清单的版本，新版须更大",
    "the version of the list; a newer one is higher"
  ]),
  listName: optional(Form.label(), "清单名称", ["空则为清单编号", "where empty, the id of the list"]),
  listNameEn: optional(Form.label(), "清单英文名称", ["清单的英文名称", "the name of the list in English"]),
  from: from("此版本生效日期", "the day the version comes into force"),
  item: required(ListForm.item, "事项", ["事项编号，同一清单内不重复", "the code of the item, once in a list"], {
    also: ["事项编号", "编号"]
  }),
  name: required(Form.label(), "名称", ["事项名称", "what the service is called"], { also: ["事项名称"] }),
  nameEn: optional(Form.label(), "英文名称", ["事项的英文名称", "the name in English"]),
  domain: required(ListForm.domain, "服务领域", ["五务之一", "one of the five affairs of a station"]),
  category: required(ListForm.category, "类别", ["配置中的类别", "a category of the profile"]),
  owners: required(Domain.units, "责任部门", ["责任部门，牵头的在前", "who answers for it, the leading one first"]),
  channels: required(Form.list(ListForm.channel), "渠道", ["如何获得服务", "how it reaches people"]),
  audience: optional(Form.list(ListForm.word), "对象", ["面向谁，自定的词", "whom it is for, in the city's own words"]),
  eligibility: optional(EligibilityForm.eligibility, "条件", ["谁可以享受", "who may have it"], { also: ["享受条件"] }),
  papers: optional(Form.list(Form.label()), "材料", ["要带的全部材料", "all that has to be brought"]),
  fee: optional(ListForm.money, "费用", ["以元计；空则免费", "in yuan; where empty, free of charge"]),
  workdays: optional(Form.count(1), "工作日", ["几个工作日办结", "how many working days it takes"]),
  hours: optional(ListForm.word, "开放时间", ["另行维护的开放时间的编号", "the id of opening hours kept elsewhere"]),
  validFrom: optional(Form.date, "有效期起", ["事项有效期的起始", "the first day the item is valid"]),
  validTo: optional(Form.date, "有效期止", ["不含当日", "that day is not included"]),
  assured: optional(Form.date, "核实日期", [
    "最近一次确认内容无误的日期",
    "the day somebody last looked and found it right"
  ])
}

const itemOf = ({ cells }: Row<typeof itemColumns>) => {
  const { item, name, nameEn, papers, ...rest } = cells
  const { domain, category, owners, channels, audience, eligibility, fee, workdays, hours, validFrom, validTo } = rest
  return given({
    code: item,
    names: nameOf({ name, nameEn }),
    domain,
    category,
    owners,
    audience,
    channels,
    eligibility,
    papers: papers?.map((zh) => ({ zh })),
    fee,
    workdays,
    hours,
    validFrom,
    validTo
  })
}

/** Refuses rows of a version whose code an earlier row has; tells whether there were none. */
const areDifferent = (rows: ReadonlyArray<Row<typeof itemColumns>>, out: Output<typeof itemColumns>): boolean => {
  const seen = new Set<string>()
  const again = rows.filter(({ cells: { item } }) => {
    const isKnown = seen.has(item)
    seen.add(item)
    return isKnown
  })
  for (const row of again) {
    const { list: id, item: code } = row.cells
    out.refuse(row, "item", new MatchingError.CodeRepeated({ list: id, code }))
  }
  return again.length === 0
}

const services = defineGrouped({
  file: "services.csv",
  names: { zh: "服务清单", en: "Services" },
  about: {
    zh: "服务清单，每个事项一行；同一清单同一版本的各行合成一版清单。",
    en: "Service lists, one item a row; the rows of one list and version are that version of the list."
  },
  columns: itemColumns,
  key: ({ list: of, version }) => `${of} ${version}`,
  commands: (rows, out) => {
    const [first] = rows
    const { list: id, version, listName, listNameEn, from: begin } = first.cells
    if (!agree(rows, ["listName", "listNameEn", "from"], out)) return
    const disorderly = rows.filter(
      (row) => !out.isOrderly(row, "validTo", row.cells.validFrom ?? begin, row.cells.validTo)
    )
    if (!areDifferent(rows, out) || disorderly.length > 0) return
    const names = nameOf({ name: listName ?? id, nameEn: listNameEn })
    out.add(first, { _tag: "AdoptServiceList", list: { id, version, names, items: rows.map(itemOf) }, from: begin })
    for (const row of rows) {
      const { item, assured } = row.cells
      if (assured !== undefined) out.add(row, { _tag: "AssureItem", list: id, item, on: assured })
    }
  }
})

const byDay = <R extends { readonly cells: { readonly from: CivilDate.CivilDate } }>(rows: ReadonlyArray<R>) =>
  rows.toSorted((a, b) => (a.cells.from < b.cells.from ? -1 : 1))

const offerings = defineGrouped({
  file: "offerings.csv",
  names: { zh: "服务点位", en: "Offerings" },
  about: {
    zh: "哪个事项在哪里提供、能承接多少；同一点位先后不同的，各写一行。",
    en: "Which item is offered where, and how much of it; where that changes over time, a row for each time."
  },
  columns: {
    list,
    item: required(ListForm.item, "事项", ["事项编号", "the code of the item"], { also: ["事项编号", "编号"] }),
    place: required(Domain.unit, "地点", ["提供服务的地点", "where it is offered"]),
    ...capacity,
    windows: optional(WindowForm.windows, "时段", ["每周何时提供", "the times of the week at which it is there"]),
    from: from("开始提供的日期", "the day it begins"),
    to: to("停止提供的日期", "the day it ends")
  },
  key: ({ list: of, item, place }) => `${of} ${item} ${place}`,
  commands: (rows, out) => {
    const inOrder = byDay(rows)
    for (const [index, row] of inOrder.entries()) {
      const { list: of, item, place, windows, from: begin, to: end } = row.cells
      const room = capacityOf(row, out)
      if (!out.isOrderly(row, "to", begin, end) || room === undefined) continue
      const at = { list: of, item, place }
      // The end of the last row may be filled in later; what another row follows on says its end at once.
      const isLast = index === inOrder.length - 1
      const until = isLast ? undefined : end
      out.add(row, given({ _tag: "OfferItem", ...at, capacity: room.capacity, windows, from: begin, to: until }))
      if (isLast && end !== undefined) out.add(row, { _tag: "StopOffering", ...at, on: end })
    }
  }
})

/** Files about what is offered, and where. */
export const serviceSheets = [services, offerings]
