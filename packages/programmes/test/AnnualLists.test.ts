import { Count, Identifier, Share } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { AnnualList, AnnualListCommand, AnnualLists, Benefit, Code } from "../src/index.ts"
import { day, facts, stage, there } from "./scene.ts"

const committee = Identifier.UnitId.make
const id = Code.ProjectId.make
const desk = stage(AnnualLists.decider, AnnualListCommand.Command, facts, { committee: "wuchang", year: 2021 })

const adopt = (project: string, fields: object = {}) =>
  desk.to("AdoptListItem", "2021-01-10", {
    project,
    names: { zh: `实事 ${project}` },
    promise: "年内办成",
    beneficiaries: Count.about(300),
    ...fields
  })
const open = desk.to("OpenAnnualList", "2021-01-05")
const publish = desk.to("PublishAnnualList", "2021-02-01")
const marks = (...points: ReadonlyArray<number>) =>
  ["breadth", "lasting", "demand"].map((criterion, n) => ({ criterion, mark: points[n] ?? 0 }))
const item = (state: AnnualList.State, project: string, year = 2021) =>
  there(AnnualList.item(there(AnnualList.get(state, committee("wuchang"), year)), id(project)))

describe("annual lists of practical matters", () => {
  it("H-17 A-11 ten is a soft cap: an eleventh matter is entered and warned about", () => {
    const ten = Array.from({ length: 10 }, (_, n) => adopt(`p${n}`))
    const list = (...more: ReadonlyArray<AnnualListCommand.Command>) =>
      there(AnnualList.get(desk.after([open, ...ten, ...more]), committee("wuchang"), 2021))
    expect(AnnualList.overCap(list())).toBeUndefined()
    expect(AnnualList.overCap(list(adopt("p10")))).toEqual({ cap: 10, listed: 11, over: 1 })
    const dropped = desk.to("DropListItem", "2021-01-20", { project: "p0", reason: "合并" })
    expect(AnnualList.overCap(list(adopt("p10"), dropped))).toBeUndefined()
    const own = desk.after([desk.to("OpenAnnualList", "2021-01-05", { softCap: 2 }), ...ten.slice(0, 3)])
    expect(AnnualList.overCap(there(AnnualList.get(own, committee("wuchang"), 2021)))).toEqual({
      cap: 2,
      listed: 3,
      over: 1
    })
  })

  it("H-17 once published a list is a promise: nothing more is put on it", () => {
    const state = desk.after([open, adopt("childcare"), publish])
    expect(desk.decide(state, adopt("late"))).toBe("ProgrammeActionNotAllowed")
    expect(desk.decide(state, open)).toEqual([])
    expect(desk.decide(state, desk.to("OpenAnnualList", "2021-03-01"))).toBe("ProgrammeIdTaken")
    expect(item(state, "childcare").standing).toBe("published")
  })

  it("H-17 a matter is done when its milestones are reached, and those that are late are told", () => {
    const milestones = [
      { milestone: "rooms", names: { zh: "腾出场地" }, by: "2021-05-01" },
      { milestone: "start", names: { zh: "开班" }, by: "2021-07-01" }
    ]
    const reach = (on: string, milestone: string) =>
      desk.to("ReachListMilestone", on, { project: "childcare", milestone })
    const complete = (on: string) => desk.to("CompleteListItem", on, { project: "childcare" })
    const state = desk.after([
      open,
      adopt("childcare", { milestones }),
      publish,
      desk.to("ReportListItem", "2021-04-01", { project: "childcare", percent: 40, served: Count.exact(0) }),
      reach("2021-04-20", "rooms")
    ])
    expect(AnnualList.progress(item(state, "childcare"))).toBe(40)
    expect(AnnualList.late(item(state, "childcare"), day("2021-07-01"))).toEqual([])
    expect(AnnualList.late(item(state, "childcare"), day("2021-07-02")).map((one) => one.milestone)).toEqual(["start"])
    expect(desk.decide(state, complete("2021-07-05"))).toBe("MilestonesOpen")
    expect(desk.decide(state, reach("2021-05-02", "rooms"))).toBe("ProgrammeActionNotAllowed")
    expect(desk.decide(state, reach("2021-05-02", "other"))).toBe("ProgrammePartUnknown")
    const done = desk.after([reach("2021-07-01", "start"), complete("2021-07-05")], state)
    expect(AnnualList.progress(item(done, "childcare"))).toBe(100)
    expect(AnnualList.completed(done, 2021)).toMatchObject({ numerator: 1, denominator: 1 })
  })

  it("H-17 a matter of a later year may carry an earlier one on, never the other way round", () => {
    const renewed = (year: number, renews: object) => adopt("childcare", { year, renews })
    const state = desk.after([
      open,
      adopt("childcare"),
      desk.to("OpenAnnualList", "2022-01-05", { year: 2022 }),
      desk.to("OpenAnnualList", "2020-01-05", { year: 2020 }),
      renewed(2022, { year: 2021, project: "childcare" })
    ])
    const found = AnnualList.renewals(state, committee("wuchang"), { year: 2021, project: id("childcare") })
    expect(found.map(({ adopted }) => adopted.year)).toEqual([2022])
    expect(desk.decide(state, renewed(2020, { year: 2021, project: "childcare" }))).toBe("RenewalNotLater")
    const unknown = adopt("other", { year: 2022, renews: { year: 2021, project: "x" } })
    expect(desk.decide(state, unknown)).toBe("ProgrammePartUnknown")
  })

  it("D-11 practical matters that cost nothing are told from those that do", () => {
    const state = desk.after([open, adopt("talks"), adopt("vr", { fee: 0 }), adopt("canteen", { fee: 1500 })])
    expect(["talks", "vr", "canteen"].map((one) => AnnualList.isFree(item(state, one)))).toEqual([true, true, false])
  })
})

