import { Decider, type Identifier } from "@louyu/kernel"
import { Command, Directory, Post, RoleScheme, Roster, Rosters, Routing, RoutingTable } from "@louyu/roles"
import { PlainPlaces } from "@louyu/roles/testing"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { date, person, places, schemes, unit } from "./city.ts"
import { dayAt, days, history } from "./histories.ts"

const on = date("2022-06-01")
const since = date("2022-01-01")
const role = (code: string, scope: string, matters: ReadonlyArray<string>, rest: object = {}) => ({
  code,
  names: { zh: code },
  rank: "staff",
  scope,
  minimum: 1,
  duty: "cooperate",
  matters,
  clearance: 1,
  ...rest
})
const scheme = Schema.decodeUnknownSync(RoleScheme.RoleScheme)({
  id: "routes",
  version: 1,
  names: { zh: "流转" },
  layer: "operating",
  roles: [
    role("lead", "building", ["overdue"], { duty: "leadOverall" }),
    role("titular", "building", [], { duty: "leadOverall" }),
    role("second", "building", [], { deputyOf: "first" }),
    role("first", "building", ["parking"], { deputyOf: "officer" }),
    role("officer", "building", ["repair"]),
    role("area", "building", ["repair"], { duty: "ownArea" }),
    role("head", "grid", ["general"], { duty: "ownArea" }),
    role("desk", "town", ["general", "repair"])
  ],
  concurrent: [],
  ladder: {}
})
const city = PlainPlaces.of(
  (
    [
      ["town", "town", undefined],
      ["block", "nothing", "town"],
      ["a", "building", "block"],
      ["b", "building", "a"],
      ["g", "grid", "a"],
      ["h", "grid", "b"],
      ["late", "grid", "b"]
    ] as const
  ).map(([id, sort, under]) => ({
    unit: unit(id),
    sorts: [sort],
    ...(under === undefined ? {} : { under: unit(under) }),
    ...(id === "late" ? { from: date("2023-01-01") } : {})
  }))
)
const units = ["town", "block", "a", "b", "g", "h", "late", "nowhere"].map(unit)
const matters = ["repair", "parking", "overdue", "general", "unheard", "constructor"]

const post = (at: string, code: string) => ({ scheme: scheme.id, role: RoleScheme.RoleCode.make(code), unit: unit(at) })
const chair = fc.constantFrom(
  ...["a", "b"].flatMap((at) =>
    ["lead", "titular", "second", "first", "officer", "area"].map((code) => post(at, code))
  ),
  post("g", "head"),
  post("h", "head"),
  post("town", "desk")
)
const somebody = fc.constantFrom("p-1", "p-2", "p-3", "p-4").map(person)
const roster = fc
  .record({
    holdings: fc.array(fc.record({ post: chair, person: somebody }), { maxLength: 8 }),
    acting: fc.array(fc.record({ post: chair, person: somebody }), { maxLength: 3 }),
    delegations: fc.array(
      fc.record({ post: chair, person: somebody, matter: fc.constantFrom(...matters, "delegated") }),
      {
        maxLength: 3
      }
    )
  })
  .map(
    (lists): Roster.Roster => ({
      ...Roster.initial,
      unit: unit("town"),
      schemes: { [scheme.layer]: [{ from: since, value: { scheme: scheme.id, version: 1 } }] },
      holdings: lists.holdings.map((one) => ({ ...one, from: since })),
      acting: lists.acting.map((one) => ({ ...one, from: since })),
      delegations: lists.delegations.map((one) => ({ ...one, from: since }))
    })
  )

// All chairs a matter is brought to, in order, said as plainly as it can be: unit by unit, up to the top.
const chairs = (matter: string, from: Identifier.UnitId) =>
  [from, ...city.above(from, on)].flatMap((at) => {
    const [sort] = city.sorts(at, on)
    const here = scheme.roles.filter((one) => one.scope === sort)
    const own = here.filter((one) => one.matters.includes(matter))
    const asked = own.length > 0 ? own : here.filter((one) => one.matters.includes("general"))
    const first = asked.filter((one) => one.duty === "ownArea")
    const then = asked.filter((one) => one.duty === "cooperate")
    const last = asked.filter((one) => one.duty === "leadOverall")
    const leads = here.filter((one) => one.duty === "leadOverall" && one.matters.length > 0 && !asked.includes(one))
    const deputies = (code: string): ReadonlyArray<string> => [
      code,
      ...here.filter((one) => one.deputyOf === code).flatMap((one) => deputies(one.code))
    ]
    return [...first, ...then, ...last, ...leads].flatMap((one) =>
      deputies(one.code).map((code) => ({
        at: post(at, code),
        matters: own.length === 0 && asked.includes(one) ? [matter, "general"] : [matter]
      }))
    )
  })

