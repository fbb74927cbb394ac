import { Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  events,
  type History,
  histories,
  ids,
  journeysOf,
  knownAt,
  latestOf,
  rules,
  stages,
  tagged
} from "./analytics/histories.ts"

const runs = { numRuns: 200 }
const make = (): Journeys.Journeys => Result.getOrThrow(Journeys.make(stages, rules))

const naiveCounts = (all: ReadonlyArray<History>) =>
  ids.map((stage) => ({
    stage,
    now: all.filter(({ steps }) => steps.at(-1)?.stage === stage).length,
    ever: all.filter(({ steps }) => steps.some((step) => step.stage === stage)).length
  }))

const naiveMoves = (all: ReadonlyArray<History>) =>
  [...ids, undefined].flatMap((from) =>
    ids.flatMap((to) => {
      const count = all
        .map(({ steps }) => steps.filter((step, at) => step.stage === to && steps[at - 1]?.stage === from).length)
        .reduce((sum, each) => sum + each, 0)
      return count === 0 ? [] : [{ ...(from === undefined ? {} : { from }), to, count }]
    })
  )

describe("journeys", () => {
  it("R4-2 keep every step, and count as a look at all of them does, after each append", () => {
    fc.assert(
      fc.property(histories(), (all) => {
        const journeys = make()
        const before: Array<{ subject: string; stage: string; at: number }> = []
        for (const event of events(all)) {
          Result.getOrThrow(Journeys.append(journeys, event.subject, event.stage, event.at))
          before.push(event)
          expect(Journeys.counts(journeys)).toEqual(Journeys.recount(journeys))
        }
        expect(before.length).toBe(all.reduce((sum, { steps }) => sum + steps.length, 0))
        for (const { subject, steps } of all) expect(Journeys.history(journeys, subject)).toEqual(steps)
        expect(Result.getOrThrow(Journeys.counts(journeys)).stages).toEqual(naiveCounts(all))
        expect(Result.getOrThrow(Journeys.moves(journeys))).toEqual(naiveMoves(all))
      }),
      runs
    )
  })

  it("count and list moves as of any time as if nothing had happened since", () => {
    fc.assert(
      fc.property(histories(), fc.nat(80), (all, asOf) => {
        const journeys = journeysOf(all)
        const known = knownAt([...all, tagged], asOf)
        const counted = Result.getOrThrow(Journeys.counts(journeys, { asOf }))
        expect(counted).toEqual({
          definition: "journeys/counts",
          stages: naiveCounts(known),
          population: known.length,
          asOf
        })
        expect(Result.getOrThrow(Journeys.moves(journeys, { asOf }))).toEqual(naiveMoves(known))
      }),
      runs
    )
  })

  it("count a cohort by when it began, by a stage it entered, by code and by name", () => {
    fc.assert(
      fc.property(histories(), fc.nat(80), fc.nat(30), fc.nat(30), (all, asOf, from, length) => {
        const journeys = journeysOf(all)
        const span = { from, until: from + length }
        const isIn = (at: number | undefined): boolean => at !== undefined && at >= span.from && at < span.until
        const known = knownAt([...all, tagged], asOf)
        const ask = (cohort: Journeys.Cohort) => Result.getOrThrow(Journeys.counts(journeys, { asOf, cohort })).stages
        expect(ask({ began: span })).toEqual(naiveCounts(known.filter(({ steps }) => isIn(steps[0]?.at))))
        const first = (steps: History["steps"]) => steps.find(({ stage }) => stage === "talks")?.at
        expect(ask({ entered: { stage: "talks", ...span } })).toEqual(
          naiveCounts(known.filter(({ steps }) => isIn(first(steps))))
        )
        expect(ask({ where: { region: [0, 2] } })).toEqual(
          naiveCounts(known.filter(({ region }) => region === 0 || region === 2))
        )
        const byRegion = Result.getOrThrow(Journeys.countsBy(journeys, "region", { asOf }))
        expect(byRegion.map(({ code, population, stages }) => ({ code, population, stages }))).toEqual(
          [undefined, 0, 1, 2].flatMap((code) => {
            const some = known.filter(({ region }) => region === code)
            return some.length === 0 ? [] : [{ code, population: some.length, stages: naiveCounts(some) }]
          })
        )
        expect(ask({ among: (subject) => subject.endsWith("1") })).toEqual(
          naiveCounts(known.filter(({ subject }) => subject.endsWith("1")))
        )
      }),
      runs
    )
  })

  it("are the same whether steps come in order or late, where each is allowed", () => {
    fc.assert(
      fc.property(histories(), fc.infiniteStream(fc.nat(1000)), (all, order) => {
        const ordered = make()
        for (const { subject, stage, at } of events(all)) Journeys.append(ordered, subject, stage, at)
        const late = make()
        // Steps refused now may be allowed when others are there; those of one time would change places.
        let waiting = events(all)
          .map((event) => ({ event, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event)
        let before = -1
        while (waiting.length !== before) {
          before = waiting.length
          waiting = waiting.filter(({ subject, stage, at }) =>
            Result.isFailure(Journeys.insert(late, subject, stage, at))
          )
        }
        expect(Journeys.counts(late)).toEqual(Journeys.recount(late))
        expect(Journeys.moves(late, { asOf: 1000 })).toEqual(Journeys.moves(late))
        const distinct = all.every(({ steps }) => new Set(steps.map(({ at }) => at)).size === steps.length)
        if (waiting.length === 0 && distinct) {
          for (const { subject, steps } of all) expect(Journeys.history(late, subject)).toEqual(steps)
          expect(Journeys.moves(late)).toEqual(Journeys.moves(ordered))
        }
      }),
      runs
    )
  })

  it("invariant 12: fold like a plain loop over declared moves, with refusals, as single moves do", () => {
    const table = Result.getOrThrow(Journeys.table(stages, rules))
    const event = fc.tuple(fc.nat(5), fc.nat(stages.length - 1))
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (all) => {
        const now = new Uint8Array(6).fill(stages.length)
        const subjects = Uint32Array.from(all, ([subject]) => subject)
        const numbers = Uint8Array.from(all, ([, stage]) => stage)
        const refused = Journeys.fold(table, { subjects, stages: numbers }, now)
        const single = new Array<string | undefined>(6).fill(undefined)
        let expected = 0
        for (const [subject, stage] of all) {
          const moved = Journeys.move(table, single[subject], ids[stage] ?? "")
          if (Result.isSuccess(moved)) single[subject] = moved.success
          else expected++
        }
        expect(refused).toBe(expected)
        expect([...now].map((number) => ids[number])).toEqual(single)
      }),
      runs
    )
  })

  it("have the latest step as their date", () => {
    fc.assert(
      fc.property(histories(), (all) => {
        const counted = Result.getOrThrow(Journeys.counts(journeysOf(all)))
        expect(counted.asOf).toBe(latestOf([...all, tagged]))
      }),
      runs
    )
  })
})
