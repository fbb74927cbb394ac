import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { areKept } from "./support/answers.ts"
import { aboutDuty, stored } from "./support/stations.ts"

areKept("duty", aboutDuty)

interface Turn {
  readonly station: { readonly id: string }
  readonly unit: { readonly id: string } | null
  readonly shift: { readonly id: string }
  readonly now: boolean
}
interface Member {
  readonly unit: { readonly id: string }
  readonly assigned: number
  readonly owed: number
  readonly beyondShare: number
}

const seats = (turns: ReadonlyArray<Turn>) => turns.map(({ shift, station, unit }) => [shift.id, station.id, unit?.id])

type City = Awaited<ReturnType<typeof stored>>

describe("louyu duty", () => {
  let city: City
  beforeAll(async () => {
    city = await stored()
  })
  afterAll(() => city.shop[Symbol.dispose]())

  const ask = (...argv: ReadonlyArray<string>) => city.ask("duty", ...argv)

  it("P-19 tells who is on duty where on a day, as published, and which departments come", async () => {
    const [day] = (await ask("--on", "2026-11-23")).answer.days
    expect(seats(day.turns)).toEqual([
      ["day", "centre", "tax"],
      ["day", "red", "jobs"]
    ])
    expect(day.turns[0]).toMatchObject({ theme: { id: "safety" }, standing: "planned", now: false })
    expect(day.stationed).toMatchObject([
      { stationing: "jobs-daily", station: { id: "red" }, department: { id: "jobs" } },
      { stationing: "tax-monday", open: "14:00" }
    ])
    // What is generated and not published is nobody's duty yet.
    expect((await ask("--on", "2026-12-07")).answer.days[0].turns).toEqual([])
  })

  it("P-19 F-08 tells who is on duty at a moment", async () => {
    const at = async (time: string) => {
      const [{ turns, stationed }] = (await ask("--at", time)).answer.days
      return [turns.length, stationed.length, turns.every(({ now }: Turn) => now)]
    }
    expect(await at("2026-11-23T10:00")).toEqual([2, 1, true])
    expect(await at("2026-11-23T15:00")).toEqual([2, 1, true])
    expect(await at("2026-11-23T17:00")).toEqual([0, 0, true])
  })

  it("R3-17 warns of shifts in which nobody is, and of none that was taken back", async () => {
    const { warnings } = (await ask("--on", "2026-11-23", "--days", "2")).answer
    expect(
      warnings.map(({ kind, date, station }: Turn & { kind: string; date: string }) => [kind, date, station.id])
    ).toEqual([["emptyShift", "2026-11-23", "port"]])
    expect((await ask("--on", "2026-12-14")).answer.warnings).toMatchObject([
      { kind: "notGenerated", roster: { id: "next" }, published: false },
      { kind: "notGenerated" },
      { kind: "notGenerated" }
    ])
  })

  it("P-19 tells a unit its duties and the next one after these days", async () => {
    const { answer } = await ask("--on", "2026-11-18", "--days", "3", "--unit", "fire")
    const days = answer.days.map(({ turns }: { turns: ReadonlyArray<Turn> }) => turns.map(({ station }) => station.id))
    expect(days).toEqual([["red"], ["centre"], ["red"]])
    expect(answer.next).toMatchObject({ date: "2026-11-30", turn: { station: { id: "port" } } })
    expect((await ask("--on", "2026-12-05", "--unit", "fire")).answer.next).toBeNull()
    expect((await ask("--at", "2026-11-18T10:00", "--unit", "fire")).answer.next.date).toBe("2026-11-19")
  })

  it("R3-20 gives published duty as an iCalendar feed, with lines that end as the standard has it", async () => {
    const { feed } = (await ask("--unit", "fire", "--ics")).answer
    const { out } = await city.run(["duty", "--unit", "fire", "--ics"])
    expect(out).toBe(feed)
    expect(out.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true)
    expect(out.endsWith("END:VCALENDAR\r\n")).toBe(true)
    expect(out.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u)
    expect(out.match(/BEGIN:VEVENT/gu)).toHaveLength(9)
    const station = await ask("--station", "red", "--ics")
    expect(station.answer.feed).toMatch(/UID:winter\/2026-11-24\/day\/red\/1@stations\.louyu/u)
    expect(station.answer.feed).toMatch(/STATUS:CANCELLED/u)
  })

  const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, code: number, expected: object]> = [
    [["--ics"], 2, { code: "cli/OptionMissing", options: ["--unit", "--station"] }],
    [["--ics", "--unit", "tax", "--station", "red"], 2, { code: "cli/OptionsClash" }],
    [["--at", "noon"], 2, { code: "cli/OptionInvalid", option: "--at" }],
    [["--at", "12:00", "--days", "2"], 2, { code: "cli/OptionsClash" }],
    [["--unit", "nobody"], 1, { code: "cli/UnitUnknown", unit: "nobody" }],
    [["--unit", "fira"], 1, { code: "cli/UnitUnknown", nearest: "fire" }],
    [["--ics", "--unit", "tax", "--at", "12:30"], 2, { code: "cli/OptionsClash", options: ["--ics", "--at"] }],
    [["--ics", "--unit", "tax", "--days", "7"], 2, { code: "cli/OptionsClash", options: ["--ics", "--days"] }],
    [["--station", "rad"], 1, { code: "cli/StationUnknown", nearest: "red" }],
    [["--station", "cbd"], 1, { code: "cli/StationExpected", named: "cbd", is: "unit" }],
    [["--station", "bays"], 1, { code: "cli/StationExpected", named: "bays", is: "facility" }],
    [["--days", "many"], 2, { code: "cli/OptionInvalid" }],
    [["--days", "0"], 2, { code: "cli/OptionInvalid", expected: { en: "a whole number from 1 to 366" } }],
    [["--days", "367"], 2, { code: "cli/OptionInvalid", option: "--days" }],
    [["--on", "2023-02-30"], 2, { code: "cli/OptionInvalid", option: "--on" }]
  ]
  it.each(wrong)("refuses %j and says what is wrong", async (argv, expected, error) => {
    const { code, answer } = await ask(...argv)
    expect([code, answer.error]).toMatchObject([expected, error])
  })
})

