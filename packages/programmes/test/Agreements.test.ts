import { Identifier, Share } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import {
  Code,
  CoManagement,
  CoManagementCommand,
  CoManagements,
  Pact,
  PactCommand,
  Pacts,
  Pairing,
  PairingCommand,
  Pairings
} from "../src/index.ts"
import { day, facts, stage, there } from "./scene.ts"

const unit = Identifier.UnitId.make

describe("building pacts", () => {
  const desk = stage(Pacts.decider, PactCommand.Command, facts, { pact: "consensus" })
  const codes = ["safety", "peace", "lawful", "civility", "coCreation", "integration", "7", "8", "9", "10", "11"]
  const clauses = codes.map((clause) => ({ clause, text: `条款 ${clause}` }))
  const draft = desk.to("DraftPact", "2022-01-01", { place: "fuli", names: { zh: "富力共识" }, clauses })
  const sign = (on: string, version: number, of: string) => desk.to("SignPact", on, { version, by: { unit: of } })
  const adopt = (on: string, version: number) => desk.to("AdoptPact", on, { version })
  const signed = desk.after([draft, adopt("2022-02-01", 1), sign("2022-02-02", 1, "a"), sign("2022-02-03", 1, "b")])
  const get = (state: Pact.State) => there(Pact.get(state, Code.PactId.make("consensus")))

  it("D-14 a draft is not signed, and each party signs once", () => {
    expect(desk.decide(desk.after([draft]), sign("2022-01-02", 1, "a"))).toBe("PactNotAdopted")
    expect(desk.decide(signed, sign("2022-02-04", 1, "a"))).toBe("AlreadySigned")
    expect(desk.decide(signed, sign("2022-02-02", 1, "a"))).toEqual([])
    expect(desk.decide(signed, sign("2022-02-04", 1, "nobody"))).toBe("ProgrammePartUnknown")
    expect(desk.decide(signed, sign("2022-02-04", 2, "d"))).toBe("ProgrammePartUnknown")
  })

  it("D-14 G-12 a signature on a superseded version is refused, and everybody has to sign the new one", () => {
    const changed = [
      { clause: "safety", text: "公共安全（修订）" },
      ...clauses.slice(2),
      { clause: "new", text: "新增" }
    ]
    const amended = desk.after([desk.to("AmendPact", "2022-06-01", { version: 2, clauses: changed })], signed)
    expect(desk.decide(amended, sign("2022-06-02", 1, "d"))).toHaveLength(1)
    expect(desk.decide(amended, sign("2022-06-02", 2, "d"))).toBe("PactNotAdopted")
    const second = desk.after([adopt("2022-06-10", 2), sign("2022-06-11", 2, "b")], amended)
    expect(desk.decide(second, sign("2022-06-12", 1, "d"))).toBe("PactVersionSuperseded")
    const pact = get(second)
    expect(pact.versions[0]?.clauses.length).toBe(11)
    expect(Pact.toSignAgain(pact)).toEqual([{ unit: "a" }])
    expect(Pact.signatures(pact, 1).map(({ on }) => on)).toEqual(["2022-02-02", "2022-02-03"])
    expect(Pact.changes(pact, 2)).toEqual({ added: ["new"], removed: ["peace"], changed: ["safety"] })
    expect([Pact.inForceOn(pact, day("2022-06-09"))?.version, Pact.inForce(pact)?.version]).toEqual([1, 2])
    const invited = ["a", "b", "d", "e"].map((one) => ({ unit: unit(one) }))
    expect(Share.percent(Pact.signed(pact, 1, invited), 2)).toBe("50.00")
    expect(Share.percent(Pact.signed(pact, 2, invited), 2)).toBe("25.00")
    expect(Pact.at(second, unit("fuli"))).toHaveLength(1)
  })

  it("D-14 clause codes are unique, versions follow one another, and one amendment is drafted at a time", () => {
    const twice = [...clauses, { clause: "safety", text: "再来" }]
    expect(desk.decide(desk.after([]), desk.to("DraftPact", "2022-01-01", { ...draft, clauses: twice }))).toBe(
      "ProgrammeIdTaken"
    )
    const amend = (on: string, version: number) => desk.to("AmendPact", on, { version, clauses })
    expect(desk.decide(signed, amend("2022-06-01", 3))).toBe("PactVersionUnexpected")
    expect(desk.decide(desk.after([amend("2022-06-01", 2)], signed), amend("2022-06-02", 3))).toBe(
      "ProgrammeActionNotAllowed"
    )
    expect(desk.decide(signed, adopt("2022-06-01", 1))).toBe("ProgrammeActionNotAllowed")
  })
})

