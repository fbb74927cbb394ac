import { describe, expect, it } from "vitest"
import * as Suggestion from "../src/Suggestion.ts"
import * as Vocabulary from "../src/Vocabulary.ts"

describe("Vocabulary", () => {
  const vocabulary = Vocabulary.make([
    { id: "building", names: { zh: "楼宇", en: "Office building", others: { pt: "Edifício" } }, also: ["大楼"] },
    { id: "floor", names: { zh: "楼层" } }
  ])

  it.each(["building", "楼宇", "樓宇", " OFFICE-Building ", "大楼", "edifício"])(
    "finds a word under each of its names: %s",
    (name) => {
      expect(vocabulary.find(name)).toBe("building")
      expect(vocabulary.find(name)).toBe("building")
    }
  )

  it("finds nothing under other names", () => {
    for (const name of ["", "-", "楼", "__proto__", "constructor"]) expect(vocabulary.find(name)).toBeUndefined()
  })
})

describe("Suggestion.nearest", () => {
  const known = ["units.csv", "names.csv", "moves.csv", "alliance-members.csv"]

  it.each([
    ["unit.csv", ["units.csv"]],
    ["Units.CSV", ["units.csv"]],
    ["mooves.csv", ["moves.csv"]],
    ["members.csv", ["alliance-members.csv"]],
    ["完全不同", []],
    ["", []]
  ])("offers what is like %s", (word, expected) => {
    expect(Suggestion.nearest(word, known).slice(0, 1)).toEqual(expected)
  })

  it("R1-16 offers a word of each sort its own, also when it is asked for before among another", () => {
    const advise = Suggestion.advisor()
    expect(advise("parkin", "category", ["parking"], 1)).toEqual(["parking"])
    expect(advise("parkin", "kind", ["park"], 1)).toEqual(["park"])
    expect(advise("parkin", "category", ["something else"], 1)).toEqual(["parking"])
  })

  it("offers at most three, best first", () => {
    expect(Suggestion.nearest("b-1", ["b-12", "b-1", "b-2", "b-3", "b-4"])).toEqual(["b-12", "b-1", "b-2"])
  })
})
