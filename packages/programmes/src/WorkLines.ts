import type { Decider } from "@louyu/kernel"
import * as Desk from "./Desk.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"
import * as WorkLine from "./WorkLine.ts"
import type { Command } from "./WorkLineCommand.ts"
import type { Event } from "./WorkLineEvent.ts"

/**
 * The rules of work lines: declared as groups of a size, and filled.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none. A
 * group may hold less or more than it declares: that is what {@link WorkLine.check} tells.
 * Source: F-05, A-17.
 */
export const decider: Decider.Decider<Command, WorkLine.State, Event, ProgrammesError> = Desk.decider<
  Command,
  WorkLine.WorkLine,
  Event,
  void,
  "DeclareWorkLine",
  "WorkLineDeclared"
>({
  sort: "workLine",
  key: ({ workLine }) => workLine,
  anyOrder: true,
  tags: {
    DeclareWorkLine: "WorkLineDeclared",
    EnterWorkLineEntry: "WorkLineEntryEntered",
    EndWorkLineEntry: "WorkLineEntryEnded"
  },
  opens: "DeclareWorkLine",
  start: (declared) => {
    return { ...Desk.begun<Event>(declared.on), declared, entries: [] }
  },
  opening: ({ groups }) =>
    Rule.distinct(
      "group",
      groups.map(({ group }) => group)
    )(),
  checks: {
    EnterWorkLineEntry: (one, { group, entry }) =>
      Rule.known(
        one.declared.groups.find((known) => known.group === group),
        "group",
        group,
        Rule.free(WorkLine.entry(one, group, entry), "entry", entry)
      ),
    EndWorkLineEntry: (one, { group, entry, to }) =>
      Rule.known(WorkLine.entry(one, group, entry), "entry", entry, (known) =>
        Rule.all(
          Rule.standing("entry", entry, known.to === undefined ? "open" : "ended", "EndWorkLineEntry", "open"),
          Rule.ordered(known.entered.from, to)
        )
      )
  },
  effects: {
    WorkLineEntryEntered: (one, entered) => ({ ...one, entries: [...one.entries, { entered, to: undefined }] }),
    WorkLineEntryEnded: (one, { group, entry, to }) => ({
      ...one,
      entries: one.entries.map((known) =>
        known.entered.group === group && known.entered.entry === entry ? { ...known, to } : known
      )
    })
  }
})
