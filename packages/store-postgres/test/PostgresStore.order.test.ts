import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { Identifier } from "@louyu/kernel"
import { EventStore, Position } from "@louyu/ports"
import { ModelStore, Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { Client } from "pg"
import { afterAll, describe, expect, it } from "vitest"
import { encode, line } from "../src/batches.ts"
import { PostgresStore } from "../src/index.ts"
import { append, ask, at, during, everything, meanwhile, type Place } from "./asking.ts"
import { query } from "./server.ts"
import { newStore, place, theServer } from "./temporary.ts"

const { url, stop } = await theServer()
afterAll(stop)

describe("who reads while a transaction with a lower number is still open", () => {
  it("loses its event for ever with a sequence and the plain query", () =>
    at(place(url), async ({ schema }) => {
      const log = `"${schema}".log`
      await query(url, `CREATE SCHEMA "${schema}"; CREATE TABLE ${log} (position bigserial PRIMARY KEY, id text)`)
      const after = (position: number) =>
        query(url, `SELECT position::int, id FROM ${log} WHERE position > $1 ORDER BY position`, [position])
      const insert = (id: string) => `INSERT INTO ${log} (id) VALUES ('${id}')`
      await during(url, insert("early"), async (commit) => {
        await query(url, insert("late"))
        const seen = await after(0)
        expect(seen).toEqual([{ position: 2, id: "late" }])
        await commit()
        expect(await after(2)).toEqual([])
      })
      expect(await after(0)).toHaveLength(2)
    }))

  it("misses nothing in the store: whoever comes later waits, and gets the later position", () =>
    at(newStore(url), async (here) => {
      const write = encode(Sample.write(Sample.otherStream, 0, [Sample.event("early")]))
      const early = `SELECT "${here.schema}".append('${Sample.tenant}', 1, '[${line(0, write, write.parts[0])}]')`
      const answer = await during(url, early, (commit) =>
        ask(
          here,
          Effect.gen(function* () {
            const store = yield* EventStore.EventStore
            const follow = (after: Position.Position) => store.readAll(Sample.tenant, after, 10)
            const { started, other } = yield* meanwhile(url, append("late"), async () => {
              const before = await ask(here, everything)
              await commit()
              return before
            })
            const rest = yield* follow(Position.start)
            return { started, before: other, rest: rest.map((r) => [r.position, r.event.id]) }
          })
        )
      )
      const rest = [
        ["1", "early"],
        ["2", "late"]
      ]
      expect(answer).toMatchObject({ success: { started: { success: { version: 1 } }, before: { success: [] }, rest } })
    }))

  it("is not held up by a transaction that has nothing to do with the store", () =>
    at(newStore(url), (here) =>
      during(url, "SELECT pg_current_xact_id()", async () => {
        await ask(here, append("a"))
        expect(await ask(here, everything)).toMatchObject({ success: [{ event: { id: "a" } }] })
      })
    ))
})

const rival = async ({ schema }: Place, ...args: ReadonlyArray<string>): Promise<number> => {
  const script = fileURLToPath(new URL("children/rival.ts", import.meta.url))
  const env = { ...process.env, LOUYU_RIVAL_URL: url, LOUYU_RIVAL_SCHEMA: schema }
  const child = spawn(process.execPath, [script, ...args], { env })
  child.stderr.pipe(process.stderr)
  const closed = once(child, "close")
  let text = ""
  for await (const chunk of child.stdout) text += chunk
  expect((await closed)[0]).toBe(0)
  return Number(text)
}

describe("two processes of four writers each, on the same streams", () => {
  it("lose nothing, double nothing and build only on what they have seen, and a reader that follows sees it all", () =>
    at(newStore(url), async (here) => {
      const [writers, appends] = [4, 25]
      const names = ["a", "b"]
      let running = true
      const finished = Promise.all(names.map((name) => rival(here, name, `${writers}`, `${appends}`)))
      void finished.finally(() => {
        running = false
      })
      const follow = Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        const seen: Array<EventStore.Recorded> = []
        let after = Position.start
        for (;;) {
          const last = !running
          const page = yield* store.readAll(Sample.tenant, after, 10)
          seen.push(...page)
          after = page.at(-1)?.position ?? after
          if (last && page.length === 0) return { seen, all: yield* everything }
        }
      })
      const { seen, all } = Result.getOrThrow(await ask(here, follow))
      const conflicts = await finished
      expect(seen).toEqual(all)
      const count = (length: number) => Array.from({ length }, (_, n) => n)
      const expected = names.flatMap((name) =>
        count(writers).flatMap((w) => count(appends).flatMap((n) => [`${name}-${w}-${n}-1`, `${name}-${w}-${n}-2`]))
      )
      expect(seen.map((r) => r.event.id).toSorted()).toEqual(expected.toSorted())
      for (const { event } of seen) {
        expect(event.data).toEqual({ seen: event.version - (event.id.endsWith("-1") ? 1 : 2) })
      }
      expect(conflicts.every(Number.isSafeInteger)).toBe(true)
    }))
})

