import { Identifier } from "@louyu/kernel"
import type { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { connectStore } from "./Connection.ts"
import { defaultBusyTimeoutMillis, type Place } from "./migrate.ts"
import { whenFree } from "./whenFree.ts"

// One step into the index for each tenant, however many events it has.
const listing = `
WITH RECURSIVE found(tenant) AS (
  SELECT min(tenant) FROM events
  UNION ALL
  SELECT (SELECT min(tenant) FROM events WHERE events.tenant > found.tenant) FROM found WHERE found.tenant IS NOT NULL
)
SELECT tenant FROM found WHERE tenant IS NOT NULL`

const isTenant = Schema.is(Identifier.TenantId)

/**
 * The tenants that have events in a store, in order: for whoever opens a file and does not know whose it is.
 *
 * Fails: like opening the store.
 * Cost: one look into an index for each tenant.
 */
export const tenants = ({
  file,
  busyTimeoutMillis = defaultBusyTimeoutMillis
}: Place): Effect.Effect<ReadonlyArray<Identifier.TenantId>, StoreError.StoreError> =>
  Effect.gen(function* () {
    const connection = yield* connectStore(file, "ro", busyTimeoutMillis)
    const rows = yield* whenFree(file, busyTimeoutMillis, () => connection.db.prepare(listing).all())
    return rows.map((row) => row.tenant).filter(isTenant)
  }).pipe(Effect.scoped)
