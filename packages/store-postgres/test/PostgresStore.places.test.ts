import { inspect } from "node:util"
import { EventStore, Position, Vault } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { afterAll, describe, expect, it } from "vitest"
import { PostgresStore } from "../src/index.ts"
import { append, ask, at, failure, read, result } from "./asking.ts"
import { query } from "./server.ts"
import { newStore, place, temporary, theServer } from "./temporary.ts"

const { url, stop } = await theServer()
afterAll(stop)

const elsewhere = (change: (address: URL) => void): Redacted.Redacted<string> => {
  const address = new URL(url)
  change(address)
  return Redacted.make(address.href)
}

describe("opening", () => {
  it("a schema that does not exist fails and makes none", () =>
    at(place(url), async (here) => {
      expect(await ask(here, read)).toMatchObject(failure("StoreMissing"))
      expect(await result(PostgresStore.migrate(here))).toMatchObject(failure("StoreMissing"))
      expect(await query(url, "SELECT 1 FROM pg_namespace WHERE nspname = $1", [here.schema])).toEqual([])
    }))

  it("a database that does not exist fails as missing, also when a store is created", () =>
    at(place(url), async ({ schema }) => {
      const here = { server: elsewhere((u) => Object.assign(u, { pathname: "no_such_city" })), schema }
      for (const outcome of [await ask(here, read), await result(PostgresStore.create(here))]) {
        expect(outcome).toMatchObject(failure("StoreMissing"))
      }
    }))

  it("an empty schema is a store that was not migrated", () =>
    at(place(url), async (here) => {
      await query(url, `CREATE SCHEMA "${here.schema}"`)
      expect(await ask(here, read)).toMatchObject(failure("StoreNotMigrated", { found: 0, needed: 1 }))
      expect(await result(PostgresStore.migrate(here))).toMatchObject({ success: { from: 0, to: 1 } })
      expect(await result(PostgresStore.migrate(here))).toMatchObject({ success: { from: 1, to: 1 } })
      expect(await ask(here, append("a"))).toMatchObject({ success: { version: 1 } })
    }))

  it.each([
    ["other tables", (schema: string) => `CREATE TABLE "${schema}".notes (text text)`],
    [
      "a table of our name that is none of ours",
      (schema: string) => `CREATE TABLE "${schema}".louyu_store (note text)`
    ],
    [
      "our table with nothing in it",
      (schema: string) => `CREATE TABLE "${schema}".louyu_store (version int, partitions int)`
    ]
  ])("a schema with %s is somebody else's and stays as it is", (_, tables) =>
    at(place(url), async (here) => {
      await query(url, `CREATE SCHEMA "${here.schema}"; ${tables(here.schema)}`)
      expect(await ask(here, read)).toMatchObject(failure("StoreForeign"))
      expect(await result(PostgresStore.migrate(here))).toMatchObject(failure("StoreForeign"))
      expect(await result(PostgresStore.create(here))).toMatchObject(failure("StoreExists"))
      const count = "SELECT count(*)::int AS n FROM pg_class c WHERE relnamespace = $1::regnamespace"
      expect(await query(url, count, [`"${here.schema}"`])).toEqual([{ n: 1 }])
    })
  )

  it("a store of a newer release fails and stays as it is", () =>
    at(newStore(url), async (here) => {
      const set = (version: number) => query(url, `UPDATE "${here.schema}".louyu_store SET version = ${version}`)
      await set(99)
      for (const outcome of [await ask(here, read), await result(PostgresStore.migrate(here))]) {
        expect(outcome).toMatchObject(failure("StoreNewer", { found: 99, supported: 1 }))
      }
      expect(await result(PostgresStore.create(here))).toMatchObject(failure("StoreExists"))
      await set(1)
      expect(await ask(here, read)).toMatchObject({ success: [] })
    }))

  it("a server that refuses the connection is unavailable, and never empty", async () => {
    const server = elsewhere((u) => Object.assign(u, { port: "1" }))
    const refused = failure("StoreUnavailable", { reason: "cannotOpen", detail: "ECONNREFUSED" })
    for (const outcome of [
      await ask({ server }, read),
      await result(PostgresStore.create({ server })),
      await result(PostgresStore.migrate({ server })),
      await result(PostgresStore.tenants({ server }))
    ]) {
      expect(outcome).toMatchObject(refused)
    }
  })

  it("works with the parts of an address, in any schema, and behind a pooler", () =>
    at(place(url), async ({ schema }) => {
      const { hostname: host, port, username: user, password, pathname } = new URL(url)
      const parts = { host, port: Number(port), user, database: pathname.slice(1), password: Redacted.make(password) }
      const here = { server: parts, schema: `${schema} 楼"宇`, pooler: true }
      try {
        expect(await result(PostgresStore.create(here))).toMatchObject({ _tag: "Success" })
        expect(await ask(here, append("a"))).toMatchObject({ success: { version: 1 } })
        expect(await ask({ ...here, pooler: false }, append("a"))).toMatchObject({ success: { duplicate: true } })
        expect(await result(PostgresStore.tenants(here))).toMatchObject({ success: ["pinghu"] })
      } finally {
        await query(url, `DROP SCHEMA IF EXISTS "${schema} 楼""宇" CASCADE`)
      }
    }))
})

