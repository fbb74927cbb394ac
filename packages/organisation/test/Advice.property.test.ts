import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Advice, type Command, type Event, State, type Structure, View } from "../src/index.ts"
import * as Town from "./town.ts"

const { day, establish, event, restructured, unit } = Town

// Two buildings and a market: places up to four deep.
const places: Readonly<Record<string, string | undefined>> = {
  r: undefined,
  b0: "r",
  b1: "r",
  T: "b0",
  f0: "T",
  f1: "T",
  f2: "b0",
  u0: "f0",
  cd: "r"
}
const kinds: Readonly<Record<string, string>> = {
  r: "region",
  b0: "building",
  b1: "building",
  T: "tower",
  f0: "floor",
  f1: "floor",
  f2: "floor",
  u0: "lettable-unit",
  cd: "commercial-district"
}

interface Firm {
  readonly id: string
  readonly place: string
  readonly members: number
  /** The branch that covers it, by number; the first of an own branch covers it alone. */
  readonly branch: string | undefined
  readonly isGuided: boolean
}

interface City {
  readonly firms: ReadonlyArray<Firm>
  readonly rules: Structure.Structure
  readonly view: View.View
}

const sort = (place: string): string => (place === "cd" ? "sole-trader" : "enterprise")

const build = (firms: ReadonlyArray<Firm>, branchRules: Structure.BranchRules): City => {
  const set = (command: Command.Command) => event(command)
  const facts: ReadonlyArray<Event.Event> = [
    ...Object.entries(places).map(([id, within]) =>
      set(establish(id, kinds[id] ?? "", within === undefined ? {} : { within }))
    ),
    set(establish("st", "street-committee", { within: "r" })),
    ...["j0", "j1", "j2", "own"].map((id) =>
      set(establish(id, "branch", { under: "st", nature: "entity", formation: id === "own" ? "single" : "joint" }))
    ),
    ...firms.flatMap(
      ({ id, place, members, branch, isGuided }): ReadonlyArray<Event.Event> => [
        set(establish(id, sort(place), { within: place })),
        ...(members > 0
          ? [{ _tag: "MemberCountsSet", unit: unit(id), full: members, probationary: 1, from: day(0) } as const]
          : []),
        ...(branch === undefined
          ? []
          : [{ _tag: "EnterpriseCovered", enterprise: unit(id), branch: unit(branch), from: day(0) } as const]),
        ...(isGuided
          ? [
              {
                _tag: "GuidanceBegun",
                guide: { unit: unit("st") },
                unit: unit(id),
                purpose: "指导",
                from: day(0)
              } as const
            ]
          : [])
      ]
    )
  ]
  const rules = restructured({ branchRules })
  return { firms, rules, view: View.of(rules, Town.evolve(State.initial, ...facts), day(1)) }
}

const cities = fc
  .tuple(
    fc.array(
      fc.record({
        place: fc.constantFrom("b0", "T", "f0", "f0", "f1", "f2", "u0", "u0", "b1", "cd", "cd"),
        members: fc.constantFrom(0, 1, 1, 1, 2, 2, 3, 4),
        branch: fc.constantFrom(undefined, undefined, undefined, undefined, "j0", "j1", "j2", "own"),
        isGuided: fc.boolean()
      }),
      { maxLength: 9, size: "max" }
    ),
    fc.record({
      singleMinimum: fc.integer({ min: 2, max: 4 }),
      jointMinimum: fc.integer({ min: 1, max: 7 }),
      jointMaximumEnterprises: fc.integer({ min: 1, max: 5 }),
      generalBranchFrom: fc.constant(50),
      committeeFrom: fc.constant(100)
    })
  )
  .map(([firms, rules]) => {
    const city = build(
      firms.map((firm, index) => ({ id: `e${index}`, ...firm })),
      rules
    )
    return Object.assign(city, { [fc.toStringMethod]: () => JSON.stringify({ firms: city.firms, rules }) })
  })

const near = (place: string): ReadonlyArray<string> => {
  const up: Array<string> = []
  for (let at: string | undefined = place; at !== undefined; at = places[at]) {
    up.push(at)
    if (kinds[at] === "building") return up
  }
  return [place]
}

/** How many steps up the smallest place is that holds both; none when they are not near. */
const distance = (one: Firm, other: Firm): number | undefined => {
  const found = near(one.place).findIndex((place) => near(other.place).includes(place))
  return found < 0 ? undefined : found
}

