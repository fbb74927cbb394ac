import type { Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { AdoptScheme } from "./Command.ts"
import * as Completeness from "./Completeness.ts"
import * as Directory from "./Directory.ts"
import type * as Post from "./Post.ts"
import type { RoleError } from "./RoleError.ts"
import type { RoleScheme } from "./RoleScheme.ts"
import type { RolesDecider } from "./Roles.ts"
import * as Roles from "./Roles.ts"
import type * as Roster from "./Roster.ts"
import { destination } from "./rules/Adopting.ts"
import type { RoleFacts } from "./rules/Rule.ts"
import { schemeOf } from "./rules/Rule.ts"

type PersonId = Identifier.PersonId

/** What a change of scheme will do, before it is done. */
export interface Migration {
  /** Every holder: the post held, and the one to come; `undefined` when the person holds none of the new ones. */
  readonly holders: ReadonlyArray<{
    readonly person: PersonId
    readonly from: Post.Post
    readonly to: Post.Post | undefined
  }>
  /** Open work by the post it is listed for, and where it goes; `undefined` when somebody has to say. */
  readonly work: ReadonlyArray<{ readonly work: string; readonly from: Post.Post; readonly to: Post.Post | undefined }>
  /** The new posts that nobody will hold. */
  readonly vacancies: ReadonlyArray<Completeness.PostFilling>
}

/** Open work and the post it is listed for. */
export interface OpenWork {
  readonly work: string
  readonly post: Post.Post
}

/**
 * Tells what adopting a scheme will do to holders, open work and vacancies, without doing it.
 *
 * Fails: as the command itself would.
 * Source: P-06 (from one head six staff), P-01, R2-7.
 */
export const preview = (
  schemes: ReadonlyArray<RoleScheme>,
  roster: Roster.Roster,
  command: typeof AdoptScheme.Type,
  facts: RoleFacts,
  openWork: ReadonlyArray<OpenWork>
): Result.Result<Migration, RoleError> => {
  const decider: RolesDecider = Roles.decider(schemes)
  return Result.map(decider.decide(roster, command, facts), (events) => {
    const after = events.reduce(decider.evolve, roster)
    const scheme = schemeOf(schemes, command)
    const goTo = (post: Post.Post): Post.Post | undefined => {
      const there = scheme === undefined ? undefined : destination(scheme, command.mapping ?? [], post)
      return there === "unmapped" ? undefined : there
    }
    const ended = events.flatMap((event) => (event._tag === "AppointmentEnded" ? [event] : []))
    const directory = Directory.of(schemes, [after], facts.places, command.from)
    const fillings = Completeness.of(directory, command.roster).filter(({ at }) => at.post.scheme === command.scheme)
    return {
      holders: ended.map(({ person, post }) => ({ person, from: post, to: goTo(post) })),
      work: openWork
        .filter(({ post }) => ended.length > 0 && goTo(post) !== post)
        .map(({ work, post }) => ({ work, from: post, to: goTo(post) })),
      vacancies: fillings.filter(({ filling }) => filling === "vacant")
    }
  })
}
