import type { CivilDate, Identifier, IndustryCode, Money } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { QualificationKindId } from "./EnterpriseCatalogue.ts"
import type { SupportId } from "./EnterpriseCommand.ts"
import type * as Event from "./EnterpriseEvent.ts"
import * as Holding from "./Holding.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** What was told of the industry of an enterprise. */
export type IndustryTold = Omit<typeof Event.IndustryAssigned.Type, "_tag">
/** What was told of an enterprise for a year. */
export type YearTold = Omit<typeof Event.EnterpriseYearReported.Type, "_tag">
/** A count of intellectual property. */
export type PropertyTold = Omit<typeof Event.IntellectualPropertyCounted.Type, "_tag">
/** What came of an activity. */
export type OutcomeKnown = Omit<typeof Event.OutcomeLinked.Type, "_tag">
/** A qualification, and the day on which it was taken away. */
export type Qualification = Omit<typeof Event.QualificationGranted.Type, "_tag"> & Holding.Holding
/** Support, and the day on which it was ended. */
export type Support = Omit<typeof Event.SupportRecorded.Type, "_tag"> & Holding.Holding
/** A brand that a unit carries. */
export type Branding = Omit<typeof Event.BrandAwarded.Type, "_tag"> & Holding.Holding

/** Everything told of one enterprise. */
export interface Enterprise {
  readonly industries: ReadonlyArray<IndustryTold>
  readonly years: ReadonlyArray<YearTold>
  readonly qualifications: ReadonlyArray<Qualification>
  readonly property: ReadonlyArray<PropertyTold>
  readonly supports: ReadonlyArray<Support>
  readonly outcomes: ReadonlyArray<OutcomeKnown>
}

/** Everything told of the enterprises of a city, and the brands of its places. Immutable. */
export interface EnterpriseRegister {
  readonly enterprises: HashMap.HashMap<UnitId, Enterprise>
  /** By brand, by unit. */
  readonly brands: HashMap.HashMap<string, HashMap.HashMap<UnitId, ReadonlyArray<Branding>>>
}

/** The register nobody wrote in yet. */
export const initial: EnterpriseRegister = { enterprises: HashMap.empty(), brands: HashMap.empty() }

const nothingTold: Enterprise = {
  industries: [],
  years: [],
  qualifications: [],
  property: [],
  supports: [],
  outcomes: []
}

/** What is known of an enterprise; nothing when nothing was told. */
export const enterprise = (register: EnterpriseRegister, id: UnitId): Enterprise =>
  Option.getOrElse(HashMap.get(register.enterprises, id), () => nothingTold)

/** The enterprises of which anything was told. */
export const enterprises = (register: EnterpriseRegister): Iterable<UnitId> => HashMap.keys(register.enterprises)

/** The holdings of a brand by a unit, past ones too. */
export const brandings = (register: EnterpriseRegister, brand: string, unit: UnitId): ReadonlyArray<Branding> =>
  Option.getOrElse(
    Option.flatMap(HashMap.get(register.brands, brand), (units) => HashMap.get(units, unit)),
    () => []
  )

// The last told of those that may be asked; what is asked of begins on `since` at the latest.
const latest = <A extends { readonly on: Date }>(
  told: ReadonlyArray<A>,
  of: (one: A) => Date | undefined,
  since: Date,
  knownOn: Date | undefined
): A | undefined => {
  let found: A | undefined
  for (const one of told) {
    const begins = of(one)
    if (begins === undefined || begins > since || (knownOn !== undefined && one.on > knownOn)) continue
    const best = found === undefined ? undefined : of(found)
    if (found === undefined || best === undefined || begins > best || (begins === best && one.on > found.on))
      found = one
  }
  return found
}

/**
 * The industry of an enterprise on a date, as known on a day or else by now.
 *
 * Cost: O(what was told of its industry).
 */
export const industry = ({ industries }: Enterprise, on: Date, knownOn?: Date): IndustryCode.IndustryCode | undefined =>
  latest(industries, ({ from }) => from, on, knownOn)?.industry

/** The figures that are told for a year. */
export const measures = ["employees", "revenue", "assets", "output"] as const

/** What is known of an enterprise for a year. Units: as in the command. */
export interface YearKnown {
  readonly employees?: number
  readonly revenue?: Money.Money
  readonly assets?: Money.Money
  readonly output?: Money.Money
}

/**
 * The figures of an enterprise for a year, each as it was told last, by a day or else by now.
 *
 * Shape: figures never told are left out.
 * Cost: O(reports of the enterprise).
 */
export const year = ({ years }: Enterprise, of: number, knownOn?: Date): YearKnown => {
  const told = years.filter((one) => one.year === of && (knownOn === undefined || one.on <= knownOn))
  if (told.length > 1) told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const known: { -readonly [K in keyof YearKnown]: YearKnown[K] } = {}
  for (const { employees, revenue, assets, output } of told) {
    if (employees !== undefined) known.employees = employees
    if (revenue !== undefined) known.revenue = revenue
    if (assets !== undefined) known.assets = assets
    if (output !== undefined) known.output = output
  }
  return known
}

/** The qualifications an enterprise holds on a date. */
export const qualifications = (known: Enterprise, on: Date): ReadonlyArray<Qualification> =>
  known.qualifications.filter((one) => Holding.holds(one, on))

/** Whether an enterprise holds a qualification of a kind, of any level, on a date. */
export const isHolder = (known: Enterprise, kind: QualificationKindId, on: Date): boolean =>
  known.qualifications.some((one) => one.kind === kind && Holding.holds(one, on))

/** How much intellectual property of a kind an enterprise has on a date: the last count made by then. */
export const property = ({ property }: Enterprise, kind: string, on: Date, knownOn?: Date): number | undefined =>
  latest(property, (one) => (one.kind === kind ? one.asOf : undefined), on, knownOn)?.count

/** The support an enterprise receives on a date. */
export const supports = (known: Enterprise, on: Date): ReadonlyArray<Support> =>
  known.supports.filter((one) => Holding.holds(one, on))

/** One support of an enterprise. */
export const support = (known: Enterprise, id: SupportId): Support | undefined =>
  known.supports.find((one) => one.support === id)

/** The places and bodies that carry a brand on a date. Cost: O(units that ever carried it). Source: H-29. */
export const branded = (register: EnterpriseRegister, brand: string, on: Date): ReadonlyArray<UnitId> => {
  const units = Option.getOrUndefined(HashMap.get(register.brands, brand))
  if (units === undefined) return []
  const found = HashMap.toEntries(units).filter(([, all]) => all.some((one) => Holding.holds(one, on)))
  return found.map(([unit]) => unit).toSorted()
}
