import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Capacity from "../src/Capacity.ts"
import type * as Command from "../src/Command.ts"
import * as CommonNeeds from "../src/CommonNeeds.ts"
import * as Match from "../src/Match.ts"
import { ResourceId } from "../src/Resource.ts"
import * as State from "../src/State.ts"
import { anyCommand, days, history, pick, resources, start } from "./histories.ts"
import { after, day, decider, facts, need, unit } from "./scene.ts"

const run = (commands: ReadonlyArray<Command.Command>, from = start) => Decider.run(decider, from, commands, facts)

describe("the three lists over any history", () => {
  it("P-23 invariant 9: what is agreed on never exceeds what there is, on any day", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        for (const { resource, amounts } of State.resources(state)) {
          const uses = State.usesOf(state, { _tag: "resource", resource: resource.resource })
          // Every day by itself, as somebody with a calendar would count.
          for (let i = 0; i < 60; i++) {
            const at = day(`2022-0${i < 31 ? 3 : 4}-${String((i % 31) + 1).padStart(2, "0")}`.replace("04-31", "04-30"))
            const amount = amounts.findLast((entry) => entry.from <= at)?.value ?? 0
            const used = uses
              .filter(({ period }) => period.from <= at && (period.to === undefined || at < period.to))
              .reduce((sum, { quantity }) => sum + quantity, 0)
            if (resource.capacity.per === "atOnce") expect(used).toBeLessThanOrEqual(amount)
          }
          const over = Capacity.overload(
            resource.capacity,
            uses,
            (at) => amounts.findLast((entry) => entry.from <= at)?.value ?? 0
          )
          if (resource.capacity.per === "atOnce") expect(over).toBeUndefined()
        }
      }),
      { numRuns: 400, seed: 101 }
    )
  })

  it("P-23 no need is agreed on or delivered beyond what was wanted, and a need is in one open project at most", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        for (const known of State.needs(state)) {
          const { needed, committed, delivered, open } = State.amounts(state, known)
          expect(delivered).toBeLessThanOrEqual(committed)
          expect(committed).toBeLessThanOrEqual(needed)
          expect(open).toBe(needed - committed)
          const within = [...State.projects(state)].filter(
            ({ status, needs: ids }) =>
              (status === "proposed" || status === "approved") && ids.includes(known.need.need)
          )
          expect(within.length).toBeLessThanOrEqual(1)
          if (within[0] !== undefined) expect(known.project).toBe(within[0].project.project)
        }
        for (const one of State.projects(state)) {
          if (one.status === "approved" || one.status === "completed") expect(one.needs.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400, seed: 102 }
    )
  })

  it("a command that was accepted, told again at once, changes nothing", () => {
    fc.assert(
      fc.property(history, anyCommand, (commands, last) => {
        const { state } = run(commands)
        const decided = decider.decide(state, last, facts)
        if (Result.isFailure(decided)) return
        const later = Decider.fold(decider, decided.success, state)
        expect(decider.decide(later, last, facts)).toEqual(Result.succeed([]))
      }),
      { numRuns: 600, seed: 103 }
    )
  })

  it("a match takes capacity exactly from the day it is accepted until it is taken back", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { state } = run(commands)
        for (const id of resources) {
          const offer = { _tag: "resource", resource: ResourceId.make(id) } as const
          const committed = [...State.matches(state)].filter(
            (one) =>
              Match.keyOf(one.proposal.offer) === Match.keyOf(offer) &&
              ["accepted", "delivered", "closed"].includes(one.status)
          )
          const planned = [...State.projects(state)]
            .filter(({ status }) => status !== "cancelled" && status !== "merged")
            .flatMap(({ commitments }) =>
              commitments.filter((one) => one.resource === id && one.released === undefined)
            )
          const expected =
            committed.reduce((sum, { proposal }) => sum + proposal.quantity, 0) +
            planned.reduce((sum, { quantity }) => sum + quantity, 0)
          expect(State.usesOf(state, offer).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(expected)
        }
      }),
      { numRuns: 300, seed: 104 }
    )
  })

  it("P-30 common needs are the same whatever the order in which they were raised, and each need is in one", () => {
    const raised = fc.uniqueArray(
      fc.record({
        id: fc.nat({ max: 30 }),
        raiser: fc.nat({ max: 4 }),
        place: pick("t1", "t2"),
        on: pick(...days),
        category: pick("dining", "tax")
      }),
      { selector: ({ id }) => id, maxLength: 20 }
    )
    fc.assert(
      fc.property(raised, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 40 }), (list, raisers, span) => {
        const inputs = list.map(({ id, raiser, place, on: at, category }) =>
          need(`n${id}`, category, { raiser: `firm-${raiser}`, place, on: at })
        )
        const find = (all: typeof inputs) =>
          CommonNeeds.find(after(all), (place) => unit(place), { raisers, days: span }, day("2022-12-31"))
        const found = find(inputs)
        expect(find(inputs.toReversed())).toEqual(found)
        const ids = found.flatMap((one) => one.needs)
        expect(new Set(ids).size).toBe(ids.length)
        for (const one of found) expect(one.raisers.length).toBeGreaterThanOrEqual(raisers)
      }),
      { numRuns: 200, seed: 105 }
    )
  })
})
