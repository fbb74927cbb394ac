import { type CivilDate, Timeline } from "@louyu/kernel"
import * as Archetype from "./Archetype.ts"
import type { Standing } from "./Command.ts"
import * as Links from "./Links.ts"
import type * as State from "./State.ts"
import type { StructureIndex } from "./StructureIndex.ts"
import type * as Unit from "./Unit.ts"

type Date = CivilDate.CivilDate

// How many people of a standing have their home in a branch, over time.
const atHome = (state: State.State, unit: Unit.Unit, standing: Standing): Timeline.Timeline<number> => {
  const changes = new Map<Date, number>()
  const change = (on: Date | undefined, by: number): void => {
    if (on !== undefined) changes.set(on, (changes.get(on) ?? 0) + by)
  }
  for (const person of Links.sourcesEver(state.homes, unit.id)) {
    for (const entry of Links.between(state.homes, person, unit.id)) {
      if (entry.value !== standing) continue
      change(entry.from, 1)
      change(entry.to, -1)
    }
  }
  const days = [...changes].sort(([a], [b]) => (a < b ? -1 : 1))
  let count = 0
  return days.map(([from, by], index): Timeline.Entry<number> => {
    count += by
    const to = days[index + 1]?.[0]
    return to === undefined ? { from, value: count } : { from, to, value: count }
  })
}

const boundaries = (...timelines: ReadonlyArray<Timeline.Timeline<unknown>>): ReadonlyArray<Date> => {
  const days = new Set<Date>()
  for (const timeline of timelines) {
    for (const { from, to } of timeline) {
      days.add(from)
      if (to !== undefined) days.add(to)
    }
  }
  return [...days].sort()
}

/**
 * The members of a standing that a unit counts for in roll-ups, over time: those of a Party body that is not functional,
 * as stated, or else the people whose home it is.
 *
 * Cost: O(n log n) in the changes of the unit and its members.
 */
export const of = (
  state: State.State,
  index: StructureIndex,
  unit: Unit.Unit,
  standing: Standing
): Timeline.Timeline<number> => {
  const isPartyBody = (kind: string | undefined): boolean => {
    const archetype = index.kinds.get(kind ?? "")?.archetype
    return archetype !== undefined && Archetype.isPartyBody(archetype)
  }
  if (!unit.kind.some((entry) => isPartyBody(entry.value))) return []
  const homes = atHome(state, unit, standing)
  const days = boundaries(unit.kind, unit.nature, unit.counts, homes)
  return days.flatMap((from, at): ReadonlyArray<Timeline.Entry<number>> => {
    const counts = isPartyBody(Timeline.at(unit.kind, from)) && Timeline.at(unit.nature, from) !== "functional"
    const value = counts ? (Timeline.at(unit.counts, from)?.[standing] ?? Timeline.at(homes, from) ?? 0) : 0
    const to = days[at + 1]
    return value === 0 ? [] : [to === undefined ? { from, value } : { from, to, value }]
  })
}