// Who is on a chair: whoever has the matter, else who is appointed, else who acts while nobody is.
const sitting = (one: Roster.Roster, at: Post.Post, asked: ReadonlyArray<string>): ReadonlyArray<string> => {
  const people = (list: ReadonlyArray<{ readonly post: Post.Post; readonly person: string }>) => [
    ...new Set(list.filter((entry) => Post.key(entry.post) === Post.key(at)).map((entry) => entry.person))
  ]
  const lists = [
    ...asked.map((matter) => one.delegations.filter((entry) => entry.matter === matter)),
    one.holdings,
    one.acting
  ]
  return lists.map(people).find((found) => found.length > 0) ?? []
}

describe("routing, whoever holds what", () => {
  it("R2-11 R2-14 the answer is the first chair on the way up that somebody sits on, and never an empty one", () => {
    fc.assert(
      fc.property(roster, (one) => {
        const directory = Directory.of([scheme], [one], city, on)
        for (const at of units) {
          for (const matter of matters) {
            const route = Routing.route(directory, { matter, unit: at })
            const line = city.sorts(at, on).length > 0 ? chairs(matter, at) : []
            const found = line.find((each) => sitting(one, each.at, each.matters).length > 0)
            expect([...new Set(route.answers)]).toEqual(
              found === undefined ? [] : sitting(one, found.at, found.matters)
            )
            expect(route.at).toEqual(found?.at)
            expect(route.responsible).toEqual(line[0]?.at)
            expect(route.steps.at(-1)?.why === "nobody").toBe(found === undefined)
            for (const step of route.steps.filter(({ why }) => ["held", "acting", "delegated"].includes(why))) {
              expect(route.answers).toContain(step.person)
            }
          }
        }
      }),
      { numRuns: 150, seed: 81 }
    )
  })

  it("R2-11 a table compiled for all units answers what walking up answers", () => {
    fc.assert(
      fc.property(roster, fc.shuffledSubarray(units, { minLength: 1 }), (one, listed) => {
        const directory = Directory.of([scheme], [one], city, on)
        const table = RoutingTable.of(directory, listed)
        for (const [number, at] of listed.entries()) {
          for (const matter of [...matters, "delegated"]) {
            const { responsible, at: chosen, answers } = Routing.route(directory, { matter, unit: at })
            const answer = RoutingTable.answer(table, number, RoutingTable.column(table, matter))
            expect([at, matter, answer]).toEqual([at, matter, { responsible, at: chosen, answers }])
          }
        }
        expect(RoutingTable.answer(table, listed.length, 0).answers).toEqual([])
      }),
      { numRuns: 100, seed: 82 }
    )
  })

  it("R2-11 P-06 over histories of appointments, substitutes and delegations table and walk agree, and answers are people there", () => {
    const decoder = Schema.decodeUnknownSync(Command.Command)
    const all = ["street", "cbd", "committee", "tower", "grid-1", "grid-2", "plaza", "firm"].map(unit)
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: days }), (commands, offset) => {
        const decoded = commands.map((one) => decoder(one))
        const { state } = Decider.run(Rosters.decider(schemes), Rosters.initial, decoded, places)
        const directory = Directory.of(schemes, Rosters.all(state), places, dayAt(offset))
        const table = RoutingTable.of(directory, all)
        for (const [number, at] of all.entries()) {
          for (const matter of ["party", "repair", "overdue", "parking", "general"]) {
            const { responsible, at: chosen, answers } = Routing.route(directory, { matter, unit: at })
            const answer = RoutingTable.answer(table, number, RoutingTable.column(table, matter))
            expect(answer).toEqual({ responsible, at: chosen, answers })
            if (chosen === undefined) continue
            const found = Directory.postAt(directory, chosen.unit, chosen)
            const there = found === undefined ? [] : Directory.holders(directory, found).map((one) => one.person)
            const given = Directory.seats(directory, chosen).delegations.map((one) => one.person)
            expect(answers.every((one) => there.includes(one) || given.includes(one))).toBe(true)
          }
        }
      }),
      { numRuns: 60, seed: 83 }
    )
  })
})
