import { Timeline } from "@louyu/kernel"
import type { Kind, Line } from "../Structure.ts"
import * as View from "../View.ts"
import { type Check, when } from "./Check.ts"

const lines = ["command", "location"] as const

const canStandBelow = (kind: Kind, line: Line): boolean =>
  (line === "command" ? kind.under : kind.within) !== undefined || kind.level?.[line] !== undefined

const orphans: Check = (view, unit, kind) =>
  lines.flatMap((line) => {
    const isAlone = View.superior(view, line, unit.id) === undefined
    const mayBeAlone = !canStandBelow(kind, line) || kind.root?.includes(line) === true
    return when(view, isAlone && !mayBeAlone, "orphan", unit.id, () => line)
  })

const superiors: Check = (view, unit, kind) =>
  lines.flatMap((line) => {
    const superior = View.superior(view, line, unit.id)
    const above = superior === undefined ? undefined : view.index.kinds.get(View.kind(view, superior) ?? "")
    if (superior === undefined || above === undefined) return []
    const isWrong = view.index.verdict(line, kind, above) !== undefined
    return when(view, isWrong, "superiorNotAllowed", unit.id, () => superior)
  })

const classifications: Check = (view, unit, kind) =>
  view.index.structure.classifications
    .filter(({ compulsoryFor }) => compulsoryFor.includes(kind.id))
    .flatMap(({ id, options }) => {
      const answer = Timeline.at(unit.classes[id] ?? [], view.on)
      const isAnswered = options.some((option) => option.id === answer)
      return when(view, !isAnswered, "unclassified", unit.id, () => id)
    })

// The first set up keeps its place. Commands see to it; a structure that asks for it later finds what stood before.
const onePerPlace = (): Check => {
  const known = new Set<string>()
  return (view, unit, kind) => {
    const place = kind.onePer === undefined ? undefined : View.superior(view, "location", unit.id)
    const placeKind = place === undefined ? undefined : View.kind(view, place)
    if (place === undefined || placeKind === undefined || kind.onePer?.includes(placeKind) !== true) return []
    const key = `${kind.id} ${place}`
    const isOneMore = known.has(key)
    known.add(key)
    return when(view, isOneMore, "onePerPlace", unit.id, () => place)
  }
}

/** Whether units stand where the structure wants them, and answer what it asks. Source: R1-1, R1-7, R1-14, H-04. */
export const checks = (): ReadonlyArray<Check> => [orphans, superiors, classifications, onePerPlace()]
