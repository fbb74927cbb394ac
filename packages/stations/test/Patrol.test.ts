import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Duty from "../src/Duty.ts"
import * as Fairness from "../src/Fairness.ts"
import * as RosterReview from "../src/RosterReview.ts"
import * as State from "../src/RosterState.ts"
import { after, atTime, duty, facts, fortnight, manager, published, roster, to } from "./rosterLife.ts"
import { china, day, members, shift } from "./rosterScene.ts"

// Property, staff volunteers, police and community workers go round the fixed points, six hours each, day and night.
const parties = ["property", "volunteers", "police", "community"]
const watches = [
  ["night", "00:00", "06:00"],
  ["morning", "06:00", "12:00"],
  ["afternoon", "12:00", "18:00"],
  ["evening", "18:00", "24:00"]
] as const
const patrol = (some = watches.map(([name]) => name as string), more: object = {}) =>
  fortnight({
    members: members(parties),
    shifts: watches
      .filter(([name]) => some.includes(name))
      .map(([name, open, close]) =>
        shift(["points"], {
          shift: name,
          names: { zh: name },
          window: { open, close },
          days: { on: { weekdays: [1, 2, 3, 4, 5, 6, 7] } }
        })
      ),
    ...more
  })
const start = Date.parse("2026-03-02T00:00:00+08:00")
const minute = 60_000
const fourteenDays = 14 * 24 * 60

/** The minutes of the cycle in which nobody is on patrol. */
const unwatched = (state: State.State): number => {
  let empty = 0
  for (let n = 0; n < fourteenDays; n += 15) {
    if (Duty.at(State.rosters(state), china, start + n * minute).length === 0) empty += 15
  }
  return empty
}

describe("a patrol of four parties round the clock", () => {
  it("W-18 leaves no gap in any day or night of its cycle, and no party goes twice at once or more than its share", () => {
    const live = published(patrol())
    expect(unwatched(live)).toBe(0)
    for (const edge of ["06:00", "12:00", "18:00"]) {
      const at = Date.parse(`2026-03-04T${edge}:00+08:00`)
      const before = Duty.at(State.rosters(live), china, at - minute).map(({ slot }) => slot.shift)
      const now = Duty.at(State.rosters(live), china, at).map(({ slot }) => slot.shift)
      expect([before.length, now.length, before[0] === now[0]]).toEqual([1, 1, false])
    }
    expect(Result.getOrThrow(RosterReview.warnings(roster(live), facts, day("2026-03-01")))).toEqual([])
    expect(Fairness.report(roster(live)).map(({ assigned }) => assigned)).toEqual([14, 14, 14, 14])
    for (const duties of Map.groupBy(
      State.duties(roster(live)),
      ({ unit, slot }) => `${unit} ${slot.date} ${slot.shift}`
    ).values()) {
      expect(duties).toHaveLength(1)
    }
  })

  it("W-18 a watch nobody has, a party that stays away and one that is taken back are gaps, and each is seen", () => {
    expect(unwatched(published(patrol(["morning", "afternoon", "evening"])))).toBe(14 * 6 * 60)
    const live = published(patrol())
    const slot = "2026-03-03/night/points/1"
    const missed = after([atTime("MissDuty", "2026-03-03T06:00", { slot })], live)
    expect([duty(missed, slot).standing, unwatched(missed)]).toEqual(["missed", 6 * 60])
    const gone = after([to("CancelDuty", "2026-02-25", { slot, ...manager })], live)
    expect(unwatched(gone)).toBe(6 * 60)
    // Where one party cannot come at all its watches go to the others; where all cannot, the watch is told as empty.
    const away = { unavailable: [{ from: "2026-03-02", to: "2026-03-03" }] }
    const without = (some: ReadonlyArray<string>) =>
      published(patrol(undefined, { members: members(parties, Object.fromEntries(some.map((id) => [id, away]))) }))
    expect(unwatched(without(["police"]))).toBe(0)
    const nobody = without(parties)
    expect(unwatched(nobody)).toBe(24 * 60)
    const told = Result.getOrThrow(RosterReview.warnings(roster(nobody), facts, day("2026-03-01")))
    expect(told.map(({ kind, slot: one }) => [kind, one.date])).toEqual(watches.map(() => ["emptyShift", "2026-03-02"]))
  })
})
