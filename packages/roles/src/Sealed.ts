import type { CivilDate, Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import type * as Access from "./Access.ts"
import { isIssued } from "./Access.ts"
import * as Masking from "./Masking.ts"
import { AccessDenied } from "./RoleError.ts"

const inspect = Symbol.for("nodejs.util.inspect.custom")

/**
 * A record nobody can read without a decision that says what they may see of it.
 *
 * Shape: printing, spreading or turning it into JSON gives its reference, never a field.
 * Source: P-41, invariant 14 ("redaction by default").
 */
export class Sealed {
  readonly record: Access.RecordRef
  readonly #fields: Readonly<Record<string, string>>

  constructor(record: Access.RecordRef, fields: Readonly<Record<string, string>>) {
    // Frozen, for a decision opens the record it speaks of and no other.
    this.record = Object.freeze({ ...record })
    this.#fields = { ...fields }
    Object.freeze(this)
  }

  toJSON(): Access.RecordRef {
    return this.record
  }

  toString(): string {
    return `Sealed(${this.record.class} ${this.record.id})`
  }

  [inspect](): string {
    return this.toString()
  }

  /** Only for {@link read}: gives the fields a real decision about this very record shows, and nothing else. */
  static open(sealed: Sealed, decision: Access.Decision): ReadonlyArray<readonly [string, string]> | undefined {
    const { record } = decision.request
    const same =
      record.id === sealed.record.id && record.class === sealed.record.class && record.unit === sealed.record.unit
    if (!same || !isIssued(decision)) return undefined
    return Object.entries(sealed.#fields).flatMap(([field, value]): ReadonlyArray<readonly [string, string]> => {
      const showing = decision.fields[field]?.showing ?? "hide"
      const mask = decision.rules[field]?.mask
      if (showing === "show") return [[field, value]]
      return showing === "mask" && mask !== undefined ? [[field, Masking.apply(mask, value)]] : []
    })
  }
}

/** Seals a record at the door where it comes in. */
export const seal = (record: Access.RecordRef, fields: Readonly<Record<string, string>>): Sealed =>
  new Sealed(record, fields)

/** That somebody read something sensitive: who, what, for what and by what right, never the value. */
export interface AuditEntry {
  readonly actor: Identifier.PersonId
  readonly record: string
  readonly class: string
  readonly unit: Identifier.UnitId
  readonly purpose: string
  readonly on: CivilDate.CivilDate
  readonly fields: ReadonlyArray<{
    readonly field: string
    readonly showing: "show" | "mask"
    readonly unit: Identifier.UnitId
    readonly role: string | undefined
  }>
}

/** A record as one person may see it, and the entry its reading leaves when something sensitive is in it. */
export interface Reading {
  readonly fields: Readonly<Record<string, string>>
  readonly audit: AuditEntry | undefined
}

const auditOf = (decision: Access.Decision, shown: ReadonlyArray<string>): AuditEntry | undefined => {
  const { actor, request, on, rules, auditFrom } = decision
  const fields = shown.flatMap((field) => {
    const reason = decision.fields[field]
    const level = rules[field]?.level ?? 0
    if (reason?.by === undefined || reason.showing === "hide" || level < auditFrom) return []
    return [{ field, showing: reason.showing, unit: reason.by.unit, role: reason.by.post?.role }]
  })
  const { record, purpose } = request
  if (fields.length === 0) return undefined
  return { actor, record: record.id, class: record.class, unit: record.unit, purpose, on, fields }
}

/**
 * Reads a record as far as a decision allows.
 *
 * Shape: whoever shows the fields writes the audit entry first.
 * Fails: `AccessDenied` when the decision denies, was made about another record, or was not made by the rules at all.
 */
export const read = (sealed: Sealed, decision: Access.Decision): Result.Result<Reading, AccessDenied> => {
  const shown = decision.outcome === "deny" ? undefined : Sealed.open(sealed, decision)
  if (shown === undefined) {
    const { id, class: of, unit } = sealed.record
    const missing = [...new Set(Object.values(decision.fields).flatMap((reason) => reason.missing ?? []))].toSorted()
    return Result.fail(new AccessDenied({ actor: decision.actor, record: id, class: of, unit, missing }))
  }
  return Result.succeed({
    fields: Object.fromEntries(shown),
    audit: auditOf(
      decision,
      shown.map(([field]) => field)
    )
  })
}
