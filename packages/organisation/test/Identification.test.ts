import { type CivilDate, Uscc } from "@louyu/kernel"
import { type Command, Relation } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { dissolve, facts, failure } from "./scene.ts"
import { bind, day, district, establish, on, unit } from "./town.ts"

const town = [
  ...district(1),
  establish("e1", "enterprise", { within: "b0" }),
  establish("e2", "enterprise", { within: "b0" }),
  establish("g1", "micro-grid", { within: "b0" }),
  establish("g2", "micro-grid", { within: "b0" })
]

const code = "91330482MA4K0AB18Y"

const attach = (id: string, value: string, scheme = "uscc", from = day(0)): Command.Command => ({
  _tag: "AttachIdentifier",
  unit: unit(id),
  scheme,
  value,
  from
})

const detach = (id: string, value: string, on: CivilDate.CivilDate, scheme = "uscc"): Command.Command => ({
  _tag: "DetachIdentifier",
  unit: unit(id),
  scheme,
  value,
  on
})

const identified = (command: Command.Command, ...identifiers: ReadonlyArray<Command.ExternalIdentifier>) =>
  command._tag === "EstablishUnit" ? { ...command, identifiers } : command

const valuesOn = (n: number, id: string, commands: ReadonlyArray<Command.Command>) =>
  Relation.identifiers(on(day(n), commands), unit(id)).map((one) => one.value)

describe("identifiers", () => {
  it("R1-11 an identifier belongs to one unit on any day, and may pass to another", () => {
    const attached = [...town, attach("e1", code)]
    expect(failure(attached, attach("e2", code, "uscc", day(3)))).toMatchObject({
      _tag: "IdentifierTaken",
      unit: "e1",
      value: code,
      on: day(3)
    })
    const passed = [...attached, detach("e1", code, day(5)), attach("e2", code, "uscc", day(5))]
    expect([valuesOn(4, "e1", passed), valuesOn(5, "e1", passed), valuesOn(5, "e2", passed)]).toEqual([
      [code],
      [],
      [code]
    ])
    expect(facts(passed, detach("e1", code, day(5)))).toEqual([])
  })

  it("R1-11 one that another unit will have on a later day may be used until then", () => {
    const planned = [...town, attach("e2", code, "uscc", day(9))]
    expect(facts(planned, attach("e1", code))).toEqual([
      { _tag: "IdentifierAttached", unit: "e1", scheme: "uscc", value: code, from: day(0), to: day(9) }
    ])
    const third = identified(establish("e3", "enterprise", { within: "b0" }), { scheme: "uscc", value: code })
    expect(failure(planned, third)).toMatchObject({ _tag: "IdentifierTaken", unit: "e2", on: day(9) })
  })

  it("R1-11 a unit has several, of the same and of other schemes, each with its days", () => {
    const several = [
      ...town,
      attach("e1", code),
      attach("e1", "0007", "legacy", day(4)),
      attach("e1", "330482", "division")
    ]
    expect(valuesOn(0, "e1", several)).toEqual([code, "330482"])
    expect(valuesOn(4, "e1", several)).toHaveLength(3)
    expect(facts(several, attach("e1", code))).toEqual([])
  })

  it("R1-11 identifiers end with the unit, and are free again", () => {
    const closed = [...town, attach("e1", code), dissolve("e1", day(6))]
    expect(facts(closed, attach("e2", code, "uscc", day(6)))).toHaveLength(1)
    expect(failure(closed, attach("e2", code, "uscc", day(5)))).toMatchObject({ unit: "e1" })
  })

  it("R1-11 a credit code is brought into its one form, so that the same code is not taken twice", () => {
    expect(facts(town, attach("e1", "９１330482 ma4k-0ab18y"))).toMatchObject([{ value: code }])
    expect(failure([...town, attach("e1", code)], attach("e2", code.toLowerCase()))).toMatchObject({
      _tag: "IdentifierTaken"
    })
    const twice = [
      { scheme: "uscc", value: code },
      { scheme: "uscc", value: ` ${code.toLowerCase()}` }
    ]
    const command = identified(establish("e3", "enterprise", { within: "b0" }), ...twice)
    expect(facts(town, command)).toMatchObject([{ identifiers: [{ scheme: "uscc", value: code }] }])
    expect(facts([...town, command], command)).toEqual([])
  })

  it("R1-11 a wrong check character is let through, since such codes are in use", () => {
    const doubtful = "91350203M0001QAY9B"
    expect(Uscc.warnings(Uscc.Uscc.make(doubtful)).map((warning) => warning._tag)).toContain("UsccCheckFailed")
    expect(facts(town, attach("e1", doubtful))).toMatchObject([{ value: doubtful }])
  })

  it("R1-11 a wrong form is refused, in the command that sets a unit up as well", () => {
    for (const value of ["91330482MA4K0AB18", "9133048XMA4K0AB18Y", "91330482MA4K0AB1IY", "abc"]) {
      expect(failure(town, attach("e1", value))).toMatchObject({ _tag: "IdentifierInvalid", scheme: "uscc", value })
      const command = identified(establish("e3", "enterprise", { within: "b0" }), { scheme: "uscc", value })
      expect(failure(town, command)).toMatchObject({ _tag: "IdentifierInvalid", value })
    }
    for (const value of ["33048", "3304820010", "33O482"]) {
      expect(failure(town, attach("b0", value, "division"))).toMatchObject({ scheme: "division", value })
    }
    expect(facts(town, attach("b0", " 330482001 ", "division"))).toMatchObject([{ value: "330482001" }])
  })

  it("R1-11 the number of a person is refused and not repeated", () => {
    // An invented number, with the check digit it would need.
    const refused = failure(town, attach("e1", "110101199001011237"))
    expect(refused).toMatchObject({ _tag: "IdentifierInvalid", scheme: "uscc" })
    expect(JSON.stringify(refused)).not.toContain("19900101")
  })

  it("R1-11 what a unit is not known by cannot be taken from it", () => {
    expect(failure(town, detach("e1", code, day(3)))).toMatchObject({ _tag: "RelationNotFound", of: "e1", to: code })
    const wrong = [...town, attach("e1", code), detach("e1", code, day(0))]
    expect(valuesOn(0, "e1", wrong)).toEqual([])
  })
})

