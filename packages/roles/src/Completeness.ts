import type { CivilDate, Identifier } from "@louyu/kernel"
import { CivilDate as Dates, Period } from "@louyu/kernel"
import * as Directory from "./Directory.ts"
import * as RoleScheme from "./RoleScheme.ts"
import * as Roster from "./Roster.ts"
import { schemeOf } from "./rules/Rule.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/**
 * How a post is filled: enough holders, some but too few, only people who act while it is vacant, nobody, nobody where
 * nobody has to be, or more than it may have.
 */
export type Filling = "filled" | "short" | "actingOnly" | "vacant" | "optional" | "overFilled"

/** A post and how it is filled on the date. */
export interface PostFilling {
  readonly at: Directory.PostOn
  readonly filling: Filling
  readonly holders: ReadonlyArray<Directory.Holder>
  /** The day the post became vacant or began without a holder; only for vacant ones, when it is known. */
  readonly vacantSince: Date | undefined
}

/** How many posts are filled in what way, out of all. */
export interface Completeness {
  readonly on: Date
  readonly posts: number
  readonly counts: Readonly<Record<Filling, number>>
  /** Filled and over-filled by all that have to be; `undefined` when there are none. */
  readonly rate: number | undefined
}

const fillingOf = (role: Directory.PostOn["role"], holders: ReadonlyArray<Directory.Holder>): Filling => {
  const proper = holders.filter((one) => !one.caretaking).length
  if (role.maximum !== undefined && proper > role.maximum) return "overFilled"
  if (holders.length === 0) return role.minimum === 0 ? "optional" : "vacant"
  if (proper === 0) return "actingOnly"
  return proper < role.minimum ? "short" : "filled"
}

// A vacancy began when the last holder left, that of the post it follows included, or else when the post came to be.
const vacantSince = (directory: Directory.Directory, at: Directory.PostOn): Date | undefined => {
  const { on } = directory
  const line = Directory.lineOf(directory, at)
  const ends = line.flatMap(({ post, roster }) =>
    Roster.ofPost(directory.rosters.get(roster)?.holdings ?? [], post).flatMap((one) =>
      one.to !== undefined && one.to <= on ? [one.to] : []
    )
  )
  return [...ends, ...(began(directory, at) ?? [])].toSorted().at(-1)
}

// The day from which on the scheme has had the role without a gap, and the unit has been there to have it.
const began = (directory: Directory.Directory, { post, role, roster: id }: Directory.PostOn): [Date] | undefined => {
  const { on, places, schemes } = directory
  const roster = directory.rosters.get(id)
  if (roster === undefined) return undefined
  const begun = Roster.versions(roster, post.scheme).filter(({ from, value }) => {
    const scheme = schemeOf(schemes, value)
    return from <= on && scheme !== undefined && RoleScheme.role(scheme, post.role) !== undefined
  })
  const from = begun.filter((entry, i) => i === 0 || begun[i - 1]?.to !== entry.from).at(-1)?.from
  if (from === undefined) return undefined
  const isThere = (day: Date): boolean => places.sorts(post.unit, day).includes(role.scope)
  if (isThere(from)) return [from]
  // The unit is there on the last of these days and not on the first: halve until they are neighbours.
  let [before, there] = [Dates.toEpochDay(from), Dates.toEpochDay(on)]
  while (there - before > 1) {
    const middle = Math.floor((before + there) / 2)
    if (isThere(Dates.fromEpochDay(middle))) there = middle
    else before = middle
  }
  return [Dates.fromEpochDay(there)]
}

/** How every post of a unit and of everything within it is filled on the date (R2-8). Cost: O(posts). */
export const of = (directory: Directory.Directory, unit: UnitId): ReadonlyArray<PostFilling> =>
  directory.places.within(unit, directory.on).flatMap((one) =>
    Directory.posts(directory, one).map((at) => {
      const holders = Directory.holders(directory, at)
      const filling = fillingOf(at.role, holders)
      return { at, filling, holders, vacantSince: filling === "vacant" ? vacantSince(directory, at) : undefined }
    })
  )

/** Sums fillings up. */
export const sum = (on: Date, fillings: ReadonlyArray<PostFilling>): Completeness => {
  const counts: Record<Filling, number> = {
    filled: 0,
    short: 0,
    actingOnly: 0,
    vacant: 0,
    optional: 0,
    overFilled: 0
  }
  for (const { filling } of fillings) counts[filling]++
  const needed = fillings.length - counts.optional
  const rate = needed === 0 ? undefined : (counts.filled + counts.overFilled) / needed
  return { on, posts: fillings.length, counts, rate }
}

/** Completeness of a unit on each of some dates: the trend. `directoryOn` gives the directory of a date. */
export const trend = (
  directoryOn: (on: Date) => Directory.Directory,
  unit: UnitId,
  dates: ReadonlyArray<Date>
): ReadonlyArray<Completeness> => dates.map((on) => sum(on, of(directoryOn(on), unit)))

/** An appointment that runs out, or whose term of office does. */
export interface Expiry {
  readonly holding: Roster.Holding
  readonly ends: Date
}

/**
 * The appointments on posts of a unit and everything within it that end, by date or by the term of their role, in a period.
 */
export const expiring = (directory: Directory.Directory, unit: UnitId, within: Period.Period): ReadonlyArray<Expiry> =>
  directory.places
    .within(unit, directory.on)
    .flatMap((one) => Directory.posts(directory, one))
    .flatMap(({ post, role }) =>
      Directory.seats(directory, post).holdings.flatMap((holding) => {
        const term = role.termMonths === undefined ? undefined : Dates.addMonths(holding.from, role.termMonths)
        const ends = [holding.to, term].filter((end) => end !== undefined).toSorted()[0]
        return ends !== undefined && Period.contains(within, ends) ? [{ holding, ends }] : []
      })
    )
    .toSorted((a, b) => Dates.compare(a.ends, b.ends))

/** How many posts each person answers for in a unit and everything within it, most first: one person's load. */
export const loads = (
  fillings: ReadonlyArray<PostFilling>
): ReadonlyArray<{ readonly person: Identifier.PersonId; readonly posts: number }> => {
  const counts = new Map<Identifier.PersonId, number>()
  for (const { holders } of fillings) {
    for (const { person } of holders) counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  return [...counts]
    .map(([person, posts]) => ({ person, posts }))
    .toSorted((a, b) => b.posts - a.posts || (a.person < b.person ? -1 : 1))
}
