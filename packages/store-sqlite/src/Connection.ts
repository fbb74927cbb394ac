import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { pathToFileURL } from "node:url"
import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { migrations } from "./migrations/index.ts"
import { whenFree } from "./whenFree.ts"

/** The mark of our files in SQLite's header: "LOUY". */
export const applicationId = 0x4c_4f_55_59

/** The schema version this release reads and writes. */
export const schemaVersion = migrations.length

/** An open file, closed with its scope. */
export interface Connection {
  readonly db: DatabaseSync
  readonly file: string
  readonly busyTimeoutMillis: number
}

// As URL the path may hold any character, and the mode says that a missing file must not be made.
const location = (file: string, mode: "ro" | "rw" | "rwc"): URL => {
  const url = pathToFileURL(resolve(file))
  url.searchParams.set("mode", mode)
  return url
}

/** Opens a file in the mode given; only `rwc` makes one that is missing. */
export const connect = (
  file: string,
  mode: "ro" | "rw" | "rwc",
  busyTimeoutMillis: number
): Effect.Effect<Connection, StoreError.StoreError, Scope.Scope> =>
  Effect.acquireRelease(
    whenFree(file, busyTimeoutMillis, () => {
      // The driver must not wait itself, it would stop the whole process; `whenFree` does.
      const options = { timeout: 0, readOnly: mode === "ro" }
      return { db: new DatabaseSync(location(file, mode), options), file, busyTimeoutMillis }
    }).pipe(
      Effect.mapError((error) =>
        error._tag === "StoreUnavailable" && !existsSync(file) ? new StoreError.StoreMissing({ store: file }) : error
      )
    ),
    ({ db }) => Effect.sync(() => db.close())
  )

/** A number SQLite keeps about a file. */
export const pragma = (db: DatabaseSync, name: "application_id" | "user_version"): number =>
  Number(db.prepare(`PRAGMA ${name}`).get()?.[name])

/** Nothing was ever put into this file. */
export const isEmpty = (db: DatabaseSync): boolean =>
  pragma(db, "application_id") === 0 &&
  pragma(db, "user_version") === 0 &&
  db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined

/**
 * The schema version of a file; 0 for an empty one.
 *
 * Fails: `StoreForeign` when the file is somebody else's, `StoreNewer` when a later release wrote it.
 */
export const versionOf = ({ db, file, busyTimeoutMillis }: Connection): Effect.Effect<number, StoreError.StoreError> =>
  Effect.gen(function* () {
    const { mark, found, empty } = yield* whenFree(file, busyTimeoutMillis, () => ({
      mark: pragma(db, "application_id"),
      found: pragma(db, "user_version"),
      empty: isEmpty(db)
    }))
    if (empty) return 0
    if (mark !== applicationId) return yield* new StoreError.StoreForeign({ store: file })
    if (found > schemaVersion) return yield* new StoreError.StoreNewer({ store: file, found, supported: schemaVersion })
    return found
  })