const isCandidate = ({ rules }: City, { branch, members }: Firm): boolean =>
  branch === undefined && members > 0 && members < rules.branchRules.singleMinimum

const subsets = <A>(items: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> => {
  const [first, ...others] = items
  return first === undefined ? [[]] : subsets(others).flatMap((one) => [one, [first, ...one]])
}

const sum = (firms: ReadonlyArray<Firm>): number => firms.reduce((total, { members }) => total + members, 0)

/** Every group an enterprise could found a joint branch with, by looking at all there are. */
const groups = (city: City, firm: Firm) => {
  const { jointMaximumEnterprises, jointMinimum } = city.rules.branchRules
  const around = city.firms.filter(
    (other) => other !== firm && isCandidate(city, other) && distance(firm, other) !== undefined
  )
  return subsets(around)
    .filter(
      (group) => group.length > 0 && group.length < jointMaximumEnterprises && sum(group) + firm.members >= jointMinimum
    )
    .map((group) => ({
      size: group.length,
      reach: Math.max(...group.map((other) => distance(firm, other) ?? 0)),
      group
    }))
}

const room = (city: City, branch: string): number =>
  city.rules.branchRules.jointMaximumEnterprises - city.firms.filter((firm) => firm.branch === branch).length

/** The joint branches near an enterprise that have room, and how near they are. */
const joints = (city: City, firm: Firm): ReadonlyArray<{ readonly branch: string; readonly distance: number }> =>
  city.firms.flatMap((other) => {
    const { branch } = other
    const steps = distance(firm, other)
    if (branch === undefined || branch === "own" || steps === undefined || room(city, branch) < 1) return []
    return [{ branch, distance: steps }]
  })

const guided = (firm: Firm): Advice.Advice | undefined =>
  firm.isGuided || firm.branch !== undefined ? undefined : { _tag: "assignGuide", enterprise: unit(firm.id) }

describe("advice for an enterprise", () => {
  it("P-09 is what looking at every group of neighbours comes to: the nearest, then the smallest", () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(cities, (city) => {
        for (const firm of city.firms) {
          const advice = Advice.forEnterprise(city.view, unit(firm.id))
          seen.set(advice?._tag ?? "nothing", (seen.get(advice?._tag ?? "nothing") ?? 0) + 1)
          const isJoint = firm.branch !== undefined && firm.branch !== "own"
          if (firm.members >= city.rules.branchRules.singleMinimum && (firm.branch === undefined || isJoint)) {
            expect(advice).toEqual({
              _tag: "foundSingle",
              enterprise: firm.id,
              fullMembers: firm.members,
              leaving: firm.branch
            })
            continue
          }
          if (!isCandidate(city, firm)) {
            expect(advice).toEqual(guided(firm))
            continue
          }
          const found = groups(city, firm)
          if (found.length > 0) {
            const reach = Math.min(...found.map((one) => one.reach))
            const size = Math.min(...found.filter((one) => one.reach === reach).map((one) => one.size))
            if (advice?._tag !== "joinJoint") throw new Error(`a group is possible, yet ${JSON.stringify(advice)}`)
            const named = found.find(
              ({ group }) => `${group.map(({ id }) => id).sort()}` === `${[...advice.neighbours].sort()}`
            )
            expect(named).toMatchObject({ reach, size })
            expect(advice.fullMembers).toBe(firm.members + sum(named?.group ?? []))
            continue
          }
          const existing = joints(city, firm)
          if (existing.length === 0) {
            expect(advice).toEqual(guided(firm))
            continue
          }
          if (advice?._tag !== "joinExisting") throw new Error(`a joint branch has room, yet ${JSON.stringify(advice)}`)
          const nearest = Math.min(...existing.map((one) => one.distance))
          expect(existing).toContainEqual({ branch: advice.branch, distance: nearest })
        }
      }),
      { numRuns: 400 }
    )
    expect([...seen.keys()].sort()).toEqual(["assignGuide", "foundSingle", "joinExisting", "joinJoint", "nothing"])
  })
})

