import { Text } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { Command, Difference } from "../src/index.ts"
import * as Town from "./town.ts"

const { affiliate, after, assign, bind, counts, day, district, establish, found, guide, join, named, unit } = Town

const base = [
  ...district(2),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  establish("br", "branch", { under: "cc", within: "b0" }),
  establish("g", "micro-grid", { within: "b0" }),
  establish("fl", "floor", { within: "b0" }),
  establish("e0", "enterprise", { within: "fl" }),
  establish("e1", "enterprise", { within: "fl" }),
  establish("fb", "good-neighbour-branch", { under: "cc", within: "b0" })
]

/** What is different from the day before something is done to the day it is. */
const changes = (...done: ReadonlyArray<Command.Command>) =>
  Difference.between(after([...base, ...done]), day(9), day(10)).map(
    ({ unit: id, sort, before, after: now }) => `${id} ${sort}: ${before ?? "-"} > ${now ?? "-"}`
  )

const at = day(10)

describe("what is different between two dates", () => {
  it("R1-4 a unit that moved, in command or in place, is told with both superiors", () => {
    expect(changes({ _tag: "MoveUnit", unit: unit("br"), under: unit("st"), from: at })).toEqual(["br moved: cc > st"])
    expect(changes({ _tag: "RelocateUnit", unit: unit("e0"), within: unit("b1"), from: at })).toEqual([
      "e0 relocated: fl > b1"
    ])
    expect(changes({ _tag: "RelocateUnit", unit: unit("e0"), from: at })).toEqual(["e0 relocated: fl > -"])
  })

  it("R1-4 a unit set up or dissolved is told with its name, what it is and where it stands", () => {
    expect(changes(named(Text.of("新支部", "New"), "new", "branch", { under: "cc", within: "b1", from: at }))).toEqual([
      "new established: - > 新支部 / New",
      "new reclassified: - > branch, entity",
      "new moved: - > cc",
      "new relocated: - > b1"
    ])
    expect(changes({ _tag: "DissolveUnit", unit: unit("e1"), on: at })).toEqual([
      "e1 dissolved: e1 > -",
      "e1 reclassified: enterprise > -",
      "e1 relocated: fl > -"
    ])
  })

  it("R1-4 a new name is told in both languages", () => {
    expect(changes({ _tag: "RenameUnit", unit: unit("br"), name: Text.of("br", "Branch"), from: at })).toEqual([
      "br renamed: br > br / Branch"
    ])
    expect(changes({ _tag: "AddAlias", unit: unit("br"), alias: "红帆", sort: "brand", from: at })).toEqual([
      "br alias: - > brand: 红帆"
    ])
  })

  it("R1-4 kind, nature, formation and answers to classifications are told as one", () => {
    const answer = { "operating-status": "substantive" }
    expect(changes({ _tag: "ReclassifyUnit", unit: unit("cc"), classes: answer, from: at })).toEqual([
      "cc reclassified: comprehensive-committee, functional > comprehensive-committee, functional, operating-status: substantive"
    ])
  })

  it("R1-4 another chat group on the same channel is a difference", () => {
    expect(changes(bind("g", "one"), bind("g", "two", at))).toEqual(["g chatGroup: wechat one > wechat two"])
  })

  it("R1-4 members are told by number where numbers are stated, and by id where people are", () => {
    expect(changes(counts("br", 3, 1), counts("br", 4, 0, at))).toEqual(["br memberCounts: 3 + 1 > 4 + 0"])
    expect(changes(affiliate("p1", "br"), affiliate("p0", "br", "full", at))).toEqual(["br members: p1 > p0, p1"])
  })

  it("P-09 branches founded and joint branches that became single are the growth between two dates", () => {
    expect(changes(found("own", ["e0"], { under: "cc", from: at }))).toEqual([
      "own established: - > own",
      "own reclassified: - > branch, entity, single",
      "own moved: - > cc",
      "own memberCounts: - > 3 + 0",
      "e0 cover: - > own"
    ])
    const single = {
      _tag: "ReorganiseBranch",
      branch: unit("j"),
      formation: "single",
      enterprises: [unit("e0")],
      from: at
    } as const
    expect(changes(found("j", ["e0", "e1"]), single)).toEqual([
      "j reclassified: branch, entity, joint > branch, entity, single",
      "e1 cover: j > -"
    ])
  })

  it("P-05 a place given to a micro-grid is told", () => {
    expect(changes(assign("g", ["fl"], at))).toEqual(["fl grid: - > g"])
  })

  it("P-08 who takes part, and who guides for what, is told", () => {
    expect(changes(join("fb", "person:p0"), join("fb", "e0", undefined, at))).toEqual([
      "fb participation: person p0 > person p0, unit e0"
    ])
    expect(changes(guide("dc", "cc", "指导"), guide("st", "cc", "联系", at))).toEqual([
      "cc guidance: - > 联系: unit st"
    ])
  })

  it("P-16 an alliance formed, joined and led by another is told", () => {
    const formed = {
      _tag: "FormAlliance",
      alliance: Command.AllianceId.make("six"),
      sort: "sixParty",
      name: Text.of("六方联建"),
      lead: unit("e0"),
      members: [unit("e0"), unit("e1")]
    } as const
    expect(changes({ ...formed, from: at })).toEqual([
      "six established: - > 六方联建",
      "six lead: - > e0",
      "six alliance: - > e0, e1"
    ])
    expect(
      changes(
        { ...formed, from: day(0) },
        { _tag: "LeadAlliance", alliance: formed.alliance, unit: unit("e1"), from: at }
      )
    ).toEqual(["six lead: e0 > e1"])
  })

  it("R1-11 an identifier of another system is told", () => {
    expect(changes({ _tag: "AttachIdentifier", unit: unit("e0"), scheme: "legacy", value: "77", from: at })).toEqual([
      "e0 identifier: - > legacy: 77"
    ])
  })

  it("R1-4 what was changed and taken back in between does not show", () => {
    const state = after([
      ...base,
      { _tag: "MoveUnit", unit: unit("br"), under: unit("st"), from: day(5) },
      { _tag: "MoveUnit", unit: unit("br"), under: unit("cc"), from: day(8) }
    ])
    expect(Difference.between(state, day(4), day(8))).toEqual([])
    expect(Difference.between(state, day(4), day(7))).toHaveLength(1)
  })

  it("R1-4 the other way round it says the same the other way round", () => {
    const state = after([...base, establish("new", "branch", { under: "cc", from: at }), counts("br", 3, 0, at)])
    const forth = Difference.between(state, day(9), at)
    const back = Difference.between(state, at, day(9))
    expect(forth.map(({ sort }) => sort)).toEqual(["memberCounts", "established", "reclassified", "moved"])
    expect(back.map(({ sort }) => sort)).toEqual(["memberCounts", "dissolved", "reclassified", "moved"])
    expect(back.map(({ before, after: now }) => [now, before])).toEqual(
      forth.map(({ before, after: now }) => [before, now])
    )
  })
})
