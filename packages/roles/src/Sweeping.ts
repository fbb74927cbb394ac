import { CivilDate, type Identifier } from "@louyu/kernel"
import type { DoorRecorded } from "./VisitEvent.ts"
import type { Sweep } from "./VisitLog.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate
type Door = typeof DoorRecorded.Type

/** What is known of a door on a date: the newest record, and whether it is too old to rely on. */
export interface DoorOn {
  readonly unit: UnitId
  readonly door: Door | undefined
  readonly stale: boolean
}

// Of two records of one day the one written later counts.
const newest = (sweep: Sweep, on: Date): ReadonlyMap<UnitId, Door> => {
  const known = new Map<UnitId, Door>()
  for (const door of sweep.doors) {
    const last = known.get(door.unit)
    if (door.on <= on && (last === undefined || last.on <= door.on)) known.set(door.unit, door)
  }
  return known
}

/** What is known of every door of a sweep on a date, each unit once. */
export const doors = (sweep: Sweep, on: Date): ReadonlyArray<DoorOn> => {
  const known = newest(sweep, on)
  return [...new Set(sweep.started.units)].map((unit) => {
    const door = known.get(unit)
    const stale = door !== undefined && CivilDate.addDays(door.on, sweep.started.expiresAfterDays) <= on
    return { unit, door, stale }
  })
}

/** How far a sweep has come, and what it found. */
export interface SweepReport {
  readonly on: Date
  readonly units: number
  /** Units with a record, `noAnswer` included: somebody was there. */
  readonly recorded: number
  readonly completion: number
  readonly occupied: number
  readonly vacant: number
  readonly noAnswer: number
  readonly stale: ReadonlyArray<UnitId>
  readonly missing: ReadonlyArray<UnitId>
  readonly members: number
}

/** Sums a sweep up on a date. Source: P-35. */
export const report = (sweep: Sweep, on: Date): SweepReport => {
  const known = doors(sweep, on)
  const count = (result: Door["result"]) => known.filter(({ door }) => door?.result === result).length
  const recorded = known.filter(({ door }) => door !== undefined).length
  return {
    on,
    units: known.length,
    recorded,
    completion: recorded / known.length,
    occupied: count("occupied"),
    vacant: count("vacant"),
    noAnswer: count("noAnswer"),
    stale: known.filter(({ stale }) => stale).map(({ unit }) => unit),
    missing: known.filter(({ door }) => door === undefined).map(({ unit }) => unit),
    members: known.reduce((sum, { door }) => sum + (door?.result === "occupied" ? (door.members ?? 0) : 0), 0)
  }
}

/** What is different at a door from what was known: a new or other tenant, one that left, or members without a branch. */
export interface Discovery {
  readonly unit: UnitId
  readonly sort: "arrived" | "left" | "replaced" | "membersWithoutBranch"
  readonly before: UnitId | undefined
  readonly after: UnitId | undefined
}

/** What was known before: who occupies a unit, and whether an enterprise is covered by a branch. */
export interface Known {
  readonly occupant: (unit: UnitId) => UnitId | undefined
  readonly covered: (enterprise: UnitId) => boolean
}

/** What a sweep found that was not known (P-35: first-hand information, dual coverage). */
export const discoveries = (sweep: Sweep, known: Known, on: Date): ReadonlyArray<Discovery> =>
  doors(sweep, on).flatMap(({ unit, door, stale }): ReadonlyArray<Discovery> => {
    if (door === undefined || stale || door.result === "noAnswer") return []
    const before = known.occupant(unit)
    const after = door.result === "occupied" ? door.occupant : undefined
    const change: ReadonlyArray<Discovery> =
      before === after || (door.result === "occupied" && after === undefined)
        ? []
        : [{ unit, sort: before === undefined ? "arrived" : after === undefined ? "left" : "replaced", before, after }]
    const uncovered = after !== undefined && (door.members ?? 0) > 0 && !known.covered(after)
    return uncovered ? [...change, { unit, sort: "membersWithoutBranch", before, after }] : change
  })
