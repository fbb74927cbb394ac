import { readdirSync, readFileSync } from "node:fs"
import { CityFolder, Finding, Report } from "@louyu/exchange"
import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import {
  Command,
  Coverage,
  Integrity,
  Finding as Irregularity,
  Organisation,
  Pattern,
  Relation,
  Search,
  State,
  View
} from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { files } from "./make/files.ts"

const folder = new URL("./city/", import.meta.url)
const onDisk = new Map(
  readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const)
)

const report = CityFolder.read(onDisk)
const { structure } = Profiles.pinghu
const decider = Organisation.decider(structure)
// Told by their tags: the compiler would take minutes to tell a hundred sorts of commands apart by their shapes.
const isAboutUnits = (command: Report.Step["command"]): command is Command.Command =>
  command._tag in Command.Command.cases
const commands = report.steps.flatMap(({ command }) => (isAboutUnits(command) ? [command] : []))
const loaded = Decider.run(decider, decider.initial, commands, undefined)

const unit = (id: string) => Identifier.UnitId.make(id)
const at = (date: string) => View.of(structure, loaded.state, CivilDate.make(date))
const early = at("2019-12-31")
const before = at("2020-12-31")
const now = at("2022-12-31")

const ofKind = (view: View.View, ...kinds: ReadonlyArray<string>) =>
  View.units(view).filter(({ id }) => kinds.includes(View.kind(view, id) ?? ""))
const count = (view: View.View, ...kinds: ReadonlyArray<string>) => ofKind(view, ...kinds).length

