import type { CivilDate, Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Links from "./Links.ts"
import type { State } from "./State.ts"
import * as Unit from "./Unit.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** What can be different about a unit between two dates. */
export type ChangeSort =
  | "established"
  | "dissolved"
  | "renamed"
  | "reclassified"
  | "moved"
  | "relocated"
  | "members"
  | "chatGroup"
  | "cover"
  | "grid"
  | "participation"
  | "guidance"
  | "alliance"

/** One difference: what it was, and what it is; `undefined` for nothing. Names are given as `中文`. */
export interface Change {
  readonly unit: UnitId
  readonly sort: ChangeSort
  readonly before: string | undefined
  readonly after: string | undefined
}

interface Aspect {
  readonly sort: ChangeSort
  readonly read: (unit: Unit.Unit, on: Date) => string | undefined
}

const classesOn = (unit: Unit.Unit, on: Date): ReadonlyArray<string> =>
  Object.entries(unit.classes)
    .flatMap(([set, days]) => {
      const option = Timeline.at(days, on)
      return option === undefined ? [] : [`${set}: ${option}`]
    })
    .toSorted()

const aspects: ReadonlyArray<Aspect> = [
  { sort: "renamed", read: (unit, on) => Timeline.at(unit.name, on)?.zh },
  {
    sort: "reclassified",
    read: (unit, on) =>
      [
        Timeline.at(unit.kind, on),
        Timeline.at(unit.nature, on),
        Timeline.at(unit.formation, on),
        ...classesOn(unit, on)
      ]
        .filter((one) => one !== undefined)
        .join(", ")
  },
  { sort: "moved", read: (unit, on) => Timeline.at(unit.superior.command, on) },
  { sort: "relocated", read: (unit, on) => Timeline.at(unit.superior.location, on) },
  {
    sort: "members",
    read: (unit, on) => {
      const counts = Timeline.at(unit.counts, on)
      return counts === undefined ? undefined : `${counts.full} + ${counts.probationary}`
    }
  },
  { sort: "chatGroup", read: (unit, on) => Timeline.at(unit.chatGroup, on)?.channel }
]

const ofUnit = (unit: Unit.Unit, from: Date, to: Date): ReadonlyArray<Change> => {
  const [was, is] = [Unit.isAlive(unit, from), Unit.isAlive(unit, to)]
  const name = (on: Date) => Timeline.at(unit.name, on)?.zh
  if (!was && !is) return []
  if (!was) return [{ unit: unit.id, sort: "established", before: undefined, after: name(to) }]
  if (!is) return [{ unit: unit.id, sort: "dissolved", before: name(from), after: undefined }]
  return aspects.flatMap(({ sort, read }) => {
    const [before, after] = [read(unit, from), read(unit, to)]
    return before === after ? [] : [{ unit: unit.id, sort, before, after }]
  })
}

// What a relation says of each source, or of each target, on the two dates.
const ofLinks = <V>(
  links: Links.Links<V>,
  sort: ChangeSort,
  from: Date,
  to: Date,
  end: "source" | "target"
): ReadonlyArray<Change> =>
  [...(end === "source" ? HashMap.keys(links.bySource) : HashMap.keys(links.byTarget))].flatMap((id) => {
    const read = (on: Date) => {
      const others = end === "source" ? Links.targets(links, id, on) : Links.sources(links, id, on)
      return others.length === 0
        ? undefined
        : others
            .map((one) => one.id)
            .toSorted()
            .join(", ")
    }
    const [before, after] = [read(from), read(to)]
    return before === after ? [] : [{ unit: id as UnitId, sort, before, after }]
  })

/**
 * What is different on one date from another.
 *
 * Shape: for each unit in the order they were set up, then for each relation by unit; changes in between that were taken
 * back do not show. People are named by id only.
 * Cost: O(units and links ever).
 * Source: R1-4, P-09.
 */
export const between = (state: State, from: Date, to: Date): ReadonlyArray<Change> => {
  const units = [...HashMap.values(state.units)].toSorted((a, b) => a.index - b.index)
  const guidance = [...HashMap.values(state.guidance)]
  const related = [
    ...ofLinks(state.coverage, "cover", from, to, "source"),
    ...ofLinks(state.grids, "grid", from, to, "source"),
    ...ofLinks(state.participation, "participation", from, to, "target"),
    ...guidance.flatMap((links) => ofLinks(links, "guidance", from, to, "target")),
    ...ofLinks(state.alliedUnits, "alliance", from, to, "target"),
    ...ofLinks(state.homes, "members", from, to, "target")
  ]
  return [
    ...units.flatMap((unit) => ofUnit(unit, from, to)),
    ...related.toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0))
  ]
}
