import { describe, expect, it } from "vitest"
import { ask } from "./support/cases.ts"

describe("louyu whistle", () => {
  it("D-08 each called department has reported in, or is overdue, or has time", async () => {
    const answers = async (id: string, ...more: ReadonlyArray<string>) =>
      (await ask("whistle", id, ...more)).answer.whistle.called.map(
        ({ department, answer, minutes }: Record<string, { readonly id: string }>) => [department?.id, answer, minutes]
      )
    expect(await answers("w1")).toEqual([
      ["jobs", "reported", 300],
      ["fire", "overdue", null]
    ])
    expect(await answers("w2")).toEqual([["fire", "pending", null]])
    expect(await answers("w3")).toEqual([["jobs", "reportedLate", 4320]])
  })

  it("D-08 tells things as they stood at the moment asked about", async () => {
    const then = async (on: string) => (await ask("whistle", "w1", "--on", on)).answer.whistle
    expect((await then("2026-11-10T13:59")).called.map(({ answer }: { answer: string }) => answer)).toEqual([
      "pending",
      "pending"
    ])
    expect(await then("2026-11-10T14:30")).toMatchObject({ called: [{ answer: "reported" }, {}], tasks: [] })
    expect((await then("2026-11-12T17:00")).called[1].answer).toBe("pending")
    expect((await then("2026-11-12T17:01")).called[1].answer).toBe("overdue")
    expect((await ask("whistle", "w1", "--on", "2026-11-09")).answer.error.code).toBe("cli/WhistleUnknown")
    expect((await ask("whistle", "w3", "--on", "2026-10-19")).answer.whistle).toMatchObject({
      satisfied: null,
      closed: null,
      tasks: [{ resolved: "2026-10-18T09:00:00+08:00", result: "已举办" }]
    })
  })

  it("D-08 rates say what they mean, are made of and hold for, in all and department by department", async () => {
    const { overview } = (await ask("whistle")).answer
    expect(overview.reporting).toMatchObject({
      reportedIn: { numerator: 2, denominator: 4, percent: "50.0", asOf: "2026-11-22T16:30:00+08:00" },
      inTime: { numerator: 1, denominator: 3, percent: "33.3", population: { en: "answered or past due" } },
      median: 300,
      mean: 2310,
      overdue: 1
    })
    expect(overview.closed).toMatchObject({ numerator: 1, denominator: 3 })
    expect(overview.satisfied).toMatchObject({ numerator: 1, denominator: 1 })
    expect(
      overview.departments.map(({ department, reporting }: never) => [
        (department as { id: string }).id,
        (reporting as { reportedIn: { percent: string } }).reportedIn.percent
      ])
    ).toEqual([
      ["fire", "0.0"],
      ["jobs", "100.0"]
    ])
  })

  it("D-08 too few and too many whistles of a caller are visible, also of those that never did", async () => {
    const signs = async (...argv: ReadonlyArray<string>) => {
      const { least, most, few, many, callers } = (await ask("whistle", ...argv)).answer.overview
      return [
        [least, most, few, many],
        callers.map(({ caller, whistles, sign }: Record<string, { readonly id: string }>) => [
          caller?.id,
          whistles,
          sign
        ])
      ]
    }
    expect(await signs()).toEqual([
      [1, null, 1, 0],
      [
        ["e1", 2, "usual"],
        ["e2", 1, "usual"],
        ["e3", 0, "few"]
      ]
    ])
    expect((await signs("--usual", "1..1"))[0]).toEqual([1, 1, 1, 1])
    expect((await signs("--usual", "2..5"))[0]).toEqual([2, 5, 2, 0])
    // In October only one of them did.
    expect((await signs("--from", "2026-10-01", "--to", "2026-11-01"))[0]).toEqual([1, null, 2, 0])
  })

  it.each([
    [["--usual", "5..1"], "cli/OptionInvalid"],
    [["--usual", "often"], "cli/OptionInvalid"],
    [["--year", "24"], "cli/OptionInvalid"],
    [["--year", "2026", "--from", "2026-01-01"], "cli/OptionsClash"],
    [["--from", "2026-01-01"], "cli/OptionMissing"],
    [["--from", "2026-02-01", "--to", "2026-02-01"], "cli/OptionInvalid"]
  ])("refuses %j", async (argv, expected) => {
    const { code, answer } = await ask("whistle", ...argv)
    expect([code, answer.error.code]).toEqual([2, expected])
  })

  it("names the whistle somebody probably meant when there is none of that id", async () => {
    const { code, answer } = await ask("whistle", "w33")
    expect([code, answer.error.code, answer.error.nearest]).toEqual([1, "cli/WhistleUnknown", "w3"])
  })
})
