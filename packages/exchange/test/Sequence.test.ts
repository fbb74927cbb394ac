import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import { type Command, Organisation, Structure } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Circle from "../src/Circle.ts"
import { dayOf, type OrganisationStep as Step } from "../src/Report.ts"
import * as Sequence from "../src/Sequence.ts"
import { base, read } from "./folder.ts"

const unit = (n: number) => Identifier.UnitId.make(`u-${n}`)
const day = (n: number) => CivilDate.fromEpochDay(18_000 + n)
const kind = Structure.KindId.make("region")

interface Drawn {
  readonly within: number
  readonly from: number
}

/** A region in another one; beginning on a day of three. */
const region = (n: number, { within, from }: Drawn): Step => ({
  command: {
    _tag: "EstablishUnit",
    unit: unit(n),
    kind,
    name: { zh: `区${n}` },
    ...(within < 0 ? {} : { within: unit(within) }),
    from: day(from)
  },
  origin: { file: "units.csv", row: n + 2 }
})

const shuffled = <A>(items: ReadonlyArray<A>, seed: number): ReadonlyArray<A> =>
  items
    .map((item, i) => ({ item, key: (seed * (i + 1) * 2_654_435_761) % 4_294_967_291 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

/** A forest in which each region lies in an earlier one that was there by then, its rows in any order. */
const forest = fc
  .tuple(
    fc.array(fc.record({ within: fc.integer({ min: -1, max: 40 }), from: fc.nat({ max: 2 }) }), { maxLength: 40 }),
    fc.nat()
  )
  .map(([drawn, seed]) => {
    const begun: Array<number> = []
    const steps = drawn.map(({ within, from }, n) => {
      const above = within < n ? within : -1
      const begins = Math.max(from, above < 0 ? 0 : (begun[above] ?? 0))
      begun.push(begins)
      return region(n, { within: above, from: begins })
    })
    return shuffled(steps, seed)
  })

const decider = Organisation.decider(Profiles.generic.structure)
const carryOut = (steps: ReadonlyArray<Step>) =>
  Decider.run(
    decider,
    decider.initial,
    steps.map(({ command }) => command),
    undefined
  )

describe("Sequence.order", () => {
  it("puts the rows of any forest into an order the rules accept", () => {
    fc.assert(
      fc.property(forest, (steps) => {
        const ordered = Sequence.order(steps)
        expect(new Set(ordered)).toEqual(new Set(steps))
        expect(carryOut(ordered).failures).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it("closes a whole forest in one day, subordinates first, also after moves", () => {
    fc.assert(
      fc.property(forest, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), (steps, moves) => {
        const moved = moves.flatMap(([one, other]): ReadonlyArray<Step> => {
          const [a, b] = [one % 40, other % 40].sort((x, y) => x - y)
          if (a === undefined || b === undefined || a === b || b >= steps.length) return []
          const command: Command.Command = { _tag: "RelocateUnit", unit: unit(b), within: unit(a), from: day(5) }
          return [{ command, origin: { file: "moves.csv", row: 2 } }]
        })
        const closing = steps.map(
          (_, n): Step => ({
            command: { _tag: "DissolveUnit", unit: unit(n), on: day(9) },
            origin: { file: "units.csv", row: n + 2 }
          })
        )
        expect(carryOut(Sequence.order([...closing, ...moved, ...steps])).failures).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it("goes by day, and keeps the order of rows that do not depend on each other", () => {
    fc.assert(
      fc.property(forest, (steps) => {
        const days = Sequence.order(steps).map(({ command }) => dayOf(command))
        expect(days).toEqual([...days].sort())
        const alone = steps.filter(({ command }) => command._tag === "EstablishUnit" && command.within === undefined)
        const byDay = [...alone].sort((a, b) => (dayOf(a.command) < dayOf(b.command) ? -1 : 1))
        expect(Sequence.order(alone)).toEqual(byDay)
      }),
      { numRuns: 100 }
    )
  })

  it("takes a chain of 100,000 units, each row before its superior", () => {
    const chain = Array.from({ length: 100_000 }, (_, n) => region(n, { within: n - 1, from: 0 })).toReversed()
    expect(Sequence.order(chain)).toEqual(chain.toReversed())
    expect(Circle.find(chain)).toEqual([])
  })

  const tags = (files: Readonly<Record<string, string>>) =>
    read({ "units.csv": base, ...files }).steps.map(({ command }) => command._tag)

  it("lets a group go to another grid on one day: what ends makes room for what begins", () => {
    const rows = "unit,channel,group,from,to\nb-1,wechat,g,2022-01-01,\ns-1,wechat,g,2020-01-01,2022-01-01\n"
    expect(tags({ "chat-groups.csv": rows }).slice(2)).toEqual(["BindChatGroup", "UnbindChatGroup", "BindChatGroup"])
  })

  it("passes an alliance on before the old lead leaves, and ends members with it when it ends", () => {
    const files = {
      "alliances.csv": "alliance,sort,name,lead,from,to\na-1,六方,联建,s-1,2020-01-01,2023-01-01\n",
      "alliance-members.csv":
        "alliance,unit,role,from,to\na-1,b-1,lead,2021-01-01,2023-01-01\na-1,s-1,,2020-01-01,2021-01-01\n"
    }
    expect(tags(files).slice(2)).toEqual([
      "FormAlliance",
      "JoinAlliance",
      "JoinAlliance",
      "LeadAlliance",
      "LeaveAlliance",
      "EndAlliance",
      "LeaveAlliance"
    ])
  })

  it("leaves out an end on the day the same thing begins again, so that a second loading is no news", () => {
    const rows = [
      "person,branch,standing,from,to",
      "p-1,b-1,full,2020-01-01,2021-01-01",
      "p-1,s-1,full,2021-01-01,2022-01-01",
      "p-2,b-1,full,2020-01-01,2021-01-01"
    ]
    expect(tags({ "memberships.csv": rows.join("\n") }).slice(2)).toEqual([
      "AffiliateMember",
      "AffiliateMember",
      "EndMembership",
      "AffiliateMember",
      "EndMembership"
    ])
  })
})

describe("Circle.find", () => {
  const anyGraph = fc.array(fc.tuple(fc.integer({ min: -1, max: 7 }), fc.integer({ min: -1, max: 7 })), {
    maxLength: 8
  })

  const steps = (graph: ReadonlyArray<readonly [number, number]>): ReadonlyArray<Step> =>
    graph.map(([under, within], n) => {
      const plain = region(n, { within, from: n % 3 })
      return under < 0 || plain.command._tag !== "EstablishUnit"
        ? plain
        : { ...plain, command: { ...plain.command, under: unit(under) } }
    })

  /** Oracle: whether a unit can be reached from itself. */
  const isInCircle = (graph: ReadonlyArray<readonly [number, number]>, start: number): boolean => {
    const seen = new Set<number>()
    const pending = [...(graph[start] ?? [])]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next === start) return true
      if (seen.has(next)) continue
      seen.add(next)
      pending.push(...(graph[next] ?? []))
    }
    return false
  }

  it("finds a circle exactly where there is one, and names real ones only", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const found = Circle.find(steps(graph))
        const inCircle = graph.map((_, n) => n).filter((n) => isInCircle(graph, n))
        expect(found.length > 0).toBe(inCircle.length > 0)
        for (const { units } of found) {
          expect(units[0]).toBe(units.at(-1))
          for (const [i, id] of units.slice(1).entries()) {
            const above = graph[Number(units[i]?.slice(2))] ?? []
            expect(above.map((n) => `u-${n}`)).toContain(id)
          }
        }
      }),
      { numRuns: 1000 }
    )
  })
})
