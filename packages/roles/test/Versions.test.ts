import { Completeness, Directory, RoleScheme, type Roster, Routing } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { attemptUnder, date, places, unit, write } from "./city.ts"

const { adopt, appoint } = write
const role = (code: string, rest: object = {}) => ({
  code,
  names: { zh: code },
  rank: "staff",
  scope: "building",
  minimum: 1,
  duty: "cooperate",
  matters: [code],
  clearance: 1,
  ...rest
})
const scheme = (id: string, version: number, layer: string, roles: ReadonlyArray<object>, rest: object = {}) =>
  Schema.decodeUnknownSync(RoleScheme.RoleScheme)({
    id,
    version,
    names: { zh: id },
    layer,
    roles,
    concurrent: [],
    ladder: {},
    ...rest
  })
const ref = (code: string) => ({ scheme: "duties", role: code })
const ladder = { "*": [ref("chief")], fire: [ref("officer"), ref("chief")] }
const schemes = [
  scheme("duties", 1, "operating", [role("chief"), role("officer", { minimum: 2, termMonths: 12 })], { ladder }),
  scheme("duties", 2, "operating", [role("chief"), role("clerk")]),
  scheme("campus", 1, "operating", [role("warden")]),
  scheme("patrons", 1, "leadership", [role("patron", { deputyOf: "chief", matters: [] })])
]

type Rosters = ReadonlyMap<string, Roster.Roster>
const attempt = (rosters: Rosters, command: object) => attemptUnder(schemes, rosters, command)
const after = (commands: ReadonlyArray<object>, rosters: Rosters = new Map()): Rosters =>
  commands.reduce<Rosters>((now, command) => Result.getOrThrow(attempt(now, command)).rosters, rosters)
const refusal = (rosters: Rosters, command: object) => {
  const result = attempt(rosters, command)
  return Result.isFailure(result) ? result.failure.code : undefined
}
const directory = (rosters: Rosters, on: string) => Directory.of(schemes, rosters.values(), places, date(on))
const posts = (rosters: Rosters, on: string, at: string) =>
  Directory.posts(directory(rosters, on), unit(at)).map(({ post }) => `${post.scheme}/${post.role}`)
const vacantSince = (rosters: Rosters, on: string, code: string) =>
  Completeness.of(directory(rosters, on), unit("tower")).find(({ at }) => at.role.code === code)?.vacantSince
const at = (code: string) => ({ roster: "tower", scheme: "duties", role: code, unit: "tower" })
const holds = (code: string, who: string, from: string, rest: object = {}) =>
  appoint("tower", "duties", code, "tower", who, from, rest)

const first = adopt("tower", "duties", "2022-01-01")
const second = adopt("tower", "duties", "2023-01-01", { version: 2 })

describe("versions of a scheme", () => {
  it("R2-7 holders of roles that a new version keeps stay as they are, also when the mapping says so", () => {
    const held = after([first, holds("chief", "p-1", "2022-03-01")])
    for (const mapping of [[], [{ from: "chief", to: "chief" }]]) {
      const { events, rosters } = Result.getOrThrow(attempt(held, { ...second, mapping }))
      expect(events.map((one) => one._tag)).toEqual(["SchemeAdopted"])
      expect(posts(rosters, "2022-12-31", "tower")).toEqual(["duties/chief", "duties/officer"])
      expect(posts(rosters, "2023-01-01", "tower")).toEqual(["duties/chief", "duties/clerk"])
    }
  })

  it("R2-7 holders of a role that a new version drops have to be provided for, and so have substitutes and delegates", () => {
    const acting = { _tag: "ActFor", ...at("officer"), person: "p-2", from: "2022-06-01", to: "2023-06-01" }
    const given = {
      _tag: "Delegate",
      ...at("officer"),
      matter: "officer",
      person: "p-3",
      from: "2022-06-01",
      to: "2023-06-01"
    }
    for (const one of [holds("officer", "p-1", "2022-03-01"), acting, given]) {
      const before = after([first, one])
      expect(refusal(before, second)).toBe("roles/MappingIncomplete")
      expect(refusal(before, { ...second, mapping: [{ from: "officer" }] })).toBeUndefined()
      expect(refusal(before, { ...second, mapping: [{ from: "officer", to: "clerk" }] })).toBeUndefined()
      expect(refusal(before, { ...second, mapping: [{ from: "officer", to: "nothing" }] })).toBe("roles/PostUnknown")
    }
    expect(refusal(after([first, holds("officer", "p-1", "2022-03-01", { to: "2023-01-01" })]), second)).toBeUndefined()
  })

  it("R2-6 nobody is appointed beyond the day on which a later version drops the role", () => {
    const planned = after([first, second])
    expect(refusal(planned, holds("officer", "p-1", "2022-03-01"))).toBe("roles/PostUnknown")
    expect(refusal(planned, holds("officer", "p-1", "2022-03-01", { to: "2023-01-01" }))).toBeUndefined()
    expect(refusal(planned, holds("clerk", "p-1", "2022-12-31"))).toBe("roles/PostUnknown")
    expect(refusal(planned, holds("chief", "p-1", "2022-03-01"))).toBeUndefined()
  })

  it("R2-7 a scheme put before one that is planned ends where that one begins", () => {
    const planned = after([first, second])
    const between = after([adopt("tower", "campus", "2022-06-01")], planned)
    expect(posts(between, "2022-05-31", "tower")).toEqual(["duties/chief", "duties/officer"])
    expect(posts(between, "2022-06-01", "tower")).toEqual(["campus/warden"])
    expect(posts(between, "2023-01-01", "tower")).toEqual(["duties/chief", "duties/clerk"])
  })

  it("R2-8 a post is vacant since its role is there: since the version that brought it, or the scheme that came again", () => {
    const planned = after([first, second])
    expect([vacantSince(planned, "2023-06-01", "chief"), vacantSince(planned, "2023-06-01", "clerk")]).toEqual([
      "2022-01-01",
      "2023-01-01"
    ])
    const dropped = { _tag: "DropScheme", roster: "tower", layer: "operating", on: "2022-06-01" }
    const again = after([first, dropped, adopt("tower", "duties", "2022-09-01")])
    expect(vacantSince(again, "2023-06-01", "chief")).toBe("2022-09-01")
  })

  it("R2-7 P-36 of two rosters that speak of one layer the nearer is heard, and other layers stand beside it", () => {
    const city = after([adopt("cbd", "campus", "2022-01-01"), adopt("cbd", "patrons", "2022-01-01"), first])
    expect(posts(city, "2022-06-01", "tower")).toEqual(["duties/chief", "duties/officer", "patrons/patron"])
    expect(posts(city, "2022-06-01", "plaza")).toEqual(["campus/warden", "patrons/patron"])
  })

  it("R2-7 a scheme is not adopted where and when there is no unit", () => {
    expect(refusal(new Map(), adopt("grid-3", "duties", "2022-12-31"))).toBe("roles/UnitOutside")
    expect(refusal(new Map(), adopt("grid-3", "duties", "2023-01-01"))).toBeUndefined()
  })
})

