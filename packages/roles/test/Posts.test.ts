import { Decider } from "@louyu/kernel"
import { Command, Completeness, Directory, Post, RoleScheme, Roster, Rosters } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { after, attempt, date, directory, person, places, refusal, schemes, unit, who, write } from "./city.ts"

const { adopt, appoint } = write
const two = "twoHeadsFourStaff"
const base = after([adopt("tower", two, "2022-01-01"), adopt("plaza", two, "2022-01-01")])
const post = (scheme: string, role: string, at: string) =>
  Schema.decodeUnknownSync(Post.Post)({ scheme, role, unit: at })
const at = (role: string, unitId = "tower") => ({ roster: "tower", scheme: two, role, unit: unitId })
const filling = (rosters: ReadonlyMap<string, Roster.Roster>, on: string, unitId: string, role: string) =>
  Completeness.of(directory(rosters, on), unit(unitId)).find((one) => one.at.role.code === role)

describe("one person and many posts", () => {
  const several = after(
    [
      appoint("tower", two, "buildingChief", "tower", "p-1", "2022-01-01", { to: "2022-07-01" }),
      appoint("tower", two, "investmentLiaison", "tower", "p-1", "2022-02-01"),
      appoint("plaza", two, "buildingChief", "plaza", "p-1", "2022-03-01"),
      appoint("tower", two, "buildingChief", "tower", "p-2", "2022-07-01")
    ],
    base
  )
  const posts = (on: string, id = "p-1") =>
    Directory.postsOf(directory(several, on), person(id)).map(({ post: one }) => `${one.role}@${one.unit}`)

  it("R2-4 P-06 several posts are held at once, in one building and in others, each for its own time", () => {
    expect(posts("2022-01-15")).toEqual(["buildingChief@tower"])
    expect(posts("2022-06-30")).toEqual(["buildingChief@tower", "investmentLiaison@tower", "buildingChief@plaza"])
    expect(posts("2022-07-01")).toEqual(["investmentLiaison@tower", "buildingChief@plaza"])
    expect(posts("2022-07-01", "p-9")).toEqual([])
    const fillings = Completeness.of(directory(several, "2022-06-30"), unit("street"))
    expect(Completeness.loads(fillings)).toEqual([{ person: "p-1", posts: 3 }])
  })

  it("R2-3 from the person: all posts ever held, oldest first, ended ones and those to come included", () => {
    const career = Directory.careerOf(directory(several, "2022-01-01"), person("p-1"))
    expect(career.map((one) => [one.post.role, one.post.unit, one.from, one.to])).toEqual([
      ["buildingChief", "tower", "2022-01-01", "2022-07-01"],
      ["investmentLiaison", "tower", "2022-02-01", undefined],
      ["buildingChief", "plaza", "2022-03-01", undefined]
    ])
    expect(Directory.careerOf(directory(several, "2022-01-01"), person("p-9"))).toEqual([])
  })

  it("R2-4 load: no more posts of a role than it allows, counted across buildings and over future dates", () => {
    const loaded = Schema.decodeUnknownSync(RoleScheme.RoleScheme)({
      ...RoleScheme.RoleScheme.make({
        ...schemes[0],
        id: RoleScheme.SchemeId.make("loaded"),
        names: { zh: "限额" },
        version: 1,
        layer: RoleScheme.LayerId.make("operating"),
        concurrent: [],
        ladder: {},
        roles: [
          {
            code: RoleScheme.RoleCode.make("officer"),
            names: { zh: "专员" },
            rank: "staff",
            scope: "building",
            minimum: 2,
            maximum: 3,
            load: 1,
            duty: "cooperate",
            matters: ["repair"],
            clearance: 1
          }
        ]
      })
    })
    const decider = Rosters.decider([loaded])
    const run = (commands: ReadonlyArray<object>) =>
      Decider.run(
        decider,
        Rosters.initial,
        commands.map((one) => Schema.decodeUnknownSync(Command.Command)(one)),
        places
      )
    const officer = (roster: string, id: string, from: string, rest: object = {}) =>
      appoint(roster, "loaded", "officer", roster, id, from, rest)
    const adopted = [adopt("tower", "loaded", "2022-01-01"), adopt("plaza", "loaded", "2022-01-01")]
    const codes = (...commands: ReadonlyArray<object>) =>
      run([...adopted, ...commands]).failures.map(({ index, failure }) => [index - 2, failure.code])
    const future = officer("tower", "p-1", "2022-09-01")
    expect(codes(future, officer("plaza", "p-1", "2022-02-01"))).toEqual([[1, "roles/LoadExceeded"]])
    expect(codes(future, officer("plaza", "p-1", "2022-02-01", { to: "2022-09-01" }))).toEqual([])
    // What one holds in the same building counts once.
    const twice = { ...loaded, roles: [{ ...loaded.roles[0], load: 2, scope: "microGrid" }] } as const
    const grids = ["grid-1", "grid-2"].map((grid) => appoint("tower", "loaded", "officer", grid, "p-1", "2022-01-01"))
    const both = [adopted[0], ...grids].map((one) => Schema.decodeUnknownSync(Command.Command)(one))
    expect(Decider.run(Rosters.decider([twice]), Rosters.initial, both, places).failures).toEqual([])
    const many = ["p-1", "p-2", "p-3", "p-4"].map((id) => officer("tower", id, "2022-01-01"))
    expect(codes(...many)).toEqual([[3, "roles/PostOccupied"]])
    const now = (amount: number) => {
      const { state } = run([...adopted, ...many.slice(0, amount)])
      const on = Directory.of([loaded], Rosters.all(state), places, date("2022-06-01"))
      return Completeness.of(on, unit("tower")).map((one) => one.filling)
    }
    expect([0, 1, 2, 3].map(now)).toEqual([["vacant"], ["short"], ["filled"], ["filled"]])
  })

  it("W-07 a full-time guide guides one cluster, and no other post comes to them later either", () => {
    const guide = (rest: object = {}) =>
      appoint("cbd", "partyBuildingGuide", "partyBuildingGuide", "cbd", "p-5", "2022-06-01", rest)
    const guided = after([adopt("cbd", "partyBuildingGuide", "2022-01-01"), guide()], base)
    const chief = (rest: object) => appoint("tower", two, "buildingChief", "tower", "p-5", "2022-02-01", rest)
    expect(refusal(guided, chief({}))).toBe("roles/ConcurrentPost")
    expect(refusal(guided, chief({ to: "2022-06-01" }))).toBeUndefined()
    const before = after([chief({})], after([adopt("cbd", "partyBuildingGuide", "2022-01-01")], base))
    expect(refusal(before, guide())).toBe("roles/ConcurrentPost")
    expect(refusalInSecondCluster(guided)).toBe("roles/ConcurrentPost")
  })
})

