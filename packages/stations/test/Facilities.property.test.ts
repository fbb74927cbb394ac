import { CivilDate, Count, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Facilities from "../src/Facilities.ts"
import * as State from "../src/FacilityState.ts"
import { command, day, type Encoded, facility, facts, parking } from "./facilityScene.ts"

const first = day("2024-01-01")
const days = Array.from({ length: 24 }, (_, n) => CivilDate.addDays(first, n))
const pad = (n: number) => String(n).padStart(2, "0")
const times = Array.from({ length: 49 }, (_, n) => `${pad(Math.floor(n / 2))}:${pad((n % 2) * 30)}`)
const worked = ["workday", "makeUpWorkday"]

const daysOf = fc.constantFrom<object>(
  {},
  { kinds: worked },
  { kinds: ["weekend", "offDay"] },
  { kinds: ["weekend"] },
  { weekdays: [1] },
  { weekdays: [1, 3, 5], kinds: ["workday"] },
  { weekdays: [6, 7] }
)
const window = fc
  .tuple(fc.nat(44), fc.integer({ min: 1, max: 16 }))
  .map(([from, more]) => ({ open: times[from] ?? "", close: times[Math.min(48, from + more)] ?? "" }))
const ahead = fc.nat(14)
const name = fc.nat(14).map((n) => `a${n}`)

const asked = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .record({
        allocation: name,
        audience: fc.constantFrom("staff", "residents", "residents"),
        spaces: fc.integer({ min: 1, max: 6 }),
        days: daysOf,
        window,
        from: ahead,
        more: fc.nat(9)
      })
      .map(({ from, more, ...one }): Encoded => {
        const begin = CivilDate.addDays(first, from)
        const end = more === 0 ? {} : { to: CivilDate.addDays(begin, more) }
        return { _tag: "AllocateSpaces", facility: "p", unit: "firm", ...one, from: begin, ...end } as Encoded
      })
  },
  {
    weight: 3,
    arbitrary: fc.tuple(name, ahead).map(
      ([allocation, n]): Encoded => ({
        _tag: "ReleaseSpaces",
        facility: "p",
        allocation,
        from: CivilDate.addDays(first, n)
      })
    )
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: 3, max: 12 }), ahead).map(
      ([n, on]): Encoded => ({
        _tag: "ResizeFacility",
        facility: "p",
        quantity: Count.exact(n),
        from: CivilDate.addDays(first, on)
      })
    )
  },
  {
    weight: 1,
    arbitrary: fc.tuple(window, daysOf, ahead).map(
      ([at, on, n]): Encoded =>
        ({
          _tag: "SetSharedWindows",
          facility: "p",
          audience: "staff",
          shared: [{ days: on, windows: [at] }],
          from: CivilDate.addDays(first, n)
        }) as Encoded
    )
  }
)
const always: Encoded = {
  _tag: "SetSharedWindows",
  facility: "p",
  audience: "residents",
  shared: [{ days: {}, windows: [{ open: "00:00", close: "24:00" }] }],
  from: "2022-01-02"
}
const begun = [...parking(Count.exact(8)), always].map(command)
const story = fc.array(asked, { minLength: 10, maxLength: 40 }).map((some) => some.map(command))

interface Wanted {
  readonly weekdays?: ReadonlyArray<number>
  readonly kinds?: ReadonlyArray<string>
}
const isOn = ({ weekdays, kinds }: Wanted, date: CivilDate.CivilDate, kind: string): boolean =>
  (weekdays?.includes(CivilDate.weekday(date)) ?? true) && (kinds?.includes(kind) ?? true)

// What a date can be, in a calendar nobody has seen yet.
const kindsOf = (date: CivilDate.CivilDate): ReadonlyArray<string> =>
  CivilDate.weekday(date) > 5 ? ["weekend", "makeUpWorkday", "offDay"] : ["workday", "offDay"]

