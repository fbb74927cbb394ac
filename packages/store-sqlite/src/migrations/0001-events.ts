/**
 * Every key begins with the tenant. `events` keeps its rowid: rows are then written in the order they come, which costs
 * less than keeping them sorted by stream (README, "Why this layout"); the small tables are stored in their key.
 */
export const events = `
CREATE TABLE events (
  tenant TEXT NOT NULL,
  position INTEGER NOT NULL,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  causation TEXT,
  correlation TEXT,
  data TEXT NOT NULL,
  PRIMARY KEY (tenant, position),
  UNIQUE (tenant, stream, version),
  UNIQUE (tenant, id)
) STRICT;

CREATE TABLE checkpoints (
  tenant TEXT NOT NULL,
  consumer TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (tenant, consumer)
) STRICT, WITHOUT ROWID;

-- An erased person keeps a row without a record, so that nothing can be stored again.
CREATE TABLE people (
  tenant TEXT NOT NULL,
  person TEXT NOT NULL,
  record TEXT,
  PRIMARY KEY (tenant, person)
) STRICT, WITHOUT ROWID;
`
