// Appends for ever, eight callers at once, each every third time to two streams together, but not all the same time; and
// reports what was acknowledged on a line: `batch version`, the version being that of the last event.
import { writeSync } from "node:fs"
import { Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { SqliteStore } from "../../src/index.ts"

const [file = "", round = "0"] = process.argv.slice(2)

const streamNo = (number: number) => Identifier.StreamId.make(`stream-${number % 3}`)

const caller = (number: number) =>
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    const [stream, other] = [streamNo(number), streamNo(number + 1)]
    for (let n = 0; ; n++) {
      const size = 2 + (n % 3)
      const batch = `${round}.${number}.${n}`
      const events = Array.from({ length: size }, (_, index) => Sample.event(`${batch}.${index + 1}.${size}`))
      const parts = [Sample.write(other, "any", events.slice(0, 1)), Sample.write(stream, "any", events.slice(1))]
      const append =
        (n + number) % 3 === 0
          ? store.appendAll(Sample.tenant, parts)
          : Effect.map(store.append(Sample.tenant, stream, "any", events), (appended) => [appended])
      const version = (yield* append).at(-1)?.version
      writeSync(1, `${batch} ${version}\n`)
    }
  })

const all = Effect.forEach([0, 1, 2, 3, 4, 5, 6, 7], caller, { concurrency: "unbounded" })

await Effect.runPromise(Effect.provide(all, SqliteStore.layer({ file })))
