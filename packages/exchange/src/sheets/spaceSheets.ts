import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Economy from "../EconomyForm.ts"
import { CellExcluded, CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const columns = {
  space: required(Economy.space, "空间", ["可租售空间的编号", "the space"], { also: ["空间编号", "编号"] }),
  change: optional(Economy.change, "变动", [
    "空则为登记；日后的变动另写一行",
    "empty where the space is entered; what happens to it later is another row"
  ]),
  place: optional(Domain.unit, "地点", ["所在楼宇、楼层或房间；登记时必填", "the building, floor or room it lies in"]),
  label: optional(Form.label(100), "名称", ["门牌；登记时必填", "what stands on its door"]),
  labelEn: optional(Form.label(100), "英文名称", ["英文名称", "the same in English"]),
  floor: optional(Form.label(20), "楼层", ["楼层，按楼宇的写法", "its floor as the building writes it"]),
  area: optional(Economy.area, "面积", ["平方米；登记和重新测量时必填", "in square metres; for a measurement too"]),
  purpose: optional(Economy.purpose, "用途", ["自定的词，如 办公、商铺", "the city's own word: office, shop"]),
  offer: optional(Economy.tenure, "供应方式", ["空则租售皆可", "to rent or to buy; where empty, either"]),
  from: from("登记的空间起用之日，或变动之日", "the day it begins, or changes"),
  to: to("不再是独立空间，或暂停结束的日期", "the day it is no space any more, or no longer withdrawn"),
  on: optional(Form.date, "告知日期", [
    "得知变动的日期；空则为变动之日",
    "the day it was told; where empty, that of it"
  ]),
  reason: optional(Form.label(500), "原因", ["暂停出租的原因", "why it is withdrawn"])
}

type SpaceRow = Row<typeof columns>
type Out = Output<typeof columns>

const describing = ["place", "label", "labelEn", "floor", "purpose", "offer"] as const

const register = (row: SpaceRow, out: Out): void => {
  const { space, place, label, labelEn, floor, area, purpose, offer, from: begin, to: end, on = end } = row.cells
  Wholeness.isFilled(row, ["place", "label", "area"], out)
  if (row.cells.reason !== undefined) out.refuse(row, "reason", new CellExcluded({ column: "change" }))
  if (place === undefined || label === undefined || area === undefined) return
  const named = nameOf({ name: label, nameEn: labelEn })
  out.add(row, given({ _tag: "RegisterSpace", space, place, label: named, floor, area, purpose, offer, from: begin }))
  if (end !== undefined && on !== undefined) out.add(row, { _tag: "CloseSpace", space, to: end, on })
}

/** Cells that say nothing in a row about a change; they are refused where they are filled in. */
const isBare = (row: SpaceRow, idle: ReadonlyArray<keyof SpaceRow["cells"]>, out: Out): boolean => {
  const filled = [...describing, ...idle].filter((column) => row.cells[column] !== undefined)
  for (const column of filled) out.refuse(row, column, new CellExcluded({ column: "change" }))
  return filled.length === 0
}

const spaces = define({
  file: "spaces.csv",
  names: { zh: "可租售空间", en: "Spaces" },
  about: {
    zh: "可以整体出租或出售的空间，每个一行；重新测量、暂停和恢复出租各另写一行，填“变动”列。",
    en: "Spaces that can be let or sold as one, each a row; a new measurement, a withdrawal or a new offer is another row with the column `change`."
  },
  columns,
  commands: (row, out) => {
    const { space, change, area, from: begin, to: end, on = begin, reason } = row.cells
    if (!out.isOrderly(row, "to", begin, end)) return
    if (change === undefined) return register(row, out)
    if (change === "remeasured") {
      if (!isBare(row, ["to", "reason"], out)) return
      if (area === undefined) return out.refuse(row, "area", new CellMissing({}))
      return out.add(row, { _tag: "RemeasureSpace", space, area, from: begin, on })
    }
    if (change === "offered") {
      if (isBare(row, ["area", "to", "reason"], out)) out.add(row, { _tag: "OfferSpace", space, from: begin, on })
      return
    }
    if (!isBare(row, ["area"], out)) return
    if (reason === undefined) return out.refuse(row, "reason", new CellMissing({}))
    out.add(row, given({ _tag: "WithdrawSpace", space, from: begin, to: end, reason, on }))
  }
})

/** The file about what can be let or sold. */
export const spaceSheets = [spaces]
