import { BodyCode, BodyPresets, BodyReview, BodyState, Case, InBuilding, MeetingMinutes, Rates } from "@louyu/casework"
import { CivilDate, Identifier, Money, Period, TimeWindow } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import * as Result from "effect/Result"
import type { City } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Story from "../story/Story.ts"
import { files } from "./make/files.ts"

const folder = new URL("./city/", import.meta.url)
const day = CivilDate.make
const unit = Identifier.UnitId.make
const item = BodyCode.ItemId.make
const task = BodyCode.TaskId.make
const year = Period.ofYear(2022)

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(folder)
})
afterAll(() => story[Symbol.asyncDispose]())

const bodies = async () => [...BodyState.bodies(await story.city.casework.bodies())]
const council = async () =>
  BodyState.body(await story.city.casework.bodies(), BodyCode.BodyId.make("soho-council")) ??
  expect.fail("the council was founded")
const matter = async (id: string) => BodyState.item(await council(), item(id)) ?? expect.fail(`${id} was raised`)
const taskOf = async (id: string) => BodyState.task(await council(), task(id)) ?? expect.fail(`${id} was handed out`)
const caseOf = async (id: string) =>
  (await story.city.casework.cases()).get(Case.CaseId.make(id)) ?? expect.fail(`${id} was raised`)

const of = { body: "soho-council" }
const on = "2022-05-31"
const comesTo = (_tag: City.Command["_tag"], id: string) => (command: City.Command) =>
  command._tag === _tag &&
  (("item" in command && command.item === id) ||
    ("task" in command && command.task === id && (!("body" in command) || command.body === of.body)) ||
    ("case" in command && command.case === id))

describe("the folder", () => {
  it("is what make.ts writes, and reads without a finding", () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(story.onDisk)).toEqual(text(files))
    expect(story.findings).toEqual([])
  })
})

