import type { CivilDate, Identifier } from "@louyu/kernel"
import type { AccessPolicy, FieldRule, RecordClass } from "./AccessPolicy.ts"
import type * as Directory from "./Directory.ts"
import * as Grant from "./Grant.ts"
import * as Places from "./Places.ts"
import type { Level } from "./RoleScheme.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId

/** A record somebody wants to read: which one, of which class, and the unit it belongs to. */
export interface RecordRef {
  readonly id: string
  readonly class: string
  readonly unit: UnitId
}

/** What is asked: to read a record for a purpose. */
export interface Request {
  readonly record: RecordRef
  readonly purpose: string
}

/** What may be shown of a field. */
export type Showing = "show" | "mask" | "hide"

/** Why a field is shown as it is: the right that shows it, or what is missing. */
export interface FieldReason {
  readonly showing: Showing
  readonly by: Grant.Grant | undefined
  readonly missing: "class" | "purpose" | "place" | "level" | "stays" | undefined
}

// Nobody outside this module can make a decision, so whoever has one has asked.
const issued = new WeakSet<object>()

/**
 * The answer to a request: allow (every field shown), mask (some fields masked or hidden) or deny, which is what happens
 * when nothing says otherwise; with the reason for every field (R2-18).
 *
 * Shape: only {@link decide} makes one; it is good for that actor, record, purpose and date.
 */
export interface Decision {
  readonly actor: PersonId
  readonly request: Request
  readonly on: CivilDate.CivilDate
  readonly outcome: "allow" | "mask" | "deny"
  readonly fields: Readonly<Record<string, FieldReason>>
  readonly rules: Readonly<Record<string, FieldRule>>
  readonly auditFrom: Level
}

/** Tells a decision that was really made from a look-alike. */
export const isIssued = (decision: Decision): boolean => issued.has(decision)

const classOf = (policy: AccessPolicy, id: string): RecordClass | undefined =>
  policy.classes.find((one) => one.id === id)

const covers = (directory: Directory.Directory, grant: Grant.Grant, unit: UnitId): boolean =>
  directory.places.isWithin(unit, grant.unit, directory.on)

const best = (grants: ReadonlyArray<Grant.Grant>, of: string): Grant.Grant | undefined =>
  grants.reduce<Grant.Grant | undefined>(
    (a, b) => (a === undefined || Grant.levelFor(b, of) > Grant.levelFor(a, of) ? b : a),
    undefined
  )

// Whoever has a right from above the unit a field stays in has none to that field.
const local = (
  directory: Directory.Directory,
  grants: ReadonlyArray<Grant.Grant>,
  unit: UnitId,
  stays: string | undefined
): ReadonlyArray<Grant.Grant> => {
  if (stays === undefined) return grants
  const home = Places.nearest(directory.places, unit, stays, directory.on)
  return home === undefined ? [] : grants.filter((one) => directory.places.isWithin(one.unit, home, directory.on))
}

const judge = (
  directory: Directory.Directory,
  reaching: ReadonlyArray<Grant.Grant>,
  record: RecordRef,
  rule: FieldRule
): FieldReason => {
  const grant = best(local(directory, reaching, record.unit, rule.stays), record.class)
  if (grant === undefined) {
    return { showing: "hide", by: undefined, missing: reaching.length === 0 ? "place" : "stays" }
  }
  const level = Grant.levelFor(grant, record.class)
  if (level >= rule.level) return { showing: "show", by: grant, missing: undefined }
  const masked = rule.masked !== undefined && rule.mask !== undefined && level >= rule.masked
  return { showing: masked ? "mask" : "hide", by: masked ? grant : undefined, missing: "level" }
}

const outcomeOf = (reasons: ReadonlyArray<FieldReason>): Decision["outcome"] =>
  reasons.length > 0 && reasons.every(({ showing }) => showing === "show")
    ? "allow"
    : reasons.some(({ showing }) => showing !== "hide")
      ? "mask"
      : "deny"

const judgeAll = (
  directory: Directory.Directory,
  policy: AccessPolicy,
  grants: ReadonlyArray<Grant.Grant>,
  { record, purpose }: Request
): Pick<Decision, "fields" | "outcome" | "rules"> => {
  const known = classOf(policy, record.class)
  const rules = known?.fields ?? {}
  const refused =
    known === undefined ? ("class" as const) : known.purposes.includes(purpose) ? undefined : ("purpose" as const)
  const reaching = grants.filter(
    (one) => (one.purpose === undefined || one.purpose === purpose) && covers(directory, one, record.unit)
  )
  // Without any right that reaches the record not even what is public about it is told.
  const fields = Object.fromEntries(
    Object.entries(rules).map(([field, rule]): [string, FieldReason] => [
      field,
      Object.freeze<FieldReason>(
        refused === undefined
          ? judge(directory, reaching, record, rule)
          : { showing: "hide", by: undefined, missing: refused }
      )
    ])
  )
  return { fields, rules, outcome: outcomeOf(Object.values(fields)) }
}

