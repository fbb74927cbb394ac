import { rmSync, statSync } from "node:fs"
import { Identifier } from "@louyu/kernel"
import { Search, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Effect from "effect/Effect"
import { openCity, type Progress } from "louyu"
import { asOf, read } from "./Division.ts"

/** What the tour needs: the list, a file to write, where to print, and whom to tell of progress. */
export interface Setting {
  readonly file: string
  readonly print: (line: string) => void
  readonly report: Progress.Report
  readonly textOf: (file: string) => string
  /** A division to show the path of, and a name to look for. */
  readonly show: string
  readonly find: string
}

const number = (n: number): string => n.toLocaleString("en")
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Loads the divisions of China into a new SQLite file and asks for counts, a path and a name. */
export const tour = async ({ textOf, file, print, report, show, find }: Setting): Promise<void> => {
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  let peakBytes = 0
  const look = () => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
  }
  const watching: Progress.Report = (progress) => {
    look()
    report(progress)
  }

  const levels = read(textOf)
  for (const { level, rows, commands, rejected } of levels) {
    print(
      `${level.kind.padEnd(10)} ${number(rows).padStart(8)} rows, ${number(commands.length).padStart(8)} of them taken`
    )
    for (const { file: name, row, reason } of rejected) print(`  ${name} row ${row} left out: ${reason}`)
  }
  const commands = levels.flatMap((level) => level.commands)

  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true })
  await Effect.runPromise(SqliteStore.create({ file }))
  const city = await openCity({ tenant: "china", profile: Profiles.divisions, store: SqliteStore.layer({ file }) })
  const { events } = await city.dispatchAll(commands, { actor: "example" }, { report: watching })
  print(`${number(events.length)} events recorded after ${seconds()} s`)

  const view = await city.organisation.on(asOf)
  const path = (id: string) =>
    View.path(view, "location", Identifier.UnitId.make(id))
      .map((unit) => View.label(view, unit).zh)
      .join(" / ")
  print(`levels  ${View.levelCounts(view, "location").map(number).join(" · ")}`)
  print(`path    ${show}: ${path(show)}`)
  for (const { unit, name } of Search.find(view.state, asOf, find, 5)) print(`search  ${find}: ${name}, ${path(unit)}`)
  look()
  await city.close()
  const { user, system } = process.cpuUsage()
  const processor = ((user + system) / 1e6).toFixed(1)
  print(
    `${seconds()} s (${processor} s of processor time), at most ${megabytes(peakBytes)} of memory, a file of ${megabytes(statSync(file).size)}`
  )
}
