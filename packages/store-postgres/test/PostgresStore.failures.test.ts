import { Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { afterAll, describe, expect, it } from "vitest"
import { append, ask, at, during, everything, failure, meanwhile, read } from "./asking.ts"
import { query, startServer } from "./server.ts"
import { newStore } from "./temporary.ts"

// A server of our own, also when one was named: this one is killed.
const server = await startServer()
const { url } = server
afterAll(server.stop)

/** Keeps everybody else from writing for the tenant. */
const holding = (schema: string) => `SELECT * FROM "${schema}".tenants FOR UPDATE`

const store = EventStore.EventStore
const unavailable = (fields: object) => failure("StoreUnavailable", fields)

describe("a store whose tenant is held by another transaction", () => {
  it("fails as locked after the time it was told to wait, and can be read meanwhile", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      await during(url, holding(here.schema), async () => {
        const locked = await ask({ ...here, lockTimeoutMillis: 50 }, append("b"))
        expect(locked).toMatchObject(failure("StoreLocked", { waitedMillis: expect.any(Number) }))
        expect(Result.isFailure(locked) && Reflect.get(locked.failure, "waitedMillis")).toBeGreaterThanOrEqual(50)
        expect(await ask(here, read)).toMatchObject({ success: [{ id: "a" }] })
      })
      expect(await ask(here, append("b"))).toMatchObject({ success: { version: 2, duplicate: false } })
    }))

  it("writes for other tenants", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      await during(url, holding(here.schema), async () => {
        const other = Effect.flatMap(store, (s) =>
          s.append(Sample.otherTenant, Sample.stream, 0, Sample.events("x", 1))
        )
        expect(await ask(here, other)).toMatchObject({ success: { version: 1 } })
      })
    }))

  it("is written as soon as that ends", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      const answer = await during(url, holding(here.schema), (commit) => ask(here, meanwhile(url, append("b"), commit)))
      expect(answer).toMatchObject({ success: { started: { success: { version: 2 } } } })
    }))

  it("gives up a server that does not answer in time, and what was sent may have been written", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      const late = await during(url, holding(here.schema), () =>
        ask({ ...here, answerTimeoutMillis: 100 }, append("b"))
      )
      expect(late).toMatchObject(unavailable({ reason: "connection", detail: "timeout" }))
      expect(await ask(here, append("b"))).toMatchObject({ success: { version: 2 } })
      expect(await ask(here, everything)).toMatchObject({ success: { length: 2 } })
    }))
})

describe("a store whose connections are all in use", () => {
  it("fails as unavailable when none comes free in time, and works again afterwards", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      const exhausted = await during(url, holding(here.schema), (commit) =>
        ask(
          { ...here, poolSize: 1, connectTimeoutMillis: 150 },
          Effect.gen(function* () {
            const services = yield* Effect.context<EventStore.EventStore>()
            const inUse = Effect.runPromiseWith(services)
            const { started, other } = yield* meanwhile(url, append("b"), async () => {
              const none = await inUse(Effect.result(read))
              await commit()
              return none
            })
            return { started, other, after: yield* read }
          })
        )
      )
      expect(exhausted).toMatchObject({
        success: {
          other: unavailable({ reason: "cannotOpen", detail: "poolExhausted" }),
          started: { success: { version: 2 } },
          after: [{ id: "a" }, { id: "b" }]
        }
      })
    }))

  it("is refused by a server that takes no more, as unavailable", () =>
    at(newStore(url), async (here) => {
      const user = "louyu_limited"
      await query(url, `CREATE ROLE ${user} LOGIN PASSWORD 'limited' CONNECTION LIMIT 0`)
      const address = Object.assign(new URL(url), { username: user, password: "limited" })
      const refused = await ask({ ...here, server: Redacted.make(address.href) }, read)
      expect(refused).toMatchObject(unavailable({ reason: "cannotOpen", detail: "53300" }))
    }))
})

