import { type EventStore, StoreError } from "@louyu/ports"
import { ModelStore } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Mutant, mutant } from "./Mutant.ts"

const pause = Effect.forEach([1, 2, 3], () => Effect.yieldNow, { discard: true })
const empty = ({ events }: EventStore.Write): boolean => events.length === 0
const idsOf = (writes: ReadonlyArray<EventStore.Write>) => writes.flatMap(({ events }) => events.map((e) => e.id))

export const appendAllMutants: ReadonlyArray<Mutant> = [
  mutant(
    "writes one after the other, up to the one that is refused",
    [
      "writes-conflict",
      "writes-reused",
      "writes-first-refusal",
      "writes-ids",
      "writes-partly-known",
      "writes-same-stream",
      "writes-unstorable",
      "writes-many",
      "writes-race-read-all",
      "model"
    ],
    (_, store) => ({
      appendAll: (tenant, writes) =>
        Effect.forEach(writes, ({ stream, expected, events }) => store.append(tenant, stream, expected, events))
    })
  ),
  mutant("writes the last one first", ["writes-order", "model"], (_, store) => ({
    appendAll: (tenant, writes) =>
      Effect.map(store.appendAll(tenant, writes.toReversed()), (answers) => answers.toReversed())
  })),
  mutant("writes in the order of the streams' names", ["writes-order"], (_, store) => ({
    appendAll: (tenant, writes) =>
      Effect.gen(function* () {
        const sorted = writes.toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))
        const answers = yield* store.appendAll(tenant, sorted)
        return writes.flatMap((w) => answers[sorted.indexOf(w)] ?? [])
      })
  })),
  mutant("a refusal still takes the ids of all writes", ["writes-conflict", "writes-reused"], (_, store) => {
    const spent = new Set<string>()
    return {
      appendAll: (tenant, writes) => {
        const write = writes.find(({ events }) => events.some((e) => spent.has(e.id)))
        const id = write?.events.find((e) => spent.has(e.id))?.id
        if (write !== undefined && id !== undefined) {
          return Effect.fail(new StoreError.EventIdReused({ tenant, stream: write.stream, id }))
        }
        return Effect.tapError(store.appendAll(tenant, writes), () =>
          Effect.sync(() => {
            for (const taken of idsOf(writes)) spent.add(taken)
          })
        )
      }
    }
  }),
  mutant("takes back only the streams that were new", ["writes-reused", "model"], (model, store) => ({
    appendAll: (tenant, writes) =>
      Effect.tapError(store.appendAll(tenant, writes), () =>
        Effect.sync(() => {
          for (const { stream, events } of writes.slice(0, -1)) {
            if (model.stream(tenant, stream).length > 0) model.write(tenant, stream, events)
          }
        })
      )
  })),
  mutant("checks all expectations before all ids", ["writes-first-refusal"], (model, store) => ({
    appendAll: (tenant, writes) => {
      const stale = writes.find(({ stream, expected, events }) => {
        const { length } = model.stream(tenant, stream)
        return events.length > 0 && expected !== "any" && expected < length
      })
      return Effect.catchTag(store.appendAll(tenant, writes), "EventIdReused", (error) =>
        Effect.fail(
          stale === undefined
            ? error
            : new StoreError.VersionConflict({ tenant, stream: stale.stream, expected: 0, actual: 1 })
        )
      )
    }
  })),
  mutant("compares ids only with what was stored before the call", ["writes-ids"], (model, store) => ({
    appendAll: (tenant, writes) =>
      Effect.catchTag(store.appendAll(tenant, writes), "EventIdReused", (error) =>
        model.of(tenant).some((e) => e.id === error.id)
          ? Effect.fail(error)
          : Effect.sync(() => writes.map(({ stream, events }) => model.write(tenant, stream, events)))
      )
  })),
  mutant("refuses every id that occurs twice in a call", ["writes-ids"], (_, store) => ({
    appendAll: (tenant, writes) => {
      const ids = idsOf(writes)
      const id = ids.find((one, index) => ids.indexOf(one) !== index)
      const stream = writes.at(-1)?.stream
      return id === undefined || stream === undefined
        ? store.appendAll(tenant, writes)
        : Effect.fail(new StoreError.EventIdReused({ tenant, stream, id }))
    }
  })),
  mutant("writes again what is sent again", ["writes-retry", "writes-race-retries-once"], (model, store) => ({
    appendAll: (tenant, writes) => {
      const known = new Set<string>(model.of(tenant).map((e) => e.id))
      return writes.length > 0 && idsOf(writes).every((id) => known.has(id))
        ? Effect.sync(() => writes.map(({ stream, events }) => model.write(tenant, stream, events)))
        : store.appendAll(tenant, writes)
    }
  })),
  mutant(
    "does not say that writes were sent again",
    ["writes-retry", "writes-partly-known", "writes-race-retries-once", "model"],
    (_, store) => ({
      appendAll: (...args) =>
        Effect.map(store.appendAll(...args), (answers) => answers.map(({ version }) => ({ version, duplicate: false })))
    })
  ),
  mutant("answers with the latest versions of the streams", ["writes-retry", "writes-same-stream"], (model, store) => ({
    appendAll: (tenant, writes) =>
      Effect.map(store.appendAll(tenant, writes), (answers) =>
        answers.map(({ duplicate }, index) => {
          const stream = writes[index]?.stream
          return { version: stream === undefined ? 0 : model.stream(tenant, stream).length, duplicate }
        })
      )
  })),
  mutant("checks the expectations of what is sent again", ["writes-retry"], (model, store) => ({
    appendAll: (tenant, writes) => {
      for (const { stream, expected } of writes.slice(0, 1)) {
        const actual = model.stream(tenant, stream).length
        if (expected === "any" || expected === actual) continue
        return Effect.fail(new StoreError.VersionConflict({ tenant, stream, expected, actual }))
      }
      return store.appendAll(tenant, writes)
    }
  })),
  mutant("takes all for a repeat when the first write is known", ["writes-partly-known"], (model, store) => ({
    appendAll: (tenant, writes) => {
      const known = new Set<string>(model.of(tenant).map((e) => e.id))
      const first = writes[0]?.events ?? []
      return first.length > 0 && first.every((e) => known.has(e.id))
        ? Effect.succeed(writes.map(({ events }) => ({ version: events.length, duplicate: true })))
        : store.appendAll(tenant, writes)
    }
  })),
  mutant("a write does not see those before it", ["writes-same-stream", "model"], (model, store) => ({
    appendAll: (tenant, writes) => {
      const shifted = writes.map((write, index) => {
        const before = writes.slice(0, index).filter((w) => w.stream === write.stream)
        const added = before.reduce((sum, w) => sum + w.events.length, 0)
        const blind = write.expected !== "any" && write.expected === model.stream(tenant, write.stream).length
        return blind ? { ...write, expected: write.expected + added } : write
      })
      return store.appendAll(tenant, shifted)
    }
  })),
  mutant("takes an empty list for a mistake", ["writes-empty", "model"], (_, store) => ({
    appendAll: (tenant, writes) =>
      writes.length === 0
        ? Effect.fail(new StoreError.StoreUnavailable({ store: "city", reason: "other", detail: undefined }))
        : store.appendAll(tenant, writes)
  })),
  mutant("gives no answer for a write without events", ["writes-empty", "model"], (_, store) => ({
    appendAll: (tenant, writes) =>
      Effect.map(store.appendAll(tenant, writes), (answers) =>
        answers.filter((_answer, index) => writes[index]?.events.length !== 0)
      )
  })),
  mutant("does not check the expectation of a write without events", ["writes-empty", "model"], (_, store) => ({
    appendAll: (tenant, writes) =>
      store.appendAll(
        tenant,
        writes.map((w) => (empty(w) ? { ...w, expected: "any" } : w))
      )
  })),
  mutant("ends texts at a NUL character in writes of several streams", ["writes-unstorable"], (_, store) => ({
    appendAll: (tenant, writes) =>
      store.appendAll(
        tenant,
        writes.map((w) => ({ ...w, events: w.events.map((e) => ({ ...e, type: e.type.split("\u0000")[0] ?? "" })) }))
      )
  })),
  mutant("writes at most a hundred streams", ["writes-many"], (_, store) => ({
    appendAll: (tenant, writes) =>
      Effect.map(store.appendAll(tenant, writes.slice(0, 100)), (answers) =>
        writes.map((w, index) => answers[index] ?? { version: w.events.length, duplicate: false })
      )
  })),
  mutant("takes writes of another tenant for a repeat", ["writes-tenants-apart"], (model, store) => ({
    appendAll: (tenant, writes) => {
      const known = new Set<string>(model.committed.map((e) => e.id))
      return writes.length > 0 && idsOf(writes).every((id) => known.has(id))
        ? Effect.succeed(writes.map(({ events }) => ({ version: events.length, duplicate: true })))
        : store.appendAll(tenant, writes)
    }
  })),
  mutant("takes back as many events as it wrote, whosever they are", ["writes-tenants-apart"], (model, store) => ({
    appendAll: (tenant, writes) =>
      Effect.tapError(store.appendAll(tenant, writes), () =>
        Effect.sync(() => {
          const length = model.committed.length - (writes[0]?.events.length ?? 0)
          model.committed = model.committed.slice(0, Math.max(0, length))
        })
      )
  })),
  mutant(
    "writes one after the other, and takes them back when one is refused",
    ["writes-race-streams", "writes-race-read-all", "writes-race-one-wins", "writes-race-refusals"],
    (model, store) => ({
      appendAll: (tenant, writes) => {
        const before = model.committed
        const each = Effect.forEach(writes, ({ stream, expected, events }) =>
          Effect.tap(store.append(tenant, stream, expected, events), pause)
        )
        return Effect.tapError(each, () =>
          Effect.sync(() => {
            model.committed = before
          })
        )
      }
    })
  ),
  mutant("shows what is about to be refused", ["writes-race-read-all"], (model, store) => ({
    appendAll: (tenant, writes) =>
      Effect.tapError(store.appendAll(tenant, writes), () =>
        Effect.gen(function* () {
          const [before, first] = [model.committed, writes[0]]
          if (first !== undefined) model.write(tenant, first.stream, first.events)
          yield* pause
          model.committed = before
        })
      )
  })),
  mutant(
    "tries the writes, then writes them, with a pause between",
    ["writes-race-one-wins", "writes-race-retries-once"],
    (model, store) => ({
      appendAll: (tenant, writes) =>
        Effect.gen(function* () {
          const trial = new ModelStore.ModelStore()
          trial.committed = model.committed
          const answers = trial.appendAll(tenant, writes)
          yield* pause
          if (Result.isFailure(answers)) return yield* store.appendAll(tenant, writes)
          for (const { stream, events } of writes) model.write(tenant, stream, events)
          return answers.success
        })
    })
  )
]
