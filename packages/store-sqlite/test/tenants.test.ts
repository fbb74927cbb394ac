import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { EventEnvelope, Identifier } from "@louyu/kernel"
import { EventStore, Position } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { SqliteStore } from "../src/index.ts"

const event = (id: string): EventEnvelope.ProposedEvent => ({
  id: Identifier.EventId.make(id),
  type: "Noted",
  schemaVersion: 1,
  recordedAt: EventEnvelope.Timestamp.make("2026-11-22T08:30:00.000Z"),
  actor: Identifier.ActorId.make("clerk-1"),
  data: {}
})

describe("SqliteStore.tenants", () => {
  let folder = ""
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "louyu-tenants-"))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("lists every tenant that has events once, in order", async () => {
    const file = join(folder, "store.db")
    await Effect.runPromise(SqliteStore.create({ file }))
    expect(await Effect.runPromise(SqliteStore.tenants({ file }))).toEqual([])
    const fill = Effect.gen(function* () {
      const store = yield* EventStore.EventStore
      for (const tenant of ["pinghu", "一区", "a-first", "pinghu"]) {
        const id = Identifier.TenantId.make(tenant)
        const before = yield* store.readAll(id, Position.start, 10)
        const events = [event(`e${before.length}-1`), event(`e${before.length}-2`)]
        yield* store.append(id, Identifier.StreamId.make("notes"), "any", events)
      }
    })
    await Effect.runPromise(Effect.provide(fill, SqliteStore.layer({ file })))
    expect(await Effect.runPromise(SqliteStore.tenants({ file }))).toEqual(["a-first", "pinghu", "一区"])
  })

  it("fails like opening when there is no store", async () => {
    const failure = await Effect.runPromise(Effect.flip(SqliteStore.tenants({ file: join(folder, "none.db") })))
    expect(failure).toMatchObject({ code: "ports/StoreMissing" })
  })
})
