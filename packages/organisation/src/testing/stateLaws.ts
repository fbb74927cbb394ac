import { Law } from "@louyu/kernel/testing"
import type { Command } from "../Command.ts"
import type { OrganisationDecider } from "../Organisation.ts"
import type { State } from "../State.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as Day from "./Day.ts"
import * as DayModel from "./DayModel.ts"
import * as DayRules from "./DayRules.ts"
import * as Example from "./Example.ts"
import * as Story from "./Story.ts"

const law = Law.make<OrganisationDecider, [ReadonlyArray<Command>]>
const histories = [Arbitrary.commands()] as const

/** What holds of every state, on every day. */
export const stateLaws: ReadonlyArray<Law.Law<OrganisationDecider>> = [
  law("a state says of every day what its events say, taken day by day", histories, (subject, commands) => {
    const begun = Story.begin(subject)
    const turns = [...Story.turns(subject, commands)]
    const events = [...begun.events, ...turns.flatMap(Story.events)]
    const model = DayModel.replay(DayModel.empty(Arbitrary.window), events)
    for (const [i, day] of Story.everyDay(turns.at(-1)?.after ?? begun.state).entries()) {
      const expected = model[i]
      if (expected !== undefined) Law.same(Day.lines(day), Day.lines(expected), day.on)
    }
  }),
  law("no day, past or future, breaks a rule, whatever was accepted", histories, (subject, commands) => {
    for (const turn of Story.turns(subject, commands)) {
      if (!Story.isNews(turn)) continue
      for (const day of Day.distinct(Story.everyDay(turn.after))) {
        Law.same(DayRules.breaches(Example.structure, day), [], `after ${turn.command._tag}`)
      }
    }
  }),
  law("a state stays as it was, whatever happens after it", histories, (subject, commands) => {
    const kept: Array<{ readonly state: State; readonly shown: ReadonlyArray<string> }> = []
    for (const [i, { before }] of Story.numbered(subject, commands)) {
      if (i % 8 === 0) kept.push({ state: before, shown: Story.shown(before) })
    }
    for (const { state, shown } of kept) Law.same(Story.shown(state), shown, "an earlier state")
  })
]
