import * as Effect from "effect/Effect"
import { EventStore } from "../EventStore.ts"
import * as Position from "../Position.ts"
import { type Law, refused, same } from "./Law.ts"
import { event, events, otherStream, otherTenant, stream, tenant } from "./Sample.ts"

/** What `append` promises a writer who sends something again. */
export const retryLaws: ReadonlyArray<Law<EventStore>> = [
  {
    id: "retry-acknowledged",
    title: "a batch sent again is acknowledged with the same version and not written twice",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const batch = events("a", 3)
      yield* same("the first time", yield* store.append(tenant, stream, 0, batch), { version: 3, duplicate: false })
      yield* same("the second time", yield* store.append(tenant, stream, 0, batch), { version: 3, duplicate: true })
      yield* same("expecting the result", yield* store.append(tenant, stream, 3, batch), {
        version: 3,
        duplicate: true
      })
      yield* same("expecting nothing", yield* store.append(tenant, stream, "any", batch), {
        version: 3,
        duplicate: true
      })
      yield* same("the stream", (yield* store.read(tenant, stream)).length, 3)
      yield* same("readAll", (yield* store.readAll(tenant, Position.start, 10)).length, 3)
    })
  },
  {
    id: "retry-after-growth",
    title: "a batch sent again after the stream has grown gets its own version, so that the writer sees what it missed",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const [a, b] = [events("a", 2), events("b", 2)]
      yield* store.append(tenant, stream, 0, a)
      yield* store.append(tenant, stream, 2, b)
      yield* same("the first batch again", yield* store.append(tenant, stream, 0, a), { version: 2, duplicate: true })
      yield* same("one event again", yield* store.append(tenant, stream, 0, a.slice(0, 1)), {
        version: 1,
        duplicate: true
      })
      yield* same("the stream", (yield* store.read(tenant, stream)).length, 4)
    })
  },
  {
    id: "retry-not-guessed",
    title: "an id in use in another stream, in a part of the batch or twice in it is refused as reused",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, stream, 0, events("a", 2))
      const known = event("a-1")
      const cases = [
        ["in another stream", otherStream, 0, [known]],
        ["in another stream, any version", otherStream, "any", [known]],
        ["partly known, known first", stream, 2, [known, event("new")]],
        ["partly known, new first", stream, 2, [event("new"), known]],
        ["twice in the batch", stream, 2, [event("new"), event("other"), event("new")]]
      ] as const
      for (const [claim, at, expected, batch] of cases) {
        const { id } = yield* refused(claim, "EventIdReused", store.append(tenant, at, expected, batch))
        yield* same(`the id told: ${claim}`, id, claim.startsWith("twice") ? "new" : "a-1")
      }
      yield* same("readAll", (yield* store.readAll(tenant, Position.start, 10)).length, 2)
    })
  },
  {
    id: "retry-within-tenant",
    title: "ids of one tenant say nothing about another's",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const batch = events("a", 2)
      yield* store.append(tenant, stream, 0, batch)
      yield* same("the other tenant's append", yield* store.append(otherTenant, otherStream, 0, batch), {
        version: 2,
        duplicate: false
      })
    })
  }
]
