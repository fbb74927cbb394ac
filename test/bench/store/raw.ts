import type { EventEnvelope, Identifier } from "@louyu/kernel"
import type { Stopwatch } from "./measure.ts"
import { type Append, checksum } from "./workload.ts"

/** What the hand-written stores have in common. */
export interface Raw {
  readonly append: (call: Append) => boolean
  readonly read: (stream: Identifier.StreamId) => ReadonlyArray<EventEnvelope.EventEnvelope>
}

/** One append after the other, then the same check as everybody's. */
export const sequential = (start: () => Stopwatch, calls: ReadonlyArray<Append>, raw: Raw) => {
  const stop = start()
  for (const call of calls) if (!raw.append(call)) throw new Error("refused")
  const seconds = stop()
  for (const { stream, events } of calls.slice(0, 100)) {
    if (raw.append({ stream, expected: 1_000_000, events })) throw new Error("a stale append was accepted")
  }
  let sum = 0
  for (const stream of new Set(calls.map((c) => c.stream))) sum += checksum(raw.read(stream))
  return { seconds, checksum: sum }
}

/** One stream after the other. */
export const reading = (start: () => Stopwatch, streams: ReadonlyArray<Identifier.StreamId>, raw: Raw) => {
  const read: Array<ReadonlyArray<EventEnvelope.EventEnvelope>> = []
  const stop = start()
  for (const stream of streams) read.push(raw.read(stream))
  const seconds = stop()
  return { seconds, checksum: checksum(read.flat()) }
}
