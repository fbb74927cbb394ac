import {
  BodyCode,
  BodyPresets,
  BodyReview,
  BodyState,
  Case,
  MeetingMinutes,
  Rates,
  WhistleCommand,
  WhistleRates,
  WhistleState
} from "@louyu/casework"
import { EnterpriseRegister } from "@louyu/economy"
import { CivilDate, Count, Identifier, Period } from "@louyu/kernel"
import { Pattern, View } from "@louyu/organisation"
import { Pact, Volunteering, Wish } from "@louyu/programmes"
import { Completeness, Routing } from "@louyu/roles"
import { RoomState, ServiceItems, StationCode } from "@louyu/stations"
import type { City } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Said from "../story/Said.ts"
import { louyu } from "../story/Shell.ts"
import * as Story from "../story/Story.ts"
import { files } from "./make/files.ts"

const folder = new URL("./city/", import.meta.url)
const day = CivilDate.make
const unit = Identifier.UnitId.make
const item = BodyCode.ItemId.make
const year = Period.ofYear(2022)
const at = (moment: string): number => Date.parse(`2022-${moment}+08:00`)
const hour = 3_600_000

let story: Story.Story
beforeAll(async () => {
  story = await Story.open(folder)
})
afterAll(() => story[Symbol.asyncDispose]())

const meeting = async () =>
  BodyState.body(await story.city.casework.bodies(), BodyCode.BodyId.make("fuli-joint")) ??
  expect.fail("the joint meeting was founded")
const matter = async (id: string) => BodyState.item(await meeting(), item(id)) ?? expect.fail(`${id} was raised`)
const cases = async () => [...(await story.city.casework.cases())]
const caseOf = async (id: string) =>
  (await story.city.casework.cases()).get(Case.CaseId.make(id)) ?? expect.fail(`${id} was raised`)
const whistles = () => story.city.casework.whistles()
const whistle = async (id: string) =>
  WhistleState.whistle(await whistles(), WhistleCommand.WhistleId.make(id)) ?? expect.fail(`${id} was blown`)

const of = { body: "fuli-joint" }
const comesTo = (_tag: City.Command["_tag"], key: "item" | "task" | "case" | "whistle" | "meeting", id: string) => {
  return (command: City.Command) => command._tag === _tag && (command as Readonly<Record<string, unknown>>)[key] === id
}

describe("the folder", () => {
  it("is what make.ts writes, and reads without a finding", () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(story.onDisk)).toEqual(text(files))
    expect(story.findings).toEqual([])
  })
})

