import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CivilDate, Identifier, Text } from "@louyu/kernel"
import { Structure } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Effect from "effect/Effect"
import { type CityDomain, openCity } from "../src/index.ts"

/**
 * What it costs to load and to open a city of many units: `node packages/louyu/scripts/measure.ts [units …]`.
 *
 * The seconds are those of the processor, not of the clock on the wall, so that a busy machine does not count.
 */
const sizes = process.argv.slice(2).map(Number)
const unit = (i: number) => Identifier.UnitId.make(`u${i}`)
const kinds = ["province", "prefecture", "county", "township", "village"].map((id) => Structure.KindId.make(id))
const from = CivilDate.make("2020-01-01")

const establish = (i: number, level: number, within?: number): CityDomain.Command => ({
  _tag: "EstablishUnit",
  unit: unit(i),
  kind: kinds[level] ?? Structure.KindId.make("village"),
  name: Text.of(`第${i}号`),
  from,
  ...(within === undefined ? {} : { within: unit(within) })
})

// One province and prefecture; a county for every 225 units, a township for every 15, villages in between.
const commands = (units: number): ReadonlyArray<CityDomain.Command> => {
  const all = [establish(0, 0), establish(1, 1, 0)]
  let [county, township] = [1, 1]
  for (let i = 2; i < units; i++) {
    if (i % 225 === 2) {
      county = i
      all.push(establish(i, 2, 1))
    } else if (i % 15 === 3) {
      township = i
      all.push(establish(i, 3, county))
    } else all.push(establish(i, township > county ? 4 : 3, Math.max(township, county)))
  }
  return all
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const measure = async (units: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "louyu-measure-"))
  const file = join(folder, "city.db")
  const asked = commands(units)
  await Effect.runPromise(SqliteStore.create({ file }))
  const options = { tenant: "measured", profile: Profiles.divisions, store: SqliteStore.layer({ file }) }
  const load = await seconds(async () => {
    await using city = await openCity(options)
    await city.dispatchAll(asked, { actor: "measure" })
  })
  let events = 0
  const again = await seconds(async () => {
    await using city = await openCity(options)
    events = await city.organisation.version()
  })
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const rate = (s: number) => Math.round(events / s).toLocaleString("en")
  console.log(
    [
      events.toLocaleString("en"),
      `${load.toFixed(1)} s`,
      rate(load),
      `${again.toFixed(1)} s`,
      rate(again),
      `${peak} MB`
    ]
      .map((cell) => cell.padStart(10))
      .join("  ")
  )
  rmSync(folder, { recursive: true, force: true })
}

console.log(["events", "load", "a second", "open", "a second", "peak"].map((head) => head.padStart(10)).join("  "))
for (const units of sizes.length > 0 ? sizes : [6_650, 66_500, 665_000]) await measure(units)
