import { CivilDate } from "@louyu/kernel"
import { ChildcareClass, ClassCommand } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import type * as AgreedPacts from "./AgreedPacts.ts"
import * as Answer from "./Answer.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"

const { field, Count } = Answer

/** A childcare class in numbers; no child is in any answer. */
export const Row = Schema.Struct({
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
export type Row = typeof Row.Type

/** The childcare classes that run on a day or are still to come, by their first day. */
export const of = (
  { view, on }: Scene.Scene,
  state: ChildcareClass.State,
  isMeant: AgreedPacts.IsMeant
): ReadonlyArray<Row> =>
  [...HashMap.values(state)]
    .filter(({ opened }) => opened.on <= on && on < opened.to && isMeant([opened.place]))
    .map((one): Row => {
      const { class: id, names, place, season, from, to } = one.opened
      const { capacity, enrolled, waiting, bands } = ChildcareClass.summarise(one)
      return { id, names, place: Naming.unit(view, place), season, from, to, capacity, enrolled, waiting, bands }
    })
    .toSorted((a, b) => CivilDate.compare(a.from, b.from) || (a.id < b.id ? -1 : 1))
