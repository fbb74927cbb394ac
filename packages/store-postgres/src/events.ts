import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { type EventStore, Position } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { encode } from "./batches.ts"
import type { Connections } from "./Connections.ts"
import { toCount, toEvent, toRecordedEvent } from "./rows.ts"
import type { Statements } from "./statements.ts"
import type { Writer } from "./Writer.ts"

/** So many rows come with one answer, so that reading a million events does not hold a million rows besides. */
const pageSize = 10_000

// A page shorter than asked for is the last one: what others append meanwhile comes behind it.
const pages = async <A>(
  limit: number,
  page: (done: number, size: number) => Promise<ReadonlyArray<A>>
): Promise<ReadonlyArray<A>> => {
  const wanted = limit >= 1 ? Math.floor(limit) : 0
  if (wanted === 0) return []
  const first = await page(0, Math.min(wanted, pageSize))
  if (first.length < pageSize || wanted === pageSize) return first
  const all = [...first]
  for (;;) {
    const size = Math.min(wanted - all.length, pageSize)
    const next = size === 0 ? [] : await page(all.length, size)
    for (const item of next) all.push(item)
    if (next.length < pageSize) return all
  }
}

const read = (
  opened: Connections,
  use: Statements,
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  { from = 1, limit = Number.POSITIVE_INFINITY }: EventStore.ReadOptions = {}
): Promise<ReadonlyArray<EventEnvelope.EventEnvelope>> => {
  const start = Math.max(1, Math.ceil(from))
  return pages(limit, async (done, size) => {
    const rows = await opened.ask(use.read, [tenant, stream, start + done, size])
    return rows.map((row, index) => toEvent(row, tenant, stream, start + done + index))
  })
}

const readAll = (
  opened: Connections,
  use: Statements,
  tenant: Identifier.TenantId,
  after: number,
  limit: number
): Promise<ReadonlyArray<EventStore.Recorded>> =>
  pages(limit, async (done, size) => {
    const rows = await opened.ask(use.readAll, [tenant, after + done, size])
    return rows.map((row, index) => {
      const count = after + done + index + 1
      return { position: Position.afterCount(count), event: toRecordedEvent(row, tenant, count) }
    })
  })

/** The event store on an open store. */
export const eventStore = (opened: Connections, use: Statements, writer: Writer): EventStore.EventStore["Service"] => ({
  append: (tenant, stream, expected, events) =>
    Effect.suspend(() =>
      Effect.flatMap(writer.submit(tenant, [encode({ stream, expected, events })]), (answered) =>
        Effect.fromResult(Result.map(answered, ([appended]) => appended ?? { version: 0, duplicate: false }))
      )
    ),
  appendAll: (tenant, writes) =>
    writes.length === 0
      ? Effect.succeed([])
      : Effect.suspend(() => Effect.flatMap(writer.submit(tenant, writes.map(encode)), Effect.fromResult)),
  read: (tenant, stream, options) => opened.run(() => read(opened, use, tenant, stream, options)),
  readAll: (tenant, after, limit) =>
    Effect.suspend(() => {
      const count = Position.toCount(after)
      return opened.run(() => readAll(opened, use, tenant, count, limit))
    }),
  checkpoint: (tenant, consumer) =>
    opened.run(async () => Position.afterCount(toCount(await opened.ask(use.checkpoint, [tenant, consumer])))),
  setCheckpoint: (tenant, consumer, position) =>
    Effect.suspend(() => {
      const count = Position.toCount(position)
      return Effect.asVoid(opened.write(() => opened.ask(use.setCheckpoint, [tenant, consumer, count])))
    })
})
