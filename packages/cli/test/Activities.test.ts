import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { areKept } from "./support/answers.ts"
import { aboutActivities, stored } from "./support/stations.ts"

areKept("activities", aboutActivities)

interface Row {
  readonly id: string
  readonly standing: string
  readonly placed: number
  readonly waiting: number
  readonly extended: string | null
}

describe("louyu activities", () => {
  let city: Awaited<ReturnType<typeof stored>>
  beforeAll(async () => {
    city = await stored()
  })
  afterAll(() => city.shop[Symbol.dispose]())

  const ask = (...argv: ReadonlyArray<string>) => city.ask("activities", ...argv)

  it("W-02 holds what a programme declared of its size against what is registered", async () => {
    const [programme] = (await ask()).answer.programmes
    expect(programme.size.activities).toEqual({
      declared: { value: 5, qualifier: "atLeast" },
      registered: 3,
      short: 2
    })
    expect([programme.size.departments.short, programme.size.projects.short]).toEqual([0, 0])
    expect(programme.projects).toMatchObject([
      { id: "career", lead: { id: "jobs" }, activities: 1, held: 1 },
      { id: "taxDay", lead: { id: "tax" }, activities: 2, held: 1 }
    ])
  })

  it("W-02 counts sessions by department; one that several hold counts for each", async () => {
    const { sum, hosts, cancelled } = (await ask()).answer
    expect(sum).toMatchObject({
      activities: 4,
      held: { numerator: 2 },
      joint: { numerator: 1 },
      waiting: 3,
      outcomes: 1
    })
    expect(cancelled).toBe(1)
    expect(
      hosts.map(({ host, activities, waiting }: { host: { id: string }; activities: number; waiting: number }) => [
        host.id,
        activities,
        waiting
      ])
    ).toEqual([
      ["jobs", 3, 2],
      ["tax", 2, 3]
    ])
  })

  it("F-07 lists what is to come first, with places, waiting lists and who came", async () => {
    const { activities } = (await ask()).answer
    expect(activities.map(({ id, standing, placed, waiting }: Row) => [id, standing, placed, waiting])).toEqual([
      ["s2", "planned", 2, 2],
      ["s5", "planned", 0, 0],
      ["s4", "cancelled", 0, 0],
      ["s3", "held", 0, 0],
      ["s1", "held", 3, 1]
    ])
    expect(activities[4]).toMatchObject({ present: 2, attended: null, capacity: 3 })
    expect(activities[3].attended).toEqual({ value: 60, qualifier: "about" })
  })

  it("P-39 tells which are at noon, in the evening and on weekends", async () => {
    const { activities } = (await ask()).answer
    expect(activities.map(({ id, extended }: Row) => [id, extended])).toEqual([
      ["s2", "evening"],
      ["s5", "weekend"],
      ["s4", "weekend"],
      ["s3", "weekend"],
      ["s1", "noon"]
    ])
  })

  it("F-07 tells what was held, called off and taken by an earlier day", async () => {
    const then = async (on: string) =>
      (await ask("--on", on)).answer.activities.map(({ id, standing, placed }: Row) => [id, standing, placed])
    expect(await then("2026-05-05")).toEqual([
      ["s1", "planned", 3],
      ["s3", "planned", 0],
      ["s4", "planned", 0],
      ["s2", "planned", 0],
      ["s5", "planned", 0]
    ])
    expect((await then("2026-05-06"))[0]).toEqual(["s1", "held", 3])
    expect(await then("2026-02-28")).toEqual([])
  })

  it("W-02 narrows to a place, to who holds them, and to some days", async () => {
    const found = async (...argv: ReadonlyArray<string>) =>
      (await ask(...argv)).answer.activities.map(({ id }: Row) => id)
    expect(await found("--place", "harbour")).toEqual(["s4"])
    expect(await found("--by", "tax")).toEqual(["s2", "s1"])
    expect(await found("--from", "2026-06-01", "--to", "2026-12-02")).toEqual(["s4", "s3"])
    expect((await ask("--limit", "1")).answer).toMatchObject({ found: 5, activities: [{ id: "s2" }] })
    expect((await ask("--by", "e3")).answer.programmes).toEqual([])
  })

  it("F-07 never tells who registered", async () => {
    const { out } = await city.run(["activities", "--json"])
    expect(out).not.toMatch(/"p-\d/u)
  })

  interface Group {
    readonly id: string
    readonly listed: number
    readonly state: string
    readonly missing: number | null
  }

  it("F-05 what a work line declares stands beside what is listed, and what is missing is told", async () => {
    const { answer } = await ask("--work-lines")
    const [line] = answer.workLines
    expect([answer.workLinesOnly, line.id, line.pattern, line.declared, line.complete]).toEqual([
      true,
      "main-line",
      "1-2-3-20-N",
      "2026-02-02",
      false
    ])
    expect(line.groups.map(({ id, listed, state, missing }: Group) => [id, listed, state, missing])).toEqual([
      ["body", 1, "complete", 0],
      ["ways", 2, "complete", 0],
      ["platforms", 2, "short", 1],
      // Of about twenty none is listed: how many are missing nobody knows.
      ["friends", 0, "short", null],
      ["brands", 0, "open", 0]
    ])
    expect(line.groups[2].entries).toMatchObject([{ id: "hall", from: "2026-03-02" }, { id: "union" }])
  })

  it("F-05 a work line is told as it was on the day", async () => {
    const on = async (day: string) => (await ask("--work-lines", "--on", day)).answer.workLines
    expect(await on("2026-02-01")).toEqual([])
    const states = async (day: string) => (await on(day))[0].groups.map(({ state }: Group) => state)
    expect(await states("2026-02-02")).toEqual(["short", "short", "short", "short", "open"])
    expect(await states("2026-08-31")).toEqual(["complete", "over", "short", "short", "open"])
    // It is of the city, not of a place or a host.
    expect((await ask()).answer.workLines).toHaveLength(1)
    expect((await ask("--by", "tax")).answer.workLines).toEqual([])
  })

  const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, code: number, expected: object]> = [
    [["--by", "nobody"], 1, { code: "cli/UnitUnknown" }],
    [["--place", "b9"], 1, { code: "cli/UnitUnknown", nearest: "b1" }],
    [["--from", "2026-03-01", "--to", "2026-02-30"], 2, { code: "cli/OptionInvalid", option: "--to" }],
    [["--limit=-1"], 2, { code: "cli/OptionInvalid", option: "--limit" }],
    [["--from", "2026-01-01"], 2, { code: "cli/OptionMissing", options: ["--to"] }],
    [["--year", "2026", "--from", "2026-01-01"], 2, { code: "cli/OptionsClash" }],
    [["--work-lines", "--by", "tax"], 2, { code: "cli/OptionsClash", options: ["--work-lines", "--by"] }],
    [["--work-lines", "--year", "2026"], 2, { code: "cli/OptionsClash" }],
    [["--limit", "few"], 2, { code: "cli/OptionInvalid" }]
  ]
  it.each(wrong)("refuses %j and says what is wrong", async (argv, expected, error) => {
    const { code, answer } = await ask(...argv)
    expect([code, answer.error]).toMatchObject([expected, error])
  })
})
