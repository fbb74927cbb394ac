import { EventStore, Position } from "@louyu/ports"
import { PostgresStore } from "@louyu/store-postgres"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { PgBoss } from "pg-boss"
import { compare, wall } from "../store/measure.ts"
import { type Append, appends, tenant } from "../store/workload.ts"
import { compared } from "./appends.ts"
import { RawPostgres } from "./raw.ts"
import type { Server } from "./server.ts"

/** So many are taken at a time, by everybody. */
const batch = 100
const consumer = Position.ConsumerId.make("notices")

/** Seconds for appending with the promise to deliver, and for taking everything out; how many came out. */
interface Ran {
  readonly enqueue: number
  readonly drain: number
  readonly delivered: number
}

// The log is the outbox: there is nothing to enqueue, and a checkpoint remembers what was taken.
const byLog = async (server: Server, calls: ReadonlyArray<Append>): Promise<Ran> => {
  const options = { server: Redacted.make(await server.database()) }
  await Effect.runPromise(PostgresStore.create(options))
  const work = Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    let stop = wall()
    for (const { stream, expected, events } of calls) yield* store.append(tenant, stream, expected, events)
    const enqueue = stop()
    stop = wall()
    let delivered = 0
    for (;;) {
      const page = yield* store.readAll(tenant, yield* store.checkpoint(tenant, consumer), batch)
      delivered += page.length
      const last = page.at(-1)
      if (last === undefined) return { enqueue, drain: stop(), delivered }
      yield* store.setCheckpoint(tenant, consumer, last.position)
    }
  })
  return Effect.runPromise(Effect.provide(work, PostgresStore.layer(options)))
}

// One statement does it all: the events, and a row of the outbox for each; taken and removed with SKIP LOCKED.
const byHand = async (server: Server, calls: ReadonlyArray<Append>): Promise<Ran> => {
  const url = await server.database()
  await RawPostgres.create(url)
  const raw = await RawPostgres.open(url)
  let stop = wall()
  for (const call of calls) {
    const { text = "", values = [] } = raw.statement(call)
    const both = `${text.replace("INSERT INTO events", ", added AS (INSERT INTO events")} RETURNING id)
      INSERT INTO outbox (event) SELECT id FROM added`
    await raw.client.query({ name: "both", text: both, values })
  }
  const enqueue = stop()
  stop = wall()
  const text = `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING event, (SELECT data FROM events WHERE tenant = '${tenant}' AND id = event)`
  let delivered = 0
  for (;;) {
    const { rows } = await raw.client.query({ name: "drain", text })
    delivered += rows.length
    if (rows.length === 0) break
  }
  const drain = stop()
  await raw.close()
  return { enqueue, drain, delivered }
}

// A transaction with the events and a job for each, as its documentation has it.
const byPgBoss = async (server: Server, calls: ReadonlyArray<Append>): Promise<Ran> => {
  const url = await server.database()
  await RawPostgres.create(url)
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue("notices")
  const raw = await RawPostgres.open(url)
  const db = {
    executeSql: async (text: string, values?: ReadonlyArray<unknown>) => raw.client.query(text, [...(values ?? [])])
  }
  let stop = wall()
  for (const call of calls) {
    await raw.client.query("BEGIN")
    await raw.append(call)
    await boss.insert(
      "notices",
      call.events.map((event) => ({ data: { event } })),
      { db }
    )
    await raw.client.query("COMMIT")
  }
  const enqueue = stop()
  stop = wall()
  let delivered = 0
  for (;;) {
    const jobs = await boss.fetch("notices", { batchSize: batch })
    delivered += jobs.length
    if (jobs.length === 0) break
    await boss.complete(
      "notices",
      jobs.map((job) => job.id)
    )
  }
  const drain = stop()
  await raw.close()
  await boss.stop({ graceful: false })
  return { enqueue, drain, delivered }
}

/** Row 18: append with a promise to deliver, then deliver everything. */
export const outboxLines = async (server: Server, count: number, rounds: number): Promise<ReadonlyArray<string>> => {
  const calls = appends(count)
  const drains = new Map<string, Array<number>>()
  const way = (name: string, run: (s: Server, c: ReadonlyArray<Append>) => Promise<Ran>) => {
    drains.set(name, [])
    let round = 0
    return {
      name,
      run: async () => {
        const { enqueue, drain, delivered } = await run(server, calls)
        // The first round does not count, as in `compare`.
        if (round++ > 0) drains.get(name)?.push(delivered / drain)
        return { seconds: enqueue, checksum: delivered }
      }
    }
  }
  const ways = [way("raw", byHand), way("ours", byLog), way("peer", byPgBoss)]
  const enqueued = await compare(count, rounds, ways)
  return (
    [
      [`${count} appends with a notice for each event`, enqueued],
      ["notices taken out", drains]
    ] as const
  ).map(([what, measured]) => compared(what, measured))
}
