import { CivilDate, Identifier, Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import type { City, CityDomain } from "../../src/index.ts"

export const day = CivilDate.make
export const unit = Identifier.UnitId.make
export const person = Identifier.PersonId.make

type Where = { readonly within?: string; readonly under?: string; readonly from?: string }

export const establish = (
  id: string,
  kind: string,
  { within, under, from = "2020-01-01" }: Where = {}
): CityDomain.Command => ({
  _tag: "EstablishUnit",
  unit: unit(id),
  kind: Structure.KindId.make(kind),
  name: Text.of(id),
  from: day(from),
  ...(within === undefined ? {} : { within: unit(within) }),
  ...(under === undefined ? {} : { under: unit(under) })
})

/** A street with a business district of two buildings, and the bodies that answer for them. */
export const district: ReadonlyArray<City.Command> = [
  establish("city", "city"),
  establish("street", "street", { within: "city" }),
  establish("street-committee", "street-committee", { within: "street" }),
  establish("two-new", "street-two-new-committee", { within: "street", under: "street-committee" }),
  establish("cbd", "cluster", { within: "street" }),
  establish("cbd-committee", "comprehensive-committee", { within: "cbd", under: "street-committee" }),
  establish("one", "building", { within: "cbd" }),
  establish("two", "building", { within: "cbd" }),
  establish("one-a", "micro-grid", { within: "one" }),
  establish("two-a", "micro-grid", { within: "two" }),
  establish("f1", "floor", { within: "one" }),
  establish("firm", "enterprise", { within: "f1" }),
  establish("janitors", "property-company", { within: "two" })
]
