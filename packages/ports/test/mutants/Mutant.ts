import { EventStore, Vault } from "@louyu/ports"
import { ModelStore } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

type Store = EventStore.EventStore["Service"]
type People = Vault.Vault["Service"]

/** A store with one fault, and the laws that must find it. */
export interface Mutant {
  readonly fault: string
  readonly brokenLaws: ReadonlyArray<string>
  readonly layer: Layer.Layer<EventStore.EventStore | Vault.Vault>
}

// Whatever an answer looks at, it looks when the effect runs and not when it is made.
const lazy =
  <Args extends ReadonlyArray<unknown>, A, E>(answer: (...args: Args) => Effect.Effect<A, E>) =>
  (...args: Args): Effect.Effect<A, E> =>
    Effect.suspend(() => answer(...args))

/** The model with some answers replaced by faulty ones. */
export const mutant = (
  fault: string,
  brokenLaws: ReadonlyArray<string>,
  change: (model: ModelStore.ModelStore, store: Store, people: People) => Partial<Store> & Partial<People>
): Mutant => ({
  fault,
  brokenLaws,
  layer: Layer.unwrap(
    Effect.sync(() => {
      const model = new ModelStore.ModelStore()
      const [store, people] = [ModelStore.eventStore(model), ModelStore.vault(model)]
      const faulty = { ...store, ...people, ...change(model, store, people) }
      return Layer.merge(
        Layer.succeed(EventStore.EventStore, {
          append: lazy(faulty.append),
          appendAll: lazy(faulty.appendAll),
          read: lazy(faulty.read),
          readAll: lazy(faulty.readAll),
          checkpoint: lazy(faulty.checkpoint),
          setCheckpoint: lazy(faulty.setCheckpoint)
        }),
        Layer.succeed(Vault.Vault, { put: lazy(faulty.put), get: lazy(faulty.get), erase: lazy(faulty.erase) })
      )
    })
  )
})

/** The model itself with methods replaced, for faults in what is kept rather than in one answer. */
export const variant = (
  fault: string,
  brokenLaws: ReadonlyArray<string>,
  make: () => ModelStore.ModelStore
): Mutant => ({
  fault,
  brokenLaws,
  layer: Layer.unwrap(
    Effect.sync(() => {
      const model = make()
      return Layer.merge(
        Layer.succeed(EventStore.EventStore, ModelStore.eventStore(model)),
        Layer.succeed(Vault.Vault, ModelStore.vault(model))
      )
    })
  )
})
