import { KernelError, Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Chain from "../Chain.ts"
import * as State from "../State.ts"
import { type Decision, type Decisions, type Effects, facts, nothing } from "./Rule.ts"

export const decisions: Decisions<"StartTerm" | "ReportActivity"> = {
  StartTerm: (_context, state, { unit: id, from, to }) => {
    const period = Period.make(from, to)
    if (Result.isFailure(period)) return Result.fail(period.failure)
    return Result.flatMap(State.living(state, id, from), (unit): Decision => {
      const known = unit.terms.find((term) => term.from === from)
      // A term cut short by the end of the unit is still the term it was.
      if (known !== undefined && (known.to === to || known.to === unit.life.to)) return nothing
      const throughout = State.livingThroughout(state, id, period.success)
      if (Result.isFailure(throughout)) return Result.fail(throughout.failure)
      return unit.terms.some((term) => Period.overlaps(term, period.success))
        ? Result.fail(new KernelError.PeriodsOverlap({ from, to }))
        : facts({ _tag: "TermStarted", unit: id, from, to })
    })
  },
  ReportActivity: (_context, state, { unit: id, on, activity }) =>
    Result.flatMap(State.living(state, id, on), (unit) => {
      for (const known of Chain.items(unit.activities)) {
        if (known.on === on && known.activity === activity) return nothing
      }
      return facts({ _tag: "ActivityReported", unit: id, on, activity })
    })
}

export const effects: Effects<"TermStarted" | "ActivityReported"> = {
  TermStarted: (state, { unit, from, to }) =>
    State.update(state, unit, (before) => ({ ...before, terms: [...before.terms, { from, to }].sort(Period.compare) })),
  ActivityReported: (state, { unit, on, activity }) =>
    State.update(state, unit, (before) => ({
      ...before,
      activities: Chain.prepend(before.activities, { on, activity })
    }))
}
