import { CivilDate, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Fairness from "../src/Fairness.ts"
import { SlotId } from "../src/RosterCode.ts"
import * as RosterGeneration from "../src/RosterGeneration.ts"
import * as RosterPlan from "../src/RosterPlan.ts"
import * as RosterSlots from "../src/RosterSlots.ts"
import * as Life from "./rosterLife.ts"
import { roster } from "./rosterLife.ts"
import { broken, china, day, generate, members, names, plan, read, shift, unit } from "./rosterScene.ts"

const week = { from: "2026-03-02", to: "2026-03-09" }
const counts = (made: RosterGeneration.Generated): Record<string, number> =>
  Object.fromEntries(made.shares.map(({ unit: id, turns }) => [id, turns]))
const refusal = (input: object) => {
  const made = RosterGeneration.generate(plan(input), china)
  return Result.isFailure(made) ? made.failure : undefined
}
const dates = (of: RosterPlan.RosterPlan): ReadonlyArray<string> => [
  ...new Set(Result.getOrThrow(RosterSlots.all(of, china)).map(({ date }) => date))
]
const visits = (made: RosterGeneration.Generated): ReadonlyArray<number> => {
  const keys = made.turns.map(({ slot, unit: id }) => `${id} ${slot.split("/")[2]}`)
  return [...Map.groupBy(keys, (key) => key).values()].map((some) => some.length)
}

describe("a year at fifteen stations and the main one", () => {
  const stations = ["main", ...names("red-", 15)]
  const year = { from: "2026-01-01", to: "2027-01-01" }

  it("P-17 P-19 R3-15 twenty organisations take turns at 15 + 1 stations on 248 working days, nobody twice a day, counts within one", () => {
    const of = plan({ cycle: year, members: members(names("m", 20)), shifts: [shift(stations)], restDays: 0 })
    const made = generate(of)
    expect(made.turns).toHaveLength(248 * 16)
    expect(made.empty).toEqual([])
    expect(broken(of, made.turns)).toEqual([])
    expect(new Set(Object.values(counts(made)))).toEqual(new Set([198, 199]))
    expect(made.proof).toMatchObject({ method: "flow", empty: 0, emptyAtLeast: 0, forced: [], fewestMoves: true })
  })

  it("P-19 every organisation comes to every station about as often", () => {
    const made = generate(plan({ cycle: year, members: members(names("m", 20)), shifts: [shift(stations)] }))
    const often = visits(made)
    expect(often).toHaveLength(20 * 16)
    expect(Math.max(...often) - Math.min(...often)).toBeLessThanOrEqual(2)
  })

  it("R3-15 thirty-seven that rest a day between turns, three times a week at most, still count within one", () => {
    const of = plan({
      cycle: year,
      members: members(names("m", 37)),
      shifts: [shift(stations)],
      restDays: 1,
      maxPerWeek: 3
    })
    const made = generate(of)
    expect(broken(of, made.turns)).toEqual([])
    expect(made.turns).toHaveLength(248 * 16)
    expect(new Set(Object.values(counts(made)))).toEqual(new Set([107, 108]))
    expect(made.proof.method).toBe("flow")
  })

  it("R3-15 after one falls out for a month, nearly nobody else's day changes", () => {
    const base = { cycle: year, members: members(names("m", 20)), shifts: [shift(stations)], restDays: 0 }
    const first = generate(plan(base))
    const away = { m3: { unavailable: [{ from: "2026-06-01", to: "2026-07-01" }] } }
    const of = plan({ ...base, members: members(names("m", 20), away) })
    const again = generate(of, { previous: first.turns })
    const kept = new Set(first.turns.map(({ slot, unit: id }) => `${slot.slice(0, 10)} ${id}`))
    const moved = again.turns.filter(({ slot, unit: id }) => !kept.has(`${slot.slice(0, 10)} ${id}`))
    const lost = first.turns.filter(({ slot, unit: id }) => id === "m3" && slot.startsWith("2026-06"))
    expect(broken(of, again.turns)).toEqual([])
    expect(again.proof).toMatchObject({ method: "flow", fewestMoves: true, forced: [] })
    expect(new Set(Object.values(counts(again)))).toEqual(new Set([198, 199]))
    // Each turn lost needs one new, and one more for each of those it takes back on other days to be even again.
    expect(lost.length).toBeGreaterThan(15)
    expect(moved.length).toBeLessThanOrEqual(2 * lost.length)
  })
})

describe("shares", () => {
  it("R3-18 a double share has twice the turns, half a share half of them", () => {
    const of = plan({
      cycle: { from: "2026-03-02", to: "2026-04-04" },
      members: members(names("m", 4), { m1: { sharePercent: 200 }, m2: { sharePercent: 50 } }),
      shifts: [shift(["a", "b"])]
    })
    expect(dates(of)).toHaveLength(25)
    expect(counts(generate(of))).toMatchObject({ m1: 22, m2: 6, m3: 11, m4: 11 })
  })

  it("R3-15 whoever had more last time has less now", () => {
    const of = plan({
      cycle: { from: "2026-03-02", to: "2026-03-16" },
      members: members(names("m", 4), { m1: { carried: 200 }, m2: { carried: -100 } }),
      shifts: [shift(["a", "b"])]
    })
    // With 20 turns and 1 carried each comes to 5.25.
    expect(counts(generate(of))).toEqual({ m1: 4, m2: 6, m3: 5, m4: 5 })
  })

  it("R3-15 what is left over goes round: over four cycles all have the same", () => {
    let of = plan({ cycle: week, members: members(names("m", 4)), shifts: [shift(["a"])] })
    const sums = new Map<string, number>()
    for (let cycle = 0; cycle < 4; cycle++) {
      const made = generate(of)
      for (const { unit: id, turns } of made.shares) sums.set(id, (sums.get(id) ?? 0) + turns)
      const lines = made.shares.map(({ unit: id, owed, turns }, n) => ({
        unit: id,
        sharePercent: 100,
        owed,
        carried: (of.members[n]?.carried ?? 0) / 100,
        assigned: turns,
        done: turns,
        missed: 0,
        swappedIn: 0,
        swappedOut: 0,
        beyondShare: turns + (of.members[n]?.carried ?? 0) / 100 - owed
      }))
      const next = Fairness.carryOver(of, lines)
      const from = CivilDate.addDays(of.cycle.from, 7)
      of = { ...next, cycle: { from, to: CivilDate.addDays(from, 7) } }
    }
    expect([...sums.values()]).toEqual([5, 5, 5, 5])
  })

  it("P-19 who is excused owes nothing meanwhile; who is unavailable makes up for it", () => {
    const cycle = { from: "2026-03-02", to: "2026-03-30" }
    const half = [{ from: "2026-03-02", to: "2026-03-16" }]
    const of = (special: object) =>
      plan({ cycle, members: members(names("m", 4), { m1: special }), shifts: [shift(["a"])] })
    const excused = counts(generate(of({ excused: half })))
    expect(excused.m1).toBeLessThanOrEqual(3)
    expect(excused.m2).toBeGreaterThanOrEqual(5)
    expect(counts(generate(of({ unavailable: half })))).toEqual({ m1: 5, m2: 5, m3: 5, m4: 5 })
  })

  it("R3-18 where counts must differ, it is said who must have more, and how many at least", () => {
    const of = plan({
      cycle: week,
      members: members(names("m", 3), { m3: { unavailable: [{ from: "2026-03-03" }] } }),
      shifts: [shift(["a"])]
    })
    const made = generate(of)
    expect(counts(made)).toEqual({ m1: 2, m2: 2, m3: 1 })
    expect(made.proof.forced).toEqual([])
    const busier = generate(plan({ ...of, shifts: [shift(["a", "b"])] }))
    expect(counts(busier)).toMatchObject({ m3: 1 })
    expect(busier.proof.forced).toEqual([
      { sort: "atLeast", members: ["m1", "m2"], turns: 9 },
      { sort: "atMost", members: ["m3"], turns: 1 }
    ])
  })
})

describe("days", () => {
  it("R3-19 make-up workdays are worked, holidays and weekends are not", () => {
    const of = plan({
      cycle: { from: "2026-02-09", to: "2026-03-02" },
      members: members(["m"]),
      shifts: [shift(["a"])]
    })
    // Spring Festival 2026: off from 15 to 23 February, made up on Saturdays 14 and 28 February.
    expect(dates(of)).toEqual([
      ...["2026-02-09", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13", "2026-02-14"],
      ...["2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28"]
    ])
  })

  it("R3-19 a shift may be for weekends, for holidays, for listed dates, and never on some", () => {
    const on = (days: object) =>
      dates(
        plan({
          cycle: { from: "2026-02-14", to: "2026-03-02" },
          members: members(["m"]),
          shifts: [shift(["a"], { days })]
        })
      )
    expect(on({ on: { kinds: ["weekend"] } })).toEqual(["2026-03-01"])
    expect(on({ on: { kinds: ["offDay"] }, except: ["2026-02-17"] })).toHaveLength(8)
    expect(on({ also: ["2026-02-17", "2026-02-20", "2027-01-01"] })).toEqual(["2026-02-17", "2026-02-20"])
    expect(on({ on: { weekdays: [3] }, also: ["2026-02-17"] })).toEqual(["2026-02-17", "2026-02-18", "2026-02-25"])
  })

  it("R3-19 nobody is on duty on the weekdays and dates on which it cannot", () => {
    const special = {
      m1: { unavailableWeekdays: [1, 5] },
      m2: { unavailable: [{ from: "2026-03-04", to: "2026-03-05" }] }
    }
    const of = plan({
      cycle: { from: "2026-03-02", to: "2026-03-30" },
      members: members(names("m", 3), special),
      shifts: [shift(["a", "b"])]
    })
    const made = generate(of)
    expect(made.empty).toEqual([])
    const own = made.turns
      .filter((turn) => turn.unit === "m1")
      .map((turn) => CivilDate.weekday(day(read(of, turn).date)))
    expect(new Set(own)).toEqual(new Set([2, 3, 4]))
    expect(made.turns.some((turn) => turn.unit === "m2" && turn.slot.startsWith("2026-03-04"))).toBe(false)
  })

  it("P-19 themes go round by week or month, or have their dates", () => {
    const themes = ["tax", "talent", "finance"].map((theme) => ({ theme, names: { zh: theme } }))
    const with_ = (more: object) =>
      plan({ ...Life.fortnight(), cycle: { from: "2026-03-04", to: "2026-12-31" }, ...more })
    const weekly = with_({ themes: { every: "week", themes } })
    const on = (of: RosterPlan.RosterPlan, ...days: ReadonlyArray<string>) =>
      days.map((date) => RosterPlan.theme(of, day(date))?.theme)
    expect(on(weekly, "2026-03-03", "2026-03-04", "2026-03-08", "2026-03-09", "2026-03-16", "2026-03-23")).toEqual([
      undefined,
      "tax",
      "tax",
      "talent",
      "finance",
      "tax"
    ])
    const monthly = with_({ themes: { every: "month", themes } })
    expect(on(monthly, "2026-03-31", "2026-04-01", "2026-05-01", "2026-06-01")).toEqual([
      "tax",
      "talent",
      "finance",
      "tax"
    ])
    const dated = with_({ themes: { dated: [{ ...themes[0], period: { from: "2026-05-01", to: "2026-06-01" } }] } })
    expect(on(dated, "2026-04-30", "2026-05-01", "2026-06-01")).toEqual([undefined, "tax", undefined])
  })
})

describe("what makes no sense is refused", () => {
  const base = { cycle: week, members: members(names("m", 2)), shifts: [shift(["a"])] }

  it("P-19 a cycle has an end, and days", () => {
    expect(refusal({ ...base, cycle: { from: "2026-03-02" } })).toMatchObject({ code: "stations/CycleOpen" })
    expect(refusal({ ...base, cycle: { from: "2026-03-07", to: "2026-03-09" } })).toMatchObject({
      code: "stations/CycleWithoutDays"
    })
    expect(refusal({ ...base, cycle: { from: "2090-03-07", to: "2090-03-09" } })).toMatchObject({
      code: "kernel/CalendarYearUnknown",
      year: 2090
    })
    expect(Schema.is(RosterPlan.RosterPlan)({ ...base, cycle: { from: "2026-03-09", to: "2026-03-02" } })).toBe(false)
  })

  it("P-19 no shift needs more organisations than may serve it", () => {
    expect(refusal({ ...base, shifts: [shift(["a"], { needed: 3 })] })).toMatchObject({
      code: "stations/NeededBeyondMembers",
      needed: 3,
      members: 2
    })
    expect(refusal({ ...base, shifts: [shift(["a"], { needed: 2, members: ["m1"] })] })).toMatchObject({ members: 1 })
  })

  it("P-19 members, shifts, stations and themes are named once, and shifts are kept to members", () => {
    const twice = { code: "stations/RosterWordTwice" }
    expect(refusal({ ...base, members: members(["m1", "m1"]) })).toMatchObject({ ...twice, sort: "member", id: "m1" })
    expect(refusal({ ...base, shifts: [shift(["a"]), shift(["b"])] })).toMatchObject({ ...twice, sort: "shift" })
    expect(refusal({ ...base, shifts: [shift(["a", "a"])] })).toMatchObject({ ...twice, sort: "station" })
    const theme = { theme: "t", names: { zh: "题" } }
    expect(refusal({ ...base, themes: { every: "week", themes: [theme, theme] } })).toMatchObject({
      ...twice,
      sort: "theme"
    })
    expect(refusal({ ...base, shifts: [shift(["a"], { members: ["stranger"] })] })).toMatchObject({
      code: "stations/RosterMemberUnknown",
      unit: "stranger"
    })
    const dated = [week, { from: "2026-03-08" }].map((period, n) => ({ ...theme, theme: `t${n}`, period }))
    expect(refusal({ ...base, themes: { dated } })).toMatchObject({
      code: "stations/RosterThemesOverlap",
      on: "2026-03-08"
    })
  })

  it("R3-17 places nobody can fill are left empty, and no roster fills more", () => {
    const made = generate(plan({ ...base, shifts: [shift(["a", "b", "c"])] }))
    expect(made.turns).toHaveLength(10)
    expect(made.empty).toHaveLength(5)
    expect(made.proof).toMatchObject({ empty: 5, emptyAtLeast: 5 })
  })
})

describe("other rosters", () => {
  it("invariant 8: nobody is put where it is on duty elsewhere at the time", () => {
    const of = plan({ cycle: week, members: members(names("m", 2)), shifts: [shift(["a"])] })
    const window = Schema.decodeUnknownSync(RosterPlan.Shift.fields.window)
    const at = (open: string, close: string) =>
      ["2026-03-02", "2026-03-03", "2026-03-04"].map((date) => ({
        unit: unit("m1"),
        date: day(date),
        window: window({ open, close })
      }))
    const first = (made: RosterGeneration.Generated) =>
      made.turns.filter(({ slot, unit: id }) => id === "m1" && slot < "2026-03-05").length
    expect(first(generate(of, { elsewhere: at("16:59", "18:00") }))).toBe(0)
    expect(first(generate(of, { elsewhere: at("17:00", "18:00") }))).toBeGreaterThan(0)
  })

  it("R3-15 a place is filled by whoever may fill it, though by hand it had more turns in a week than rest leaves room for", () => {
    const friday = { on: { weekdays: [5] } }
    const of = plan({
      cycle: week,
      members: members(["m1", "m2"]),
      shifts: [
        shift(["a"], { shift: "any", days: friday }),
        shift(["b"], { shift: "second", days: friday, members: ["m2"] })
      ],
      restDays: 0,
      maxPerWeek: 10
    })
    const window = Schema.decodeUnknownSync(RosterPlan.Shift.fields.window)
    const hours = [
      { open: "08:00", close: "10:00" },
      { open: "10:00", close: "12:00" }
    ]
    // Twice a day from Monday to Thursday: only somebody's word can bring that about.
    const elsewhere = ["02", "03", "04", "05"].flatMap((date) =>
      hours.map((one) => ({ unit: unit("m1"), date: day(`2026-03-${date}`), window: window(one) }))
    )
    const carried = { ...of, members: [{ ...of.members[0], carried: 500 }, ...of.members.slice(1)] as const }
    const made = generate(carried, { elsewhere })
    expect(made.turns.map(({ slot, unit: id }) => `${slot} ${id}`).toSorted()).toEqual([
      "2026-03-06/any/a/1 m1",
      "2026-03-06/second/b/1 m2"
    ])
    expect(made.proof).toMatchObject({ empty: 0, emptyAtLeast: 0 })
  })

  it("P-19 slots that are closed are not filled, nor owed", () => {
    const of = plan({ cycle: week, members: members(names("m", 2)), shifts: [shift(["a"])] })
    const closed = new Set([SlotId.make("2026-03-02/day/a/1")])
    const made = generate(of, { closed })
    expect(made.turns).toHaveLength(4)
    expect(made.shares.map(({ owed }) => owed)).toEqual([2, 2])
  })
})

describe("size", () => {
  it("P-19 a thousand members and a hundred thousand slots are evenly shared", () => {
    const of = plan({
      cycle: { from: "2026-01-01", to: "2027-01-01" },
      members: members(names("m", 1000)),
      shifts: [shift(names("s", 403))]
    })
    const made = generate(of)
    expect(made.turns).toHaveLength(248 * 403)
    expect(new Set(Object.values(counts(made)))).toEqual(new Set([99, 100]))
    expect(made.proof.method).toBe("flow")
  }, 30_000)
})

describe("the calendar of another city", () => {
  it("R3-19 days are worked as the calendar that is given says", () => {
    const own = Result.getOrThrow(
      WorkCalendar.make({ ...china, id: "own", workdays: [], offDays: [{ date: day("2026-03-04") }] })
    )
    const of = plan({ cycle: week, members: members(["m1"]), shifts: [shift(["a"])] })
    const made = Result.getOrThrow(RosterGeneration.generate(of, own))
    expect(made.turns.map(({ slot }) => slot.slice(8, 10))).toEqual(["02", "03", "05", "06"])
  })
})

it("P-19 a roster drafted with such a plan is generated as by itself", () => {
  const state = Life.after([Life.drafted(), Life.to("GenerateRoster", "2026-02-21", { generation: 1 })])
  const { turns } = generate(plan(Life.fortnight()))
  for (const { slot, unit: id } of turns) expect(Life.holder(state, slot)).toBe(id)
  expect(roster(state).generation).toBe(1)
})
