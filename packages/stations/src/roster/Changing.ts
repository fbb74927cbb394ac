import type { Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { SlotId } from "../RosterCode.ts"
import type * as Command from "../RosterCommand.ts"
import { AlreadyOnDuty, SlotEmpty, SwapNotAgreed } from "../RosterError.ts"
import * as State from "../RosterState.ts"
import * as Rule from "./Rule.ts"

type UnitId = Identifier.UnitId

const agreed =
  (
    scene: Rule.Scene,
    by: Command.Said,
    slots: ReadonlyArray<SlotId>,
    members: ReadonlyArray<UnitId>,
    on: State.Change["on"]
  ) =>
  (): Rule.Checked => {
    const { facts, roster } = scene
    if ("manager" in by) {
      return Rule.all(
        Rule.there(facts.exists(by.manager, on), "unit", by.manager),
        Rule.impersonal(roster.drafted.roster, by.reason)
      )
    }
    const said = new Set(by.members)
    const all = said.size === new Set(members).size && members.every((member) => said.has(member))
    return Rule.demand(all, () => new SwapNotAgreed({ slots, members }))
  }

/** Whether a member can take a slot of its own will, giving up others. */
const takes =
  (scene: Rule.Scene, unit: UnitId, { slot }: State.Duty, givenUp: ReadonlyArray<SlotId>) =>
  (): Rule.Checked =>
    Rule.all(
      Rule.available(scene, unit, slot),
      Rule.free(scene, unit, slot, givenUp),
      Rule.withinLimits(scene, unit, slot, givenUp)
    )

const another = (duty: State.Duty, unit: UnitId) => (): Rule.Checked =>
  Rule.demand(duty.unit !== unit, () => new AlreadyOnDuty({ slot: duty.slot.slot, unit }))

const byManager =
  (
    scene: Rule.Scene,
    command: { readonly manager: UnitId; readonly reason: string; readonly on: State.Change["on"] }
  ) =>
  () =>
    Rule.all(
      Rule.there(scene.facts.exists(command.manager, command.on), "unit", command.manager),
      Rule.impersonal(scene.roster.drafted.roster, command.reason)
    )

export const checks: Rule.Checks<"SwapDuty" | "SubstituteDuty" | "OverrideDuty" | "CancelDuty"> = {
  SwapDuty: (scene, { slot, other, by, on }) =>
    Result.flatMap(Rule.inOrder(scene.roster, on)(), () =>
      Result.flatMap(Rule.changeable(scene.roster, slot, on), (one) =>
        Result.flatMap(Rule.changeable(scene.roster, other, on), (two): Rule.Checked => {
          if (one.unit === undefined) return Result.fail(new SlotEmpty({ slot }))
          if (two.unit === undefined) return Result.fail(new SlotEmpty({ slot: other }))
          const [a, b] = [one.unit, two.unit]
          const both = [slot, other]
          return Rule.all(
            another(two, a),
            agreed(scene, by, both, [a, b], on),
            takes(scene, a, two, both),
            takes(scene, b, one, both)
          )
        })
      )
    ),
  SubstituteDuty: (scene, { slot, to, by, on }) =>
    Result.flatMap(Rule.inOrder(scene.roster, on)(), () =>
      Result.flatMap(Rule.changeable(scene.roster, slot, on), (duty) =>
        Rule.all(
          another(duty, to),
          agreed(scene, by, [slot], duty.unit === undefined ? [to] : [duty.unit, to], on),
          takes(scene, to, duty, [])
        )
      )
    ),
  OverrideDuty: (scene, command) =>
    Result.flatMap(Rule.inOrder(scene.roster, command.on)(), () =>
      Result.flatMap(Rule.changeable(scene.roster, command.slot, command.on), (duty) =>
        Rule.all(
          another(duty, command.to),
          Rule.there(scene.facts.exists(command.to, duty.slot.date), "unit", command.to),
          byManager(scene, command),
          Rule.free(scene, command.to, duty.slot)
        )
      )
    ),
  CancelDuty: (scene, command) =>
    Result.flatMap(Rule.inOrder(scene.roster, command.on)(), () =>
      Result.flatMap(Rule.changeable(scene.roster, command.slot, command.on), byManager(scene, command))
    )
}

const handOver = (
  roster: State.Roster,
  slot: SlotId,
  to: UnitId | undefined,
  sort: State.Change["sort"],
  on: State.Change["on"]
): State.Roster =>
  State.changeDuty(roster, slot, (duty) => ({
    ...duty,
    unit: to,
    pinned: true,
    changes: [...duty.changes, { sort, from: duty.unit, to, on, published: duty.published !== undefined }]
  }))

export const effects: Rule.Effects<"DutySwapped" | "DutySubstituted" | "DutyOverridden" | "DutyCancelled"> = {
  DutySwapped: (roster, { slot, other, on }) => {
    const [a, b] = [State.duty(roster, slot)?.unit, State.duty(roster, other)?.unit]
    return handOver(handOver(roster, slot, b, "swap", on), other, a, "swap", on)
  },
  DutySubstituted: (roster, { slot, to, on }) => handOver(roster, slot, to, "substitute", on),
  DutyOverridden: (roster, { slot, to, on }) => handOver(roster, slot, to, "override", on),
  DutyCancelled: (roster, { slot, on }) =>
    State.changeDuty(handOver(roster, slot, undefined, "cancel", on), slot, (duty) => ({
      ...duty,
      standing: "cancelled"
    }))
}
