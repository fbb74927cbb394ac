import { existsSync, rmSync } from "node:fs"
import { resolve } from "node:path"
import type { EventStore } from "@louyu/ports"
import { SqliteStore } from "@louyu/store-sqlite"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { OptionInvalid, TenantMissing } from "./CliError.ts"

/** A store somebody named on the command line. */
export interface Place {
  readonly name: string
  readonly file: string
}

const form = { zh: " sqlite:<文件>，例如 sqlite:city.db", en: "of the form sqlite:<file>, for example sqlite:city.db" }

/** Reads `sqlite:<file>`. Relative files begin at `cwd`. */
export const parse = (cwd: string, spec: string): Result.Result<Place, OptionInvalid> => {
  const file = /^sqlite:(.+)$/su.exec(spec)?.[1]
  return file === undefined
    ? Result.fail(new OptionInvalid({ option: "--store", value: spec.slice(0, 80), expected: form }))
    : Result.succeed({ name: spec, file: resolve(cwd, file) })
}

/** Tells whether there is something at a place already. */
export const exists = (place: Place): boolean => existsSync(place.file)

/** Opens a store for as long as the scope. */
export const open = (place: Place, { readOnly }: { readonly readOnly: boolean }) =>
  Layer.build(SqliteStore.layer({ file: place.file, readOnly }))

/**
 * Makes a new store, which is taken away again at the end of the scope unless somebody said to keep it.
 */
export const create = Effect.fnUntraced(function* (place: Place) {
  let kept = false
  const remove = () => {
    for (const suffix of kept ? [] : ["", "-wal", "-shm"]) rmSync(`${place.file}${suffix}`, { force: true })
  }
  yield* Effect.acquireRelease(SqliteStore.create({ file: place.file }), () => Effect.sync(remove))
  const keep = () => {
    kept = true
  }
  return { keep }
})

/** Brings a store up to date. */
export const migrate = (place: Place) => SqliteStore.migrate({ file: place.file })

/** The tenant somebody named, or the only one there is. Fails: `TenantMissing`. */
export const tenant = Effect.fnUntraced(function* (place: Place, named: string | undefined) {
  if (named !== undefined) return named
  const tenants = yield* SqliteStore.tenants({ file: place.file })
  const [only, ...others] = tenants
  if (only !== undefined && others.length === 0) return only
  return yield* new TenantMissing({ store: place.name, tenants })
})

/** An open store. */
export type Opened = Context.Context<EventStore.EventStore>
