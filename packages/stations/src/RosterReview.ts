import type { CivilDate, Identifier } from "@louyu/kernel"
import { Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Slot, SlotId } from "./RosterCode.ts"
import type { GenerationError } from "./RosterError.ts"
import * as RosterPlan from "./RosterPlan.ts"
import * as RosterSlots from "./RosterSlots.ts"
import * as State from "./RosterState.ts"
import type { Facts } from "./Rosters.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/**
 * What is wrong with a slot.
 *
 * Shape: `emptyShift` nobody is at the station in that shift; `gap` fewer are than needed; `away` whoever is on it cannot be
 * there that day; `noMember` and `noUnit` it no longer takes turns, or is no more; `noStation` the station is closed by then;
 * `notWanted` the plan and the calendar no longer ask for anybody (a holiday was declared); `notGenerated` they do, but
 * nobody was looked for yet.
 */
export type Kind = "emptyShift" | "gap" | "away" | "noMember" | "noUnit" | "noStation" | "notWanted" | "notGenerated"

/** A slot that wants looking after, before it is published or since. */
export interface Warning {
  readonly kind: Kind
  readonly slot: Slot
  readonly unit: UnitId | undefined
  readonly published: boolean
  readonly text: Text.Text
}

const words: Record<Kind, (slot: string, unit: string) => Text.Text> = {
  emptyShift: (slot) => Text.of(`“${slot}”整班无人值守`, `nobody at all is on duty in ${slot}`),
  gap: (slot) => Text.of(`“${slot}”缺人`, `somebody is missing in ${slot}`),
  away: (slot, unit) => Text.of(`“${unit}”当天不能值“${slot}”`, `${unit} is away on the day of ${slot}`),
  noMember: (slot, unit) =>
    Text.of(`“${unit}”已不是成员单位，仍排在“${slot}”`, `${unit} is no member but is in ${slot}`),
  noUnit: (slot, unit) => Text.of(`“${unit}”届时已不存在，仍排在“${slot}”`, `${unit} is no more by ${slot}`),
  noStation: (slot) => Text.of(`“${slot}”的站点届时不开放`, `the station of ${slot} is closed by then`),
  notWanted: (slot) => Text.of(`“${slot}”按计划与日历已无需值班`, `the plan and calendar no longer ask for ${slot}`),
  notGenerated: (slot) => Text.of(`“${slot}”尚未编排`, `nobody was looked for yet for ${slot}`)
}

const warn = (kind: Kind, { slot, unit, published }: Pick<State.Duty, "slot" | "unit" | "published">): Warning => ({
  kind,
  slot,
  unit,
  published: published !== undefined,
  text: words[kind](slot.slot, unit ?? "")
})

const held = (roster: State.Roster, duty: State.Duty, unit: UnitId, facts: Facts): ReadonlyArray<Warning> => {
  const { date } = duty.slot
  if (!facts.exists(unit, date)) return [warn("noUnit", duty)]
  const member = RosterPlan.member(roster.plan, unit)
  if (member === undefined) return [warn("noMember", duty)]
  return RosterPlan.absence(member, date) === undefined ? [] : [warn("away", duty)]
}

const stationShift = ({ date, shift, station }: Slot): string => `${date} ${shift} ${station}`

/**
 * What is wrong with a roster from a day on, by date; asked before it is published, and from time to time after.
 *
 * Fails: as {@link RosterSlots.all}.
 * Cost: O(slots of the cycle).
 * Source: R3-17, R3-19.
 */
export const warnings = (
  roster: State.Roster,
  facts: Facts,
  from: Date
): Result.Result<ReadonlyArray<Warning>, GenerationError> =>
  Result.map(RosterSlots.all(roster.plan, facts.calendar), (slots) => {
    const wanted = new Set<SlotId>(slots.map(({ slot }) => slot))
    const duties = State.duties(roster).filter(({ slot, standing }) => slot.date >= from && standing === "planned")
    const staffed = new Set(duties.flatMap(({ slot, unit }) => (unit === undefined ? [] : [stationShift(slot)])))
    const found = duties.flatMap((duty) => {
      if (!wanted.has(duty.slot.slot)) return duty.unit === undefined ? [] : [warn("notWanted", duty)]
      if (!facts.stands(duty.slot.station, duty.slot.date)) return [warn("noStation", duty)]
      if (duty.unit !== undefined) return held(roster, duty, duty.unit, facts)
      return [warn(staffed.has(stationShift(duty.slot)) ? "gap" : "emptyShift", duty)]
    })
    const missing = slots
      .filter(
        ({ slot, date, station }) =>
          date >= from && State.duty(roster, slot) === undefined && facts.stands(station, date)
      )
      .map((slot) => warn("notGenerated", { slot, unit: undefined, published: undefined }))
    return [...found, ...missing].sort((a, b) => (a.slot.slot < b.slot.slot ? -1 : a.slot.slot > b.slot.slot ? 1 : 0))
  })
