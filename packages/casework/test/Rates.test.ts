import { Rate, Share, Text, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Ageing from "../src/Ageing.ts"
import * as Backlog from "../src/Backlog.ts"
import { CaseId } from "../src/Case.ts"
import * as Deadlines from "../src/Deadlines.ts"
import * as Duplicates from "../src/Duplicates.ts"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as History from "../src/History.ts"
import * as InBuilding from "../src/InBuilding.ts"
import * as Merging from "../src/Merging.ts"
import * as Rates from "../src/Rates.ts"
import * as StageRates from "../src/StageRates.ts"
import * as State from "../src/State.ts"
import { after, at, classify, facts, on, raise, unit } from "./scene.ts"

const { china } = WorkCalendar
const hall = FlowPresets.propertyCouncilHall
type Step = (id: string) => ReturnType<typeof on>
const step =
  (tag: string, when: string, fields: object = {}): Step =>
  (id) =>
    on(tag, when, fields, id)
const made = (id: string, ...steps: ReadonlyArray<Step>): State.CaseKnown =>
  after([raise(id, "05-06"), ...steps.map((one) => one(id))])

const accept = step("AcceptCase", "05-06 10:00")
const sort =
  (difficulty: string): Step =>
  (id) =>
    ({ ...classify("05-06 11:00", { difficulty }), case: id }) as never
const record: Step = (id) =>
  on("RecordDue", "05-06 12:00", { due: { whole: { by: at("05-14") }, calendar: { id: "c", version: "1" } } }, id)
const start = step("StartCase", "05-07")
const resolve = step("ResolveCase", "05-08", { result: "好" })
const ask = (solved: boolean, rating: string) => step("FollowUpCase", "05-09", { solved, rating })
const close = (when: string, reason = "solved") => step("CloseCase", when, { reason })
const up = (to: string, when: string) => step("EscalateCase", when, { to, cause: "beyondMeans" })
const common = [accept, sort("ordinary"), record, start] as const

const inTime = made("in-time", ...common, resolve, ask(true, "satisfied"), close("05-10"))
const late = made("late", ...common, resolve, close("05-20"))
const open = made("open", ...common)
const again = made("again", ...common, resolve, close("05-10"), step("ReopenCase", "05-12", { reason: "再犯" }))
const unhappy = made("unhappy", ...common, resolve, ask(false, "dissatisfied"))
const withdrawn = made("withdrawn", ...common, close("05-08", "withdrawn"))
const rejected = made("rejected", step("RejectCase", "05-07", { reason: "outOfScope" }))
const merged = made("merged", ...common, step("MergeCase", "05-08", { into: "open" }))
const all = [inTime, late, open, again, unhappy, withdrawn, rejected, merged]
const may = { from: at("05-01"), to: at("06-01"), asOf: at("06-01") }
const shares = (rates: Rates.Rates) =>
  Object.fromEntries(
    Object.entries(rates).map(([name, { numerator, denominator }]) => [name, [numerator, denominator]])
  )

describe("rates", () => {
  it("P-27 of 3,860 accepted, 3,855 to 3,858 closed show 99.9 per cent, and no other number does (G-10)", () => {
    const shown = (closed: number) => Share.percent(Rate.asOf(closed, 3860, Text.of("受理", "accepted"), 0))
    expect([3854, 3855, 3856, 3857, 3858, 3859].map(shown)).toEqual(["99.8", "99.9", "99.9", "99.9", "99.9", "100.0"])
  })

  it("R5-23 each says what it is a share of; rejected, merged and withdrawn cases are not counted", () => {
    const rates = Rates.of(all, may)
    expect(shares(rates)).toEqual({
      closure: [2, 5],
      onTime: [1, 3],
      resolution: [1, 2],
      satisfaction: [1, 2],
      followUp: [1, 2],
      reopen: [1, 3],
      rerouted: [0, 0]
    })
    expect(rates.closure).toMatchObject({ rate: 0.4, population: { zh: "受理", en: "accepted" }, asOf: may.asOf })
    expect(rates.rerouted.rate).toBeUndefined()
    expect(Share.percent(rates.rerouted)).toBeUndefined()
  })

  it("A-18 the moment decides: what was closed later was open then", () => {
    const early = Rates.of(all, { ...may, asOf: at("05-11") })
    expect(shares(early)).toMatchObject({ closure: [2, 5], reopen: [0, 2], onTime: [2, 2] })
    expect(Rates.of(all, { ...may, asOf: at("05-01") }).closure.rate).toBeUndefined()
    expect(Rates.of(all, { ...may, from: at("05-07") }).closure.denominator).toBe(0)
    expect(History.asOf(late, at("05-08"))?.stage).toBe("resolved")
    expect(History.asOf(late, at("05-05"))).toBeUndefined()
  })

  it("A-18 due moments can be reckoned where none were kept", () => {
    const bare = made("bare", accept, sort("ordinary"), start, resolve, close("05-14"))
    expect(Rates.of([bare], may).onTime.denominator).toBe(0)
    const due = (known: State.CaseKnown) => Result.getOrThrow(Deadlines.promised(hall, china, known))
    expect(shares(Rates.of([bare], { ...may, due })).onTime).toEqual([1, 1])
  })

  it("R5-23 what went to the wrong department shows", () => {
    const given = step("DispatchCase", "05-07", { by: "hall", to: "power" })
    const moved = step("RerouteCase", "05-08", { by: "hall", to: "water", reason: "职责不符" })
    const wrong = made("wrong", accept, sort("ordinary"), given, moved)
    const right = made("right", accept, sort("ordinary"), given)
    expect(shares(Rates.of([wrong, right], may)).rerouted).toEqual([1, 2])
  })
})

describe("rates of parts", () => {
  it("R5-23 the rates of each level, category and department add up to those of all", () => {
    const given = step("DispatchCase", "05-07", { by: "hall", to: "power" })
    const dispatched = made("given", accept, sort("ordinary"), given)
    const lifted = made("lifted", ...common, up("building", "05-07"), resolve, close("05-10"))
    const levels = Rates.by([...all, dispatched, lifted], may, Rates.levelOf)
    expect([...levels].map(([level, { closure }]) => [level, closure.numerator, closure.denominator])).toEqual([
      ["building", 1, 1],
      ["microGrid", 2, 6]
    ])
    expect(shares(Rates.of([...all, dispatched, lifted], may)).closure).toEqual([3, 7])
    expect([...Rates.by([...all, dispatched], may, Rates.handlerOf).keys()]).toEqual(["power"])
    expect([...Rates.by(all, may, Rates.categoryOf).keys()]).toEqual(["safety"])
  })

  it("R5-23 by stage and level: left in time, left late, late and still there", () => {
    const dated = (when: string, by: string): Step =>
      step("RecordDue", when, { due: { stage: { by: at(by) }, calendar: { id: "c", version: "1" } } })
    const soon = made("soon", dated("05-06 09:30", "05-07"), accept)
    const slow = made("slow", dated("05-06 09:30", "05-06 09:40"), accept, sort("ordinary"))
    const stuck = made("stuck", accept, sort("ordinary"), dated("05-06 12:00", "05-07"), dated("05-06 13:00", "05-09"))
    const found = (moment: string) =>
      StageRates.of([soon, slow, stuck], { ...may, asOf: at(moment) }).map(({ stage, level, onTime, late }) => [
        stage,
        level,
        onTime.numerator,
        onTime.denominator,
        late
      ])
    expect(found("05-08")).toEqual([["raised", "microGrid", 1, 2, 1]])
    expect(found("05-10")).toEqual([
      ["raised", "microGrid", 1, 2, 1],
      ["classified", "microGrid", 0, 1, 1]
    ])
  })
})

describe("the building", () => {
  const outside = made("outside", ...common, up("building", "05-07"), up("committee", "05-08"), resolve, close("05-10"))
  const difficult = made(
    "difficult",
    accept,
    sort("difficult"),
    start,
    up("building", "05-07"),
    up("committee", "05-08"),
    resolve,
    close("05-10")
  )

  it("P-37 W-01 the share settled in the building and at each level, and the ordinary ones that left it", () => {
    const found = InBuilding.of(hall, [...all, outside, difficult], may)
    expect([found.share.numerator, found.share.denominator]).toEqual([2, 4])
    expect([found.ordinary.numerator, found.ordinary.denominator]).toEqual([2, 3])
    expect(found.levels.map(({ level, share }) => [level, share.numerator])).toEqual([
      ["microGrid", 2],
      ["building", 0],
      ["committee", 2],
      ["street", 0],
      ["district", 0]
    ])
    expect(found.breaches).toEqual(["outside"])
    expect(InBuilding.of(FlowPresets.whistle, [outside], may).share.rate).toBeUndefined()
  })

  it("D-15 the building runs itself: what is settled in it never asked a body above", () => {
    const found = InBuilding.of(hall, [inTime, late], may)
    expect(found.share.rate).toBe(1)
    expect([inTime, late].flatMap(({ escalations, dispatches }) => [...escalations, ...dispatches])).toEqual([])
  })
})

describe("ageing", () => {
  const hour = 3_600_000

  it("F-09 how long cases are and were at each stage, without the time they waited", () => {
    const waiting = made(
      "waiting",
      ...common,
      step("SuspendCase", "05-08", { reason: "等待" }),
      step("ResumeCase", "05-10")
    )
    const ages = Ageing.stages([open, waiting, inTime], at("05-11"))
    expect(ages.find(({ stage }) => stage === "inProgress")).toEqual({
      stage: "inProgress",
      here: 2,
      longestMillis: 96 * hour,
      left: 1,
      medianMillis: 24 * hour
    })
    expect(ages.find(({ stage }) => stage === "raised")).toMatchObject({ here: 0, left: 3, medianMillis: hour })
    expect(Ageing.stages([waiting], at("05-11")).at(-1)?.longestMillis).toBe(48 * hour)
    expect(Ageing.stages([inTime], at("05-11")).some(({ stage }) => stage === "closed")).toBe(false)
  })
})

describe("the morning list", () => {
  it("R5-19 what is open, what is overdue, what is due soon, and how many of each", () => {
    const fresh = made("fresh", accept)
    const cases = [fresh, open, inTime]
    expect(Backlog.open(cases, at("05-15")).map((one) => [one.case, one.urgency])).toEqual([
      ["open", "overdue"],
      ["fresh", "unlimited"]
    ])
    expect(Backlog.overdue(cases, at("05-14")).map((one) => one.case)).toEqual([])
    expect(Backlog.overdue(cases, at("05-15")).map((one) => one.case)).toEqual(["open"])
    expect(Backlog.dueBy(cases, at("05-13"), at("05-15")).map((one) => one.case)).toEqual(["open"])
    expect(Backlog.dueBy(cases, at("05-15"), at("05-16"))).toEqual([])
    expect([...Backlog.counts(cases, at("05-15"))]).toEqual([
      ["inProgress", { overdue: 1 }],
      ["accepted", { unlimited: 1 }]
    ])
  })
})

describe("one matter told twice", () => {
  const matter = {
    case: CaseId.make("new"),
    place: unit("tower-a"),
    title: "地下車庫 電動車又被盜",
    category: "safety"
  }

  it("R5-11 cases of the place that say much the same are offered, the most alike first", () => {
    const other = after([raise("other", "05-06", { title: "电动车乱停放" })])
    const elsewhere = after([raise("elsewhere", "05-06", { place: "tower-b" })])
    const found = Duplicates.suggest(matter, [other, elsewhere, inTime, open, rejected])
    expect(found.map(({ of, over }) => [of, over])).toEqual([
      ["in-time", true],
      ["open", false]
    ])
    expect(found[0]?.likeness).toBeGreaterThan(0.8)
    expect(Duplicates.suggest({ ...matter, category: "traffic", title: "早高峰拥堵" }, [open])).toEqual([])
    expect(Duplicates.likeness("", "")).toBe(0)
  })

  it("R5-12 a merge tells both cases, with all who raised it, and its undoing too", () => {
    const firm = after([raise("firm", "05-06", { behalfOf: { unit: "firm-7" } })])
    const [toFirm, toOpen] = Result.getOrThrow(Merging.merge(firm, open, at("05-08")))
    const [part, whole] = [after([toFirm], firm), after([toOpen], open)]
    expect(State.toTell(whole)).toEqual([{ person: "guide-1" }, { unit: "firm-7" }])
    const [back, apart] = Result.getOrThrow(Merging.undo(part, whole, at("05-09")))
    expect(after([back], part).standing).toBe("open")
    expect(State.toTell(after([apart], whole))).toEqual([{ person: "guide-1" }])
    expect(Merging.merge(firm, inTime, at("05-08"))).toMatchObject({ failure: { code: "casework/MergeNotPossible" } })
    expect(Merging.merge(firm, firm, at("05-08"))).toMatchObject({ failure: { code: "casework/MergeNotPossible" } })
    expect(Merging.undo(firm, open, at("05-08"))).toMatchObject({ failure: { code: "casework/MergeNotPossible" } })
    expect(facts.flow(hall.id)).toBe(hall)
  })
})
