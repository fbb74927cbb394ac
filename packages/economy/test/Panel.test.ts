import { Count } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import type * as Figure from "../src/Figure.ts"
import * as Indicators from "../src/Indicators.ts"
import * as Panel from "../src/Panel.ts"
import * as Publications from "../src/Publications.ts"
import type { Published } from "../src/Published.ts"
import { amount, at, day, published, rate, scope, tree } from "./figureScene.ts"

const cbd = tree({ cbd: ["chamber", "chengtou"] })
const publishedAll = (...all: ReadonlyArray<Published>): Publications.Publications =>
  all.reduce<Publications.Publications>(
    (state, one) => Publications.evolve(state, { _tag: "FigurePublished", ...one }),
    Publications.initial
  )

const panel = Schema.decodeUnknownSync(Panel.Panel)({
  id: "nanshi",
  names: { zh: "南市商务区" },
  indicators: ["tax", "output", "closureRate", "floorArea"]
})
const fill = (
  figures: ReadonlyArray<readonly [string, Figure.Figure]>,
  publications: Publications.Publications,
  on = "2022-12-31"
) => Panel.fill(panel, { indicators: Indicators.common, tree: cbd, figures, publications, on: day(on) })

const yuan = (id: string, value: number) => [id, amount("tax", value * 100, at(id))] as const
const before = { published: "2022-11-01", expected: true }

describe("a panel", () => {
  it("P-28 P-02 G-11 shows what was computed from records beside what was published, along a tree", () => {
    const figures = [
      yuan("chamber", 900_000_000),
      yuan("chengtou", 450_000_000),
      ["chamber", amount("output", 10_400_000_000 * 100, at("chamber"))],
      ["chamber", rate("closureRate", 3856, 3860, at("chamber"))],
      ["cbd", amount("floorArea", 335_000)]
    ] as const
    const publications = publishedAll(
      published("p1", "tax", Count.atLeast(13), "hundredMillionYuan", before),
      published("p2", "output", Count.atLeast(100), "hundredMillionYuan", { ...before, scope: scope("chamber") }),
      published("p3", "closureRate", Count.exact(999), "percent", { ...before, decimals: 1, scope: scope("chamber") }),
      published("p4", "floorArea", Count.exact(335), "tenThousandSquareMetres", { ...before, decimals: 1 }),
      published("p5", "tax", Count.exact(1), "yuan", { ...before, scope: scope("moon") })
    )
    const filled = Result.getOrThrow(fill(figures, publications))
    const shown = filled.lines.flatMap(({ node, cells }) =>
      cells.flatMap(({ indicator, parts, published }) =>
        published.map(({ verdict }) => [node, indicator.id, parts, verdict._tag])
      )
    )
    expect(shown).toEqual([
      ["cbd", "tax", 2, "agrees"],
      ["cbd", "floorArea", 1, "agrees"],
      ["chamber", "output", 1, "agrees"],
      ["chamber", "closureRate", 1, "agrees"]
    ])
    expect(filled.lines.map(({ node }) => node)).toEqual(["cbd", "chamber", "chengtou"])
    expect(filled.elsewhere.map(({ publication }) => publication)).toEqual(["p5"])
  })

  it("leaves out nodes with nothing, and what was published later", () => {
    const publications = publishedAll(published("p1", "tax", Count.exact(1), "yuan"))
    expect(Result.getOrThrow(fill([], publications)).lines).toEqual([])
    const [line] = Result.getOrThrow(fill([], publications, "2023-01-15")).lines
    expect(line?.cells[0]).toMatchObject({
      computed: undefined,
      parts: 0,
      published: [{ verdict: { _tag: "notComparable", obstacles: ["notComputed"] } }]
    })
  })

  it("is refused for an unknown indicator, figures of another day, or outside the tree", () => {
    const failure = (result: ReturnType<typeof fill>) => (Result.isFailure(result) ? result.failure : undefined)
    const other = [["chamber", amount("tax", 1, at("chamber", "2021-12-31"))]] as const
    expect(failure(fill(other, Publications.initial))).toMatchObject({ code: "economy/FiguresDiffer", what: "date" })
    expect(failure(fill([yuan("moon", 1)], Publications.initial))).toMatchObject({ code: "economy/TreeInvalid" })
    const material = { tree: cbd, figures: [], publications: Publications.initial, on: day("2022-12-31") }
    const none = Panel.fill(panel, { ...material, indicators: new Map() })
    expect(Result.isFailure(none) && none.failure).toMatchObject({ code: "economy/IndicatorUnknown", id: "tax" })
  })

  it("P-21 the common panels name only indicators of the catalogue", () => {
    const decode = Schema.decodeUnknownSync(Panel.Panel)
    for (const one of Panel.common) {
      expect(decode(one)).toEqual(one)
      for (const id of one.indicators) expect(Indicators.common.has(id)).toBe(true)
    }
    expect(Panel.common[0]?.indicators).toEqual([
      "occupancyByArea",
      "occupancyByUnits",
      "taxedHere",
      "satisfactionRate"
    ])
  })
})
