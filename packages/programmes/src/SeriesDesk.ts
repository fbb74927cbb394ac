import { type Decider, Timeline } from "@louyu/kernel"
import type { ProgrammeId, ProjectId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import { ProgrammePartUnknown, type ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"
import * as Series from "./Series.ts"
import type { Command } from "./SeriesCommand.ts"
import type { Event, SeriesStarted } from "./SeriesEvent.ts"

/** What series need to know of the rest of the city. */
export interface Facts extends Rule.Facts {
  /** Whether a service project of a programme runs on a date. */
  readonly hasProject: (programme: ProgrammeId, project: ProjectId, on: SeriesStarted["on"]) => boolean
}

const start = (started: SeriesStarted): Series.Series => {
  return {
    ...Desk.begun<Event>(started.on),
    started,
    rhythms: Timeline.since(started.from, { recurrence: started.recurrence, since: started.from }),
    to: started.to
  }
}

/**
 * The rules of series: they begin, have other dates from a day on, and end.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Cost: O(log n) a command.
 * Source: F-07.
 */
export const decider: Decider.Decider<Command, Series.State, Event, ProgrammesError, Facts> = Desk.decider<
  Command,
  Series.Series,
  Event,
  Facts,
  "StartSeries",
  "SeriesStarted"
>({
  sort: "series",
  key: ({ series }) => series,
  anyOrder: true,
  tags: { StartSeries: "SeriesStarted", ChangeRecurrence: "RecurrenceChanged", EndSeries: "SeriesEnded" },
  opens: "StartSeries",
  start,
  opening: ({ project, hosts, place, from, to }, facts) =>
    Rule.all(
      Rule.ordered(from, to),
      Rule.distinct("unit", hosts),
      Rule.existing(facts, from, place === undefined ? hosts : [...hosts, place]),
      () =>
        Rule.demand(
          project === undefined || facts.hasProject(project.programme, project.project, from),
          () => new ProgrammePartUnknown({ sort: "project", id: project?.project ?? "" })
        )
    ),
  checks: {
    ChangeRecurrence: (one, { series, from }) => Rule.within("series", series, from, Series.life(one))(),
    EndSeries: (one, { series, to }) =>
      Rule.all(Rule.ordered(one.started.from, to), Rule.noLater("series", series, to, Series.life(one)))
  },
  effects: {
    RecurrenceChanged: (one, { recurrence, from }) => ({
      ...one,
      rhythms: Timeline.setFrom(one.rhythms, from, { recurrence, since: from })
    }),
    SeriesEnded: (one, { to }) => ({ ...one, to })
  }
})
