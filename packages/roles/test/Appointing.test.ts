import { Completeness, Directory, Post, Roster } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { after, attempt, date, directory, person, refusal, unit, who, write } from "./city.ts"

const { adopt, appoint } = write
const two = "twoHeadsFourStaff"
const base = after([adopt("tower", two, "2022-01-01"), adopt("plaza", two, "2022-01-01")])
const chief = (who: string, from: string, rest: object = {}) =>
  appoint("tower", two, "buildingChief", "tower", who, from, rest)
const head = (grid: string, who: string, from: string, rest: object = {}) =>
  appoint("tower", two, "microGridHead", grid, who, from, rest)

describe("appointments", () => {
  it("P-06 P-05 a building has one chief, one head for every micro-grid and the four staff, held or not", () => {
    const posts = Directory.posts(directory(base, "2022-06-01"), unit("tower")).map(({ role }) => role.code)
    const grid = Directory.posts(directory(base, "2022-06-01"), unit("grid-1")).map(({ role }) => role.code)
    expect(posts).toEqual([
      "buildingChief",
      "partyMassGuide",
      "investmentLiaison",
      "communityInformationOfficer",
      "propertyServiceOfficer"
    ])
    expect(grid).toEqual(["microGridHead"])
    expect(Directory.posts(directory(base, "2021-12-31"), unit("tower"))).toEqual([])
  })

  it("R2-1 P-05 a micro-grid without a head is a vacant post, and says so since when", () => {
    expect(who(base, "2022-06-01", two, "microGridHead", "grid-1")).toEqual([])
    const fillings = Completeness.of(directory(base, "2022-06-01"), unit("grid-1"))
    expect(fillings.map(({ filling, vacantSince }) => [filling, vacantSince])).toEqual([["vacant", "2022-01-01"]])
  })

  it("R2-2 R2-3 history reads from both ends: who held a post, and what a person ever held", () => {
    const at = { roster: "tower", scheme: two, role: "buildingChief", unit: "tower" }
    const handOver = { _tag: "HandOver", ...at, person: "p-1", to: "p-2", on: "2022-07-01" }
    const rosters = after([chief("p-1", "2022-01-01"), handOver], base)
    expect(Result.getOrThrow(attempt(rosters, handOver)).events).toEqual([])
    const toThemselves = { ...handOver, person: "p-2", on: "2022-08-01" }
    expect(Result.getOrThrow(attempt(rosters, toThemselves)).events).toEqual([])
    const now = directory(rosters, "2023-01-01")
    const post = Schema.decodeUnknownSync(Post.Post)({ scheme: two, role: "buildingChief", unit: "tower" })
    expect(who(rosters, "2022-06-30", two, "buildingChief", "tower")).toEqual(["p-1"])
    expect(who(rosters, "2022-07-01", two, "buildingChief", "tower")).toEqual(["p-2"])
    expect(Directory.historyOf(now, post).map((one) => [one.person, one.from, one.to])).toEqual([
      ["p-1", "2022-01-01", "2022-07-01"],
      ["p-2", "2022-07-01", undefined]
    ])
    expect(Directory.careerOf(now, person("p-1"))).toHaveLength(1)
  })

  it("P-06 R2-6 a unique post never has two holders on a day, also not on a day to come", () => {
    const planned = after([chief("p-2", "2023-01-01")], base)
    expect(refusal(planned, chief("p-1", "2022-03-01"))).toBe("roles/PostOccupied")
    expect(refusal(planned, chief("p-1", "2022-03-01", { to: "2023-01-02" }))).toBe("roles/PostOccupied")
    expect(refusal(planned, chief("p-1", "2022-03-01", { to: "2023-01-01" }))).toBeUndefined()
  })

  it("R2-5 a staff post takes several holders, and says when it has too few", () => {
    const officer = (who: string) => appoint("tower", two, "communityInformationOfficer", "tower", who, "2022-01-01")
    const rosters = after([officer("p-1"), officer("p-2")], base)
    expect(who(rosters, "2022-06-01", two, "communityInformationOfficer", "tower")).toEqual(["p-1", "p-2"])
  })

  it("P-06 a property-service officer comes from a property company", () => {
    const officer = (comesFrom?: string) =>
      appoint(
        "tower",
        two,
        "propertyServiceOfficer",
        "tower",
        "p-1",
        "2022-01-01",
        comesFrom === undefined ? {} : { comesFrom }
      )
    expect(refusal(base, officer())).toBe("roles/HolderUnqualified")
    expect(refusal(base, officer("firm"))).toBe("roles/HolderUnqualified")
    expect(refusal(base, officer("property"))).toBeUndefined()
  })

  it("H-06 R2-4 posts meet in one person only where a scheme declares the pair", () => {
    const rosters = after([chief("p-1", "2022-01-01")], base)
    const liaison = appoint("tower", two, "investmentLiaison", "tower", "p-1", "2022-02-01")
    const guide = appoint("tower", two, "partyMassGuide", "tower", "p-1", "2022-02-01")
    expect(refusal(rosters, liaison)).toBeUndefined()
    expect(refusal(rosters, guide)).toBe("roles/ConcurrentPost")
    const elsewhere = appoint("plaza", two, "partyMassGuide", "plaza", "p-1", "2022-02-01")
    expect(refusal(rosters, elsewhere)).toBe("roles/ConcurrentPost")
    const committee = after(
      [
        adopt("tower", "buildingCommitteePosts", "2022-01-01"),
        appoint("tower", "buildingCommitteePosts", "secretary", "party-body", "p-9", "2022-01-01")
      ],
      base
    )
    const chair = appoint("tower", "buildingCommitteePosts", "councilChair", "party-body", "p-9", "2022-01-01")
    expect(refusal(committee, chair)).toBeUndefined()
  })

  it("W-07 a full-time guide holds no other post", () => {
    const guided = after(
      [
        adopt("cbd", "partyBuildingGuide", "2022-01-01"),
        appoint("cbd", "partyBuildingGuide", "partyBuildingGuide", "cbd", "p-5", "2022-01-01")
      ],
      base
    )
    expect(refusal(guided, chief("p-5", "2022-02-01"))).toBe("roles/ConcurrentPost")
  })

  it("F-11 a first secretary is seconded, one at a time, beside the elected secretary", () => {
    const body = after(
      [
        adopt("tower", "buildingCommitteePosts", "2022-01-01"),
        adopt("tower", "firstSecretary", "2022-01-01"),
        appoint("tower", "buildingCommitteePosts", "secretary", "party-body", "p-1", "2022-01-01")
      ],
      base
    )
    const first = (who: string) =>
      appoint("tower", "firstSecretary", "firstSecretary", "party-body", who, "2022-03-01", {
        comesFrom: "bureau",
        secondedFrom: "bureau"
      })
    expect(refusal(body, first("p-1"))).toBe("roles/ConcurrentPost")
    const rosters = after([first("p-2")], body)
    expect(refusal(rosters, first("p-3"))).toBe("roles/PostOccupied")
    const at = Directory.posts(directory(rosters, "2022-06-01"), unit("party-body"))
    const holders = at.flatMap((one) => Directory.holders(directory(rosters, "2022-06-01"), one))
    expect(holders.map(({ person: id, by }) => [id, by])).toEqual([
      ["p-1", "appointed"],
      ["p-2", "seconded"]
    ])
    // From an organ of government for two years, and the next one only when the first has left.
    const from = (unitOf: string) =>
      appoint("tower", "firstSecretary", "firstSecretary", "party-body", "p-4", "2022-03-01", { comesFrom: unitOf })
    expect(refusal(body, from("property"))).toBe("roles/HolderUnqualified")
    expect(refusal(body, from("bureau"))).toBe(undefined)
    const ending = Completeness.expiring(directory(rosters, "2024-02-01"), unit("party-body"), {
      from: date("2024-02-01"),
      to: date("2024-04-01")
    })
    expect(ending.map(({ holding }) => [holding.person])).toEqual([["p-2"]])
    const home = { _tag: "Relieve", roster: "tower", scheme: "firstSecretary", role: "firstSecretary" }
    const left = after([{ ...home, unit: "party-body", person: "p-2", on: "2024-03-01" }], rosters)
    const next = (on: string) =>
      appoint("tower", "firstSecretary", "firstSecretary", "party-body", "p-3", on, {
        comesFrom: "bureau",
        secondedFrom: "bureau"
      })
    expect([refusal(left, next("2024-02-29")), refusal(left, next("2024-03-01"))]).toEqual([
      "roles/PostOccupied",
      undefined
    ])
  })

  it("relieving, and appointing the same person again, are no news the second time", () => {
    const rosters = after([chief("p-1", "2022-01-01")], base)
    expect(Result.getOrThrow(attempt(rosters, chief("p-1", "2022-01-01"))).events).toEqual([])
    const relieve = {
      _tag: "Relieve",
      roster: "tower",
      scheme: two,
      role: "buildingChief",
      unit: "tower",
      person: "p-1",
      on: "2022-05-01"
    }
    const gone = after([relieve], rosters)
    expect(Result.getOrThrow(attempt(gone, relieve)).events).toEqual([])
    expect(refusal(gone, { ...relieve, on: "2022-06-01" })).toBe("roles/NotHolder")
  })

  it("a longer appointment is checked like a new one", () => {
    const rosters = after([chief("p-1", "2022-01-01", { to: "2022-06-01" }), chief("p-2", "2022-06-01")], base)
    const extend = {
      _tag: "Extend",
      roster: "tower",
      scheme: two,
      role: "buildingChief",
      unit: "tower",
      person: "p-1",
      on: "2022-03-01"
    }
    expect(refusal(rosters, { ...extend, to: "2022-07-01" })).toBe("roles/PostOccupied")
    expect(refusal(rosters, { ...extend, to: "2022-05-01" })).toBeUndefined()
    const shorter = after([{ ...extend, to: "2022-05-01" }], rosters)
    expect(who(shorter, "2022-05-15", two, "buildingChief", "tower")).toEqual([])
  })

  it("a post that no scheme has here, or a unit elsewhere, is refused", () => {
    expect(refusal(base, head("grid-3", "p-1", "2023-02-01"))).toBe("roles/UnitOutside")
    expect(refusal(base, appoint("tower", two, "microGridHead", "tower", "p-1", "2022-02-01"))).toBe(
      "roles/PostUnknown"
    )
    expect(refusal(base, chief("p-1", "2021-12-31"))).toBe("roles/PostUnknown")
    expect(refusal(base, adopt("tower", "nothing", "2022-01-01"))).toBe("roles/SchemeUnknown")
  })
})

