import type { Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Coverage from "./Coverage.ts"
import * as Relation from "./Relation.ts"
import * as Membership from "./rules/Membership.ts"
import * as State from "./State.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/**
 * What the branch rules suggest; never a command, people decide.
 *
 * `foundSingle`: the enterprise has members enough for a branch of its own, and may leave its joint branch for it.
 * `joinJoint`: together with the named neighbours, or in the named joint branch near by, it has enough.
 * `assignGuide`: there are too few members around; a guide keeps it covered.
 * `considerGeneralBranch`, `considerCommittee`: the branch has grown.
 * `belowMinimum`: the branch has too few members now; it goes on, but somebody should look (invariant 3).
 */
export type Advice =
  | {
      readonly _tag: "foundSingle"
      readonly enterprise: UnitId
      readonly fullMembers: number
      readonly leaving: UnitId | undefined
    }
  | {
      readonly _tag: "joinJoint"
      readonly enterprise: UnitId
      readonly neighbours: ReadonlyArray<UnitId>
      readonly fullMembers: number
    }
  | { readonly _tag: "joinExisting"; readonly enterprise: UnitId; readonly branch: UnitId }
  | { readonly _tag: "assignGuide"; readonly enterprise: UnitId }
  | {
      readonly _tag: "considerGeneralBranch" | "considerCommittee" | "belowMinimum"
      readonly branch: UnitId
      readonly fullMembers: number
    }

const fullMembersAt = (view: View.View, enterprise: UnitId): number =>
  Timeline.at(State.unit(view.state, enterprise)?.counts ?? [], view.on)?.full ?? 0

/** What an advice on an enterprise is taken from: those without a branch around it, the nearest first. */
interface Candidate {
  readonly enterprise: UnitId
  readonly fullMembers: number
  readonly distance: number
}

// Steps up from the enterprise to the lowest place around both: 1 on the same floor, 2 in the same tower …
const neighbours = (view: View.View, enterprise: UnitId): ReadonlyArray<Candidate> => {
  const around = View.ancestors(view, "location", enterprise)
  const building = around.findIndex((place) => View.archetype(view, place) === "building")
  const reach = building < 0 ? around.slice(0, 1) : around.slice(0, building + 1)
  const distances = new Map<UnitId, number>()
  for (const [step, place] of reach.entries()) {
    for (const other of Coverage.population(view, place)) {
      if (other !== enterprise && !distances.has(other)) distances.set(other, step + 1)
    }
  }
  return [...distances]
    .filter(([other]) => Relation.coveringBranch(view, other) === undefined)
    .map(([other, distance]) => ({ enterprise: other, fullMembers: fullMembersAt(view, other), distance }))
    .filter(({ fullMembers }) => fullMembers > 0 && fullMembers < view.index.structure.branchRules.singleMinimum)
    .sort((a, b) => a.distance - b.distance || b.fullMembers - a.fullMembers || (a.enterprise < b.enterprise ? -1 : 1))
}

/**
 * The fewest steps to walk for a joint branch: within the limit of enterprises, members enough, and the farthest
 * neighbour as near as can be. Nearest first and, at equal distance, most members first is exactly that.
 */
const gather = (view: View.View, enterprise: UnitId, own: number): Advice | undefined => {
  const { jointMaximumEnterprises, jointMinimum } = view.index.structure.branchRules
  const candidates = neighbours(view, enterprise)
  for (const reach of new Set(candidates.map(({ distance }) => distance))) {
    const near = candidates
      .filter(({ distance }) => distance <= reach)
      .sort(
        (a, b) => b.fullMembers - a.fullMembers || a.distance - b.distance || (a.enterprise < b.enterprise ? -1 : 1)
      )
    let sum = own
    const chosen: Array<UnitId> = []
    for (const one of near.slice(0, jointMaximumEnterprises - 1)) {
      chosen.push(one.enterprise)
      sum += one.fullMembers
      if (sum >= jointMinimum) return { _tag: "joinJoint", enterprise, neighbours: chosen, fullMembers: sum }
    }
  }
  return undefined
}

const joinExisting = (view: View.View, enterprise: UnitId): Advice | undefined => {
  const building = View.nearest(view, "location", enterprise, { archetype: "building" })
  if (building === undefined) return undefined
  const limit = view.index.structure.branchRules.jointMaximumEnterprises
  const branches = new Set(
    Coverage.population(view, building).flatMap((other) => Relation.coveringBranch(view, other) ?? [])
  )
  const withRoom = [...branches]
    .filter((branch) => Relation.formation(view, branch) === "joint" && Relation.coveredBy(view, branch).length < limit)
    .sort()[0]
  return withRoom === undefined ? undefined : { _tag: "joinExisting", enterprise, branch: withRoom }
}

/**
 * What the branch rules suggest for an enterprise, or `undefined` when nothing needs doing.
 *
 * Cost: O(units in the building).
 * Source: domain 2.9, P-09, P-33, W-10.
 */
export const forEnterprise = (view: View.View, enterprise: UnitId): Advice | undefined => {
  const { singleMinimum } = view.index.structure.branchRules
  const own = fullMembersAt(view, enterprise)
  const branch = Relation.coveringBranch(view, enterprise)
  if (branch !== undefined) {
    const outgrown = Relation.formation(view, branch) === "joint" && own >= singleMinimum
    return outgrown ? { _tag: "foundSingle", enterprise, fullMembers: own, leaving: branch } : undefined
  }
  if (own >= singleMinimum) return { _tag: "foundSingle", enterprise, fullMembers: own, leaving: undefined }
  const joint = own === 0 ? undefined : (gather(view, enterprise, own) ?? joinExisting(view, enterprise))
  if (joint !== undefined) return joint
  return Relation.guides(view, enterprise).length > 0 ? undefined : { _tag: "assignGuide", enterprise }
}

/** What the branch rules suggest for a branch by its own full members, or `undefined`. Source: domain 2.9. */
export const forBranch = (view: View.View, branch: UnitId): Advice | undefined => {
  const unit = View.unit(view, branch)
  const archetype = View.archetype(view, branch)
  if (unit === undefined || View.nature(view, branch) === "functional") return undefined
  const { committeeFrom, generalBranchFrom, jointMinimum, singleMinimum } = view.index.structure.branchRules
  const fullMembers = Membership.countOn(view.state, unit, view.on).full
  if ((archetype === "branch" || archetype === "generalBranch") && fullMembers >= committeeFrom) {
    return { _tag: "considerCommittee", branch, fullMembers }
  }
  if (archetype !== "branch") return undefined
  if (fullMembers >= generalBranchFrom) return { _tag: "considerGeneralBranch", branch, fullMembers }
  const minimum = Relation.formation(view, branch) === "joint" ? jointMinimum : singleMinimum
  return fullMembers < minimum ? { _tag: "belowMinimum", branch, fullMembers } : undefined
}

/**
 * All that the branch rules suggest, for the enterprises and branches in a place or everywhere.
 *
 * Shape: an enterprise named as neighbour in one joint branch is not advised on a second time.
 * Cost: O(enterprises x units of their building).
 */
export const all = (view: View.View, within?: UnitId): ReadonlyArray<Advice> => {
  const gathered = new Set<UnitId>()
  const advice: Array<Advice> = []
  for (const enterprise of Coverage.population(view, within)) {
    const one = gathered.has(enterprise) ? undefined : forEnterprise(view, enterprise)
    if (one === undefined) continue
    if (one._tag === "joinJoint") for (const neighbour of one.neighbours) gathered.add(neighbour)
    advice.push(one)
  }
  const bodies =
    within === undefined ? View.units(view).map((unit) => unit.id) : View.descendants(view, "location", within)
  return [...advice, ...bodies.flatMap((body) => forBranch(view, body) ?? [])]
}
