import {
  BodyCode,
  BodyPresets,
  BodyReview,
  BodyState,
  Case,
  State,
  WhistleCommand,
  WhistleRates,
  WhistleState
} from "@louyu/casework"
import { CivilDate, Identifier, Period } from "@louyu/kernel"
import type { City } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Story from "../story/Story.ts"

const folder = new URL("./city/", import.meta.url)
const day = CivilDate.make
const at = (moment: string): number => Date.parse(`2022-${moment}+08:00`)

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(folder)
})
afterAll(() => story[Symbol.asyncDispose]())

const caseOf = async (id: string) =>
  (await story.city.casework.cases()).get(Case.CaseId.make(id)) ?? expect.fail(`${id} was raised`)
const meeting = async () =>
  BodyState.body(await story.city.casework.bodies(), BodyCode.BodyId.make("title-meeting")) ??
  expect.fail("the meeting was founded")
const tagged =
  (_tag: City.Command["_tag"], id = "case-title") =>
  (command: City.Command) =>
    command._tag === _tag && (!("case" in command) || command.case === id)

describe("a problem that several enterprises have: the division of titles", () => {
  it("P-30 the street and the organisation department meet with housing, natural resources and tax", async () => {
    await story.until(tagged("MakeProposal"))
    const members = BodyState.members(await meeting(), day("2022-09-08"))
    expect(members.map(({ unit, party }) => [party, unit]).toSorted()).toEqual([
      ["allianceDepartment", "dept-03"],
      ["allianceDepartment", "dept-06"],
      ["allianceDepartment", "dept-07"],
      ["organisationDepartment", "dept-01"],
      ["street", "danghu-committee"]
    ])
    const [held] = BodyReview.held(await meeting(), Period.ofYear(2022))
    expect([held?.sort, held?.called?.by]).toEqual(["extraordinary", "danghu-committee"])
  })

  it("P-30 the meeting does not end before everything it agreed on is handed out", async () => {
    await story.until(tagged("DispatchItem"))
    const adjourn = { _tag: "AdjournMeeting", body: "title-meeting", meeting: "title-1", on: "2022-09-08" }
    expect(BodyPresets.matchmakingMeeting.assigns).toBe(true)
    expect(await story.refused(adjourn)).toEqual(["casework/MeetingNotAssigned"])
    const dispatch = {
      _tag: "DispatchItem",
      body: "title-meeting",
      item: "title",
      task: "door",
      names: { zh: "上门服务" },
      to: "dept-07",
      on: "2022-09-08"
    }
    expect(await story.refused({ ...dispatch, by: "dept-07" })).toEqual(["casework/DispatchNotAllowed"])
    expect(await story.refused({ ...dispatch, by: "dept-01" }, adjourn)).toEqual([])
  })

  it("P-30 R5-12 two enterprises with the same problem are one case, and both are to be told", async () => {
    await story.until(tagged("EscalateCase"))
    const [title, second] = [await caseOf("case-title"), await caseOf("case-title-2")]
    expect([title.scope, title.difficulty, second.standing]).toEqual(["common", "difficult", "merged"])
    expect(State.toTell(title)).toEqual([{ unit: "e011" }, { unit: "e023" }])
  })

  it("R5-7 P-37 it goes up to the street one level at a time, each with its reason, and is no breach", async () => {
    const skip = { _tag: "EscalateCase", case: "case-title", to: "street", cause: "beyondMeans", at: at("08-26T10:00") }
    expect(await story.refused(skip)).toEqual(["casework/LevelSkipped"])
    await story.until(tagged("DeliberateCase"))
    const { escalations, level } = await caseOf("case-title")
    expect(level).toBe("street")
    expect(escalations.map(({ from, to, cause, breach }) => [from, to, cause, breach])).toEqual([
      ["microGrid", "building", "beyondMeans", false],
      ["building", "committee", "beyondMeans", false],
      ["committee", "street", "beyondMeans", false]
    ])
  })

  it("R5-13 three departments do a part each, one of them leads, and it is solved when all parts are done", async () => {
    await story.until(tagged("SplitCase"))
    const two = ["dept-06", "dept-07"].map((department) => ({
      task: department,
      department,
      what: "一部分",
      lead: true
    }))
    const split = { _tag: "SplitCase", case: "case-title", tasks: two, at: at("09-09T09:30") }
    expect(await story.refused(split)).toEqual(["casework/LeadsWrong"])
    await story.until((command) => command._tag === "FinishTask" && command.task === "guide")
    const resolve = { _tag: "ResolveCase", case: "case-title", result: "已受理", at: at("10-18T15:00") }
    expect(await story.refused(resolve)).toEqual(["casework/TasksOpen"])
    const finish = { _tag: "FinishTask", case: "case-title", task: "guide", result: "已送到", at: at("10-18T15:00") }
    expect(await story.refused(finish, resolve)).toEqual([])
  })

  it("H-20 a plan is approved when every department has cleared it, after a joint look at the place", async () => {
    const plan = { case: "case-title", plan: "second" }
    const draft = {
      _tag: "DraftPlan",
      ...plan,
      what: "分户计量",
      departments: ["dept-06", "dept-03"],
      at: at("10-18T10:00")
    }
    const clear = { _tag: "ClearPlan", ...plan, cleared: true, at: at("10-18T11:00") }
    const approve = { _tag: "ApprovePlan", ...plan, by: "danghu-committee", at: at("10-18T12:00") }
    expect(await story.refused(draft, { ...clear, department: "dept-06" }, approve)).toEqual([
      "casework/ClearanceMissing"
    ])
    const both = ["dept-06", "dept-03"].map((department) => ({ ...clear, department }))
    expect(await story.refused(draft, ...both, approve)).toEqual([])
    await story.toTheEnd()
    const { plans, surveys, evidence } = await caseOf("case-title")
    expect(surveys.map(({ by }) => by)).toEqual([["dept-06", "dept-07"]])
    expect(plans[0]).toMatchObject({ cleared: ["dept-07", "dept-03", "dept-06"], approved: at("10-08T10:00") })
    expect(evidence).toEqual(["siteSurvey", "guide"])
  })

  it("P-30 it is solved in two months, asked about and closed, and the matter of the meeting with it", async () => {
    const { standing, closures, followUps, tasks } = await caseOf("case-title")
    expect([standing, closures.map(({ reason, level }) => [reason, level])]).toEqual(["closed", [["solved", "street"]]])
    expect(followUps.map(({ rating }) => rating)).toEqual(["verySatisfied"])
    expect(tasks.filter(({ finished }) => finished === undefined)).toEqual([])
    expect(BodyReview.solved(await meeting(), Period.ofYear(2022)).map(({ item }) => String(item))).toEqual(["title"])
    expect(BodyReview.openTasks(await meeting())).toEqual([])
  })
})

describe("an enterprise that whistled", () => {
  it("P-38 D-08 was helped on the spot: two departments reported in, in half a day and in a day", async () => {
    const state = await story.city.casework.whistles()
    const whistle = WhistleState.whistle(state, WhistleCommand.WhistleId.make("cold-chain"))
    expect(whistle?.blown).toMatchObject({ mode: "onSite", target: "enterprise", stage: "growth" })
    const which = { from: at("01-01T00:00"), to: at("12-31T24:00"), asOf: at("12-31T23:59") }
    const { reportedIn, inTime } = WhistleRates.reporting(state, which, Identifier.UnitId.make("dept-04"))
    expect([reportedIn.numerator, inTime.numerator]).toEqual([1, 1])
    const { closed, satisfied } = WhistleRates.outcome(state, which)
    expect([closed.numerator, closed.denominator, satisfied.numerator]).toEqual([1, 1, 1])
  })

  it("R1-4 telling the folder again changes nothing", async () => {
    expect(await story.toTheEnd()).toBe(0)
  })
})
