import { CaseworkSettings, type Flow, Rates, type State } from "@louyu/casework"
import { CivilDate, Period, Text } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as CaseBook from "../CaseBook.ts"
import * as CaseFigure from "../CaseFigure.ts"
import { FlowUnknown } from "../CliError.ts"
import * as Command from "../Command.ts"
import * as Lasted from "../Lasted.ts"
import type * as Look from "../Look.ts"
import * as Moment from "../Moment.ts"
import * as ProspectBook from "../ProspectBook.ts"
import * as RateFigures from "../RateFigures.ts"
import * as Table from "../Table.ts"

const { field } = Answer
const dimensions = ["category", "level", "handler"] as const
type Dimension = (typeof dimensions)[number]

const Answered = Schema.Struct({
  at: field(Schema.String, "the moment the answer holds for, in the time of the city"),
  from: field(CivilDate.CivilDate, "cases accepted from this day on"),
  to: field(CivilDate.CivilDate, "and up to, not including, this day"),
  flow: field(Schema.NullOr(ProspectBook.Word), "the flow asked about, or `null` for all"),
  figures: field(RateFigures.Figures, "the rates of these cases"),
  flows: field(Schema.Array(RateFigures.OfFlow), "flow by flow, where cases were settled and how long they took"),
  by: field(
    Schema.NullOr(
      Schema.Struct({
        dimension: field(Schema.Literals(dimensions), "what cases are grouped by"),
        groups: field(
          Schema.Array(
            Schema.Struct({
              key: field(Schema.String, "what the cases of a group share: a category, level or unit"),
              names: field(Answer.Name, "its name"),
              figures: field(RateFigures.Figures, "the rates of these")
            })
          ),
          "the groups"
        )
      })
    ),
    "with `--by`, the same for what cases share; else `null`"
  )
})
type Answered = typeof Answered.Type

const flowsOf = Effect.fnUntraced(function* ({ settings }: CaseBook.CaseBook, named: string | undefined) {
  const all = CaseworkSettings.current(settings)
  if (named === undefined) return all
  const found = all.filter(({ id }) => id === named)
  const known = all.map(({ id }) => id)
  return found.length > 0 ? found : yield* new FlowUnknown({ flow: named.slice(0, 64), known })
})

const keys: Readonly<Record<Dimension, (known: State.CaseKnown) => string | undefined>> = {
  category: Rates.categoryOf,
  level: Rates.levelOf,
  handler: Rates.handlerOf
}

const namesOf = (book: CaseBook.CaseBook, flows: ReadonlyArray<Flow.Flow>, dimension: Dimension, key: string) => {
  if (dimension === "handler") {
    const handler = book.cases.find((known) => known.handler === key)?.handler
    return handler === undefined ? Text.of(key) : CaseBook.unitName(book, handler)
  }
  const lists = flows.flatMap(
    (flow): ReadonlyArray<{ readonly id: string; readonly names: Text.Text }> =>
      dimension === "category" ? flow.categories : flow.ladder
  )
  return CaseBook.word(lists, key).names
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const named = yield* Effect.fromResult(Arguments.period(given))
  const dimension = yield* Effect.fromResult(Arguments.oneOf(given, "by", dimensions))
  const book = yield* CaseBook.opened(given, desk)
  const { moment, settings } = book
  const flows = yield* flowsOf(book, given.values.get("flow"))
  const { from, to = CivilDate.addDays(moment.on, 1) } = named ?? Period.ofYear(CivilDate.year(moment.on))
  const cohort: Rates.Cohort = { ...Moment.cohort(moment, from, to), due: RateFigures.dueOf(book) }
  const isOf = new Set(flows.map(({ id }) => id))
  const cases = given.values.has("flow") ? book.cases.filter(({ raised }) => isOf.has(raised.flow)) : book.cases
  const [only] = given.values.has("flow") ? flows : []
  const counted = new Set(Rates.cohort(cases, cohort).map(({ raised }) => raised.flow))
  const groups = dimension && Rates.by(cases, cohort, keys[dimension])
  return Command.good<Answered>({
    at: Moment.text(moment.at, moment.offset),
    from,
    to,
    flow: only === undefined ? null : { id: only.id, names: only.names },
    figures: RateFigures.figures(Rates.of(cases, cohort), moment.offset),
    flows: flows
      .filter(({ id }) => only !== undefined || counted.has(id))
      .map((flow) => RateFigures.ofFlow(book, flow, cohort)),
    by:
      dimension === undefined || groups === undefined
        ? null
        : {
            dimension,
            groups: [...groups].map(([key, rates]) => ({
              key,
              names: namesOf(book, settings.flows ?? [], dimension, key),
              figures: RateFigures.figures(rates, moment.offset)
            }))
          }
  })
})

const labels: Readonly<Record<keyof RateFigures.Figures, readonly [zh: string, en: string]>> = {
  closure: ["办结率", "closure"],
  onTime: ["按期办结率", "closed in time"],
  resolution: ["解决率", "resolution"],
  satisfaction: ["满意率", "satisfaction"],
  followUp: ["回访率", "follow-up"],
  reopen: ["重办率", "reopened"],
  rerouted: ["改交率", "rerouted"]
}
const shown = ["closure", "onTime", "resolution", "satisfaction", "followUp", "reopen", "rerouted"] as const

