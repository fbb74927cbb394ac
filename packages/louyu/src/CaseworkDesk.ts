import {
  type BodyState,
  type Case,
  type CaseworkSettings,
  type Command,
  Outcomes,
  State,
  type WhistleState
} from "@louyu/casework"
import type { CivilDate, Identifier, WorkCalendar } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import type { Directory } from "@louyu/roles"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as CaseClock from "./CaseClock.ts"
import * as CaseRoute from "./CaseRoute.ts"
import type { Cases } from "./CaseworkDomain.ts"
import type { CalendarMissing, CommandsRefused } from "./CityError.ts"
import type { By } from "./Submission.ts"

/** What was raised in a city and what became of it, as far as it was read. */
export interface CaseworkDesk<Failure> {
  /** Every case. Shape: private ones among them; {@link CaseworkDesk.seenBy} leaves out what somebody may not see. */
  cases(): Effect.Effect<Cases>
  /** The cases a person may see. Source: R5-18. */
  seenBy(person: Identifier.PersonId): Effect.Effect<ReadonlyArray<State.CaseKnown>>
  /** Who answers for a case on a date, and why; nothing for one nobody knows. */
  whose(id: Case.CaseId, on: CivilDate.CivilDate): Effect.Effect<CaseRoute.CaseRoute | undefined>
  /** The open cases that wait to be deliberated, for each body at their place or above that could (R5-14). */
  agendas(on: CivilDate.CivilDate): Effect.Effect<ReadonlyArray<Outcomes.Agenda>>
  /** The bodies that deliberate. */
  bodies(): Effect.Effect<BodyState.State>
  /** The whistles. */
  whistles(): Effect.Effect<WhistleState.State>
  /** Flows, who may dispatch, and kinds of body. */
  settings(): Effect.Effect<CaseworkSettings.CaseworkSettings>
  /**
   * Lets the clock do its work, now: tells cases what bodies did about them, keeps when they are due, and takes what is
   * overdue one level up.
   *
   * Shape: done twice at one moment, it does nothing the second time. Fails: `CalendarMissing`; like `dispatchAll`.
   */
  tick(by: By): Effect.Effect<CaseClock.Ticked, Failure>
}

/** What a desk for casework is made of: views of the city, and a way to have commands carried out, all or none. */
export interface Parts<E> extends Pick<CaseworkDesk<never>, "cases" | "bodies" | "whistles" | "settings"> {
  directory(on: CivilDate.CivilDate): Effect.Effect<Directory.Directory>
  organisation(on: CivilDate.CivilDate): Effect.Effect<View.View>
  calendar(): Effect.Effect<WorkCalendar.WorkCalendar, CalendarMissing>
  record(commands: ReadonlyArray<Command.Command>, by: By): Effect.Effect<unknown, E | CommandsRefused>
}

/** Makes the desk for casework of a city. */
export const desk = <E>(parts: Parts<E>): CaseworkDesk<E | CalendarMissing> => ({
  cases: parts.cases,
  bodies: parts.bodies,
  whistles: parts.whistles,
  settings: parts.settings,
  seenBy: (person) =>
    Effect.map(parts.cases(), (cases) => [...cases].filter((known) => State.rightOf(known, person) !== "none")),
  whose: Effect.fnUntraced(function* (id, on) {
    const known = (yield* parts.cases()).get(id)
    return known && CaseRoute.of(yield* parts.settings(), yield* parts.directory(on), known)
  }),
  agendas: Effect.fnUntraced(function* (on) {
    const cases = yield* parts.cases()
    const view = yield* parts.organisation(on)
    return Outcomes.agendas(
      yield* parts.bodies(),
      cases,
      cases.facts,
      (place, inner) => place === inner || View.isAbove(view, "location", place, inner)
    )
  }),
  tick: Effect.fnUntraced(function* (by) {
    const { cases, bodies } = parts
    const watch = { cases, bodies, calendar: yield* parts.calendar(), now: yield* Clock.currentTimeMillis }
    return yield* CaseClock.tick(watch, (commands) => parts.record(commands, by))
  })
})
