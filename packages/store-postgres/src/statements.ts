import type { Statement } from "./Connections.ts"
import { quoted } from "./Place.ts"

const envelope = "version, id, type, schema_version, recorded_at, actor, causation, correlation, data"

/**
 * All statements a store uses.
 *
 * Shape: compiled once for each connection when `prepare` is true.
 */
export const statements = (schema: string, prepare: boolean) => {
  const at = quoted(schema)
  const statement = (name: string, text: string): Statement =>
    prepare ? { name: `louyu ${at} ${name}`.slice(0, 63), text } : { text }
  return {
    append: statement("append", `SELECT * FROM ${at}.append($1, $2, $3)`),
    read: statement(
      "read",
      `SELECT ${envelope} FROM ${at}.events
       WHERE tenant = $1 AND stream = $2 AND version >= $3 ORDER BY version LIMIT $4`
    ),
    readAll: statement(
      "readAll",
      `SELECT ${envelope}, position, stream FROM ${at}.events
       WHERE tenant = $1 AND position > $2 ORDER BY position LIMIT $3`
    ),
    checkpoint: statement("checkpoint", `SELECT position FROM ${at}.checkpoints WHERE tenant = $1 AND consumer = $2`),
    setCheckpoint: statement(
      "setCheckpoint",
      `INSERT INTO ${at}.checkpoints AS c (tenant, consumer, position) VALUES ($1, $2, $3)
       ON CONFLICT (tenant, consumer) DO UPDATE SET position = excluded.position WHERE c.position < excluded.position`
    ),
    putPerson: statement(
      "putPerson",
      `INSERT INTO ${at}.people AS p (tenant, person, record) VALUES ($1, $2, $3)
       ON CONFLICT (tenant, person) DO UPDATE SET record = excluded.record WHERE p.record IS NOT NULL
       RETURNING person`
    ),
    getPerson: statement("getPerson", `SELECT record FROM ${at}.people WHERE tenant = $1 AND person = $2`),
    erasePerson: statement(
      "erasePerson",
      `INSERT INTO ${at}.people (tenant, person, record) VALUES ($1, $2, NULL)
       ON CONFLICT (tenant, person) DO UPDATE SET record = NULL`
    )
  }
}

export type Statements = ReturnType<typeof statements>
