import { statSync } from "node:fs"
import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { applicationId, type Connection, connect, schemaVersion, versionOf } from "./Connection.ts"
import { migrations } from "./migrations/index.ts"
import { whenFree } from "./whenFree.ts"

/** Where a store is, and how long to wait for others who use it. */
export interface Place {
  readonly file: string
  readonly busyTimeoutMillis?: number
}

/** How long to wait for a busy file unless told otherwise. */
export const defaultBusyTimeoutMillis = 5_000

// All steps in one transaction with the version they lead to: a file is never between two versions.
const bringUp = (connection: Connection, from: number): void => {
  const { db } = connection
  for (const step of migrations.slice(from)) db.exec(step)
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
}

// Whoever else migrates the same file meanwhile is waited for, and the version is read again under the lock.
const locked = <A, E>(
  { db, file, busyTimeoutMillis }: Connection,
  effect: Effect.Effect<A, E>
): Effect.Effect<A, E | StoreError.StoreError> =>
  Effect.acquireUseRelease(
    whenFree(file, busyTimeoutMillis, () => {
      // Kept in the file: every later connection writes ahead too.
      db.exec("PRAGMA journal_mode = WAL")
      db.exec("BEGIN IMMEDIATE")
    }),
    () => Effect.tap(effect, () => whenFree(file, busyTimeoutMillis, () => db.exec("COMMIT"))),
    () => Effect.sync(() => (db.isTransaction ? db.exec("ROLLBACK") : undefined))
  )

const holdsSomething = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0

/**
 * Makes a new, empty store.
 *
 * Fails: `StoreExists` when the file holds something already, also a store; nothing is changed then.
 */
export const create = ({
  file,
  busyTimeoutMillis = defaultBusyTimeoutMillis
}: Place): Effect.Effect<void, StoreError.StoreError | StoreError.StoreExists> =>
  Effect.gen(function* () {
    if (holdsSomething(file)) {
      // What was left by a `create` that was killed holds a header and nothing else; that one may be finished.
      const version = Effect.scoped(Effect.flatMap(connect(file, "rw", busyTimeoutMillis), versionOf))
      const found = yield* Effect.orElseSucceed(version, () => undefined)
      if (found !== 0) return yield* new StoreError.StoreExists({ store: file })
    }
    const connection = yield* connect(file, "rwc", busyTimeoutMillis)
    yield* locked(
      connection,
      Effect.gen(function* () {
        if ((yield* versionOf(connection)) !== 0) return yield* new StoreError.StoreExists({ store: file })
        yield* whenFree(file, busyTimeoutMillis, () => bringUp(connection, 0))
      })
    )
  }).pipe(Effect.scoped)

/**
 * Brings an older store to the schema version of this release, all steps or none; back it up first.
 *
 * Shape: the versions before and after, equal when there was nothing to do.
 * Fails: `StoreMissing`, `StoreForeign` or `StoreNewer`; nothing is changed then.
 */
export const migrate = ({
  file,
  busyTimeoutMillis = defaultBusyTimeoutMillis
}: Place): Effect.Effect<{ readonly from: number; readonly to: number }, StoreError.StoreError> =>
  Effect.gen(function* () {
    const connection = yield* connect(file, "rw", busyTimeoutMillis)
    if ((yield* versionOf(connection)) === schemaVersion) return { from: schemaVersion, to: schemaVersion }
    return yield* locked(
      connection,
      Effect.gen(function* () {
        const from = yield* versionOf(connection)
        yield* whenFree(file, busyTimeoutMillis, () => bringUp(connection, from))
        return { from, to: schemaVersion }
      })
    )
  }).pipe(Effect.scoped)
