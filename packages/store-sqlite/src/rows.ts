import type { EventEnvelope, Identifier } from "@louyu/kernel"
import type * as Schema from "effect/Schema"
import { DamagedRow } from "./errors.ts"

type Mutable<A> = { -readonly [Key in keyof A]: A[Key] }
type Envelope = EventEnvelope.EventEnvelope

// The columns of `read`; `readAll` has position and stream after them.
type Row = readonly [
  version: number,
  id: Envelope["id"],
  type: string,
  schemaVersion: number,
  recordedAt: Envelope["recordedAt"],
  actor: Envelope["actor"],
  causation: string | null,
  correlation: string | null,
  data: string,
  position?: number,
  stream?: Envelope["stream"]
]

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === "string"

// Our own rows were valid when they were written and STRICT keeps their types: this finds damage, it does not decode.
const isRow = (row: unknown): row is Row =>
  Array.isArray(row) &&
  typeof row[0] === "number" &&
  typeof row[1] === "string" &&
  typeof row[2] === "string" &&
  typeof row[3] === "number" &&
  typeof row[4] === "string" &&
  typeof row[5] === "string" &&
  isTextOrNull(row[6]) &&
  isTextOrNull(row[7]) &&
  typeof row[8] === "string"

const parse = (text: string, at: string): Schema.Json => {
  try {
    return JSON.parse(text)
  } catch {
    throw new DamagedRow(at)
  }
}

const decode = (row: Row, tenant: Identifier.TenantId, stream: Identifier.StreamId): Envelope => {
  const event: Mutable<Envelope> = {
    tenant,
    stream,
    version: row[0],
    id: row[1],
    type: row[2],
    schemaVersion: row[3],
    recordedAt: row[4],
    actor: row[5],
    data: parse(row[8], `events/${stream}@${row[0]}`)
  }
  if (row[6] !== null) event.causation = row[6]
  if (row[7] !== null) event.correlation = row[7]
  return event
}

/** Reads the row that must hold a version of a stream; throws {@link DamagedRow} when it does not. */
export const toEvent = (
  row: unknown,
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  version: number
): Envelope => {
  if (!isRow(row) || row[0] !== version) throw new DamagedRow(`events/${stream}@${version}`)
  return decode(row, tenant, stream)
}

/** Reads the row that must hold a position of a tenant; throws {@link DamagedRow} when it does not. */
export const toRecordedEvent = (row: unknown, tenant: Identifier.TenantId, position: number): Envelope => {
  if (!isRow(row) || row[9] !== position || typeof row[10] !== "string") throw new DamagedRow(`events/${position}`)
  return decode(row, tenant, row[10])
}

/** The last version of a stream and the last position of its tenant; 0 where there is none. */
export const toTail = (row: unknown): { readonly version: number; readonly position: number } => {
  const [version, position] = Array.isArray(row) ? row : []
  return { version: Number(version ?? 0), position: Number(position ?? 0) }
}

/** The first column of a row that holds a number, 0 when there is no row. */
export const toCount = (row: unknown): number => (Array.isArray(row) ? Number(row[0]) : 0)

/** Where an event id is in use, if it is. */
export const toPlace = (row: unknown): { readonly stream: string; readonly version: number } | undefined =>
  Array.isArray(row) ? { stream: String(row[0]), version: Number(row[1]) } : undefined

/** The record of a person as text; `null` for one erased, `undefined` for one never heard of. */
export const toRecordText = (row: unknown): string | null | undefined =>
  Array.isArray(row) ? (row[0] === null ? null : String(row[0])) : undefined