describe("the comprehensive committee and its joint meeting, step by step", () => {
  it("G-12 D-04 one functional committee, two functional branches and four entity ones are 1+2+4: seven", async () => {
    await story.until(({ _tag }) => _tag === "FoundBody")
    const view = await story.city.organisation.on(day("2022-02-15"))
    const [pattern] = Pattern.describe(view, unit("fuli-committee"))
    expect(pattern?.text).toBe("1+2+4")
    const seven = pattern?.groups.flatMap(({ units }) => units) ?? []
    expect(seven).toHaveLength(7)
    const natures = seven.map((id) => View.nature(view, id))
    expect([natures.filter((one) => one === "functional").length, natures.length]).toEqual([3, 7])
  })

  it("D-06 a joint meeting names who hands out, and five parties sit in it", async () => {
    const founding = {
      _tag: "FoundBody",
      ...of,
      kind: BodyPresets.jointMeeting,
      place: "fuli",
      names: { zh: "联席会议" },
      on: "2022-02-15"
    }
    expect(await story.refused(founding)).toEqual(["casework/DispatcherUnfit"])
    await story.until(({ _tag }) => _tag === "SeatMember")
    expect(BodyReview.missingSeats(await meeting(), day("2022-02-15"))).toHaveLength(5)
    await story.until(comesTo("ScheduleMeeting", "meeting", "r-02"))
    const joint = await meeting()
    expect(BodyReview.missingSeats(joint, day("2022-02-15"))).toEqual([])
    expect(new Set(BodyState.members(joint, day("2022-02-15")).map(({ party }) => String(party)))).toEqual(
      new Set(["operator", "property", "tenant", "districtDepartment", "street"])
    )
  })

  it("D-06 what was agreed is handed out by the comprehensive committee and by nobody else", async () => {
    await story.until(comesTo("DispatchItem", "item", "jobs"))
    const dispatch = { _tag: "DispatchItem", ...of, item: "jobs", task: "t-jobs", names: { zh: "对接" }, to: "d-hr" }
    for (const by of ["property", "operator", "street", "e-food"]) {
      expect(await story.refused({ ...dispatch, by, on: "2022-02-26" })).toEqual(["casework/DispatchNotAllowed"])
    }
    expect(await story.refused({ ...dispatch, by: "fuli-committee", on: "2022-02-26" })).toEqual([])
    expect(BodyReview.undispatched(await meeting()).map((one) => String(one.item))).toEqual(["jobs"])
  })

  it("D-06 nothing is done before it is handed out, and only by whoever it was given to", async () => {
    const fulfil = { _tag: "FulfilTask", ...of, task: "t-jobs", on: "2022-03-09" }
    expect(await story.refused({ ...fulfil, by: "d-hr" })).toEqual(["casework/BodyPartUnknown"])
    await story.until(comesTo("AcceptTask", "task", "t-jobs"))
    expect(await story.refused({ ...fulfil, by: "d-hr" })).toEqual(["casework/BodyActionNotAllowed"])
    await story.until(comesTo("FulfilTask", "task", "t-jobs"))
    expect(await story.refused({ ...fulfil, by: "property" })).toEqual(["casework/NotTaskLead"])
    expect(await story.refused({ _tag: "CloseItem", ...of, item: "jobs", on: "2022-03-09" })).toEqual([
      "casework/ItemNotDone"
    ])
  })

  it("D-06 a major matter is raised at any time by whoever sits: the water is off, and a meeting is called for the next day", async () => {
    await story.until(comesTo("CallMeeting", "meeting", "x-06"))
    const call = {
      _tag: "CallMeeting",
      ...of,
      meeting: "x-06",
      date: "2022-06-14",
      matter: "写字楼停水",
      on: "2022-06-13"
    }
    expect(await story.refused({ ...call, by: "e-sport" })).toEqual(["casework/NotSeated"])
    expect(await story.refused({ ...call, by: "e-tech" })).toEqual([])
    await story.until(comesTo("ScheduleMeeting", "meeting", "r-06"))
    const held = BodyReview.held(await meeting(), year).filter(({ sort }) => sort === "extraordinary")
    expect(held.map(({ date, called }) => [date, called?.by])).toEqual([["2022-06-14", "e-tech"]])
  })

  it("G-12 D-06 an extraordinary meeting is no regular one: June has its own, and no month is without", async () => {
    expect(BodyReview.monthsWithout(await meeting(), day("2022-06-30"))).toEqual([])
    expect(BodyReview.monthsWithout(await meeting(), day("2022-07-01"))).toEqual(["2022-06-01"])
    await story.toTheEnd()
    const joint = await meeting()
    expect(BodyReview.monthsWithout(joint, day("2023-01-01"))).toEqual([])
    expect(BodyReview.monthsWithout(joint, day("2023-02-01"))).toEqual(["2023-01-01"])
    const held = BodyReview.held(joint, year)
    const regular = held.filter(({ sort }) => sort === "regular")
    expect(new Set(regular.map(({ date }) => date.slice(0, 7))).size).toBe(11)
    expect([held.length, regular.length]).toEqual([12, 11])
    for (const one of held) expect(BodyState.quorum(joint, one).reached).toBe(true)
  })

  it("G-12 D-06 eight problems are solved, the four that the source names among them; one goes on, one was rejected", async () => {
    const joint = await meeting()
    const solved = BodyReview.solved(joint, year)
    expect(solved).toHaveLength(8)
    const titles = await Promise.all(
      solved.map(async ({ subject }) => ("case" in subject ? (await caseOf(subject.case)).raised.title : subject.title))
    )
    expect(titles).toEqual(
      expect.arrayContaining(["企业就业政策对接", "楼宇内企业之间交流合作少", "写字楼停水", "外卖送餐乱摆乱放"])
    )
    // As they came: none in the first month, three by the end of May.
    const by = (end: string) => BodyReview.solved(joint, { from: day("2022-02-15"), to: day(end) }).length
    expect(["2022-03-01", "2022-04-01", "2022-06-01", "2022-07-01", "2022-12-31"].map(by)).toEqual([0, 1, 3, 5, 8])
    expect(BodyReview.openTasks(joint).map(({ task }) => String(task))).toEqual(["t-charging"])
    expect((await matter("lights")).standing).toBe("rejected")
    expect(BodyReview.undispatched(joint)).toEqual([])
    expect(BodyReview.closure(joint, year)).toMatchObject({ numerator: 8, denominator: 9 })
    expect(BodyReview.overdueTasks(joint, day("2023-01-01")).map(({ task }) => String(task))).toEqual(["t-charging"])
  })

  it("D-06 the minutes of the meeting on the water say why it was called and who is to do what", async () => {
    const view = await story.city.organisation.on(day("2022-06-14"))
    const minutes = MeetingMinutes.of(await meeting(), BodyCode.MeetingId.make("x-06")) ?? expect.fail("it was held")
    const lines = MeetingMinutes.format(minutes, "zh", (id) => View.label(view, unit(id)).zh).split("\n")
    expect(lines[1]).toBe("专题会议 x-06，2022-06-14")
    expect(lines[2]).toBe("召集事由：写字楼停水，影响办公 (示例企业4)")
    expect(lines.at(-1)).toBe("   任务 t-water：解决：写字楼停水，领办 示例物业公司，时限 2022-07-14")
  })
})

