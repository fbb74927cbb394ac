import { Text } from "@louyu/kernel"
import { Command, OrganisationError, Structure } from "@louyu/organisation"
import { Example } from "@louyu/organisation/testing"
import { describe, expect, it } from "vitest"
import { dissolve, explained, failure, move, reclassify, relocate } from "./scene.ts"
import { affiliate, assign, bind, counts, day, establish, found, join, unit } from "./town.ts"

type Case = readonly [command: Command.Command, fields: object, before?: ReadonlyArray<Command.Command>]

const kind = Structure.KindId.make
const alliance = Command.AllianceId.make
const on = day(5)

// One bad command for every error there is; the type asks for all of them.
const cases: Readonly<Record<OrganisationError.OrganisationError["_tag"], Case>> = {
  UnitNotFound: [move("nobody", "d1", on), { unit: "nobody" }],
  UnitNotAlive: [move("d4", "d1", day(10)), { unit: "d4", on: day(10), from: day(1), to: day(10) }],
  UnitExists: [establish("d1", "department", { under: "d3" }), { unit: "d1" }],
  KindUnknown: [establish("x", "spaceport"), { kind: "spaceport" }],
  SuperiorRejected: [
    establish("x", "branch", { under: "dc" }),
    {
      unit: "x",
      kind: "branch",
      superior: "dc",
      superiorKind: "district-committee",
      line: "command",
      reason: "skipped"
    }
  ],
  CycleRejected: [relocate("r1", "r3", on), { unit: "r1", superior: "r3", line: "location", on }],
  HasDependants: [dissolve("d1", on), { unit: "d1", relation: "subordinates", count: 1, first: ["d2"] }],
  OnePerPlace: [
    establish("x", "comprehensive-committee", { under: "st", within: "cl1" }),
    { unit: "x", kind: "comprehensive-committee", place: "cl1", other: "cc1" }
  ],
  WrongArchetype: [counts("d1", 3), { unit: "d1", archetype: "department", on: day(0) }],
  FunctionalHoldsNoMembers: [affiliate("p1", "fb1", "full", on), { unit: "fb1", on }],
  NotFunctional: [join("br1", "e1", undefined, on), { unit: "br1", on }],
  ClassificationUnknown: [
    reclassify("cc1", on, { classes: { scope: "galaxy" } }),
    { classification: "scope", option: "galaxy", known: ["cluster", "commercial-district", "building"] }
  ],
  BranchTooSmall: [found("x", ["e3"], { full: 1 }), { branch: "x", fullMembers: 1, minimum: 3 }],
  EnterpriseCountRejected: [
    found("x", ["e3", "e3"]),
    { branch: "x", formation: "joint", count: 1, minimum: 2, maximum: 5 }
  ],
  AlreadyCovered: [found("x", ["e1"]), { enterprise: "e1", branch: "br2", on: day(0) }],
  GridOverlap: [assign("mg2", ["un1"], on), { place: "un1", other: "fl1", grid: "mg1", on }],
  GridElsewhere: [assign("mg3", ["fl2"], on), { place: "fl2", grid: "mg3", on }],
  ChatGroupTaken: [bind("mg2", "g1", on), { channel: "wechat", unit: "mg1", on }],
  IdentifierTaken: [
    { _tag: "AttachIdentifier", unit: unit("e2"), scheme: "uscc", value: "91330482MA4K0AB18Y", from: on },
    { scheme: "uscc", value: "91330482MA4K0AB18Y", unit: "e1", on }
  ],
  IdentifierInvalid: [
    { _tag: "AttachIdentifier", unit: unit("e2"), scheme: "uscc", value: "91330482", from: on },
    { scheme: "uscc", value: "91330482" }
  ],
  AllianceNotFound: [
    { _tag: "JoinAlliance", alliance: alliance("a9"), unit: unit("e2"), from: on },
    { alliance: "a9", on }
  ],
  AllianceExists: [
    {
      _tag: "FormAlliance",
      alliance: alliance("a1"),
      sort: "共建",
      name: Text.of("另一个"),
      lead: unit("d1"),
      members: [unit("d1")],
      from: on
    },
    { alliance: "a1" }
  ],
  LeadNotMember: [
    { _tag: "LeadAlliance", alliance: alliance("a1"), unit: unit("e2"), from: on },
    { alliance: "a1", unit: "e2", on }
  ],
  RelationNotFound: [
    { _tag: "LeaveBody", body: unit("fb1"), member: { unit: unit("e2") }, on },
    { relation: "participation", of: "e2", to: "fb1", on }
  ],
  SelfReference: [move("d1", "d1", on), { unit: "d1" }],
  NotPartOf: [
    {
      _tag: "SplitUnit",
      unit: unit("br2"),
      on,
      parts: [{ unit: unit("x"), kind: kind("branch"), name: Text.of("x"), enterprises: [unit("e3")] }]
    },
    { unit: "e3", of: "br2", on }
  ],
  PartsExceedWhole: [
    {
      _tag: "SplitUnit",
      unit: unit("br2"),
      on,
      parts: [{ unit: unit("x"), kind: kind("branch"), name: Text.of("x"), memberCounts: { full: 7, probationary: 0 } }]
    },
    { unit: "br2", fullMembers: 6, inParts: 7 }
  ],
  PeriodReversed: [establish("x", "department", { from: on, to: on }), { from: on, to: on }],
  PeriodsOverlap: [
    { _tag: "StartTerm", unit: unit("bc1"), from: day(6), to: day(8) },
    { from: day(6), to: day(8) },
    [{ _tag: "StartTerm", unit: unit("bc1"), from: day(2), to: day(7) }]
  ]
}

describe("a refusal", () => {
  for (const [tag, [command, fields, before = []]] of Object.entries(cases)) {
    it(`${tag} says in both languages what is wrong, with the data to put it right, and changes nothing`, () => {
      const refused = failure([...Example.city, ...before], command)
      expect(refused).toMatchObject({ _tag: tag, ...fields })
      expect(refused.code).toBe(`${tag.startsWith("Period") ? "kernel" : "organisation"}/${tag}`)
    })
  }

  it("exists for every error of the package", () => {
    const tags = Object.keys(OrganisationError)
    expect(
      Object.keys(cases)
        .filter((tag) => !tag.startsWith("Period"))
        .sort()
    ).toEqual(tags.sort())
  })

  it("reads well whatever its fields are", () => {
    const { ClassificationUnknown, HasDependants, SuperiorRejected, UnitNotAlive } = OrganisationError
    const of = { unit: "x", on: "2026-03-06", count: 2, first: ["a", "b"] }
    const superior = { unit: "x", kind: "k", superior: "s", superiorKind: "t", on: "2026-03-06" }
    const problems = [
      ...(["subordinates", "occupants", "members", "alliances"] as const).map(
        (relation) => new HasDependants({ ...of, relation })
      ),
      ...(["kind", "level", "skipped", "none"] as const).flatMap((reason) =>
        (["command", "location"] as const).map((line) => new SuperiorRejected({ ...superior, line, reason }))
      ),
      new ClassificationUnknown({ classification: "c", option: "o", known: [] }),
      new UnitNotAlive({ unit: "x", on: "2026-03-06", from: "2026-01-01", to: undefined })
    ]
    const texts = problems.map((problem) => explained(problem).text)
    for (const { zh, en } of texts) expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|\[object/)
    expect(new Set(texts.map((text) => text.en)).size).toBe(problems.length)
    expect(new Set(texts.map((text) => text.zh)).size).toBe(problems.length)
  })
})
