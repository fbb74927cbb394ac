// Appends until the store fails, and reports the failure and how many events were acknowledged before it.
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { SqliteStore } from "../../src/index.ts"

const [file = ""] = process.argv.slice(2)

const untilFailure = (version: number): Effect.Effect<object, never, EventStore.EventStore> =>
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    const events = [Sample.event(`e-${version}`, "x".repeat(2_000)), Sample.event(`f-${version}`, "y".repeat(2_000))]
    return yield* Effect.matchEffect(store.append(Sample.tenant, Sample.stream, version, events), {
      onSuccess: (appended) => untilFailure(appended.version),
      onFailure: (error) => Effect.succeed({ acknowledged: version, code: error.code, text: error.text.en })
    })
  })

const report = await Effect.runPromise(
  Effect.provide(
    Effect.orElseSucceed(untilFailure(0), () => ({})),
    SqliteStore.layer({ file })
  )
)
process.stdout.write(JSON.stringify(report))
