import { Taxation, TaxTier, TierChange } from "@louyu/economy"
import { CivilDate, Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { StayBook, Staying } from "@louyu/recruitment"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Said from "../story/Said.ts"
import * as Story from "../story/Story.ts"
import { files } from "./make/files.ts"

const folder = new URL("./city/", import.meta.url)
const unit = (id: string) => Identifier.UnitId.make(id)
const day = CivilDate.make

let story: Story.Story
let city: Story.Story["city"]
beforeAll(async () => {
  story = await Story.open(folder)
  city = story.city
  await story.toTheEnd()
})
afterAll(() => story[Symbol.asyncDispose]())

/** What was published, beside what was counted. */
const compared = (indicator: string, of: string, id: string, part: number, whole?: number) =>
  Said.published(city, id, { indicator, of, on: day("2024-12-31") }, [part, whole])

describe("the folder", () => {
  it("is what make.ts writes, reads without a finding, and changes nothing when it is loaded again", async () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(story.onDisk)).toEqual(text(files))
    expect(story.findings).toEqual([])
    expect(await story.toTheEnd()).toBe(0)
  })
})

describe("G-02 tax tiers of the province, from what each building yielded", () => {
  const yearsOn = async (on: string) => {
    const taxation = await city.economy.taxation()
    const { scale } = await city.economy.settings()
    const [base, now] = [Taxation.ofYear(taxation, 2022, day(on)), Taxation.ofYear(taxation, 2024, day(on))]
    return { base, now, scale, change: TierChange.between(scale, base, now, day("2024-12-31")) }
  }

  it("G-02 H-31 75 buildings from 100 million and 158 from 10 million in 2024; 56 and 122 two years before", async () => {
    const { scale, base, now } = await yearsOn("2025-06-30")
    const reached = (amounts: TaxTier.Amounts) =>
      TaxTier.count(scale, amounts).tiers.map(({ threshold, atLeast }) => [threshold / 100, atLeast])
    expect(reached(now)).toEqual([
      [10_000_000, 158],
      [100_000_000, 75],
      [1_000_000_000, 1]
    ])
    expect(
      reached(base)
        .slice(0, 2)
        .map(([, atLeast]) => atLeast)
    ).toEqual([122, 56])
  })

  it("G-02 H-31 +36 and +19, 29.5 % and 33.9 %, made of buildings that came, went, appeared and fell", async () => {
    const { change } = await yearsOn("2025-06-30")
    const [low, high] = change.thresholds
    expect([low?.net, high?.net]).toEqual([36, 19])
    expect([low?.growth.rate, high?.growth.rate].map((rate) => ((rate ?? 0) * 100).toFixed(1))).toEqual([
      "29.5",
      "33.9"
    ])
    expect([low?.entries.length, low?.exits.length, low?.appeared.length]).toEqual([31, 4, 9])
    expect([high?.entries.length, high?.exits.length, high?.appeared.length]).toEqual([21, 2, 0])
  })

  it("H-31 the threshold itself belongs to its tier, a fen less does not, and a correction counts from its day on", async () => {
    const { scale, now } = await yearsOn("2025-06-30")
    const tierOf = (n: string) => {
      const amount = now.get(unit(n))
      return amount === undefined ? undefined : TaxTier.of(scale, amount)
    }
    expect([tierOf("b075"), tierOf("b076"), tierOf("b158"), tierOf("b159")]).toEqual([2, 1, 1, 0])
    const early = await yearsOn("2025-03-01")
    expect(early.change.thresholds[1]).toMatchObject({ current: 74, net: 18 })
  })
})

describe("G-03 the transitional office on the 45th of 46 floors", () => {
  it("G-03 H-26 25 firms stayed three months in 1,080 m² and all 25 settled", async () => {
    const stays = await city.recruitment.stays()
    const [known] = [...StayBook.offices(stays)]
    expect(known?.office).toMatchObject({ area: 1080, freeMonths: 3, place: "plaza-f45" })
    const view = await city.organisation.on(day("2024-12-31"))
    const floors = View.children(view, "location", unit("plaza")).filter((id) => View.archetype(view, id) === "floor")
    expect(floors).toHaveLength(46)
    const { ended, settled, running, rate } = Staying.settlement(stays, day("2024-12-31"))
    expect([ended, settled, running, rate]).toEqual([25, 25, 0, 1])
    expect(await compared("stayConversion", "plaza", "g03-settled", settled, ended)).toEqual({ _tag: "agrees" })
    for (const { started, ended: over } of StayBook.stays(stays)) {
      expect(over?.on).toBe(CivilDate.addMonths(started.from, 3))
    }
  })

  it("A-07 stays that go on are no part of the rate, and before any ended there is none", async () => {
    const stays = await city.recruitment.stays()
    expect(Staying.settlement(stays, day("2023-12-31"))).toMatchObject({ ended: 0, running: 7, rate: undefined })
    expect(Staying.settlement(stays, day("2024-05-01"))).toMatchObject({ ended: 13, running: 6, rate: 1 })
  })
})
