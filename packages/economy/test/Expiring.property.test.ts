import { CivilDate, Decider } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Expiring from "../src/Expiring.ts"
import type { TenancyEvent } from "../src/TenancyEvent.ts"
import { command, day, decider, facts, lease, space } from "./tenancyScene.ts"

const span = 20
const at = (index: number) => CivilDate.addDays(day("2024-02-20"), index)
const index = fc.integer({ min: 0, max: span })
const date = index.map(at)
const leases = ["L0", "L1", "L2", "L3"]
const id = fc.constantFrom(...leases)
const optional = (key: string, value: string | null) => (value === null ? {} : { [key]: value })

const start = leases.flatMap((one, i) => [space(`s${i}`, 10), lease(one, `firm-${i}`, [`s${i}`], at(i), at(i + 12))])

const anyCommand = fc.oneof(
  fc
    .tuple(id, date, fc.option(date))
    .map(([one, on, expected]) =>
      command({ _tag: "IntendToLeave", lease: one, on, ...optional("expected", expected) })
    ),
  fc.tuple(id, date).map(([one, on]) => command({ _tag: "StayAfterAll", lease: one, on })),
  fc
    .tuple(id, date, fc.option(date))
    .map(([one, on, to]) => command({ _tag: "ExtendLease", lease: one, on, ...optional("to", to) })),
  fc
    .tuple(id, date, date)
    .map(([one, on, to]) => command({ _tag: "EndLease", lease: one, on, to, reason: "terminated" })),
  fc.tuple(id, date).map(([one, on]) => command({ _tag: "AnnulLease", lease: one, on, reason: "录错" }))
)

// What the events of one lease say, read from the beginning each time.
const naive = (events: ReadonlyArray<TenancyEvent>, one: string, i: number, days: number) => {
  const own = events.filter((event) => "lease" in event && event.lease === one)
  const ends = own.flatMap((event) =>
    event._tag === "LeaseSigned" || event._tag === "LeaseExtended" || event._tag === "LeaseEnded" ? [event.to] : []
  )
  const [signed] = own
  const to = ends.at(-1)
  const on = at(i)
  if (signed?._tag !== "LeaseSigned" || own.some((event) => event._tag === "LeaseAnnulled")) return []
  if (signed.from > on || (to !== undefined && to <= on)) return []
  const said = own.flatMap((event) =>
    (event._tag === "LeavingIntended" || event._tag === "StayingDecided" || event._tag === "LeaseExtended") &&
    event.on <= on
      ? [event]
      : []
  )
  const last = said.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1)
  const expected = last?._tag === "LeavingIntended" ? last.expected : undefined
  const ahead = [to, expected].flatMap((end) => (end !== undefined && end > on ? [end] : [])).sort()
  const leaves = ahead[0]
  return leaves !== undefined && leaves <= at(i + days) ? [{ lease: one, leaves }] : []
}

describe("leases that end soon", () => {
  it("R4-17 are those that a reading of the whole history finds, the next to leave first", () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 15 }), index, fc.integer({ min: 0, max: 15 }), (more, i, days) => {
        const { state, events } = Decider.run(decider, decider.initial, [...start, ...more], facts)
        const found = Expiring.within(state, at(i), days).map((one) => ({ lease: one.lease, leaves: one.leaves }))
        const expected = leases.flatMap((one) => naive(events, one, i, days))
        const order = (a: { readonly leaves: string }, b: { readonly leaves: string }) =>
          a.leaves < b.leaves ? -1 : a.leaves > b.leaves ? 1 : 0
        expect(found).toEqual(expected.sort(order))
      }),
      { numRuns: 300 }
    )
  })
})
