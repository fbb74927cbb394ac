import type { Identifier, Text } from "@louyu/kernel"
import { CivilDate, Period } from "@louyu/kernel"
import * as Archetype from "./Archetype.ts"
import * as Chain from "./Chain.ts"
import * as DefinedRate from "./DefinedRate.ts"
import * as Relation from "./Relation.ts"
import * as Scope from "./Scope.ts"
import * as State from "./State.ts"
import type { Formation } from "./Structure.ts"
import * as Tenants from "./Tenants.ts"
import * as View from "./View.ts"

export type { DefinedRate } from "./DefinedRate.ts"
export { of as ofPlaces, type Presence } from "./Presence.ts"

type UnitId = Identifier.UnitId

/** How an enterprise is covered: by a branch of its own, a joint one, only by a guide, or not at all. */
export type Sort = "single" | "joint" | "guideOnly" | "none"

/**
 * What a coverage is reckoned of.
 *
 * Shape: `within` limits it to a place; `activePeriod` is the period in which a branch must have been active for
 * effective coverage, the year up to and including the date when not given; `among` narrows the enterprises counted,
 * for example to those with ten employees or more, and its name becomes part of every definition.
 */
export interface Options {
  readonly within?: UnitId | undefined
  readonly activePeriod?: Period.Period | undefined
  readonly among?: { readonly names: Text.Text; readonly has: (enterprise: UnitId) => boolean } | undefined
}

/** How the enterprises of a place are covered on a date. */
export interface Coverage {
  readonly on: CivilDate.CivilDate
  readonly within: UnitId | undefined
  /** Every enterprise counted, each under exactly one sort. */
  readonly enterprises: Readonly<Record<Sort, ReadonlyArray<UnitId>>>
  /** A branch exists: single and joint, out of all enterprises. */
  readonly nominal: DefinedRate.DefinedRate
  /** The branch exists and was active in the period. */
  readonly effective: DefinedRate.DefinedRate
  readonly activePeriod: Period.Period
  /** Enterprises with a branch of their own, out of all. */
  readonly single: DefinedRate.DefinedRate
  /** Nominal coverage and enterprises that have at least a guide, out of all. */
  readonly work: DefinedRate.DefinedRate
}

const byBranch = (view: View.View, branch: UnitId): "single" | "joint" =>
  Relation.formation(view, branch) === "joint" ? "joint" : "single"

/**
 * How one enterprise is covered on the date.
 *
 * Source: N-2, domain 2.10.
 */
export const sortOf = (view: View.View, enterprise: UnitId): Sort => {
  const branch = Relation.coveringBranch(view, enterprise)
  if (branch !== undefined) return byBranch(view, branch)
  return Relation.guides(view, enterprise).length > 0 ? "guideOnly" : "none"
}

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

const extended = (definition: Text.Both, zh: string, en: string): Text.Both => ({
  zh: `${definition.zh}（${zh}）`,
  en: `${definition.en} (${en})`
})

// A branch may cover hundreds of enterprises: it is looked at once.
const remembering = <A>(read: (branch: UnitId) => A): ((branch: UnitId) => A) => {
  const known = new Map<UnitId, A>()
  return (branch) => {
    const found = known.get(branch) ?? read(branch)
    known.set(branch, found)
    return found
  }
}

/**
 * How the enterprises in a place, or everywhere, are covered on the date.
 *
 * Shape: counts enterprises, not branches. Every rate carries its definition, which names the period and the population
 * where they are not the usual ones.
 * Cost: O(units in the place).
 * Source: domain 2.10, N-2, N-19, W-14, W-22, A-22.
 *
 * ```ts
 * import { Example } from "@louyu/organisation/testing"
 *
 * const { day, establish, structure, unit } = Example
 * const decider = Organisation.decider(structure)
 * const { state } = Decider.run(decider, decider.initial, [
 *   establish("tower", "building"),
 *   establish("a", "enterprise", { within: "tower" }),
 *   establish("b", "enterprise", { within: "tower" }),
 *   { _tag: "BeginGuidance", guide: { unit: unit("tower") }, unit: unit("a"), purpose: "指导员", from: day(0) }
 * ], undefined)
 * const { enterprises, nominal, work } = Coverage.of(View.of(structure, state, day(1)))
 * enterprises // => { single: [], joint: [], guideOnly: ["a"], none: ["b"] }
 * nominal.rate // => 0
 * work.rate // => 0.5
 * ```
 */