describe("a database that runs everything serializable", () => {
  it("is written, and what it rolls back because of others is sent again", () =>
    at(newStore(url), async (here) => {
      const address = new URL(url)
      address.searchParams.set("options", "-c default_transaction_isolation=serializable")
      const server = Redacted.make(address.href)
      const rolledBack = async () => {
        const text = "SELECT xact_rollback::int AS n FROM pg_stat_database WHERE datname = current_database()"
        return Number((await query(url, text))[0]?.n)
      }
      await ask(here, append("a"))
      const before = await rolledBack()
      // Whoever waited for this one is refused when it commits.
      const touch = `UPDATE "${here.schema}".tenants SET position = position`
      const many = Effect.all([append("b"), append("c"), append("d")], { concurrency: "unbounded" })
      const answer = await during(url, touch, (commit) => ask({ ...here, server }, meanwhile(url, many, commit)))
      expect(answer).toMatchObject({ success: { started: { _tag: "Success" } } })
      expect(await ask(here, everything)).toMatchObject({ success: { length: 4 } })
      expect(await rolledBack()).toBeGreaterThan(before)
    }))
})

const stream = (name: string) => Identifier.StreamId.make(name)
const [one, two] = [stream("one"), stream("two")]
const some = Sample.events("a", 9_000)

describe("a batch that is too large for one statement", () => {
  const cases: ReadonlyArray<readonly [string, ReadonlyArray<EventStore.Write>]> = [
    ["is written", [Sample.write(one, 0, some)]],
    ["is written between others", [Sample.write(two, 0, Sample.events("x", 2)), Sample.write(one, "any", some)]],
    ["is refused when it is stale", [Sample.write(two, 0, Sample.events("x", 2)), Sample.write(one, 3, some)]],
    ["is refused when an id of its end is in use", [Sample.write(one, 0, [...some, Sample.event("known-2")])]],
    ["is refused when an id of its beginning is in use", [Sample.write(one, 0, [Sample.event("known-1"), ...some])]],
    ["is refused when its last id is also its first", [Sample.write(one, 0, [...some, Sample.event("a-1")])]],
    ["is acknowledged when it comes twice", [Sample.write(one, 0, some), Sample.write(one, 0, some)]],
    [
      "is stale, or else reused, when its beginning is known",
      [Sample.write(one, 0, some.slice(0, 4_096)), Sample.write(one, 7, some)]
    ],
    [
      "is reused when its beginning is known and it expects that",
      [Sample.write(one, 0, some.slice(0, 4_096)), Sample.write(one, 4_096, some)]
    ],
    ["is taken back with all others", [Sample.write(one, 0, some), Sample.write(two, 5, Sample.events("x", 1))]]
  ]

  // The id told is any of those that stand in the way.
  const outcome = (result: Result.Result<unknown, { readonly _tag: string }>) =>
    Result.isSuccess(result) ? result.success : result.failure._tag

  it.each(cases)("%s, as by the plain model, also when it is sent again", (_, writes) =>
    at(newStore(url), async (here) => {
      const model = new ModelStore.ModelStore()
      const known = Sample.write(stream("known"), 0, Sample.events("known", 3))
      const sent = Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        for (const call of [[known], writes, writes]) {
          const actual = yield* Effect.result(store.appendAll(Sample.tenant, call))
          expect(outcome(actual)).toEqual(outcome(model.appendAll(Sample.tenant, call)))
        }
        return (yield* everything).map(({ event }) => `${event.stream} ${event.version} ${event.id}`)
      })
      const stored = Result.getOrThrow(await ask(here, sent))
      expect(stored).toEqual(model.of(Sample.tenant).map((e) => `${e.stream} ${e.version} ${e.id}`))
    })
  )
})

