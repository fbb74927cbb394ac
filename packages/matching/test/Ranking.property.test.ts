import { TimeWindow } from "@louyu/kernel"
import { Best, Ranking, Weights } from "@louyu/matching"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const share = fc.double({ min: 0, max: 1, noNaN: true })
const times = ["00:00", "08:30", "12:00", "13:15", "18:00", "24:00"].map((time) => TimeWindow.TimeOfDay.make(time))
const weekly: fc.Arbitrary<Ranking.Weekly> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    ends: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 2 })
  })
  .map(({ weekdays, ends }) => {
    const [from = 0, to = 5] = ends.toSorted((a, b) => a - b)
    return { weekdays, open: times[from] as TimeWindow.TimeOfDay, close: times[to] as TimeWindow.TimeOfDay }
  })
const windows = fc.array(weekly, { maxLength: 4 })

// Categories and places are told by numbers, so that fit and distance can be anything.
const wanted: fc.Arbitrary<Ranking.Wanted> = fc.record(
  { category: fc.constantFrom("0", "1"), place: fc.constant("0"), windows, quantity: fc.integer({ min: 1, max: 50 }) },
  { requiredKeys: ["quantity"] }
)
const offer: fc.Arbitrary<Omit<Ranking.Offered, "id">> = fc.record(
  {
    category: share.map(String),
    place: fc.integer({ min: -1, max: 12 }).map(String),
    windows,
    free: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant("unlimited" as const)),
    ratings: fc.record({ amount: fc.integer({ min: 0, max: 99 }), mean: fc.double({ min: 1, max: 5, noNaN: true }) }),
    duty: fc.constantFrom("owner", "partner", "none"),
    text: share
  },
  { requiredKeys: [] }
)
const offers = fc.array(offer, { maxLength: 30 }).map((all) => all.map((one, index) => ({ id: `o-${index}`, ...one })))
const around: Ranking.Surroundings = {
  fit: (_, offered) => Number(offered),
  steps: (_, to) => (Number(to) < 0 ? undefined : Number(to)),
  minutes: (_, to) => (Number(to) > 9 ? Number(to) : undefined)
}
const weights: fc.Arbitrary<Weights.Weights> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 })
  .map((cuts) => {
    const ends = [0, ...cuts.toSorted((a, b) => a - b), 1000]
    const [category = 0, text = 0, distance = 0, time = 0, capacity = 0, satisfaction = 0, duty = 0] = ends
      .slice(1)
      .map((end, index) => end - (ends[index] as number))
    return { category, text, distance, time, capacity, satisfaction, duty }
  })
const rules = weights.map((one) => ({ ...Weights.rules, weights: one }))

describe("Ranking", () => {
  it("R3-12 the points of the reasons add up to the score exactly, none beyond its weight", () => {
    fc.assert(
      fc.property(wanted, offer, rules, (want, one, by) => {
        const { score, reasons } = Ranking.explain(want, { id: "o", ...one }, around, by)
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
        expect(Number.isInteger(score) && score >= 0 && score <= 1000).toBe(true)
        expect(score).toBe(Ranking.score(want, { id: "o", ...one }, around, by))
        const exact = reasons.reduce((sum, { value, weight }) => sum + value * weight, 0)
        expect(Math.abs(score - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
        for (const { points, value, weight, words } of reasons) {
          expect(Number.isInteger(points) && points >= 0 && points <= weight).toBe(true)
          expect(Math.abs(points - value * weight)).toBeLessThan(1 + 1e-6)
          expect(words.zh.length * words.en.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1000 }
    )
  })

  it("R3-11 whoever is better in one part and the same in the others is never below", () => {
    const better = [
      ["text", share],
      ["free", fc.integer({ min: 0, max: 60 })],
      ["category", share.map(String)],
      ["place", fc.integer({ min: 0, max: 9 }).map((steps) => String(9 - steps))],
      ["ratings", fc.double({ min: 1, max: 5, noNaN: true }).map((mean) => ({ amount: 7, mean }))],
      ["duty", fc.constantFrom("none", "partner", "owner")]
    ] as const
    const order = { none: 0, partner: 1, owner: 2 }
    const grade = (value: unknown): number => {
      if (typeof value === "object" && value !== null && "mean" in value) return Number(value.mean)
      return typeof value === "string" && value in order ? order[value as keyof typeof order] : Number(value)
    }
    fc.assert(
      fc.property(
        wanted,
        offer,
        rules,
        fc.constantFrom(...better).chain(([key, one]) => fc.tuple(fc.constant(key), one, one)),
        (want, one, by, [key, a, b]) => {
          const sign = key === "place" ? -1 : 1
          const [worse, best] = sign * grade(a) <= sign * grade(b) ? [a, b] : [b, a]
          const low = Ranking.score(want, { id: "o", ...one, [key]: worse }, around, by)
          expect(Ranking.score(want, { id: "o", ...one, [key]: best }, around, by)).toBeGreaterThanOrEqual(low)
        }
      ),
      { numRuns: 1500 }
    )
  })

  it("R3-11 more hours never make a worse offer, and times fit as minutes counted one by one do", () => {
    const minutes = (all: ReadonlyArray<Ranking.Weekly>): ReadonlySet<number> => {
      const set = new Set<number>()
      for (const { weekdays, open, close } of all) {
        for (const day of weekdays) {
          for (let at = TimeWindow.minuteOf(open); at < TimeWindow.minuteOf(close); at++) set.add(day * 1440 + at)
        }
      }
      return set
    }
    fc.assert(
      fc.property(windows, windows, windows, (want, given, more) => {
        const asked = minutes(want)
        const shared = [...minutes(given)].filter((minute) => asked.has(minute)).length
        const value = (all: ReadonlyArray<Ranking.Weekly>) =>
          Ranking.explain({ quantity: 1, windows: want }, { id: "o", windows: all }, around).reasons[3]?.value ??
          Number.NaN
        expect(value(given)).toBeCloseTo(asked.size === 0 ? 1 : shared / asked.size, 5)
        expect(value([...given, ...more])).toBeGreaterThanOrEqual(value(given))
      }),
      { numRuns: 60 }
    )
  })

  it("R3-11 the best are those that sorting all would give, in whatever order they come", () => {
    fc.assert(
      fc.property(
        wanted,
        offers,
        fc.integer({ min: 0, max: 12 }),
        fc.infiniteStream(fc.nat()),
        (want, all, amount, keys) => {
          const shuffled = all
            .map((one) => ({ one, key: keys.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one)
          const sorted = all
            .map((one) => Ranking.explain(want, one, around))
            .toSorted(Best.compare)
            .slice(0, amount)
          expect(Ranking.top(amount, want, all, around)).toEqual(sorted)
          expect(Ranking.top(amount, want, shuffled, around)).toEqual(sorted)
        }
      ),
      { numRuns: 400 }
    )
  })
})