describe("substitutes", () => {
  const rosters = after([head("grid-1", "p-1", "2022-01-01")], base)
  const act = (who: string, absent: string | undefined, from: string, to: string) => ({
    _tag: "ActFor",
    roster: "tower",
    scheme: two,
    role: "microGridHead",
    unit: "grid-1",
    person: who,
    ...(absent === undefined ? {} : { absent }),
    from,
    to
  })

  it("R2-10 a substitute of a substitute answers, as long as each is away", () => {
    const away = after(
      [act("p-2", "p-1", "2022-03-01", "2022-04-01"), act("p-3", "p-2", "2022-03-10", "2022-03-20")],
      rosters
    )
    expect(who(away, "2022-03-05", two, "microGridHead", "grid-1")).toEqual(["p-2"])
    expect(who(away, "2022-03-15", two, "microGridHead", "grid-1")).toEqual(["p-3"])
    expect(who(away, "2022-03-20", two, "microGridHead", "grid-1")).toEqual(["p-2"])
    expect(who(away, "2022-04-01", two, "microGridHead", "grid-1")).toEqual(["p-1"])
    expect(refusal(away, act("p-1", "p-3", "2022-03-12", "2022-03-14"))).toBe("roles/ActingInCircle")
  })

  it("R2-10 somebody may act while a post is vacant, which is told apart from filled", () => {
    const caretaker = after([act("p-7", undefined, "2022-03-01", "2022-04-01")], base)
    expect(who(caretaker, "2022-03-05", two, "microGridHead", "grid-1")).toEqual(["p-7"])
    const filling = Completeness.of(directory(caretaker, "2022-03-05"), unit("grid-1")).map((one) => one.filling)
    expect(filling).toEqual(["actingOnly"])
  })

  it("nobody acts for somebody who is not there", () => {
    expect(refusal(rosters, act("p-2", "p-9", "2022-03-01", "2022-04-01"))).toBe("roles/NotHolder")
  })
})

