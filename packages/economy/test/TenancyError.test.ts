import { CivilDate, KernelError, type Problem } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as TaxError from "../src/TaxError.ts"
import * as TenancyError from "../src/TenancyError.ts"

type All = TenancyError.TenancyError | TaxError.TaxError | TaxError.ScaleInvalid

const at = { space: "801", on: "2024-01-01" }
const told = { building: "tower", year: 2024 }

// One of every class; a new class without an entry here does not compile.
const problems: { readonly [K in All["_tag"]]: Extract<All, { readonly _tag: K }> } = {
  SpaceNotFound: new TenancyError.SpaceNotFound(at),
  PlaceNotFound: new TenancyError.PlaceNotFound({ place: "tower", on: "2024-01-01" }),
  TenantNotFound: new TenancyError.TenantNotFound({ tenant: "acme", on: "2024-01-01" }),
  LeaseNotFound: new TenancyError.LeaseNotFound({ lease: "L1" }),
  SpaceIdTaken: new TenancyError.SpaceIdTaken({ space: "801" }),
  LeaseIdTaken: new TenancyError.LeaseIdTaken({ lease: "L1" }),
  AreaInvalid: new TenancyError.AreaInvalid({ space: "801", area: 0 }),
  SpaceRepeated: new TenancyError.SpaceRepeated({ lease: "L1", space: "801" }),
  SpaceAlreadyLet: new TenancyError.SpaceAlreadyLet({ space: "801", lease: "L1", from: "2024-01-01", to: undefined }),
  SharingNotDeclared: new TenancyError.SharingNotDeclared({ ...at, lease: "L2", other: "L1" }),
  ShareWithoutSharing: new TenancyError.ShareWithoutSharing({ lease: "L2", space: "801" }),
  SharesExceedArea: new TenancyError.SharesExceedArea({ ...at, shares: 101, area: 100 }),
  SpaceNotOffered: new TenancyError.SpaceNotOffered(at),
  LeaseNotRunning: new TenancyError.LeaseNotRunning({
    lease: "L1",
    on: "2023-01-01",
    from: "2024-01-01",
    to: undefined
  }),
  ExtensionNotLater: new TenancyError.ExtensionNotLater({ lease: "L1", to: "2025-01-01" }),
  LeavingNotIntended: new TenancyError.LeavingNotIntended({ lease: "L1", on: "2024-01-01" }),
  NotePersonal: new TenancyError.NotePersonal({ id: "801", traces: ["mobile"] }),
  PeriodReversed: new KernelError.PeriodReversed({
    from: CivilDate.make("2024-01-02"),
    to: CivilDate.make("2024-01-01")
  }),
  BuildingNotInYear: new TaxError.BuildingNotInYear(told),
  TaxYearInFuture: new TaxError.TaxYearInFuture({ ...told, on: "2023-12-31" }),
  TaxYearInvalid: new TaxError.TaxYearInvalid({ year: 0 }),
  AmountNegative: new TaxError.AmountNegative(told),
  SourcePersonal: new TaxError.SourcePersonal({ ...told, traces: ["email"] }),
  ScaleInvalid: new TaxError.ScaleInvalid({ reason: "near" })
}

describe("reasons for a refusal", () => {
  for (const [tag, problem] of Object.entries<Problem.Problem>(problems)) {
    it(`${tag} has a code and says what to do in both languages`, () => {
      expect(problem.code).toBe(`${tag === "PeriodReversed" ? "kernel" : "economy"}/${tag}`)
      expect(problem.text.zh).toMatch(/\p{Script=Han}.*[。]$/u)
      expect(problem.text.en).toMatch(/^[A-Z0-9].*\.$/u)
      expect(`${problem.text.zh}${problem.text.en}`).not.toMatch(/undefined|NaN|\[object/u)
    })
  }

  it("R4-12 what a lease runs into is named, with and without an end", () => {
    const ended = new TenancyError.SpaceAlreadyLet({ space: "801", lease: "L1", from: "2024-01-01", to: "2025-01-01" })
    expect(ended.text.en).toContain("to 2025-01-01")
    expect(problems.SpaceAlreadyLet.text.zh).toContain("不定期")
    expect(new TaxError.ScaleInvalid({ reason: "thresholds" }).text.en).toContain("higher than the one before")
  })
})