describe("creating", () => {
  it("refuses a store that exists and leaves it as it is", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      expect(await result(PostgresStore.create(here))).toMatchObject(failure("StoreExists"))
      expect(await ask(here, read)).toMatchObject({ success: [{ id: "a" }] })
    }))

  it("succeeds for exactly one of several at once", () =>
    at(place(url), async (here) => {
      const results = await Promise.all([1, 2, 3, 4].map(() => result(PostgresStore.create(here))))
      const tags = results.map((r) => (r._tag === "Success" ? "created" : r.failure._tag)).toSorted()
      expect(tags).toEqual(["StoreExists", "StoreExists", "StoreExists", "created"])
      expect(await ask(here, append("a"))).toMatchObject({ success: { version: 1 } })
    }))

  it("divides events by tenant when told to, each tenant in one part", () =>
    at(newStore(url, { partitions: 3 }), async (here) => {
      const fill = Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        for (const tenant of [Sample.tenant, Sample.otherTenant]) {
          yield* store.append(tenant, Sample.stream, 0, Sample.events("a", 3))
        }
      })
      expect(await ask(here, fill)).toMatchObject({ _tag: "Success" })
      const text = `SELECT tenant, count(DISTINCT tableoid)::int AS parts, count(*)::int AS events
        FROM "${here.schema}".events GROUP BY tenant ORDER BY tenant`
      expect(await query(url, text)).toEqual([
        { tenant: "jiaxing", parts: 1, events: 3 },
        { tenant: "pinghu", parts: 1, events: 3 }
      ])
      const parts = "SELECT count(*)::int AS n FROM pg_inherits WHERE inhparent = $1::regclass"
      expect(await query(url, parts, [`"${here.schema}".events`])).toEqual([{ n: 3 }])
    }))

  it("keeps every key begun by the tenant", () =>
    at(newStore(url), async ({ schema }) => {
      const text = `SELECT i.relname, a.attname FROM pg_index x
        JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
        WHERE t.relnamespace = $1::regnamespace`
      const keys = await query(url, text, [`"${schema}"`])
      expect(keys).toHaveLength(6)
      expect(new Set(keys.map((key) => key.attname))).toEqual(new Set(["tenant"]))
    }))

  it("refuses a database that cannot keep all characters", () =>
    at(place(url), async ({ schema }) => {
      const name = `louyu_latin_${process.pid}`
      await query(url, `CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`)
      try {
        const here = { server: elsewhere((u) => Object.assign(u, { pathname: name })), schema }
        expect(await result(PostgresStore.create(here))).toMatchObject(
          failure("StoreUnavailable", { reason: "cannotOpen", detail: "server_encoding LATIN1" })
        )
      } finally {
        await query(url, `DROP DATABASE ${name}`)
      }
    }))
})