describe("ex officio", () => {
  it("P-34 R2-9 the committee's secretary is the street's two-new secretary, through every change", () => {
    const rosters = after(
      [
        adopt("street", "streetPosts", "2022-01-01"),
        adopt("committee", "committeePosts", "2022-01-01"),
        appoint("street", "streetPosts", "twoNewSecretary", "street", "p-1", "2022-01-01", { to: "2022-07-01" }),
        appoint("street", "streetPosts", "twoNewSecretary", "street", "p-2", "2022-07-01")
      ],
      base
    )
    expect(who(rosters, "2022-06-30", "committeePosts", "secretary", "committee")).toEqual(["p-1"])
    expect(who(rosters, "2022-07-01", "committeePosts", "secretary", "committee")).toEqual(["p-2"])
    expect(
      refusal(rosters, appoint("committee", "committeePosts", "secretary", "committee", "p-3", "2022-02-01"))
    ).toBe("roles/ExOfficioPost")
    const held = Directory.postsOf(directory(rosters, "2022-08-01"), person("p-2")).map(({ post }) => post.role)
    expect(held).toEqual(["twoNewSecretary", "secretary"])
  })

  it("P-14 W-04 a committee has seats for members from partner units, who stay on their books", () => {
    const rosters = after(
      [
        adopt("committee", "committeePosts", "2022-01-01"),
        appoint("committee", "committeePosts", "partTimeMember", "committee", "p-4", "2022-01-01", {
          comesFrom: "bureau",
          secondedFrom: "bureau"
        }),
        appoint("committee", "committeePosts", "partTimeMember", "committee", "p-5", "2022-01-01", {
          comesFrom: "property",
          secondedFrom: "property"
        })
      ],
      base
    )
    expect(rosters.get("committee")?.holdings.map((one) => [one.person, one.secondedFrom])).toEqual([
      ["p-4", "bureau"],
      ["p-5", "property"]
    ])
    expect(Roster.schemesOn(rosters.get("committee") ?? Roster.initial, date("2022-02-01"))).toHaveLength(1)
  })
})
