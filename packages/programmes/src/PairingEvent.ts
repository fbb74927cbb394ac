import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./PairingCommand.ts"

/** A pairing was proposed. */
export const PairingProposed = Fact.of("PairingProposed", Command.ProposePairing.fields)
export type PairingProposed = typeof PairingProposed.Type
/** A party signed a pairing. */
export const PairingSigned = Fact.of("PairingSigned", Command.SignPairing.fields)
/** Something of a commitment was brought in. */
export const PairingDelivered = Fact.of("PairingDelivered", Command.RecordPairingDelivery.fields)
export type PairingDelivered = typeof PairingDelivered.Type
/** A pairing runs longer. */
export const PairingRenewed = Fact.of("PairingRenewed", Command.RenewPairing.fields)
/** A pairing ended before its term, or will on a date that is known. */
export const PairingTerminated = Fact.of("PairingTerminated", Command.TerminatePairing.fields)

/** Everything that is recorded of pairings. */
export const Event = Schema.Union([
  PairingProposed,
  PairingSigned,
  PairingDelivered,
  PairingRenewed,
  PairingTerminated
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
