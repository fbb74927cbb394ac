import { readdirSync, readFileSync } from "node:fs"
import { CityFolder } from "@louyu/exchange"
import { CivilDate, Identifier } from "@louyu/kernel"
import {
  Assignment,
  Attention,
  Funnel,
  Incubation,
  Journeys,
  Outcomes,
  PipelinePresets,
  Prospect,
  State,
  Stay,
  type StayBook,
  Staying,
  Stays
} from "@louyu/recruitment"
import { MemoryStore } from "@louyu/store-memory"
import * as Result from "effect/Result"
import { openCity, type PromisedCity } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const folder = new URL("./city/", import.meta.url)
const report = CityFolder.read(
  new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const))
)
const commands = report.steps.map(({ command }) => command)
const by = { actor: "test" }
const lastDay = CivilDate.make("2022-12-31")
const asOf = CivilDate.toEpochDay(lastDay)
const unit = (id: string) => Identifier.UnitId.make(id)
const { investment, branchIncubation } = PipelinePresets

let city: PromisedCity
let state: State.State
let book: StayBook.StayBook
beforeAll(async () => {
  const { tenant, profile } = report
  if (tenant === undefined || profile === undefined) throw new Error("city.json names tenant and profile")
  city = await openCity({ tenant, profile, store: MemoryStore.layer })
  await city.dispatchAll(commands, by)
  state = await city.recruitment.prospects()
  book = await city.recruitment.stays()
})
afterAll(() => city.close())

const funnel = () => Funnel.of(state, investment.id) ?? expect.fail("the pipeline is in force")
const prospect = (id: string) => State.prospect(state, Prospect.ProspectId.make(id)) ?? expect.fail(`${id} is known`)

describe("prospects", () => {
  it("R4-20 change nothing when the folder is loaded a second time", async () => {
    expect((await city.dispatchAll(commands, by)).events).toEqual([])
  })

  it("H-25 forty firms came through the stages, and every share says of how many it is", () => {
    const stages = Result.getOrThrow(Funnel.report(funnel(), { asOf }))
    expect(stages.map(({ stage, now, ever }) => [stage.id, now, ever])).toEqual([
      ["lead", 2, 40],
      ["assessed", 4, 34],
      ["negotiating", 3, 27],
      ["transitional", 3, 6],
      ["signed", 4, 17],
      ["registered", 0, 0],
      ["movedIn", 10, 13],
      ["operating", 2, 3],
      ["grown", 1, 1]
    ])
    const [lead, , negotiating] = stages
    // Two leads are not decided, and so they are no part of the share.
    expect(lead?.conversion?.rate).toMatchObject({ numerator: 34, denominator: 38, population: 40, asOf })
    expect(negotiating?.conversion).toMatchObject({ to: "signed", entered: 27, reached: 17, still: 3 })
    const year = { began: { from: CivilDate.toEpochDay(CivilDate.make("2022-01-01")), until: asOf + 1 } }
    const counts = Result.getOrThrow(Journeys.counts(funnel().journeys, { asOf, cohort: year }))
    expect(counts.population).toBe(17)
  })

  it("R4-10 thirteen became enterprises of the city on the day they moved in", () => {
    const settled = [...State.prospects(state)].filter(
      (known) => known.opened.pipeline === "investment" && known.tenant
    )
    expect(settled).toHaveLength(13)
    expect(new Set(settled.map(({ won }) => won))).toEqual(new Set(["2021-03-01", "2022-04-01"]))
    expect(State.ofTenant(state, unit("e010")).map(({ opened }) => opened.prospect)).toContain("inv-07")
  })

  it("R4-8 R4-9 says why eleven went elsewhere; one thought again, and one that came twice is one", () => {
    const outcomes = Outcomes.by(state, investment.id, "reason", { from: CivilDate.make("2020-01-01") })
    expect(outcomes.filter(({ lost }) => lost > 0).map(({ key, lost }) => [key, lost])).toEqual([
      ["rent", 3],
      ["elsewhere", 2],
      ["noAnswer", 2],
      ["policy", 2],
      ["space", 2]
    ])
    expect(prospect("inv-25")).toMatchObject({
      standing: "open",
      stage: "signed",
      departures: [{ reopened: "2022-10-17" }]
    })
    expect(prospect("inv-41").merged).toEqual({ into: "inv-32", on: "2022-08-29" })
  })

  it("R4-3 R4-4 on the last day some were not heard of for too long, and two next steps are overdue", async () => {
    const all = Result.getOrThrow(Attention.all(state, await city.calendar(), lastDay))
    const firms = all.filter((one) => prospect(one.prospect).opened.pipeline === "investment")
    const count = (is: (one: Attention.Attention) => boolean) => firms.filter(is).length
    expect([firms.length, count(({ rotten }) => rotten === true), count(({ next }) => next === "overdue")]).toEqual([
      16, 6, 2
    ])
    expect(firms.find((one) => one.prospect === "inv-33")).toMatchObject({ rotten: false })
  })

  it("R4-5 R4-6 what nobody moved went back to the pool, and whoever has room and looks after the place gets it", async () => {
    expect(prospect("inv-36").released).toMatchObject([{ on: "2022-12-19", reason: "idle" }])
    const { directory } = await city.roles.on(lastDay)
    const proposed = (on: CivilDate.CivilDate) =>
      Assignment.propose(state, on, { isWithin: (one, place) => directory.places.isWithin(one, place, on) })
    const proposals = proposed(lastDay)
    expect(proposals.map((one) => [one.prospect, one.liaison])).toEqual([
      ["inv-36", undefined],
      ["inv-37", "p-046"],
      ["inv-40", "p-046"]
    ])
    // Whoever let it lie waits for thirty days.
    expect(proposals[0]?.passedOver).toContainEqual({ liaison: "p-041", why: "waiting" })
    expect(proposals[1]?.passedOver).toContainEqual({ liaison: "p-052", why: "elsewhere" })
    expect(proposed(CivilDate.make("2023-01-18"))[0]).toMatchObject({ prospect: "inv-36", liaison: "p-041" })
  })
})

