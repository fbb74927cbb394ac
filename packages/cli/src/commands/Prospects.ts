import { Assignment, Attention, Outcomes, State } from "@louyu/recruitment"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as AttentionList from "../AttentionList.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as ProposalList from "../ProposalList.ts"
import * as ProspectBook from "../ProspectBook.ts"
import * as Source from "../Source.ts"
import { OptionsClash } from "../UsageError.ts"

const { field } = Answer
const kinds = ["pool", "idle", "overdue", "assign"] as const

const Answered = Schema.Struct({
  on: Answer.On,
  as: field(Schema.NullOr(ProspectBook.Looking), "who looks; `null` when nobody said, and then no prospect is named"),
  show: field(Schema.Literals(["attention", ...kinds]), "which prospects were asked for"),
  counts: field(
    Schema.Struct({
      open: field(Answer.Count, "prospects under way and not won yet"),
      pool: field(Answer.Count, "those nobody looks after"),
      idle: field(Answer.Count, "those nobody moved for longer than the rule of the pool allows"),
      rotten: field(Answer.Count, "those nobody was heard of for too long"),
      late: field(Answer.Count, "those at their stage for too long"),
      overdue: field(Answer.Count, "those whose next step is overdue"),
      today: field(Answer.Count, "those whose next step is due today"),
      unplanned: field(Answer.Count, "those for which nothing is planned")
    }),
    "all prospects of the city, whoever looks"
  ),
  prospects: field(
    Schema.NullOr(Schema.Array(AttentionList.Attended)),
    "those asked for that `--as` may see, the longest without word first; `null` without it"
  ),
  assignable: field(
    Schema.NullOr(
      Schema.Struct({
        proposed: field(Answer.Count, "prospects of the pool for which there is somebody"),
        nobody: field(Answer.Count, "those for which all were passed over")
      })
    ),
    "with `--assign`, what came of it; else `null`"
  ),
  proposals: field(
    Schema.NullOr(Schema.Array(ProposalList.Proposal)),
    "with `--assign`, whom the prospects that `--as` may see should go to; else `null`"
  ),
  loads: field(
    Schema.Array(
      Schema.Struct({
        liaison: field(Schema.String, "the id of the person"),
        open: field(Answer.Count, "how many prospects they look after"),
        room: field(Schema.NullOr(Answer.Count), "how many more they may; `null` for any number")
      })
    ),
    "everybody who looks after prospects, most first"
  )
})
type Answered = typeof Answered.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const asked = kinds.filter((kind) => given.switches.has(kind))
  const [kind, other] = asked
  if (other !== undefined) return yield* new OptionsClash({ options: asked.map((one) => `--${one}`) })
  // Who has how much to do is known of now only.
  if (kind === "assign" && given.values.has("on")) return yield* new OptionsClash({ options: ["--assign", "--on"] })
  const city = yield* Source.city(given, desk)
  const book = yield* ProspectBook.of(given, city, yield* Source.date(given, city))
  const { state, calendar, on, sight } = book
  const all = yield* Effect.fromResult(Attention.all(state, calendar, on))
  const idle = yield* Effect.fromResult(Assignment.idle(state, calendar, on))
  const allowed = new Map(idle.map((one) => [one.prospect, one.allowed]))
  const known = (id: Attention.Attention["prospect"]) => {
    const found = State.prospect(state, id)
    if (found === undefined) throw new Error(`invariant: prospect ${id} is known`)
    return found
  }
  const isPool = ({ prospect, holder }: Attention.Attention) =>
    holder === undefined && !State.isParked(known(prospect), on)
  const tests: Readonly<Record<Answered["show"], (one: Attention.Attention) => boolean>> = {
    attention: ({ rotten, late, next }) => rotten === true || late === true || next === "overdue" || next === "today",
    pool: isPool,
    idle: ({ prospect }) => allowed.has(prospect),
    overdue: ({ next }) => next === "overdue",
    assign: isPool
  }
  const count = (is: (one: Attention.Attention) => boolean) => all.filter(is).length
  const { directory } = yield* city.roles.on(on)
  const proposals =
    kind === "assign"
      ? Assignment.propose(state, on, { isWithin: (unit, place) => directory.places.isWithin(unit, place, on) })
      : undefined
  const shown = kind ?? "attention"
  return Command.good<Answered>({
    on,
    as: ProspectBook.looking(book),
    show: shown,
    counts: {
      open: all.length,
      pool: count(tests.pool),
      idle: count(tests.idle),
      rotten: count(({ rotten }) => rotten === true),
      late: count(({ late }) => late === true),
      overdue: count(tests.overdue),
      today: count(({ next }) => next === "today"),
      unplanned: count(({ next }) => next === "none")
    },
    prospects:
      sight === undefined
        ? null
        : all
            .filter((one) => tests[shown](one) && sight.sees(known(one.prospect)))
            .map((one) => AttentionList.attended(book, one, known(one.prospect), allowed.get(one.prospect))),
    assignable:
      proposals === undefined
        ? null
        : {
            proposed: proposals.filter(({ liaison }) => liaison !== undefined).length,
            nobody: proposals.filter(({ liaison }) => liaison === undefined).length
          },
    proposals:
      proposals === undefined || sight === undefined
        ? null
        : proposals
            .filter(({ prospect }) => sight.sees(known(prospect)))
            .map((one) => ProposalList.proposal(book, one, known(one.prospect))),
    loads: Outcomes.loads(state, on).map(({ liaison, open, room }) => ({ liaison, open, room: room ?? null }))
  })
})

