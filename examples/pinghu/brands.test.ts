import { EnterpriseCommand, EnterpriseRegister, Incubation } from "@louyu/economy"
import { CivilDate, Count, Identifier, Instant, Period, TimeWindow } from "@louyu/kernel"
import { Activity, ActivityReview, Code, Series } from "@louyu/programmes"
import { Bookings, OpenTimes, RoomState, StationCode, StationReview, StationState } from "@louyu/stations"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"

const day = CivilDate.make
const unit = Identifier.UnitId.make
const year = Period.ofYear(2022)

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(new URL("./city/", import.meta.url))
  await story.toTheEnd()
})
afterAll(() => story[Symbol.asyncDispose]())

const openAt = async (date: string, time: string) => {
  const calendar = await story.city.calendar()
  const moment = Instant.of(day(date), calendar, TimeWindow.minuteOf(TimeWindow.TimeOfDay.make(time)))
  const open = Result.getOrThrow(StationReview.openAt(await story.city.stations.stations(), calendar, moment))
  return { centre: open.find(({ station }) => station === "centre")?.opening.sort, count: open.length }
}
const dates = async (id: string, from = "2022-01-01", to = "2023-01-01") => {
  const series = Series.get(await story.city.programmes.series(), Code.SeriesId.make(id)) ?? expect.fail(`no ${id}`)
  return Result.getOrThrow(Series.dates(series, await story.city.calendar(), { from: day(from), to: day(to) }))
}
const activity = async (id: string) =>
  Activity.get(await story.city.programmes.activities(), Code.ActivityId.make(id)) ?? expect.fail(`no ${id}`)

describe("three brands: extended hours, the noon hour and the building forum", () => {
  it("P-24 P-39 the centre is open at noon, on weekends and on holidays, each in hours of its own", async () => {
    expect(await openAt("2022-12-28", "10:00")).toEqual({ centre: "regular", count: 16 })
    expect(await openAt("2022-12-28", "12:30")).toEqual({ centre: "noon", count: 16 })
    // A Saturday, one that was a workday, and two days of the national and the spring holidays.
    expect(await openAt("2022-10-15", "10:00")).toEqual({ centre: "weekend", count: 6 })
    expect(await openAt("2022-10-08", "10:00")).toEqual({ centre: "regular", count: 16 })
    expect(await openAt("2022-10-03", "10:00")).toEqual({ centre: "holiday", count: 6 })
    expect([(await openAt("2022-02-02", "09:30")).centre, (await openAt("2022-02-02", "10:30")).centre]).toEqual([
      undefined,
      "holiday"
    ])
    expect(await openAt("2022-12-28", "21:30")).toEqual({ centre: undefined, count: 5 })
  })

  it("P-24 before the brand was made nothing was open at noon or on weekends", async () => {
    expect((await openAt("2020-06-03", "12:30")).centre).toBeUndefined()
    expect((await openAt("2020-06-06", "10:00")).centre).toBeUndefined()
    expect((await openAt("2020-06-03", "09:00")).centre).toBe("regular")
  })

  it("P-24 the noon hour is on Wednesdays that are workdays, the forum on the second Thursday, or the next workday", async () => {
    const noon = await dates("noon", "2022-09-28", "2022-10-20")
    expect(noon).toEqual(["2022-09-28", "2022-10-12", "2022-10-19"])
    const forums = await dates("forum")
    expect(forums).toHaveLength(12)
    const held = ActivityReview.list(await story.city.programmes.activities(), {
      brand: Code.Code.make("forum"),
      period: year
    })
    expect(held.map(({ date }) => date).filter((date) => !forums.includes(date))).toEqual([])
    expect(held).toHaveLength(7)
  })

  it("P-39 what is in the noon hour is an extended service, and found as one", async () => {
    const calendar = await story.city.calendar()
    const extended = ActivityReview.list(await story.city.programmes.activities(), { period: year }).filter(
      (one) => Result.getOrThrow(ActivityReview.extended(one, calendar)) === "noon"
    )
    expect(extended.map(({ planned }) => planned.brand)).toEqual(Array(4).fill("noonHour"))
  })

  it("P-24 every forum and noon hour has its room, within the hours of the centre", async () => {
    const rooms = await story.city.stations.rooms()
    const booked = ["centre-hall", "centre-noon"].map((id) => {
      const room = RoomState.room(rooms, StationCode.RoomId.make(id)) ?? expect.fail(`no ${id}`)
      return Bookings.during(room, year).length
    })
    expect(booked).toEqual([7, 4])
    expect(Bookings.ofActivity(rooms, "forum-2022-05").map(({ room }) => room)).toEqual(["centre-hall"])
    const centre = StationState.station(await story.city.stations.stations(), StationCode.StationId.make("centre"))
    const calendar = await story.city.calendar()
    for (const date of ["2022-03-10", "2022-11-16"].map(day)) {
      const openings = Result.getOrThrow(OpenTimes.on(centre?.hours ?? [], calendar, date))
      expect(openings.map(({ sort }) => sort)).toEqual(["regular", "noon", "regular"])
    }
    const taken = {
      _tag: "BookRoom",
      room: "centre-hall",
      booking: "late",
      date: "2022-12-08",
      window: { open: "16:00", close: "17:00" },
      by: { unit: "gn-01" }
    }
    expect(await story.refused(taken)).toEqual(["stations/RoomAlreadyBooked"])
  })
})

describe("key dates, and what a training led to", () => {
  it("P-25 festival, mid-autumn and the riders' week were held on their dates, for learning, leisure and fitness", async () => {
    for (const [series, id] of [
      ["neighbours", "neighbours-2022"],
      ["mid-autumn", "mid-autumn-2022"],
      ["rider-week", "rider-week-2022"]
    ] as const) {
      expect(await dates(series)).toEqual([(await activity(id)).date])
    }
    const state = await story.city.programmes.activities()
    const themes = ["learning", "leisure", "fitness"].map(
      (theme) => ActivityReview.list(state, { theme: Code.Code.make(theme), period: year }).length
    )
    expect(themes).toEqual([5, 4, 3])
    const { planned } = await activity("rider-week-2022")
    expect(planned.hosts).toEqual(["centre", "gn-01"])
  })

  it("P-26 centre and commerce bureau taught short videos; the three firms it led into live sales are told by both", async () => {
    const training = await activity("short-video-2022")
    expect(training.planned.hosts).toEqual(["centre", "dept-05"])
    const clips = Activity.reach(training, Code.Code.make("clips"), day("2022-12-31"))
    expect(clips).toEqual(Result.getOrThrow(Count.parse("80余")))
    const led = training.outcomes.flatMap((outcome) => ("unit" in outcome ? [outcome.unit] : []))
    const register = await story.city.economy.enterprises()
    const firms = [...EnterpriseRegister.enterprises(register)]
    const live = Incubation.achieved(register, firms, {
      kind: "liveCommerce",
      activity: EnterpriseCommand.ActivityId.make("short-video-2022")
    })
    expect(led).toEqual(live)
    expect(live).toEqual(["e003", "e004", "e005"].map((id) => unit(id)))
  })

  it("P-24 P-25 tells them at the command line", async () => {
    const told = await louyu("activities --folder examples/pinghu/city --on 2022-12-31", "en")
    expect(told.exit).toBe(0)
    expect(told.text).toContain("16 in all · 16 held · 3 joint")
    expect(told.text).toContain("Second Good-Neighbour Festival")
  })
})
