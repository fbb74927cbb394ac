import { Decider, Problem } from "@louyu/kernel"
import {
  Access,
  AccessPolicy,
  Command,
  Directory,
  Masking,
  RoleError,
  RoleScheme,
  Rosters,
  Sealed,
  VisitCommand,
  VisitError,
  VisitLog,
  Visits
} from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { PlainPlaces } from "../src/testing/index.ts"
import { date, person, places, schemes, unit, write } from "./city.ts"

const { adopt, appoint } = write
const two = "twoHeadsFourStaff"
const chief = (who: string, from: string, rest: object = {}) =>
  appoint("tower", two, "buildingChief", "tower", who, from, rest)
const wardens = Schema.decodeUnknownSync(RoleScheme.RoleScheme)({
  id: "wardens",
  version: 1,
  names: { zh: "消防" },
  layer: "safety",
  roles: [
    {
      code: "warden",
      names: { zh: "消防员" },
      rank: "staff",
      scope: "building",
      minimum: 0,
      load: 1,
      duty: "cooperate",
      matters: ["fire"],
      qualifies: { holds: ["fireLicence"] },
      clearance: 1
    }
  ],
  concurrent: [],
  ladder: {}
})
const warden = (roster: string, rest: object = { qualifications: ["fireLicence"] }) =>
  appoint(roster, "wardens", "warden", roster, "p-1", "2022-02-01", rest)

const all = [...schemes, wardens]
const decider = Rosters.decider(all)
const decode = Schema.decodeUnknownSync(Command.Command)
const before = [
  adopt("tower", two, "2022-01-01"),
  adopt("plaza", two, "2022-01-01"),
  adopt("tower", "wardens", "2022-01-01"),
  adopt("plaza", "wardens", "2022-01-01"),
  adopt("committee", "committeePosts", "2022-01-01")
]
const run = (commands: ReadonlyArray<object>) =>
  Decider.run(
    decider,
    Rosters.initial,
    commands.map((one) => decode(one)),
    places
  )

type Case = readonly [command: object, fields: object, before?: ReadonlyArray<object>]

// One bad command for every error there is; the type asks for all of them.
const cases: Readonly<Record<RoleError.RoleError["_tag"], Case>> = {
  SchemeUnknown: [adopt("tower", two, "2022-02-01", { version: 9 }), { scheme: two, version: 9 }],
  PostUnknown: [chief("p-1", "2021-12-31"), { scheme: two, role: "buildingChief", unit: "tower", on: "2021-12-31" }],
  PostOccupied: [
    chief("p-2", "2022-03-01"),
    { role: "buildingChief", unit: "tower", on: "2022-03-01", maximum: 1, holders: ["p-1"] },
    [chief("p-1", "2022-01-01")]
  ],
  HolderUnqualified: [warden("tower", {}), { role: "warden", person: "p-1", missing: "qualification: fireLicence" }],
  ConcurrentPost: [
    appoint("plaza", two, "partyMassGuide", "plaza", "p-1", "2022-02-01"),
    { person: "p-1", role: "partyMassGuide", other: "buildingChief", otherUnit: "tower", on: "2022-05-01" },
    [chief("p-1", "2022-05-01")]
  ],
  LoadExceeded: [warden("plaza"), { person: "p-1", role: "warden", limit: 1, on: "2022-02-01" }, [warden("tower")]],
  ExOfficioPost: [
    appoint("committee", "committeePosts", "secretary", "committee", "p-1", "2022-02-01"),
    { role: "secretary", of: "streetPosts/twoNewSecretary" }
  ],
  NotHolder: [
    {
      _tag: "Relieve",
      roster: "tower",
      scheme: two,
      role: "buildingChief",
      unit: "tower",
      person: "p-1",
      on: "2022-02-01"
    },
    { person: "p-1", role: "buildingChief", unit: "tower", on: "2022-02-01" }
  ],
  ActingInCircle: [
    {
      _tag: "ActFor",
      roster: "tower",
      scheme: two,
      role: "buildingChief",
      unit: "tower",
      person: "p-1",
      absent: "p-1",
      from: "2022-02-01",
      to: "2022-03-01"
    },
    { person: "p-1", absent: "p-1", on: "2022-02-01" },
    [chief("p-1", "2022-01-01")]
  ],
  MappingIncomplete: [
    adopt("tower", "oneHeadSixStaff", "2022-06-01"),
    { roster: "tower", roles: ["buildingChief"] },
    [chief("p-1", "2022-01-01")]
  ],
  UnitOutside: [
    appoint("tower", two, "microGridHead", "grid-3", "p-1", "2023-02-01"),
    { unit: "grid-3", roster: "tower", on: "2023-02-01" }
  ],
  PeriodReversed: [chief("p-1", "2022-02-01", { to: "2022-02-01" }), { from: "2022-02-01", to: "2022-02-01" }]
}

