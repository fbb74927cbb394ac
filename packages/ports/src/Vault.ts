import type { Identifier } from "@louyu/kernel"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { PersonErased, StoreError } from "./StoreError.ts"

const Secret = Schema.RedactedFromValue(Schema.NonEmptyString)

/**
 * Who a person is.
 *
 * Shape: every value is `Redacted`, so that logs, errors and `JSON.stringify` show a placeholder; `further` holds what
 * else is known under names of the caller's choice (`email`, `idCard`).
 */
export const PersonRecord = Schema.Struct({
  name: Secret,
  phone: Schema.optionalKey(Secret),
  further: Schema.optionalKey(Schema.Record(Schema.String, Secret))
})
export type PersonRecord = typeof PersonRecord.Type

/**
 * What the vault holds of a person it has heard of: the record, or only that it was erased.
 *
 * Erasure is a value and not a failure: a list of fifty people shows one as erased and still shows the others.
 */
export type Held = { readonly _tag: "Known"; readonly record: PersonRecord } | { readonly _tag: "Erased" }

/** Keeps personal data apart from events, so that they can be erased and the events stay. Tenants share nothing. */
export class Vault extends Context.Service<
  Vault,
  {
    /**
     * Stores what is known of a person, in place of what was known before.
     *
     * Fails: `PersonErased` when the person was erased; nothing is stored.
     */
    readonly put: (
      tenant: Identifier.TenantId,
      person: Identifier.PersonId,
      record: PersonRecord
    ) => Effect.Effect<void, PersonErased | StoreError>

    /** What is held of a person; `undefined` for one the vault never heard of. */
    readonly get: (
      tenant: Identifier.TenantId,
      person: Identifier.PersonId
    ) => Effect.Effect<Held | undefined, StoreError>

    /**
     * Removes what is known of a person for good.
     *
     * On return: the values can no longer be read from the store's own files, and a later `put` is refused. Erasing
     * twice, or somebody unknown, is the same as erasing once.
     */
    readonly erase: (tenant: Identifier.TenantId, person: Identifier.PersonId) => Effect.Effect<void, StoreError>
  }
>()("@louyu/ports/Vault") {}
