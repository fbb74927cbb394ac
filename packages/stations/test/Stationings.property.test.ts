import { CivilDate, Decider, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Presence from "../src/Presence.ts"
import type { Event } from "../src/StationingEvent.ts"
import * as State from "../src/StationingState.ts"
import * as Stationings from "../src/Stationings.ts"
import { come, command, day, type Encoded, facts, known, station } from "./stationingScene.ts"

const calendar = WorkCalendar.china
const first = day("2024-09-01")
const days = Array.from({ length: 120 }, (_, n) => CivilDate.addDays(first, n))
const off = new Set<string>(calendar.offDays.map(({ date }) => date))
const madeUp = new Set<string>(calendar.workdays.map(({ date }) => date))

const pattern = fc.oneof(
  fc.constant({ every: "workday" }),
  fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    onHolidays: fc.boolean()
  })
)
const date = fc.nat(80).map((n) => CivilDate.addDays(first, n))
const begun = fc
  .tuple(pattern, fc.nat(20), fc.option(fc.integer({ min: 30, max: 119 }), { nil: undefined }))
  .map(([how, from, to]) =>
    come("x", "tax-bureau", how, {
      from: CivilDate.addDays(first, from),
      ...(to === undefined ? {} : { to: CivilDate.addDays(first, to) })
    })
  )
const later: fc.Arbitrary<Encoded> = fc.oneof(
  {
    weight: 4,
    arbitrary: date.map((on): Encoded => ({ _tag: "SkipStationing", stationing: "x", date: on, reason: "会议" }))
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(date, date)
      .map(([on, to]): Encoded => ({ _tag: "MoveStationing", stationing: "x", date: on, to }))
  },
  { weight: 1, arbitrary: date.map((to): Encoded => ({ _tag: "EndStationing", stationing: "x", to })) }
)
const story = fc.tuple(begun, fc.array(later, { maxLength: 30 })).map(([one, more]) => [one, ...more].map(command))

// The days it comes, crossed out and written in by hand on a calendar on the wall.
const wall = (events: ReadonlyArray<Event>): ReadonlyArray<string> => {
  const [begin] = events
  if (begin?._tag !== "DepartmentStationed") return []
  const marked = new Set<string>()
  const moved = new Set<string>()
  let end = begin.to
  let week = 0
  for (const on of days) {
    if (on < begin.from) continue
    if (on > begin.from && CivilDate.weekday(on) === 1) week++
    const weekday = CivilDate.weekday(on)
    const worked = madeUp.has(on) || (weekday < 6 && !off.has(on))
    const how = begin.pattern
    const comes =
      "every" in how
        ? worked
        : how.weekdays.some((w) => w === weekday) &&
          week % how.everyWeeks === 0 &&
          (how.onHolidays === true || !off.has(on))
    if (comes) marked.add(on)
  }
  for (const event of events) {
    if (event._tag === "StationingEnded") end = event.to
    if (event._tag === "StationingSkipped" || event._tag === "StationingMoved") {
      marked.delete(event.date)
      moved.delete(event.date)
    }
    if (event._tag === "StationingMoved") moved.add(event.to)
  }
  return [...new Set([...marked, ...moved])].filter((on) => end === undefined || on < end).toSorted()
}

describe("timetables against a calendar on the wall", () => {
  it("F-08 D-12 somebody comes on exactly the days that are left on the wall, and next is the first of them", () => {
    let moves = 0
    let skips = 0
    fc.assert(
      fc.property(story, fc.nat(119), (commands, n) => {
        const { state, events } = Decider.run(Stationings.decider, State.initial, commands, facts)
        moves += events.filter(({ _tag }) => _tag === "StationingMoved").length
        skips += events.filter(({ _tag }) => _tag === "StationingSkipped").length
        const expected = wall(events)
        const to = CivilDate.addDays(first, 120)
        const found = Result.getOrThrow(Presence.during(known(state, "x"), calendar, { from: first, to }))
        expect(found.map((one) => one.date)).toEqual(expected)
        const on = days[n] ?? first
        const there = Result.getOrThrow(Presence.on(state, station, calendar, on))
        expect(there.length > 0).toBe(expected.includes(on))
        const next = Presence.next(known(state, "x"), calendar, Date.parse(`${on}T12:00+08:00`))
        const wanted = expected.find((one) => one > on)
        if (wanted !== undefined) expect(Result.getOrThrow(next)?.date).toBe(wanted)
        else if (Result.isSuccess(next) && next.success !== undefined) expect(next.success.date >= to).toBe(true)
      }),
      { numRuns: 200 }
    )
    expect(moves).toBeGreaterThan(50)
    expect(skips).toBeGreaterThan(50)
  })

  it("what was said once changes nothing when it is said again, at once or with the whole story", () => {
    fc.assert(
      fc.property(story, (commands) => {
        let state = State.initial
        const obeyed: Array<(typeof commands)[number]> = []
        for (const one of commands) {
          const stepped = Decider.step(Stationings.decider, state, one, facts)
          if (Result.isFailure(stepped)) continue
          state = stepped.success.state
          if (stepped.success.events.length > 0) obeyed.push(one)
        }
        const again = Decider.run(Stationings.decider, state, obeyed, facts)
        expect([again.events, again.failures]).toEqual([[], []])
      }),
      { numRuns: 100 }
    )
  })
})