export const of = (view: View.View, { within, activePeriod, among }: Options = {}): Coverage => {
  const { on } = view
  const period = activePeriod ?? yearUpTo(on)
  const enterprises: Record<Sort, Array<UnitId>> = { single: [], joint: [], guideOnly: [], none: [] }
  const formed = remembering((branch) => byBranch(view, branch))
  const isActive = remembering((branch) => wasActive(view, branch, period))
  let all = 0
  let active = 0
  for (const enterprise of Tenants.of(view, within)) {
    if (among?.has(enterprise) === false) continue
    all++
    const branch = Relation.coveringBranch(view, enterprise)
    enterprises[branch === undefined ? sortOf(view, enterprise) : formed(branch)].push(enterprise)
    if (branch !== undefined && isActive(branch)) active++
  }
  const rate = (definition: Text.Both, numerator: number): DefinedRate.DefinedRate => {
    const { zh, en = zh } = among?.names ?? { zh: "" }
    const meant = among === undefined ? definition : extended(definition, `统计对象：${zh}`, `counted: ${en}`)
    return DefinedRate.make(meant, { on, within }, numerator, all)
  }
  const covered = enterprises.single.length + enterprises.joint.length
  const days = Period.format(period)
  return {
    on,
    within,
    enterprises,
    activePeriod: period,
    nominal: rate(definitions.nominal, covered),
    effective: rate(extended(definitions.effective, `统计期：${days}`, `period: ${days}`), active),
    single: rate(definitions.single, enterprises.single.length),
    work: rate(definitions.work, covered + enterprises.guideOnly.length)
  }
}

/** The coverage of one place on a map of coverage. */
export interface PlaceCoverage {
  readonly place: UnitId
  readonly coverage: Coverage
}

/**
 * How the enterprises in every place of a sort are covered: the coverage map of a district, building by building.
 *
 * Shape: places in the order they were set up; a place without enterprises has rates without a value.
 * Cost: O(units in those places).
 * Source: F-17.
 */
export const byPlace = (view: View.View, places: View.UnitSort, options: Options = {}): ReadonlyArray<PlaceCoverage> =>
  Scope.units(view, options.within)
    .filter((unit) => View.isOf(view, unit.id, places))
    .map(({ id }) => ({ place: id, coverage: of(view, { ...options, within: id }) }))

/** The branches of a district by formation; `neither` are those that nobody founded for an enterprise. */
export type Branches = Readonly<Record<Formation | "neither", ReadonlyArray<UnitId>>>

/**
 * The branches that exist on the date by formation: 28 single-built and 2 joint-built ones.
 *
 * Shape: counts branches, not enterprises; only those that lie in a place or stand below a unit in command, if given.
 * Functional branches are founded by nobody and are left out.
 * Cost: O(units there).
 * Source: P-02, P-09.
 */
export const branches = (
  view: View.View,
  options: { readonly within?: UnitId | undefined; readonly under?: UnitId | undefined } = {}
): Branches => {
  const { within, under } = options
  const found: Record<Formation | "neither", Array<UnitId>> = { single: [], joint: [], neither: [] }
  for (const unit of Scope.units(view, within)) {
    const archetype = Scope.archetype(view, unit)
    if (archetype === undefined || !Archetype.isBranch(archetype)) continue
    if (View.nature(view, unit.id) === "functional") continue
    if (under !== undefined && !View.isAbove(view, "command", under, unit.id)) continue
    found[Relation.formation(view, unit.id) ?? "neither"].push(unit.id)
  }
  return found
}
