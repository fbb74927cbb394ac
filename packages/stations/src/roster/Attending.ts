import { type CivilDate, Instant, TimeWindow } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { SlotId } from "../RosterCode.ts"
import type { RosterError } from "../RosterError.ts"
import { DutyNotPublished, DutySettled, DutyUntimely, NotOnDuty, RosterPartUnknown, SlotEmpty } from "../RosterError.ts"
import * as State from "../RosterState.ts"
import * as Rule from "./Rule.ts"

interface Held {
  readonly unit: NonNullable<State.Duty["unit"]>
  readonly from: Instant.Instant
  readonly to: Instant.Instant
}

const momentOf = (scene: Rule.Scene, date: CivilDate.CivilDate, time: TimeWindow.TimeOfDay): Instant.Instant =>
  Instant.of(date, scene.facts.calendar, TimeWindow.minuteOf(time))

// A duty to which somebody may come, or not: published, held, and neither settled already.
const awaited = (scene: Rule.Scene, slot: SlotId): Result.Result<Held, RosterError> => {
  const duty = State.duty(scene.roster, slot)
  if (duty === undefined) return Result.fail(new RosterPartUnknown({ sort: "slot", id: slot }))
  if (duty.standing !== "planned") return Result.fail(new DutySettled({ slot, standing: duty.standing }))
  if (duty.published === undefined) return Result.fail(new DutyNotPublished({ slot }))
  if (duty.unit === undefined) return Result.fail(new SlotEmpty({ slot }))
  const { open, close } = State.windowOf(scene.roster, duty.slot)
  const { date } = duty.slot
  return Result.succeed({ unit: duty.unit, from: momentOf(scene, date, open), to: momentOf(scene, date, close) })
}

const shown = (at: Instant.Instant): string => new Date(at).toISOString()

export const checks: Rule.Checks<"CheckInDuty" | "MissDuty"> = {
  CheckInDuty: (scene, { slot, unit, at }) =>
    Result.flatMap(awaited(scene, slot), ({ unit: holder, from, to }) => {
      const early = from - (scene.roster.plan.checkInMinutes ?? 60) * Instant.millisPerMinute
      return Rule.all(
        () => Rule.demand(unit === holder, () => new NotOnDuty({ slot, unit, holder })),
        () =>
          Rule.demand(
            early <= at && at < to,
            () => new DutyUntimely({ slot, action: "checkIn", from: shown(early), to: shown(to) })
          )
      )
    }),
  MissDuty: (scene, { slot, at }) =>
    Result.flatMap(awaited(scene, slot), ({ to }) =>
      Rule.demand(to <= at, () => new DutyUntimely({ slot, action: "miss", from: shown(to) }))
    )
}

export const effects: Rule.Effects<"DutyStarted" | "DutyMissed"> = {
  DutyStarted: (roster, { slot, at }) =>
    State.changeDuty(roster, slot, (duty) => ({ ...duty, standing: "started", checkedIn: at })),
  DutyMissed: (roster, { slot }) => State.changeDuty(roster, slot, (duty) => ({ ...duty, standing: "missed" }))
}
