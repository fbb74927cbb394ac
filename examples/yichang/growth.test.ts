import { EnterpriseRegister, Holders, Incubation } from "@louyu/economy"
import { CivilDate, Identifier, Period } from "@louyu/kernel"
import { CoreBuilding, Neighbours } from "@louyu/matching"
import { View } from "@louyu/organisation"
import { Funnel, PipelinePresets, State as Projects, Prospect } from "@louyu/recruitment"
import { RoomState, StationCode, StationState } from "@louyu/stations"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Said from "../story/Said.ts"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"

const day = CivilDate.make
const unit = Identifier.UnitId.make
const told = day("2024-10-21")
const hub = unit("hub")

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(new URL("./city/", import.meta.url))
  await story.toTheEnd()
})
afterAll(() => story[Symbol.asyncDispose]())

const firmsOn = async (on: CivilDate.CivilDate) => {
  const view = await story.city.organisation.on(on)
  return View.descendants(view, "location", hub).filter((id) => View.archetype(view, id) === "enterprise")
}
const register = () => story.city.economy.enterprises()
const first = async () => EnterpriseRegister.enterprise(await register(), unit("f001"))

describe("G-05 what became of the firms", () => {
  const compared = (part: number) =>
    Said.published(story.city, "g05-firms", { indicator: "enterpriseCount", of: "hub", on: told }, [part])

  it("G-05 H-27 160 firms of technology, finance and services are in the building, one more before one left", async () => {
    const firms = await firmsOn(told)
    expect(await compared(firms.length)).toEqual(Said.agrees)
    expect(await compared(firms.length - 1)).toEqual({ _tag: "differs", by: -1 })
    const before = await firmsOn(day("2023-06-30"))
    expect([firms.length, before.length, before.includes(unit("f161"))]).toEqual([160, 161, true])
    expect(await compared(before.length)).toEqual({ _tag: "differs", by: 1 })
  })

  it("G-05 H-27 12 are above scale, 2 SRDI and 43 high-tech; 47 hold any of these, and not 57", async () => {
    const firms = await firmsOn(told)
    const held = Holders.of(await register(), firms, told)
    const counts = ["aboveScale", "srdi", "highTech"].map((kind) => Holders.count(held, kind))
    expect(counts).toEqual([12, 2, 43])
    for (const [i, words] of ["12家", "2家", "43家"].entries()) {
      expect(Said.compare(counts[i] ?? Number.NaN, words)).toEqual(Said.agrees)
      expect(Said.compare((counts[i] ?? Number.NaN) + 1, words)).toEqual({ _tag: "differs", by: 1 })
    }
    expect([held.among, held.holders, held.none]).toEqual([160, 47, 113])
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(57)
    expect(held.combinations.reduce((sum, { firms: n }) => sum + n, 0)).toBe(held.holders)
    const [all] = held.combinations.filter(({ kinds }) => kinds.length === 3)
    expect(all).toMatchObject({ firms: 1 })
  })

  it("H-27 in 2023 twelve came to be above scale and 22 high-tech, and whoever renewed in time is not new", async () => {
    const firms = await firmsOn(told)
    const held = await register()
    const gained = (kind: string, year: number) =>
      Holders.gained(held, firms, Period.ofYear(year)).filter((one) => one.kind === kind)
    expect([gained("aboveScale", 2023).length, gained("highTech", 2023).length]).toEqual([12, 22])
    const renewed = gained("highTech", 2022)
    expect([renewed.length, renewed.some(({ enterprise }) => enterprise === "f002")]).toEqual([20, false])
    const ended = Holders.expiring(held, firms, Period.ofYear(2023))
    expect(ended.map(({ enterprise, kind }) => [enterprise, kind])).toEqual([["f050", "highTech"]])
    expect(Holders.expiring(held, firms, Period.ofYear(2025))).toHaveLength(21)
  })

  it("G-05 H-27 the first firm has 24 patents and 13 software copyrights, and had 2 and 1 in its first year", async () => {
    const firm = await first()
    const counts = (on: string) =>
      ["patent", "softwareCopyright"].map((kind) => EnterpriseRegister.property(firm, kind, day(on)) ?? 0)
    expect(["2019-12-31", "2020-12-31", "2022-12-31", told].map(counts)).toEqual([
      [2, 1],
      [7, 5],
      [15, 9],
      [24, 13]
    ])
    const [patents = 0, copyrights = 0] = counts(told)
    expect(Said.compare(patents, "24件")).toEqual(Said.agrees)
    expect(Said.compare(copyrights, "13件")).toEqual(Said.agrees)
  })

  it("G-05 H-27 it is on the regional board since 2020, and is listed there no second time", async () => {
    const listed = (on: string) =>
      first().then((firm) => EnterpriseRegister.qualifications(firm, day(on)).find(({ kind }) => kind === "listed"))
    expect(await listed("2019-12-31")).toBeUndefined()
    const known = await listed(told)
    expect(known).toMatchObject({ level: "regional", from: "2020-09-15" })
    expect(Said.compare(Number(known?.from.slice(0, 4)), "2020年")).toEqual(Said.agrees)
    const again = {
      _tag: "GrantQualification",
      enterprise: "f001",
      kind: "listed",
      level: "regional",
      issuedBy: "武汉股权托管交易中心",
      from: "2024-01-01"
    }
    expect(await story.refused(again)).toEqual(["economy/QualificationOverlaps"])
  })

  it("H-27 the university gave interns and diagnosis: six interns the first summer, four the next, none after", async () => {
    const [all, ctgu] = [await register(), unit("ctgu")]
    const given = (on: string, firms: ReadonlyArray<Identifier.UnitId>) =>
      Incubation.of(all, firms, day(on), ctgu).byKind
    const one = [unit("f001")]
    expect(given("2019-07-08", one)).toEqual([
      { kind: "diagnosis", firms: 1, quantity: 0 },
      { kind: "interns", firms: 1, quantity: 6 }
    ])
    expect([given("2020-07-06", one), given(told, one)]).toEqual([[{ kind: "interns", firms: 1, quantity: 4 }], []])
    expect(given(told, await firmsOn(told))).toEqual([{ kind: "interns", firms: 1, quantity: 4 }])
    expect(Incubation.received(all, await firmsOn(told), "diagnosis", { from: day("2019-01-01") })).toEqual([
      "f001",
      "f002"
    ])
  })

  it("H-27 the operator incubates the firms of technology, and what it does not know to give is refused", async () => {
    const { firms, byKind } = Incubation.of(await register(), await firmsOn(told), told, unit("operator"))
    expect([firms, byKind]).toEqual([112, [{ kind: "incubation", firms: 112, quantity: 0 }]])
    const record = { _tag: "RecordSupport", enterprise: "f004", support: "x", by: "operator", from: told }
    expect(await story.refused({ ...record, kind: "incubation" })).toEqual([])
    expect(await story.refused({ ...record, kind: "loan" })).toEqual(["economy/KindUnknown"])
  })
})

