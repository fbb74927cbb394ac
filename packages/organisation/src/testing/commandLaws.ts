import { Law } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import type { OrganisationDecider } from "../Organisation.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as Day from "./Day.ts"
import * as DayReading from "./DayReading.ts"
import * as Example from "./Example.ts"
import * as Story from "./Story.ts"
import * as Verdict from "./Verdict.ts"

const law = Law.make<OrganisationDecider, [ReadonlyArray<Command>]>
const histories = [Arbitrary.commands()] as const

const isQuiet = (decided: Story.Turn["decided"]): boolean => Result.isFailure(decided) || decided.success.length === 0

// Chat groups and identifiers leave no trace when they end on the day they began: told again, there is nothing to end.
const leavesNoTrace = new Set<Command["_tag"]>(["UnbindChatGroup", "DetachIdentifier"])

/** What is promised of every command, whatever came before it. */
export const commandLaws: ReadonlyArray<Law.Law<OrganisationDecider>> = [
  law(
    "a command is refused exactly when some day, past or future, would break a rule",
    histories,
    (subject, commands) => {
      for (const { command, before, decided } of Story.turns(subject, commands)) {
        const expected = Verdict.of(Example.structure, Story.everyDay(before), command)
        if (expected === undefined) continue
        const actual = Result.isSuccess(decided) ? "accept" : "refuse"
        const why = Result.isFailure(decided) ? decided.failure.message : "no objection"
        Law.same(`${actual} ${command._tag}`, `${expected} ${command._tag}`, why)
      }
    }
  ),
  law("an accepted command decided again is no news", histories, (subject, commands) => {
    for (const { command, decided, after } of Story.turns(subject, commands)) {
      if (Result.isFailure(decided)) continue
      const again = subject.decide(after, command)
      if (leavesNoTrace.has(command._tag)) Law.same(isQuiet(again), true, command._tag)
      else
        Law.same(
          Result.getOrElse(again, (failure) => failure.message),
          [],
          command._tag
        )
    }
  }),
  law("taking part in a body changes nobody's home and no count", histories, (subject, commands) => {
    for (const turn of Story.turns(subject, commands)) {
      if (turn.command._tag !== "JoinBody" && turn.command._tag !== "LeaveBody") continue
      for (const on of Arbitrary.window) {
        const [before, after] = [DayReading.of(turn.before, on), DayReading.of(turn.after, on)]
        for (const relation of ["home", "counts", "command", "location"]) {
          Law.same(Day.all(after, relation), Day.all(before, relation), relation)
        }
      }
    }
  })
]
