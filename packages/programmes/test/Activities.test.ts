import { type CivilDate, Count, Identifier, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import {
  Activities,
  Activity,
  ActivityCommand,
  ActivityForms,
  ActivityReview,
  Code,
  Places,
  Recurrence,
  Series,
  SeriesCommand,
  SeriesDesk
} from "../src/index.ts"
import { day, facts, stage, there } from "./scene.ts"

const hall = stage(Activities.decider, ActivityCommand.Command, facts, { activity: "a" })
const id = Code.ActivityId.make("a")
const plan = (fields: object = {}) =>
  hall.to("PlanActivity", "2026-03-01", {
    names: { zh: "金融讲堂" },
    form: "lecture",
    audience: "staff",
    hosts: ["committee"],
    date: "2026-03-20",
    ...fields
  })
const person = (name: string) => ({ participant: { person: name } })
const register = (on: string, name: string) => hall.to("RegisterParticipant", on, person(name))
const withdraw = (on: string, name: string) => hall.to("WithdrawParticipant", on, person(name))
const get = (state: Activity.State) => there(Activity.get(state, id))
const registration = (state: Activity.State, name: string) =>
  Activity.registration(get(state), { person: Identifier.PersonId.make(name) })

describe("registration and attendance", () => {
  it("F-07 a place that becomes free goes to the first who waits, in the same answer", () => {
    const full = hall.after([
      plan({ room: { capacity: 1, waiting: 2 } }),
      register("2026-03-02", "p1"),
      register("2026-03-03", "p2"),
      register("2026-03-03", "p3")
    ])
    expect(hall.decide(full, register("2026-03-04", "p4"))).toBe("PlacesFull")
    expect(hall.decide(full, withdraw("2026-03-05", "p1"))).toEqual([
      { _tag: "ParticipantWithdrawn", activity: "a", ...person("p1"), on: "2026-03-05" },
      { _tag: "ParticipantMovedUp", activity: "a", ...person("p2"), on: "2026-03-05" }
    ])
    expect(hall.decide(full, withdraw("2026-03-05", "p3"))).toHaveLength(1)
    const more = hall.decide(full, hall.to("ResizeActivity", "2026-03-05", { capacity: 3 }))
    expect(more).toHaveLength(3)
    expect(hall.decide(full, hall.to("ResizeActivity", "2026-03-05", { capacity: 3 }))).toEqual(more)
  })

  it("F-07 whoever withdrew may register again, behind those who wait", () => {
    const state = hall.after([
      plan({ room: { capacity: 1 } }),
      register("2026-03-02", "p1"),
      register("2026-03-02", "p2"),
      withdraw("2026-03-03", "p1"),
      register("2026-03-04", "p1")
    ])
    expect(registration(state, "p2")?.turns.map(({ what }) => what)).toEqual(["waiting", "movedUp"])
    expect(registration(state, "p1")?.turns.map(({ what }) => what)).toEqual(["placed", "withdrawn", "waiting"])
    expect(hall.decide(state, register("2026-03-05", "p1"))).toBe("ProgrammeActionNotAllowed")
  })

  it("F-07 the same said again on a day is a repetition; a second request of that day says that it is one", () => {
    const second = hall.to("RegisterParticipant", "2026-03-02", { ...person("p1"), request: "2" })
    const state = hall.after([plan(), register("2026-03-02", "p1"), withdraw("2026-03-02", "p1")])
    expect(hall.decide(state, register("2026-03-02", "p1"))).toEqual([])
    expect(registration(state, "p1")?.standing).toBe("withdrawn")
    expect(hall.decide(state, second)).toMatchObject([{ _tag: "ParticipantRegistered", request: "2" }])
    const back = hall.after([second], state)
    expect(hall.run([register("2026-03-02", "p1"), withdraw("2026-03-02", "p1"), second], back).events).toEqual([])
  })

  it("F-07 nobody registers after the last day, or for what was called off or took place", () => {
    const state = hall.after([plan({ registerBy: "2026-03-10" })])
    expect(hall.decide(state, register("2026-03-11", "p1"))).toBe("RegistrationClosed")
    const off = hall.after([hall.to("CancelActivity", "2026-03-05", { reason: "台风" })], state)
    expect(hall.decide(off, register("2026-03-06", "p1"))).toBe("ProgrammeActionNotAllowed")
    const held = hall.after([hall.to("HoldActivity", "2026-03-20")], state)
    expect(hall.decide(held, withdraw("2026-03-20", "p1"))).toBe("ProgrammeActionNotAllowed")
    expect(ActivityReview.list(off)).toEqual([])
  })

  it("F-07 attendance is told by those who had a place, from the day on, and may be put right", () => {
    const came = (on: string, name: string, present: boolean) =>
      hall.to("RecordParticipation", on, { ...person(name), present })
    const state = hall.after([
      plan({ room: { capacity: 2 } }),
      ...["p1", "p2", "p3"].map((name) => register("2026-03-02", name)),
      came("2026-03-20", "p1", true),
      came("2026-03-20", "p2", true),
      hall.to("HoldActivity", "2026-03-20", { attended: Count.about(30) }),
      came("2026-03-21", "p2", false)
    ])
    expect(ActivityReview.summarise(ActivityReview.list(state)).came).toMatchObject({ numerator: 1, denominator: 2 })
    expect(hall.decide(state, came("2026-03-21", "p3", true))).toBe("ProgrammeActionNotAllowed")
    expect(hall.decide(state, came("2026-03-19", "p1", true))).toBe("NotYetHeld")
    expect(hall.decide(state, came("2026-03-20", "p2", true))).toEqual([])
    expect(get(state).present).toBe(1)
  })

  it("F-07 nobody takes a registration back after the day, or once they were told to have come", () => {
    const came = (present: boolean, fields: object = {}) =>
      hall.to("RecordParticipation", "2026-03-20", { ...person("p1"), present, ...fields })
    const state = hall.after([
      plan({ room: { capacity: 1 } }),
      register("2026-03-02", "p1"),
      register("2026-03-02", "p2")
    ])
    expect(hall.decide(state, withdraw("2026-03-20", "p1"))).toHaveLength(2)
    expect(hall.decide(state, withdraw("2026-03-21", "p1"))).toBe("RegistrationClosed")
    expect(hall.decide(hall.after([came(true)], state), withdraw("2026-03-20", "p1"))).toBe("ProgrammeActionNotAllowed")
    const stayedAway = hall.after([came(true), came(false)], state)
    expect(hall.decide(stayedAway, withdraw("2026-03-20", "p1"))).toHaveLength(2)
  })

  it("F-07 what people came to is neither put off nor called off, until it is told that nobody came", () => {
    const came = (present: boolean) => hall.to("RecordParticipation", "2026-03-20", { ...person("p1"), present })
    const off = hall.to("CancelActivity", "2026-03-20", { reason: "台风" })
    const later = hall.to("MoveActivity", "2026-03-20", { date: "2026-03-27" })
    const state = hall.after([plan(), register("2026-03-02", "p1"), came(true)])
    expect([off, later].map((one) => hall.decide(state, one))).toEqual([
      "ProgrammeActionNotAllowed",
      "ProgrammeActionNotAllowed"
    ])
    const nobody = hall.after([came(false)], state)
    for (const one of [off, later]) expect(hall.decide(nobody, one)).toHaveLength(1)
  })

  it("F-07 what goes to and fro on one day says which time it is, and ends where it was put last", () => {
    const came = (present: boolean, request?: string) =>
      hall.to("RecordParticipation", "2026-03-20", { ...person("p1"), present, ...(request ? { request } : {}) })
    const resize = (capacity: number, request?: string) =>
      hall.to("ResizeActivity", "2026-03-05", { capacity, ...(request ? { request } : {}) })
    const move = (date: string, request?: string) =>
      hall.to("MoveActivity", "2026-03-05", { date, ...(request ? { request } : {}) })
    const story = [
      plan({ room: { capacity: 5 } }),
      register("2026-03-02", "p1"),
      resize(10),
      resize(20),
      resize(10, "2"),
      move("2026-03-19"),
      move("2026-03-20"),
      move("2026-03-19", "2"),
      came(true),
      came(false),
      came(true, "2")
    ]
    const state = hall.after(story)
    const { date, places, present } = get(state)
    expect([date, places.capacity, present]).toEqual(["2026-03-19", 10, 1])
    expect(hall.run(story, state)).toMatchObject({ events: [], failures: [] })
  })

  it("F-07 W-02 an activity moves only to a day on which hosts, place and project are there; its series may be over", () => {
    const until = (last: string) => (_: string, date: CivilDate.CivilDate) => date <= last
    const known = {
      ...facts,
      exists: until("2026-06-30"),
      hasProject: (_: string, __: string, date: CivilDate.CivilDate) => date <= "2026-04-30",
      hasSeries: until("2026-03-31")
    }
    const street = stage(Activities.decider, ActivityCommand.Command, known, { activity: "a" })
    const move = (date: string) => street.to("MoveActivity", "2026-03-05", { date })
    const of = (fields: object) => street.after([plan({ series: "s", ...fields })])
    const inProject = of({ project: { programme: "p", project: "x" } })
    expect(street.decide(inProject, move("2026-04-30"))).toHaveLength(1)
    expect(street.decide(inProject, move("2026-05-01"))).toBe("ProgrammePartUnknown")
    expect(street.decide(of({ place: "hall" }), move("2026-06-30"))).toHaveLength(1)
    expect(street.decide(of({ place: "hall" }), move("2026-07-01"))).toBe("ProgrammePartUnknown")
  })

  it("F-07 the calendar of the last day there is can be asked for", () => {
    const last = day("9999-12-31")
    expect(ActivityReview.onDay(hall.after([plan({ date: last })]), last)).toHaveLength(1)
    const saturdays = { every: "month", when: { nth: -1, weekday: 6 }, offDays: "keep" } as const
    const within = { from: day("9999-12-01"), to: last }
    expect(Recurrence.dates(saturdays, within, WorkCalendar.china, within)).toEqual(Result.succeed(["9999-12-25"]))
  })

  it("F-07 there are never fewer places than are taken", () => {
    const state = hall.after([
      plan({ room: { capacity: 3 } }),
      ...["p1", "p2"].map((name) => register("2026-03-02", name))
    ])
    expect(hall.decide(state, hall.to("ResizeActivity", "2026-03-03", { capacity: 1 }))).toBe("CapacityBelowPlaced")
    expect(
      Places.offer(get(hall.after([hall.to("ResizeActivity", "2026-03-03", { capacity: 2 })], state)).places)
    ).toBe("waiting")
  })

  it("F-07 an activity that is moved keeps its registrations and closes registration by its new date", () => {
    const state = hall.after([
      plan(),
      register("2026-03-02", "p1"),
      hall.to("MoveActivity", "2026-03-03", { date: "2026-03-05", window: { open: "12:00", close: "13:00" } })
    ])
    expect([get(state).date, get(state).places.placed]).toEqual(["2026-03-05", 1])
    expect(hall.decide(state, register("2026-03-06", "p2"))).toBe("RegistrationClosed")
  })

  it("F-07 what leads to a person is refused in texts and in ids", () => {
    expect(hall.decide(hall.after([]), plan({ content: "请致电 138 0000 5678" }))).toBe("ProgrammeTextPersonal")
    expect(hall.decide(hall.after([plan()]), register("2026-03-02", "13800005678"))).toBe("ProgrammeTextPersonal")
  })
})

describe("series", () => {
  const series = stage(SeriesDesk.decider, SeriesCommand.Command, facts, { series: "midday" })
  const start = (recurrence: object, fields: object = {}) =>
    series.to("StartSeries", "2026-01-01", {
      names: { zh: "午间一小时", en: "Noon hour" },
      recurrence,
      form: "noonHour",
      audience: "staff",
      hosts: ["committee"],
      window: { open: "12:00", close: "13:00" },
      from: "2026-01-01",
      ...fields
    })
  const of = (...commands: ReadonlyArray<SeriesCommand.Command>) =>
    there(Series.get(series.after(commands), Code.SeriesId.make("midday")))
  const within = (from: string, to: string) => ({ from: day(from), to: day(to) })
  const dates = (one: Series.Series, from: string, to: string): ReadonlyArray<CivilDate.CivilDate> =>
    Result.getOrThrow(Series.dates(one, WorkCalendar.china, within(from, to)))

  it("P-24 P-39 the noon hour is on every working day, made-up ones too, and on no holiday", () => {
    const noon = of(start({ every: "workday" }))
    expect(dates(noon, "2026-09-28", "2026-10-12")).toEqual([
      "2026-09-28",
      "2026-09-29",
      "2026-09-30",
      "2026-10-08",
      "2026-10-09",
      "2026-10-10"
    ])
  })

  it("P-24 P-39 a forum on a day off is kept, skipped or moved, as the series says", () => {
    const fridays = (offDays: string) => of(start({ every: "week", weekdays: [5], offDays }))
    const found = (offDays: string) => dates(fridays(offDays), "2026-10-01", "2026-10-10")
    expect(found("keep")).toEqual(["2026-10-02", "2026-10-09"])
    expect(found("skip")).toEqual(["2026-10-09"])
    expect(found("next")).toEqual(["2026-10-08", "2026-10-09"])
    expect(found("previous")).toEqual(["2026-10-09"])
    expect(dates(fridays("previous"), "2026-09-28", "2026-10-01")).toEqual(["2026-09-30"])
  })

  it("F-07 planning a series twice plans each date once, and a change of its dates holds from its day on", () => {
    const first = start({ every: "week", weekdays: [1], offDays: "skip" }, { room: { capacity: 20 }, brand: "noon" })
    const change = series.to("ChangeRecurrence", "2026-03-01", {
      recurrence: { every: "week", weekdays: [3], offDays: "skip" },
      from: "2026-03-16"
    })
    const one = of(first, change)
    expect(dates(one, "2026-03-01", "2026-04-01")).toEqual(["2026-03-02", "2026-03-09", "2026-03-18", "2026-03-25"])
    const planned = Result.getOrThrow(
      Series.plan(one, hall.after([]), WorkCalendar.china, within("2026-03-01", "2026-04-01"), day("2026-02-20"))
    )
    const activities = hall.after(planned)
    expect(planned.map(({ activity }) => activity)[0]).toBe("midday.2026-03-02")
    expect(planned[0]).toMatchObject({ series: "midday", room: { capacity: 20 }, brand: "noon", form: "noonHour" })
    const later = within("2026-03-15", "2026-04-03")
    const again = Series.plan(one, activities, WorkCalendar.china, later, day("2026-03-10"))
    expect(Result.getOrThrow(again).map(({ activity }) => activity)).toEqual(["midday.2026-04-01"])
    expect(series.decide(series.after([first, change]), change)).toEqual([])
  })

  it("F-07 every second week is counted from the series' beginning, and anew from a change, of the same rule too", () => {
    const fortnightly = { every: "week", interval: 2, weekdays: [2], offDays: "keep" }
    const again = series.to("ChangeRecurrence", "2026-03-02", { from: "2026-03-16", recurrence: fortnightly })
    const march = (...changes: ReadonlyArray<SeriesCommand.Command>) =>
      dates(of(start(fortnightly, { from: "2026-03-02" }), ...changes), "2026-03-01", "2026-04-15")
    expect(march()).toEqual(["2026-03-03", "2026-03-17", "2026-03-31", "2026-04-14"])
    expect(march(again)).toEqual(["2026-03-03", "2026-03-17", "2026-03-31", "2026-04-14"])
    const shifted = series.to("ChangeRecurrence", "2026-03-02", { from: "2026-03-23", recurrence: fortnightly })
    expect(march(shifted)).toEqual(["2026-03-03", "2026-03-17", "2026-03-24", "2026-04-07"])
  })

  it("F-07 a date that a holiday moves beyond a change of the rule is left out, as at the end of the series", () => {
    const saturdays = { every: "week", weekdays: [6], offDays: "next" }
    const wednesdays = { every: "week", weekdays: [3], offDays: "skip" }
    const change = series.to("ChangeRecurrence", "2026-09-01", { from: "2026-10-05", recurrence: wednesdays })
    const october = (...changes: ReadonlyArray<SeriesCommand.Command>) =>
      dates(of(start(saturdays), ...changes), "2026-10-01", "2026-10-20")
    expect(october()).toEqual(["2026-10-08", "2026-10-10", "2026-10-19"])
    expect(october(change)).toEqual(["2026-10-14"])
  })

  it("F-07 a series cannot end later than it does, and says when that is", () => {
    const wanted = series.after([start({ every: "workday" }, { to: "2026-06-01" })])
    expect(series.run([series.to("EndSeries", "2026-02-01", { to: "2026-07-01" })], wanted).failures).toMatchObject([
      { failure: { _tag: "OutsideTerm", on: "2026-07-01", to: "2026-06-01" } }
    ])
    expect(series.decide(wanted, series.to("EndSeries", "2026-02-01", { to: "2026-05-01" }))).toHaveLength(1)
  })

  it("F-07 a series that has ended has no dates after that", () => {
    const ended = of(
      start({ every: "month", when: { nth: -1, weekday: 5 }, offDays: "keep" }),
      series.to("EndSeries", "2026-04-01", { to: "2026-05-01" })
    )
    expect(dates(ended, "2026-02-01", "2027-01-01")).toEqual(["2026-02-27", "2026-03-27", "2026-04-24"])
    const state = series.after([
      start({ every: "workday" }),
      series.to("EndSeries", "2026-04-01", { to: "2026-05-01" })
    ])
    const runs = (on: string) => Series.isRunning(state, Code.SeriesId.make("midday"), day(on))
    expect([runs("2025-12-31"), runs("2026-01-01"), runs("2026-04-30"), runs("2026-05-01")]).toEqual([
      false,
      true,
      true,
      false
    ])
  })

  it("P-39 festivals of the lunar calendar are listed, those of the solar one recur by year", () => {
    const listed = of(start({ every: "listed", dates: ["2026-09-25", "2026-02-17"], offDays: "keep" }))
    expect(dates(listed, "2026-01-01", "2027-01-01")).toEqual(["2026-02-17", "2026-09-25"])
    const yearly = of(start({ every: "year", month: 11, day: 11, offDays: "keep" }))
    expect(dates(yearly, "2026-01-01", "2027-01-01")).toEqual(["2026-11-11"])
  })
})

describe("reviews", () => {
  it("P-39 noon, evening, weekend and holiday are extended service; usual hours are not", () => {
    const kind = (date: string, open?: string, close?: string) => {
      const window = open === undefined ? {} : { window: { open, close } }
      const one = get(hall.after([plan({ date, ...window })]))
      return Result.getOrThrow(ActivityReview.extended(one, WorkCalendar.china))
    }
    expect(kind("2026-03-20", "12:00", "13:00")).toBe("noon")
    expect(kind("2026-03-20", "18:30", "20:00")).toBe("evening")
    expect(kind("2026-03-20", "09:00", "12:30")).toBeUndefined()
    expect(kind("2026-03-20")).toBeUndefined()
    expect(kind("2026-03-21", "10:00", "11:00")).toBe("weekend")
    expect(kind("2026-10-05", "10:00", "11:00")).toBe("holiday")
    expect(kind("2026-10-10", "10:00", "11:00")).toBeUndefined()
  })

  it("P-39 the four lacks are told of what is planned: no venue, no activity, no plan, no content", () => {
    const lacking = (fields: object) => ActivityReview.lacking(ActivityReview.list(hall.after([plan(fields)])))
    expect(ActivityReview.lacking([])).toEqual(["activity"])
    expect(lacking({})).toEqual(["venue", "plan", "content"])
    expect(lacking({ place: "hall", window: { open: "12:00", close: "13:00" }, content: "税收政策" })).toEqual([])
    expect(Object.keys(ActivityReview.lacks)).toEqual(["venue", "activity", "plan", "content"])
  })

  it("F-06 lectures on finance, law and education are found by form, theme and day", () => {
    const lecture = (activity: string, theme: string, date: string) => plan({ activity, themes: [theme], date })
    const state = hall.after([
      lecture("finance", "finance", "2026-03-20"),
      lecture("law", "law", "2026-03-20"),
      lecture("education", "education", "2026-03-27")
    ])
    expect(ActivityReview.list(state, { form: "lecture" })).toHaveLength(3)
    expect(ActivityReview.onDay(state, day("2026-03-20")).map(({ planned }) => planned.activity)).toEqual([
      "finance",
      "law"
    ])
    expect(ActivityReview.list(state, { theme: "education" })).toHaveLength(1)
    // A lecture on no theme is one all the same, and another form on a theme is none.
    const more = hall.after(
      [plan({ activity: "open", form: "lecture" }), plan({ activity: "salon", form: "salon", themes: ["law"] })],
      state
    )
    expect(ActivityReview.list(more, { form: "lecture" })).toHaveLength(4)
    expect(ActivityReview.list(more, { form: "lecture", theme: "law" }).map(({ planned }) => planned.activity)).toEqual(
      ["law"]
    )
    expect(hall.decide(state, lecture("law", "law", "2026-04-03"))).toBe("ProgrammeIdTaken")
  })

  it("F-07 every form the sources name is there once, in both languages", () => {
    const forms = ActivityForms.common.map(({ form }) => form)
    expect(new Set(forms).size).toBe(forms.length)
    for (const brand of ["matchmaking", "reading", "skills", "football", "birthday"]) {
      expect(ActivityForms.names(brand)?.en).toBeDefined()
    }
  })
})
