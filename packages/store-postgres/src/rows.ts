import type { EventEnvelope, Identifier } from "@louyu/kernel"
import type * as Schema from "effect/Schema"
import type { Row } from "./Connections.ts"
import { DamagedRow } from "./errors.ts"

type Mutable<A> = { -readonly [Key in keyof A]: A[Key] }
type Envelope = EventEnvelope.EventEnvelope

// The columns of `read`; `readAll` has position and stream after them.
type EventRow = readonly [
  version: string,
  id: Envelope["id"],
  type: string,
  schemaVersion: string,
  recordedAt: Envelope["recordedAt"],
  actor: Envelope["actor"],
  causation: string | null,
  correlation: string | null,
  data: string,
  position?: string,
  stream?: Envelope["stream"]
]

// Our own rows were valid when they were written and the columns keep their types: this finds damage, it does not decode.
const isEventRow = (row: Row | EventRow | undefined): row is EventRow =>
  row !== undefined &&
  typeof row[0] === "string" &&
  typeof row[1] === "string" &&
  typeof row[2] === "string" &&
  typeof row[3] === "string" &&
  typeof row[4] === "string" &&
  typeof row[5] === "string" &&
  row[6] !== undefined &&
  row[7] !== undefined &&
  typeof row[8] === "string"

const parse = (text: string, at: string): Schema.Json => {
  try {
    return JSON.parse(text)
  } catch {
    throw new DamagedRow(at)
  }
}

const decode = (row: EventRow, tenant: Identifier.TenantId, stream: Identifier.StreamId, version: number): Envelope => {
  const event: Mutable<Envelope> = {
    tenant,
    stream,
    version,
    id: row[1],
    type: row[2],
    schemaVersion: Number(row[3]),
    recordedAt: row[4],
    actor: row[5],
    data: parse(row[8], `events/${stream}@${version}`)
  }
  if (row[6] !== null) event.causation = row[6]
  if (row[7] !== null) event.correlation = row[7]
  return event
}

/** Reads the row that must hold a version of a stream; throws {@link DamagedRow} when it does not. */
export const toEvent = (
  row: Row,
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  version: number
): Envelope => {
  if (!isEventRow(row) || Number(row[0]) !== version) throw new DamagedRow(`events/${stream}@${version}`)
  return decode(row, tenant, stream, version)
}

/** Reads the row that must hold a position of a tenant; throws {@link DamagedRow} when it does not. */
export const toRecordedEvent = (row: Row, tenant: Identifier.TenantId, position: number): Envelope => {
  if (!isEventRow(row) || Number(row[9]) !== position || row[10] === undefined) {
    throw new DamagedRow(`events/${position}`)
  }
  return decode(row, tenant, row[10], Number(row[0]))
}

/** The first column of the only row as a number, 0 when there is no row. */
export const toCount = ([row]: ReadonlyArray<Row>): number => Number(row?.[0] ?? 0)

/** The record of a person as text; `null` for one erased, `undefined` for one never heard of. */
export const toRecordText = ([row]: ReadonlyArray<Row>): string | null | undefined => row?.[0]
