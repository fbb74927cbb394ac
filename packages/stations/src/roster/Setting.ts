import { CivilDate, type Identifier, Period, TimeWindow } from "@louyu/kernel"
import type { Slot } from "../RosterCode.ts"
import * as RosterPlan from "../RosterPlan.ts"
import type { Instance, Lot } from "./Instance.ts"

type UnitId = Identifier.UnitId

/** Somebody is on duty whatever comes of a roster: it was published, or it is in another roster. */
export interface Engaged {
  readonly unit: UnitId
  readonly date: CivilDate.CivilDate
  readonly window: TimeWindow.TimeWindow
}

/** A lot with the slots that it stands for. */
export interface Place extends Lot {
  readonly date: CivilDate.CivilDate
  readonly shift: RosterPlan.Shift
  readonly slots: ReadonlyArray<Slot>
}

/** What a roster is made from. */
export interface Setting {
  readonly instance: Instance
  readonly places: ReadonlyArray<Place>
  readonly members: ReadonlyArray<RosterPlan.Member>
  /** How many turns each member owes of all slots of the cycle. */
  readonly owed: Float64Array
}

// Slots of one day and window whose shifts are served by the same members are the same to everybody.
const placesOf = (plan: RosterPlan.RosterPlan, slots: ReadonlyArray<Slot>): ReadonlyArray<Place> => {
  const shifts = new Map(plan.shifts.map((shift) => [shift.shift, shift]))
  const circle = new Map(plan.shifts.map(({ shift, members }) => [shift, members?.toSorted().join(" ") ?? ""]))
  const keyOf = ({ date, shift }: Slot): string => {
    const window = shifts.get(shift)?.window
    return `${date} ${window?.open} ${window?.close} ${circle.get(shift)}`
  }
  const found: Array<Place> = []
  for (const own of Map.groupBy(slots, keyOf).values()) {
    const [first] = own
    const shift = first === undefined ? undefined : shifts.get(first.shift)
    if (first === undefined || shift === undefined) continue
    const [open, close] = [TimeWindow.minuteOf(shift.window.open), TimeWindow.minuteOf(shift.window.close)]
    const { date } = first
    found.push({ date, shift, slots: own, day: CivilDate.toEpochDay(date), open, close, need: own.length })
  }
  return found.sort((a, b) => a.day - b.day || a.open - b.open || a.close - b.close)
}

/** Who may serve a shift at all, by its place among the members. */
const circleOf = (members: ReadonlyArray<RosterPlan.Member>, { members: own }: RosterPlan.Shift): Uint8Array => {
  const named = own === undefined ? undefined : new Set(own)
  return Uint8Array.from(members, ({ unit }) => (named === undefined || named.has(unit) ? 1 : 0))
}

/** For every date of a cycle (by day since its beginning) 0 where a member can be on duty, 1 where not, 2 where it is excused. */
const absences = (cycle: Period.Period, member: RosterPlan.Member): Uint8Array =>
  Uint8Array.from({ length: Period.days(cycle) }, (_, n) => {
    const absence = RosterPlan.absence(member, CivilDate.addDays(cycle.from, n))
    return absence === undefined ? 0 : absence === "excused" ? 2 : 1
  })

interface Sheet {
  readonly members: ReadonlyArray<RosterPlan.Member>
  readonly circles: ReadonlyMap<string, Uint8Array>
  readonly absent: ReadonlyArray<Uint8Array>
  readonly first: number
}

const sheetOf = ({ cycle, members, shifts }: RosterPlan.RosterPlan): Sheet => ({
  members,
  circles: new Map(shifts.map((shift) => [shift.shift, circleOf(members, shift)])),
  absent: members.map((member) => absences(cycle, member)),
  first: CivilDate.toEpochDay(cycle.from)
})

const absentOn = ({ absent, first }: Sheet, member: number, day: number): number => absent[member]?.[day - first] ?? 1

/**
 * How many turns each member owes: every slot is owed by those who may serve its shift and are not excused that day, in
 * proportion of their shares.
 */
