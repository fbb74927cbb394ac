import { Instant } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Duty from "../Duty.ts"
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

// A duty to which somebody may come, or not: published, held, and not settled already.
const awaited = (
  scene: Rule.Scene,
  slot: SlotId,
  open: ReadonlyArray<State.Duty["standing"]>
): Result.Result<Held, RosterError> => {
  const duty = State.duty(scene.roster, slot)
  if (duty === undefined) return Result.fail(new RosterPartUnknown({ sort: "slot", id: slot }))
  if (duty.standing !== "planned" && !open.includes(duty.standing)) {
    return Result.fail(new DutySettled({ slot, standing: duty.standing }))
  }
  if (duty.published === undefined) return Result.fail(new DutyNotPublished({ slot }))
  if (duty.unit === undefined) return Result.fail(new SlotEmpty({ slot }))
  return Result.succeed({ unit: duty.unit, ...Duty.span(scene.roster, duty.slot, scene.facts.calendar) })
}

const shown = ({ facts }: Rule.Scene, at: Instant.Instant): string => Instant.format(at, facts.calendar)

export const checks: Rule.Checks<"CheckInDuty" | "MissDuty"> = {
  // Who came in time came, though that is told only after somebody said that nobody did.
  CheckInDuty: (scene, { slot, unit, at }) =>
    Result.flatMap(awaited(scene, slot, ["missed"]), ({ unit: holder, from, to }) => {
      const early = from - (scene.roster.plan.checkInMinutes ?? 60) * Instant.millisPerMinute
      return Rule.all(
        () => Rule.demand(unit === holder, () => new NotOnDuty({ slot, unit, holder })),
        () =>
          Rule.demand(
            early <= at && at < to,
            () => new DutyUntimely({ slot, action: "checkIn", from: shown(scene, early), to: shown(scene, to) })
          )
      )
    }),
  MissDuty: (scene, { slot, at }) =>
    Result.flatMap(awaited(scene, slot, []), ({ to }) =>
      Rule.demand(to <= at, () => new DutyUntimely({ slot, action: "miss", from: shown(scene, to) }))
    )
}

export const effects: Rule.Effects<"DutyStarted" | "DutyMissed"> = {
  DutyStarted: (roster, { slot, at }) =>
    State.changeDuty(roster, slot, (duty) => ({ ...duty, standing: "started", checkedIn: at })),
  DutyMissed: (roster, { slot }) => State.changeDuty(roster, slot, (duty) => ({ ...duty, standing: "missed" }))
}
