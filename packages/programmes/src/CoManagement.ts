import { type CivilDate, type Identifier, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type { CoManagementId, Reference } from "./Code.ts"
import type { PartyKind } from "./CoManagementCommand.ts"
import type * as Event from "./CoManagementEvent.ts"
import * as Desk from "./Desk.ts"
import * as Rule from "./Rule.ts"

type Date = CivilDate.CivilDate

/** Every kind of party, each of which must be there. Source: H-18. */
export const kinds: ReadonlyArray<PartyKind> = ["building", "street", "community", "socialOrganisation"]

/** Who of a kind is there, and what each does. */
export type Duties = ReadonlyArray<{ readonly unit: Identifier.UnitId; readonly duty: string }>

/** A co-management pact: who has which duty, over time. Source: H-18. */
export interface CoManagement extends Desk.Story<Event.Event> {
  readonly formed: Event.CoManagementFormed
  readonly duties: ReadonlyMap<PartyKind, Timeline.Timeline<Duties>>
  readonly to: Date | undefined
}

/** The co-management pacts of a city. Immutable. */
export type State = Desk.Stories<CoManagement>

/** A co-management pact. Cost: O(log n). */
export const get = (state: State, id: CoManagementId): CoManagement | undefined => Desk.get(state, id)

/** The days of a co-management pact. */
export const life = ({ formed, to }: CoManagement): Period.Period => Rule.period(formed.from, to)

/** Who of a kind has which duty on a date. */
export const duties = ({ duties: all }: CoManagement, kind: PartyKind, on: Date): Duties =>
  Timeline.at(all.get(kind) ?? Timeline.empty<Duties>(), on) ?? []

/** The kinds of parties that are not there on a date of the pact: none, ever. Source: H-18. */
export const missing = (one: CoManagement, on: Date): ReadonlyArray<PartyKind> =>
  Period.contains(life(one), on) ? kinds.filter((kind) => duties(one, kind, on).length === 0) : []

/** The pacts under which something is managed on a date. Cost: O(pacts). */
export const over = (state: State, subject: Reference, on: Date): ReadonlyArray<CoManagement> =>
  [...HashMap.values(state)].filter((one) => one.formed.subject === subject && Period.contains(life(one), on))