describe("the first building council, step by step", () => {
  it("W-17 is founded on 31 May 2022 with eight member units, and one building has one council", async () => {
    await story.until(({ _tag }) => _tag === "ElectChair")
    const first = await council()
    expect([first.founded.on, first.founded.place]).toEqual([on, "soho"])
    expect(BodyState.members(first, day(on)).map(({ party }) => String(party))).toEqual(Array(8).fill("memberUnit"))
    expect(BodyReview.missingSeats(first, day(on))).toEqual([])
    expect(BodyState.chair(first, day(on))).toBeUndefined()
    const second = { kind: BodyPresets.buildingCouncil, place: "soho", names: { zh: "另一理事会" }, on: "2022-06-01" }
    expect(await story.refused({ _tag: "FoundBody", body: "another", ...second })).toEqual(["casework/PlaceHasBody"])
  })

  it("W-17 elects the head of an enterprise that sits in it, for a term with an end; a guest cannot be elected", async () => {
    const guest = { unit: "guest", person: "gm-guest", until: "2025-05-31", on }
    const undated = { unit: "broker", person: "gm-broker", on }
    expect(await story.refused({ _tag: "ElectChair", ...of, ...guest })).toEqual(["casework/NotSeated"])
    expect(await story.refused({ _tag: "ElectChair", ...of, ...undated })).toEqual(["casework/TermUndated"])
    await story.until(({ _tag }) => _tag === "ScheduleMeeting")
    const view = await story.city.organisation.on(day(on))
    const chair = BodyState.chair(await council(), day(on)) ?? expect.fail("somebody chairs")
    expect(chair).toEqual({ unit: "broker", person: "gm-broker" })
    expect(View.archetype(view, chair.unit)).toBe("enterprise")
    expect(BodyState.chair(await council(), day("2025-05-31"))).toBeUndefined()
  })

  it("W-18 hears of theft and fraud at its first meeting, on the day it was founded; nothing is decided without a quorum", async () => {
    await story.until(({ _tag }) => _tag === "RecordAttendance")
    const first = await council()
    const [meeting] = [...first.meetings].map(([, one]) => one)
    expect(meeting).toMatchObject({ sort: "regular", date: first.founded.on, items: ["theft", "fraud"], present: [] })
    expect((await matter("theft")).subject).toEqual({ case: "case-theft" })
    const decide = { _tag: "DecideItem", ...of, meeting: "m-1", item: "theft", outcome: "agreed", on }
    expect(await story.refused(decide)).toEqual(["casework/QuorumMissing"])
    const four = {
      _tag: "RecordAttendance",
      ...of,
      meeting: "m-1",
      units: ["property", "police", "broker", "insurer"],
      on
    }
    expect(await story.refused(four, decide)).toEqual(["casework/QuorumMissing"])
    const five = { ...four, units: [...four.units, "volunteers"] }
    expect(await story.refused(five, decide)).toEqual([])
  })

  it("G-07 W-18 the property company gives 100,000 yuan and four places, and four parties give people", async () => {
    await story.until(comesTo("DecideItem", "theft"))
    const [proposal] = (await matter("theft")).proposals
    const given = proposal?.contributions ?? []
    const money = given.flatMap((one) => (one.kind === "money" ? [one.fen] : []))
    expect(Money.format(Result.getOrThrow(Money.sum(money)), "zh")).toBe("100,000.00元")
    expect(money).toEqual([100_000 * 100])
    expect(given.flatMap((one) => (one.kind === "space" ? [one.places] : []))).toEqual([4])
    const people = given.flatMap((one) => (one.kind === "labour" ? [one.by] : []))
    expect(people).toEqual(["property", "volunteers", "police", "community"])
    expect(proposal?.by).toBe("broker")
  })

  it("W-18 D-06 nothing is fulfilled before it is handed out, and only members hand out", async () => {
    const dispatch = {
      _tag: "DispatchItem",
      ...of,
      item: "theft",
      task: "points",
      names: { zh: "停放点" },
      to: "property"
    }
    expect(await story.refused({ ...dispatch, by: "broker", on: "2022-06-01" })).toEqual([
      "casework/BodyActionNotAllowed"
    ])
    await story.until(comesTo("DispatchItem", "theft"))
    expect((await matter("theft")).standing).toBe("agreed")
    const fulfil = { _tag: "FulfilTask", ...of, task: "points", by: "property", on: "2022-06-01" }
    expect(await story.refused(fulfil)).toEqual(["casework/BodyPartUnknown"])
    expect(await story.refused({ ...dispatch, by: "hr-committee", on: "2022-06-01" })).toEqual([
      "casework/DispatchNotAllowed"
    ])
    expect(await story.refused({ ...dispatch, by: "broker", on: "2022-06-01" })).toEqual([])
  })

  it("W-19 a task has exactly one lead: who comes second is refused, and who gives it back makes room", async () => {
    await story.until((command) => command._tag === "ReturnTask")
    expect((await taskOf("patrol")).lead).toBe("volunteers")
    const claim = { _tag: "ClaimTask", ...of, task: "patrol", by: "property", on: "2022-06-11" }
    expect(await story.refused(claim)).toEqual(["casework/TaskHasLead"])
    expect(await story.refused({ _tag: "FulfilTask", ...of, task: "patrol", by: "police", on: "2022-06-11" })).toEqual([
      "casework/NotTaskLead"
    ])
    await story.until((command) => comesTo("FulfilTask", "patrol")(command))
    const patrol = await taskOf("patrol")
    expect([patrol.lead, patrol.returns.length, patrol.claimed]).toEqual(["property", 1, true])
  })

  it("G-07 W-18 the patrol is of four parties, and their shifts leave no gap in the day", async () => {
    const { duties } = await taskOf("patrol")
    expect(duties.map((one) => one.unit)).toEqual(["property", "community", "volunteers", "police"])
    const shifts = duties
      .map(({ duty }) => duty.slice(0, 11).split("-"))
      .map(([open = "", close = ""]) => [open, close] as const)
    // Windows that overlap are refused by their schema: 1,440 minutes is the whole day.
    expect(TimeWindow.minutes(TimeWindow.make(...shifts.toSorted()))).toBe(24 * 60)
  })

  it("W-18 a matter is closed when all its tasks are done, and not before", async () => {
    const close = { _tag: "CloseItem", ...of, item: "theft", on: "2022-06-23" }
    expect(await story.refused(close)).toEqual(["casework/ItemNotDone"])
    await story.until(comesTo("CloseItem", "theft"))
    expect(await story.refused({ ...close, on: "2022-06-24" })).toEqual([])
    expect((await taskOf("points")).fulfilled).toBe("2022-06-17")
  })

  it("W-18 no theft since: the result is looked at after closing, and counts 0; fraud came again once", async () => {
    await story.until(comesTo("ObserveResult", "theft"))
    expect(BodyReview.recurrences(await matter("theft"))).toBeUndefined()
    expect(BodyReview.unobserved(await council()).map((one) => String(one.item))).toContain("theft")
    await story.toTheEnd()
    const theft = await matter("theft")
    expect([BodyReview.recurrences(theft), theft.observations.length, theft.standing]).toEqual([0, 2, "closed"])
    expect(BodyReview.recurrences(await matter("fraud"))).toBe(1)
    expect(BodyReview.unobserved(await council())).toEqual([])
  })
})

