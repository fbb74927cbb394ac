import { CivilDate } from "@louyu/kernel"
import { RosterState } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Look from "./Look.ts"
import { Word } from "./ProspectBook.ts"
import * as Table from "./Table.ts"

const { field, Count } = Answer

/** A roster in numbers. */
export const Summary = Schema.Struct({
  ...Word.fields,
  from: field(CivilDate.CivilDate, "the first day of its cycle"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day after it"),
  generation: field(Count, "how often it was generated"),
  members: field(Count, "organisations that take turns"),
  slots: field(Count, "places to be filled, those taken back left out"),
  filled: field(Count, "places somebody is on"),
  published: field(Count, "places that are published"),
  through: field(Schema.NullOr(CivilDate.CivilDate), "the last day that is published, or `null`")
}).annotate({ identifier: "Roster" })
export type Summary = typeof Summary.Type

/** A roster in numbers. */
export const of = (roster: RosterState.Roster): Summary => {
  const { drafted, plan, generation } = roster
  const duties = RosterState.duties(roster).filter(({ standing }) => standing !== "cancelled")
  const published = duties.filter((one) => one.published !== undefined)
  return {
    id: drafted.roster,
    names: drafted.names,
    from: plan.cycle.from,
    to: plan.cycle.to ?? null,
    generation,
    members: plan.members.length,
    slots: duties.length,
    filled: duties.filter(({ unit }) => unit !== undefined).length,
    published: published.length,
    through: published.at(-1)?.slot.date ?? null
  }
}

const lastDay = (to: CivilDate.CivilDate | null): string => (to === null ? "" : CivilDate.addDays(to, -1))

/** Rosters, a line for each. */
export const lines = (look: Look.Look, rosters: ReadonlyArray<Summary>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("轮值表", "roster") },
      { head: look.label("周期", "cycle") },
      { head: look.label("单位", "members"), align: "right" },
      { head: look.label("岗次", "places"), align: "right" },
      { head: look.label("已排", "filled"), align: "right" },
      { head: look.label("已发布", "published"), align: "right" },
      { head: look.label("发布至", "through") },
      { head: look.label("编排次数", "generated"), align: "right" }
    ],
    rosters.map((one) => [
      `${look.text(one.names)} ${look.paint("dim", `(${one.id})`)}`,
      `${one.from} – ${lastDay(one.to)}`,
      `${one.members}`,
      `${one.slots}`,
      `${one.filled}`,
      `${one.published}`,
      one.through ?? "",
      `${one.generation}`
    ]),
    (text) => look.paint("dim", text)
  )
