import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { type Ask, type Connections, connections } from "./Connections.ts"
import { isAlreadyThere, sqlState } from "./errors.ts"
import { migrations } from "./migrations/index.ts"
import { type Place, quoted, type Target, target } from "./Place.ts"

/** The schema version this release reads and writes. */
export const schemaVersion = migrations.length

/** The table that says whose the schema is and of which version. */
const mark = "louyu_store"

/** What is found at a place; a schema that does not exist and one without tables are told apart. */
type Found =
  | { readonly _tag: "Nothing" | "Empty" | "Foreign" }
  | { readonly _tag: "Store"; readonly version: number; readonly partitions: number }

// Encodings in which every character of ours can be kept.
const encodings = ["UTF8", "SQL_ASCII"]

const look = `SELECT
  (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = $1),
  (SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1),
  (SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relname = '${mark}'),
  pg_catalog.current_setting('server_encoding')`

const inspect = async (
  ask: Ask,
  schema: string,
  lock: "" | "FOR UPDATE" = ""
): Promise<Found & { encoding: string }> => {
  const [row] = await ask({ text: look }, [schema])
  const encoding = row?.[3] ?? ""
  if (row?.[0] === null) return { _tag: "Nothing", encoding }
  if (Number(row?.[1]) === 0) return { _tag: "Empty", encoding }
  if (Number(row?.[2]) === 0) return { _tag: "Foreign", encoding }
  const text = `SELECT version, partitions FROM ${quoted(schema)}.${mark} ${lock}`
  const [found] = await ask({ text })
  if (found === undefined) return { _tag: "Foreign", encoding }
  return { _tag: "Store", version: Number(found[0]), partitions: Number(found[1]), encoding }
}

// A table of our name with other columns is somebody else's.
const inspected = (opened: Connections): Effect.Effect<Found, StoreError.StoreError> =>
  opened.run(async () => {
    try {
      return await opened.use((ask) => inspect(ask, opened.target.schema))
    } catch (cause) {
      if (sqlState(cause) === "42703") return { _tag: "Foreign" } as const
      throw cause
    }
  })

const supported = (
  { name: store }: Target,
  found: Found
): Effect.Effect<{ readonly version: number; readonly partitions: number }, StoreError.StoreError> => {
  switch (found._tag) {
    case "Nothing":
      return Effect.fail(new StoreError.StoreMissing({ store }))
    case "Foreign":
      return Effect.fail(new StoreError.StoreForeign({ store }))
    case "Empty":
      return Effect.succeed({ version: 0, partitions: 0 })
    default:
      return found.version > schemaVersion
        ? Effect.fail(new StoreError.StoreNewer({ store, found: found.version, supported: schemaVersion }))
        : Effect.succeed(found)
  }
}

/**
 * Makes sure that a place holds a store of this release.
 *
 * Fails: `StoreMissing`, `StoreForeign`, `StoreNewer`; `StoreNotMigrated` when the store is older.
 */
export const checked = (opened: Connections): Effect.Effect<void, StoreError.StoreError> =>
  Effect.gen(function* () {
    const { version: found } = yield* supported(opened.target, yield* inspected(opened))
    if (found === schemaVersion) return
    return yield* new StoreError.StoreNotMigrated({ store: opened.target.name, found, needed: schemaVersion })
  })

// All steps in one transaction with the version they lead to: a store is never between two versions.
const bringUp = async (ask: Ask, name: string, from: number, partitions: number): Promise<void> => {
  const schema = quoted(name)
  for (const step of migrations.slice(from)) await ask({ text: step({ schema, partitions }) })
  await ask({ text: `UPDATE ${schema}.${mark} SET version = $1` }, [schemaVersion])
}

const begun = async (ask: Ask, name: string, partitions: number): Promise<void> => {
  const schema = quoted(name)
  await ask({ text: `CREATE SCHEMA IF NOT EXISTS ${schema}` })
  await ask({ text: `CREATE TABLE ${schema}.${mark} (version integer NOT NULL, partitions integer NOT NULL)` })
  await ask({ text: `INSERT INTO ${schema}.${mark} VALUES (0, $1)` }, [partitions])
}

/**
 * How to make a store.
 *
 * Shape: `partitions` divides the table of events by a hash of the tenant into so many parts; none unless told
 * otherwise, and it cannot be changed later.
 */
export interface Creation extends Place {
  readonly partitions?: number
}

/**
 * Makes a new, empty store: a schema with its tables. The database must exist.
 *
 * Fails: `StoreExists` when the schema holds something already, also a store; nothing is changed then. `StoreMissing`
 * when there is no such database. `StoreUnavailable` when the database cannot keep all characters.
 */
export const create = (creation: Creation): Effect.Effect<void, StoreError.StoreError | StoreError.StoreExists> =>
  Effect.gen(function* () {
    const { partitions = 0 } = creation
    const opened = yield* Effect.flatMap(target(creation), (at) => connections(at))
    const { name: store, schema } = opened.target
    const exists = new StoreError.StoreExists({ store })
    const found = yield* opened.write(async () => {
      try {
        return await opened.transaction(async (ask) => {
          const before = await inspect(ask, schema)
          const free = before._tag === "Nothing" || before._tag === "Empty"
          const able = encodings.includes(before.encoding)
          if (!free || !able) return { keep: false, value: free ? before.encoding : false }
          await begun(ask, schema, partitions)
          await bringUp(ask, schema, 0, partitions)
          return { keep: true, value: true }
        })
      } catch (cause) {
        if (isAlreadyThere(cause) || sqlState(cause) === "42703") return false
        throw cause
      }
    })
    if (found === false) return yield* exists
    if (found === true) return
    return yield* new StoreError.StoreUnavailable({ store, reason: "cannotOpen", detail: `server_encoding ${found}` })
  }).pipe(Effect.scoped)

/**
 * Brings an older store to the schema version of this release, all steps or none; back it up first.
 *
 * Shape: the versions before and after, equal when there was nothing to do.
 * Fails: `StoreMissing`, `StoreForeign` or `StoreNewer`; nothing is changed then.
 */
export const migrate = (
  place: Place
): Effect.Effect<{ readonly from: number; readonly to: number }, StoreError.StoreError> =>
  Effect.gen(function* () {
    const opened = yield* Effect.flatMap(target(place), (at) => connections(at))
    const { schema } = opened.target
    const before = yield* supported(opened.target, yield* inspected(opened))
    if (before.version === schemaVersion) return { from: schemaVersion, to: schemaVersion }
    return yield* opened.write(() =>
      opened.transaction(async (ask) => {
        // Whoever else migrates meanwhile is waited for, and the version is read again under the lock.
        const found = await inspect(ask, schema, "FOR UPDATE")
        const { version: from, partitions } = found._tag === "Store" ? found : { version: 0, partitions: 0 }
        if (found._tag !== "Store") await begun(ask, schema, partitions)
        await bringUp(ask, schema, from, partitions)
        return { keep: true, value: { from, to: schemaVersion } }
      })
    )
  }).pipe(Effect.scoped)
