import { CivilDate, Count, Identifier, Timeline, TimeWindow } from "@louyu/kernel"
import { Access, Days, OpenTimes, ServiceItems, StationCode, StationReview, StationState } from "@louyu/stations"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Said from "../story/Said.ts"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"
import { files } from "./make/files.ts"

const station = StationCode.StationId.make("e-station")
const item = StationCode.ItemId.make
const at = (moment: string): number => Date.parse(`${moment}+08:00`)
const minute = 60_000

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(new URL("./city/", import.meta.url))
  await story.toTheEnd()
})
afterAll(() => story[Symbol.asyncDispose]())

const points = () => story.city.stations.points()
const known = async () =>
  StationState.station(await story.city.stations.stations(), station) ?? expect.fail("it was opened")
const had = async (moment: string): Promise<ReadonlyArray<string>> => {
  const [stations, rooms, calendar] = await Promise.all([
    story.city.stations.stations(),
    story.city.stations.rooms(),
    story.city.calendar()
  ])
  return Result.getOrThrow(Access.itemsAt({ stations, rooms, calendar }, await points(), station, at(moment)))
}

describe("the folder", () => {
  it("is what make.ts writes, reads without a finding, and changes nothing when it is told again", async () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(story.onDisk)).toEqual(text(files))
    expect(story.findings).toEqual([])
    expect(await story.toTheEnd()).toBe(0)
  })
})

describe("G-04 the e-station in the lobby", () => {
  it("G-04 H-23 94 items are had on six devices, the five that the source names among them", async () => {
    const items = await had("2024-06-03T10:00")
    const there = ServiceItems.pointsAt(await points(), station, at("2024-06-03T10:00"))
    expect(Said.compare(items.length, "94个")).toEqual(Said.agrees)
    expect(Said.compare(there.length, "6台")).toEqual(Said.agrees)
    expect(items).toEqual(expect.arrayContaining(["h-01", "h-02", "h-03", "h-04", "h-05"]))
    // Eighteen of them are had at two devices, so that the devices offer more together than there are items.
    expect(there.reduce((sum, one) => sum + ServiceItems.itemsOf(one, at("2024-06-03T10:00")).length, 0)).toBe(117)
    expect(await had("2022-08-31T23:59")).toEqual([])
  })

  it("G-04 H-23 it is open day and night: two years have no minute in which it is closed, the spring festival included", async () => {
    const { hours } = await known()
    const calendar = await story.city.calendar()
    const years = { from: at("2023-01-01T00:00"), to: at("2025-01-01T00:00") }
    expect(OpenTimes.gaps(hours, calendar, years)).toEqual(Result.succeed([]))
    expect(OpenTimes.minutesOpen(hours, calendar, years)).toEqual(Result.succeed((years.to - years.from) / minute))
    for (const moment of ["2024-02-10T03:00", "2024-10-01T00:00", "2024-05-05T23:59"]) {
      expect(OpenTimes.isOpen(hours, calendar, at(moment))).toEqual(Result.succeed(true))
      expect(await had(moment)).toHaveLength(94)
    }
    // With hours for working days only there would be gaps.
    const rule = {
      id: "day",
      sort: "regular" as const,
      days: Days.workdays,
      windows: TimeWindow.make(["09:00", "17:00"])
    }
    const usual = Timeline.since(CivilDate.make("2022-09-01"), { rules: [rule], exceptions: [] })
    expect(Result.map(OpenTimes.gaps(usual, calendar, years), ({ length }) => length > 400)).toEqual(
      Result.succeed(true)
    )
  })

  it("G-04 H-23 within fifteen minutes it reaches 2,000 firms and more and 60,000 households and more, and says no more than that", async () => {
    const reach = Timeline.at((await known()).catchment, CivilDate.make("2024-10-21")) ?? expect.fail("described")
    expect(reach.minutes).toBe(15)
    expect(reach.enterprises).toEqual(Result.getOrThrow(Count.parsePhrase("两千余家")).count)
    expect(reach.households).toEqual(Result.getOrThrow(Count.parsePhrase("六万余户")).count)
    expect([reach.enterprises, reach.households]).toEqual([Count.atLeast(2000), Count.atLeast(60_000)])
    const reviewed = StationReview.openTo(
      await story.city.stations.stations(),
      Identifier.UnitId.make("wanda-community"),
      reach.from
    )
    expect(reviewed).toEqual(["e-station"])
  })

  it("G-04 H-23 what is to be had falls when a device fails, by what is had nowhere else, and comes back with it", async () => {
    const many = async (moment: string) => (await had(moment)).length
    expect([await many("2024-08-10T01:59"), await many("2024-08-10T02:00")]).toEqual([94, 58])
    expect([await many("2024-08-10T08:59"), await many("2024-08-10T09:00")]).toEqual([58, 94])
    // The gas terminal is out for a night, and in the morning the second all-in-one as well.
    expect([await many("2024-09-02T18:30"), await many("2024-09-03T08:00")]).toEqual([90, 86])
    expect([await many("2024-09-03T10:00"), await many("2024-09-03T12:00")]).toEqual([90, 94])
    expect(await had("2024-10-21T03:00")).not.toContain("h-05")
    expect(await many("2024-10-21T03:00")).toBe(83)
    expect(ServiceItems.missing(await points(), station, at("2024-10-21T03:00"))).toHaveLength(11)
  })

  it("G-04 H-23 more than an hour before and less than ten minutes now is fifty minutes saved and more, each time", async () => {
    const each = ServiceItems.minutesPerUse(await points(), item("h-05"))
    expect(each).toEqual(Count.atLeast(50))
    const summer = { from: CivilDate.make("2024-07-01"), to: CivilDate.make("2024-10-01") }
    const { minutes, usesUnknown } = ServiceItems.saved(await points(), station, summer)
    expect(minutes).toEqual(Count.atLeast(412 * 50))
    expect(usesUnknown).toEqual(Count.about(3000))
  })

  it("G-04 the command line tells whom it reaches, that it never closes, and what cannot be had at three in the morning", async () => {
    const { exit, text } = await louyu(
      "stations e-station --folder examples/huangshi/city --open-at 2024-10-21T03:00 --items"
    )
    expect(exit).toBe(0)
    for (const said of ["2000余家企业", "6万余户居民", "24 小时", "现可办 83/94 项", "票纸用尽"]) {
      expect(text).toContain(said)
    }
  })
})
