import type { Identifier, Text } from "@louyu/kernel"
import * as DefinedRate from "./DefinedRate.ts"
import * as Scope from "./Scope.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

/** Which places have a body of a sort, out of all such places: 33 of 33 districts have a comprehensive committee (H-22). */
export interface Presence extends DefinedRate.DefinedRate {
  readonly covered: ReadonlyArray<UnitId>
  /** The blind spots (F-17). */
  readonly uncovered: ReadonlyArray<UnitId>
}

const namesOf = (view: View.View, sort: View.UnitSort): Text.Both => {
  const kinds = view.index.structure.kinds.filter((kind) =>
    "kind" in sort ? kind.id === sort.kind : kind.archetype === sort.archetype
  )
  const listed = kinds.length === 0 ? [{ zh: View.sortName(sort) }] : kinds.map((kind) => kind.names)
  return {
    zh: listed.map(({ zh }) => zh).join("、"),
    en: listed.map(({ zh, en }: Text.Text) => en ?? zh).join(", ")
  }
}

/**
 * Which places of a sort have a body of a sort lying in them on the date.
 *
 * Shape: a body counts when it lies directly in the place; with `anywhere` also on a floor or in a room of it, as
 * stations do. Places in the order they were set up.
 * Cost: O(units), with `anywhere` O(units in those places).
 * Source: H-22, H-11, F-17, A-22.
 */
export const of = (
  view: View.View,
  places: View.UnitSort,
  bodies: View.UnitSort,
  options: { readonly within?: UnitId | undefined; readonly anywhere?: boolean } = {}
): Presence => {
  const { within, anywhere = false } = options
  const inScope = Scope.units(view, within).filter((unit) => View.isOf(view, unit.id, places))
  const inside = anywhere ? View.descendants : View.children
  const covered: Array<UnitId> = []
  const uncovered: Array<UnitId> = []
  for (const { id } of inScope) {
    const isCovered = inside(view, "location", id).some((one) => View.isOf(view, one, bodies))
    ;(isCovered ? covered : uncovered).push(id)
  }
  const [place, body] = [namesOf(view, places), namesOf(view, bodies)]
  const definition = {
    zh: `覆盖率＝当日设有“${body.zh}”的“${place.zh}”÷当日全部“${place.zh}”`,
    en: `coverage = places of sort "${place.en}" with a "${body.en}" / all such places existing that day`
  }
  return {
    ...DefinedRate.make(definition, { on: view.on, within }, covered.length, inScope.length),
    covered,
    uncovered
  }
}
