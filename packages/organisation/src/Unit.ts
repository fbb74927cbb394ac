import type { Identifier, Text } from "@louyu/kernel"
import { type CivilDate, Period, Timeline } from "@louyu/kernel"
import * as Chain from "./Chain.ts"
import type { AliasSort, MemberCounts } from "./Command.ts"
import type { UnitEstablished } from "./Event.ts"
import type { Formation, KindId, Line, Nature } from "./Structure.ts"

type UnitId = Identifier.UnitId

/** A name that is not the official one, and the days it is in use. */
export interface Alias {
  readonly text: string
  readonly sort: AliasSort
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/** An identifier of another system, and the days it holds. */
export interface Identification {
  readonly scheme: string
  readonly value: string
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/** A chat group and where it lives. */
export interface ChatGroup {
  readonly channel: string
  readonly group: string
}

/** A day on which a body was active. */
export interface Activity {
  readonly on: CivilDate.CivilDate
  readonly activity: string
}

/**
 * A place or body with its whole history.
 *
 * Shape: `index` counts units in the order they were set up and never changes; `life` is the time it exists, and no
 * timeline has a value outside it; `origin` is the fact that set it up.
 */
export interface Unit {
  readonly id: UnitId
  readonly index: number
  readonly life: Period.Period
  readonly origin: typeof UnitEstablished.Type
  readonly kind: Timeline.Timeline<KindId>
  readonly name: Timeline.Timeline<Text.Text>
  readonly aliases: ReadonlyArray<Alias>
  readonly nature: Timeline.Timeline<Nature>
  readonly formation: Timeline.Timeline<Formation>
  readonly classes: Readonly<Record<string, Timeline.Timeline<string>>>
  readonly superior: Readonly<Record<Line, Timeline.Timeline<UnitId>>>
  readonly counts: Timeline.Timeline<MemberCounts>
  readonly chatGroup: Timeline.Timeline<ChatGroup>
  readonly identifiers: ReadonlyArray<Identification>
  readonly terms: ReadonlyArray<Period.Period>
  readonly activities: Chain.Chain<Activity>
}

/** Tells whether a unit exists on a date. */
export const isAlive = (unit: Unit, on: CivilDate.CivilDate): boolean => Period.contains(unit.life, on)

/** What holds on a date of the identifiers or other names of a unit. */
export const holding = <A extends { readonly from: CivilDate.CivilDate; readonly to?: CivilDate.CivilDate }>(
  dated: ReadonlyArray<A>,
  on: CivilDate.CivilDate
): ReadonlyArray<A> => dated.filter((one) => Period.contains(one, on))

/** The kind a unit has on a date; a unit has one on every day of its life. */
export const kindOn = (unit: Unit, on: CivilDate.CivilDate): KindId | undefined => Timeline.at(unit.kind, on)

const closed = (period: Period.Period, on: CivilDate.CivilDate): ReadonlyArray<Period.Period> =>
  Period.subtract(period, { from: on })

const closeAll = <A extends Period.Period>(dated: ReadonlyArray<A>, on: CivilDate.CivilDate): ReadonlyArray<A> =>
  dated.flatMap((one) => closed(one, on).map((left) => ({ ...one, ...left })))

/** The unit with everything about it ended on a date. */
export const close = (unit: Unit, on: CivilDate.CivilDate): Unit => ({
  ...unit,
  life: { from: unit.life.from, to: on },
  kind: Timeline.endAt(unit.kind, on),
  name: Timeline.endAt(unit.name, on),
  aliases: closeAll(unit.aliases, on),
  nature: Timeline.endAt(unit.nature, on),
  formation: Timeline.endAt(unit.formation, on),
  classes: Object.fromEntries(Object.entries(unit.classes).map(([set, days]) => [set, Timeline.endAt(days, on)])),
  superior: {
    command: Timeline.endAt(unit.superior.command, on),
    location: Timeline.endAt(unit.superior.location, on)
  },
  counts: Timeline.endAt(unit.counts, on),
  chatGroup: Timeline.endAt(unit.chatGroup, on),
  identifiers: closeAll(unit.identifiers, on),
  terms: closeAll(unit.terms, on),
  activities: Chain.filter(unit.activities, (activity) => activity.on < on)
})