describe("the two matters as cases", () => {
  it("W-18 R5-16 one was handed out and one was claimed, and neither is closed without its result on file", async () => {
    const theft = await caseOf("case-theft")
    expect([theft.standing, theft.handler, theft.evidence]).toEqual(["closed", "property", ["result"]])
    expect((await caseOf("case-fraud")).handler).toBe("police")
    const other = { case: "case-third", at: Date.parse("2022-09-01T09:00+08:00") }
    const steps = [
      {
        _tag: "RaiseCase",
        ...other,
        flow: "buildingCouncil",
        title: "占道停车",
        place: "soho",
        channel: "visit",
        by: { unit: "guest" }
      },
      { _tag: "AcceptCase", ...other },
      { _tag: "ClassifyCase", ...other, scope: "common", difficulty: "ordinary", category: "parking" },
      { _tag: "DeliberateCase", ...other, body: "soho" },
      { _tag: "TakeCase", ...other, by: "property" },
      { _tag: "StartCase", ...other },
      { _tag: "ResolveCase", ...other, result: "划线" },
      { _tag: "CloseCase", ...other, reason: "solved" }
    ]
    expect(await story.refused(...steps)).toEqual(["casework/EvidenceMissing"])
  })

  it("R5-14 a case knows the body that agreed on it and the matter in its minutes", async () => {
    const { story: told } = await caseOf("case-theft")
    expect(told.find(({ _tag }) => _tag === "CaseDeliberated")).toMatchObject({ body: "soho", decision: "theft" })
    const [found] = BodyState.ofCase(await story.city.casework.bodies(), BodyCode.CaseRef.make("case-theft"))
    expect([found?.body, found?.item.item]).toEqual(["soho-council", "theft"])
  })

  it("W-01 both were settled in the building, and both are closed", async () => {
    const cases = await story.city.casework.cases()
    const at = (date: string) => Date.parse(`${date}T00:00+08:00`)
    const year = { from: at("2022-01-01"), to: at("2023-01-01"), asOf: at("2022-09-01") }
    const { closure } = Rates.of(cases, year)
    expect([closure.numerator, closure.denominator, closure.rate]).toEqual([2, 2, 1])
    const { casework } = await story.city.profile()
    const flow = casework?.flows?.find(({ id }) => id === "buildingCouncil") ?? expect.fail("the profile has it")
    const { share, levels, breaches } = InBuilding.of(flow, cases, year)
    expect([share.numerator, share.denominator, breaches]).toEqual([2, 2, []])
    expect(levels.map(({ level, inBuilding, share: of }) => [level, inBuilding, of.numerator])).toEqual([
      ["council", true, 2],
      ["cluster", false, 0],
      ["district", false, 0]
    ])
  })
})