// A second cluster, to which the guide of the first is appointed.
const refusalInSecondCluster = (rosters: ReadonlyMap<string, Roster.Roster>): string | undefined => {
  const more = {
    ...places,
    sorts: (one: Parameters<typeof places.sorts>[0], on: Parameters<typeof places.sorts>[1]) =>
      one === "cbd-2" ? ["cluster"] : places.sorts(one, on),
    isWithin: (
      one: Parameters<typeof places.isWithin>[0],
      around: Parameters<typeof places.isWithin>[1],
      on: Parameters<typeof places.isWithin>[2]
    ) => (one === "cbd-2" ? around === "cbd-2" : places.isWithin(one, around, on))
  }
  const decoded = [
    adopt("cbd-2", "partyBuildingGuide", "2022-01-01"),
    appoint("cbd-2", "partyBuildingGuide", "partyBuildingGuide", "cbd-2", "p-5", "2022-08-01")
  ].map((one) => Schema.decodeUnknownSync(Command.Command)(one))
  const decider = Rosters.decider(schemes)
  const holdings = [...rosters.values()].flatMap((roster) => roster.holdings)
  const state = holdings.reduce<Rosters.Rosters>(
    (now, one) => Rosters.evolve(now, { _tag: "Appointed", roster: unit("cbd"), ...one }),
    Rosters.initial
  )
  return Decider.run(decider, state, decoded, more).failures[0]?.failure.code
}

