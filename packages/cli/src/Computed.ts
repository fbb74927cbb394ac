import {
  Disclosure,
  EnterpriseRegister,
  Figure,
  Holders,
  Indicator,
  Occupancy,
  type Quantity,
  Residence,
  Taxation
} from "@louyu/economy"
import type { CivilDate, Identifier, Money } from "@louyu/kernel"
import { Coverage } from "@louyu/organisation"
import { StayBook, Staying } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { firms, lastDay, type Material, told, yearOn } from "./Material.ts"

type UnitId = Identifier.UnitId
type Day = CivilDate.CivilDate

/** A figure; or none because there is nothing to compute it from, or because it would tell too much of a few. */
export type Computed = Figure.Figure | "withheld" | undefined

type Parts = readonly [
  numerator: number | Quantity.Quantity,
  denominator?: number | Quantity.Quantity | undefined,
  on?: Day
]

const make = (material: Material, id: string, population: number | undefined, parts: Parts): Computed => {
  const [numerator, denominator, on = material.on] = parts
  const { scope, settings } = material
  const at = population === undefined ? { on, scope } : { on, scope, population }
  const figure = Result.flatMap(Indicator.get(settings.indicators, id), (indicator) =>
    denominator === undefined
      ? Figure.amount(indicator, numerator, at)
      : Figure.rate(indicator, numerator, denominator, at)
  )
  return Result.getOrElse(figure, () => undefined)
}

/** A sum of what is told: of some firms only, at least so much is known. */
export const toldSum = (values: ReadonlyArray<number | undefined>): Quantity.Quantity => ({
  value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  qualifier: values.includes(undefined) ? "atLeast" : "exact"
})

const inHere = (material: Material, year: number, metric: "tax" | "output"): ReadonlyMap<UnitId, Money.Money> => {
  const { taxation, knownOn, extent } = material
  const all = Taxation.ofYear(taxation, year, knownOn, metric)
  return extent.unit === undefined ? all : new Map([...all].filter(([id]) => extent.places.has(id)))
}

interface Sum {
  readonly buildings: number
  /** `undefined` where it may not be shown. */
  readonly fen: number | undefined
}

// Questions are asked without a right to amounts, so a sum of few buildings stays hidden.
const sumOf = (material: Material, year: number, metric: "tax" | "output"): Sum | undefined => {
  const amounts = inHere(material, year, metric)
  if (amounts.size === 0) return undefined
  const { total } = Disclosure.breakdown(material.settings.disclosure, 0, new Map([[metric, amounts]]))
  return { buildings: amounts.size, fen: total }
}

type Computation = (material: Material) => Computed

const ofRate =
  (id: string, rate: (material: Material) => { readonly numerator: number; readonly denominator: number }) =>
  (material: Material): Computed => {
    const { numerator, denominator } = rate(material)
    return denominator === 0 ? undefined : make(material, id, undefined, [numerator, denominator])
  }

const ofSum =
  (id: "tax" | "output"): Computation =>
  (material) => {
    const year = yearOn(material.on)
    const sum = sumOf(material, year, id)
    if (sum === undefined) return undefined
    return sum.fen === undefined ? "withheld" : make(material, id, sum.buildings, [sum.fen, undefined, lastDay(year)])
  }

const taxGrowth: Computation = (material) => {
  const year = yearOn(material.on)
  const [now, before] = [sumOf(material, year, "tax"), sumOf(material, year - 1, "tax")]
  if (now === undefined || before === undefined) return undefined
  if (now.fen === undefined || before.fen === undefined) return "withheld"
  return make(material, "taxGrowth", now.buildings, [now.fen - before.fen, before.fen, lastDay(year)])
}

const taxPerArea: Computation = (material) => {
  const year = yearOn(material.on)
  const sum = sumOf(material, year, "tax")
  const area = Occupancy.lettable(Occupancy.on(material.roll, lastDay(year), material.extent.places).area)
  if (sum === undefined || area === 0) return undefined
  if (sum.fen === undefined) return "withheld"
  return make(material, "taxPerArea", sum.buildings, [sum.fen, area, lastDay(year)])
}

const floorArea: Computation = (material) => {
  const { area, units } = Occupancy.on(material.roll, material.on, material.extent.places)
  return units.total === 0 ? undefined : make(material, "floorArea", units.total, [area.total])
}

