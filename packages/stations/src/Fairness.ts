import { type Identifier, Period } from "@louyu/kernel"
import type * as RosterPlan from "./RosterPlan.ts"
import * as State from "./RosterState.ts"
import * as Setting from "./roster/Setting.ts"

type UnitId = Identifier.UnitId

/**
 * What a member owed of the turns that were given out, and what became of its own.
 *
 * Shape: `assigned` are the turns it holds, those it missed included; `done` those it checked in to. `swappedIn` and
 * `swappedOut` count turns that came to it, or went from it, by hand. `beyondShare` is what it has beyond what it owes, with
 * what it carried, without what it missed; below zero it is behind.
 * Units: turns, those owed and carried rounded to hundredths.
 */
export interface Line {
  readonly unit: UnitId
  readonly sharePercent: number
  readonly owed: number
  readonly carried: number
  readonly assigned: number
  readonly done: number
  readonly missed: number
  readonly swappedIn: number
  readonly swappedOut: number
  readonly beyondShare: number
}

const rounded = (turns: number): number => Math.round(turns * 100) / 100 + 0

const tally = (): { assigned: number; done: number; missed: number; swappedIn: number; swappedOut: number } => ({
  assigned: 0,
  done: 0,
  missed: 0,
  swappedIn: 0,
  swappedOut: 0
})

const byHand: ReadonlySet<State.Change["sort"]> = new Set(["swap", "substitute", "override"])

const tallies = (duties: ReadonlyArray<State.Duty>) => {
  const found = new Map<UnitId, ReturnType<typeof tally>>()
  const of = (unit: UnitId) => {
    const known = found.get(unit) ?? tally()
    found.set(unit, known)
    return known
  }
  for (const { unit, standing, changes } of duties) {
    if (unit !== undefined) {
      of(unit).assigned++
      if (standing === "started") of(unit).done++
      if (standing === "missed") of(unit).missed++
    }
    for (const { sort, from, to } of changes) {
      if (!byHand.has(sort)) continue
      if (from !== undefined) of(from).swappedOut++
      if (to !== undefined) of(to).swappedIn++
    }
  }
  return found
}

/**
 * How fairly turns were shared: a line for each member of the plan, in its order.
 *
 * Shape: turns on which somebody is are owed by the members that may serve them and are not excused on their day, in
 * proportion of their shares, so that what is owed adds up to what was given out. Within a period when one is given.
 * Cost: O(slots × members).
 * Source: P-19, R3-18.
 */
export const report = (roster: State.Roster, within?: Period.Period): ReadonlyArray<Line> => {
  const duties = State.duties(roster).filter(({ slot }) => within === undefined || Period.contains(within, slot.date))
  const given = duties.flatMap(({ slot, unit }) => (unit === undefined ? [] : [slot]))
  const owed = Setting.owed(roster.plan, given)
  const found = tallies(duties)
  return roster.plan.members.map(({ unit, sharePercent = 100, carried = 0 }, n) => {
    const own = found.get(unit) ?? tally()
    const due = owed[n] ?? 0
    const beyondShare = rounded(own.assigned - own.missed + carried / 100 - due)
    return { unit, sharePercent, owed: rounded(due), carried: carried / 100, ...own, beyondShare }
  })
}

/**
 * A plan for the next cycle whose members carry over what they had beyond their share, or less: whoever had more has less then.
 *
 * Shape: members that are new carry nothing.
 */
export const carryOver = (plan: RosterPlan.RosterPlan, lines: ReadonlyArray<Line>): RosterPlan.RosterPlan => {
  const beyond = new Map(lines.map(({ unit, beyondShare }) => [unit, Math.round(beyondShare * 100)]))
  const [first, ...rest] = plan.members
  const carrying = (member: RosterPlan.Member): RosterPlan.Member => ({
    ...member,
    carried: beyond.get(member.unit) ?? 0
  })
  return { ...plan, members: [carrying(first), ...rest.map(carrying)] }
}
