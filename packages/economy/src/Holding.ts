import { type CivilDate, Period } from "@louyu/kernel"

/** Something that is held for a time, and may be taken away before that. */
export interface Holding {
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly revoked: CivilDate.CivilDate | undefined
}

/** The days on which it is held; `undefined` when it was taken away on its first day. */
export const life = ({ from, to, revoked }: Holding): Period.Period | undefined => {
  const end = revoked ?? to
  if (end === undefined) return { from }
  return from < end ? { from, to: end } : undefined
}

/** Tells whether it is held on a date. */
export const holds = (holding: Holding, on: CivilDate.CivilDate): boolean => {
  const days = life(holding)
  return days !== undefined && Period.contains(days, on)
}

/** The one of several that shares a day with a period. */
export const clash = <H extends Holding>(holdings: Iterable<H>, period: Period.Period): H | undefined => {
  for (const one of holdings) {
    const days = life(one)
    if (days !== undefined && Period.overlaps(days, period)) return one
  }
  return undefined
}
