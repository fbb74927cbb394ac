import { CivilDate, Text } from "@louyu/kernel"
import { Duty, RosterPlan, RosterReview, RosterState } from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Nearest } from "louyu"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Moment from "./Moment.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"
import { RosterUnknown } from "./UnknownError.ts"

const { field } = Answer

/** A slot of a roster: which shift of which day, and where. */
const place = {
  roster: field(Word, "the roster"),
  slot: field(Schema.String, "the slot: date, shift, station and seat"),
  date: field(CivilDate.CivilDate, "its day"),
  shift: field(Word, "its shift"),
  station: field(StationBook.Named, "where")
}

/** Somebody's turn on duty. */
export const Turn = Schema.Struct({
  ...place,
  from: field(Schema.String, "when it begins, in the time of the city"),
  to: field(Schema.String, "when it ends"),
  unit: field(Answer.Unit, "who is on duty"),
  theme: field(Schema.NullOr(Word), "what the week or month is about, or `null`"),
  standing: field(
    Schema.Literals(["planned", "started", "missed"]),
    "`started` once it has checked in, `missed` when nobody came"
  ),
  now: field(Schema.Boolean, "whether that is at the moment asked about")
}).annotate({ identifier: "Turn" })
export type Turn = typeof Turn.Type

/** What can be wrong with a slot. */
export const WarningKind = Schema.Literals([
  "emptyShift",
  "gap",
  "away",
  "noMember",
  "noUnit",
  "noStation",
  "notWanted",
  "notGenerated"
])

/** A slot that wants looking after. */
export const Warning = Schema.Struct({
  ...place,
  kind: field(
    WarningKind,
    "what is wrong: nobody in the shift, somebody missing, on it but away, no member, no more, station closed, not needed, not generated"
  ),
  unit: field(Schema.NullOr(Answer.Unit), "who is on it, or `null`"),
  published: field(Schema.Boolean, "whether it was published so"),
  text: field(Answer.Sentence, "what is wrong, for people")
}).annotate({ identifier: "DutyWarning" })
export type Warning = typeof Warning.Type

type Slot = RosterState.Duty["slot"]

const at = (book: StationBook.StationBook, roster: RosterState.Roster, { slot, date, shift, station }: Slot) => ({
  roster: { id: roster.drafted.roster, names: roster.drafted.names },
  slot,
  date,
  shift: { id: shift, names: RosterPlan.shift(roster.plan, shift)?.names ?? Text.of(shift) },
  station: StationBook.named(book, station)
})

/** A published turn as answers hold it; `undefined` where nobody is on the slot, or it is not published. */
const turn = (
  book: StationBook.StationBook,
  roster: RosterState.Roster,
  { slot, unit, published, standing }: RosterState.Duty
): Turn | undefined => {
  if (unit === undefined || published === undefined || standing === "cancelled") return undefined
  const { from, to } = Duty.span(roster, slot, book.calendar)
  const { at: moment, offset } = book.point
  const theme = RosterPlan.theme(roster.plan, slot.date)
  return {
    ...at(book, roster, slot),
    from: Moment.text(from, offset),
    to: Moment.text(to, offset),
    unit: StationBook.unit(book, unit),
    theme: theme === undefined ? null : { id: theme.theme, names: theme.names },
    standing,
    now: moment !== undefined && from <= moment && moment < to && standing !== "missed"
  }
}

/** The rosters of a city, by id. */
export const rosters = ({ rosters: state }: StationBook.StationBook): ReadonlyArray<RosterState.Roster> =>
  RosterState.rosters(state).toSorted((a, b) => (a.drafted.roster < b.drafted.roster ? -1 : 1))

const byTime = (a: Turn, b: Turn): number => {
  const key = ({ from, station, slot }: Turn) => `${from} ${station.id} ${slot}`
  return key(a) < key(b) ? -1 : 1
}

/** Who is on duty on a day, as published, by time and station. */
export const turnsOn = (book: StationBook.StationBook, date: CivilDate.CivilDate): ReadonlyArray<Turn> =>
  rosters(book)
    .flatMap((roster) => RosterState.dutiesOn(roster, date).flatMap((duty) => turn(book, roster, duty) ?? []))
    .toSorted(byTime)

/** A warning as answers hold it. */
export const warning = (
  book: StationBook.StationBook,
  roster: RosterState.Roster,
  { kind, slot, unit, published, text }: RosterReview.Warning
): Warning => ({
  ...at(book, roster, slot),
  kind,
  unit: unit === undefined ? null : StationBook.unit(book, unit),
  published,
  text: { zh: text.zh, en: Text.read(text, "en") }
})

/** What is wrong with rosters within some days; `null` where the calendar does not know one of them. */
export const warnings = (
  book: StationBook.StationBook,
  from: CivilDate.CivilDate,
  to: CivilDate.CivilDate
): ReadonlyArray<Warning> | null => {
  const found: Array<Warning> = []
  for (const roster of rosters(book)) {
    const { cycle } = roster.plan
    if (to <= cycle.from || (cycle.to !== undefined && cycle.to <= from)) continue
    const all = RosterReview.warnings(roster, StationBook.facts(book), from)
    if (Result.isFailure(all)) return null
    found.push(...all.success.filter(({ slot }) => slot.date < to).map((one) => warning(book, roster, one)))
  }
  return found
}

/** The roster of an id. Fails: `RosterUnknown`, with the id somebody probably meant. */
export const existing = (
  book: StationBook.StationBook,
  id: string
): Effect.Effect<RosterState.Roster, RosterUnknown> => {
  const all = rosters(book)
  const found = all.find(({ drafted }) => drafted.roster === id)
  if (found !== undefined) return Effect.succeed(found)
  const known = all.map(({ drafted }) => drafted.roster)
  return Effect.fail(new RosterUnknown({ roster: id.slice(0, 64), nearest: Nearest.to(id, known), known }))
}

const kinds: Readonly<Record<Warning["kind"], readonly [zh: string, en: string]>> = {
  emptyShift: ["空班", "empty shift"],
  gap: ["缺人", "somebody missing"],
  away: ["当天不能值班", "away that day"],
  noMember: ["已非成员单位", "no member any more"],
  noUnit: ["单位已不存在", "is no more"],
  noStation: ["站点届时不开放", "station closed"],
  notWanted: ["已无需值班", "not needed any more"],
  notGenerated: ["尚未编排", "not generated yet"]
}

/** What is wrong, in a word. */
export const kindLabel = (look: Look, kind: Warning["kind"]): string =>
  look.paint(kind === "emptyShift" || kind === "noUnit" ? "red" : "yellow", look.label(...kinds[kind]))
