import type { Profile } from "@louyu/profiles"
import type {
  Activity,
  AnnualList,
  Benefit,
  ChildcareClass,
  CoManagement,
  Pact,
  Pairing,
  Programme,
  Series,
  Volunteering,
  Wish,
  WorkLine
} from "@louyu/programmes"
import * as Effect from "effect/Effect"
import type { Show } from "./Domain.ts"
import * as ProgrammesDomain from "./ProgrammesDomain.ts"

/** What people do together in a city, as far as it was read. */
export interface ProgrammesDesk {
  /** Programmes with their service projects. */
  programmes(): Effect.Effect<Programme.State>
  /** Series of activities that come again. */
  series(): Effect.Effect<Series.State>
  /** Activities with those who register and come. */
  activities(): Effect.Effect<Activity.State>
  /** Lines of work as a structure. */
  workLines(): Effect.Effect<WorkLine.State>
  /** Practical projects on annual lists. */
  annualLists(): Effect.Effect<AnnualList.State>
  /** Volunteer teams and their hours. */
  volunteers(): Effect.Effect<Volunteering.State>
  /** Micro-wishes. */
  wishes(): Effect.Effect<Wish.State>
  /** Pacts and who signed which version. */
  pacts(): Effect.Effect<Pact.State>
  /** Pairings of parties, with what they promised each other. */
  pairings(): Effect.Effect<Pairing.State>
  /** Co-management pacts. */
  coManagements(): Effect.Effect<CoManagement.State>
  /** Childcare classes. */
  classes(): Effect.Effect<ChildcareClass.State>
  /** How the benefit of practical projects is scored. */
  benefit(): Effect.Effect<Benefit.Scheme>
}

/** Makes the desk for programmes of a city. */
export const desk = (
  show: Show,
  all: ProgrammesDomain.All,
  profile: () => Effect.Effect<Profile.Profile>
): ProgrammesDesk => ({
  programmes: show(all.programmes),
  series: show(all.series),
  activities: show(all.activities),
  workLines: show(all.workLines),
  annualLists: show(all.annualLists),
  volunteers: show(all.volunteers),
  wishes: show(all.wishes),
  pacts: show(all.pacts),
  pairings: show(all.pairings),
  coManagements: show(all.coManagements),
  classes: show(all.classes),
  benefit: () => Effect.map(profile(), ProgrammesDomain.benefit)
})
