import { CivilDate, type Period } from "@louyu/kernel"
import { Directory, Visiting } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Posts from "../Posts.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"
import * as VisitBook from "../VisitBook.ts"
import { percent } from "./Coverage.ts"

const { field } = Answer
const day = CivilDate.CivilDate

const Turn = Schema.Struct({
  unit: field(Answer.Unit, "the unit to be visited"),
  care: field(Schema.String, "the id of the place whose plan it is"),
  plan: field(Schema.String, "the id of the plan"),
  post: field(Posts.Post, "the post that visits"),
  holders: field(Schema.Array(Schema.String), "the ids of those who answer for that post; nobody when it is vacant"),
  last: field(Schema.NullOr(day), "the day of the last visit, or `null` for none yet"),
  due: field(
    Schema.NullOr(day),
    "the last day on which the next visit is in time; `null` when the calendar of working days does not tell"
  ),
  overdue: field(Schema.NullOr(Schema.Boolean), "whether that day has passed; `null` when it is not known")
})
type Turn = typeof Turn.Type

const Visits = Schema.Struct({
  on: Answer.On,
  unit: field(Answer.Unit, "the unit asked about"),
  from: field(day, "coverage and needs are looked at from this day on"),
  to: field(day, "and up to, not including, this day"),
  overdue: field(Answer.Count, "how many visits are overdue"),
  turns: field(Schema.Array(Turn), "the visits to be made under the plans that run, the longest due first"),
  coverage: field(
    Schema.Struct({
      planned: field(Answer.Count, "units that are to be visited"),
      visited: field(Answer.Count, "those that were"),
      rate: field(Schema.NullOr(Schema.Finite), "visited by planned; `null` when none is planned"),
      missed: field(Schema.Array(Answer.Unit), "those that were not")
    }),
    "how many of the units planned for were visited in the period"
  ),
  needs: field(
    Schema.Struct({
      total: field(Answer.Count, "needs that became known"),
      visit: field(Answer.Count, "those found by a visit"),
      sweep: field(Answer.Count, "those found from door to door"),
      selfRaised: field(Answer.Count, "those raised without being asked"),
      foundShare: field(
        Schema.NullOr(Schema.Finite),
        "the share that was found by going there; `null` when none is known"
      )
    }),
    "the needs that became known in the period, by how"
  )
})
type Visits = typeof Visits.Type

const usualMonths = 3

const turn = (scene: Scene.Scene, one: VisitBook.Turn): Turn => {
  const { care, planned, unit, last, due, overdue } = one
  const { directory, view } = scene
  const at = Directory.postAt(directory, planned.post.unit, planned.post)
  const holders = at === undefined ? [] : Directory.holders(directory, at)
  return {
    unit: Naming.unit(view, unit),
    care,
    plan: planned.plan,
    post: Posts.answer(scene, planned.post),
    holders: holders.map(({ person }) => person),
    last: last ?? null,
    due: due ?? null,
    overdue: overdue ?? null
  }
}

const needsOf = (book: VisitBook.VisitBook, period: Period.Period): Visits["needs"] => {
  const known = VisitBook.needs(book, period)
  const count = (origin: Visiting.NeedKnown["origin"]) => known.filter((one) => one.origin === origin).length
  return {
    total: known.length,
    visit: count("visit"),
    sweep: count("sweep"),
    selfRaised: count("selfRaised"),
    foundShare: Visiting.foundShare(known) ?? null
  }
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const named = yield* Effect.fromResult(OptionValue.date(given, "from"))
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const { on, view } = scene
  const unit = yield* Naming.existing(view, Arguments.argument(given, 0))
  const from = named ?? CivilDate.addMonths(on, -usualMonths)
  if (from > on) return yield* Effect.fromResult(OptionValue.tooLate("from", from, on))
  const period = { from, to: CivilDate.addDays(on, 1) }
  const calendar = yield* city.calendar()
  const book = VisitBook.of(scene, yield* city.visits.all(), unit)
  const turns = VisitBook.turns(book, calendar, on).map((one) => turn(scene, one))
  const { planned, visited, rate, missed } = VisitBook.coverage(book, period)
  return Command.good<Visits>({
    on,
    unit: Naming.unit(view, unit),
    from,
    to: period.to,
    overdue: turns.filter(({ overdue }) => overdue).length,
    turns,
    coverage: { planned, visited, rate: rate ?? null, missed: missed.map((one) => Naming.unit(view, one)) },
    needs: needsOf(book, period)
  })
})

