import { Position } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { type Mutant, mutant } from "./Mutant.ts"

export const checkpointMutants: ReadonlyArray<Mutant> = [
  mutant("forgets checkpoints", ["checkpoint-kept", "checkpoint-forward", "model"], () => ({
    setCheckpoint: () => Effect.void
  })),
  mutant("keeps one checkpoint for all consumers", ["checkpoint-kept"], (_, store) => {
    const all = Position.ConsumerId.make("all")
    return {
      checkpoint: (tenant) => store.checkpoint(tenant, all),
      setCheckpoint: (tenant, _consumer, position) => store.setCheckpoint(tenant, all, position)
    }
  }),
  mutant("lets a new consumer begin at the end", ["checkpoint-start"], (model, store) => ({
    checkpoint: (tenant, consumer) =>
      Effect.map(store.checkpoint(tenant, consumer), (position) =>
        position === Position.start ? Position.afterCount(model.of(tenant).length) : position
      )
  })),
  mutant("lets a checkpoint go back", ["checkpoint-forward", "model"], (model) => ({
    setCheckpoint: (tenant, consumer, position) =>
      Effect.sync(() => void model.checkpoints.set(`${tenant}/${consumer}`, Number(position)))
  })),
  mutant("compares positions as texts", ["checkpoint-forward"], (_, store) => ({
    setCheckpoint: (tenant, consumer, position) =>
      Effect.flatMap(store.checkpoint(tenant, consumer), (before) =>
        position > before ? store.setCheckpoint(tenant, consumer, position) : Effect.void
      )
  }))
]
