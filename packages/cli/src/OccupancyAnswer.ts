import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Share from "./Share.ts"
import * as Spaces from "./Spaces.ts"
import * as Table from "./Table.ts"

const { field } = Answer

const Stock = Schema.Struct({
  total: field(Schema.Finite, "all there is"),
  let: field(Schema.Finite, "rented"),
  owned: field(Schema.Finite, "used by who bought it"),
  vacant: field(Schema.Finite, "free and on offer"),
  notOffered: field(Schema.Finite, "free, and withdrawn from offer")
}).annotate({ identifier: "Stock" })

const Residents = Schema.Struct({
  yes: field(Answer.Count, "tenants of which it is so"),
  no: field(Answer.Count, "tenants of which it is not"),
  unknown: field(Answer.Count, "tenants of which nobody said"),
  rate: field(Share.Share, "yes by all tenants"),
  known: field(Share.Share, "yes by the tenants of which it is known")
}).annotate({ identifier: "Residents" })

const Building = Schema.Struct({
  unit: field(Answer.Unit, "the building"),
  area: field(Stock, "its space in square metres"),
  byArea: field(Share.Share, "occupancy by area"),
  byUnits: field(Share.Share, "occupancy by units")
})

/** How full buildings are. */
export const Occupancy = Schema.Struct({
  on: Answer.On,
  at: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  area: field(Stock, "the space in square metres"),
  units: field(Stock, "the number of spaces"),
  byArea: field(Share.Share, "let and owned by all that is not withdrawn, in square metres"),
  byUnits: field(Share.Share, "the same in numbers of spaces"),
  registered: field(Residents, "tenants registered here"),
  taxed: field(Residents, "tenants that pay their taxes here"),
  both: field(Share.Share, "tenants that do both, by all tenants"),
  from: field(CivilDate.CivilDate, "turnover and retention are those since this day, a year before"),
  arrivals: field(Answer.Count, "tenants that came"),
  departures: field(Answer.Count, "tenants that left"),
  turnover: field(Share.Share, "departures by the tenants of the day before"),
  retention: field(Share.Share, "of the tenants of that day, those that are still or again here"),
  buildings: field(Schema.Array(Building), "each building with spaces, the emptiest first"),
  days: field(Answer.Count, "how far ahead is looked"),
  vacancies: field(
    Schema.NullOr(Schema.Array(Spaces.Vacancy)),
    "with `--vacant`, what is free or comes free in these days, longest vacant first; else `null`"
  ),
  fits: field(
    Schema.NullOr(Schema.Array(Spaces.Fit)),
    "with `--wanted`, vacancies held against it, best first; else `null`"
  ),
  leaving: field(Schema.Array(Spaces.Leaving), "leases that end, or whose tenants leave, in these days, soonest first")
})
export type Occupancy = typeof Occupancy.Type

const residentsText = (look: Look.Look, { rate, unknown }: typeof Residents.Type): string =>
  Share.text(rate) +
  (unknown === 0 ? "" : ` ${look.paint("dim", look.label(`不详 ${unknown}`, `${unknown} not known`))}`)

const buildingTable = (look: Look.Look, buildings: Occupancy["buildings"]): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("楼宇", "building") },
      { head: look.label("可租售", "m²"), align: "right" },
      { head: look.label("空置", "vacant"), align: "right" },
      { head: look.label("按面积", "by area"), align: "right" },
      { head: look.label("按单元", "by units"), align: "right" }
    ],
    buildings.map(({ unit, area, byArea, byUnits }) => [
      look.text(unit.name),
      Share.number(byArea.denominator),
      Share.number(area.vacant),
      Share.percent(byArea.rate),
      Share.percent(byUnits.rate)
    ]),
    (text) => look.paint("dim", text)
  )

const section = (look: Look.Look, zh: string, en: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : [look.paint("bold", look.label(zh, en)), ...lines]

/** An answer for people. */
export const lines = (answer: Occupancy, look: Look.Look): ReadonlyArray<string> => {
  const { on, at, byArea, byUnits, both, turnover, retention, days, vacancies, fits, leaving } = answer
  const heading = Naming.heading(look, "入驻率", "occupancy", on) + (at === null ? "" : ` ${Naming.line(look, at)}`)
  if (answer.units.total === 0) return [heading, ...look.say("没有登记的空间。", "No spaces are entered.")]
  return [
    heading,
    `${look.label("按面积", "by area")} ${Share.text(byArea)} m² · ${look.label("按单元", "by units")} ${Share.text(byUnits)}`,
    `${look.label("属地注册", "registered here")} ${residentsText(look, answer.registered)} · ${look.label(
      "属地纳税",
      "taxed here"
    )} ${residentsText(look, answer.taxed)} · ${look.label("两者", "both")} ${Share.text(both)}`,
    `${look.label("一年流失", "turnover in a year")} ${Share.text(turnover)} · ${look.label(
      "留存",
      "retention"
    )} ${Share.text(retention)}`,
    ...buildingTable(look, answer.buildings),
    ...section(
      look,
      "空置和将空置",
      "vacant, or soon to be",
      (vacancies ?? []).map((one) => Spaces.vacancyLine(look, one))
    ),
    ...section(
      look,
      "符合需求的空间",
      "what fits",
      (fits ?? []).flatMap((one) => Spaces.fitLines(look, one))
    ),
    ...section(
      look,
      `${days} 天内到期和退租`,
      `leaving within ${Look.many(days, "day")}`,
      leaving.map((one) => Spaces.leavingLine(look, one))
    )
  ]
}
