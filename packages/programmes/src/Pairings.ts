import type { Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import { AlreadySigned, LinesNotDifferent, PairingNotSigned, RenewalTooShort } from "./AgreementError.ts"
import * as Desk from "./Desk.ts"
import * as Pairing from "./Pairing.ts"
import type { Command } from "./PairingCommand.ts"
import type { Event, PairingProposed } from "./PairingEvent.ts"
import { ProgrammePartUnknown, type ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"

export type { Facts } from "./Rule.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

const opening = (command: Of<"ProposePairing">, facts: Rule.Facts): Rule.Checked => {
  const { pairing, parties, commitments, from, to } = command
  const units = parties.map(({ unit }) => unit)
  const line = parties[0]?.line ?? "building"
  const stranger = commitments.find(({ by }) => !units.includes(by))
  return Rule.all(
    Rule.ordered(from, to),
    Rule.distinct("party", units),
    () =>
      Rule.demand(
        parties.some((party) => party.line !== line),
        () => new LinesNotDifferent({ pairing, line })
      ),
    Rule.distinct(
      "commitment",
      commitments.map(({ commitment }) => commitment)
    ),
    () =>
      Rule.demand(stranger === undefined, () => new ProgrammePartUnknown({ sort: "party", id: stranger?.by ?? "" })),
    Rule.existing(facts, from, units)
  )
}

const complete = (one: Pairing.Pairing) => (): Rule.Checked => {
  const missing = Pairing.unsigned(one)
  return Rule.demand(missing.length === 0, () => new PairingNotSigned({ pairing: one.proposed.pairing, missing }))
}

const running = (one: Pairing.Pairing, on: PairingProposed["on"]) =>
  Rule.within("pairing", one.proposed.pairing, on, Rule.period(one.proposed.from, one.to))

const notEnded = ({ proposed, terminated }: Pairing.Pairing, { _tag }: Command) =>
  Rule.standing("pairing", proposed.pairing, terminated === undefined ? "signed" : "ended", _tag, "signed")

const signing = (one: Pairing.Pairing, command: Of<"SignPairing">, facts: Rule.Facts): Rule.Checked => {
  const { pairing: id, unit, on } = command
  const party = one.proposed.parties.find((known) => known.unit === unit)
  const before = Option.getOrUndefined(HashMap.get(one.signed, unit))
  return Rule.known(party, "party", unit, () =>
    Rule.all(
      notEnded(one, command),
      () => Rule.demand(before === undefined, () => new AlreadySigned({ sort: "pairing", id, on: before ?? on })),
      // A party may sign before the term begins, but not after it.
      () => (one.to === undefined || on < one.to ? Rule.fine : running(one, on)()),
      Rule.existing(facts, on, [unit])
    )
  )
}

const delivering = (one: Pairing.Pairing, { commitment, delivery, date, on }: Of<"RecordPairingDelivery">) => {
  const known = one.proposed.commitments.find((promised) => promised.commitment === commitment)
  return Rule.known(known, "commitment", commitment, () =>
    Rule.all(
      complete(one),
      Rule.free(Option.getOrUndefined(HashMap.get(one.deliveries, delivery)), "delivery", delivery),
      running(one, date),
      Rule.notBefore("delivery", delivery, on, date)
    )
  )
}

/**
 * The rules of pairing agreements: parties of different lines, a term, what each brings in.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none. More
 * may be brought in than was promised.
 * Cost: O(log n) a command, besides the parties and commitments of the agreement.
 * Source: F-12.
 */
export const decider: Decider.Decider<Command, Pairing.State, Event, ProgrammesError, Rule.Facts> = Desk.decider<
  Command,
  Pairing.Pairing,
  Event,
  Rule.Facts,
  "ProposePairing",
  "PairingProposed"
>({
  sort: "pairing",
  key: ({ pairing }) => pairing,
  anyOrder: true,
  tags: {
    ProposePairing: "PairingProposed",
    SignPairing: "PairingSigned",
    RecordPairingDelivery: "PairingDelivered",
    RenewPairing: "PairingRenewed",
    TerminatePairing: "PairingTerminated"
  },
  opens: "ProposePairing",
  start: (proposed) => {
    return {
      ...Desk.begun<Event>(proposed.on),
      proposed,
      signed: HashMap.empty(),
      deliveries: HashMap.empty(),
      delivered: HashMap.empty(),
      to: proposed.to,
      terminated: undefined
    }
  },
  opening,
  checks: {
    SignPairing: signing,
    RecordPairingDelivery: delivering,
    RenewPairing: (one, command) =>
      Rule.all(notEnded(one, command), complete(one), running(one, command.on), () =>
        Rule.demand(
          one.to !== undefined && (command.to === undefined || one.to < command.to),
          () => new RenewalTooShort({ pairing: command.pairing, to: one.to })
        )
      ),
    TerminatePairing: (one, command) =>
      Rule.all(
        notEnded(one, command),
        Rule.ordered(one.proposed.from, command.to),
        Rule.noLater("pairing", command.pairing, command.to, Rule.period(one.proposed.from, one.to))
      )
  },
  effects: {
    PairingSigned: (one, { unit, on }) => ({ ...one, signed: HashMap.set(one.signed, unit, on) }),
    PairingDelivered: (one, event) => ({
      ...one,
      deliveries: HashMap.set(one.deliveries, event.delivery, event),
      delivered: HashMap.set(
        one.delivered,
        event.commitment,
        Option.getOrElse(HashMap.get(one.delivered, event.commitment), () => 0) + event.quantity
      )
    }),
    PairingRenewed: (one, { to }) => ({ ...one, to }),
    PairingTerminated: (one, { to, on }) => ({ ...one, to, terminated: on })
  }
})
