import type { CivilDate, Identifier, Period } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import type { Event } from "../Event.ts"
import type * as Places from "../Places.ts"
import type * as Post from "../Post.ts"
import { PostUnknown, type RoleError, UnitOutside } from "../RoleError.ts"
import * as RoleScheme from "../RoleScheme.ts"
import * as Roster from "../Roster.ts"

/** What a roster needs to know of the rest of the city: its units, and what else a person holds. */
export interface RoleFacts {
  readonly places: Places.Places
  /** What a person holds in other rosters, over all time. */
  readonly elsewhere: (person: Identifier.PersonId) => ReadonlyArray<Roster.Holding>
}

/** What a command of a roster leads to: the facts, in order, or the reason it is refused. */
export type Decision = Result.Result<ReadonlyArray<Event>, RoleError>

/** What every rule can use besides the roster. */
export interface Context {
  readonly schemes: ReadonlyArray<RoleScheme.RoleScheme>
  readonly facts: RoleFacts
  readonly evolve: (roster: Roster.Roster, event: Event) => Roster.Roster
}

/** The rules that answer some commands. */
export type Decisions<Tag extends Command["_tag"]> = {
  readonly [K in Tag]: (
    context: Context,
    roster: Roster.Roster,
    command: Extract<Command, { readonly _tag: K }>
  ) => Decision
}

/** What some facts change. */
export type Effects<Tag extends Event["_tag"]> = {
  readonly [K in Tag]: (roster: Roster.Roster, event: Extract<Event, { readonly _tag: K }>) => Roster.Roster
}

/** Nothing changes. */
export const nothing: Decision = Result.succeed([])

/** Exactly these facts. */
export const facts = (...events: ReadonlyArray<Event>): Decision => Result.succeed(events)

/** Decides one thing after another, each in the light of the ones before; all or nothing. */
export const inTurn = (
  context: Context,
  roster: Roster.Roster,
  steps: Iterable<(roster: Roster.Roster) => Decision>
): Decision => {
  const events: Array<Event> = []
  let current = roster
  for (const decide of steps) {
    const decided = decide(current)
    if (Result.isFailure(decided)) return decided
    for (const event of decided.success) {
      events.push(event)
      current = context.evolve(current, event)
    }
  }
  return Result.succeed(events)
}

/** A scheme in a version. */
export const schemeOf = (
  schemes: ReadonlyArray<RoleScheme.RoleScheme>,
  { scheme, version }: Roster.SchemeVersion
): RoleScheme.RoleScheme | undefined => schemes.find((one) => one.id === scheme && one.version === version)

/** Where a command speaks of a post. */
export interface PostAt extends Post.Post {
  readonly roster: Identifier.UnitId
}

/** The post of a command. */
export const postOf = ({ scheme, role, unit }: PostAt): Post.Post => ({ scheme, role, unit })

/** A role, with the scheme it belongs to. */
export interface RoleOfScheme {
  readonly scheme: RoleScheme.RoleScheme
  readonly role: RoleScheme.Role
}

/**
 * The role of a post that must exist on every day of a period: its scheme is in force in the roster, and its unit exists
 * at the beginning, lies in the roster's unit and is of the sort the role is for.
 */
export const existing = (
  { schemes, facts: { places } }: Context,
  roster: Roster.Roster,
  at: PostAt,
  period: Period.Period
): Result.Result<RoleOfScheme, PostUnknown | UnitOutside> => {
  const unknown = (on: CivilDate.CivilDate) =>
    Result.fail(new PostUnknown({ scheme: at.scheme, role: at.role, unit: at.unit, on }))
  if (!places.isWithin(at.unit, at.roster, period.from)) {
    return Result.fail(new UnitOutside({ unit: at.unit, roster: at.roster, on: period.from }))
  }
  const inForce = Roster.versions(roster, at.scheme)
  const gap = Timeline.gaps(inForce, period)[0]
  if (gap !== undefined) return unknown(gap.from)
  const roleOf = (version: Roster.SchemeVersion | undefined) => {
    const scheme = version === undefined ? undefined : schemeOf(schemes, version)
    return { scheme, role: scheme === undefined ? undefined : RoleScheme.role(scheme, at.role) }
  }
  const without = Timeline.restrict(inForce, period).find((entry) => roleOf(entry.value).role === undefined)
  if (without !== undefined) return unknown(without.from)
  const { scheme, role } = roleOf(Timeline.at(inForce, period.from))
  if (scheme === undefined || role === undefined) return unknown(period.from)
  return places.sorts(at.unit, period.from).includes(role.scope)
    ? Result.succeed({ scheme, role })
    : unknown(period.from)
}
