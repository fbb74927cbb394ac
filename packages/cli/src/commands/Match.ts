import { CivilDate } from "@louyu/kernel"
import { Demand, Matchmaking, State } from "@louyu/matching"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Arrangement from "../Arrangement.ts"
import * as Command from "../Command.ts"
import * as Display from "../Display.ts"
import * as Lists from "../Lists.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Points from "../Points.ts"
import * as Source from "../Source.ts"
import { OptionsClash } from "../UsageError.ts"

const { field } = Answer

const Candidate = Schema.Struct({
  offer: field(Lists.Offer, "what could meet the need"),
  score: field(Schema.Int, "how well, 0 to 1000"),
  reasons: field(Points.Reasons, "why it stands where it does"),
  eligibility: field(Schema.Literals(["eligible", "unknown"]), "whether it is open to who raised the need"),
  unknown: field(Schema.Array(Answer.Sentence), "the conditions of which it is not known whether they are met")
}).annotate({ identifier: "Candidate" })
type Candidate = typeof Candidate.Type

const Wanted = Schema.Struct({
  need: field(Lists.NeedNamed, "the need"),
  waiting: field(Answer.Count, "for how many days"),
  status: field(Schema.Literals(["open", "met", "closed"]), "what had become of it by the day"),
  project: field(Schema.NullOr(Schema.String), "the project it is in, or `null`"),
  matches: field(
    Schema.Array(
      Schema.Struct({
        id: field(Schema.String, "its id"),
        offer: field(Lists.Offer, "what was to meet the need"),
        status: field(Schema.String, "where it stands"),
        quantity: field(Answer.Count, "how much of the need"),
        delivered: field(Answer.Count, "how much was delivered"),
        reason: field(Schema.NullOr(Schema.String), "why it was rejected or taken back; `null` otherwise")
      })
    ),
    "what was proposed for it before"
  ),
  candidates: field(Schema.Array(Candidate), "what could meet it, best first; nothing where nobody offers it")
})
type Wanted = typeof Wanted.Type

const Answered = Schema.Struct({
  on: Answer.On,
  explained: field(Schema.Boolean, "whether `--explain` was given"),
  unmet: field(Answer.Count, "how many needs nobody has agreed to meet in full, shown or not"),
  rate: field(
    Schema.NullOr(Schema.Finite),
    "the share of the needs of the year before for which something was agreed on; `null` when there were none"
  ),
  medianDays: field(Schema.NullOr(Schema.Finite), "the middle number of days until that; `null` when there were none"),
  needs: field(
    Schema.Array(Wanted),
    "the need asked about, or the unmet ones, the longest waiting first; nothing with `--arrange`"
  ),
  arrangement: field(
    Schema.NullOr(Arrangement.Arrangement),
    "with `--arrange`, what is best for all needs; else `null`"
  )
})
type Answered = typeof Answered.Type

const usualLimit = 20
const usualCandidates = 5

const candidate = (lists: Lists.Lists, found: Matchmaking.Candidate): Candidate => ({
  offer: Lists.offer(lists, found.offer),
  score: found.score,
  reasons: Points.of(found),
  eligibility: found.unknown.length > 0 ? "unknown" : "eligible",
  unknown: found.unknown.filter(({ verdict }) => verdict === "unknown").map(({ asked }) => asked)
})

const wanted = (lists: Lists.Lists, market: Matchmaking.Market, known: State.NeedKnown, amount: number): Wanted => ({
  need: Lists.need(lists, known),
  waiting: Math.max(0, CivilDate.daysBetween(known.need.on, lists.on)),
  status: known.status,
  project: known.project ?? null,
  matches: State.matchesOf(lists.state, known.need.need).map((one) => ({
    id: one.proposal.match,
    offer: Lists.offer(lists, one.proposal.offer),
    status: one.status,
    quantity: one.proposal.quantity,
    delivered: one.delivered,
    reason: one.reason ?? null
  })),
  candidates: Matchmaking.candidates(market, known, amount).map((one) => candidate(lists, one))
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const limit = yield* Effect.fromResult(OptionValue.count(given, "limit"))
  const named = given.values.get("need")
  const isArranged = given.switches.has("arrange")
  if (named !== undefined && isArranged) return yield* new OptionsClash({ options: ["--need", "--arrange"] })
  const city = yield* Source.city(given, desk)
  const lists = yield* Lists.of(city, yield* Source.date(given, city))
  const { state, on } = lists
  const one = named === undefined ? undefined : yield* Lists.existing(lists, named)
  const { rate, medianDays } = Demand.matchRate(state, {
    from: CivilDate.addMonths(on, -12),
    to: CivilDate.addDays(on, 1)
  })
  const market = yield* city.matching.market(on)
  const unmet = Demand.unmet(state, on)
  const shown = isArranged ? [] : one === undefined ? unmet.slice(0, limit ?? usualLimit) : [one]
  const amount = one === undefined ? 1 : (limit ?? usualCandidates)
  return Command.good<Answered>({
    on,
    explained: given.switches.has("explain"),
    unmet: unmet.length,
    rate: rate ?? null,
    medianDays: medianDays ?? null,
    needs: shown.map((known) => wanted(lists, market, known, amount)),
    arrangement: isArranged ? yield* Effect.fromResult(Arrangement.of(lists, market, limit)) : null
  })
})

