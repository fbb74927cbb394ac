import { Command, Completeness, Directory, Migration, Post, Roster } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { after, attempt, date, directory, places, refusal, schemes, unit, who, write } from "./city.ts"

const { adopt, appoint } = write
const six = "oneHeadSixStaff"
const two = "twoHeadsFourStaff"
const post = Schema.decodeUnknownSync(Post.Post)
const mapping = [
  { from: "buildingChief", to: "buildingChief" },
  { from: "partyOfficer", to: "partyMassGuide" },
  { from: "safetyOfficer" }
]

const before = after([
  adopt("tower", six, "2020-01-01"),
  appoint("tower", six, "buildingChief", "tower", "p-1", "2020-01-01"),
  appoint("tower", six, "partyOfficer", "tower", "p-2", "2020-01-01"),
  appoint("tower", six, "safetyOfficer", "tower", "p-3", "2020-01-01"),
  {
    _tag: "ActFor",
    roster: "tower",
    scheme: six,
    role: "buildingChief",
    unit: "tower",
    person: "p-4",
    absent: "p-1",
    from: "2021-12-01",
    to: "2022-02-01"
  }
])
const change = adopt("tower", two, "2022-01-01", { mapping })

describe("schemes", () => {
  it("P-07 P-06 R2-7 one head six staff gives way to two heads four staff on a date; before it, the old one holds", () => {
    const now = after([change], before)
    expect(who(now, "2021-12-31", six, "partyOfficer", "tower")).toEqual(["p-2"])
    expect(who(now, "2022-01-01", six, "partyOfficer", "tower")).toEqual(["no such post"])
    expect(who(now, "2022-01-01", two, "partyMassGuide", "tower")).toEqual(["p-2"])
    expect(who(now, "2022-01-15", two, "buildingChief", "tower")).toEqual(["p-4"])
    expect(who(now, "2022-03-01", two, "buildingChief", "tower")).toEqual(["p-1"])
    expect(now.get("tower")?.holdings.find((one) => one.person === "p-3")?.to).toBe("2022-01-01")
  })

  it("R2-7 nothing is lost: a change that does not say what becomes of a holder is refused", () => {
    expect(refusal(before, adopt("tower", two, "2022-01-01", { mapping: mapping.slice(1) }))).toBe(
      "roles/MappingIncomplete"
    )
    expect(refusal(before, adopt("tower", two, "2022-01-01"))).toBe("roles/MappingIncomplete")
    expect(Result.getOrThrow(attempt(after([change], before), change)).events).toEqual([])
  })

  it("P-06 R2-7 whoever came on secondment is still seconded, and still has to come from where the new post asks", () => {
    const lent = (from: string) =>
      appoint("tower", six, "serviceOfficer", "tower", "p-5", "2020-01-01", { comesFrom: from, secondedFrom: from })
    const moved = adopt("tower", two, "2022-01-01", {
      mapping: [...mapping, { from: "serviceOfficer", to: "propertyServiceOfficer" }]
    })
    expect(refusal(after([lent("bureau")], before), moved)).toBe("roles/HolderUnqualified")
    const holdings = after([lent("property"), moved], before).get("tower")?.holdings ?? []
    const own = holdings.filter((one) => one.person === "p-5")
    expect(own.map(({ post: at, comesFrom, secondedFrom, to }) => [at.role, comesFrom, secondedFrom, to])).toEqual([
      ["serviceOfficer", "property", "property", "2022-01-01"],
      ["propertyServiceOfficer", "property", "property", undefined]
    ])
  })

  it("P-06 a report tells holders, open work and vacancies before the change is made", () => {
    const command = Schema.decodeUnknownSync(Command.AdoptScheme)(change)
    const roster = before.get("tower") ?? Roster.initial
    const work = [
      { work: "case-1", post: post({ scheme: six, role: "partyOfficer", unit: "tower" }) },
      { work: "case-2", post: post({ scheme: six, role: "safetyOfficer", unit: "tower" }) }
    ]
    const report = Result.getOrThrow(Migration.preview(schemes, roster, command, { places, elsewhere: () => [] }, work))
    expect(report.holders.map((one) => [one.person, one.to?.role])).toEqual([
      ["p-1", "buildingChief"],
      ["p-2", "partyMassGuide"],
      ["p-3", undefined]
    ])
    expect(report.work.map((one) => [one.work, one.to?.role])).toEqual([
      ["case-1", "partyMassGuide"],
      ["case-2", undefined]
    ])
    expect(report.vacancies.map(({ at }) => `${at.post.role}@${at.post.unit}`)).toEqual([
      "investmentLiaison@tower",
      "communityInformationOfficer@tower",
      "propertyServiceOfficer@tower",
      "microGridHead@grid-1",
      "microGridHead@grid-2"
    ])
  })

  it("P-36 two schemes are in force side by side on one building, in different layers", () => {
    const both = after([change, adopt("tower", "buildingChiefSystem", "2022-01-01")], before)
    const codes = Directory.posts(directory(both, "2022-06-01"), unit("tower")).map(
      ({ scheme, role }) => `${scheme.id}/${role.code}`
    )
    expect(codes).toContain("twoHeadsFourStaff/buildingChief")
    expect(codes).toContain("buildingChiefSystem/cityChief")
    expect(codes).toContain("buildingChiefSystem/localChief")
    expect(codes).toContain("buildingChiefSystem/liaisonOfficer")
    expect(codes).toContain("buildingChiefSystem/gridOfficer")
  })

  it("P-36 different buildings run different schemes on one day", () => {
    const city = after([adopt("plaza", six, "2020-01-01"), change], before)
    expect(who(city, "2022-06-01", six, "buildingChief", "plaza")).toEqual([])
    expect(who(city, "2022-06-01", two, "partyMassGuide", "tower")).toEqual(["p-2"])
  })

  it("P-36 a scheme that is dropped takes its posts along", () => {
    const dropped = after(
      [change, { _tag: "DropScheme", roster: "tower", layer: "operating", on: "2023-01-01" }],
      before
    )
    expect(Directory.posts(directory(dropped, "2023-01-01"), unit("tower"))).toEqual([])
    expect(dropped.get("tower")?.holdings.every((one) => one.to !== undefined && one.to <= "2023-01-01")).toBe(true)
  })
})

