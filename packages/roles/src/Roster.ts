import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Post from "./Post.ts"
import type { LayerId, Level, SchemeId } from "./RoleScheme.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId
type Date = CivilDate.CivilDate

/** A scheme in one of its versions. */
export interface SchemeVersion {
  readonly scheme: SchemeId
  readonly version: number
}

/** A person on a post, for a time. */
export interface Holding extends Period.Period {
  readonly post: Post.Post
  readonly person: PersonId
  readonly comesFrom?: UnitId
  readonly secondedFrom?: UnitId
}

/** A person who acts in a post for a time: for a holder, for another who acts, or while it is vacant. */
export interface Acting extends Period.Period {
  readonly post: Post.Post
  readonly person: PersonId
  readonly absent?: PersonId
}

/** A matter of a post that is with another person for a time. */
export interface Delegation extends Period.Period {
  readonly post: Post.Post
  readonly matter: string
  readonly person: PersonId
}

/** A right to read that was given by itself, for a time. */
export interface GivenAccess extends Period.Period {
  readonly unit: UnitId
  readonly person: PersonId
  readonly level: Level
  readonly purpose: string
}

/**
 * The posts of one building, committee or cluster with their whole history: which schemes were in force, and who held,
 * acted and took over what. Immutable.
 */
export interface Roster {
  readonly unit: UnitId | undefined
  readonly schemes: Readonly<Record<LayerId, Timeline.Timeline<SchemeVersion>>>
  readonly holdings: ReadonlyArray<Holding>
  readonly acting: ReadonlyArray<Acting>
  readonly delegations: ReadonlyArray<Delegation>
  readonly grants: ReadonlyArray<GivenAccess>
}

/** The roster nobody wrote in yet. */
export const initial: Roster = { unit: undefined, schemes: {}, holdings: [], acting: [], delegations: [], grants: [] }

/** Over time: the scheme of a layer. */
export const layer = (roster: Roster, of: LayerId): Timeline.Timeline<SchemeVersion> =>
  (Object.hasOwn(roster.schemes, of) ? roster.schemes[of] : undefined) ?? []

/** The schemes in force on a date, one a layer at most. */
export const schemesOn = (roster: Roster, on: Date): ReadonlyArray<SchemeVersion> =>
  Object.values(roster.schemes).flatMap((days) => Timeline.at(days, on) ?? [])

/** Over time: which version of a scheme is in force. */
export const versions = (roster: Roster, scheme: SchemeId): Timeline.Timeline<SchemeVersion> =>
  Object.values(roster.schemes)
    .flatMap((days) => days.filter((entry) => entry.value.scheme === scheme))
    .toSorted(Period.compare)

/** What is written of a post in one of the lists. */
export const ofPost = <A extends { readonly post: Post.Post }>(
  list: ReadonlyArray<A>,
  post: Post.Post
): ReadonlyArray<A> => list.filter((one) => Post.equals(one.post, post))

/** What holds on a date in one of the lists. */
export const holdingOn = <A extends Period.Period>(list: ReadonlyArray<A>, on: Date): ReadonlyArray<A> =>
  list.filter((one) => Period.contains(one, on))

/** What shares a day with a period in one of the lists. */
export const during = <A extends Period.Period>(list: ReadonlyArray<A>, period: Period.Period): ReadonlyArray<A> =>
  list.filter((one) => Period.overlaps(one, period))

/** The list with everything that fits ended on a date, and what had not begun by then taken out. */
export const endAll = <A extends Period.Period>(
  list: ReadonlyArray<A>,
  on: Date,
  fits: (one: A) => boolean
): ReadonlyArray<A> =>
  list.flatMap((one) => (fits(one) ? Period.subtract(one, { from: on }).map((left) => ({ ...one, ...left })) : [one]))
