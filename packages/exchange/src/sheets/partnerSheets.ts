import { agree } from "../Agreement.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"

const postings = define({
  file: "partners.csv",
  names: { zh: "企业供需", en: "Partners" },
  about: {
    zh: "企业之间可以提供什么、需要什么，每条信息一行。",
    en: "What enterprises offer each other and want from each other, one a row."
  },
  columns: {
    posting: required(ListForm.posting, "信息", ["供需信息的编号", "the posting"], { also: ["信息编号", "编号"] }),
    side: required(ListForm.side, "供需", ["提供或需要", "offered or wanted"]),
    enterprise: required(Domain.unit, "企业", ["哪家企业", "the enterprise"]),
    category: required(ListForm.category, "类别", ["配置中的类别", "a category of the profile"]),
    text: required(Form.label(2000), "内容", ["内容，不含个人信息", "what, without anything that leads to a person"]),
    from: from("发布日期", "the day it was put up"),
    to: to("撤下日期", "the day it was taken down")
  },
  commands: (row, out) => {
    const { to: end, ...posted } = row.cells
    if (!out.isOrderly(row, "to", posted.from, end)) return
    out.add(row, { _tag: "PublishPosting", ...posted })
    if (end !== undefined) out.add(row, { _tag: "EndPosting", posting: posted.posting, on: end })
  }
})

const positions = define({
  file: "chain-positions.csv",
  names: { zh: "产业链环节", en: "Positions in chains" },
  about: { zh: "企业处在产业链的哪个环节。", en: "Where in an industry chain an enterprise stands." },
  columns: {
    enterprise: required(Domain.unit, "企业", ["哪家企业", "the enterprise"], { also: ["单元", "编号"] }),
    chain: required(ListForm.chain, "产业链", ["配置中的产业链", "an industry chain of the profile"]),
    position: required(ListForm.position, "环节", ["产业链的环节", "a position of the chain"]),
    from: from("起始日期", "the day it began"),
    to: to("结束日期", "the day it ended")
  },
  commands: (row, out) => {
    const { to: end, ...taken } = row.cells
    const { from: begin, ...held } = taken
    if (!out.isOrderly(row, "to", begin, end)) return
    out.add(row, { _tag: "TakePosition", ...taken })
    if (end !== undefined) out.add(row, { _tag: "LeavePosition", ...held, on: end })
  }
})

const columns = {
  partnership: required(ListForm.partnership, "合作", ["合作的编号", "the partnership"], {
    also: ["合作编号", "编号"]
  }),
  giver: required(Domain.unit, "提供方", ["提供的企业", "who gives"]),
  taker: required(Domain.unit, "接受方", ["接受的企业", "who takes"]),
  offer: optional(ListForm.posting, "供给信息", ["由哪条供给信息而来", "the offer it came of"]),
  want: optional(ListForm.posting, "需求信息", ["由哪条需求信息而来", "the want it came of"]),
  meeting: optional(ListForm.word, "对接会", ["在哪次供需对接会上提出", "the meeting it was proposed at"]),
  on: required(Form.date, "提议日期", ["提议的日期", "the day it was proposed"], { also: ["日期"] }),
  giverAccepted: optional(Form.date, "提供方同意", ["提供方同意的日期", "the day the giver accepted"]),
  takerAccepted: optional(Form.date, "接受方同意", ["接受方同意的日期", "the day the taker accepted"]),
  declinedBy: optional(ListForm.party, "谢绝方", ["哪一方谢绝", "which side declined"]),
  declined: optional(Form.date, "谢绝日期", ["谢绝的日期", "the day it did"]),
  reason: optional(Form.label(2000), "原因", ["谢绝的原因", "why it declined"]),
  exchange: optional(ListForm.word, "往来", [
    "一次往来的编号；多次各写一行",
    "something given; of several, a row for each"
  ]),
  exchangeFrom: optional(ListForm.party, "由谁给出", ["空则为提供方", "who gave; where empty, the giver"]),
  worth: optional(Form.count(1), "价值", ["双方认可的分值", "in points both sides agree on"]),
  exchanged: optional(Form.date, "往来日期", ["往来的日期", "the day of it"])
}

type PartnershipRow = Row<typeof columns>
type Out = Output<typeof columns>

const answered = (row: PartnershipRow, out: Out): void => {
  const { partnership, giverAccepted, takerAccepted, declinedBy: side, declined, reason } = row.cells
  const accept = { _tag: "AnswerPartnership", partnership, accepts: true } as const
  if (giverAccepted !== undefined) out.add(row, { ...accept, side: "giver", on: giverAccepted })
  if (takerAccepted !== undefined) out.add(row, { ...accept, side: "taker", on: takerAccepted })
  if (side !== undefined && declined !== undefined) {
    out.add(row, given({ _tag: "AnswerPartnership", partnership, side, accepts: false, reason, on: declined }))
  } else if (side !== undefined) out.refuse(row, "declined", new CellMissing({}))
  else if (declined !== undefined) out.refuse(row, "declinedBy", new CellMissing({}))
}

const exchanged = (row: PartnershipRow, out: Out): void => {
  const { partnership, exchange, exchangeFrom = "giver", worth, exchanged: on } = row.cells
  if (exchange === undefined) return
  if (worth !== undefined && on !== undefined) {
    out.add(row, { _tag: "RecordExchange", partnership, exchange, from: exchangeFrom, worth, on })
  } else out.refuse(row, worth === undefined ? "worth" : "exchanged", new CellMissing({}))
}

const partnerships = defineGrouped({
  file: "partnerships.csv",
  names: { zh: "企业合作", en: "Partnerships" },
  about: {
    zh: "企业之间的合作，双方都同意才成立；往来各写一行。",
    en: "Who works with whom, once both sides accept; for each thing given, a row."
  },
  columns,
  key: ({ partnership }) => partnership,
  commands: (rows, out) => {
    const [first] = rows
    const about = ["giver", "taker", "offer", "want", "meeting", "on", "giverAccepted", "takerAccepted"] as const
    if (!agree(rows, [...about, "declinedBy", "declined", "reason"], out)) return
    const { partnership, giver, taker, offer, want, meeting, on } = first.cells
    out.add(first, given({ _tag: "ProposePartnership", partnership, giver, taker, offer, want, meeting, on }))
    answered(first, out)
    for (const row of rows) exchanged(row, out)
  }
})

/** Files about what enterprises do for each other. */
export const partnerSheets = [postings, positions, partnerships]
