import {
  type Event,
  isExpectedVersionConflictError,
  NO_CONCURRENCY_CHECK,
  STREAM_DOES_NOT_EXIST
} from "@event-driven-io/emmett"
import { getPostgreSQLEventStore, type PostgresEventStore } from "@event-driven-io/emmett-postgresql"
import type { Identifier } from "@louyu/kernel"
import type { Append } from "../store/workload.ts"

type Noted = Event<"UnitEstablished", Record<string, unknown>, Record<string, unknown>>

/** emmett's own tables, made before anything is timed. */
export const open = async (url: string): Promise<PostgresEventStore> => {
  const store = getPostgreSQLEventStore(url, { schema: { autoMigration: "None" } })
  await store.schema.migrate()
  return store
}

/** One append; gives false when it was refused. */
export const append = async (store: PostgresEventStore, { stream, expected, events }: Append): Promise<boolean> => {
  const batch = events.map(({ type, data, ...metadata }) => ({ type, data, metadata }) as unknown as Noted)
  const expectedStreamVersion = expected === 0 ? STREAM_DOES_NOT_EXIST : BigInt(expected)
  try {
    await store.appendToStream<Noted>(stream, batch, { expectedStreamVersion })
    return true
  } catch (cause) {
    if (isExpectedVersionConflictError(cause)) return false
    throw cause
  }
}

/** One stream: versions and data. */
export const read = async (store: PostgresEventStore, stream: Identifier.StreamId) => {
  const { events } = await store.readStream<Noted>(stream, { expectedStreamVersion: NO_CONCURRENCY_CHECK })
  return events.map((event) => ({ version: Number(event.metadata.streamPosition), data: event.data }))
}