describe("branches on the way", () => {
  it("P-35 what the sweep found comes to one joint branch, and work goes ahead of organisation", async () => {
    const sweep = (await city.visits.of(unit("b03"))).sweeps["sweep-2022"]
    const swept = ["e024", "e025", "e032"]
    const doors = (sweep?.doors ?? []).filter(({ occupant }) => occupant !== undefined && swept.includes(occupant))
    const found = doors.flatMap(({ occupant, members = 0 }) =>
      occupant === undefined ? [] : [{ enterprise: occupant, building: unit("b03"), members }]
    )
    expect(Incubation.ways(found)).toMatchObject([{ way: "joint", enterprises: swept, members: 4 }])
    const dual = Incubation.dualCoverage(
      state,
      branchIncubation.id,
      [...swept, "e009", "e010", "e020"].map(unit),
      lastDay
    )
    expect([dual.work, dual.organisation].map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [6, 6],
      [3, 6]
    ])
  })

  it("H-03 W-10 three branches were founded where service had gone before", () => {
    const lags = Incubation.lags(state, branchIncubation.id, lastDay)
    expect(lags.map(({ enterprise, founded, days }) => [enterprise, founded, days])).toEqual([
      ["e020", "2022-10-20", 127],
      ["e009", "2022-02-20", 132],
      ["e010", "2022-10-20", 163]
    ])
  })
})

describe("transitional offices", () => {
  it("H-26 R4-18 three of the four stays that ended settled; those that go on do not count", () => {
    expect(Staying.settlement(book, lastDay)).toMatchObject({ ended: 4, settled: 3, left: 1, rate: 0.75, running: 8 })
    expect(Staying.expiring(book, lastDay, 30).map(({ stay, left }) => [stay, left])).toEqual([
      ["stay-07", -25],
      ["stay-05", 20]
    ])
  })

  it("W-08 five firms have all forty seats of the shared work area, and there is no room for a sixth", () => {
    const shared = Staying.utilisation(book, lastDay).find(({ office }) => office === "seats-40")
    expect(shared).toMatchObject({ seatRate: 1, guests: 5 })
    const sixth = Stays.decider.decide(
      book,
      {
        _tag: "StartStay",
        stay: Stay.StayId.make("stay-16"),
        office: Stay.OfficeId.make("seats-40"),
        enterprise: unit("e002"),
        seats: 1,
        rooms: 0,
        from: lastDay
      },
      { exists: () => true }
    )
    expect(Result.isFailure(sixth) && sixth.failure).toMatchObject({ _tag: "OfficeFull", wanted: 41, has: 40 })
  })
})
