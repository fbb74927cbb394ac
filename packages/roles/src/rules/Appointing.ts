import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Event } from "../Event.ts"
import * as Post from "../Post.ts"
import {
  ConcurrentPost,
  ExOfficioPost,
  HolderUnqualified,
  LoadExceeded,
  NotHolder,
  PostOccupied,
  type RoleError
} from "../RoleError.ts"
import * as RoleScheme from "../RoleScheme.ts"
import * as Roster from "../Roster.ts"
import {
  type Context,
  type Decision,
  type Decisions,
  type Effects,
  existing,
  facts,
  inTurn,
  nothing,
  type PostAt,
  postOf,
  type RoleOfScheme
} from "./Rule.ts"

type PersonId = Identifier.PersonId
type Date = CivilDate.CivilDate
type Checked = Result.Result<void, RoleError>
const fine: Checked = Result.succeed(undefined)

/** Where a candidate comes from and what they can show; `seen` when their papers were looked at before. */
export interface Credentials {
  readonly comesFrom?: Identifier.UnitId | undefined
  readonly qualifications?: ReadonlyArray<string> | undefined
  readonly seen?: boolean
}

const checkQualified = (
  { facts: { places } }: Context,
  role: RoleScheme.Role,
  person: PersonId,
  { comesFrom, qualifications = [], seen = false }: Credentials,
  on: Date
): Checked => {
  const wanted = role.qualifies?.comesFrom
  const sorts = comesFrom === undefined ? [] : places.sorts(comesFrom, on)
  const lacking = seen ? [] : (role.qualifies?.holds ?? []).filter((one) => !qualifications.includes(one))
  const missing = [
    ...(wanted === undefined || wanted.some((sort) => sorts.includes(sort))
      ? []
      : [`comesFrom: ${wanted.join(" | ")}`]),
    ...lacking.map((one) => `qualification: ${one}`)
  ]
  return missing.length === 0
    ? fine
    : Result.fail(new HolderUnqualified({ role: role.code, person, missing: missing.join("; ") }))
}

// The number of holders is highest on a day on which one of them begins.
const checkRoom = (
  roster: Roster.Roster,
  role: RoleScheme.Role,
  post: Post.Post,
  person: PersonId,
  period: Period.Period
): Checked => {
  if (role.maximum === undefined) return fine
  const others = Roster.during(Roster.ofPost(roster.holdings, post), period).filter((one) => one.person !== person)
  const days = [period.from, ...others.map((one) => one.from).filter((day) => day > period.from)].toSorted()
  for (const on of days) {
    const holders = Roster.holdingOn(others, on).map((one) => one.person)
    if (holders.length >= role.maximum) {
      return Result.fail(new PostOccupied({ role: role.code, unit: post.unit, on, maximum: role.maximum, holders }))
    }
  }
  return fine
}

const checkLoad = (
  role: RoleScheme.Role,
  person: PersonId,
  others: ReadonlyArray<Roster.Holding>,
  period: Period.Period
): Checked => {
  if (role.load === undefined) return fine
  const same = others.filter((one) => one.post.role === role.code)
  const days = [period.from, ...same.map((one) => one.from).filter((day) => day > period.from)].toSorted()
  const on = days.find((day) => Roster.holdingOn(same, day).length >= (role.load ?? Number.POSITIVE_INFINITY))
  return on === undefined ? fine : Result.fail(new LoadExceeded({ person, role: role.code, limit: role.load, on }))
}

const schemesOf = ({ schemes }: Context, id: RoleScheme.SchemeId) => schemes.filter((one) => one.id === id)

const checkConcurrent = (
  context: Context,
  { scheme, role }: RoleOfScheme,
  person: PersonId,
  others: ReadonlyArray<Roster.Holding>,
  period: Period.Period
): Checked => {
  const own = { scheme: scheme.id, role: role.code }
  const clash = others.find((one) => {
    const theirs = schemesOf(context, one.post.scheme)
    const exclusive = [role, ...theirs.flatMap((other) => RoleScheme.role(other, one.post.role) ?? [])].some(
      (r) => r.exclusive
    )
    const same = one.post.scheme === own.scheme && one.post.role === own.role
    const declared = same || [scheme, ...theirs].some((any) => RoleScheme.allowsBoth(any, own, one.post))
    return exclusive || !declared
  })
  if (clash === undefined) return fine
  const on = Period.intersect(clash, period)?.from ?? period.from
  return Result.fail(
    new ConcurrentPost({ person, role: role.code, other: clash.post.role, otherUnit: clash.post.unit, on })
  )
}

/** Checks that a person may hold a post on every day of a period. */
export const check = (
  context: Context,
  roster: Roster.Roster,
  at: PostAt,
  person: PersonId,
  period: Period.Period,
  credentials: Credentials | undefined
): Checked => {
  const found = existing(context, roster, at, period)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const { role } = found.success
  if (role.exOfficio !== undefined) {
    return Result.fail(
      new ExOfficioPost({ role: role.code, of: `${role.exOfficio.of.scheme}/${role.exOfficio.of.role}` })
    )
  }
  const others = Roster.during(
    [...roster.holdings.filter((one) => one.person === person), ...context.facts.elsewhere(person)],
    period
  ).filter((one) => !Post.equals(one.post, at))
  const checks = [
    () => (credentials === undefined ? fine : checkQualified(context, role, person, credentials, period.from)),
    () => checkRoom(roster, role, postOf(at), person, period),
    () => checkConcurrent(context, found.success, person, others, period),
    () => checkLoad(role, person, others, period)
  ]
  for (const next of checks) {
    const checked = next()
    if (Result.isFailure(checked)) return checked
  }
  return fine
}