describe("committees", () => {
  const committee = after(
    [
      adopt("street", "streetPosts", "2022-01-01"),
      adopt("committee", "committeePosts", "2022-01-01"),
      appoint("street", "streetPosts", "twoNewSecretary", "street", "p-1", "2022-01-01", { to: "2022-06-01" })
    ],
    base
  )
  const seat = (role: string, id: string, rest: object = {}) =>
    appoint("committee", "committeePosts", role, "committee", id, "2022-02-01", rest)

  it("W-04 a deputy secretary sent by a department sits beside those who sit there by rule, one at a time", () => {
    expect(refusal(committee, seat("departmentDeputy", "p-4"))).toBe("roles/HolderUnqualified")
    expect(refusal(committee, seat("departmentDeputy", "p-4", { comesFrom: "property" }))).toBe(
      "roles/HolderUnqualified"
    )
    const from = { comesFrom: "bureau", secondedFrom: "bureau" }
    const seated = after([seat("departmentDeputy", "p-4", from)], committee)
    const now = directory(seated, "2022-03-01")
    const found = Directory.posts(now, unit("committee")).find(({ role }) => role.code === "departmentDeputy")
    if (found === undefined) throw new Error("the seat is there")
    expect(Directory.holders(now, found).map((one) => [one.person, one.by])).toEqual([["p-4", "seconded"]])
    expect(refusal(seated, seat("departmentDeputy", "p-5", from))).toBe("roles/PostOccupied")
    expect(who(seated, "2022-03-01", "committeePosts", "secretary", "committee")).toEqual(["p-1"])
  })

  it("P-14 part-time members from partner units sit in any number, and an empty seat is no vacancy", () => {
    const empty = filling(committee, "2022-03-01", "committee", "partTimeMember")
    expect([empty?.filling, empty?.vacantSince]).toEqual(["optional", undefined])
    const members = ["p-4", "p-5", "p-6"].map((id) => seat("partTimeMember", id, { secondedFrom: "property" }))
    const seated = after(members, committee)
    expect(who(seated, "2022-03-01", "committeePosts", "partTimeMember", "committee")).toEqual(["p-4", "p-5", "p-6"])
    expect(filling(seated, "2022-03-01", "committee", "partTimeMember")?.filling).toBe("filled")
    const fillings = Completeness.of(directory(committee, "2022-03-01"), unit("committee"))
    const sum = Completeness.sum(date("2022-03-01"), fillings)
    // The secretary is there; the two deputies by rule are not; three seats may be empty.
    expect([sum.posts, sum.counts.optional, sum.counts.vacant, sum.rate]).toEqual([6, 3, 2, 1 / 3])
  })

  it("R2-9 P-34 who holds the post holds what follows it, and a vacancy there is a vacancy here, since the same day", () => {
    const secretary = (on: string) => filling(committee, on, "committee", "secretary")
    expect(secretary("2022-05-31")?.holders).toMatchObject([
      { person: "p-1", by: "exOfficio", via: { unit: "street" } }
    ])
    expect([secretary("2022-06-15")?.filling, secretary("2022-06-15")?.vacantSince]).toEqual(["vacant", "2022-06-01"])
    const acting = {
      _tag: "ActFor",
      roster: "street",
      scheme: "streetPosts",
      role: "twoNewSecretary",
      unit: "street",
      person: "p-7",
      from: "2022-06-01",
      to: "2022-07-01"
    }
    const cared = after([acting], committee)
    expect(filling(cared, "2022-06-15", "committee", "secretary")?.filling).toBe("actingOnly")
    expect(who(cared, "2022-06-15", "committeePosts", "secretary", "committee")).toEqual(["p-7"])
    const held = Directory.postsOf(directory(cared, "2022-06-15"), person("p-7"))
    expect(held.map(({ post: one }) => one.role)).toEqual(["twoNewSecretary", "secretary"])
    expect(Directory.postsOf(directory(committee, "2022-06-15"), person("p-1"))).toEqual([])
  })

  it("H-06 the secretary by rule may chair the council, and may not be anything that is not declared", () => {
    expect(refusal(committee, seat("councilChair", "p-1"))).toBeUndefined()
    expect(refusal(committee, seat("partTimeMember", "p-1"))).toBe("roles/ConcurrentPost")
    // It does not matter which of the two posts comes first, nor which of the two schemes declares the pair.
    const chaired = after([seat("councilChair", "p-2")], committee)
    const secretary = (id: string) => appoint("street", "streetPosts", "twoNewSecretary", "street", id, "2022-06-01")
    expect(refusal(chaired, secretary("p-2"))).toBeUndefined()
    expect(refusal(after([seat("partTimeMember", "p-3")], chaired), secretary("p-3"))).toBe("roles/ConcurrentPost")
  })
})

