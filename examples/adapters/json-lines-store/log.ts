import { EventEnvelope, type Identifier } from "@louyu/kernel"
import { EventStore, Position, StoreError } from "@louyu/ports"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { openLines } from "./lines.ts"

type Refusal = StoreError.VersionConflict | StoreError.EventIdReused

// One line for one call, so that a call is there whole or not at all.
const Told = Schema.Struct({ events: Schema.NonEmptyArray(EventEnvelope.EventEnvelope) })
const Reached = Schema.Struct({ consumer: Position.ConsumerId, position: Position.Position })
const readLogLine = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Union([Told, Reached])))

const page = (events: ReadonlyArray<EventEnvelope.EventEnvelope>, begin: number, limit: number) =>
  structuredClone(events.slice(begin, begin + Math.max(0, limit)))

/** Opens what one tenant has told: in a file, and in memory as that file says it. */
export const openLog = (path: string, tenant: Identifier.TenantId) => {
  const order: Array<EventEnvelope.EventEnvelope> = []
  const byId = new Map<Identifier.EventId, EventEnvelope.EventEnvelope>()
  const streams = new Map<Identifier.StreamId, Array<EventEnvelope.EventEnvelope>>()
  const checkpoints = new Map<Position.ConsumerId, Position.Position>()

  const enter = (entry: typeof Told.Type | typeof Reached.Type): void => {
    if ("consumer" in entry) checkpoints.set(entry.consumer, entry.position)
    for (const event of "events" in entry ? entry.events : []) {
      const stream = streams.get(event.stream) ?? []
      const isNext = event.tenant === tenant && event.version === stream.length + 1 && !byId.has(event.id)
      if (!isNext) throw new Error(`Event ${event.id} is not in its place.`)
      stream.push(event)
      streams.set(event.stream, stream)
      order.push(event)
      byId.set(event.id, event)
    }
  }
  const lines = openLines(path, (line) => enter(readLogLine(line)))

  // What is remembered is what the line says, so a store that is opened again answers as it did before.
  const keep = (said: object): void => {
    const line = JSON.stringify(said)
    const entry = readLogLine(line)
    lines.append(line)
    enter(entry)
  }

  /** Decides all writes before any of them is kept. */
  const append = (writes: ReadonlyArray<EventStore.Write>): Result.Result<Array<EventStore.Appended>, Refusal> => {
    const added = new Map<Identifier.EventId, EventEnvelope.EventEnvelope>()
    const versions = new Map<Identifier.StreamId, number>()
    const answers: Array<EventStore.Appended> = []
    for (const { events, expected, stream } of writes) {
      const known = events.map(({ id }) => added.get(id) ?? byId.get(id))
      if (events.length > 0 && known.every((one) => one?.stream === stream)) {
        answers.push({ version: known.reduce((last, one) => Math.max(last, one?.version ?? 0), 0), duplicate: true })
        continue
      }
      const actual = versions.get(stream) ?? streams.get(stream)?.length ?? 0
      if (expected !== "any" && expected !== actual) {
        return Result.fail(new StoreError.VersionConflict({ tenant, stream, expected, actual }))
      }
      for (const [index, event] of events.entries()) {
        const isUsed = known[index] !== undefined || added.has(event.id)
        if (isUsed) return Result.fail(new StoreError.EventIdReused({ tenant, stream, id: event.id }))
        EventStore.assertStorable(event)
        added.set(event.id, { ...event, tenant, stream, version: actual + index + 1 })
      }
      versions.set(stream, actual + events.length)
      answers.push({ version: actual + events.length, duplicate: false })
    }
    if (added.size > 0) keep({ events: [...added.values()] })
    return Result.succeed(answers)
  }

  const read = (stream: Identifier.StreamId, { from = 1, limit = Infinity }: EventStore.ReadOptions = {}) =>
    page(streams.get(stream) ?? [], Math.max(0, Math.ceil(from) - 1), limit)

  const readAll = (after: Position.Position, limit: number): ReadonlyArray<EventStore.Recorded> => {
    const begin = Position.toCount(after)
    return page(order, begin, limit).map((event, at) => ({ position: Position.afterCount(begin + at + 1), event }))
  }

  const checkpoint = (consumer: Position.ConsumerId) => checkpoints.get(consumer) ?? Position.start
  const setCheckpoint = (consumer: Position.ConsumerId, position: Position.Position): void => {
    if (Position.toCount(position) > Position.toCount(checkpoint(consumer))) keep({ consumer, position })
  }
  return { append, read, readAll, checkpoint, setCheckpoint, close: lines.close }
}
