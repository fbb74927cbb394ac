import type { EventEnvelope } from "@louyu/kernel"
import { Position, StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { type Mutant, mutant } from "./Mutant.ts"

export const raceMutants: ReadonlyArray<Mutant> = [
  mutant("checks, then writes, with a pause between", ["race-one-wins", "race-nothing-lost"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      Effect.gen(function* () {
        const actual = model.stream(tenant, stream).length
        yield* Effect.yieldNow
        if (expected !== actual) return yield* store.append(tenant, stream, expected, events)
        return model.write(tenant, stream, events)
      })
  })),
  mutant(
    "copies, adds, and puts back: the last writer wins",
    ["race-nothing-lost", "race-read-all"],
    (model, store) => ({
      append: (tenant, stream, expected, events) =>
        Effect.gen(function* () {
          const before = model.committed
          const appended = yield* store.append(tenant, stream, expected, events)
          const after = model.committed
          model.committed = before
          yield* Effect.yieldNow
          model.committed = after
          return appended
        })
    })
  ),
  mutant("refuses whoever comes while another writes", ["race-streams-independent"], (_, store) => {
    let writing = false
    return {
      append: (tenant, stream, expected, events) =>
        Effect.gen(function* () {
          if (writing) return yield* new StoreError.VersionConflict({ tenant, stream, expected: 0, actual: 0 })
          writing = true
          yield* Effect.yieldNow
          writing = false
          return yield* store.append(tenant, stream, expected, events)
        })
    }
  }),
  mutant("writes the events of a batch one by one", ["race-nothing-lost", "race-whole-batches"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      Effect.gen(function* () {
        const appended = yield* store.append(tenant, stream, expected, events.slice(0, 1))
        for (const event of events.slice(1)) {
          for (let pause = 0; pause < 3; pause++) yield* Effect.yieldNow
          model.write(tenant, stream, [event])
        }
        return appended
      })
  })),
  mutant("gives out positions before the events can be seen", ["race-read-all"], (model, store) => {
    const places = new Map<EventEnvelope.EventEnvelope["id"], number>()
    return {
      append: (tenant, stream, expected, events) =>
        Effect.gen(function* () {
          for (const { id } of events) if (!places.has(id)) places.set(id, places.size + 1)
          if (places.size % 3 === 0) yield* Effect.yieldNow
          if (places.size % 4 === 0) yield* Effect.yieldNow
          return yield* store.append(tenant, stream, expected, events)
        }),
      readAll: (tenant, after, limit) =>
        Effect.sync(() =>
          model
            .of(tenant)
            .map((event) => ({ position: Position.afterCount(places.get(event.id) ?? 0), event }))
            .sort((a, b) => Number(a.position) - Number(b.position))
            .filter((r) => Number(r.position) > Number(after))
            .slice(0, Math.max(0, limit))
        )
    }
  })
]
