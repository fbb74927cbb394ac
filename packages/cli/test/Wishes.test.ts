import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { areKept } from "./support/answers.ts"
import { aboutWishes, stored } from "./support/stations.ts"

areKept("wishes", aboutWishes)

interface Row {
  readonly id: string
  readonly standing: string
  readonly since: string
  readonly overdue: boolean
}

describe("louyu wishes", () => {
  let city: Awaited<ReturnType<typeof stored>>
  beforeAll(async () => {
    city = await stored()
  })
  afterAll(() => city.shop[Symbol.dispose]())

  const ask = (...argv: ReadonlyArray<string>) => city.ask("wishes", ...argv)
  const listed = async (...argv: ReadonlyArray<string>) =>
    (await ask(...argv)).answer.wishes.map(({ id, standing }: Row) => [id, standing])

  it("W-12 D-13 lists wishes by where they stand, what can be claimed and waits longest first", async () => {
    const { answer } = await ask()
    expect(answer.wishes.map(({ id, standing, since }: Row) => [id, standing, since])).toEqual([
      ["w1", "posted", "2026-09-01"],
      ["w2", "posted", "2026-11-10"],
      ["w3", "claimed", "2026-10-05"],
      ["w4", "claimed", "2026-11-12"],
      ["w5", "fulfilled", "2026-11-16"],
      ["w6", "confirmed", "2026-09-21"],
      ["w7", "withdrawn", "2026-10-01"]
    ])
    expect(answer.standings).toEqual({ posted: 2, claimed: 2, fulfilled: 1, confirmed: 1, withdrawn: 1 })
    expect([answer.claimed.numerator, answer.fulfilled.numerator, answer.confirmed.numerator]).toEqual([4, 2, 1])
    expect(answer.confirmed).toMatchObject({ denominator: 6, population: { zh: "征集的微心愿" } })
  })

  it("W-12 tells who claimed: a team of a place, a unit, a person by id", async () => {
    const { wishes } = (await ask()).answer
    const of = (id: string) => wishes.find((one: Row) => one.id === id).by
    expect(of("w3")).toMatchObject({ team: { id: "law" }, unit: { id: "b1" }, person: null })
    expect(of("w6")).toMatchObject({ team: null, unit: { id: "e1" } })
    expect(of("w4")).toEqual({ team: null, unit: null, person: "p-72" })
    expect(of("w1")).toBeNull()
  })

  it("D-13 never tells whose wish it is", async () => {
    for (const { code, out } of [await city.run(["wishes"]), await city.run(["wishes", "--json"])]) {
      expect(code).toBe(0)
      expect(out).toContain("w5")
      expect(out).not.toMatch(/p-w\d/u)
    }
  })

  it("W-12 tells how wishes stood on an earlier day, also one its owner sent back since", async () => {
    expect(await listed("--on", "2026-10-12")).toEqual([
      ["w1", "posted"],
      ["w4", "claimed"],
      ["w3", "claimed"],
      ["w5", "fulfilled"],
      ["w6", "confirmed"],
      ["w7", "withdrawn"]
    ])
    expect(await listed("--on", "2026-10-13", "--state", "claimed")).toContainEqual(["w5", "claimed"])
    expect(await listed("--on", "2026-10-20", "--state", "posted")).toContainEqual(["w4", "posted"])
  })

  it("D-13 finds what nobody took a step for in too many days", async () => {
    expect(await listed("--overdue")).toEqual([
      ["w1", "posted"],
      ["w3", "claimed"]
    ])
    expect(await listed("--overdue", "--days", "11")).toEqual([
      ["w1", "posted"],
      ["w2", "posted"],
      ["w3", "claimed"]
    ])
    expect((await ask("--days", "100")).answer.overdue).toBe(0)
  })

  it("W-12 narrows wishes and teams to a place and what lies in it", async () => {
    const { answer } = await ask("--place", "harbour")
    expect([answer.within.id, answer.wishes.map(({ id }: Row) => id)]).toEqual(["harbour", ["w4"]])
    expect(answer.volunteers).toEqual([])
    expect((await ask("--limit", "2")).answer).toMatchObject({ found: 7, wishes: [{ id: "w1" }, { id: "w2" }] })
  })

  it("A-14b keeps the number of teams a text declares beside the number listed", async () => {
    const [there] = (await ask()).answer.volunteers
    expect(there).toMatchObject({
      place: { id: "b1" },
      declared: { value: 3, qualifier: "exact" },
      listed: 2,
      differs: true,
      services: 1,
      minutes: 150
    })
    expect(there.teams).toMatchObject([{ id: "law", members: 1, expertise: ["law"] }, { id: "tech" }])
    const before = (await ask("--on", "2026-06-29")).answer.volunteers[0]
    expect([before.declared, before.differs]).toEqual([null, false])
  })

  const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, code: number, expected: object]> = [
    [["--place", "b9"], 1, { code: "cli/UnitUnknown", unit: "b9" }],
    [["--state", "open"], 2, { code: "cli/OptionInvalid", option: "--state" }],
    [["--state", "posted", "--overdue"], 2, { code: "cli/OptionsClash" }],
    [["--days", "-3"], 2, { code: "cli/OptionValueMisplaced" }],
    [["--on", "2026-02-30"], 2, { code: "cli/OptionInvalid" }]
  ]
  it.each(wrong)("refuses %j and says what is wrong", async (argv, expected, error) => {
    const { code, answer } = await ask(...argv)
    expect([code, answer.error]).toMatchObject([expected, error])
  })
})
