import type { CivilDate } from "@louyu/kernel"
import { agree } from "../Agreement.ts"
import { capacity } from "../Amount.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { defineGrouped, given } from "../Sheet.ts"
import * as WindowForm from "../WindowForm.ts"
import { nameOf } from "./unitSheets.ts"

const resources = defineGrouped({
  file: "resources.csv",
  names: { zh: "资源清单", en: "Resources" },
  about: {
    zh: "能拿出来用的场地、车位、人才、资金等；数量日后变化的再写一行，只改容量和起始日期。",
    en: "What can be given: rooms, parking spaces, experts, money. Where the amount changes later, another row with another capacity and day."
  },
  columns: {
    resource: required(ListForm.resource, "资源", ["资源的编号", "the resource"], { also: ["资源编号", "编号"] }),
    name: required(Form.label(), "名称", ["资源名称", "what it is called"], { also: ["资源名称"] }),
    nameEn: optional(Form.label(), "英文名称", ["英文名称", "the name in English"]),
    owner: required(Domain.unit, "提供方", ["部门、企业、院校等", "a department, an enterprise, a university"]),
    kind: required(ListForm.word, "种类", ["自定的词，如 工位、车位", "the city's own word: seats, parking"]),
    category: required(ListForm.category, "类别", ["配置中的类别", "a category of the profile"]),
    place: required(Domain.unit, "地点", ["资源在哪里", "where it is"]),
    tenure: optional(ListForm.tenure, "权属", ["空则为自有", "where empty, own"]),
    capacity: required(Form.count(), "容量", ["有多少", "how much there is"]),
    countedIn: required(ListForm.word, "计量单位", ["数的是什么，如 座、个", "what is counted: seats, spaces"]),
    per: capacity.per,
    windows: optional(WindowForm.windows, "时段", ["每周何时可用", "the times of the week at which it is there"]),
    terms: optional(Form.label(1000), "使用条件", ["使用条件", "on what terms"]),
    termsEn: optional(Form.label(1000), "使用条件英文", ["使用条件的英文", "the terms in English"]),
    from: from("可用的起始日期", "the day it begins"),
    to: to("不再可用的日期", "the day it ends")
  },
  key: ({ resource }) => resource,
  commands: (rows, out) => {
    const [first, ...later] = rows.toSorted((a, b) => (a.cells.from < b.cells.from ? -1 : 1))
    if (first === undefined) return
    const same = ["name", "nameEn", "owner", "kind", "category", "place", "tenure", "countedIn", "per"] as const
    if (!agree([first, ...later], [...same, "windows", "terms", "termsEn"], out)) return
    if ([first, ...later].some((row) => !out.isOrderly(row, "to", row.cells.from, row.cells.to))) return
    const { resource, name, nameEn, capacity: amount, countedIn, per = "atOnce", terms, termsEn, ...rest } = first.cells
    const { to: _end, tenure = "own", ...fields } = rest
    out.add(
      first,
      given({
        _tag: "RegisterResource",
        resource,
        names: nameOf({ name, nameEn }),
        ...fields,
        tenure,
        capacity: { amount, unit: countedIn, per },
        terms: terms === undefined ? undefined : nameOf({ name: terms, nameEn: termsEn })
      })
    )
    for (const row of later) {
      const { capacity: now, from: begin } = row.cells
      out.add(row, { _tag: "ResizeResource", resource, amount: now, from: begin })
    }
    const last = later.at(-1) ?? first
    const end: CivilDate.CivilDate | undefined = last.cells.to
    if (end !== undefined) out.add(last, { _tag: "WithdrawResource", resource, on: end })
  }
})

/** The file about what can be given. */
export const resourceSheets = [resources]
