import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { EventStore, Position, Vault } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { describe, expect, it } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { newStore, path } from "./temporary.ts"

const inFolder = <A>(place: typeof path | typeof newStore, use: (file: string) => Promise<A>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(place, (file) => Effect.promise(() => use(file)))))

const read = Effect.flatMap(EventStore.EventStore, (store) => store.read(Sample.tenant, Sample.stream))
const readAll = Effect.flatMap(EventStore.EventStore, (store) => store.readAll(Sample.tenant, Position.start, 100))
const append = (...ids: ReadonlyArray<string>) =>
  Effect.flatMap(EventStore.EventStore, (store) =>
    store.append(
      Sample.tenant,
      Sample.stream,
      "any",
      ids.map((id) => Sample.event(id))
    )
  )

/** Runs a question on an opened file and gives its answer or its failure. */
const ask = <A, E>(options: SqliteStore.Options, question: Effect.Effect<A, E, EventStore.EventStore | Vault.Vault>) =>
  Effect.runPromise(Effect.result(Effect.provide(question, SqliteStore.layer(options))))

const result = <A, E>(effect: Effect.Effect<A, E>) => Effect.runPromise(Effect.result(effect))

const failure = (_tag: string, fields: object = {}) => ({ _tag: "Failure", failure: { _tag, ...fields } })

const sql = (file: string, statements: string): void => {
  const db = new DatabaseSync(file)
  db.exec(statements)
  db.close()
}

describe("opening", () => {
  it("a missing file fails and makes none", () =>
    inFolder(path, async (file) => {
      for (const readOnly of [true, false]) {
        expect(await ask({ file, readOnly }, read)).toMatchObject(failure("StoreMissing", { store: file }))
      }
      expect(await result(SqliteStore.migrate({ file }))).toMatchObject(failure("StoreMissing"))
      expect(existsSync(file)).toBe(false)
    }))

  it("a folder fails as a store that cannot be opened, not as a missing one", () =>
    inFolder(path, async (file) => {
      mkdirSync(file)
      expect(await ask({ file }, read)).toMatchObject(failure("StoreUnavailable", { reason: "cannotOpen" }))
    }))

  it.each(["", "hi", "not a database, ".repeat(1_000), `SQLite format 3\u0000${"x".repeat(5_000)}`])(
    "a file that is no store fails and stays as it is (%#)",
    (content) =>
      inFolder(path, async (file) => {
        writeFileSync(file, content)
        const expected = content === "" ? "StoreNotMigrated" : "StoreForeign"
        expect(await ask({ file }, read)).toMatchObject(failure(expected, { store: file }))
        expect(readFileSync(file, "utf8")).toBe(content)
      })
  )

  it("another program's database fails and stays as it is, also when migrated or created", () =>
    inFolder(path, async (file) => {
      sql(file, "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')")
      const before = readFileSync(file)
      expect(await ask({ file }, read)).toMatchObject(failure("StoreForeign"))
      expect(await result(SqliteStore.migrate({ file }))).toMatchObject(failure("StoreForeign"))
      expect(await result(SqliteStore.create({ file }))).toMatchObject(failure("StoreExists"))
      sql(file, "PRAGMA user_version = 1")
      expect(await ask({ file }, read)).toMatchObject(failure("StoreForeign"))
      sql(file, "PRAGMA user_version = 0")
      expect(readFileSync(file).subarray(100)).toEqual(before.subarray(100))
    }))

  it("an older store fails until it is migrated", () =>
    inFolder(path, async (file) => {
      sql(file, "PRAGMA journal_mode = WAL")
      expect(await ask({ file }, read)).toMatchObject(failure("StoreNotMigrated", { found: 0, needed: 1 }))
      expect(await result(SqliteStore.migrate({ file }))).toMatchObject({ success: { from: 0, to: 1 } })
      expect(await result(SqliteStore.migrate({ file }))).toMatchObject({ success: { from: 1, to: 1 } })
      expect(await ask({ file }, append("a"))).toMatchObject({ success: { version: 1 } })
    }))

  it("a store of a newer release fails and stays as it is", () =>
    inFolder(newStore, async (file) => {
      sql(file, "PRAGMA user_version = 99")
      const newer = failure("StoreNewer", { found: 99, supported: 1 })
      expect(await ask({ file }, read)).toMatchObject(newer)
      expect(await result(SqliteStore.migrate({ file }))).toMatchObject(newer)
      sql(file, "PRAGMA user_version = 1")
      expect(await ask({ file }, read)).toMatchObject({ success: [] })
    }))

  it("works at any path", () =>
    inFolder(path, async (file) => {
      const odd = `${dirname(file)}/楼宇 100%20?mode=ro#1.louyu`
      expect(await result(SqliteStore.create({ file: odd }))).toMatchObject({ _tag: "Success" })
      expect(existsSync(odd)).toBe(true)
      expect(await ask({ file: odd }, append("a"))).toMatchObject({ success: { version: 1 } })
    }))
})

