import type { Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Advice from "./Advice.ts"
import * as Archetype from "./Archetype.ts"
import * as Coverage from "./Coverage.ts"
import * as Finding from "./Finding.ts"
import * as Links from "./Links.ts"
import * as Relation from "./Relation.ts"
import type { Kind } from "./Structure.ts"
import type * as Unit from "./Unit.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId
type Findings = ReadonlyArray<Finding.Finding>

/** One thing to look at in every unit; the kind is what the structure in force says of it. */
type Check = (view: View.View, unit: Unit.Unit, kind: Kind) => Findings

const when = (condition: boolean, finding: () => Finding.Finding): Findings => (condition ? [finding()] : [])

// A kind that can stand below something on a line, but not alone, and does.
const orphans: Check = (view, unit, kind) =>
  (["command", "location"] as const).flatMap((line) => {
    const list = line === "command" ? kind.under : kind.within
    const belongs = list !== undefined || kind.level?.[line] !== undefined
    const alone = View.superior(view, line, unit.id) === undefined
    return when(belongs && alone && kind.root?.includes(line) !== true, () => Finding.make("orphan", unit.id, line))
  })

const superiors: Check = (view, unit, kind) =>
  (["command", "location"] as const).flatMap((line) => {
    const superior = View.superior(view, line, unit.id)
    const above = superior === undefined ? undefined : view.index.kinds.get(View.kind(view, superior) ?? "")
    if (superior === undefined || above === undefined) return []
    return when(view.index.verdict(line, kind, above) !== undefined, () =>
      Finding.make("superiorNotAllowed", unit.id, superior)
    )
  })

const classifications: Check = (view, unit, kind) =>
  view.index.structure.classifications
    .filter(({ compulsoryFor }) => compulsoryFor.includes(kind.id))
    .flatMap(({ id }) =>
      when(Timeline.at(unit.classes[id] ?? [], view.on) === undefined, () => Finding.make("unclassified", unit.id, id))
    )

const natures: Check = (view, unit, kind) =>
  when(Archetype.isPartyBody(kind.archetype) && View.nature(view, unit.id) === undefined, () =>
    Finding.make("natureMissing", unit.id)
  )

const terms: Check = (view, unit, kind) => {
  if (kind.termMonths === undefined) return []
  const begun = unit.terms.filter((term) => term.from <= view.on)
  const last = begun.at(-1)?.to
  if (last === undefined) return [Finding.make("termUnknown", unit.id)]
  return when(last <= view.on, () => Finding.make("termOverdue", unit.id, last))
}

const members: Check = (view, unit) => {
  const stated = Timeline.at(unit.counts, view.on)
  const homes = Links.sources(view.state.homes, unit.id, view.on)
  if (View.nature(view, unit.id) === "functional") {
    return when(stated !== undefined || homes.length > 0, () => Finding.make("functionalHoldsMembers", unit.id))
  }
  const known = stated === undefined ? 0 : stated.full + stated.probationary
  return when(stated !== undefined && homes.length > 0 && homes.length !== known, () =>
    Finding.make("membersDiffer", unit.id, `${known} / ${homes.length}`)
  )
}

const branches: Check = (view, unit, kind) => {
  if (!Archetype.isBranch(kind.archetype)) return []
  const advice = Advice.forBranch(view, unit.id)
  const covered = Relation.coveredBy(view, unit.id).length
  const isJointOfOne = covered === 1 && Relation.formation(view, unit.id) === "joint"
  return [
    ...(advice?._tag === "belowMinimum" ? [Finding.make("belowMinimum", unit.id, `${advice.fullMembers}`)] : []),
    ...when(isJointOfOne, () => Finding.make("jointOfOne", unit.id))
  ]
}

const isLet = (view: View.View, place: UnitId): boolean => Coverage.population(view, place).length > 0

// Every grid that a place falls into, by itself or by a place around it.
const gridsOver = (view: View.View, place: UnitId): ReadonlyArray<string> => {
  const around = [place, ...View.ancestors(view, "location", place)]
  return [...new Set(around.flatMap((one) => Links.targets(view.state.grids, one, view.on).map((end) => end.id)))]
}

const letUnits: Check = (view, unit, kind) => {
  if (kind.archetype !== "lettableUnit") return []
  const grids = gridsOver(view, unit.id)
  return [
    ...when(grids.length === 0 && isLet(view, unit.id), () => Finding.make("gridGap", unit.id)),
    ...when(grids.length > 1, () => Finding.make("gridOverlap", unit.id, grids.join(", ")))
  ]
}

const grids: Check = (view, unit, kind) => {
  if (kind.archetype !== "microGrid") return []
  const places = Relation.placesOf(view, unit.id)
  const tenants = new Set(places.flatMap((place) => Coverage.population(view, place))).size
  const limit = view.index.structure.gridTenantLimit ?? Number.POSITIVE_INFINITY
  const communities = View.ancestors(view, "location", unit.id).filter((id) => View.archetype(view, id) === "region")
  return [
    ...when(places.length === 0, () => Finding.make("gridEmpty", unit.id)),
    ...when(tenants >= limit, () => Finding.make("gridFull", unit.id, `${tenants}`)),
    ...when(Relation.chatGroup(view, unit.id) === undefined, () => Finding.make("gridWithoutChatGroup", unit.id)),
    ...when(communities.length === 0, () => Finding.make("gridWithoutCommunity", unit.id))
  ]
}

const checks: ReadonlyArray<Check> = [
  orphans,
  superiors,
  classifications,
  natures,
  terms,
  members,
  branches,
  letUnits,
  grids
]

const alliances = (view: View.View): Findings =>
  [...HashMap.keys(view.state.alliances)].toSorted().flatMap((id) => {
    const found = Relation.alliance(view, id)
    const declared = found?.alliance.origin.declaredSize
    if (found === undefined || declared === undefined) return []
    return when(declared !== found.members.length, () =>
      Finding.make("allianceSize", id, `${declared} / ${found.members.length}`)
    )
  })

/**
 * Everything that is wrong, or looks wrong, with the organisation on the date.
 *
 * Shape: errors first, then warnings, each in the order units were set up. What commands refuse cannot appear unless the
 * structure changed since; what commands allow because people need time (gaps, missing answers, too few members) does.
 * Cost: O(units x depth).
 * Source: R1-15, invariants 3 to 5, A-08.
 */
export const report = (view: View.View): Findings => {
  const found = View.units(view).flatMap((unit) => {
    const kindId = View.kind(view, unit.id)
    const kind = view.index.kinds.get(kindId ?? "")
    return kind === undefined
      ? [Finding.make("kindUnknown", unit.id, kindId)]
      : checks.flatMap((check) => check(view, unit, kind))
  })
  const all = [...found, ...alliances(view)]
  return [...all.filter((one) => one.severity === "error"), ...all.filter((one) => one.severity === "warning")]
}
