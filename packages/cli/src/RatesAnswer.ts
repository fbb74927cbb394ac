import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as CaseFigure from "./CaseFigure.ts"
import * as Lasted from "./Lasted.ts"
import type * as Look from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as ProspectBook from "./ProspectBook.ts"
import * as RateFigures from "./RateFigures.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** What rates can be told by. */
export const dimensions = ["category", "level", "handler"] as const

/** What rates are told by. */
export type Dimension = (typeof dimensions)[number]

/** Rates of cases, flow by flow. */
export const Rates = Schema.Struct({
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
export type Rates = typeof Rates.Type

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

const groupLines = (look: Look.Look, { groups }: NonNullable<Rates["by"]>): ReadonlyArray<string> =>
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

/** An answer for people. */
export const lines = (answer: Rates, look: Look.Look): ReadonlyArray<string> => {
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
