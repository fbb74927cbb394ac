import { type CivilDate, Identifier, type Text } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import {
  AccessPolicy,
  Directory,
  type Places,
  type RoleError,
  type RoleScheme,
  Command as RolesCommand,
  Event as RolesEvent,
  Rosters
} from "@louyu/roles"
import * as CityDomain from "./CityDomain.ts"
import * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"
import * as OrganisationPlaces from "./OrganisationPlaces.ts"
import { ruledBy } from "./ruledBy.ts"
import type { Scope } from "./Shelf.ts"

type Organisation = Domain.Visible<CityDomain.Sight>

/** The stream of the rosters: what one person may hold depends on all of them, so they are one. */
export const stream = Identifier.StreamId.make("roles")

/** What the roles know of the rest of the city: its role schemes and its units, as they are recorded at one moment. */
export interface Facts {
  readonly schemes: ReadonlyArray<RoleScheme.RoleScheme>
  readonly places: Places.Places
}

const nowhere = OrganisationPlaces.of(() => undefined, [])

/** Looks at the organisation of a city the way the roles do. */
export const factsOf = (organisation: Organisation, scope: Scope): Facts => {
  const { profile, on } = Existence.of(organisation, scope)
  if (profile === undefined) return { schemes: [], places: nowhere }
  const { schemes = [], governing = [] } = profile
  return { schemes, places: OrganisationPlaces.of(on, governing) }
}

const decider = ruledBy({
  initial: Rosters.initial,
  evolve: Rosters.evolve,
  decider: Rosters.decider,
  split: ({ schemes, places }: Facts) => [schemes, places]
})

/** What a city shows of its roles on a date: who answers for what, and who may read what. */
export interface Sight {
  readonly directory: Directory.Directory
  readonly policy: AccessPolicy.AccessPolicy
  /** What a unit is called on the date. */
  readonly label: (unit: Identifier.UnitId) => Text.Text
}

interface Made {
  readonly view: View.View | undefined
  readonly sight: Sight
}

const made = new WeakMap<Rosters.Rosters, Map<string, Made>>()
// As many as the organisation keeps views.
const keptDates = 16

const sightOf = (
  organisation: Organisation,
  scope: Scope,
  rosters: Rosters.Rosters,
  on: CivilDate.CivilDate
): Sight => {
  const days = made.get(rosters) ?? new Map<string, Made>()
  made.set(rosters, days)
  const { profile, organisation: view } = organisation.view(scope, on)
  const known = days.get(on)
  if (known !== undefined && known.view === view) return known.sight
  const { schemes, places } = factsOf(organisation, scope)
  const sight: Sight = {
    directory: Directory.of(schemes, Rosters.all(rosters), places, on),
    policy: profile?.access ?? AccessPolicy.cautious,
    label: (unit) => (view === undefined ? { zh: unit, en: unit } : View.label(view, unit))
  }
  days.set(on, { view, sight })
  for (const oldest of days.keys()) {
    if (days.size <= keptDates) break
    days.delete(oldest)
  }
  return sight
}

/** Roles, appointments and given access of a city as a domain of its ledger. */
export const make = (
  organisation: Organisation
): Domain.Domain<RolesCommand.Command, RolesEvent.Event, RoleError.RoleError, Sight> =>
  Domain.define({
    name: "roles",
    command: RolesCommand.Command,
    event: RolesEvent.Event,
    schemaVersion: RolesEvent.schemaVersion,
    decider,
    stream: () => stream,
    restsOn: [CityDomain.stream],
    facts: (scope) => factsOf(organisation, scope),
    view: (streams, on, scope) => sightOf(organisation, scope, streams.get(stream), on)
  })
