import { CivilDate, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import { percent } from "./commands/Coverage.ts"
import * as FunnelAnswer from "./FunnelAnswer.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as ProspectBook from "./ProspectBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer

const day = CivilDate.CivilDate

/** What a funnel can be told by. */
export const dimensions = ["source", "building", "liaison", "place"] as const

/** How far prospects came, stage by stage. */
export const Funnel = Schema.Struct({
  on: Answer.On,
  pipeline: field(ProspectBook.Word, "the pipeline"),
  version: field(Answer.Count, "its version of that date"),
  cohort: field(
    Schema.NullOr(
      Schema.Struct({
        from: field(day, "prospects opened from this day on"),
        to: field(day, "and up to, not including, this day")
      })
    ),
    "whom all figures are of: prospects opened within these days; `null` for everybody"
  ),
  population: field(Answer.Count, "how many prospects that is"),
  stages: field(Schema.Array(FunnelAnswer.Stage), "every stage, in order"),
  attention: field(
    FunnelAnswer.Attended,
    "what needs attention; `null` where the calendar of working days does not tell"
  ),
  expected: field(
    Schema.NullOr(FunnelAnswer.Expected),
    "what those under way will come to if they go on as all prospects did; `null` when too little was seen"
  ),
  won: field(Answer.Count, "prospects that came to the stage the pipeline is for"),
  lost: field(Answer.Count, "prospects that went out before"),
  losses: field(Schema.Array(FunnelAnswer.Loss), "why those went out, most first"),
  by: field(
    Schema.NullOr(
      Schema.Struct({
        dimension: field(Schema.Literals(dimensions), "what prospects are grouped by"),
        groups: field(Schema.Array(FunnelAnswer.Group), "the groups, largest first")
      })
    ),
    "with `--by`, how they ended by what they share; else `null`"
  )
})
export type Funnel = typeof Funnel.Type

const count = (value: number | null): string => (value === null ? "?" : `${value}`)

const days = (value: number | null): string => (value === null ? "—" : `${value}`)

const red = (look: Look.Look, value: number | null): string =>
  value === null || value === 0 ? count(value) : look.paint("red", `${value}`)

const stageLines = (look: Look.Look, { stages }: Funnel): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("阶段", "stage") },
      { head: look.label("现有", "now"), align: "right" },
      { head: look.label("曾到", "ever"), align: "right" },
      { head: look.label("转化", "went on"), align: "right" },
      { head: "", align: "right" },
      { head: look.label("天数中位", "days median"), align: "right" },
      { head: "p90", align: "right" },
      { head: look.label("含未结", "with open"), align: "right" },
      { head: look.label("滞留", "rotten"), align: "right" },
      { head: look.label("超时", "late"), align: "right" }
    ],
    stages.map(({ names, now, ever, conversion, days: spent, survival, rotten, late }) => [
      look.text(names),
      `${now}`,
      `${ever}`,
      conversion === null ? "" : percent(conversion.rate),
      conversion === null ? "" : `${conversion.numerator}/${conversion.denominator}`,
      days(spent.median),
      days(spent.p90),
      days(survival.median),
      red(look, rotten),
      red(look, late)
    ]),
    (text) => look.paint("dim", text)
  )

const range = ({ expected, lower, upper }: { expected: number; lower: number; upper: number }, digits: number) =>
  `${expected.toFixed(digits)} (${lower.toFixed(0)}–${upper.toFixed(0)})`

const expectedLines = (look: Look.Look, { expected, stages }: Funnel): ReadonlyArray<string> => {
  if (expected === null) return look.say("尚无足够记录可供预测。", "Too little was seen to tell what is to come.")
  const { settled, area, open, unknown, few, level, areaMissing } = expected
  const sure = `${(level * 100).toFixed(0)} %`
  const rows = [
    [
      look.label("预计达成", "expected to settle"),
      range(settled, 1),
      look.label(`在途 ${open} 条，区间 ${sure}`, `of ${open} under way, interval ${sure}`)
    ],
    ...(area === null
      ? []
      : [
          [
            look.label("预计面积 ㎡", "expected area m²"),
            range(area, 0),
            look.label(`${areaMissing} 条未说明面积`, `${areaMissing} did not say how much`)
          ]
        ]),
    ...(unknown === 0 ? [] : [[look.label("无法预计", "cannot be told"), `${unknown}`, ""]])
  ]
  const named = few.map((id) => stages.find((one) => one.id === id)?.names ?? Text.of(id)).map(look.text)
  return [
    ...Table.lines([{ head: "" }, { head: "", align: "right" }, { head: "" }], rows),
    ...(named.length === 0
      ? []
      : look
          .say(`离开过的太少：${named.join("、")}`, `Few have left yet: ${named.join(", ")}`)
          .map((line) => look.paint("dim", line)))
  ]
}

const lossLines = (look: Look.Look, { won, lost, losses }: Funnel): ReadonlyArray<string> => {
  const rate = won + lost === 0 ? null : won / (won + lost)
  const why = losses.map(({ exit, reason, count: n }) => {
    const parts = [exit, reason].flatMap((word) => (word === null ? [] : [look.text(word.names)]))
    return `${parts.join(" · ") || "—"} ${n}`
  })
  return [
    `${look.label("达成", "won")} ${won} · ${look.label("流失", "lost")} ${lost} · ${percent(rate)} (${won}/${won + lost})`,
    ...why.map((text) => `  ${text}`)
  ]
}

const headings: Readonly<Record<(typeof dimensions)[number], readonly [zh: string, en: string]>> = {
  source: ["来源", "source"],
  building: ["意向楼宇", "building"],
  liaison: ["联络员", "liaison"],
  place: ["地点", "place"]
}

const groupLines = (look: Look.Look, by: NonNullable<Funnel["by"]>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label(...headings[by.dimension]) },
      { head: look.label("线索", "prospects"), align: "right" },
      { head: look.label("在途", "open"), align: "right" },
      { head: look.label("达成", "won"), align: "right" },
      { head: look.label("流失", "lost"), align: "right" },
      { head: look.label("达成率", "rate"), align: "right" }
    ],
    by.groups.map(({ key, names, population, open, won, lost, rate }) => [
      key === null ? look.label("未注明", "not known") : names === null ? key : look.text(names),
      `${population}`,
      `${open}`,
      `${won}`,
      `${lost}`,
      percent(rate)
    ]),
    (text) => look.paint("dim", text)
  )

/** An answer for people. */
export const lines = (answer: Funnel, look: Look.Look): ReadonlyArray<string> => {
  const { on, pipeline, version, cohort, population, attention, by } = answer
  const of = cohort === null ? "" : ` ${cohort.from}..${cohort.to}`
  const { rotten, overdue, unplanned, open } = attention
  return [
    `${Naming.heading(look, "漏斗", "funnel", on)} ${look.text(pipeline.names)} ${look.paint("dim", `(${pipeline.id} ${version})`)}${of} ${look.label(`${population} 条线索`, Look.many(population, "prospect"))}`,
    ...stageLines(look, answer),
    "",
    `${look.label("在途", "under way")} ${count(open)} · ${look.label("滞留", "rotten")} ${red(look, rotten)} · ${look.label("跟进逾期", "follow-ups overdue")} ${red(look, overdue)} · ${look.label("无下一步", "nothing planned")} ${count(unplanned)}`,
    ...lossLines(look, answer),
    ...expectedLines(look, answer),
    ...(by === null ? [] : ["", ...groupLines(look, by)])
  ]
}
