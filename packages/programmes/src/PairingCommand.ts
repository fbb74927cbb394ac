import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, PairingId, Positive, Wording } from "./Code.ts"

const on = CivilDate.CivilDate
const { UnitId } = Identifier
const of = { pairing: PairingId }

/** The line a party of a pairing belongs to. Source: F-12. */
export const Line = Schema.Literals(["building", "community", "rural", "residentUnit", "industry"])
export type Line = typeof Line.Type

/** A party of a pairing. */
export const Party = Schema.Struct({ unit: UnitId, line: Line })
export type Party = typeof Party.Type

/**
 * What a party promises to bring in.
 *
 * Units: `quantity` of a fund in fen, of a venue in hours, of talent in person-days.
 */
export const Commitment = Schema.Struct({
  commitment: Code,
  by: UnitId,
  kind: Schema.Literals(["fund", "venue", "talent"]),
  quantity: Positive
})
export type Commitment = typeof Commitment.Type

/**
 * Proposes a pairing of organisations of different lines for a term.
 *
 * Shape: `fields` are what it is for: commerce, innovation, convenience, health and elder care; `to` is the first day
 * without it.
 * Source: F-12.
 */
export const ProposePairing = Schema.TaggedStruct("ProposePairing", {
  ...of,
  names: Text.Text,
  parties: Schema.Array(Party).check(Schema.isMinLength(2)),
  fields: Schema.optionalKey(Schema.Array(Code)),
  commitments: Schema.Array(Commitment),
  from: on,
  to: Schema.optionalKey(on),
  on
})

/** Signs a pairing for one of its parties; it is in force once all have. */
export const SignPairing = Schema.TaggedStruct("SignPairing", { ...of, unit: UnitId, on })

/** Records that something of a commitment was brought in on a date. Units: as the commitment has. */
export const RecordPairingDelivery = Schema.TaggedStruct("RecordPairingDelivery", {
  ...of,
  commitment: Code,
  delivery: Code,
  quantity: Positive,
  date: on,
  on
})

/** Lets a pairing run longer; without `to` without end. */
export const RenewPairing = Schema.TaggedStruct("RenewPairing", { ...of, to: Schema.optionalKey(on), on })

/** Ends a pairing before its term; `to` is the first day without it. */
export const TerminatePairing = Schema.TaggedStruct("TerminatePairing", { ...of, to: on, reason: Wording, on })

/** Everything that can be asked of pairings. */
export const Command = Schema.Union([
  ProposePairing,
  SignPairing,
  RecordPairingDelivery,
  RenewPairing,
  TerminatePairing
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
