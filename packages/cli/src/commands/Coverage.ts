import { CivilDate } from "@louyu/kernel"
import { Coverage as Rates } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type { Look } from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Rate = Schema.Struct({
  numerator: field(Answer.Count, "what was counted"),
  denominator: field(Answer.Count, "out of how many"),
  rate: field(Schema.NullOr(Schema.Finite), "numerator by denominator; `null` when there is nothing to cover"),
  definition: field(Answer.Sentence, "what the rate means")
}).annotate({ identifier: "Rate" })

const Enterprises = Schema.Array(Schema.String)

const Coverage = Schema.Struct({
  on: Answer.On,
  within: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  activeFrom: field(CivilDate.CivilDate, "effective coverage looks for activity from this day on"),
  activeTo: field(CivilDate.CivilDate, "and up to, not including, this day"),
  nominal: field(Rate, "a branch exists, single or joint"),
  effective: field(Rate, "the branch exists and was active"),
  single: field(Rate, "a branch of its own exists"),
  work: field(Rate, "a branch exists, or at least a guide"),
  enterprises: field(
    Schema.Struct({
      single: field(Enterprises, "ids of those with a branch of their own"),
      joint: field(Enterprises, "ids of those covered by a joint branch"),
      guideOnly: field(Enterprises, "ids of those with a guide only"),
      none: field(Enterprises, "ids of those without either")
    }),
    "every enterprise there, by how it is covered"
  )
})
type Coverage = typeof Coverage.Type

const rate = ({ numerator, denominator, rate: value, definition }: Rates.DefinedRate) => ({
  numerator,
  denominator,
  rate: value ?? null,
  definition
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const city = yield* Source.city(given, desk)
  const view = yield* city.organisation.on(yield* Source.date(given, city))
  const named = given.values.get("within")
  const within = named === undefined ? undefined : yield* Naming.existing(view, named)
  const found = Rates.of(view, within === undefined ? {} : { within })
  const { activePeriod } = found
  return Command.good<Coverage>({
    on: view.on,
    within: within === undefined ? null : Naming.unit(view, within),
    activeFrom: activePeriod.from,
    activeTo: activePeriod.to ?? CivilDate.addDays(view.on, 1),
    nominal: rate(found.nominal),
    effective: rate(found.effective),
    single: rate(found.single),
    work: rate(found.work),
    enterprises: found.enterprises
  })
})

/** A rate for people: one decimal, and a dash where there is nothing to cover. */
export const percent = (value: number | null): string => (value === null ? "—" : `${(value * 100).toFixed(1)} %`)

const show = (answer: Coverage, look: Look): ReadonlyArray<string> => {
  const { on, within, enterprises } = answer
  const rows = (
    [
      ["有形覆盖", "nominal", answer.nominal],
      ["有效覆盖", "effective", answer.effective],
      ["单独组建", "single", answer.single],
      ["工作覆盖", "work", answer.work]
    ] as const
  ).map(([zh, en, { numerator, denominator, rate: value }]) => [
    look.label(zh, en),
    `${numerator}`,
    `${denominator}`,
    percent(value)
  ])
  const { single, joint, guideOnly, none } = enterprises
  const sorts = [
    `${look.label("单建", "single")} ${single.length}`,
    `${look.label("联建", "joint")} ${joint.length}`,
    `${look.label("仅指导员", "guide only")} ${guideOnly.length}`,
    `${look.label("未覆盖", "none")} ${none.length}`
  ]
  return [
    Naming.heading(look, "党组织覆盖", "coverage", on) + (within === null ? "" : ` ${Naming.line(look, within)}`),
    ...Table.lines(
      [
        { head: "" },
        { head: look.label("已覆盖", "covered"), align: "right" },
        { head: look.label("企业", "enterprises"), align: "right" },
        { head: look.label("比率", "rate"), align: "right" }
      ],
      rows,
      (text) => look.paint("dim", text)
    ),
    sorts.join(" · ")
  ]
}

/** `louyu coverage` */
export const coverage = Command.define<Coverage>({
  name: "coverage",
  about: { zh: "某一天党组织覆盖了多少企业", en: "how many enterprises are covered by a branch on a date" },
  arguments: [],
  options: {
    ...Source.options,
    within: { value: "<unit>", about: { zh: "只看此场所之内", en: "only in this place" } }
  },
  examples: ["louyu coverage --store sqlite:city.db", "louyu coverage --store sqlite:city.db --on 2024-12-31"],
  answer: Coverage,
  work,
  show
})
