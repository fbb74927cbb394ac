import { CivilDate, Identifier, TimeWindow, WorkCalendar } from "@louyu/kernel"
import { Days, RosterCode, RosterGeneration, type RosterPlan, RosterSlots, StationCode } from "@louyu/stations"
import * as Result from "effect/Result"

/** A year of working days at stations, with the rules its members keep. */
export interface Rota {
  readonly what: string
  readonly stations: number
  readonly plan: RosterPlan.RosterPlan
}

export const calendar = WorkCalendar.china
const year = { from: CivilDate.make("2026-01-01"), to: CivilDate.make("2027-01-01") }
const [window] = TimeWindow.make(["09:00", "17:00"])

const shiftAt = (stations: number): RosterPlan.Shift => {
  if (window === undefined) throw new Error("a shift has a window")
  const name = (n: number): StationCode.StationId => StationCode.StationId.make(`station-${n}`)
  return {
    shift: RosterCode.ShiftId.make("day"),
    names: { zh: "日间值班" },
    stations: [name(0), ...Array.from({ length: stations - 1 }, (_, n) => name(n + 1))],
    window,
    days: { on: Days.workdays },
    needed: 1
  }
}

interface Rules extends Pick<RosterPlan.RosterPlan, "restDays" | "maxPerWeek"> {
  readonly what: string
  /** For every 16 stations. */
  readonly members: number
  readonly special?: (n: number) => Omit<RosterPlan.Member, "unit">
}

const weekdays = [1, 2, 3, 4, 5] as const
const weekday = (n: number): Days.Weekday => weekdays[n % 5] ?? 1

/** What is asked of Pinghu's organisations, from nothing to all there is. */
export const rules: ReadonlyArray<Rules> = [
  { what: "one duty a day", members: 22 },
  { what: "a day between two, 3 a week", members: 37, restDays: 1, maxPerWeek: 3 },
  {
    what: "away on 3 of 5 weekdays, shares of 50 to 200 %",
    members: 50,
    special: (n) => ({
      sharePercent: 50 + (n % 4) * 50,
      unavailableWeekdays: [weekday(n), weekday(n + 1), weekday(n + 3)]
    })
  }
]

/** The rota of so many times Pinghu's 16 stations. */
export const rota = ({ what, members, special, ...limits }: Rules, scale: number): Rota => {
  const member = (n: number): RosterPlan.Member => ({
    unit: Identifier.UnitId.make(`organisation-${n}`),
    ...special?.(n)
  })
  const others = Array.from({ length: members * scale - 1 }, (_, n) => member(n + 1))
  const plan = { cycle: year, members: [member(0), ...others] as const, shifts: [shiftAt(16 * scale)] as const }
  return { what, stations: 16 * scale, plan: { ...plan, ...limits } }
}

export const ours = ({ plan }: Rota): RosterGeneration.Generated =>
  Result.getOrThrow(RosterGeneration.generate(plan, calendar))

/** The dates of a rota, in order. */
export const datesOf = ({ plan }: Rota): ReadonlyArray<CivilDate.CivilDate> => [
  ...new Set(Result.getOrThrow(RosterSlots.all(plan, calendar)).map(({ date }) => date))
]

/** Writes as many duties, to one organisation after another: no rule is kept, nothing is known of days. */
export const roundRobin = ({ plan: { members, shifts } }: Rota, dates: ReadonlyArray<string>) => {
  const turns: Array<{ readonly slot: string; readonly unit: string }> = []
  let next = 0
  for (const date of dates) {
    for (const station of shifts[0].stations) {
      turns.push({ slot: `${date}/day/${station}/1`, unit: members[next]?.unit ?? "" })
      next = next + 1 === members.length ? 0 : next + 1
    }
  }
  return turns
}
