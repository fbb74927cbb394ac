import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { EventStore, StoreError, Vault } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { SqliteStore } from "../src/index.ts"

/** A folder that is gone when the scope ends. */
export const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "louyu-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** The path of a file in a folder of its own; nothing is there yet. */
export const path = Effect.map(folder, (in_) => join(in_, "city.louyu"))

/** The path of a new store. */
export const newStore = Effect.tap(path, (file) => SqliteStore.create({ file }))

/** A new store, opened; gone with the layer. */
export const temporary = (
  options: Omit<SqliteStore.Options, "file"> = {}
): Layer.Layer<EventStore.EventStore | Vault.Vault, StoreError.StoreError | StoreError.StoreExists> =>
  Layer.unwrap(Effect.map(newStore, (file) => SqliteStore.layer({ file, ...options })))
