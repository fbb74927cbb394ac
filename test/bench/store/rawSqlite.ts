import { DatabaseSync, type StatementSync } from "node:sqlite"
import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { type Append, tenant } from "./workload.ts"

export type Synchronous = "full" | "normal"

// Decoding costs the raw reader what it costs anybody who wants the same objects; it trusts every byte.
type Row = readonly [
  version: number,
  id: EventEnvelope.EventEnvelope["id"],
  type: string,
  schemaVersion: number,
  recordedAt: EventEnvelope.EventEnvelope["recordedAt"],
  actor: EventEnvelope.EventEnvelope["actor"],
  causation: string | null,
  correlation: string | null,
  data: string
]
const rows = (answer: unknown): ReadonlyArray<Row> => answer as ReadonlyArray<Row>

/**
 * The statements a careful programmer writes by hand against `node:sqlite`, called directly: one transaction an append,
 * the stream's version checked, ids unique, one order. Same tables, same durability; no Effect, no errors mapped, nobody
 * else served meanwhile.
 */
export class RawSqlite {
  readonly #db: DatabaseSync
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  readonly #tail: StatementSync
  readonly #insert: StatementSync
  readonly #read: StatementSync

  constructor(file: string, synchronous: Synchronous) {
    this.#db = new DatabaseSync(file)
    this.#db.exec(`PRAGMA synchronous = ${synchronous}`)
    const statement = (sql: string) => {
      const prepared = this.#db.prepare(sql)
      prepared.setReturnArrays(true)
      return prepared
    }
    this.#begin = statement("BEGIN IMMEDIATE")
    this.#commit = statement("COMMIT")
    this.#tail = statement(
      `SELECT (SELECT max(version) FROM events WHERE tenant = ?1 AND stream = ?2),
              (SELECT max(position) FROM events WHERE tenant = ?1)`
    )
    this.#insert = statement(
      `INSERT INTO events (tenant, position, stream, version, id, type, schema_version, recorded_at, actor, causation, correlation, data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    )
    this.#read = statement(
      `SELECT version, id, type, schema_version, recorded_at, actor, causation, correlation, data FROM events
       WHERE tenant = ? AND stream = ? ORDER BY version`
    )
  }

  append({ stream, expected, events }: Append): boolean {
    this.#begin.run()
    const [last, at] = Object.values(this.#tail.get(tenant, stream) ?? {})
    let [version, position] = [Number(last ?? 0), Number(at ?? 0)]
    const right = version === expected
    if (right) {
      for (const e of events) {
        version++
        position++
        const data = JSON.stringify(e.data)
        const [by, within] = [e.causation ?? null, e.correlation ?? null]
        const { id, type, schemaVersion, recordedAt, actor } = e
        this.#insert.run(
          tenant,
          position,
          stream,
          version,
          id,
          type,
          schemaVersion,
          recordedAt,
          actor,
          by,
          within,
          data
        )
      }
    }
    this.#commit.run()
    return right
  }

  read(stream: Identifier.StreamId): ReadonlyArray<EventEnvelope.EventEnvelope> {
    return rows(this.#read.all(tenant, stream)).map((row) => ({
      tenant,
      stream,
      version: row[0],
      id: row[1],
      type: row[2],
      schemaVersion: row[3],
      recordedAt: row[4],
      actor: row[5],
      ...(row[6] === null ? {} : { causation: row[6] }),
      ...(row[7] === null ? {} : { correlation: row[7] }),
      data: JSON.parse(row[8])
    }))
  }

  close(): void {
    this.#db.close()
  }
}
