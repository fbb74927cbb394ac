import * as Equal from "effect/Equal"
import * as CivilDate from "../CivilDate.ts"
import type * as Period from "../Period.ts"
import type * as Timeline from "../Timeline.ts"
import { shortSpan } from "./Arbitrary.ts"

/**
 * What a timeline says, day by day: the model the clever code is compared with. A day without a value is left out.
 *
 * Only the days of the model's span are in it; its last day stands for all that follow.
 */
export type DayModel<A> = ReadonlyMap<CivilDate.CivilDate, A>

/** Every day of the model: those values are taken from, and enough around them to see what ends later or never. */
export const days: ReadonlyArray<CivilDate.CivilDate> = Array.from(
  { length: CivilDate.daysBetween(shortSpan.from, shortSpan.to) + 90 },
  (_, i) => CivilDate.addDays(shortSpan.from, i - 30)
)

const within = (period: Period.Period, day: CivilDate.CivilDate): boolean =>
  day >= period.from && (period.to === undefined || day < period.to)

/** The days of the model in a period. */
export const daysIn = (period: Period.Period): ReadonlyArray<CivilDate.CivilDate> =>
  days.filter((day) => within(period, day))

/** Makes a model from what holds on each day. */
export const fromDays = <A>(valueOn: (day: CivilDate.CivilDate) => A | undefined): DayModel<A> =>
  new Map(
    days.flatMap((day): ReadonlyArray<readonly [CivilDate.CivilDate, A]> => {
      const value = valueOn(day)
      return value === undefined ? [] : [[day, value]]
    })
  )

/** Reads a timeline into a model, entry by entry, without any of the functions under test. */
export const fromTimeline = <A>(timeline: Timeline.Timeline<A>): DayModel<A> =>
  fromDays((day) => timeline.find((entry) => within(entry, day))?.value)

/** The model with a value on the days of a period, or with none when the value is left out. */
export const written = <A>(model: DayModel<A>, period: Period.Period, value?: A): DayModel<A> =>
  fromDays((day) => (within(period, day) ? value : model.get(day)))

/** The days on which the value differs from the day before, with both values. */
export const changes = <A>(model: DayModel<A>): ReadonlyArray<Timeline.Change<A>> =>
  days.flatMap((on, i) => {
    const yesterday = days[i - 1]
    const before = yesterday === undefined ? undefined : model.get(yesterday)
    const after = model.get(on)
    return Equal.equals(before, after) ? [] : [{ on, before, after }]
  })
