import { CivilDate, Identifier, Instant, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { RosterId, SlotId } from "./RosterCode.ts"
import { RosterPlan } from "./RosterPlan.ts"
import { Wording } from "./StationCode.ts"

const { UnitId } = Identifier
const on = CivilDate.CivilDate
const of = { roster: RosterId }
const generation = Schema.Int.check(Schema.isGreaterThan(0))

/** Who says that duties change hands: the members between whom they do, or a manager for them. Source: R3-16. */
export const Said = Schema.Union([
  Schema.Struct({ members: Schema.Array(UnitId).check(Schema.isMinLength(1), Schema.isMaxLength(2)) }),
  Schema.Struct({ manager: UnitId, reason: Schema.optionalKey(Wording) })
])
export type Said = typeof Said.Type

/** Drafts a roster by its plan; nobody is on duty yet. */
export const DraftRoster = Schema.TaggedStruct("DraftRoster", { ...of, names: Text.Text, plan: RosterPlan, on })

/** Gives a roster another plan; what is published, past or given by hand stays. */
export const AmendRoster = Schema.TaggedStruct("AmendRoster", { ...of, plan: RosterPlan, on })

/**
 * Generates a roster by its plan, from a day on; what is published, past or given by hand stays, and of the rest as much as can.
 *
 * Shape: `generation` is 1 for the first, then one more every time.
 */
export const GenerateRoster = Schema.TaggedStruct("GenerateRoster", { ...of, generation, on })

/** Publishes what was generated, up to and including the day `through`, or all of it. */
export const PublishRoster = Schema.TaggedStruct("PublishRoster", {
  ...of,
  generation,
  through: Schema.optionalKey(on),
  on
})

/** Lets two members change places: each takes the other's slot. */
export const SwapDuty = Schema.TaggedStruct("SwapDuty", { ...of, slot: SlotId, other: SlotId, by: Said, on })

/** Lets another member take a slot. Shape: said by both members or by a manager; a slot nobody holds by whoever takes it. */
export const SubstituteDuty = Schema.TaggedStruct("SubstituteDuty", { ...of, slot: SlotId, to: UnitId, by: Said, on })

/**
 * Puts a member on a slot for a reason, though the plan may say it is away or has had its turns.
 *
 * Shape: nobody is at two stations at once for all that.
 */
export const OverrideDuty = Schema.TaggedStruct("OverrideDuty", {
  ...of,
  slot: SlotId,
  to: UnitId,
  manager: UnitId,
  reason: Wording,
  on
})

/** Takes a slot back: nobody is wanted there. */
export const CancelDuty = Schema.TaggedStruct("CancelDuty", {
  ...of,
  slot: SlotId,
  manager: UnitId,
  reason: Wording,
  on
})

/** Says that a member has come to its duty. */
export const CheckInDuty = Schema.TaggedStruct("CheckInDuty", {
  ...of,
  slot: SlotId,
  unit: UnitId,
  at: Instant.Instant
})

/** Says that nobody came to a duty, once it is over. */
export const MissDuty = Schema.TaggedStruct("MissDuty", { ...of, slot: SlotId, at: Instant.Instant })

/** Everything that can be asked of rosters. */
export const Command = Schema.Union([
  DraftRoster,
  AmendRoster,
  GenerateRoster,
  PublishRoster,
  SwapDuty,
  SubstituteDuty,
  OverrideDuty,
  CancelDuty,
  CheckInDuty,
  MissDuty
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
