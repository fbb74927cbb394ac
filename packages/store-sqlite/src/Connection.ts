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
        error._tag === "StoreUnavailable" && mode !== "rwc" && !existsSync(file)
          ? new StoreError.StoreMissing({ store: file })
          : error
      )
    ),
    ({ db }) => Effect.sync(() => db.close())
  )

// Mark, version and number of tables, asked at once so that nobody changes them in between.
const header = `SELECT
  (SELECT application_id FROM pragma_application_id) AS mark,
  (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT count(*) FROM sqlite_schema) AS tables`

/**
 * The schema version of a file; 0 for an empty one.
 *
 * Fails: `StoreForeign` when the file is somebody else's, `StoreNewer` when a later release wrote it.
 */
export const versionOf = ({ db, file, busyTimeoutMillis }: Connection): Effect.Effect<number, StoreError.StoreError> =>
  Effect.gen(function* () {
    const row = yield* whenFree(file, busyTimeoutMillis, () => db.prepare(header).get())
    const [mark, found, tables] = [Number(row?.mark), Number(row?.version), Number(row?.tables)]
    if (mark === 0 && found === 0 && tables === 0) return 0
    if (mark !== applicationId) return yield* new StoreError.StoreForeign({ store: file })
    if (found > schemaVersion) return yield* new StoreError.StoreNewer({ store: file, found, supported: schemaVersion })
    return found
  })

/**
 * Opens a file that holds a store of this release, and neither makes nor migrates one.
 *
 * Fails: as {@link connect} and {@link versionOf}; `StoreNotMigrated` when the store is older.
 */
export const connectStore = (
  file: string,
  mode: "ro" | "rw",
  busyTimeoutMillis: number
): Effect.Effect<Connection, StoreError.StoreError, Scope.Scope> =>
  Effect.gen(function* () {
    const connection = yield* connect(file, mode, busyTimeoutMillis)
    const found = yield* versionOf(connection)
    if (found === schemaVersion) return connection
    return yield* new StoreError.StoreNotMigrated({ store: file, found, needed: schemaVersion })
  })
