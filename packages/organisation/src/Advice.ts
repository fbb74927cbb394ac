import type { Identifier } from "@louyu/kernel"
import * as Archetype from "./Archetype.ts"
import * as JointBranches from "./JointBranches.ts"
import * as JointGroups from "./JointGroups.ts"
import * as Relation from "./Relation.ts"
import * as Membership from "./rules/Membership.ts"
import * as Scope from "./Scope.ts"
import type { BranchRules } from "./Structure.ts"
import * as Tenants from "./Tenants.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/**
 * What the branch rules suggest; never a command, people decide.
 *
 * Shape: `foundSingle`: the enterprise has members enough for a branch of its own, and would leave its joint branch for
 * it, if it is in one. `joinJoint`: together with the neighbours named it has members enough for a new joint branch.
 * `joinExisting`: a joint branch near by has room for it. `assignGuide`: there are too few members around; a guide keeps
 * it covered. `considerGeneralBranch`, `considerCommittee`: the branch has grown. `belowMinimum`: the branch has too few
 * members now; it goes on, but somebody should look.
 * Source: domain 2.9, invariant 3.
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

// Enterprises enough to found with, most members first, or none when the limit is reached before.
const founders = (
  candidates: ReadonlyArray<JointBranches.Candidate>,
  own: number,
  { jointMaximumEnterprises, jointMinimum }: BranchRules
): { readonly neighbours: ReadonlyArray<UnitId>; readonly fullMembers: number } | undefined => {
  const neighbours: Array<UnitId> = []
  let fullMembers = own
  for (const one of candidates.slice(0, Math.max(0, jointMaximumEnterprises - 1))) {
    neighbours.push(one.enterprise)
    fullMembers += one.fullMembers
    if (fullMembers >= jointMinimum) return { neighbours, fullMembers }
  }
  return undefined
}

// Goes from the smallest place around to the building, and in each takes the enterprises with most members: so the
// farthest neighbour is as near as can be, and there are as few as can be.
const joinJoint = (view: View.View, enterprise: UnitId, own: number): Advice | undefined => {
  const found = new Map<UnitId, JointBranches.Candidate>()
  for (const place of Scope.near(view, enterprise)) {
    for (const other of Tenants.of(view, place)) {
      if (other === enterprise || found.has(other)) continue
      const candidate = JointBranches.candidate(view, other)
      if (candidate !== undefined) found.set(other, candidate)
    }
    // Sorting is stable: among equals the nearest stay first.
    const sorted = [...found.values()].sort((a, b) => b.fullMembers - a.fullMembers)
    const group = founders(sorted, own, view.index.structure.branchRules)
    if (group !== undefined) return { _tag: "joinJoint", enterprise, ...group }
  }
  return undefined
}

const joinExisting = (view: View.View, enterprise: UnitId): Advice | undefined => {
  const near = Scope.near(view, enterprise)
  const widest = near.at(-1)
  if (widest === undefined) return undefined
  const joints = JointBranches.byPlace(JointBranches.withRoom(view, [widest]))
  const branch = JointBranches.nearest(joints, near)?.of
  return branch === undefined ? undefined : { _tag: "joinExisting", enterprise, branch }
}

// What needs no look at the neighbours.
const alone = (view: View.View, enterprise: UnitId): Advice | undefined => {
  const own = JointBranches.fullMembersAt(view, enterprise)
  if (own < view.index.structure.branchRules.singleMinimum) return undefined
  const leaving = Relation.coveringBranch(view, enterprise)
  if (leaving !== undefined && Relation.formation(view, leaving) !== "joint") return undefined
  return { _tag: "foundSingle", enterprise, fullMembers: own, leaving }
}

const guide = (view: View.View, enterprise: UnitId): Advice | undefined =>
  Relation.coveringBranch(view, enterprise) === undefined && Relation.guides(view, enterprise).length === 0
    ? { _tag: "assignGuide", enterprise }
    : undefined

/**
 * What the branch rules suggest for an enterprise, or `undefined` when nothing needs doing.
 *
 * Shape: looks at this enterprise alone: two neighbours may be advised to found with the same third; {@link all} sees to
 * it that nobody is named twice. A new joint branch keeps to the limit of enterprises; its farthest member is as near as
 * can be (same room, floor, tower, building), and within that reach it has as few members as can be.
 * Cost: O(units in the building).
 * Source: domain 2.9, P-09, P-33, W-10.
 */
