import { CivilDate, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Deadlines from "../src/Deadlines.ts"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as State from "../src/State.ts"
import { after, at, calendar, classify, decide, facts, on, raise } from "./scene.ts"

const { china } = WorkCalendar
const { propertyCouncilHall: hall, whistle } = FlowPresets
const begun = after([raise("c1", "05-06")])
const classified = after([on("AcceptCase", "05-06 10:00"), classify("05-06 11:00")], begun)
const working = after([on("StartCase", "05-07")], classified)

/** What the clock does to a case, as often as there is something to do. */
const tick = (known: State.CaseKnown, now: string, by = china) => {
  const { commands, failures } = Deadlines.tick(facts.flow, by, [known], at(now))
  expect(failures).toEqual([])
  return { commands, state: after(commands, known) }
}
const dueOf = (known: State.CaseKnown, by = china) => Result.getOrThrow(Deadlines.of(hall, by, known))
const shown = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant + 8 * 3_600_000).toISOString().slice(5, 16)

describe("limits", () => {
  it("R5-2 a stage and the whole have their own, and the limit that names most holds", () => {
    expect(Deadlines.limit(hall, classified, "stage")?.within).toEqual({ count: 2, unit: "workingDays" })
    expect(Deadlines.limit(hall, classified, "whole")?.within.count).toBe(7)
    const difficult = after([classify("05-06 12:00", { difficulty: "difficult" })], classified)
    expect(Deadlines.limit(hall, difficult, "whole")?.within.count).toBe(15)
    expect(Deadlines.limit(hall, working, "stage")).toBeUndefined()
    const called = after([raise("c1", "05-06", { flow: "whistle" })])
    expect(Deadlines.limit(whistle, called, "stage")?.within).toEqual({ count: 2, unit: "clockHours" })
  })

  it("R5-3 R5-4 a term over a holiday takes in the days made up for it, and ends when the office closes", () => {
    const before = after([raise("c1", "04-26"), on("AcceptCase", "04-26"), classify("04-26")])
    // 28 April and 11 May 2024 were worked; 1 to 5 May were not.
    expect(shown(dueOf(before)?.whole?.by)).toBe("05-09T23:59")
    expect(shown(dueOf(before, calendar)?.whole?.by)).toBe("05-09T17:30")
    expect(shown(dueOf(before)?.whole?.warn)).toBe("05-07T23:59")
  })

  it("R5-4 a term that ends on a Saturday made up for ends on that day, one on an ordinary Saturday goes on", () => {
    const days = (from: string) =>
      shown(Result.getOrThrow(Deadlines.end(calendar, at(from), { count: 1, unit: "workingDays" }, [])))
    // Saturday, 11 May 2024 was worked for the holiday of May; Saturday, 18 May was free.
    expect(days("05-10")).toBe("05-11T17:30")
    expect(days("05-11")).toBe("05-13T17:30")
    expect(days("05-17")).toBe("05-20T17:30")
  })

  it("R5-2 working hours need office hours, and a term beyond the calendar is refused", () => {
    const length = { count: 2, unit: "workingHours" } as const
    expect(Deadlines.end(china, at("05-06"), length, [])).toMatchObject({
      failure: { code: "kernel/CalendarHoursMissing" }
    })
    expect(shown(Result.getOrThrow(Deadlines.end(calendar, at("05-06 17:00"), length, [])))).toBe("05-07T10:30")
    expect(shown(Result.getOrThrow(Deadlines.before(calendar, at("05-07 10:30"), length)))).toBe("05-06T17:00")
    const late = Date.parse("2026-12-30T09:00+08:00")
    const beyond = Deadlines.end(china, late, { count: 3, unit: "workingDays" }, [])
    expect(beyond).toMatchObject({ failure: { code: "kernel/CalendarYearUnknown", year: 2027 } })
    const told = after([{ ...raise("c1", "05-06"), at: late } as never])
    expect(Deadlines.tick(facts.flow, china, [told], late).failures).toEqual([])
    const three = after([{ ...on("AcceptCase", "05-06"), at: late } as never], told)
    expect(Deadlines.tick(facts.flow, china, [three], late).failures).toMatchObject([
      { case: "c1", failure: { code: "kernel/CalendarYearUnknown" } }
    ])
  })
})

