import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"

const code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))
const atLeastOne = Schema.Int.check(Schema.isGreaterThan(0))

/** Names a role within its scheme, for example `buildingChief`. */
export const RoleCode = code.pipe(Schema.brand("RoleCode"))
export type RoleCode = typeof RoleCode.Type

/** Names a scheme, for example `twoHeadsFourStaff`. */
export const SchemeId = code.pipe(Schema.brand("SchemeId"))
export type SchemeId = typeof SchemeId.Type

/** Names a layer: schemes of different layers are in force side by side on one building. */
export const LayerId = code.pipe(Schema.brand("LayerId"))
export type LayerId = typeof LayerId.Type

/** A role of a scheme, as other schemes see it. */
export const RoleRef = Schema.Struct({ scheme: SchemeId, role: RoleCode })
export type RoleRef = typeof RoleRef.Type

/** How a role answers for its matters: for the whole, for its own area, or working with the others (P-06). */
export const Duty = Schema.Literals(["leadOverall", "ownArea", "cooperate"])
export type Duty = typeof Duty.Type

/** How secret something is that a holder may see; 0 is public. */
export const Level = Schema.Literals([0, 1, 2, 3, 4])
export type Level = typeof Level.Type

/**
 * Who may hold a role: somebody who comes from a unit of one of the sorts, with all the qualifications.
 *
 * Shape: a sort is the name of a kind or archetype of unit, such as `propertyCompany`.
 */
export const Qualification = Schema.Struct({
  comesFrom: Schema.optionalKey(Schema.NonEmptyArray(Schema.NonEmptyString)),
  holds: Schema.optionalKey(Schema.NonEmptyArray(Schema.NonEmptyString))
})
export type Qualification = typeof Qualification.Type

/**
 * A post that nobody is appointed to, because whoever holds another post holds it too.
 *
 * Shape: the other post belongs to the same unit (`same`), or to the nearest unit above that is of the sort in `above`.
 * Source: P-34.
 */
export const ExOfficio = Schema.Struct({
  of: RoleRef,
  at: Schema.Union([Schema.Literal("same"), Schema.Struct({ above: Schema.NonEmptyString })])
})
export type ExOfficio = typeof ExOfficio.Type

/**
 * How often a holder goes and sees the units in the care of the post.
 *
 * Shape: once a week or month, or once in a number of working days; `tiers` replaces it for enterprises of some tiers.
 * Source: W-07, P-29, domain 2.14.
 */
export const Cadence = Schema.Union([
  Schema.Literals(["weekly", "monthly", "quarterly", "yearly"]),
  Schema.Struct({ workdays: atLeastOne })
])
export type Cadence = typeof Cadence.Type

/** The rhythm of visits of a role; `tiers` replaces `every` for units of some tiers. */
export const Visiting = Schema.Struct({
  every: Cadence,
  tiers: Schema.optionalKey(Schema.Record(Schema.String, Cadence))
})
export type Visiting = typeof Visiting.Type

/**
 * A role: one post for every unit of its scope.
 *
 * Shape: `scope` is the sort (kind or archetype) of unit a post belongs to. `minimum` holders make the post filled, more
 * than `maximum` are never appointed; without it there is no limit. `load` is the most posts of this role one person
 * holds. `exclusive` holders hold no other post at all. `deputyOf` names the role whose work falls to this one while it
 * is vacant. `matters` are the categories the role handles. `clearance` is what a holder may see in the unit and below,
 * and `clearances` what of some classes of records instead.
 * Units: `termMonths` calendar months.
 */
export const Role = Schema.Struct({
  code: RoleCode,
  names: Text.Text,
  rank: Schema.Literals(["head", "staff"]),
  scope: Schema.NonEmptyString,
  minimum: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  maximum: Schema.optionalKey(atLeastOne),
  load: Schema.optionalKey(atLeastOne),
  exclusive: Schema.optionalKey(Schema.Boolean),
  qualifies: Schema.optionalKey(Qualification),
  duty: Duty,
  matters: Schema.Array(code),
  deputyOf: Schema.optionalKey(RoleCode),
  exOfficio: Schema.optionalKey(ExOfficio),
  visiting: Schema.optionalKey(Visiting),
  clearance: Level,
  clearances: Schema.optionalKey(Schema.Record(Schema.String, Level)),
  termMonths: Schema.optionalKey(atLeastOne)
})
export type Role = typeof Role.Type

/**
 * Who answers for what in a kind of place: a template of posts, with a version.
 *
 * Shape: `concurrent` lists pairs of roles, of this scheme or another, that one person may hold at the same time; without
 * a pair two different roles never meet in one person (H-06). `ladder` lists the roles a matter climbs when it cannot be
 * settled, the lowest first; the ladder of `*` serves every matter without one of its own.
 * Source: P-06, P-07, P-36, A-02, A-03.
 */
export const RoleScheme = Schema.Struct({
  id: SchemeId,
  version: atLeastOne,
  names: Text.Text,
  layer: LayerId,
  roles: Schema.NonEmptyArray(Role),
  concurrent: Schema.Array(Schema.Tuple([RoleRef, RoleRef])),
  ladder: Schema.Record(Schema.String, Schema.Array(RoleRef))
})
export type RoleScheme = typeof RoleScheme.Type

/** The role of a code in a scheme. */
export const role = (scheme: RoleScheme, of: RoleCode): Role | undefined => scheme.roles.find((one) => one.code === of)

/** Tells whether a scheme lets one person hold two roles at the same time. */
export const allowsBoth = (scheme: RoleScheme, one: RoleRef, other: RoleRef): boolean => {
  const is = (a: RoleRef, b: RoleRef): boolean => a.scheme === b.scheme && a.role === b.role
  return scheme.concurrent.some(([a, b]) => (is(a, one) && is(b, other)) || (is(a, other) && is(b, one)))
}
