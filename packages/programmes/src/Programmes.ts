import { CivilDate, type Decider, type Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import { NotParticipating } from "./ActivityError.ts"
import * as Desk from "./Desk.ts"
import * as Programme from "./Programme.ts"
import type { Command } from "./ProgrammeCommand.ts"
import type { Event, ProgrammeLaunched } from "./ProgrammeEvent.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"

export type { Facts } from "./Rule.ts"

type Facts = Rule.Facts

const start = (launched: ProgrammeLaunched): Programme.Programme => {
  return {
    ...Desk.begun<Event>(launched.on),
    launched,
    departments: launched.departments,
    projects: HashMap.empty(),
    to: launched.to
  }
}

// Departments join from the day it is made known, which may be before it begins.
const sinceLaunch = ({ launched, to }: Programme.Programme): Period.Period =>
  Rule.period(CivilDate.min(launched.on, launched.from), to)

const participating =
  ({ launched, departments }: Programme.Programme, department: ProgrammeLaunched["departments"][0]) =>
  (): Rule.Checked =>
    Rule.demand(
      departments.includes(department),
      () => new NotParticipating({ programme: launched.programme, department })
    )

/**
 * The rules of programmes: every service project belongs to one programme and is led by one of its departments.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Cost: O(log n) a command.
 * Source: W-02.
 */
export const decider: Decider.Decider<Command, Programme.State, Event, ProgrammesError, Facts> = Desk.decider<
  Command,
  Programme.Programme,
  Event,
  Facts,
  "LaunchProgramme",
  "ProgrammeLaunched"
>({
  sort: "programme",
  key: ({ programme }) => programme,
  anyOrder: true,
  tags: {
    LaunchProgramme: "ProgrammeLaunched",
    JoinProgramme: "ProgrammeJoined",
    OpenServiceProject: "ServiceProjectOpened",
    ChangeServiceLead: "ServiceLeadChanged",
    EndProgramme: "ProgrammeEnded"
  },
  opens: "LaunchProgramme",
  start,
  opening: ({ departments, from, to }, facts) =>
    Rule.all(Rule.ordered(from, to), Rule.distinct("unit", departments), Rule.existing(facts, from, departments)),
  checks: {
    JoinProgramme: (one, { programme, department, on }, facts) =>
      Rule.all(
        Rule.within("programme", programme, on, sinceLaunch(one)),
        Rule.existing(facts, on, [department]),
        Rule.free(one.departments.includes(department) ? department : undefined, "unit", department)
      ),
    OpenServiceProject: (one, { programme, project, lead, from }, facts) =>
      Rule.all(
        Rule.free(Programme.project(one, project), "project", project),
        Rule.within("programme", programme, from, Programme.life(one)),
        participating(one, lead),
        Rule.existing(facts, from, [lead])
      ),
    ChangeServiceLead: (one, { programme, project: id, lead, from }, facts) =>
      Rule.known(Programme.project(one, id), "project", id, ({ opened }) =>
        Rule.all(
          Rule.within("programme", programme, from, Programme.life(one)),
          Rule.notBefore("project", id, from, opened.from),
          participating(one, lead),
          Rule.existing(facts, from, [lead])
        )
      ),
    EndProgramme: (one, { programme, to }) =>
      Rule.all(Rule.ordered(one.launched.from, to), Rule.noLater("programme", programme, to, Programme.life(one)))
  },
  effects: {
    ProgrammeJoined: (one, { department }) => ({ ...one, departments: [...one.departments, department] }),
    ServiceProjectOpened: (one, opened) => ({
      ...one,
      projects: HashMap.set(one.projects, opened.project, { opened, leads: Timeline.since(opened.from, opened.lead) })
    }),
    ServiceLeadChanged: (one, { project, lead, from }) => ({
      ...one,
      projects: HashMap.modify(one.projects, project, (known) => ({
        ...known,
        leads: Timeline.setFrom(known.leads, from, lead)
      }))
    }),
    ProgrammeEnded: (one, { to }) => ({ ...one, to })
  }
})
