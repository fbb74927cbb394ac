import type { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Places from "./Places.ts"
import * as VisitCommand from "./VisitCommand.ts"
import { type VisitError, VisitUnitUnknown } from "./VisitError.ts"
import type { VisitEvent } from "./VisitEvent.ts"
import * as VisitLog from "./VisitLog.ts"

/** The write side of the visits of one place in a city. Facts are the units that exist. */
export type VisitsDecider = Decider.Decider<
  VisitCommand.VisitCommand,
  VisitLog.VisitLog,
  VisitEvent,
  VisitError,
  Places.Places
>

/** The rules of visits and sweeps where it is known which units exist: only those are visited. */
export const decider: VisitsDecider = {
  ...VisitLog.decider,
  decide: (log, command, places) => {
    const on = "from" in command ? command.from : command.on
    const unit = VisitCommand.unitsOf(command).find((one) => !Places.exists(places, one, on))
    return unit === undefined ? VisitLog.decider.decide(log, command) : Result.fail(new VisitUnitUnknown({ unit, on }))
  }
}
