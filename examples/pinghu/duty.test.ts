import { CivilDate, Identifier, WorkCalendar } from "@louyu/kernel"
import { ServiceItem, ServiceList, State } from "@louyu/matching"
import { Command, Relation } from "@louyu/organisation"
import { Completeness } from "@louyu/roles"
import {
  Duty,
  Fairness,
  Network,
  RosterCode,
  RosterPlan,
  RosterReview,
  RosterState,
  StationCode,
  StationReview,
  StationState
} from "@louyu/stations"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { range, two } from "../story/Row.ts"
import * as Said from "../story/Said.ts"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"

const day = CivilDate.make
const unit = Identifier.UnitId.make
const year = { from: day("2022-03-01"), to: day("2023-03-01") }
const calendar = WorkCalendar.china
const department = (n: number) => `dept-${two(n)}`

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(new URL("./city/", import.meta.url))
  await story.until(({ _tag }) => _tag === "SwapDuty")
})
afterAll(() => story[Symbol.asyncDispose]())

const roster = async () =>
  RosterState.roster(await story.city.stations.rosters(), RosterCode.RosterId.make("turns-2022")) ??
  expect.fail("it was drafted")
const holder = async (date: string, station: string) =>
  RosterState.dutiesOn(await roster(), day(date)).find(({ slot }) => slot.station === station)

const workdays = (): ReadonlyArray<CivilDate.CivilDate> => {
  const days = range(0, CivilDate.daysBetween(year.from, year.to) - 1).map((n) => CivilDate.addDays(year.from, n))
  return days.filter((date) => Result.getOrThrow(WorkCalendar.isWorkday(calendar, date)))
}

