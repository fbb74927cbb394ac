import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Allocation from "../src/Allocation.ts"
import * as Matchmaking from "../src/Matchmaking.ts"
import { NeedId } from "../src/Need.ts"
import * as State from "../src/State.ts"
import { after, categories, command, day, item, list, need, on, propose, seats } from "./scene.ts"

const fields = [{ id: "settledOn", type: "date", names: { zh: "入驻日" } }] as const
const catalogue = { categories, fields }
const settled: Readonly<Record<string, string>> = { "firm-new": "2022-01-01", "firm-old": "2010-01-01" }
const around: Matchmaking.Surroundings = {
  steps: (from, to) => (from === to ? 0 : from.startsWith(to) || to.startsWith(from) ? 1 : 6),
  isWithin: (place, unit) => place === unit,
  values: (enterprise) => ({ settledOn: settled[enterprise] })
}
const offerItem = (code: string, place: string, more: object = {}) =>
  command({ _tag: "OfferItem", list: "services", item: code, place, from: "2022-01-01", ...more })
const newly = { eligibility: { _tag: "withinLast", field: "settledOn", amount: 12, unit: "months" } }
const base = after([
  list(1, [item("S-1", "tax"), item("S-2", "loan", newly), item("S-3", "dining")]),
  offerItem("S-1", "tower", { capacity: { amount: 2, unit: "talk", per: "total" } }),
  offerItem("S-1", "faraway"),
  offerItem("S-2", "tower"),
  offerItem("S-3", "tower"),
  seats("desks", 10)
])
const today = day("2022-03-01")
const market = (inputs: Parameters<typeof after>[0]) => Matchmaking.open(after(inputs, base), catalogue, around, today)
// Both talks that are to be had in the tower.
const useUp = ["x", "y"].flatMap((id) => [
  need(id, "tax"),
  command({
    _tag: "ProposeMatch",
    match: `m-${id}`,
    need: id,
    offer: { _tag: "item", list: "services", item: "S-1", place: "tower" },
    quantity: 1,
    from: "2022-02-01",
    on: "2022-02-01"
  }),
  on("AcceptMatch", { match: `m-${id}` })
])
const known = (open: Matchmaking.Market, id: string) => {
  const found = State.need(open.state, NeedId.make(id))
  if (found === undefined) throw new Error("the need is known")
  return found
}

describe("what could meet a need", () => {
  it("R3-11 R3-12 candidates are those that have to do with it, near and free ones first, and reasons add up", () => {
    const open = market([need("n1", "tax")])
    const found = Matchmaking.candidates(open, known(open, "n1"))
    expect(found.map(({ id }) => id)).toEqual(["item services S-1 tower", "item services S-1 faraway"])
    for (const { score, reasons } of found) expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
  })

  it("R3-2 R3-12 what says no hours may fit any, and is not taken for something that is never to be had", () => {
    const windows = [{ weekdays: [1, 2], open: "09:00", close: "11:00" }]
    const open = market([
      need("n1", "tax", { wanted: { from: "2022-03-01", windows } }),
      need("n2", "workspace", { wanted: { from: "2022-03-01", windows } })
    ])
    for (const id of ["n1", "n2"]) {
      const time = Matchmaking.candidates(open, known(open, id))[0]?.reasons.find(({ part }) => part === "time")
      expect(time).toMatchObject({ known: false, points: 75 })
    }
  })

  it("R3-3 R3-12 what a condition keeps from somebody is left out and named, and what is not known stays with a note", () => {
    const open = market([need("new", "loan"), need("old", "loan"), need("some", "loan")])
    const ids = (id: string) => Matchmaking.candidates(open, known(open, id)).map((one) => one.id)
    expect(ids("new")).toEqual(["item services S-2 tower"])
    expect(ids("old")).toEqual([])
    expect(Matchmaking.barred(open, known(open, "old"))).toMatchObject([
      { offer: { item: "S-2" }, unmet: [{ field: "settledOn", verdict: "not" }] }
    ])
    expect(Matchmaking.candidates(open, known(open, "some"))[0]?.unknown).toMatchObject([{ verdict: "unknown" }])
    expect(Matchmaking.barred(open, known(open, "new"))).toEqual([])
  })

  it("R3-12 what would fit and is used up is named, so that nobody thinks it is not offered at all", () => {
    const open = market([need("n1", "tax"), ...useUp])
    expect(Matchmaking.candidates(open, known(open, "n1")).map(({ id }) => id)).toEqual(["item services S-1 faraway"])
    expect(Matchmaking.exhausted(open, known(open, "n1"))).toMatchObject([{ item: "S-1", place: "tower" }])
  })

  it("D-08 a condition on the stage is answered by what the need says of it", () => {
    const staged = {
      ...catalogue,
      fields: [...fields, { id: "stage", type: "choice", names: { zh: "阶段" } } as const]
    }
    const forFounders = { eligibility: { _tag: "oneOf", field: "stage", values: ["founding"] } }
    const state = after(
      [
        list(2, [item("S-2", "loan", forFounders)], "2022-02-01"),
        need("young", "loan", { stage: "founding" }),
        need("grown", "loan", { stage: "mature" })
      ],
      base,
      staged
    )
    const open = Matchmaking.open(state, staged, around, today)
    expect(Matchmaking.candidates(open, known(open, "young"))).toHaveLength(1)
    expect(Matchmaking.candidates(open, known(open, "grown"))).toEqual([])
  })

  it("P-31 a need nobody sorted is understood by its words, when they are clear", () => {
    const named = {
      ...catalogue,
      categories: categories.map((one) => (one.id === "dining" ? { ...one, names: { zh: "用餐" } } : one))
    }
    const state = after(
      [need("n1", undefined, { text: "午间用餐不便" }), need("n2", undefined, { text: "嗯嗯" })],
      base
    )
    const open = Matchmaking.open(state, named, around, today)
    expect(Matchmaking.categoryOf(open, known(open, "n1"))).toBe("dining")
    expect(Matchmaking.categoryOf(open, known(open, "n2"))).toBeUndefined()
    expect(Matchmaking.candidates(open, known(open, "n2"))).toEqual([])
  })

  it("R3-2 what is used up is no candidate any more", () => {
    const open = market([
      need("n1", "workspace", { quantity: 10 }),
      need("n2", "workspace"),
      propose("m1", "n1", "desks", 10, { from: "2022-02-01" }),
      on("AcceptMatch", { match: "m1" })
    ])
    expect(Matchmaking.candidates(open, known(open, "n2"))).toEqual([])
  })
})

