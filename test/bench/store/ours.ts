import { type EventEnvelope, Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Stopwatch } from "./measure.ts"
import { type Append, checksum, tenant } from "./workload.ts"

type Opened = Layer.Layer<EventStore.EventStore, unknown>

const appendAll = (calls: ReadonlyArray<Append>) =>
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    for (const { stream, expected, events } of calls) yield* store.append(tenant, stream, expected, events)
  })

// What all streams hold in the end, and that a hundred stale appends are refused.
const verify = (calls: ReadonlyArray<Append>) =>
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    for (const { stream, events } of calls.slice(0, 100)) {
      const fresh = events.map((e) => ({ ...e, id: Identifier.EventId.make(`${e.id}-stale`) }))
      const refusal = yield* Effect.flip(store.append(tenant, stream, 1_000_000, fresh))
      if (refusal._tag !== "VersionConflict") return yield* Effect.die(refusal)
    }
    let sum = 0
    for (const stream of new Set(calls.map((c) => c.stream))) sum += checksum(yield* store.read(tenant, stream))
    return sum
  })

const timed = <R>(start: () => Stopwatch, work: Effect.Effect<void, unknown, R>, calls: ReadonlyArray<Append>) =>
  Effect.gen(function* () {
    const stop = start()
    yield* work
    const seconds = stop()
    return { seconds, checksum: yield* verify(calls) }
  })

/** One caller, one append after the other. */
export const sequential = (start: () => Stopwatch, calls: ReadonlyArray<Append>, layer: Opened) =>
  Effect.runPromise(Effect.provide(timed(start, appendAll(calls), calls), layer))

/** Many callers at once; the calls of one stream belong to one caller, so that every expectation is right. */
export const concurrent = (start: () => Stopwatch, calls: ReadonlyArray<Append>, callers: number, layer: Opened) => {
  const owner = new Map<string, number>()
  const shares = Array.from({ length: callers }, (): Array<Append> => [])
  for (const call of calls) {
    const caller = owner.get(call.stream) ?? owner.size % callers
    owner.set(call.stream, caller)
    shares[caller]?.push(call)
  }
  const work = Effect.forEach(shares, appendAll, { concurrency: "unbounded", discard: true })
  return Effect.runPromise(Effect.provide(timed(start, work, calls), layer))
}

/** One reader, one stream after the other. */
export const reading = (start: () => Stopwatch, streams: ReadonlyArray<Identifier.StreamId>, layer: Opened) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const store = yield* EventStore.EventStore
      const read: Array<ReadonlyArray<EventEnvelope.EventEnvelope>> = []
      const stop = start()
      for (const stream of streams) read.push(yield* store.read(tenant, stream))
      const seconds = stop()
      return { seconds, checksum: checksum(read.flat()) }
    }).pipe(Effect.provide(layer))
  )
