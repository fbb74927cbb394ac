import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { type Append, tenant } from "./workload.ts"

/** The physical estimate: a map of arrays and the check of the version, sharing every object with its callers. */
export class RawMemory {
  readonly #streams = new Map<Identifier.StreamId, Array<EventEnvelope.EventEnvelope>>()

  append({ stream, expected, events }: Append): boolean {
    let kept = this.#streams.get(stream)
    if (kept === undefined) {
      kept = []
      this.#streams.set(stream, kept)
    }
    if (kept.length !== expected) return false
    for (const event of events) kept.push({ tenant, stream, version: kept.length + 1, ...event })
    return true
  }

  read(stream: Identifier.StreamId): ReadonlyArray<EventEnvelope.EventEnvelope> {
    return this.#streams.get(stream)?.slice() ?? []
  }
}
