import { Check, CivilDate, type Identifier, type TimeWindow, type WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { RosterId, Slot, SlotId } from "../RosterCode.ts"
import type { Command } from "../RosterCommand.ts"
import {
  DutyDoubleBooked,
  DutyLimitReached,
  DutySettled,
  MemberUnavailable,
  type RosterError,
  RosterMemberUnknown,
  RosterOutOfOrder,
  RosterPartUnknown,
  type RosterSort,
  RosterTextPersonal
} from "../RosterError.ts"
import type { Event } from "../RosterEvent.ts"
import * as RosterPlan from "../RosterPlan.ts"
import * as State from "../RosterState.ts"
import type { StationId } from "../StationCode.ts"
import { weekOf } from "./Instance.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** What rosters need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: (unit: UnitId, on: Date) => boolean
  /** Whether there is a station on a date. */
  readonly stands: (station: StationId, on: Date) => boolean
  /** Which days are worked, and how far the city is from UTC. */
  readonly calendar: WorkCalendar.WorkCalendar
}

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<RosterError>

/** A roster among all others, and what is known of the city. */
export interface Scene {
  readonly facts: Facts
  readonly state: State.State
  readonly roster: State.Roster
}

/** The checks of some commands to a roster that is there. */
export type Checks<Tag extends Command["_tag"]> = {
  readonly [K in Tag]: (scene: Scene, command: Extract<Command, { readonly _tag: K }>) => Checked
}

/** What some facts change in their roster. */
export type Effects<Tag extends Event["_tag"]> = {
  readonly [K in Tag]: (roster: State.Roster, event: Extract<Event, { readonly _tag: K }>) => State.Roster
}

/** The first check that fails, if any; later ones are not made. */
export const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

/** Demands that something holds. */
export const demand: (holds: boolean, problem: () => RosterError) => Checked = Check.demand

/** Demands that there is something of a sort. */
export const there = (holds: boolean, sort: RosterSort, id: string) => (): Checked =>
  demand(holds, () => new RosterPartUnknown({ sort, id }))

/** Demands that nothing is told of a day before the last one told of. */
export const inOrder =
  ({ drafted, last }: State.Roster, on: Date) =>
  (): Checked =>
    demand(on >= last, () => new RosterOutOfOrder({ roster: drafted.roster, on, last }))

/** Demands that texts hold nothing that leads to a person. */
export const impersonal =
  (roster: RosterId, ...texts: ReadonlyArray<string | undefined>) =>
  (): Checked =>
    Check.impersonal(texts, (traces) => new RosterTextPersonal({ roster, traces }))

/** A slot that can still change hands on a day. */
export const changeable = (
  roster: State.Roster,
  slot: SlotId,
  on: Date
): Result.Result<State.Duty, RosterPartUnknown | DutySettled> => {
  const found = State.duty(roster, slot)
  if (found === undefined) return Result.fail(new RosterPartUnknown({ sort: "slot", id: slot }))
  if (found.standing !== "planned") return Result.fail(new DutySettled({ slot, standing: found.standing }))
  return found.slot.date < on ? Result.fail(new DutySettled({ slot, standing: "past" })) : Result.succeed(found)
}

const meet = (a: TimeWindow.TimeWindow, b: TimeWindow.TimeWindow): boolean => a.open < b.close && b.open < a.close

/** Demands that a unit is nowhere else while a slot lasts, in any roster; the slots it gives up do not count. */
export const free =
  ({ state, roster }: Scene, unit: UnitId, slot: Slot, givenUp: ReadonlyArray<SlotId> = []) =>
  (): Checked => {
    const window = State.windowOf(roster, slot)
    for (const other of State.rosters(state)) {
      const same = other.drafted.roster === roster.drafted.roster
      const held = State.dutiesOf(other, unit).find(
        (one) =>
          one.slot.date === slot.date &&
          !(same && (givenUp.includes(one.slot.slot) || one.slot.slot === slot.slot)) &&
          meet(State.windowOf(other, one.slot), window)
      )
      if (held !== undefined) {
        return Result.fail(new DutyDoubleBooked({ unit, slot: slot.slot, other: held.slot.slot }))
      }
    }
    return Check.fine
  }

/** Demands that a unit is a member that may serve a slot's shift, and is there and not away on its day. */
export const available =
  ({ facts, roster: { plan } }: Scene, unit: UnitId, { shift, date }: Slot) =>
  (): Checked => {
    if (!facts.exists(unit, date)) return Result.fail(new RosterPartUnknown({ sort: "unit", id: unit }))
    const member = RosterPlan.member(plan, unit)
    const own = RosterPlan.shift(plan, shift)?.members
    if (member === undefined || own?.includes(unit) === false) return Result.fail(new RosterMemberUnknown({ unit }))
    const reason = RosterPlan.absence(member, date)
    return reason === undefined ? Check.fine : Result.fail(new MemberUnavailable({ unit, on: date, reason }))
  }

/** Demands that a member has no more turns, and rests as long between them, as the plan says, whatever roster they are in. */
export const withinLimits =
  ({ state, roster }: Scene, unit: UnitId, { slot, date }: Slot, givenUp: ReadonlyArray<SlotId> = []) =>
  (): Checked => {
    const { maxPerWeek, restDays } = roster.plan
    if (maxPerWeek === undefined && restDays === undefined) return Check.fine
    const own = State.dutiesOf(roster, unit).filter((one) => one.slot.slot !== slot && !givenUp.includes(one.slot.slot))
    const elsewhere = State.rosters(state).flatMap((other) =>
      other.drafted.roster === roster.drafted.roster ? [] : State.dutiesOf(other, unit)
    )
    const others = [...own, ...elsewhere]
    const day = CivilDate.toEpochDay(date)
    const days = others.map((one) => CivilDate.toEpochDay(one.slot.date))
    const inWeek = days.filter((other) => weekOf(other) === weekOf(day)).length
    return all(
      () =>
        demand(
          maxPerWeek === undefined || inWeek < maxPerWeek,
          () => new DutyLimitReached({ unit, slot, limit: "maxPerWeek", value: maxPerWeek ?? 0 })
        ),
      () =>
        demand(
          restDays === undefined || days.every((other) => Math.abs(other - day) > restDays),
          () => new DutyLimitReached({ unit, slot, limit: "restDays", value: restDays ?? 0 })
        )
    )
  }
