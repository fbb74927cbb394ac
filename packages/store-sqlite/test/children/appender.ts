// Appends for ever, eight callers at once, and reports every acknowledged batch on a line: `batch version`.
import { writeSync } from "node:fs"
import { Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { SqliteStore } from "../../src/index.ts"

const [file = "", round = "0"] = process.argv.slice(2)

const caller = (number: number) =>
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    const stream = Identifier.StreamId.make(`stream-${number % 3}`)
    for (let n = 0; ; n++) {
      const size = 1 + ((n + number) % 4)
      const batch = `${round}.${number}.${n}`
      const events = Array.from({ length: size }, (_, index) => Sample.event(`${batch}.${index + 1}.${size}`))
      const { version } = yield* store.append(Sample.tenant, stream, "any", events)
      writeSync(1, `${batch} ${version}\n`)
    }
  })

const all = Effect.forEach([0, 1, 2, 3, 4, 5, 6, 7], caller, { concurrency: "unbounded" })

await Effect.runPromise(Effect.provide(all, SqliteStore.layer({ file })))
