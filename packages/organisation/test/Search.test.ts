import { Text } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { type Command, Search } from "../src/index.ts"
import * as Town from "./town.ts"

const { after, day, district, range, structure, unit } = Town

const named = (id: string, zh: string, en?: string, from = day(0)): Command.Command =>
  Town.named(Text.of(zh, en), id, "building", { within: "cl", from })
const rename = (id: string, zh: string, from: number, en?: string): Command.Command => ({
  _tag: "RenameUnit",
  unit: unit(id),
  name: Text.of(zh, en),
  from: day(from)
})

const town = after([
  ...district(0),
  named("vanke", "万科金融中心", "Vanke Financial Centre"),
  named("fuli", "富力中心"),
  named("fuli2", "富力中心二期"),
  named("chamber", "总商会大厦"),
  rename("chamber", "总部楼宇", 10, "Headquarters"),
  { _tag: "AddAlias", unit: unit("chamber"), alias: "楼联汇", sort: "brand", from: day(5), to: day(20) }
])
const find = (text: string, on = day(30), limit?: number) => Search.find(town, on, text, limit)
const found = (text: string, on = day(30)) => find(text, on).map((hit) => hit.unit)

describe("searching by any name", () => {
  it("R1-12 a unit is found by a former name, with the days it was in use", () => {
    expect(find("总商会大厦")).toEqual([
      { unit: "chamber", name: "总商会大厦", period: { from: day(0), to: day(10) }, current: false, match: "exact" }
    ])
    expect(find("总商会大厦", day(9))[0]).toMatchObject({ current: true })
    expect(find("总部楼宇")).toEqual([
      { unit: "chamber", name: "总部楼宇", period: { from: day(10) }, current: true, match: "exact" }
    ])
  })

  it("R1-12 a unit is found by a brand name, and by a name it will bear", () => {
    expect(find("楼联汇", day(6))[0]).toMatchObject({
      unit: "chamber",
      period: { from: day(5), to: day(20) },
      current: true
    })
    expect(find("Headquarters", day(0))[0]).toMatchObject({ unit: "chamber", current: false })
  })

  it("R1-12 Traditional characters find Simplified names, and the other way round", () => {
    expect(found("萬科金融中心")).toEqual(["vanke"])
    const traditional = after([...district(0), named("x", "萬科樓宇")])
    expect(Search.find(traditional, day(0), "万科楼宇").map((hit) => hit.match)).toEqual(["exact"])
  })

  it("R1-12 blanks, capitals, width and punctuation make no difference", () => {
    expect(found("vanke financialcentre")).toEqual(["vanke"])
    expect(found("ＶＡＮＫＥ")).toEqual(["vanke"])
    expect(found("·富力 中心·")).toEqual(["fuli", "fuli2"])
  })

  it("R1-12 exact matches come before beginnings, and those before parts", () => {
    expect(find("富力中心").map((hit) => [hit.unit, hit.match])).toEqual([
      ["fuli", "exact"],
      ["fuli2", "prefix"]
    ])
    expect(find("中心").map((hit) => [hit.unit, hit.match])).toEqual([
      ["fuli", "part"],
      ["fuli2", "part"],
      ["vanke", "part"]
    ])
  })

  it("R1-12 names borne on the date come before old ones of the same sort of match", () => {
    const state = after([
      ...district(0),
      named("a", "南市楼"),
      rename("a", "城南楼", 10),
      named("b", "南市大楼", undefined, day(5))
    ])
    const order = (date: number) => Search.find(state, day(date), "南市").map((hit) => [hit.unit, hit.current])
    expect(order(9)).toEqual([
      ["a", true],
      ["b", true]
    ])
    expect(order(10)).toEqual([
      ["b", true],
      ["a", false]
    ])
  })

  it("R1-12 a unit appears once, by its best name", () => {
    const state = after([...district(0), named("a", "老富力"), rename("a", "富力", 10), rename("a", "富力新", 20)])
    expect(Search.find(state, day(30), "富力")).toEqual([
      { unit: "a", name: "富力", period: { from: day(10), to: day(20) }, current: false, match: "exact" }
    ])
  })

  it("R1-12 a unit that was closed is still found", () => {
    const state = after([{ _tag: "DissolveUnit", unit: unit("fuli"), on: day(15) }], structure, town)
    expect(Search.find(state, day(30), "富力中心").map((hit) => [hit.unit, hit.current])).toEqual([
      ["fuli", false],
      ["fuli2", true]
    ])
  })

  it("R1-12 looking for nothing finds nothing, and no more is found than asked for", () => {
    expect([found(""), found(" ，。"), found("没有这样的楼")]).toEqual([[], [], []])
    expect(find("中心", day(30), 2).map((hit) => hit.unit)).toEqual(["fuli", "fuli2"])
    expect(find("中心", day(30), 0)).toEqual([])
    const many = after([...district(0), ...range(30, (i) => named(`n${i}`, `楼${i}`))])
    expect(Search.find(many, day(0), "楼")).toHaveLength(20)
  })

  it("R1-12 each state is searched as it is, however often states before and beside it were", () => {
    const before = Search.find(town, day(30), "富力中心")
    const one = after([rename("fuli", "新富力", 1)], structure, town)
    const other = after([rename("fuli", "旧富力", 1)], structure, town)
    expect(Search.find(one, day(30), "新富力").map((hit) => hit.unit)).toEqual(["fuli"])
    expect(Search.find(other, day(30), "新富力")).toEqual([])
    expect(Search.find(other, day(30), "旧富力").map((hit) => hit.unit)).toEqual(["fuli"])
    expect(Search.find(one, day(30), "新富力").map((hit) => hit.unit)).toEqual(["fuli"])
    expect(Search.find(town, day(30), "富力中心")).toEqual(before)
  })
})
