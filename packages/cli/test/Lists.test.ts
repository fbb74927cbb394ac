import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { ask, folder, questions } from "./support/lists.ts"
import { Workshop } from "./support/shell.ts"

describe("an answer about the lists for people", () => {
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

describe("an answer about the lists in JSON", () => {
  it.each(questions)("%s has the documented shape and nothing besides", async (_, argv) => {
    const { code, answer } = await ask(...argv)
    expect(code).toBe(0)
    const schema = Commands.named(argv[0] ?? "")?.answer ?? Schema.Never
    const decoded = Schema.decodeUnknownSync(schema)(answer, { onExcessProperty: "error" })
    expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(answer)
  })
})

describe("louyu services", () => {
  it("P-31 tells which items nobody used and what is wanted and not on the list", async () => {
    const { answer } = await ask("services", "--unused", "--missing")
    const [list] = answer.lists
    expect(list.items.map(({ code }: { code: string }) => code)).toEqual(["S-02", "S-03"])
    expect(
      list.missing.map((one: { category: { id: string }; needs: unknown }) => [one.category.id, one.needs])
    ).toEqual([
      ["charging", ["n9", "n10"]],
      ["legal-advice", ["n8"]]
    ])
  })
})

describe("louyu match", () => {
  it("R3-12 the points of the reasons add up to the score, and the best comes first", async () => {
    for (const need of ["n1", "n2", "n3"]) {
      const { answer } = await ask("match", "--need", need)
      const [{ candidates }] = answer.needs
      const scores: ReadonlyArray<number> = candidates.map(({ score }: { score: number }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect(scores.length).toBeGreaterThan(0)
      for (const { score, reasons } of candidates) {
        expect(reasons.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(score)
      }
    }
  })

  it("R3-3 leaves out what is not open to who asks, and names what is not known", async () => {
    const candidatesOf = async (need: string) => (await ask("match", "--need", need)).answer.needs[0].candidates
    expect(await candidatesOf("n3")).toMatchObject([
      { offer: { id: "S-03" }, eligibility: "unknown", unknown: [{ en: "Staff must be at most 50 people" }] }
    ])
  })

  it("R3-9 shows what is left of a need that was met in part, and P-23 the longest waiting first", async () => {
    const { answer } = await ask("match")
    const ids = answer.needs.map(({ need }: { need: { id: string } }) => need.id)
    expect(ids).toEqual(["n1", "n2", "n3", "n9", "n10", "n8"])
    expect(answer.needs.find(({ need }: { need: { id: string } }) => need.id === "n2").need).toMatchObject({
      needed: 30,
      open: 10
    })
  })

  it("P-23 tells how things stood on the day: what was agreed on and delivered later is not yet", async () => {
    const of = async (on: string) => (await ask("match", "--need", "n2", "--on", on)).answer.needs[0]
    expect(await of("2026-09-13")).toMatchObject({
      need: { open: 30 },
      matches: [{ status: "proposed", delivered: 0 }]
    })
    expect(await of("2026-09-20")).toMatchObject({
      need: { open: 10 },
      matches: [{ status: "accepted", delivered: 0 }]
    })
    expect(await of("2026-10-08")).toMatchObject({ matches: [{ status: "delivered", delivered: 20 }] })
  })

  it("R3-11 R3-12 decides about all needs at once, and says of each left over what stood in the way", async () => {
    const { answer } = await ask("match", "--arrange")
    const { proposed, unmet, proved } = answer.arrangement
    type Named = { readonly need: { readonly id: string } }
    expect([answer.needs, proved]).toEqual([[], true])
    expect(proposed.map((one: Named & { quantity: number }) => [one.need.id, one.quantity])).toEqual([
      ["n1", 3],
      ["n2", 10],
      ["n3", 1]
    ])
    for (const { score, reasons } of proposed) {
      expect(reasons.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(score)
    }
    expect(
      unmet.map((one: Named & { reasons: ReadonlyArray<{ why: string }> }) => [one.need.id, one.reasons[0]?.why])
    ).toEqual([
      ["n10", "nobodyOffers"],
      ["n8", "nobodyOffers"],
      ["n9", "nobodyOffers"]
    ])
  })

  it("refuses to arrange a single need", async () => {
    const { code, answer } = await ask("match", "--arrange", "--need", "n1")
    expect([code, answer.error.code]).toEqual([2, "cli/OptionsClash"])
  })

  it("says which need there is not", async () => {
    const { code, answer } = await ask("match", "--need", "n99")
    expect([code, answer.error.code]).toEqual([1, "cli/NeedUnknown"])
  })
})

describe("louyu projects", () => {
  it("W-08 tells how far a project had come on the day", async () => {
    const of = async (on: string) => (await ask("projects", "--on", on)).answer.projects[0]
    expect(await of("2026-09-05")).toMatchObject({ id: "p1", status: "proposed", percent: 0 })
    expect(await of("2026-10-01")).toMatchObject({ status: "approved", percent: 0 })
    expect(await of("2026-11-01")).toMatchObject({ status: "approved", percent: 40 })
  })

  it("P-30 W-08 finds like needs of several that are in no project", async () => {
    const common = async (raisers: string) =>
      (await ask("projects", "--raisers", raisers)).answer.common.map(
        (one: { category: { id: string } }) => one.category.id
      )
    expect(await common("2")).toEqual(["charging"])
    expect(await common("3")).toEqual([])
  })
})

describe("louyu select", () => {
  it("W-06 counts nobody twice, and proves that no choice is better", async () => {
    const { answer } = await ask("select", "--k", "2")
    // Fifty and forty-five, of whom thirty are the same.
    expect(answer).toMatchObject({ people: 65, proved: true, candidates: 3 })
    const short = await ask("select", "--k", "3", "--budget", "12万")
    expect(short.answer).toMatchObject({ cost: 12_000_000, people: 50, proved: true })
  })

  it.each(["很多", "-5"])("refuses %s as a budget", async (budget) => {
    const { code, answer } = await ask("select", `--budget=${budget}`)
    expect([code, answer.error.code]).toEqual([2, "cli/OptionInvalid"])
  })
})

describe("louyu partners", () => {
  it("H-34 W-20 suggests who has not been asked yet, with points that add up", async () => {
    const { answer } = await ask("partners")
    expect(answer.suggestions).toMatchObject([{ giver: { id: "e1" }, taker: { id: "e3" }, offer: "o1", want: "w2" }])
    for (const { score, reasons } of answer.suggestions) {
      expect(reasons.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(score)
    }
    expect(answer.partnerships).toMatchObject([{ id: "ps1", status: "agreed", given: 3, received: 0 }])
  })
})
