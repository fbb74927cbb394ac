import type { CivilDate } from "@louyu/kernel"
import { type DatedCommand, dayOf, type Step } from "./Report.ts"

type Day = CivilDate.CivilDate

/** Steps by the day they are about; those of a day keep their order. */
export const days = <C extends DatedCommand>(
  steps: ReadonlyArray<Step<C>>,
  on: (command: C) => Day = dayOf
): ReadonlyMap<Day, ReadonlyArray<Step<C>>> => {
  const found = new Map<Day, Array<Step<C>>>()
  for (const step of steps) {
    const day = on(step.command)
    const group = found.get(day)
    if (group === undefined) found.set(day, [step])
    else group.push(step)
  }
  return found
}

/** The steps of one day by rank; steps of one rank keep their order. */
export const ranked = <C>(steps: ReadonlyArray<Step<C>>, rankOf: (command: C) => number): ReadonlyArray<Step<C>> => {
  const groups = new Map<number, Array<Step<C>>>()
  for (const step of steps) {
    const rank = rankOf(step.command)
    const group = groups.get(rank)
    if (group === undefined) groups.set(rank, [step])
    else group.push(step)
  }
  return [...groups.keys()].sort((a, b) => a - b).flatMap((rank) => groups.get(rank) ?? [])
}

/** Steps by day, and within a day by rank. Cost: O(n) and sorting the days. */
export const arrange = <C extends DatedCommand>(
  steps: ReadonlyArray<Step<C>>,
  rankOf: (command: C) => number,
  on: (command: C) => Day = dayOf
): ReadonlyArray<Step<C>> => {
  const found = days(steps, on)
  return [...found.keys()].sort().flatMap((day) => ranked(found.get(day) ?? [], rankOf))
}
