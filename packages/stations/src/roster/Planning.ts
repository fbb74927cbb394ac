import { Check, CivilDate, type Identifier, Period } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { SlotId } from "../RosterCode.ts"
import type * as Command from "../RosterCommand.ts"
import {
  CycleWithoutDays,
  GenerationOutOfOrder,
  type RosterError,
  RosterIdTaken,
  RosterNotGenerated,
  SettledShiftChanged
} from "../RosterError.ts"
import type * as Event from "../RosterEvent.ts"
import * as RosterGeneration from "../RosterGeneration.ts"
import * as RosterPlan from "../RosterPlan.ts"
import * as RosterSlots from "../RosterSlots.ts"
import * as State from "../RosterState.ts"
import type { StationId } from "../StationCode.ts"
import * as Rule from "./Rule.ts"
import type { Engaged } from "./Setting.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

const stationsOf = (plan: RosterPlan.RosterPlan | undefined): Set<StationId> =>
  new Set(plan?.shifts.flatMap(({ stations }) => stations))

// Who takes turns, and where, may be no more by the time a plan is amended: what they did stays in it.
const sound =
  ({ exists, stands, calendar }: Rule.Facts, plan: RosterPlan.RosterPlan, on: Date, before?: RosterPlan.RosterPlan) =>
  (): Rule.Checked => {
    const from = CivilDate.max(on, plan.cycle.from)
    const known = new Set(before?.members.map(({ unit }) => unit))
    const members = plan.members.filter(({ unit }) => !known.has(unit))
    const held = stationsOf(before)
    const stations = [...stationsOf(plan)].filter((station) => !held.has(station))
    return Rule.all(
      () => RosterPlan.check(plan),
      () =>
        Rule.demand(
          plan.cycle.to !== undefined && on < plan.cycle.to,
          () => new CycleWithoutDays({ from: on, to: plan.cycle.to ?? on })
        ),
      () => Result.map(RosterSlots.all(plan, calendar), () => undefined),
      ...members.map(({ unit }) => Rule.there(exists(unit, from), "unit", unit)),
      ...stations.map((station) => Rule.there(stands(station, from), "station", station))
    )
  }

/** Whether a roster can be drafted. */
export const drafting = (
  facts: Rule.Facts,
  known: State.Roster | undefined,
  { roster, names, plan, on }: typeof Command.DraftRoster.Type
): Rule.Checked =>
  Rule.all(
    () => Rule.demand(known === undefined, () => new RosterIdTaken({ id: roster })),
    sound(facts, plan, on),
    Rule.impersonal(roster, names.zh, names.en, ...RosterPlan.texts(plan))
  )

// What is settled keeps its window and station, so that it stays what was published.
const keepsSettled = (roster: State.Roster, plan: RosterPlan.RosterPlan, on: Date) => (): Rule.Checked => {
  const planned = RosterSlots.inPlan(plan)
  for (const duty of State.duties(roster)) {
    if (!State.isSettled(duty, on)) continue
    const { slot, shift } = duty.slot
    const [before, after] = [State.windowOf(roster, duty.slot), RosterPlan.shift(plan, shift)?.window]
    const same = before.open === after?.open && before.close === after.close
    if (!same || !planned(duty.slot)) return Result.fail(new SettledShiftChanged({ shift, slot }))
  }
  return Check.fine
}

const follows = (generation: number, next: number) => (): Rule.Checked =>
  Rule.demand(generation === next, () => new GenerationOutOfOrder({ generation, next }))

export const checks: Rule.Checks<"AmendRoster" | "GenerateRoster" | "PublishRoster"> = {
  AmendRoster: ({ facts, roster }, { plan, on, roster: id }) =>
    Rule.all(
      Rule.inOrder(roster, on),
      sound(facts, plan, on, roster.plan),
      keepsSettled(roster, plan, on),
      Rule.impersonal(id, ...RosterPlan.texts(plan))
    ),
  GenerateRoster: ({ roster }, { generation, on }) =>
    Rule.all(Rule.inOrder(roster, on), follows(generation, roster.generation + 1)),
  PublishRoster: ({ roster }, { roster: id, generation, on }) =>
    Rule.all(
      Rule.inOrder(roster, on),
      () => Rule.demand(roster.generation > 0, () => new RosterNotGenerated({ roster: id })),
      follows(generation, roster.generation)
    )
}

// Weeks and rest between turns reach over the ends of a cycle.
const reachOf = ({ cycle: { from, to }, maxPerWeek, restDays = 0 }: RosterPlan.RosterPlan): Period.Period => {
  const days = Math.max(restDays, maxPerWeek === undefined ? 0 : 6)
  const begins = CivilDate.addDays(from, -days)
  return to === undefined ? { from: begins } : { from: begins, to: CivilDate.addDays(to, days) }
}

