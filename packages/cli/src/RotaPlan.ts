import { CivilDate, Text } from "@louyu/kernel"
import { RosterPlan, RosterState } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"
import * as StationHours from "./StationHours.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** A turn that was just generated. */
export const Planned = Schema.Struct({
  slot: field(Schema.String, "the slot: date, shift, station and seat"),
  date: field(CivilDate.CivilDate, "its day"),
  shift: field(Word, "its shift"),
  station: field(StationBook.Named, "where"),
  theme: field(Schema.NullOr(Word), "what the week or month is about, or `null`"),
  unit: field(Schema.NullOr(Answer.Unit), "who is on it; `null` where nobody is"),
  before: field(Schema.NullOr(Answer.Unit), "who was on it before; `null` where nobody was")
})
export type Planned = typeof Planned.Type

/** A slot as a plan shows it, beside who was on it before. */
export const of =
  (book: StationBook.StationBook, before: RosterState.Roster, after: RosterState.Roster) =>
  ({ slot, unit }: RosterState.Duty): Planned => {
    const theme = RosterPlan.theme(after.plan, slot.date)
    const held = RosterState.duty(before, slot.slot)?.unit
    return {
      slot: slot.slot,
      date: slot.date,
      shift: { id: slot.shift, names: RosterPlan.shift(after.plan, slot.shift)?.names ?? Text.of(slot.shift) },
      station: StationBook.named(book, slot.station),
      theme: theme === undefined ? null : { id: theme.theme, names: theme.names },
      unit: unit === undefined ? null : StationBook.unit(book, unit),
      before: held === undefined ? null : StationBook.unit(book, held)
    }
  }

/** Turns by day, those that changed hands marked. Shape: `places` is how many there are, listed or not. */
export const lines = (look: Look.Look, plan: ReadonlyArray<Planned>, places: number): ReadonlyArray<string> => [
  ...Table.lines(
    Array.from({ length: 6 }, () => ({ head: "" })),
    plan.map(({ date, shift, station, theme, unit, before }) => [
      `  ${date} ${StationHours.weekday(look, date)}`,
      look.text(station.names),
      look.text(shift.names),
      unit === null ? look.paint("red", look.label("空缺", "nobody")) : look.paint("bold", look.text(unit.name)),
      theme === null ? "" : look.text(theme.names),
      before === null || before.id === unit?.id
        ? ""
        : look.paint("yellow", look.label(`原为 ${look.text(before.name)}`, `was ${look.text(before.name)}`))
    ])
  ),
  ...unlisted(look, places - plan.length, "个岗次", "more place")
]

/** How many are left out of a list. */
export const unlisted = (look: Look.Look, more: number, zh: string, en: string): ReadonlyArray<string> =>
  more <= 0 ? [] : look.say(`  另有 ${more} ${zh}未列出（--limit）。`, `  ${Look.many(more, en)} not listed (--limit).`)