const ofYear = (material: Material, measure: "employees" | "revenue") =>
  told(material, firms(material), measure, yearOn(material.on))

const isTold = (values: ReadonlyArray<number | undefined>): boolean => values.some((value) => value !== undefined)

const revenue: Computation = (material) => {
  const values = ofYear(material, "revenue")
  const { length } = values.filter((value) => value !== undefined)
  if (length === 0) return undefined
  if (length < material.settings.disclosure.least) return "withheld"
  return make(material, "revenue", values.length, [toldSum(values), undefined, lastDay(yearOn(material.on))])
}

const staffCount: Computation = (material) => {
  const values = ofYear(material, "employees")
  const on = lastDay(yearOn(material.on))
  return isTold(values) ? make(material, "staffCount", values.length, [toldSum(values), undefined, on]) : undefined
}

const staffPerEnterprise: Computation = (material) => {
  // Only firms whose staff is told, above and below the line.
  const values = ofYear(material, "employees").filter((value) => value !== undefined)
  const on = lastDay(yearOn(material.on))
  return isTold(values)
    ? make(material, "staffPerEnterprise", values.length, [toldSum(values), values.length, on])
    : undefined
}

const enterpriseCount: Computation = (material) => {
  const { length } = firms(material)
  return length === 0 ? undefined : make(material, "enterpriseCount", length, [length])
}

const qualifiedShare: Computation = (material) => {
  const all = firms(material)
  const { holders, among } = Holders.of(material.register, all, material.on)
  return among === 0 ? undefined : make(material, "qualifiedShare", among, [holders, among])
}

const propertyPerEnterprise: Computation = (material) => {
  const { register, on, knownOn, settings } = material
  const kinds = settings.enterprises.intellectualProperty.map(({ id }) => id)
  const counted = firms(material).flatMap((firm) => {
    const known = EnterpriseRegister.enterprise(register, firm)
    const counts = kinds.flatMap((kind) => EnterpriseRegister.property(known, kind, on, knownOn) ?? [])
    return counts.length === 0 ? [] : [counts.reduce((sum, one) => sum + one, 0)]
  })
  if (counted.length === 0) return undefined
  return make(material, "propertyPerEnterprise", counted.length, [toldSum(counted), counted.length])
}

const covered = ({ view, extent: { unit } }: Material) => Coverage.of(view, unit === undefined ? {} : { within: unit })

const stayConversion: Computation = (material) => {
  const { stays, on, extent } = material
  const { ended, settled } = Staying.settlement(stays, on, ({ started }) => {
    const place = StayBook.office(stays, started.office)?.office.place
    return place !== undefined && extent.places.has(place)
  })
  return ended === 0 ? undefined : make(material, "stayConversion", ended, [settled, ended])
}

/** How each indicator that can be computed from what is recorded is computed, by its id. */
const computations: Readonly<Record<string, Computation>> = {
  occupancyByArea: ofRate("occupancyByArea", ({ roll, on, extent }) => Occupancy.on(roll, on, extent.places).byArea),
  occupancyByUnits: ofRate("occupancyByUnits", ({ roll, on, extent }) => Occupancy.on(roll, on, extent.places).byUnits),
  registeredHere: ofRate(
    "registeredHere",
    ({ roll, on, extent }) => Residence.on(roll, on, extent.places).registered.rate
  ),
  taxedHere: ofRate("taxedHere", ({ roll, on, extent }) => Residence.on(roll, on, extent.places).taxed.rate),
  organisationCoverage: ofRate("organisationCoverage", (material) => covered(material).nominal),
  singleFounding: ofRate("singleFounding", (material) => covered(material).single),
  tax: ofSum("tax"),
  output: ofSum("output"),
  taxGrowth,
  taxPerArea,
  floorArea,
  stayConversion,
  revenue,
  staffCount,
  staffPerEnterprise,
  enterpriseCount,
  qualifiedShare,
  propertyPerEnterprise
}

/** Computes an indicator from what is recorded. */
export const of = (material: Material, indicator: string): Computed =>
  Object.hasOwn(computations, indicator) ? computations[indicator]?.(material) : undefined
