import { Text } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { Pattern, Relation, View } from "../src/index.ts"
import * as Town from "./town.ts"

const { day, district, establish, found, guide, join, kind, on, range, refusal, restructured, structure, unit } = Town

const today = day(30)

describe("D-04 the structure of the Fuli Centre", () => {
  // One functional committee of the building, two functional branches in its towers, four entity branches of firms.
  const fuli = [
    ...district(1),
    establish("T2", "tower", { within: "b0" }),
    establish("T3", "tower", { within: "b0" }),
    establish("committee", "building-committee", { under: "st", within: "b0" }),
    establish("f2", "good-neighbour-branch", { under: "committee", within: "T2" }),
    establish("f3", "good-neighbour-branch", { under: "committee", within: "T3" }),
    ...range(4, (i) => establish(`entity${i}`, "branch", { under: "st", within: "b0" }))
  ]
  const led = [
    guide("committee", "entity0"),
    guide("committee", "entity1"),
    guide("committee", "entity2"),
    join("committee", "entity3")
  ]
  const described = (commands: Parameters<typeof on>[1], body = "committee") =>
    Pattern.describe(on(today, commands), unit(body))

  it("D-04 reads 1+2+4, seven nodes in all", () => {
    const [bodies] = described([...fuli, ...led])
    expect(bodies?.text).toBe("1+2+4")
    expect(bodies?.groups.map(({ units }) => units)).toEqual([
      ["committee"],
      ["f2", "f3"],
      ["entity0", "entity1", "entity2", "entity3"]
    ])
    expect(new Set(bodies?.groups.flatMap(({ units }) => units)).size).toBe(7)
  })

  it("D-04 the entity branches keep their own superior in command, and belong by guidance or by taking part (A-13)", () => {
    const view = on(today, [...fuli, ...led])
    expect(range(4, (i) => View.superior(view, "command", unit(`entity${i}`)))).toEqual(["st", "st", "st", "st"])
    expect(described(fuli)[0]?.text).toBe("1+2+0")
    expect(described([...fuli, ...led.slice(2)])[0]?.text).toBe("1+2+2")
  })

  it("D-04 each entity branch is that of exactly one enterprise, and a functional one of none", () => {
    const firms = range(4, (i) => establish(`firm${i}`, "enterprise", { within: "T3" }))
    const towers = fuli.filter((one) => !("unit" in one) || !String(one.unit).startsWith("entity"))
    const own = range(4, (i) => found(`entity${i}`, [`firm${i}`], { under: "st", within: "b0" }))
    const commands = [...towers, ...firms, ...own, ...led]
    const view = on(today, commands)
    expect(described(commands)[0]?.text).toBe("1+2+4")
    const hosts = range(4, (i) => Relation.coveredBy(view, unit(`entity${i}`)))
    expect(hosts).toEqual(range(4, (i) => [`firm${i}`]))
    expect(range(4, (i) => Relation.formation(view, unit(`entity${i}`)))).toEqual([
      "single",
      "single",
      "single",
      "single"
    ])
    expect(["f2", "f3"].map((id) => Relation.coveredBy(view, unit(id)))).toEqual([[], []])
    const two = { ...found("more", ["firm0", "firm1"], { under: "st", within: "b0" }), formation: "single" } as const
    expect(refusal([...towers, ...firms, two])).toBe("EnterpriseCountRejected")
    expect(refusal([...commands, found("again", ["firm0"], { under: "st", within: "b0" })])).toBe("AlreadyCovered")
  })

  it("D-04 a branch that is both guided and takes part counts once", () => {
    expect(described([...fuli, ...led, join("committee", "entity0")])[0]?.text).toBe("1+2+4")
  })

  it("D-04 the pattern is that of the date", () => {
    const commands = [...fuli, ...led, { _tag: "DissolveUnit", unit: unit("f3"), on: day(10) } as const]
    const text = (date: number) => Pattern.describe(on(day(date), commands), unit("committee"))[0]?.text
    expect([text(9), text(10)]).toEqual(["1+2+4", "1+1+4"])
  })

  it("D-04 nothing is told of a body of another kind, or of one that does not exist", () => {
    expect(described([...fuli, ...led], "f2")).toEqual([])
    expect(Pattern.describe(on(day(-1), fuli), unit("committee"))).toEqual([])
  })
})

describe("station networks as patterns", () => {
  const network = (symbol: string) =>
    restructured({
      kinds: [
        ...structure.kinds,
        kind("main-station", "station", { root: ["command"], within: ["region", "cluster", "building"] }),
        kind("sub-station", "station", { under: ["main-station"], within: ["region", "cluster", "building"] })
      ],
      patterns: [
        {
          id: "stations",
          names: Text.of("阵地体系", "Station network"),
          around: ["main-station"],
          groups: [
            { names: Text.of("主阵地", "Main"), kinds: ["main-station"] },
            { names: Text.of("站点", "Stations"), kinds: ["sub-station"], symbol }
          ]
        }
      ]
    })
  const stations = (subs: number) => [
    ...district(1),
    establish("main", "main-station", { within: "cl" }),
    ...range(subs, (i) => establish(`sub${i}`, "sub-station", { under: "main", within: "b0" }))
  ]

  it("H-10 one main station with any number of sub-stations reads 1+N", () => {
    const [told] = Pattern.describe(on(today, stations(4), network("N")), unit("main"))
    expect([told?.text, told?.groups.map(({ units }) => units.length)]).toEqual(["1+N", [1, 4]])
  })

  it("P-17 a core with 15 stations reads 1+X, 16 in all (A-09)", () => {
    const [told] = Pattern.describe(on(today, stations(15), network("X")), unit("main"))
    expect([told?.text, told?.groups.flatMap(({ units }) => units).length]).toEqual(["1+X", 16])
  })

  it("H-10 a main station without sub-stations is no 1+N", () => {
    expect(Pattern.describe(on(today, stations(0), network("N")), unit("main"))[0]?.text).toBe("1+0")
  })
})
