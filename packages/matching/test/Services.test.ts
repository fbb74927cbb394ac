import { Decider } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import type * as Command from "../src/Command.ts"
import * as Demand from "../src/Demand.ts"
import * as Matching from "../src/Matching.ts"
import * as Matchmaking from "../src/Matchmaking.ts"
import { NeedId } from "../src/Need.ts"
import { officeCategories } from "../src/OfficeCategories.ts"
import { officeBuilding } from "../src/OfficeVocabulary.ts"
import { ListId } from "../src/ServiceItem.ts"
import * as State from "../src/State.ts"
import { command, day, facts, item, list, need, on } from "./scene.ts"

const catalogue = { categories: officeCategories, vocabulary: officeBuilding }
const around: Matchmaking.Surroundings = {
  steps: (from, to) => (from === to ? 0 : 2),
  isWithin: (place, unit) => place === unit,
  values: () => ({})
}
const weekdays = [1, 2, 3, 4, 5] as const
const noon = { windows: [{ weekdays, open: "11:30", close: "13:30" }] }
const evening = { windows: [{ weekdays, open: "17:30", close: "19:30" }] }
const office = { windows: [{ weekdays, open: "09:00", close: "11:30" }] }
const weekend = { windows: [{ weekdays: [6, 7], open: "09:00", close: "16:00" }] }

const run = (inputs: ReadonlyArray<Parameters<typeof command>[0]>): State.State => {
  const commands: ReadonlyArray<Command.Command> = inputs.map(command)
  const decider = Matching.decider(catalogue)
  const { state, failures } = Decider.run(decider, decider.initial, commands, facts)
  expect(failures.map(({ failure }) => failure.text.en)).toEqual([])
  return state
}
const offer = (code: string, more: object = {}) =>
  command({ _tag: "OfferItem", list: "services", item: code, place: "station", from: "2022-01-01", ...more })
const found = (state: State.State, id: string, date = "2022-03-01") => {
  const market = Matchmaking.open(state, catalogue, around, day(date))
  const known = State.need(state, NeedId.make(id))
  if (known === undefined) throw new Error("the need is known")
  return Matchmaking.candidates(market, known)
}
const codes = (all: ReadonlyArray<Matchmaking.Candidate>) =>
  all.map((one) => (one.offer._tag === "item" ? one.offer.item : one.offer.resource))

describe("what stations offer with departments on duty", () => {
  const fairs = list(1, [
    item("job-fair", "recruitment", {
      names: { zh: "“云”聘会" },
      channels: ["online", "station"],
      owners: ["hr-office"]
    }),
    item("tax-training", "tax", {
      names: { zh: "税收政策专题培训" },
      owners: ["tax-office", "finance-office"],
      workdays: 1
    })
  ])
  const state = run([
    fairs,
    offer("job-fair"),
    offer("tax-training", { capacity: { amount: 2, unit: "seat", per: "total" } }),
    need("hiring", undefined, { text: "招聘困难，急需招工", stage: "growing", quantity: 8 }),
    need("tax", undefined, { text: "想了解税收优惠政策" }),
    {
      _tag: "ProposeMatch",
      match: "m1",
      need: "hiring",
      offer: { _tag: "item", list: "services", item: "job-fair", place: "station" },
      quantity: 8,
      from: "2022-03-01",
      on: "2022-02-20"
    },
    on("AcceptMatch", { match: "m1" }),
    on("DeliverMatch", { match: "m1", quantity: 3 }, "2022-03-02")
  ])

  it("P-22 find who is looking for staff and who asks about tax by their own words, each with the office on duty", () => {
    expect(codes(found(state, "hiring"))).toEqual(["job-fair"])
    expect(codes(found(state, "tax"))).toEqual(["tax-training"])
    const items = State.list(state, ListId.make("services"), day("2022-03-01"))?.items ?? []
    expect(items.map(({ owners, channels }) => [owners, channels])).toEqual([
      [["hr-office"], ["online", "station"]],
      [["tax-office", "finance-office"], ["station"]]
    ])
  })

  it("P-22 tell how many of the posts agreed on the fair has filled, and who is still without an answer", () => {
    const known = State.need(state, NeedId.make("hiring"))
    if (known === undefined) throw new Error("the need is known")
    expect(State.amounts(state, known)).toEqual({ needed: 8, committed: 8, delivered: 3, open: 0 })
    expect(known.need.stage).toBe("growing")
    expect(Demand.unmet(state, day("2022-03-05")).map(({ need: one }) => one.need)).toEqual(["tax"])
  })
})

describe("what is there when people have time", () => {
  const state = run([
    list(1, [item("noon-hour", "leisure"), item("forum", "training"), item("licence-late", "registration")]),
    offer("noon-hour", noon),
    command({ _tag: "OfferItem", list: "services", item: "noon-hour", place: "hall", from: "2022-01-01", ...office }),
    offer("forum", evening),
    offer("licence-late", weekend),
    need("break", "leisure", { wanted: { from: "2022-03-01", ...noon } }),
    need("papers", "registration", { wanted: { from: "2022-03-01", ...weekend } })
  ])

  it("P-24 the noon hour is found for who is free at noon, before the same thing in office hours, and the reason says why", () => {
    const [first, second] = found(state, "break")
    expect([first?.offer, second?.offer]).toMatchObject([{ place: "station" }, { place: "hall" }])
    const time = (one: Matchmaking.Candidate | undefined) => one?.reasons.find(({ part }) => part === "time")
    expect(time(first)).toMatchObject({ value: 1, words: { en: "600 of the 600 minutes wanted a week" } })
    expect(time(second)).toMatchObject({ value: 0, points: 0, words: { zh: "时间不合" } })
  })

  it("P-24 extended hours serve who can come at weekends only", () => {
    const [first] = found(state, "papers")
    expect(first?.reasons.find(({ part }) => part === "time")).toMatchObject({ value: 1 })
  })
})

describe("what belongs to a date of the year", () => {
  const state = run([
    list(1, [
      item("rider-week", "leisure", {
        names: { zh: "“双11”骑手关爱周" },
        audience: ["rider"],
        validFrom: "2022-11-07",
        validTo: "2022-11-14"
      }),
      item("neighbours", "leisure", { names: { zh: "楼宇友邻节" } }),
      item("lecture", "training")
    ]),
    offer("rider-week"),
    offer("neighbours"),
    offer("lecture"),
    need("learning", "training"),
    need("fun", "leisure")
  ])

  it("P-25 an event is to be had in its week only, what is always there all the year", () => {
    expect(codes(found(state, "fun", "2022-11-06"))).toEqual(["neighbours"])
    expect(codes(found(state, "fun", "2022-11-07")).toSorted()).toEqual(["neighbours", "rider-week"])
    expect(codes(found(state, "fun", "2022-11-14"))).toEqual(["neighbours"])
  })

  it("P-25 learning, leisure and fitness are kinds of need of their own, recognised by how people put them", () => {
    const put = (text: string) => {
      const asked = run([list(1, [item("lecture", "training")]), offer("lecture"), need("n", undefined, { text })])
      const known = State.need(asked, NeedId.make("n"))
      return known && Matchmaking.categoryOf(Matchmaking.open(asked, catalogue, around, day("2022-03-01")), known)
    }
    expect(["想学短视频剪辑", "想组织羽毛球比赛", "下班后想健身"].map(put)).toEqual(["training", "leisure", "leisure"])
    expect(codes(found(state, "learning"))).toEqual(["lecture"])
  })
})
