import * as fc from "fast-check"
import { amount, category, cell, id } from "./listWords.ts"
import { from, given, maybe, to, unit, type Written, written } from "./rows.ts"

/** Rows about partners. */
export const partners: fc.Arbitrary<Written> = fc.oneof(
  written(
    "partners.csv",
    fc.record({
      posting: id("po"),
      side: fc.constantFrom("offer", "want"),
      enterprise: unit,
      category,
      from,
      to: maybe(to)
    }),
    (r) => ({
      ...r,
      category: r.category[0],
      side: r.side === "offer" ? "提供" : "want",
      text: "样品打版",
      to: r.to ?? ""
    }),
    ({ to: end, category: [, of], ...r }) => [
      { _tag: "PublishPosting", ...r, category: of, text: "样品打版" },
      ...(end === undefined ? [] : [{ _tag: "EndPosting", posting: r.posting, on: end }])
    ]
  ),
  written(
    "chain-positions.csv",
    fc.record({ enterprise: unit, chain: fc.constant("garments"), position: id("x"), from, to: maybe(to) }),
    (r) => ({ ...r, to: r.to ?? "" }),
    ({ to: end, from: begin, ...r }) => [
      { _tag: "TakePosition", ...r, from: begin },
      ...(end === undefined ? [] : [{ _tag: "LeavePosition", ...r, on: end }])
    ]
  ),
  written(
    "partnerships.csv",
    fc.record({
      partnership: fc.integer({ min: 0, max: 10 ** 9 }).map((n) => `ps-${n}`),
      giver: unit,
      taker: unit,
      offer: maybe(id("po")),
      want: maybe(id("po")),
      meeting: maybe(id("m")),
      on: from,
      giverAccepted: maybe(from),
      isDeclined: fc.boolean(),
      worth: maybe(amount)
    }),
    ({ isDeclined, worth, ...r }) => ({
      ...r,
      offer: r.offer ?? "",
      want: r.want ?? "",
      meeting: r.meeting ?? "",
      giverAccepted: r.giverAccepted ?? "",
      declinedBy: isDeclined ? "接受方" : "",
      declined: isDeclined ? "2029-01-01" : "",
      reason: isDeclined ? "价格不合" : "",
      exchange: worth === undefined ? "" : "x-1",
      worth: cell(worth),
      exchanged: worth === undefined ? "" : "2029-02-01"
    }),
    ({ isDeclined, worth, giverAccepted, ...r }) => {
      const { partnership } = r
      const answer = { _tag: "AnswerPartnership", partnership }
      const exchange = { _tag: "RecordExchange", partnership, exchange: "x-1", from: "giver", worth, on: "2029-02-01" }
      return [
        given({ _tag: "ProposePartnership", ...r }),
        ...(giverAccepted === undefined ? [] : [{ ...answer, side: "giver", accepts: true, on: giverAccepted }]),
        ...(isDeclined ? [{ ...answer, side: "taker", accepts: false, reason: "价格不合", on: "2029-01-01" }] : []),
        ...(worth === undefined ? [] : [exchange])
      ]
    }
  )
)
