import { Selection } from "@louyu/matching"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const project = (id: string, cluster: string, ...beneficiaries: ReadonlyArray<string>): Selection.Project => ({
  id,
  cluster,
  cost: 10,
  beneficiaries
})
const projects = [
  project("canteen", "meals", "a", "b", "c"),
  project("late-meals", "meals", "c", "d"),
  project("charging", "parking", "e"),
  project("noon-care", "childcare", "a")
]
const failure = (problem: Partial<Selection.Problem>) =>
  Result.getOrThrow(Result.flip(Selection.solve({ projects, choose: 2, ...problem })))

describe("a selection", () => {
  it("W-06 counts nobody twice and says what each project brings", () => {
    const selection = Result.getOrThrow(Selection.solve({ projects, choose: 2 }))
    expect(selection).toMatchObject({ chosen: ["canteen", "charging"], value: 4, cost: 20, bound: 4, proved: true })
    expect(selection.reasons).toEqual([
      { project: "canteen", chosen: true, reach: 3, marginal: 3 },
      { project: "charging", chosen: true, reach: 1, marginal: 1 },
      { project: "late-meals", chosen: false, reach: 2, marginal: 1 },
      { project: "noon-care", chosen: false, reach: 1, marginal: 0 }
    ])
  })

  it("W-06 keeps a quota that costs reach", () => {
    const quotas = [{ cluster: "childcare", min: 1 }]
    const { chosen, value } = Result.getOrThrow(Selection.solve({ projects, choose: 2, quotas }))
    expect([chosen, value]).toEqual([["canteen", "noon-care"], 3])
  })

  it("leaves a project out that brings nobody", () => {
    expect(Result.getOrThrow(Selection.solve({ projects, choose: 4 })).chosen).toEqual([
      "canteen",
      "charging",
      "late-meals"
    ])
  })

  it("of nothing is empty and proved", () => {
    expect(Result.getOrThrow(Selection.solve({ projects: [], choose: 5 }))).toEqual({
      chosen: [],
      value: 0,
      cost: 0,
      bound: 0,
      gap: 0,
      proved: true,
      reasons: []
    })
  })
})

describe("a selection that cannot be", () => {
  it("names the quota, and why, in both languages", () => {
    const few = failure({ quotas: [{ cluster: "parking", min: 2 }] })
    expect(few).toMatchObject({ code: "matching/QuotaInfeasible", cluster: "parking", reason: "tooFewProjects" })
    expect(few.text).toEqual({
      zh: "类别“parking”的名额无法满足：至少要选 2 个，但只有 1 个项目，请调整名额。",
      en: 'The quota of cluster "parking" cannot be kept: it asks for 2 projects at least and there are 1; change the quota.'
    })
    const reason = (quota: Selection.Quota): unknown => failure({ quotas: [quota] })
    expect(reason({ cluster: "gym" })).toMatchObject({ cluster: "gym", reason: "unknownCluster" })
    expect(reason({ cluster: "meals", min: 2, max: 1 })).toMatchObject({ cluster: "meals", reason: "crossed" })
    expect(reason({ cluster: "meals", min: -1 })).toMatchObject({ cluster: "meals", reason: "notWhole" })
  })

  it("names the quota at which more must be chosen than may", () => {
    const quotas = [
      { cluster: "parking", min: 1 },
      { cluster: "meals", min: 2 }
    ]
    expect(failure({ quotas })).toMatchObject({ cluster: "parking", reason: "tooManyInAll", has: 2, needs: 3 })
  })

  it("says what the quotas cost at least when the budget is below that", () => {
    const small = failure({ budget: 15, quotas: [{ cluster: "meals", min: 2 }] })
    expect(small).toMatchObject({ code: "matching/BudgetTooSmall", budget: 15, needed: 20 })
    expect(small.text.zh).toContain("20")
  })

  it("refuses numbers that are none, and entries given twice", () => {
    expect(failure({ choose: 1.5 })).toMatchObject({ code: "matching/SelectionNumberRejected", what: "choose" })
    expect(failure({ budget: -1 })).toMatchObject({ what: "budget", value: -1 })
    expect(failure({ weights: new Map([["a", -2]]) })).toMatchObject({ what: "weight", value: -2 })
    const dear = [{ id: "gym", cost: -3, beneficiaries: [] }]
    expect(failure({ projects: dear })).toMatchObject({ what: "cost", id: "gym", value: -3 })
    expect(failure({ projects: dear }).text.zh).toContain("gym")
    const twice = [...projects, project("canteen", "meals")]
    expect(failure({ projects: twice })).toMatchObject({ code: "matching/SelectionEntryRepeated", id: "canteen" })
    const quotas = [{ cluster: "meals" }, { cluster: "meals" }]
    expect(failure({ quotas })).toMatchObject({ what: "quota", id: "meals" })
  })
})