const right = { head: "", align: "right" } as const

const row = (look: Look.Look, label: string, figure: CaseFigure.CaseFigure): ReadonlyArray<string> => {
  const [percent, share] = CaseFigure.text(figure)
  return [label, percent, share, look.paint("dim", look.text(figure.definition))]
}

const stageLines = (look: Look.Look, one: RateFigures.OfFlow): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("环节", "stage") },
      { head: look.label("现有", "now"), align: "right" },
      { head: look.label("最久", "longest"), align: "right" },
      { head: look.label("已离开", "left"), align: "right" },
      { head: look.label("中位历时", "median"), align: "right" }
    ],
    one.stages.map(({ stage, here, longest, left, median }) => [
      look.text(stage.names),
      `${here}`,
      Lasted.text(look, longest),
      `${left}`,
      Lasted.text(look, median)
    ]),
    (text) => look.paint("dim", text)
  )

const flowLines = (look: Look.Look, one: RateFigures.OfFlow): ReadonlyArray<string> => [
  "",
  look.paint("bold", look.text(one.flow.names)),
  ...Table.lines(
    [{ head: "" }, right, right, { head: "" }],
    [
      row(look, look.label("楼内办结", "closed in the building"), one.inBuilding),
      row(look, look.label("其中一般问题", "ordinary ones"), one.ordinary),
      ...one.levels
        .filter(({ share }) => share.numerator > 0)
        .map(({ level, share }) => row(look, `  ${look.text(level.names)}`, share))
    ]
  ),
  ...(one.breaches.length === 0
    ? []
    : [
        look.paint(
          "red",
          `${look.label("一般问题出楼", "ordinary matters that left their building")}: ${one.breaches.join(" ")}`
        )
      ]),
  ...(one.stages.length === 0 ? [] : stageLines(look, one)),
  ...Table.lines(
    [{ head: "" }, { head: "" }, right, right],
    one.onTime.map(({ stage, level, share }) => [
      `${look.label("按期", "in time")} ${look.text(stage.names)}`,
      look.text(level.names),
      ...CaseFigure.text(share)
    ])
  )
]

const groupLines = (look: Look.Look, { groups }: NonNullable<Answered["by"]>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: "" },
      ...shown.slice(0, 4).flatMap((name) => [{ head: look.label(...labels[name]), align: "right" as const }, right])
    ],
    groups.map(({ names, figures }) => [
      look.text(names),
      ...shown.slice(0, 4).flatMap((name) => CaseFigure.text(figures[name]))
    ]),
    (text) => look.paint("dim", text)
  )

const show = (answer: Answered, look: Look.Look): ReadonlyArray<string> => {
  const { at, from, to, flow, figures, flows, by } = answer
  const what = flow === null ? "" : ` ${look.text(flow.names)}`
  const accepted = figures.closure.denominator
  return [
    `${look.paint("bold", look.label("案件指标", "rates of cases"))} ${from}..${to}${what} ${look.label(`受理 ${accepted} 件`, `${accepted} accepted`)} ${look.paint("dim", Moment.brief(at))}`,
    ...Table.lines(
      [{ head: "" }, right, right, { head: "" }],
      shown.map((name) => row(look, look.label(...labels[name]), figures[name]))
    ),
    ...(by === null ? [] : ["", ...groupLines(look, by)]),
    ...flows.flatMap((one) => flowLines(look, one))
  ]
}

/** `louyu rates` */
export const rates = Command.define<Answered>({
  name: "rates",
  about: {
    zh: "案件指标：办结、按期、解决、满意、回访、重办、楼内办结率与各环节历时，含定义、分子分母与时点",
    en: "rates of cases with what they mean and are made of: closure, in time, resolution, satisfaction, in the building, stages"
  },
  arguments: [],
  options: {
    ...Moment.options,
    year: {
      value: "<year>",
      about: {
        zh: "此年受理的；默认为所问日期的当年",
        en: "of those accepted in this year; by default that of the date"
      }
    },
    from: {
      value: "<date>",
      about: { zh: "自此日起受理的，与 --to 同用", en: "of those accepted from this day on; goes with --to" }
    },
    to: { value: "<date>", about: { zh: "至此日（不含）受理的", en: "and up to, not including, this day" } },
    flow: { value: "<flow>", about: { zh: "只计此流程的", en: "only those of this flow" } },
    by: {
      value: dimensions.join("|"),
      about: { zh: "按类别、层级或承办单位分列", en: "apart by category, level, or who did them" }
    }
  },
  examples: [
    "louyu rates --year 2024 --store sqlite:city.db",
    "louyu rates --from 2024-01-01 --to 2024-07-01 --flow propertyCouncilHall --store sqlite:city.db"
  ],
  answer: Answered,
  work,
  show
})