describe("who is in the towers", () => {
  const last = day("2022-12-31")

  it("G-12 D-02 200 enterprises and more with 3,000 staff and more are counted one by one", async () => {
    const view = await story.city.organisation.on(last)
    const firms = View.descendants(view, "location", unit("fuli")).filter(
      (id) => View.archetype(view, id) === "enterprise"
    )
    const register = await story.city.economy.enterprises()
    const staff = firms.map(
      (id) => EnterpriseRegister.year(EnterpriseRegister.enterprise(register, id), 2022, last).employees ?? 0
    )
    const total = staff.reduce((sum, one) => sum + one, 0)
    expect([firms.length, total]).toEqual([208, 3129])
    const here = { of: "fuli", on: last }
    const { city } = story
    expect(await Said.published(city, "g12-firms", { indicator: "enterpriseCount", ...here }, [firms.length])).toEqual(
      Said.agrees
    )
    expect(await Said.published(city, "g12-staff", { indicator: "staffCount", ...here }, [total])).toEqual(Said.agrees)
    // Had there been fewer, the words would not agree.
    expect(await Said.published(city, "g12-firms", { indicator: "enterpriseCount", ...here }, [199])).toMatchObject({
      _tag: "differs"
    })
  })
})

describe("who guides, leads, manages and takes part", () => {
  const last = day("2022-12-31")
  const duties = async () => {
    const { directory } = await story.city.roles.on(last)
    return Completeness.of(directory, unit("harbin")).filter(({ at: { post } }) => post.scheme === "fourTiers")
  }

  it("D-03 district, street and building have one post each with its own duty, and many take part in the building", async () => {
    const held = (await duties()).map(({ at: { post, role }, holders }) => [post.unit, role.duty, holders.length])
    expect(held).toEqual([
      ["fuli", "cooperate", 2],
      ["fuli-committee", "ownArea", 1],
      ["street", "leadOverall", 1],
      ["district", "cooperate", 1]
    ])
    const appoint = { _tag: "Appoint", roster: "fuli", unit: "fuli", scheme: "fourTiers", role: "participant" }
    expect(await story.refused({ ...appoint, person: "p-906", from: "2022-12-01", comesFrom: "d-tax" })).toEqual([
      "roles/HolderUnqualified"
    ])
  })

  it("D-03 a matter of the towers goes to the manager of the building, then to the street, then to the district", async () => {
    const { directory } = await story.city.roles.on(last)
    const { steps } = Routing.route(directory, { matter: "general", unit: unit("t2") })
    expect(steps.flatMap(({ person }) => (person === undefined ? [] : [String(person)]))).toEqual(["p-903"])
  })

  it("D-04 a tower has one functional branch and no second", async () => {
    const second = {
      _tag: "EstablishUnit",
      unit: "t2-second",
      kind: "tower-branch",
      name: { zh: "T2又一支部" },
      under: "fuli-committee",
      within: "t2",
      from: "2022-12-01"
    }
    expect(await story.refused(second)).toEqual(["organisation/OnePerPlace"])
  })
})

