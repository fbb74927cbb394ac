import { type Decider, Timeline } from "@louyu/kernel"
import { CoManagersMissing } from "./AgreementError.ts"
import * as CoManagement from "./CoManagement.ts"
import type { Command, Manager } from "./CoManagementCommand.ts"
import type { CoManagementFormed, Event } from "./CoManagementEvent.ts"
import * as Desk from "./Desk.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"

export type { Facts } from "./Rule.ts"

const present = (coManagement: string, managers: ReadonlyArray<Manager>) => (): Rule.Checked => {
  const kinds = CoManagement.kinds.filter((kind) => !managers.some((one) => one.kind === kind))
  return Rule.demand(kinds.length === 0, () => new CoManagersMissing({ coManagement, kinds }))
}

const start = (formed: CoManagementFormed): CoManagement.CoManagement => {
  const dutiesOf = (kind: Manager["kind"]): CoManagement.Duties =>
    formed.managers.flatMap((one) => (one.kind === kind ? [{ unit: one.unit, duty: one.duty }] : []))
  return {
    ...Desk.begun<Event>(formed.on),
    formed,
    duties: new Map(CoManagement.kinds.map((kind) => [kind, Timeline.since(formed.from, dutiesOf(kind))])),
    to: formed.to
  }
}

/**
 * The rules of co-management pacts: on every day all four kinds of parties are there, each with a duty.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Source: H-18.
 */
export const decider: Decider.Decider<Command, CoManagement.State, Event, ProgrammesError, Rule.Facts> = Desk.decider<
  Command,
  CoManagement.CoManagement,
  Event,
  Rule.Facts,
  "FormCoManagement",
  "CoManagementFormed"
>({
  sort: "coManagement",
  key: ({ coManagement }) => coManagement,
  anyOrder: true,
  tags: {
    FormCoManagement: "CoManagementFormed",
    ReplaceCoManager: "CoManagerReplaced",
    EndCoManagement: "CoManagementEnded"
  },
  opens: "FormCoManagement",
  start,
  opening: ({ coManagement, names, managers, from, to }, facts) =>
    Rule.all(
      Rule.ordered(from, to),
      present(coManagement, managers),
      Rule.distinct(
        "party",
        managers.map(({ unit }) => unit)
      ),
      Rule.existing(
        facts,
        from,
        managers.map(({ unit }) => unit)
      ),
      Rule.impersonal("coManagement", coManagement, names.zh, names.en, ...managers.map(({ duty }) => duty))
    ),
  checks: {
    ReplaceCoManager: (one, { coManagement, unit, duty, from }, facts) =>
      Rule.all(
        Rule.within("coManagement", coManagement, from, CoManagement.life(one)),
        Rule.existing(facts, from, [unit]),
        Rule.impersonal("coManagement", duty)
      ),
    EndCoManagement: (one, { coManagement, to }) =>
      Rule.all(Rule.ordered(one.formed.from, to), Rule.notBefore("coManagement", coManagement, one.to ?? to, to))
  },
  effects: {
    CoManagerReplaced: (one, { kind, unit, duty, from }) => ({
      ...one,
      duties: new Map(one.duties).set(
        kind,
        Timeline.setFrom(one.duties.get(kind) ?? Timeline.empty<CoManagement.Duties>(), from, [{ unit, duty }])
      )
    }),
    CoManagementEnded: (one, { to }) => ({ ...one, to })
  }
})
