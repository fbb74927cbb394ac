import { describe, expect, it } from "vitest"
import * as Capacity from "../src/Capacity.ts"
import * as Category from "../src/Category.ts"
import * as CommonNeeds from "../src/CommonNeeds.ts"
import * as Demand from "../src/Demand.ts"
import * as Fair from "../src/Fair.ts"
import { MatchId } from "../src/Match.ts"
import { NeedId } from "../src/Need.ts"
import { ProjectId } from "../src/Project.ts"
import { ResourceId } from "../src/Resource.ts"
import { ItemCode, ListId } from "../src/ServiceItem.ts"
import * as ServiceList from "../src/ServiceList.ts"
import * as State from "../src/State.ts"
import {
  after,
  categories,
  category,
  command,
  day,
  decide,
  item,
  list,
  need,
  on,
  project,
  propose,
  seats,
  unit
} from "./scene.ts"

const services = ListId.make("services")
const code = ItemCode.make
const offerItem = (of: string, place: string, more: object = {}) =>
  command({ _tag: "OfferItem", list: "services", item: of, place, from: "2022-01-01", ...more })
const today = day("2022-06-01")

describe("service lists", () => {
  it("P-31 a list has a version in force on a date, and says what a newer one changes", () => {
    const first = [item("S-1", "tax"), item("S-2", "dining")]
    const second = [item("S-1", "tax", { workdays: 3, fee: 0 }), item("S-3", "childcare")]
    const state = after([list(1, first), list(2, second, "2022-07-01")])
    expect(State.list(state, services, day("2022-06-30"))?.version).toBe(1)
    expect(State.list(state, services, day("2022-07-01"))?.version).toBe(2)
    expect(State.list(state, services, day("2021-12-31"))).toBeUndefined()
    const [one, two] = State.versions(state, services).map(({ value }) => value)
    if (one === undefined || two === undefined) throw new Error("both versions are known")
    expect(ServiceList.difference(one, two)).toEqual({
      added: ["S-3"],
      removed: ["S-2"],
      changed: [{ code: "S-1", fields: ["fee", "workdays"] }]
    })
  })

  it("P-31 codes are unique in a version, versions only go up, and categories and departments exist", () => {
    const state = after([list(2, [item("S-1", "tax")])])
    expect(decide(state, list(3, [item("S-1", "tax"), item("S-1", "dining")]))).toMatchObject({
      code: "matching/CodeRepeated"
    })
    expect(decide(state, list(1, []))).toMatchObject({ _tag: "VersionNotNewer", known: 2 })
    expect(decide(state, list(2, []))).toMatchObject({ _tag: "VersionNotNewer" })
    expect(decide(state, list(3, [item("S-1", "magic")]))).toMatchObject({ _tag: "NotFound", sort: "category" })
    const strange = item("S-1", "tax", { owners: ["no-office"] })
    expect(decide(state, list(3, [strange]))).toMatchObject({ _tag: "NotFound", sort: "unit", id: "no-office" })
    expect(decide(state, list(2, [item("S-1", "tax")]))).toEqual([])
  })

  it("R3-3 who an item is for is asked of fields the city has defined, or the list is refused at that place", () => {
    const newly = (field: string) => ({ eligibility: { _tag: "withinLast", field, amount: 12, unit: "months" } })
    expect(decide(after([]), list(1, [item("S-1", "tax", newly("settledOn"))]))).toHaveLength(1)
    expect(decide(after([]), list(1, [item("S-1", "tax", newly("mood"))]))).toMatchObject({
      code: "matching/FieldUnknown",
      path: "S-1.eligibility",
      known: ["settledOn"]
    })
  })

  it("P-20 the items of the five affairs and of each department are counted", () => {
    const items = ["party", "government", "community", "medical", "legal"].map((domain, i) =>
      item(`S-${i}`, "affairs", { domain, owners: i === 0 ? ["a", "b"] : ["a"] })
    )
    const {
      items: all,
      byDomain,
      byOwner
    } = ServiceList.counts(
      State.list(after([list(1, items)]), services, today) ?? { id: services, version: 1, names: { zh: "" }, items: [] }
    )
    expect(all).toBe(5)
    expect([...byDomain]).toEqual(items.map(({ domain }) => [domain, 1]))
    expect([...byOwner]).toEqual([
      ["a", 5],
      ["b", 1]
    ])
  })

  it("R3-1 one item is offered at several places, each with a capacity and hours of its own", () => {
    const state = after([
      list(1, [item("S-1", "tax")]),
      offerItem("S-1", "centre", { capacity: { amount: 2, unit: "talk", per: "day" } }),
      offerItem("S-1", "station", { windows: [{ weekdays: [1, 2], open: "12:00", close: "13:00" }] })
    ])
    expect(
      State.allOfferings(state).map(({ place, capacity, windows }) => [place, capacity?.amount, windows.length])
    ).toEqual(
      expect.arrayContaining([
        ["centre", 2, 0],
        ["station", undefined, 1]
      ])
    )
    const offer = (place: string) => ({ _tag: "item", list: "services", item: "S-1", place })
    const wanted = after([need("n1", "tax"), need("n2", "tax"), need("n3", "tax")], state)
    const taken = after(
      [1, 2].flatMap((i) => [
        propose(`m${i}`, `n${i}`, "", 1, { offer: offer("centre"), from: "2022-03-01" }),
        on("AcceptMatch", { match: `m${i}` })
      ]),
      wanted
    )
    expect(decide(taken, propose("m3", "n3", "", 1, { offer: offer("centre") }))).toMatchObject({
      _tag: "OverCapacity",
      amount: 2,
      used: 3
    })
    // Another day, and another place without a limit, have room.
    expect(decide(taken, propose("m3", "n3", "", 1, { offer: offer("centre"), from: "2022-03-02" }))).toHaveLength(1)
    expect(decide(taken, propose("m3", "n3", "", 1, { offer: offer("station") }))).toHaveLength(1)
    expect(decide(taken, propose("m3", "n3", "", 1, { offer: offer("moon") }))).toMatchObject({ _tag: "NotOffered" })
  })

  it("R3-4 an item is to be had from the day it is offered until it is stopped, and while it is valid", () => {
    const valid = item("S-1", "tax", { validTo: "2022-05-01" })
    const state = after([list(1, [valid]), offerItem("S-1", "centre"), need("n1", "tax")])
    const at = (from: string, known = state) =>
      decide(
        known,
        propose("m1", "n1", "", 1, { offer: { _tag: "item", list: "services", item: "S-1", place: "centre" }, from })
      )
    expect(at("2022-04-30")).toHaveLength(1)
    expect(at("2022-05-01")).toMatchObject({ _tag: "NotOffered" })
    const stopped = after([on("StopOffering", { list: "services", item: "S-1", place: "centre" }, "2022-03-15")], state)
    expect(at("2022-03-14", stopped)).toHaveLength(1)
    expect(at("2022-03-15", stopped)).toMatchObject({ _tag: "NotOffered" })
  })

  it("R3-6 it is known when an item was last found right, and which nobody looked at since", () => {
    const state = after([
      list(1, [item("S-1", "tax"), item("S-2", "dining")]),
      on("AssureItem", { list: "services", item: "S-1" }, "2022-05-01")
    ])
    expect(Demand.stale(state, services, day("2022-04-01"), today)).toEqual(["S-2"])
    expect(Demand.stale(state, services, day("2022-05-02"), today)).toEqual(["S-1", "S-2"])
    expect(decide(state, on("AssureItem", { list: "services", item: "S-9" }, "2022-05-01"))).toMatchObject({
      _tag: "NotFound",
      sort: "item"
    })
  })

  it("R3-7 an item says what it costs, what to bring and how many working days it takes", () => {
    const given = item("S-1", "tax", { fee: 2500, papers: [{ zh: "营业执照" }], workdays: 5 })
    const [found] = State.list(after([list(1, [given])]), services, today)?.items ?? []
    expect(found).toMatchObject({ fee: 2500, papers: [{ zh: "营业执照" }], workdays: 5 })
  })

  it("R3-5 categories of several taxonomies fit where they mean the same, nearer ones better", () => {
    const known = Category.of(categories)
    const fit = (a: string, b: string) => Category.fit(known, category(a), category(b))
    expect(fit("tax", "tax")).toBe(1)
    expect(fit("city-17", "tax")).toBe(1)
    expect(fit("tax", "city-17")).toBe(1)
    expect(fit("charging", "parking")).toBeGreaterThan(fit("charging", "dining"))
    expect(fit("charging", "tax")).toBe(0)
    expect(fit("charging", "dining")).toBe(fit("dining", "charging"))
  })
})

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
    expect([...State.resources(after(tenures))]).toHaveLength(4)
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

  it("W-13 D-09 F-04 an enterprise or a university gives like a department does", () => {
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

  it("P-41 a text with a number that leads to a person is refused, and the error does not repeat it", () => {
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

describe("from many needs to one project", () => {
  const wants = ["a", "b", "c"].map((id) =>
    need(id, "workspace", { quantity: 6, on: `2022-02-0${id.charCodeAt(0) - 96}` })
  )
  const state = after([
    seats("hall", 40),
    ...wants,
    need("far", "workspace", { place: "elsewhere" }),
    need("late", "workspace", { on: "2022-05-30" })
  ])
  const areaOf = (place: string) => unit(place)
  const commit = (id: string, quantity: number) =>
    command({ _tag: "CommitResource", project: id, resource: "hall", quantity, from: "2022-03-01" })

  it("P-30 W-08 R3-13 like needs of several in one place and time are one common need", () => {
    const threshold = { raisers: 3, days: 30 }
    expect(CommonNeeds.find(state, areaOf, threshold, today)).toEqual([
      {
        category: "workspace",
        area: "tower",
        needs: ["a", "b", "c"],
        raisers: ["firm-a", "firm-b", "firm-c"],
        quantity: 18,
        from: "2022-02-01",
        to: "2022-02-03"
      }
    ])
    expect(CommonNeeds.find(state, areaOf, { raisers: 4, days: 30 }, today)).toEqual([])
    expect(CommonNeeds.find(state, areaOf, { raisers: 4, days: 365 }, today)).toHaveLength(1)
    // One who asks twice is one.
    const twice = after([need("a", "tax"), need("b", "tax", { raiser: "firm-a" })])
    expect(CommonNeeds.find(twice, areaOf, { raisers: 1, days: 30 }, today)).toEqual([])
    // What is in a project is not found again.
    expect(CommonNeeds.find(after([project("p1", ["a", "b", "c"])], state), areaOf, threshold, today)).toEqual([])
  })

  it("P-23 a project begins with at least one need and one resource", () => {
    const proposed = after([project("p1", ["a", "b"])], state)
    const approve = on("ApproveProject", { project: "p1" })
    expect(decide(proposed, approve)).toMatchObject({ _tag: "ProjectIncomplete", missing: ["resources"] })
    const resourced = after([commit("p1", 12)], proposed)
    expect(decide(resourced, approve)).toHaveLength(1)
    const released = after([on("ReleaseResource", { project: "p1", resource: "hall" })], resourced)
    expect(decide(released, approve)).toMatchObject({ _tag: "ProjectIncomplete" })
    expect(decide(proposed, commit("p1", 41))).toMatchObject({ _tag: "OverCapacity", amount: 40 })
  })

  it("an approval told once more changes nothing, whatever became of the project", () => {
    const approve = on("ApproveProject", { project: "p1" })
    const approved = after([project("p1", ["a"]), commit("p1", 12), approve, project("p2", ["b"])], state)
    const ends = [
      on("CancelProject", { project: "p1", reason: "资金不足" }),
      on("MergeProjects", { project: "p1", into: "p2" }),
      on("CompleteProject", { project: "p1" })
    ]
    for (const end of ends) expect(decide(after([end], approved), approve)).toEqual([])
    const rejected = after([on("CancelProject", { project: "p2", reason: "资金不足" })], approved)
    expect(decide(rejected, on("ApproveProject", { project: "p2" }))).toMatchObject({ _tag: "NotPossible" })
  })

  it("P-23 a need is in one open project, and free again when the project is given up", () => {
    const proposed = after([project("p1", ["a"])], state)
    expect(decide(proposed, project("p2", ["a", "b"]))).toMatchObject({ _tag: "NeedInProject", project: "p1" })
    expect(decide(proposed, on("JoinNeeds", { project: "p1", needs: ["b"] }))).toHaveLength(1)
    const given = after([on("CancelProject", { project: "p1", reason: "资金不足" })], proposed)
    expect(decide(given, project("p2", ["a", "b"]))).toHaveLength(1)
  })

  it("W-08 a project takes of a resource what matches no longer can, and its needs are met when it is completed", () => {
    const running = after([project("p1", ["a", "b"]), commit("p1", 30), on("ApproveProject", { project: "p1" })], state)
    expect(Demand.freeOn(running, day("2022-03-01"))).toEqual([{ resource: "hall", amount: 40, free: 10 }])
    const halfway = after([on("ReportProgress", { project: "p1", percent: 50 }, "2022-03-10")], running)
    expect(State.project(halfway, ProjectId.make("p1"))?.percent).toBe(50)
    expect(decide(halfway, on("ReportProgress", { project: "p1", percent: 20 }, "2022-03-01"))).toEqual([])
    const done = after([on("CompleteProject", { project: "p1" }, "2022-04-01")], halfway)
    expect(["a", "b", "c"].map((id) => State.need(done, NeedId.make(id))?.status)).toEqual(["met", "met", "open"])
  })

  it("R3-13 merging and splitting keep every need and the trace of where it came from", () => {
    const two = after([project("p1", ["a"]), project("p2", ["b", "c"]), commit("p2", 6)], state)
    const merged = after([on("MergeProjects", { project: "p2", into: "p1" })], two)
    const p1 = State.project(merged, ProjectId.make("p1"))
    expect(p1?.needs).toEqual(["a", "b", "c"])
    expect(p1?.history).toEqual([{ project: "p2", how: "merged" }])
    expect(State.project(merged, ProjectId.make("p2"))?.status).toBe("merged")
    expect(Demand.freeOn(merged, day("2022-03-01"))[0]?.free).toBe(34)
    const split = after(
      [on("SplitProject", { project: "p1", part: "p3", names: { zh: "分项" }, needs: ["b"] })],
      merged
    )
    expect(State.project(split, ProjectId.make("p1"))?.needs).toEqual(["a", "c"])
    expect(State.project(split, ProjectId.make("p3"))).toMatchObject({
      needs: ["b"],
      history: [{ project: "p1", how: "split" }]
    })
    expect(State.need(split, NeedId.make("b"))?.project).toBe("p3")
    const all = on("SplitProject", { project: "p1", part: "p4", names: { zh: "x" }, needs: ["a", "c"] })
    expect(decide(split, all)).toMatchObject({ _tag: "ProjectIncomplete", missing: ["needs"] })
  })

  it("W-06 W-02 only a published project with beneficiaries becomes a key project, and its first sponsor leads", () => {
    const beneficiaries = [{ of: "tower", people: 120 }]
    const known = after(
      [project("p1", ["a"], { beneficiaries, sponsors: ["lead", "second"] }), project("p2", ["b"])],
      state
    )
    expect(decide(known, on("PromoteProject", { project: "p1" }))).toMatchObject({
      _tag: "NotPossible",
      status: "unpublished"
    })
    expect(decide(known, on("PublishProject", { project: "p2" }))).toMatchObject({ missing: ["beneficiaries"] })
    const key = after([on("PublishProject", { project: "p1" }), on("PromoteProject", { project: "p1" })], known)
    expect(State.project(key, ProjectId.make("p1"))).toMatchObject({ standing: "key", published: "2022-02-20" })
    expect(State.project(key, ProjectId.make("p1"))?.project.sponsors[0]).toBe("lead")
    expect(
      [...State.projects(key)].filter(({ standing, published }) => standing === "key" && published === undefined)
    ).toEqual([])
  })
})

describe("a fair", () => {
  const fair = (more: object = {}) =>
    command({
      _tag: "OpenFair",
      fair: "f1",
      scope: "cbd",
      invited: 30_000,
      institutions: ["bank-1", "bank-2"],
      products: [{ code: "loan", names: { zh: "小额信用贷" }, least: 20_000_000, most: 50_000_000, subsidy: 50 }],
      on: "2022-06-14",
      ...more
    })
  const consult = (enterprise: string, institution = "bank-1") =>
    on("RecordConsultation", { fair: "f1", enterprise, institution }, "2022-06-14")
  const apply = (application: string, enterprise: string, amount = 30_000_000) =>
    on("RecordApplication", { fair: "f1", application, enterprise, product: "loan", amount }, "2022-06-14")

  it("W-05 a cluster of needs leads to a fair whose reach and conversion count each enterprise once", () => {
    const state = after([
      fair(),
      consult("a"),
      consult("a", "bank-2"),
      consult("b"),
      apply("x1", "a"),
      apply("x2", "c"),
      on("DecideApplication", { fair: "f1", application: "x1", granted: 30_000_000 }, "2022-07-01"),
      on("DecideApplication", { fair: "f1", application: "x2" }, "2022-07-01")
    ])
    const known = State.fair(state, Fair.FairId.make("f1"))
    if (known === undefined) throw new Error("the fair is known")
    expect(Fair.outcome(known)).toEqual({
      invited: 30_000,
      reached: 3,
      applied: 2,
      granted: 1,
      reach: 3 / 30_000,
      conversion: 2 / 3
    })
  })

  it("W-05 the least amount is not above the most, and an application stays within them", () => {
    const upsideDown = fair({ products: [{ code: "loan", names: { zh: "贷" }, least: 2, most: 1 }] })
    expect(decide(after([]), upsideDown)).toMatchObject({ code: "matching/RangeReversed" })
    const state = after([fair()])
    expect(decide(state, apply("x1", "a", 50_000_001))).toMatchObject({ _tag: "AmountOutOfRange" })
    expect(decide(state, consult("a", "bank-9"))).toMatchObject({ _tag: "NotFound", sort: "institution" })
    expect(decide(state, on("DecideApplication", { fair: "f1", application: "zz" }))).toMatchObject({
      sort: "application"
    })
  })
})

describe("capacity", () => {
  it("R3-2 what is left counts per day, week, month, year, in all, or at once", () => {
    const of = (per: Capacity.Capacity["per"]) => ({ amount: 10, unit: "seat", per })
    const use = (from: string, to: string, quantity: number) => ({ quantity, period: { from: day(from), to: day(to) } })
    const uses = [
      use("2022-03-01", "2022-03-08", 4),
      use("2022-03-04", "2022-03-05", 5),
      use("2022-04-01", "2022-04-02", 1)
    ]
    const left = (per: Capacity.Capacity["per"], from: string, to: string) =>
      Capacity.left(of(per), uses, { from: day(from), to: day(to) })
    expect(left("atOnce", "2022-03-01", "2022-03-04")).toBe(6)
    expect(left("atOnce", "2022-03-01", "2022-03-31")).toBe(1)
    expect(left("atOnce", "2022-03-05", "2022-03-08")).toBe(6)
    expect(left("day", "2022-03-04", "2022-03-05")).toBe(5)
    expect(left("week", "2022-03-06", "2022-03-07")).toBe(1)
    expect(left("week", "2022-03-07", "2022-03-08")).toBe(10)
    expect(left("month", "2022-03-31", "2022-04-01")).toBe(1)
    expect(left("year", "2022-12-31", "2023-01-01")).toBe(0)
    expect(left("total", "2030-01-01", "2030-01-02")).toBe(0)
  })
})
