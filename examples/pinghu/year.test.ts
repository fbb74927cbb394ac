import { BodyReview, BodyState, type Command, Deadlines, FlowPresets, InBuilding, Rates, State } from "@louyu/casework"
import { CivilDate, Instant, Share } from "@louyu/kernel"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import type { City } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Places from "./year/places.ts"
import { momentOn } from "./year/WorkTime.ts"
import { counted, tell, year } from "./year.ts"
import { cohortOn, lines, morningOf, settledOn, toldCity } from "./yearFigures.ts"

const flow = FlowPresets.propertyCouncilHall
const which = cohortOn(settledOn)
const runtime = ManagedRuntime.make(Layer.fresh(MemoryStore.layer))
const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> => Effect.runPromise(effect)

let year24: Effect.Success<ReturnType<typeof toldCity>>
let cases: ReadonlyArray<State.CaseKnown>
beforeAll(async () => {
  year24 = await runtime.runPromise(toldCity())
  cases = [...(await run(year24.city.casework.cases()))]
})
afterAll(() => runtime.dispose())

const commands = () => year24.days.flatMap((day) => day.commands)
const said = <Tag extends Command.Command["_tag"]>(tag: Tag) =>
  commands().filter((one): one is Extract<City.Command, { readonly _tag: Tag }> => one._tag === tag)

