import { BodyState, Case, MeetingMinutes } from "@louyu/casework"
import { CivilDate } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import { Nearest } from "louyu"
import * as Answer from "./Answer.ts"
import * as BodyBook from "./BodyBook.ts"
import type * as CaseBook from "./CaseBook.ts"
import * as Minutes from "./Minutes.ts"
import * as Naming from "./Naming.ts"
import * as ProspectBook from "./ProspectBook.ts"
import { MeetingUnknown } from "./UnknownError.ts"

const { field } = Answer

const Attendee = Schema.Struct({
  unit: field(Answer.Unit, "the member"),
  party: field(ProspectBook.Word, "the party it sits for")
})

const Point = Schema.Struct({
  item: field(Schema.String, "the id of the matter"),
  withheld: field(Schema.Boolean, "whether it is about a private case that who looks may not see"),
  case: field(Schema.NullOr(Schema.String), "the case it is about, or `null`"),
  title: field(Schema.NullOr(Schema.String), "what it is about; `null` when withheld, or nobody knows the case"),
  by: field(Schema.NullOr(Answer.Unit), "the member that asked for it, or `null`"),
  standing: field(Schema.Literals(["open", "agreed", "rejected", "closed"]), "where it stands now"),
  proposals: field(
    Schema.Array(
      Schema.Struct({
        id: field(Schema.String, "its id"),
        by: field(Answer.Unit, "whose it is"),
        text: field(Schema.String, "what is proposed"),
        contributions: field(
          Schema.Array(
            Schema.Struct({
              by: field(Answer.Unit, "who gives"),
              kind: field(Schema.Literals(["money", "space", "labour"]), "what"),
              amount: field(Answer.Count, "how much: fen, places, or people")
            })
          ),
          "what is given for it"
        )
      })
    ),
    "what was proposed by then"
  ),
  decision: field(
    Schema.NullOr(
      Schema.Struct({
        outcome: field(Schema.Literals(["agreed", "rejected", "deferred"]), "what was decided"),
        proposal: field(Schema.NullOr(Schema.String), "the proposal that was agreed on, or `null`"),
        on: field(CivilDate.CivilDate, "the day")
      })
    ),
    "what the meeting decided last; `null` when it did not"
  ),
  tasks: field(Schema.Array(BodyBook.Task), "what was handed out for it, as it stands now")
})
type Point = typeof Point.Type

/** A meeting: its agenda, who came, what was decided and handed out. */
export const MeetingFile = Schema.Struct({
  body: field(ProspectBook.Word, "the body"),
  kind: field(ProspectBook.Word, "its kind"),
  place: field(Answer.Unit, "where the body sits"),
  id: field(Schema.String, "the id of the meeting, within its body"),
  date: field(CivilDate.CivilDate, "its day"),
  sort: field(Schema.Literals(["regular", "extraordinary"]), "whether it was called for a reason of its own"),
  called: field(
    Schema.NullOr(
      Schema.Struct({ by: field(Answer.Unit, "who called it"), matter: field(Schema.String, "because of what") })
    ),
    "of an extraordinary meeting, who called it and why"
  ),
  chair: field(Schema.NullOr(BodyBook.Chair), "who chaired it; `null` when nobody does"),
  present: field(Schema.Array(Attendee), "the members that came"),
  absent: field(Schema.Array(Attendee), "those that did not; nobody while nobody came"),
  quorum: field(Schema.NullOr(BodyBook.Quorum), "whether enough came; `null` while nobody did"),
  points: field(Schema.Array(Point), "the matters, in the order of the agenda"),
  adjourned: field(Schema.NullOr(CivilDate.CivilDate), "the day it ended, or `null`"),
  minutes: field(Schema.NullOr(Answer.Sentence), "with `--minutes`, the minutes as a Markdown document; else `null`")
})
export type MeetingFile = typeof MeetingFile.Type

/** A meeting and the body it is of. */
export interface Found {
  readonly body: BodyState.Body
  readonly meeting: BodyState.Meeting
}

/**
 * The meeting of an id: its own, where only one body has such a meeting, or `<body>/<meeting>`.
 *
 * Fails: `MeetingUnknown`, with the id somebody probably meant or the bodies there are.
 */
