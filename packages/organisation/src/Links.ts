import { type CivilDate, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Chain from "./Chain.ts"

/** What one source has to do with one target, over time. */
interface Link<V> {
  readonly target: string
  readonly days: Timeline.Timeline<V>
}

/**
 * A dated relation from sources to targets that can be read from both ends.
 *
 * Participation, home membership, coverage, micro-grids, guidance and alliance membership are all of this form.
 * Cost: reading O(links of that source or target), changing O(log n + links of that source).
 */
export interface Links<V> {
  readonly bySource: HashMap.HashMap<string, ReadonlyArray<Link<V>>>
  // Every source that ever had a link to the target; which of them has one now stands in `bySource`.
  readonly byTarget: HashMap.HashMap<string, Chain.Chain<string>>
}

/** The relation that never held. */
export const empty = <V>(): Links<V> => ({ bySource: HashMap.empty(), byTarget: HashMap.empty() })

const linksOf = <V>(links: Links<V>, source: string): ReadonlyArray<Link<V>> =>
  Option.getOrElse(HashMap.get(links.bySource, source), () => [])

/** Over time: the value between a source and a target. */
export const between = <V>(links: Links<V>, source: string, target: string): Timeline.Timeline<V> =>
  linksOf(links, source).find((link) => link.target === target)?.days ?? Timeline.empty()

/** Replaces the whole history between a source and a target. */
const put = <V>(links: Links<V>, source: string, target: string, days: Timeline.Timeline<V>): Links<V> => {
  const before = linksOf(links, source)
  const known = before.some((link) => link.target === target)
  const after = known
    ? before.map((link) => (link.target === target ? { target, days } : link))
    : [...before, { target, days }]
  const sources = known
    ? links.byTarget
    : HashMap.set(
        links.byTarget,
        target,
        Chain.prepend(Option.getOrUndefined(HashMap.get(links.byTarget, target)), source)
      )
  return { bySource: HashMap.set(links.bySource, source, after), byTarget: sources }
}

/** Lets the relation hold with a value on the days of a period. */
export const set = <V>(links: Links<V>, source: string, target: string, period: Period.Period, value: V): Links<V> =>
  put(links, source, target, Timeline.set(between(links, source, target), period, value))

/** Ends the relation between a source and a target on a date, and whatever was planned for later. */
export const endAt = <V>(links: Links<V>, source: string, target: string, on: CivilDate.CivilDate): Links<V> =>
  put(links, source, target, Timeline.endAt(between(links, source, target), on))

/** Lets a source have this one target, and no other, on the days of a period. */
export const replace = <V>(
  links: Links<V>,
  source: string,
  target: string,
  period: Period.Period,
  value: V
): Links<V> => {
  let next = links
  for (const link of linksOf(links, source)) {
    if (link.target !== target && link.days.some((e) => Period.overlaps(e, period))) {
      next = put(next, source, link.target, Timeline.clear(link.days, period))
    }
  }
  return set(next, source, target, period, value)
}

/** Ends all links of a source on a date. */
export const endSource = <V>(links: Links<V>, source: string, on: CivilDate.CivilDate): Links<V> =>
  linksOf(links, source).reduce((next, link) => endAt(next, source, link.target, on), links)

/** Ends all links to a target on a date. */
export const endTarget = <V>(links: Links<V>, target: string, on: CivilDate.CivilDate): Links<V> => {
  let next = links
  for (const source of sourcesEver(links, target)) next = endAt(next, source, target, on)
  return next
}

/** Every source that ever had a link to a target, newest first. */
export const sourcesEver = <V>(links: Links<V>, target: string): Iterable<string> =>
  Chain.items(Option.getOrUndefined(HashMap.get(links.byTarget, target)))

/** Tells whether a source and a target ever had to do with each other, if only by a plan that was dropped. */
export const isKnown = <V>(links: Links<V>, source: string, target: string): boolean =>
  linksOf(links, source).some((link) => link.target === target)

/** Every target a source ever had a link to. */
export const targetsEver = <V>(links: Links<V>, source: string): ReadonlyArray<string> =>
  linksOf(links, source).map((link) => link.target)

/** One end of a link and the value on the date asked. */
export interface End<V> {
  readonly id: string
  readonly value: V
}

/** The targets of a source on a date. */
export const targets = <V>(links: Links<V>, source: string, on: CivilDate.CivilDate): ReadonlyArray<End<V>> =>
  linksOf(links, source).flatMap((link) => {
    const value = Timeline.at(link.days, on)
    return value === undefined ? [] : [{ id: link.target, value }]
  })

/** The sources of a target on a date. */
export const sources = <V>(links: Links<V>, target: string, on: CivilDate.CivilDate): ReadonlyArray<End<V>> => {
  const found: Array<End<V>> = []
  for (const source of sourcesEver(links, target)) {
    const value = Timeline.at(between(links, source, target), on)
    if (value !== undefined) found.push({ id: source, value })
  }
  return found
}

/** The first day after a date on which anything a source has to do with its targets changes, values included. */
export const nextChange = <V>(
  links: Links<V>,
  source: string,
  after: CivilDate.CivilDate
): CivilDate.CivilDate | undefined =>
  linksOf(links, source)
    .flatMap((link) => Timeline.nextChange(link.days, after) ?? [])
    .sort()[0]

/** For a source with at most one target at a time: which one, over time. */
export const targetOverTime = <V>(links: Links<V>, source: string): ReadonlyArray<Timeline.Entry<string>> =>
  linksOf(links, source)
    .flatMap((link) => Timeline.map(link.days, () => link.target))
    .sort(Period.compare)
