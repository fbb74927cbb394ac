import { Check, type CivilDate, type Decider, Period } from "@louyu/kernel"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import * as Demand from "./Demand.ts"
import type { StationId } from "./StationCode.ts"
import type { Command, StationDepartment } from "./StationingCommand.ts"
import { NotStationedThen, StationedAlready, type StationingError } from "./StationingError.ts"
import * as Event from "./StationingEvent.ts"
import * as State from "./StationingState.ts"

/** What departments at stations need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: Demand.Exists
  /** Whether a station is there on a date. */
  readonly station: (station: StationId, on: CivilDate.CivilDate) => boolean
}

type Checked = Check.Check<StationingError>
const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

const beginning = (facts: Facts, state: State.State, command: typeof StationDepartment.Type): Checked => {
  const { stationing, station, department, names, from, to } = command
  return all(
    () => Demand.free(State.stationing(state, stationing), "stationing", stationing),
    () => Result.map(Period.make(from, to), () => undefined),
    () => Demand.there(facts.station(station, from), "station", station),
    () => Demand.existing(facts.exists, from, department),
    () => Demand.impersonal(stationing, names)
  )
}

const check = (known: State.Stationing, command: Exclude<Command, { _tag: "StationDepartment" }>): Checked => {
  const { stationing } = command
  const expected = (date: CivilDate.CivilDate) => () =>
    Demand.that(State.isExpected(known, date), () => new NotStationedThen({ stationing, date }))
  switch (command._tag) {
    case "SkipStationing":
      return all(expected(command.date), () => Demand.impersonal(stationing, command.reason))
    case "MoveStationing": {
      const { date, to } = command
      // Whether a day is worked is not known here: one that comes every working day may come on any other.
      const everyDay = "every" in known.stationed.pattern && State.insteadOn(known, to) === undefined
      return all(
        expected(date),
        () => Demand.there(Period.contains(known.life, to), "stationing", stationing),
        () =>
          Demand.that(
            date !== to && (everyDay || !State.isExpected(known, to)),
            () => new StationedAlready({ stationing, date: to })
          )
      )
    }
    case "EndStationing":
      return all(
        () => Result.map(Period.make(known.life.from, command.to), () => undefined),
        () => Demand.there(known.life.to === undefined || command.to < known.life.to, "stationing", stationing)
      )
  }
}

/**
 * The rules of departments that come to a station on a timetable.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Cost: O(log n) a command.
 * Source: F-08, F-15, D-12.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, StationingError, Facts> = {
  initial: State.initial,
  evolve: State.evolve,
  decide: (state, command, facts) => {
    const event = Event.of(command)
    const known = State.stationing(state, command.stationing)
    if (known !== undefined && HashSet.has(known.told, event)) return Result.succeed([])
    const checked =
      command._tag === "StationDepartment"
        ? beginning(facts, state, command)
        : Result.flatMap(Demand.known(known, "stationing", command.stationing), (one): Checked => check(one, command))
    return Result.map(checked, () => [event])
  }
}
