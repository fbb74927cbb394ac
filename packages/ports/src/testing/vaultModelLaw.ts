import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { Vault } from "../Vault.ts"
import { type Law, same } from "./Law.ts"
import { ModelStore } from "./ModelStore.ts"
import { holdsForAll } from "./property.ts"
import { record, reveal } from "./vaultLaws.ts"

const steps = fc.array(
  fc.record({
    act: fc.constantFrom("put", "put", "get", "erase"),
    person: fc.nat({ max: 3 }).map((n) => Identifier.PersonId.make(`person-${n}`)),
    record: fc
      .tuple(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
        fc.option(fc.dictionary(fc.string(), fc.string({ minLength: 1 }), { maxKeys: 3 }), { nil: undefined })
      )
      .map((parts) => record(...parts))
  }),
  { maxLength: 25 }
)

/** The whole vault against the plainest implementation, under random sequences of calls. */
export const vaultModelLaw: Law<Vault> = {
  id: "vault-model",
  title: "any sequence of put, get and erase is answered as the plain model answers it",
  check: holdsForAll(steps, (sequence, tenant) =>
    Effect.gen(function* () {
      const vault = yield* Vault
      const model = new ModelStore()
      for (const { act, person, record: given } of sequence) {
        if (act === "put") {
          const result = yield* Effect.result(vault.put(tenant, person, given))
          const told = Result.isSuccess(result) ? "stored" : result.failure._tag
          const expected = Result.isSuccess(model.put(tenant, person, given)) ? "stored" : "PersonErased"
          yield* same("put", told, expected)
        } else if (act === "erase") {
          yield* vault.erase(tenant, person)
          model.erase(tenant, person)
        }
        yield* same("get", reveal(yield* vault.get(tenant, person)), reveal(model.get(tenant, person)))
      }
    })
  )
}