describe("all needs at once", () => {
  it("invariant 9: R3-11 the urgent get what is scarce, the others what is further away, and it is proved", () => {
    const open = market([
      need("a", "tax", { urgency: 1 }),
      need("b", "tax", { urgency: 5 }),
      need("c", "tax", { urgency: 5 })
    ])
    const { proposed, problem, allocation, unmet } = Result.getOrThrow(Matchmaking.arrange(open))
    expect(proposed.map(({ need: { need: one }, offer }) => [one.need, offer._tag === "item" && offer.place])).toEqual([
      ["a", "faraway"],
      ["b", "tower"],
      ["c", "tower"]
    ])
    expect(unmet).toEqual([])
    expect(Allocation.verify(problem, allocation)).toEqual([])
  })

  it("R3-12 who gets nothing is told what was full and who had it", () => {
    const open = market([
      need("a", "workspace", { quantity: 8 }),
      need("b", "workspace", { quantity: 8, urgency: 5 }),
      need("c", "childcare")
    ])
    const { unmet } = Result.getOrThrow(Matchmaking.arrange(open))
    expect(unmet.map(({ need: one, why }) => [one, why])).toEqual([
      ["a", "noCapacity"],
      ["c", "noCandidate"]
    ])
    expect(unmet[0]?.lost[0]).toMatchObject({ offer: "resource desks", to: "b" })
  })

  it("R3-10 what is arranged can be proposed and accepted as it stands, whatever is wanted", () => {
    const wants = fc.uniqueArray(
      fc.record({
        id: fc.nat({ max: 40 }),
        of: fc.constantFrom("tax", "workspace", "dining", "loan"),
        quantity: fc.integer({ min: 1, max: 4 }),
        urgency: fc.constantFrom(1, 2, 3, 4, 5),
        divisible: fc.boolean()
      }),
      { selector: ({ id }) => id, maxLength: 12 }
    )
    fc.assert(
      fc.property(wants, (list) => {
        const open = market(list.map(({ id, of, ...more }) => need(`n${id}`, of, more)))
        const { proposed } = Result.getOrThrow(Matchmaking.arrange(open))
        const whole = proposed.filter(
          ({ need: { need: one }, quantity }) => one.divisible === true || quantity === one.quantity
        )
        expect(whole.length).toBe(proposed.length)
        const commands = proposed.flatMap(({ need: { need: one }, offer, quantity }, i) => [
          command({
            _tag: "ProposeMatch",
            match: `m${i}`,
            need: one.need,
            offer,
            quantity,
            from: today,
            on: today
          } as never),
          on("AcceptMatch", { match: `m${i}` }, today)
        ])
        expect([...State.matches(after(commands, open.state))].filter(({ status }) => status !== "accepted")).toEqual(
          []
        )
      }),
      { numRuns: 100, seed: 111 }
    )
  })
})
