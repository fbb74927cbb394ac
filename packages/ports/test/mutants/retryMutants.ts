import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { type Mutant, mutant } from "./Mutant.ts"

export const retryMutants: ReadonlyArray<Mutant> = [
  mutant("writes a batch that is sent again twice", ["retry-acknowledged", "race-retries-once"], (model, store) => ({
    append: (tenant, stream, expected, events) => {
      const known = model.stream(tenant, stream).some((e) => e.id === events[0]?.id)
      return known
        ? Effect.sync(() => model.write(tenant, stream, events))
        : store.append(tenant, stream, expected, events)
    }
  })),
  mutant("refuses a batch that is sent again as stale", ["retry-acknowledged"], (model, store) => ({
    append: (tenant, stream, expected, events) => {
      const actual = model.stream(tenant, stream).length
      return expected !== "any" && expected !== actual
        ? Effect.fail(new StoreError.VersionConflict({ tenant, stream, expected, actual }))
        : store.append(tenant, stream, expected, events)
    }
  })),
  mutant("does not say that a batch was sent again", ["retry-acknowledged", "race-retries-once"], (_, store) => ({
    append: (...args) => Effect.map(store.append(...args), ({ version }) => ({ version, duplicate: false }))
  })),
  mutant("answers a retry with the stream's latest version", ["retry-after-growth", "model"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      Effect.map(store.append(tenant, stream, expected, events), ({ duplicate }) => ({
        version: model.stream(tenant, stream).length,
        duplicate
      }))
  })),
  mutant("takes a batch for a retry when it knows one of its events", ["retry-not-guessed"], (model, store) => ({
    append: (tenant, stream, expected, events) => {
      const known = model.stream(tenant, stream).filter((e) => events.some(({ id }) => id === e.id))
      return known.length > 0
        ? Effect.succeed({ version: known.at(-1)?.version ?? 0, duplicate: true })
        : store.append(tenant, stream, expected, events)
    }
  })),
  mutant("keeps ids apart by stream only", ["retry-not-guessed", "append-all-or-nothing"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      Effect.catchTag(store.append(tenant, stream, expected, events), "EventIdReused", (error) =>
        model.stream(tenant, stream).some((e) => e.id === error.id)
          ? Effect.fail(error)
          : Effect.sync(() => model.write(tenant, stream, events))
      )
  })),
  mutant("keeps ids unique across tenants", ["retry-within-tenant"], (model, store) => ({
    append: (tenant, stream, expected, events) => {
      const id = events.find((e) => model.committed.some((c) => c.tenant !== tenant && c.id === e.id))?.id
      return id === undefined
        ? store.append(tenant, stream, expected, events)
        : Effect.fail(new StoreError.EventIdReused({ tenant, stream, id }))
    }
  })),
  mutant("looks for a retry, then writes, with a pause between", ["race-retries-once"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      Effect.gen(function* () {
        const known = model.stream(tenant, stream).some((e) => e.id === events[0]?.id)
        yield* Effect.yieldNow
        if (known) return yield* store.append(tenant, stream, expected, events)
        return model.write(tenant, stream, events)
      })
  }))
]
