import { CivilDate } from "@louyu/kernel"
import { Wish, WishCommand, Wishes } from "@louyu/programmes"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as WishBook from "../src/WishBook.ts"

const first = CivilDate.make("2026-03-01")
const facts: Wishes.Facts = { exists: () => true, hasTeam: () => true, isInTeam: () => true }
const id = "w"

const step = fc.record({
  days: fc.nat({ max: 2 }),
  request: fc.nat({ max: 3 }).map((n) => `r${n}`),
  what: fc.constantFrom(
    { _tag: "ClaimWish", by: { unit: "e1" } },
    { _tag: "ReleaseWish", by: { unit: "e1" } },
    { _tag: "FulfilWish", by: { unit: "e1" } },
    { _tag: "ConfirmWish", by: "p-1", satisfied: true },
    { _tag: "ConfirmWish", by: "p-1", satisfied: false },
    { _tag: "WithdrawWish", by: "p-1" }
  )
})

const decode = Schema.decodeUnknownSync(WishCommand.Command)

/** What stood at the end of each day, day by day as it was told. */
const lived = (steps: ReadonlyArray<typeof step extends fc.Arbitrary<infer A> ? A : never>) => {
  const days = new Map<CivilDate.CivilDate, Wish.Wish["standing"]>()
  let state: Wish.State = Wishes.decider.initial
  let on = first
  const say = (command: object) => {
    const decided = Wishes.decider.decide(state, decode(command), facts)
    if (Result.isSuccess(decided)) state = decided.success.reduce(Wishes.decider.evolve, state)
    const wish = [...Wish.all(state)][0]
    if (wish !== undefined) days.set(on, wish.standing)
  }
  say({ _tag: "PostWish", wish: id, owner: "p-1", kind: "lamp", place: "b1", on })
  for (const { days: later, request, what } of steps) {
    on = CivilDate.addDays(on, later)
    say({ ...what, wish: id, on, request })
  }
  return { days, wish: [...Wish.all(state)][0] }
}

describe("WishBook.asOf", () => {
  it("W-12 tells how a wish stood at the end of any day, whatever came later", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { days, wish } = lived(steps)
        if (wish === undefined) throw new Error("the wish was posted")
        for (const [day, standing] of days) {
          const known = WishBook.asOf(wish, day)
          expect([day, known?.standing]).toEqual([day, standing])
          expect(known !== undefined && known.since <= day).toBe(true)
          seen.add(standing)
        }
        expect(WishBook.asOf(wish, CivilDate.addDays(first, -1))).toBeUndefined()
      })
    )
    expect([...seen].toSorted()).toEqual(["claimed", "confirmed", "fulfilled", "posted", "withdrawn"])
  })
})
