import { Directory, Post, RoleScheme, Roster, Routing } from "@louyu/roles"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { after, date, directory, person, places, unit, write } from "./city.ts"

const { adopt, appoint } = write
const two = "twoHeadsFourStaff"
const post = Schema.decodeUnknownSync(Post.Post)
const rosters = after([
  adopt("street", "streetPosts", "2022-01-01"),
  adopt("committee", "committeePosts", "2022-01-01"),
  adopt("tower", two, "2022-01-01"),
  adopt("plaza", two, "2022-01-01"),
  appoint("street", "streetPosts", "twoNewSecretary", "street", "p-street", "2022-01-01"),
  appoint("tower", two, "buildingChief", "tower", "p-chief", "2022-01-01"),
  appoint("tower", two, "microGridHead", "grid-1", "p-head", "2022-01-01"),
  appoint("tower", two, "propertyServiceOfficer", "tower", "p-property", "2022-01-01", { comesFrom: "property" }),
  appoint("plaza", two, "propertyServiceOfficer", "plaza", "p-other", "2022-01-01", { comesFrom: "property" })
])
const on = directory(rosters, "2022-06-01")
const delegate = (role: string, matter: string, who: string, at = "tower") => ({
  _tag: "Delegate",
  roster: "tower",
  scheme: two,
  role,
  unit: at,
  matter,
  person: who,
  from: "2022-06-01",
  to: "2022-07-01"
})
const route = (matter: string, at: string) => Routing.route(on, { matter, unit: unit(at) })

