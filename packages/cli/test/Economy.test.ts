import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { ask, folder, questions, stored } from "./support/economy.ts"
import { Workshop } from "./support/shell.ts"

interface Named {
  readonly unit: { readonly id: string }
}

describe("an answer about the economy for people", () => {
  it.each(questions)("%s is drawn as kept in golden/, in each language", async (name, argv) => {
    for (const language of ["zh", "en"]) {
      using shop = new Workshop()
      const { code, out, err } = await shop.run([...argv, "--folder", folder, "--lang", language])
      expect([err, code]).toEqual(["", 0])
      await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
    }
  })
})

describe("an answer about the economy in JSON", () => {
  it.each(questions)("%s has the documented shape and nothing besides", async (_, argv) => {
    const { code, answer } = await ask(...argv)
    expect(code).toBe(0)
    const schema = Commands.named(argv[0] ?? "")?.answer ?? Schema.Never
    const decoded = Schema.decodeUnknownSync(schema)(answer, { onExcessProperty: "error" })
    expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(answer)
  })
})

describe("louyu occupancy", () => {
  it("P-21 R4-12 tells occupancy by area and by units with what was divided by what", async () => {
    const { answer } = await ask("occupancy")
    expect(answer.byArea).toMatchObject({ numerator: 410.5, denominator: 1150.5, on: "2026-11-22" })
    expect(answer.byUnits).toMatchObject({ numerator: 4, denominator: 6 })
    expect(answer.area).toEqual({ total: 1350.5, let: 260, owned: 150.5, vacant: 740, notOffered: 200 })
    expect(answer.buildings.map(({ unit, byArea }: Named & { byArea: object }) => [unit.id, byArea])).toMatchObject([
      ["b3", { numerator: 0, denominator: 500 }],
      ["b2", { numerator: 250.5, denominator: 450.5 }],
      ["b1", { numerator: 160, denominator: 200 }]
    ])
  })

  it("R4-15 counts who is registered and taxed here, and those nobody knows of apart", async () => {
    const { answer } = await ask("occupancy")
    expect(answer.registered).toMatchObject({ yes: 2, no: 1, unknown: 0, rate: { numerator: 2, denominator: 3 } })
    expect(answer.taxed).toMatchObject({ yes: 1, no: 1, unknown: 1, known: { denominator: 2, rate: 0.5 } })
  })

  it("R4-12 R4-17 lists what is vacant since when, and what comes free because a tenant wants to leave", async () => {
    const { answer } = await ask("occupancy", "--vacant")
    const free = answer.vacancies.map((one: Record<string, unknown>) => [one.space, one.area, one.from, one.because])
    expect(free).toContainEqual(["b2-1", 200, "2026-06-01", null])
    expect(free).toContainEqual(["s-802", 60, "2026-12-15", "intention"])
    expect(free).toContainEqual(["s-901", 200, "2027-02-01", "offer"])
    expect(answer.leaving.map((one: Record<string, unknown>) => [one.lease, one.leaves, one.because])).toEqual([
      ["l-2", "2026-12-15", "intention"],
      ["l-1", "2027-01-01", "end"],
      ["l-5", "2027-01-10", "end"]
    ])
    expect((await ask("occupancy", "--days", "30")).answer.leaving).toHaveLength(1)
  })

  it("R4-13 holds vacancies against the area somebody wants, and says what misses and by how much", async () => {
    const { answer } = await ask("occupancy", "--wanted", "90..120", "--at", "b1")
    const [best] = answer.fits
    expect(best).toMatchObject({ spaces: [{ space: "s-801" }], area: 100, misses: [] })
    expect(answer.fits.at(-1)).toMatchObject({ area: 40, misses: [{ aspect: "minArea", by: 50 }] })
    // 130 m² on one floor: no single space, but two of them together.
    const joined = (await ask("occupancy", "--wanted", "130..165", "--at", "b1")).answer.fits[0]
    expect(joined.spaces.map(({ space }: { space: string }) => space).toSorted()).toEqual(["s-801", "s-803"])
  })

  it("R4-14 tells turnover and retention of a year, and what was so on an earlier day", async () => {
    const { answer } = await ask("occupancy")
    expect([answer.arrivals, answer.departures, answer.retention.rate]).toEqual([0, 1, 0.75])
    const before = (await ask("occupancy", "--on", "2021-12-31")).answer
    expect(before.byUnits).toMatchObject({ numerator: 1, denominator: 7 })
  })

  it.each(["90", "..", "120..90", "a..b"])("refuses an area that is no range: %s", async (range) => {
    const { code, answer } = await ask("occupancy", "--wanted", range)
    expect([code, answer.error.code]).toEqual([2, "cli/OptionInvalid"])
  })
})

