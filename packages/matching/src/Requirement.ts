import { IndustryCode, type Text } from "@louyu/kernel"
import type { Criterion } from "./Criteria.ts"
import { type Field, optionName, type SizeClass } from "./Field.ts"

type Both = Text.Both

const both = (zh: string, en: string): Both => ({ zh, en })

const names = (field: Field, codes: ReadonlyArray<string>): Both => {
  const all = codes.map((code) => optionName(field, code))
  return both(all.map(({ zh }) => zh).join("、"), all.map(({ en }) => en).join(", "))
}

const sizeNames: Readonly<Record<SizeClass, Both>> = {
  micro: both("微型", "micro"),
  small: both("小型", "small"),
  medium: both("中型", "medium"),
  large: both("大型", "large")
}

interface Bounds<A> {
  readonly atLeast?: A
  readonly atMost?: A
}

const sizeRange = ({ atLeast: low, atMost: high }: Bounds<SizeClass>): Both => {
  if (low === high && low !== undefined) return sizeNames[low]
  if (high === undefined)
    return low === undefined ? both("", "") : both(`${sizeNames[low].zh}及以上`, `${sizeNames[low].en} or larger`)
  if (low === undefined) return both(`${sizeNames[high].zh}及以下`, `${sizeNames[high].en} or smaller`)
  return both(`${sizeNames[low].zh}至${sizeNames[high].zh}`, `${sizeNames[low].en} to ${sizeNames[high].en}`)
}

const counted = (count: number, unit: Text.Text | undefined): Both => ({
  zh: unit === undefined ? `${count}` : `${count} ${unit.zh}`,
  en: unit === undefined ? `${count}` : `${count} ${unit.en ?? unit.zh}`
})

// What lies outside a range is said by its ends: two negations in a row are misread.
const numbers = ({ atLeast, atMost }: Bounds<number>, { unit }: Field, negated: boolean): Both => {
  const low = atLeast === undefined ? undefined : counted(atLeast, unit)
  const high = atMost === undefined ? undefined : counted(atMost, unit)
  if (low !== undefined && high !== undefined) {
    return negated
      ? both(`须少于 ${low.zh} 或多于 ${high.zh}`, `must be less than ${low.en} or more than ${high.en}`)
      : both(`须为 ${atLeast} 至 ${high.zh}`, `must be ${atLeast} to ${high.en}`)
  }
  if (low !== undefined) {
    return negated
      ? both(`须少于 ${low.zh}`, `must be less than ${low.en}`)
      : both(`须不少于 ${low.zh}`, `must be at least ${low.en}`)
  }
  const { zh, en } = high ?? both("", "")
  return negated ? both(`须多于 ${zh}`, `must be more than ${en}`) : both(`须不多于 ${zh}`, `must be at most ${en}`)
}

const dates = ({ from, to }: { readonly from?: string; readonly to?: string }, negated: boolean): Both => {
  if (from !== undefined && to !== undefined) {
    return negated
      ? both(`须早于 ${from}，或不早于 ${to}`, `must be before ${from}, or not before ${to}`)
      : both(`须不早于 ${from} 且早于 ${to}`, `must be not before ${from}, and before ${to}`)
  }
  const day = from ?? to
  // "From" asks for what is not before a day, "to" for what is.
  return (from === undefined) === negated
    ? both(`须不早于 ${day}`, `must be not before ${day}`)
    : both(`须早于 ${day}`, `must be before ${day}`)
}

const industryName = (code: IndustryCode.IndustryCode): string => {
  const { edition2017 } = IndustryCode
  return code.edition === edition2017.id ? IndustryCode.format(edition2017, code) : code.code
}

// Chinese and Latin letters keep a distance.
const gap = (zh: string): string => (/^[\da-z]/iu.test(zh) ? " " : "")

const must = (negated: boolean, verb: Both, { zh, en }: Both): Both =>
  both(`${negated ? "不得" : "须"}${verb.zh}${gap(zh)}${zh}`, `must ${negated ? "not " : ""}${verb.en}${en}`)

const be = both("为", "be ")
const has = both("包含", "include ")

const oneOf = ({ zh, en }: Both, amount: number): Both =>
  amount === 1 ? both(zh, en) : both(`${zh} 之一`, `one of ${en}`)

const demand = ({ atom, field, negated }: Criterion): Both => {
  switch (atom._tag) {
    case "oneOf":
      return must(negated, be, oneOf(names(field, atom.values), atom.values.length))
    case "hasAny":
      return must(negated, has, oneOf(names(field, atom.values), atom.values.length))
    case "hasAll":
      return must(
        negated,
        atom.values.length === 1 ? has : both("同时包含", "include all of "),
        names(field, atom.values)
      )
    case "numberBetween":
      return numbers(atom, field, negated)
    case "dateBetween":
      return dates(atom, negated)
    case "withinLast": {
      const unit = atom.unit === "days" ? both("天", "days") : both("个月", "months")
      return must(
        negated,
        both("在", "be within "),
        both(`最近 ${atom.amount} ${unit.zh}内`, `the last ${atom.amount} ${unit.en}`)
      )
    }
    case "placeWithin":
      return must(negated, both("在", "be within "), both(`${atom.unit} 内`, atom.unit))
    case "sizeBetween":
      return must(negated, be, sizeRange(atom))
    case "industryIn": {
      const codes = atom.codes.map(industryName)
      return must(negated, both("属于", "be in "), both(codes.join("、"), codes.join(", ")))
    }
  }
}

/**
 * What a criterion asks, in words; nothing about whom it was asked of.
 *
 * ```ts
 * const field = { id: "area", type: "number", names: { zh: "面积", en: "Area" }, unit: { zh: "平方米", en: "m²" } } as const
 * const atom = { _tag: "numberBetween", field: "area", atLeast: 100 } as const
 * Requirement.words({ _tag: "one", atom, field, negated: false, path: "" })
 * // => { zh: "面积须不少于 100 平方米", en: "Area must be at least 100 m²" }
 * ```
 */
export const words = (one: Criterion): Text.Both => {
  const { zh, en } = demand(one)
  const { names: name } = one.field
  return both(`${name.zh}${zh}`, `${name.en ?? name.zh} ${en}`)
}
