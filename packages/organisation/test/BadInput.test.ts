import { CivilDate, Text } from "@louyu/kernel"
import { Command, Event, Structure } from "@louyu/organisation"
import { Arbitrary, Example } from "@louyu/organisation/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { failure, move, relocate } from "./scene.ts"
import { assign, bind, counts, day, establish, found, guide, join, person, unit } from "./town.ts"

const decode = Schema.decodeUnknownResult(Command.Command)
const isDecoded = (input: unknown): boolean => Result.isSuccess(decode(input))

const establishing = {
  _tag: "EstablishUnit",
  unit: "x",
  kind: "branch",
  name: { zh: "名" },
  under: "st",
  from: "2026-03-01"
}

describe("what does not decode is no command", () => {
  it("a date that does not exist is refused, and so is one in another form", () => {
    expect(isDecoded(establishing)).toBe(true)
    for (const from of ["2026-02-30", "2025-02-29", "2026-13-01", "2026-3-1", "20260301", "01/03/2026", "", 20260301]) {
      const decoded = decode({ ...establishing, from })
      expect(Result.isFailure(decoded) && decoded.failure.message).toContain('["from"]')
    }
    expect(isDecoded({ ...establishing, from: "2024-02-29" })).toBe(true)
  })

  it("ids with blanks, control characters or nothing in them are refused", () => {
    for (const id of ["", " x", "a b", "a\n", "../x", "-x", "x".repeat(129), "a\u0000b"]) {
      expect(isDecoded({ ...establishing, unit: id })).toBe(false)
      expect(isDecoded({ ...establishing, under: id })).toBe(false)
    }
    expect(isDecoded({ ...establishing, unit: "楼宇-1" })).toBe(true)
  })

  it("empty names, negative or broken counts, empty lists and unknown words are refused", () => {
    const counted = { _tag: "SetMemberCounts", unit: "x", full: 3, probationary: 0, from: "2026-03-01" }
    const merged = { _tag: "MergeUnits", units: ["a"], into: "b", on: "2026-03-01" }
    expect([isDecoded(counted), isDecoded(merged)]).toEqual([true, true])
    const bad = [
      { ...establishing, name: { zh: "" } },
      { ...establishing, name: "名" },
      { ...establishing, nature: "virtual" },
      { ...establishing, formation: "triple" },
      { ...establishing, _tag: "Establish" },
      { ...establishing, to: undefined },
      { ...counted, full: -1 },
      { ...counted, full: 1.5 },
      { ...counted, probationary: Number.NaN },
      { ...merged, units: [] },
      { _tag: "JoinBody", body: "x", member: {}, from: "2026-03-01" },
      { _tag: "AttachIdentifier", unit: "x", scheme: "", value: "1", from: "2026-03-01" },
      null,
      "EstablishUnit"
    ]
    for (const input of bad) expect(isDecoded(input)).toBe(false)
  })

  it("a fact that was stored by somebody else, or broken, does not decode either", () => {
    const decodeEvent = Schema.decodeUnknownResult(Event.Event)
    const stored = { ...establishing, _tag: "UnitEstablished" }
    expect(Result.isSuccess(decodeEvent(stored))).toBe(true)
    expect(Result.isFailure(decodeEvent({ ...stored, from: "2026-02-30" }))).toBe(true)
    expect(Result.isFailure(decodeEvent({ ...stored, _tag: "UnitInvented" }))).toBe(true)
  })
})

