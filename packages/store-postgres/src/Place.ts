import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Client, type ClientConfig, escapeIdentifier } from "pg"

/** How to reach a server, part by part; what is left out comes from the environment (`PGHOST`, `PGUSER`, …). */
export interface Server {
  readonly host?: string
  readonly port?: number
  readonly database?: string
  readonly user?: string
  readonly password?: Redacted.Redacted<string>
  readonly ssl?: ClientConfig["ssl"]
}

/**
 * Where a store is, and how long to wait for it.
 *
 * Shape: `server` is an address, `Redacted` because it holds a password (`postgres://user:password@host:5432/city`), or
 * its parts. `schema` is where the tables are, `louyu` unless told otherwise; several stores fit into one database.
 * Units: `connectTimeoutMillis` (5000) is how long to wait for a connection, a new one or a free one of the pool;
 * `answerTimeoutMillis` (30000) is how long a statement may take, after which its connection is dropped.
 */
export interface Place {
  readonly server: Redacted.Redacted<string> | Server
  readonly schema?: string
  readonly connectTimeoutMillis?: number
  readonly answerTimeoutMillis?: number
}

/** A place that makes sense, ready for the driver. `name` is what errors call it: no user, no password. */
export interface Target {
  readonly name: string
  readonly schema: string
  readonly config: ClientConfig
}

const defaultSchema = "louyu"

// Everything comes as the text the server sent: numbers are read by the row codec, and nothing else is guessed.
const types = { getTypeParser: () => (text: string) => text } as const

const address = (server: Place["server"]): ClientConfig => {
  if (Redacted.isRedacted(server)) return { connectionString: Redacted.value(server) }
  const { password, ...open } = server
  return password === undefined ? open : { ...open, password: Redacted.value(password) }
}

/** Reads a place. Fails: `StoreUnavailable` when the address is none; the address is not shown. */
export const target = (place: Place): Effect.Effect<Target, StoreError.StoreError> =>
  Effect.suspend(() => {
    const { schema = defaultSchema, connectTimeoutMillis = 5_000, answerTimeoutMillis = 30_000 } = place
    const config: ClientConfig = {
      ...address(place.server),
      application_name: "louyu",
      connectionTimeoutMillis: connectTimeoutMillis,
      query_timeout: answerTimeoutMillis,
      keepAlive: true,
      types
    }
    try {
      // Connects to nothing: it says where it would connect to.
      const { host, port, database = "" } = new Client(config)
      return Effect.succeed({ name: `${host}:${port}/${database}/${schema}`, schema, config })
    } catch {
      const fields = { store: "postgres", reason: "cannotOpen", detail: "addressInvalid" } as const
      return Effect.fail(new StoreError.StoreUnavailable(fields))
    }
  })

/** A name as it stands in a statement. */
export const quoted = (name: string): string => escapeIdentifier(name)
