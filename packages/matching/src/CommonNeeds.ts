import { CivilDate, type Identifier } from "@louyu/kernel"
import type { CategoryId } from "./Category.ts"
import type { NeedId } from "./Need.ts"
import * as State from "./State.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** From when on needs are common. Units: `days` within which they were raised. */
export interface Threshold {
  /** Different raisers, at least; never less than two. */
  readonly raisers: number
  readonly days: number
}

/** Like needs of several, in one place and time: rather one project than many services. Source: P-30, W-08, R3-13. */
export interface CommonNeed {
  readonly category: CategoryId
  readonly area: UnitId
  readonly needs: ReadonlyArray<NeedId>
  readonly raisers: ReadonlyArray<UnitId>
  readonly quantity: number
  readonly from: Date
  readonly to: Date
}

const order = (a: State.NeedKnown, b: State.NeedKnown): number =>
  CivilDate.compare(a.need.on, b.need.on) || (a.need.need < b.need.need ? -1 : 1)

// The longest stretches of needs that lie within so many days of their first one, none sharing a need with another.
const stretches = (
  sorted: ReadonlyArray<State.NeedKnown>,
  days: number
): ReadonlyArray<ReadonlyArray<State.NeedKnown>> => {
  const groups: Array<Array<State.NeedKnown>> = []
  for (const known of sorted) {
    const last = groups.at(-1)
    const first = last?.[0]
    if (last !== undefined && first !== undefined && CivilDate.daysBetween(first.need.on, known.need.on) < days) {
      last.push(known)
    } else groups.push([known])
  }
  return groups
}

/**
 * Finds needs of a category that several raised in an area within some days, most raisers first.
 *
 * Shape: only needs that are open on the date and in no project count, each once; `areaOf` says which area a place
 * counts for. The same needs in any order give the same answer.
 */
export const find = (
  state: State.State,
  areaOf: (place: UnitId, on: Date) => UnitId | undefined,
  { raisers: least, days }: Threshold,
  on: Date
): ReadonlyArray<CommonNeed> => {
  const groups = new Map<string, { category: CategoryId; area: UnitId; all: Array<State.NeedKnown> }>()
  for (const known of [...State.needs(state)].toSorted(order)) {
    const { need, category, status, project } = known
    const area = areaOf(need.place, on)
    if (category === undefined || area === undefined || on < need.on || status !== "open" || project !== undefined)
      continue
    const key = `${category} ${area}`
    const group = groups.get(key) ?? { category, area, all: [] }
    groups.set(key, group)
    group.all.push(known)
  }
  return [...groups.values()]
    .flatMap(({ category, area, all }) =>
      stretches(all, days).map((some): CommonNeed => {
        const dates = some.map(({ need }) => need.on)
        return {
          category,
          area,
          needs: some.map(({ need }) => need.need),
          raisers: [...new Set(some.map(({ need }) => need.raiser))].toSorted(),
          quantity: some.reduce((sum, { need }) => sum + need.quantity, 0),
          from: dates[0] ?? on,
          to: dates.at(-1) ?? on
        }
      })
    )
    .filter(({ raisers }) => raisers.length >= Math.max(2, least))
    .toSorted(
      (a, b) =>
        b.raisers.length - a.raisers.length ||
        b.quantity - a.quantity ||
        (`${a.category} ${a.area} ${a.from}` < `${b.category} ${b.area} ${b.from}` ? -1 : 1)
    )
}
