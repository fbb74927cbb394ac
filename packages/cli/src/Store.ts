import { existsSync, rmSync } from "node:fs"
import { resolve } from "node:path"
import { PostgresStore } from "@louyu/store-postgres"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { TenantMissing } from "./CliError.ts"
import { OptionInvalid } from "./UsageError.ts"

/** A store somebody named on the command line. Shape: `name` is how it is shown, without user and password. */
export type Place =
  | { readonly _tag: "Sqlite"; readonly name: string; readonly file: string }
  | { readonly _tag: "Postgres"; readonly name: string; readonly at: PostgresStore.Place }

const form = {
  zh: " sqlite:<文件> 或 postgres:<地址>，例如 sqlite:city.db、postgres://user@host:5432/city",
  en: "of the form sqlite:<file> or postgres:<url>, for example sqlite:city.db, postgres://user@host:5432/city"
}

// What looks like an address may hold a password, also when it is no address.
const shown = (spec: string): string => (/[@/?#]/u.test(spec) ? `${spec.replace(/:.*$/su, "")}:…` : spec.slice(0, 80))

const postgres = (spec: string): Place | undefined => {
  const address = spec.replace(/^postgres:(?=postgres(?:ql)?:)/u, "")
  if (!/^postgres(?:ql)?:\/\//u.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const schema = url.searchParams.get("schema")
  url.searchParams.delete("schema")
  const { host, pathname, search, hash } = url
  if (`${pathname}${search}${hash}`.includes("@")) return undefined
  const name = `postgres://${host}${pathname}${schema === null ? "" : `?schema=${schema}`}`
  return { _tag: "Postgres", name, at: { server: Redacted.make(url.href), ...(schema === null ? {} : { schema }) } }
}

/**
 * Reads `sqlite:<file>`, of which relative ones begin at `cwd`, or `postgres:<url>`.
 *
 * Shape: an address may name the schema (`?schema=louyu`); its password may come from `PGPASSWORD` instead, and is never
 * shown.
 */
export const parse = (cwd: string, spec: string): Result.Result<Place, OptionInvalid> => {
  const file = /^sqlite:(.+)$/su.exec(spec)?.[1]
  const place: Place | undefined =
    file === undefined ? postgres(spec) : { _tag: "Sqlite", name: spec, file: resolve(cwd, file) }
  return place === undefined
    ? Result.fail(new OptionInvalid({ option: "--store", value: shown(spec), expected: form }))
    : Result.succeed(place)
}

/** Tells whether there is something at a place already; what cannot be looked at is taken for something. */
export const exists = (place: Place): Effect.Effect<boolean> =>
  place._tag === "Sqlite"
    ? Effect.sync(() => existsSync(place.file))
    : Effect.match(PostgresStore.tenants(place.at), {
        onSuccess: () => true,
        onFailure: (problem) => problem._tag !== "StoreMissing"
      })

/** Opens a store for as long as the scope. */
export const open = (place: Place, { readOnly }: { readonly readOnly: boolean }) =>
  Layer.build(
    place._tag === "Sqlite"
      ? SqliteStore.layer({ file: place.file, readOnly })
      : PostgresStore.layer({ ...place.at, readOnly })
  )

/**
 * Makes a new store. A file is taken away again at the end of the scope unless somebody said to keep it; a schema stays,
 * empty, and is found there the next time.
 */
export const create = Effect.fnUntraced(function* (place: Place) {
  let kept = false
  const keep = () => {
    kept = true
  }
  if (place._tag === "Postgres") {
    yield* PostgresStore.create(place.at)
    return { keep }
  }
  const remove = () => {
    for (const suffix of kept ? [] : ["", "-wal", "-shm"]) rmSync(`${place.file}${suffix}`, { force: true })
  }
  yield* Effect.acquireRelease(SqliteStore.create({ file: place.file }), () => Effect.sync(remove))
  return { keep }
})

/** Brings a store up to date. */
export const migrate = (place: Place) =>
  place._tag === "Sqlite" ? SqliteStore.migrate({ file: place.file }) : PostgresStore.migrate(place.at)

/** The tenant somebody named, or the only one there is. Fails: `TenantMissing`. */
export const tenant = Effect.fnUntraced(function* (place: Place, named: string | undefined) {
  if (named !== undefined) return named
  const tenants = yield* place._tag === "Sqlite"
    ? SqliteStore.tenants({ file: place.file })
    : PostgresStore.tenants(place.at)
  const [only, ...others] = tenants
  if (only !== undefined && others.length === 0) return only
  return yield* new TenantMissing({ store: place.name, tenants })
})
