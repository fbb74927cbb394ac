import type { EventStore, StoreError, Vault } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { PostgresStore } from "../src/index.ts"
import { query, type Server, startServer } from "./server.ts"

/** The server that was named, which is left as it was found, or one of our own. */
export const theServer = async (): Promise<Pick<Server, "url" | "stop">> => {
  const url = process.env.LOUYU_PG_URL
  // Nothing here ends the machine, so nothing has to wait for its disk.
  return url === undefined ? startServer({ fsync: "off" }) : { url, stop: () => Promise.resolve() }
}

let schemas = 0

/** A place nobody has used; gone when the scope ends. */
export const place = (url: string) =>
  Effect.acquireRelease(
    Effect.sync(() => ({ server: Redacted.make(url), schema: `louyu test ${process.pid}-${schemas++}` })),
    ({ schema }) => Effect.promise(() => query(url, `DROP SCHEMA IF EXISTS "${schema}" CASCADE`))
  )

/** The place of a new store. */
export const newStore = (url: string, creation: Omit<PostgresStore.Creation, "server"> = {}) =>
  Effect.tap(place(url), (at) => PostgresStore.create({ ...creation, ...at }))

/** A new store, opened; gone with the layer. */
export const temporary = (
  url: string,
  creation: Omit<PostgresStore.Creation, "server"> = {},
  options: Omit<PostgresStore.Options, "server"> = {}
): Layer.Layer<EventStore.EventStore | Vault.Vault, StoreError.StoreError | StoreError.StoreExists> =>
  Layer.unwrap(Effect.map(newStore(url, creation), (at) => PostgresStore.layer({ ...options, ...at })))
