import type { Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Relation from "./Relation.ts"
import * as Scope from "./Scope.ts"
import * as State from "./State.ts"
import * as Tenants from "./Tenants.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/** The full members known to work in an enterprise. */
export const fullMembersAt = (view: View.View, enterprise: UnitId): number =>
  Timeline.at(State.unit(view.state, enterprise)?.counts ?? [], view.on)?.full ?? 0

/** An enterprise that has members, but not enough for a branch of its own, and no branch. */
export interface Candidate {
  readonly enterprise: UnitId
  readonly fullMembers: number
  readonly near: ReadonlyArray<UnitId>
}

/** An enterprise as candidate for a joint branch, unless it is none. */
export const candidate = (view: View.View, enterprise: UnitId): Candidate | undefined => {
  const fullMembers = fullMembersAt(view, enterprise)
  const isSmall = fullMembers > 0 && fullMembers < view.index.structure.branchRules.singleMinimum
  if (!isSmall || Relation.coveringBranch(view, enterprise) !== undefined) return undefined
  return { enterprise, fullMembers, near: Scope.near(view, enterprise) }
}

/** A joint branch, there already or proposed, that can take in so many more enterprises. */
export interface Joint<Of> {
  readonly of: Of
  readonly places: ReadonlySet<UnitId>
  room: number
}

/** The joint branches of the enterprises in some places that have room for more, by id. Cost: O(units there). */
export const withRoom = (view: View.View, within: Iterable<UnitId>): Array<Joint<UnitId>> => {
  const places = new Map<UnitId, Set<UnitId>>()
  for (const enterprise of [...within].flatMap((place) => Tenants.of(view, place))) {
    const branch = Relation.coveringBranch(view, enterprise)
    if (branch === undefined || Relation.formation(view, branch) !== "joint") continue
    const known = places.get(branch) ?? new Set()
    places.set(branch, known)
    for (const around of Scope.near(view, enterprise)) known.add(around)
  }
  return [...places]
    .map(([branch, known]) => ({ of: branch, places: known, room: roomOf(view, branch) }))
    .filter(({ room }) => room > 0)
    .sort((a, b) => (a.of < b.of ? -1 : 1))
}

const roomOf = (view: View.View, branch: UnitId): number => {
  const kind = view.index.kinds.get(View.kind(view, branch) ?? "")
  const limit = kind?.maximumEnterprises ?? view.index.structure.branchRules.jointMaximumEnterprises
  return limit - Relation.coveredBy(view, branch).length
}

/** Joint branches by the places their enterprises lie in, for finding the nearest that still has room. */
export type JointsByPlace<Of> = ReadonlyMap<UnitId, Array<Joint<Of>>>

/** Sorts joint branches under every place they reach into. */
export const byPlace = <Of>(joints: Iterable<Joint<Of>>): JointsByPlace<Of> => {
  const byPlace = new Map<UnitId, Array<Joint<Of>>>()
  for (const joint of joints) {
    for (const place of joint.places) {
      const known = byPlace.get(place)
      if (known === undefined) byPlace.set(place, [joint])
      else known.push(joint)
    }
  }
  return byPlace
}

/** The joint branch with room that is nearest to an enterprise: the first of those that share its smallest place. */
export const nearest = <Of>(joints: JointsByPlace<Of>, near: ReadonlyArray<UnitId>): Joint<Of> | undefined => {
  for (const place of near) {
    const there = joints.get(place) ?? []
    // Those that are full stay full, so each is passed over only once.
    while (there[0]?.room === 0) there.shift()
    if (there[0] !== undefined) return there[0]
  }
  return undefined
}
