import type { Identifier, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Slot, SlotId } from "./RosterCode.ts"
import type { GenerationError } from "./RosterError.ts"
import * as RosterPlan from "./RosterPlan.ts"
import * as RosterSlots from "./RosterSlots.ts"
import * as Seats from "./roster/Seats.ts"
import * as Setting from "./roster/Setting.ts"
import * as Solver from "./roster/Solver.ts"

type UnitId = Identifier.UnitId

/** A member's turn on a slot. */
export interface Turn {
  readonly slot: SlotId
  readonly unit: UnitId
}

/** A turn that stays whatever is generated. Shape: one that was missed is settled, but does not count for its member. */
export interface SettledTurn {
  readonly slot: Slot
  readonly unit: UnitId
  readonly window: Setting.Engaged["window"]
  readonly counts: boolean
}

/** What a roster is generated with, besides its plan. */
export interface Before {
  /** Turns that stay: published, past, or given by a manager. */
  readonly settled?: ReadonlyArray<SettledTurn>
  /** Slots nobody is wanted on any more, or that are past without anybody. */
  readonly closed?: ReadonlySet<SlotId>
  /** Turns of an earlier generation, which stay where they can. */
  readonly previous?: ReadonlyArray<Turn>
  /** When members are on duty in other rosters. */
  readonly elsewhere?: ReadonlyArray<Setting.Engaged>
}

/**
 * Members who together have at least (or at most) so many turns, in every roster of this plan that leaves no more places empty:
 * why counts differ by more than one.
 */
export interface Forced {
  readonly sort: "atLeast" | "atMost"
  readonly members: ReadonlyArray<UnitId>
  readonly turns: number
}

/**
 * How good a roster is, and what is known of how good it could be.
 *
 * Shape: `flow` and `search` say that the best was found, with both bounds met; `bound` that nothing better than the bounds
 * exists, while the best may lie between; where more places stay empty than must, unevenness has no bound but 0. `fewestMoves` says that no roster as full and as even keeps more of the turns of
 * before on their day and window.
 * Units: `unevenness` is the sum over members of the square of turns beyond what is owed, per turn owed.
 */
export interface Proof {
  readonly method: "flow" | "search" | "bound"
  readonly empty: number
  readonly emptyAtLeast: number
  readonly unevenness: number
  readonly unevennessAtLeast: number
  readonly forced: ReadonlyArray<Forced>
  readonly fewestMoves: boolean
}

/** What a member owes of a cycle, and has. Units: `owed` in turns, rounded to hundredths. */
export interface Share {
  readonly unit: UnitId
  readonly owed: number
  readonly turns: number
}

/** A roster: new turns beside those that were settled, slots nobody is on, and how good that is. */
export interface Generated {
  readonly turns: ReadonlyArray<Turn>
  readonly empty: ReadonlyArray<SlotId>
  readonly shares: ReadonlyArray<Share>
  readonly proof: Proof
}

const takenBy = (settled: ReadonlyArray<SettledTurn>): ReadonlyMap<UnitId, number> => {
  const taken = new Map<UnitId, number>()
  for (const { unit, counts } of settled) if (counts) taken.set(unit, (taken.get(unit) ?? 0) + 1)
  return taken
}

const proofOf = ({ members }: Setting.Setting, solution: Solver.Solution): Proof => {
  const { method, empty, emptyAtLeast, unevenness, unevennessAtLeast, forced, fewestMoves } = solution
  const unitOf = (n: number) => members[n]?.unit ?? []
  return {
    method,
    empty,
    emptyAtLeast,
    unevenness,
    unevennessAtLeast,
    forced: forced.map(({ sort, members: own, turns }) => ({ sort, members: own.flatMap(unitOf), turns })),
    fewestMoves
  }
}

const generated = (setting: Setting.Setting, known: Setting.Known, settled: ReadonlyArray<SettledTurn>): Generated => {
  const solution = Solver.solve(setting.instance)
  const seated = Seats.seat(setting, solution.serves, known.held, settled)
  const filled = new Set(seated.map(({ slot }) => slot.slot))
  return {
    turns: seated.map(({ slot, unit }) => ({ slot: slot.slot, unit })),
    empty: known.open.flatMap(({ slot }) => (filled.has(slot) ? [] : [slot])),
    shares: setting.members.map(({ unit }, n) => ({
      unit,
      owed: Math.round((setting.owed[n] ?? 0) * 100) / 100,
      turns: (solution.counts[n] ?? 0) + (known.taken.get(unit) ?? 0)
    })),
    proof: proofOf(setting, solution)
  }
}

/**
 * Generates a roster: as many places filled as can be, then counts as even as can be by what each member owes and carries, then
 * as many turns as can be left where they were; and every member at every station about as often.
 *
 * Shape: no member is at two stations at once, on duty where it is excused or unavailable, or beyond the limits of the plan.
 * Between members with equal shares, equal carried turns and the same days, counts differ by one at most, or `forced` says
 * why not. The same input gives the same roster; where nothing else decides, the order of the members does.
 * Fails: as {@link RosterPlan.check}; `CycleWithoutDays`; `CalendarYearUnknown`.
 * Cost: 4 000 slots and 37 members in a tenth of a second (two where `bound` is all there is), 10^5 slots and 10^3 members in
 * one to three seconds, up to ten when many turns must move; memory for
 * members × (days × windows × circles of members).
 * Source: P-19, invariant 8, R3-15, R3-18, R3-19.
 */
export const generate = (
  plan: RosterPlan.RosterPlan,
  calendar: WorkCalendar.WorkCalendar,
  before: Before = {}
): Result.Result<Generated, GenerationError> => {
  const { settled = [], closed = new Set<SlotId>(), previous = [], elsewhere = [] } = before
  return Result.flatMap(RosterPlan.check(plan), () =>
    Result.map(RosterSlots.all(plan, calendar), (all): Generated => {
      const slots = all.filter(({ slot }) => !closed.has(slot))
      const settledSlots = new Set(settled.map(({ slot }) => slot.slot))
      const known: Setting.Known = {
        slots,
        open: slots.filter(({ slot }) => !settledSlots.has(slot)),
        engaged: [...settled.map(({ slot, unit, window }) => ({ unit, date: slot.date, window })), ...elsewhere],
        taken: takenBy(settled),
        held: new Map(previous.map(({ slot, unit }) => [slot, unit]))
      }
      return generated(Setting.make(plan, known), known, settled)
    })
  )
}
