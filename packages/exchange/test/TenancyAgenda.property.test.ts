import { Occupancy, RentRoll } from "@louyu/economy"
import { CivilDate, Identifier } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { loaded, table } from "./economy.ts"

const day = (n: number): string => CivilDate.fromEpochDay(18_000 + n)

/** Days between two things, and how many days before or after it something was told. */
const step = fc.record({ wait: fc.integer({ min: 0, max: 40 }), told: fc.integer({ min: -60, max: 60 }) })
const stay = fc.record({
  begins: step,
  agreed: fc.integer({ min: 2, max: 50 }),
  extended: fc.option(step, { nil: undefined }),
  ends: fc.option(fc.record({ after: fc.integer({ min: 1, max: 90 }), told: fc.integer({ min: -60, max: 60 }) }), {
    nil: undefined
  }),
  leaving: fc.boolean(),
  mistake: fc.boolean()
})

interface Taken {
  readonly space: string
  readonly from: number
  readonly to: number
}

/** Leases of one space, one after the other, and the rows somebody would write about them. */
const history = (space: string, stays: ReadonlyArray<typeof stay extends fc.Arbitrary<infer A> ? A : never>) => {
  const rows: Array<string> = []
  const taken: Array<Taken> = []
  let now = 0
  for (const [n, { begins, agreed, extended, ends, leaving, mistake }] of stays.entries()) {
    const from = now + begins.wait
    const due = from + agreed
    const last = extended === undefined ? due : due + 1 + extended.wait
    const to = ends === undefined ? last : Math.min(last, from + ends.after)
    // What is told in a lease comes in the order it was told: the extension first, then that it ends.
    const toldExtended = from + (extended?.told ?? 0)
    const toldEnd = Math.max(to + (ends?.told ?? 0), toldExtended + 1)
    const head = `${space}-l${n},e-1,${space},${day(from)},${day(due)}`
    const extension = extended === undefined ? "," : `${day(last)},${day(toldExtended)}`
    const left = ends === undefined ? ",," : `${day(to)},迁出,${day(toldEnd)}`
    rows.push(`${head},${extension},${leaving ? day(from - 5) : ""},${left},,`)
    if (mistake) rows.push(`${space}-m${n},e-1,${space},${day(from + 1)},,,,,,,,${day(to + 30)},录入有误`)
    taken.push({ space, from, to })
    now = to
  }
  return { rows, taken }
}

const head = "lease,tenant,spaces,from,to,extended_to,extended,leaving,ended,reason,ended_on,annulled,note"

describe("the order of leases", () => {
  it("R4-12 R4-17 whatever was told when, and in whatever order rows stand, everything is accepted and means the same", () => {
    fc.assert(
      fc.property(
        fc.array(stay, { maxLength: 5 }),
        fc.array(stay, { maxLength: 5 }),
        fc.infiniteStream(fc.nat({ max: 1000 })),
        fc.integer({ min: 0, max: 400 }),
        (first, second, shuffle, on) => {
          const histories = [history("a", first), history("b", second)]
          const rows = histories.flatMap((one) => one.rows).map((row) => ({ row, at: shuffle.next().value ?? 0 }))
          const { findings, tenancy } = loaded({
            "spaces.csv": table("space,place,label,area,from", `a,b-1,甲,10,${day(0)}`, `b,r-1,乙,20,${day(0)}`),
            "leases.csv": table(head, ...rows.toSorted((x, y) => x.at - y.at).map(({ row }) => row))
          })
          expect([findings, tenancy.failures, tenancy.again]).toEqual([[], [], []])
          const lets = histories.flatMap(({ taken }) => taken).filter(({ from, to }) => from <= on && on < to)
          const known = Occupancy.on(tenancy.state, CivilDate.make(day(on)))
          expect(known.area.let).toBe(lets.reduce((sum, { space }) => sum + (space === "a" ? 10 : 20), 0))
        }
      ),
      { numRuns: 150 }
    )
  })

  it("the same when an ending is found out after a first loading", () => {
    const spaces = { "spaces.csv": table("space,place,label,area,from", `a,b-1,甲,10,${day(0)}`) }
    const before = loaded({ ...spaces, "leases.csv": table(head, `l,e-1,a,${day(1)},,,,,,,,,`) })
    const after = loaded({ ...spaces, "leases.csv": table(head, `l,e-1,a,${day(1)},,,,,${day(9)},迁出,${day(50)},,`) })
    const to = ({ tenancy }: typeof after) => RentRoll.leasesOf(tenancy.state, Identifier.UnitId.make("e-1"))[0]?.to
    expect([to(before), to(after)]).toEqual([undefined, day(9)])
  })
})