describe("the city folder", () => {
  it("is what make.ts writes", () => {
    const text = (all: ReadonlyMap<string, Uint8Array>) =>
      Object.fromEntries([...all].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
    expect(text(onDisk)).toEqual(text(files))
  })

  it("reads without a finding, as commands of the published form", () => {
    expect(report.findings.map((finding) => Finding.format(finding, "en"))).toEqual([])
    expect(Report.isSound(report)).toBe(true)
    expect(commands.filter((command) => !Schema.is(Command.Command)(command))).toEqual([])
  })

  it("is accepted by the rules without a refusal", () => {
    const refused = CityFolder.attribute(report.steps, loaded.failures)
    expect(refused.map((finding) => Finding.format(finding, "en"))).toEqual([])
  })

  it("changes nothing when it is loaded a second time", () => {
    const again = Decider.run(decider, loaded.state, commands, undefined)
    expect(again.failures).toEqual([])
    expect(again.events).toEqual([])
  })
})

describe("G-09 the published figures on 2022-12-31", () => {
  it("G-09 P-02 16 buildings, five of them with their public names", () => {
    const buildings = ofKind(now, "building").map(({ id }) => View.label(now, id).zh)
    expect(buildings).toHaveLength(16)
    expect(buildings).toEqual(
      expect.arrayContaining(["总商会大厦", "建工大厦", "城投大厦", "威克斯大厦", "温州商会大厦"])
    )
    expect(buildings.filter((name) => name.startsWith("示例"))).toHaveLength(11)
  })

  it("G-09 P-05 33 micro-grids that together hold every room once, each with a chat group of its own", () => {
    const grids = ofKind(now, "micro-grid")
    expect(grids).toHaveLength(33)
    const rooms = ofKind(now, "lettable-unit").map(({ id }) => Relation.gridOf(now, id))
    expect(rooms.filter((grid) => grid === undefined)).toEqual([])
    expect(new Set(rooms).size).toBe(33)
    expect(new Set(grids.map(({ id }) => Relation.chatGroup(now, id)?.group)).size).toBe(33)
  })

  it("G-09 P-09 28 single and 2 joint branches, 12 of them founded since 2021", () => {
    const { single, joint, neither } = Coverage.branches(now)
    expect([single.length, joint.length, neither.length]).toEqual([28, 2, 0])
    const recent = [...single, ...joint].filter((id) => {
      const founded = State.unit(now.state, id)?.life.from
      return founded !== undefined && founded >= "2021-01-01"
    })
    expect(recent).toHaveLength(12)
  })

  it("G-09 P-11 three levels: street committee, comprehensive committee, branch", () => {
    const path = View.path(now, "command", unit("s01"))
    expect(path.map((id) => View.kind(now, id))).toEqual(["street-committee", "comprehensive-committee", "branch"])
    expect(View.levelCounts(now, "command")).toHaveLength(3)
  })

  it("G-09 P-17 a centre and 15 stations, told as 1+X", () => {
    expect(count(now, "red-collar-station", "rider-station")).toBe(15)
    expect(count(now, "station-site")).toBe(16)
    expect(Pattern.describe(now, unit("centre")).map(({ text }) => text)).toEqual(["1+X"])
  })

  it("G-09 P-15 22 departments in the service alliance", () => {
    const service = Relation.alliance(now, Command.AllianceId.make("service"))
    expect(service?.members).toHaveLength(22)
    expect(count(now, "department")).toBe(22)
  })

  it("P-16 the six-party alliance declares six, has five and is led by one of them", () => {
    const alliance = Relation.alliance(now, Command.AllianceId.make("six-party"))
    expect(alliance?.alliance.origin.declaredSize).toBe(6)
    expect(alliance?.members).toHaveLength(5)
    expect(alliance?.lead).toBe("nanshi-committee")
    expect(alliance?.members).toContain(alliance?.lead)
  })

  it("D-04 one committee, five functional and thirty entity bodies", () => {
    expect(Pattern.describe(now, unit("cbd-committee")).map(({ text }) => text)).toEqual(["1+5+30"])
  })
})

describe("the story", () => {
  it("P-11 before June 2020 branches stand directly under the street", () => {
    const path = View.path(early, "command", unit("s01"))
    expect(path.map((id) => View.kind(early, id))).toEqual(["street-committee", "branch"])
    expect(count(early, "comprehensive-committee")).toBe(0)
    expect(View.superior(before, "command", unit("s01"))).toBe("cbd-committee")
  })

  it("P-05 before March 2022 there is one micro-grid for each building", () => {
    expect(count(before, "micro-grid")).toBe(16)
    expect(Relation.gridOf(before, unit("b01-f6-r2"))).toBe("g01-1")
    expect(Relation.gridOf(now, unit("b01-f6-r2"))).toBe("g01-3")
    expect(Relation.gridOf(now, unit("b12-f2-r2"))).toBe("g12-2")
  })

  it("P-09 the joint branch that split is two single ones afterwards and none the day before", () => {
    const dayBefore = at("2022-05-09")
    expect(View.unit(dayBefore, unit("s27"))).toBeUndefined()
    expect(Relation.coveringBranch(dayBefore, unit("e094"))).toBe("j3")
    expect(View.unit(now, unit("j3"))).toBeUndefined()
    expect(Relation.coveringBranch(now, unit("e094"))).toBe("s27")
    expect(Relation.coveringBranch(now, unit("e095"))).toBe("s28")
  })

  it("R1-12 a renamed building is found under its old name and shown under the one of the day", () => {
    expect(View.label(before, unit("b06")).zh).toBe("示例商务楼")
    expect(View.label(now, unit("b06")).zh).toBe("示例大厦六")
    const found = Search.find(now.state, now.on, "示例商务楼").map(({ unit: id }) => id as string)
    expect(found).toContain("b06")
  })

  it("P-13 the committee is nominal at first and substantive since 2022", () => {
    const status = (view: View.View) => {
      const found = State.unit(view.state, unit("cbd-committee"))?.classes["operating-status"]
      return found?.findLast(({ from }) => from <= view.on)?.value
    }
    expect([status(before), status(now)]).toEqual(["nominal", "substantive"])
  })

  it("P-08 whoever joins a good-neighbour branch keeps the home branch", () => {
    const person = Identifier.PersonId.make("p-03-building")
    expect(Relation.home(now, person)?.branch).toBe("s03")
    expect(Relation.takesPartIn(now, { person })).toEqual(["gn-03"])
    expect(Object.fromEntries(Relation.participantsByOrigin(now, unit("gn-03")))).toEqual({ 楼宇: 1, 物业: 1, 居民: 1 })
  })

  it("R1-10 the committee is guided by the city and by the street", () => {
    const guides = Relation.guides(now, unit("cbd-committee")).map(({ guide }) => guide)
    expect(guides).toHaveLength(2)
    expect(guides).toEqual(expect.arrayContaining([{ unit: "city-two-new" }, { unit: "danghu-two-new" }]))
  })

  it("W-14 effective coverage is lower than nominal coverage, which has grown", () => {
    const [earlier, later] = [Coverage.of(before), Coverage.of(now)]
    expect(later.effective.numerator).toBeLessThan(later.nominal.numerator)
    expect(later.nominal.numerator / later.nominal.denominator).toBeGreaterThan(
      earlier.nominal.numerator / earlier.nominal.denominator
    )
    expect(later.enterprises.guideOnly).toHaveLength(24)
  })

  it("R1-15 nothing is wrong but what the story says", () => {
    const found = Irregularity.tally(Integrity.report(now))
    expect(Object.fromEntries(found)).toEqual({ termOverdue: 2, belowMinimum: 1, allianceSize: 1 })
  })
})
