import { describe, expect, it } from "vitest"
import { ask } from "./support/cases.ts"
import { Workshop } from "./support/shell.ts"

const year = (closedEarly: number, closedLate: number, all: number) => {
  const id = (at: number) => `y${String(at).padStart(4, "0")}`
  const cases = Array.from(
    { length: all },
    (_, at) => `${id(at)},propertyCouncilHall,事项,,b1,other,desk,e3,,,,2026-03-02 09:00`
  )
  const steps = Array.from({ length: all }, (_, at) => {
    const closed = at < closedEarly ? "2026-03-05" : at < closedLate ? "2026-03-10" : undefined
    return [
      `${id(at)},2026-03-02 10:00,accept,,,,,,,,,,,,`,
      ...(closed === undefined ? [] : [`${id(at)},${closed} 09:00,close,,,explained,,,,,,,,,`])
    ]
  }).flat()
  return { "cases.csv": cases.join("\n"), "case-steps.csv": steps.join("\n") }
}

describe("louyu rates", () => {
  it("P-27 G-10 3,860 accepted with 3,855 to 3,858 closed shows 99.9, from a folder by way of a store", async () => {
    using shop = new Workshop()
    shop.casework(year(3855, 3858, 3860))
    const checked = JSON.parse((await shop.run(["check", "cases", "--json"])).out)
    expect(checked.errors).toBe(0)
    expect((await shop.run(["load", "cases", "--store", "sqlite:year.db"])).code).toBe(0)
    const span = ["--from", "2026-03-01", "--to", "2026-04-01"]
    const closure = async (on: string) => {
      const { out } = await shop.run(["rates", ...span, "--on", on, "--store", "sqlite:year.db", "--json"])
      const { numerator, denominator, percent, asOf } = JSON.parse(out).figures.closure
      return [numerator, denominator, percent, asOf]
    }
    expect(await closure("2026-03-09")).toEqual([3855, 3860, "99.9", "2026-03-09T23:59:59+08:00"])
    expect(await closure("2026-03-10")).toEqual([3858, 3860, "99.9", "2026-03-10T23:59:59+08:00"])
    expect((await shop.run(["rates", ...span, "--store", "sqlite:year.db"])).out).toMatch(
      /closure +99\.9 % +3858\/3860/u
    )
    // All of these were listed by the morning list, too.
    const listed = JSON.parse((await shop.run(["cases", "--overdue", "--store", "sqlite:year.db", "--json"])).out)
    expect(listed).toMatchObject({ total: 3871, found: 4 })
  })

  it("every rate says what it means, is made of and holds for, and is null where there is nothing", async () => {
    const { figures } = (await ask("rates")).answer
    const told = Object.fromEntries(
      Object.entries<{ numerator: number; denominator: number; percent: string }>(figures).map(([name, one]) => [
        name,
        [one.numerator, one.denominator, one.percent]
      ])
    )
    expect(told).toEqual({
      closure: [2, 7, "28.6"],
      onTime: [2, 4, "50.0"],
      resolution: [1, 1, "100.0"],
      satisfaction: [1, 1, "100.0"],
      followUp: [1, 2, "50.0"],
      reopen: [0, 2, "0.0"],
      rerouted: [0, 1, "0.0"]
    })
    expect(figures.closure).toMatchObject({
      population: { zh: "受理", en: "accepted" },
      asOf: "2026-11-22T16:30:00+08:00"
    })
    const nothing = (await ask("rates", "--year", "2025")).answer
    expect(nothing.figures.closure).toMatchObject({ numerator: 0, denominator: 0, rate: null, percent: null })
  })

  it("P-37 says where cases were settled, level by level, and which ordinary matter left its building", async () => {
    const { flows } = (await ask("rates", "--flow", "propertyCouncilHall")).answer
    expect(flows).toHaveLength(1)
    expect(flows[0]).toMatchObject({
      inBuilding: { numerator: 1, denominator: 1 },
      ordinary: { numerator: 1, denominator: 1 },
      breaches: ["c10"]
    })
    expect(flows[0].levels.map(({ level }: { level: { id: string } }) => level.id)).toEqual([
      "microGrid",
      "building",
      "committee",
      "street",
      "district"
    ])
  })

  it("F-09 says how long cases are at each stage, in the order of the flow, and how many are there", async () => {
    const { flows } = (await ask("rates", "--flow", "councilChamber")).answer
    expect(
      flows[0].stages.map(({ stage, here, left, median }: Record<string, { id: string }>) => [
        stage?.id,
        here,
        left,
        median
      ])
    ).toEqual([
      ["raised", 0, 1, 1440],
      ["discussed", 0, 1, 1440],
      ["resolving", 0, 1, 2880],
      ["resolved", 0, 1, 4320],
      ["followedUp", 0, 1, 1440]
    ])
  })

  it("R5-23 apart by what cases share, and as of the moment asked about", async () => {
    const closed = async (...argv: ReadonlyArray<string>) =>
      (await ask("rates", ...argv)).answer.by.groups.map(({ key, figures }: never) => [
        key,
        (figures as { closure: { numerator: number; denominator: number } }).closure.numerator,
        (figures as { closure: { numerator: number; denominator: number } }).closure.denominator
      ])
    expect(await closed("--by", "level")).toEqual([
      ["committee", 0, 1],
      ["microGrid", 2, 6]
    ])
    expect(await closed("--by", "handler")).toEqual([["wy", 0, 1]])
    expect(await closed("--by", "level", "--on", "2026-11-10")).toEqual([
      ["building", 0, 1],
      ["microGrid", 1, 3]
    ])
  })

  it("names the flows there are when another one is asked for", async () => {
    const { code, answer } = await ask("rates", "--flow", "hotline")
    expect([code, answer.error.code]).toEqual([1, "cli/FlowUnknown"])
    expect(answer.error.known).toContain("councilChamber")
  })

  it.each([
    [["--by", "colour"], "cli/OptionInvalid"],
    [["--year", "0001"], "cli/OptionInvalid"],
    [["--to", "2026-01-01"], "cli/OptionMissing"]
  ])("refuses %j", async (argv, expected) => {
    const { code, answer } = await ask("rates", ...argv)
    expect([code, answer.error.code]).toEqual([2, expected])
  })
})
