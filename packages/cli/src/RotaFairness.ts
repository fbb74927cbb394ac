import { Fairness, type RosterState } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Look from "./Look.ts"
import * as StationBook from "./StationBook.ts"
import * as Table from "./Table.ts"

const { field, Count } = Answer

/** What a member owes of a roster, and has. */
export const Member = Schema.Struct({
  unit: field(Answer.Unit, "the organisation"),
  sharePercent: field(Count, "its share; 100 for a single one"),
  owed: field(Schema.Finite, "the turns it owes by its share and the days it is excused"),
  carried: field(Schema.Finite, "what it had beyond its share in earlier cycles; below zero less"),
  assigned: field(Count, "the turns it has"),
  done: field(Count, "those it checked in to"),
  missed: field(Count, "those it missed"),
  swappedIn: field(Count, "turns that came to it by hand"),
  swappedOut: field(Count, "turns that went from it by hand"),
  beyondShare: field(Schema.Finite, "what it has beyond what it owes, with what it carried, without what it missed")
})
export type Member = typeof Member.Type

/** How fairly the turns of a roster are shared, member by member. */
export const of = (book: StationBook.StationBook, roster: RosterState.Roster): ReadonlyArray<Member> =>
  Fairness.report(roster).map((line) => ({ ...line, unit: StationBook.unit(book, line.unit) }))

const signed = (value: number): string => `${value > 0 ? "+" : ""}${value}`

/** What members owe and have, a line for each. */
export const lines = (look: Look.Look, all: ReadonlyArray<Member>): ReadonlyArray<string> => {
  const beyond = all.map((one) => one.beyondShare)
  const right = { align: "right" as const }
  return [
    `${look.paint("bold", look.label("公平性", "fairness"))} ${look.label(
      `与应值之差 ${signed(Math.min(...beyond))} 至 ${signed(Math.max(...beyond))}`,
      `${signed(Math.min(...beyond))} to ${signed(Math.max(...beyond))} beyond what is owed`
    )}`,
    ...Table.lines(
      [
        { head: `  ${look.label("单位", "organisation")}` },
        { head: look.label("份额", "share"), ...right },
        { head: look.label("应值", "owed"), ...right },
        { head: look.label("结转", "carried"), ...right },
        { head: look.label("排班", "turns"), ...right },
        { head: look.label("到岗", "done"), ...right },
        { head: look.label("缺岗", "missed"), ...right },
        { head: look.label("换入", "in"), ...right },
        { head: look.label("换出", "out"), ...right },
        { head: look.label("差额", "beyond"), ...right }
      ],
      all.map((one) => [
        `  ${look.text(one.unit.name)} ${look.paint("dim", `(${one.unit.id})`)}`,
        `${one.sharePercent} %`,
        `${one.owed}`,
        signed(one.carried),
        `${one.assigned}`,
        `${one.done}`,
        one.missed === 0 ? "0" : look.paint("red", `${one.missed}`),
        `${one.swappedIn}`,
        `${one.swappedOut}`,
        signed(one.beyondShare)
      ]),
      (text) => look.paint("dim", text)
    )
  ]
}
