import { Expiring, Occupancy as Figures, Residence, Retention, Turnover, Vacancies, Wanted } from "@louyu/economy"
import { CivilDate } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Extent from "../Extent.ts"
import * as Naming from "../Naming.ts"
import * as OccupancyAnswer from "../OccupancyAnswer.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Share from "../Share.ts"
import * as Source from "../Source.ts"
import * as Spaces from "../Spaces.ts"
import { OptionInvalid } from "../UsageError.ts"

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
  const days = (yield* Effect.fromResult(OptionValue.count(given, "days"))) ?? usualDays
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? usualLimit
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
  return Command.good<OccupancyAnswer.Occupancy>({
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

/** `louyu occupancy` */
export const occupancy = Command.define<OccupancyAnswer.Occupancy>({
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
  answer: OccupancyAnswer.Occupancy,
  work,
  show: OccupancyAnswer.lines
})
