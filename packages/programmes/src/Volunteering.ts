import { type CivilDate, type Count, type Identifier, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Code, TeamId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Rule from "./Rule.ts"
import type * as Event from "./VolunteeringEvent.ts"

type Date = CivilDate.CivilDate
type PersonId = Identifier.PersonId

/** A volunteer team with its members over time. Source: D-13, W-12. */
export interface Team {
  readonly formed: Event.VolunteerTeamFormed
  readonly to: Date | undefined
  readonly members: HashMap.HashMap<PersonId, Timeline.Timeline<true>>
}

/** The volunteers of a place: teams, services, and what texts say of their number. */
export interface Volunteering extends Desk.Story<Event.Event> {
  readonly place: Identifier.UnitId
  readonly teams: HashMap.HashMap<TeamId, Team>
  readonly services: HashMap.HashMap<Code, Event.VolunteerServiceRecorded>
  readonly declared: ReadonlyArray<Event.TeamCountDeclared>
}

/** Volunteering in a city, place by place. Immutable. */
export type State = Desk.Stories<Volunteering>

/** The volunteers of a place. Cost: O(log n). */
export const get = (state: State, place: Identifier.UnitId): Volunteering | undefined => Desk.get(state, place)

/** A team of a place. */
export const team = ({ teams }: Volunteering, id: TeamId): Team | undefined =>
  Option.getOrUndefined(HashMap.get(teams, id))

/** The days of a team. */
export const life = ({ formed, to }: Team): Period.Period => Rule.period(formed.from, to)

/** The times a person was in a team. */
export const terms = ({ members }: Team, person: PersonId): Timeline.Timeline<true> =>
  Option.getOrElse(HashMap.get(members, person), () => Timeline.empty<true>())

/** Tells whether a person is in a team on a date: what wishes ask for. Cost: O(log n). */
export const isInTeam = (state: State, place: Identifier.UnitId, id: TeamId, person: PersonId, on: Date): boolean => {
  const there = get(state, place)
  const found = there === undefined ? undefined : team(there, id)
  return found !== undefined && Period.contains(life(found), on) && Timeline.at(terms(found, person), on) === true
}

/** Tells whether a place has a team on a date: what wishes ask for. */
export const hasTeam = (state: State, place: Identifier.UnitId, id: TeamId, on: Date): boolean => {
  const there = get(state, place)
  const found = there === undefined ? undefined : team(there, id)
  return found !== undefined && Period.contains(life(found), on)
}

/** How many teams a text says there are, and how many are listed. */
export interface TeamCount {
  readonly declared: Count.Count | undefined
  readonly source: string | undefined
  readonly listed: number
  /** Whether they say different things: an exact number is another one, a bound is not reached. */
  readonly differs: boolean
}

const isOther = ({ value, qualifier }: Count.Count, listed: number): boolean =>
  qualifier === "exact" ? value !== listed : qualifier === "atLeast" && listed < value

/** The teams of a place on a date, by id. */
export const listed = ({ teams }: Volunteering, on: Date): ReadonlyArray<Team> =>
  [...HashMap.values(teams)]
    .filter((one) => Period.contains(life(one), on))
    .sort((a, b) => (a.formed.team < b.formed.team ? -1 : 1))

/**
 * The number of teams a text declares beside the number listed; neither is changed for the other.
 *
 * Source: A-14b (five declared, six listed).
 */
export const teamCount = (there: Volunteering, on: Date): TeamCount => {
  const told = there.declared
    .filter((one) => one.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1)
  const count = listed(there, on).length
  return {
    declared: told?.count,
    source: told?.source,
    listed: count,
    differs: told !== undefined && isOther(told.count, count)
  }
}

/** The teams of a place with some expertise on a date. Source: D-13. */
export const withExpertise = (there: Volunteering, tag: Code, on: Date): ReadonlyArray<Team> =>
  listed(there, on).filter(({ formed }) => (formed.expertise ?? []).includes(tag))

/** The volunteer services of a place in a period, by date. */
export const services = (
  { services: all }: Volunteering,
  period: Period.Period
): ReadonlyArray<Event.VolunteerServiceRecorded> =>
  [...HashMap.values(all)]
    .filter(({ date }) => Period.contains(period, date))
    .sort((a, b) => (a.date === b.date ? (a.service < b.service ? -1 : 1) : a.date < b.date ? -1 : 1))

/**
 * What volunteers gave at a place in a period, together and by person.
 *
 * Units: minutes. Only what was taken down by person is counted.
 * Source: D-13.
 */
export const minutes = (
  there: Volunteering,
  period: Period.Period
): { readonly total: number; readonly byPerson: ReadonlyMap<PersonId, number> } => {
  const byPerson = new Map<PersonId, number>()
  let total = 0
  for (const { given = [] } of services(there, period)) {
    for (const { person, minutes: some } of given) {
      byPerson.set(person, (byPerson.get(person) ?? 0) + some)
      total += some
    }
  }
  return { total, byPerson }
}
