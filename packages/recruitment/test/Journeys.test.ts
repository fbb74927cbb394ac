import { AnalyticsError, Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { rules, stages } from "./analytics/histories.ts"

const empty = (): Journeys.Journeys => Result.getOrThrow(Journeys.make(stages, rules))
const append = (journeys: Journeys.Journeys, subject: string, stage: string, at: number) =>
  Result.getOrThrow(Journeys.append(journeys, subject, stage, at))
const failure = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined

describe("the list of stages", () => {
  it("is refused when it is empty, too long, repeats a stage, or a move names one not declared", () => {
    expect(failure(Journeys.make([]))).toMatchObject({ _tag: "StagesRejected", reason: "none" })
    const many = Array.from({ length: 255 }, (_, number) => ({ id: `s${number}` }))
    expect(failure(Journeys.make(many))).toMatchObject({ reason: "tooMany" })
    expect(Result.isSuccess(Journeys.make(many.slice(1)))).toBe(true)
    expect(failure(Journeys.make([{ id: "a" }, { id: "a" }]))).toMatchObject({ reason: "repeated", stage: "a" })
    expect(failure(Journeys.make([{ id: "a" }], { moves: [["a", "b"]] }))).toMatchObject({
      reason: "undeclared",
      stage: "b"
    })
    expect(failure(Journeys.make([{ id: "a" }], { entries: ["c"] }))).toMatchObject({
      reason: "undeclared",
      stage: "c"
    })
  })

  it("invariant 12: allows any move from a stage that is not terminal unless moves are declared", () => {
    const table = Result.getOrThrow(Journeys.table([{ id: "a" }, { id: "b" }, { id: "end", terminal: true }]))
    expect(Journeys.move(table, "b", "a")).toEqual(Result.succeed("a"))
    expect(Journeys.move(table, undefined, "end")).toEqual(Result.succeed("end"))
    expect(failure(Journeys.move(table, "a", "a"))).toBeInstanceOf(AnalyticsError.MoveRefused)
    expect(failure(Journeys.move(table, "end", "a"))).toMatchObject({ from: "end", to: "a" })
    expect(failure(Journeys.move(table, "x", "a"))).toMatchObject({ _tag: "StageUnknown", stage: "x" })
    expect(failure(Journeys.move(table, "a", "y"))).toMatchObject({ _tag: "StageUnknown", stage: "y" })
  })

  it("invariant 12: a terminal stage is left only by a move declared from it", () => {
    const table = Result.getOrThrow(Journeys.table(stages, rules))
    expect(Journeys.move(table, "lost", "lead")).toEqual(Result.succeed("lead"))
    expect(failure(Journeys.move(table, "settled", "lead"))).toBeInstanceOf(AnalyticsError.MoveRefused)
    expect(failure(Journeys.move(table, undefined, "settled"))?.message).toContain("may not begin")
  })
})

describe("appending", () => {
  it("refuses an unknown stage, half a day, a step before the last and a move not allowed, and changes nothing", () => {
    const journeys = empty()
    append(journeys, "f1", "lead", 10)
    const before = Result.getOrThrow(Journeys.counts(journeys))
    expect(failure(Journeys.append(journeys, "f1", "nowhere", 11))).toBeInstanceOf(AnalyticsError.StageUnknown)
    expect(failure(Journeys.append(journeys, "f1", "talks", 10.5))).toBeInstanceOf(AnalyticsError.TimeRejected)
    expect(failure(Journeys.append(journeys, "f1", "talks", Number.NaN))).toBeInstanceOf(AnalyticsError.TimeRejected)
    expect(failure(Journeys.append(journeys, "f1", "talks", 9))).toMatchObject({ _tag: "StepEarlier", at: 9, last: 10 })
    expect(failure(Journeys.append(journeys, "f1", "settled", 11))).toMatchObject({ from: "lead", to: "settled" })
    expect(failure(Journeys.append(journeys, "f2", "office", 11))).toBeInstanceOf(AnalyticsError.MoveRefused)
    expect(Result.getOrThrow(Journeys.counts(journeys))).toEqual(before)
    expect(Journeys.subjects(journeys)).toEqual(["f1"])
    expect(Journeys.history(journeys, "f1")).toEqual([{ stage: "lead", at: 10 }])
    expect(Journeys.history(journeys, "f2")).toEqual([])
  })

  it("keeps steps of the same time in the order in which they came", () => {
    const journeys = empty()
    append(journeys, "f1", "lead", 3)
    append(journeys, "f1", "talks", 3)
    append(journeys, "f1", "lead", 3)
    expect(Journeys.history(journeys, "f1").map(({ stage }) => stage)).toEqual(["lead", "talks", "lead"])
  })

  it("inserts what was recorded late only where both moves are allowed", () => {
    const journeys = empty()
    append(journeys, "f1", "lead", 1)
    append(journeys, "f1", "office", 9)
    expect(failure(Journeys.insert(journeys, "f1", "lost", 5))).toMatchObject({ from: "lost", to: "office" })
    expect(failure(Journeys.insert(journeys, "f1", "settled", 5))).toMatchObject({ from: "lead", to: "settled" })
    Result.getOrThrow(Journeys.insert(journeys, "f1", "talks", 5))
    Result.getOrThrow(Journeys.insert(journeys, "f2", "lead", 2))
    expect(Journeys.history(journeys, "f1").map(({ at }) => at)).toEqual([1, 5, 9])
    expect(Result.getOrThrow(Journeys.moves(journeys))).toEqual([
      { from: "lead", to: "talks", count: 1 },
      { from: "talks", to: "office", count: 1 },
      { to: "lead", count: 2 }
    ])
  })

  it("tags only who is there, with whole codes from 0 to 65,534", () => {
    const journeys = append(empty(), "f1", "lead", 0)
    expect(failure(Journeys.tag(journeys, "f2", "region", 1))).toBeInstanceOf(AnalyticsError.SubjectUnknown)
    expect(failure(Journeys.tag(journeys, "f1", "region", 65_535))).toBeInstanceOf(AnalyticsError.CodeRejected)
    expect(failure(Journeys.tag(journeys, "f1", "region", -1))).toBeInstanceOf(AnalyticsError.CodeRejected)
    expect(failure(Journeys.counts(journeys, { cohort: { where: { region: [1] } } }))).toMatchObject({
      _tag: "ColumnUnknown",
      column: "region"
    })
    Result.getOrThrow(Journeys.tag(journeys, "f1", "region", 65_534))
    const inRegion = (code: number) =>
      Result.getOrThrow(Journeys.counts(journeys, { cohort: { where: { region: [code] } } })).population
    expect([inRegion(65_534), inRegion(0)]).toEqual([1, 0])
  })

  it("remembers who was in each of more than 32 stages", () => {
    const many = Array.from({ length: 100 }, (_, number) => ({ id: `s${number}` }))
    const journeys = Result.getOrThrow(Journeys.make(many))
    for (let number = 0; number < 100; number += 3) append(journeys, "f1", `s${number}`, number)
    const { stages: counted } = Result.getOrThrow(Journeys.counts(journeys))
    expect(counted.filter(({ ever }) => ever === 1).map(({ stage }) => stage)).toEqual(
      Array.from({ length: 34 }, (_, third) => `s${third * 3}`)
    )
    expect(Journeys.recount(journeys)).toEqual(Journeys.counts(journeys))
  })

  it("finds everybody among many whose names are alike", () => {
    const journeys = empty()
    const names = Array.from({ length: 5_000 }, (_, number) => `企业-${number % 7}-${number}`)
    for (const name of names) append(journeys, name, "lead", 1)
    for (const name of names) append(journeys, name, "lost", 2)
    expect(Journeys.subjects(journeys)).toEqual(names)
    expect(Result.getOrThrow(Journeys.counts(journeys)).stages[4]).toEqual({ stage: "lost", now: 5_000, ever: 5_000 })
  })
})

describe("growing", () => {
  it("keeps every journey while blocks move, columns grow and times become too large for days", () => {
    const journeys = empty()
    const kept = new Map<string, Array<{ readonly stage: string; readonly at: number }>>()
    const round = ["lead", "talks", "office", "talks", "lead", "lost"]
    // They come one after another and make one step or up to forty, so that blocks of all sizes are left and taken again.
    for (let step = 0; step < 90; step++) {
      for (let firm = 0; firm < 600; firm++) {
        const before = step - (firm % 50)
        if (before < 0 || before > firm % 40) continue
        const stage = round[before % round.length] ?? ""
        const at = step < 60 ? step : step * 86_400_000_000
        append(journeys, `f${firm}`, stage, at)
        const own = kept.get(`f${firm}`)
        if (own === undefined) kept.set(`f${firm}`, [{ stage, at }])
        else own.push({ stage, at })
      }
    }
    for (const [subject, steps] of kept) expect(Journeys.history(journeys, subject)).toEqual(steps)
    expect(Journeys.recount(journeys)).toEqual(Journeys.counts(journeys))
    const began = { from: 0, until: 50 }
    expect(Result.getOrThrow(Journeys.counts(journeys, { cohort: { began } })).population).toBe(kept.size)
  })
})

describe("asking before anything has happened", () => {
  it("gives nothing of nobody, without a date", () => {
    const counted = Result.getOrThrow(Journeys.counts(empty()))
    expect(counted.population).toBe(0)
    expect(counted.asOf).toBeUndefined()
    expect(counted.stages.every(({ now, ever }) => now === 0 && ever === 0)).toBe(true)
  })

  it("refuses a date that is none and a cohort of an unknown stage", () => {
    expect(failure(Journeys.counts(empty(), { asOf: 1.5 }))).toBeInstanceOf(AnalyticsError.TimeRejected)
    const cohort = { entered: { stage: "nowhere", from: 0, until: 1 } }
    expect(failure(Journeys.counts(empty(), { cohort }))).toBeInstanceOf(AnalyticsError.StageUnknown)
  })
})

describe("folding columns", () => {
  it("invariant 12: makes the moves that are allowed and counts the others, also those of nobody and to nowhere", () => {
    const table = Result.getOrThrow(Journeys.table(stages, rules))
    const now = new Uint8Array(2).fill(stages.length)
    const events = { subjects: Uint32Array.of(0, 0, 1, 1, 7, 0, 0), stages: Uint8Array.of(0, 1, 3, 1, 0, 5, 254) }
    expect(Journeys.fold(table, events, now)).toBe(4)
    expect([...now]).toEqual([1, 1])
  })
})