describe("the clock", () => {
  it("R5-2 keeps when a case is due, with the calendar that says so, once", () => {
    const { commands, state } = tick(classified, "05-06 12:00")
    expect(commands).toMatchObject([{ _tag: "RecordDue", due: { calendar: { id: china.id, version: china.version } } }])
    expect([shown(state.due?.stage?.by), shown(state.due?.whole?.by)]).toEqual(["05-08T23:59", "05-14T23:59"])
    expect(tick(state, "05-06 13:00").commands).toEqual([])
    expect(decide(state, on("RecordDue", "05-06 14:00", { due: state.due }))).toEqual([])
  })

  it("R5-3 reckons anew when the calendar changes", () => {
    const { state } = tick(classified, "05-06 12:00")
    const closing = Result.getOrThrow(
      WorkCalendar.withOverrides(china, {
        id: china.id,
        version: `${china.version} + flood`,
        names: china.names,
        source: "test",
        offDays: [{ date: CivilDate.make("2024-05-08") }]
      })
    )
    const { commands, state: later } = tick(state, "05-06 13:00", closing)
    expect(commands).toHaveLength(1)
    expect(later.due?.calendar.version).toBe(`${china.version} + flood`)
    expect([shown(later.due?.stage?.by), shown(later.due?.whole?.by)]).toEqual(["05-09T23:59", "05-15T23:59"])
  })

  it("R5-6 R5-7 takes what is overdue up the ladder, one level at a time, each with its cause", () => {
    let state = classified
    const levels: Array<string> = []
    for (const now of ["05-08", "05-09", "05-09 10:00", "05-12", "05-14", "05-20", "05-25", "06-10"]) {
      state = tick(state, now).state
      levels.push(`${now} ${state.level}`)
    }
    expect(levels).toEqual([
      "05-08 microGrid",
      "05-09 building",
      "05-09 10:00 building",
      "05-12 committee",
      "05-14 committee",
      "05-20 street",
      "05-25 district",
      "06-10 district"
    ])
    expect(state.escalations.map(({ cause, breach }) => `${cause} ${breach}`)).toEqual([
      "stageOverdue false",
      "stageOverdue true",
      "stageOverdue false",
      "stageOverdue false"
    ])
  })

  it("R5-6 a whole that is overdue takes a case up once, where its stage has no limit", () => {
    const first = tick(working, "05-15").state
    expect(first.escalations).toMatchObject([{ cause: "wholeOverdue", to: "building" }])
    expect(tick(first, "05-16").state.escalations).toHaveLength(1)
  })

  it("R5-19 what is nearly late is told before it is", () => {
    const { state } = tick(working, "05-07 10:00")
    expect(["05-11", "05-13", "05-14 23:59", "05-15"].map((now) => Deadlines.urgency(state, at(now)))).toEqual([
      "onTrack",
      "warning",
      "warning",
      "overdue"
    ])
    expect(Deadlines.urgency(working, at("05-15"))).toBe("unlimited")
    const waiting = after([on("SuspendCase", "05-08", { reason: "等待材料" })], state)
    expect(Deadlines.urgency(waiting, at("06-15"))).toBe("paused")
    const gone = after([on("CloseCase", "05-09", { reason: "withdrawn" })], waiting)
    expect(Deadlines.urgency(gone, at("06-15"))).toBe("over")
  })

  it("R5-5 stands still while a case waits for its raiser, and goes on later", () => {
    const { state } = tick(working, "05-07 10:00")
    const waiting = after([on("SuspendCase", "05-08", { reason: "等待材料" })], state)
    expect(tick(waiting, "05-20").commands).toEqual([])
    const again = after([on("ResumeCase", "05-13")], waiting)
    // 8, 9, 10 and 11 May do not count.
    expect(shown(dueOf(again)?.whole?.by)).toBe("05-20T23:59")
  })

  it("R5-2 more time is given for a reason, and only before the time is over", () => {
    const { state } = tick(working, "05-07 10:00")
    const extend = (when: string) =>
      on("ExtendDeadline", when, { of: "whole", by: { count: 5, unit: "workingDays" }, reason: "需增容施工" })
    expect(decide(state, extend("05-15"))).toMatchObject({
      code: "casework/ExtensionTooLate",
      by: state.due?.whole?.by
    })
    const longer = after([extend("05-14")], state)
    expect(shown(dueOf(longer)?.whole?.by)).toBe("05-21T23:59")
  })

  it("R5-8 begins anew when a case is taken up again", () => {
    const closed = after(
      [
        on("ResolveCase", "05-08", { result: "好" }),
        on("CloseCase", "05-09", { reason: "solved" }),
        on("ReopenCase", "05-13", { reason: "再次发生" })
      ],
      working
    )
    expect(shown(dueOf(closed)?.whole?.by)).toBe("05-22T23:59")
    expect(State.isOpen(closed)).toBe(true)
  })
})