describe("creating", () => {
  it("refuses a store that exists and leaves it as it is", () =>
    inFolder(newStore, async (file) => {
      await ask({ file }, append("a"))
      expect(await result(SqliteStore.create({ file }))).toMatchObject(failure("StoreExists", { store: file }))
      expect(await ask({ file }, read)).toMatchObject({ success: [{ id: "a" }] })
    }))

  it("finishes what a killed creation left", () =>
    inFolder(path, async (file) => {
      sql(file, "PRAGMA journal_mode = WAL")
      expect(await result(SqliteStore.create({ file }))).toMatchObject({ _tag: "Success" })
      expect(await ask({ file }, append("a"))).toMatchObject({ success: { version: 1 } })
    }))

  it("succeeds for exactly one of several at once", () =>
    inFolder(path, async (file) => {
      const results = await Promise.all([1, 2, 3, 4].map(() => result(SqliteStore.create({ file }))))
      const tags = results.map((r) => (r._tag === "Success" ? "created" : r.failure._tag)).toSorted()
      expect(tags).toEqual(["StoreExists", "StoreExists", "StoreExists", "created"])
    }))

  it("fails in a folder that does not exist", () =>
    inFolder(path, async (file) => {
      const place = { file: `${file}/none/city.louyu` }
      expect(await result(SqliteStore.create(place))).toMatchObject(
        failure("StoreUnavailable", { reason: "cannotOpen" })
      )
    }))
})