describe("appends that travel together", () => {
  it("are sent again one by one when the server refuses them together, and only those fail that must", () =>
    at(newStore(url), async (here) => {
      await query(url, `ALTER TABLE "${here.schema}".events ADD CHECK (type <> 'Forbidden')`)
      const many = Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        const send = (n: number) => {
          const event = { ...Sample.event(`e-${n}`), ...(n === 3 ? { type: "Forbidden" } : {}) }
          return Effect.result(store.append(Sample.tenant, stream(`s-${n}`), n === 5 ? 7 : 0, [event]))
        }
        const answers = yield* Effect.forEach([0, 1, 2, 3, 4, 5, 6], send, { concurrency: "unbounded" })
        const transactions = yield* everything
        return { outcomes: answers.map((a) => (a._tag === "Success" ? "written" : a.failure._tag)), transactions }
      })
      const { outcomes, transactions } = Result.getOrThrow(await ask(here, many))
      const [ok, no] = ["written", "StoreUnavailable"]
      expect(outcomes).toEqual([ok, ok, ok, no, ok, "VersionConflict", ok])
      expect(transactions.map((r) => [r.position, r.event.id])).toEqual([
        ["1", "e-0"],
        ["2", "e-1"],
        ["3", "e-2"],
        ["4", "e-4"],
        ["5", "e-6"]
      ])
    }))

  it("share their commits", () =>
    at(newStore(url), async (here) => {
      const many = Effect.flatMap(EventStore.EventStore, (store) =>
        Effect.forEach(
          Array.from({ length: 100 }, (_, n) => n),
          (n) => store.append(Sample.tenant, stream(`s-${n}`), 0, [Sample.event(`e-${n}`)]),
          { concurrency: "unbounded", discard: true }
        )
      )
      expect(await ask(here, many)).toMatchObject({ _tag: "Success" })
      const text = `SELECT count(DISTINCT xmin::text)::int AS commits, count(*)::int AS events FROM "${here.schema}".events`
      expect(await query(url, text)).toEqual([{ commits: 2, events: 100 }])
    }))
})

describe("the keys of the tables", () => {
  it("hold against writers who go round the store", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      const client = new Client({ connectionString: url })
      await client.connect()
      const insert = (position: number, version: number, id: string) =>
        client.query(
          `INSERT INTO "${here.schema}".events SELECT tenant, $1, stream, $2, $3, type, schema_version, recorded_at, actor,
           causation, correlation, data FROM "${here.schema}".events WHERE id = 'a'`,
          [position, version, id]
        )
      try {
        for (const [position, version, id] of [
          [1, 2, "b"],
          [2, 1, "b"],
          [2, 2, "a"]
        ] as const) {
          await expect(insert(position, version, id)).rejects.toMatchObject({ code: "23505" })
        }
      } finally {
        await client.end()
      }
      const layer = PostgresStore.layer(here)
      const again = await Effect.runPromise(Effect.provide(append("b"), layer))
      expect(again).toEqual({ version: 2, duplicate: false })
    }))
})