describe("louyu tiers", () => {
  it("H-31 R4-16 counts buildings by tier, cumulatively and by band, with who came and went since a base year", async () => {
    const { answer } = await ask("tiers", "--year", "2025", "--base", "2023")
    const table = answer.tiers.map((one: Record<string, unknown>) => [one.threshold, one.atLeast, one.band, one.net])
    expect(table).toEqual([
      [100_000_000_000, 1, 1, 0],
      [10_000_000_000, 2, 1, 0],
      [1_000_000_000, 2, 0, -2]
    ])
    const [, middle, lowest] = answer.tiers
    const ids = (units: ReadonlyArray<{ id: string }>) => units.map(({ id }) => id)
    expect([ids(middle.entries), ids(middle.exits), ids(lowest.lost)]).toEqual([["b1"], ["b2"], ["b4"]])
    expect(answer.moves.map(({ unit, from, to }: Named & { from: number; to: number }) => [unit.id, from, to])).toEqual(
      [
        ["b1", 1, 2],
        ["b2", 2, 0]
      ]
    )
    expect(ids(answer.unknown)).toEqual(["b4"])
  })

  it("H-31 counts what was known by the date, before a correction and after it", async () => {
    const tierOf = async (on: string) => {
      const { answer } = await ask("tiers", "--year", "2025", "--on", on)
      const found = answer.buildings.find(({ unit }: Named) => unit.id === "b1")
      return [found.current.tier, found.told.length]
    }
    expect(await tierOf("2026-03-01")).toEqual([1, 0])
    expect(await tierOf("2026-06-01")).toEqual([2, 2])
  })

  it("F-02 R4-16 shows nobody an amount who does not say who they are", async () => {
    using _shop = new Workshop()
    for (const [, argv] of questions.filter(([, words]) => words[0] === "tiers")) {
      const { answer } = await ask(...argv)
      const amounts = answer.buildings.flatMap((one: Record<string, object | null>) => [one.current, one.base])
      expect(amounts.filter((one: object | null) => one !== null && "amount" in one)).toEqual([])
    }
    // A sum of two buildings would tell each of them what the other one pays.
    expect((await ask("tiers", "--year", "2025", "--at", "b1")).answer.total).toBeNull()
  })

  it("F-02 R4-16 shows amounts as far as the right of the reader reaches, and leaves a trace of it", async () => {
    const { shop, ask: inStore } = await stored()
    using _ = shop
    const seen = async (...argv: ReadonlyArray<string>) => {
      const { answer } = await inStore("tiers", "--year", "2025", ...argv)
      return Object.fromEntries(
        answer.buildings.map((one: Named & { current: { amount?: number } }) => [one.unit.id, one.current.amount])
      )
    }
    // The chief of a building sees that building, whatever else is in the table.
    expect(await seen("--as", "p-1", "--purpose", "service")).toEqual({
      b1: 12_000_000_000,
      b2: undefined,
      b3: undefined
    })
    const events = readFileSync(join(shop.folder, "store.db"), "latin1")
    expect(events).toContain("RecordRead")
    expect(events).toContain("tax:b1")
    expect(events).not.toContain("tax:b2")
    expect(await seen("--as", "p-9", "--purpose", "service")).toEqual({ b1: undefined, b2: undefined, b3: undefined })
    const { code, answer } = await inStore("tiers", "--year", "2025", "--as", "p-1", "--purpose", "gossip")
    expect([code, answer.error.code]).toEqual([2, "cli/OptionInvalid"])
  })
})

