import { CivilDate, KernelError } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as EnterpriseError from "../src/EnterpriseError.ts"
import * as FigureError from "../src/FigureError.ts"

type Problems = EnterpriseError.EnterpriseError | FigureError.FigureError

const [on, firm] = ["2024-01-01", "firm-1"]

// One of every class; a new class without an entry here does not compile.
const problems: { readonly [K in Problems["_tag"]]: Extract<Problems, { readonly _tag: K }> } = {
  EnterpriseUnknown: new EnterpriseError.EnterpriseUnknown({ unit: firm, on }),
  KindUnknown: new EnterpriseError.KindUnknown({ list: "qualifications", id: "unicorn", known: ["highTech"] }),
  NumberNegative: new EnterpriseError.NumberNegative({ unit: firm, measure: "employees" }),
  YearInFuture: new EnterpriseError.YearInFuture({ enterprise: firm, year: 2025, on }),
  CountedInFuture: new EnterpriseError.CountedInFuture({ enterprise: firm, asOf: "2024-02-01", on }),
  NothingReported: new EnterpriseError.NothingReported({ enterprise: firm, year: 2023 }),
  ToldOtherwise: new EnterpriseError.ToldOtherwise({ enterprise: firm, what: "revenue 2023", on }),
  QualificationOverlaps: new EnterpriseError.QualificationOverlaps({
    unit: firm,
    kind: "highTech",
    level: undefined,
    from: on,
    to: undefined
  }),
  QualificationNotHeld: new EnterpriseError.QualificationNotHeld({ unit: firm, kind: "highTech", on }),
  SupportIdTaken: new EnterpriseError.SupportIdTaken({ enterprise: firm, support: "s1" }),
  SupportNotRunning: new EnterpriseError.SupportNotRunning({ enterprise: firm, support: "s1", on }),
  EnterpriseTextPersonal: new EnterpriseError.EnterpriseTextPersonal({ unit: firm, traces: ["mobile"] }),
  PeriodReversed: new KernelError.PeriodReversed({
    from: CivilDate.make("2022-01-02"),
    to: CivilDate.make("2022-01-01")
  }),
  IndicatorUnknown: new FigureError.IndicatorUnknown({ id: "joy" }),
  FigureInvalid: new FigureError.FigureInvalid({ indicator: "closureRate", reason: "partAboveWhole" }),
  FiguresDiffer: new FigureError.FiguresDiffer({ what: "date", one: "2023-12-31", other: on }),
  TreeInvalid: new FigureError.TreeInvalid({ node: "tower", reason: "reachedTwice" }),
  DimensionUnknown: new FigureError.DimensionUnknown({ frame: "fourGoals", dimension: "joy", known: ["service"] }),
  UnitUnfit: new FigureError.UnitUnfit({ indicator: "tax", unit: "percent" }),
  PublicationIdTaken: new FigureError.PublicationIdTaken({ publication: "p-1" }),
  PublicationUnknown: new FigureError.PublicationUnknown({ publication: "p-1" }),
  CorrectionNotLater: new FigureError.CorrectionNotLater({ publication: "p-1", on }),
  PublishedEarly: new FigureError.PublishedEarly({ publication: "p-1", on: "2024-12-31", published: on }),
  PublicationTextPersonal: new FigureError.PublicationTextPersonal({ publication: "p-1", traces: ["email"] })
}

describe("reasons for a refusal", () => {
  it.each(Object.values(problems))("$code is told in both languages, with what it is about", (problem) => {
    expect(problem.text.zh).toMatch(/\p{Script=Han}/u)
    expect(problem.text.en).not.toMatch(/\p{Script=Han}/u)
    for (const text of [problem.text.zh, problem.text.en]) expect(text).not.toMatch(/undefined|\[object/u)
  })

  it("say which one is meant", () => {
    expect(problems.KindUnknown.text.en).toContain('"unicorn"; known: highTech')
    expect(problems.YearInFuture.text.zh).toContain("2025")
    expect(problems.QualificationOverlaps.text.en).toContain("from 2024-01-01 to no end")
    const none = new EnterpriseError.KindUnknown({ list: "levels", id: "gold", known: [] })
    expect(none.text.en).toContain("known: none")
    const outside = new FigureError.TreeInvalid({ node: "tower", reason: "notInTree" })
    expect(outside.text.en).toContain("not in the tree")
  })
})
