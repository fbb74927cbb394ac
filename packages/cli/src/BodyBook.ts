import { BodyKind, BodyReview, BodyState, Case } from "@louyu/casework"
import { CivilDate, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as CaseBook from "./CaseBook.ts"
import * as Naming from "./Naming.ts"
import * as ProspectBook from "./ProspectBook.ts"

const { field } = Answer

/** Who chairs a body. */
export const Chair = Schema.Struct({
  unit: field(Answer.Unit, "the unit they are of"),
  person: field(Schema.NullOr(Schema.String), "the id of the person, or `null` for whoever acts for the unit")
})

/** How many came to a meeting, and how many had to. */
export const Quorum = Schema.Struct({
  present: field(Answer.Count, "members that came"),
  members: field(Answer.Count, "members there were"),
  needed: field(Answer.Count, "how many had to come so that anything could be decided"),
  reached: field(Schema.Boolean, "whether so many came")
})

/** A task of a body. */
export const Task = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(
    Schema.NullOr(Answer.Name),
    "what is to be done; `null` when it is of a private case that may not be shown"
  ),
  item: field(Schema.NullOr(Schema.String), "the matter it is of, or `null`"),
  year: field(Schema.NullOr(Schema.Int), "the year whose list it is on, or `null`"),
  standing: field(
    Schema.Literals(["offered", "assigned", "accepted", "fulfilled"]),
    "where it stands; `offered` while anybody may claim it"
  ),
  lead: field(Schema.NullOr(Answer.Unit), "who leads; `null` when nobody does yet"),
  assisting: field(Schema.Array(Answer.Unit), "who helps"),
  duties: field(
    Schema.Array(Schema.Struct({ unit: field(Answer.Unit, "who"), duty: field(Schema.String, "does what") })),
    "what each of several parties does for it"
  ),
  due: field(Schema.NullOr(CivilDate.CivilDate), "the last day for it, or `null`"),
  overdue: field(Schema.Boolean, "whether that day is past and it is not done"),
  reached: field(Schema.Array(Schema.String), "the milestones that were reached"),
  ahead: field(Schema.Array(Schema.String), "those that were not")
}).annotate({ identifier: "Task" })
export type Task = typeof Task.Type

/** A body on a day: when it met, who is missing, and what is open. */
export const Body = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "its name"),
  kind: field(ProspectBook.Word, "its kind"),
  place: field(Answer.Unit, "where it sits"),
  chair: field(Schema.NullOr(Chair), "who chairs it that day; `null` when nobody does"),
  members: field(Answer.Count, "how many units sit in it that day"),
  missing: field(
    Schema.Array(
      Schema.Struct({
        party: field(ProspectBook.Word, "a party"),
        seated: field(Answer.Count, "members it has"),
        wanted: field(Answer.Count, "members it should have")
      })
    ),
    "parties that lack members"
  ),
  monthsWithout: field(
    Schema.Array(Schema.String),
    "months over by that day without a regular meeting, of a body that meets monthly"
  ),
  meetings: field(
    Schema.Array(
      Schema.Struct({
        id: field(Schema.String, "its id"),
        date: field(CivilDate.CivilDate, "its day"),
        sort: field(Schema.Literals(["regular", "extraordinary"]), "whether it was called for a reason of its own"),
        items: field(Answer.Count, "matters on its agenda"),
        quorum: field(Schema.NullOr(Quorum), "who came; `null` when nobody did, or it is still to come")
      })
    ),
    "its meetings, as recorded up to now"
  ),
  open: field(Schema.Array(Task), "tasks that are not done, as recorded up to now"),
  undispatched: field(Schema.Array(Schema.String), "matters that were agreed and given to nobody"),
  waiting: field(Schema.Array(Schema.String), "ids of cases that wait for a body and are no matter of any")
})
export type Body = typeof Body.Type

/** Whether a matter is about a private case that may not be shown. */
export const isWithheld = ({ hidden }: CaseBook.CaseBook, { subject }: Pick<BodyState.Item, "subject">): boolean =>
  "case" in subject && hidden.has(Case.CaseId.make(subject.case))

/** A task as answers hold it. */
export const task = (book: CaseBook.CaseBook, body: BodyState.Body, one: BodyState.Task): Task => {
  const { view } = book.scene
  const item = "item" in one.of ? BodyState.item(body, one.of.item) : undefined
  return {
    id: one.task,
    names: item !== undefined && isWithheld(book, item) ? null : one.names,
    item: "item" in one.of ? one.of.item : null,
    year: "year" in one.of ? one.of.year : null,
    standing: one.standing,
    lead: one.lead === undefined ? null : Naming.unit(view, one.lead),
    assisting: one.assisting.map((unit) => Naming.unit(view, unit)),
    duties: one.duties.map(({ unit, duty }) => ({ unit: Naming.unit(view, unit), duty })),
    due: one.due ?? null,
    overdue: one.standing !== "fulfilled" && one.due !== undefined && one.due < book.moment.on,
    reached: one.milestones.filter(({ reached }) => reached !== undefined).map(({ milestone }) => milestone),
    ahead: one.milestones.filter(({ reached }) => reached === undefined).map(({ milestone }) => milestone)
  }
}

/** Who chairs a body on a day, as answers name them. */
export const chair = (
  { scene }: CaseBook.CaseBook,
  body: BodyState.Body,
  on: CivilDate.CivilDate
): typeof Chair.Type | null => {
  const found = BodyState.chair(body, on)
  return found === undefined ? null : { unit: Naming.unit(scene.view, found.unit), person: found.person ?? null }
}

/** A party under the name its kind of body gives it. */
export const party = ({ founded }: BodyState.Body, id: Parameters<typeof BodyKind.seat>[1]): ProspectBook.Word => ({
  id,
  names: BodyKind.seat(founded.kind, id)?.names ?? Text.of(id)
})

const byDate = (a: BodyState.Meeting, b: BodyState.Meeting): number =>
  CivilDate.compare(a.date, b.date) || (a.meeting < b.meeting ? -1 : 1)

const meetings = (body: BodyState.Body): Body["meetings"] =>
  [...HashMap.values(body.meetings)].toSorted(byDate).map((one) => ({
    id: one.meeting,
    date: one.date,
    sort: one.sort,
    items: one.items.length,
    quorum: one.present.length === 0 ? null : BodyState.quorum(body, one)
  }))

/** A body as answers tell of it; `waiting` are cases that could come before it. */
export const of = (book: CaseBook.CaseBook, body: BodyState.Body, waiting: ReadonlyArray<Case.CaseId>): Body => {
  const { founded } = body
  const { on } = book.moment
  return {
    id: founded.body,
    names: founded.names,
    kind: { id: founded.kind.id, names: founded.kind.names },
    place: Naming.unit(book.scene.view, founded.place),
    chair: chair(book, body, on),
    members: BodyState.members(body, on).length,
    missing: BodyReview.missingSeats(body, on).map(({ party: id, seated, wanted }) => ({
      party: party(body, id),
      seated,
      wanted
    })),
    monthsWithout: BodyReview.monthsWithout(body, on).map((month) => month.slice(0, 7)),
    meetings: meetings(body),
    open: BodyReview.openTasks(body).map((one) => task(book, body, one)),
    undispatched: BodyReview.undispatched(body).map(({ item }) => item),
    // That a private case waits for a body tells where it is.
    waiting: waiting.filter((id) => !book.hidden.has(id))
  }
}
