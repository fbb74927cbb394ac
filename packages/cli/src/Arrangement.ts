import type { Text } from "@louyu/kernel"
import { type Allocation, type AllocationError, type Match, Matchmaking, State } from "@louyu/matching"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Lists from "./Lists.ts"
import * as Look from "./Look.ts"
import * as Points from "./Points.ts"

const { field } = Answer

const Proposed = Schema.Struct({
  need: field(Lists.NeedNamed, "the need"),
  offer: field(Lists.Offer, "what it gets"),
  quantity: field(Answer.Count, "how much of it"),
  score: field(Schema.Int, "how well it fits, 0 to 1000"),
  reasons: field(Points.Reasons, "why it fits so well")
})
type Proposed = typeof Proposed.Type

const Hindrance = Schema.Struct({
  offer: field(Schema.NullOr(Lists.Offer), "what would have fitted, or `null` where nothing would"),
  why: field(
    Schema.Literals(["nobodyOffers", "notOpen", "exhausted", "takenByOthers"]),
    "why it does not get that, for programs"
  ),
  to: field(Schema.NullOr(Schema.String), "the need that gets it and counts least of those that do; `null` otherwise"),
  text: field(Answer.Sentence, "why, for people")
})
type Hindrance = typeof Hindrance.Type

const Unmet = Schema.Struct({
  need: field(Lists.NeedNamed, "the need"),
  quantity: field(Answer.Count, "how much of it gets nothing"),
  reasons: field(Schema.Array(Hindrance), "why")
})
type Unmet = typeof Unmet.Type

/** What is best for all needs together. */
export const Arrangement = Schema.Struct({
  total: field(Schema.Finite, "the sum of scores times urgency, which cannot be higher when `proved`"),
  proved: field(Schema.Boolean, "whether it is proved that nothing better exists"),
  proposed: field(Schema.Array(Proposed), "who gets what"),
  unmet: field(Schema.Array(Unmet), "who gets nothing, or not all, and why")
})
export type Arrangement = typeof Arrangement.Type

const hindrance = (
  why: Hindrance["why"],
  offer: Lists.Offer | null,
  text: Text.Both,
  to: string | null = null
): Hindrance => ({ why, offer, to, text })

const nobody = hindrance("nobodyOffers", null, { zh: "无人提供。", en: "Nobody offers it." })

// Why nothing fits: everything like it is used up, or not open to who asks.
const withoutCandidate = (
  lists: Lists.Lists,
  market: Matchmaking.Market,
  known: State.NeedKnown
): ReadonlyArray<Hindrance> => {
  const full = Matchmaking.exhausted(market, known).map((offer) =>
    hindrance("exhausted", Lists.offer(lists, offer), { zh: "已无余量。", en: "Nothing of it is left." })
  )
  const closed = Matchmaking.barred(market, known).map(({ offer, unmet }) =>
    hindrance("notOpen", Lists.offer(lists, offer), {
      zh: `不符合条件：${unmet.map(({ asked }) => asked.zh).join("；")}。`,
      en: `It is not open to who asks: ${unmet.map(({ asked }) => asked.en).join("; ")}.`
    })
  )
  const all = [...full, ...closed]
  return all.length === 0 ? [nobody] : all
}

const lost =
  (lists: Lists.Lists, offers: ReadonlyMap<string, Match.Offer>) =>
  ({ offer: id, to }: Allocation.Lost): Hindrance => {
    const offer = offers.get(id)
    const named = offer === undefined ? null : Lists.offer(lists, offer)
    return to === undefined
      ? hindrance("takenByOthers", named, {
          zh: "余量不足以满足全部。",
          en: "What is left of it is not enough for all that is wanted."
        })
      : hindrance(
          "takenByOthers",
          named,
          {
            zh: `余量给了更急、更合适或等得更久的需求，如 ${to}。`,
            en: `It goes to needs that count more, such as ${to}.`
          },
          to
        )
  }

/** Decides about all unmet needs of the day, and says of each that gets nothing why. */
export const of = (
  lists: Lists.Lists,
  market: Matchmaking.Market,
  candidates: number | undefined
): Result.Result<Arrangement, AllocationError.AllocationError> =>
  Result.map(Matchmaking.arrange(market, candidates === undefined ? {} : { candidates }), (arranged) => {
    const offers = new Map(market.supplies.map(({ ranked, offer }) => [ranked.id, offer]))
    const proposed = arranged.proposed.map(
      ({ need, offer, quantity, explanation }): Proposed => ({
        need: Lists.need(lists, need),
        offer: Lists.offer(lists, offer),
        quantity,
        score: explanation.score,
        reasons: Points.of(explanation)
      })
    )
    const wanted = new Map<string, State.NeedKnown>([...State.needs(market.state)].map((one) => [one.need.need, one]))
    const unmet = arranged.unmet.flatMap(({ need, quantity, why, lost: all }): ReadonlyArray<Unmet> => {
      const known = wanted.get(need)
      if (known === undefined) return []
      const reasons = why === "noCapacity" ? all.map(lost(lists, offers)) : withoutCandidate(lists, market, known)
      return [{ need: Lists.need(lists, known), quantity, reasons }]
    })
    return { total: arranged.allocation.total, proved: arranged.allocation.proved, proposed, unmet }
  })

const proposedLines = (look: Look.Look, { need, offer, quantity, score, reasons }: Proposed, isExplained: boolean) => [
  `${look.paint("bold", need.id)} ${look.text(need.raiser.name)} ← ${quantity} × ${Lists.offerLine(look, offer)} ${look.paint(
    "dim",
    look.label(`${score} 分`, `${score} points`)
  )}`,
  ...(isExplained ? Points.lines(look, reasons) : [])
]

const unmetLines = (look: Look.Look, { need, quantity, reasons }: Unmet): ReadonlyArray<string> => [
  `${look.paint("bold", need.id)} ${look.text(need.raiser.name)} ${look.paint(
    "yellow",
    look.label(`缺 ${quantity}/${need.needed}`, `${quantity} of ${need.needed} unmet`)
  )}`,
  ...reasons.map(
    ({ offer, text }) => `  ${offer === null ? "" : `${Lists.offerLine(look, offer)}: `}${look.text(text)}`
  )
]

/** Who gets what, then who does not and why. */
export const lines = (look: Look.Look, arranged: Arrangement, isExplained: boolean): ReadonlyArray<string> => {
  const { proposed, unmet, proved, total } = arranged
  const best = proved
    ? look.label("已证明没有更好的安排", "proved to be the best")
    : look.label("未证明是最优", "not proved to be the best")
  const points = look.label(`总分 ${total}`, `${total} points in all`)
  const heading = look.label(`建议对接 ${proposed.length} 项`, `${Look.many(proposed.length, "proposal")}`)
  return [
    `${look.paint("bold", heading)} ${look.paint("dim", `${points}, ${best}`)}`,
    ...proposed.flatMap((one) => proposedLines(look, one, isExplained)),
    ...(unmet.length === 0
      ? []
      : [
          look.paint("bold", look.label(`无法安排 ${unmet.length} 项`, `${Look.many(unmet.length, "need")} left over`)),
          ...unmet.flatMap((one) => unmetLines(look, one))
        ])
  ]
}
