import { CivilDate, KernelError } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import type { EligibilityError } from "../src/EligibilityError.ts"
import * as MatchingError from "../src/MatchingError.ts"

const amount = { offer: "resource desks", on: "2022-03-01", amount: 40, used: 41, unit: "seat" }

// One of every class; a new class without an entry here does not compile.
const problems: {
  readonly [K in Exclude<MatchingError.MatchingError, EligibilityError>["_tag"]]: Extract<
    MatchingError.MatchingError,
    { readonly _tag: K }
  >
} = {
  NotFound: new MatchingError.NotFound({ sort: "need", id: "n1" }),
  IdTaken: new MatchingError.IdTaken({ sort: "match", id: "m1" }),
  CodeRepeated: new MatchingError.CodeRepeated({ list: "services", code: "S-1" }),
  VersionNotNewer: new MatchingError.VersionNotNewer({ list: "services", version: 1, known: 2 }),
  OverCapacity: new MatchingError.OverCapacity(amount),
  NotOffered: new MatchingError.NotOffered({ offer: "resource desks", on: "2022-03-01" }),
  AmountExceeded: new MatchingError.AmountExceeded({ sort: "need", id: "n1", asked: 3, left: 2 }),
  NeedIndivisible: new MatchingError.NeedIndivisible({ need: "n1", quantity: 3 }),
  NotPossible: new MatchingError.NotPossible({ sort: "match", id: "m1", status: "closed", action: "AcceptMatch" }),
  NeedInProject: new MatchingError.NeedInProject({ need: "n1", project: "p1" }),
  ProjectIncomplete: new MatchingError.ProjectIncomplete({
    project: "p1",
    missing: ["needs", "resources", "beneficiaries"]
  }),
  RatingOutOfScale: new MatchingError.RatingOutOfScale({ match: "m1", stars: 6 }),
  PersonalDataFound: new MatchingError.PersonalDataFound({ id: "n1", traces: ["mobile"] }),
  RangeReversed: new MatchingError.RangeReversed({ product: "loan" }),
  AmountOutOfRange: new MatchingError.AmountOutOfRange({ product: "loan", least: 20_000_000, most: 50_000_000 }),
  OneEnterprise: new MatchingError.OneEnterprise({ enterprise: "firm-1" }),
  PeriodReversed: new KernelError.PeriodReversed({
    from: CivilDate.make("2022-01-02"),
    to: CivilDate.make("2022-01-01")
  })
}

describe("reasons for a refusal", () => {
  it.each(Object.values(problems))("$code is told in both languages, with what it is about", (problem) => {
    expect(problem.text.zh).toMatch(/\p{Script=Han}/u)
    expect(problem.text.en).not.toMatch(/\p{Script=Han}/u)
    for (const text of [problem.text.zh, problem.text.en]) expect(text).not.toMatch(/undefined|\[object/u)
  })

  it("amounts of money are told in yuan", () => {
    expect(problems.AmountOutOfRange.text.en).toContain("200000 and 500000 yuan")
  })
})
