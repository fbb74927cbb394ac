import { describe, expect, it } from "vitest"
import * as Demand from "../src/Demand.ts"
import { MatchId } from "../src/Match.ts"
import { NeedId } from "../src/Need.ts"
import { ResourceId } from "../src/Resource.ts"
import { ItemCode, ListId } from "../src/ServiceItem.ts"
import * as State from "../src/State.ts"
import { after, categories, command, day, decide, item, list, need, on, propose, seats, unit } from "./scene.ts"

const services = ListId.make("services")
const code = ItemCode.make
const offerItem = (of: string, place: string, more: object = {}) =>
  command({ _tag: "OfferItem", list: "services", item: of, place, from: "2022-01-01", ...more })
const today = day("2022-06-01")

describe("needs and what meets them", () => {
  const state = after([
    list(1, [item("S-1", "tax")]),
    seats("desks", 40),
    need("n1", "workspace", { quantity: 25, divisible: true }),
    need("n2", "workspace", { quantity: 20 })
  ])

  it("P-23 R3-9 what is needed, agreed on and delivered is told apart, and may come in parts", () => {
    const agreed = after([propose("m1", "n1", "desks", 6), on("AcceptMatch", { match: "m1" })], state)
    const known = State.need(agreed, NeedId.make("n1"))
    if (known === undefined) throw new Error("the need is known")
    expect(State.amounts(agreed, known)).toEqual({ needed: 25, committed: 6, delivered: 0, open: 19 })
    const part = after([on("DeliverMatch", { match: "m1", quantity: 4 })], agreed)
    expect(State.amounts(part, known)).toEqual({ needed: 25, committed: 6, delivered: 4, open: 19 })
    expect(decide(part, on("DeliverMatch", { match: "m1", quantity: 3 }))).toMatchObject({
      _tag: "AmountExceeded",
      left: 2
    })
    expect(decide(part, propose("m2", "n1", "desks", 20))).toMatchObject({ _tag: "AmountExceeded", left: 19 })
    expect(State.need(part, NeedId.make("n1"))?.status).toBe("open")
  })

  it("P-23 R3-8 a need has a record of its own and is met when all of it was delivered", () => {
    const met = after(
      [
        propose("m1", "n2", "desks", 20),
        on("AcceptMatch", { match: "m1" }),
        on("DeliverMatch", { match: "m1", quantity: 20 })
      ],
      state
    )
    expect(State.need(met, NeedId.make("n2"))).toMatchObject({ status: "met", ended: "2022-02-20" })
    expect(decide(state, propose("m1", "n2", "desks", 5))).toMatchObject({ _tag: "NeedIndivisible" })
    expect(Demand.unmet(met, today).map(({ need: { need: id } }) => id)).toEqual(["n1"])
  })

  it("R3-10 a match goes from proposed over accepted and delivered to closed, or is rejected or taken back", () => {
    const status = (known: State.State) => State.match(known, MatchId.make("m1"))?.status
    const steps = [
      propose("m1", "n2", "desks", 20),
      on("AcceptMatch", { match: "m1" }),
      on("DeliverMatch", { match: "m1", quantity: 20 }),
      on("CloseMatch", { match: "m1" })
    ]
    const states = steps.map((_, i) => after(steps.slice(0, i + 1), state))
    expect(states.map(status)).toEqual(["proposed", "accepted", "delivered", "closed"])
    const [proposed = state, accepted = state, delivered = state] = states
    const reject = on("RejectMatch", { match: "m1", reason: "地点太远" })
    expect(status(after([reject], proposed))).toBe("rejected")
    expect(decide(accepted, reject)).toMatchObject({ _tag: "NotPossible", status: "accepted" })
    expect(decide(proposed, on("DeliverMatch", { match: "m1", quantity: 1 }))).toMatchObject({ _tag: "NotPossible" })
    expect(decide(delivered, on("WithdrawMatch", { match: "m1", reason: "取消" }))).toMatchObject({
      _tag: "NotPossible"
    })
    // All of it told once more, from first to last, changes nothing.
    const last = states.at(-1) ?? state
    expect(steps.map((step) => decide(last, step))).toEqual(steps.map(() => []))
  })

  it("W-08 R3-2 forty desks are never more than forty, whoever asks, and taking a match back frees its own", () => {
    const agreed = after(
      [
        propose("m1", "n2", "desks", 20),
        on("AcceptMatch", { match: "m1" }),
        propose("m2", "n1", "desks", 20),
        on("AcceptMatch", { match: "m2" })
      ],
      state
    )
    const one = need("n3", "workspace", { quantity: 1 })
    const asked = after([one], agreed)
    expect(decide(asked, propose("m3", "n3", "desks", 1))).toMatchObject({
      _tag: "OverCapacity",
      offer: "resource desks",
      amount: 40,
      used: 41
    })
    expect(Demand.freeOn(asked, day("2022-03-01"))).toEqual([{ resource: "desks", amount: 40, free: 0 }])
    expect(Demand.freeOn(asked, day("2022-02-28"))).toEqual([{ resource: "desks", amount: 40, free: 40 }])
    const freed = after([on("WithdrawMatch", { match: "m1", reason: "已自行解决" })], asked)
    expect(decide(freed, propose("m3", "n3", "desks", 1))).toHaveLength(1)
    expect(State.need(freed, NeedId.make("n2"))?.status).toBe("open")
  })

  it("P-23 a proposal that was fine is refused when others were faster", () => {
    const waiting = after([propose("m1", "n2", "desks", 20), propose("m2", "n1", "desks", 25)], state)
    const taken = after([on("AcceptMatch", { match: "m2" })], waiting)
    expect(decide(taken, on("AcceptMatch", { match: "m1" }))).toMatchObject({ _tag: "OverCapacity", used: 45 })
  })

  it("P-40 a resource that shrinks keeps what was agreed on, or is refused", () => {
    const agreed = after([propose("m1", "n2", "desks", 20), on("AcceptMatch", { match: "m1" })], state)
    const resize = (amount: number, from: string) =>
      decide(agreed, command({ _tag: "ResizeResource", resource: "desks", amount, from }))
    expect(resize(20, "2022-04-01")).toHaveLength(1)
    expect(resize(19, "2022-02-15")).toMatchObject({ _tag: "OverCapacity", used: 20, amount: 19 })
    const tenures = ["own", "integrated", "swapped", "shared"].map((tenure, i) =>
      seats(`r${i}`, 1, "atOnce", { tenure })
    )
    const held = [...State.resources(after(tenures))].map(({ resource }) => resource.tenure)
    expect(held.toSorted()).toEqual(["integrated", "own", "shared", "swapped"])
    expect(() => after([seats("r9", 1, "atOnce", { tenure: "found" })])).toThrow()
  })

  it("R3-2 what there is in a year or week is there from the first day, though the year began before", () => {
    for (const per of ["week", "month", "year"] as const) {
      const some = after([
        need("n1", "workspace", { quantity: 2 }),
        seats("interns", 2, "atOnce", {
          from: "2022-03-10",
          capacity: { amount: 2, unit: "person", per }
        })
      ])
      const from = "2022-03-11"
      expect(decide(some, propose("m1", "n1", "interns", 2, { from }))).toHaveLength(1)
      const resized = command({ _tag: "ResizeResource", resource: "interns", amount: 1, from: "2022-04-01" })
      expect(
        decide(after([propose("m1", "n1", "interns", 2, { from }), on("AcceptMatch", { match: "m1" })], some), resized)
      ).toHaveLength(1)
    }
  })

  it("R3-14 both sides say how content they are, the newest word counts, and somebody may have to ask again", () => {
    const delivered = after(
      [
        propose("m1", "n2", "desks", 20),
        on("AcceptMatch", { match: "m1" }),
        on("DeliverMatch", { match: "m1", quantity: 20 })
      ],
      state
    )
    const rate = (side: string, stars: number, date: string, more = {}) =>
      on("RateMatch", { match: "m1", side, stars, ...more }, date)
    const rated = after(
      [
        rate("raiser", 2, "2022-04-01", { followUp: true }),
        rate("owner", 5, "2022-04-01"),
        rate("raiser", 4, "2022-05-01", { followUp: false })
      ],
      delivered
    )
    expect(Demand.satisfaction(rated, "raiser")).toEqual({ ratings: 1, mean: 4, followUps: 0 })
    expect(Demand.satisfaction(rated, "owner")).toMatchObject({ mean: 5 })
    expect(Demand.satisfaction(state, "raiser")).toEqual({ ratings: 0, mean: undefined, followUps: 0 })
    for (const stars of [0, 6, -1]) {
      expect(decide(delivered, rate("raiser", stars, "2022-04-01"))).toMatchObject({
        code: "matching/RatingOutOfScale"
      })
    }
  })

  it("P-23 match rate and days to match are those of the needs of the period", () => {
    const agreed = after([propose("m1", "n2", "desks", 20), on("AcceptMatch", { match: "m1" }, "2022-02-11")], state)
    expect(Demand.matchRate(agreed, { from: day("2022-02-01"), to: day("2022-03-01") })).toEqual({
      needs: 2,
      matched: 1,
      met: 0,
      rate: 0.5,
      medianDays: 10
    })
    expect(Demand.matchRate(agreed, { from: day("2022-03-01") })).toMatchObject({ needs: 0, rate: undefined })
  })

  it("P-31 items nobody used, and what is wanted and not on the list, become candidates for the next list", () => {
    const more = after(
      [
        list(2, [item("S-1", "tax"), item("S-2", "parking")], "2022-02-01"),
        offerItem("S-1", "centre"),
        need("n5", "tax"),
        need("n6", "charging"),
        need("n7", "childcare"),
        need("n8", "childcare"),
        need("n9", undefined),
        propose("m5", "n5", "", 1, { offer: { _tag: "item", list: "services", item: "S-1", place: "centre" } }),
        on("AcceptMatch", { match: "m5" })
      ],
      state
    )
    expect(Demand.neverUsed(more, services, { from: day("2022-01-01") }, today)).toEqual([code("S-2")])
    // Charging stands below parking, which the list has.
    expect(Demand.missing(more, services, categories, today)).toEqual([
      { category: "childcare", needs: ["n7", "n8"], raisers: 2 },
      { category: "workspace", needs: ["n1", "n2"], raisers: 2 }
    ])
  })

  it("H-13 H-19 what is wanted is counted for each category with all below it, before anything is offered", () => {
    const surveyed = after([
      need("a", "dining", { origin: "survey", quantity: 3 }),
      need("b", "charging"),
      need("c", "parking"),
      need("d", "tax")
    ])
    expect(Demand.byCategory(surveyed, categories, today).slice(0, 3)).toEqual([
      { category: "daily", needs: 3, raisers: 3, quantity: 5 },
      { category: "parking", needs: 2, raisers: 2, quantity: 2 },
      { category: "affairs", needs: 1, raisers: 1, quantity: 1 }
    ])
  })

  it("H-14 H-22 resources are counted by kind and district with what they hold", () => {
    const many = after([
      seats("c1", 100, "atOnce", { kind: "canteen", place: "t1" }),
      seats("c2", 50, "atOnce", { kind: "canteen", place: "t2" }),
      seats("p1", 2000, "atOnce", { kind: "parking", place: "t1" }),
      seats("p2", 9, "atOnce", { kind: "parking", place: "elsewhere" })
    ])
    const areaOf = (place: string) => (place.startsWith("t") ? unit("cbd") : undefined)
    expect(Demand.holdings(many, areaOf, today)).toEqual([
      { kind: "canteen", place: "cbd", resources: 2, amount: 150 },
      { kind: "parking", place: "cbd", resources: 1, amount: 2000 }
    ])
  })

  it("H-03 the day somebody was first served is known, so that what came of it can be told", () => {
    const served = after(
      [
        propose("m1", "n1", "desks", 6),
        on("AcceptMatch", { match: "m1" }),
        on("DeliverMatch", { match: "m1", quantity: 2 }, "2022-04-02"),
        on("DeliverMatch", { match: "m1", quantity: 4 }, "2022-04-01")
      ],
      state
    )
    expect(Demand.firstServed(served, unit("firm-n1"))).toBe("2022-04-01")
    expect(Demand.firstServed(served, unit("firm-n2"))).toBeUndefined()
  })

  it("W-13 D-09 an enterprise or a university gives like a department does", () => {
    const given = after([
      seats("interns", 3, "atOnce", { owner: "university", kind: "talent" }),
      seats("plans", 10, "atOnce", { owner: "firm-designer", kind: "publicity" }),
      need("n1", "workspace", { raiser: "community" }),
      propose("m1", "n1", "plans"),
      on("AcceptMatch", { match: "m1" })
    ])
    expect(State.match(given, MatchId.make("m1"))?.status).toBe("accepted")
    expect(State.resource(given, ResourceId.make("interns"))?.resource.owner).toBe("university")
  })

  it("P-23 a text with a number that leads to a person is refused, and the error does not repeat it", () => {
    const refused = decide(state, need("x", "tax", { text: "请联系 13800005678" }))
    expect(refused).toMatchObject({ code: "matching/PersonalDataFound", traces: ["mobile"] })
    expect(JSON.stringify(refused)).not.toContain("13800005678")
    const reason = on("CloseNeed", { need: "n1", reason: "回电 13800005678" })
    expect(decide(state, reason)).toMatchObject({ _tag: "PersonalDataFound" })
  })

  it("a need is classified later, and an older word does not undo a newer one", () => {
    const raised = after([need("x", undefined), on("ClassifyNeed", { need: "x", category: "tax" }, "2022-03-01")])
    expect(State.need(raised, NeedId.make("x"))?.category).toBe("tax")
    expect(decide(raised, on("ClassifyNeed", { need: "x", category: "dining" }, "2022-02-15"))).toEqual([])
    expect(decide(raised, on("ClassifyNeed", { need: "x", category: "magic" }, "2022-04-01"))).toMatchObject({
      _tag: "NotFound"
    })
  })

  it("a need that something was agreed on for is not closed behind its back", () => {
    const agreed = after([propose("m1", "n2", "desks", 20), on("AcceptMatch", { match: "m1" })], state)
    const close = on("CloseNeed", { need: "n2", reason: "不再需要" })
    expect(decide(agreed, close)).toMatchObject({ _tag: "NotPossible", status: "matched" })
    const closed = after([close], state)
    expect(State.need(closed, NeedId.make("n2"))?.status).toBe("closed")
    expect(decide(closed, propose("m9", "n2", "desks", 20))).toMatchObject({ _tag: "NotPossible", status: "closed" })
  })
})
