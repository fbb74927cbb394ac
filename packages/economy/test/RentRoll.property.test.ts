import { Decider } from "@louyu/kernel"
import { DeciderLaws } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Occupancy from "../src/Occupancy.ts"
import * as Presence from "../src/Presence.ts"
import * as RentRoll from "../src/RentRoll.ts"
import * as Retention from "../src/Retention.ts"
import type { TenancyCommand } from "../src/TenancyCommand.ts"
import { TenancyEvent } from "../src/TenancyEvent.ts"
import * as Turnover from "../src/Turnover.ts"
import * as Vacancies from "../src/Vacancies.ts"
import * as Model from "./rentRollModel.ts"
import { command, decider, facts, lease, spaceId, unit } from "./tenancyScene.ts"

const spaces = ["a", "b", "c", "d"]
const start = spaces.map((id, index) =>
  command({
    ...{ _tag: "RegisterSpace", space: id, place: index < 2 ? "north" : "south", label: { zh: id } },
    ...{ area: (index + 1) * 10, from: Model.at(0) }
  })
)
const index = fc.integer({ min: 0, max: Model.span - 1 })
const date = index.map(Model.at)
const later = fc.option(
  index.map((i) => Model.at(i + 1)),
  { nil: undefined, freq: 4 }
)
const one = fc.constantFrom(...spaces)
const leaseId = fc.constantFrom("L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8")

const signing = fc
  .record({
    id: leaseId,
    tenant: fc.constantFrom("acme", "bolt", "cast"),
    parts: fc.uniqueArray(fc.record({ space: one, area: fc.option(fc.integer({ min: 1, max: 25 })) }), {
      minLength: 1,
      maxLength: 2,
      selector: (part) => part.space
    }),
    shared: fc.boolean(),
    tenure: fc.constantFrom("rent", "own"),
    from: date,
    to: later
  })
  .map(({ id, tenant, parts, shared, tenure, from, to }) =>
    lease(
      id,
      tenant,
      parts.map(({ space, area }) => (shared && area !== null ? { space, area } : space)),
      from,
      to,
      { tenure, shared }
    )
  )

const optional = (to: string | undefined) => (to === undefined ? {} : { to })

const anyCommand: fc.Arbitrary<TenancyCommand> = fc.oneof(
  { weight: 8, arbitrary: signing },
  fc
    .tuple(leaseId, later, date)
    .map(([id, to, on]) => command({ _tag: "ExtendLease", lease: id, ...optional(to), on })),
  fc
    .tuple(leaseId, date, date)
    .map(([id, to, on]) => command({ _tag: "EndLease", lease: id, to, reason: "terminated", on })),
  fc.tuple(leaseId, date).map(([id, on]) => command({ _tag: "AnnulLease", lease: id, reason: "录错", on })),
  fc
    .tuple(one, fc.integer({ min: 1, max: 45 }), date, date)
    .map(([space, area, from, on]) => command({ _tag: "RemeasureSpace", space, area, from, on })),
  fc
    .tuple(one, date, later, date)
    .map(([space, from, to, on]) =>
      command({ _tag: "WithdrawSpace", space, from, ...optional(to), reason: "装修", on })
    ),
  fc.tuple(one, date, date).map(([space, from, on]) => command({ _tag: "OfferSpace", space, from, on })),
  fc.tuple(one, date, date).map(([space, to, on]) => command({ _tag: "CloseSpace", space, to, on }))
)

const story = fc.array(anyCommand, { maxLength: 30 }).map((commands) => [...start, ...commands])

const told = (commands: ReadonlyArray<TenancyCommand>) => {
  const model = Model.empty()
  let roll = decider.initial
  for (const each of commands) {
    const step = Decider.step(decider, roll, each, facts)
    expect([each, Result.isSuccess(step)]).toEqual([each, Model.apply(model, each)])
    if (Result.isSuccess(step)) roll = step.success.state
  }
  return { model, roll }
}