const figures = (look: Look.Look, { coverage, needs }: Visits): ReadonlyArray<string> => {
  const { planned, visited, rate, missed } = coverage
  const { total, visit, sweep, selfRaised, foundShare } = needs
  const found = visit + sweep
  const origins = [
    `${look.label("走访", "visits")} ${visit}`,
    `${look.label("扫楼", "sweeps")} ${sweep}`,
    `${look.label("自报", "raised")} ${selfRaised}`
  ].join(" · ")
  return [
    ...Table.lines(
      [{ head: "" }, { head: "", align: "right" }, { head: "", align: "right" }, { head: "" }],
      [
        [look.label("走访覆盖", "visited"), `${visited}/${planned}`, percent(rate), ""],
        [look.label("主动发现的需求", "needs found by going there"), `${found}/${total}`, percent(foundShare), origins]
      ]
    ),
    ...(missed.length === 0
      ? []
      : [`${look.label("未走访", "not visited")}: ${missed.map((unit) => Naming.line(look, unit)).join("; ")}`])
  ]
}

const dueCell = (look: Look.Look, { due, overdue }: Turn, on: CivilDate.CivilDate): ReadonlyArray<string> => {
  if (due === null) return [look.paint("dim", look.label("日历未及", "beyond the calendar")), ""]
  if (overdue !== true) return [due, ""]
  const late = CivilDate.daysBetween(due, on)
  return [look.paint("red", due), look.paint("red", look.label(`逾期 ${late} 天`, `${Look.many(late, "day")} overdue`))]
}

const turnLines = (look: Look.Look, { on, turns }: Visits): ReadonlyArray<string> =>
  turns.length === 0
    ? look.say("当前没有走访计划。", "No visits are planned now.")
    : Table.lines(
        [
          { head: look.label("最迟", "due") },
          { head: "" },
          { head: look.label("走访对象", "to visit") },
          { head: look.label("岗位", "post") },
          { head: look.label("走访人", "by") },
          { head: look.label("上次", "last visit") }
        ],
        turns.map((one) => [
          ...dueCell(look, one, on),
          Naming.line(look, one.unit),
          look.text(one.post.roleName),
          one.holders.length === 0 ? look.paint("red", Posts.fillingLabel(look, "vacant")) : one.holders.join(" "),
          one.last ?? "—"
        ]),
        (text) => look.paint("dim", text)
      )

const show = (answer: Visits, look: Look.Look): ReadonlyArray<string> => {
  const { on, unit, from, overdue } = answer
  const late = look.paint(overdue > 0 ? "red" : "green", look.label(`逾期 ${overdue} 次`, `${overdue} overdue`))
  return [
    `${Naming.heading(look, "走访", "visits", on)} ${Naming.line(look, unit)} ${late}`,
    ...turnLines(look, answer),
    "",
    look.paint("bold", `${look.label("走访成效", "what came of visits")} ${from} – ${on}`),
    ...figures(look, answer)
  ]
}

/** `louyu visits` */
export const visits = Command.define<Visits>({
  name: "visits",
  about: {
    zh: "轮到谁走访谁、哪些逾期，走访覆盖了多少，需求有多少是主动发现的",
    en: "whose turn it is to visit whom, what is overdue, how many were visited, and the share of needs found by it"
  },
  arguments: [{ name: "unit", about: { zh: "单元编号", en: "the id of the unit" } }],
  options: {
    ...Source.options,
    from: {
      value: "<date>",
      about: {
        zh: "覆盖与需求从此日算起，默认三个月前",
        en: "count coverage and needs from here; three months back by default"
      }
    }
  },
  examples: [
    "louyu visits tower-1 --store sqlite:city.db",
    "louyu visits tower-1 --store sqlite:city.db --from 2026-01-01"
  ],
  answer: Visits,
  work,
  show
})