describe("vacancies", () => {
  const act = (role: string, id: string, from: string, to: string, rest: object = {}) => ({
    _tag: "ActFor",
    ...at(role),
    person: id,
    from,
    to,
    ...rest
  })

  it("R2-1 R2-8 a post is vacant since its unit is there, when that came after the scheme", () => {
    expect(filling(base, "2023-06-01", "grid-3", "microGridHead")?.vacantSince).toBe("2023-01-01")
    expect(filling(base, "2023-01-01", "grid-3", "microGridHead")?.vacantSince).toBe("2023-01-01")
    expect(filling(base, "2022-12-31", "grid-3", "microGridHead")).toBeUndefined()
  })

  it("R2-10 who acts while a post is vacant leaves it to whoever is appointed", () => {
    const acting = [
      act("buildingChief", "p-7", "2022-02-01", "2022-06-01"),
      act("buildingChief", "p-8", "2022-02-10", "2022-02-20", { absent: "p-7" })
    ]
    const cared = after([...acting, appoint("tower", two, "buildingChief", "tower", "p-1", "2022-03-01")], base)
    const seen = (on: string) => [
      filling(cared, on, "tower", "buildingChief")?.filling,
      who(cared, on, two, "buildingChief", "tower")
    ]
    expect(seen("2022-01-15")).toEqual(["vacant", []])
    expect(seen("2022-02-05")).toEqual(["actingOnly", ["p-7"]])
    expect(seen("2022-02-15")).toEqual(["actingOnly", ["p-8"]])
    expect(seen("2022-03-01")).toEqual(["filled", ["p-1"]])
    const on = directory(cared, "2022-02-15")
    expect(Directory.postsOf(on, person("p-7"))).toEqual([])
    expect(Directory.postsOf(on, person("p-8"))).toHaveLength(1)
  })

  it("R2-10 two holders stand in for each other at different times, never at the same time", () => {
    const officer = (id: string) => appoint("tower", two, "communityInformationOfficer", "tower", id, "2022-01-01")
    const code = "communityInformationOfficer"
    const away = after(
      [officer("p-1"), officer("p-2"), act(code, "p-2", "2022-03-01", "2022-04-01", { absent: "p-1" })],
      base
    )
    expect(refusal(away, act(code, "p-1", "2022-04-01", "2022-05-01", { absent: "p-2" }))).toBeUndefined()
    expect(refusal(away, act(code, "p-1", "2022-03-31", "2022-05-01", { absent: "p-2" }))).toBe("roles/ActingInCircle")
    expect(refusal(away, act(code, "p-3", "2022-03-31", "2022-05-01", { absent: "p-7" }))).toBe("roles/NotHolder")
  })

  it("R2-10 acting, a delegation and a right given end on the day they are taken back, and only once", () => {
    const grant = { roster: "tower", unit: "tower", person: "p-9", purpose: "service" }
    const begun = after(
      [
        act("buildingChief", "p-7", "2022-02-01", "2022-06-01"),
        {
          _tag: "Delegate",
          ...at("buildingChief"),
          matter: "overdue",
          person: "p-8",
          from: "2022-02-01",
          to: "2022-06-01"
        },
        { _tag: "GrantAccess", ...grant, level: 1, from: "2022-02-01", to: "2022-06-01" }
      ],
      base
    )
    const ends = [
      { _tag: "EndActing", ...at("buildingChief"), person: "p-7", on: "2022-03-01" },
      { _tag: "EndDelegation", ...at("buildingChief"), matter: "overdue", person: "p-8", on: "2022-03-01" },
      { _tag: "RevokeAccess", ...grant, on: "2022-03-01" }
    ]
    const ended = after(ends, begun)
    const tower = ended.get("tower") ?? Roster.initial
    expect([tower.acting, tower.delegations, tower.grants].map((list) => list.map((one) => one.to))).toEqual([
      ["2022-03-01"],
      ["2022-03-01"],
      ["2022-03-01"]
    ])
    for (const end of ends) {
      expect(Result.getOrThrow(attempt(ended, end)).events).toEqual([])
      expect(refusal(ended, { ...end, on: "2022-04-01" })).toBe("roles/NotHolder")
      expect(refusal(begun, { ...end, person: "p-1" })).toBe("roles/NotHolder")
    }
  })

  it("R2-5 R2-8 more holders than a post may have are told, as when a new version of a scheme allows fewer", () => {
    const holding = (id: string) => ({
      post: post(two, "buildingChief", "tower"),
      person: person(id),
      from: date("2022-01-01")
    })
    const tower = base.get("tower") ?? Roster.initial
    const crowded = new Map(base).set("tower", { ...tower, holdings: [holding("p-1"), holding("p-2")] })
    expect(filling(crowded, "2022-06-01", "tower", "buildingChief")?.filling).toBe("overFilled")
    const fillings = Completeness.of(directory(crowded, "2022-06-01"), unit("tower"))
    expect(Completeness.sum(date("2022-06-01"), fillings).counts.overFilled).toBe(1)
  })
})
