import { EventStore, Position, type Vault } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { Client } from "pg"
import { PostgresStore } from "../src/index.ts"
import type { newStore, place } from "./temporary.ts"

export type Place = Effect.Success<ReturnType<typeof place>>

export const read = Effect.flatMap(EventStore.EventStore, (store) => store.read(Sample.tenant, Sample.stream))

export const everything = Effect.flatMap(EventStore.EventStore, (store) =>
  store.readAll(Sample.tenant, Position.start, Number.MAX_SAFE_INTEGER)
)

export const append = (...ids: ReadonlyArray<string>) =>
  Effect.flatMap(EventStore.EventStore, (store) =>
    store.append(
      Sample.tenant,
      Sample.stream,
      "any",
      ids.map((id) => Sample.event(id))
    )
  )

/** Runs a question on an opened store and gives its answer or its failure. */
export const ask = <A, E>(
  options: PostgresStore.Options,
  question: Effect.Effect<A, E, EventStore.EventStore | Vault.Vault>
) => Effect.runPromise(Effect.result(Effect.provide(question, PostgresStore.layer(options))))

export const result = <A, E>(effect: Effect.Effect<A, E>) => Effect.runPromise(Effect.result(effect))

export const failure = (_tag: string, fields: object = {}) => ({ _tag: "Failure", failure: { _tag, ...fields } })

/** Does something with a place, or a store, that is gone afterwards. */
export const at = <A>(
  from: ReturnType<typeof place> | ReturnType<typeof newStore>,
  use: (place: Place) => Promise<A>
): Promise<A> => Effect.runPromise(Effect.scoped(Effect.flatMap(from, (found) => Effect.promise(() => use(found)))))

/** A transaction by hand that is open while something else is done, and can be ended before that is over. */
export const during = async <A>(url: string, statement: string, use: (commit: () => Promise<void>) => Promise<A>) => {
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  try {
    await client.query("BEGIN")
    await client.query(statement)
    return await use(async () => {
      await client.query("COMMIT")
    })
  } finally {
    await client.end()
  }
}

/** The processes of the server that wait for a lock on behalf of a store; asked until there is one. */
export const waiting = async (url: string): Promise<ReadonlyArray<number>> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (;;) {
      const { rows } = await client.query(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'louyu' AND wait_event_type = 'Lock'"
      )
      if (rows.length > 0) return rows.map((row) => Number(row.pid))
    }
  } finally {
    await client.end()
  }
}

/** Starts something on an open store, does something else once that waits for a lock, and gives what came of both. */
export const meanwhile = <A, E, R, B>(
  url: string,
  started: Effect.Effect<A, E, R>,
  use: (pids: ReadonlyArray<number>) => Promise<B>
) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.result(started))
    yield* Effect.yieldNow
    const other = yield* Effect.promise(async () => use(await waiting(url)))
    return { started: yield* Fiber.join(fiber), other }
  })
