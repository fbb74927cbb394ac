import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT } from "@duckdb/node-api"
import { days, ids, type Prospects } from "./prospects.ts"
import type { Asking } from "./questions.ts"

const size = 2_048

// One column after another, in chunks of the size DuckDB works in.
const load = async (
  connection: DuckDBConnection,
  table: string,
  columns: ReadonlyArray<Uint32Array | Int32Array | Uint8Array>
): Promise<void> => {
  const types = columns.map((column) => (column instanceof Uint8Array ? UTINYINT : INTEGER))
  const appender = await connection.createAppender(table)
  const amount = columns[0]?.length ?? 0
  for (let from = 0; from < amount; from += size) {
    const chunk = DuckDBDataChunk.create(types, Math.min(size, amount - from))
    columns.forEach((column, index) => {
      chunk.setColumnValues(index, Array.from(column.subarray(from, from + size)))
    })
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

const began = ({ region, subjects, at }: Prospects): Int32Array => {
  const first = new Int32Array(region.length).fill(-1)
  for (let step = 0; step < subjects.length; step++) {
    const subject = subjects[step] as number
    if (first[subject] === -1) first[subject] = at[step] as number
  }
  return first
}

const reached = "SELECT stage, count(DISTINCT prospect)::INTEGER FROM events GROUP BY stage"

const queries = {
  reached: `${reached} ORDER BY stage`,
  dwell: `SELECT stage, count(*)::INTEGER, avg(spell), quantile_disc(spell, 0.5), quantile_disc(spell, 0.9)
    FROM (SELECT stage, lead(day) OVER (PARTITION BY prospect ORDER BY day) - day AS spell FROM events)
    WHERE spell IS NOT NULL GROUP BY stage ORDER BY stage`,
  cohorts: `SELECT began // 30 AS month, region, count(*)::INTEGER, count(*) FILTER (there - began <= 90)::INTEGER
    FROM prospects LEFT JOIN (SELECT prospect, min(day) AS there FROM events WHERE stage = 6 GROUP BY prospect) USING (prospect)
    GROUP BY ALL ORDER BY month, region`,
  past: `SELECT stage, count(DISTINCT prospect)::INTEGER FROM events JOIN prospects USING (prospect)
    WHERE day <= ${days / 2} AND region IN (1, 4, 7) GROUP BY stage ORDER BY stage`
}

/** DuckDB in memory with two threads, holding the same steps in the order of time; what it holds, and how to end it. */
export const open = async (
  all: Prospects
): Promise<Required<Asking> & { readonly bytes: number; readonly close: () => void }> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" })
  const connection = await instance.connect()
  await connection.run("CREATE TABLE events (prospect INTEGER, stage UTINYINT, day INTEGER)")
  await connection.run("CREATE TABLE prospects (prospect INTEGER, region UTINYINT, began INTEGER)")
  await load(connection, "events", [all.subjects, all.stages, all.at])
  const numbers = Uint32Array.from(all.region.keys())
  await load(connection, "prospects", [numbers, all.region, began(all)])
  const rows = async (query: string): Promise<ReadonlyArray<ReadonlyArray<number>>> =>
    (await connection.runAndReadAll(query)).getRows().map((row) => row.map(Number))
  const counts = async (query: string) => {
    const found = new Map((await rows(query)).map(([stage, leads]) => [stage, leads ?? 0]))
    return ids.map((_, stage) => found.get(stage) ?? 0)
  }
  const [[held = 0] = []] = await rows("SELECT sum(memory_usage_bytes) FROM duckdb_memory()")
  const insert = await connection.prepare("INSERT INTO events VALUES ($1, $2, $3)")
  return {
    name: "DuckDB",
    bytes: held,
    reached: () => counts(queries.reached),
    dwell: () => rows(queries.dwell),
    cohorts: () => rows(queries.cohorts),
    past: () => counts(queries.past),
    append: async (subject, stage, at) => {
      insert.bindInteger(1, subject)
      insert.bindUTinyInt(2, stage)
      insert.bindInteger(3, at)
      await insert.run()
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    }
  }
}
