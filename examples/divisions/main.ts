import { mkdirSync, rmSync, statSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Identifier } from "@louyu/kernel"
import { Search, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Effect from "effect/Effect"
import { openCity } from "louyu"
import * as Bar from "./Bar.ts"
import { asOf, read } from "./Division.ts"
import { textOf } from "./source.ts"

/** Loads every division of China into SQLite and asks for paths, counts and names: `node examples/divisions/main.ts`. */
const out = fileURLToPath(new URL("../../out/", import.meta.url))
const file = `${out}divisions.sqlite`
mkdirSync(out, { recursive: true })
for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true })

const began = performance.now()
const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
let peakBytes = 0
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
}, 50)
const number = (n: number) => n.toLocaleString("en")

const levels = read(textOf)
for (const { level, rows, commands, rejected } of levels) {
  console.log(`${level.kind.padEnd(10)} ${number(rows).padStart(8)} rows  ${number(commands.length).padStart(8)} taken`)
  for (const { file: name, row, reason } of rejected) console.log(`  ${name} row ${row} left out: ${reason}`)
}

await Effect.runPromise(SqliteStore.create({ file }))
const bar = Bar.make(process.stderr)
const report: typeof bar.report = (progress) => {
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
  bar.report(progress)
}
const city = await openCity({
  tenant: "china",
  profile: Profiles.divisions,
  store: SqliteStore.layer({ file }),
  report
})
const { events } = await city.dispatchAll(
  levels.flatMap((level) => level.commands),
  { actor: "example" },
  { report }
)
bar.end()
console.log(`${number(events.length)} events recorded after ${seconds()} s`)

const view = await city.organisation.on(asOf)
const names = (id: string) =>
  View.path(view, "location", Identifier.UnitId.make(id))
    .map((unit) => View.label(view, unit).zh)
    .join(" / ")
console.log(`levels  ${View.levelCounts(view, "location").map(number).join(" · ")}`)
console.log(`path    ${names("330482001001")}`)
for (const { unit, name } of Search.find(view.state, asOf, "當湖", 5)) console.log(`当湖    ${name}: ${names(unit)}`)
await city.close()
clearInterval(watch)
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
console.log(`${seconds()} s, ${megabytes(peakBytes)} of memory at most, a file of ${megabytes(statSync(file).size)}`)
