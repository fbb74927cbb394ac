import { type CivilDate, Identifier, Text } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Nearest } from "louyu"
import type { Unit } from "./Answer.ts"
import type { Look } from "./Look.ts"
import { UnitUnknown } from "./UnknownError.ts"

/** A unit as answers name it. */
export const unit = (view: View.View, id: Identifier.UnitId): Unit => {
  const kind = View.kind(view, id) ?? ""
  return { id, name: View.label(view, id), kind, kindName: view.index.kinds.get(kind)?.names ?? Text.of(kind || "—") }
}

const isUnitId = Schema.is(Identifier.UnitId)

/** The id somebody probably meant; none for no id at all. */
export const nearest = (id: string, ids: Iterable<string>): string | undefined =>
  id.trim() === "" ? undefined : Nearest.to(id, ids)

/** The unit of an id that must exist on the date of the view. Fails: `UnitUnknown`, with the nearest id. */
export const existing = (view: View.View, id: string): Effect.Effect<Identifier.UnitId, UnitUnknown> =>
  isUnitId(id) && View.unit(view, id) !== undefined
    ? Effect.succeed(id)
    : Effect.fail(
        new UnitUnknown({ unit: id.slice(0, 128), on: view.on, nearest: nearest(id, view.compiled("command").ids) })
      )

/** What a unit is and its id, in brackets; the kind is left out where the name says it already. */
export const tag = (look: Look, { id, name, kindName }: Unit): string => {
  const kind = look.text(kindName)
  const says = look.text(name).toLowerCase().includes(kind.toLowerCase())
  return look.paint("dim", says ? `(${id})` : `(${kind} ${id})`)
}

/** A unit on a line: name, then kind and id in brackets. */
export const line = (look: Look, unit: Unit): string => `${look.text(unit.name)} ${tag(look, unit)}`

/** The heading of an answer: what it is about, and the date. */
export const heading = (look: Look, zh: string, en: string, on: CivilDate.CivilDate): string =>
  `${look.paint("bold", look.label(zh, en))} ${look.paint("dim", on)}`