describe("turns of the alliance at a centre and fifteen stations, for a year of working days", () => {
  it("G-09 P-17 a centre and fifteen stations are 1+X: sixteen on the last day, and none but them", async () => {
    const { mains, subs, alone } = Network.totals(await story.city.stations.stations(), day("2022-12-31"))
    expect([mains, alone]).toEqual([1, 0])
    expect(Said.compare(subs, "15个")).toEqual(Said.agrees)
    expect(Network.totals(await story.city.stations.stations(), day("2021-12-31")).subs).toBe(10)
  })

  it("P-19 every station has one organisation on every working day of a year, and on no other day", async () => {
    const duties = RosterState.duties(await roster())
    const days = workdays()
    expect(duties).toHaveLength(days.length * 16)
    expect(duties.filter((one) => one.unit === undefined)).toEqual([])
    expect([...new Set(duties.map(({ slot }) => slot.date))]).toEqual(days)
    const stations = await story.city.stations.stations()
    const facts = {
      exists: () => true,
      stands: (station: StationCode.StationId, on: CivilDate.CivilDate) => StationState.isOpenOn(stations, station, on),
      calendar
    }
    expect(RosterReview.warnings(await roster(), facts, year.from)).toEqual(Result.succeed([]))
  })

  it("P-19 no organisation is at two stations on one day, nor when it is excused or away", async () => {
    const { plan, ...rest } = await roster()
    const duties = RosterState.duties({ plan, ...rest })
    const atOnce = duties.map((one) => `${one.slot.date} ${one.unit}`)
    expect(new Set(atOnce).size).toBe(atOnce.length)
    for (const { slot, unit: on } of duties) {
      const member = on === undefined ? undefined : RosterPlan.member(plan, on)
      expect(member && RosterPlan.absence(member, slot.date)).toBeUndefined()
    }
  })

  it("P-19 turns differ by at most one between all that are not excused, and what is owed says so of the one that is", async () => {
    const lines = Fairness.report(await roster())
    expect(lines).toHaveLength(22)
    const excused = lines.find((line) => line.unit === department(7)) ?? expect.fail("it is a member")
    const others = lines.filter((line) => line !== excused).map(({ assigned }) => assigned)
    expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(1)
    // A month off is a twelfth of the year, and not made up for.
    expect(excused.assigned).toBeLessThan(Math.min(...others))
    for (const { beyondShare } of lines) expect(Math.abs(beyondShare)).toBeLessThanOrEqual(1)
    expect(lines.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(workdays().length * 16)
  })

  it("P-19 P-15 those who take turns are the 22 members of the service alliance", async () => {
    const view = await story.city.organisation.on(day("2022-12-31"))
    const alliance = Relation.alliance(view, Command.AllianceId.make("service"))
    const { plan } = await roster()
    expect(plan.members.map((one) => `${one.unit}`).toSorted()).toEqual(
      (alliance?.members ?? []).map((id) => `${id}`).toSorted()
    )
  })

  it("P-20 P-19 each month has one of the five affairs for its theme, by turns", async () => {
    const { plan } = await roster()
    const months = range(0, 11).map((n) => RosterPlan.theme(plan, CivilDate.addMonths(year.from, n))?.names.zh)
    expect(months.slice(0, 6)).toEqual(["党务", "政务", "社务", "医务", "法务", "党务"])
    expect(new Set(months).size).toBe(5)
  })

  it("P-19 R3-16 two change places, one stands in; a change that puts somebody at two stations at once is refused", async () => {
    expect(
      await Promise.all(["st-01", "st-02", "st-03"].map(async (id) => (await holder("2022-04-11", id))?.unit))
    ).toEqual([department(21), department(12), department(7)])
    const say = { _tag: "SubstituteDuty", roster: "turns-2022", slot: "2022-04-11/day/st-04/1", on: "2022-04-08" }
    const twice = { ...say, to: department(21), by: { members: [department(1), department(21)] } }
    expect(await story.refused(twice)).toEqual(["stations/DutyDoubleBooked"])
    await story.toTheEnd()
    expect(
      await Promise.all(["st-01", "st-02", "st-03"].map(async (id) => (await holder("2022-04-11", id))?.unit))
    ).toEqual([department(12), department(21), department(5)])
    const line = Fairness.report(await roster()).find((one) => one.unit === department(21))
    expect([line?.swappedIn, line?.swappedOut]).toEqual([1, 1])
  })

  it("P-19 who is on duty now, who came, who did not, and what was not wanted", async () => {
    const rosters = RosterState.rosters(await story.city.stations.rosters())
    const noon = Duty.at(rosters, calendar, Date.parse("2022-04-11T12:00+08:00"))
    expect(noon).toHaveLength(15)
    expect(noon.some(({ station }) => station === "st-09")).toBe(false)
    expect(Duty.missed(rosters, calendar).map(({ station, unit: who }) => [station, who])).toEqual([
      ["st-09", department(19)]
    ])
    expect((await holder("2022-04-11", "centre"))?.standing).toBe("started")
    expect((await holder("2022-05-16", "st-15"))?.standing).toBe("cancelled")
    expect(Duty.at(rosters, calendar, Date.parse("2022-04-10T12:00+08:00"))).toEqual([])
  })

  it("P-19 the command line tells who is on duty on a day, with the theme of the month", async () => {
    const { exit, text } = await louyu("duty --folder examples/pinghu/city --on 2022-04-11")
    expect(exit).toBe(0)
    for (const said of ["轮值共建值班表", "政务", "骑士加油站15"]) expect(text).toContain(said)
  })
})

describe("the six haves", () => {
  it("P-40 A-12 the centre has all six, and what a station lacks is told", async () => {
    const state = await story.city.stations.stations()
    const { standards } = await story.city.stations.catalogue()
    const six = standards.find(({ id }) => id === "sixHaves") ?? expect.fail("the profile has them")
    const known = (id: string) =>
      StationState.station(state, StationCode.StationId.make(id)) ?? expect.fail(`${id} was opened`)
    const of = (id: string) => StationReview.assessed(known(id), six, day("2022-12-31"))
    expect([of("centre")?.missing, of("st-02")?.missing]).toEqual([[], ["books", "rules"]])
    expect(of("st-05")).toBeUndefined()
    expect(StationReview.openTo(state, unit("b03"), day("2022-12-31"))).toEqual(["st-02"])
  })
})

describe("G-09 lists and posts", () => {
  const last = day("2022-12-31")

  it("G-09 P-31 27 items stand on the list of services, of 22 departments", async () => {
    const { lists } = await story.city.matching.lists()
    const list = State.list(lists, ServiceItem.ListId.make("pinghu-27"), last) ?? expect.fail("it is in force")
    const { items, byOwner } = ServiceList.counts(list)
    expect(Said.compare(items, "27项")).toEqual(Said.agrees)
    expect(Said.compare(byOwner.size, "22个")).toEqual(Said.agrees)
  })

  it("G-09 P-06 two heads and four staff are six posts, at every building or its micro-grids", async () => {
    const { directory } = await story.city.roles.on(last)
    const fillings = Completeness.of(directory, unit("danghu"))
    const posts = fillings.filter(({ at }) => at.post.scheme === "twoHeadsFourStaff").map(({ at }) => at.post.role)
    expect(Said.compare(new Set(posts).size, "6")).toEqual(Said.agrees)
    expect(posts.filter((role) => role === "buildingChief")).toHaveLength(16)
    expect(posts.filter((role) => role === "microGridHead")).toHaveLength(33)
  })

  it("R1-4 telling the folder again changes nothing, the generated roster included", async () => {
    expect(await story.toTheEnd()).toBe(0)
  })
})
