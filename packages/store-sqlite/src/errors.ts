import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"

/** A row that cannot be what was written; thrown by the row codec, never seen outside. */
export class DamagedRow extends Error {
  readonly at: string
  constructor(at: string) {
    super(`damaged row: ${at}`)
    this.at = at
  }
}

// SQLite's primary result codes, https://www.sqlite.org/rescode.html; the driver reports extended ones.
const code = { busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 }
/** What SQLite reports in a row where others throw. */
export class Busy extends Error {
  readonly errcode = code.busy
}

const uniqueViolations = [1_555, 2_067]
// Reading needs a file beside the store that says who reads; these mean that it cannot be made in this folder.
const folderClosed = [1_288, 1_544]

const resultCode = (cause: unknown): number | undefined =>
  cause instanceof Error && "errcode" in cause && typeof cause.errcode === "number" ? cause.errcode : undefined

const primaryCode = (cause: unknown): number | undefined => {
  const extended = resultCode(cause)
  return extended === undefined ? undefined : extended & 0xff
}

/** Somebody else is using the file; trying again later may help. */
export const isBusy = (cause: unknown): boolean => {
  const primary = primaryCode(cause)
  return primary === code.busy || primary === code.locked
}

/** A key that exists already. */
export const isUniqueViolation = (cause: unknown): boolean => uniqueViolations.includes(resultCode(cause) ?? 0)

const closed = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_INVALID_STATE"

const unavailable = (store: string, reason: StoreError.Unavailability, detail?: string) =>
  new StoreError.StoreUnavailable({ store, reason, detail })

/** The failure of a store that was used after its layer was closed. */
export const storeClosed = (store: string): StoreError.StoreError => unavailable(store, "closed")

/**
 * What a thrown value means to a caller; `undefined` when it did not come from the driver, which is a bug.
 *
 * Every code of SQLite has an answer. `waitedMillis` is how long the caller waited for a busy file.
 */
export const toStoreError = (store: string, cause: unknown, waitedMillis = 0): StoreError.StoreError | undefined => {
  if (cause instanceof DamagedRow) return new StoreError.StoreCorrupt({ store, at: cause.at })
  if (closed(cause)) return storeClosed(store)
  const primary = primaryCode(cause)
  switch (primary) {
    case undefined:
      return undefined
    case code.busy:
    case code.locked:
      return new StoreError.StoreLocked({ store, waitedMillis: Math.round(waitedMillis) })
    case code.readOnly:
      if (folderClosed.includes(resultCode(cause) ?? 0)) return unavailable(store, "cannotOpen")
      return new StoreError.StoreReadOnly({ store })
    case code.corrupt:
      return new StoreError.StoreCorrupt({ store, at: "file" })
    case code.notADatabase:
      return new StoreError.StoreForeign({ store })
    case code.full:
      return unavailable(store, "diskFull")
    case code.cannotOpen:
      return unavailable(store, "cannotOpen")
    case code.ioError:
      return unavailable(store, "inputOutput", `SQLite ${resultCode(cause)}`)
    default:
      return unavailable(store, "other", `SQLite ${resultCode(cause)}`)
  }
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
