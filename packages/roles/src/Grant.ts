import type { Identifier } from "@louyu/kernel"
import * as Directory from "./Directory.ts"
import type * as Post from "./Post.ts"
import type { Level } from "./RoleScheme.ts"
import type * as Roster from "./Roster.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId

/**
 * A right to read: up to a level, in a unit and everything within it, for some purposes or (without) any.
 *
 * Shape: `post` names the post it comes with; a right given by itself names none, and always has an end.
 */
export interface Grant {
  readonly person: PersonId
  readonly unit: UnitId
  readonly level: Level
  /** Levels for some classes of records, in place of `level`. */
  readonly levels: Readonly<Record<string, Level>> | undefined
  readonly purpose: string | undefined
  readonly post: Post.Post | undefined
}

/** The level of a right for a class of records. */
export const levelFor = ({ level, levels }: Grant, recordClass: string): Level =>
  (levels !== undefined && Object.hasOwn(levels, recordClass) ? levels[recordClass] : undefined) ?? level

/** The rights of a person on the date: those of the posts they answer for, and those given for a time (R2-16). */
export const of = (directory: Directory.Directory, person: PersonId): ReadonlyArray<Grant> => [
  ...Directory.postsOf(directory, person).map(
    ({ post, role }): Grant => ({
      person,
      unit: post.unit,
      level: role.clearance,
      levels: role.clearances,
      purpose: undefined,
      post
    })
  ),
  ...(directory.grantsOf.get(person) ?? []).map(given)
]

const given = ({ person, unit, level, purpose }: Roster.GivenAccess): Grant => ({
  person,
  unit,
  level,
  levels: undefined,
  purpose,
  post: undefined
})

/** Everybody who has rights that reach a unit on the date: on it or on a unit above it. */
export const reaching = (directory: Directory.Directory, unit: UnitId): ReadonlyArray<Grant> => {
  const line = [unit, ...directory.places.above(unit, directory.on)]
  const byPost = line.flatMap((one) =>
    Directory.posts(directory, one).flatMap((at) =>
      Directory.holders(directory, at).map(
        ({ person }): Grant => ({
          person,
          unit: one,
          level: at.role.clearance,
          levels: at.role.clearances,
          purpose: undefined,
          post: at.post
        })
      )
    )
  )
  return [...byPost, ...line.flatMap((one) => (directory.grantsAt.get(one) ?? []).map(given))]
}
