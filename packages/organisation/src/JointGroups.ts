import type { Identifier } from "@louyu/kernel"
import type { Candidate, Joint } from "./JointBranches.ts"
import type { BranchRules } from "./Structure.ts"

type UnitId = Identifier.UnitId

/** Enterprises that could found a joint branch together. */
export interface JointGroup {
  readonly members: Array<Candidate>
}

/** Candidates by their members, fewest first, to find the one that just completes a group without going through all. */
type Pool = ReadonlyMap<number, Array<Candidate>>

const pool = (candidates: ReadonlyArray<Candidate>): Pool => {
  const numbers = [...new Set(candidates.map((one) => one.fullMembers))].sort((a, b) => a - b)
  const byMembers = new Map<number, Array<Candidate>>(numbers.map((number) => [number, []]))
  // Taken from the end, so the first come last.
  for (const one of candidates.toReversed()) byMembers.get(one.fullMembers)?.push(one)
  return byMembers
}

const takeLargest = (from: Pool): Candidate | undefined =>
  [...from.values()].findLast((bucket) => bucket.length > 0)?.pop()

const takeCompleting = (from: Pool, missing: number): Candidate | undefined => {
  for (const [members, bucket] of from) if (members >= missing && bucket.length > 0) return bucket.pop()
  return undefined
}

// One group of as few enterprises as can be, or undefined when what is left makes none; then it is put back.
const takeGroup = (from: Pool, { jointMinimum, jointMaximumEnterprises }: BranchRules): JointGroup | undefined => {
  const members: Array<Candidate> = []
  let sum = 0
  const first = takeLargest(from)
  for (let next = first; next !== undefined; ) {
    members.push(next)
    sum += next.fullMembers
    if (members.length > 1 && sum >= jointMinimum) return { members }
    if (members.length === jointMaximumEnterprises) break
    // The largest, until the smallest that completes the group will do: that leaves the large ones to the next group.
    next = takeCompleting(from, jointMinimum - sum) ?? takeLargest(from)
  }
  for (const one of members.toReversed()) from.get(one.fullMembers)?.push(one)
  return undefined
}

const rest = (from: Pool): ReadonlyArray<Candidate> => [...from.values()].flatMap((bucket) => bucket.toReversed())

/**
 * Puts candidates into groups, each in at most one, the smallest places first.
 *
 * Shape: candidates that no group of a place could be made of are tried again in the place around it, up to the building.
 * When it ends, those left over make no group in any place.
 * Cost: O(candidates x depth).
 */
export const of = (
  candidates: ReadonlyArray<Candidate>,
  depthOf: (place: UnitId) => number,
  rules: BranchRules
): ReadonlyArray<JointGroup> => {
  const waiting = new Map<UnitId, Array<Candidate>>()
  for (const one of candidates) for (const place of one.near) waiting.set(place, [])
  for (const one of candidates) if (one.near[0] !== undefined) waiting.get(one.near[0])?.push(one)
  const places = [...waiting.keys()].map((place) => ({ place, depth: depthOf(place) }))
  const groups: Array<JointGroup> = []
  for (const { place } of places.sort((a, b) => b.depth - a.depth)) {
    const left = pool(waiting.get(place) ?? [])
    for (let group = takeGroup(left, rules); group !== undefined; group = takeGroup(left, rules)) groups.push(group)
    for (const one of rest(left)) {
      const around = one.near[one.near.indexOf(place) + 1]
      if (around !== undefined) waiting.get(around)?.push(one)
    }
  }
  return groups
}

/** A group as a joint branch that can take in more, up to the limit. */
export const asJoint = (group: JointGroup, rules: BranchRules): Joint<JointGroup> => ({
  of: group,
  places: new Set(group.members.flatMap((one) => one.near)),
  room: rules.jointMaximumEnterprises - group.members.length
})
