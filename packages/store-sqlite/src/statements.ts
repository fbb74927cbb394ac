import type { DatabaseSync, StatementSync } from "node:sqlite"

const envelope = "id, type, schema_version, recorded_at, actor, causation, correlation, data"

// SQLite compiles a statement anew by every call when a bare parameter is the limit, which costs as much as ten rows.
const limit = "LIMIT CAST(? AS INTEGER)"

/** All statements a store uses, compiled once. Rows come as arrays, which is faster than objects. */
export const prepare = (db: DatabaseSync) => {
  const statement = (sql: string): StatementSync => {
    const prepared = db.prepare(sql)
    prepared.setReturnArrays(true)
    return prepared
  }
  return {
    begin: statement("BEGIN IMMEDIATE"),
    commit: statement("COMMIT"),
    rollback: statement("ROLLBACK"),
    /** The last version of a stream and the last position of its tenant. */
    tail: statement(
      `SELECT (SELECT max(version) FROM events WHERE tenant = ?1 AND stream = ?2),
              (SELECT max(position) FROM events WHERE tenant = ?1)`
    ),
    lastPosition: statement("SELECT max(position) FROM events WHERE tenant = ?"),
    insert: statement(
      `INSERT INTO events (tenant, position, stream, version, ${envelope}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ),
    removeAfter: statement("DELETE FROM events WHERE tenant = ? AND position > ?"),
    whereIs: statement("SELECT stream, version FROM events WHERE tenant = ? AND id = ?"),
    read: statement(
      `SELECT version, ${envelope} FROM events
       WHERE tenant = ? AND stream = ? AND version >= ? ORDER BY version ${limit}`
    ),
    readAll: statement(
      `SELECT version, ${envelope}, position, stream FROM events
       WHERE tenant = ? AND position > ? ORDER BY position ${limit}`
    ),
    checkpoint: statement("SELECT position FROM checkpoints WHERE tenant = ? AND consumer = ?"),
    setCheckpoint: statement(
      `INSERT INTO checkpoints (tenant, consumer, position) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`
    ),
    putPerson: statement(
      `INSERT INTO people (tenant, person, record) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET record = excluded.record WHERE record IS NOT NULL`
    ),
    getPerson: statement("SELECT record FROM people WHERE tenant = ? AND person = ?"),
    erasePerson: statement(
      "INSERT INTO people (tenant, person, record) VALUES (?, ?, NULL) ON CONFLICT DO UPDATE SET record = NULL"
    ),
    emptyJournal: statement("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}

export type Statements = ReturnType<typeof prepare>
