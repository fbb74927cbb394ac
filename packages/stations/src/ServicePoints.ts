import { Check, type CivilDate, type Decider, Instant, Period } from "@louyu/kernel"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import * as Demand from "./Demand.ts"
import type { Command, InstallServicePoint, ListServiceItem, RecordPointUse } from "./PointCommand.ts"
import {
  ItemTimesReversed,
  type PointError,
  PointInService,
  PointOutOfService,
  UseAlreadyCounted
} from "./PointError.ts"
import * as Event from "./PointEvent.ts"
import * as State from "./PointState.ts"
import type { StationCatalogue } from "./StationCatalogue.ts"
import type { ItemId, RoomId, StationId } from "./StationCode.ts"
import { StationOutOfOrder } from "./StationError.ts"

/** What devices and desks need to know of the rest of the city. */
export interface Facts {
  /** Whether a station is there on a date. */
  readonly station: (station: StationId, on: CivilDate.CivilDate) => boolean
  /** Whether a room is one of a station on a date. */
  readonly room: (room: RoomId, station: StationId, on: CivilDate.CivilDate) => boolean
  /** The words in which the city speaks of its stations. */
  readonly catalogue: StationCatalogue
  /** How far from UTC the clocks of the city are. */
  readonly zone: Instant.Zone
}

type Checked = Check.Check<PointError>
const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

const listing = ({ item, names, minutesBefore, minutesHere }: typeof ListServiceItem.Type): Checked =>
  all(
    () => Demand.impersonal(item, names),
    () => {
      if (minutesBefore === undefined || minutesHere === undefined || minutesHere.value <= minutesBefore.value) {
        return Check.fine
      }
      return Result.fail(new ItemTimesReversed({ item, before: minutesBefore.value, here: minutesHere.value }))
    }
  )

const itemsKnown = (state: State.State, items: ReadonlyArray<ItemId>): Checked => {
  const stranger = items.find((id) => State.item(state, id) === undefined)
  return Demand.there(stranger === undefined, "item", stranger ?? "")
}

const installing = (facts: Facts, state: State.State, command: typeof InstallServicePoint.Type): Checked => {
  const { point, kind, names, station, room, items, at } = command
  const on = Instant.dateOf(at, facts.zone)
  return all(
    () => Demand.free(State.point(state, point), "point", point),
    () => Demand.there(facts.station(station, on), "station", station),
    () => Demand.there(room === undefined || facts.room(room, station, on), "room", room ?? ""),
    () => Demand.named(facts.catalogue.pointKinds, "pointKind", [kind]),
    () => Demand.impersonal(point, names),
    () => itemsKnown(state, items)
  )
}

const counting = (state: State.State, known: State.Point, command: typeof RecordPointUse.Type): Checked => {
  const { point, item, from, to } = command
  return all(
    () => Result.map(Period.make(from, to), () => undefined),
    () => (item === undefined ? Check.fine : itemsKnown(state, [item])),
    () => {
      const twice = State.countedIn(known, item, { from, to })
      return twice === undefined
        ? Check.fine
        : Result.fail(new UseAlreadyCounted({ point, from: twice.from, to: twice.to }))
    }
  )
}

type Turning = Exclude<Command, { readonly _tag: "ListServiceItem" | "InstallServicePoint" | "RecordPointUse" }>

const turning = (facts: Facts, state: State.State, known: State.Point, command: Turning): Checked => {
  const { point, at } = command
  const write = (moment: Instant.Instant) => Instant.format(moment, facts.zone)
  const outage = State.outage(known)
  return all(
    () => Demand.there(known.removed === undefined, "point", point),
    () =>
      Demand.that(
        at >= known.last,
        () => new StationOutOfOrder({ sort: "point", id: point, on: write(at), last: write(known.last) })
      ),
    () => {
      switch (command._tag) {
        case "AssignPointItems":
          return itemsKnown(state, command.items)
        case "FailServicePoint":
          return outage === undefined
            ? Demand.impersonal(point, command.reason)
            : Result.fail(new PointOutOfService({ point, since: write(outage.from) }))
        case "RestoreServicePoint":
          return Demand.that(outage !== undefined, () => new PointInService({ point }))
        case "RemoveServicePoint":
          return Check.fine
      }
    }
  )
}

const check = (facts: Facts, state: State.State, command: Command): Checked => {
  if (command._tag === "ListServiceItem") return listing(command)
  if (command._tag === "InstallServicePoint") return installing(facts, state, command)
  return Result.flatMap(
    Demand.known(State.point(state, command.point), "point", command.point),
    (known): Checked =>
      command._tag === "RecordPointUse" ? counting(state, known, command) : turning(facts, state, known, command)
  )
}

const isTold = (state: State.State, command: Command, event: Event.Event): boolean => {
  if (command._tag === "ListServiceItem") return HashSet.has(state.listed, event)
  const known = State.point(state, command.point)
  return known !== undefined && HashSet.has(known.told, event)
}

/**
 * The rules of devices and desks, of the items they offer and of the times they are out of service.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Cost: O(log n) a command, and what is known of the device or desk it is about.
 * Source: H-23, F-15, D-12.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, PointError, Facts> = {
  initial: State.initial,
  evolve: State.evolve,
  decide: (state, command, facts) => {
    const event = Event.of(command)
    if (isTold(state, command, event)) return Result.succeed([])
    return Result.map(check(facts, state, command), () => [event])
  }
}
