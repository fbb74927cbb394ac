import { WhistleRates, type WhistleState } from "@louyu/casework"
import { CivilDate, type Identifier, type Text } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as CaseBook from "../CaseBook.ts"
import * as CaseFigure from "../CaseFigure.ts"
import * as Command from "../Command.ts"
import type * as Look from "../Look.ts"
import * as Moment from "../Moment.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import * as WhistleBook from "../WhistleBook.ts"
import * as WhistleLines from "../WhistleLines.ts"

const { field } = Answer

const Reporting = Schema.Struct({
  reportedIn: field(CaseFigure.CaseFigure, "calls that were answered"),
  inTime: field(CaseFigure.CaseFigure, "calls answered in time"),
  mean: field(Schema.NullOr(Answer.Count), "minutes it takes to report in on average; `null` when nobody did"),
  median: field(Schema.NullOr(Answer.Count), "minutes within which half of the reports came; `null` when none did"),
  overdue: field(Answer.Count, "calls overdue")
}).annotate({ identifier: "Reporting" })
type Reporting = typeof Reporting.Type

const Frequency = Schema.Struct({
  caller: field(Answer.Unit, "who whistled, or might have"),
  whistles: field(Answer.Count, "how often"),
  sign: field(Schema.Literals(["few", "many", "usual"]), "whether that is too few, too many, or neither")
})

const Overview = Schema.Struct({
  from: field(Schema.NullOr(CivilDate.CivilDate), "whistles blown from this day on; `null` for all"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "and up to, not including, this day; `null` for all"),
  found: field(Answer.Count, "whistles blown then; with a limit not all are listed"),
  whistles: field(Schema.Array(WhistleBook.Whistle), "the latest first"),
  reporting: field(Reporting, "how departments answered"),
  departments: field(
    Schema.Array(
      Schema.Struct({
        department: field(Answer.Unit, "a department"),
        reporting: field(Reporting, "how it answered")
      })
    ),
    "every department that was called"
  ),
  closed: field(CaseFigure.CaseFigure, "whistles whose caller confirmed that they are done"),
  satisfied: field(CaseFigure.CaseFigure, "whistles whose caller is satisfied"),
  least: field(Answer.Count, "fewer whistles of a caller than this are too few"),
  most: field(Schema.NullOr(Answer.Count), "more than this are too many; `null` when any number is usual"),
  few: field(Answer.Count, "callers with too few"),
  many: field(Answer.Count, "callers with too many"),
  callers: field(Schema.Array(Frequency), "who whistles, and who might, the most often first; with a limit not all")
})
type Overview = typeof Overview.Type

const Answered = Schema.Struct({
  at: field(Schema.String, "the moment the answer holds for, in the time of the city"),
  whistle: field(Schema.NullOr(WhistleBook.Whistle), "with an id, that whistle; else `null`"),
  overview: field(Schema.NullOr(Overview), "without an id, all whistles; else `null`")
})
type Answered = typeof Answered.Type

const definitions = {
  reportedIn: { zh: "已报到 ÷ 被召集", en: "calls answered of all calls" },
  inTime: { zh: "按时报到 ÷ 已报到或已到时限", en: "calls answered in time of those answered or past due" },
  closed: { zh: "吹哨单位确认销号 ÷ 已吹哨", en: "whistles confirmed as done by their caller of those blown" },
  satisfied: { zh: "满意 ÷ 已评价", en: "whistles their caller is satisfied with of those judged" }
} as const satisfies Readonly<Record<string, Text.Both>>

const reporting = (found: WhistleRates.Reporting, offset: number): Reporting => ({
  reportedIn: CaseFigure.of(found.reportedIn, definitions.reportedIn, offset),
  inTime: CaseFigure.of(found.inTime, definitions.inTime, offset),
  mean: Moment.minutes(found.meanMillis),
  median: Moment.minutes(found.medianMillis),
  overdue: found.overdue
})

interface Usual {
  readonly least: number
  readonly most: number
}

// Nobody states how often is usual; that somebody never whistles is a sign wherever others do.
const anybody: Usual = { least: 1, most: Number.POSITIVE_INFINITY }

const usualOf = (given: Arguments.Given): Result.Result<Usual, Arguments.UsageError> => {
  const value = given.values.get("usual")
  if (value === undefined) return Result.succeed(anybody)
  const [, least = "", most = ""] = /^(\d{1,6})\.\.(\d{1,6})?$/u.exec(value) ?? []
  const found = { least: Number(least), most: most === "" ? Number.POSITIVE_INFINITY : Number(most) }
  return least !== "" && found.least <= found.most ? Result.succeed(found) : OptionValue.notRange("usual", value)
}

const departmentsOf = (all: ReadonlyArray<WhistleState.Whistle>): ReadonlyArray<Identifier.UnitId> =>
  [...new Set(all.flatMap(({ blown }) => blown.departments))].toSorted()

