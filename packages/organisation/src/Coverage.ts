import type { Identifier, Text } from "@louyu/kernel"
import { CivilDate, Period } from "@louyu/kernel"
import * as Archetype from "./Archetype.ts"
import * as Chain from "./Chain.ts"
import * as Relation from "./Relation.ts"
import * as State from "./State.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/** A rate that can be recomputed: what was counted, out of what, on which date, and what that means (N-19). */
export interface Rate {
  readonly definition: Required<Text.Text>
  readonly on: CivilDate.CivilDate
  readonly numerator: number
  readonly denominator: number
  /** Numerator by denominator; `undefined`, never 0 or 1, when there is nobody to cover. */
  readonly rate: number | undefined
}

const rate = (
  definition: Required<Text.Text>,
  on: CivilDate.CivilDate,
  numerator: number,
  denominator: number
): Rate => ({
  definition,
  on,
  numerator,
  denominator,
  rate: denominator === 0 ? undefined : numerator / denominator
})

/** How an enterprise is covered: by a branch of its own, a joint one, only by a guide, or not at all. */
export type Sort = "single" | "joint" | "guideOnly" | "none"

/** How the enterprises of a place are covered on a date. */
export interface Coverage {
  readonly on: CivilDate.CivilDate
  readonly enterprises: Readonly<Record<Sort, ReadonlyArray<UnitId>>>
  /** A branch exists: single and joint, out of all enterprises. */
  readonly nominal: Rate
  /** The branch exists and was active in the period. */
  readonly effective: Rate
  readonly activePeriod: Period.Period
  /** Enterprises with a branch of their own, out of all. */
  readonly single: Rate
  /** Nominal coverage and enterprises that have at least a guide, out of all. */
  readonly work: Rate
}

/** How one enterprise is covered on the date. */
export const sortOf = (view: View.View, enterprise: UnitId): Sort => {
  const branch = Relation.coveringBranch(view, enterprise)
  if (branch !== undefined) return Relation.formation(view, branch) === "joint" ? "joint" : "single"
  return Relation.guides(view, enterprise).length > 0 ? "guideOnly" : "none"
}

/** The year up to and including a date. */
const yearUpTo = (on: CivilDate.CivilDate): Period.Period => {
  const to = CivilDate.addDays(on, 1)
  return { from: CivilDate.addYears(to, -1), to }
}

const wasActive = (view: View.View, branch: UnitId, period: Period.Period): boolean => {
  for (const { on } of Chain.items(State.unit(view.state, branch)?.activities)) {
    if (Period.contains(period, on)) return true
  }
  return false
}

/** The enterprises that exist on the date, in a place or anywhere. Cost: O(units there). */
export const population = (view: View.View, within?: UnitId): ReadonlyArray<UnitId> => {
  const candidates =
    within === undefined ? View.units(view).map((unit) => unit.id) : View.descendants(view, "location", within)
  return candidates.filter((id) => {
    const archetype = View.archetype(view, id)
    return archetype !== undefined && Archetype.isEnterprise(archetype)
  })
}

const definitions = {
  nominal: {
    zh: "有形覆盖率＝当日有单建或联建党组织覆盖的企业÷当日存续的全部企业（个体工商户计入）",
    en: "nominal coverage = enterprises with a single- or joint-built branch / all enterprises existing that day (sole traders included)"
  },
  effective: {
    zh: "有效覆盖率＝其党组织在统计期内至少开展过一次活动的企业÷当日存续的全部企业",
    en: "effective coverage = enterprises whose branch was active at least once in the period / all enterprises existing that day"
  },
  single: {
    zh: "单建率＝单独建立党组织的企业÷当日存续的全部企业",
    en: "single-founding rate = enterprises with a branch of their own / all enterprises existing that day"
  },
  work: {
    zh: "工作覆盖率＝有党组织或派有指导员的企业÷当日存续的全部企业",
    en: "work coverage = enterprises with a branch or at least a guide / all enterprises existing that day"
  }
} as const

/**
 * How the enterprises in a place (or everywhere) are covered on the date.
 *
 * Shape: counts enterprises, not branches; effective coverage looks for activity in the year up to and including the
 * date, or in `activePeriod`.
 * Cost: O(units in the place).
 * Source: domain 2.10, H-22, W-14, F-17, A-22.
 */
export const of = (
  view: View.View,
  options: { readonly within?: UnitId; readonly activePeriod?: Period.Period } = {}
): Coverage => {
  const { on } = view
  const activePeriod = options.activePeriod ?? yearUpTo(on)
  const enterprises: Record<Sort, Array<UnitId>> = { single: [], joint: [], guideOnly: [], none: [] }
  let active = 0
  for (const enterprise of population(view, options.within)) {
    enterprises[sortOf(view, enterprise)].push(enterprise)
    const branch = Relation.coveringBranch(view, enterprise)
    if (branch !== undefined && wasActive(view, branch, activePeriod)) active++
  }
  const all = Object.values(enterprises).reduce((sum, list) => sum + list.length, 0)
  const covered = enterprises.single.length + enterprises.joint.length
  return {
    on,
    enterprises,
    activePeriod,
    nominal: rate(definitions.nominal, on, covered, all),
    effective: rate(definitions.effective, on, active, all),
    single: rate(definitions.single, on, enterprises.single.length, all),
    work: rate(definitions.work, on, covered + enterprises.guideOnly.length, all)
  }
}

/** How places are covered by bodies of a sort: 33 of 33 districts have a comprehensive committee (H-22). */
export interface PlaceCoverage extends Rate {
  readonly covered: ReadonlyArray<UnitId>
  /** The blind spots (F-17). */
  readonly uncovered: ReadonlyArray<UnitId>
}

/**
 * Which places of a sort have a body of a sort lying in them on the date.
 *
 * Cost: O(units).
 * Source: H-22, F-17, A-22.
 */
export const ofPlaces = (
  view: View.View,
  places: View.UnitSort,
  bodies: View.UnitSort,
  within?: UnitId
): PlaceCoverage => {
  const candidates =
    within === undefined ? View.units(view).map((unit) => unit.id) : View.descendants(view, "location", within)
  const inScope = candidates.filter((id) => View.isOf(view, id, places))
  const isCovered = (place: UnitId) =>
    View.children(view, "location", place).some((one) => View.isOf(view, one, bodies))
  const covered = inScope.filter(isCovered)
  const definition = {
    zh: `覆盖率＝设有“${View.sortName(bodies)}”的“${View.sortName(places)}”÷全部“${View.sortName(places)}”`,
    en: `coverage = places of sort "${View.sortName(places)}" with a "${View.sortName(bodies)}" / all such places`
  }
  return {
    ...rate(definition, view.on, covered.length, inScope.length),
    covered,
    uncovered: inScope.filter((place) => !isCovered(place))
  }
}
