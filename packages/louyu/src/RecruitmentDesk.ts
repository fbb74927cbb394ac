import type { RentRoll, Wanted } from "@louyu/economy"
import type { CivilDate } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import { type Prospect, State, type StayBook } from "@louyu/recruitment"
import * as Effect from "effect/Effect"
import * as Openings from "./Openings.ts"

/** Who may come to a city, and who is beginning there, as far as it was read. */
export interface RecruitmentDesk {
  /** Pipelines, prospects and those who look after them. */
  prospects(): Effect.Effect<State.State>
  /** What is vacant on a date or comes free soon, held against what a prospect looks for; nothing for one nobody knows. */
  openings(prospect: Prospect.ProspectId, on: CivilDate.CivilDate): Effect.Effect<ReadonlyArray<Wanted.Fit>>
  /** Transitional offices and the stays in them. */
  stays(): Effect.Effect<StayBook.StayBook>
}

/** What a desk for recruitment is made of: views of the city. */
export interface Parts extends Omit<RecruitmentDesk, "openings"> {
  organisation(on: CivilDate.CivilDate): Effect.Effect<View.View>
  rentRoll(): Effect.Effect<RentRoll.RentRoll>
}

/** Makes the desk for recruitment of a city. */
export const desk = ({ prospects, stays, organisation, rentRoll }: Parts): RecruitmentDesk => ({
  prospects,
  stays,
  openings: Effect.fnUntraced(function* (id, on) {
    const known = State.prospect(yield* prospects(), id)
    if (known === undefined) return []
    return Openings.of(yield* organisation(on), yield* rentRoll(), known.prospect.intent ?? {})
  })
})