describe("posts of a version", () => {
  it("R2-5 R2-10 one substitute for two holders answers once, and the post is short of one", () => {
    const act = (absent: string) => ({
      _tag: "ActFor",
      ...at("officer"),
      person: "p-9",
      absent,
      from: "2022-03-01",
      to: "2022-04-01"
    })
    const held = after([
      first,
      holds("officer", "p-1", "2022-01-01"),
      holds("officer", "p-2", "2022-01-01"),
      act("p-1"),
      act("p-2")
    ])
    const filling = (on: string) =>
      Completeness.of(directory(held, on), unit("tower")).find((one) => one.at.role.code === "officer")
    expect(filling("2022-02-01")?.holders.map((one) => one.person)).toEqual(["p-1", "p-2"])
    expect(filling("2022-03-01")?.holders.map((one) => [one.person, one.absent])).toEqual([["p-9", ["p-1"]]])
    expect([filling("2022-02-01")?.filling, filling("2022-03-01")?.filling]).toEqual(["filled", "short"])
  })

  it("R2-8 what ends first is told: the appointment, or the term of the role", () => {
    const held = after([
      first,
      holds("officer", "p-1", "2022-01-01"),
      holds("officer", "p-2", "2022-01-01", { to: "2022-07-01" }),
      holds("chief", "p-3", "2022-01-01")
    ])
    const until = (to: string) =>
      Completeness.expiring(directory(held, "2022-06-01"), unit("tower"), {
        from: date("2022-06-01"),
        to: date(to)
      }).map(({ holding, ends }) => [holding.person, ends])
    expect(until("2022-07-01")).toEqual([])
    expect(until("2024-01-01")).toEqual([
      ["p-2", "2022-07-01"],
      ["p-1", "2023-01-01"]
    ])
  })

  it("R2-11 a matter with a ladder of its own climbs that one, and every other the common one", () => {
    const now = directory(after([first]), "2022-06-01")
    const rungs = (matter: string) => Routing.ladder(now, { matter, unit: unit("grid-1") }).map(({ post }) => post.role)
    // The ladder is that of a scheme with posts on the way: a grid has none here, its building has.
    expect([rungs("fire"), rungs("party")]).toEqual([["officer", "chief"], ["chief"]])
  })

  it("R2-11 a role deputises within its own scheme only", () => {
    const now = directory(
      after([
        first,
        adopt("tower", "patrons", "2022-01-01"),
        appoint("tower", "patrons", "patron", "tower", "p-8", "2022-01-01")
      ]),
      "2022-06-01"
    )
    expect(Routing.route(now, { matter: "chief", unit: unit("tower") }).answers).toEqual([])
  })

  it("R2-4 an appointment stops where the same person holds the post again, and extending it stops there, too", () => {
    const planned = after([first, holds("chief", "p-1", "2022-06-01")])
    const sooner = after([holds("chief", "p-1", "2022-03-01")], planned)
    const periods = (rosters: Rosters) => rosters.get("tower")?.holdings.map((one) => [one.from, one.to])
    expect(periods(sooner)).toEqual([
      ["2022-06-01", undefined],
      ["2022-03-01", "2022-06-01"]
    ])
    const short = after([
      first,
      holds("chief", "p-1", "2022-06-01"),
      holds("chief", "p-1", "2022-03-01", { to: "2022-04-01" })
    ])
    const longer = after([{ _tag: "Extend", ...at("chief"), person: "p-1", on: "2022-03-15" }], short)
    expect(periods(longer)).toEqual([
      ["2022-06-01", undefined],
      ["2022-03-01", "2022-06-01"]
    ])
  })
})