const reasonLines = (look: Look.Look, { reasons, unknown }: Candidate): ReadonlyArray<string> => [
  ...Points.lines(look, reasons),
  ...unknown.map((asked) => `    ${look.paint("yellow", look.label("待确认", "to be checked"))}: ${look.text(asked)}`)
]

const candidateLines = (look: Look.Look, one: Candidate, isExplained: boolean): ReadonlyArray<string> => [
  `  ${String(one.score).padStart(4)}  ${Lists.offerLine(look, one.offer)}`,
  ...(isExplained ? reasonLines(look, one) : [])
]

const statuses: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  proposed: ["已提议", "proposed"],
  accepted: ["已接受", "accepted"],
  rejected: ["已拒绝", "rejected"],
  withdrawn: ["已撤回", "withdrawn"],
  delivered: ["已交付", "delivered"],
  closed: ["已办结", "closed"]
}

const wantedLines = (look: Look.Look, one: Wanted, isExplained: boolean): ReadonlyArray<string> => {
  const { need, waiting, candidates, matches, project } = one
  const amount = look.label(`缺 ${need.open}/${need.needed}`, `${need.open} of ${need.needed} open`)
  return [
    `${look.paint("bold", need.id)} ${Lists.categoryLine(look, need.category)} ${amount} ${look.paint(
      "dim",
      look.label(`已等 ${waiting} 天`, `waiting ${Look.many(waiting, "day")}`)
    )} · ${look.text(need.raiser.name)}`,
    `  ${Display.plain(need.text)}`,
    ...matches.map(({ offer, status, reason }) => {
      const label = look.label(...(statuses[status] ?? [status, status]))
      const why = reason === null ? "" : `: ${Display.plain(reason)}`
      return `  ${look.paint("dim", `${label}${why}`)} ${Lists.offerLine(look, offer)}`
    }),
    ...(project === null ? [] : [`  ${look.label("已入项目", "in project")} ${project}`]),
    ...(candidates.length === 0
      ? look.say("无人提供。", "Nobody offers it.").map((line) => `  ${look.paint("yellow", line)}`)
      : candidates.flatMap((candidateOf) => candidateLines(look, candidateOf, isExplained)))
  ]
}

const show = (answer: Answered, look: Look.Look): ReadonlyArray<string> => {
  const { on, unmet, needs, explained, medianDays, arrangement } = answer
  const days =
    medianDays === null ? "" : ` · ${look.label(`中位 ${medianDays} 天`, `${medianDays} days in the middle`)}`
  const rate = answer.rate === null ? "—" : `${(answer.rate * 100).toFixed(1)} %`
  return [
    `${Naming.heading(look, "供需匹配", "match", on)} ${look.label(`未满足 ${unmet} 项`, `${unmet} unmet`)} · ${look.label(
      "一年对接率",
      "matched in a year"
    )} ${rate}${days}`,
    ...(unmet === 0 && needs.length === 0 ? look.say("没有未满足的需求。", "No need is unmet.") : []),
    ...(arrangement === null ? [] : Arrangement.lines(look, arrangement, explained)),
    ...needs.flatMap((one) => wantedLines(look, one, explained))
  ]
}

/** `louyu match` */
export const match = Command.define<Answered>({
  name: "match",
  about: {
    zh: "未满足的需求和最合适的服务或资源，并说明理由",
    en: "needs that are unmet, what could meet them best, and why"
  },
  arguments: [],
  options: {
    ...Source.options,
    need: { value: "<id>", about: { zh: "只看一项需求及其候选", en: "one need and what could meet it" } },
    arrange: {
      about: {
        zh: "所有未满足的需求一并安排：谁得到什么、为何没有",
        en: "decide about all unmet needs at once: who gets what, and why not"
      }
    },
    explain: { about: { zh: "逐项列出得分的理由", en: "show the reasons that make up each score" } },
    limit: {
      value: "<n>",
      about: {
        zh: "最多几项需求（默认 20），或一项需求的几个候选（默认 5；--arrange 时每项看 20 个）",
        en: "how many needs, 20 by default, or candidates of one need, 5 by default; with --arrange 20 are looked at"
      }
    }
  },
  examples: [
    "louyu match --store sqlite:city.db",
    "louyu match --store sqlite:city.db --arrange",
    "louyu match --store sqlite:city.db --need n-17 --explain"
  ],
  answer: Answered,
  work,
  show
})
