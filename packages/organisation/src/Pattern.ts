import type { Identifier, Text } from "@louyu/kernel"
import * as Links from "./Links.ts"
import * as State from "./State.ts"
import type { Pattern } from "./Structure.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/** A structure summed up: the text, such as `1+2+4`, and the units counted in each group. */
export interface Described {
  readonly pattern: Pattern
  readonly text: string
  readonly groups: ReadonlyArray<{ readonly names: Text.Text; readonly units: ReadonlyArray<UnitId> }>
}

/**
 * The units that belong to a body in the eyes of a pattern: itself, everything below it in command, and everything that
 * it guides or that takes part in it. A functional committee has no entity branch below it in command, yet is told of
 * together with those it leads.
 */
const around = (view: View.View, body: UnitId): ReadonlySet<UnitId> => {
  const guided = State.guidedBy(view.state, { unit: body }, view.on).map((one) => one.unit as UnitId)
  const participants = Links.sources(view.state.participation, body, view.on).flatMap(({ value }) =>
    "unit" in value.member ? [value.member.unit] : []
  )
  return new Set([body, ...View.descendants(view, "command", body), ...guided, ...participants])
}

/**
 * Sums up what stands around a body as one line such as `1+2+4` or `1+N`.
 *
 * Shape: one description for each pattern of the structure that is told of the body's kind. A group that is written as a
 * symbol is written as `0` when there is nothing in it: `1+0` is no `1+N`.
 * Cost: O(units around the body).
 * Source: D-04, H-10, P-17, A-13.
 */
export const describe = (view: View.View, body: UnitId): ReadonlyArray<Described> => {
  const kind = View.kind(view, body)
  if (kind === undefined || View.unit(view, body) === undefined) return []
  const patterns = view.index.structure.patterns.filter((pattern) => pattern.around.includes(kind))
  const units = patterns.length === 0 ? [] : [...around(view, body)]
  return patterns.map((pattern) => {
    const groups = pattern.groups.map((group) => ({
      names: group.names,
      units: units.filter((unit) => {
        const unitKind = View.kind(view, unit)
        const isKind = unitKind !== undefined && group.kinds.includes(unitKind)
        return isKind && (group.nature === undefined || View.nature(view, unit) === group.nature)
      })
    }))
    const written = groups.map(({ units: { length } }, i) =>
      length === 0 ? "0" : (pattern.groups[i]?.symbol ?? length)
    )
    const text = written.join("+")
    return { pattern, text, groups }
  })
}
