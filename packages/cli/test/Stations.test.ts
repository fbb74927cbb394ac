import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { areKept } from "./support/answers.ts"
import { aboutStations, stored } from "./support/stations.ts"

areKept("stations", aboutStations)

interface Named {
  readonly id: string
}
interface Row extends Named {
  readonly main: string | null
  readonly cluster: Named | null
}
interface Door {
  readonly station: Named
  readonly open: boolean | null
  readonly closes: string | null
  readonly opens: string | null
  readonly note: string | null
}

const ids = (all: ReadonlyArray<Named>): ReadonlyArray<string> => all.map(({ id }) => id)

describe("louyu stations", () => {
  let city: Awaited<ReturnType<typeof stored>>
  beforeAll(async () => {
    city = await stored()
  })
  afterAll(() => city.shop[Symbol.dispose]())

  const ask = (...argv: ReadonlyArray<string>) => city.ask("stations", ...argv)
  const doors = async (at: string): Promise<ReadonlyArray<readonly [string, ...ReadonlyArray<unknown>]>> =>
    (await ask("--open-at", at)).answer.doors.map(({ station, open, closes, opens, note }: Door) => [
      station.id,
      open,
      closes ?? opens ?? note
    ])

  it("P-17 H-10 G-01 lists main stations each followed by its subs, and counts them", async () => {
    const { answer } = await ask()
    expect(answer.stations.map(({ id, main, cluster }: Row) => [id, main, cluster?.id ?? null])).toEqual([
      ["centre", null, "cbd"],
      ["red", "centre", "cbd"],
      ["rider", "centre", "cbd"],
      ["port", null, "harbour"],
      ["self", null, null]
    ])
    expect(answer.totals).toMatchObject({ mains: 2, subs: 2, alone: 1, total: 5, subsPerMain: 1 })
    expect(ids(answer.totals.mainsWithoutSubs)).toEqual(["port"])
    expect(ids(answer.totals.clustersWithoutMain)).toEqual(["north"])
    expect(answer.totals.kinds[0]).toMatchObject({ kind: { id: "partyMassCentre" }, stations: 2 })
  })

  it("H-10 shows the network of a cluster, the stations of a place, and a main station with its subs", async () => {
    expect(ids((await ask("cbd")).answer.stations)).toEqual(["centre", "red", "rider"])
    expect(ids((await ask("b3")).answer.stations)).toEqual(["port", "self"])
    expect(ids((await ask("east")).answer.stations)).toHaveLength(5)
    const { answer } = await ask("centre")
    expect(ids(answer.stations)).toEqual(["centre", "red", "rider"])
    expect([answer.station.id, answer.within]).toEqual(["centre", null])
    expect((await ask("cbd")).answer.totals.clustersWithoutMain).toEqual([])
  })

  it("P-17 shows the stations that stood on an earlier day", async () => {
    expect(ids((await ask("--on", "2026-05-31")).answer.stations)).toContain("old")
    expect((await ask("--on", "2026-05-31")).answer.leftovers).toEqual([])
    expect((await ask("--on", "2026-06-01")).answer.leftovers).toMatchObject([
      { sort: "room", id: "attic", station: { id: "old" } }
    ])
  })

  it("P-24 tells which stations are open at noon and in the evening, until when, and when the others open", async () => {
    expect(await doors("2026-11-25T12:30")).toEqual([
      ["centre", true, "2026-11-25T17:30:00+08:00"],
      ["red", true, "2026-11-25T17:00:00+08:00"],
      ["rider", true, "2026-11-25T22:00:00+08:00"],
      ["port", null, "noHours"],
      ["self", true, "always"]
    ])
    expect((await doors("2026-11-25T18:30")).slice(0, 2)).toEqual([
      ["centre", true, "2026-11-25T20:30:00+08:00"],
      ["red", false, "2026-11-26T09:00:00+08:00"]
    ])
  })

  it("P-24 H-23 knows holidays, exceptions and what never closes", async () => {
    expect(await doors("2026-10-01T12:00")).toEqual([
      ["centre", false, "2026-10-07T18:00:00+08:00"],
      ["red", false, "2026-10-08T09:00:00+08:00"],
      ["rider", true, "2026-10-01T22:00:00+08:00"],
      ["port", null, "noHours"],
      ["self", true, "always"]
    ])
    expect((await doors("2026-11-21T12:00"))[2]).toEqual(["rider", false, "2026-11-24T10:00:00+08:00"])
  })

  it("P-24 what nobody registered is not known, which is neither open nor closed", async () => {
    const { answer } = await ask("--open-at", "2026-11-25T20:00")
    const status = (wanted: string) =>
      answer.doors.flatMap((one: Door & { status: string }) => (one.status === wanted ? [one.station.id] : []))
    expect([status("open"), status("closed"), status("noHours")]).toEqual([
      ["centre", "rider", "self"],
      ["red"],
      ["port"]
    ])
    expect(answer.doorTotals).toEqual({ open: 3, closed: 1, noHours: 1, beyondCalendar: 0 })
    const [hours, week] = [(await ask("port")).answer.stations[0], (await ask("port")).answer.detail.week[0]]
    expect([hours.hours, hours.hasHours, week.hours, week.hasHours]).toEqual([null, false, null, false])
    // Hours that begin later say nothing of the days before.
    const always = { _tag: "SetStationHours", station: "port", hours: { always: true }, from: "2026-12-01" }
    const { shop, say, ask: askNew } = await stored()
    using _ = shop
    await say([always])
    const tallied = async (at: string) => (await askNew("stations", "--open-at", at)).answer.doorTotals
    expect(await tallied("2026-11-30T12:00")).toMatchObject({ noHours: 1 })
    expect(await tallied("2026-12-01T12:00")).toMatchObject({ noHours: 0 })
  })

  it("H-23 whether a desk at a station without hours can be used is not known", async () => {
    const { shop, say, ask: askNew } = await stored()
    using _ = shop
    const desk = { _tag: "InstallServicePoint", point: "w9", sort: "desk", kind: "counter", names: { zh: "九号窗口" } }
    await say([{ ...desk, station: "port", items: ["gas"], at: Date.parse("2026-11-02T09:00+08:00") }])
    const [at] = (await askNew("stations", "port", "--items", "--open-at", "2026-11-25T12:00")).answer.items
    expect(at).toMatchObject({
      available: 0,
      points: [{ inService: true, reachable: null }],
      items: [{ at: [], perhapsAt: [{ id: "w9" }] }]
    })
    // Whatever the hours, it is there.
    expect((await askNew("stations", "port", "--items", "--on", "2026-11-25")).answer.items[0].available).toBe(1)
  })

  it("P-24 says that the calendar ends instead of guessing", async () => {
    const found = await doors("2026-12-31T23:00")
    // The riders' station has hours of every day, for which nobody needs to know the holidays.
    expect(found.filter(([, , until]) => until === "beyondCalendar").map(([id]) => id)).toEqual(["centre", "red"])
    expect((await ask("--open-at", "2031-05-06T12:00")).answer.doorTotals).toEqual({
      open: 2,
      closed: 0,
      noHours: 1,
      beyondCalendar: 2
    })
    const later = (await ask("--on", "2031-05-06")).answer.stations
    expect(later.find(({ id }: Named) => id === "red").hours).toBeNull()
  })

  it("a time alone is one of the day asked about", async () => {
    const { answer } = await ask("--open-at", "12:30", "--on", "2026-11-25")
    expect([answer.on, answer.at]).toEqual(["2026-11-25", "2026-11-25T12:30:00+08:00"])
    expect((await ask("--open-at", "12:30")).answer.at).toBe("2026-11-22T12:30:00+08:00")
  })

  it("H-23 tells what can be had at a moment: something for it works, and its door is open", async () => {
    const at = async (moment: string) => (await ask("--items", "--open-at", moment)).answer.items
    const found = (items: ReadonlyArray<{ station: Named; available: number; offered: number }>) =>
      items.map(({ station, available, offered }) => [station.id, available, offered])
    // By day both counter and device; at night the device in the room that is open day and night.
    expect(found(await at("2026-11-20T10:00"))).toEqual([
      ["centre", 3, 3],
      ["self", 1, 1]
    ])
    expect(found(await at("2026-11-20T23:00"))).toEqual([
      ["centre", 2, 3],
      ["self", 1, 1]
    ])
    const [centre, self] = await at("2026-11-21T23:00")
    expect([self.available, self.points[0].reason]).toEqual([0, "缺纸"])
    expect(centre.items[2]).toMatchObject({ item: { id: "licence" }, at: [{ id: "d1" }], minutesSaved: 50 })
  })

  it("P-40 tells which of the six haves a station lacks, and which were never assessed", async () => {
    const { answer } = await ask()
    const sixHaves = answer.stations.map((row: { standards: ReadonlyArray<{ on: string | null; missing: [] }> }) => [
      row.standards[0]?.on,
      row.standards[0]?.missing.length
    ])
    expect(sixHaves).toEqual([
      ["2026-03-02", 0],
      ["2026-03-02", 2],
      [null, 6],
      [null, 6],
      [null, 6]
    ])
  })

  it("P-40 H-09 F-15 F-08 tells all that is known of a station", async () => {
    const { detail } = (await ask("centre", "--on", "2026-11-23")).answer
    expect(detail).toMatchObject({
      space: { source: "integrated", owner: { id: "wy" } },
      openTo: [{ id: "b2" }],
      catchment: { minutes: 15, enterprises: { value: 400, qualifier: "atLeast" }, households: null },
      present: [{ stationing: "tax-monday", department: { id: "tax" }, open: "14:00", close: "16:00" }],
      facilities: [{ facility: { id: "canteen" }, quantity: { value: 120, qualifier: "about" } }]
    })
    expect(detail.rooms[0]).toMatchObject({
      room: { id: "forum" },
      capacity: 40,
      outages: [{ window: { open: "14:00", close: "18:00" }, reason: "粉刷" }],
      booked: [{ booking: "b-1", open: "12:00", close: "13:00" }]
    })
    expect(detail.week).toHaveLength(7)
    expect((await ask("centre", "--on", "2026-11-24")).answer.detail.present).toEqual([])
  })

  it("H-15 shows what is shared by time: windows for each audience, what is given out and what is free", async () => {
    const { answer } = await ask("bays", "--open-at", "2026-11-25T12:30")
    expect([answer.facility.id, answer.stations, answer.station, answer.within]).toEqual(["bays", [], null, null])
    const [bays] = answer.facilities
    const free = (value: number) => ({ value, qualifier: "atLeast" })
    // At noon both firms are there at once; at night the residents have theirs.
    expect(bays).toMatchObject({
      shared: true,
      quantity: free(40),
      windows: [
        { audience: { id: "staff" }, open: "08:00", close: "18:00", allocated: 20, free: free(20) },
        { audience: { id: "residents" }, open: "19:00", close: "24:00", allocated: 30, free: free(10) }
      ],
      allocations: [
        { allocation: "trade", unit: { id: "e2" }, spaces: 12, to: "2027-01-01", now: true },
        { allocation: "lunch", unit: { id: "e1" }, spaces: 8, now: true },
        { allocation: "night", unit: { id: "wy" }, spaces: 30, now: false }
      ],
      now: { allocated: 20, free: free(20), audiences: [{ id: "staff" }] }
    })
  })

  it("H-15 what is free is told for the moment asked about, by the place or by the station of the facility too", async () => {
    const now = async (at: string) => (await ask("b2", "--open-at", at)).answer.facilities[0].now
    expect(await now("2026-11-25T18:30")).toMatchObject({ allocated: 0, audiences: [] })
    expect(await now("2026-11-25T23:59")).toMatchObject({ allocated: 30, free: { value: 10 } })
    expect(await now("2026-11-25T16:59")).toMatchObject({ allocated: 12, free: { value: 28 } })
    expect(await now("2026-11-25T17:00")).toMatchObject({ allocated: 0, audiences: [{ id: "staff" }] })
    // A Saturday is for residents only; before the first day and after the last nobody has any.
    const windows = async (on: string) => (await ask("bays", "--on", on)).answer.facilities[0]
    expect((await windows("2026-11-28")).windows.map((one: { audience: Named }) => one.audience.id)).toEqual([
      "residents"
    ])
    expect((await windows("2026-11-28")).now).toBeNull()
    expect((await windows("2026-11-01")).allocations).toEqual([])
    expect((await windows("2031-05-06")).windows).toBeNull()
    // Of an estimate nobody can say how many are left, and a canteen is for everybody at all times.
    const [canteen] = (await ask("centre", "--on", "2026-11-25")).answer.detail.facilities
    expect(canteen).toMatchObject({ shared: false, windows: [], allocations: [], now: null })
    expect((await ask("--on", "2026-11-25")).answer.facilities).toBeNull()
  })

  it("H-15 how much is left of what is known only roughly is not known", async () => {
    const { shop, say, ask: askNew } = await stored()
    using _ = shop
    const shared = [{ days: {}, windows: [{ open: "11:00", close: "13:00" }] }]
    await say([{ _tag: "SetSharedWindows", facility: "canteen", audience: "staff", shared, from: "2026-02-01" }])
    const { answer } = await askNew("stations", "centre", "--open-at", "2026-11-25T12:00")
    expect(answer.detail.facilities[0]).toMatchObject({
      shared: true,
      windows: [{ allocated: 0, free: null }],
      now: { allocated: 0, free: null, audiences: [{ id: "staff" }] }
    })
  })

  interface Building {
    readonly place: Named
    readonly staff: { readonly value: number; readonly qualifier: string } | null
  }
  const told = (all: ReadonlyArray<Building>) =>
    all.map(({ place, staff }) => [place.id, staff && `${staff.qualifier} ${staff.value}`])

  it("H-11 names buildings with much staff and no station in reach, and those of which nobody knows how much", async () => {
    const { gaps } = (await ask("--gaps")).answer
    expect(gaps).toMatchObject({ atLeast: 100, reach: "building", buildings: 5, covered: 3, found: 1, unsureFound: 1 })
    // One of its two firms told: at least so many, which is enough.
    expect(told(gaps.uncovered)).toEqual([["b4", "atLeast 130"]])
    expect(gaps.uncovered[0]).toMatchObject({ cluster: { id: "north" }, enterprises: 2, told: 1, published: null })
    expect(told(gaps.unsure)).toEqual([["b5", null]])
    expect([gaps.staff, gaps.staffCovered]).toEqual([
      { value: 980, qualifier: "atLeast" },
      { value: 850, qualifier: "atLeast" }
    ])
    // A lower bound below the line leaves open on which side of it the building is.
    expect(told((await ask("--gaps", "--staff", "131")).answer.gaps.unsure)).toEqual([
      ["b4", "atLeast 130"],
      ["b5", null]
    ])
  })

  it("H-11 most staff first; what was published counts where enterprises told less, what all of them told counts most", async () => {
    const before = (await ask("--gaps", "--on", "2026-01-04", "--staff", "1")).answer.gaps
    // Nothing of 2025 was told by then, nor published.
    expect(told(before.uncovered)).toEqual([["b3", "exact 90"]])
    expect(before.uncovered[0].years).toEqual({ first: 2024, last: 2024 })
    expect(ids(before.unsure.map(({ place }: Building) => place))).toEqual(["b1", "b2", "b4", "b5"])
    const { shop, say, ask: askNew } = await stored()
    using _ = shop
    await say(
      ["red", "rider", "centre", "port", "self"].map((id) => ({ _tag: "CloseStation", station: id, to: "2026-11-01" }))
    )
    const all = (await askNew("stations", "--gaps", "--on", "2026-11-02")).answer.gaps
    expect(told(all.uncovered)).toEqual([
      ["b2", "atLeast 500"],
      ["b1", "exact 240"],
      ["b4", "atLeast 130"],
      ["b3", "exact 110"]
    ])
    expect(all.uncovered[0]).toMatchObject({ told: 0, published: { on: "2025-12-31", source: "街道简报" } })
  })

  it("H-11 a station reaches the buildings it opened to, and with --reach cluster all of its cluster", async () => {
    const { shop, say, ask: askNew } = await stored()
    using _ = shop
    const covered = async (...argv: ReadonlyArray<string>) =>
      (await askNew("stations", "--gaps", ...argv)).answer.gaps.covered
    await say([{ _tag: "CloseStation", station: "red", to: "2026-11-01" }])
    // Nothing is in b2 any more, but the centre in b1 opened to it.
    expect(await covered("cbd")).toBe(2)
    await say([{ _tag: "AddressAudiences", station: "centre", audiences: ["enterprises"], from: "2026-11-10" }])
    expect(await covered("cbd")).toBe(1)
    expect(await covered("cbd", "--reach", "cluster")).toBe(2)
    expect([await covered("--reach", "cluster"), await covered("b2")]).toEqual([3, 0])
    expect((await askNew("stations", "tax", "--gaps")).answer.gaps).toMatchObject({ buildings: 0, found: 0 })
  })

  const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, code: number, expected: object]> = [
    [["centrr"], 1, { code: "cli/StationUnknown", station: "centrr", nearest: "centre" }],
    [["harbor"], 1, { code: "cli/StationUnknown", nearest: "harbour" }],
    [["bay"], 1, { code: "cli/StationUnknown", nearest: "bays" }],
    [["bays", "--on", "2025-12-31"], 1, { code: "cli/StationUnknown" }],
    [["bays", "--gaps"], 2, { code: "cli/OptionsClash", options: ["--gaps", "bays"] }],
    [[""], 1, { code: "cli/StationUnknown" }],
    [["bays", "--items"], 2, { code: "cli/OptionsClash", options: ["bays", "--items"] }],
    [["bays", "--kind", "riderStation"], 2, { code: "cli/OptionsClash" }],
    [["--on", "2023-02-30"], 2, { code: "cli/OptionInvalid", option: "--on" }],
    [["no blanks"], 1, { code: "cli/StationUnknown" }],
    [["old"], 1, { code: "cli/StationUnknown", on: "2026-11-22" }],
    [["--open-at", "noon"], 2, { code: "cli/OptionInvalid", option: "--open-at" }],
    [["--open-at", "25:00"], 2, { code: "cli/OptionInvalid" }],
    [["--open-at", "2026-02-30T10:00"], 2, { code: "cli/OptionInvalid" }],
    [["--open-at", "2026-11-25T10:00", "--on", "2026-11-25"], 2, { code: "cli/OptionsClash" }],
    [["--gaps", "--open-at", "12:30"], 2, { code: "cli/OptionsClash", options: ["--gaps", "--open-at"] }],
    [["--gaps", "--items"], 2, { code: "cli/OptionsClash" }],
    [["centre", "--gaps"], 2, { code: "cli/OptionsClash", options: ["--gaps", "centre"] }],
    [["--staff", "300"], 2, { code: "cli/OptionMissing", options: ["--gaps"] }],
    [["--gaps", "--staff", "many"], 2, { code: "cli/OptionInvalid", option: "--staff" }],
    [["--gaps", "--staff=-1"], 2, { code: "cli/OptionInvalid", option: "--staff" }],
    [["--gaps", "--reach", "city"], 2, { code: "cli/OptionInvalid", option: "--reach" }],
    [["--kind", "pub"], 2, { code: "cli/OptionInvalid", option: "--kind" }],
    [["--items", "--open-at", "2031-05-06T10:00"], 1, { code: "kernel/CalendarYearUnknown" }]
  ]
  it.each(wrong)("refuses %j and says what is wrong", async (argv, expected, error) => {
    const { code, answer } = await ask(...argv)
    expect([code, answer.error]).toMatchObject([expected, error])
  })
})