describe("the matters as cases", () => {
  it("D-06 R5-1 only the committee may dispatch a case, and it is reported in before it is done", async () => {
    const other = { case: "case-new", at: at("12-28T09:00") }
    const before = [
      {
        _tag: "RaiseCase",
        ...other,
        flow: "jointMeeting",
        title: "电梯异响",
        place: "fuli",
        channel: "visit",
        by: { unit: "e-sport" }
      },
      { _tag: "AcceptCase", ...other },
      { _tag: "ClassifyCase", ...other, scope: "common", difficulty: "difficult", category: "safety" },
      { _tag: "DeliberateCase", ...other, body: "fuli" }
    ]
    const dispatch = { _tag: "DispatchCase", ...other, by: "fuli-committee", to: "property" }
    expect(await story.refused(...before, { ...dispatch, by: "property" })).toEqual(["casework/DispatchNotAuthorised"])
    expect(await story.refused(...before, dispatch, { _tag: "StartCase", ...other })).toEqual([
      "casework/ActionNotAllowed"
    ])
    const reportIn = { _tag: "ReportInCase", ...other, by: "property" }
    expect(await story.refused(...before, dispatch, { ...reportIn, by: "operator" })).toEqual(["casework/NotCalled"])
    expect(await story.refused(...before, dispatch, reportIn, { _tag: "StartCase", ...other })).toEqual([])
  })

  it("D-06 eight of the ten are closed as solved and one with its reason; each knows the meeting that agreed on it", async () => {
    const all = await cases()
    const { closure, satisfaction } = Rates.of(all, {
      from: at("01-01T00:00"),
      to: at("12-31T24:00"),
      asOf: at("12-31T23:59")
    })
    expect([closure.numerator, closure.denominator]).toEqual([9, 10])
    expect([satisfaction.numerator, satisfaction.denominator]).toEqual([8, 8])
    const reasons = all.flatMap(({ closures }) => closures.map(({ reason }) => reason)).toSorted()
    expect(reasons).toEqual(["notPossible", ...Array(8).fill("solved")])
    const dispatched = all.flatMap(({ dispatches }) => dispatches.map(({ by }) => String(by)))
    expect(dispatched).toEqual(Array(9).fill("fuli-committee"))
    const bodies = await story.city.casework.bodies()
    for (const { raised } of all) {
      expect(BodyState.ofCase(bodies, BodyCode.CaseRef.make(raised.case))).toHaveLength(1)
    }
  })
})

