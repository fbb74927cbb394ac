import { CivilDate, type Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import type { Profile } from "@louyu/profiles"
import type * as CityDomain from "./CityDomain.ts"
import type * as Domain from "./Domain.ts"
import type { Scope } from "./Shelf.ts"

/** The organisation of a city, as other domains see it. */
export type Organisation = Domain.Visible<CityDomain.Sight>

/** What most domains know of the rest of the city: its profile, and which units there are when. */
export interface Existence {
  readonly profile: Profile.Profile | undefined
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
  /** The civil date of a moment by the clocks of the city. */
  readonly dateOf: (epochMillis: number) => CivilDate.CivilDate
  /** The organisation on a date; `undefined` before there is a profile. */
  readonly on: (date: CivilDate.CivilDate) => View.View | undefined
}

// What does not depend on the date is asked of any.
const anyDay = CivilDate.fromEpochDay(0)

/** Looks at the organisation of a city the way most domains do. */
export const of = (organisation: Organisation, scope: Scope): Existence => {
  const { profile, organisation: view } = organisation.view(scope, anyDay)
  const timeZone = profile?.timeZone ?? "UTC"
  const dateOf = (epochMillis: number) => CivilDate.fromInstant(epochMillis, timeZone)
  if (profile === undefined || view === undefined) return { profile, dateOf, exists: () => false, on: () => undefined }
  const { structure } = profile
  const on = (date: CivilDate.CivilDate) => View.of(structure, view.state, date)
  return { profile, dateOf, exists: (unit, date) => View.unit(on(date), unit) !== undefined, on }
}
