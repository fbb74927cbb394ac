import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { isBusy, isUniqueViolation, toStoreError } from "../src/errors.ts"

const store = "city.louyu"

/** What the driver throws, with the primary result codes of https://www.sqlite.org/rescode.html. */
const thrown = (errcode: number): Error => Object.assign(new Error("driver"), { code: "ERR_SQLITE_ERROR", errcode })

const named: Record<number, object> = {
  5: { _tag: "StoreLocked" },
  6: { _tag: "StoreLocked" },
  8: { _tag: "StoreReadOnly" },
  10: { _tag: "StoreUnavailable", reason: "inputOutput", detail: "SQLite 10" },
  11: { _tag: "StoreCorrupt", at: "file" },
  13: { _tag: "StoreUnavailable", reason: "diskFull" },
  14: { _tag: "StoreUnavailable", reason: "cannotOpen" },
  26: { _tag: "StoreForeign" }
}

describe("the mapping of driver errors", () => {
  it.each(Array.from({ length: 28 }, (_, index) => index + 1))("answers SQLite's code %i", (code) => {
    const expected = named[code] ?? { _tag: "StoreUnavailable", reason: "other", detail: `SQLite ${code}` }
    expect(toStoreError(store, thrown(code))).toMatchObject({ store, ...expected })
  })

  it("answers extended codes as their primary ones", () => {
    expect(toStoreError(store, thrown(10 + (3 << 8)))).toMatchObject({ reason: "inputOutput", detail: "SQLite 778" })
    expect(toStoreError(store, thrown(8 + (5 << 8)))).toMatchObject({ _tag: "StoreReadOnly" })
    expect(isBusy(thrown(5 + (2 << 8)))).toBe(true)
    expect(isBusy(thrown(19))).toBe(false)
  })

  it("says how long a busy file was waited for", () => {
    expect(toStoreError(store, thrown(5), 5_000.4)).toMatchObject({ _tag: "StoreLocked", waitedMillis: 5_000 })
  })

  it("leaves what is no driver error alone: that is a bug and must be seen", () => {
    for (const bug of [new TypeError("bug"), new RangeError("bug"), "bug", undefined]) {
      expect(toStoreError(store, bug)).toBeUndefined()
    }
  })

  it("knows what the driver really throws", () => {
    const caught = (use: (db: DatabaseSync) => void): unknown => {
      const db = new DatabaseSync(":memory:")
      db.exec("CREATE TABLE t (a PRIMARY KEY, b, UNIQUE (b)); INSERT INTO t VALUES (1, 1)")
      try {
        return use(db)
      } catch (cause) {
        return cause
      }
    }
    expect(isUniqueViolation(caught((db) => db.exec("INSERT INTO t VALUES (1, 2)")))).toBe(true)
    expect(isUniqueViolation(caught((db) => db.exec("INSERT INTO t VALUES (2, 1)")))).toBe(true)
    expect(isUniqueViolation(caught((db) => db.exec("INSERT INTO no VALUES (1)")))).toBe(false)
    const used = (use: (db: DatabaseSync) => void) => toStoreError(store, caught(use))
    expect(used((db) => db.exec("INSERT INTO no VALUES (1)"))).toMatchObject({ reason: "other", detail: "SQLite 1" })
    const afterClosing = (db: DatabaseSync) => {
      db.close()
      db.exec("SELECT 1")
    }
    expect(used(afterClosing)).toMatchObject({ _tag: "StoreUnavailable", reason: "closed" })
    expect(used((db) => db.prepare("SELECT 1 WHERE ?").get({} as never))).toBeUndefined()
  })
})
