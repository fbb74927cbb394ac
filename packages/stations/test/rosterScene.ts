import { CivilDate, Identifier, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { readSlot } from "../src/RosterCode.ts"
import * as RosterGeneration from "../src/RosterGeneration.ts"
import * as RosterPlan from "../src/RosterPlan.ts"

export const day = CivilDate.make
export const unit = Identifier.UnitId.make
export const china = WorkCalendar.china

/** A plan as it would come from outside. */
export const plan = (input: object): RosterPlan.RosterPlan => Schema.decodeUnknownSync(RosterPlan.RosterPlan)(input)

/** A shift at stations, on working days from nine to five unless said otherwise. */
export const shift = (stations: ReadonlyArray<string>, more: object = {}): object => ({
  shift: "day",
  names: { zh: "日间值班", en: "Day duty" },
  stations,
  window: { open: "09:00", close: "17:00" },
  days: { on: { kinds: ["workday", "makeUpWorkday"] } },
  needed: 1,
  ...more
})

export const names = (prefix: string, count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`)

/** Members by id, with what is special about some of them. */
export const members = (
  ids: ReadonlyArray<string>,
  special: Readonly<Record<string, object>> = {}
): ReadonlyArray<object> => ids.map((id) => ({ unit: id, ...special[id] }))

/** A roster of a plan, which may not be refused. */
export const generate = (of: RosterPlan.RosterPlan, before?: RosterGeneration.Before): RosterGeneration.Generated =>
  Result.getOrThrow(RosterGeneration.generate(of, china, before))

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** A turn as the tests read it. */
export interface Read {
  readonly unit: string
  readonly date: string
  readonly day: number
  readonly week: number
  readonly shift: string
  readonly station: string
  readonly open: number
  readonly close: number
}

/** Reads a turn by the plan alone. */
export const read = (of: RosterPlan.RosterPlan, { slot, unit: holder }: RosterGeneration.Turn): Read => {
  const { date, shift: id, station } = readSlot(slot)
  const found = of.shifts.find((one) => one.shift === id)
  if (found === undefined) throw new Error(`${slot} is of a shift of the plan`)
  const ofWeek = CivilDate.isoWeek(date)
  return {
    unit: holder,
    date,
    day: CivilDate.toEpochDay(date),
    week: ofWeek.year * 100 + ofWeek.week,
    shift: id,
    station,
    open: minutes(found.window.open),
    close: minutes(found.window.close)
  }
}

const within = (periods: ReadonlyArray<{ from: string; to?: string }> | undefined, date: string): boolean =>
  periods?.some(({ from, to }) => from <= date && (to === undefined || date < to)) ?? false

/** Whether a member may be on duty on a day, said once more in the words of the plan. */
export const canServe = (of: RosterPlan.RosterPlan, { unit: id, date, shift: inShift }: Read): boolean => {
  const member = of.members.find((one) => one.unit === id)
  const asked = of.shifts.find((one) => one.shift === inShift)
  if (member === undefined || asked === undefined) return false
  if (asked.members !== undefined && !asked.members.some((one) => one === id)) return false
  const weekday = ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
  if (member.unavailableWeekdays?.some((one) => one === weekday)) return false
  return !within(member.excused, date) && !within(member.unavailable, date)
}

/** Whether two turns of one member stand beside each other. */
export const goTogether = (of: RosterPlan.RosterPlan, a: Read, b: Read): boolean => {
  if (of.restDays !== undefined && Math.abs(a.day - b.day) <= of.restDays) return false
  return a.day !== b.day || a.close <= b.open || b.close <= a.open
}

/** Every rule of a plan that turns break. */
export const broken = (
  of: RosterPlan.RosterPlan,
  turns: ReadonlyArray<RosterGeneration.Turn>
): ReadonlyArray<string> => {
  const all = turns.map((turn) => read(of, turn))
  const problems: Array<string> = []
  if (new Set(turns.map(({ slot }) => slot)).size !== turns.length) problems.push("a slot is filled twice")
  for (const turn of all) if (!canServe(of, turn)) problems.push(`${turn.unit} cannot be on duty on ${turn.date}`)
  for (const own of Map.groupBy(all, (turn) => turn.unit).values()) {
    const inOrder = own.toSorted((a, b) => a.day - b.day || a.open - b.open)
    for (const [n, b] of inOrder.entries()) {
      const a = inOrder[n - 1]
      if (a !== undefined && !goTogether(of, a, b)) problems.push(`${a.unit} on ${a.date} and ${b.date}`)
    }
    for (const [week, some] of Map.groupBy(own, (turn) => turn.week)) {
      if (of.maxPerWeek !== undefined && some.length > of.maxPerWeek) problems.push(`week ${week} has ${some.length}`)
    }
  }
  return problems
}
