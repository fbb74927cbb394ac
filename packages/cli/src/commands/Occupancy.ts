import { Expiring, Occupancy as Figures, Residence, Retention, Turnover, Vacancies, Wanted } from "@louyu/economy"
import { CivilDate } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import { OptionInvalid } from "../CliError.ts"
import * as Command from "../Command.ts"
import * as Extent from "../Extent.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Share from "../Share.ts"
import * as Source from "../Source.ts"
import * as Spaces from "../Spaces.ts"
import * as Table from "../Table.ts"

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

const Occupancy = Schema.Struct({
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
type Occupancy = typeof Occupancy.Type

const usualDays = 90
const usualLimit = 20

interface Bounds {
  readonly minArea?: number
  readonly maxArea?: number
}

/** The bounds `--wanted` names: `80..120`, `80..`, `..120`. */
const bounds = (given: Arguments.Given): Result.Result<Bounds | undefined, OptionInvalid> => {
  const value = given.values.get("wanted")
  if (value === undefined) return Result.succeed(undefined)
  const [, least = "", most = ""] = /^(\d{0,8})\.\.(\d{0,8})$/u.exec(value) ?? []
  const reversed = least !== "" && most !== "" && Number(least) > Number(most)
  if ((least === "" && most === "") || reversed) {
    const expected = { zh: "面积范围，如 80..120", en: "a range of square metres such as 80..120" }
    return Result.fail(new OptionInvalid({ option: "--wanted", value: value.slice(0, 80), expected }))
  }
  return Result.succeed({
    ...(least === "" ? {} : { minArea: Number(least) }),
    ...(most === "" ? {} : { maxArea: Number(most) })
  })
}

const residents = ({ yes, no, unknown, rate, known }: Residence.Share) => ({
  yes,
  no,
  unknown,
  rate: Share.of(rate),
  known: Share.of(known)
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const days = (yield* Effect.fromResult(Arguments.count(given, "days"))) ?? usualDays
  const limit = (yield* Effect.fromResult(Arguments.count(given, "limit"))) ?? usualLimit
  const wanted = yield* Effect.fromResult(bounds(given))
  const city = yield* Source.city(given, desk)
  const on = yield* Source.date(given, city)
  const view = yield* city.organisation.on(on)
  const roll = yield* city.economy.rentRoll()
  const extent = yield* Extent.of(given, view)
  const { places } = extent
  const { area, units, byArea, byUnits } = Figures.on(roll, on, places)
  const { registered, taxed, both } = Residence.on(roll, on, places)
  const from = CivilDate.addMonths(on, -12)
  const { arrivals, departures, rate } = Turnover.within(roll, { from, to: CivilDate.addDays(on, 1) }, places)
  const free = Vacancies.on(roll, on, { places, horizon: CivilDate.addDays(on, Math.min(days, 36_500)) })
  const buildings = Extent.buildings(view, extent).flatMap((unit) => {
    const figures = Figures.on(roll, on, Extent.within(view, unit))
    return figures.units.total === 0 ? [] : [{ unit, figures }]
  })
  return Command.good<Occupancy>({
    on,
    at: Extent.named(view, extent),
    area,
    units,
    byArea: Share.of(byArea),
    byUnits: Share.of(byUnits),
    registered: residents(registered),
    taxed: residents(taxed),
    both: Share.of(both),
    from,
    arrivals: arrivals.length,
    departures: departures.length,
    turnover: Share.of(rate),
    retention: Share.of(Retention.between(roll, from, on, places).rate),
    buildings: buildings
      .toSorted((a, b) => (a.figures.byArea.rate ?? 1) - (b.figures.byArea.rate ?? 1))
      .map(({ unit, figures }) => ({
        unit: Naming.unit(view, unit),
        area: figures.area,
        byArea: Share.of(figures.byArea),
        byUnits: Share.of(figures.byUnits)
      })),
    days,
    vacancies: given.switches.has("vacant") ? free.slice(0, limit).map((one) => Spaces.vacancy(view, one)) : null,
    fits:
      wanted === undefined
        ? null
        : Wanted.match(wanted, free)
            .slice(0, limit)
            .map((one) => Spaces.fit(view, one)),
    leaving: Expiring.within(roll, on, Math.min(days, 36_500), places).map((one) => Spaces.leaving(view, one))
  })
})

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

const show = (answer: Occupancy, look: Look.Look): ReadonlyArray<string> => {
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

/** `louyu occupancy` */
export const occupancy = Command.define<Occupancy>({
  name: "occupancy",
  about: {
    zh: "入驻率、空置、属地注册与纳税、到期租约",
    en: "how full buildings are, what is vacant, who is registered and taxed here, who leaves"
  },
  arguments: [],
  options: {
    ...Source.options,
    ...Extent.options,
    vacant: { about: { zh: "列出空置和将空置的空间", en: "list what is vacant, or soon to be" } },
    wanted: {
      value: "<m²>..<m²>",
      about: { zh: "按所需面积匹配空间，如 80..120", en: "hold vacancies against an area wanted, for example 80..120" }
    },
    days: { value: "<n>", about: { zh: "往后看几天（默认 90）", en: "how many days ahead; 90 by default" } },
    limit: { value: "<n>", about: { zh: "最多几项空间（默认 20）", en: "how many spaces; 20 by default" } }
  },
  examples: [
    "louyu occupancy --store sqlite:city.db",
    "louyu occupancy --store sqlite:city.db --at b01 --vacant",
    "louyu occupancy --store sqlite:city.db --wanted 80..120"
  ],
  answer: Occupancy,
  work,
  show
})
