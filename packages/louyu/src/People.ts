import { type CivilDate, Identifier } from "@louyu/kernel"
import type { StoreError, Vault } from "@louyu/ports"
import { Access, RoleError, Sealed } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as AuditDomain from "./AuditDomain.ts"
import { IdInvalid } from "./CityError.ts"
import type { Sight } from "./RolesDomain.ts"

type PersonId = Identifier.PersonId

/**
 * Who a person is, as it comes in.
 *
 * Shape: `unit` is where the person belongs, which decides who may read the rest; `class` is the class of records whose
 * rules in the access policy hold. `further` holds other fields under the names the policy knows them by.
 */
export interface Entry {
  readonly unit: Identifier.UnitId
  readonly class: string
  readonly name: Redacted.Redacted<string>
  readonly mobile?: Redacted.Redacted<string>
  readonly further?: Readonly<Record<string, Redacted.Redacted<string>>>
}

/**
 * Who reads, what for, and by the posts of which date.
 *
 * Shape: with `fields` only those are shown, and only they are in the trace; all of them without.
 */
export interface Reading {
  readonly by: string
  readonly purpose: string
  readonly on: CivilDate.CivilDate
  readonly fields?: ReadonlyArray<string>
}

/** What somebody may see of a person, or that the person was erased. */
export type Seen =
  | { readonly _tag: "Seen"; readonly fields: Readonly<Record<string, string>> }
  | { readonly _tag: "Erased" }

/** What keeps somebody from reading, besides what keeps the trace of it from being left. */
export type ReadError<Obstacle> = IdInvalid | RoleError.AccessDenied | StoreError.StoreError | Obstacle

/** The people of a city: kept apart from the events, shown as far as the reader may see, and never without a trace. */
export interface PeopleDesk<Obstacle> {
  /** Keeps who a person is, in place of what was known before. Fails: `PersonErased` when the person was erased. */
  keep(person: string, entry: Entry): Effect.Effect<void, IdInvalid | StoreError.PersonErased | StoreError.StoreError>
  /** Removes what is known of a person for good; the facts about the posts they held stay. */
  erase(person: string): Effect.Effect<void, IdInvalid | StoreError.StoreError>
  /**
   * Reads a person as far as the reader may, after the trace of it is left where something sensitive is in it;
   * `undefined` for a person nobody ever told of.
   *
   * Fails: `AccessDenied`.
   */
  read(person: string, reading: Reading): Effect.Effect<Seen | undefined, ReadError<Obstacle>>
}

// Under these names the vault keeps what the city has to know before anything is shown.
const unitKey = "louyu:unit"
const classKey = "louyu:class"

const identify = (person: string): Effect.Effect<PersonId, IdInvalid> =>
  Option.match(Schema.decodeOption(Identifier.PersonId)(person), {
    onNone: () => Effect.fail(new IdInvalid({ field: "person" })),
    onSome: (id) => Effect.succeed(id)
  })

const toRecord = ({ unit, class: of, name, mobile, further }: Entry): Vault.PersonRecord => ({
  name,
  ...(mobile === undefined ? {} : { phone: mobile }),
  further: { ...further, [unitKey]: Redacted.make(unit), [classKey]: Redacted.make(of) }
})

const asUnit = Schema.decodeUnknownOption(Identifier.UnitId)

/** Seals what the vault holds of a person; `undefined` when it does not say where they belong. */
const sealed = (
  person: PersonId,
  { name, phone, further = {} }: Vault.PersonRecord,
  wanted: ReadonlyArray<string> | undefined
): Sealed.Sealed | undefined => {
  const { [unitKey]: where, [classKey]: of, ...others } = further
  const unit = where === undefined ? Option.none() : asUnit(Redacted.value(where))
  if (Option.isNone(unit) || of === undefined) return undefined
  const known = { ...others, name, ...(phone === undefined ? {} : { mobile: phone }) }
  const asked = Object.entries(known).filter(([field]) => wanted?.includes(field) ?? true)
  const fields = Object.fromEntries(asked.map(([field, value]) => [field, Redacted.value(value)]))
  return Sealed.seal({ id: person, class: Redacted.value(of), unit: unit.value }, fields)
}

/** What the desk works with: the vault, what the roles show on a date, and the one way of leaving a trace. */
export interface Office<Obstacle> {
  readonly tenant: Identifier.TenantId
  readonly vault: Vault.Vault["Service"]
  readonly roles: (on: CivilDate.CivilDate) => Effect.Effect<Sight>
  readonly record: (command: AuditDomain.Command, by: { readonly actor: string }) => Effect.Effect<unknown, Obstacle>
}

/** Opens the desk of a city. */
export const desk = <Obstacle>({ tenant, vault, roles, record }: Office<Obstacle>): PeopleDesk<Obstacle> => ({
  keep: Effect.fnUntraced(function* (person, entry) {
    yield* vault.put(tenant, yield* identify(person), toRecord(entry))
  }),
  erase: Effect.fnUntraced(function* (person) {
    yield* vault.erase(tenant, yield* identify(person))
  }),
  read: Effect.fnUntraced(function* (
    person,
    { by, purpose, on, fields: wanted }
  ): Effect.fn.Return<Seen | undefined, ReadError<Obstacle>> {
    const [id, actor] = [yield* identify(person), yield* identify(by)]
    const held = yield* vault.get(tenant, id)
    if (held === undefined) return undefined
    if (held._tag === "Erased") return { _tag: "Erased" }
    const closed = sealed(id, held.record, wanted)
    if (closed === undefined) {
      return yield* new RoleError.AccessDenied({ actor, record: id, class: "", unit: "", missing: ["place"] })
    }
    const { directory, policy } = yield* roles(on)
    const decision = Access.decide(directory, policy, actor, { record: closed.record, purpose })
    const { fields, audit } = yield* Effect.fromResult(Sealed.read(closed, decision))
    if (audit !== undefined) yield* record(AuditDomain.note(audit), { actor })
    return { _tag: "Seen", fields }
  })
})
