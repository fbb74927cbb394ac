// Appends for ever, now to one stream and now to two together, and tells on a line what was acknowledged: batch, version.
import { writeSync } from "node:fs"
import { Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { JsonLinesStore } from "./index.ts"

const [folder = "", round = "0"] = process.argv.slice(2)
const other = Identifier.StreamId.make("lifts")

const appending = Effect.gen(function* () {
  const store = yield* EventStore.EventStore
  for (let n = 0; ; n += 1) {
    const batch = `${round}.${n}`
    // Some calls are long enough for a kill to hit them half written.
    const data = { text: "楼".repeat(n % 5 === 0 ? 400_000 : 10) }
    const events = [1, 2, 3].map((index) => Sample.event(`${batch}.${index}`, data))
    const writes =
      n % 2 === 0
        ? [Sample.write(Sample.stream, "any", events)]
        : [Sample.write(other, "any", events.slice(0, 1)), Sample.write(Sample.stream, "any", events.slice(1))]
    const version = (yield* store.appendAll(Sample.tenant, writes)).at(-1)?.version
    writeSync(1, `${batch} ${version}\n`)
  }
})

await Effect.runPromise(Effect.provide(appending, JsonLinesStore.layer(folder)))