describe("routing", () => {
  it("R2-14 a matter goes to the officer of the right building, not to everybody with the role", () => {
    expect(route("repair", "tower").answers).toEqual(["p-property"])
    expect(route("repair", "plaza").answers).toEqual(["p-other"])
  })

  it("R2-13 work is addressed to a post; the answer says why it came there", () => {
    const found = route("repair", "grid-1")
    expect(found.steps.map(({ why, unit: at, person: who }) => [why, at, who])).toEqual([
      ["general", "grid-1", undefined],
      ["held", "grid-1", "p-head"]
    ])
    expect(found.responsible?.role).toBe("microGridHead")
  })

  it("R2-11 P-06 nothing lands on an empty chair: it goes to whoever leads the building, then up, each step told", () => {
    const found = route("party", "tower")
    expect(found.responsible?.role).toBe("partyMassGuide")
    expect(found.at?.role).toBe("buildingChief")
    expect(found.answers).toEqual(["p-chief"])
    expect(found.steps.map(({ why, unit: at, post: of }) => [why, at, of?.role])).toEqual([
      ["handles", "tower", "partyMassGuide"],
      ["vacant", "tower", "partyMassGuide"],
      ["leads", "tower", "buildingChief"],
      ["held", "tower", "buildingChief"]
    ])
    const up = route("party", "plaza")
    expect([up.responsible?.unit, up.answers]).toEqual(["plaza", ["p-street"]])
    expect(up.steps.map(({ why, unit: at }) => [why, at])).toEqual([
      ["handles", "plaza"],
      ["vacant", "plaza"],
      ["leads", "plaza"],
      ["vacant", "plaza"],
      ["up", "cbd"],
      ["up", "street"],
      ["handles", "street"],
      ["held", "street"]
    ])
    expect(route("party", "grid-2").answers).toEqual(["p-chief"])
    expect(route("constructor", "tower").answers).toEqual(["p-chief"])
    expect(route("party", "nowhere").answers).toEqual([])
    expect(route("party", "nowhere").steps.at(-1)?.why).toBe("nobody")
  })

  it("R2-11 a matter climbs from micro-grid head to chief, comprehensive committee and street, each at its nearest", () => {
    const leadership = after(
      [
        adopt("tower", "buildingChiefSystem", "2022-01-01"),
        appoint("tower", "buildingChiefSystem", "localChief", "tower", "p-local", "2022-01-01")
      ],
      rosters
    )
    const now = directory(leadership, "2022-06-01")
    const ladder = Routing.ladder(now, { matter: "general", unit: unit("grid-1") })
    expect(ladder.map(({ post: at }) => `${at.role}@${at.unit}`)).toEqual([
      "microGridHead@grid-1",
      "buildingChief@tower",
      "secretary@committee",
      "twoNewSecretary@street"
    ])
    const plaza = Routing.ladder(now, { matter: "constructor", unit: unit("plaza") })
    expect(plaza.map(({ post: at }) => at.role)).toEqual(["buildingChief", "secretary", "twoNewSecretary"])
    expect(Routing.ladder(now, { matter: "general", unit: unit("nowhere") })).toEqual([])
  })

  it("R2-11 acting holder before deputy before whoever leads: each vacancy hands the work to the next", () => {
    const role = (code: string, rest: object) => ({
      code,
      names: { zh: code },
      rank: "staff",
      scope: "building",
      minimum: 1,
      duty: "cooperate",
      matters: [],
      clearance: 1,
      ...rest
    })
    const scheme = Schema.decodeUnknownSync(RoleScheme.RoleScheme)({
      id: "deputies",
      version: 1,
      names: { zh: "副手" },
      layer: "operating",
      roles: [
        role("lead", { rank: "head", duty: "leadOverall", matters: ["overdue"] }),
        role("titular", { rank: "head", duty: "leadOverall" }),
        role("second", { deputyOf: "first" }),
        role("first", { deputyOf: "officer" }),
        role("officer", { matters: ["repair"] }),
        role("area", { duty: "ownArea", matters: ["repair"] })
      ],
      concurrent: [],
      ladder: {}
    })
    const line = ["area", "officer", "first", "second", "lead", "titular"]
    const at = (code: string) => ({ scheme: scheme.id, role: RoleScheme.RoleCode.make(code), unit: unit("tower") })
    const roster = (empty: number, acting: ReadonlyArray<string> = []): Roster.Roster => ({
      ...Roster.initial,
      unit: unit("tower"),
      schemes: { [scheme.layer]: [{ from: date("2022-01-01"), value: { scheme: scheme.id, version: 1 } }] },
      holdings: line.slice(empty).map((code) => ({ post: at(code), person: person(code), from: date("2022-01-01") })),
      acting: acting.map((code) => ({
        post: at(code),
        person: person(`acting-${code}`),
        from: date("2022-01-01"),
        to: date("2023-01-01")
      }))
    })
    const routed = (one: Roster.Roster) =>
      Routing.route(Directory.of([scheme], [one], places, date("2022-06-01")), {
        matter: "repair",
        unit: unit("tower")
      })
    expect(line.map((_, empty) => routed(roster(empty)).answers)).toEqual([
      ["area"],
      ["officer"],
      ["first"],
      ["second"],
      ["lead"],
      []
    ])
    expect(routed(roster(2, ["officer"])).answers).toEqual(["acting-officer"])
    expect(routed(roster(4)).steps.map((one) => [one.why, one.post?.role])).toEqual([
      ["handles", "area"],
      ["vacant", "area"],
      ["handles", "officer"],
      ["vacant", "officer"],
      ["deputy", "first"],
      ["vacant", "first"],
      ["deputy", "second"],
      ["vacant", "second"],
      ["leads", "lead"],
      ["held", "lead"]
    ])
    expect(routed(roster(5)).steps.at(-1)?.why).toBe("nobody")
  })

  it("R2-12 open work on a post that lost its holder is reported, with the way it goes instead", () => {
    const work = [
      { work: "case-1", matter: "repair", post: post({ scheme: two, role: "propertyServiceOfficer", unit: "tower" }) },
      { work: "case-2", matter: "repair", post: post({ scheme: two, role: "propertyServiceOfficer", unit: "plaza" }) }
    ]
    expect(Routing.toHandOver(on, person("p-property"), work).map((one) => one.work)).toEqual(["case-1"])
    const left = after(
      [
        {
          _tag: "Relieve",
          roster: "tower",
          scheme: two,
          role: "propertyServiceOfficer",
          unit: "tower",
          person: "p-property",
          on: "2022-06-01"
        }
      ],
      rosters
    )
    const orphaned = Routing.orphaned(directory(left, "2022-06-01"), work)
    expect(orphaned.map((one) => [one.work, one.route.answers])).toEqual([["case-1", ["p-chief"]]])
  })

  it("R2-12 open work on a post that is no more, or with a delegate, is told apart", () => {
    const work = [
      { work: "case-1", matter: "policy", post: post({ scheme: two, role: "investmentLiaison", unit: "tower" }) },
      { work: "case-2", matter: "liaison", post: post({ scheme: "oneHeadSixStaff", role: "liaison", unit: "tower" }) }
    ]
    const delegated = after([delegate("investmentLiaison", "policy", "p-guard")], rosters)
    const orphans = Routing.orphaned(directory(delegated, "2022-06-01"), work)
    expect(orphans.map((one) => [one.work, one.route.answers])).toEqual([["case-2", ["p-chief"]]])
    expect(Routing.orphaned(on, work).map((one) => one.work)).toEqual(["case-1", "case-2"])
  })

  it("R2-11 what falls to a post as general business goes to whoever has its general business", () => {
    const delegated = after([delegate("microGridHead", "general", "p-aide", "grid-1")], rosters)
    const found = Routing.route(directory(delegated, "2022-06-01"), { matter: "repair", unit: unit("grid-1") })
    expect(found.answers).toEqual(["p-aide"])
    expect(found.steps.map(({ why }) => why)).toEqual(["general", "delegated"])
  })

  it("R2-13 a delegated matter goes to the delegate, as long as the delegation runs", () => {
    const delegated = after(
      [
        {
          _tag: "Delegate",
          roster: "tower",
          scheme: two,
          role: "propertyServiceOfficer",
          unit: "tower",
          matter: "parking",
          person: "p-guard",
          from: "2022-06-01",
          to: "2022-07-01"
        }
      ],
      rosters
    )
    const at = (day: string, matter: string) =>
      Routing.route(directory(delegated, day), { matter, unit: unit("tower") }).answers
    expect(at("2022-06-30", "parking")).toEqual(["p-guard"])
    expect(at("2022-06-30", "repair")).toEqual(["p-property"])
    expect(at("2022-07-01", "parking")).toEqual(["p-property"])
  })
})
