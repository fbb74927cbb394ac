import { CivilDate, Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import type { Place } from "./Script.ts"

const unit = Identifier.UnitId.make
const two = (n: number): string => String(n).padStart(2, "0")

/** The day as whose organisation the buildings are read. */
export const readOn = CivilDate.make("2024-01-02")

const within = (view: View.View, building: string, kind: string): ReadonlyArray<string> =>
  View.descendants(view, "location", unit(building)).filter((id) => View.kind(view, id) === kind)

/**
 * The sixteen buildings of the district, with the enterprises in them, as the organisation has them.
 *
 * Shape: the building the source names has the most matters; `guide` is who visits, by an id that says nothing.
 */
export const of = (view: View.View): ReadonlyArray<Place> =>
  Array.from({ length: 16 }, (_, at): Place => {
    const n = at + 1
    const building = `b${two(n)}`
    const floors = View.children(view, "location", unit(building)).filter(
      (id) => View.archetype(view, id) === "floor"
    ).length
    const [first, ...more] = within(view, building, "enterprise")
    const [owners] = within(view, building, "owners-committee")
    const [organisation] = within(view, building, "branch")
    if (first === undefined) throw new Error(`${building} has enterprises`)
    return {
      building,
      weight: n === 1 ? 30 : floors,
      floors,
      firms: [first, ...more],
      guide: `p-${two(20 + n).padStart(3, "0")}`,
      // The third company became part of the second in 2021.
      property: n <= 6 ? "pc-1" : "pc-2",
      organisation,
      owners
    }
  })
