import { Timeline } from "@louyu/kernel"
import * as Advice from "../Advice.ts"
import * as Archetype from "../Archetype.ts"
import * as Links from "../Links.ts"
import * as Relation from "../Relation.ts"
import type { Kind } from "../Structure.ts"
import type * as View from "../View.ts"
import { type Check, type Findings, when } from "./Check.ts"

const natures: Check = (view, unit, kind) => {
  const isMissing = Archetype.isPartyBody(kind.archetype) && Timeline.at(unit.nature, view.on) === undefined
  return when(view, isMissing, "natureMissing", unit.id)
}

const terms: Check = (view, unit, kind) => {
  if (kind.termMonths === undefined) return []
  const last = unit.terms.findLast((term) => term.from <= view.on)?.to
  return last === undefined
    ? when(view, true, "termUnknown", unit.id)
    : when(view, last <= view.on, "termOverdue", unit.id, () => last)
}

const members: Check = (view, unit, kind) => {
  if (!Archetype.isPartyBody(kind.archetype)) return []
  const stated = Timeline.at(unit.counts, view.on)
  const homes = Links.sources(view.state.homes, unit.id, view.on)
  if (Timeline.at(unit.nature, view.on) === "functional") {
    return when(view, stated !== undefined || homes.length > 0, "functionalHoldsMembers", unit.id)
  }
  if (stated === undefined || homes.length === 0) return []
  const full = homes.filter((end) => end.value === "full").length
  const isOther = stated.full !== full || stated.probationary !== homes.length - full
  return when(view, isOther, "membersDiffer", unit.id, () => {
    return `${stated.full} + ${stated.probationary} / ${full} + ${homes.length - full}`
  })
}

const functionals: Check = (view, unit, kind) => {
  const isFunctional = Archetype.isBranch(kind.archetype) && Timeline.at(unit.nature, view.on) === "functional"
  const isEmpty = isFunctional && Links.sources(view.state.participation, unit.id, view.on).length === 0
  return when(view, isEmpty, "functionalEmpty", unit.id)
}

const branches: Check = (view, unit, kind) => {
  if (!Archetype.isBranch(kind.archetype)) return []
  const advice = Advice.forBranch(view, unit.id)
  const tooSmall = advice?._tag === "belowMinimum" ? `${advice.fullMembers}` : undefined
  const covered = Relation.coveredBy(view, unit.id).length
  const isJoint = Relation.formation(view, unit.id) === "joint"
  const limit = isJoint ? limitOf(view, kind) : 1
  return [
    ...when(view, tooSmall !== undefined, "belowMinimum", unit.id, () => tooSmall ?? ""),
    ...when(view, isJoint && covered === 1, "jointOfOne", unit.id),
    ...when(view, covered > limit, "enterpriseCount", unit.id, () => `${covered} / ${limit}`)
  ]
}

const limitOf = (view: View.View, kind: Kind): number =>
  kind.maximumEnterprises ?? view.index.structure.branchRules.jointMaximumEnterprises

/** Whether bodies are what they should be: term, members, enterprises. Source: invariants 3 and 4, domain 2.9. */
export const checks: ReadonlyArray<Check> = [natures, terms, members, functionals, branches]

/** Alliances that declare another size than they have members. Source: A-08, P-16. */
export const alliances = (view: View.View): Findings =>
  Relation.alliances(view).flatMap(({ id, alliance, members }) => {
    const declared = alliance.origin.declaredSize
    const isOther = declared !== undefined && declared !== members.length
    return when(view, isOther, "allianceSize", id, () => `${declared} / ${members.length}`, alliance.origin.name)
  })