describe("pairing agreements", () => {
  const desk = stage(Pairings.decider, PairingCommand.Command, facts, { pairing: "p" })
  const parties = [
    { unit: "tower", line: "building" },
    { unit: "village", line: "rural" }
  ]
  const commitments = [
    { commitment: "fund", by: "tower", kind: "fund", quantity: 1_000_000 },
    { commitment: "hall", by: "village", kind: "venue", quantity: 40 }
  ]
  const propose = (fields: object = {}) =>
    desk.to("ProposePairing", "2022-01-01", {
      names: { zh: "结对共建" },
      parties,
      commitments,
      fields: ["commerce", "elderCare"],
      from: "2022-02-01",
      to: "2023-02-01",
      ...fields
    })
  const sign = (on: string, of: string) => desk.to("SignPairing", on, { unit: of })
  const deliver = (delivery: string, commitment: string, quantity: number, date = "2022-05-01") =>
    desk.to("RecordPairingDelivery", "2022-05-02", { delivery, commitment, quantity, date })
  const signed = desk.after([propose(), sign("2022-01-20", "tower"), sign("2022-03-01", "village")])
  const get = (state: Pairing.State) => there(Pairing.get(state, Code.PairingId.make("p")))

  it("F-12 parties differ, are of different lines, and commitments are theirs", () => {
    const none = desk.after([])
    const with2 = (...two: ReadonlyArray<object>) => desk.decide(none, propose({ parties: two, commitments: [] }))
    expect(with2(parties[0] ?? {}, parties[0] ?? {})).toBe("ProgrammeIdTaken")
    expect(with2(parties[0] ?? {}, { unit: "tower-2", line: "building" })).toBe("LinesNotDifferent")
    expect(desk.decide(none, propose({ commitments: [{ ...commitments[0], by: "stranger" }] }))).toBe(
      "ProgrammePartUnknown"
    )
    expect(desk.decide(none, propose({ to: "2022-02-01" }))).toBe("PeriodReversed")
  })

  it("F-12 an agreement is in force from its last signature on, within its term", () => {
    const half = desk.after([propose(), sign("2022-01-20", "tower")])
    expect(Pairing.inForce(get(half))).toBeUndefined()
    expect(desk.decide(half, deliver("d", "fund", 1))).toBe("PairingNotSigned")
    expect(Pairing.inForce(get(signed))).toEqual({ from: "2022-03-01", to: "2023-02-01" })
    expect(desk.decide(signed, sign("2022-03-02", "tower"))).toBe("AlreadySigned")
    expect(desk.decide(signed, sign("2022-03-02", "other"))).toBe("ProgrammePartUnknown")
    expect(Pairing.of(signed, unit("village"), day("2022-06-01"))).toHaveLength(1)
  })

  it("F-12 what is brought in is held against what was promised, each in its own measure", () => {
    const state = desk.after(
      [deliver("1", "fund", 400_000), deliver("2", "fund", 600_000), deliver("3", "hall", 10)],
      signed
    )
    expect(Pairing.commitments(get(state)).map(({ delivered, share }) => [delivered, Share.percent(share, 2)])).toEqual(
      [
        [1_000_000, "100.00"],
        [10, "25.00"]
      ]
    )
    expect(Pairing.kept(get(state))).toMatchObject({ numerator: 1, denominator: 2 })
    expect(desk.decide(state, deliver("1", "hall", 1))).toBe("ProgrammeIdTaken")
    expect(desk.decide(state, deliver("4", "talent", 1))).toBe("ProgrammePartUnknown")
    expect(desk.decide(state, deliver("4", "hall", 1, "2022-01-31"))).toBe("OutsideTerm")
  })

  it("F-12 agreements that end soon are listed with what is still open, and renewed or ended", () => {
    const on = day("2023-01-10")
    expect(Pairing.expiring(signed, on, 21)).toEqual([])
    expect(Pairing.expiring(signed, on, 22)).toEqual([
      { pairing: "p", to: "2023-02-01", days: 22, open: ["fund", "hall"] }
    ])
    const renew = (to?: string) => desk.to("RenewPairing", "2023-01-15", to === undefined ? {} : { to })
    expect(desk.decide(signed, renew("2023-02-01"))).toBe("RenewalTooShort")
    expect(Pairing.expiring(desk.after([renew("2024-02-01")], signed), on, 22)).toEqual([])
    const open = desk.after([renew()], signed)
    expect([get(open).to, desk.decide(open, desk.to("RenewPairing", "2023-01-16", { to: "2030-01-01" }))]).toEqual([
      undefined,
      "RenewalTooShort"
    ])
    const end = desk.to("TerminatePairing", "2022-06-01", { to: "2022-07-01", reason: "搬迁" })
    const ended = desk.after([end], signed)
    expect(Pairing.isInForce(get(ended), day("2022-07-01"))).toBe(false)
    expect(desk.decide(ended, renew("2025-01-01"))).toBe("ProgrammeActionNotAllowed")
  })

  it("F-12 an agreement is renewed while it runs, neither after a gap nor before it is signed", () => {
    const renew = (on: string) => desk.to("RenewPairing", on, { to: "2025-02-01" })
    expect(desk.decide(signed, renew("2022-03-01"))).toHaveLength(1)
    expect(desk.decide(signed, renew("2023-01-31"))).toHaveLength(1)
    expect(desk.decide(signed, renew("2023-02-01"))).toBe("OutsideTerm")
    expect(desk.decide(desk.after([propose(), sign("2022-01-20", "tower")]), renew("2022-03-01"))).toBe(
      "PairingNotSigned"
    )
  })

  it("F-12 an agreement cannot be ended later than it ends, and the refusal says when that is", () => {
    const end = desk.to("TerminatePairing", "2022-06-01", { to: "2023-06-01", reason: "搬迁" })
    const [refused] = desk.run([end], signed).failures
    expect(refused?.failure).toMatchObject({ _tag: "OutsideTerm", on: "2023-06-01", to: "2023-02-01" })
  })

  it("F-12 a party that is no more does not sign", () => {
    const merged = { ...facts, exists: (id: string, on: string) => id !== "village" || on < "2022-03-01" }
    const later = stage(Pairings.decider, PairingCommand.Command, merged, { pairing: "p" })
    const proposed = later.after([propose(), sign("2022-01-20", "tower")])
    expect(later.decide(proposed, sign("2022-02-28", "village"))).toHaveLength(1)
    expect(later.decide(proposed, sign("2022-03-01", "village"))).toBe("ProgrammePartUnknown")
  })
})

