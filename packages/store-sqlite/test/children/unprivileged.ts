// Tries a store as a user without rights to it, and reports what came of each way of using it.
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { SqliteStore } from "../../src/index.ts"

const [file = ""] = process.argv.slice(2)
const nobody = 65_534
if (process.getuid?.() === 0) process.setuid?.(nobody)

const outcome = <A, E extends { readonly code: string }>(effect: Effect.Effect<A, E>) =>
  Effect.runPromise(Effect.match(effect, { onSuccess: () => "Success", onFailure: (error) => error.code }))

const read = Effect.flatMap(EventStore.EventStore, (store) => store.read(Sample.tenant, Sample.stream))
const append = Effect.flatMap(EventStore.EventStore, (store) =>
  store.append(Sample.tenant, Sample.stream, 0, [Sample.event("e-1")])
)

const report = {
  read: await outcome(Effect.provide(read, SqliteStore.layer({ file }))),
  readOnly: await outcome(Effect.provide(read, SqliteStore.layer({ file, readOnly: true }))),
  append: await outcome(Effect.provide(append, SqliteStore.layer({ file }))),
  create: await outcome(SqliteStore.create({ file: `${file}-other` }))
}
process.stdout.write(JSON.stringify(report))
