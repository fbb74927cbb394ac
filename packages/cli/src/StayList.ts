import { CivilDate } from "@louyu/kernel"
import { State, StayBook, type Staying } from "@louyu/recruitment"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as ProspectBook from "./ProspectBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer
const day = CivilDate.CivilDate

const Amounts = Schema.Struct({
  seats: field(Answer.Count, "seats"),
  rooms: field(Answer.Count, "rooms")
}).annotate({ identifier: "Amounts" })

/** A transitional office on a day. */
export const Office = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "what it is called"),
  place: field(Answer.Unit, "where it is"),
  has: field(Amounts, "what it has on the date"),
  taken: field(Amounts, "what is taken on the date"),
  seatRate: field(Schema.NullOr(Schema.Finite), "seats taken by seats; `null` without seats"),
  roomRate: field(Schema.NullOr(Schema.Finite), "rooms taken by rooms; `null` without rooms"),
  guests: field(Answer.Count, "how many firms are there")
})
export type Office = typeof Office.Type

/** A stay that has not ended. */
export const Stay = Schema.Struct({
  id: field(Schema.String, "its id"),
  office: field(Schema.String, "the id of the office"),
  enterprise: field(Schema.NullOr(Answer.Unit), "the enterprise that stays, or `null`"),
  prospect: field(Schema.NullOr(Schema.String), "the id of the prospect that stays, or `null`"),
  names: field(
    Schema.NullOr(Answer.Name),
    "what the prospect is called, where `--as` may see it; `null` otherwise and for a person"
  ),
  ...Amounts.fields,
  from: field(day, "the first day"),
  until: field(Schema.NullOr(day), "the first day after its term; `null` without one"),
  left: field(Schema.NullOr(Schema.Int), "days left, negative when the term is over; `null` without one"),
  expiring: field(Schema.Boolean, "whether the term ends within the days asked about, or is over")
})
export type Stay = typeof Stay.Type

/** An office as answers tell it. */
export const office = (
  book: ProspectBook.ProspectBook,
  stays: StayBook.StayBook,
  used: Staying.Utilisation
): Office => {
  const known = StayBook.office(stays, used.office)
  if (known === undefined) throw new Error(`invariant: office ${used.office} is known`)
  const { has, taken, seatRate, roomRate, guests } = used
  return {
    id: used.office,
    names: known.office.names,
    place: Naming.unit(book.view, known.office.place),
    has,
    taken,
    seatRate: seatRate ?? null,
    roomRate: roomRate ?? null,
    guests
  }
}

/** A stay as answers tell it; a prospect is named to whom may see it. */
export const stay = (
  { view, state, sight }: ProspectBook.ProspectBook,
  { started }: StayBook.StayKnown,
  term: Pick<Staying.Expiring, "until" | "left"> | undefined,
  days: number
): Stay => {
  const { stay, office, prospect, enterprise, seats, rooms, from } = started
  const known = prospect === undefined ? undefined : State.prospect(state, prospect)
  const isSeen = known !== undefined && sight?.sees(known) === true
  return {
    id: stay,
    office,
    enterprise: enterprise === undefined ? null : Naming.unit(view, enterprise),
    prospect: prospect ?? null,
    names: (isSeen ? known.prospect.names : undefined) ?? null,
    seats,
    rooms,
    from,
    until: term?.until ?? null,
    left: term?.left ?? null,
    expiring: term !== undefined && term.left <= days
  }
}

const guest = (look: Look.Look, { enterprise, prospect, names }: Stay): string =>
  enterprise !== null ? Naming.line(look, enterprise) : ProspectBook.line(look, { id: prospect ?? "—", names })

const termCell = (look: Look.Look, { until, left, expiring }: Stay): ReadonlyArray<string> => {
  if (until === null || left === null) return [look.paint("dim", look.label("无期限", "no term")), ""]
  if (left < 0)
    return [
      look.paint("red", until),
      look.paint("red", look.label(`已过 ${-left} 天`, `${Look.many(-left, "day")} over`))
    ]
  const text = look.label(`剩 ${left} 天`, `${Look.many(left, "day")} left`)
  return [until, expiring ? look.paint("yellow", text) : text]
}

/** A line for each stay. */
export const lines = (look: Look.Look, stays: ReadonlyArray<Stay>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("入驻", "stay") },
      { head: look.label("企业", "firm") },
      { head: look.label("工位", "seats"), align: "right" },
      { head: look.label("房间", "rooms"), align: "right" },
      { head: look.label("自", "since") },
      { head: look.label("期满", "term ends") },
      { head: "" }
    ],
    stays.map((one) => [one.id, guest(look, one), `${one.seats}`, `${one.rooms}`, one.from, ...termCell(look, one)]),
    (text) => look.paint("dim", text)
  )