describe("co-management pacts", () => {
  const desk = stage(CoManagements.decider, CoManagementCommand.Command, facts, { coManagement: "class" })
  const form = (kinds: ReadonlyArray<string>, fields: object = {}) =>
    desk.to("FormCoManagement", "2021-06-01", {
      names: { zh: "四方共管" },
      subject: "summer-class",
      managers: kinds.map((kind) => ({ kind, unit: `unit-${kind}`, duty: "日常管理" })),
      from: "2021-07-01",
      to: "2021-09-01",
      ...fields
    })
  const id = Code.CoManagementId.make("class")

  it("H-18 building, street, community and social organisation must each be there with a duty", () => {
    for (const missing of CoManagement.kinds) {
      const kinds = CoManagement.kinds.filter((kind) => kind !== missing)
      expect(desk.decide(desk.after([]), form(kinds))).toBe("CoManagersMissing")
    }
    const state = desk.after([form(CoManagement.kinds)])
    expect(CoManagement.missing(there(CoManagement.get(state, id)), day("2021-07-15"))).toEqual([])
    expect(CoManagement.over(state, "summer-class", day("2021-07-15"))).toHaveLength(1)
    expect(CoManagement.over(state, "summer-class", day("2021-09-01"))).toEqual([])
    expect(() => form(CoManagement.kinds, { managers: [{ kind: "street", unit: "s", duty: "" }] })).toThrow()
  })

  it("H-18 no unit stands for two kinds of parties on any day: four parties are four", () => {
    const replace = (kind: string, to: string, from: string) =>
      desk.to("ReplaceCoManager", "2021-07-02", { kind, unit: to, duty: "接管", from })
    const formed = desk.after([form(CoManagement.kinds)])
    expect(desk.decide(formed, replace("street", "unit-community", "2021-08-01"))).toBe("ProgrammeIdTaken")
    // From August on the community is another unit, so that its first one is free from then on and not before.
    const changed = desk.after([replace("community", "unit-new", "2021-08-01")], formed)
    expect(desk.decide(changed, replace("street", "unit-community", "2021-07-15"))).toBe("ProgrammeIdTaken")
    expect(desk.decide(changed, replace("street", "unit-community", "2021-08-01"))).toHaveLength(1)
    expect(desk.decide(changed, replace("street", "unit-new", "2021-07-15"))).toBe("ProgrammeIdTaken")
  })

  it("H-18 a party that goes back to what it was on one day says which time it is", () => {
    const to = (unit: string, request: object = {}) =>
      desk.to("ReplaceCoManager", "2021-07-02", { kind: "street", unit, duty: "接管", from: "2021-08-01", ...request })
    const story = [form(CoManagement.kinds), to("x"), to("y"), to("x", { request: "2" })]
    const state = desk.after(story)
    const street = CoManagement.duties(there(CoManagement.get(state, id)), "street", day("2021-08-01"))
    expect(street.map((duty) => duty.unit)).toEqual(["x"])
    expect(desk.run(story, state)).toMatchObject({ events: [], failures: [] })
  })

  it("H-18 a party is replaced from a day on, and its place is never empty", () => {
    const replace = (from: string, to = "other") =>
      desk.to("ReplaceCoManager", "2021-07-10", { kind: "socialOrganisation", unit: to, duty: "接管", from })
    const state = desk.after([form(CoManagement.kinds), replace("2021-08-01")])
    const one = there(CoManagement.get(state, id))
    const who = (on: string) => CoManagement.duties(one, "socialOrganisation", day(on)).map((duty) => duty.unit)
    expect([who("2021-07-31"), who("2021-08-01"), who("2021-09-01")]).toEqual([
      ["unit-socialOrganisation"],
      ["other"],
      ["other"]
    ])
    expect(desk.decide(state, replace("2021-09-01"))).toBe("OutsideTerm")
    expect(desk.decide(state, replace("2021-08-02", "nobody"))).toBe("ProgrammePartUnknown")
    const late = desk.run([desk.to("EndCoManagement", "2021-08-01", { to: "2021-10-01" })], state).failures
    expect(late).toMatchObject([{ failure: { _tag: "OutsideTerm", on: "2021-10-01", to: "2021-09-01" } }])
    const end = desk.to("EndCoManagement", "2021-08-01", { to: "2021-08-15" })
    const ended = there(CoManagement.get(desk.after([end], state), id))
    expect(CoManagement.life(ended)).toEqual({ from: "2021-07-01", to: "2021-08-15" })
  })
})
