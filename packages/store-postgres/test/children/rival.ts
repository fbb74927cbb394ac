// Appends to streams it shares with another process, several callers at once, reading again on every conflict, and
// reports how often that was. The store is named by the environment: an address is no argument, which others could see.
import { Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { PostgresStore } from "../../src/index.ts"

const { LOUYU_RIVAL_URL: url = "", LOUYU_RIVAL_SCHEMA: schema = "" } = process.env
const [name = "", writers = "0", appends = "0"] = process.argv.slice(2)

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

const upTo = (count: string) => Array.from({ length: Number(count) }, (_, n) => n)

const all = Effect.forEach(
  upTo(writers),
  (writer) =>
    Effect.forEach(upTo(appends), (n) =>
      append(Identifier.StreamId.make(`stream-${(n + writer) % 2}`), `${name}-${writer}-${n}`)
    ),
  { concurrency: "unbounded" }
)

const conflicts = await Effect.runPromise(
  Effect.provide(all, PostgresStore.layer({ server: Redacted.make(url), schema }))
)
process.stdout.write(`${conflicts.flat().reduce((sum, n) => sum + n, 0)}\n`)