interface Candidate extends Credentials {
  readonly person: PersonId
  readonly secondedFrom?: Identifier.UnitId | undefined
}

/** What a person holds of a post. */
const ownOf = (roster: Roster.Roster, at: PostAt, person: PersonId): ReadonlyArray<Roster.Holding> =>
  Roster.ofPost(roster.holdings, postOf(at)).filter((one) => one.person === person)

/** The period up to the day on which the same person is to hold the same post again, by plan. */
const untilOwn = (own: ReadonlyArray<Roster.Holding>, { from, to }: Period.Period): Period.Period => {
  const next = own.map((one) => one.from).filter((day) => day > from)
  const end = [...next, ...(to === undefined ? [] : [to])].toSorted()[0]
  return end === undefined ? { from } : { from, to: end }
}

const appoint = (
  context: Context,
  roster: Roster.Roster,
  at: PostAt,
  candidate: Candidate,
  asked: Period.Period
): Decision => {
  const { person, comesFrom, secondedFrom } = candidate
  const own = ownOf(roster, at, person)
  // Somebody who is on the post that day is not appointed again; another end is for Extend.
  if (own.some((one) => Period.contains(one, asked.from))) return nothing
  const period = untilOwn(own, asked)
  return Result.flatMap(check(context, roster, at, person, period, candidate), () =>
    facts({
      _tag: "Appointed",
      roster: at.roster,
      post: postOf(at),
      person,
      ...period,
      ...(comesFrom === undefined ? {} : { comesFrom }),
      ...(secondedFrom === undefined ? {} : { secondedFrom })
    })
  )
}

const extend = (
  context: Context,
  roster: Roster.Roster,
  at: PostAt,
  person: PersonId,
  on: Date,
  asked: Date | undefined
): Decision => {
  const own = ownOf(roster, at, person)
  const held = own.find((one) => Period.contains(one, on))
  if (held === undefined) return Result.fail(new NotHolder({ person, role: at.role, unit: at.unit, on }))
  const ahead = Period.make(on, asked)
  if (Result.isFailure(ahead)) return Result.fail(ahead.failure)
  const { to } = untilOwn(own, ahead.success)
  if (held.to === to) return nothing
  const isLonger = held.to !== undefined && (to === undefined || held.to < to)
  const added = { from: held.to ?? on, ...(to === undefined ? {} : { to }) }
  return Result.flatMap(isLonger ? check(context, roster, at, person, added, undefined) : fine, () =>
    facts({
      _tag: "AppointmentExtended",
      roster: at.roster,
      post: postOf(at),
      person,
      from: held.from,
      ...(to === undefined ? {} : { to })
    })
  )
}

const relieve = (
  roster: Roster.Roster,
  at: PostAt,
  person: PersonId,
  on: Date,
  reason: "relieved" | "handedOver"
): Decision => {
  const own = ownOf(roster, at, person)
  if (own.some((one) => one.to === undefined || on < one.to)) {
    return facts({ _tag: "AppointmentEnded", roster: at.roster, post: postOf(at), person, on, reason })
  }
  if (own.some((one) => one.to === on)) return nothing
  return Result.fail(new NotHolder({ person, role: at.role, unit: at.unit, on }))
}

export const decisions: Decisions<"Appoint" | "Relieve" | "Extend" | "HandOver"> = {
  Appoint: (context, roster, command) => {
    const period = Period.make(command.from, command.to)
    return Result.isFailure(period)
      ? Result.fail(period.failure)
      : appoint(context, roster, command, command, period.success)
  },
  Relieve: (_context, roster, command) => relieve(roster, command, command.person, command.on, "relieved"),
  Extend: (context, roster, command) => extend(context, roster, command, command.person, command.on, command.to),
  HandOver: (context, roster, command) => {
    const { person, to, on } = command
    const holders = Roster.holdingOn(Roster.ofPost(roster.holdings, postOf(command)), on)
    const isThere = (who: PersonId) => holders.some((one) => one.person === who)
    const isDone = isThere(to) && (person === to || !isThere(person))
    if (isDone) return nothing
    return inTurn(context, roster, [
      (now) => relieve(now, command, person, on, "handedOver"),
      (now) => appoint(context, now, command, { ...command, person: to }, { from: on })
    ])
  }
}

const of = (post: Post.Post, person: PersonId) => (one: { readonly post: Post.Post; readonly person: PersonId }) =>
  one.person === person && Post.equals(one.post, post)

const toHolding = ({ _tag, roster, ...holding }: Extract<Event, { _tag: "Appointed" }>): Roster.Holding => holding

export const effects: Effects<"Appointed" | "AppointmentEnded" | "AppointmentExtended"> = {
  Appointed: (roster, event) => ({ ...roster, unit: event.roster, holdings: [...roster.holdings, toHolding(event)] }),
  AppointmentEnded: (roster, { post, person, on }) => ({
    ...roster,
    holdings: Roster.endAll(roster.holdings, on, of(post, person))
  }),
  AppointmentExtended: (roster, { post, person, from, to }) => ({
    ...roster,
    holdings: roster.holdings.map((one) => {
      if (!of(post, person)(one) || one.from !== from) return one
      const { to: _old, ...rest } = one
      return to === undefined ? rest : { ...rest, to }
    })
  })
}
