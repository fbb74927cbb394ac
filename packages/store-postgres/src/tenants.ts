import { Identifier } from "@louyu/kernel"
import type { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { connections } from "./Connections.ts"
import { checked } from "./migrate.ts"
import { type Place, quoted, target } from "./Place.ts"

const isTenant = Schema.is(Identifier.TenantId)

/**
 * The tenants that have events in a store, in order: for whoever opens a store and does not know whose it is.
 *
 * Fails: like opening the store.
 * Cost: one row for each tenant.
 */
export const tenants = (place: Place): Effect.Effect<ReadonlyArray<Identifier.TenantId>, StoreError.StoreError> =>
  Effect.gen(function* () {
    const opened = yield* Effect.flatMap(target(place), (at) => connections(at))
    yield* checked(opened)
    const text = `SELECT tenant FROM ${quoted(opened.target.schema)}.tenants WHERE position > 0 ORDER BY tenant`
    const rows = yield* opened.run(() => opened.ask({ text }, []))
    return rows.map(([tenant]) => tenant).filter(isTenant)
  }).pipe(Effect.scoped)
