import type { Match } from "@louyu/matching"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"

const day = (zh: string, about: readonly [zh: string, en: string]) => optional(Form.date, zh, about)

const columns = {
  match: required(ListForm.match, "对接", ["对接的编号", "the match"], { also: ["对接编号", "编号"] }),
  need: required(ListForm.need, "需求", ["需求的编号", "the need"], { also: ["需求编号"] }),
  list: optional(ListForm.list, "清单", ["服务清单的编号", "the service list"]),
  item: optional(ListForm.item, "事项", ["服务事项的编号", "the item of the list"], { also: ["事项编号"] }),
  place: optional(Domain.unit, "地点", ["提供服务的地点", "where the item is offered"]),
  resource: optional(ListForm.resource, "资源", ["资源的编号", "the resource, instead of an item"], {
    also: ["资源编号"]
  }),
  quantity: optional(Form.count(1), "数量", ["空则为 1", "where empty, 1"]),
  from: required(Form.date, "起始日期", ["占用从何日起", "the day it is used from"]),
  to: optional(Form.date, "截止日期", ["占用到何日（不含当日）", "that day is not included"]),
  on: required(Form.date, "提议日期", ["提议的日期", "the day it was proposed"], { also: ["日期"] }),
  accepted: day("接受日期", ["接受的日期", "the day it was accepted"]),
  rejected: day("拒绝日期", ["拒绝的日期，须写原因", "the day it was rejected; needs a reason"]),
  withdrawn: day("撤回日期", ["接受后撤回的日期，须写原因", "the day it was taken back; needs a reason"]),
  reason: optional(Form.label(2000), "原因", ["拒绝或撤回的原因", "why it was rejected or taken back"]),
  delivered: day("交付日期", ["交付的日期；分批交付的各写一行", "the day of delivery; of several, a row for each"]),
  deliveredQuantity: optional(Form.count(1), "交付数量", ["空则为全部", "where empty, all of it"]),
  raiserStars: optional(Form.count(), "需求方评分", ["1 至 5", "1 to 5, by who wanted it"]),
  ownerStars: optional(Form.count(), "提供方评分", ["1 至 5", "1 to 5, by who gave it"]),
  rated: day("评分日期", ["评分的日期", "the day of the ratings"]),
  followUp: optional(ListForm.yesNo, "需回访", ["是否需要回访", "whether somebody should ask again"]),
  closed: day("办结日期", ["办结的日期", "the day it was closed"])
}

type MatchRow = Row<typeof columns>
type Out = Output<typeof columns>

const offerOf = (row: MatchRow, out: Out): Match.Offer | undefined => {
  const { list, item, place, resource } = row.cells
  const isItem = list !== undefined || item !== undefined || place !== undefined
  if (isItem === (resource !== undefined)) {
    out.refuse(row, isItem ? "resource" : "item", new OneOfNeeded({ columns: ["item", "resource"] }))
    return undefined
  }
  if (resource !== undefined) return { _tag: "resource", resource }
  if (list !== undefined && item !== undefined && place !== undefined) return { _tag: "item", list, item, place }
  out.refuse(row, list === undefined ? "list" : item === undefined ? "item" : "place", new CellMissing({}))
  return undefined
}

const isWhole = (row: MatchRow, out: Out): boolean => {
  const { from, to, on, withdrawn, rejected, reason, raiserStars, ownerStars, rated } = row.cells
  if (!out.isOrderly(row, "to", from, to) || !out.isOrderly(row, "withdrawn", on, withdrawn)) return false
  const ended = withdrawn !== undefined || rejected !== undefined
  const stars = raiserStars !== undefined || ownerStars !== undefined
  const missing = ended && reason === undefined ? "reason" : stars && rated === undefined ? "rated" : undefined
  if (missing !== undefined) out.refuse(row, missing, new CellMissing({}))
  return missing === undefined
}

const answered = (row: MatchRow, out: Out): void => {
  const { match, accepted, rejected, withdrawn, reason } = row.cells
  if (accepted !== undefined) out.add(row, { _tag: "AcceptMatch", match, on: accepted })
  if (reason === undefined) return
  if (rejected !== undefined) out.add(row, { _tag: "RejectMatch", match, reason, on: rejected })
  if (withdrawn !== undefined) out.add(row, { _tag: "WithdrawMatch", match, reason, on: withdrawn })
}

const rated = (row: MatchRow, out: Out): void => {
  const { match, raiserStars, ownerStars, rated: on, followUp } = row.cells
  if (on === undefined) return
  const asked = followUp === undefined ? undefined : followUp === "yes"
  if (raiserStars !== undefined) {
    out.add(row, given({ _tag: "RateMatch", match, side: "raiser", stars: raiserStars, followUp: asked, on }))
  }
  if (ownerStars !== undefined) out.add(row, { _tag: "RateMatch", match, side: "owner", stars: ownerStars, on })
}

const matches = defineGrouped({
  file: "matches.csv",
  names: { zh: "供需对接", en: "Matches" },
  about: {
    zh: "需求与服务事项或资源的对接及其进展；分批交付时每批一行。",
    en: "Which item or resource meets a need, and what became of it; delivered in parts, a row for each part."
  },
  columns,
  key: ({ match }) => match,
  commands: (rows, out) => {
    const [first] = rows
    const about = ["need", "list", "item", "place", "resource", "quantity", "from", "to", "on"] as const
    const states = ["accepted", "rejected", "withdrawn", "reason", "raiserStars", "ownerStars", "rated"] as const
    if (!agree(rows, [...about, ...states, "followUp", "closed"], out) || !isWhole(first, out)) return
    const offer = offerOf(first, out)
    if (offer === undefined) return
    const { match, need, quantity = 1, from, to, on, closed } = first.cells
    out.add(first, given({ _tag: "ProposeMatch", match, need, offer, quantity, from, to, on }))
    answered(first, out)
    for (const row of rows) {
      const { delivered, deliveredQuantity = quantity } = row.cells
      if (delivered === undefined) continue
      out.add(row, { _tag: "DeliverMatch", match, quantity: deliveredQuantity, on: delivered })
    }
    rated(first, out)
    if (closed !== undefined) out.add(first, { _tag: "CloseMatch", match, on: closed })
  }
})

/** The file about what meets what. */
export const matchSheets = [matches]