export const existing = (state: BodyState.State, id: string): Effect.Effect<Found, MeetingUnknown> => {
  const all = [...BodyState.bodies(state)].flatMap((body) =>
    [...HashMap.values(body.meetings)].map((meeting) => ({ body, meeting }))
  )
  const whole = ({ body, meeting }: Found) => `${body.founded.body}/${meeting.meeting}`
  const found = all.filter((one) => one.meeting.meeting === id || whole(one) === id)
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return Effect.succeed(only)
  const bodies = found.map(({ body }) => body.founded.body).toSorted()
  const names = all.flatMap((one) => [one.meeting.meeting, whole(one)])
  return Effect.fail(new MeetingUnknown({ meeting: id.slice(0, 129), bodies, nearest: Nearest.to(id, names) }))
}

const amountOf = (one: BodyState.Proposal["contributions"][number]): number =>
  one.kind === "money" ? one.fen : one.kind === "space" ? one.places : one.people

const titleOf = ({ cases }: CaseBook.CaseBook, { subject }: MeetingMinutes.Point): string | null =>
  "title" in subject
    ? subject.title
    : (cases.find(({ raised }) => raised.case === Case.CaseId.make(subject.case))?.raised.title ?? null)

const point = (book: CaseBook.CaseBook, { body }: Found, one: MeetingMinutes.Point): Point => {
  const { view } = book.scene
  const isWithheld = BodyBook.isWithheld(book, one)
  const { decision, subject } = one
  return {
    item: one.item,
    withheld: isWithheld,
    case: isWithheld || !("case" in subject) ? null : subject.case,
    title: isWithheld ? null : titleOf(book, one),
    by: isWithheld || one.by === undefined ? null : Naming.unit(view, one.by),
    standing: BodyState.item(body, one.item)?.standing ?? "open",
    proposals: (isWithheld ? [] : one.proposals).map(({ proposal, by, text, contributions }) => ({
      id: proposal,
      by: Naming.unit(view, by),
      text,
      contributions: contributions.map((gift) => ({
        by: Naming.unit(view, gift.by),
        kind: gift.kind,
        amount: amountOf(gift)
      }))
    })),
    decision:
      decision === undefined
        ? null
        : { outcome: decision.outcome, proposal: decision.proposal ?? null, on: decision.on },
    tasks: (isWithheld ? [] : one.tasks).map((given) => BodyBook.task(book, body, given))
  }
}

// What is to be talked about at a meeting that was not held yet.
const agenda = ({ body, meeting }: Found): ReadonlyArray<MeetingMinutes.Point> =>
  meeting.items.flatMap((id) => {
    const item = BodyState.item(body, id)
    if (item === undefined) return []
    const { subject, by, proposals } = item
    return [{ item: id, subject, by, proposals, decision: undefined, tasks: [] }]
  })

/** A meeting as answers tell of it, with its minutes where they are wanted. */
export const of = (book: CaseBook.CaseBook, found: Found, isWanted: boolean): MeetingFile => {
  const { body, meeting } = found
  const minutes = MeetingMinutes.of(body, meeting.meeting)
  const { founded } = body
  const { view } = book.scene
  const named = (all: MeetingMinutes.Minutes["present"] = []) =>
    all.map(({ unit, party, partyNames }) => ({
      unit: Naming.unit(view, unit),
      party: { id: party, names: partyNames }
    }))
  return {
    body: { id: founded.body, names: founded.names },
    kind: { id: founded.kind.id, names: founded.kind.names },
    place: Naming.unit(view, founded.place),
    id: meeting.meeting,
    date: meeting.date,
    sort: meeting.sort,
    called:
      meeting.called === undefined ? null : { by: Naming.unit(view, meeting.called.by), matter: meeting.called.matter },
    chair: BodyBook.chair(book, body, meeting.date),
    present: named(minutes?.present),
    absent: named(minutes?.absent),
    quorum: minutes?.quorum ?? null,
    points: (minutes?.points ?? agenda(found)).map((one) => point(book, found, one)),
    adjourned: meeting.adjourned ?? null,
    minutes:
      isWanted && minutes !== undefined
        ? { zh: Minutes.markdown(book, minutes, "zh"), en: Minutes.markdown(book, minutes, "en") }
        : null
  }
}