const sum = (values: ReadonlyArray<number>) => values.reduce((a, b) => a + b, 0)

describe("a rent roll is what a table of spaces and days says", () => {
  it("R4-12 R4-14 P-21 which commands are refused, and how full the building is on every day", () => {
    fc.assert(
      fc.property(story, (commands) => {
        const { model, roll } = told(commands)
        for (let i = 0; i <= Model.span; i++) {
          const cells = Model.column(model, i).map((cell) => ({ ...cell, ...Model.divided(cell) }))
          const { area, units, byArea, byUnits } = Occupancy.on(roll, Model.at(i))
          expect(area).toEqual({
            total: sum(cells.map((cell) => cell.area)),
            let: sum(cells.map((cell) => cell.let)),
            owned: sum(cells.map((cell) => cell.owned)),
            vacant: sum(cells.filter((cell) => !cell.withdrawn).map((cell) => cell.free)),
            notOffered: sum(cells.filter((cell) => cell.withdrawn).map((cell) => cell.free))
          })
          const taken = cells.filter((cell) => cell.takers.length > 0)
          const owned = taken.filter((cell) => cell.takers.every((taker) => taker.tenure === "own"))
          expect([units.total, units.let + units.owned, units.owned]).toEqual([
            cells.length,
            taken.length,
            owned.length
          ])
          expect(units.vacant + units.notOffered).toBe(cells.length - taken.length)
          expect(byArea.rate).toBe(
            area.total === area.notOffered ? undefined : (area.let + area.owned) / (area.total - area.notOffered)
          )
          expect(byUnits.denominator).toBe(units.total - units.notOffered)
        }
      }),
      { numRuns: 150 }
    )
  })

  it("R4-17 who came, who left and who stayed between any two days", () => {
    fc.assert(
      fc.property(story, index, index, (commands, i, j) => {
        const { model, roll } = told(commands)
        const [first, last] = [Math.min(i, j), Math.max(i, j) + 1]
        const period = { from: Model.at(first), to: Model.at(last) }
        const { arrivals, departures, opening, closing, rate } = Turnover.within(roll, period)
        const days = Array.from({ length: last - first }, (_, k) => first + k)
        const missing = (a: number, b: number) =>
          Model.tenantsOn(model, a).filter((tenant) => !Model.tenantsOn(model, b).includes(tenant))
        expect(arrivals).toEqual(days.flatMap((k) => missing(k, k - 1).map((tenant) => ({ tenant, on: Model.at(k) }))))
        expect(departures).toEqual(
          days.flatMap((k) => missing(k - 1, k).map((tenant) => ({ tenant, on: Model.at(k) })))
        )
        expect(opening).toBe(Model.tenantsOn(model, first - 1).length)
        expect(closing).toBe(Model.tenantsOn(model, last - 1).length)
        expect(rate.rate).toBe(opening === 0 ? undefined : departures.length / opening)
        const kept = Retention.between(roll, Model.at(first), Model.at(last))
        const before = Model.tenantsOn(model, first)
        const after = Model.tenantsOn(model, last)
        expect(kept.kept).toEqual(before.filter((tenant) => after.includes(tenant)))
        expect(kept.gone.map(({ tenant }) => tenant)).toEqual(before.filter((tenant) => !after.includes(tenant)))
        expect(kept.gone.every(({ reason }) => reason !== undefined)).toBe(true)
        expect(Presence.on(roll, Model.at(first))).toEqual(before)
      }),
      { numRuns: 150 }
    )
  })

  it("R4-12 what is vacant, since when and until when", () => {
    fc.assert(
      fc.property(story, index, (commands, i) => {
        const { model, roll } = told(commands)
        const freeOn = (space: string, k: number) => {
          const cell = model.cells.get(space)?.[k]
          if (cell?.area === undefined || cell.withdrawn) return 0
          return Model.divided({ ...cell, area: cell.area }).free
        }
        const expected = [...model.cells.keys()].flatMap((space) => {
          const area = freeOn(space, i)
          if (area === 0) return []
          let from = i
          while (from > 0 && freeOn(space, from - 1) >= area) from--
          let to = i
          while (to <= Model.span && freeOn(space, to) >= area) to++
          return [{ space, area, from: Model.at(from), to: to > Model.span ? undefined : Model.at(to) }]
        })
        const coming = [...model.cells.keys()].flatMap((space) => {
          const from = Array.from({ length: Model.span - i }, (_, k) => i + 1 + k).find(
            (k) => freeOn(space, k) > freeOn(space, i)
          )
          if (from === undefined) return []
          let to = from
          while (to <= Model.span && freeOn(space, to) >= freeOn(space, from)) to++
          const until = to > Model.span ? undefined : Model.at(to)
          return [{ space, area: freeOn(space, from), from: Model.at(from), to: until }]
        })
        const listed = Vacancies.on(roll, Model.at(i), { horizon: Model.at(Model.span) })
        const shown = (soon: boolean) =>
          listed
            .filter(({ because }) => (because !== undefined) === soon)
            .map(({ space, area, from, to }) => ({ space, area, from, to }))
        const bySpace = (a: { readonly space: string }, b: { readonly space: string }) => (a.space < b.space ? -1 : 1)
        expect(shown(false).toSorted(bySpace)).toEqual(expected.toSorted(bySpace))
        expect(shown(true).toSorted(bySpace)).toEqual(coming.toSorted(bySpace))
      }),
      { numRuns: 150 }
    )
  })

  it("R4-14 along a tree every place counts what lies in and below it, and the top counts everything", () => {
    fc.assert(
      fc.property(story, index, (commands, i) => {
        const { roll } = told(commands)
        const above = (place: string) => (place === "city" ? [] : [unit("city")])
        const all = Occupancy.rollUp(roll, Model.at(i), above)
        for (const place of ["north", "south"].map(unit)) {
          if (all.has(place)) expect(all.get(place)).toEqual(Occupancy.on(roll, Model.at(i), [place]))
        }
        if (all.size > 0) expect(all.get(unit("city"))).toEqual(Occupancy.on(roll, Model.at(i)))
      }),
      { numRuns: 50 }
    )
  })

  it("R4-12 a history told again gives no events, and the order of leases of different spaces does not matter", () => {
    fc.assert(
      fc.property(story, (commands) => {
        const { roll } = told(commands)
        const accepted = Decider.run(decider, decider.initial, commands, facts)
        const refused = new Set(accepted.failures.map((one) => one.index))
        const again = Decider.run(
          decider,
          roll,
          commands.filter((_, k) => !refused.has(k)),
          facts
        )
        expect([again.events, again.failures]).toEqual([[], []])
        const touching = accepted.events.filter((one) => one._tag === "LeaseSigned" || one._tag === "SpaceRegistered")
        const [registered, signed] = [touching.filter((one) => one._tag === "SpaceRegistered"), touching.slice(4)]
        const one = Decider.fold(decider, [...registered, ...signed])
        const other = Decider.fold(decider, [...registered, ...signed.toReversed()])
        for (const id of spaces) {
          expect(RentRoll.space(other, spaceId(id))?.lets).toEqual(RentRoll.space(one, spaceId(id))?.lets)
        }
      }),
      { numRuns: 100 }
    )
  })
})

describe("the decider of tenancies", () => {
  const laws = DeciderLaws.laws<TenancyCommand, RentRoll.RentRoll, TenancyEvent, unknown, typeof facts>({
    commands: () => fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...start) }, { weight: 5, arbitrary: anyCommand }),
    facts: fc.constant(facts),
    event: TenancyEvent,
    observe: (roll) => ({
      spaces: RentRoll.spaces(roll).toSorted((a, b) => (a.registered.space < b.registered.space ? -1 : 1)),
      leases: [...roll.leases].toSorted(([a], [b]) => (a < b ? -1 : 1))
    })
  })
  for (const law of laws) {
    it(law.name, () => {
      law.check(decider)
    })
  }
})