const overview = (
  book: CaseBook.CaseBook,
  state: WhistleState.State,
  { cohort, usual, limit }: { readonly cohort: Moment.Cohort; readonly usual: Usual; readonly limit: number }
): Omit<Overview, "from" | "to"> => {
  const { moment, scene } = book
  const found = WhistleRates.blown(state, cohort)
  const outcome = WhistleRates.outcome(state, cohort)
  const callers = WhistleBook.frequency(book, state, cohort, usual)
  const count = (sign: WhistleRates.Frequency["sign"]) => callers.filter((one) => one.sign === sign).length
  return {
    found: found.length,
    whistles: found
      .toReversed()
      .slice(0, limit)
      .map((one) => WhistleBook.of(book, one)),
    reporting: reporting(WhistleRates.reporting(state, cohort), moment.offset),
    departments: departmentsOf(found).map((department) => ({
      department: Naming.unit(scene.view, department),
      reporting: reporting(WhistleRates.reporting(state, cohort, department), moment.offset)
    })),
    closed: CaseFigure.of(outcome.closed, definitions.closed, moment.offset),
    satisfied: CaseFigure.of(outcome.satisfied, definitions.satisfied, moment.offset),
    least: usual.least,
    most: Number.isFinite(usual.most) ? usual.most : null,
    few: count("few"),
    many: count("many"),
    callers: callers.slice(0, limit).map((one) => ({ ...one, caller: Naming.unit(scene.view, one.caller) }))
  }
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const period = yield* Effect.fromResult(OptionValue.period(given))
  const usual = yield* Effect.fromResult(usualOf(given))
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? 20
  const city = yield* Source.city(given, desk)
  const book = yield* CaseBook.of(given, city)
  const { moment } = book
  const state = yield* city.casework.whistles()
  const at = Moment.text(moment.at, moment.offset)
  const [named] = given.arguments
  if (named !== undefined) {
    const one = yield* WhistleBook.existing(state, named, moment.at)
    return Command.good<Answered>({ at, whistle: WhistleBook.of(book, one), overview: null })
  }
  const end = period?.to ?? CivilDate.addDays(moment.on, 1)
  const cohort =
    period === undefined
      ? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, asOf: moment.at }
      : Moment.cohort(moment, period.from, end)
  const days = { from: period?.from ?? null, to: period === undefined ? null : end }
  return Command.good<Answered>({
    at,
    whistle: null,
    overview: { ...days, ...overview(book, state, { cohort, usual, limit }) }
  })
})

const show = ({ at, whistle: one, overview: all }: Answered, look: Look.Look): ReadonlyArray<string> => {
  if (one !== null) return WhistleLines.one(look, one)
  if (all === null) return []
  const { from, to, found, whistles, reporting: answered, departments, closed, satisfied, callers, few, many } = all
  const days = from === null ? "" : ` ${from}..${to}`
  return [
    `${look.paint("bold", look.label("吹哨报到", "whistles"))} ${look.paint("dim", Moment.brief(at))}${days} ${look.label(`${found} 次`, `${found}`)}`,
    ...WhistleLines.figures(look, [
      [look.label("报到率", "reported in"), answered.reportedIn],
      [look.label("按时报到率", "in time"), answered.inTime],
      [look.label("销号率", "closed"), closed],
      [look.label("满意率", "satisfied"), satisfied]
    ]),
    ...WhistleLines.times(look, answered),
    ...(whistles.length === 0 ? [] : ["", ...WhistleLines.table(look, whistles)]),
    ...(departments.length === 0 ? [] : ["", ...WhistleLines.departments(look, departments)]),
    ...(callers.length === 0 ? [] : ["", ...WhistleLines.callers(look, { callers, few, many })])
  ]
}

/** `louyu whistle` */
export const whistle = Command.define<Answered>({
  name: "whistle",
  about: {
    zh: "吹哨报到：谁吹哨、哪些部门已报到或超时、报到率与用时、吹哨过少或过多；写编号则看一次",
    en: "whistles: who called, which departments reported in or are overdue, rates and times, too few or too many; one by its id"
  },
  arguments: [{ name: "whistle", optional: true, about: { zh: "吹哨编号", en: "the id of a whistle" } }],
  options: {
    ...CaseBook.options,
    year: { value: "<year>", about: { zh: "此年吹的；默认为全部", en: "of those blown in this year; all by default" } },
    from: {
      value: "<date>",
      about: { zh: "自此日起吹的，与 --to 同用", en: "of those blown from this day on; goes with --to" }
    },
    to: { value: "<date>", about: { zh: "至此日（不含）吹的", en: "and up to, not including, this day" } },
    usual: {
      value: "<least>..<most>",
      about: {
        zh: "每个单位吹哨几次为正常；默认 1..，即从未吹哨为过少",
        en: "how many whistles of a caller are usual; 1.. by default: whoever never did is too few"
      }
    },
    limit: { value: "<n>", about: { zh: "最多列出几个，默认 20", en: "how many to list; 20 by default" } }
  },
  examples: [
    "louyu whistle --year 2024 --usual 1..12 --store sqlite:city.db",
    "louyu whistle w-3 --store sqlite:city.db"
  ],
  answer: Answered,
  work,
  show
})