interface Shown {
  readonly indicator: string
  readonly value: { readonly value: number } | null
  readonly withheld: boolean
  readonly published: ReadonlyArray<{ readonly publication: string; readonly verdict: string | null }>
}

describe("louyu figures", () => {
  const figuresOf = async (...argv: ReadonlyArray<string>) => {
    const { answer } = await ask("figures", ...argv)
    return new Map<string, Shown>(answer.figures.map((one: Shown) => [one.indicator, one]))
  }

  it("P-28 gives each indicator with its definition, numerator, denominator and the change since a year before", async () => {
    const figures = await figuresOf("--year", "2025")
    expect(figures.get("occupancyByArea")).toMatchObject({
      names: { en: "Occupancy by area" },
      divides: { en: "Area let" },
      by: { en: "Area that can be let" },
      on: "2025-12-31",
      numerator: { value: 530.5, qualifier: "exact" },
      denominator: { value: 1350.5 },
      yearOnYear: { value: 0 }
    })
    expect(figures.get("tax")?.value?.value).toBe(142_900_000_000)
    expect(figures.get("taxGrowth")).toMatchObject({ numerator: { value: -5_100_000_000 }, yearOnYear: null })
  })

  it("P-02 puts the published beside the computed, and says whether they agree", async () => {
    const figures = await figuresOf("--year", "2025")
    expect(figures.get("tax")?.published).toMatchObject([{ publication: "p-1", verdict: "agrees" }])
    expect(figures.get("taxGrowth")?.published).toMatchObject([{ publication: "p-2", verdict: "differs" }])
    const { answer } = await ask("figures", "--year", "2025")
    type Other = { readonly said: { readonly publication: string; readonly verdict: string | null } }
    expect(answer.elsewhere.map(({ said }: Other) => [said.publication, said.verdict])).toEqual([
      ["p-4", "notComparable"],
      ["p-3", null],
      ["p-5", "notComparable"]
    ])
    expect((await figuresOf("--at", "b2")).get("occupancyByArea")?.published).toMatchObject([{ verdict: "agrees" }])
  })

  it("H-27 counts firms by qualification, overlaps and all, by industry and by size", async () => {
    const { firms } = (await ask("figures", "--year", "2025")).answer
    expect([firms.among, firms.holders]).toEqual([4, 2])
    expect(firms.combinations).toContainEqual({ kinds: ["highTech", "srdi"], firms: 1 })
    expect(firms.industries).toHaveLength(4)
    expect(firms.sizes).toEqual({ large: 0, medium: 1, small: 1, micro: 1, unclassified: 1, unknown: 0 })
  })

  it("F-02 withholds what would tell the amount of one building or firm", async () => {
    const figures = await figuresOf("--at", "b1", "--panel", "yield", "--year", "2025")
    expect([...figures.values()].map(({ indicator, value, withheld }) => [indicator, value, withheld])).toEqual([
      ["tax", null, true],
      ["taxGrowth", null, true],
      ["taxPerArea", null, true],
      ["output", null, true],
      ["revenue", null, true]
    ])
    expect(figures.get("output")?.published).toMatchObject([{ publication: "p-3", verdict: null }])
  })

  it("says which panels there are", async () => {
    const { code, answer } = await ask("figures", "--panel", "nonsense")
    expect([code, answer.error.code]).toEqual([2, "cli/OptionInvalid"])
    expect(answer.error.expected.en).toContain("threeRates")
  })
})
