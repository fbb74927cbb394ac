import { describe, expect, it } from "vitest"
import * as Category from "../src/Category.ts"
import * as Demand from "../src/Demand.ts"
import { ListId } from "../src/ServiceItem.ts"
import * as ServiceList from "../src/ServiceList.ts"
import * as State from "../src/State.ts"
import { after, categories, category, command, day, decide, item, list, need, on, propose } from "./scene.ts"

const services = ListId.make("services")
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
    // What nobody answers for, or cannot be had in any way, is no item.
    for (const none of [{ owners: [] }, { channels: [] }, { channels: ["telepathy"] }]) {
      expect(() => decide(state, list(3, [item("S-1", "tax", none)]))).toThrow()
    }
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