export const forEnterprise = (view: View.View, enterprise: UnitId): Advice | undefined => {
  const found = alone(view, enterprise)
  const candidate = found === undefined ? JointBranches.candidate(view, enterprise) : undefined
  if (candidate === undefined) return found ?? guide(view, enterprise)
  return joinJoint(view, enterprise, candidate.fullMembers) ?? joinExisting(view, enterprise) ?? guide(view, enterprise)
}

/** What the branch rules suggest for a branch by its own full members, or `undefined`. Source: domain 2.9. */
export const forBranch = (view: View.View, branch: UnitId): Advice | undefined => {
  const unit = View.unit(view, branch)
  const archetype = View.archetype(view, branch)
  if (unit === undefined || (archetype !== "branch" && archetype !== "generalBranch")) return undefined
  if (View.nature(view, branch) === "functional") return undefined
  const { committeeFrom, generalBranchFrom, jointMinimum, singleMinimum } = view.index.structure.branchRules
  const fullMembers = Membership.countOn(view.state, unit, view.on).full
  if (fullMembers >= committeeFrom) return { _tag: "considerCommittee", branch, fullMembers }
  if (archetype === "generalBranch") return undefined
  if (fullMembers >= generalBranchFrom) return { _tag: "considerGeneralBranch", branch, fullMembers }
  const minimum = Relation.formation(view, branch) === "joint" ? jointMinimum : singleMinimum
  return fullMembers < minimum ? { _tag: "belowMinimum", branch, fullMembers } : undefined
}

// For every candidate: the group it founds with, or the joint branch it joins; those without either are not in the map.
const joinings = (
  view: View.View,
  candidates: ReadonlyArray<JointBranches.Candidate>
): ReadonlyMap<UnitId, JointGroups.JointGroup | UnitId> => {
  const { branchRules } = view.index.structure
  const groups = JointGroups.of(candidates, (place) => View.depth(view, "location", place) ?? 0, branchRules)
  const joined = new Map<UnitId, JointGroups.JointGroup | UnitId>()
  for (const group of groups) for (const one of group.members) joined.set(one.enterprise, group)
  const widest = new Set(candidates.flatMap((one) => one.near.at(-1) ?? []))
  const existing = JointBranches.byPlace(JointBranches.withRoom(view, widest))
  const proposed = JointBranches.byPlace(groups.map((group) => JointGroups.asJoint(group, branchRules)))
  for (const one of candidates) {
    if (joined.has(one.enterprise)) continue
    const branch = JointBranches.nearest(existing, one.near)
    const group = branch === undefined ? JointBranches.nearest(proposed, one.near) : undefined
    if (branch !== undefined) {
      branch.room--
      joined.set(one.enterprise, branch.of)
    } else if (group !== undefined) {
      group.room--
      group.of.members.push(one)
      joined.set(one.enterprise, group.of)
    }
  }
  return joined
}

const together = (enterprise: UnitId, { members }: JointGroups.JointGroup): Advice => ({
  _tag: "joinJoint",
  enterprise,
  neighbours: members.map((one) => one.enterprise).filter((one) => one !== enterprise),
  fullMembers: members.reduce((sum, one) => sum + one.fullMembers, 0)
})

/**
 * All that the branch rules suggest, for the enterprises and branches in a place or everywhere.
 *
 * Shape: whoever is named in one advice is named in no other. Enterprises that found together are one advice, told of
 * the first of them; those left over join a joint branch with room, or else a group just proposed, or else get a guide.
 * No more groups could be made of those left over. In a place inside a building the whole building is looked at.
 * Cost: O(units there x depth).
 * Source: domain 2.9, P-09, P-33, W-10.
 */
export const all = (view: View.View, within?: UnitId): ReadonlyArray<Advice> => {
  const building = within === undefined ? undefined : Scope.buildingOf(view, within)
  const candidates = Tenants.of(view, building ?? within).flatMap((one) => JointBranches.candidate(view, one) ?? [])
  const joined = joinings(view, candidates)
  const told = new Set<JointGroups.JointGroup>()
  const advice: Array<Advice> = []
  for (const enterprise of Tenants.of(view, within)) {
    const to = joined.get(enterprise)
    if (to === undefined) {
      const one = alone(view, enterprise) ?? guide(view, enterprise)
      if (one !== undefined) advice.push(one)
    } else if (typeof to === "string") advice.push({ _tag: "joinExisting", enterprise, branch: to })
    else if (!told.has(to)) {
      told.add(to)
      advice.push(together(enterprise, to))
    }
  }
  for (const unit of Scope.units(view, within)) {
    const archetype = Scope.archetype(view, unit)
    const one = archetype !== undefined && Archetype.isBranch(archetype) ? forBranch(view, unit.id) : undefined
    if (one !== undefined) advice.push(one)
  }
  return advice
}
