import { CivilDate, type Identifier, Share } from "@louyu/kernel"
import * as Pipeline from "./Pipeline.ts"
import type { ProspectId } from "./Prospect.ts"
import * as State from "./State.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** What a sweep found in an enterprise that has no branch: how many full members, and in which building. */
export interface Found {
  readonly enterprise: UnitId
  readonly building: UnitId
  readonly members: number
}

/**
 * When a branch can be founded. Shape: a branch of several covers at most `enterprises` of them.
 *
 * Source: 2.9, invariant 3.
 */
export interface BranchRules {
  readonly members: number
  readonly enterprises: number
}

/** Three full members; two to five enterprises together. */
export const branchRules: BranchRules = { members: 3, enterprises: 5 }

/** How members come to a branch: one of their own, one with neighbours, or for now the functional one of the place. */
export interface Way {
  readonly way: "single" | "joint" | "functional"
  readonly building: UnitId
  readonly enterprises: ReadonlyArray<UnitId>
  readonly members: number
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sum = (all: ReadonlyArray<Found>): number => all.reduce((total, { members }) => total + members, 0)

// Neighbours join until they are enough; who is left over joins the last ones there is room with.
const groups = (few: ReadonlyArray<Found>, rules: BranchRules): ReadonlyArray<ReadonlyArray<Found>> => {
  const made: Array<Array<Found>> = []
  let open: Array<Found> = []
  for (const one of few) {
    open.push(one)
    if (open.length >= 2 && sum(open) >= rules.members) {
      made.push(open)
      open = []
    } else if (open.length === rules.enterprises) {
      // So many with so few members: the first of them waits for other neighbours.
      open.shift()
    }
  }
  for (const one of open) {
    const room = made.findLast((group) => group.length < rules.enterprises)
    if (room !== undefined) room.push(one)
  }
  return made
}

/**
 * The way to a branch for every enterprise in which members were found, building by building.
 *
 * Shape: enterprises without members get none. The same enterprises in any order give the same answer.
 * Source: P-09, P-35, P-33, invariant 3.
 *
 * ```ts
 * const unit = Identifier.UnitId.make
 * const found = ([["e1", 4], ["e2", 2], ["e3", 1]] as const).map(([enterprise, members]) => ({
 *   enterprise: unit(enterprise),
 *   building: unit("b1"),
 *   members
 * }))
 * Incubation.ways(found).map(({ way, enterprises }) => [way, enterprises]) // => [["single", ["e1"]], ["joint", ["e2", "e3"]]]
 * ```
 */
export const ways = (found: ReadonlyArray<Found>, rules: BranchRules = branchRules): ReadonlyArray<Way> => {
  const sorted = found.filter(({ members }) => members > 0).toSorted((a, b) => byId(a.enterprise, b.enterprise))
  const buildings = [...Map.groupBy(sorted, ({ building }) => building)].toSorted(([a], [b]) => byId(a, b))
  return buildings.flatMap(([building, all]): ReadonlyArray<Way> => {
    const enough = all.filter(({ members }) => members >= rules.members)
    const few = all.filter(({ members }) => members < rules.members)
    const joint = groups(few, rules)
    const joined = new Set(joint.flat().map(({ enterprise }) => enterprise))
    const way = (kind: Way["way"], group: ReadonlyArray<Found>): Way => ({
      way: kind,
      building,
      enterprises: group.map(({ enterprise }) => enterprise),
      members: sum(group)
    })
    return [
      ...enough.map((one) => way("single", [one])),
      ...joint.map((group) => way("joint", group)),
      ...few.filter(({ enterprise }) => !joined.has(enterprise)).map((one) => way("functional", [one]))
    ]
  })
}

/** How far a place is covered twice: by work (a guide), and by organisation (a branch at work). */
export interface DualCoverage {
  readonly asOf: Date
  readonly work: Share.Share
  readonly organisation: Share.Share
  readonly both: Share.Share
}

/**
 * Dual coverage of some enterprises on a day (A-22: of enterprises, each counted once).
 *
 * Shape: an enterprise is covered by work from the stage `work` on, by organisation from `organisation` on; those that
 * are gone are not.
 * Source: P-35.
 */
export const dualCoverage = (
  state: State.State,
  pipeline: Pipeline.PipelineId,
  scope: ReadonlyArray<UnitId>,
  asOf: Date,
  from: { readonly work: Pipeline.StageId; readonly organisation: Pipeline.StageId } = {
    work: Pipeline.StageId.make("guided"),
    organisation: Pipeline.StageId.make("founded")
  }
): DualCoverage => {
  const inScope = new Set(scope)
  const [work, organisation] = [new Set<UnitId>(), new Set<UnitId>()]
  for (const known of State.prospects(state)) {
    const { enterprise } = known.prospect
    const rules = State.pipeline(state, pipeline, asOf)
    const stage = State.stageOn(known, asOf)
    if (known.opened.pipeline !== pipeline || enterprise === undefined || !inScope.has(enterprise)) continue
    if (rules === undefined || stage === undefined) continue
    const at = Pipeline.place(rules, stage) ?? -1
    if (at >= (Pipeline.place(rules, from.work) ?? Number.POSITIVE_INFINITY)) work.add(enterprise)
    if (at >= (Pipeline.place(rules, from.organisation) ?? Number.POSITIVE_INFINITY)) organisation.add(enterprise)
  }
  const both = [...work].filter((one) => organisation.has(one)).length
  const all = inScope.size
  return {
    asOf,
    work: Share.of(work.size, all),
    organisation: Share.of(organisation.size, all),
    both: Share.of(both, all)
  }
}

/**
 * A branch that was founded after service had begun.
 *
 * Shape: `source` says whose initiative it was, as the prospect was entered.
 * Units: days from the first service to the founding.
 */
export interface Lag {
  readonly prospect: ProspectId
  readonly enterprise: UnitId | undefined
  readonly source: string
  readonly founded: Date
  readonly days: number
}

/**
 * The branches founded by a day, and how long after the first service: service first, then influence.
 *
 * Shape: only those of which the first service is known, from the prospect or else by `firstServed`, quickest first; a
 * branch founded before any service is left out.
 * Source: H-03, W-10 (20 firms).
 */
export const lags = (
  state: State.State,
  pipeline: Pipeline.PipelineId,
  asOf: Date,
  firstServed: (enterprise: UnitId) => Date | undefined = () => undefined
): ReadonlyArray<Lag> =>
  [...State.prospects(state)]
    .flatMap(({ opened, prospect, won, merged }): ReadonlyArray<Lag> => {
      const { enterprise } = prospect
      if (opened.pipeline !== pipeline || merged !== undefined || won === undefined || won > asOf) return []
      const served = prospect.firstServed ?? (enterprise === undefined ? undefined : firstServed(enterprise))
      if (served === undefined || served > won) return []
      const days = CivilDate.daysBetween(served, won)
      return [{ prospect: opened.prospect, enterprise, source: opened.source, founded: won, days }]
    })
    .toSorted((a, b) => a.days - b.days || byId(a.prospect, b.prospect))
