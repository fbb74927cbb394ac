import { CivilDate, KernelError, type Problem } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { ActivityError, AgreementError, ProgrammesError, ProjectError, VolunteerError } from "../src/index.ts"

type All = ProgrammesError.ProgrammesError

// One of every class; a new class without an entry here does not compile.
const problems: { readonly [K in All["_tag"]]: Extract<All, { readonly _tag: K }> } = {
  ProgrammePartUnknown: new ProgrammesError.ProgrammePartUnknown({ sort: "wish", id: "w" }),
  ProgrammeIdTaken: new ProgrammesError.ProgrammeIdTaken({ sort: "pact", id: "p" }),
  ProgrammeOutOfOrder: new ProgrammesError.ProgrammeOutOfOrder({
    sort: "pact",
    id: "p",
    on: "2024-01-01",
    last: "2024-01-02"
  }),
  OutsideTerm: new ProgrammesError.OutsideTerm({
    sort: "pairing",
    id: "p",
    on: "2024-01-01",
    from: "2024-01-02",
    to: undefined
  }),
  ProgrammeTextPersonal: new ProgrammesError.ProgrammeTextPersonal({ sort: "wish", traces: ["mobile"] }),
  ProgrammeActionNotAllowed: new ProgrammesError.ProgrammeActionNotAllowed({
    sort: "activity",
    id: "a",
    standing: "held",
    action: "CancelActivity"
  }),
  PeriodReversed: new KernelError.PeriodReversed({
    from: CivilDate.make("2024-01-02"),
    to: CivilDate.make("2024-01-01")
  }),
  NotParticipating: new ActivityError.NotParticipating({ programme: "p", department: "d" }),
  PlacesFull: new ActivityError.PlacesFull({ id: "a", capacity: 3, waiting: 0 }),
  CapacityBelowPlaced: new ActivityError.CapacityBelowPlaced({ id: "a", capacity: 3, placed: 4 }),
  RegistrationClosed: new ActivityError.RegistrationClosed({ activity: "a", on: "2024-01-02", until: "2024-01-01" }),
  NotYetHeld: new ActivityError.NotYetHeld({ activity: "a", date: "2024-01-02", on: "2024-01-01" }),
  BandNotAdmitted: new ActivityError.BandNotAdmitted({ class: "k", band: "3-5", admitted: ["6-8"] }),
  MilestonesOpen: new ProjectError.MilestonesOpen({ project: "p", open: ["m"] }),
  LevelNotHigher: new ProjectError.LevelNotHigher({ project: "p", level: "city", to: "district" }),
  NominationMissing: new ProjectError.NominationMissing({ project: "p", to: "city" }),
  BenefitTooLow: new ProjectError.BenefitTooLow({ project: "p", score: undefined, needed: 60 }),
  MarksIncomplete: new ProjectError.MarksIncomplete({ project: "p", criteria: ["breadth"] }),
  RenewalNotLater: new ProjectError.RenewalNotLater({ project: "p", year: 2021, renews: 2022 }),
  WishAlreadyClaimed: new VolunteerError.WishAlreadyClaimed({ wish: "w" }),
  NotClaimant: new VolunteerError.NotClaimant({ wish: "w", delegates: false }),
  NotWishOwner: new VolunteerError.NotWishOwner({ wish: "w" }),
  NotInTeam: new VolunteerError.NotInTeam({ team: "t", on: "2024-01-01" }),
  AlreadyInTeam: new VolunteerError.AlreadyInTeam({ team: "t", on: "2024-01-01" }),
  PactVersionSuperseded: new AgreementError.PactVersionSuperseded({ pact: "p", version: 1, inForce: 2 }),
  PactNotAdopted: new AgreementError.PactNotAdopted({ pact: "p", version: 2 }),
  PactVersionUnexpected: new AgreementError.PactVersionUnexpected({ pact: "p", version: 3, expected: 2 }),
  AlreadySigned: new AgreementError.AlreadySigned({ sort: "pairing", id: "p", on: "2024-01-01" }),
  LinesNotDifferent: new AgreementError.LinesNotDifferent({ pairing: "p", line: "building" }),
  PairingNotSigned: new AgreementError.PairingNotSigned({ pairing: "p", missing: ["a", "b"] }),
  RenewalTooShort: new AgreementError.RenewalTooShort({ pairing: "p", to: undefined }),
  CoManagersMissing: new AgreementError.CoManagersMissing({ coManagement: "c", kinds: ["street"] })
}

describe("reasons for a refusal", () => {
  for (const [tag, problem] of Object.entries<Problem.Problem>(problems)) {
    it(`${tag} has a code and says what to do in both languages`, () => {
      expect(problem.code).toBe(`${tag === "PeriodReversed" ? "kernel" : "programmes"}/${tag}`)
      expect(problem.text.zh).toMatch(/\p{Script=Han}.*[。]$/u)
      expect(problem.text.en).toMatch(/^[A-Z0-9].*\.$/u)
      expect(problem.text.zh).toMatch(/[请须才]|无需/u)
      expect(problem.text.en).toMatch(/;|must|can only|before|after/u)
      expect(`${problem.text.zh}${problem.text.en}`).not.toMatch(/undefined|NaN|\[object/u)
    })
  }

  it("what is named with an end, a score or a sort reads as such", () => {
    const pact = new AgreementError.AlreadySigned({ sort: "pact", id: "p", on: "2024-01-01" })
    expect([pact.text.en.includes("the pact"), pact.text.zh.includes("公约")]).toEqual([true, true])
    const renewal = new AgreementError.RenewalTooShort({ pairing: "p", to: "2025-01-01" })
    expect(renewal.text.en).toContain("to 2025-01-01")
    expect(problems.RenewalTooShort.text.zh).toContain("不定期")
    expect(new ProjectError.BenefitTooLow({ project: "p", score: 50, needed: 60 }).text.en).toContain("has 50")
    expect(problems.BenefitTooLow.text.zh).toContain("未评")
    expect(problems.LevelNotHigher.text.zh).toContain("现为市级")
    expect(problems.CoManagersMissing.text.zh).toContain("缺少：街道")
    expect(problems.LinesNotDifferent.text.zh).toContain("同属楼宇")
    const term = new ProgrammesError.OutsideTerm({
      sort: "class",
      id: "k",
      on: "2024-01-01",
      from: "2024-01-02",
      to: "2024-02-02"
    })
    expect(term.text.en).toContain("from 2024-01-02 to 2024-02-02")
  })
})
