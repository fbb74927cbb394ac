import * as Effect from "effect/Effect"
import { EventStore } from "../EventStore.ts"
import * as Position from "../Position.ts"
import { type Law, same } from "./Law.ts"
import { consumer, events, stream, tenant } from "./Sample.ts"

const positions = Effect.gen(function* () {
  const store = yield* EventStore
  yield* store.append(tenant, stream, 0, events("a", 12))
  return (yield* store.readAll(tenant, Position.start, 12)).map((r) => r.position)
})

/** What a store promises the consumers of its log. */
export const checkpointLaws: ReadonlyArray<Law<EventStore>> = [
  {
    id: "checkpoint-start",
    title: "a consumer that never said how far it has read begins at the start",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      yield* positions
      yield* same("the checkpoint", yield* store.checkpoint(tenant, consumer), Position.start)
    })
  },
  {
    id: "checkpoint-kept",
    title: "a checkpoint is kept for its consumer alone, and reading goes on after it",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const [, second = Position.start, ...later] = yield* positions
      const other = Position.ConsumerId.make("other-view")
      yield* store.setCheckpoint(tenant, consumer, second)
      yield* same("the checkpoint", yield* store.checkpoint(tenant, consumer), second)
      yield* same("the other's", yield* store.checkpoint(tenant, other), Position.start)
      const rest = yield* store.readAll(tenant, yield* store.checkpoint(tenant, consumer), 100)
      yield* same(
        "what is left",
        rest.map((r) => r.position),
        later
      )
    })
  },
  {
    id: "checkpoint-forward",
    title: "a checkpoint moves forward, also from the ninth to the tenth event, and never back",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const places = [Position.start, ...(yield* positions)]
      let furthest = 0
      for (const index of [1, 9, 10, 2, 0, 12, 9]) {
        yield* store.setCheckpoint(tenant, consumer, places[index] ?? Position.start)
        furthest = Math.max(furthest, index)
        yield* same(`after setting ${index}`, yield* store.checkpoint(tenant, consumer), places[furthest])
      }
    })
  }
]
