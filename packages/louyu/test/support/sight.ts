import type { State } from "@louyu/organisation"
import { View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import * as commands from "./commands.ts"

const { structure } = Profiles.pinghu

const of = (view: View.View) =>
  View.units(view)
    .map((unit) => ({
      id: unit.id,
      kind: View.kind(view, unit.id),
      name: View.label(view, unit.id),
      path: View.path(view, "location", unit.id),
      aliases: unit.aliases,
      identifiers: unit.identifiers
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** All that can be seen of an organisation on every date of the tests, as plain values. */
export const everywhere = (state: State.State) => commands.dates.map((on) => of(View.of(structure, state, on)))
/** The same of one view. */
export const seen = of
