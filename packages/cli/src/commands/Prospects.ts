import { CivilDate } from "@louyu/kernel"
import { Assignment, Attention, Outcomes, State } from "@louyu/recruitment"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import { OptionsClash } from "../CliError.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as ProspectBook from "../ProspectBook.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer
const day = CivilDate.CivilDate
const kinds = ["pool", "idle", "overdue", "assign"] as const

const Attended = Schema.Struct({
  prospect: field(ProspectBook.Named, "the prospect"),
  holder: field(Schema.NullOr(Schema.String), "the id of whoever looks after it; `null` in the pool"),
  since: field(day, "the day it came to its stage"),
  inStage: field(Answer.Count, "working days at that stage"),
  heard: field(day, "the last day somebody talked to it, or it moved"),
  silent: field(Answer.Count, "working days since then"),
  allowed: field(Schema.NullOr(Answer.Count), "with `--idle`, after how many it goes back to the pool; else `null`"),
  rotten: field(Schema.NullOr(Schema.Boolean), "whether that is too long; `null` where the stage has no limit"),
  late: field(Schema.NullOr(Schema.Boolean), "whether it is at its stage for too long; `null` where there is no limit"),
  next: field(Schema.Literals(["planned", "today", "overdue", "none"]), "whether something is planned next"),
  due: field(Schema.NullOr(day), "the last day for that, or `null`")
})
type Attended = typeof Attended.Type

const why = ["capacity", "optOut", "waiting", "picks", "scope", "elsewhere"] as const

const Proposal = Schema.Struct({
  prospect: field(ProspectBook.Named, "the prospect"),
  liaison: field(Schema.NullOr(Schema.String), "the id of whom it should go to; `null` when all were passed over"),
  passedOver: field(
    Schema.Array(
      Schema.Struct({
        liaison: field(Schema.String, "the id of the person"),
        why: field(
          Schema.Literals(why),
          "no room, no new ones for now, gave it back too recently, took enough lately, not this pipeline, or not this place or industry"
        )
      })
    ),
    "who was passed over, and why"
  )
})
type Proposal = typeof Proposal.Type

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
    Schema.NullOr(Schema.Array(Attended)),
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
    Schema.NullOr(Schema.Array(Proposal)),
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

const attended = (
  book: ProspectBook.ProspectBook,
  one: Attention.Attention,
  known: State.ProspectKnown,
  allowed: number | undefined
): Attended => {
  const { holder, since, inStage, heard, silent, rotten, late, next, due } = one
  return {
    prospect: ProspectBook.named(book, known),
    holder: holder ?? null,
    since,
    inStage,
    heard,
    silent,
    allowed: allowed ?? null,
    rotten: rotten ?? null,
    late: late ?? null,
    next,
    due: due ?? null
  }
}

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
            .map((one) => attended(book, one, known(one.prospect), allowed.get(one.prospect))),
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
            .map(
              ({ prospect, liaison, passedOver }): Proposal => ({
                prospect: ProspectBook.named(book, known(prospect)),
                liaison: liaison ?? null,
                passedOver
              })
            ),
    loads: Outcomes.loads(state, on).map(({ liaison, open, room }) => ({ liaison, open, room: room ?? null }))
  })
})

const nexts: Readonly<Record<Attended["next"], readonly [zh: string, en: string]>> = {
  planned: ["已安排", "planned"],
  today: ["今天", "today"],
  overdue: ["逾期", "overdue"],
  none: ["无", "none"]
}

const nextCell = (look: Look.Look, { next, due }: Attended): string => {
  const text = `${look.label(...nexts[next])}${due === null ? "" : ` ${due}`}`
  return next === "overdue" ? look.paint("red", text) : text
}

const flags = (look: Look.Look, { rotten, late }: Attended): string =>
  [
    ...(rotten === true ? [look.paint("red", look.label("滞留", "rotten"))] : []),
    ...(late === true ? [look.paint("yellow", look.label("超时", "late"))] : [])
  ].join(" ")

const listed = (look: Look.Look, all: ReadonlyArray<Attended>): ReadonlyArray<string> =>
  all.length === 0
    ? look.say("没有可列出的线索。", "There are none to be named.")
    : Table.lines(
        [
          { head: look.label("线索", "prospect") },
          { head: look.label("阶段", "stage") },
          { head: look.label("联络员", "by") },
          { head: look.label("无音讯工作日", "silent working days"), align: "right" },
          { head: "" },
          { head: look.label("下一步", "next") }
        ],
        all.map((one) => [
          ProspectBook.line(look, one.prospect),
          look.text(one.prospect.stage.names),
          one.holder ?? look.paint("yellow", look.label("公共池", "pool")),
          one.allowed === null ? `${one.silent}` : `${one.silent}/${one.allowed}`,
          flags(look, one),
          nextCell(look, one)
        ]),
        (text) => look.paint("dim", text)
      )

const reasons: Readonly<Record<(typeof why)[number], readonly [zh: string, en: string]>> = {
  capacity: ["已满", "full"],
  optOut: ["暂停", "opted out"],
  waiting: ["等候期", "waiting"],
  picks: ["领取已满", "took enough lately"],
  scope: ["不负责此流程", "not this pipeline"],
  elsewhere: ["地点或行业不符", "not this place or industry"]
}

const proposalLines = (look: Look.Look, all: ReadonlyArray<Proposal>): ReadonlyArray<string> =>
  all.flatMap(({ prospect, liaison, passedOver }) => {
    const to = liaison ?? look.paint("red", look.label("无人可派", "nobody"))
    const passed = passedOver.map((one) => `${one.liaison} ${look.label(...reasons[one.why])}`).join("; ")
    return [
      `${ProspectBook.line(look, prospect)} → ${to}`,
      ...(passed === "" ? [] : [look.paint("dim", `  ${look.label("未选", "passed over")}: ${passed}`)])
    ]
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
      ? ["", ...proposalLines(look, proposals)]
      : prospects === null
        ? []
        : ["", ...listed(look, prospects)]),
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