describe("the whole chain", () => {
  const projects = () => story.city.recruitment.prospects()
  const stageOf = async (id: string, on: string) =>
    Projects.stageOn(
      Projects.prospect(await projects(), Prospect.ProspectId.make(id)) ?? expect.fail(`${id} is known`),
      day(on)
    )

  it("H-28 nine projects go from development through transfer and incubation to industry, and every stage is counted", async () => {
    const funnel = Funnel.of(await projects(), PipelinePresets.technology.id) ?? expect.fail("it is in force")
    const stages = Result.getOrThrow(Funnel.report(funnel, { asOf: CivilDate.toEpochDay(told) }))
    expect(stages.map(({ stage, now, ever }) => [stage.names.zh, now, ever])).toEqual([
      ["开发", 2, 9],
      ["转化", 3, 7],
      ["孵化", 1, 4],
      ["产业化", 2, 2]
    ])
    const stepsOf = async (...days: ReadonlyArray<string>) => Promise.all(days.map((on) => stageOf("project-01", on)))
    expect(await stepsOf("2019-04-08", "2019-11-04", "2020-03-16", "2021-01-11")).toEqual([
      "development",
      "transfer",
      "incubation",
      "industrialisation"
    ])
  })

  it("H-28 no stage is left out, transfer needs its contract, and one goes back by one stage only", async () => {
    const advance = { _tag: "AdvanceProspect", prospect: "project-08", on: told }
    expect(await story.refused({ ...advance, to: "incubation" })).toEqual(["recruitment/MoveNotAllowed"])
    expect(await story.refused({ ...advance, to: "transfer" })).toEqual(["recruitment/EvidenceMissing"])
    expect(await story.refused({ ...advance, to: "transfer", evidence: ["contract"] })).toEqual([])
    const back = { _tag: "RegressProspect", prospect: "project-02", reason: "原型须重做", on: told }
    expect(await story.refused({ ...back, to: "development" })).toEqual(["recruitment/MoveNotAllowed"])
    expect(await story.refused({ ...back, to: "transfer" })).toEqual([])
    // One whose stop was not explained is not stopped.
    const stop = { _tag: "LoseProspect", prospect: "project-09", exit: "stopped", on: told }
    expect(await story.refused(stop)).toEqual(["recruitment/ExitReasonMissing"])
  })

  it("H-28 a result of the university became a firm of the building on the day that firm moved in", async () => {
    const [spunOff] = Projects.ofTenant(await projects(), unit("f121"))
    expect(spunOff?.tenant).toEqual({ unit: "f121", on: "2022-09-01" })
    const there = async (on: string) => (await firmsOn(day(on))).includes(unit("f121"))
    expect([await there("2022-08-31"), await there("2022-09-01")]).toEqual([false, true])
  })

  it("H-27 H-32 the building is the core of its chain: technology, finance and services are all there", async () => {
    const board = await story.city.matching.partners()
    const { catalogue } = await story.city.matching.lists()
    const [chain = expect.fail("the profile has one")] = catalogue.chains ?? []
    const view = await story.city.organisation.on(told)
    const building = (enterprise: Identifier.UnitId) =>
      View.nearest(view, "location", enterprise, { archetype: "building" })
    const [core] = CoreBuilding.of(board, chain, building, told)
    expect([core?.building, core?.core.length, core?.gathered.length, core?.missing]).toEqual(["hub", 112, 48, []])
    expect((core?.core.length ?? 0) + (core?.gathered.length ?? 0)).toBe((await firmsOn(told)).length)
    const gaps = (firms: number) =>
      Neighbours.gaps(board, chain, (id) => Number(id.slice(1)) <= firms, told).map(({ id }) => `${id}`)
    expect([gaps(112), gaps(160)]).toEqual([["finance", "services"], []])
    const take = { _tag: "TakePosition", enterprise: "f002", chain: "electronics", from: told }
    expect(await story.refused({ ...take, position: "chips" })).toEqual(["matching/NotFound"])
    expect(await story.refused({ ...take, position: "services" })).toEqual([])
  })
})