describe("advice for a whole place", () => {
  const told = (city: City, within?: string) =>
    Advice.all(city.view, within === undefined ? undefined : unit(within)).filter((one) => "enterprise" in one)
  const namedIn = (advice: Advice.Advice): ReadonlyArray<string> =>
    "enterprise" in advice ? [advice.enterprise, ...(advice._tag === "joinJoint" ? advice.neighbours : [])] : []

  it("P-33 names nobody twice, and says of those it does not put together what it says of each alone", () => {
    fc.assert(
      fc.property(cities, (city) => {
        const all = told(city)
        const named = all.flatMap(namedIn)
        expect(new Set(named).size).toBe(named.length)
        for (const firm of city.firms.filter((one) => !isCandidate(city, one))) {
          const advice = all.filter((one) => one.enterprise === firm.id)
          expect(advice).toEqual([Advice.forEnterprise(city.view, unit(firm.id))].filter((one) => one !== undefined))
        }
      }),
      { numRuns: 300 }
    )
  })

  it("P-33 puts together only enterprises that may found together, and leaves over none that could", () => {
    fc.assert(
      fc.property(cities, (city) => {
        const { jointMaximumEnterprises, jointMinimum } = city.rules.branchRules
        const byId = new Map(city.firms.map((firm) => [firm.id, firm]))
        const all = told(city)
        const proposed = all.flatMap((one) =>
          one._tag === "joinJoint" ? [namedIn(one).flatMap((id) => byId.get(id) ?? [])] : []
        )
        for (const group of proposed) {
          expect(group.every((firm) => isCandidate(city, firm))).toBe(true)
          expect(group.length).toBeGreaterThan(1)
          expect(group.length).toBeLessThanOrEqual(jointMaximumEnterprises)
          expect(sum(group)).toBeGreaterThanOrEqual(jointMinimum)
          for (const one of group) for (const other of group) expect(distance(one, other)).toBeDefined()
        }
        const together = new Set(proposed.flat())
        const left = city.firms.filter((firm) => isCandidate(city, firm) && !together.has(firm))
        for (const firm of left) {
          expect(groups({ ...city, firms: left }, firm)).toEqual([])
          const advice = all.find((one) => one.enterprise === firm.id)
          if (advice?._tag === "joinExisting") {
            expect(joints(city, firm).map(({ branch }) => branch)).toContain(advice.branch)
            continue
          }
          // Whoever gets a guide could join nobody: everything near is full by now.
          expect(advice).toEqual(guided(firm))
          const taken = (branch: string) =>
            all.filter((one) => one._tag === "joinExisting" && one.branch === branch).length
          expect(joints(city, firm).filter(({ branch }) => room(city, branch) > taken(branch))).toEqual([])
          const open = proposed.filter((group) => group.length < jointMaximumEnterprises)
          expect(open.filter((group) => group.some((other) => distance(firm, other) !== undefined))).toEqual([])
        }
        for (const branch of ["j0", "j1", "j2"]) {
          const joining = all.filter((one) => one._tag === "joinExisting" && one.branch === branch).length
          expect(joining).toBeLessThanOrEqual(Math.max(0, room(city, branch)))
        }
      }),
      { numRuns: 400 }
    )
  })

  it("P-33 of a place it tells the part of the whole that concerns those in it", () => {
    // A joint branch of two buildings has its room shared out anew for each place asked about.
    const widest = (branch: string | undefined, { firms }: City) =>
      new Set(firms.filter((firm) => firm.branch === branch).map(({ place }) => near(place).at(-1)))
    const isLocal = (city: City) => ["j0", "j1", "j2"].every((branch) => widest(branch, city).size < 2)
    fc.assert(
      fc.property(cities, fc.constantFrom(...Object.keys(places)), (city, within) => {
        fc.pre(isLocal(city))
        const inside = new Set(
          city.firms.filter(({ place }) => [place, ...up(place)].includes(within)).map(({ id }) => id)
        )
        const whole = told(city).filter((one) => namedIn(one).some((id) => inside.has(id)))
        const groupOf = (one: Advice.Advice) =>
          `${one._tag} ${[...namedIn(one)].sort()} ${"branch" in one ? one.branch : ""}`
        const here = told(city, within)
        expect(here.map(groupOf).sort()).toEqual(whole.map(groupOf).sort())
        for (const one of here) expect(inside.has(one.enterprise)).toBe(true)
      }),
      { numRuns: 200 }
    )
  })
})

const up = (place: string): ReadonlyArray<string> => {
  const superior = places[place]
  return superior === undefined ? [] : [superior, ...up(superior)]
}
