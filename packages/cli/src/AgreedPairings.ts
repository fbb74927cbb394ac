import { CivilDate, Period } from "@louyu/kernel"
import { Pairing, PairingCommand } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type * as AgreedPacts from "./AgreedPacts.ts"
import * as Answer from "./Answer.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"
import * as Share from "./Share.ts"

const { field, Count } = Answer

type Date = CivilDate.CivilDate

/** A pairing agreement. */
export const Row = Schema.Struct({
  ...Word.fields,
  standing: field(
    Schema.Literals(["unsigned", "toCome", "inForce", "over"]),
    "whether all parties have signed, and whether its term has begun, runs, or is over"
  ),
  from: field(CivilDate.CivilDate, "the first day of its term"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day without it, or `null`"),
  days: field(Schema.NullOr(Schema.Int), "in how many days one in force ends; else `null`"),
  expiring: field(Schema.Boolean, "whether that is soon"),
  parties: field(
    Schema.Array(
      Schema.Struct({
        unit: field(Answer.Unit, "a party"),
        line: field(PairingCommand.Line, "the line it belongs to"),
        signed: field(Schema.NullOr(CivilDate.CivilDate), "when it signed, or `null`")
      })
    ),
    "its parties"
  ),
  commitments: field(
    Schema.Array(
      Schema.Struct({
        id: field(Schema.String, "the commitment"),
        by: field(Answer.Unit, "who promised"),
        kind: field(
          Schema.Literals(["fund", "venue", "talent"]),
          "what: a fund in fen, a venue in hours, talent in person-days"
        ),
        quantity: field(Count, "how much"),
        delivered: field(Count, "how much was brought in by the day")
      })
    ),
    "what was promised"
  ),
  kept: field(Share.Share, "commitments kept in full")
})
export type Row = typeof Row.Type

const delivered = ({ deliveries }: Pairing.Pairing, on: Date): Pairing.Pairing["delivered"] => {
  let sums: Pairing.Pairing["delivered"] = HashMap.empty()
  for (const one of HashMap.values(deliveries)) {
    if (one.date > on) continue
    sums = HashMap.modifyAt(sums, one.commitment, (before) =>
      Option.some(Option.getOrElse(before, () => 0) + one.quantity)
    )
  }
  return sums
}

const pairingAsOf = (pairing: Pairing.Pairing, on: Date): Pairing.Pairing => ({
  ...pairing,
  signed: HashMap.filter(pairing.signed, (day) => day <= on),
  delivered: delivered(pairing, on)
})

const standingOf = (pairing: Pairing.Pairing, on: Date): Row["standing"] => {
  const { to } = pairing
  if (to !== undefined && to <= on) return "over"
  const days = Pairing.inForce(pairing)
  if (days === undefined) return "unsigned"
  return Period.contains(days, on) ? "inForce" : "toCome"
}

const pairingRow =
  ({ view, on }: Scene.Scene, soon: number) =>
  (known: Pairing.Pairing): Row => {
    const pairing = pairingAsOf(known, on)
    const { proposed, to, signed } = pairing
    const standing = standingOf(pairing, on)
    const days = standing === "inForce" && to !== undefined ? CivilDate.daysBetween(on, to) : null
    return {
      id: proposed.pairing,
      names: proposed.names,
      standing,
      from: proposed.from,
      to: to ?? null,
      days,
      expiring: days !== null && days <= soon,
      parties: proposed.parties.map(({ unit, line }) => ({
        unit: Naming.unit(view, unit),
        line,
        signed: Option.getOrNull(HashMap.get(signed, unit))
      })),
      commitments: Pairing.commitments(pairing).map(({ commitment, delivered: brought }) => ({
        id: commitment.commitment,
        by: Naming.unit(view, commitment.by),
        kind: commitment.kind,
        quantity: commitment.quantity,
        delivered: brought
      })),
      kept: Share.of({ ...Pairing.kept(pairing), on })
    }
  }

/** The pairings of a city as they stood at the end of a day: what ends soon first. Units: `soon` in days. */
export const of = (
  scene: Scene.Scene,
  state: Pairing.State,
  soon: number,
  isMeant: AgreedPacts.IsMeant
): ReadonlyArray<Row> =>
  [...Pairing.all(state)]
    .filter(({ proposed }) => proposed.on <= scene.on && isMeant(proposed.parties.map(({ unit }) => unit)))
    .map(pairingRow(scene, soon))
    .toSorted(
      (a, b) => (a.days ?? Number.MAX_SAFE_INTEGER) - (b.days ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1)
    )
