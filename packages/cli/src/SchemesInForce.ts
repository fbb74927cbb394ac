import { CivilDate, Timeline } from "@louyu/kernel"
import { type Completeness, Roster } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import type { Scene } from "./Scene.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** A role scheme in force. */
export const InForce = Schema.Struct({
  layer: field(Schema.String, "the layer; schemes of different layers are in force side by side"),
  scheme: field(Schema.String, "the id of the scheme"),
  version: field(Schema.Int, "its version"),
  name: field(Answer.Name, "its name"),
  since: field(CivilDate.CivilDate, "the day this version came into force"),
  adoptedBy: field(Answer.Unit, "the unit that adopted it, for itself and what lies within it")
})
export type InForce = typeof InForce.Type

/** The role schemes that some posts come from. */
export const of = (scene: Scene, fillings: ReadonlyArray<Completeness.PostFilling>): ReadonlyArray<InForce> => {
  const found = new Map(fillings.map(({ at }) => [`${at.roster} ${at.scheme.id}`, at]))
  return [...found.values()].flatMap(({ roster, scheme }) => {
    const written = scene.directory.rosters.get(roster)
    const entry = written && Roster.layer(written, scheme.layer).find((one) => Timeline.at([one], scene.on))
    if (entry === undefined) return []
    const { id, version, names: name, layer } = scheme
    return [{ layer, scheme: id, version, name, since: entry.from, adoptedBy: Naming.unit(scene.view, roster) }]
  })
}

/** Role schemes in force as people read them. */
export const lines = (look: Look, schemes: ReadonlyArray<InForce>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("岗位制度", "role scheme") },
      { head: look.label("版本", "version"), align: "right" },
      { head: look.label("层", "layer") },
      { head: look.label("自", "since") },
      { head: look.label("采用单位", "adopted by") }
    ],
    schemes.map(({ layer, version, name, since, adoptedBy }) => [
      look.text(name),
      `${version}`,
      layer,
      since,
      Naming.line(look, adoptedBy)
    ]),
    (text) => look.paint("dim", text)
  )