type At = (date: CivilDate.CivilDate, kind: string, time: string) => void
const everywhere = (f: At): void => {
  for (const date of days) for (const kind of kindsOf(date)) for (const time of times.slice(0, 48)) f(date, kind, time)
}
const runs = ({ days: period }: State.Allocation, date: string): boolean =>
  period !== undefined && period.from <= date && (period.to === undefined || date < period.to)

// The first rule that is broken at some time, if any; read off the state, time by time.
const broken = (known: State.Facility): string | undefined => {
  let found: string | undefined
  const allocations = [...known.allocations].map(([, one]) => one)
  everywhere((date, kind, time) => {
    if (found !== undefined) return
    const now = allocations.filter(
      (one) =>
        runs(one, date) &&
        isOn(one.allocated.days, date, kind) &&
        one.allocated.window.open <= time &&
        time < one.allocated.window.close
    )
    const quantity = known.quantity.find(({ from, to }) => from <= date && (to === undefined || date < to))
    if (now.reduce((sum, { allocated }) => sum + allocated.spaces, 0) > (quantity?.value.value ?? 0)) found = "capacity"
    for (const { allocated } of now) {
      const shared = State.windowsFor(known, allocated.audience).find(
        ({ from, to }) => from <= date && (to === undefined || date < to)
      )
      const inside = (shared?.value ?? []).some(
        (one) => isOn(one.days, date, kind) && one.windows.some(({ open, close }) => open <= time && time < close)
      )
      if (!inside) found = "window"
    }
  })
  return found
}

const reasons: Readonly<Record<string, string>> = {
  CapacityExceeded: "capacity",
  OutsideSharedWindows: "window"
}

describe("what is shared by the time of day, against a walk over all times", () => {
  it("H-15 never is more allocated than there is, nor outside its windows, and nothing that fits is refused", () => {
    const refused = new Map<string, number>()
    let allocated = 0
    fc.assert(
      fc.property(story, (commands) => {
        let state = Decider.run(Facilities.decider, State.initial, begun, facts).state
        for (const one of commands) {
          const stepped = Decider.step(Facilities.decider, state, one, facts)
          if (Result.isSuccess(stepped)) {
            state = stepped.success.state
            if (one._tag === "AllocateSpaces" && stepped.success.events.length > 0) allocated++
            continue
          }
          const reason = reasons[stepped.failure._tag]
          if (reason === undefined) continue
          refused.set(reason, (refused.get(reason) ?? 0) + 1)
          // Doing it all the same breaks a rule at some time; beyond the days walked everything is as in their last week.
          const { _tag: _, ...fields } = one
          const tags = {
            AllocateSpaces: "SpacesAllocated",
            ResizeFacility: "FacilityResized",
            SetSharedWindows: "SharedWindowsSet"
          } as const
          if (one._tag === "AllocateSpaces" || one._tag === "ResizeFacility" || one._tag === "SetSharedWindows") {
            const forced = State.evolve(state, { ...fields, _tag: tags[one._tag] } as Parameters<
              typeof State.evolve
            >[1])
            expect(broken(facility(forced))).toBeDefined()
          }
        }
        expect(broken(facility(state))).toBeUndefined()
      }),
      { numRuns: 60 }
    )
    expect(allocated).toBeGreaterThan(60)
    expect(refused.get("capacity") ?? 0).toBeGreaterThan(20)
    expect(refused.get("window") ?? 0).toBeGreaterThan(20)
  })

  it("what was said once changes nothing when it is said again, at once or with the whole story", () => {
    fc.assert(
      fc.property(story, (commands) => {
        let state = Decider.run(Facilities.decider, State.initial, begun, facts).state
        const obeyed = [...begun]
        for (const one of commands) {
          const stepped = Decider.step(Facilities.decider, state, one, facts)
          if (Result.isFailure(stepped)) continue
          state = stepped.success.state
          if (stepped.success.events.length > 0) obeyed.push(one)
        }
        const again = Decider.run(Facilities.decider, state, obeyed, facts)
        expect([again.events, again.failures]).toEqual([[], []])
      }),
      { numRuns: 60 }
    )
  })
})