const writing = Effect.gen(function* () {
  const [store, vault] = [yield* EventStore.EventStore, yield* Vault.Vault]
  return yield* Effect.all(
    [
      append("b"),
      store.appendAll(Sample.tenant, [Sample.write(Sample.stream, "any", [Sample.event("c")])]),
      store.setCheckpoint(Sample.tenant, Sample.consumer, Position.afterCount(1)),
      vault.put(Sample.tenant, Sample.person, { name: Redacted.make("Anna") }),
      vault.erase(Sample.tenant, Sample.person)
    ].map((write: Effect.Effect<unknown, unknown, EventStore.EventStore>) => Effect.result(write))
  )
})
const allReadOnly = { success: Array.from({ length: 5 }, () => failure("StoreReadOnly")) }

describe("a store that may only be read", () => {
  it("because it was opened so, reads and refuses every kind of writing", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      expect(await ask({ ...here, readOnly: true }, writing)).toMatchObject(allReadOnly)
      expect(await ask({ ...here, readOnly: true }, read)).toMatchObject({ success: [{ id: "a" }] })
    }))

  it("because the server says so, reads and refuses every kind of writing", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      const options = "-c default_transaction_read_only=on"
      const server = elsewhere((u) => u.searchParams.set("options", options))
      expect(await ask({ ...here, server }, writing)).toMatchObject(allReadOnly)
      expect(await ask({ ...here, server }, read)).toMatchObject({ success: [{ id: "a" }] })
      const nowhere = { server, schema: `${here.schema} new` }
      expect(await result(PostgresStore.create(nowhere))).toMatchObject(failure("StoreReadOnly"))
    }))

  it("because the user has only the right to read, reads and refuses every kind of writing until more is granted", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      const user = `reader_${process.pid}`
      await query(url, `CREATE ROLE ${user} LOGIN PASSWORD 'secret-of-the-reader'`)
      try {
        const server = elsewhere((u) => Object.assign(u, { username: user, password: "secret-of-the-reader" }))
        const closed = failure("StoreUnavailable", { reason: "cannotOpen", detail: "42501" })
        expect(await ask({ ...here, server }, read)).toMatchObject(closed)
        await query(url, `GRANT USAGE ON SCHEMA "${here.schema}" TO ${user}`)
        await query(url, `GRANT SELECT ON ALL TABLES IN SCHEMA "${here.schema}" TO ${user}`)
        expect(await ask({ ...here, server }, writing)).toMatchObject(allReadOnly)
        expect(await ask({ ...here, server }, read)).toMatchObject({ success: [{ id: "a" }] })
        expect(await result(PostgresStore.scrub({ ...here, server }))).toMatchObject(failure("StoreReadOnly"))
        await query(url, `GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "${here.schema}" TO ${user}`)
        const written = { success: Array.from({ length: 5 }, () => ({ _tag: "Success" })) }
        expect(await ask({ ...here, server }, writing)).toMatchObject(written)
      } finally {
        await query(url, `DROP OWNED BY ${user}; DROP ROLE ${user}`)
      }
    }))
})

describe("a damaged store", () => {
  const damaged = (statement: string, question: Effect.Effect<unknown, unknown, EventStore.EventStore>) =>
    at(newStore(url), async (here) => {
      await ask(here, append("a", "b", "c"))
      await query(url, `SET search_path = "${here.schema}"; ${statement}`)
      return ask(here, question)
    })
  const all = Effect.flatMap(EventStore.EventStore, (s) => s.readAll(Sample.tenant, Position.start, 9))

  it("fails where an event is missing", async () => {
    const gap = "DELETE FROM events WHERE id = 'b'"
    expect(await damaged(gap, read)).toMatchObject(failure("StoreCorrupt", { at: "events/building-1@2" }))
    expect(await damaged(gap, all)).toMatchObject(failure("StoreCorrupt", { at: "events/2" }))
  })

  it("fails where the data of an event cannot be read, and does not show them", async () => {
    const answer = await damaged("UPDATE events SET data = '{\"name\": \"secr' WHERE id = 'c'", read)
    expect(answer).toMatchObject(failure("StoreCorrupt", { at: "events/building-1@3" }))
    expect(inspect(answer, { depth: 9 })).not.toContain("secr")
  })

  it("refuses to append where the counter of the tenant is behind", async () => {
    const behind = "UPDATE tenants SET position = 1"
    expect(await damaged(behind, append("d"))).toMatchObject(failure("StoreCorrupt"))
  })

  it("fails where a person's record cannot be read, and does not show it", () =>
    at(newStore(url), async (here) => {
      const text = `INSERT INTO "${here.schema}".people VALUES ('pinghu', 'person-1', '{"phone": "000-1234"}')`
      await query(url, text)
      const get = Effect.flatMap(Vault.Vault, (vault) => vault.get(Sample.tenant, Sample.person))
      const answer = await ask(here, get)
      expect(answer).toMatchObject(failure("StoreCorrupt", { at: "people/person-1" }))
      expect(inspect(answer, { depth: 9 })).not.toContain("000-1234")
    }))
})