const elsewhere = ({ state, roster }: Rule.Scene): ReadonlyArray<Engaged> => {
  const { members } = roster.plan
  const reach = reachOf(roster.plan)
  const own = new Set<UnitId>(members.map(({ unit }) => unit))
  return State.rosters(state).flatMap((other) => {
    if (other.drafted.roster === roster.drafted.roster) return []
    return [...HashMap.values(other.duties)].flatMap(({ slot, unit }): ReadonlyArray<Engaged> => {
      if (unit === undefined || !Period.contains(reach, slot.date) || !own.has(unit)) return []
      return [{ unit, date: slot.date, window: State.windowOf(other, slot) }]
    })
  })
}

const closed = (all: ReadonlyArray<State.Duty>, on: Date): ReadonlySet<SlotId> =>
  new Set(
    all.flatMap(({ slot, unit, standing }) => {
      const gone = standing === "cancelled" || (unit === undefined && slot.date < on)
      return gone ? [slot.slot] : []
    })
  )

// Whoever is not there on a day cannot be on duty then; what it owes is for the plan to say.
const whileThere = ({ exists }: Rule.Facts, plan: RosterPlan.RosterPlan): RosterPlan.RosterPlan => {
  const dates = Array.from({ length: Period.days(plan.cycle) }, (_, n) => CivilDate.addDays(plan.cycle.from, n))
  const attending = (member: RosterPlan.Member): RosterPlan.Member => {
    const gone = dates.filter((date) => !exists(member.unit, date)).map(Period.ofDay)
    return gone.length === 0 ? member : { ...member, unavailable: [...(member.unavailable ?? []), ...gone] }
  }
  const [first, ...rest] = plan.members
  return { ...plan, members: [attending(first), ...rest.map(attending)] }
}

/** Generates a roster around what is settled on a day. */
export const generating = (
  scene: Rule.Scene,
  { roster: id, generation, on }: typeof Command.GenerateRoster.Type
): Result.Result<typeof Event.RosterGenerated.Type, RosterError> => {
  const { roster, facts } = scene
  const known = State.duties(roster)
  const settled = known.flatMap(({ slot, unit, standing, ...duty }) =>
    unit !== undefined && State.isSettled({ slot, unit, standing, ...duty }, on)
      ? [{ slot, unit, window: State.windowOf(roster, slot), counts: standing !== "missed" }]
      : []
  )
  const previous = known.flatMap(({ slot, unit }) => (unit === undefined ? [] : [{ slot: slot.slot, unit }]))
  // Nobody is put on a day that is over, nor sent to a station that is not there.
  const unwanted = Result.map(RosterSlots.all(roster.plan, facts.calendar), (slots) =>
    slots.flatMap(({ slot, date, station }) => (date < on || !facts.stands(station, date) ? [slot] : []))
  )
  return Result.flatMap(unwanted, (over) => {
    const taken = new Set(settled.map(({ slot }) => slot.slot))
    const gone = new Set([...closed(known, on), ...over.filter((slot) => !taken.has(slot))])
    const made = RosterGeneration.generate(whileThere(facts, roster.plan), facts.calendar, {
      settled,
      closed: gone,
      previous,
      elsewhere: elsewhere(scene)
    })
    return Result.map(made, ({ turns, empty, proof }) => ({
      _tag: "RosterGenerated" as const,
      roster: id,
      generation,
      on,
      turns,
      empty,
      proof
    }))
  })
}

const given = (duty: State.Duty, unit: UnitId | undefined, on: Date): State.Duty => {
  if (duty.unit === unit || duty.published === undefined) return { ...duty, unit }
  const change: State.Change = { sort: "generate", from: duty.unit, to: unit, on, published: true }
  return { ...duty, unit, changes: [...duty.changes, change] }
}

export const effects: Rule.Effects<"RosterAmended" | "RosterGenerated" | "RosterPublished"> = {
  RosterAmended: (roster, { plan, on }) => {
    // What is not settled of a plan that is no more is nothing.
    const planned = RosterSlots.inPlan(plan)
    const kept = State.duties(roster).filter((duty) => State.isSettled(duty, on) || planned(duty.slot))
    return { ...State.withDuties(roster, kept), plan }
  },
  RosterGenerated: (roster, { generation, turns, empty, proof, on }) => {
    const stays = State.duties(roster).filter((duty) => State.isSettled(duty, on))
    const before = (slot: SlotId) => State.duty(roster, slot) ?? State.vacant(slot)
    const made = turns.map(({ slot, unit }) => given(before(slot), unit, on))
    const gaps = empty.map((slot) => given(before(slot), undefined, on))
    return { ...State.withDuties(roster, [...stays, ...made, ...gaps]), generation, proof }
  },
  RosterPublished: (roster, { through, on }) =>
    State.withDuties(
      roster,
      State.duties(roster).map((duty) =>
        duty.published === undefined && (through === undefined || duty.slot.date <= through)
          ? { ...duty, published: on }
          : duty
      )
    )
}
