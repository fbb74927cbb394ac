import type { CivilDate } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import type { AccessPolicy, Directory } from "@louyu/roles"
import * as Effect from "effect/Effect"
import type { City } from "louyu"

/** A city on a date: its units, who answers for what there, and who may read what. */
export interface Scene {
  readonly on: CivilDate.CivilDate
  readonly view: View.View
  readonly directory: Directory.Directory
  readonly policy: AccessPolicy.AccessPolicy
}

/** Looks at a city on a date. */
export const of = (city: City.Open, on: CivilDate.CivilDate): Effect.Effect<Scene> =>
  Effect.zipWith(city.organisation.on(on), city.roles.on(on), (view, { directory, policy }) => ({
    on,
    view,
    directory,
    policy
  }))