describe("what decodes and makes no sense is refused", () => {
  const { city } = Example

  it("an unknown kind, with the kinds there are", () => {
    expect(failure(city, establish("x", "spaceport"))).toMatchObject({
      code: "organisation/KindUnknown",
      known: Example.structure.kinds.map((kind) => kind.id)
    })
  })

  it("a superior of a wrong kind, on no higher level, or with a level left out between", () => {
    const cases = [
      [establish("x", "good-neighbour-branch", { under: "st" }), "kind"],
      [establish("x", "street-committee", { under: "cc1" }), "level"],
      [establish("x", "branch", { under: "dc" }), "skipped"],
      [establish("x", "enterprise", { under: "dc" }), "none"]
    ] as const
    for (const [command, reason] of cases) {
      expect(failure(city, command)).toMatchObject({ code: "organisation/SuperiorRejected", reason })
    }
  })

  it("a circle today, and one that only a plan will close", () => {
    expect(failure(city, move("d1", "d3", day(1)))).toMatchObject({ code: "organisation/CycleRejected", on: day(1) })
    const planned = [...city, relocate("r4", "r3", day(9))]
    expect(failure(planned, relocate("r2", "r4", day(5)))).toMatchObject({
      code: "organisation/CycleRejected",
      line: "location",
      on: day(9)
    })
  })

  it("a period that ends before it begins, whatever it is about", () => {
    const days = { from: day(5), to: day(4) }
    const member = { unit: unit("e1") }
    const commands: ReadonlyArray<Command.Command> = [
      establish("x", "department", days),
      { _tag: "AddAlias", unit: unit("e1"), alias: "旧名", sort: "former", ...days },
      { _tag: "JoinBody", body: unit("fb1"), member, ...days },
      { _tag: "BeginGuidance", guide: member, unit: unit("br1"), purpose: "指导", ...days },
      { _tag: "JoinAlliance", alliance: Command.AllianceId.make("a1"), unit: unit("e2"), ...days },
      { _tag: "StartTerm", unit: unit("bc1"), ...days }
    ]
    for (const command of commands) {
      expect(failure(city, command)).toMatchObject({ code: "kernel/PeriodReversed", ...days })
    }
  })

  it("an id that is in use, for a unit, a part of another or an alliance", () => {
    const named = Text.of("另一个")
    const parts = [{ unit: unit("br1"), kind: Structure.KindId.make("branch"), name: named }] as const
    expect(failure(city, establish("br1", "department"))).toMatchObject({ code: "organisation/UnitExists" })
    expect(failure(city, found("br1", ["e3"]))).toMatchObject({ code: "organisation/UnitExists" })
    expect(failure(city, { _tag: "SplitUnit", unit: unit("br2"), on: day(5), parts })).toMatchObject({
      code: "organisation/UnitExists",
      unit: "br1"
    })
  })

  it("a unit that was never set up, wherever a command names one", () => {
    const nobody = unit("nobody")
    const person1 = person("p1")
    const alliance = Command.AllianceId.make("a1")
    const at = { from: day(1) }
    const commands: ReadonlyArray<Command.Command> = [
      establish("x", "department", { under: "nobody" }),
      establish("x", "region", { within: "nobody" }),
      { _tag: "RenameUnit", unit: nobody, name: Text.of("名"), ...at },
      { _tag: "AddAlias", unit: nobody, alias: "名", sort: "other", ...at },
      { _tag: "ReclassifyUnit", unit: nobody, ...at },
      move("nobody", "d1", day(1)),
      move("d1", "nobody", day(1)),
      relocate("nobody", "r1", day(1)),
      relocate("r1", "nobody", day(1)),
      { _tag: "DissolveUnit", unit: nobody, on: day(1) },
      { _tag: "DissolveUnit", unit: unit("d1"), on: day(1), subordinatesTo: nobody },
      { _tag: "DissolveUnit", unit: unit("r3"), on: day(4), occupantsTo: nobody },
      { _tag: "DissolveUnit", unit: unit("br1"), on: day(1), membersTo: nobody },
      { _tag: "MergeUnits", units: [nobody], into: unit("br1"), on: day(1) },
      { _tag: "MergeUnits", units: [unit("br1")], into: nobody, on: day(1) },
      { _tag: "SplitUnit", unit: nobody, on: day(1), parts: [{ unit: unit("x"), kind: branch, name: Text.of("x") }] },
      join("nobody", "e1"),
      join("fb1", "nobody"),
      { _tag: "AffiliateMember", person: person1, branch: nobody, standing: "full", ...at },
      counts("nobody", 3),
      found("x", ["nobody"]),
      { _tag: "ReorganiseBranch", branch: nobody, formation: "single", enterprises: [unit("e3")], ...at },
      { _tag: "ReorganiseBranch", branch: unit("br2"), formation: "single", enterprises: [nobody], ...at },
      { _tag: "JoinAlliance", alliance, unit: nobody, ...at },
      {
        _tag: "FormAlliance",
        alliance: Command.AllianceId.make("a9"),
        sort: "共建",
        name: Text.of("名"),
        lead: unit("d1"),
        members: [unit("d1"), nobody],
        ...at
      },
      guide("nobody", "br1"),
      guide("d1", "nobody"),
      assign("nobody", ["un1"]),
      assign("mg1", ["nobody"]),
      bind("nobody", "g9"),
      { _tag: "AttachIdentifier", unit: nobody, scheme: "legacy", value: "1", ...at },
      { _tag: "StartTerm", unit: nobody, from: day(1), to: day(2) },
      { _tag: "ReportActivity", unit: nobody, on: day(1), activity: "会" }
    ]
    for (const command of commands) {
      expect([command._tag, failure(city, command)]).toMatchObject([
        command._tag,
        { code: "organisation/UnitNotFound", unit: "nobody" }
      ])
    }
  })

  it("a unit that does not exist yet or any more, with the days it does", () => {
    expect(failure(city, relocate("r4", undefined, day(1)))).toMatchObject({
      code: "organisation/UnitNotAlive",
      from: day(3),
      to: undefined
    })
    expect(failure(city, move("d4", undefined, day(10)))).toMatchObject({ from: day(1), to: day(10) })
  })

  it("overlapping terms, the second of which is named", () => {
    const term = (from: number, to: number): Command.Command => ({
      _tag: "StartTerm",
      unit: unit("bc1"),
      from: day(from),
      to: day(to)
    })
    expect(failure([...city, term(1, 5)], term(4, 9))).toMatchObject({ code: "kernel/PeriodsOverlap", from: day(4) })
  })

  it("anything, however odd, with a typed error that says so in both languages", () => {
    const odd = fc.constantFrom(...Arbitrary.window, CivilDate.make("0001-01-01"), CivilDate.make("9999-12-31"))
    const commands = fc
      .tuple(Arbitrary.command, odd)
      .map(
        ([command, date]): Command.Command =>
          "from" in command ? { ...command, from: date } : "on" in command ? { ...command, on: date } : command
      )
    const refused = new Set<string>()
    for (const command of fc.sample(commands, { numRuns: 400, seed: 20_261_122 })) {
      try {
        refused.add(failure(city, command)._tag)
      } catch (error) {
        // What was accepted after all is no bad input.
        if (!(error instanceof Error) || !error.message.endsWith("was accepted")) throw error
      }
    }
    expect(refused.size).toBeGreaterThan(12)
  })
})

const branch = Structure.KindId.make("branch")