describe("louyu rota", () => {
  const withCity = async (work: (city: City) => Promise<void>): Promise<void> => {
    const city = await stored()
    using _ = city.shop
    await work(city)
  }
  const beyond = (members: ReadonlyArray<Member>) => members.map((one) => [one.unit.id, one.beyondShare])

  it("P-19 lists rosters with what is generated and published", () =>
    withCity(async ({ ask }) => {
      const { rosters } = (await ask("rota")).answer
      expect(rosters).toMatchObject([
        { id: "next", generation: 0, slots: 0 },
        { id: "winter", generation: 1, slots: 43, filled: 42, published: 32, through: "2026-12-04" }
      ])
    }))

  it("P-19 R3-15 R3-18 rehearses a roster: the plan, what each owes and has, and a proof; nothing is recorded", () =>
    withCity(async ({ ask }) => {
      const { answer } = await ask("rota", "generate", "next")
      expect(answer).toMatchObject({ written: false, places: 29, moved: 0, found: [] })
      expect(answer.plan).toHaveLength(29)
      expect(answer.proof).toMatchObject({ method: "flow", empty: 0, forced: [] })
      expect(answer.proof.unevenness).toBe(answer.proof.unevennessAtLeast)
      expect(beyond(answer.members)).toEqual([
        ["tax", 0.5],
        ["jobs", 0],
        ["fire", -0.5]
      ])
      expect((await ask("rota")).answer.rosters[0].generation).toBe(0)
    }))

  it("P-19 records a roster with --write as it was rehearsed, and publishes it up to a day", () =>
    withCity(async ({ ask }) => {
      const rehearsed = (await ask("rota", "generate", "next")).answer
      const written = (await ask("rota", "generate", "next", "--write")).answer
      expect(written).toEqual({ ...rehearsed, written: true })
      const first = (await ask("rota", "publish", "next", "--through", "2026-12-14", "--write")).answer
      expect([first.places, first.rosters[0].through]).toEqual([3, "2026-12-14"])
      expect((await ask("duty", "--on", "2026-12-14")).answer.days[0].turns).toHaveLength(3)
      expect((await ask("duty", "--on", "2026-12-15")).answer.days[0].turns).toEqual([])
      const rest = (await ask("rota", "publish", "next", "--write")).answer
      expect([rest.places, rest.rosters[0].published]).toEqual([26, 29])
    }))

  it("R3-19 leaves what is published, and tells which turns would go to somebody else", () =>
    withCity(async ({ ask }) => {
      const { answer } = await ask("rota", "generate", "winter")
      expect([answer.places, answer.moved]).toEqual([12, 1])
      const dates = answer.plan.map(({ date }: { date: string }) => date)
      // Besides the empty shift, which may still be filled, nothing before the last published day.
      expect(dates[0]).toBe("2026-11-23")
      expect(dates.slice(1).every((date: string) => date > "2026-12-04")).toBe(true)
      expect(answer.rosters[0]).toMatchObject({ generation: 2, published: 32 })
    }))

  it("R3-17 R3-18 reviews a roster: shares, proof, empty shifts", () =>
    withCity(async ({ ask }) => {
      const { answer } = await ask("rota", "review", "winter")
      expect(answer.found).toEqual([{ kind: "emptyShift", slots: 1 }])
      expect(answer.members.map(({ assigned }: Member) => assigned)).toEqual([9, 19, 14])
      expect(answer.members.reduce((sum: number, { owed }: Member) => sum + owed, 0)).toBe(42)
      const draft = (await ask("rota", "review", "next", "--limit", "2")).answer
      expect([draft.proof, draft.found, draft.warnings.length]).toEqual([
        null,
        [{ kind: "notGenerated", slots: 29 }],
        2
      ])
    }))

  const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, code: number, expected: object]> = [
    [["genrate", "next"], 2, { code: "cli/CommandUnknown", command: "rota genrate", nearest: "rota generate" }],
    [["generate"], 2, { code: "cli/ArgumentMissing", argument: "roster" }],
    [["generate", "wintr"], 1, { code: "cli/RosterUnknown", nearest: "winter", known: ["next", "winter"] }],
    [["review", "spring-1999"], 1, { code: "cli/RosterUnknown", known: ["next", "winter"] }],
    [["review", "winter", "--write"], 2, { code: "cli/OptionsClash" }],
    [["generate", "winter", "--through", "2026-12-01"], 2, { code: "cli/OptionsClash" }],
    [["--write"], 2, { code: "cli/OptionsClash" }],
    [["--limit", "3"], 2, { code: "cli/OptionsClash", options: ["rota list", "--limit"] }],
    [["list", "winter"], 2, { code: "cli/ArgumentUnexpected", argument: "winter" }],
    [["publish", "next"], 1, { code: "stations/RosterNotGenerated" }],
    [["generate", "winter", "--on", "2026-11-01"], 1, { code: "stations/RosterOutOfOrder" }],
    [["generate", "winter", "--on", "2026-11-01", "--write"], 1, { code: "stations/RosterOutOfOrder" }],
    [["publish", "winter", "--through", "soon"], 2, { code: "cli/OptionInvalid" }]
  ]
  it.each(wrong)("refuses %j and says what is wrong", (argv, expected, error) =>
    withCity(async ({ ask }) => {
      const { code, answer } = await ask("rota", ...argv)
      expect([code, answer.error]).toMatchObject([expected, error])
    })
  )

  it("says how to begin where there is no roster, and writes to no folder", () =>
    withCity(async ({ shop, folder }) => {
      const none = await shop.run(["rota", "review", "x", "--folder", folder, "--lang", "en"])
      expect([none.code, none.err]).toEqual([1, expect.stringContaining("There is no duty roster yet")])
      expect((await shop.run(["rota", "--folder", folder, "--lang", "zh"])).out).toContain("还没有轮值表。")
      const written = await shop.run(["rota", "generate", "x", "--folder", folder, "--write", "--json"])
      expect([written.code, JSON.parse(written.out).error.code]).toEqual([2, "cli/OptionMissing"])
    }))
})
