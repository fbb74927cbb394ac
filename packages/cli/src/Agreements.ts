import { CivilDate, type Identifier, Period } from "@louyu/kernel"
import {
  ChildcareClass,
  ClassCommand,
  CoManagement,
  CoManagementCommand,
  Pact,
  Pairing,
  PairingCommand
} from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"
import * as Share from "./Share.ts"

const { field, Count } = Answer

type Date = CivilDate.CivilDate

/** A pact of a place with who signed the version in force. */
export const PactRow = Schema.Struct({
  ...Word.fields,
  place: field(Answer.Unit, "whose pact it is"),
  version: field(Schema.NullOr(Count), "the version in force; `null` while none was adopted"),
  adopted: field(Schema.NullOr(CivilDate.CivilDate), "since when, or `null`"),
  clauses: field(Count, "its clauses, or those of the draft while none was adopted"),
  signatures: field(Count, "how many signed that version"),
  toSignAgain: field(Schema.Array(Answer.Unit), "units that signed an earlier version and not this one"),
  peopleToSignAgain: field(Count, "how many people did so"),
  draft: field(Schema.NullOr(Count), "a later version that is drafted and not adopted, or `null`")
})
export type PactRow = typeof PactRow.Type

const pactAsOf = (pact: Pact.Pact, on: Date): Pact.Pact => ({
  ...pact,
  versions: pact.versions
    .filter(({ drafted }) => drafted <= on)
    .map((version) => ({
      ...version,
      adopted: version.adopted !== undefined && version.adopted <= on ? version.adopted : undefined,
      signatures: HashMap.filter(version.signatures, (one) => one.on <= on)
    }))
})

/** The pacts of a city as they stood at the end of a day, by id. */
export const pacts = ({ view, on }: Scene.Scene, state: Pact.State, isMeant: IsMeant): ReadonlyArray<PactRow> =>
  [...HashMap.values(state)]
    .filter(({ drafted }) => drafted.on <= on && isMeant([drafted.place]))
    .map((known): PactRow => {
      const pact = pactAsOf(known, on)
      const now = Pact.inForce(pact)
      const last = pact.versions.at(-1)
      const again = Pact.toSignAgain(pact)
      return {
        id: pact.drafted.pact,
        names: pact.drafted.names,
        place: Naming.unit(view, pact.drafted.place),
        version: now?.version ?? null,
        adopted: now?.adopted ?? null,
        clauses: (now ?? last)?.clauses.length ?? 0,
        signatures: now === undefined ? 0 : HashMap.size(now.signatures),
        toSignAgain: again.flatMap((one) => ("unit" in one ? [Naming.unit(view, one.unit)] : [])),
        peopleToSignAgain: again.filter((one) => "person" in one).length,
        draft: last === undefined || last.adopted !== undefined ? null : last.version
      }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** What is asked about: whether any of some units is. */
export type IsMeant = (units: ReadonlyArray<Identifier.UnitId>) => boolean

/** A pairing agreement. */
export const PairingRow = Schema.Struct({
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
export type PairingRow = typeof PairingRow.Type

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

const standingOf = (pairing: Pairing.Pairing, on: Date): PairingRow["standing"] => {
  const { to } = pairing
  if (to !== undefined && to <= on) return "over"
  const days = Pairing.inForce(pairing)
  if (days === undefined) return "unsigned"
  return Period.contains(days, on) ? "inForce" : "toCome"
}

const pairingRow =
  ({ view, on }: Scene.Scene, soon: number) =>
  (known: Pairing.Pairing): PairingRow => {
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
export const pairings = (
  scene: Scene.Scene,
  state: Pairing.State,
  soon: number,
  isMeant: IsMeant
): ReadonlyArray<PairingRow> =>
  [...Pairing.all(state)]
    .filter(({ proposed }) => proposed.on <= scene.on && isMeant(proposed.parties.map(({ unit }) => unit)))
    .map(pairingRow(scene, soon))
    .toSorted(
      (a, b) => (a.days ?? Number.MAX_SAFE_INTEGER) - (b.days ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1)
    )

/** A pact by which four parties manage something together. */
export const CoManagementRow = Schema.Struct({
  ...Word.fields,
  subject: field(Schema.String, "the id of what they manage"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day without it, or `null`"),
  parties: field(
    Schema.Array(
      Schema.Struct({
        kind: field(CoManagementCommand.PartyKind, "the kind of party"),
        managers: field(
          Schema.Array(
            Schema.Struct({ unit: field(Answer.Unit, "who"), duty: field(Schema.String, "what it answers for") })
          ),
          "who of that kind is there on the day"
        )
      })
    ),
    "the four kinds of party"
  ),
  missing: field(Schema.Array(CoManagementCommand.PartyKind), "kinds that are not there")
})
export type CoManagementRow = typeof CoManagementRow.Type

/** The co-management pacts that run on a day, by id. */
export const coManagements = (
  { view, on }: Scene.Scene,
  state: CoManagement.State,
  isMeant: IsMeant
): ReadonlyArray<CoManagementRow> =>
  [...HashMap.values(state)]
    .filter((one) => Period.contains(CoManagement.life(one), on))
    .filter((one) =>
      isMeant(CoManagement.kinds.flatMap((kind) => CoManagement.duties(one, kind, on).map(({ unit }) => unit)))
    )
    .map(
      (one): CoManagementRow => ({
        id: one.formed.coManagement,
        names: one.formed.names,
        subject: one.formed.subject,
        to: one.to ?? null,
        parties: CoManagement.kinds.map((kind) => ({
          kind,
          managers: CoManagement.duties(one, kind, on).map(({ unit, duty }) => ({
            unit: Naming.unit(view, unit),
            duty
          }))
        })),
        missing: CoManagement.missing(one, on)
      })
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** A childcare class in numbers; no child is in any answer. */
export const ClassRow = Schema.Struct({
  ...Word.fields,
  place: field(Answer.Unit, "where it is"),
  season: field(Schema.Literals(["summer", "winter", "term"]), "when in the year"),
  from: field(CivilDate.CivilDate, "its first day"),
  to: field(CivilDate.CivilDate, "the first day without it"),
  capacity: field(Count, "its places"),
  enrolled: field(Count, "places taken, as known now"),
  waiting: field(Count, "who wait for one, as known now"),
  bands: field(
    Schema.Array(
      Schema.Struct({ band: field(ClassCommand.AgeBand, "an age, in years"), children: field(Count, "how many") })
    ),
    "children by age; bands with fewer than three are left out"
  )
})
export type ClassRow = typeof ClassRow.Type

/** The childcare classes that run on a day or are still to come, by their first day. */
export const classes = (
  { view, on }: Scene.Scene,
  state: ChildcareClass.State,
  isMeant: IsMeant
): ReadonlyArray<ClassRow> =>
  [...HashMap.values(state)]
    .filter(({ opened }) => opened.on <= on && on < opened.to && isMeant([opened.place]))
    .map((one): ClassRow => {
      const { class: id, names, place, season, from, to } = one.opened
      const { capacity, enrolled, waiting, bands } = ChildcareClass.summarise(one)
      return { id, names, place: Naming.unit(view, place), season, from, to, capacity, enrolled, waiting, bands }
    })
    .toSorted((a, b) => CivilDate.compare(a.from, b.from) || (a.id < b.id ? -1 : 1))
