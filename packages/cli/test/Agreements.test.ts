import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { areKept } from "./support/answers.ts"
import { aboutAgreements, stored } from "./support/stations.ts"

areKept("agreements", aboutAgreements)

interface Named {
  readonly id: string
}
interface PairingRow extends Named {
  readonly standing: string
  readonly days: number | null
  readonly expiring: boolean
}

describe("louyu agreements", () => {
  let city: Awaited<ReturnType<typeof stored>>
  beforeAll(async () => {
    city = await stored()
  })
  afterAll(() => city.shop[Symbol.dispose]())

  const ask = (...argv: ReadonlyArray<string>) => city.ask("agreements", ...argv)

  it("D-14 counts signatures of the version in force, and who has to sign again", async () => {
    const [pact] = (await ask()).answer.pacts
    expect(pact).toMatchObject({
      version: 2,
      adopted: "2026-08-15",
      clauses: 3,
      signatures: 1,
      toSignAgain: [{ id: "e1" }],
      peopleToSignAgain: 1,
      draft: null
    })
  })

  it("D-14 tells which version was in force on an earlier day, and which was a draft", async () => {
    const then = async (on: string) => {
      const [pact] = (await ask("--on", on)).answer.pacts
      return [pact.version, pact.draft, pact.signatures, pact.toSignAgain.length]
    }
    expect(await then("2026-03-09")).toEqual([null, 1, 0, 0])
    expect(await then("2026-03-11")).toEqual([1, null, 2, 0])
    expect(await then("2026-08-14")).toEqual([1, 2, 3, 0])
    expect(await then("2026-08-15")).toEqual([2, null, 0, 2])
    expect((await ask("--on", "2026-02-28")).answer.pacts).toEqual([])
  })

  it("F-12 lists pairings that end soon first, with what was promised and brought in", async () => {
    const { pairings } = (await ask()).answer
    expect(pairings.map(({ id, standing, days, expiring }: PairingRow) => [id, standing, days, expiring])).toEqual([
      ["hand", "inForce", 49, true],
      ["village", "unsigned", null, false]
    ])
    expect(pairings[0].commitments).toMatchObject([
      { id: "money", kind: "fund", quantity: 5_000_000, delivered: 2_000_000 },
      { id: "hall", kind: "venue", quantity: 40, delivered: 40 }
    ])
    expect(pairings[0].kept).toMatchObject({ numerator: 1, denominator: 2 })
    expect(pairings[1].parties[1]).toMatchObject({ unit: { id: "lake" }, line: "rural", signed: null })
    expect((await ask("--days", "48")).answer.pairings[0].expiring).toBe(false)
  })

  it("F-12 tells what was signed and brought in by an earlier day, and what is over", async () => {
    const then = async (on: string) => {
      const [pairing] = (await ask("--on", on)).answer.pairings
      return [pairing.standing, pairing.commitments.map(({ delivered }: { delivered: number }) => delivered)]
    }
    expect(await then("2026-01-08")).toEqual(["unsigned", [0, 0]])
    expect(await then("2026-01-09")).toEqual(["toCome", [0, 0]])
    expect(await then("2026-05-31")).toEqual(["inForce", [0, 30]])
    const over = (await ask("--on", "2027-01-10")).answer.pairings
    expect(over.find(({ id }: Named) => id === "hand").standing).toBe("over")
  })

  it("H-18 shows the four parties that manage something together, each with its duty", async () => {
    const [four] = (await ask()).answer.coManagements
    expect(
      four.parties.map(({ kind, managers }: { kind: string; managers: ReadonlyArray<{ unit: Named }> }) => [
        kind,
        managers[0]?.unit.id
      ])
    ).toEqual([
      ["building", "wy"],
      ["street", "party"],
      ["community", "east"],
      ["socialOrganisation", "e1"]
    ])
    expect(four.missing).toEqual([])
    expect((await ask("--on", "2026-10-31")).answer.coManagements).toEqual([])
  })

  it("H-17 shows childcare classes in numbers, and nothing that leads to a child", async () => {
    const { answer } = await ask()
    expect(answer.classes).toMatchObject([
      { id: "winter", capacity: 7, enrolled: 7, waiting: 1, bands: [{ band: "6-8", children: 4 }] }
    ])
    const { out } = await city.run(["agreements", "--json"])
    expect(out).not.toMatch(/k-\d/u)
    expect(out).not.toContain("p-91")
  })

  it("F-12 D-14 narrows to a place: pacts of it, pairings with a party in it", async () => {
    const { answer } = await ask("--place", "harbour")
    expect([answer.pacts, answer.pairings.map(({ id }: Named) => id)]).toEqual([[], ["village"]])
    expect((await ask("--place", "b1")).answer.classes).toHaveLength(1)
    const wrong = await ask("--place", "b9")
    expect([wrong.code, wrong.answer.error.code]).toEqual([1, "cli/UnitUnknown"])
    expect((await ask("--days", "soon")).answer.error.code).toBe("cli/OptionInvalid")
  })
})