describe("an erased person", () => {
  it("is in no row, and after scrubbing in no byte of the table", () =>
    at(newStore(url), async (here) => {
      const name = "Anna Invented"
      const bytes = async () => {
        await query(url, "CHECKPOINT")
        const text = "SELECT encode(pg_read_binary_file(pg_relation_filepath($1::regclass)), 'escape') AS bytes"
        return String((await query(url, text, [`"${here.schema}".people`]))[0]?.bytes)
      }
      const put = Effect.flatMap(Vault.Vault, (v) => v.put(Sample.tenant, Sample.person, { name: Redacted.make(name) }))
      const erase = Effect.flatMap(Vault.Vault, (v) => v.erase(Sample.tenant, Sample.person))
      await ask(here, Effect.andThen(put, erase))
      expect(await query(url, `SELECT record FROM "${here.schema}".people`)).toEqual([{ record: null }])
      expect(await bytes()).toContain(name)
      expect(await result(PostgresStore.scrub(here))).toMatchObject({ _tag: "Success" })
      expect(await bytes()).not.toContain(name)
      expect(await ask(here, put)).toMatchObject(failure("PersonErased"))
    }))
})

describe("secrets of an address", () => {
  it("are in no failure, whatever goes wrong", () =>
    at(newStore(url), async (here) => {
      const [user, password] = ["a-user-nobody-has", "a-password-nobody-has"]
      const bad = { username: user, password }
      const servers = [
        Redacted.make(`postgres://${user}:${password}@[not an address`),
        Redacted.make(`${user}:${password}@localhost/city`),
        // A character of a password that was not encoded divides the address at the wrong place.
        ...["/", "#", "?", "@", ":"].map((odd) =>
          Redacted.make(`postgres://${user}:12${odd}${password}@127.0.0.1:1/city`)
        ),
        ...["/", "#", "?"].map((odd) => Redacted.make(`postgres://${user}:12${odd}${password}@127.0.0.1:1`)),
        Redacted.make(`postgres://${user}:${password}@127.0.0.1:1`),
        Redacted.make(`postgres://${user}:${password}@127.0.0.1:1/city`),
        Redacted.make(`postgres://${user}:${password}@no-such-host.invalid/city`),
        elsewhere((u) => Object.assign(u, bad)),
        elsewhere((u) => Object.assign(u, { password })),
        elsewhere((u) => Object.assign(u, { ...bad, search: "?sslmode=verify-full" }))
      ]
      for (const server of servers) {
        for (const outcome of [await ask({ ...here, server }, read), await result(PostgresStore.migrate({ server }))]) {
          expect(outcome).toMatchObject(failure("StoreUnavailable", { reason: "cannotOpen" }))
          const shown = [inspect(outcome, { depth: 20, showHidden: true }), JSON.stringify(outcome)].join()
          expect(shown).not.toContain(password)
          expect(shown).not.toContain(user)
        }
      }
      const { password: real } = new URL(url)
      expect(inspect(PostgresStore.layer(here), { depth: 20, showHidden: true })).not.toContain(real)
    }))
})

describe("a store that was closed", () => {
  it("fails as closed, reading and writing", async () => {
    const kept = await Effect.runPromise(Effect.provide(EventStore.EventStore, temporary(url)))
    const closed = failure("StoreUnavailable", { reason: "closed" })
    expect(await result(kept.read(Sample.tenant, Sample.stream))).toMatchObject(closed)
    expect(await result(kept.append(Sample.tenant, Sample.stream, 0, [Sample.event("a")]))).toMatchObject(closed)
  })
})
