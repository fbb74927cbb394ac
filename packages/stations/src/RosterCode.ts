import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, StationId } from "./StationCode.ts"

/** Names a roster. */
export const RosterId = Code.pipe(Schema.brand("RosterId"))
export type RosterId = typeof RosterId.Type

/** Names a shift within its roster: mornings, the whole day, the noon hour. */
export const ShiftId = Code.pipe(Schema.brand("ShiftId"))
export type ShiftId = typeof ShiftId.Type

/** Names a theme within its roster. */
export const ThemeId = Code.pipe(Schema.brand("ThemeId"))
export type ThemeId = typeof ThemeId.Type

/**
 * Names a place to be filled within its roster: `date/shift/station/seat`.
 *
 * Shape: it says all that the place is, so it stays the same however often a roster is generated.
 */
export const SlotId = Schema.String.check(
  Schema.isPattern(
    /^\d{4}-\d{2}-\d{2}\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}\/[1-9]\d{0,3}$/u
  ),
  Schema.makeFilter((text: string) => CivilDate.is(text.slice(0, 10)) || "a slot on a date that exists")
).pipe(Schema.brand("SlotId"))
export type SlotId = typeof SlotId.Type

/** What a slot's id says: on which day, in which shift, where, and which of the places needed there. */
export interface Slot {
  readonly slot: SlotId
  readonly date: CivilDate.CivilDate
  readonly shift: ShiftId
  readonly station: StationId
  readonly seat: number
}

/** The slot of a date, shift, station and seat. Units: `seat` counts from 1. */
export const slotOf = (date: CivilDate.CivilDate, shift: ShiftId, station: StationId, seat: number): Slot => ({
  // Joined of parts that fit the pattern, the text fits it too; checking 10^5 of them again would take longest of all.
  slot: `${date}/${shift}/${station}/${seat}` as SlotId,
  date,
  shift,
  station,
  seat
})

/**
 * Reads what a slot's id says.
 *
 * ```ts
 * RosterCode.readSlot(RosterCode.SlotId.make("2026-03-02/day/red-3/1")).station // => "red-3"
 * ```
 */
export const readSlot = (slot: SlotId): Slot => {
  const [date = "", shift = "", station = "", seat = ""] = slot.split("/")
  return {
    slot,
    date: CivilDate.make(date),
    shift: ShiftId.make(shift),
    station: StationId.make(station),
    seat: Number(seat)
  }
}
