import { CivilDate, Identifier, Period } from "@louyu/kernel"
import { ServiceItem, ServiceList, State } from "@louyu/matching"
import { Coverage } from "@louyu/organisation"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { range, two } from "../story/Row.ts"
import * as Said from "../story/Said.ts"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"
import { files } from "./make/files.ts"

const day = CivilDate.make
const unit = Identifier.UnitId.make
const autumn = day("2024-10-21")

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(new URL("./city/", import.meta.url))
  await story.toTheEnd()
})
afterAll(() => story[Symbol.asyncDispose]())

const covered = async (on: CivilDate.CivilDate) =>
  Coverage.ofPlaces(
    await story.city.organisation.on(on),
    { archetype: "commercialDistrict" },
    { archetype: "comprehensiveCommittee" }
  )

describe("the folder", () => {
  it("is what make.ts writes, reads without a finding, and changes nothing when it is told again", async () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(story.onDisk)).toEqual(text(files))
    expect(story.findings).toEqual([])
    expect(await story.toTheEnd()).toBe(0)
  })
})

describe("G-05 commercial districts", () => {
  it("G-05 H-22 33 of 33 commercial districts have a comprehensive committee, which is full coverage", async () => {
    const { numerator, denominator, uncovered } = await covered(autumn)
    expect([numerator, denominator, uncovered]).toEqual([33, 33, []])
    const ofCity = { indicator: "districtCoverage", of: "xiangyang", on: autumn }
    const { city } = story
    expect(await Said.published(city, "g05-districts", ofCity, [numerator, denominator])).toEqual(Said.agrees)
    expect(await Said.published(city, "g05-districts", ofCity, [32, denominator])).toMatchObject({ _tag: "differs" })
    expect(Said.compare(numerator, "33个")).toEqual(Said.agrees)
  })

  it("G-05 H-05 they were covered one after another, the named one in 2022", async () => {
    const { numerator, uncovered } = await covered(day("2022-05-31"))
    expect([numerator, uncovered.includes(unit("cd02"))]).toEqual([21, true])
    expect((await covered(day("2022-06-01"))).covered).toContain("cd02")
    const second = { _tag: "EstablishUnit", unit: "cc-new", kind: "comprehensive-committee", name: { zh: "又一个" } }
    expect(await story.refused({ ...second, under: "dc-fancheng", within: "cd02", from: "2024-10-21" })).toEqual([
      "organisation/OnePerPlace"
    ])
  })

  it("G-05 H-22 20 public services and more come down to districts, to no district fewer than 20", async () => {
    const { lists } = await story.city.matching.lists()
    const list = State.list(lists, ServiceItem.ListId.make("sunk-services"), autumn) ?? expect.fail("it is in force")
    expect(Said.compare(list.items.length, "20多项")).toEqual(Said.agrees)
    const { byOwner } = ServiceList.counts(list)
    expect(new Set(list.items.map(({ category }) => `${category}`))).toEqual(
      new Set(["marketSupervision", "workSafety", "taxService", "employment"])
    )
    expect([...byOwner.keys()].toSorted()).toEqual(["d-labour", "d-market", "d-safety", "d-tax"])
    const offered = State.allOfferings(lists).filter(({ life }) => Period.contains(life, autumn))
    const perDistrict = range(1, 33).map((n) => offered.filter(({ place }) => place === `cd${two(n)}`).length)
    expect([Math.min(...perDistrict), Math.max(...perDistrict)]).toEqual([20, 21])
    for (const many of perDistrict) expect(Said.compare(many, "20多项")).toEqual(Said.agrees)
  })

  it("G-05 H-22 the command line lists the 23 items of four departments with where they are had", async () => {
    const { exit, text } = await louyu("services --folder examples/xiangyang/city --on 2024-10-21")
    expect(exit).toBe(0)
    expect(text).toContain("第 1 版 · 23 个事项 · 4 个部门")
  })
})
