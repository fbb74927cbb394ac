import { readdirSync, readFileSync } from "node:fs"
import { CityFolder } from "@louyu/exchange"
import { CivilDate, Identifier } from "@louyu/kernel"
import {
  CommonNeeds,
  Demand,
  Fair,
  Match,
  Neighbours,
  Past,
  Project,
  ServiceItem,
  ServiceList,
  State
} from "@louyu/matching"
import { View } from "@louyu/organisation"
import { MemoryStore } from "@louyu/store-memory"
import { openCity, type PromisedCity } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const folder = new URL("./city/", import.meta.url)
const report = CityFolder.read(
  new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const))
)
const commands = report.steps.map(({ command }) => command)
const by = { actor: "test" }
const lastDay = CivilDate.make("2022-12-31")
const listId = ServiceItem.ListId.make("pinghu-27")

let city: PromisedCity
beforeAll(async () => {
  const { tenant, profile } = report
  if (tenant === undefined || profile === undefined) throw new Error("city.json names tenant and profile")
  city = await openCity({ tenant, profile, store: MemoryStore.layer })
  await city.dispatchAll(commands, by)
})
afterAll(() => city.close())

const seen = () => city.matching.lists()

describe("the lists", () => {
  it("change nothing when the folder is loaded a second time", async () => {
    expect((await city.dispatchAll(commands, by)).events).toEqual([])
  })

  it("P-31 27 items of 22 departments are in force, each with a place", async () => {
    const { lists } = await seen()
    const list = State.list(lists, listId, lastDay)
    if (list === undefined) throw new Error("the list is in force")
    const { items, byOwner, byDomain } = ServiceList.counts(list)
    expect([items, byOwner.size]).toEqual([27, 22])
    expect([...byDomain.keys()].sort()).toEqual(["community", "government", "legal", "medical", "party"])
    const offered = new Set(State.allOfferings(lists).map(({ item }) => item))
    expect(list.items.filter(({ code }) => !offered.has(code))).toEqual([])
  })

  it("P-23 R3-10 matches stand in every state", async () => {
    const { lists } = await seen()
    const statuses = new Set([...State.matches(lists)].map(({ status }) => status))
    expect([...statuses].sort()).toEqual(["accepted", "closed", "delivered", "proposed", "rejected", "withdrawn"])
    const lunch = State.match(lists, Match.MatchId.make("match-02"))
    expect(lunch?.deliveries.map(({ quantity }) => quantity)).toEqual([12, 8])
  })

  it("W-08 five needs for seats became one project that takes all forty and met them", async () => {
    const { lists } = await seen()
    const known = State.project(lists, Project.ProjectId.make("shared-work-area"))
    expect(known).toMatchObject({ status: "completed", standing: "key", commitments: [{ quantity: 40 }] })
    expect(known?.needs.map((need) => State.need(lists, need)?.status)).toEqual(Array.from({ length: 5 }, () => "met"))
    expect(Demand.freeOn(lists, lastDay).find(({ resource }) => resource === "seats-40")).toMatchObject({
      amount: 40,
      free: 0
    })
  })

  it("P-30 those who asked for charging have something in common that nobody took up", async () => {
    const { lists } = await seen()
    const cbd = Identifier.UnitId.make("cbd")
    const [most] = CommonNeeds.find(lists, () => cbd, { raisers: 4, days: 90 }, lastDay)
    expect(most).toMatchObject({ category: "charging", quantity: 28 })
    expect(Demand.unmet(lists, lastDay).length).toBeGreaterThan(10)
  })

  it("W-05 the finance fair of ten institutions reached who came, and some of those applied", async () => {
    const { lists } = await seen()
    const held = State.fair(lists, Fair.FairId.make("fair-2022-06"))
    expect(held?.opened.institutions).toHaveLength(10)
    expect(held && Fair.outcome(held)).toMatchObject({ invited: 30_000, reached: 23, applied: 4, granted: 2 })
    const onTheDay = State.fair(Past.asOf(lists, CivilDate.make("2022-06-14")), Fair.FairId.make("fair-2022-06"))
    expect(onTheDay && Fair.outcome(onTheDay)).toMatchObject({ reached: 23, applied: 4, granted: 0 })
  })

  it("H-34 W-20 partners are suggested who have not been asked, and what was given adds up", async () => {
    const board = await city.matching.partners()
    const { catalogue } = await seen()
    const view = await city.organisation.on(lastDay)
    const around = {
      distance: () => undefined,
      building: (enterprise: Identifier.UnitId) => View.nearest(view, "location", enterprise, { archetype: "building" })
    }
    const suggested = Neighbours.suggest(board, catalogue, around, lastDay).map(
      ({ giver, taker }) => `${giver} ${taker}`
    )
    expect(suggested).toEqual(expect.arrayContaining(["e001 e034", "e012 e011"]))
    expect(suggested).not.toContain("e001 e007")
    expect(Neighbours.balances(board, lastDay)).toEqual([
      { enterprise: "e001", given: 3, received: 2 },
      { enterprise: "e007", given: 2, received: 3 }
    ])
  })
})
