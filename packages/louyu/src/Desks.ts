import type { EconomySettings, EnterpriseRegister, Publications, RentRoll, Taxation } from "@louyu/economy"
import type { CivilDate, Identifier } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import type { VisitLog } from "@louyu/roles"
import type * as Effect from "effect/Effect"
import type * as DeliveryDomain from "./DeliveryDomain.ts"
import type * as RolesDomain from "./RolesDomain.ts"
import type * as VisitsDomain from "./VisitsDomain.ts"

/** The organisation of a city, as far as it was read. */
export interface OrganisationDesk {
  /** The organisation on a date. Cost: made once for a version and a date, then shared. */
  on(date: CivilDate.CivilDate): Effect.Effect<View.View>
  /** How many facts are known of the organisation: what `expectedVersion` is compared with. */
  version(): Effect.Effect<number>
}

/** The roles of a city, as far as they were read. */
export interface RolesDesk {
  /** Who answers for what, and who may read what, on a date. Cost: made once for a version and a date, then shared. */
  on(date: CivilDate.CivilDate): Effect.Effect<RolesDomain.Sight>
}

/** The visits and sweeps of a city, as far as they were read. */
export interface VisitsDesk {
  /** The log of a place; an empty one where nothing was recorded. */
  of(care: Identifier.UnitId): Effect.Effect<VisitLog.VisitLog>
  /** The logs of all places that have any. */
  all(): Effect.Effect<VisitsDomain.Sight>
}

/** What the buildings of a city yield, as far as it was read. */
export interface EconomyDesk {
  /** Spaces and leases. */
  rentRoll(): Effect.Effect<RentRoll.RentRoll>
  /** What buildings paid by year. Shape: amounts as they are; `Disclosure` says who sees them so. */
  taxation(): Effect.Effect<Taxation.Taxation>
  /** What was told of enterprises. */
  enterprises(): Effect.Effect<EnterpriseRegister.EnterpriseRegister>
  /** Figures as they were published. */
  publications(): Effect.Effect<Publications.Publications>
  /** Tiers, words, indicators and frames of the city. */
  settings(): Effect.Effect<EconomySettings.Resolved>
}

/** What is told over the channels of a city, as far as it was read. */
export interface DeliveriesDesk {
  /** What waits for every channel, and what became of what went out. */
  channels(): Effect.Effect<ReadonlyArray<DeliveryDomain.Channel>>
}
