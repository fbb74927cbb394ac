// Appends to streams it shares with another process, reading again on every conflict, and reports how often that was.
import { Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { SqliteStore } from "../../src/index.ts"

const [file = "", name = "", appends = "0"] = process.argv.slice(2)

const append = (stream: Identifier.StreamId, ids: string): Effect.Effect<number, unknown, EventStore.EventStore> =>
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    const { length } = yield* store.read(Sample.tenant, stream)
    const events = [1, 2].map((n) => Sample.event(`${ids}-${n}`, { seen: length }))
    return yield* Effect.matchEffect(store.append(Sample.tenant, stream, length, events), {
      onSuccess: () => Effect.succeed(0),
      onFailure: (error) =>
        error._tag === "VersionConflict" ? Effect.map(append(stream, ids), (n) => n + 1) : Effect.fail(error)
    })
  })

const all = Effect.forEach(Array.from({ length: Number(appends) }), (_, n) =>
  append(Identifier.StreamId.make(`stream-${n % 2}`), `${name}-${n}`)
)

const conflicts = await Effect.runPromise(Effect.provide(all, SqliteStore.layer({ file, synchronous: "normal" })))
process.stdout.write(`${conflicts.reduce((sum, n) => sum + n, 0)}\n`)
