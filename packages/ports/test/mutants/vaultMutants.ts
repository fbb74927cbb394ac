import { Identifier } from "@louyu/kernel"
import type { Vault } from "@louyu/ports"
import { ModelStore } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { type Mutant, mutant, variant } from "./Mutant.ts"

const everyone = Identifier.TenantId.make("everyone")

// Keeps and hands out the very record it was given.
class Sharing extends ModelStore.ModelStore {
  override put(...[tenant, person, record]: Parameters<ModelStore.ModelStore["put"]>) {
    const result = super.put(tenant, person, record)
    if (this.people.get(`${tenant}/${person}`)?._tag === "Known") {
      this.people.set(`${tenant}/${person}`, { _tag: "Known", record })
    }
    return result
  }
}

export const vaultMutants: ReadonlyArray<Mutant> = [
  mutant("forgets that somebody was erased", ["vault-erased", "vault-model"], (model) => ({
    erase: (tenant, person) => Effect.sync(() => void model.people.delete(`${tenant}/${person}`))
  })),
  mutant("lets a put undo an erasure", ["vault-erased", "vault-erased-unheard", "vault-model"], (model) => ({
    put: (tenant, person, record) =>
      Effect.sync(() => void model.people.set(`${tenant}/${person}`, { _tag: "Known", record }))
  })),
  mutant("refuses a put after an erasure and stores it all the same", ["vault-erased"], (model, _, people) => ({
    put: (tenant, person, record) =>
      Effect.tapError(people.put(tenant, person, record), () =>
        Effect.sync(() => model.people.set(`${tenant}/${person}`, { _tag: "Known", record }))
      )
  })),
  mutant("erases only somebody it knows", ["vault-erased-unheard"], (_, __, people) => ({
    erase: (tenant, person) =>
      Effect.flatMap(people.get(tenant, person), (held) =>
        held === undefined ? Effect.void : people.erase(tenant, person)
      )
  })),
  mutant("undoes an erasure when asked twice", ["vault-erased-twice"], (model, _, people) => ({
    erase: (tenant, person) =>
      Effect.flatMap(people.get(tenant, person), (held) =>
        held?._tag === "Erased"
          ? Effect.sync(() => void model.people.delete(`${tenant}/${person}`))
          : people.erase(tenant, person)
      )
  })),
  mutant("erases everybody whose id begins alike", ["vault-erased-twice"], (model) => ({
    erase: (tenant, person) =>
      Effect.sync(() => {
        for (const key of [...model.people.keys(), `${tenant}/${person}`]) {
          if (key.startsWith(`${tenant}/${person}`)) model.people.set(key, { _tag: "Erased" })
        }
      })
  })),
  mutant("holds something of everybody", ["vault-unknown"], (model, _, people) => ({
    get: (tenant, person) => Effect.map(people.get(tenant, person), (held) => held ?? [...model.people.values()].at(-1))
  })),
  mutant("loses what is held under names of the caller's choice", ["vault-kept"], (_, __, people) => ({
    put: (tenant, person, { further: _lost, ...record }) => people.put(tenant, person, record)
  })),
  mutant("adds to the record before instead of replacing it", ["vault-replaced", "vault-model"], (_, __, people) => ({
    put: (tenant, person, record) =>
      Effect.gen(function* () {
        const held = yield* people.get(tenant, person)
        const before: Partial<Vault.PersonRecord> = held?._tag === "Known" ? held.record : {}
        yield* people.put(tenant, person, { ...before, ...record })
      })
  })),
  mutant("holds a person for all tenants at once", ["vault-tenants-apart"], (_, __, people) => ({
    put: (_tenant, person, record) => people.put(everyone, person, record),
    get: (_tenant, person) => people.get(everyone, person),
    erase: (_tenant, person) => people.erase(everyone, person)
  })),
  mutant("erases a person for all tenants", ["vault-tenants-apart"], (model) => ({
    erase: (_tenant, person) =>
      Effect.sync(() => {
        for (const key of model.people.keys()) if (key.endsWith(`/${person}`)) model.people.set(key, { _tag: "Erased" })
      })
  })),
  variant("shares records with its callers", ["vault-apart-from-caller"], () => new Sharing())
]