describe("chat groups", () => {
  const unbind = (id: string, on: CivilDate.CivilDate): Command.Command => ({
    _tag: "UnbindChatGroup",
    unit: unit(id),
    on
  })
  const group = (n: number, id: string, commands: ReadonlyArray<Command.Command>) =>
    Relation.chatGroup(on(day(n), commands), unit(id))?.group

  it("P-05 one micro-grid has one chat group: a new one takes the place of the old, which is free then", () => {
    const bound = [...town, bind("g1", "a"), bind("g1", "b", day(4))]
    expect([3, 4].map((n) => group(n, "g1", bound))).toEqual(["a", "b"])
    expect(facts(bound, bind("g2", "a", day(4)))).toHaveLength(1)
    expect(failure(bound, bind("g2", "a", day(3)))).toMatchObject({ _tag: "ChatGroupTaken", unit: "g1", on: day(3) })
    expect(facts(bound, bind("g1", "a"))).toEqual([])
  })

  it("P-05 a chat group that is unbound serves nobody until it is bound again", () => {
    const bound = [...town, bind("g1", "a"), unbind("g1", day(3)), bind("g2", "a", day(5))]
    expect([group(2, "g1", bound), group(3, "g1", bound), group(5, "g2", bound)]).toEqual(["a", undefined, "a"])
    expect(facts(bound, unbind("g1", day(3)))).toEqual([])
    expect(failure(town, unbind("g1", day(3)))).toMatchObject({ _tag: "RelationNotFound", of: "g1" })
  })

  it("P-05 a group another grid will have on a later day may serve until then", () => {
    const planned = [...town, bind("g2", "a", day(9))]
    expect(failure(planned, bind("g1", "a"))).toMatchObject({ _tag: "ChatGroupTaken", unit: "g2", on: day(9) })
  })
})
