import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as Rotation from "../src/Rotation.ts"
import type { CaseKnown } from "../src/State.ts"
import { after, at, classify, factsOf, on, raise, unit } from "./scene.ts"

const given = factsOf([{ ...FlowPresets.propertyCouncilHall, modes: ["rotate"] }])
const start = at("05-06 12:00")

/** A case that went to a unit so many minutes after the beginning. */
const sent = (id: string, to: string, minutes: number): CaseKnown =>
  after(
    [
      raise(id, "05-06"),
      on("AcceptCase", "05-06 10:00", {}, id),
      { ...classify("05-06 11:00"), case: id },
      { _tag: "DispatchCase", case: id, by: "hall", to, at: start + minutes * 60_000 }
    ],
    undefined,
    given
  )

const [a, b, c] = [unit("a"), unit("b"), unit("c")] as const

describe("turns", () => {
  it("R5-16 it is the turn of whoever got a case longest ago, of nobody yet the first named, with the reason", () => {
    expect(Rotation.next([], [])).toBeUndefined()
    expect(Rotation.next([b, a], [])).toMatchObject({ unit: "b", last: undefined, count: 0 })
    const cases = [sent("c1", "b", 0), sent("c2", "a", 5)]
    expect(Rotation.next([a, b, c], cases)).toMatchObject({
      unit: "c",
      reason: { zh: "尚未接过单", en: "no case went to it yet" }
    })
    expect(Rotation.next([a, b], cases)).toEqual({
      unit: "b",
      last: start,
      count: 1,
      reason: {
        zh: "距上次接单最久（2024-05-06T04:00:00.000Z）",
        en: "it waits longest since a case went to it (2024-05-06T04:00:00.000Z)"
      }
    })
    expect(Rotation.next([a], cases)?.reason.en).toBe("it is the only one")
  })

  it("R5-16 whoever took a case, or got it in place of another, waits for the next turn", () => {
    const rerouted = after(
      [on("RerouteCase", "05-07", { by: "hall", to: "b", reason: "改派" })],
      sent("c1", "a", 0),
      given
    )
    expect(Rotation.next([b, a, c], [rerouted, sent("c2", "c", 0)])?.unit).toBe("a")
  })

  it("R5-16 a case to somebody whose turn it was not changes the turns, and is no error", () => {
    const cases = [sent("c1", "a", 0), sent("c2", "a", 1), sent("c3", "b", 2)]
    expect(Rotation.next([a, b, c], cases)?.unit).toBe("c")
    expect(Rotation.next([a, b], cases)?.unit).toBe("a")
  })
})

describe("whatever the moments", () => {
  const units = fc
    .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 })
    .map((ids) => ids.map((id) => unit(id)))
  // Cases that come at one moment are no exception.
  const pauses = fc.array(fc.nat(2), { maxLength: 25 })

  it("R5-16 over any sequence the numbers of cases differ by at most one", () => {
    fc.assert(
      fc.property(units, pauses, (candidates, all) => {
        const cases: Array<CaseKnown> = []
        let now = 0
        for (const pause of all) {
          now += pause
          const turn = Rotation.next(candidates, cases)
          if (turn === undefined) throw new Error("there is a candidate")
          cases.push(sent(`c${cases.length}`, turn.unit, now))
          const counts = candidates.map((one) => cases.filter(({ handler }) => handler === one).length)
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 40 }
    )
  })

  it("R5-16 nobody waits longer than the one whose turn it is, however the cases went", () => {
    const went = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.nat(4)), { maxLength: 12 })
    fc.assert(
      fc.property(units, went, (candidates, all) => {
        const cases = all.map(([to, minutes], n) => sent(`c${n}`, to, minutes))
        const turn = Rotation.next(candidates, cases)
        const lastOf = (one: string) => Math.max(-1, ...all.flatMap(([to, minutes]) => (to === one ? [minutes] : [])))
        const countOf = (one: string) => all.filter(([to]) => to === one).length
        const longest = Math.min(...candidates.map(lastOf))
        const waiting = candidates.filter((one) => lastOf(one) === longest)
        const fewest = Math.min(...waiting.map(countOf))
        expect(turn?.unit).toBe(waiting.find((one) => countOf(one) === fewest))
      }),
      { numRuns: 60 }
    )
  })
})