describe("practical projects of a higher level", () => {
  const nominate = (on: string, to = "city") => desk.to("NominateListItem", on, { project: "p", to })
  const score = (on: string, ...points: ReadonlyArray<number>) =>
    desk.to("ScoreListItem", on, { project: "p", marks: marks(...points) })
  const promote = (on: string, to = "city") => desk.to("PromoteListItem", on, { project: "p", to })
  const listed = desk.after([open, adopt("p"), publish])

  it("W-06 promotion needs a nomination and a benefit score that suffices, and goes only up", () => {
    expect(desk.decide(listed, promote("2021-03-01"))).toBe("NominationMissing")
    const nominated = desk.after([nominate("2021-03-01")], listed)
    expect(desk.decide(nominated, nominate("2021-03-02"))).toEqual([])
    expect(desk.decide(nominated, promote("2021-03-02"))).toBe("BenefitTooLow")
    const low = desk.after([score("2021-03-02", 50, 50, 50)], nominated)
    expect(desk.decide(low, promote("2021-03-03"))).toBe("BenefitTooLow")
    const high = desk.after([score("2021-03-03", 90, 60, 80)], low)
    expect(AnnualList.score(item(high, "p"))).toBe(80)
    expect(item(high, "p").scores.at(-1)?.scheme).toBe("common-1")
    const promoted = desk.after([promote("2021-03-04")], high)
    expect(item(promoted, "p").level).toBe("city")
    expect(desk.decide(promoted, nominate("2021-03-05", "district"))).toBe("LevelNotHigher")
    expect(desk.decide(promoted, promote("2021-03-05", "district"))).toBe("LevelNotHigher")
    expect(desk.decide(promoted, promote("2021-03-04"))).toEqual([])
  })

  it("W-06 only what is published is nominated, and every criterion has one mark", () => {
    const draft = desk.after([open, adopt("p")])
    expect(desk.decide(draft, nominate("2021-01-11"))).toBe("ProgrammeActionNotAllowed")
    const twice = desk.to("ScoreListItem", "2021-03-01", { project: "p", marks: [...marks(1, 2, 3), ...marks(1)] })
    expect(desk.decide(listed, twice)).toBe("MarksIncomplete")
    expect(Benefit.faults(Benefit.common, [{ criterion: "beauty", mark: 1 }])).toEqual([
      "breadth",
      "lasting",
      "demand",
      "beauty"
    ])
  })

  it("W-06 a score stays what it was when the scheme changes, and the same marks of the same day are no news", () => {
    const scored = desk.after([score("2021-03-02", 90, 60, 80)], listed)
    const other = stage(
      AnnualLists.decider,
      AnnualListCommand.Command,
      { ...facts, benefit: { ...Benefit.common, scheme: "other", needed: 99 } },
      { committee: "wuchang", year: 2021 }
    )
    expect(other.decide(scored, score("2021-03-02", 90, 60, 80))).toEqual([])
    expect(other.decide(scored, score("2021-03-03", 90, 60, 80))).toMatchObject([{ scheme: "other", score: 80 }])
    expect(item(scored, "p").scores).toHaveLength(1)
  })

  it("W-06 G-06 A-19 30 committees published 305, of which 55 became key: 18.03 per cent, 10.17 for each", () => {
    const all = Array.from({ length: 30 }, (_, n) => {
      const list = { committee: `committee-${n}` }
      const projects = Array.from({ length: n < 5 ? 11 : 10 }, (_, p) => `p${p}`)
      const key = projects.slice(0, n < 25 ? 2 : 1)
      return [
        desk.to("OpenAnnualList", "2021-01-05", list),
        ...projects.map((project) => adopt(project, list)),
        desk.to("PublishAnnualList", "2021-02-01", list),
        ...key.flatMap((project) => [
          desk.to("NominateListItem", "2021-03-01", { ...list, project, to: "city" }),
          desk.to("ScoreListItem", "2021-03-02", { ...list, project, marks: marks(80, 80, 80) }),
          desk.to("PromoteListItem", "2021-03-03", { ...list, project, to: "city" })
        ])
      ]
    })
    const state = desk.after(all.flat())
    const promoted = AnnualList.promoted(state, 2021, "city")
    expect([promoted.numerator, promoted.denominator, Share.percent(promoted, 2)]).toEqual([55, 305, "18.03"])
    expect(Share.mean(AnnualList.perCommittee(state, 2021))).toBe("10.17")
    expect(Share.percent(AnnualList.promoted(state, 2022, "city"), 2)).toBeUndefined()
  })

  it("W-06 what was dropped before it was published was never promised", () => {
    const drop = (on: string) => desk.to("DropListItem", on, { project: "p", reason: "不具备条件" })
    const before = desk.after([open, adopt("p"), adopt("q"), drop("2021-01-20"), publish])
    expect(AnnualList.published(before, 2021)).toHaveLength(1)
    const after = desk.after([drop("2021-04-01")], listed)
    expect(AnnualList.published(after, 2021)).toHaveLength(1)
    expect(AnnualList.late(item(after, "p"), day("2022-01-01"))).toEqual([])
  })
})
