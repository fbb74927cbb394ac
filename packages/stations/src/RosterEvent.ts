import { Fact, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { SlotId } from "./RosterCode.ts"
import * as Command from "./RosterCommand.ts"

const { UnitId } = Identifier
const whole = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const amount = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))

/** What was known of a generation when it was made. Source: R3-18. */
export const Proof = Schema.Struct({
  method: Schema.Literals(["flow", "search", "bound"]),
  empty: whole,
  emptyAtLeast: whole,
  unevenness: amount,
  unevennessAtLeast: amount,
  forced: Schema.Array(
    Schema.Struct({ sort: Schema.Literals(["atLeast", "atMost"]), members: Schema.Array(UnitId), turns: whole })
  ),
  fewestMoves: Schema.Boolean
})

/** A roster was drafted. */
export const RosterDrafted = Fact.of("RosterDrafted", Command.DraftRoster.fields)
/** A roster has another plan. */
export const RosterAmended = Fact.of("RosterAmended", Command.AmendRoster.fields)
/** A roster was generated: who is on which slot besides what is settled, and which slots nobody is on. */
export const RosterGenerated = Fact.of("RosterGenerated", {
  ...Command.GenerateRoster.fields,
  turns: Schema.Array(Schema.Struct({ slot: SlotId, unit: UnitId })),
  empty: Schema.Array(SlotId),
  proof: Proof
})
/** What was generated was published. */
export const RosterPublished = Fact.of("RosterPublished", Command.PublishRoster.fields)
/** Two members changed places. */
export const DutySwapped = Fact.of("DutySwapped", Command.SwapDuty.fields)
/** Another member took a slot. */
export const DutySubstituted = Fact.of("DutySubstituted", Command.SubstituteDuty.fields)
/** A manager put a member on a slot. */
export const DutyOverridden = Fact.of("DutyOverridden", Command.OverrideDuty.fields)
/** A slot was taken back. */
export const DutyCancelled = Fact.of("DutyCancelled", Command.CancelDuty.fields)
/** A member came to its duty. */
export const DutyStarted = Fact.of("DutyStarted", Command.CheckInDuty.fields)
/** Nobody came to a duty. */
export const DutyMissed = Fact.of("DutyMissed", Command.MissDuty.fields)

/** Everything that is recorded of rosters. */
export const Event = Schema.Union([
  RosterDrafted,
  RosterAmended,
  RosterGenerated,
  RosterPublished,
  DutySwapped,
  DutySubstituted,
  DutyOverridden,
  DutyCancelled,
  DutyStarted,
  DutyMissed
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

const tags = {
  DraftRoster: "RosterDrafted",
  AmendRoster: "RosterAmended",
  PublishRoster: "RosterPublished",
  SwapDuty: "DutySwapped",
  SubstituteDuty: "DutySubstituted",
  OverrideDuty: "DutyOverridden",
  CancelDuty: "DutyCancelled",
  CheckInDuty: "DutyStarted",
  MissDuty: "DutyMissed"
} as const satisfies Record<Exclude<Command.Command["_tag"], "GenerateRoster">, Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense; a generation has to be made first. */
export const of = (command: Exclude<Command.Command, { readonly _tag: "GenerateRoster" }>): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** What was said, without what came of it: two things are said alike when this is alike. */
export type Saying = Exclude<Event, typeof RosterGenerated.Type> | { readonly generation: number; readonly on: string }

/** What a command says. */
export const saying = (command: Command.Command): Saying =>
  command._tag === "GenerateRoster" ? { generation: command.generation, on: command.on } : of(command)

/** What was said for a fact to come about. */
export const said = (event: Event): Saying =>
  event._tag === "RosterGenerated" ? { generation: event.generation, on: event.on } : event

/** The version of the shape of every event. */
export const schemaVersion = 1
