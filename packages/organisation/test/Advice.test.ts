import { describe, expect, it } from "vitest"
import { Advice, type Command, Coverage, type Event, Integrity, View } from "../src/index.ts"
import * as Town from "./town.ts"

const { after, counts, day, district, establish, found, guide, on, range, restructured, structure, unit } = Town

const today = day(30)

/** Enterprises with so many full members each, in a place. */
const firms = (within: string, members: Readonly<Record<string, number>>): ReadonlyArray<Command.Command> =>
  Object.entries(members).flatMap(([id, full]) => [
    establish(id, "enterprise", { within }),
    ...(full > 0 ? [counts(id, full)] : [])
  ])

// Two towers of two floors; a third floor right in the building.
const building = [
  ...district(2),
  establish("T2", "tower", { within: "b0" }),
  establish("T3", "tower", { within: "b0" }),
  establish("f1", "floor", { within: "T2" }),
  establish("f2", "floor", { within: "T2" }),
  establish("f3", "floor", { within: "T3" })
]

const advice = (id: string, commands: ReadonlyArray<Command.Command>, rules = structure) =>
  Advice.forEnterprise(on(today, [...building, ...commands], rules), unit(id))

describe("advice for an enterprise", () => {
  it("P-09 three full members found a branch of their own; probationary ones do not count", () => {
    expect(advice("a", firms("f1", { a: 3 }))).toEqual({
      _tag: "foundSingle",
      enterprise: "a",
      fullMembers: 3,
      leaving: undefined
    })
    expect(advice("a", [establish("a", "enterprise", { within: "f1" }), counts("a", 2, 5)])?._tag).toBe("assignGuide")
  })

  it("P-09 an enterprise that outgrew its joint branch may leave it for its own", () => {
    const joint = [...firms("f1", { a: 2, b: 2 }), found("j", ["a", "b"]), counts("a", 3, 0, day(10))]
    expect(advice("a", joint)).toEqual({ _tag: "foundSingle", enterprise: "a", fullMembers: 3, leaving: "j" })
    expect(advice("b", joint)).toBe(undefined)
    expect(advice("a", [...firms("f1", { a: 3 }), found("own", ["a"])])).toBe(undefined)
  })

  it("P-09 fewer members join those on the same floor before those in the tower, and those before the building", () => {
    const near = firms("f1", { a: 1, b: 1, c: 1 })
    const far = [...firms("f2", { d: 2 }), ...firms("f3", { e: 2 })]
    const neighbours = (commands: ReadonlyArray<Command.Command>) => {
      const one = advice("a", commands)
      return one?._tag === "joinJoint" ? one.neighbours : one?._tag
    }
    expect(neighbours([...near, ...far])).toEqual(["b", "c"])
    expect(neighbours([...firms("f1", { a: 1 }), ...far])).toEqual(["d"])
    expect(neighbours([...firms("f1", { a: 1 }), ...firms("f3", { e: 2 })])).toEqual(["e"])
    expect(neighbours([...firms("f1", { a: 1 }), ...firms("b1", { g: 2 })])).toBe("assignGuide")
  })

  it("P-09 a new joint branch has as few enterprises as can be, and never more than the limit", () => {
    const six = firms("f1", { a: 1, b: 1, c: 1, d: 1, e: 1, f: 2 })
    expect(advice("a", six)).toEqual({ _tag: "joinJoint", enterprise: "a", neighbours: ["f"], fullMembers: 3 })
    const strict = restructured({ branchRules: { ...structure.branchRules, jointMinimum: 6, singleMinimum: 6 } })
    expect(advice("a", firms("f1", { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }), strict)?._tag).toBe("assignGuide")
    expect(advice("a", firms("f1", { a: 1, b: 1, c: 1, d: 1, e: 2, f: 1 }), strict)).toMatchObject({ fullMembers: 6 })
  })

  it("P-09 neighbours with a branch, or with members enough for their own, are not asked", () => {
    expect(advice("a", [...firms("f1", { a: 1, b: 2, c: 3, d: 2 }), found("p", ["b"])])).toMatchObject({
      neighbours: ["d"]
    })
    expect(advice("a", firms("f1", { a: 1, c: 3 }))?._tag).toBe("assignGuide")
  })

  it("P-33 with too few around, a joint branch near by with room takes it in, the nearest first", () => {
    const joints = [
      ...firms("f2", { b: 2, c: 2 }),
      ...firms("f3", { d: 2, e: 2 }),
      found("far", ["d", "e"]),
      found("near", ["b", "c"])
    ]
    expect(advice("a", [...firms("f1", { a: 1 }), ...joints])).toEqual({
      _tag: "joinExisting",
      enterprise: "a",
      branch: "near"
    })
    const full = [
      ...firms("f2", { b: 2, c: 2, x: 0, y: 0, z: 0 }),
      ...firms("f3", { d: 2, e: 2 }),
      found("far", ["d", "e"])
    ]
    const crowded = [...full, found("near", ["b", "c", "x", "y", "z"])]
    expect(advice("a", [...firms("f1", { a: 1 }), ...crowded])).toMatchObject({ branch: "far" })
  })

  it("W-22 a branch of a chamber of commerce has room for more than other joint branches", () => {
    const market = [
      ...district(0),
      establish("cd", "commercial-district", { within: "r" }),
      ...range(8, (i) => establish(`s${i}`, "sole-trader", { within: "cd" })),
      counts("s7", 1)
    ]
    const advised = (covered: number) =>
      Advice.forEnterprise(
        on(today, [
          ...market,
          found(
            "ch",
            range(covered, (i) => `s${i}`),
            { kind: "chamber-branch" }
          )
        ]),
        unit("s7")
      )
    expect(advised(7)).toEqual({ _tag: "joinExisting", enterprise: "s7", branch: "ch" })
    expect(advised(8)).toBe(undefined)
    const narrow = on(today, [...market, found("br", ["s0", "s1", "s2", "s3", "s4"])])
    expect(Advice.forEnterprise(narrow, unit("s7"))?._tag).toBe("assignGuide")
  })

  it("P-33 where there are too few members a guide keeps the firm covered, and one is enough", () => {
    expect(advice("a", firms("f1", { a: 1 }))).toEqual({ _tag: "assignGuide", enterprise: "a" })
    expect(advice("a", firms("f1", { a: 0, b: 2, c: 2 }))).toEqual({ _tag: "assignGuide", enterprise: "a" })
    expect(advice("a", [...firms("f1", { a: 1 }), guide("st", "a")])).toBe(undefined)
  })
})

