import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { type Held, type PersonRecord, Vault } from "../Vault.ts"
import { type Law, refused, same } from "./Law.ts"
import { otherTenant, person, tenant } from "./Sample.ts"

// Some callers name what they hide; it makes no difference.
const secret = (value: string): Redacted.Redacted<string> =>
  value.length % 2 === 0 ? Redacted.make(value) : Redacted.make(value, { label: "personal" })

/** A record of invented data. */
export const record = (name: string, phone?: string, further?: Record<string, string>): PersonRecord => ({
  name: secret(name),
  ...(phone === undefined ? {} : { phone: secret(phone) }),
  ...(further === undefined
    ? {}
    : { further: Object.fromEntries(Object.entries(further).map(([key, value]) => [key, secret(value)])) })
})

/** What is held, in plain words, so that laws can compare it. */
export const reveal = (held: Held | undefined): unknown => {
  if (held?._tag !== "Known") return held
  const { name, phone, further } = held.record
  return {
    name: Redacted.value(name),
    ...(phone === undefined ? {} : { phone: Redacted.value(phone) }),
    ...(further === undefined
      ? {}
      : { further: Object.fromEntries(Object.entries(further).map(([key, value]) => [key, Redacted.value(value)])) })
  }
}

// Tries to change a record the vault may share; a frozen one refuses, which is as good.
const spoil = (given: PersonRecord): void => {
  for (const key of Object.keys(given.further ?? {})) Reflect.set(given.further ?? {}, key, secret("spoilt"))
  for (const key of ["name", "phone"]) Reflect.set(given, key, secret("spoilt"))
}

const erased = { _tag: "Erased" }
const anna = { name: "安娜（虚构）", phone: "000-1234", further: { email: "anna@example.org", note: "a'b\"c" } }

/** What a vault promises. */
export const vaultLaws: ReadonlyArray<Law<Vault>> = [
  {
    id: "vault-unknown",
    title: "nothing is held of somebody never heard of",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      yield* vault.put(tenant, Identifier.PersonId.make("somebody-else"), record("Bo"))
      yield* same("held", reveal(yield* vault.get(tenant, person)), undefined)
    })
  },
  {
    id: "vault-kept",
    title: "a record comes back as it was put, wrapped so that no log shows it",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      yield* vault.put(tenant, person, record(anna.name, anna.phone, anna.further))
      const held = yield* vault.get(tenant, person)
      yield* same("held", reveal(held), anna)
      yield* same("shown", JSON.stringify(held).includes("000-1234"), false)
    })
  },
  {
    id: "vault-replaced",
    title: "a record takes the place of the one before; what it does not say is no longer held",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      yield* vault.put(tenant, person, record(anna.name, anna.phone, anna.further))
      yield* vault.put(tenant, person, record("Anna"))
      yield* same("held", reveal(yield* vault.get(tenant, person)), { name: "Anna" })
    })
  },
  {
    id: "vault-erased",
    title: "of somebody erased only that is known, and a later put is refused and stores nothing",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      yield* vault.put(tenant, person, record(anna.name, anna.phone))
      yield* vault.erase(tenant, person)
      yield* same("held", yield* vault.get(tenant, person), erased)
      yield* refused("a later put", "PersonErased", vault.put(tenant, person, record("Anna")))
      yield* same("held after it", yield* vault.get(tenant, person), erased)
    })
  },
  {
    id: "vault-erased-unheard",
    title: "somebody never heard of can be erased, for good too",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      yield* vault.erase(tenant, person)
      yield* same("held", yield* vault.get(tenant, person), erased)
      yield* refused("a later put", "PersonErased", vault.put(tenant, person, record("Anna")))
    })
  },
  {
    id: "vault-erased-twice",
    title: "erasing twice is the same as once, and touches nobody else",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      const other = Identifier.PersonId.make("person-10")
      yield* vault.put(tenant, other, record("Bo"))
      yield* vault.put(tenant, person, record("Anna"))
      yield* vault.erase(tenant, person)
      yield* vault.erase(tenant, person)
      yield* same("held", yield* vault.get(tenant, person), erased)
      yield* same("the other", reveal(yield* vault.get(tenant, other)), { name: "Bo" })
    })
  },
  {
    id: "vault-tenants-apart",
    title: "tenants hold, and erase, the same person id apart",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      yield* vault.put(tenant, person, record("Anna"))
      yield* same("the other tenant", reveal(yield* vault.get(otherTenant, person)), undefined)
      yield* vault.put(otherTenant, person, record("Bo"))
      yield* vault.erase(tenant, person)
      yield* same("the other tenant", reveal(yield* vault.get(otherTenant, person)), { name: "Bo" })
    })
  },
  {
    id: "vault-apart-from-caller",
    title: "changing a record that was handed in or out does not change the vault",
    check: Effect.gen(function* () {
      const vault = yield* Vault
      const given = record(anna.name, anna.phone, anna.further)
      yield* vault.put(tenant, person, given)
      spoil(given)
      const held = yield* vault.get(tenant, person)
      yield* same("after changing what was put", reveal(held), anna)
      if (held?._tag === "Known") spoil(held.record)
      yield* same("after changing what was got", reveal(yield* vault.get(tenant, person)), anna)
    })
  }
]
