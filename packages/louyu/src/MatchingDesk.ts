import type { EnterpriseRegister, RentRoll } from "@louyu/economy"
import type { CivilDate } from "@louyu/kernel"
import { Matchmaking, type Partners } from "@louyu/matching"
import type { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as EnterpriseValues from "./EnterpriseValues.ts"
import type * as MatchingDomain from "./MatchingDomain.ts"
import * as Surroundings from "./Surroundings.ts"

/** What is offered and wanted in a city, as far as it was read. */
export interface MatchingDesk {
  /** Service lists, resources, needs, matches, projects and fairs, with the catalogue they are sorted by. */
  lists(): Effect.Effect<MatchingDomain.Sight>
  /** Everything that is to be had on a date, ready to be asked what could meet a need. Cost: O(offers + matches). */
  market(on: CivilDate.CivilDate): Effect.Effect<Matchmaking.Market>
  /** What enterprises offer each other and want from each other. */
  partners(): Effect.Effect<Partners.Board>
}

/** What a desk for matching is made of: views of the city. */
export interface Parts extends Omit<MatchingDesk, "market"> {
  organisation(on: CivilDate.CivilDate): Effect.Effect<View.View>
  enterprises(): Effect.Effect<EnterpriseRegister.EnterpriseRegister>
  rentRoll(): Effect.Effect<RentRoll.RentRoll>
}

/** Makes the desk for matching of a city. */
export const desk = ({ lists, partners, organisation, enterprises, rentRoll }: Parts): MatchingDesk => ({
  lists,
  partners,
  market: Effect.fnUntraced(function* (on) {
    const seen = yield* lists()
    const values = EnterpriseValues.of({ enterprises: yield* enterprises(), rentRoll: yield* rentRoll() }, on)
    return Matchmaking.open(seen.lists, seen.catalogue, Surroundings.of(yield* organisation(on), values), on)
  })
})
