import type { Period, Problem } from "@louyu/kernel"
import type { RosterCode, RosterPlan } from "@louyu/stations"

/** What a row says of the plans of a roster besides their shifts, until the rows about these are read. */
interface Part<Column extends string> {
  readonly roster: RosterCode.RosterId
  /** The plans it belongs to; all of them where the row names none. */
  readonly plans: ReadonlyArray<number> | undefined
  /** Puts what is wrong with it at the row it comes from. */
  readonly refuse: (column: Column, problem: Problem.Problem) => void
}

/** A row about a member. */
export interface MemberPart extends Part<"plans"> {
  readonly member: RosterPlan.Member
}

/** A row about a theme, with its days where the row gives some. */
export interface ThemePart extends Part<"plans" | "from"> {
  readonly theme: RosterPlan.Theme
  readonly period: Period.Period | undefined
}

/** The parts of plans of rosters that were read. */
export interface RosterParts {
  readonly members: Array<MemberPart>
  readonly themes: Array<ThemePart>
}

/** No parts were read yet. */
export const empty = (): RosterParts => ({ members: [], themes: [] })

/** The parts that belong to a plan of a roster, in the order of their rows. */
export const of = <P extends Part<never>>(
  parts: ReadonlyArray<P>,
  roster: RosterCode.RosterId,
  plan: number
): ReadonlyArray<P> =>
  parts.filter((part) => part.roster === roster && (part.plans === undefined || part.plans.includes(plan)))
