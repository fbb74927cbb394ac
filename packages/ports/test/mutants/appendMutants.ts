import { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { type Mutant, mutant } from "./Mutant.ts"

export const appendMutants: ReadonlyArray<Mutant> = [
  mutant("accepts gaps: checks only that the next version is free", ["append-expectation"], (model, store) => ({
    append: (tenant, stream, expected, events) => {
      const actual = model.stream(tenant, stream).length
      return store.append(tenant, stream, expected !== "any" && expected > actual ? actual : expected, events)
    }
  })),
  mutant(
    "accepts a stale expectation",
    ["append-expectation", "append-refusal-leaves-nothing", "race-one-wins", "model"],
    (model, store) => ({
      append: (tenant, stream, expected, events) => {
        const actual = model.stream(tenant, stream).length
        return store.append(tenant, stream, expected !== "any" && expected < actual ? actual : expected, events)
      }
    })
  ),
  mutant("takes no expectation for version 0", ["append-any"], (_, store) => ({
    append: (tenant, stream, expected, events) =>
      store.append(tenant, stream, expected === "any" ? 0 : expected, events)
  })),
  mutant("a refused append still moves the stream's version", ["append-refusal-leaves-nothing"], (_, store) => {
    const bumps = new Map<string, number>()
    return {
      append: (tenant, stream, expected, events) => {
        const bump = bumps.get(stream) ?? 0
        const shifted = expected === "any" ? expected : expected - bump
        return Effect.tapError(store.append(tenant, stream, shifted, events), () =>
          Effect.sync(() => bumps.set(stream, bump + 1))
        )
      }
    }
  }),
  mutant("a refused append still takes its ids", ["append-refusal-leaves-nothing"], (_, store) => {
    const spent = new Set<string>()
    return {
      append: (tenant, stream, expected, events) => {
        const id = events.find((e) => spent.has(e.id))?.id
        if (id !== undefined) return Effect.fail(new StoreError.EventIdReused({ tenant, stream, id }))
        return Effect.tapError(store.append(tenant, stream, expected, events), () =>
          Effect.sync(() => {
            for (const e of events) spent.add(e.id)
          })
        )
      }
    }
  }),
  mutant("writes the first half of a batch it refuses", ["append-all-or-nothing", "model"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      Effect.tapError(store.append(tenant, stream, expected, events), (error) =>
        Effect.sync(() => {
          if (error._tag !== "EventIdReused") return
          const bad = events.findIndex((e) => e.id === error.id)
          model.write(tenant, stream, events.slice(0, bad))
        })
      )
  })),
  mutant("stores a batch backwards", ["append-versions"], (_, store) => ({
    append: (tenant, stream, expected, events) => store.append(tenant, stream, expected, events.toReversed())
  })),
  mutant("counts versions from 0", ["append-versions"], (_, store) => ({
    read: (...args) =>
      Effect.map(store.read(...args), (events) => events.map((e) => ({ ...e, version: e.version - 1 })))
  })),
  mutant("counts one version for a whole tenant", ["append-versions", "race-streams-independent"], (model, store) => ({
    append: (tenant, stream, expected, events) => {
      const elsewhere = model.of(tenant).length - model.stream(tenant, stream).length
      return store.append(tenant, stream, expected === "any" ? expected : expected - elsewhere, events)
    }
  })),
  mutant("loses the causation of an event", ["append-round-trip"], (_, store) => ({
    read: (...args) => Effect.map(store.read(...args), (events) => events.map(({ causation: _lost, ...kept }) => kept))
  })),
  mutant("ends texts at a NUL character", ["append-round-trip"], (_, store) => ({
    append: (tenant, stream, expected, events) =>
      store.append(
        tenant,
        stream,
        expected,
        events.map((e) => ({ ...e, type: e.type.split("\u0000")[0] ?? "" }))
      )
  })),
  mutant("readAll gives events without their data", ["append-round-trip"], (_, store) => ({
    readAll: (...args) =>
      Effect.map(store.readAll(...args), (page) => page.map((r) => ({ ...r, event: { ...r.event, data: null } })))
  })),
  mutant("accepts an empty batch with any expectation", ["append-empty"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      events.length === 0
        ? Effect.succeed({ version: model.stream(tenant, stream).length, duplicate: false })
        : store.append(tenant, stream, expected, events)
  })),
  mutant("takes an empty batch for a retry", ["append-empty"], (model, store) => ({
    append: (tenant, stream, expected, events) =>
      events.length === 0
        ? Effect.succeed({ version: model.stream(tenant, stream).length, duplicate: true })
        : store.append(tenant, stream, expected, events)
  })),
  mutant("stores at most 1,000 events of a batch", ["append-many"], (_, store) => ({
    append: (tenant, stream, expected, events) => store.append(tenant, stream, expected, events.slice(0, 1_000))
  }))
]