describe("a store opened for reading only", () => {
  it("reads, and refuses every kind of writing", () =>
    inFolder(newStore, async (file) => {
      await ask({ file }, append("a"))
      const options = { file, readOnly: true }
      expect(await ask(options, read)).toMatchObject({ success: [{ id: "a" }] })
      const writes = Effect.gen(function* () {
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
      const refused = Array.from({ length: 5 }, () => failure("StoreReadOnly", { store: file }))
      expect(await ask(options, writes)).toMatchObject({ success: refused })
      expect(await ask({ file }, read)).toMatchObject({ success: [{ id: "a" }] })
    }))
})

describe("a store in use by another program", () => {
  const locking = (file: string, lock: string, use: (holder: DatabaseSync) => Promise<void>) => {
    const holder = new DatabaseSync(file)
    holder.exec(lock)
    return use(holder).finally(() => holder.close())
  }

  it("is waited for, without stopping the process, and fails as locked in the end", () =>
    inFolder(newStore, (file) =>
      locking(file, "BEGIN IMMEDIATE", async () => {
        let [last, longestStop] = [performance.now(), 0]
        const timer = setInterval(() => {
          longestStop = Math.max(longestStop, performance.now() - last)
          last = performance.now()
        }, 1)
        const answer = await ask({ file, busyTimeoutMillis: 400 }, append("a"))
        clearInterval(timer)
        expect(answer).toMatchObject(failure("StoreLocked", { store: file, waitedMillis: expect.any(Number) }))
        expect(performance.now() - last).toBeLessThan(300)
        expect(longestStop).toBeLessThan(300)
        expect(await ask({ file }, read)).toMatchObject({ success: [] })
      })
    ))

  it("is written as soon as it is free", () =>
    inFolder(newStore, (file) =>
      locking(file, "BEGIN IMMEDIATE", async (holder) => {
        const waiting = ask({ file }, Effect.all([append("a"), append("b")], { concurrency: 2 }))
        setImmediate(() => setImmediate(() => holder.exec("COMMIT")))
        expect(await waiting).toMatchObject({ success: [{ version: 1 }, { version: 2 }] })
      })
    ))

  it("cannot be opened while it is locked for everybody, and says so", () =>
    inFolder(newStore, (file) =>
      locking(file, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE t (a)", async () => {
        expect(await ask({ file, busyTimeoutMillis: 20 }, read)).toMatchObject(failure("StoreLocked"))
        const place = { file, busyTimeoutMillis: 20 }
        expect(await result(SqliteStore.migrate(place))).toMatchObject(failure("StoreLocked"))
      })
    ))
})

describe("a damaged store", () => {
  const damaged = (statements: string, question: typeof read | typeof readAll) =>
    inFolder(newStore, async (file) => {
      await ask({ file }, append("a", "b", "c"))
      sql(file, statements)
      return ask({ file }, question as Effect.Effect<unknown, unknown, EventStore.EventStore>)
    })
  const at = (place: string) => failure("StoreCorrupt", { at: place })

  it("fails where an event is missing", async () => {
    const gap = "DELETE FROM events WHERE id = 'b'"
    expect(await damaged(gap, read)).toMatchObject(at("events/building-1@2"))
    expect(await damaged(gap, readAll)).toMatchObject(at("events/2"))
    const first = "DELETE FROM events WHERE id = 'a'"
    expect(await damaged(first, read)).toMatchObject(at("events/building-1@1"))
  })

  it("fails where the data of an event cannot be read, and does not show them", async () => {
    const cut = "UPDATE events SET data = '{\"name\": \"secr' WHERE id = 'c'"
    expect(await damaged(cut, read)).toMatchObject(at("events/building-1@3"))
    expect(await damaged(cut, readAll)).toMatchObject(at("events/building-1@3"))
    expect(JSON.stringify(await damaged(cut, read))).not.toContain("secr")
  })

  it("fails where a person's record cannot be read, and does not show it", () =>
    inFolder(newStore, async (file) => {
      sql(file, "INSERT INTO people VALUES ('pinghu', 'person-1', '{\"phone\": \"000-1234\"}')")
      const get = Effect.flatMap(Vault.Vault, (vault) => vault.get(Sample.tenant, Sample.person))
      const answer = await ask({ file }, get)
      expect(answer).toMatchObject(at("people/person-1"))
      expect(JSON.stringify(answer)).not.toContain("000-1234")
    }))

  it("fails where pages were overwritten", () =>
    inFolder(newStore, async (file) => {
      const many = Array.from({ length: 300 }, (_, index) => `e-${index}`)
      await ask({ file }, append(...many))
      const handle = openSync(file, "r+")
      writeSync(handle, new Uint8Array(4_096 * 6).fill(0x41), 0, 4_096 * 6, 4_096 * 6)
      expect(await ask({ file }, read)).toMatchObject(failure("StoreCorrupt"))
    }))
})

describe("an erased person", () => {
  it("cannot be found in the store's files any more", () =>
    inFolder(newStore, async (file) => {
      const name = "Anna Invented"
      const holds = () =>
        ["", "-wal"].filter((suffix) => existsSync(file + suffix) && readFileSync(file + suffix).includes(name))
      const asked = Effect.gen(function* () {
        const vault = yield* Vault.Vault
        yield* vault.put(Sample.tenant, Sample.person, { name: Redacted.make(name) })
        const before = holds()
        // A long record takes pages of its own, which are free afterwards and keep their bytes unless overwritten.
        const further = { note: Redacted.make(`${name} `.repeat(1_000)) }
        yield* vault.put(Sample.tenant, Sample.person, { name: Redacted.make(name), further })
        yield* vault.erase(Sample.tenant, Sample.person)
        return { before, after: holds() }
      })
      expect(await ask({ file }, asked)).toMatchObject({ success: { before: ["-wal"], after: [] } })
      expect(holds()).toEqual([])
    }))

  it("is not reported as erased while somebody still reads the journal that holds the record", () =>
    inFolder(newStore, async (file) => {
      const asked = Effect.gen(function* () {
        const vault = yield* Vault.Vault
        yield* vault.put(Sample.tenant, Sample.person, { name: Redacted.make("Anna Invented") })
        const reader = new DatabaseSync(file)
        reader.exec("BEGIN; SELECT count(*) FROM people")
        const first = yield* Effect.result(vault.erase(Sample.tenant, Sample.person))
        reader.close()
        return [first, yield* Effect.result(vault.erase(Sample.tenant, Sample.person))]
      })
      expect(await ask({ file, busyTimeoutMillis: 20 }, asked)).toMatchObject({
        success: [failure("StoreLocked"), { _tag: "Success" }]
      })
    }))
})

describe("a store that was closed", () => {
  it("fails as closed, reading and writing", async () => {
    const { store, file } = await inFolder(newStore, async (place) => ({
      file: place,
      store: await Effect.runPromise(Effect.provide(EventStore.EventStore, SqliteStore.layer({ file: place })))
    }))
    const closed = failure("StoreUnavailable", { reason: "closed", store: file })
    expect(await result(store.read(Sample.tenant, Sample.stream))).toMatchObject(closed)
    expect(await result(store.append(Sample.tenant, Sample.stream, 0, [Sample.event("a")]))).toMatchObject(closed)
    const writes = [Sample.write(Sample.stream, 0, [Sample.event("a")])]
    expect(await result(store.appendAll(Sample.tenant, writes))).toMatchObject(closed)
  })
})
