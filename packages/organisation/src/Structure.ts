import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Archetype } from "./Archetype.ts"

const code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))

/** Names a kind of unit within one structure, for example `micro-grid`. */
export const KindId = code.pipe(Schema.brand("KindId"))
export type KindId = typeof KindId.Type

/** Names a level of a line, for example `street`. */
export const LevelId = code.pipe(Schema.brand("LevelId"))
export type LevelId = typeof LevelId.Type

/** The two relations that are forests: who belongs under whom, and what lies in what. */
export const Line = Schema.Literals(["command", "location"])
export type Line = typeof Line.Type

/** Whether a body holds membership itself (`entity`) or only brings others' members together (`functional`). */
export const Nature = Schema.Literals(["functional", "entity"])
export type Nature = typeof Nature.Type

/** Whether a branch was founded by one enterprise or by several (P-09). */
export const Formation = Schema.Literals(["single", "joint"])
export type Formation = typeof Formation.Type

/** A step of a line, top first; a `skippable` one may be missing between a unit and its superior. */
export const Level = Schema.Struct({ id: LevelId, names: Text.Text, skippable: Schema.Boolean })
export type Level = typeof Level.Type

/**
 * A kind of unit.
 *
 * Shape: `level` places the kind on a line; then its superior must stand strictly above it with only skippable levels
 * between. `under` lists the kinds that may be its superior in command, `within` those it may lie in; where both a list
 * and levels are given, both must allow it; where neither is, the kind has no superior on that line. `root` lists the
 * lines on which the kind may stand without superior and is no orphan. `onePer` says that at most one living unit of
 * the kind may lie in one place of the listed kinds. `nature` is the default of a new unit. `maximumEnterprises`
 * replaces the limit of the branch rules for joint branches of this kind, such as one of a chamber of commerce (W-22).
 * Units: `termMonths` calendar months between elections.
 */
export const Kind = Schema.Struct({
  id: KindId,
  names: Text.Text,
  archetype: Archetype,
  level: Schema.optionalKey(
    Schema.Struct({ command: Schema.optionalKey(LevelId), location: Schema.optionalKey(LevelId) })
  ),
  under: Schema.optionalKey(Schema.Array(KindId)),
  within: Schema.optionalKey(Schema.Array(KindId)),
  root: Schema.optionalKey(Schema.Array(Line)),
  onePer: Schema.optionalKey(Schema.Array(KindId)),
  nature: Schema.optionalKey(Nature),
  maximumEnterprises: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0))),
  termMonths: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0)))
})
export type Kind = typeof Kind.Type

/** A question every unit of some kinds answers with one of a few options, for example operating status (R1-7, P-13). */
export const Classification = Schema.Struct({
  id: code,
  names: Text.Text,
  options: Schema.NonEmptyArray(Schema.Struct({ id: code, names: Text.Text })),
  compulsoryFor: Schema.Array(KindId)
})
export type Classification = typeof Classification.Type

/**
 * How a structure is summed up in one line, such as `1+2+4` (D-04) or `1+N` (H-10).
 *
 * Shape: `around` lists the kinds of unit the pattern is told of; each group counts units by kind and, if given, nature,
 * among that unit, everything below it in command and everything that it guides or that takes part in it; `symbol` is
 * written instead of the count.
 */
export const Pattern = Schema.Struct({
  id: code,
  names: Text.Text,
  around: Schema.Array(KindId),
  groups: Schema.NonEmptyArray(
    Schema.Struct({
      names: Text.Text,
      kinds: Schema.Array(KindId),
      nature: Schema.optionalKey(Nature),
      symbol: Schema.optionalKey(Schema.NonEmptyString)
    })
  )
})
export type Pattern = typeof Pattern.Type

const count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** The numbers of the branch rules. Source: domain 2.9 (branch regulation of 2018), invariant 3. */
export const BranchRules = Schema.Struct({
  singleMinimum: count,
  jointMinimum: count,
  jointMaximumEnterprises: count,
  generalBranchFrom: count,
  committeeFrom: count
})
export type BranchRules = typeof BranchRules.Type

/** The branch rules in force nationwide: 3 full members, joint branches of at most 5 units, 50 and 100 members. */
export const nationalBranchRules: BranchRules = {
  singleMinimum: 3,
  jointMinimum: 3,
  jointMaximumEnterprises: 5,
  generalBranchFrom: 50,
  committeeFrom: 100
}

/**
 * The organisation part of a city's profile: all that differs from city to city about who may stand where.
 *
 * Units: `gridTenantLimit` enterprises in one micro-grid.
 */
export const Structure = Schema.Struct({
  id: code,
  version: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  names: Text.Text,
  levels: Schema.Struct({ command: Schema.Array(Level), location: Schema.Array(Level) }),
  kinds: Schema.NonEmptyArray(Kind),
  classifications: Schema.Array(Classification),
  patterns: Schema.Array(Pattern),
  branchRules: BranchRules,
  gridTenantLimit: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0)))
})
export type Structure = typeof Structure.Type
