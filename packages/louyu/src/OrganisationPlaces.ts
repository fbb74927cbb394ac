import type { CivilDate, Identifier } from "@louyu/kernel"
import { Archetype, type Structure, View } from "@louyu/organisation"
import type { Places } from "@louyu/roles"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** Shows the organisation on a date; `undefined` where there is none yet. */
export type ViewOn = (on: Date) => View.View | undefined

/** The bodies that answer for a place, those asked first coming first. */
type Governors = (place: UnitId) => ReadonlyArray<UnitId>

const governorsOf = (view: View.View, kinds: ReadonlyArray<Structure.KindId>): Governors => {
  const known = new Map<UnitId, ReadonlyArray<UnitId>>()
  return (place) => {
    const found = known.get(place) ?? kinds.flatMap((kind) => View.childrenOf(view, "location", place, { kind }))
    known.set(place, found)
    return found
  }
}

const isPlace = (view: View.View, unit: UnitId): boolean => {
  const archetype = View.archetype(view, unit)
  return archetype !== undefined && Archetype.isPlace(archetype)
}

/** One day: who answers for what, upwards. */
interface Day {
  readonly view: View.View
  readonly governors: Governors
}

/** The place a governing body answers for, which lies below it in the way responsibility goes. */
const seatOf = ({ view, governors }: Day, unit: UnitId): UnitId | undefined => {
  const place = View.superior(view, "location", unit)
  return place !== undefined && governors(place).includes(unit) ? place : undefined
}

const above = (day: Day, unit: UnitId): ReadonlyArray<UnitId> => {
  const { view, governors } = day
  const seat = seatOf(day, unit)
  const own = seat ?? unit
  const beside = seat !== undefined || isPlace(view, unit) ? governors(own) : []
  const places = View.ancestors(view, "location", own)
  return [...beside.slice(beside.indexOf(unit) + 1), ...places.flatMap((place) => [place, ...governors(place)])]
}

const within = (day: Day, unit: UnitId): ReadonlyArray<UnitId> => {
  const { view, governors } = day
  const seat = seatOf(day, unit)
  const place = seat ?? unit
  const beside = governors(place)
  // Of the bodies that answer for one place, each has those before it within its reach.
  const later = new Set(beside.slice(seat === undefined ? 0 : beside.indexOf(unit)))
  const below = View.descendants(view, "location", place).filter((one) => !later.has(one))
  return seat === undefined ? [unit, ...below] : [unit, seat, ...below]
}

const isWithin = (day: Day, unit: UnitId, around: UnitId): boolean => {
  const { view, governors } = day
  if (unit === around) return View.unit(view, unit) !== undefined
  const seat = seatOf(day, around)
  if (seat === undefined) return View.isAbove(view, "location", around, unit) && seatOf(day, unit) !== around
  if (unit === seat) return true
  const beside = governors(seat)
  const rank = beside.indexOf(unit)
  return rank < 0 ? View.isAbove(view, "location", seat, unit) : rank < beside.indexOf(around)
}

/**
 * The organisation of a city as the roles see it: responsibility goes up from place to place, and after each place to
 * the bodies that answer for it.
 *
 * Shape: a unit's sorts are its kind and its archetype. A body answers for the place it lies in when its kind is one of
 * the `governing` ones, so a comprehensive committee stands above its business district and below the street.
 * Cost: as asking a view; the bodies of a place are looked up once a date.
 * Source: domain 1.6 "need → post routing", P-37.
 */
export const of = (viewOn: ViewOn, governing: ReadonlyArray<Structure.KindId>): Places.Places => {
  const days = new WeakMap<View.View, Day>()
  const dayOf = (on: Date): Day | undefined => {
    const view = viewOn(on)
    if (view === undefined) return undefined
    const known = days.get(view) ?? { view, governors: governorsOf(view, governing) }
    days.set(view, known)
    return known
  }
  const asked = <A>(on: Date, unit: UnitId, nobody: A, ask: (day: Day) => A): A => {
    const day = dayOf(on)
    return day === undefined || View.unit(day.view, unit) === undefined ? nobody : ask(day)
  }
  return {
    sorts: (unit, on) =>
      asked<ReadonlyArray<string>>(on, unit, [], ({ view }) =>
        [View.kind(view, unit), View.archetype(view, unit)].filter((sort) => sort !== undefined)
      ),
    above: (unit, on) => asked<ReadonlyArray<UnitId>>(on, unit, [], (day) => above(day, unit)),
    within: (unit, on) => asked<ReadonlyArray<UnitId>>(on, unit, [], (day) => within(day, unit)),
    isWithin: (unit, around, on) => asked(on, unit, false, (day) => isWithin(day, unit, around))
  }
}
