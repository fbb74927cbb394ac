import type { Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { AdoptScheme } from "./Command.ts"
import * as Completeness from "./Completeness.ts"
import * as Directory from "./Directory.ts"
import type * as Post from "./Post.ts"
import type { RoleError } from "./RoleError.ts"
import type { RoleScheme } from "./RoleScheme.ts"
import type { RolesDecider } from "./Roles.ts"
import * as Roles from "./Roles.ts"
import * as Roster from "./Roster.ts"
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
  /** Who acts in a post or has a matter of one, and where that goes; `undefined` when it ends. */
  readonly standIns: ReadonlyArray<{
    readonly person: PersonId
    readonly from: Post.Post
    readonly to: Post.Post | undefined
  }>
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
 * Shape: `others` are the rosters of the rest of the city; without them posts that follow a post there look vacant.
 * Fails: as the command itself would.
 * Source: P-06 (from one head six staff), P-01, R2-7.
 */
export const preview = (
  schemes: ReadonlyArray<RoleScheme>,
  roster: Roster.Roster,
  command: typeof AdoptScheme.Type,
  facts: RoleFacts,
  openWork: ReadonlyArray<OpenWork>,
  others: Iterable<Roster.Roster> = []
): Result.Result<Migration, RoleError> => {
  const decider: RolesDecider = Roles.decider(schemes)
  return Result.map(decider.decide(roster, command, facts), (events) => {
    const after = events.reduce(decider.evolve, roster)
    const scheme = schemeOf(schemes, command)
    const goTo = (post: Post.Post): Post.Post | undefined => {
      const there = scheme === undefined ? undefined : destination(scheme, command.mapping ?? [], post)
      return there === "unmapped" ? undefined : there
    }
    const before = scheme === undefined ? undefined : Timeline.at(Roster.layer(roster, scheme.layer), command.from)
    const isConcerned = (post: Post.Post): boolean =>
      post.scheme === before?.scheme && facts.places.isWithin(post.unit, command.roster, command.from)
    const ended = events.flatMap((event) => (event._tag === "AppointmentEnded" ? [event] : []))
    const standIns = events.flatMap((event) =>
      event._tag === "ActingEnded" || event._tag === "DelegationEnded" ? [event] : []
    )
    const rest = [...others].filter((one) => one.unit !== command.roster)
    const directory = Directory.of(schemes, [after, ...rest], facts.places, command.from)
    const fillings = Completeness.of(directory, command.roster).filter(({ at }) => at.post.scheme === command.scheme)
    return {
      holders: ended.map(({ person, post }) => ({ person, from: post, to: goTo(post) })),
      work: openWork
        .filter(({ post }) => isConcerned(post) && goTo(post) !== post)
        .map(({ work, post }) => ({ work, from: post, to: goTo(post) })),
      standIns: standIns.map(({ person, post }) => ({ person, from: post, to: goTo(post) })),
      vacancies: fillings.filter(({ filling }) => filling === "vacant")
    }
  })
}
