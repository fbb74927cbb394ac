import type { CivilDate } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { RoleMapping } from "../Command.ts"
import type { Event } from "../Event.ts"
import * as Places from "../Places.ts"
import * as Post from "../Post.ts"
import { MappingIncomplete, SchemeUnknown, UnitOutside } from "../RoleError.ts"
import * as RoleScheme from "../RoleScheme.ts"
import * as Roster from "../Roster.ts"
import * as Appointing from "./Appointing.ts"
import {
  type Context,
  type Decision,
  type Decisions,
  type Effects,
  existing,
  facts,
  inTurn,
  nothing,
  schemeOf
} from "./Rule.ts"

type Date = CivilDate.CivilDate
type Unit = NonNullable<Roster.Roster["unit"]>

/** Where the posts of a role go; `undefined` when they end, `unmapped` when nobody said. */
export const destination = (
  scheme: RoleScheme.RoleScheme,
  mapping: ReadonlyArray<RoleMapping>,
  post: Post.Post
): Post.Post | undefined | "unmapped" => {
  const said = mapping.find((one) => one.from === post.role)
  if (said !== undefined) {
    const there = said.to === undefined ? undefined : { ...post, scheme: scheme.id, role: said.to }
    return there !== undefined && Post.equals(there, post) ? post : there
  }
  // A new version of the same scheme keeps the roles it still has.
  return post.scheme === scheme.id && RoleScheme.role(scheme, post.role) !== undefined ? post : "unmapped"
}

const rest = <A extends Period.Period>(one: A, from: Date): Period.Period => Period.intersect(one, { from }) ?? { from }

const holdingEnds = (unit: Unit, holding: Roster.Holding, from: Date): Decision => {
  const { post, person } = holding
  const { from: on } = rest(holding, from)
  return facts({ _tag: "AppointmentEnded", roster: unit, post, person, on, reason: "schemeChanged" })
}

const holdingBegins = (
  context: Context,
  now: Roster.Roster,
  unit: Unit,
  holding: Roster.Holding,
  to: Post.Post | undefined,
  from: Date
): Decision => {
  if (to === undefined) return nothing
  const { person, comesFrom, secondedFrom } = holding
  const left = rest(holding, from)
  // Who held the old post is not asked for papers again; where they are known to come from still has to suit the new one.
  const credentials = comesFrom === undefined ? undefined : { comesFrom, seen: true }
  return Result.flatMap(Appointing.check(context, now, { ...to, roster: unit }, person, left, credentials), () =>
    facts({
      _tag: "Appointed",
      roster: unit,
      post: to,
      person,
      ...left,
      ...(comesFrom === undefined ? {} : { comesFrom }),
      ...(secondedFrom === undefined ? {} : { secondedFrom })
    })
  )
}

// What a person holds in other rosters of a scheme that gives way counts as the post it becomes: somebody with the same
// post in several buildings goes over building by building without two posts meeting midway.
const asIfMoved = (
  context: Context,
  schemeId: RoleScheme.SchemeId,
  goTo: (post: Post.Post) => Post.Post | undefined
): Context => {
  const moved = (one: Roster.Holding): Roster.Holding =>
    one.post.scheme === schemeId ? { ...one, post: goTo(one.post) ?? one.post } : one
  const elsewhere: Context["facts"]["elsewhere"] = (person) => context.facts.elsewhere(person).map(moved)
  return { ...context, facts: { ...context.facts, elsewhere } }
}

const actingMoves = (
  context: Context,
  now: Roster.Roster,
  unit: Unit,
  { post, person, absent, ...days }: Roster.Acting,
  to: Post.Post | undefined,
  from: Date
): Decision => {
  const left = rest(days, from)
  const ended: Event = { _tag: "ActingEnded", roster: unit, post, person, on: left.from }
  if (to === undefined || left.to === undefined) return facts(ended)
  const whom = absent === undefined ? {} : { absent }
  const again: Event = { _tag: "ActingBegun", roster: unit, post: to, person, ...whom, from: left.from, to: left.to }
  return Result.flatMap(existing(context, now, { ...to, roster: unit }, left), () => facts(ended, again))
}

const delegationMoves = (
  context: Context,
  now: Roster.Roster,
  unit: Unit,
  { post, matter, person, ...days }: Roster.Delegation,
  to: Post.Post | undefined,
  from: Date
): Decision => {
  const left = rest(days, from)
  const ended: Event = { _tag: "DelegationEnded", roster: unit, post, matter, person, on: left.from }
  if (to === undefined || left.to === undefined) return facts(ended)
  const again: Event = { _tag: "DutyDelegated", roster: unit, post: to, matter, person, from: left.from, to: left.to }
  return Result.flatMap(existing(context, now, { ...to, roster: unit }, left), () => facts(ended, again))
}

