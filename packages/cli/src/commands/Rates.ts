import { CaseworkSettings, type Flow, Rates, type State } from "@louyu/casework"
import { CivilDate, Period, Text } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import type * as Arguments from "../Arguments.ts"
import * as CaseBook from "../CaseBook.ts"
import * as Command from "../Command.ts"
import * as Moment from "../Moment.ts"
import * as OptionValue from "../OptionValue.ts"
import * as RateFigures from "../RateFigures.ts"
import * as RatesAnswer from "../RatesAnswer.ts"
import { FlowUnknown } from "../UnknownError.ts"

const flowsOf = Effect.fnUntraced(function* ({ settings }: CaseBook.CaseBook, named: string | undefined) {
  const all = CaseworkSettings.current(settings)
  if (named === undefined) return all
  const found = all.filter(({ id }) => id === named)
  const known = all.map(({ id }) => id)
  return found.length > 0 ? found : yield* new FlowUnknown({ flow: named.slice(0, 64), known })
})

const keys: Readonly<Record<RatesAnswer.Dimension, (known: State.CaseKnown) => string | undefined>> = {
  category: Rates.categoryOf,
  level: Rates.levelOf,
  handler: Rates.handlerOf
}

const namesOf = (
  book: CaseBook.CaseBook,
  flows: ReadonlyArray<Flow.Flow>,
  dimension: RatesAnswer.Dimension,
  key: string
) => {
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
  const named = yield* Effect.fromResult(OptionValue.period(given))
  const dimension = yield* Effect.fromResult(OptionValue.oneOf(given, "by", RatesAnswer.dimensions))
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
  return Command.good<RatesAnswer.Rates>({
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

/** `louyu rates` */
export const rates = Command.define<RatesAnswer.Rates>({
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
      value: RatesAnswer.dimensions.join("|"),
      about: { zh: "按类别、层级或承办单位分列", en: "apart by category, level, or who did them" }
    }
  },
  examples: [
    "louyu rates --year 2024 --store sqlite:city.db",
    "louyu rates --from 2024-01-01 --to 2024-07-01 --flow propertyCouncilHall --store sqlite:city.db"
  ],
  answer: RatesAnswer.Rates,
  work,
  show: RatesAnswer.lines
})
