import * as Result from "effect/Result"
import { readSlot, type Slot } from "../src/RosterCode.ts"
import type * as RosterGeneration from "../src/RosterGeneration.ts"
import type * as RosterPlan from "../src/RosterPlan.ts"
import * as RosterSlots from "../src/RosterSlots.ts"
import { canServe, china, goTogether, type Read, read } from "./rosterScene.ts"

/** How good a roster is: places left empty, unevenness, turns that are new. */
export interface Worth {
  readonly empty: number
  readonly uneven: number
  readonly fresh: number
}

const owedBy = (of: RosterPlan.RosterPlan, slots: ReadonlyArray<Slot>): ReadonlyArray<number> => {
  const owed = of.members.map(() => 0)
  for (const slot of slots) {
    const owing = of.members.flatMap((member, n) => {
      const listed = of.shifts.find((one) => one.shift === slot.shift)?.members
      const excused = member.excused?.some(({ from, to }) => from <= slot.date && (to === undefined || slot.date < to))
      return excused || (listed !== undefined && !listed.some((one) => one === member.unit)) ? [] : [n]
    })
    const all = owing.reduce((sum, n) => sum + (of.members[n]?.sharePercent ?? 100), 0)
    for (const n of owing) owed[n] = (owed[n] ?? 0) + (of.members[n]?.sharePercent ?? 100) / all
  }
  return owed.map((turns) => Math.max(1, Math.floor(turns * 100 + 0.500001)) / 100)
}

const unevenness = (of: RosterPlan.RosterPlan, owed: ReadonlyArray<number>, counts: ReadonlyArray<number>): number =>
  of.members.reduce((sum, { carried = 0 }, n) => {
    const due = owed[n] ?? 1
    return sum + ((counts[n] ?? 0) + carried / 100 - due) ** 2 / due
  }, 0)

const better = (a: Worth, b: Worth): boolean => {
  if (a.empty !== b.empty) return a.empty < b.empty
  return Math.abs(a.uneven - b.uneven) > 1e-9 ? a.uneven < b.uneven : a.fresh < b.fresh
}

const keyOf = (of: RosterPlan.RosterPlan, turn: Read): string => {
  const listed = of.shifts.find((one) => one.shift === turn.shift)?.members
  return `${turn.unit} ${turn.date} ${turn.open} ${turn.close} ${listed?.toSorted().join() ?? ""}`
}

/** Every slot of a plan. */
export const slotsOf = (of: RosterPlan.RosterPlan): ReadonlyArray<Slot> => Result.getOrThrow(RosterSlots.all(of, china))

/** How good given turns are. */
export const worthOf = (
  of: RosterPlan.RosterPlan,
  turns: ReadonlyArray<RosterGeneration.Turn>,
  previous: ReadonlyArray<RosterGeneration.Turn> = []
): Worth => {
  const slots = slotsOf(of)
  const counts = of.members.map(({ unit }) => turns.filter((turn) => turn.unit === unit).length)
  const kept = new Set(previous.map((turn) => keyOf(of, read(of, turn))))
  const fresh = turns.filter((turn) => !kept.has(keyOf(of, read(of, turn)))).length
  return { empty: slots.length - turns.length, uneven: unevenness(of, owedBy(of, slots), counts), fresh }
}

/**
 * The best there is, by trying every roster. Shape: `of` members count what some have in each of them, so that a bound can be
 * held against all that leave as few places empty as can be.
 */
export const best = (
  of: RosterPlan.RosterPlan,
  previous: ReadonlyArray<RosterGeneration.Turn> = [],
  groups: ReadonlyArray<ReadonlySet<string>> = []
): { readonly worth: Worth; readonly least: ReadonlyArray<number>; readonly most: ReadonlyArray<number> } => {
  const slots = slotsOf(of)
  const owed = owedBy(of, slots)
  const kept = new Set(previous.map((turn) => keyOf(of, read(of, turn))))
  const held: Array<Read> = []
  const counts = of.members.map(() => 0)
  let found: Worth = { empty: Number.POSITIVE_INFINITY, uneven: 0, fresh: 0 }
  let [least, most] = [groups.map(() => 0), groups.map(() => 0)]
  const leaf = (empty: number, fresh: number): void => {
    if (empty > found.empty) return
    const having = groups.map((group) => held.filter((turn) => group.has(turn.unit)).length)
    const first = empty < found.empty
    least = having.map((turns, n) => (first ? turns : Math.min(turns, least[n] ?? turns)))
    most = having.map((turns, n) => (first ? turns : Math.max(turns, most[n] ?? turns)))
    const worth = { empty, uneven: unevenness(of, owed, counts), fresh }
    if (better(worth, found)) found = worth
  }
  const tryFrom = (at: number, empty: number, fresh: number): void => {
    const slot = slots[at]
    if (empty > found.empty) return
    if (slot === undefined) {
      leaf(empty, fresh)
      return
    }
    for (const [n, { unit }] of of.members.entries()) {
      const turn = read(of, { slot: readSlot(slot.slot).slot, unit })
      const own = held.filter((other) => other.unit === unit)
      const inWeek = own.filter((other) => other.week === turn.week).length
      if (!canServe(of, turn) || !own.every((other) => goTogether(of, other, turn))) continue
      if (of.maxPerWeek !== undefined && inWeek >= of.maxPerWeek) continue
      held.push(turn)
      counts[n] = (counts[n] ?? 0) + 1
      tryFrom(at + 1, empty, fresh + (kept.has(keyOf(of, turn)) ? 0 : 1))
      counts[n] = (counts[n] ?? 0) - 1
      held.pop()
    }
    tryFrom(at + 1, empty + 1, fresh)
  }
  tryFrom(0, 0, 0)
  return { worth: found, least, most }
}
