import { EventStore, type StoreError, Vault } from "@louyu/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { connections } from "./Connections.ts"
import { eventStore } from "./events.ts"
import { checked } from "./migrate.ts"
import { type Place, target } from "./Place.ts"
import { vault } from "./people.ts"
import { statements } from "./statements.ts"
import { Writer } from "./Writer.ts"

export { type Creation, create, migrate } from "./migrate.ts"
export type { Place, Server } from "./Place.ts"
export { scrub } from "./scrub.ts"
export { tenants } from "./tenants.ts"

/**
 * How to open a store.
 *
 * Shape: `poolSize` is how many connections there are at most, 10 unless told otherwise; appends of one tenant use one
 * of them.
 */
export interface Options extends Place {
  readonly poolSize?: number
  readonly readOnly?: boolean
}

const open = (options: Options) =>
  Effect.gen(function* () {
    const { poolSize: size = 10, pooler = false, readOnly = false } = options
    const opened = yield* Effect.flatMap(target(options), (at) => connections(at, { size, readOnly }))
    yield* checked(opened)
    const use = statements(opened.target.schema, !pooler)
    const writer = new Writer(opened, use)
    return Context.make(EventStore.EventStore, eventStore(opened, use, writer)).pipe(
      Context.add(Vault.Vault, vault(opened, use))
    )
  })

/**
 * An event store and vault in a schema of a PostgreSQL database. Opening neither makes it nor migrates it.
 *
 * An acknowledged append survives what the server promises to survive: with its settings as they come, the end of the
 * server and of the machine. An append whose answer was lost fails with `StoreUnavailable`, may have been written, and
 * may be sent again.
 *
 * Fails: `StoreMissing`, `StoreForeign`, `StoreNotMigrated`, `StoreNewer`, `StoreUnavailable`. In use also `StoreLocked`
 * when others of the same tenant were in the way for longer than `lockTimeoutMillis`; `StoreUnavailable` with the detail
 * `poolExhausted` when no connection came free within `connectTimeoutMillis`.
 * Cost: one round trip and one commit for an append, shared by those that come while another is under way.
 */
export const layer = (options: Options): Layer.Layer<EventStore.EventStore | Vault.Vault, StoreError.StoreError> =>
  Layer.effectContext(open(options))
