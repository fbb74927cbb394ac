import { type Decider, Timeline } from "@louyu/kernel"
import { CoManagersMissing } from "./AgreementError.ts"
import * as CoManagement from "./CoManagement.ts"
import type { Command, Manager, ReplaceCoManager } from "./CoManagementCommand.ts"
import type { CoManagementFormed, Event } from "./CoManagementEvent.ts"
import * as Desk from "./Desk.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"

export type { Facts } from "./Rule.ts"

type Replacement = Pick<typeof ReplaceCoManager.Type, "kind" | "unit" | "duty" | "from">

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

const replacing = (one: CoManagement.CoManagement, { kind, unit, duty, from }: Replacement) =>
  Timeline.setFrom(one.duties.get(kind) ?? Timeline.empty<CoManagement.Duties>(), from, [{ unit, duty }])

// A unit that stood for two kinds of parties on some day would leave three where there should be four.
const unshared = (one: CoManagement.CoManagement, replacement: Replacement) => (): Rule.Checked => {
  const { kind, unit } = replacement
  const after = replacing(one, replacement)
  const stands = (all: CoManagement.Duties): boolean => all.some((other) => other.unit === unit)
  const twice = [...one.duties].some(
    ([other, duties]) =>
      other !== kind && Timeline.zip(after, duties).some(({ value: [mine, theirs] }) => stands(mine) && stands(theirs))
  )
  return Rule.free(twice ? unit : undefined, "party", unit)()
}

/**
 * The rules of co-management pacts: on every day all four kinds of parties are there, each with a duty, and no unit
 * stands for two of them.
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
  opening: ({ coManagement, managers, from, to }, facts) =>
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
      )
    ),
  checks: {
    ReplaceCoManager: (one, command, facts) =>
      Rule.all(
        Rule.within("coManagement", command.coManagement, command.from, CoManagement.life(one)),
        Rule.existing(facts, command.from, [command.unit]),
        unshared(one, command)
      ),
    EndCoManagement: (one, { coManagement, to }) =>
      Rule.all(
        Rule.ordered(one.formed.from, to),
        Rule.noLater("coManagement", coManagement, to, CoManagement.life(one))
      )
  },
  effects: {
    CoManagerReplaced: (one, replaced) => ({
      ...one,
      duties: new Map(one.duties).set(replaced.kind, replacing(one, replaced))
    }),
    CoManagementEnded: (one, { to }) => ({ ...one, to })
  }
})