const loadLine = (look: Look.Look, { loads }: Answered): ReadonlyArray<string> => {
  if (loads.length === 0) return []
  const each = loads.map(({ liaison, open, room }) => `${liaison} ${open}${room === null ? "" : `/${open + room}`}`)
  return [`${look.label("各人跟进", "looked after by")}: ${each.join(" · ")}`]
}

const show = (answer: Answered, look: Look.Look): ReadonlyArray<string> => {
  const { on, as, counts, prospects, assignable, proposals } = answer
  const { open, pool, idle, rotten, late, overdue, today, unplanned } = counts
  const figures = [
    [look.label("公共池", "pool"), pool],
    [look.label("闲置", "idle"), idle],
    [look.label("滞留", "rotten"), rotten],
    [look.label("超时", "late"), late],
    [look.label("跟进逾期", "follow-up overdue"), overdue],
    [look.label("今天到期", "due today"), today],
    [look.label("无下一步", "nothing planned"), unplanned]
  ] as const
  return [
    `${Naming.heading(look, "线索", "prospects", on)} ${look.label(`在途 ${open} 条`, `${open} under way`)}`,
    figures.map(([label, value]) => `${label} ${value}`).join(" · "),
    ...loadLine(look, answer),
    ...(assignable === null
      ? []
      : [
          look.label(
            `可分派 ${assignable.proposed} 条，无人可派 ${assignable.nobody} 条`,
            `${Look.many(assignable.proposed, "prospect")} can be given to somebody, ${assignable.nobody} to nobody`
          )
        ]),
    ...(proposals !== null
      ? ["", ...ProposalList.lines(look, proposals)]
      : prospects === null
        ? []
        : ["", ...AttentionList.lines(look, prospects)]),
    ...ProspectBook.notice(look, as)
  ]
}

/** `louyu prospects` */
export const prospects = Command.define<Answered>({
  name: "prospects",
  about: {
    zh: "哪些线索需要关注：滞留、逾期、闲置、无人跟进；建议分派给谁",
    en: "which prospects need attention: silent, late, overdue, with nobody; and whom they should go to"
  },
  arguments: [],
  options: {
    ...Source.options,
    ...ProspectBook.options,
    pool: { about: { zh: "无人跟进的", en: "those nobody looks after" } },
    idle: { about: { zh: "按规则应退回公共池的", en: "those that go back to the pool by rule" } },
    overdue: { about: { zh: "下一步已逾期的", en: "those whose next step is overdue" } },
    assign: {
      about: {
        zh: "公共池中的建议分派给谁、为何未选他人；不记录",
        en: "whom those of the pool should go to and who was passed over why; nothing is recorded"
      }
    }
  },
  examples: [
    "louyu prospects --store sqlite:city.db",
    "louyu prospects --store sqlite:city.db --as p-7 --overdue",
    "louyu prospects --store sqlite:city.db --as p-7 --assign"
  ],
  answer: Answered,
  work,
  show
})
