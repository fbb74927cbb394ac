import { Backlog, Deadlines, State } from "@louyu/casework"
import * as Schema from "effect/Schema"
import { CaseRoute } from "louyu"
import * as Answer from "./Answer.ts"
import * as CaseBook from "./CaseBook.ts"
import type { Look } from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import * as ProspectBook from "./ProspectBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** How a case stands against its dates. */
export const urgencies = [
  "overdue",
  "warning",
  "onTrack",
  "unlimited",
  "paused",
  "over"
] as const satisfies ReadonlyArray<Deadlines.Urgency>
/** Where a case stands, beside its stage. */
export const standings = [
  "open",
  "suspended",
  "closed",
  "rejected",
  "merged"
] as const satisfies ReadonlyArray<State.Standing>

/** A case on a line: what is left out of one that may not be shown is `null`. */
export const Row = Schema.Struct({
  id: field(Schema.String, "its id"),
  withheld: field(Schema.Boolean, "whether it is private and who looks may not see more of it"),
  title: field(Schema.NullOr(Schema.String), "what it is about; `null` when withheld"),
  place: field(Schema.NullOr(Answer.Unit), "where; `null` when withheld"),
  raiser: field(Schema.NullOr(CaseBook.Party), "whose matter it is; `null` when withheld"),
  category: field(Schema.NullOr(ProspectBook.Word), "what sort of matter; `null` when nobody said yet"),
  flow: field(ProspectBook.Word, "the flow it goes by"),
  stage: field(ProspectBook.Word, "the stage it is at"),
  level: field(ProspectBook.Word, "the level of the ladder it is at"),
  standing: field(Schema.Literals(standings), "where it stands; `suspended` while it waits for whoever raised it"),
  urgency: field(
    Schema.Literals(urgencies),
    "how it stands against its dates: the worse of stage and whole; `paused` while it waits, `over` when it is over"
  ),
  due: field(
    Schema.NullOr(Schema.String),
    "when its stage or the whole is due, whichever comes first, in the time of the city; `null` without a limit, while it waits, and when it is over"
  ),
  answers: field(
    Schema.NullOr(Schema.Array(Schema.String)),
    "the ids of those who answer for it; nobody where all chairs are empty; `null` when withheld or over"
  )
}).annotate({ identifier: "Case" })
export type Row = typeof Row.Type

/** When the stage or the whole is due, whichever comes first. */
export const firstDue = (known: State.CaseKnown, at: number): number | undefined => Backlog.open([known], at)[0]?.by

/** A party as answers name it. */
export const party = (
  { scene }: CaseBook.CaseBook,
  { unit, person }: State.CaseKnown["raised"]["by"]
): CaseBook.Party => ({
  unit: unit === undefined ? null : Naming.unit(scene.view, unit),
  person: person ?? null
})

/** A case as answers list it, shown as far as it may be. */
export const of = (book: CaseBook.CaseBook, known: State.CaseKnown): Row => {
  const { moment, scene, settings } = book
  const { raised, category, stage, level, standing } = known
  const flow = CaseBook.flowOf(settings, known)
  const isShown = CaseBook.isShown(book, known)
  const due = firstDue(known, moment.at)
  return {
    id: raised.case,
    withheld: !isShown,
    title: isShown ? raised.title : null,
    place: isShown ? Naming.unit(scene.view, raised.place) : null,
    raiser: isShown ? party(book, raised.behalfOf ?? raised.by) : null,
    category: category === undefined ? null : CaseBook.word(flow?.categories, category),
    flow: CaseBook.word(flow === undefined ? [] : [flow], raised.flow),
    stage: CaseBook.word(flow?.stages, stage),
    level: CaseBook.word(flow?.ladder, level),
    standing,
    urgency: Deadlines.urgency(known, moment.at),
    due: due === undefined ? null : Moment.text(due, moment.offset),
    // Who answers tells where it is.
    answers: isShown && State.isOpen(known) ? CaseRoute.of(settings, scene.directory, known).answers : null
  }
}

const standingNames: Readonly<Record<State.Standing, readonly [zh: string, en: string]>> = {
  open: ["在办", "open"],
  suspended: ["等待提出人", "waiting"],
  closed: ["已办结", "closed"],
  rejected: ["不予受理", "rejected"],
  merged: ["已并案", "merged"]
}

const urgencyNames: Readonly<Record<Deadlines.Urgency, readonly [zh: string, en: string]>> = {
  overdue: ["超期", "overdue"],
  warning: ["临期", "nearly late"],
  onTrack: ["正常", "on track"],
  unlimited: ["无时限", "no limit"],
  paused: ["暂停", "paused"],
  over: ["已了结", "over"]
}

const styles: Partial<Readonly<Record<Deadlines.Urgency, "red" | "yellow" | "dim">>> = {
  overdue: "red",
  warning: "yellow",
  paused: "dim",
  over: "dim"
}

/** Where a case stands, in a word. */
export const standing = (look: Look, one: State.Standing): string => look.label(...standingNames[one])

/** How a case stands against its dates, in a word. */
export const urgency = (look: Look, one: Deadlines.Urgency): string => {
  const [text, style] = [look.label(...urgencyNames[one]), styles[one]]
  return style === undefined ? text : look.paint(style, text)
}

/** The title of a case, or that it may not be shown. */
export const title = (look: Look, one: Pick<Row, "title">): string =>
  one.title === null ? look.paint("dim", look.label("（不公开）", "(private)")) : look.text({ zh: one.title })

const answersOf = (look: Look, { answers }: Row): string =>
  answers === null ? "" : answers.length === 0 ? look.paint("red", look.label("无人", "nobody")) : answers.join(" ")

/** A line for each case. */
export const lines = (look: Look, rows: ReadonlyArray<Row>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("案件", "case") },
      { head: look.label("时效", "urgency") },
      { head: look.label("到期", "due") },
      { head: look.label("状态", "standing") },
      { head: look.label("环节", "stage") },
      { head: look.label("层级", "level") },
      { head: look.label("类别", "category") },
      { head: look.label("地点", "place") },
      { head: look.label("办理人", "who answers") },
      { head: look.label("标题", "title") }
    ],
    rows.map((row) => [
      row.id,
      urgency(look, row.urgency),
      row.due === null ? "" : Moment.brief(row.due),
      standing(look, row.standing),
      look.text(row.stage.names),
      look.text(row.level.names),
      row.category === null ? look.paint("yellow", look.label("未归类", "none")) : look.text(row.category.names),
      row.place === null ? "" : look.text(row.place.name),
      answersOf(look, row),
      title(look, row)
    ]),
    (text) => look.paint("dim", text)
  )
