import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Sparse from "../src/ForestSparse.ts"

const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 0x3fff_ffff }))

describe("ForestSparse", () => {
  it("R1-14 holds the same values as a map, and every earlier version keeps its own", () => {
    const step = fc.record({ key, value: fc.option(fc.integer(), { nil: undefined }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.array(key), (steps, probes) => {
        const versions: Array<readonly [Sparse.ForestSparse<number>, ReadonlyMap<number, number>]> = []
        let sparse: Sparse.ForestSparse<number> = Sparse.empty
        const map = new Map<number, number>()
        for (const { key, value } of steps) {
          sparse = value === undefined ? Sparse.remove(sparse, key) : Sparse.set(sparse, key, value)
          if (value === undefined) map.delete(key)
          else map.set(key, value)
          versions.push([sparse, new Map(map)])
        }
        for (const [version, truth] of versions) {
          const rising = [...truth.keys()].sort((a, b) => a - b)
          expect(version.size).toBe(truth.size)
          expect(Sparse.keys(version)).toEqual(rising)
          for (const probe of [...probes, ...rising]) {
            expect(Sparse.get(version, probe)).toBe(truth.get(probe))
            expect(Sparse.next(version, probe)).toBe(rising.find((known) => known >= probe) ?? Sparse.end)
          }
        }
      }),
      { numRuns: 200 }
    )
  })

  it("R1-14 keeps no trace of what was taken away", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 2 }), (all) => {
        const [kept = 0, ...others] = [1000, ...all]
        const only = Sparse.set<number>(Sparse.empty, kept, 1)
        const more = others.reduce((sparse, key) => Sparse.set(sparse, key, 2), only)
        expect(others.reduce((sparse, key) => Sparse.remove(sparse, key), more)).toEqual(only)
      }),
      { numRuns: 50 }
    )
  })

  it("R1-14 changes several keys at once as one by one", () => {
    const entries = fc.uniqueArray(fc.tuple(key, fc.integer()), { selector: ([known]) => known, maxLength: 30 })
    fc.assert(
      fc.property(entries, entries, (before, changes) => {
        const start = before.reduce<Sparse.ForestSparse<number>>((s, [k, v]) => Sparse.set(s, k, v), Sparse.empty)
        const rising = [...changes].sort(([a], [b]) => a - b)
        const seen: Array<number | undefined> = []
        const updated = Sparse.update(
          start,
          rising.map(([k]) => k),
          (old, index) => {
            seen.push(old)
            return (rising[index] as [number, number])[1]
          }
        )
        const one = rising.reduce((s, [k, v]) => Sparse.set(s, k, v), start)
        expect(seen).toEqual(rising.map(([k]) => new Map(before).get(k)))
        expect(updated.size).toBe(one.size)
        expect(Sparse.keys(updated).map((k) => Sparse.get(updated, k))).toEqual(
          Sparse.keys(one).map((k) => Sparse.get(one, k))
        )
      }),
      { numRuns: 200 }
    )
  })
})
