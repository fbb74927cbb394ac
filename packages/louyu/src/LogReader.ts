import type { Identifier } from "@louyu/kernel"
import { type EventStore, Position, type StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { LogError } from "./CityError.ts"
import { type Report, silent } from "./Progress.ts"
import type { Shelf } from "./Shelf.ts"

type Reading = Pick<Shelf<never, unknown, unknown>, "absorb" | "owns" | "version">
type News = Effect.Effect<number, LogError | StoreError.StoreError>

/** Brings shelves up to date with what was recorded elsewhere; all give the number of events that were news. */
export interface LogReader {
  /** Reads everything new, in the order of the whole tenant. */
  readonly all: (report: Report) => News
  /** Reads what decisions in some streams rest on: the stream itself where it is one, and all other domains. */
  readonly refresh: (streams: ReadonlyArray<{ readonly stream: Identifier.StreamId }>) => News
}

// Large enough to make the cost of a read small, small enough to let others run in between.
const batch = 5_000

/**
 * Makes the reader of a tenant's log.
 *
 * An event is met twice when a stream was refreshed, or was written here, before the order of the tenant comes to it;
 * its version tells, and it is taken once.
 */
export const make = (
  store: EventStore.EventStore["Service"],
  tenant: Identifier.TenantId,
  shelves: ReadonlyArray<Reading>
): LogReader => {
  let position = Position.start

  const all = Effect.fnUntraced(function* (report: Report) {
    let news = 0
    for (;;) {
      const recorded = yield* store.readAll(tenant, position, batch)
      for (const { event, position: at } of recorded) {
        const absorbed = shelves.find((one) => one.owns(event.stream))?.absorb(event) ?? Result.succeed(false)
        if (Result.isFailure(absorbed)) return yield* absorbed.failure
        if (absorbed.success) news++
        position = at
      }
      report({ phase: "read", done: news })
      if (recorded.length < batch) return news
      yield* Effect.yieldNow
    }
  })

  const one = Effect.fnUntraced(function* (shelf: Reading, stream: Identifier.StreamId) {
    let news = 0
    for (;;) {
      const events = yield* store.read(tenant, stream, { from: shelf.version(stream) + 1, limit: batch })
      for (const event of events) {
        const absorbed = shelf.absorb(event)
        if (Result.isFailure(absorbed)) return yield* absorbed.failure
        if (absorbed.success) news++
      }
      if (events.length < batch) return news
      yield* Effect.yieldNow
    }
  })

  const refresh: LogReader["refresh"] = Effect.fnUntraced(function* (streams) {
    const [only, ...more] = streams
    const shelf = more.length > 0 || only === undefined ? undefined : shelves.find((each) => each.owns(only.stream))
    const own = shelf === undefined || only === undefined ? 0 : yield* one(shelf, only.stream)
    return shelf !== undefined && shelves.length === 1 ? own : own + (yield* all(silent))
  })

  return { all, refresh }
}