describe("completeness", () => {
  it("R2-8 completeness counts filled and vacant posts, per building and city, with a trend", () => {
    const now = after([change], before)
    const trend = Completeness.trend((on) => directory(now, on), unit("street"), [
      date("2021-06-01"),
      date("2022-06-01")
    ])
    expect(trend.map((one) => [one.posts, one.counts.filled, one.counts.vacant])).toEqual([
      [7, 3, 4],
      [7, 2, 5]
    ])
    expect(trend[1]?.rate).toBeCloseTo(2 / 7)
    expect(Completeness.sum(date("2022-06-01"), []).rate).toBeUndefined()
  })

  it("R2-8 a vacancy knows since when, a term when it runs out, a person how many posts", () => {
    const now = after(
      [
        change,
        {
          _tag: "Relieve",
          roster: "tower",
          scheme: two,
          role: "partyMassGuide",
          unit: "tower",
          person: "p-2",
          on: "2022-05-01"
        }
      ],
      before
    )
    const fillings = Completeness.of(directory(now, "2022-06-01"), unit("tower"))
    expect(fillings.find(({ at }) => at.role.code === "partyMassGuide")?.vacantSince).toBe("2022-05-01")
    expect(Completeness.loads(fillings)).toEqual([{ person: "p-1", posts: 1 }])
    const elected = after(
      [
        adopt("tower", "buildingCommitteePosts", "2022-01-01"),
        appoint("tower", "buildingCommitteePosts", "secretary", "party-body", "p-8", "2022-01-01")
      ],
      before
    )
    const expiring = Completeness.expiring(directory(elected, "2026-06-01"), unit("tower"), {
      from: date("2026-06-01"),
      to: date("2027-06-01")
    })
    expect(expiring.map(({ holding, ends }) => [holding.person, ends])).toEqual([["p-8", "2027-01-01"]])
  })
})
