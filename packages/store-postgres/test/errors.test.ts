import { DatabaseError } from "pg"
import { describe, expect, it } from "vitest"
import { DamagedRow, isLock, isOrderly, isTransient, NotConnected, ReadOnly, toStoreError } from "../src/errors.ts"

const store = "db:5432/city/louyu"

const said = (code: string, severity = "ERROR") =>
  Object.assign(new DatabaseError("secret words", 12, "error"), { code, severity, detail: "Key (id)=(secret)" })
const system = (code: string) => Object.assign(new Error(`connect ${code} secret`), { code, syscall: "connect" })

describe("the mapping of what goes wrong", () => {
  it.each([
    ["55P03", { _tag: "StoreLocked" }],
    ["40001", { _tag: "StoreLocked" }],
    ["40P01", { _tag: "StoreLocked" }],
    ["25006", { _tag: "StoreReadOnly" }],
    ["3D000", { _tag: "StoreMissing" }],
    ["3F000", { _tag: "StoreMissing" }],
    ["42P01", { _tag: "StoreMissing" }],
    ["42883", { _tag: "StoreMissing" }],
    ["53100", { _tag: "StoreUnavailable", reason: "diskFull" }],
    ["58030", { _tag: "StoreUnavailable", reason: "inputOutput" }],
    ["28P01", { _tag: "StoreUnavailable", reason: "cannotOpen", detail: "28P01" }],
    ["28000", { _tag: "StoreUnavailable", reason: "cannotOpen" }],
    ["42501", { _tag: "StoreUnavailable", reason: "cannotOpen" }],
    ["53300", { _tag: "StoreUnavailable", reason: "cannotOpen", detail: "53300" }],
    ["57P03", { _tag: "StoreUnavailable", reason: "cannotOpen" }],
    ["57P01", { _tag: "StoreUnavailable", reason: "connection", detail: "57P01" }],
    ["57014", { _tag: "StoreUnavailable", reason: "other" }],
    ["08006", { _tag: "StoreUnavailable", reason: "connection" }],
    ["23505", { _tag: "StoreCorrupt" }],
    ["XX001", { _tag: "StoreCorrupt" }],
    ["XX002", { _tag: "StoreCorrupt" }],
    ["XX000", { _tag: "StoreUnavailable", reason: "other", detail: "XX000" }],
    ["42601", { _tag: "StoreUnavailable", reason: "other" }]
  ])("answers %s, also while connecting, with nothing of the server's words", (code, expected) => {
    for (const cause of [said(code), new NotConnected(said(code))]) {
      const error = toStoreError(store, cause)
      expect(error).toMatchObject({ store, ...expected })
      expect(JSON.stringify([error, error?.text])).not.toContain("secret")
    }
  })

  it.each(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENOENT", "EACCES", "SELF_SIGNED_CERT_IN_CHAIN"])(
    "answers the system's %s while connecting as a store that cannot be opened",
    (code) => {
      const error = toStoreError(store, new NotConnected(system(code)))
      expect(error).toMatchObject({ _tag: "StoreUnavailable", reason: "cannotOpen", detail: code })
      expect(JSON.stringify([error, error?.text])).not.toContain("secret")
    }
  )

  it("answers what the driver says in sentences", () => {
    const connecting = (text: string) => toStoreError(store, new NotConnected(new Error(text)))
    const using = (text: string) => toStoreError(store, new Error(text))
    const exhausted = { _tag: "StoreUnavailable", reason: "cannotOpen", detail: "poolExhausted" }
    expect(connecting("timeout exceeded when trying to connect")).toMatchObject(exhausted)
    expect(connecting("Connection terminated due to connection timeout")).toMatchObject({ detail: "timeout" })
    expect(connecting("SASL: client password must be a string")).toMatchObject({ detail: undefined })
    expect(using("Connection terminated unexpectedly")).toMatchObject({
      reason: "connection",
      detail: "connectionLost"
    })
    expect(using("Query read timeout")).toMatchObject({ reason: "connection", detail: "timeout" })
    expect(toStoreError(store, system("ECONNRESET"))).toMatchObject({ reason: "connection", detail: "ECONNRESET" })
  })

  it("says how long others were waited for", () => {
    expect(toStoreError(store, said("55P03"), 5_000.4)).toMatchObject({ _tag: "StoreLocked", waitedMillis: 5_000 })
  })

  it("answers its own signs", () => {
    expect(toStoreError(store, new DamagedRow("events/1"))).toMatchObject({ _tag: "StoreCorrupt", at: "events/1" })
    expect(toStoreError(store, new ReadOnly())).toMatchObject({ _tag: "StoreReadOnly" })
    expect(toStoreError(store, new NotConnected())).toMatchObject({ _tag: "StoreUnavailable", reason: "closed" })
  })

  it("leaves what is no driver error alone: that is a bug and must be seen", () => {
    for (const bug of [new TypeError("bug"), new RangeError("bug"), "bug", undefined]) {
      expect(toStoreError(store, bug)).toBeUndefined()
    }
  })

  it("tells what may be tried again, what was a lock, and after what a connection is still sound", () => {
    expect(["40001", "40P01", "55P03", "57P01"].map((code) => isTransient(said(code)))).toEqual([
      true,
      true,
      false,
      false
    ])
    expect(["40001", "40P01", "55P03", "57P01"].map((code) => isLock(said(code)))).toEqual([true, true, true, false])
    expect([said("40001"), said("57P01", "FATAL"), new Error("gone")].map(isOrderly)).toEqual([true, false, false])
  })
})
