import { CivilDate, type Text } from "@louyu/kernel"
import { Partners as Board, Neighbours } from "@louyu/matching"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Display from "../Display.ts"
import * as Lists from "../Lists.ts"
import type * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Posting = Schema.Struct({
  id: field(Schema.String, "its id"),
  side: field(Schema.Literals(["offer", "want"]), "whether it is offered or wanted"),
  enterprise: field(Answer.Unit, "who offers or wants it"),
  category: field(Lists.CategoryNamed, "what it is about"),
  text: field(Schema.String, "what, in words"),
  from: field(CivilDate.CivilDate, "since when")
})

const Suggestion = Schema.Struct({
  giver: field(Answer.Unit, "who could give"),
  taker: field(Answer.Unit, "who could take"),
  offer: field(Schema.NullOr(Schema.String), "the offer, or `null` when only their places in a chain suggest it"),
  want: field(Schema.NullOr(Schema.String), "the want, or `null`"),
  score: field(Schema.Int, "how well they go together, 0 to 1000"),
  reasons: field(
    Schema.Array(
      Schema.Struct({
        part: field(Schema.Literals(["category", "chain", "building", "near"]), "what was looked at"),
        points: field(Schema.Int, "the points it gave; together the score")
      })
    ),
    "why"
  )
})

const Partnership = Schema.Struct({
  id: field(Schema.String, "its id"),
  giver: field(Answer.Unit, "who gives"),
  taker: field(Answer.Unit, "who takes"),
  status: field(Schema.Literals(["proposed", "agreed", "declined"]), "where it stands, as last recorded"),
  given: field(Schema.Int, "what the giver gave, in points"),
  received: field(Schema.Int, "what came back, in points")
})

const Partners = Schema.Struct({
  on: Answer.On,
  postings: field(Schema.Array(Posting), "what is on the board on the date, by id"),
  suggestions: field(Schema.Array(Suggestion), "who could work together, best first"),
  partnerships: field(Schema.Array(Partnership), "who does or was asked to, by id")
})
type Partners = typeof Partners.Type

const usual = 10

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? usual
  const city = yield* Source.city(given, desk)
  const lists = yield* Lists.of(city, yield* Source.date(given, city))
  const board = yield* city.matching.partners()
  const { view, on, catalogue } = lists
  const around: Neighbours.Neighbourhood = {
    distance: (yield* city.matching.market(on)).around.steps,
    building: (enterprise) => View.nearest(view, "location", enterprise, { archetype: "building" })
  }
  const postings = Board.postingsOn(board, on).map(({ posting }) => ({
    id: posting.posting,
    side: posting.side,
    enterprise: Naming.unit(view, posting.enterprise),
    category: Lists.category(lists, posting.category),
    text: posting.text,
    from: posting.from
  }))
  const suggestions = Neighbours.suggest(board, catalogue, around, on)
    .slice(0, limit)
    .map(({ giver, taker, offer, want, score, reasons }) => ({
      giver: Naming.unit(view, giver),
      taker: Naming.unit(view, taker),
      offer: offer ?? null,
      want: want ?? null,
      score,
      reasons
    }))
  const partnerships = [...HashMap.values(board.partnerships)]
    .filter(({ proposed }) => proposed.on <= on)
    .map((one) => {
      const sum = (side: "giver" | "taker") =>
        one.exchanges.reduce((all, { from, worth, on: day }) => (from === side && day <= on ? all + worth : all), 0)
      return {
        id: one.proposed.partnership,
        giver: Naming.unit(view, one.proposed.giver),
        taker: Naming.unit(view, one.proposed.taker),
        status: Board.statusOf(one, on),
        given: sum("giver"),
        received: sum("taker")
      }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return Command.good<Partners>({ on, postings, suggestions, partnerships })
})

const parts: Readonly<Record<"category" | "chain" | "building" | "near", readonly [zh: string, en: string]>> = {
  category: ["供需相合", "what one offers the other wants"],
  chain: ["产业链上下游", "one supplies the other in a chain"],
  building: ["同楼", "in the same building"],
  near: ["就近", "near"]
}

const statuses: Readonly<Record<"proposed" | "agreed" | "declined", readonly [zh: string, en: string]>> = {
  proposed: ["待双方同意", "proposed"],
  agreed: ["已达成", "agreed"],
  declined: ["已谢绝", "declined"]
}

const section = (look: Look.Look, zh: string, en: string, rows: ReadonlyArray<ReadonlyArray<string>>) =>
  rows.length === 0
    ? []
    : [
        look.paint("bold", look.label(zh, en)),
        ...Table.lines([{ head: "" }, { head: "" }, { head: "" }, { head: "" }], rows)
      ]

const show = (answer: Partners, look: Look.Look): ReadonlyArray<string> => {
  const { on, postings, suggestions, partnerships } = answer
  const arrow = (giver: Text.Text, taker: Text.Text) => `${look.text(giver)} → ${look.text(taker)}`
  const posted = postings.map(({ id, side, enterprise, category, text }) => [
    id,
    `${side === "offer" ? look.label("提供", "offers") : look.label("需要", "wants")} ${look.text(category.names)}`,
    look.text(enterprise.name),
    Display.plain(text)
  ])
  const suggested = suggestions.map(({ giver, taker, score, reasons }) => [
    `${score}`,
    arrow(giver.name, taker.name),
    reasons.map(({ part, points }) => `${look.label(...parts[part])} ${points}`).join(" + "),
    ""
  ])
  const working = partnerships.map(({ id, giver, taker, status, given, received }) => [
    id,
    arrow(giver.name, taker.name),
    look.label(...statuses[status]),
    look.label(`往 ${given} · 来 ${received}`, `${given} given · ${received} back`)
  ])
  const lines = [
    ...section(look, "供需板", "board", posted),
    ...section(look, "可以牵线", "could work together", suggested),
    ...section(look, "合作", "partnerships", working)
  ]
  return [
    Naming.heading(look, "企业伙伴", "partners", on),
    ...(lines.length === 0 ? look.say("供需板是空的。", "The board is empty.") : lines)
  ]
}

/** `louyu partners` */
export const partners = Command.define<Partners>({
  name: "partners",
  about: {
    zh: "企业之间提供什么、需要什么，谁可以与谁合作，为什么",
    en: "what enterprises offer each other and want, who could work with whom, and why"
  },
  arguments: [],
  options: {
    ...Source.options,
    limit: { value: "<n>", about: { zh: "最多几条建议，默认 10", en: "how many suggestions; 10 by default" } }
  },
  examples: ["louyu partners --store sqlite:city.db"],
  answer: Partners,
  work,
  show
})
