// Appends many events at once and reports the process's peak memory before and after, in bytes.
import { EventStore } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { SqliteStore } from "../../src/index.ts"

const [file = "", count = "0"] = process.argv.slice(2)
const data = { _tag: "UnitEstablished", kind: "region", name: { zh: "某社区" }, from: "2020-01-01", under: "330482" }
const events = Array.from({ length: Number(count) }, (_, index) => Sample.event(`e-${index}`, data))

const peak = () => process.resourceUsage().maxRSS * 1_024

const large = Effect.gen(function* () {
  const store = yield* EventStore.EventStore
  const before = peak()
  const { version } = yield* store.append(Sample.tenant, Sample.stream, 0, events)
  return { version, before, after: peak() }
})

const report = await Effect.runPromise(Effect.provide(large, SqliteStore.layer({ file })))
process.stdout.write(JSON.stringify(report))
