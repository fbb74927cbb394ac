import { EnterpriseRegister, Publications, Published, Unit } from "@louyu/economy"
import { CivilDate, Count, type Identifier } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { City } from "louyu"
import * as Answer from "./Answer.ts"
import * as Extent from "./Extent.ts"
import * as FigureShown from "./FigureShown.ts"
import * as Look from "./Look.ts"
import * as Material from "./Material.ts"

const { field } = Answer

/** How many people work in a building, and how anybody knows. */
export const Staff = Schema.Struct({
  staff: field(
    Schema.NullOr(FigureShown.Quantity),
    "as far as it is known; what enterprises told when all did, else what was published unless they told more; `null` where nobody said anything"
  ),
  enterprises: field(Answer.Count, "the enterprises there on the day"),
  told: field(Answer.Count, "those that told how many they employ; of the others nothing is known"),
  years: field(
    Schema.NullOr(Schema.Struct({ first: field(Schema.Int, "the earliest"), last: field(Schema.Int, "the latest") })),
    "the years they told it for, each the last one known on the day; `null` where none told"
  ),
  published: field(
    Schema.NullOr(
      Schema.Struct({
        staff: field(FigureShown.Quantity, "how many"),
        on: field(CivilDate.CivilDate, "the day it speaks of"),
        source: field(Schema.String, "where")
      })
    ),
    "what was published of the building last by the day, or `null`"
  )
})
export type Staff = typeof Staff.Type

/** What the staff of buildings is told by. */
export interface Sources {
  readonly view: View.View
  readonly on: CivilDate.CivilDate
  readonly material: Effect.Success<ReturnType<typeof Material.of>>
  /** What was published of it, by building. */
  readonly published: ReadonlyMap<string, NonNullable<Staff["published"]>>
}

// Figures are kept in the unit they were printed in.
const inPersons = ({ printed }: Published.Published): Count.Count | undefined => {
  const [numerator, denominator] = Unit.between(printed.unit, "one") ?? [0, 1]
  const value = Math.round((Published.number(printed) * numerator) / denominator)
  return value >= 0 ? { value, qualifier: printed.count.qualifier } : undefined
}

/** Looks at what a city knows of the staff of its buildings on a day. */
export const sources = Effect.fnUntraced(function* (city: City.Open, view: View.View, on: CivilDate.CivilDate) {
  const material = yield* Material.of(city)
  const indicator = material.settings.indicators.get("staffCount")
  const all =
    indicator === undefined ? [] : Publications.ofIndicator(yield* city.economy.publications(), indicator.id, on)
  const published = new Map<string, NonNullable<Staff["published"]>>()
  for (const one of all.toSorted((a, b) => CivilDate.compare(a.on, b.on))) {
    const staff = one.on > on || one.expected === true ? undefined : inPersons(one)
    if (staff !== undefined) published.set(one.scope.id, { staff, on: one.on, source: one.source })
  }
  return { view, on, material, published } satisfies Sources
})

interface Told {
  readonly year: number
  readonly employees: number
}

const lastTold = ({ material, on }: Sources, firm: Identifier.UnitId): Told | undefined => {
  const known = EnterpriseRegister.enterprise(material.register, firm)
  const years = [...new Set(known.years.map(({ year }) => year))].filter((year) => year <= Material.yearOn(on))
  for (const year of years.toSorted((a, b) => b - a)) {
    const { employees } = EnterpriseRegister.year(known, year, on)
    if (employees !== undefined) return { year, employees }
  }
  return undefined
}

// Numbers of different years make an estimate; of some firms only, a lower bound.
const toldBy = (enterprises: number, all: ReadonlyArray<Told>): Count.Count | undefined => {
  if (all.length === 0) return undefined
  const value = all.reduce((sum, { employees }) => sum + employees, 0)
  const isOfOneYear = all.every(({ year }) => year === all[0]?.year)
  return { value, qualifier: all.length < enterprises ? "atLeast" : isOfOneYear ? "exact" : "about" }
}

/** How many people work in a building. Cost: O(places in it + what its enterprises told). Source: H-11, A-01. */
export const of = (from: Sources, building: Identifier.UnitId): Staff => {
  const { view, on, material } = from
  const extent = { unit: building, places: new Set(Extent.within(view, building)) }
  const firms = Material.firms({ view, on, extent, roll: material.roll })
  const all = firms.flatMap((firm) => lastTold(from, firm) ?? [])
  const reported = toldBy(firms.length, all)
  const published = from.published.get(building) ?? null
  const years = all.map(({ year }) => year)
  const isWhole = reported !== undefined && all.length === firms.length
  const isMore = reported !== undefined && (published === null || reported.value > published.staff.value)
  return {
    staff: (isWhole || isMore ? reported : published?.staff) ?? null,
    enterprises: firms.length,
    told: all.length,
    years: all.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) },
    published
  }
}

/** How many people work there; a lower bound of nothing where that is not known. */
export const count = ({ staff }: Staff): Count.Count => staff ?? Count.atLeast(0)

/** How anybody knows, in words. */
export const line = (look: Look.Look, { enterprises, told, years, published }: Staff): string => {
  const when = years === null ? "" : years.first === years.last ? `${years.last}` : `${years.first}–${years.last}`
  const reported =
    enterprises === 0
      ? look.label("未登记企业", "no enterprise is recorded there")
      : told === 0
        ? look.label(`${enterprises} 家企业均未报`, `none of ${Look.many(enterprises, "enterprise")} told`)
        : look.label(
            `${when} 年 ${told}/${enterprises} 家企业已报`,
            `${told} of ${Look.many(enterprises, "enterprise")} told, ${when}`
          )
  if (published === null) return reported
  const { staff, on } = published
  return `${reported} · ${look.label(
    `公布 ${Count.format(staff, "zh")}（${on}）`,
    `published ${Count.format(staff, "en")} (${on})`
  )}`
}
