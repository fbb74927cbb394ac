import type { Identifier } from "@louyu/kernel"
import { Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Post from "../Post.ts"
import { ActingInCircle, NotHolder } from "../RoleError.ts"
import * as Roster from "../Roster.ts"
import { type Decision, type Decisions, type Effects, existing, facts, nothing, postOf } from "./Rule.ts"

type PersonId = Identifier.PersonId

// Everybody a person stands in for in a post, straight or through others, at any time in a period.
const standsInFor = (
  acting: ReadonlyArray<Roster.Acting>,
  person: PersonId,
  period: Period.Period
): ReadonlySet<PersonId> => {
  const found = new Set<PersonId>([person])
  for (const one of found) {
    for (const { person: substitute, absent, ...days } of acting) {
      if (substitute === one && absent !== undefined && Period.overlaps(days, period)) found.add(absent)
    }
  }
  return found
}

const isSame = <A extends Period.Period>(known: A, asked: Period.Period): boolean =>
  known.from === asked.from && known.to === asked.to

type Ended = { readonly post: Post.Post; readonly person: PersonId } & Period.Period

const ending = (
  known: ReadonlyArray<Ended>,
  on: Period.Period["from"],
  ends: () => Decision,
  failure: () => NotHolder
): Decision => {
  if (known.some((one) => one.to === undefined || on < one.to)) return ends()
  return known.some((one) => one.to === on) ? nothing : Result.fail(failure())
}

export const decisions: Decisions<"ActFor" | "EndActing" | "Delegate" | "EndDelegation"> = {
  ActFor: (context, roster, command) => {
    const { person, absent, from, to } = command
    const period = Period.make(from, to)
    if (Result.isFailure(period)) return Result.fail(period.failure)
    const post = postOf(command)
    const known = Roster.ofPost(roster.acting, post)
    if (known.some((one) => one.person === person && one.absent === absent && isSame(one, { from, to }))) return nothing
    return Result.flatMap(existing(context, roster, command, period.success), (): Decision => {
      if (absent !== undefined) {
        const there = [...Roster.ofPost(roster.holdings, post), ...known].some(
          (one) => one.person === absent && Period.overlaps(one, period.success)
        )
        if (!there)
          return Result.fail(new NotHolder({ person: absent, role: command.role, unit: command.unit, on: from }))
        if (standsInFor(known, absent, period.success).has(person)) {
          return Result.fail(new ActingInCircle({ person, absent, on: from }))
        }
      }
      const whom = absent === undefined ? {} : { absent }
      return facts({ _tag: "ActingBegun", roster: command.roster, post, person, ...whom, from, to })
    })
  },
  EndActing: (_context, roster, command) => {
    const { person, on, role, unit } = command
    const post = postOf(command)
    const known = Roster.ofPost(roster.acting, post).filter((one) => one.person === person)
    return ending(
      known,
      on,
      () => facts({ _tag: "ActingEnded", roster: command.roster, post, person, on }),
      () => new NotHolder({ person, role, unit, on })
    )
  },
  Delegate: (context, roster, command) => {
    const { person, matter, from, to } = command
    const period = Period.make(from, to)
    if (Result.isFailure(period)) return Result.fail(period.failure)
    const post = postOf(command)
    const known = Roster.ofPost(roster.delegations, post)
    if (known.some((one) => one.person === person && one.matter === matter && isSame(one, { from, to }))) return nothing
    return Result.flatMap(existing(context, roster, command, period.success), () =>
      facts({ _tag: "DutyDelegated", roster: command.roster, post, matter, person, from, to })
    )
  },
  EndDelegation: (_context, roster, command) => {
    const { person, matter, on, role, unit } = command
    const post = postOf(command)
    const known = Roster.ofPost(roster.delegations, post).filter(
      (one) => one.person === person && one.matter === matter
    )
    return ending(
      known,
      on,
      () => facts({ _tag: "DelegationEnded", roster: command.roster, post, matter, person, on }),
      () => new NotHolder({ person, role, unit, on })
    )
  }
}

export const effects: Effects<"ActingBegun" | "ActingEnded" | "DutyDelegated" | "DelegationEnded"> = {
  ActingBegun: (roster, { _tag, roster: unit, ...acting }) => ({ ...roster, unit, acting: [...roster.acting, acting] }),
  ActingEnded: (roster, { post, person, on }) => ({
    ...roster,
    acting: Roster.endAll(roster.acting, on, (one) => one.person === person && Post.equals(one.post, post))
  }),
  DutyDelegated: (roster, { _tag, roster: unit, ...delegation }) => ({
    ...roster,
    unit,
    delegations: [...roster.delegations, delegation]
  }),
  DelegationEnded: (roster, { post, matter, person, on }) => ({
    ...roster,
    delegations: Roster.endAll(
      roster.delegations,
      on,
      (one) => one.person === person && one.matter === matter && Post.equals(one.post, post)
    )
  })
}