describe("a year of matters in sixteen buildings", () => {
  it("G-10 P-27 of 3,860 matters accepted in the year 3,856 are closed, which shows 99.9", () => {
    const { closure } = Rates.of(cases, which)
    expect([closure.numerator, closure.denominator, Share.percent(closure)]).toEqual([3_856, counted, "99.9"])
    // What was said gives the same numbers by itself.
    const gone = new Set<string>([
      ...said("MergeCase").map((one) => one.case),
      ...said("CloseCase").flatMap((one) => (one.reason === "withdrawn" ? [one.case] : []))
    ])
    const accepted = said("AcceptCase").filter((one) => !gone.has(one.case))
    const closed = new Set(said("CloseCase").map((one) => one.case))
    expect(accepted).toHaveLength(closure.denominator)
    expect(accepted.filter((one) => closed.has(one.case))).toHaveLength(closure.numerator)
  })

  it("G-10 P-27 the published 99.9 holds for 3,855 to 3,858 closed and for nothing else", () => {
    const { closure } = Rates.of(cases, which)
    const shown = [3_854, 3_855, 3_856, 3_857, 3_858, 3_859].map((numerator) =>
      Share.percent({ ...closure, numerator })
    )
    expect(shown).toEqual(["99.8", "99.9", "99.9", "99.9", "99.9", "100.0"])
  })

  it("A-18 the same matters were closed to a lesser share when the year ended; a rate says as of when", () => {
    const atTheEnd = Rates.of(cases, cohortOn(CivilDate.make("2024-12-31"))).closure
    expect(atTheEnd.denominator).toBe(counted)
    expect(atTheEnd.numerator).toBeLessThan(3_855)
    expect(atTheEnd.asOf).toBe(Instant.endOf(CivilDate.make("2024-12-31")))
  })

  it("P-27 four matters are open: two wait for whoever raised them, two lie above the committee and are overdue", () => {
    const open = cases.filter(State.isOpen)
    const now = Instant.endOf(settledOn)
    expect(open.map((known) => Deadlines.urgency(known, now)).toSorted()).toEqual([
      "overdue",
      "overdue",
      "paused",
      "paused"
    ])
    const above = open.filter(({ standing }) => standing === "open")
    expect(above.map(({ level }) => level)).toEqual(["district", "district"])
  })

  it("P-37 most are settled in their building, and the levels come to all that are closed", () => {
    const { share, levels, ordinary } = InBuilding.of(flow, cases, which)
    expect(levels.map(({ level, inBuilding }) => [level, inBuilding])).toEqual([
      ["microGrid", true],
      ["building", true],
      ["committee", false],
      ["street", false],
      ["district", false]
    ])
    const inside = levels.filter(({ inBuilding }) => inBuilding).reduce((sum, one) => sum + one.share.numerator, 0)
    expect(inside).toBe(share.numerator)
    expect(levels.reduce((sum, one) => sum + one.share.numerator, 0)).toBe(share.denominator)
    expect(Number(Share.percent(share))).toBeGreaterThan(95)
    expect(Number(Share.percent(ordinary))).toBeGreaterThan(99)
  })

  it("P-37 no ordinary matter left its building without a flag, and nothing else has one", () => {
    const { breaches } = InBuilding.of(flow, cases, which)
    expect(breaches.length).toBeGreaterThan(0)
    const flagged = cases.filter(({ escalations }) => escalations.some(({ breach }) => breach))
    expect(flagged.map(({ raised }) => raised.case).toSorted()).toEqual([...breaches].toSorted())
    const outside = new Set(["committee", "street", "district"])
    const left = cases.filter((known) => known.difficulty === "ordinary" && outside.has(known.level))
    expect(left.map(({ raised }) => raised.case).toSorted()).toEqual([...breaches].toSorted())
    // Nobody sent them out of the building: their time was over.
    const sent = flagged.flatMap(({ escalations }) => escalations.filter(({ breach }) => breach))
    expect(new Set(sent.map(({ cause }) => cause))).toEqual(new Set(["wholeOverdue"]))
  })

  it("R5-7 the clock took up what was overdue, one level at a time, and nothing before it was", () => {
    const byClock = cases.flatMap(({ story }) =>
      story.flatMap((event, at) => {
        if (event._tag !== "CaseEscalated" || event.cause === "beyondMeans") return []
        const kept = story.slice(0, at).findLast((one) => one._tag === "DueRecorded")
        return [{ ...event, due: kept?._tag === "DueRecorded" ? kept.due : undefined }]
      })
    )
    expect(byClock).toHaveLength(year24.told.escalated)
    const rungs = flow.ladder.map(({ id }) => id)
    for (const { from, to, at, cause, due } of byClock) {
      expect(rungs.indexOf(to)).toBe(rungs.indexOf(from) + 1)
      expect(at).toBeGreaterThan((cause === "stageOverdue" ? due?.stage?.by : due?.whole?.by) ?? Number.NaN)
    }
    expect(new Set(byClock.map(({ cause }) => cause))).toEqual(new Set(["stageOverdue", "wholeOverdue"]))
  })

  it("R5-5 R5-8 R5-12 some waited, some were taken up again within ten days, some became part of another", () => {
    expect(cases.filter(({ pauses }) => pauses.length > 0).length).toBeGreaterThan(50)
    const again = cases.flatMap(({ closures }) => closures.filter(({ reopened }) => reopened !== undefined))
    expect(again).toHaveLength(said("ReopenCase").length)
    for (const { at, reopened = Number.NaN } of again) {
      expect(CivilDate.daysBetween(Instant.dateOf(at), Instant.dateOf(reopened))).toBeLessThanOrEqual(10)
    }
    const merged = cases.filter(({ standing }) => standing === "merged")
    expect(merged.length).toBeGreaterThan(20)
    for (const { merged: into, raised } of merged) {
      const other = cases.find((known) => known.raised.case === into?.into)
      const part = other?.absorbed.find((one) => one.case === raised.case)
      // Whoever raised it is told what becomes of the other one.
      expect(part?.raisers).toEqual([raised.behalfOf ?? raised.by])
    }
  })

  it("R5-9 whoever was not satisfied had it open again, and was asked once more before it was closed", () => {
    const unhappy = cases.filter(({ followUps }) => followUps.some(({ solved }) => !solved))
    expect(unhappy.length).toBeGreaterThan(50)
    for (const { reopenings, results, followUps, standing } of unhappy) {
      expect(reopenings.length).toBeGreaterThan(0)
      expect(results.length).toBeGreaterThan(1)
      expect(followUps.at(-1)?.solved).toBe(true)
      expect(standing).toBe("closed")
    }
  })

  it("P-27 every building has one hall, and where a party is missing it says so", async () => {
    const bodies = [...BodyState.bodies(await run(year24.city.casework.bodies()))].filter(
      ({ founded }) => founded.kind.id === flow.id
    )
    expect([bodies.length, new Set(bodies.map(({ founded }) => founded.place)).size]).toEqual([16, 16])
    const missing = bodies.map((body) => BodyReview.missingSeats(body, settledOn).map(({ party }) => String(party)))
    // Five buildings of the folder have an owners' committee, twelve a branch of their own.
    expect(missing.filter((parties) => parties.length === 0)).toHaveLength(5)
    expect(missing.filter((parties) => parties.includes("ownersCommittee"))).toHaveLength(11)
  })

  it("R5-19 a morning begins with what is overdue and what is due soon, as it was then", () => {
    const day = CivilDate.make("2024-06-12")
    const now = momentOn(day, 510)
    const { open, overdue, soon } = morningOf(cases, day)
    expect(open).toBeGreaterThan(overdue.length + soon.length)
    for (const { by = Number.NaN } of overdue) expect(by).toBeLessThan(now)
    const until = Instant.endOf(CivilDate.make("2024-06-14"))
    for (const { by = Number.NaN } of soon) expect(by >= now && by <= until).toBe(true)
    // What was raised later, or settled before, is no part of it.
    const known = new Map(cases.map((one) => [one.raised.case, one]))
    for (const { case: id } of [...overdue, ...soon]) {
      expect(known.get(id)?.raised.at).toBeLessThan(now)
      expect(known.get(id)?.last).toBeGreaterThan(now)
    }
  })

  it("says all of it in a few lines, in either language", () => {
    const english = lines(cases, "en")
    expect(english[0]).toContain("3,860 accepted, 3,856 closed: 99.9 %")
    const chinese = lines(cases, "zh")
    expect(chinese[0]).toContain("受理 3,860 件，办结 3,856 件，办结率 99.9 %")
    expect(chinese).toHaveLength(english.length)
  })

  it("R5-18 names no private matter, though it counts them", () => {
    const { overdue, soon } = morningOf(cases, CivilDate.make("2024-06-12"))
    const hidden = new Set(cases.flatMap((known) => (known.private ? [known.raised.case] : [])))
    const listed = [...overdue, ...soon].map((item) => item.case)
    expect(listed.filter((id) => hidden.has(id)).length).toBeGreaterThan(0)
    const told = lines(cases, "zh").join("\n")
    expect([...hidden].filter((id) => told.includes(id))).toEqual([])
  })
})

describe("telling the year", () => {
  it("is the same every time", async () => {
    const places = Places.of(await run(year24.city.organisation.on(Places.readOn)))
    expect(year(places)).toEqual(year24.days)
  })

  it("R1-4 a second time changes nothing, neither what is said nor what the clock does", async () => {
    expect(await run(tell(year24.city, year24.days, "hall"))).toEqual({ recorded: 0, dated: 0, escalated: 0 })
  })

  it("R5-1 a day with one command that is not allowed is refused as a whole, with what is allowed", async () => {
    const waiting = cases.find(({ standing }) => standing === "suspended") ?? expect.fail("two wait")
    const at = waiting.last + 60_000
    const { case: id } = waiting.raised
    const refused = await run(
      Effect.flip(
        year24.city.dispatchAll(
          [
            { _tag: "ResumeCase", case: id, at },
            { _tag: "CloseCase", case: id, reason: "solved", at }
          ],
          { actor: "hall" }
        )
      )
    )
    expect(
      refused._tag === "CommandsRefused" && refused.refusals.map(({ index, failure }) => [index, failure.code])
    ).toEqual([[1, "casework/ReasonNotAllowed"]])
    expect((await run(year24.city.casework.cases())).get(id)?.standing).toBe("suspended")
  })
})
