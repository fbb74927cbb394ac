import type { CivilDate } from "@louyu/kernel"
import { type Command, State } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { dissolve, facts, failure } from "./scene.ts"
import { active, after, day, district, establish, unit } from "./town.ts"

const town = [...district(1), establish("br", "branch", { under: "st", to: day(40) })]

const term = (from: CivilDate.CivilDate, to: CivilDate.CivilDate): Command.Command => ({
  _tag: "StartTerm",
  unit: unit("br"),
  from,
  to
})

const terms = (commands: ReadonlyArray<Command.Command>) => State.unit(after(commands), unit("br"))?.terms

describe("terms of office", () => {
  it("R1-5 terms follow each other and never overlap", () => {
    const elected = [...town, term(day(10), day(20)), term(day(0), day(10))]
    expect(terms(elected)).toEqual([
      { from: day(0), to: day(10) },
      { from: day(10), to: day(20) }
    ])
    expect(failure(elected, term(day(19), day(30)))).toMatchObject({ _tag: "PeriodsOverlap", from: day(19) })
    expect(facts(elected, term(day(0), day(10)))).toEqual([])
    expect(failure(elected, term(day(30), day(30)))).toMatchObject({ _tag: "PeriodReversed" })
  })

  it("R1-5 a term does not outlast its body, and is cut short when the body closes", () => {
    expect(failure(town, term(day(30), day(50)))).toMatchObject({ _tag: "UnitNotAlive", on: day(40) })
    const closed = [...town, term(day(0), day(20)), dissolve("br", day(12))]
    expect(terms(closed)).toEqual([{ from: day(0), to: day(12) }])
    expect(facts(closed, term(day(0), day(20)))).toEqual([])
  })
})

describe("activity", () => {
  it("R1-5 a body is active on days of its life, each told once", () => {
    const reported = [...town, active("br", day(3)), active("br", day(30))]
    expect(facts(reported, active("br", day(3)))).toEqual([])
    expect(failure(reported, active("br", day(41)))).toMatchObject({ _tag: "UnitNotAlive" })
    const left = State.unit(after([...reported, dissolve("br", day(12))]), unit("br"))?.activities
    expect([left?.head.on, left?.tail]).toEqual([day(3), undefined])
  })
})