/**
 * Decides whether a person may read a record for a purpose on the directory's date: denied unless a right that reaches
 * the record from the same unit or above, never from beside, says otherwise.
 *
 * Cost: O(posts held x fields), with one containment test each.
 * Source: P-41, R2-15, R2-16, R2-18, R2-19, invariant 14, domain 2.8.
 */
export const decide = (
  directory: Directory.Directory,
  policy: AccessPolicy,
  actor: PersonId,
  request: Request
): Decision => {
  const { fields, rules, outcome } = judgeAll(directory, policy, Grant.of(directory, actor), request)
  // A copy that nobody can change: what was decided about one record must never be turned to another.
  const decision: Decision = Object.freeze<Decision>({
    actor,
    request: Object.freeze<Request>({ record: Object.freeze({ ...request.record }), purpose: request.purpose }),
    on: directory.on,
    outcome,
    fields: Object.freeze(fields),
    rules: Object.freeze(
      Object.fromEntries(
        Object.entries(rules).map(([field, rule]): [string, FieldRule] => [field, Object.freeze({ ...rule })])
      )
    ),
    auditFrom: policy.auditFrom
  })
  issued.add(decision)
  return decision
}

/** Who can see something of a record, and how much (R2-17). Cost: O(posts above the record x fields). */
export const whoCanSee = (
  directory: Directory.Directory,
  policy: AccessPolicy,
  request: Request
): ReadonlyArray<{ readonly person: PersonId; readonly outcome: "allow" | "mask" }> => {
  const grants = Grant.reaching(directory, request.record.unit)
  return [...new Set(grants.map((one) => one.person))].toSorted().flatMap((person) => {
    const { outcome } = judgeAll(
      directory,
      policy,
      grants.filter((one) => one.person === person),
      request
    )
    return outcome === "deny" ? [] : [{ person, outcome }]
  })
}

/** A unit in which, with everything within it, a person can see some fields of a class of records. */
export interface Visible {
  readonly unit: UnitId
  readonly level: Level
  readonly shown: ReadonlyArray<string>
}

// Whether a field that stays in a sort of unit shows to a right everywhere it reaches: not where such units lie in each other.
const showsBelow = (directory: Directory.Directory, grant: Grant.Grant, stays: string | undefined): boolean => {
  if (stays === undefined) return true
  const { places, on } = directory
  return (
    local(directory, [grant], grant.unit, stays).length > 0 &&
    places.within(grant.unit, on).every((one) => one === grant.unit || !places.sorts(one, on).includes(stays))
  )
}

/**
 * What a person can see of a class of records for a purpose, as subtrees: a filter for any number of units (R2-15).
 *
 * Shape: a subtree within another that shows as much is left out. A field that stays in units below the subtree's top is
 * not in `shown`.
 * Cost: O(posts held x fields); for fields that stay somewhere also the units below those posts.
 */
export const visible = (
  directory: Directory.Directory,
  policy: AccessPolicy,
  person: PersonId,
  recordClass: string,
  purpose: string
): ReadonlyArray<Visible> => {
  const known = classOf(policy, recordClass)
  if (known === undefined || !known.purposes.includes(purpose)) return []
  const usable = Grant.of(directory, person).filter((one) => one.purpose === undefined || one.purpose === purpose)
  const reaches = usable.map((grant): Visible => {
    const { unit } = grant
    const level = Grant.levelFor(grant, recordClass)
    const shown = Object.entries(known.fields)
      .filter(([, rule]) => level >= rule.level && showsBelow(directory, grant, rule.stays))
      .map(([field]) => field)
    return { unit, level, shown }
  })
  const within = (inner: Visible, outer: Visible) => directory.places.isWithin(inner.unit, outer.unit, directory.on)
  const asMuch = (one: Visible, other: Visible) => one.shown.every((field) => other.shown.includes(field))
  return reaches
    .filter(({ shown }) => shown.length > 0)
    .filter((one, i, all) =>
      all.every(
        (other, j) =>
          i === j ||
          !within(one, other) ||
          !asMuch(one, other) ||
          (other.unit === one.unit && asMuch(other, one) && j > i)
      )
    )
}
