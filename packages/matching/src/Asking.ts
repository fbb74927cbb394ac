import { CivilDate, IndustryCode } from "@louyu/kernel"
import type { Atom } from "./Condition.ts"
import type { Criteria, Criterion } from "./Criteria.ts"
import { sizes, type Value } from "./Field.ts"

/**
 * What has to be known to ask conditions, besides the values.
 *
 * Shape: `on` is the day asked; `isWithin` tells whether a place is a unit or lies in it, `undefined` when it does not
 * know the place; without it no place is known. `editions` are the classifications industries are read by.
 */
export interface Setting {
  readonly on: CivilDate.CivilDate
  readonly isWithin?: (place: string, unit: string) => boolean | undefined
  readonly editions?: ReadonlyArray<IndustryCode.IndustryEdition>
}

const ownEditions = [IndustryCode.edition2017]

/** The last day that is too early for "within the last", as text that sorts with dates. */
export const tooEarly = ({ amount, unit }: Extract<Atom, { _tag: "withinLast" }>, on: CivilDate.CivilDate): string => {
  // Before year 1 there are no dates, so none is too early.
  if (CivilDate.year(on) - amount / (unit === "days" ? 365 : 12) < 2) return ""
  return unit === "days" ? CivilDate.addDays(on, -amount) : CivilDate.addMonths(on, -amount)
}

const industry = (
  codes: ReadonlyArray<IndustryCode.IndustryCode>,
  value: IndustryCode.IndustryCode,
  setting: Setting
): boolean | undefined => {
  const edition = (setting.editions ?? ownEditions).find(({ id }) => id === value.edition)
  if (edition === undefined) return undefined
  if (codes.some((code) => IndustryCode.contains(edition, code, value))) return true
  // Codes of another edition cannot be compared, so they neither hold nor fail.
  return codes.every((code) => code.edition === value.edition) ? false : undefined
}

const ranks: ReadonlyMap<string, number> = new Map(sizes.map((size, index) => [size, index]))
const rank = (size: string): number => ranks.get(size) ?? -1

const isList = (value: Value): value is ReadonlyArray<string> => Array.isArray(value)
const isIndustry = (value: Value): value is IndustryCode.IndustryCode => typeof value === "object" && !isList(value)

const holdsText = (atom: Atom, value: string, setting: Setting): boolean | undefined => {
  switch (atom._tag) {
    case "oneOf":
      return atom.values.includes(value)
    case "placeWithin":
      return setting.isWithin?.(value, atom.unit)
    case "sizeBetween":
      return (
        (atom.atLeast === undefined || rank(value) >= rank(atom.atLeast)) &&
        (atom.atMost === undefined || rank(value) <= rank(atom.atMost))
      )
    case "dateBetween":
      return (atom.from === undefined || value >= atom.from) && (atom.to === undefined || value < atom.to)
    case "withinLast":
      return value <= setting.on && value > tooEarly(atom, setting.on)
    default:
      return undefined
  }
}

/** Whether a condition holds for a value; `undefined` when that cannot be told. */
export const holds = (atom: Atom, value: Value | undefined, setting: Setting): boolean | undefined => {
  if (value === undefined) return undefined
  if (typeof value === "string") return holdsText(atom, value, setting)
  if (typeof value === "number") {
    if (atom._tag !== "numberBetween") return undefined
    return (atom.atLeast === undefined || value >= atom.atLeast) && (atom.atMost === undefined || value <= atom.atMost)
  }
  if (isIndustry(value)) return atom._tag === "industryIn" ? industry(atom.codes, value, setting) : undefined
  if (atom._tag === "hasAny") return atom.values.some((one) => value.includes(one))
  return atom._tag === "hasAll" ? atom.values.every((one) => value.includes(one)) : undefined
}

/** Whether a criterion is met, its negation considered. */
export const meets = (one: Criterion, value: Value | undefined, setting: Setting): boolean | undefined => {
  const held = holds(one.atom, value, setting)
  return held === undefined ? undefined : held !== one.negated
}

/**
 * Whether criteria are met, by the logic of three values: what is not known leaves open only what it can still change.
 *
 * Source: Kleene 1938.
 */
export const judge = (criteria: Criteria, met: (one: Criterion) => boolean | undefined): boolean | undefined => {
  if (criteria._tag === "one") return met(criteria)
  // One that fails decides "all", one that holds decides "any".
  const deciding = criteria._tag === "any"
  let open = false
  for (const inner of criteria.of) {
    const verdict = judge(inner, met)
    if (verdict === deciding) return deciding
    if (verdict === undefined) open = true
  }
  return open ? undefined : !deciding
}
