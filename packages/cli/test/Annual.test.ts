import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { areKept } from "./support/answers.ts"
import { aboutLists, stored } from "./support/stations.ts"

areKept("annual lists", aboutLists)

interface Item {
  readonly id: string
  readonly level: string
  readonly standing: string
  readonly percent: number
  readonly late: boolean
}
interface List {
  readonly committee: { readonly id: string }
  readonly items: ReadonlyArray<Item>
}

const told = ({ id, level, standing, percent, late }: Item) => [id, level, standing, percent, late]

describe("louyu projects --annual", () => {
  let city: Awaited<ReturnType<typeof stored>>
  beforeAll(async () => {
    city = await stored()
  })
  afterAll(() => city.shop[Symbol.dispose]())

  const ask = async (...argv: ReadonlyArray<string>) => (await city.ask("projects", ...argv)).answer.annual

  it("H-17 lists practical projects committee by committee with progress, and what is late", async () => {
    const { lists, late } = await ask()
    expect(lists.map(({ committee }: List) => committee.id)).toEqual(["cc", "hc"])
    expect(lists[0].items.map(told)).toEqual([
      ["bus", "committee", "published", 30, true],
      ["canteen", "district", "completed", 100, false],
      ["charge", "committee", "published", 60, true],
      ["clinic", "committee", "dropped", 0, false]
    ])
    expect(late).toBe(2)
    expect(lists[0].items[2].milestones).toMatchObject([
      { id: "plan", reached: "2026-03-25", late: false },
      { id: "built", reached: null, by: "2026-10-01", late: true }
    ])
    expect(lists[1]).toMatchObject({ published: null, items: [{ id: "garden", standing: "drafted" }] })
  })

  it("H-17 W-06 tells how the lists stood on an earlier day", async () => {
    const before = await ask("--on", "2026-06-15")
    expect(before.lists[0].items.map(told)).toEqual([
      ["bus", "committee", "published", 0, false],
      ["canteen", "committee", "completed", 100, false],
      ["charge", "committee", "published", 0, false],
      ["clinic", "committee", "published", 0, false]
    ])
    expect(before.promoted.district.numerator).toBe(0)
    const draft = await ask("--on", "2026-01-31")
    expect([draft.published, draft.lists[0].published, draft.lists[0].items[0].standing]).toEqual([0, null, "drafted"])
    expect((await ask("--on", "2026-01-09")).lists).toEqual([])
  })

  it("A-11 warns of a list that is longer than it should be", async () => {
    expect((await ask("--on", "2026-06-15")).lists[0].over).toEqual({ cap: 3, by: 1 })
    // One that was dropped is not listed any more.
    expect((await ask()).lists[0].over).toBeNull()
  })

  it("W-06 counts what was published, also what was dropped later, and what it is for", async () => {
    const { published, perCommittee, completed, beneficiaries } = await ask()
    expect([published, perCommittee.denominator]).toEqual([4, 1])
    expect(completed).toMatchObject({ numerator: 1, denominator: 4, population: { zh: "公布的实事项目" } })
    expect(beneficiaries).toEqual({ value: 1400, qualifier: "atLeast" })
  })

  it("W-06 G-06 tells that 55 of 305 practical projects were promoted, which is 18.03 per cent", async () => {
    const fresh = await stored()
    using _ = fresh.shop
    const of = (n: number) => ({ committee: n % 2 === 0 ? "cc" : "hc", year: 2025, project: `x${n}` })
    const marks = ["breadth", "lasting", "demand"].map((criterion) => ({ criterion, mark: 70 }))
    const numbers = (count: number) => Array.from({ length: count }, (_unused, n) => n)
    const open = ["cc", "hc"].map((committee) => ({ _tag: "OpenAnnualList", committee, year: 2025, on: "2026-01-02" }))
    await fresh.say([
      ...open,
      ...numbers(305).map((n) => ({
        _tag: "AdoptListItem",
        ...of(n),
        names: { zh: `第${n}项` },
        promise: "办实事",
        beneficiaries: { value: 10, qualifier: "exact" },
        on: "2026-01-03"
      })),
      ...open.map(({ committee, year }) => ({ _tag: "PublishAnnualList", committee, year, on: "2026-01-04" })),
      ...numbers(55).flatMap((n) => [
        { _tag: "NominateListItem", ...of(n), to: "district", on: "2026-01-05" },
        { _tag: "ScoreListItem", ...of(n), marks, on: "2026-01-06" },
        { _tag: "PromoteListItem", ...of(n), to: "district", on: "2026-01-07" }
      ])
    ])
    const { answer } = await fresh.ask("projects", "--year", "2025")
    expect(answer.annual.promoted.district).toMatchObject({ numerator: 55, denominator: 305 })
    expect((await fresh.run(["projects", "--year", "2025"], "zh")).out).toContain("升为区级以上 55/305 (18.03 %)")
  })

  it("shows both kinds of projects under headings of their own, and only the annual ones when asked so", async () => {
    const both = (await city.run(["projects"])).out
    expect(both).toContain("common needs")
    expect(both).toContain("practical projects of 2026")
    const annual = (await city.run(["projects", "--annual"])).out
    expect(annual).not.toContain("common needs")
    expect((await city.ask("projects", "--year", "25")).answer.error.code).toBe("cli/OptionInvalid")
  })

  const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, expected: object]> = [
    [["--annual", "--raisers", "3"], { code: "cli/OptionsClash", options: ["--annual", "--raisers"] }],
    [["--year", "2025", "--days", "30"], { code: "cli/OptionsClash", options: ["--year", "--days"] }],
    [["--raisers", "1"], { code: "cli/OptionInvalid", expected: { en: "a whole number from 2 to 1000000" } }],
    [["--days=-2"], { code: "cli/OptionInvalid", option: "--days" }],
    [["--on", "2023-02-30"], { code: "cli/OptionInvalid", option: "--on" }]
  ]
  it.each(wrong)("refuses %j and says what is wrong", async (argv, error) => {
    const { code, answer } = await city.ask("projects", ...argv)
    expect([code, answer.error]).toMatchObject([2, error])
  })
})
