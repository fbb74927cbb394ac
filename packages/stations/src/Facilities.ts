import { Check, type CivilDate, type Decider, Period, Timeline, TimeWindow } from "@louyu/kernel"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import * as Days from "./Days.ts"
import * as Demand from "./Demand.ts"
import type { AllocateSpaces, Command, RegisterFacility, ResizeFacility, SetSharedWindows } from "./FacilityCommand.ts"
import {
  AllocationsRun,
  CapacityExceeded,
  type FacilityError,
  OutsideSharedWindows,
  QuantityNotFirm,
  SharedWindowsOverlap
} from "./FacilityError.ts"
import * as Event from "./FacilityEvent.ts"
import * as State from "./FacilityState.ts"
import * as Capacity from "./facility/Capacity.ts"
import * as Fitting from "./facility/Fitting.ts"
import type { StationCatalogue } from "./StationCatalogue.ts"
import type { StationId } from "./StationCode.ts"

/** What facilities need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit or place exists on a date. */
  readonly exists: Demand.Exists
  /** Whether a station is there on a date. */
  readonly station: (station: StationId, on: CivilDate.CivilDate) => boolean
  /** The words in which the city speaks of its stations. */
  readonly catalogue: StationCatalogue
}

type Checked = Check.Check<FacilityError>
type Quantity = State.Facility["quantity"]
const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

const registering = (facts: Facts, state: State.State, command: typeof RegisterFacility.Type): Checked => {
  const { facility, kind, names, place, station, operator, provider, audiences = [], from } = command
  return all(
    () => Demand.free(State.facility(state, facility), "facility", facility),
    () => Demand.named(facts.catalogue.facilityKinds, "facilityKind", [kind]),
    () => Demand.named(facts.catalogue.audiences, "audience", audiences),
    () => Demand.existing(facts.exists, from, place, operator, provider),
    () => Demand.there(station === undefined || facts.station(station, from), "station", station ?? ""),
    () => Demand.impersonal(facility, names)
  )
}

const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`

const enough = (
  { registered: { facility } }: State.Facility,
  allocations: ReadonlyArray<State.Allocation>,
  quantity: Quantity,
  focus: Capacity.Focus
): Checked => {
  const vague = Timeline.restrict(quantity, focus.period).find(({ value }) => Capacity.firm(value) === undefined)
  const running = allocations.some(({ days }) => days !== undefined && Period.overlaps(days, focus.period))
  if (vague !== undefined && running) {
    return Result.fail(new QuantityNotFirm({ facility, qualifier: vague.value.qualifier }))
  }
  const found = Capacity.excess(
    allocations,
    Timeline.map(quantity, (one) => Capacity.firm(one) ?? 0),
    focus
  )
  if (found === undefined) return Check.fine
  const { minute, ...rest } = found
  return Result.fail(new CapacityExceeded({ facility, ...rest, time: text(minute) }))
}

const [wholeDay] = TimeWindow.make(["00:00", "24:00"])

const resizing = (known: State.Facility, { quantity, from }: typeof ResizeFacility.Type): Checked => {
  const period = State.since(known, from)
  const next = Timeline.set(known.quantity, period, quantity)
  if (wholeDay === undefined) return Check.fine
  return enough(known, State.runningFrom(known, period.from), next, { days: Days.every, window: wholeDay, period })
}

const sharing = (facts: Facts, known: State.Facility, command: typeof SetSharedWindows.Type): Checked => {
  const { facility, audience, shared, from } = command
  return all(
    () => Demand.named(facts.catalogue.audiences, "audience", [audience]),
    () => Demand.that(!Fitting.overlap(shared), () => new SharedWindowsOverlap({ facility, audience })),
    () => {
      const next = Timeline.set(State.windowsFor(known, audience), State.since(known, from), shared)
      const outside = State.runningFrom(known, from).filter(
        (one) => one.allocated.audience === audience && !Fitting.fits(next, one, from)
      )
      const allocations = outside.map(({ allocated }) => allocated.allocation).toSorted()
      return Demand.that(outside.length === 0, () => new OutsideSharedWindows({ facility, audience, allocations }))
    }
  )
}

const allocating = (facts: Facts, known: State.Facility, command: typeof AllocateSpaces.Type): Checked => {
  const { facility, allocation, audience, unit, days, window, from, to } = command
  const period = to === undefined ? { from } : { from, to }
  const made: State.Allocation = { allocated: { ...command, _tag: "SpacesAllocated" }, days: period }
  return all(
    () => Demand.free(State.allocation(known, allocation), "allocation", allocation),
    () => Result.map(Period.make(from, to), () => undefined),
    () => Demand.there(Period.encloses(known.life, period), "facility", facility),
    () => Demand.existing(facts.exists, from, unit),
    () =>
      Demand.that(
        Fitting.fits(State.windowsFor(known, audience), made, from),
        () => new OutsideSharedWindows({ facility, audience, allocations: [allocation] })
      ),
    () => enough(known, [...State.runningFrom(known, from), made], known.quantity, { days, window, period })
  )
}

const closing = (known: State.Facility, to: CivilDate.CivilDate): Checked => {
  const { facility } = known.registered
  const allocations = State.runningFrom(known, to)
    .map(({ allocated }) => allocated.allocation)
    .toSorted()
  return all(
    () => Demand.there(known.life.to === undefined, "facility", facility),
    () => Result.map(Period.make(known.life.from, to), () => undefined),
    () => Demand.that(allocations.length === 0, () => new AllocationsRun({ facility, allocations }))
  )
}

const check = (
  facts: Facts,
  known: State.Facility,
  command: Exclude<Command, { _tag: "RegisterFacility" }>
): Checked => {
  const lives = (from: CivilDate.CivilDate) => () =>
    Demand.there(Period.contains(known.life, from), "facility", command.facility)
  switch (command._tag) {
    case "ResizeFacility":
      return all(lives(command.from), () => resizing(known, command))
    case "CloseFacility":
      return closing(known, command.to)
    case "SetSharedWindows":
      return all(lives(command.from), () => sharing(facts, known, command))
    case "AllocateSpaces":
      return allocating(facts, known, command)
    case "ReleaseSpaces": {
      const days = State.allocation(known, command.allocation)?.days
      const runs = days !== undefined && (days.to === undefined || command.from < days.to)
      return Demand.there(runs, "allocation", command.allocation)
    }
  }
}

/**
 * The rules of facilities, and of those that audiences share by the time of day, as parking is.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none. An
 * allocation lies within the windows of its audience, windows of one audience never overlap, and at no time that can
 * come is more allocated than there is for sure.
 * Cost: O(k) a command for the k allocations of the facility that have not ended by its day, while they fit all at once;
 * else O(k² log k).
 * Source: H-14, H-15, A-15.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, FacilityError, Facts> = {
  initial: State.initial,
  evolve: State.evolve,
  decide: (state, command, facts) => {
    const event = Event.of(command)
    const known = State.facility(state, command.facility)
    if (known !== undefined && HashSet.has(known.told, event)) return Result.succeed([])
    const checked =
      command._tag === "RegisterFacility"
        ? registering(facts, state, command)
        : Result.flatMap(
            Demand.known(known, "facility", command.facility),
            (one): Checked => check(facts, one, command)
          )
    return Result.map(checked, () => [event])
  }
}