describe("advice for a branch", () => {
  const branch = (full: number, extra: ReadonlyArray<Command.Command> = []) =>
    Advice.forBranch(
      on(today, [...district(1), establish("br", "branch", { under: "st" }), counts("br", full), ...extra]),
      unit("br")
    )

  it("P-09 grows from branch to general branch to committee at the numbers of the rules", () => {
    expect([3, 49].map((full) => branch(full))).toEqual([undefined, undefined])
    expect([50, 99].map((full) => branch(full)?._tag)).toEqual(["considerGeneralBranch", "considerGeneralBranch"])
    expect(branch(100)).toEqual({ _tag: "considerCommittee", branch: "br", fullMembers: 100 })
  })

  it("P-09 fallen below its number a branch goes on, with a warning", () => {
    expect(branch(2)).toEqual({ _tag: "belowMinimum", branch: "br", fullMembers: 2 })
  })

  it("P-09 a functional branch has no members of its own and is not advised on", () => {
    const view = on(today, [
      ...district(1),
      establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
      establish("fb", "good-neighbour-branch", { under: "cc", within: "cl" })
    ])
    expect(Advice.forBranch(view, unit("fb"))).toBe(undefined)
  })
})

describe("advice for a whole place", () => {
  const all = (commands: ReadonlyArray<Command.Command>, within?: string) =>
    Advice.all(on(today, [...building, ...commands]), within === undefined ? undefined : unit(within))

  it("P-33 puts the enterprises of a building into groups and names nobody twice", () => {
    const told = all([...firms("f1", { a: 2, b: 1, c: 2, d: 1 }), ...firms("f2", { e: 2 }), ...firms("f3", { g: 1 })])
    expect(told).toEqual([
      { _tag: "joinJoint", enterprise: "a", neighbours: ["b"], fullMembers: 3 },
      { _tag: "joinJoint", enterprise: "c", neighbours: ["d"], fullMembers: 3 },
      { _tag: "joinJoint", enterprise: "e", neighbours: ["g"], fullMembers: 3 }
    ])
  })

  it("P-33 groups a floor before it looks for neighbours elsewhere", () => {
    const told = all([...firms("f1", { a: 2 }), ...firms("f2", { b: 2, c: 1 }), ...firms("f3", { d: 1 })])
    expect(told).toEqual([
      { _tag: "joinJoint", enterprise: "a", neighbours: ["d"], fullMembers: 3 },
      { _tag: "joinJoint", enterprise: "b", neighbours: ["c"], fullMembers: 3 }
    ])
  })

  it("P-33 those left over join a joint branch with room, each place in it once, or a group just proposed", () => {
    const joint = [...firms("f2", { p: 2, q: 2, u: 0, v: 0 }), found("j", ["p", "q", "u", "v"])]
    const told = all([...joint, ...firms("f1", { a: 2, b: 2, c: 1 }), ...firms("f3", { d: 1 })])
    expect(told).toEqual([
      { _tag: "joinJoint", enterprise: "a", neighbours: ["c"], fullMembers: 3 },
      { _tag: "joinJoint", enterprise: "b", neighbours: ["d"], fullMembers: 3 }
    ])
    const left = all([...joint, ...firms("f1", { a: 2, b: 1, c: 1 }), ...firms("f3", { d: 1 })])
    expect(left).toEqual([
      { _tag: "joinJoint", enterprise: "a", neighbours: ["b", "d"], fullMembers: 4 },
      { _tag: "joinExisting", enterprise: "c", branch: "j" }
    ])
  })

  it("P-33 a group just proposed takes in no more than the limit; who comes too late gets a guide", () => {
    const rules = restructured({
      branchRules: { ...structure.branchRules, singleMinimum: 4, jointMinimum: 6, jointMaximumEnterprises: 3 }
    })
    const view = on(today, [...building, ...firms("f1", { a: 3, b: 3, c: 1, d: 1, e: 1 })], rules)
    expect(Advice.all(view)).toEqual([
      { _tag: "joinJoint", enterprise: "a", neighbours: ["b", "c"], fullMembers: 7 },
      { _tag: "assignGuide", enterprise: "d" },
      { _tag: "assignGuide", enterprise: "e" }
    ])
  })

  it("P-33 in one room or floor it tells what concerns those in it, with neighbours from the whole building", () => {
    const commands = [...firms("f1", { a: 1, x: 0 }), ...firms("f3", { b: 2 }), ...firms("f2", { c: 5 })]
    expect(all(commands, "f1")).toEqual([
      { _tag: "joinJoint", enterprise: "a", neighbours: ["b"], fullMembers: 3 },
      { _tag: "assignGuide", enterprise: "x" }
    ])
    expect(all(commands, "f3")).toEqual([{ _tag: "joinJoint", enterprise: "b", neighbours: ["a"], fullMembers: 3 }])
    expect(all(commands, "f2").map(({ _tag }) => _tag)).toEqual(["foundSingle"])
  })

  it("P-33 tells of the branches there too, after the enterprises", () => {
    const told = all(
      [...firms("f1", { a: 3 }), establish("br", "branch", { under: "st", within: "f1" }), counts("br", 1)],
      "f1"
    )
    expect(told.map(({ _tag }) => _tag)).toEqual(["foundSingle", "belowMinimum"])
  })

  it("W-22 twenty thousand sole traders of one market, half of them in one branch, are advised on in one go", () => {
    // The formation of the branch was never stated: what it covers decides, and that is looked at once.
    const trader = (i: number): ReadonlyArray<Event.Event> => [
      Town.event(establish(`s${i}`, "sole-trader", { within: "cd" })),
      { _tag: "MemberCountsSet", unit: unit(`s${i}`), full: i % 3, probationary: 0, from: day(0) },
      ...(i % 2 === 0
        ? []
        : [{ _tag: "EnterpriseCovered", enterprise: unit(`s${i}`), branch: unit("br"), from: day(0) } as const])
    ]
    const market = after([
      ...district(0),
      establish("cd", "commercial-district", { within: "r" }),
      establish("br", "branch", { under: "st", within: "cd" }),
      counts("br", 3)
    ])
    const view = View.of(structure, Town.evolve(market, ...range(20_000, trader).flat()), today)
    const told = Advice.all(view)
    const joined = told.filter(({ _tag }) => _tag === "joinJoint")
    expect([told.length, joined.length]).toEqual([6_667, 3_333])
    expect(Coverage.of(view).enterprises.joint).toHaveLength(10_000)
    expect(Integrity.report(view).map(({ code }) => code)).toContain("enterpriseCount")
  })
})
