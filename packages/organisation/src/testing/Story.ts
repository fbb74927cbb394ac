import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import type { Event } from "../Event.ts"
import type { OrganisationDecider } from "../Organisation.ts"
import type { OrganisationError } from "../OrganisationError.ts"
import type { State } from "../State.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as Day from "./Day.ts"
import * as DayReading from "./DayReading.ts"
import * as Example from "./Example.ts"

/** One command of a history and what became of it; `after` is `before` when it was refused. */
export interface Turn {
  readonly command: Command
  readonly before: State
  readonly decided: Result.Result<ReadonlyArray<Event>, OrganisationError>
  readonly after: State
}

/** The example's city under a decider. */
export const begin = (subject: OrganisationDecider) => Decider.run(subject, subject.initial, Example.city, undefined)

const follow = function* (
  subject: OrganisationDecider,
  start: State,
  commands: Iterable<Command>
): Generator<Turn, void> {
  let before = start
  for (const command of commands) {
    const decided = subject.decide(before, command)
    const after = Result.isSuccess(decided) ? decided.success.reduce(subject.evolve, before) : before
    yield { command, before, decided, after }
    before = after
  }
}

/** Lets a history happen in the example's city, or in a state it has reached, turn by turn. */
export const turns = (
  subject: OrganisationDecider,
  commands: Iterable<Command>,
  start: State = begin(subject).state
): Generator<Turn, void> => follow(subject, start, commands)

/** The turns that set up the example's city. */
export const cityTurns = (subject: OrganisationDecider): Generator<Turn, void> =>
  follow(subject, subject.initial, Example.city)

/** The turns with their numbers. */
export function* numbered(
  subject: OrganisationDecider,
  commands: Iterable<Command>
): Generator<readonly [number, Turn], void> {
  let number = 0
  for (const turn of turns(subject, commands)) yield [number++, turn]
}

/** The events of a turn; none when the command was refused. */
export const events = (turn: Turn): ReadonlyArray<Event> => Result.getOrElse(turn.decided, () => [])

/** Whether a turn changed something. */
export const isNews = (turn: Turn): boolean => events(turn).length > 0

/** Everything a state says, on every day of the window. */
export const everyDay = (state: State): ReadonlyArray<Day.Day> => Arbitrary.window.map((on) => DayReading.of(state, on))

/** Everything a state says, as lines; equal for states that say the same. */
export const shown = (state: State): ReadonlyArray<string> =>
  everyDay(state).flatMap((day) => Day.lines(day).map((line) => `${day.on} ${line}`))
