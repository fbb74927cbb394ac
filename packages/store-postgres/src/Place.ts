import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { type ClientConfig, escapeIdentifier } from "pg"

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
 * Shape: `server` is an address, `Redacted` because it holds a password (`postgres://user:password@host:5432/city`; odd
 * characters percent-encoded), or its parts, which may also name the folder of a local socket as host. `schema` is where the tables are, `louyu` unless told otherwise; several stores fit into one database.
 * `pooler` is true behind a pooler that gives out connections by transaction (PgBouncer): no statement is then prepared
 * and nothing is set for a connection, so that `answerTimeoutMillis` is the only limit to waiting.
 * Units: `connectTimeoutMillis` (5000) is how long to wait for a connection, a new one or a free one of the pool;
 * `lockTimeoutMillis` (5000) is how long a statement waits for others, above all for those who append for the same
 * tenant; `answerTimeoutMillis` (30000) is how long it may take in all, after which its connection is dropped.
 */
export interface Place {
  readonly server: Redacted.Redacted<string> | Server
  readonly schema?: string
  readonly pooler?: boolean
  readonly connectTimeoutMillis?: number
  readonly lockTimeoutMillis?: number
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

const isAddress = ({ protocol, hostname, pathname, search, hash }: URL): boolean =>
  (protocol === "postgres:" || protocol === "postgresql:") &&
  hostname !== "" &&
  !`${pathname}${search}${hash}`.includes("@")

// The driver reads almost anything, and takes what stands behind an odd character of a password for a host or a
// database: those would then be shown. So an address is read here first, and is refused when it could be meant otherwise.
const fromAddress = (text: string): { readonly name: string; readonly config: ClientConfig } | undefined => {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (!isAddress(url)) return undefined
  const name = `${url.hostname}:${url.port === "" ? 5432 : url.port}${url.pathname.replace(/\/$/u, "")}`
  return { name, config: { connectionString: text } }
}

const fromParts = ({ password, ...open }: Server): { readonly name: string; readonly config: ClientConfig } => {
  const { host = process.env.PGHOST ?? "localhost", port = process.env.PGPORT ?? 5432 } = open
  const database = open.database ?? process.env.PGDATABASE
  const name = `${host}:${port}${database === undefined ? "" : `/${database}`}`
  return { name, config: password === undefined ? open : { ...open, password: Redacted.value(password) } }
}

/** Reads a place. Fails: `StoreUnavailable` when the address is none; the address is not shown. */
export const target = (place: Place): Effect.Effect<Target, StoreError.StoreError> =>
  Effect.suspend(() => {
    const { server, schema = defaultSchema, pooler = false } = place
    const { connectTimeoutMillis = 5_000, lockTimeoutMillis = 5_000, answerTimeoutMillis = 30_000 } = place
    const found = Redacted.isRedacted(server) ? fromAddress(Redacted.value(server)) : fromParts(server)
    if (found === undefined) {
      const fields = { store: "postgres", reason: "cannotOpen", detail: "addressInvalid" } as const
      return Effect.fail(new StoreError.StoreUnavailable(fields))
    }
    const config: ClientConfig = {
      ...found.config,
      application_name: "louyu",
      connectionTimeoutMillis: connectTimeoutMillis,
      query_timeout: answerTimeoutMillis,
      keepAlive: true,
      ...(pooler ? {} : { lock_timeout: lockTimeoutMillis }),
      types
    }
    return Effect.succeed({ name: `${found.name}/${schema}`, schema, config })
  })

/** A name as it stands in a statement. */
export const quoted = (name: string): string => escapeIdentifier(name)