describe("an append whose server process is ended in the middle", () => {
  it("fails as unavailable, leaves nothing, and succeeds when it is sent again", () =>
    at(newStore(url), async (here) => {
      await ask(here, append("a"))
      const answer = await during(url, holding(here.schema), (commit) =>
        ask(
          here,
          Effect.gen(function* () {
            const s = yield* store
            const two = s.appendAll(Sample.tenant, [
              Sample.write(Sample.stream, 1, Sample.events("b", 2)),
              Sample.write(Sample.otherStream, 0, Sample.events("c", 1))
            ])
            const { started } = yield* meanwhile(url, two, async (pids) => {
              for (const pid of pids) await query(url, "SELECT pg_terminate_backend($1)", [pid])
              await commit()
            })
            const between = yield* everything
            return { started, between: between.length, again: yield* two, all: (yield* everything).length }
          })
        )
      )
      expect(answer).toMatchObject({
        success: {
          started: unavailable({ reason: "connection", detail: "57P01" }),
          between: 1,
          again: [
            { version: 3, duplicate: false },
            { version: 1, duplicate: false }
          ],
          all: 4
        }
      })
    }))

  it("in the middle of a large one leaves nothing of it", () =>
    at(newStore(url), async (here) => {
      const large = Effect.flatMap(store, (s) => s.append(Sample.tenant, Sample.stream, 0, Sample.events("a", 9_000)))
      const insert = `INSERT INTO "${here.schema}".events (tenant, position, stream, version, id, type, schema_version,
        recorded_at, actor, data) VALUES ('pinghu', 1000000, 'elsewhere', 1, 'a-8500', 't', 1, 't', 'a', 'null')`
      // Its last part waits for an id that an open transaction has taken, which is not committed.
      const answer = await during(url, insert, () =>
        ask(
          here,
          meanwhile(url, large, async (pids) => {
            for (const pid of pids) await query(url, "SELECT pg_terminate_backend($1)", [pid])
          })
        )
      )
      expect(answer).toMatchObject({ success: { started: unavailable({ detail: "57P01" }) } })
      expect(await ask(here, everything)).toMatchObject({ success: [] })
      expect(await ask(here, large)).toMatchObject({ success: { version: 9_000, duplicate: false } })
    }))
})

interface Sent {
  readonly writer: number
  readonly batch: string
  readonly writes: ReadonlyArray<EventStore.Write>
}

const writers = [0, 1, 2, 3, 4, 5, 6, 7]
const streamNo = (n: number) => Identifier.StreamId.make(`stream-${n % 3}`)

// Every third call goes to two streams together.
const next = (writer: number, round: number, n: number): Sent => {
  const batch = `${round}.${writer}.${n}`
  const size = 2 + (n % 3)
  const events = Array.from({ length: size }, (_, index) => Sample.event(`${batch}.${index + 1}.${size}`))
  const [to, other] = [streamNo(writer), streamNo(writer + 1)]
  const parts = [Sample.write(other, "any", events.slice(0, 1)), Sample.write(to, "any", events.slice(1))]
  return { writer, batch, writes: (n + writer) % 3 === 0 ? parts : [Sample.write(to, "any", events)] }
}

describe("a server that is killed under load and started again", () => {
  it("has kept every acknowledged batch, whole and once, and what was not acknowledged can be sent again", () =>
    at(newStore(url), async (here) => {
      const acknowledged = new Map<string, number | undefined>()
      let pending: ReadonlyArray<Sent> = []
      const round = (number: number, untilKilled: number) =>
        Effect.gen(function* () {
          const s = yield* store
          let killed: Promise<number> | undefined
          const send = (sent: Sent) =>
            Effect.tap(s.appendAll(Sample.tenant, sent.writes), (answers) =>
              Effect.sync(() => {
                acknowledged.set(sent.batch, answers.at(-1)?.version)
                if (acknowledged.size >= untilKilled) killed ??= server.kill()
              })
            )
          for (const sent of pending) yield* send(sent)
          const write = (writer: number): Effect.Effect<Sent> =>
            Effect.gen(function* () {
              for (let n = 0; ; n++) {
                const sent = next(writer, number, n)
                const answer = yield* Effect.result(send(sent))
                if (Result.isFailure(answer)) {
                  expect(answer.failure).toMatchObject({ _tag: "StoreUnavailable" })
                  return sent
                }
              }
            })
          const left = yield* Effect.forEach(writers, write, { concurrency: "unbounded" })
          expect(yield* Effect.promise(() => killed ?? Promise.resolve(0))).toBeGreaterThan(4)
          expect(yield* Effect.result(everything)).toMatchObject(unavailable({}))
          // The same store goes on when the server is back.
          yield* Effect.promise(() => server.restart())
          const all = yield* everything
          return { left, all }
        })
      const rounds = Effect.gen(function* () {
        let all: ReadonlyArray<EventStore.Recorded> = []
        for (const [number, more] of [40, 150, 77].entries()) {
          const result = yield* round(number, acknowledged.size + more)
          pending = result.left
          all = result.all
          const stored = new Map<string, Array<EventStore.Recorded["event"]>>()
          for (const { event } of all) {
            const batch = event.id.split(".").slice(0, 3).join(".")
            stored.set(batch, [...(stored.get(batch) ?? []), event])
          }
          for (const [batch, version] of acknowledged) expect(stored.get(batch)?.at(-1)?.version, batch).toBe(version)
          for (const [batch, events] of stored) expect(events, batch).toHaveLength(Number(events[0]?.id.split(".")[4]))
        }
        const s = yield* store
        for (const { writes } of pending) yield* s.appendAll(Sample.tenant, writes)
        return { before: all.length, ids: (yield* everything).map((r) => r.event.id) }
      })
      const answer = Result.getOrThrow(await ask(here, rounds))
      expect(new Set(answer.ids).size).toBe(answer.ids.length)
      expect(acknowledged.size).toBeGreaterThanOrEqual(267)
    }))
})
