import * as Result from "effect/Result"
import * as Figure from "./Figure.ts"
import type { FigureInvalid, IndicatorUnknown } from "./FigureError.ts"
import * as Indicator from "./Indicator.ts"

/** Why owners refused, as the city words it, and how often. */
export interface Refusal {
  readonly reason: string
  readonly count: number
}

/** What the three weaknesses are told by, as counted elsewhere for a scope and date. */
export interface Counted {
  readonly enterprises: number
  readonly members: number
  readonly services: number
  readonly activities: number
  readonly refusals?: ReadonlyArray<Refusal>
}

/** How healthy the work in a building is. Shape: refusals of the same reason together, most first. */
export interface Health {
  readonly membersPerEnterprise: Figure.Figure
  readonly activitiesPerService: Figure.Figure
  readonly refusals: ReadonlyArray<Refusal>
}

/**
 * Tells the three weaknesses by numbers: much service and little organisation, owners who refuse, few members.
 *
 * Fails: `IndicatorUnknown`, `FigureInvalid`.
 * Source: P-33.
 */
export const of = (
  indicators: Indicator.Indicators,
  { enterprises, members, services, activities, refusals = [] }: Counted,
  at: Figure.At
): Result.Result<Health, IndicatorUnknown | FigureInvalid> => {
  const rate = (id: string, part: number, whole: number) =>
    Result.flatMap(Indicator.get(indicators, id), (indicator) => Figure.rate(indicator, part, whole, at))
  const byReason = new Map<string, number>()
  for (const { reason, count } of refusals) byReason.set(reason, (byReason.get(reason) ?? 0) + count)
  const sorted = [...byReason].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return Result.flatMap(rate("membersPerEnterprise", members, enterprises), (membersPerEnterprise) =>
    Result.map(rate("activitiesPerService", activities, services), (activitiesPerService) => ({
      membersPerEnterprise,
      activitiesPerService,
      refusals: sorted.map(([reason, count]) => ({ reason, count }))
    }))
  )
}
