import { CivilDate, Period } from "@louyu/kernel"
import * as Visiting from "./Visiting.ts"
import type { VisitLog } from "./VisitLog.ts"

type Date = CivilDate.CivilDate

/**
 * What going there led to in a period: visits, the needs found by them, and what became of those.
 *
 * Shape: `perVisit` and `medianDays` are `undefined` where there is nothing to divide or to order; `open` are the needs
 * nothing came of by the date, the one that waits longest first.
 * Units: `medianDays` from the day a need was found to the day something came of it.
 */
export interface VisitYield {
  readonly visits: number
  readonly needs: number
  readonly perVisit: number | undefined
  readonly done: number
  readonly medianDays: number | undefined
  readonly open: ReadonlyArray<Visiting.NeedKnown>
}

/**
 * What the visits of a period led to by a date, where `outcome` tells the day something came of a need.
 *
 * Shape: a need found again and again counts once; needs that were raised, or found by a sweep, are none of a visit's.
 * Cost: O(visits log visits).
 * Source: W-07 (needs per visit, time from need to outcome).
 */
export const of = (
  log: VisitLog,
  within: Period.Period,
  outcome: (need: string) => Date | undefined,
  asOf: Date
): VisitYield => {
  const visits = log.visits.filter(({ on }) => Period.contains(within, on)).length
  const found = Visiting.needs(log, within).filter(({ origin }) => origin === "visit")
  const dated = found.map((need) => ({ need, on: outcome(need.need) }))
  const days = dated
    .flatMap(({ need, on }) => (on !== undefined && on <= asOf ? [CivilDate.daysBetween(need.on, on)] : []))
    .toSorted((a, b) => a - b)
  return {
    visits,
    needs: found.length,
    perVisit: visits === 0 ? undefined : found.length / visits,
    done: days.length,
    medianDays: days[Math.ceil(days.length / 2) - 1],
    open: dated.flatMap(({ need, on }) => (on === undefined || on > asOf ? [need] : []))
  }
}
