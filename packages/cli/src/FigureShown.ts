import { Comparison, Figure, FigureText, type Indicator, Published } from "@louyu/economy"
import { CivilDate, Count } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Computed from "./Computed.ts"
import type { Look } from "./Look.ts"

const { field } = Answer

/** A number with how exactly it is known. */
export const Quantity = Schema.Struct({
  value: field(Schema.Finite, "the number"),
  qualifier: field(Count.Qualifier, "whether it is exact, a lower bound, an estimate, or not quite reached")
}).annotate({ identifier: "Quantity" })

/** A figure that somebody published, beside the computed one. */
export const Said = Schema.Struct({
  publication: field(Schema.String, "its id"),
  text: field(Answer.Sentence, "the number as it was printed"),
  value: field(Quantity, "the number in its printed unit"),
  unit: field(Schema.String, "the unit it was printed in"),
  on: field(CivilDate.CivilDate, "the day it speaks of"),
  source: field(Schema.String, "where it was published"),
  published: field(CivilDate.CivilDate, "the day it was published"),
  expected: field(Schema.Boolean, "whether it was said beforehand"),
  verdict: field(
    Schema.NullOr(Schema.Literals(["agrees", "differs", "notComparable"])),
    "how the computed figure stands to it; `null` where that would tell too much of a few"
  ),
  by: field(Schema.NullOr(Schema.Finite), "how far the computed one is from it, in the printed unit; else `null`"),
  obstacles: field(Schema.Array(Schema.String), "why they cannot be compared")
}).annotate({ identifier: "Said" })
export type Said = typeof Said.Type

/** An indicator of a part of the city: what it means, what it comes to, and what was published. */
export const Shown = Schema.Struct({
  indicator: field(Schema.String, "the id of the indicator"),
  names: field(Answer.Name, "its name"),
  kind: field(Schema.String, "what sort of number it is"),
  divides: field(Answer.Name, "what the numerator is"),
  by: field(Schema.NullOr(Answer.Name), "what the denominator is; `null` for a count or an amount"),
  population: field(Answer.Name, "what it is told of"),
  source: field(Schema.String, "where the definition comes from"),
  on: field(Schema.NullOr(CivilDate.CivilDate), "the day the computed figure holds for"),
  numerator: field(Schema.NullOr(Quantity), "what was counted, in the unit of the indicator"),
  denominator: field(Schema.NullOr(Quantity), "what it was divided by; `null` for a count or an amount"),
  among: field(Schema.NullOr(Answer.Count), "how many there are of what it is told of, where that is known"),
  value: field(Schema.NullOr(Quantity), "the figure; `null` where there is none, or nothing to divide by"),
  unit: field(Schema.String, "the unit of the figure: shares are shares of 1, money is in fen"),
  text: field(Schema.NullOr(Answer.Sentence), "the figure for people"),
  withheld: field(Schema.Boolean, "whether it is not shown because it would tell too much of a few"),
  yearOnYear: field(Schema.NullOr(Quantity), "the change since a year before, as a share of it; `null` without one"),
  published: field(Schema.Array(Said), "what was published of it for this part of the city")
}).annotate({ identifier: "Indicator" })
export type Shown = typeof Shown.Type

const both = (of: (language: "zh" | "en") => string) => ({ zh: of("zh"), en: of("en") })

/** A published figure, compared with a computed one unless that may not be shown. */
export const said = (computed: Computed.Computed, one: Published.Published): Said => {
  const { publication, printed, on, source, published, expected } = one
  const verdict = computed === "withheld" ? undefined : Comparison.of(computed, one)
  return {
    publication,
    text: both((language) => FigureText.printed(printed, language)),
    value: { value: Published.number(printed), qualifier: printed.count.qualifier },
    unit: printed.unit,
    on,
    source,
    published,
    expected: expected === true,
    verdict: verdict?._tag ?? null,
    by: verdict?._tag === "differs" ? verdict.by : null,
    obstacles: verdict?._tag === "notComparable" ? verdict.obstacles : []
  }
}

/** An indicator with its computed figure, the one of a year before, and what was published. */
export const of = (
  { id, names, kind, numerator, denominator, population, source, unit }: Indicator.Indicator,
  computed: Computed.Computed,
  before: Computed.Computed,
  published: ReadonlyArray<Published.Published>
): Shown => {
  const figure = computed === "withheld" ? undefined : computed
  const change =
    // A growth is compared with the year before already.
    figure === undefined || before === undefined || before === "withheld" || kind === "change"
      ? undefined
      : Result.getOrElse(Figure.yearOnYear(figure, before), () => undefined)
  return {
    indicator: id,
    names,
    kind,
    divides: numerator,
    by: denominator ?? null,
    population,
    source,
    on: figure?.on ?? null,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    among: figure?.population ?? null,
    value: figure?.value ?? null,
    unit,
    text: figure === undefined ? null : both((language) => FigureText.figure(figure, language)),
    withheld: computed === "withheld",
    yearOnYear: change?.relative ?? null,
    published: published.map((one) => said(computed, one))
  }
}

const verdicts = {
  agrees: ["green", "相符", "agrees"],
  differs: ["red", "不符", "differs"],
  notComparable: ["dim", "不可比", "not comparable"]
} as const

/** A published figure on a line, with how the computed one stands to it. */
export const saidLine = (look: Look, one: Said): string => {
  const { verdict, text, on, source, obstacles, by } = one
  const [style, zh, en] = verdict === null ? (["dim", "不显示", "not shown"] as const) : verdicts[verdict]
  const why =
    obstacles.length > 0 ? ` (${obstacles.join(", ")})` : by === null ? "" : ` (${Math.round(by * 100) / 100})`
  return `    ${look.label("公布", "published")} ${look.text(text)} ${look.paint("dim", `${on} ${look.text({ zh: source })}`)} ${look.paint(
    style,
    look.label(zh, en)
  )}${look.paint("dim", why)}`
}

const changeText = (look: Look, { yearOnYear }: Shown): string => {
  if (yearOnYear === null) return ""
  const percent = (yearOnYear.value * 100).toFixed(1)
  return ` ${look.paint("dim", `${look.label("同比", "on the year before")} ${yearOnYear.value > 0 ? "+" : ""}${percent} %`)}`
}

/** An indicator on lines: its figure with what was divided by what, then what was published. */
export const lines = (look: Look, one: Shown): ReadonlyArray<string> => {
  const { names, text, numerator, denominator, withheld, published, value } = one
  const figure = withheld
    ? look.paint("dim", look.label("楼宇过少，不显示", "not shown, it would tell too much of a few"))
    : text === null
      ? look.paint("dim", look.label("无数据", "not recorded"))
      : look.text(text)
  const isShare = value !== null && denominator !== null && one.unit === "share" && numerator !== null
  const of = isShare && one.kind === "rate" ? look.paint("dim", ` (${numerator.value}/${denominator.value})`) : ""
  return [
    `  ${look.text(names)}: ${look.paint("bold", figure)}${of}${changeText(look, one)}`,
    ...published.map((told) => saidLine(look, told))
  ]
}
