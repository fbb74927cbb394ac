import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { ask, folder, questions } from "./support/prospects.ts"
import { Workshop } from "./support/shell.ts"

describe("an answer about prospects and stays for people", () => {
  it.each(questions)("%s is drawn as kept in golden/, in each language", async (name, argv) => {
    for (const language of ["zh", "en"]) {
      using shop = new Workshop()
      const { code, out, err } = await shop.run([...argv, "--folder", folder, "--lang", language])
      expect(err).toBe("")
      expect(code).toBe(0)
      await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
    }
  })
})

describe("an answer about prospects and stays in JSON", () => {
  it.each(questions)("%s has the documented shape and nothing besides", async (_, argv) => {
    const { code, answer } = await ask(...argv)
    expect(code).toBe(0)
    const schema = Commands.named(argv[0] ?? "")?.answer ?? Schema.Never
    const decoded = Schema.decodeUnknownSync(schema)(answer, { onExcessProperty: "error" })
    expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(answer)
  })
})

const idsOf = (all: ReadonlyArray<{ readonly prospect: { readonly id: string } }>) =>
  all.map(({ prospect }) => prospect.id)

describe("louyu funnel", () => {
  it("H-25 R4-2 every share says of how many it is, as of when, and leaves out who is not decided", async () => {
    const { answer } = await ask("funnel")
    const [lead, assessed, negotiating] = answer.stages
    expect([answer.on, answer.population, answer.cohort]).toEqual(["2026-11-22", 8, null])
    expect(lead).toMatchObject({
      id: "lead",
      now: 2,
      ever: 8,
      to: "assessed",
      conversion: { numerator: 5, denominator: 6 }
    })
    expect(assessed.conversion).toEqual({
      definition: "conversion/of-those-who-left",
      numerator: 4,
      denominator: 4,
      rate: 1,
      population: 8
    })
    // Three left it after 28, 49 and 52 days; one is still there and counts for the estimate only.
    expect(negotiating).toMatchObject({
      days: { completed: 3, median: 49, p90: 52, open: 1 },
      survival: { observations: 4, censored: 1 }
    })
  })

  it("H-25 counts a cohort by itself, and a day as it was then", async () => {
    const { answer } = await ask("funnel", "--cohort", "2026-02-01..2026-03-01")
    expect(answer).toMatchObject({ cohort: { from: "2026-02-01", to: "2026-03-01" }, population: 2, won: 1, lost: 1 })
    const early = await ask("funnel", "--on", "2026-03-17")
    expect(early.answer).toMatchObject({ population: 4, won: 0, lost: 0 })
    expect(early.answer.stages.map(({ now }: { now: number }) => now).slice(0, 5)).toEqual([1, 1, 1, 0, 1])
  })

  it("R4-3 R4-4 counts who was not heard of for too long, and what is overdue next", async () => {
    const { answer } = await ask("funnel")
    expect(answer.attention).toEqual({ open: 4, rotten: 1, late: 3, overdue: 1, unplanned: 2 })
    expect(answer.stages[1]).toMatchObject({ id: "assessed", rotten: 1, late: 1 })
  })

  it("R4-11 expects how many of those under way will settle and on how much area, with an interval", async () => {
    const { answer } = await ask("funnel")
    const { open, settled, area, areaMissing, level, outcome } = answer.expected
    expect([outcome, open, level, areaMissing]).toEqual(["movedIn", 4, 0.9, 0])
    // From talks two of three go on to move in; from before that five of six come to talks, one by way of being looked into.
    expect(settled.expected).toBeCloseTo(2 / 3 + 2 / 3 + 2 * (5 / 6) * (2 / 3), 6)
    expect(settled.lower).toBeLessThanOrEqual(settled.expected)
    expect(settled.upper).toBeGreaterThanOrEqual(settled.expected)
    expect(area.expected).toBeCloseTo((90 + 150) * (2 / 3) + (250 + 150) * (5 / 6) * (2 / 3), 6)
    const nothing = await ask("funnel", "--on", "2026-01-31")
    expect(nothing.answer.expected?.open ?? 0).toBe(0)
  })

  it("R4-8 R4-13 says why prospects went out, and by what they share how they ended", async () => {
    const { answer } = await ask("funnel", "--by", "building")
    expect(answer.losses).toMatchObject([
      { exit: { id: "lost" }, reason: { id: "elsewhere" }, count: 1 },
      { exit: { id: "lost" }, reason: { id: "rent" }, count: 1 }
    ])
    expect(
      answer.by.groups.map(({ key, population, open, won, lost, rate }: Record<string, unknown>) => [
        key,
        population,
        open,
        won,
        lost,
        rate
      ])
    ).toEqual([
      ["b1", 5, 3, 1, 1, 0.5],
      ["b2", 2, 1, 0, 1, 0],
      [null, 1, 0, 1, 0, 1]
    ])
  })

  it.each([["2026-01-01"], ["2026-02-01..2026-01-01"], ["2026-01-01..2026-02-01..2026-03-01"]])(
    "refuses %s as a cohort",
    async (cohort) => {
      const { code, answer } = await ask("funnel", "--cohort", cohort)
      expect([code, answer.error.code]).toEqual([2, "cli/OptionInvalid"])
    }
  )

  it("names the pipelines there are when another one is asked for", async () => {
    const { code, answer } = await ask("funnel", "--pipeline", "technology")
    expect([code, answer.error.code, answer.error.known]).toEqual([1, "cli/PipelineUnknown", ["investment", "talent"]])
  })
})