// Says something in Chinese and in English, and something different.
const isBilingual = ({ text }: Problem.Problem): void => {
  expect(text.zh).toMatch(/\p{Script=Han}/u)
  expect(text.en).toMatch(/^[\x20-\x7e]+$/u)
  for (const said of [text.zh, text.en]) expect(said).not.toMatch(/undefined|null|NaN|\[object/u)
}

describe("a refusal of a roster", () => {
  for (const [tag, [command, fields, more = []]] of Object.entries(cases)) {
    it(`${tag} says in both languages what is wrong, with the data to put it right`, () => {
      const { state, failures } = run([...before, ...more])
      expect(failures).toEqual([])
      const decided = decider.decide(state, decode(command), places)
      const refused = Result.isFailure(decided) ? decided.failure : undefined
      if (refused === undefined) throw new Error(`${tag} was accepted`)
      expect(refused).toMatchObject({ _tag: tag, ...fields })
      expect(refused.code).toBe(`${tag === "PeriodReversed" ? "kernel" : "roles"}/${tag}`)
      isBilingual(refused)
      expect(Problem.isProblem(refused)).toBe(true)
    })
  }

  it("exists for every error of the package", () => {
    const tags = Object.keys(RoleError).filter((tag) => tag !== "AccessDenied")
    const cased = Object.keys(cases).filter((tag) => tag !== "PeriodReversed")
    expect(cased.sort()).toEqual(tags.sort())
  })

  it("P-41 AccessDenied names the record and what is missing, and no field of the record", () => {
    const values = { name: "欧阳小明", mobile: "13812345678" }
    const record = { id: "c-1", class: "contact", unit: unit("firm") }
    const { state } = run(before)
    const directory = Directory.of(all, Rosters.all(state), places, date("2022-06-01"))
    const decision = Access.decide(directory, AccessPolicy.cautious, person("p-1"), { record, purpose: "service" })
    const reading = Sealed.read(Sealed.seal(record, values), decision)
    const denied = Result.isFailure(reading) ? reading.failure : undefined
    expect(denied).toMatchObject({ actor: "p-1", record: "c-1", class: "contact", unit: "firm", missing: ["place"] })
    if (denied === undefined) throw new Error("it was read")
    isBilingual(denied)
    const told = JSON.stringify(Problem.toJson(denied))
    for (const [field, value] of Object.entries(values)) {
      expect(told).not.toContain(value)
      expect(told).not.toContain(Masking.apply(field === "name" ? "name" : "mobile", value))
    }
    const unknown = Access.decide(directory, AccessPolicy.cautious, person("p-1"), {
      record: { ...record, class: "unheard" },
      purpose: "service"
    })
    const other = Sealed.read(Sealed.seal(record, values), unknown)
    if (Result.isSuccess(other)) throw new Error("it was read")
    isBilingual(other.failure)
  })
})

const plan = {
  _tag: "PlanVisits",
  care: "cbd",
  plan: "weekly",
  post: { scheme: "partyBuildingGuide", role: "partyBuildingGuide", unit: "cbd" },
  every: "weekly",
  targets: [{ unit: "firm-1" }],
  from: "2026-01-05"
}
const visit = {
  _tag: "RecordVisit",
  care: "cbd",
  visit: "v-1",
  plan: "weekly",
  unit: "firm-1",
  by: "p-1",
  on: "2026-01-08",
  needs: []
}
const visitCases: Readonly<Record<VisitError.VisitError["_tag"], readonly [command: object, fields: object]>> = {
  RecordExists: [{ ...plan, every: "monthly" }, { id: "weekly" }],
  NotUnderWay: [
    { ...visit, on: "2026-01-04" },
    { id: "weekly", on: "2026-01-04" }
  ],
  UnitNotIncluded: [
    { ...visit, unit: "firm-9" },
    { id: "weekly", unit: "firm-9" }
  ],
  VisitUnitUnknown: [
    { ...visit, unit: "castle" },
    { unit: "castle", on: "2026-01-08" }
  ],
  PeriodReversed: [
    { ...plan, plan: "other", to: "2026-01-05" },
    { from: "2026-01-05", to: "2026-01-05" }
  ]
}

describe("a refusal of a visit log", () => {
  const read = Schema.decodeUnknownSync(VisitCommand.VisitCommand)
  const log = Decider.run(VisitLog.decider, VisitLog.initial, [read(plan)], undefined).state
  const known = PlainPlaces.of(["cbd", "firm-1", "firm-9"].map((id) => ({ unit: unit(id), sorts: ["unit"] })))
  for (const [tag, [command, fields]] of Object.entries(visitCases)) {
    it(`${tag} says in both languages what is wrong`, () => {
      const decided = Visits.decider.decide(log, read(command), known)
      const refused = Result.isFailure(decided) ? decided.failure : undefined
      if (refused === undefined) throw new Error(`${tag} was accepted`)
      expect(refused).toMatchObject({ _tag: tag, ...fields })
      expect(refused.code).toBe(`${tag === "PeriodReversed" ? "kernel" : "visits"}/${tag}`)
      isBilingual(refused)
    })
  }

  it("exists for every error of visits", () => {
    const cased = Object.keys(visitCases).filter((tag) => tag !== "PeriodReversed")
    expect(cased.sort()).toEqual(Object.keys(VisitError).sort())
  })

  it("an id that is the name of a method of every object is an id like any other", () => {
    for (const id of ["constructor", "toString", "valueOf"]) {
      const commands = [
        { _tag: "EndPlan", care: "cbd", plan: id, on: "2026-02-01" },
        { _tag: "CloseSweep", care: "cbd", sweep: id, on: "2026-02-01" },
        { ...visit, visit: "v-9", plan: id }
      ]
      for (const command of commands) {
        const decided = VisitLog.decider.decide(log, read(command))
        expect(Result.isFailure(decided) && decided.failure.code).toBe("visits/NotUnderWay")
      }
      const planned = Decider.run(VisitLog.decider, log, [read({ ...plan, plan: id })], undefined)
      expect(Object.hasOwn(planned.state.plans, id)).toBe(true)
    }
  })
})
