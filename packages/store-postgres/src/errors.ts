import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { DatabaseError } from "pg"

/** A row that cannot be what was written; thrown by the row codec, never seen outside. */
export class DamagedRow extends Error {
  readonly at: string
  constructor(at: string) {
    super(`damaged row: ${at}`)
    this.at = at
  }
}

/** No connection could be had. Shape: `cause` is what the driver threw, `undefined` when the pool was closed. */
export class NotConnected extends Error {
  override readonly cause: unknown
  constructor(cause?: unknown) {
    super("not connected")
    this.cause = cause
  }
}

/** Something was to be written by somebody who may only read. */
export class ReadOnly extends Error {}

/** The SQLSTATE of what the server said, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
export const sqlState = (cause: unknown): string | undefined =>
  cause instanceof DatabaseError ? (cause.code ?? "XX000") : undefined

const locks = ["55P03", "40001", "40P01"]
const transient = ["40001", "40P01"]

/** The transaction was rolled back because of others, and may succeed if it is run again at once. */
export const isTransient = (cause: unknown): boolean => transient.includes(sqlState(cause) ?? "")

/** Somebody else was in the way for longer than one was ready to wait. */
export const isLock = (cause: unknown): boolean => locks.includes(sqlState(cause) ?? "")

/** The user has no right to do this. */
export const isForbidden = (cause: unknown): boolean => sqlState(cause) === "42501"

/** Somebody else made the same thing at the same time. */
export const isAlreadyThere = (cause: unknown): boolean =>
  ["23505", "42P06", "42P07", "42710", "42723"].includes(sqlState(cause) ?? "")

/** The server refused a statement and the connection can go on being used. */
export const isOrderly = (cause: unknown): boolean => cause instanceof DatabaseError && cause.severity === "ERROR"

// Codes are fixed words of the driver, the system or TLS. Anything else might hold a name or an address.
const detailOf = (cause: unknown): string | undefined => {
  const state = sqlState(cause)
  if (state !== undefined) return state
  if (!(cause instanceof Error)) return undefined
  if ("code" in cause && typeof cause.code === "string" && /^[A-Z][A-Z0-9_]*$/u.test(cause.code)) return cause.code
  // The driver gives these as sentences only.
  if (cause.message.startsWith("timeout exceeded when trying to connect")) return "poolExhausted"
  if (/timeout|timed out/iu.test(cause.message)) return "timeout"
  if (/connection|client was closed/iu.test(cause.message)) return "connectionLost"
  return undefined
}

const unavailable = (store: string, reason: StoreError.Unavailability, detail?: string) =>
  new StoreError.StoreUnavailable({ store, reason, detail })

/** The failure of a store that was used after its layer was closed. */
export const storeClosed = (store: string): StoreError.StoreError => unavailable(store, "closed")

// Who may not come in, whose connection broke or was ended by the server, and whatever else there is.
const reasonOf = (state: string): StoreError.Unavailability => {
  if (state.startsWith("28")) return "cannotOpen"
  return state.startsWith("08") || state.startsWith("57P") ? "connection" : "other"
}

// What the server says while it is asked for a connection or a statement, by code, else by the first two characters.
const fromState = (store: string, state: string, waitedMillis: number): StoreError.StoreError => {
  switch (state) {
    case "55P03":
    case "40001":
    case "40P01":
      return new StoreError.StoreLocked({ store, waitedMillis: Math.round(waitedMillis) })
    case "25006":
      return new StoreError.StoreReadOnly({ store })
    case "3D000":
    case "3F000":
    case "42P01":
    case "42883":
      return new StoreError.StoreMissing({ store })
    case "53100":
      return unavailable(store, "diskFull", state)
    case "58030":
      return unavailable(store, "inputOutput", state)
    case "42501":
    case "53300":
    case "57P03":
      return unavailable(store, "cannotOpen", state)
    // The store never writes a key twice, unless what it counts with is damaged.
    case "23505":
    case "XX001":
    case "XX002":
      return new StoreError.StoreCorrupt({ store, at: "server" })
    default:
      return unavailable(store, reasonOf(state), state)
  }
}

const fromConnecting = (store: string, cause: unknown): StoreError.StoreError => {
  if (cause === undefined) return storeClosed(store)
  const state = sqlState(cause)
  return state === undefined ? unavailable(store, "cannotOpen", detailOf(cause)) : fromState(store, state, 0)
}

// What the driver throws when a connection breaks is a plain error, with or without a system code; bugs are not.
const isConnectionTrouble = (cause: unknown): cause is Error =>
  cause instanceof Error && (cause.name === "Error" || cause.name === "AggregateError")

/**
 * What a thrown value means to a caller; `undefined` when it did not come from the driver, which is a bug.
 *
 * Every SQLSTATE and every system error has an answer. None holds a text of the driver, which might quote a password, an
 * address or a value. `waitedMillis` is how long the caller waited for others.
 */
export const toStoreError = (store: string, cause: unknown, waitedMillis = 0): StoreError.StoreError | undefined => {
  if (cause instanceof DamagedRow) return new StoreError.StoreCorrupt({ store, at: cause.at })
  if (cause instanceof ReadOnly) return new StoreError.StoreReadOnly({ store })
  if (cause instanceof NotConnected) return fromConnecting(store, cause.cause)
  const state = sqlState(cause)
  if (state !== undefined) return fromState(store, state, waitedMillis)
  return isConnectionTrouble(cause) ? unavailable(store, "connection", detailOf(cause)) : undefined
}

/** Fails with what a thrown value means, or dies with it when it is a bug. */
export const failure = (
  store: string,
  cause: unknown,
  waitedMillis?: number
): Effect.Effect<never, StoreError.StoreError> => {
  const error = toStoreError(store, cause, waitedMillis)
  return error === undefined ? Effect.die(cause) : Effect.fail(error)
}