/** Takes everything on posts of a scheme, from a date on, where `goTo` says; what stays is left alone. */
const move = (
  context: Context,
  roster: Roster.Roster,
  unit: Unit,
  schemeId: RoleScheme.SchemeId,
  period: Period.Period,
  goTo: (post: Post.Post) => Post.Post | undefined
): Decision => {
  const { from } = period
  const later = asIfMoved(context, schemeId, goTo)
  const affected = <A extends Period.Period & { readonly post: Post.Post }>(list: ReadonlyArray<A>) =>
    Roster.during(list, { from }).filter((one) => one.post.scheme === schemeId && goTo(one.post) !== one.post)
  return inTurn(context, roster, [
    ...affected(roster.acting).map(
      (one) => (now: Roster.Roster) => actingMoves(context, now, unit, one, goTo(one.post), from)
    ),
    ...affected(roster.delegations).map(
      (one) => (now: Roster.Roster) => delegationMoves(context, now, unit, one, goTo(one.post), from)
    ),
    ...affected(roster.holdings).map((one) => () => holdingEnds(unit, one, from)),
    ...affected(roster.holdings).map(
      (one) => (now: Roster.Roster) => holdingBegins(later, now, unit, one, goTo(one.post), from)
    )
  ])
}

export const decisions: Decisions<"AdoptScheme" | "DropScheme"> = {
  AdoptScheme: (context, roster, { roster: unit, scheme: id, version, from, mapping = [] }) => {
    const scheme = schemeOf(context.schemes, { scheme: id, version })
    if (scheme === undefined) {
      const known = context.schemes.map((one) => `${one.id} ${one.version}`)
      return Result.fail(new SchemeUnknown({ scheme: id, version, known }))
    }
    if (!Places.exists(context.facts.places, unit, from)) {
      return Result.fail(new UnitOutside({ unit, roster: unit, on: from }))
    }
    const days = Roster.layer(roster, scheme.layer)
    const before = Timeline.at(days, from)
    if (before?.scheme === id && before.version === version) return nothing
    const to = Timeline.nextChange(days, from)
    const period = to === undefined ? { from } : { from, to }
    const goTo = (post: Post.Post) => destination(scheme, mapping, post)
    const onOld =
      before === undefined
        ? []
        : Roster.during([...roster.holdings, ...roster.acting, ...roster.delegations], { from }).filter(
            (one) => one.post.scheme === before.scheme
          )
    const unmapped = onOld.filter((one) => goTo(one.post) === "unmapped").map((one) => one.post.role)
    if (unmapped.length > 0)
      return Result.fail(new MappingIncomplete({ roster: unit, roles: [...new Set(unmapped)].toSorted() }))
    const said = mapping.length === 0 ? {} : { mapping }
    return inTurn(context, roster, [
      () =>
        facts({ _tag: "SchemeAdopted", roster: unit, layer: scheme.layer, scheme: id, version, ...period, ...said }),
      (now) =>
        before === undefined
          ? nothing
          : move(context, now, unit, before.scheme, period, (post) => {
              const there = goTo(post)
              return there === "unmapped" ? undefined : there
            })
    ])
  },
  DropScheme: (context, roster, { roster: unit, layer, on }) => {
    const days = Roster.layer(roster, layer)
    const left = Timeline.restrict(days, { from: on })
    if (left.length === 0) return nothing
    return inTurn(
      context,
      roster,
      [...new Set(left.map((entry) => entry.value.scheme))]
        .map((scheme) => (now: Roster.Roster) => move(context, now, unit, scheme, { from: on }, () => undefined))
        .concat([() => facts({ _tag: "SchemeDropped", roster: unit, layer, on })])
    )
  }
}

export const effects: Effects<"SchemeAdopted" | "SchemeDropped"> = {
  SchemeAdopted: (roster, { roster: unit, layer, scheme, version, from, to }) => ({
    ...roster,
    unit,
    schemes: {
      ...roster.schemes,
      [layer]: Timeline.set(Roster.layer(roster, layer), to === undefined ? { from } : { from, to }, {
        scheme,
        version
      })
    }
  }),
  SchemeDropped: (roster, { layer, on }) => ({
    ...roster,
    schemes: { ...roster.schemes, [layer]: Timeline.endAt(Roster.layer(roster, layer), on) }
  })
}
