import { CivilDate } from "@louyu/kernel"
import { Law } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import type { OrganisationDecider } from "../Organisation.ts"
import type { State } from "../State.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as Day from "./Day.ts"
import * as DayReading from "./DayReading.ts"
import * as Story from "./Story.ts"

type Date = CivilDate.CivilDate

const law = Law.make<OrganisationDecider, [ReadonlyArray<Command>]>

// Commands without an end hold up to what is planned next: if their first day is as they left it, so is the rest.
const holdsFromFirstDay = new Set<Command["_tag"]>([
  "RenameUnit",
  "MoveUnit",
  "RelocateUnit",
  "AffiliateMember",
  "SetMemberCounts",
  "LeadAlliance",
  "AttachIdentifier",
  "BindChatGroup",
  "AssignToGrid",
  "ReclassifyUnit",
  "JoinBody",
  "JoinAlliance",
  "BeginGuidance"
])

/** The days that tell whether later commands left alone what a command had said. */
const telling = (command: Command): ReadonlyArray<Date> => {
  if (holdsFromFirstDay.has(command._tag) && "from" in command && !("to" in command)) return [command.from]
  if (command._tag === "UnbindChatGroup" || command._tag === "DetachIdentifier") return [command.on]
  return Arbitrary.window
}

/** What a turn made different on a day: the facts it added, and those it took away. */
const difference = (turn: Story.Turn, on: Date) => {
  const [before, after] = [DayReading.of(turn.before, on), DayReading.of(turn.after, on)]
  const lacks = (day: Day.Day) => (fact: Day.Fact) =>
    day.facts.get(Day.key(fact.relation, fact.subject, fact.object))?.value !== fact.value
  return {
    added: [...after.facts.values()].filter(lacks(before)),
    gone: [...before.facts.values()].filter(lacks(after))
  }
}

const endings = new Set<Command["_tag"]>(["EndMembership", "LeaveBody", "LeaveAlliance", "EndGuidance"])

// Of these there is one at a time: another one says as much against their end as the same.
const exclusive = new Set(["home", "command", "location", "chat"])

const holds = (day: Day.Day, fact: Day.Fact): boolean =>
  exclusive.has(fact.relation)
    ? Day.about(day, fact.relation, fact.subject).length > 0
    : day.facts.has(Day.key(fact.relation, fact.subject, fact.object))

// An ending stands when what it ended still ends on its day, or never comes back; a later beginning is another matter.
const isEndingContradicted = (turn: Story.Turn, on: Date, outcome: State): boolean => {
  const ended = Arbitrary.window.flatMap((day) => difference(turn, day).gone)
  const [eve, day] = [DayReading.of(outcome, CivilDate.addDays(on, -1)), DayReading.of(outcome, on)]
  return ended.some((fact) =>
    holds(eve, fact)
      ? holds(day, fact)
      : Arbitrary.window.some((later) => later >= on && holds(DayReading.of(outcome, later), fact))
  )
}

/** Whether on some day that tells, the outcome is not as the turn had made it. */
const isContradicted = (turn: Story.Turn, outcome: State): boolean => {
  const { command } = turn
  if (endings.has(command._tag) && "on" in command) return isEndingContradicted(turn, command.on, outcome)
  return telling(command).some((on) => {
    const { added, gone } = difference(turn, on)
    const day = DayReading.of(outcome, on)
    const has = (fact: Day.Fact) =>
      day.facts.get(Day.key(fact.relation, fact.subject, fact.object))?.value === fact.value
    const replaced = new Set(added.map((fact) => `${fact.relation} ${fact.subject}`))
    const isBack = (fact: Day.Fact) => !replaced.has(`${fact.relation} ${fact.subject}`) && holds(day, fact)
    return !added.every(has) || gone.some(isBack)
  })
}

/**
 * What is promised when a whole history is told once more.
 *
 * Contradiction is the exact limit: where a later command said something else of the same days, telling the earlier one
 * again can only mean that it is to be as the earlier one said.
 */
export const repeatLaws: ReadonlyArray<Law.Law<OrganisationDecider>> = [
  law(
    "a history told again on its outcome is no news, but for commands that later ones contradicted",
    [Arbitrary.commands()],
    (subject, commands) => {
      const turns = [...Story.cityTurns(subject), ...Story.turns(subject, commands)]
      const outcome = turns.at(-1)?.after
      if (outcome === undefined) return
      for (const turn of turns) {
        if (!Story.isNews(turn)) continue
        const again = Result.getOrElse(subject.decide(outcome, turn.command), () => [])
        if (again.length > 0 && !isContradicted(turn, outcome)) Law.same(again, [], turn.command._tag)
      }
    }
  )
]