describe("enterprises whistle, departments report in", () => {
  const cohort = { from: at("01-01T00:00"), to: at("12-31T24:00"), asOf: at("12-31T18:00") }

  it("G-12 D-08 three talks call eleven departments, at three stages of growth", async () => {
    const blown = WhistleRates.blown(await whistles(), cohort).map((one) => one.blown)
    expect(blown).toHaveLength(3)
    expect(new Set(blown.flatMap(({ departments }) => departments)).size).toBeGreaterThan(10)
    expect(blown.map(({ stage }) => stage)).toEqual(["startUp", "growth", "mature"])
  })

  it("G-12 D-08 three talks and ten departments and more are what was published", async () => {
    const blown = WhistleRates.blown(await whistles(), cohort).map((one) => one.blown)
    expect(Said.compare(blown.length, "3")).toEqual(Said.agrees)
    expect(Said.compare(new Set(blown.flatMap(({ departments }) => departments)).size, "10余")).toEqual(Said.agrees)
  })

  it("D-08 every called department reported in, was late, or is overdue: twelve of thirteen calls were answered", async () => {
    const state = await whistles()
    const { reportedIn, inTime, overdue } = WhistleRates.reporting(state, cohort)
    expect([reportedIn.numerator, reportedIn.denominator]).toEqual([12, 13])
    expect([inTime.numerator, inTime.denominator, overdue]).toEqual([11, 13, 1])
    expect(WhistleState.overdue(await whistle("talk-3"), cohort.asOf)).toEqual(["d-housing"])
    // The tax bureau was overdue for a day, until it came.
    const second = await whistle("talk-2")
    expect(WhistleState.overdue(second, at("07-15T09:00"))).toEqual(["d-tax"])
    expect(WhistleState.overdue(second, at("07-15T14:00"))).toEqual([])
    const tax = WhistleRates.reporting(state, cohort, unit("d-tax"))
    expect([tax.reportedIn.rate, tax.inTime.rate]).toEqual([1, 0])
  })

  it("D-08 the time to report is that from each whistle to each report", async () => {
    const { meanMillis, medianMillis } = WhistleRates.reporting(await whistles(), cohort)
    const hours = [2, 2, 3, 4, 6, 6, 20, 24, 24, 24, 25, 48]
    expect(meanMillis).toBe((hours.reduce((sum, one) => sum + one, 0) / hours.length) * hour)
    expect(medianMillis).toBe(6 * hour)
  })

  it("D-08 only those called report in, and only those who did are given something to do", async () => {
    const by = { whistle: "talk-3", at: at("11-01T09:00") }
    expect(await story.refused({ _tag: "ReportIn", ...by, department: "d-tax", plan: "上门" })).toEqual([
      "casework/DepartmentNotCalled"
    ])
    const assign = { _tag: "AssignWhistleTask", ...by, task: "rooms", names: { zh: "用房改造审批" }, to: "d-housing" }
    expect(await story.refused(assign)).toEqual(["casework/DepartmentNotReported"])
    const report = { _tag: "ReportIn", ...by, department: "d-housing", plan: "现场踏勘" }
    expect(await story.refused(report, assign)).toEqual([])
  })

  it("D-08 a whistle is closed when all its tasks are, by its caller: two are, and the third is not", async () => {
    const close = { _tag: "CloseWhistle", whistle: "talk-3", confirmedBy: "e-group", at: at("12-20T09:00") }
    expect(await story.refused(close)).toEqual(["casework/WhistleNotDone"])
    const resolve = {
      _tag: "ResolveWhistleTask",
      whistle: "talk-3",
      task: "apply",
      by: "d-science",
      result: "申报已受理",
      at: at("12-19T16:00")
    }
    expect(await story.refused(resolve, { ...close, confirmedBy: "e-food" })).toEqual(["casework/WhistleActorUnfit"])
    expect(await story.refused(resolve, close)).toEqual([])
    const { closed, satisfied } = WhistleRates.outcome(await whistles(), cohort)
    expect([closed.numerator, closed.denominator]).toEqual([2, 3])
    expect([satisfied.numerator, satisfied.denominator]).toEqual([2, 2])
  })

  it("D-08 who never whistles is seen as well as who does all the time", async () => {
    const firms = ["e-tech", "e-food", "e-group", "e-sport"].map((id) => unit(id))
    const seen = WhistleRates.frequency(await whistles(), cohort, firms, { least: 1, most: 3 })
    expect(seen.map(({ caller, whistles: n, sign }) => [String(caller), n, sign])).toEqual([
      ["e-tech", 1, "usual"],
      ["e-food", 1, "usual"],
      ["e-group", 1, "usual"],
      ["e-sport", 0, "few"]
    ])
  })
})

describe("volunteers and wishes", () => {
  const last = day("2022-12-31")
  const there = async () =>
    Volunteering.get(await story.city.programmes.volunteers(), unit("fuli")) ?? expect.fail("teams were formed")

  it("G-12 D-13 A-14b five teams are declared and six listed, and neither is made to agree with the other", async () => {
    const { declared, listed, differs } = Volunteering.teamCount(await there(), last)
    expect([declared, listed, differs]).toEqual([Count.exact(5), 6, true])
    expect(Said.compare(listed, "5支")).toEqual({ _tag: "differs", by: 1 })
    expect(Volunteering.teamCount(await there(), day("2022-05-31")).listed).toBe(5)
    const known = await there()
    const tags = ["law", "finance", "technology"].map((tag) => Volunteering.withExpertise(known, tag, last).length)
    expect(tags).toEqual([1, 1, 1])
  })

  it("G-12 D-13 seven volunteer services were rendered, the four that the source names among them, with their hours", async () => {
    const services = Volunteering.services(await there(), year)
    expect(Said.compare(services.length, "7次")).toEqual(Said.agrees)
    const named = ["疏导交通", "清理垃圾", "“迎战风雪 保障出行”清冰雪", "健康义诊进楼宇"]
    expect(services.map(({ names }) => names.zh)).toEqual(expect.arrayContaining(named))
    const { total, byPerson } = Volunteering.minutes(await there(), year)
    expect([total / 60, byPerson.size]).toEqual([54, 24])
  })

  it("G-12 D-13 W-12 ten micro-wishes and more came true and were confirmed by their owners", async () => {
    const state = await story.city.programmes.wishes()
    const { claimed, confirmed } = Wish.rates(state, year)
    expect(Said.compare(confirmed.numerator, "十余条")).toEqual(Said.agrees)
    expect([claimed.numerator, confirmed.numerator, confirmed.denominator]).toEqual([13, 11, 13])
    expect(Wish.open(state).map(({ posted }) => `${posted.wish}`)).toEqual(["wish-13"])
    const claim = { _tag: "ClaimWish", by: { place: "fuli", team: "youth" }, on: "2022-12-20" }
    expect(await story.refused({ ...claim, wish: "wish-12" })).toEqual(["programmes/WishAlreadyClaimed"])
    expect(await story.refused({ ...claim, wish: "wish-13" })).toEqual([])
  })
})

