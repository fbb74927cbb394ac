import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { Client, type QueryConfig } from "pg"
import type { Append } from "../store/workload.ts"
import { tenant } from "../store/workload.ts"

/** The tables a careful programmer makes: a head for each stream, the events, a sequence for their order. */
const tables = `
CREATE TABLE streams (tenant text, stream text, version bigint NOT NULL, PRIMARY KEY (tenant, stream));
CREATE TABLE events (
  tenant text NOT NULL, stream text NOT NULL, version bigint NOT NULL, position bigserial, id text NOT NULL,
  type text NOT NULL, schema_version integer NOT NULL, recorded_at text NOT NULL, actor text NOT NULL,
  causation text, correlation text, data text NOT NULL,
  PRIMARY KEY (tenant, stream, version), UNIQUE (tenant, id)
);
CREATE TABLE outbox (id bigserial PRIMARY KEY, event text NOT NULL);`

const columns = "id, type, schema_version, recorded_at, actor, causation, correlation, data"

const append = `
WITH head AS (
  INSERT INTO streams AS s VALUES ($1, $2, $3)
  ON CONFLICT (tenant, stream) DO UPDATE SET version = s.version + $3 WHERE s.version = $4
  RETURNING version
)
INSERT INTO events (tenant, stream, version, ${columns})
SELECT $1, $2, head.version - $3 + n, b.id, b.type, b.schema, b.at, b.actor, b.causation, b.correlation, b.data
FROM head, ROWS FROM (json_to_recordset($5) AS (
  id text, type text, schema integer, at text, actor text, causation text, correlation text, data text
)) WITH ORDINALITY AS b (id, type, schema, at, actor, causation, correlation, data, n)`

const types = { getTypeParser: () => (text: string) => text } as const

type Row = readonly [version: string, ...ReadonlyArray<string>]

/**
 * One statement an append on one connection: checks and raises the stream's version, inserts, commits. A sequence gives
 * the order, so whoever follows it may miss an event; an append that is sent again is refused.
 */
export class RawPostgres {
  readonly client: Client
  constructor(url: string) {
    this.client = new Client({ connectionString: url, types })
  }

  static async create(url: string): Promise<void> {
    const raw = await RawPostgres.open(url)
    await raw.client.query(tables)
    await raw.close()
  }

  static async open(url: string): Promise<RawPostgres> {
    const raw = new RawPostgres(url)
    await raw.client.connect()
    return raw
  }

  statement({ stream, expected, events }: Append): QueryConfig {
    const lines = events.map(({ schemaVersion: schema, recordedAt: at, data, ...event }) => ({
      ...event,
      schema,
      at,
      data: JSON.stringify(data)
    }))
    return { name: "append", text: append, values: [tenant, stream, events.length, expected, JSON.stringify(lines)] }
  }

  async append(call: Append): Promise<boolean> {
    const { rowCount } = await this.client.query(this.statement(call))
    return rowCount === call.events.length
  }

  async read(stream: Identifier.StreamId): Promise<ReadonlyArray<EventEnvelope.EventEnvelope>> {
    const { rows } = await this.client.query<[string, ...Array<string>]>({
      name: "read",
      text: `SELECT version, ${columns} FROM events WHERE tenant = $1 AND stream = $2 ORDER BY version`,
      values: [tenant, stream],
      rowMode: "array"
    })
    return rows.map(toEvent(stream))
  }

  close(): Promise<void> {
    return this.client.end()
  }
}

// Decoding costs the raw reader what it costs anybody who wants the same objects; it trusts every byte.
const toEvent =
  (stream: Identifier.StreamId) =>
  ([version, id, type, schema, at, actor, causation, correlation, data = "null"]: Row): EventEnvelope.EventEnvelope =>
    ({
      tenant,
      stream,
      version: Number(version),
      id,
      type,
      schemaVersion: Number(schema),
      recordedAt: at,
      actor,
      ...(causation === null ? {} : { causation }),
      ...(correlation === null ? {} : { correlation }),
      data: JSON.parse(data)
    }) as EventEnvelope.EventEnvelope
