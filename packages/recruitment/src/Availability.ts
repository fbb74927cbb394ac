import { CivilDate, type Identifier, IndustryCode, Period, Timeline } from "@louyu/kernel"
import type { Liaison } from "./Liaison.ts"
import type { Limit } from "./RecruitmentError.ts"
import * as State from "./State.ts"

type PersonId = Identifier.PersonId
type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** What is in force for somebody on a day. */
export const terms = (state: State.State, liaison: PersonId, on: Date): Liaison | undefined =>
  Timeline.at(State.liaison(state, liaison)?.terms ?? Timeline.empty<Liaison>(), on)

const isWaiting = (state: State.State, { opened, released }: State.ProspectKnown, liaison: PersonId, on: Date) => {
  const days = State.poolRule(state, opened.pipeline, on)?.waitingDays
  if (days === undefined) return false
  // Whoever gave it up for another's sake, or stopped altogether, did not let it lie.
  return released.some(
    (one) =>
      one.liaison === liaison &&
      one.on <= on &&
      (one.reason === "idle" || one.reason === "request") &&
      CivilDate.daysBetween(one.on, on) < days
  )
}

const hasPicked = (state: State.State, { opened }: State.ProspectKnown, liaison: PersonId, on: Date): boolean => {
  const picks = State.poolRule(state, opened.pipeline, on)?.picks
  if (picks === undefined) return false
  const since = CivilDate.addDays(on, 1 - picks.days)
  const all = State.liaison(state, liaison)?.picks ?? []
  return all.filter((one) => one.on >= since && one.on <= on).length >= picks.amount
}

/**
 * What keeps a prospect from somebody on a day; nothing when it can be given to them.
 *
 * Source: R4-5, R4-6.
 */
export const limits = (
  state: State.State,
  known: State.ProspectKnown,
  liaison: PersonId,
  on: Date
): ReadonlyArray<Limit> => {
  const own = terms(state, liaison, on)
  if (own === undefined || own.pipelines?.includes(known.opened.pipeline) === false) return ["scope"]
  const isOut = State.liaison(state, liaison)?.optOuts.some((one) => Period.contains(one, on)) === true
  const isFull = own.capacity !== undefined && State.load(state, liaison) >= own.capacity
  return [
    ...(isOut ? (["optOut"] as const) : []),
    ...(isFull ? (["capacity"] as const) : []),
    ...(isWaiting(state, known, liaison, on) ? (["waiting"] as const) : []),
    ...(hasPicked(state, known, liaison, on) ? (["picks"] as const) : [])
  ]
}

/** Where prospects and liaisons are, as assignment has to know it. */
export interface Places {
  /** Whether a unit is a place or lies in it. */
  readonly isWithin: (unit: UnitId, place: UnitId) => boolean
}

/** Whether somebody looks after the places and the industry of a prospect. */
export const fits = (
  { places, industries }: Liaison,
  { prospect: { place, intent, industry } }: State.ProspectKnown,
  { isWithin }: Places
): boolean => {
  const wanted = [...(intent?.buildings ?? []), ...(place === undefined ? [] : [place])]
  const near = places === undefined || wanted.some((one) => places.some((own) => isWithin(one, own)))
  const ofTrade =
    industries === undefined ||
    (industry !== undefined && industries.some((own) => IndustryCode.contains(IndustryCode.edition2017, own, industry)))
  return near && ofTrade
}
