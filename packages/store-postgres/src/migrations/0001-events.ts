import type { Migration } from "./index.ts"

const partitionsOf = (schema: string, table: string, count: number): string =>
  Array.from(
    { length: count },
    (_, n) =>
      `CREATE TABLE ${schema}.${table}_${n} PARTITION OF ${schema}.${table} FOR VALUES WITH (MODULUS ${count}, REMAINDER ${n});`
  ).join("\n")

/**
 * Every key begins with the tenant, so that events can be divided by it. Texts compare byte by byte (`"C"`), whatever
 * the language of the database. `data` is JSON as it was written: `jsonb` refuses texts with NUL and changes numbers.
 *
 * `append` does a number of calls, each a number of writes, one after the other, and answers each write with a row.
 * The row of the tenant is locked first and to the end: positions are therefore taken in the order of the commits, and
 * who reads after a position misses nothing. It runs at every isolation level; above "read committed" a call that had to
 * wait fails with 40001 and is sent again.
 */
export const events: Migration = ({ schema, partitions }) => `
CREATE TABLE ${schema}.tenants (
  tenant text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE ${schema}.events (
  tenant text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  stream text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  type text NOT NULL,
  schema_version bigint NOT NULL,
  recorded_at text NOT NULL,
  actor text NOT NULL,
  causation text,
  correlation text,
  data text NOT NULL,
  PRIMARY KEY (tenant, position),
  UNIQUE (tenant, stream, version),
  UNIQUE (tenant, id)
)${partitions === 0 ? "" : " PARTITION BY HASH (tenant)"};
${partitionsOf(schema, "events", partitions)}

CREATE TABLE ${schema}.checkpoints (
  tenant text COLLATE "C" NOT NULL,
  consumer text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (tenant, consumer)
) WITH (fillfactor = 50);

-- An erased person keeps a row without a record, so that nothing can be stored again.
CREATE TABLE ${schema}.people (
  tenant text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  record text,
  PRIMARY KEY (tenant, person)
);

CREATE FUNCTION ${schema}.append(p_tenant text, p_size bigint, p_writes json)
RETURNS TABLE (o_call integer, o_outcome text, o_version bigint, o_id text)
LANGUAGE plpgsql AS $body$
DECLARE
  l_end bigint;           -- the tenant's last position after all this
  l_position bigint;      -- and now
  l_before bigint := 0;   -- and before the call that is being done
  l_call integer := -1;   -- the call that is being done
  l_refused integer := -1;
  l_head bigint;          -- the stream's last version
  l_known bigint;         -- how many of a write's events its stream has already
  l_last bigint;
  l_rows bigint;
  w record;
BEGIN
  -- As if all went well; it is put right in the end when it did not.
  INSERT INTO ${schema}.tenants AS t (tenant, position) VALUES (p_tenant, p_size)
    ON CONFLICT (tenant) DO UPDATE SET position = t.position + p_size
    RETURNING t.position INTO l_end;
  l_position := l_end - p_size;
  FOR w IN SELECT * FROM json_to_recordset(p_writes) AS r (call integer, stream text, expected bigint, size bigint, events json)
  LOOP
    CONTINUE WHEN w.call = l_refused;
    IF w.call <> l_call THEN
      l_call := w.call;
      l_before := l_position;
    END IF;
    SELECT coalesce(max(e.version), 0) INTO l_head FROM ${schema}.events e WHERE e.tenant = p_tenant AND e.stream = w.stream;
    IF w.expected IS NULL OR w.expected = l_head THEN
      INSERT INTO ${schema}.events
        SELECT p_tenant, l_position + b.n, w.stream, l_head + b.n,
               b.id, b.type, b.schema, b.at, b.actor, b.causation, b.correlation, b.data
        FROM ROWS FROM (json_to_recordset(w.events) AS (
          id text, type text, schema bigint, at text, actor text, causation text, correlation text, data text
        )) WITH ORDINALITY AS b (id, type, schema, at, actor, causation, correlation, data, n)
        ON CONFLICT (tenant, id) DO NOTHING;
      GET DIAGNOSTICS l_rows = ROW_COUNT;
      IF l_rows = w.size THEN
        l_position := l_position + w.size;
        o_call := w.call; o_outcome := 'written'; o_version := l_head + w.size; o_id := NULL;
        RETURN NEXT;
        CONTINUE;
      END IF;
      DELETE FROM ${schema}.events e WHERE e.tenant = p_tenant AND e.position > l_position;
    END IF;
    -- Something is wrong, and only now is it looked for: a retry, a wrong expectation or an id that is in use.
    SELECT count(e.id), max(e.version) INTO l_known, l_last
      FROM json_to_recordset(w.events) AS b (id text)
      JOIN ${schema}.events e ON e.tenant = p_tenant AND e.id = b.id AND e.stream = w.stream;
    o_call := w.call;
    IF w.size > 0 AND l_known = w.size THEN
      o_outcome := 'known'; o_version := l_last; o_id := NULL;
      RETURN NEXT;
      CONTINUE;
    END IF;
    IF w.expected <> l_head THEN
      o_outcome := 'stale'; o_version := l_head; o_id := NULL;
    ELSE
      SELECT b.id INTO o_id
        FROM ROWS FROM (json_to_recordset(w.events) AS (id text)) WITH ORDINALITY AS b (id, n)
        LEFT JOIN ${schema}.events e ON e.tenant = p_tenant AND e.id = b.id
        GROUP BY b.id HAVING count(e.id) > 0 OR count(*) > 1 ORDER BY min(b.n) LIMIT 1;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the counter of a tenant or a stream is behind its events' USING ERRCODE = 'data_corrupted';
      END IF;
      o_outcome := 'reused'; o_version := l_head;
    END IF;
    RETURN NEXT;
    l_refused := w.call;
    IF l_position > l_before THEN
      DELETE FROM ${schema}.events e WHERE e.tenant = p_tenant AND e.position > l_before;
      l_position := l_before;
    END IF;
  END LOOP;
  IF l_position <> l_end THEN
    UPDATE ${schema}.tenants t SET position = l_position WHERE t.tenant = p_tenant;
  END IF;
END
$body$;
`