describe("the pact of the towers", () => {
  it("G-12 D-14 it has ten clauses and more, the six that the source names among them", async () => {
    const [pact] = Pact.at(await story.city.programmes.pacts(), unit("fuli"))
    const known = pact ?? expect.fail("it was drafted")
    const clauses = (on: string) => Pact.inForceOn(known, day(on))?.clauses ?? []
    expect([clauses("2022-04-21"), clauses("2022-04-22"), clauses("2022-12-31")].map(({ length }) => length)).toEqual([
      0, 11, 12
    ])
    expect(Said.compare(clauses("2022-12-31").length, "十余项")).toEqual(Said.agrees)
    const text = clauses("2022-12-31")
      .map((one) => one.text)
      .join()
    for (const named of ["公共安全", "平安创建", "守法经营", "文明礼仪", "共创共建", "融合并进"]) {
      expect(text).toContain(named)
    }
  })

  it("G-12 D-14 whoever signed the first version has to sign the second, and the first can be signed no more", async () => {
    const [pact] = Pact.at(await story.city.programmes.pacts(), unit("fuli"))
    const known = pact ?? expect.fail("it was drafted")
    expect([Pact.signatures(known, 1).length, Pact.signatures(known, 2).length]).toEqual([7, 5])
    expect(Pact.toSignAgain(known).map((one) => ("unit" in one ? `${one.unit}` : ""))).toEqual([
      "e-group",
      "e-sport",
      "e-tech"
    ])
    const sign = { _tag: "SignPact", pact: "consensus", by: { unit: "e-tech" }, on: "2022-12-20" }
    expect(await story.refused({ ...sign, version: 1 })).toEqual(["programmes/PactVersionSuperseded"])
    expect(await story.refused({ ...sign, version: 2 })).toEqual([])
  })
})

describe("the centre in room 1107", () => {
  const leading = StationCode.StationId.make("leading")

  it("D-05 it serves for five things, the reception of investors among them", async () => {
    const rooms = RoomState.roomsOf(await story.city.stations.rooms(), leading, day("2022-03-01"))
    expect(rooms.map(({ furnished }) => furnished.kind).toSorted()).toEqual([
      "audioVideo",
      "investmentReception",
      "leisure",
      "training",
      "virtualReality"
    ])
  })

  it("D-12 A-14 its terminal was used thirty times and more, as literally said; departments come on their days all year", async () => {
    const points = await story.city.stations.points()
    expect(ServiceItems.saved(points, leading, year).uses).toEqual(Count.atLeast(30))
    expect(ServiceItems.available(points, leading, at("03-01T10:00"))).toHaveLength(3)
    const { text } = await louyu("stations leading --folder examples/harbin/city --open-at 2022-10-18T10:00 --items")
    for (const said of ["招商纳客", "政务服务自助终端一体机", "市场监管驻点"]) expect(text).toContain(said)
  })
})

describe("at the command line", () => {
  it("G-12 tells how many wishes came true, and the pact with who has to sign again", async () => {
    const wishes = await louyu("wishes --folder examples/harbin/city --on 2022-12-31")
    expect(wishes.text).toContain("已确认 11")
    expect(wishes.text).toContain("认领率 100.0 % (13/13)")
    const agreements = await louyu("agreements --folder examples/harbin/city --on 2022-12-31", "en")
    expect(agreements.text).toContain("version 2, adopted 2022-11-25, 12 clauses, 5 signed")
    expect([wishes.exit, agreements.exit]).toEqual([0, 0])
  })
})

describe("the folder, once more", () => {
  it("R1-4 telling the folder again changes nothing", async () => {
    expect(await story.toTheEnd()).toBe(0)
  })
})
