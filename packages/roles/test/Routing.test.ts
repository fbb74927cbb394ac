import { Post, Routing } from "@louyu/roles"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { after, directory, person, unit, write } from "./city.ts"

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

  it("R2-11 nothing lands on an empty chair: an empty post passes the matter up, each step told", () => {
    const found = route("party", "tower")
    expect(found.responsible?.role).toBe("partyMassGuide")
    expect(found.answers).toEqual(["p-street"])
    expect(found.steps.map(({ why, unit: at }) => [why, at])).toEqual([
      ["handles", "tower"],
      ["vacant", "tower"],
      ["up", "cbd"],
      ["up", "street"],
      ["handles", "street"],
      ["held", "street"]
    ])
    expect(route("party", "nowhere").answers).toEqual([])
    expect(route("party", "nowhere").steps.at(-1)?.why).toBe("nobody")
  })

  it("R2-11 a deputy post takes the work of the post it deputises for", () => {
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
      "twoNewSecretary@street"
    ])
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
    expect(orphaned.map((one) => [one.work, one.route.answers])).toEqual([["case-1", ["p-street"]]])
  })

  it("a delegated matter goes to the delegate, as long as the delegation runs", () => {
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
