import {
  type EconomySettings,
  EnterpriseRegister,
  type Figure,
  Presence,
  type RentRoll,
  type Taxation
} from "@louyu/economy"
import { CivilDate, type Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import type { StayBook } from "@louyu/recruitment"
import * as Effect from "effect/Effect"
import type { City } from "louyu"
import type * as Extent from "./Extent.ts"

type UnitId = Identifier.UnitId
type Day = CivilDate.CivilDate

/** What figures are computed from: a part of the city on a day, as it was known on another. */
export interface Material {
  readonly on: Day
  readonly knownOn: Day
  readonly view: View.View
  readonly extent: Extent.Extent
  readonly scope: Figure.Scope
  readonly roll: RentRoll.RentRoll
  readonly taxation: Taxation.Taxation
  readonly register: EnterpriseRegister.EnterpriseRegister
  readonly stays: StayBook.StayBook
  readonly settings: EconomySettings.Resolved
}

/** All that was told of the enterprises of a city and of their spaces. */
export const of = Effect.fnUntraced(function* ({ economy, recruitment }: City.Open) {
  return {
    roll: yield* economy.rentRoll(),
    taxation: yield* economy.taxation(),
    register: yield* economy.enterprises(),
    stays: yield* recruitment.stays(),
    settings: yield* economy.settings()
  }
})

/** The enterprises of a part of the city: those that lie in it, and those that use space there. */
export const firms = ({ view, extent, roll, on }: Pick<Material, "view" | "extent" | "roll" | "on">) => {
  const located = [...extent.places].filter((id) => View.archetype(view, id) === "enterprise")
  return [...new Set([...located, ...Presence.on(roll, on, extent.places)])].toSorted()
}

/** The year whose amounts are known on a day: the one that ends on it, or else the one before. */
export const yearOn = (on: Day): number => (on.endsWith("-12-31") ? CivilDate.year(on) : CivilDate.year(on) - 1)

/** The day amounts of a year hold for. */
export const lastDay = (year: number): Day => CivilDate.addDays(CivilDate.startOfYear(year + 1), -1)

/** What enterprises told for a year, by a day; `undefined` for those that told nothing. */
export const told = (
  { register, knownOn }: Pick<Material, "register" | "knownOn">,
  enterprises: ReadonlyArray<UnitId>,
  measure: "employees" | "revenue",
  year: number
): ReadonlyArray<number | undefined> =>
  enterprises.map(
    (firm) => EnterpriseRegister.year(EnterpriseRegister.enterprise(register, firm), year, knownOn)[measure]
  )
