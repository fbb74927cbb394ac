import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Incubation from "../src/Incubation.ts"
import { branchIncubation } from "../src/PipelinePresets.ts"
import { adopt, advance, after, day, on, open, unit } from "./scene.ts"

const found = (enterprise: string, members: number, building = "b1"): Incubation.Found => ({
  enterprise: unit(enterprise),
  building: unit(building),
  members
})

describe("the way to a branch", () => {
  it("P-35 P-09 three members found one of their own, fewer join neighbours, who is left over waits in the functional branch", () => {
    const ways = Incubation.ways([found("e1", 4), found("e2", 2), found("e3", 1), found("e4", 0), found("e5", 2, "b2")])
    expect(ways).toEqual([
      { way: "single", building: "b1", enterprises: ["e1"], members: 4 },
      { way: "joint", building: "b1", enterprises: ["e2", "e3"], members: 3 },
      { way: "functional", building: "b2", enterprises: ["e5"], members: 2 }
    ])
  })

  it("P-33 many small firms make several branches, none of more firms than the rules allow", () => {
    const ways = Incubation.ways(Array.from({ length: 11 }, (_, n) => found(`e${n + 10}`, 1)))
    expect(ways.map(({ way, enterprises }) => [way, enterprises.length])).toEqual([
      ["joint", 3],
      ["joint", 3],
      ["joint", 5]
    ])
  })

  it("invariant 3: whatever is found, every firm with members has one way, and every branch is one the rules allow", () => {
    const some = fc.uniqueArray(
      fc.record({
        enterprise: fc.integer({ min: 10, max: 60 }),
        members: fc.nat(5),
        building: fc.constantFrom("b1", "b2")
      }),
      { selector: ({ enterprise }) => enterprise, maxLength: 25 }
    )
    fc.assert(
      fc.property(some, (raw) => {
        const all = raw.map(({ enterprise, members, building }) => found(`e${enterprise}`, members, building))
        const ways = Incubation.ways(all)
        expect(Incubation.ways(all.toReversed())).toEqual(ways)
        const covered = ways.flatMap(({ enterprises }) => enterprises).toSorted()
        expect(covered).toEqual(
          all
            .filter(({ members }) => members > 0)
            .map(({ enterprise }) => enterprise)
            .toSorted()
        )
        for (const { way, building, enterprises, members } of ways) {
          const own = all.filter((one) => enterprises.includes(one.enterprise))
          expect(own.every((one) => one.building === building)).toBe(true)
          expect(members).toBe(own.reduce((sum, one) => sum + one.members, 0))
          if (way === "single") expect([enterprises.length, members >= 3]).toEqual([1, true])
          if (way === "joint") {
            expect([enterprises.length >= 2, enterprises.length <= 5, members >= 3]).toEqual([true, true, true])
          }
          if (way === "functional") expect([enterprises.length, members < 3]).toEqual([1, true])
        }
        // Nobody waits who could have founded a branch with a neighbour who waits, too.
        const waiting = ways.filter(({ way, building }) => way === "functional" && building === "b1")
        expect(waiting.reduce((sum, { members }) => sum + members, 0) < 3 || waiting.length < 2).toBe(true)
      }),
      { numRuns: 300 }
    )
  })
})

describe("incubating branches", () => {
  const enterprises = Array.from({ length: 30 }, (_, n) => unit(`firm-${n}`))
  const state = after([
    adopt(branchIncubation, "2021-01-01"),
    ...enterprises.slice(0, 25).flatMap((enterprise, n) => {
      const id = `o${n}`
      const opened = open(id, {
        pipeline: "branchIncubation",
        enterprise,
        source: n < 20 ? "ownInitiative" : "sweep",
        on: "2021-03-01",
        firstServed: "2021-01-10"
      })
      const guided = [advance(id, "membersFound", "2021-03-02"), advance(id, "guided", "2021-03-10")]
      const founded = [
        advance(id, "pathDecided", "2021-04-01"),
        advance(id, "applied", "2021-05-01", ["application"]),
        advance(id, "approved", "2021-06-01", ["approval"]),
        on("WinProspect", id, { evidence: ["election"] }, `2021-07-${String((n % 28) + 1).padStart(2, "0")}`)
      ]
      return [opened, ...(n < 24 ? guided : []), ...(n < 20 ? founded : [])]
    })
  ])

  it("W-10 H-03 twenty firms founded a branch by themselves, and how long after the first service", () => {
    const lags = Incubation.lags(state, branchIncubation.id, day("2021-12-31"))
    expect(lags).toHaveLength(20)
    expect(lags[0]).toMatchObject({ prospect: "o0", days: 172, founded: "2021-07-01" })
    // By themselves: of those found by the sweep none has founded one yet.
    expect(new Set(lags.map(({ source }) => source))).toEqual(new Set(["ownInitiative"]))
    expect(lags.every(({ days }, at) => at === 0 || days >= (lags[at - 1]?.days ?? 0))).toBe(true)
    expect(Incubation.lags(state, branchIncubation.id, day("2021-07-05"))).toHaveLength(5)
  })

  it("H-03 influence counts only where service came first: not before it, nor where nobody knows of any", () => {
    const founded = (id: string, firstServed?: string) => [
      open(id, {
        pipeline: "branchIncubation",
        enterprise: unit(`of-${id}`),
        source: "ownInitiative",
        on: "2021-03-01",
        ...(firstServed === undefined ? {} : { firstServed })
      }),
      advance(id, "membersFound", "2021-03-02"),
      advance(id, "guided", "2021-03-10"),
      advance(id, "pathDecided", "2021-04-01"),
      advance(id, "applied", "2021-05-01", ["application"]),
      advance(id, "approved", "2021-06-01", ["approval"]),
      on("WinProspect", id, { evidence: ["election"] }, "2021-07-01")
    ]
    const told = after([
      adopt(branchIncubation, "2021-01-01"),
      ...founded("served", "2021-06-30"),
      ...founded("sameDay", "2021-07-01"),
      ...founded("before", "2021-07-02"),
      ...founded("unknown")
    ])
    const lags = (records?: (enterprise: string) => string | undefined) =>
      Incubation.lags(told, branchIncubation.id, day("2021-12-31"), (enterprise) => {
        const date = records?.(enterprise)
        return date === undefined ? undefined : day(date)
      }).map(({ prospect, days }) => [prospect, days])
    expect(lags()).toEqual([
      ["sameDay", 0],
      ["served", 1]
    ])
    // What the prospect says comes first; records of service tell where it says nothing.
    expect(lags(() => "2021-06-01")).toEqual([
      ["sameDay", 0],
      ["served", 1],
      ["unknown", 30]
    ])
    expect(lags((enterprise) => (enterprise === "of-unknown" ? "2021-08-01" : undefined))).toHaveLength(2)
  })

  it("P-35 dual coverage counts enterprises covered by work and by an organisation, of those in scope", () => {
    expect(Incubation.dualCoverage(state, branchIncubation.id, enterprises, day("2021-12-31"))).toEqual({
      asOf: "2021-12-31",
      work: { numerator: 24, denominator: 30, rate: 0.8 },
      organisation: { numerator: 20, denominator: 30, rate: 2 / 3 },
      both: { numerator: 20, denominator: 30, rate: 2 / 3 }
    })
    expect(Incubation.dualCoverage(state, branchIncubation.id, enterprises, day("2021-03-09")).work.numerator).toBe(0)
    expect(Incubation.dualCoverage(state, branchIncubation.id, [], day("2021-12-31")).work.rate).toBeUndefined()
  })
})
