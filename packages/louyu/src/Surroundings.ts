import { Identifier } from "@louyu/kernel"
import type { Matchmaking } from "@louyu/matching"
import { View } from "@louyu/organisation"
import * as Schema from "effect/Schema"

const isUnitId = Schema.is(Identifier.UnitId)

/** Steps in the tree of places: up to what both lie in, and down again. */
const stepsIn =
  (view: View.View): Matchmaking.Surroundings["steps"] =>
  (one, other) => {
    if (!isUnitId(one) || !isUnitId(other)) return undefined
    const common = View.commonSuperior(view, "location", one, other)
    const [up, down, top] = [one, other, common].map((id) =>
      id === undefined || !isUnitId(id) ? undefined : View.depth(view, "location", id)
    )
    return up === undefined || down === undefined || top === undefined ? undefined : up + down - 2 * top
  }

/** What matching has to know of the places and enterprises of a city on a date. */
export const of = (view: View.View, values: Matchmaking.Surroundings["values"]): Matchmaking.Surroundings => ({
  steps: stepsIn(view),
  isWithin: (place, unit) => {
    if (place === unit) return true
    if (!isUnitId(place) || !isUnitId(unit) || View.unit(view, place) === undefined) return undefined
    return View.isAbove(view, "location", unit, place)
  },
  values
})
