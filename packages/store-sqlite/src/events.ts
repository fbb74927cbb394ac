import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { type EventStore, Position } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { append, appendAll } from "./append.ts"
import type { Connection } from "./Connection.ts"
import { toCount, toEvent, toRecordedEvent } from "./rows.ts"
import type { Statements } from "./statements.ts"
import type { Writer } from "./Writer.ts"
import { whenFree } from "./whenFree.ts"

/** So many rows are decoded at a time, so that reading a million events does not hold a million rows besides. */
const pageSize = 4_096

// A page shorter than asked for is the last one: what others append meanwhile comes behind it.
const pages = <A>(limit: number, page: (done: number, size: number) => ReadonlyArray<A>): ReadonlyArray<A> => {
  const wanted = limit >= 1 ? Math.floor(limit) : 0
  const first = page(0, Math.min(wanted, pageSize))
  if (first.length < pageSize) return first
  const all = [...first]
  for (;;) {
    const next = page(all.length, Math.min(wanted - all.length, pageSize))
    for (const item of next) all.push(item)
    if (next.length < pageSize) return all
  }
}

const read = (
  use: Statements,
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  { from = 1, limit = Number.POSITIVE_INFINITY }: EventStore.ReadOptions = {}
): ReadonlyArray<EventEnvelope.EventEnvelope> => {
  const start = Math.max(1, Math.ceil(from))
  return pages(limit, (done, size) =>
    use.read
      .all(tenant, stream, start + done, size)
      .map((row, index) => toEvent(row, tenant, stream, start + done + index))
  )
}

const readAll = (
  use: Statements,
  tenant: Identifier.TenantId,
  after: number,
  limit: number
): ReadonlyArray<EventStore.Recorded> =>
  pages(limit, (done, size) =>
    use.readAll.all(tenant, after + done, size).map((row, index) => {
      const count = after + done + index + 1
      return { position: Position.afterCount(count), event: toRecordedEvent(row, tenant, count) }
    })
  )

/** The event store on an open file. */
export const eventStore = (
  { file, busyTimeoutMillis }: Connection,
  use: Statements,
  writer: Writer
): EventStore.EventStore["Service"] => {
  const ask = <A>(question: () => A) => whenFree(file, busyTimeoutMillis, question)
  return {
    append: (tenant, stream, expected, batch) =>
      Effect.flatMap(
        writer.submit(() => append(use, tenant, stream, expected, batch), batch.length),
        Effect.fromResult
      ),
    appendAll: (tenant, writes) => {
      const weight = writes.reduce((sum, { events }) => sum + events.length, 0)
      return Effect.flatMap(
        writer.submit(() => appendAll(use, tenant, writes), weight),
        Effect.fromResult
      )
    },
    read: (tenant, stream, options) => ask(() => read(use, tenant, stream, options)),
    readAll: (tenant, after, limit) => ask(() => readAll(use, tenant, Position.toCount(after), limit)),
    checkpoint: (tenant, consumer) => ask(() => Position.afterCount(toCount(use.checkpoint.get(tenant, consumer)))),
    setCheckpoint: (tenant, consumer, position) =>
      Effect.asVoid(writer.submit(() => use.setCheckpoint.run(tenant, consumer, Position.toCount(position))))
  }
}
