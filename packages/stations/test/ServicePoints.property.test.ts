import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as State from "../src/PointState.ts"
import * as ServiceItems from "../src/ServiceItems.ts"
import * as ServicePoints from "../src/ServicePoints.ts"
import { at, command, type Encoded, facts, install, item, point, station } from "./pointScene.ts"

const start = at("2024-01-01T00:00")
const minute = (n: number) => start + n * 60_000
const length = 400
const names = ["i0", "i1", "i2", "i3"]
const some = fc.subarray(names)
const who = fc.constantFrom("a", "b", "c")

const step: fc.Arbitrary<(moment: number) => Encoded> = fc.oneof(
  {
    weight: 5,
    arbitrary: who.map(
      (p) =>
        (moment: number): Encoded => ({ _tag: "FailServicePoint", point: p, reason: "断电", at: moment })
    )
  },
  {
    weight: 5,
    arbitrary: who.map(
      (p) =>
        (moment: number): Encoded => ({ _tag: "RestoreServicePoint", point: p, at: moment })
    )
  },
  {
    weight: 1,
    arbitrary: who.map(
      (p) =>
        (moment: number): Encoded => ({ _tag: "RemoveServicePoint", point: p, at: moment })
    )
  },
  {
    weight: 3,
    arbitrary: fc.tuple(who, some).map(
      ([p, items]) =>
        (moment: number): Encoded => ({ _tag: "AssignPointItems", point: p, items, at: moment })
    )
  }
)
const story = fc
  .tuple(
    fc.array(some, { minLength: 3, maxLength: 3 }),
    fc.array(fc.tuple(step, fc.integer({ min: -3, max: 40 })), { maxLength: 30 })
  )
  .map(([items, steps]) => {
    let now = 0
    const begun = ["a", "b", "c"].map((p, n) => install(p, items[n] ?? [], { at: minute(n * 5) }))
    const later = steps.map(([make, more]) => {
      now = Math.max(0, now + more)
      return make(minute(Math.min(length, now)))
    })
    return [...names.map((name) => item(name)), ...begun, ...later].map(command)
  })

describe("devices and desks against a walk from minute to minute", () => {
  it("H-23 an item can be had in exactly the minutes in which something that offers it is in service", () => {
    let had = 0
    let lost = 0
    fc.assert(
      fc.property(story, (commands) => {
        const { state, events } = Decider.run(ServicePoints.decider, State.initial, commands, facts)
        const served = new Map<string, number>()
        for (let n = 0; n < length; n += 7) {
          const now = minute(n)
          const found = new Set<string>()
          const listed = new Set<string>()
          for (const p of ["a", "b", "c"]) {
            let [there, works, items]: [boolean, boolean, ReadonlyArray<string>] = [false, true, []]
            // The facts in the order they were recorded, as somebody would read them aloud.
            for (const event of events) {
              if (!("point" in event) || event.point !== p || !("at" in event) || event.at > now) continue
              if (event._tag === "ServicePointInstalled") [there, items] = [true, event.items]
              if (event._tag === "ServicePointRemoved") there = false
              if (event._tag === "ServicePointFailed") works = false
              if (event._tag === "ServicePointRestored") works = true
              if (event._tag === "PointItemsAssigned") items = event.items
            }
            for (const one of there ? items : []) {
              listed.add(one)
              if (works) found.add(one)
            }
            expect(ServiceItems.isInService(point(state, p), now)).toBe(there && works)
            if (there && works) served.set(p, (served.get(p) ?? 0) + 1)
          }
          expect(new Set(ServiceItems.available(state, station, now))).toEqual(found)
          const gone = ServiceItems.missing(state, station, now)
          expect(new Set(gone)).toEqual(new Set([...listed].filter((one) => !found.has(one))))
          had += found.size
          lost += gone.length
        }
        for (const p of ["a", "b", "c"]) {
          const whole = ServiceItems.availability(point(state, p), { from: minute(0), to: minute(length) })
          let minutes = 0
          for (let n = 0; n < length; n++) if (ServiceItems.isInService(point(state, p), minute(n))) minutes++
          expect(whole.minutesInService).toBe(minutes)
        }
      }),
      { numRuns: 60 }
    )
    expect(had).toBeGreaterThan(500)
    expect(lost).toBeGreaterThan(500)
  })

  it("what was said once changes nothing when it is said again, at once or with the whole story", () => {
    fc.assert(
      fc.property(story, (commands) => {
        let state = State.initial
        const obeyed: Array<(typeof commands)[number]> = []
        for (const one of commands) {
          const stepped = Decider.step(ServicePoints.decider, state, one, facts)
          if (Result.isFailure(stepped)) continue
          state = stepped.success.state
          if (stepped.success.events.length > 0) obeyed.push(one)
        }
        const again = Decider.run(ServicePoints.decider, state, obeyed, facts)
        expect([again.events, again.failures]).toEqual([[], []])
      }),
      { numRuns: 60 }
    )
  })
})