describe("a year of the council", () => {
  it("W-19 R5-15 publishes a list of four tasks; three are claimed, each by one member, and one waits", async () => {
    const promises =
      BodyReview.promises(await council(), 2022, day("2022-09-01")) ?? expect.fail("a list was published")
    expect(promises.map((one) => [String(one.task), one.lead, one.standing])).toEqual([
      ["y-canteen", "broker", "fulfilled"],
      ["y-fair", "broker", "accepted"],
      ["y-hr", "hr-firm", "accepted"],
      ["y-quality", undefined, "offered"]
    ])
    expect(promises[0]?.reached).toMatchObject({ numerator: 2, denominator: 2 })
    expect(promises.filter(({ overdue }) => overdue)).toEqual([])
    const late = BodyReview.overdueTasks(await council(), day("2022-10-15"))
    expect(late.map((one) => String(one.task))).toEqual(["y-fair"])
  })

  it("W-19 a list is published once a year", async () => {
    const again = {
      _tag: "PublishWorkList",
      ...of,
      year: 2022,
      tasks: [{ task: "y-5", names: { zh: "再加一项" } }],
      on: "2022-07-01"
    }
    expect(await story.refused(again)).toEqual(["casework/BodyIdTaken"])
    expect(await story.refused({ ...again, year: 2023, on: "2022-12-20" })).toEqual([])
  })

  it("W-21 from guest to host: what each member came to, proposed, claimed and gave", async () => {
    const all = new Map(BodyReview.participation(await council(), year).map((one) => [String(one.unit), one]))
    expect(all.get("broker")).toMatchObject({
      proposals: 1,
      claimed: 2,
      fulfilled: 1,
      attended: { numerator: 2, denominator: 2 }
    })
    expect(all.get("property")).toMatchObject({ claimed: 1, fulfilled: 2 })
    expect(all.get("hr-firm")?.attended).toMatchObject({ numerator: 1, denominator: 2 })
    // It sits since August, and so the first meeting is no part of its share.
    expect(all.get("guest")?.attended).toMatchObject({ numerator: 1, denominator: 1 })
    expect([...all.values()].reduce((sum, one) => sum + one.claimed, 0)).toBe(5)
  })

  it("W-18 the minutes tell who came, what was given and who leads, in either language", async () => {
    const view = await story.city.organisation.on(day(on))
    const minutes = MeetingMinutes.of(await council(), BodyCode.MeetingId.make("m-1")) ?? expect.fail("it was held")
    const inLanguage = (language: "zh" | "en") =>
      MeetingMinutes.format(minutes, language, (id) => View.label(view, unit(id))[language] ?? id).split("\n")
    const chinese = inLanguage("zh")
    expect(chinese).toContain("应到 8 家，实到 7 家，须到 5 家，可以决定")
    expect(chinese).toContain("     + 示例物业公司：资金 100,000.00元")
    expect(chinese).toContain("     + 示例物业公司：场地 4 处")
    const english = inLanguage("en")
    expect(english[3]).toBe("7 of 8 members came, 5 needed: quorum reached")
    expect(english.find((line) => line.includes("Task points"))).toContain(
      "lead Example Property Company, due 2022-06-20"
    )
    expect(english).toHaveLength(chinese.length)
  })
})

describe("the councils of the city", () => {
  it("G-07 W-17 seventeen councils exist on 31 August 2022, each at a building of its own with a chair from an enterprise", async () => {
    const all = await bodies()
    const founded = (by: string) => all.filter((one) => one.founded.on <= day(by))
    expect([on, "2022-06-30", "2022-07-31", "2022-08-31"].map((by) => founded(by).length)).toEqual([1, 5, 14, 17])
    expect(new Set(all.map((one) => one.founded.place)).size).toBe(17)
    const view = await story.city.organisation.on(day("2022-08-31"))
    for (const one of all) {
      const chair = BodyState.chair(one, day("2022-08-31"))
      expect(chair && View.archetype(view, chair.unit)).toBe("enterprise")
      expect(BodyReview.missingSeats(one, day("2022-08-31"))).toEqual([])
    }
  })

  it("R1-4 telling the folder again changes nothing", async () => {
    expect(await story.toTheEnd()).toBe(0)
  })
})
