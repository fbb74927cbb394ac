import type { CivilDate, Identifier, KernelError, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Attention from "./Attention.ts"
import * as Availability from "./Availability.ts"
import type { ProspectId } from "./Prospect.ts"
import type { Limit } from "./RecruitmentError.ts"
import * as State from "./State.ts"

type Date = CivilDate.CivilDate
type PersonId = Identifier.PersonId

/** How one of several who could take a prospect is chosen: whoever got one longest ago, or has fewest. Source: R4-7. */
export type Turn = "roundRobin" | "leastBusy"

/** Why somebody gets no prospect: a rule of the pool, or it is not theirs by place or industry. */
export interface PassedOver {
  readonly liaison: PersonId
  readonly why: Limit | "elsewhere"
}

/** Whom a prospect of the pool should go to; nobody where all are passed over, which is told. */
export interface Proposal {
  readonly prospect: ProspectId
  readonly liaison: PersonId | undefined
  readonly passedOver: ReadonlyArray<PassedOver>
}

// `last` is the day somebody got one, `turn` the place among those who get one here.
interface Candidate {
  readonly liaison: PersonId
  readonly last: string
  load: number
  room: number
  turn: number
}

const poolOn = (state: State.State, on: Date): ReadonlyArray<State.ProspectKnown> =>
  [...State.prospects(state)]
    .filter(
      (known) =>
        State.isThere(known, on) &&
        !State.isParked(known, on) &&
        (known.won === undefined || known.won > on) &&
        State.holder(known, on) === undefined
    )
    .toSorted(
      (a, b) =>
        (a.opened.on < b.opened.on ? -1 : a.opened.on > b.opened.on ? 1 : 0) ||
        order(a.opened.prospect, b.opened.prospect)
    )

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const candidates = (state: State.State, on: Date): ReadonlyArray<Candidate> =>
  [...State.liaisons(state)].flatMap(([liaison, { picks }]): ReadonlyArray<Candidate> => {
    const terms = Availability.terms(state, liaison, on)
    if (terms === undefined) return []
    const load = State.load(state, liaison)
    const last =
      picks
        .map((one) => one.on)
        .toSorted()
        .at(-1) ?? ""
    const room = terms.capacity === undefined ? Number.POSITIVE_INFINITY : terms.capacity - load
    return [{ liaison, last, load, room, turn: 0 }]
  })

const byTurn = (a: Candidate, b: Candidate): number =>
  a.turn - b.turn || order(a.last, b.last) || order(a.liaison, b.liaison)
const byLoad = (a: Candidate, b: Candidate): number => a.load - b.load || byTurn(a, b)
const turns: Readonly<Record<Turn, typeof byTurn>> = { roundRobin: byTurn, leastBusy: byLoad }

/**
 * Whom the prospects of the pool should go to, oldest prospects first, and who was passed over why.
 *
 * Shape: only those are looked at who look after the place and the industry; limits hold, counting what is proposed here.
 * Nothing is recorded: the proposals become `AssignProspect` when somebody says so.
 * Source: R4-5, R4-6, R4-7.
 */
export const propose = (
  state: State.State,
  on: Date,
  places: Availability.Places,
  turn: Turn = "roundRobin"
): ReadonlyArray<Proposal> => {
  const all = candidates(state, on)
  let given = 0
  return poolOn(state, on).map((known): Proposal => {
    const passedOver: Array<PassedOver> = []
    const open = all.filter((one) => {
      const terms = Availability.terms(state, one.liaison, on)
      const limits = Availability.limits(state, known, one.liaison, on)
      const why =
        terms === undefined || !Availability.fits(terms, known, places)
          ? "elsewhere"
          : (limits[0] ?? (one.room <= 0 ? "capacity" : undefined))
      if (why !== undefined) passedOver.push({ liaison: one.liaison, why })
      return why === undefined
    })
    const [chosen] = open.toSorted(turns[turn])
    if (chosen !== undefined) {
      chosen.load += 1
      chosen.room -= 1
      chosen.turn = given += 1
    }
    return { prospect: known.opened.prospect, liaison: chosen?.liaison, passedOver }
  })
}

/** A prospect nobody moved for longer than the rule of the pool allows. Units: `silent` in working days. */
export interface Idle {
  readonly prospect: ProspectId
  readonly liaison: PersonId
  readonly silent: number
  readonly allowed: number
}

/**
 * Prospects that go back to the pool by rule on a day; each becomes a `ReleaseProspect` for being idle.
 *
 * Fails: `CalendarYearUnknown` beyond the calendar.
 * Source: R4-5.
 */
export const idle = (
  state: State.State,
  calendar: WorkCalendar.WorkCalendar,
  on: Date
): Result.Result<ReadonlyArray<Idle>, KernelError.CalendarYearUnknown> =>
  Result.map(Attention.all(state, calendar, on), (all) =>
    all.flatMap(({ prospect, holder, silent }): ReadonlyArray<Idle> => {
      const known = State.prospect(state, prospect)
      const allowed = known && State.poolRule(state, known.opened.pipeline, on)?.idleAfter
      if (known === undefined || allowed === undefined || holder === undefined || State.isParked(known, on)) return []
      return silent > allowed ? [{ prospect, liaison: holder, silent, allowed }] : []
    })
  )
