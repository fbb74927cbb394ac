import { type CivilDate, type Decider, type Identifier, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { TeamId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"
import { AlreadyInTeam, NotInTeam } from "./VolunteerError.ts"
import * as Volunteering from "./Volunteering.ts"
import type { Command } from "./VolunteeringCommand.ts"
import type { Event } from "./VolunteeringEvent.ts"

export type { Facts } from "./Rule.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

const service = (
  there: Volunteering.Volunteering,
  { service: id, team, date, given = [], on }: Of<"RecordVolunteerService">
): Rule.Checked => {
  const people = given.map(({ person }) => person)
  const found = team === undefined ? undefined : Volunteering.team(there, team)
  const strange = (one: Volunteering.Team): boolean =>
    people.some((person) => Timeline.at(Volunteering.terms(one, person), date) !== true)
  return Rule.all(
    Rule.free(Option.getOrUndefined(HashMap.get(there.services, id)), "service", id),
    Rule.notBefore("service", id, on, date),
    Rule.distinct("member", people),
    () => (team === undefined ? Rule.fine : Rule.known(found, "team", team, () => Rule.fine)),
    () => (found === undefined ? Rule.fine : Rule.within("team", found.formed.team, date, Volunteering.life(found))()),
    () => Rule.demand(found === undefined || !strange(found), () => new NotInTeam({ team: team ?? "", on: date }))
  )
}

// From its beginning on no membership may follow: a second one would be in the first.
const unjoined =
  (team: Volunteering.Team, { team: id, person, from }: Of<"JoinVolunteerTeam">) =>
  (): Rule.Checked => {
    const terms = Volunteering.terms(team, person)
    const taken = terms.some((term) => Period.overlaps(term, { from }))
    return Rule.demand(!taken, () => new AlreadyInTeam({ team: id, on: from }))
  }

const leaving = (term: Period.Period | undefined, team: TeamId, to: CivilDate.CivilDate): Rule.Checked =>
  term === undefined || term.to !== undefined
    ? Result.fail(new NotInTeam({ team, on: to }))
    : Rule.ordered(term.from, to)()

const change = (
  there: Volunteering.Volunteering,
  team: TeamId,
  f: (one: Volunteering.Team) => Volunteering.Team
): Volunteering.Volunteering => ({ ...there, teams: HashMap.modify(there.teams, team, f) })

const member = (
  one: Volunteering.Team,
  person: Identifier.PersonId,
  f: (terms: Timeline.Timeline<true>) => Timeline.Timeline<true>
): Volunteering.Team => ({
  ...one,
  members: HashMap.set(one.members, person, f(Volunteering.terms(one, person)))
})

const ending = (to: CivilDate.CivilDate) => (terms: Timeline.Timeline<true>) => Timeline.endAt(terms, to)

/**
 * The rules of volunteer teams and services, place by place.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Cost: O(log n) a command.
 * Source: D-13, W-12, A-14b.
 */
export const decider: Decider.Decider<Command, Volunteering.State, Event, ProgrammesError, Rule.Facts> = Desk.decider<
  Command,
  Volunteering.Volunteering,
  Event,
  Rule.Facts
>({
  sort: "volunteering",
  key: ({ place }) => place,
  anyOrder: true,
  tags: {
    FormVolunteerTeam: "VolunteerTeamFormed",
    DisbandVolunteerTeam: "VolunteerTeamDisbanded",
    JoinVolunteerTeam: "VolunteerTeamJoined",
    LeaveVolunteerTeam: "VolunteerTeamLeft",
    DeclareTeamCount: "TeamCountDeclared",
    RecordVolunteerService: "VolunteerServiceRecorded"
  },
  start: ({ place, on }) => ({
    ...Desk.begun<Event>(on),
    place,
    teams: HashMap.empty(),
    services: HashMap.empty(),
    declared: []
  }),
  checks: {
    FormVolunteerTeam: (there, { place, team, units = [], from }, facts) =>
      Rule.all(
        Rule.free(Volunteering.team(there, team), "team", team),
        Rule.distinct("unit", units),
        Rule.existing(facts, from, [place, ...units])
      ),
    DisbandVolunteerTeam: (there, { team, to, _tag }) =>
      Rule.known(Volunteering.team(there, team), "team", team, (one) =>
        Rule.all(
          Rule.standing("team", team, one.to === undefined ? "open" : "ended", _tag, "open"),
          Rule.ordered(one.formed.from, to)
        )
      ),
    JoinVolunteerTeam: (there, command) =>
      Rule.known(Volunteering.team(there, command.team), "team", command.team, (one) =>
        Rule.all(Rule.within("team", command.team, command.from, Volunteering.life(one)), unjoined(one, command))
      ),
    LeaveVolunteerTeam: (there, { team, person, to }) =>
      Rule.known(Volunteering.team(there, team), "team", team, (one) =>
        leaving(Volunteering.terms(one, person).at(-1), team, to)
      ),
    DeclareTeamCount: (_there, { place, on }, facts) => Rule.existing(facts, on, [place])(),
    RecordVolunteerService: service
  },
  effects: {
    VolunteerTeamFormed: (there, formed) => ({
      ...there,
      teams: HashMap.set(there.teams, formed.team, { formed, to: undefined, members: HashMap.empty() })
    }),
    VolunteerTeamDisbanded: (there, { team, to }) => change(there, team, (one) => ({ ...one, to })),
    VolunteerTeamJoined: (there, { team, person, from }) =>
      change(there, team, (one) => member(one, person, (terms) => Timeline.set(terms, { from }, true))),
    VolunteerTeamLeft: (there, { team, person, to }) => change(there, team, (one) => member(one, person, ending(to))),
    TeamCountDeclared: (there, told) => ({ ...there, declared: [...there.declared, told] }),
    VolunteerServiceRecorded: (there, told) => ({ ...there, services: HashMap.set(there.services, told.service, told) })
  }
})