describe("louyu prospects", () => {
  it("R4-19 names only prospects within the units of whoever looks, and nobody's without that", async () => {
    const seen = async (...as: ReadonlyArray<string>) => {
      const { answer } = await ask("prospects", ...as)
      return [answer.counts.open, answer.prospects === null ? null : idsOf(answer.prospects).toSorted()]
    }
    expect(await seen("--as", "p-9")).toEqual([5, ["c5", "c6", "c7", "c8", "t1"]])
    expect(await seen("--as", "p-1")).toEqual([5, ["c5", "c7", "c8", "t1"]])
    expect(await seen("--as", "p-5")).toEqual([5, ["c6", "c8"]])
    // Nobody gave p-6 a post, but t1 to look after.
    expect(await seen("--as", "p-6")).toEqual([5, ["t1"]])
    expect(await seen("--as", "p-77")).toEqual([5, []])
    expect(await seen()).toEqual([5, null])
  })

  it("R4-19 without --as no name and no id of a prospect is in any answer", async () => {
    for (const [, argv] of questions.filter(([, words]) => !words.includes("--as"))) {
      for (const form of [["--json"], ["--lang", "zh"], ["--lang", "en"]]) {
        using shop = new Workshop()
        const { out } = await shop.run([...argv, "--folder", folder, ...form])
        expect(out).not.toMatch(/示例来客|Example Comer/u)
        if (argv[0] !== "stays") expect(out).not.toMatch(/\bc[1-8]\b/u)
      }
    }
  })

  it("R4-3 R4-4 lists who was not heard of for too long and whose next step is overdue, the longest silent first", async () => {
    const { answer } = await ask("prospects", "--as", "p-9")
    const silent = answer.prospects.map((one: { silent: number }) => one.silent)
    expect(silent).toEqual(silent.toSorted((a: number, b: number) => b - a))
    expect(answer.prospects[0]).toMatchObject({ prospect: { id: "c5" }, rotten: true, next: "none", holder: null })
    const overdue = await ask("prospects", "--overdue", "--as", "p-9")
    expect(overdue.answer.prospects).toMatchObject([{ prospect: { id: "c8" }, due: "2026-11-20", next: "overdue" }])
    expect(overdue.answer.counts.today).toBe(1)
  })

  it("R4-5 R4-6 R4-7 shows what goes back to the pool by rule, and proposes whom the pool should go to and who was passed over why", async () => {
    const idle = await ask("prospects", "--idle", "--on", "2026-10-08", "--as", "p-1")
    expect(idle.answer.prospects).toMatchObject([{ prospect: { id: "c5" }, holder: "p-4", allowed: 15 }])
    const { answer } = await ask("prospects", "--assign", "--as", "p-9")
    expect(answer.assignable).toEqual({ proposed: 1, nobody: 1 })
    expect(answer.proposals).toMatchObject([
      {
        prospect: { id: "c5" },
        liaison: null,
        passedOver: [
          { liaison: "p-4", why: "capacity" },
          { liaison: "p-5", why: "elsewhere" },
          { liaison: "p-6", why: "scope" }
        ]
      },
      { prospect: { id: "c6" }, liaison: "p-5" }
    ])
    expect(answer.loads).toEqual([
      { liaison: "p-4", open: 2, room: 0 },
      { liaison: "p-6", open: 1, room: null },
      { liaison: "p-5", open: 0, room: 5 }
    ])
  })

  it("R4-1 talent has a pipeline of its own: a person has no name here, only the id of a prospect", async () => {
    const { answer } = await ask("prospects", "--as", "p-9")
    expect(
      answer.prospects.find((one: { prospect: { id: string } }) => one.prospect.id === "t1").prospect.names
    ).toBeNull()
  })

  it.each([[["--pool", "--idle"]], [["--assign", "--on", "2026-10-01"]]])("refuses %j together", async (options) => {
    const { code, answer } = await ask("prospects", ...options)
    expect([code, answer.error.code]).toEqual([2, "cli/OptionsClash"])
  })
})

describe("louyu stays", () => {
  it("H-26 R4-18 tells what is taken, whose term ends, and of those that ended how many settled", async () => {
    const { answer } = await ask("stays", "--expiring", "30d")
    expect(answer.offices).toMatchObject([
      {
        id: "hub",
        has: { seats: 40, rooms: 2 },
        taken: { seats: 14, rooms: 1 },
        seatRate: 0.35,
        roomRate: 0.5,
        guests: 2
      }
    ])
    expect(answer.stays.map(({ id, left }: { id: string; left: number }) => [id, left])).toEqual([
      ["s5", -19],
      ["s3", 23]
    ])
    // Two ended and one settled; three go on and are no part of it.
    expect(answer.settlement).toMatchObject({ ended: 2, settled: 1, left: 1, running: 3, rate: 0.5 })
  })

  it("H-26 R4-18 a term is what it was on the day: three months before it was extended", async () => {
    const termOf = async (on: string) => {
      const { answer } = await ask("stays", "--on", on)
      return answer.stays.find(({ id }: { id: string }) => id === "s3").until
    }
    expect(await termOf("2026-11-19")).toBe("2026-12-01")
    expect(await termOf("2026-11-20")).toBe("2026-12-15")
  })

  it("R4-19 names a firm that is a prospect only to whom may see it", async () => {
    const names = async (...as: ReadonlyArray<string>) => {
      const { answer } = await ask("stays", ...as)
      return answer.stays.map(({ names: zh }: { names: { zh: string } | null }) => zh?.zh ?? null)
    }
    expect(await names()).toEqual([null, null, null])
    expect(await names("--as", "p-1")).toEqual(["示例来客五", "示例来客八", null])
    expect(await names("--as", "p-5")).toEqual([null, "示例来客八", null])
  })

  it("refuses what is no number of days", async () => {
    const { code, answer } = await ask("stays", "--expiring", "soon")
    expect([code, answer.error.code]).toEqual([2, "cli/OptionInvalid"])
  })
})
