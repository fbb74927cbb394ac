import { Position, StoreError } from "@louyu/ports"
import { describe, expect, it } from "vitest"

const store = "city.louyu"
const at = { tenant: "pinghu", stream: "building-1" }

const all = [
  new StoreError.VersionConflict({ ...at, expected: 3, actual: 5 }),
  new StoreError.EventIdReused({ ...at, id: "e-1" }),
  new StoreError.PersonErased({ tenant: "pinghu", person: "person-1" }),
  new StoreError.StoreUnavailable({ store, reason: "diskFull", detail: undefined }),
  new StoreError.StoreUnavailable({ store, reason: "inputOutput", detail: "SQLite 522" }),
  new StoreError.StoreLocked({ store, waitedMillis: 5_000 }),
  new StoreError.StoreReadOnly({ store }),
  new StoreError.StoreMissing({ store }),
  new StoreError.StoreExists({ store }),
  new StoreError.StoreForeign({ store }),
  new StoreError.StoreNotMigrated({ store, found: 1, needed: 2 }),
  new StoreError.StoreNewer({ store, found: 3, supported: 2 }),
  new StoreError.StoreCorrupt({ store, at: "events/building-1@7" })
]

describe("errors of stores", () => {
  it.each(all.map((error) => [error.code, error] as const))("%s explains itself in both languages", (code, error) => {
    expect(code).toBe(`ports/${error._tag}`)
    expect(error.text.zh).toMatch(/\p{Script=Han}.*。$/u)
    expect(error.text.en).toMatch(/^[A-Z\p{Ll}].*\.$/u)
    expect(error.text.en).not.toMatch(/undefined|\p{Script=Han}/u)
    expect(error.message).toBe(error.text.en)
  })

  it("have a code each", () => {
    expect(new Set(all.map((e) => e.code)).size).toBe(all.length - 1)
  })

  it("name the driver's own code when there is one", () => {
    expect(all[4]?.text.en).toContain("(SQLite 522)")
    expect(all[3]?.text.en).not.toContain("(")
  })
})

describe("a position that counts", () => {
  it("goes there and back", () => {
    for (const count of [0, 1, 9, 10, 1_000_000, Number.MAX_SAFE_INTEGER]) {
      expect(Position.toCount(Position.afterCount(count))).toBe(count)
    }
    expect(Position.afterCount(0)).toBe(Position.start)
  })

  it.each(["12-4", "-1", "1.5", "01", "1e3", "x"])("is not made of %s, which another store gave", (text) => {
    expect(() => Position.toCount(Position.Position.make(text))).toThrow("did not come from this store")
  })
})
