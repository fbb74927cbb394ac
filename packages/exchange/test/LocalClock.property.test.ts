import { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as LocalClock from "../src/LocalClock.ts"

/** What the clocks of a zone show at a moment, as the machine says. */
const shown = (moment: number, timeZone: string): readonly [day: string, secondOfDay: number] => {
  const parts = new Intl.DateTimeFormat("en-u-ca-iso8601", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit"
  }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ""
  const [hour, minute, second] = ["hour", "minute", "second"].map((type) => Number(part(type)))
  return [`${part("year")}-${part("month")}-${part("day")}`, ((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)]
}

const zones = ["Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo"]
const seconds = fc.integer({ min: Date.UTC(1900, 0, 2) / 1000, max: Date.UTC(2100, 0, 1) / 1000 })
// Where clocks change, every quarter of an hour around the change.
const changes = fc.constantFrom(
  ["America/New_York", Date.UTC(2024, 2, 10, 7)] as const,
  ["America/New_York", Date.UTC(2024, 10, 3, 6)] as const,
  ["Australia/Lord_Howe", Date.UTC(2024, 3, 6, 15)] as const,
  ["Asia/Shanghai", Date.UTC(1986, 4, 3, 18)] as const,
  ["Africa/Cairo", Date.UTC(2024, 3, 25, 22)] as const
)
const around = fc
  .tuple(changes, fc.integer({ min: -200, max: 200 }))
  .map(([[zone, moment], quarters]) => [zone, moment + quarters * 900_000] as const)
const anywhere = fc.tuple(fc.constantFrom(...zones), seconds).map(([zone, second]) => [zone, second * 1000] as const)

describe("the local clock", () => {
  it("gives back the first moment at which clocks showed what they show at a moment", () => {
    fc.assert(
      fc.property(fc.oneof(anywhere, around), ([zone, moment]) => {
        const [day, secondOfDay] = shown(moment, zone)
        const found = LocalClock.make(zone).momentOf(CivilDate.make(day), secondOfDay)
        if (found === undefined) expect.fail(`${day} ${secondOfDay} was shown in ${zone}`)
        expect(found).toBeLessThanOrEqual(moment)
        expect(shown(found, zone)).toEqual([day, secondOfDay])
      }),
      { numRuns: 300 }
    )
  })

  it.each([
    ["America/New_York", "2024-03-10", 2.5],
    ["Asia/Shanghai", "1986-05-04", 2.5],
    ["Australia/Lord_Howe", "2024-10-06", 2.25],
    ["Africa/Cairo", "2024-04-26", 0],
    ["Pacific/Apia", "2011-12-30", 12]
  ])("knows of no moment that clocks of %s never showed: %s at %d", (zone, day, hour) => {
    expect(LocalClock.make(zone).momentOf(CivilDate.make(day), hour * 3_600)).toBeUndefined()
  })
})
