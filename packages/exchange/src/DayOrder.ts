import type { CivilDate } from "@louyu/kernel"
import * as Grouping from "./Grouping.ts"
import { type DatedCommand, dayOf, type Step } from "./Report.ts"

type Day = CivilDate.CivilDate

/** Steps by the day they are about; those of a day keep their order. */
export const days = <C extends DatedCommand>(
  steps: ReadonlyArray<Step<C>>,
  on: (command: C) => Day = dayOf
): ReadonlyMap<Day, ReadonlyArray<Step<C>>> => Grouping.by(steps, ({ command }) => on(command))

/** The steps of one day by rank; steps of one rank keep their order. */
export const ranked = <C>(steps: ReadonlyArray<Step<C>>, rankOf: (command: C) => number): ReadonlyArray<Step<C>> =>
  [...Grouping.by(steps, ({ command }) => rankOf(command))].toSorted(([a], [b]) => a - b).flatMap(([, group]) => group)

/** Steps by day, and within a day by rank. Cost: O(n) and sorting the days. */
export const arrange = <C extends DatedCommand>(
  steps: ReadonlyArray<Step<C>>,
  rankOf: (command: C) => number,
  on: (command: C) => Day = dayOf
): ReadonlyArray<Step<C>> => {
  const found = days(steps, on)
  return [...found.keys()].sort().flatMap((day) => ranked(found.get(day) ?? [], rankOf))
}