const owedBy = (sheet: Sheet, places: ReadonlyArray<Place>): Float64Array => {
  const { members, circles } = sheet
  const owed = new Float64Array(members.length)
  for (const { shift, day, need } of places) {
    const circle = circles.get(shift.shift)
    const owing = members.flatMap(({ sharePercent = 100 }, n) =>
      circle?.[n] === 1 && absentOn(sheet, n, day) !== 2 ? [{ n, sharePercent }] : []
    )
    const all = owing.reduce((sum, { sharePercent }) => sum + sharePercent, 0)
    for (const { n, sharePercent } of owing) owed[n] = (owed[n] ?? 0) + (need * sharePercent) / all
  }
  return owed
}

/** How many turns of some slots each member owes, by its place in the plan. Units: turns. */
export const owed = (plan: RosterPlan.RosterPlan, slots: ReadonlyArray<Slot>): Float64Array =>
  owedBy(sheetOf(plan), placesOf(plan, slots))

// Whole hundredths, at least one; the nudge keeps the order in which shares were added from deciding how a half is rounded.
const hundredths = (turns: number): number => Math.max(1, Math.floor(turns * 100 + 0.500001))

const engagedAt = (engaged: ReadonlyArray<Engaged>): ReadonlyMap<string, ReadonlyArray<Engaged>> =>
  Map.groupBy(engaged, ({ unit, date }) => `${unit} ${date}`)

const ableTo = (sheet: Sheet, places: ReadonlyArray<Place>, engaged: ReadonlyArray<Engaged>): Uint8Array => {
  const able = new Uint8Array(sheet.members.length * places.length)
  const busy = engagedAt(engaged)
  for (const [m, { unit }] of sheet.members.entries()) {
    for (const [n, { shift, date, day }] of places.entries()) {
      if (sheet.circles.get(shift.shift)?.[m] !== 1 || absentOn(sheet, m, day) !== 0) continue
      const { open, close } = shift.window
      const there = busy.size === 0 ? undefined : busy.get(`${unit} ${date}`)
      if (there?.some(({ window }) => open < window.close && window.open < close)) continue
      able[m * places.length + n] = 1
    }
  }
  return able
}

const beforeOf = (
  members: ReadonlyArray<RosterPlan.Member>,
  places: ReadonlyArray<Place>,
  held: ReadonlyMap<string, UnitId>
): Uint8Array => {
  const before = new Uint8Array(members.length * places.length)
  const at = new Map(members.map(({ unit }, n) => [unit, n]))
  for (const [n, { slots }] of places.entries()) {
    for (const { slot } of slots) {
      const unit = held.get(slot)
      const member = unit === undefined ? undefined : at.get(unit)
      if (member !== undefined) before[member * places.length + n] = 1
    }
  }
  return before
}

/** What there is to know before a roster is made. */
export interface Known {
  /** Every slot of the cycle that is wanted. */
  readonly slots: ReadonlyArray<Slot>
  /** Those to be filled now. */
  readonly open: ReadonlyArray<Slot>
  /** Who is on duty whatever comes of it, here or elsewhere. */
  readonly engaged: ReadonlyArray<Engaged>
  /** How many turns that are settled count for a member. */
  readonly taken: ReadonlyMap<UnitId, number>
  /** Who held a slot before, as far as it may stay so. */
  readonly held: ReadonlyMap<string, UnitId>
}

/** Writes a plan, and what is settled already, as numbers. Cost: O(members × (days + lots) + slots). */
export const make = (plan: RosterPlan.RosterPlan, known: Known): Setting => {
  const { members, maxPerWeek, restDays } = plan
  const sheet = sheetOf(plan)
  const places = placesOf(plan, known.open)
  const owed = owedBy(sheet, placesOf(plan, known.slots))
  const days = Map.groupBy(known.engaged, ({ unit }) => unit)
  const instance: Instance = {
    members: members.length,
    lots: places,
    owed: owed.map(hundredths),
    carried: Float64Array.from(members, ({ carried = 0 }) => carried),
    taken: Float64Array.from(members, ({ unit }) => known.taken.get(unit) ?? 0),
    able: ableTo(sheet, places, known.engaged),
    before: beforeOf(members, places, known.held),
    maxPerWeek,
    restDays,
    fixedDays: members.map(({ unit }) => (days.get(unit) ?? []).map(({ date }) => CivilDate.toEpochDay(date)))
  }
  return { instance, places, members, owed }
}
