import type { Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { Completeness } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Openings from "../Openings.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Posts from "../Posts.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"
import { percent } from "./Coverage.ts"

const { field } = Answer

const usualDays = 90

const Completion = Schema.Struct({
  on: Answer.On,
  posts: field(Answer.Count, "how many posts there are"),
  filled: field(Answer.Count, "those with as many holders as they need"),
  short: field(Answer.Count, "those with some holders, but too few"),
  actingOnly: field(Answer.Count, "those that are vacant while somebody acts"),
  vacant: field(Answer.Count, "those without anybody"),
  optional: field(Answer.Count, "those without anybody that need nobody"),
  overFilled: field(Answer.Count, "those with more holders than they may have"),
  rate: field(Schema.NullOr(Schema.Finite), "filled and over-filled, by all that need somebody; `null` when none does")
}).annotate({ identifier: "Completion" })
type Completion = typeof Completion.Type

const Vacancies = Schema.Struct({
  on: Answer.On,
  unit: field(Schema.NullOr(Answer.Unit), "the unit asked about, or `null` for everywhere"),
  now: field(Completion, "how the posts are filled on the date"),
  before: field(Schema.NullOr(Completion), "how they were on the date of `--from`; `null` without it"),
  posts: field(Schema.Array(Openings.Open), "the posts that are vacant, have only people who act, or too few holders"),
  within: field(Answer.Count, "how many days ahead appointments were looked at that run out"),
  expiring: field(Schema.Array(Openings.Expiry), "the appointments that run out by then, the first to end first")
})
type Vacancies = typeof Vacancies.Type

const completion = ({ on, posts, counts, rate }: Completeness.Completeness): Completion => ({
  on,
  posts,
  ...counts,
  rate: rate ?? null
})

type Units = ReadonlyArray<Identifier.UnitId>

// The posts of everywhere are those within the places that lie nowhere.
const fillingsOf = ({ view, directory }: Scene.Scene, units: Units | undefined) =>
  (units ?? View.roots(view, "location")).flatMap((unit) => Completeness.of(directory, unit))

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const within = (yield* Effect.fromResult(OptionValue.count(given, "within"))) ?? usualDays
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const [named] = given.arguments
  const unit = named === undefined ? undefined : yield* Naming.existing(scene.view, named)
  const from = yield* Effect.fromResult(OptionValue.date(given, "from"))
  if (from !== undefined && from > scene.on) {
    return yield* Effect.fromResult(OptionValue.tooLate("from", from, scene.on))
  }
  const earlier = from === undefined ? undefined : yield* Scene.of(city, from)
  const only = unit === undefined ? undefined : [unit]
  const fillings = fillingsOf(scene, only)
  return Command.good<Vacancies>({
    on: scene.on,
    unit: unit === undefined ? null : Naming.unit(scene.view, unit),
    now: completion(Completeness.sum(scene.on, fillings)),
    before: earlier === undefined ? null : completion(Completeness.sum(earlier.on, fillingsOf(earlier, only))),
    posts: Openings.of(scene, fillings),
    within,
    expiring: Openings.expiring(scene, only ?? View.roots(scene.view, "location"), within)
  })
})

const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `${change}` : "")

const summary = (look: Look.Look, { now, before }: Vacancies): ReadonlyArray<string> => {
  const row = (name: string, key: "posts" | Posts.Filling) => [
    name,
    ...(before === null ? [] : [`${before[key]}`]),
    `${now[key]}`,
    ...(before === null ? [] : [signed(now[key] - before[key])])
  ]
  const { rate: was = null } = before ?? {}
  const points = now.rate === null || was === null ? "" : signed(Math.round((now.rate - was) * 1_000) / 10)
  return Table.lines(
    [
      { head: "" },
      ...(before === null ? [] : [{ head: before.on, align: "right" as const }]),
      { head: now.on, align: "right" },
      ...(before === null ? [] : [{ head: look.label("变化", "change"), align: "right" as const }])
    ],
    [
      row(look.label("岗位", "posts"), "posts"),
      ...Posts.Filling.literals.map((filling) => row(Posts.fillingLabel(look, filling), filling)),
      [
        look.label("配齐率", "rate"),
        ...(before === null ? [] : [percent(was)]),
        percent(now.rate),
        ...(before === null ? [] : [points])
      ]
    ],
    (text) => look.paint("dim", text)
  )
}

const show = (answer: Vacancies, look: Look.Look): ReadonlyArray<string> => {
  const { on, unit, posts } = answer
  return [
    Naming.heading(look, "岗位配备", "vacancies", on) + (unit === null ? "" : ` ${Naming.line(look, unit)}`),
    ...summary(look, answer),
    "",
    ...Openings.lines(look, posts),
    "",
    ...Openings.expiringLines(look, answer.expiring, answer.within)
  ]
}

/** `louyu vacancies` */
export const vacancies = Command.define<Vacancies>({
  name: "vacancies",
  about: {
    zh: "岗位配得齐不齐：空缺、仅代理、不足，以及将到期的任命",
    en: "how far posts are filled: those vacant, acting only or short, and appointments that run out"
  },
  arguments: [
    {
      name: "unit",
      about: { zh: "单元编号；不写则为全市", en: "the id of a unit; everywhere without it" },
      optional: true
    }
  ],
  options: {
    ...Source.options,
    from: { value: "<date>", about: { zh: "与此日比较", en: "a date to compare with" } },
    within: {
      value: "<days>",
      about: { zh: "到期提醒的天数，默认 90", en: "days ahead in which appointments run out; 90 by default" }
    }
  },
  examples: [
    "louyu vacancies --store sqlite:city.db",
    "louyu vacancies tower-1 --store sqlite:city.db --from 2024-12-31 --within 180"
  ],
  answer: Vacancies,
  work,
  show
})
