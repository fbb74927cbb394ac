import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { City } from "louyu"
import { commands as aboutProgrammes } from "./programmeCommands.ts"
import { instant, Workshop } from "./shell.ts"
import { commands } from "./stationCommands.ts"

const folder = fileURLToPath(new URL("../fixtures/stations", import.meta.url))
const store = "sqlite:store.db"

type Questions = ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]>

/** Every question about stations, as it is typed. */
export const aboutStations: Questions = [
  ["stations", ["stations"]],
  ["stations-open", ["stations", "--open-at", "12:30", "--on", "2026-11-25"]],
  ["stations-holiday", ["stations", "--open-at", "2026-10-01T20:00"]],
  ["stations-items", ["stations", "--items", "--open-at", "2026-11-25T19:00"]],
  ["stations-one", ["stations", "centre", "--on", "2026-11-23"]],
  ["stations-cluster", ["stations", "harbour"]],
  ["stations-kind", ["stations", "--kind", "riderStation"]],
  ["stations-shared", ["stations", "bays", "--open-at", "2026-11-25T12:30"]],
  ["stations-shared-place", ["stations", "b2", "--on", "2026-11-28"]],
  ["stations-gaps", ["stations", "--gaps"]],
  ["stations-gaps-before", ["stations", "--gaps", "--on", "2026-01-04", "--staff", "200", "--limit", "1"]],
  ["stations-gaps-none", ["stations", "cbd", "--gaps", "--reach", "cluster"]],
  ["stations-nothing", ["stations", "--on", "2025-12-31"]]
]

/** Every question about who is on duty, as it is typed. */
export const aboutDuty: Questions = [
  ["duty", ["duty"]],
  ["duty-day", ["duty", "--on", "2026-11-23"]],
  ["duty-at", ["duty", "--at", "2026-11-23T12:30"]],
  ["duty-week", ["duty", "--on", "2026-11-23", "--days", "7", "--station", "red"]],
  ["duty-unit", ["duty", "--on", "2026-11-24", "--unit", "fire"]],
  ["duty-feed", ["duty", "--unit", "fire", "--ics"]],
  ["duty-later", ["duty", "--on", "2031-05-06"]],
  ["rota", ["rota"]],
  ["rota-generate", ["rota", "generate", "next"]],
  ["rota-again", ["rota", "generate", "winter", "--limit", "8"]],
  ["rota-review", ["rota", "review", "winter"]],
  ["rota-publish", ["rota", "publish", "winter", "--through", "2026-12-09"]]
]

/** Every question about wishes, as it is typed. */
export const aboutWishes: Questions = [
  ["wishes", ["wishes"]],
  ["wishes-place", ["wishes", "--place", "b1", "--state", "fulfilled"]],
  ["wishes-overdue", ["wishes", "--overdue", "--days", "20"]],
  ["wishes-before", ["wishes", "--on", "2026-10-12"]],
  ["wishes-nothing", ["wishes", "--on", "2026-02-01"]]
]

/** Every question about annual lists, as it is typed. */
export const aboutLists: Questions = [
  ["projects-both", ["projects"]],
  ["projects-annual", ["projects", "--annual", "--on", "2026-06-15"]],
  ["projects-year", ["projects", "--year", "2025"]]
]

/** Every question about activities, as it is typed. */
export const aboutActivities: Questions = [
  ["activities", ["activities"]],
  ["activities-before", ["activities", "--on", "2026-05-31", "--by", "jobs"]],
  ["activities-place", ["activities", "--place", "harbour", "--from", "2026-09-01", "--to", "2026-10-01"]],
  ["activities-lines", ["activities", "--work-lines"]],
  ["activities-lines-before", ["activities", "--work-lines", "--on", "2026-01-20"]],
  ["activities-nothing", ["activities", "--year", "2024"]]
]

/** Every question about agreements, as it is typed. */
export const aboutAgreements: Questions = [
  ["agreements", ["agreements"]],
  ["agreements-before", ["agreements", "--on", "2026-05-01", "--days", "10"]],
  ["agreements-place", ["agreements", "--place", "harbour"]],
  ["agreements-nothing", ["agreements", "--on", "2026-01-02"]]
]

/** Every question about stations and what is done at them. */
export const questions: Questions = [
  ...aboutStations,
  ...aboutDuty,
  ...aboutWishes,
  ...aboutLists,
  ...aboutActivities,
  ...aboutAgreements
]

let kept: Promise<Uint8Array> | undefined

const fixed = Effect.map(Clock.Clock, (clock) => ({
  ...clock,
  currentTimeMillisUnsafe: () => instant,
  currentTimeMillis: Effect.succeed(instant)
}))

const say = (file: string, said: ReadonlyArray<object>): Promise<void> =>
  Effect.gen(function* () {
    const opened = yield* Layer.build(SqliteStore.layer({ file }))
    const city = yield* Effect.provideContext(City.open({ tenant: "stations" }), opened)
    const decoded = yield* Effect.forEach(said, (one) => city.decode(one))
    yield* city.dispatchAll(decoded, { actor: "tests" })
  }).pipe(
    Effect.scoped,
    (work) => Effect.flatMap(fixed, (clock) => Effect.provideService(work, Clock.Clock, clock)),
    Effect.runPromise
  )

const loadOnce = async (): Promise<Uint8Array> => {
  using shop = new Workshop()
  const { code, err } = await shop.run(["load", folder, "--store", store])
  if (code !== 0) throw new Error(`the folder of these tests cannot be loaded: ${err}`)
  await say(join(shop.folder, "store.db"), [...commands, ...aboutProgrammes])
  return readFileSync(join(shop.folder, "store.db"))
}

/** A folder with a store that holds that city: `store.db`. */
export const stored = async () => {
  kept ??= loadOnce()
  const bytes = await kept
  const shop = new Workshop()
  writeFileSync(join(shop.folder, "store.db"), bytes)
  return {
    shop,
    folder,
    say: (said: ReadonlyArray<object>) => say(join(shop.folder, "store.db"), said),
    run: (argv: ReadonlyArray<string>, language = "en") => shop.run([...argv, "--store", store, "--lang", language]),
    ask: async (...argv: ReadonlyArray<string>) => {
      const { code, out } = await shop.run([...argv, "--store", store, "--json"])
      return { code, answer: JSON.parse(out) }
    }
  }
}