describe("the complex", () => {
  it("H-29 the building carries the brand, and its complex has rooms for lessons, exhibitions and a laboratory", async () => {
    expect(EnterpriseRegister.branded(await register(), "partyBuildingComplex", told)).toEqual(["hub"])
    expect(EnterpriseRegister.branded(await register(), "partyBuildingComplex", day("2019-05-31"))).toEqual([])
    const id = StationCode.StationId.make("complex")
    const station = StationState.station(await story.city.stations.stations(), id)
    expect(station?.opened).toMatchObject({ kind: "complex", place: "site" })
    const rooms = RoomState.roomsOf(await story.city.stations.rooms(), id, told)
    expect(rooms.map(({ furnished }) => `${furnished.kind}`).toSorted()).toEqual([
      "exhibition",
      "laboratory",
      "training"
    ])
  })
})

describe("at the command line", () => {
  it("G-05 H-27 tells what was counted beside what was published, and who holds what", async () => {
    const { exit, text } = await louyu("figures --folder examples/yichang/city --at hub --on 2024-10-21")
    expect(exit).toBe(0)
    expect(text).toContain("公布 160 2024-10-21 湖北楼宇党建案例 相符")
    expect(text).toContain("有资质 47: 高新技术企业 43 · 规模以上企业 12 · 专精特新企业 2")
  })

  it("H-28 tells how far the projects of the whole chain have come", async () => {
    const { exit, text } = await louyu("funnel --pipeline technology --folder examples/yichang/city --on 2024-10-21")
    expect(exit).toBe(0)
    expect(text).toContain("全链条孵化 (technology 1) 9 条线索")
    expect(text).toContain("终止 · 市场原因 1")
  })
})
