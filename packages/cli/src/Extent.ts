import type { Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import type { Unit } from "./Answer.ts"
import type * as Arguments from "./Arguments.ts"
import * as Naming from "./Naming.ts"

type UnitId = Identifier.UnitId

/** The option that narrows a question to a place. */
export const options = {
  at: { value: "<unit>", about: { zh: "只看此场所及其中", en: "only this place and what lies in it" } }
} as const satisfies Readonly<Record<string, Arguments.Option>>

/** What part of a city a question is about. Shape: `unit` is `undefined` for all of it; `places` then has every unit. */
export interface Extent {
  readonly unit: UnitId | undefined
  readonly places: ReadonlySet<UnitId>
}

/** A place and all that lies in it on the date of a view. */
export const within = (view: View.View, unit: UnitId): ReadonlyArray<UnitId> => [
  unit,
  ...View.descendants(view, "location", unit)
]

/** The place `--at` names, or all of the city. Fails: `UnitUnknown`. */
export const of = Effect.fnUntraced(function* (given: Arguments.Given, view: View.View) {
  const named = given.values.get("at")
  if (named === undefined) {
    const all: Extent = { unit: undefined, places: new Set(View.units(view).map(({ id }) => id)) }
    return all
  }
  const unit = yield* Naming.existing(view, named)
  const part: Extent = { unit, places: new Set(within(view, unit)) }
  return part
})

/** The buildings of an extent, in ascending order of ids. */
export const buildings = (view: View.View, { places }: Extent): ReadonlyArray<UnitId> =>
  [...places].filter((id) => View.archetype(view, id) === "building").toSorted()

/** The place as answers name it; `null` for all of the city. */
export const named = (view: View.View, { unit }: Extent): Unit | null =>
  unit === undefined ? null : Naming.unit(view, unit)
