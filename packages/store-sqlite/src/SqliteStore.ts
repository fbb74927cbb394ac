import { EventStore, type StoreError, Vault } from "@louyu/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type Connection, connectStore } from "./Connection.ts"
import { eventStore } from "./events.ts"
import { defaultBusyTimeoutMillis, type Place } from "./migrate.ts"
import { vault } from "./people.ts"
import { prepare } from "./statements.ts"
import { Writer } from "./Writer.ts"
import { whenFree } from "./whenFree.ts"

export { create, migrate, type Place } from "./migrate.ts"
export { tenants } from "./tenants.ts"

/**
 * How to open a store.
 *
 * Shape: `synchronous` is what an acknowledged append survives: `"full"` (default) a power failure, `"normal"` the end
 * of the process but perhaps not a power failure, which may take the last appends away, never a part of one.
 * Units: `busyTimeoutMillis` is how long to wait for other programs that use the file, 5000 unless told otherwise; the
 * thread is free meanwhile.
 */
export interface Options extends Place {
  readonly synchronous?: "full" | "normal"
  readonly readOnly?: boolean
}

/** A write-ahead log that grew with a large batch is cut back to so much. */
const journalBytes = 64 * 1_024 * 1_024

const configure = (connection: Connection, synchronous: "full" | "normal"): void => {
  connection.db.exec(`
    PRAGMA synchronous = ${synchronous};
    PRAGMA journal_size_limit = ${journalBytes};
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
  `)
}

const open = ({
  file,
  synchronous = "full",
  readOnly = false,
  busyTimeoutMillis = defaultBusyTimeoutMillis
}: Options) =>
  Effect.gen(function* () {
    const connection = yield* connectStore(file, readOnly ? "ro" : "rw", busyTimeoutMillis)
    const statements = yield* whenFree(file, busyTimeoutMillis, () => {
      configure(connection, synchronous)
      return prepare(connection.db)
    })
    const writer = yield* Effect.acquireRelease(
      Effect.sync(() => new Writer(connection, statements)),
      (w) => Effect.sync(() => w.close())
    )
    return Context.make(EventStore.EventStore, eventStore(connection, statements, writer)).pipe(
      Context.add(Vault.Vault, vault(connection, statements, writer))
    )
  })

/**
 * An event store and vault in one SQLite file. Opening neither makes the file nor migrates it.
 *
 * Fails: `StoreMissing`, `StoreForeign`, `StoreNotMigrated`, `StoreNewer`, `StoreLocked`, `StoreUnavailable`.
 * Cost: one commit for all appends that come within one turn of the event loop; an append of n events holds the thread
 * for about 5 µs an event.
 */
export const layer = (options: Options): Layer.Layer<EventStore.EventStore | Vault.Vault, StoreError.StoreError> =>
  Layer.effectContext(open(options))
