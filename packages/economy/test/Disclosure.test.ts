import { Identifier, Money } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Disclosure from "../src/Disclosure.ts"
import * as TaxTier from "../src/TaxTier.ts"

const policy: Disclosure.Policy = { scale: TaxTier.taxScale, exactFrom: 3, tierFrom: 1, least: Disclosure.least }
const amount = Money.fen(12_345_678_901)
const amounts = (all: Record<string, number>): TaxTier.Amounts =>
  new Map(Object.entries(all).map(([id, one]) => [Identifier.UnitId.make(id), Money.fen(one)]))

describe("who sees an amount", () => {
  it("F-02 H-31 exact from one level on, the tier below it, nothing for anybody else", () => {
    const tier = { _tag: "tier", tier: 2, threshold: Money.fen(10_000_000_000) }
    expect([3, 4].map((level) => Disclosure.of(policy, level, amount))).toEqual([
      { _tag: "exact", amount },
      { _tag: "exact", amount }
    ])
    expect([1, 2].map((level) => Disclosure.of(policy, level, amount))).toEqual([tier, tier])
    const none = { _tag: "nothing" }
    for (const level of [undefined, 0, -1, Number.NaN]) expect(Disclosure.of(policy, level, amount)).toEqual(none)
    expect(Disclosure.of(policy, 4, undefined)).toEqual(none)
    expect(Disclosure.of(policy, 1, Money.fen(5))).toEqual({ _tag: "tier", tier: 0, threshold: undefined })
  })

  it("F-02 a sum of few buildings, or of the few that are left over, is not shown to who may see tiers only", () => {
    const parts = new Map([
      ["large", amounts({ a: 1, b: 2, c: 3, d: 4 })],
      ["medium", amounts({ e: 10, f: 20, g: 30 })],
      ["small", amounts({ h: 100 })]
    ])
    expect(Disclosure.breakdown(policy, 3, parts)).toEqual({
      total: 170,
      parts: new Map([
        ["large", 10],
        ["medium", 60],
        ["small", 100]
      ])
    })
    expect(Disclosure.breakdown(policy, 1, parts)).toEqual({
      total: 170,
      parts: new Map([
        ["large", 10],
        ["medium", undefined],
        ["small", undefined]
      ])
    })
    expect(Disclosure.breakdown(policy, 0, parts).total).toBeUndefined()
    const few = new Map([["only", amounts({ a: 1, b: 2, c: 0 })]])
    expect(Disclosure.breakdown(policy, 1, few).total).toBeUndefined()
    const shared = new Map([
      ["x", amounts({ a: 1, b: 2, c: 3 })],
      ["y", amounts({ a: 1, b: 2, c: 3, d: 4 })]
    ])
    expect([...Disclosure.breakdown(policy, 1, shared).parts.values()]).toEqual([undefined, undefined])
  })

  it("F-02 no group of fewer buildings than asked for can be worked out from what is shown", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 7 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 5 }), (all, least) => {
        const parts = new Map(
          all.map((size, p) => [
            p,
            amounts(Object.fromEntries(Array.from({ length: size }, (_, i) => [`b${p}-${i}`, 1])))
          ])
        )
        const { total, parts: seen } = Disclosure.breakdown({ ...policy, least }, 1, parts)
        const shown = [...seen].filter(([, value]) => value !== undefined).map(([p]) => all[p] ?? 0)
        expect(shown.every((size) => size >= least)).toBe(true)
        const buildings = all.reduce((a, b) => a + b, 0)
        expect(total).toBe(buildings >= least ? buildings : undefined)
        const left = buildings - shown.reduce((a, b) => a + b, 0)
        expect(left === 0 || left >= least || total === undefined).toBe(true)
        expect(total === undefined && shown.length > 0).toBe(false)
      })
    )
  })
})
