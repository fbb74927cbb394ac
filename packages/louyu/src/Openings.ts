import { type RentRoll, Vacancies, Wanted } from "@louyu/economy"
import { CivilDate } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import type { Prospect } from "@louyu/recruitment"

// How long ahead it is looked for what comes free.
const months = 6

const wish = (view: View.View, { buildings, least, most, tenure, from }: Prospect.Intent): Wanted.Wanted => {
  // Who wants a building takes any floor and room of it.
  const places = buildings?.flatMap((building) => [building, ...View.descendants(view, "location", building)])
  return {
    ...(places === undefined || places.length === 0 ? {} : { places }),
    ...(least === undefined ? {} : { minArea: least }),
    ...(most === undefined ? {} : { maxArea: most }),
    ...(tenure === undefined ? {} : { tenure: tenure === "buy" ? "own" : "rent" }),
    ...(from === undefined || from < view.on ? {} : { from })
  }
}

/**
 * What is vacant, or comes free within half a year, held against what a prospect looks for: best first, with what fits
 * and by how much the rest misses.
 *
 * Source: R4-12, R4-13.
 */
export const of = (view: View.View, roll: RentRoll.RentRoll, intent: Prospect.Intent): ReadonlyArray<Wanted.Fit> => {
  const horizon = CivilDate.addMonths(view.on, months)
  return Wanted.match(wish(view, intent), Vacancies.on(roll, view.on, { horizon }))
}
