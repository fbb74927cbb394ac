import { CivilDate, Count, type Rate } from "@louyu/kernel"
import { AnnualList, AnnualListCommand } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import * as AnnualPast from "./AnnualPast.ts"
import * as Answer from "./Answer.ts"
import * as FigureShown from "./FigureShown.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"
import * as Share from "./Share.ts"

const { field } = Answer

const Milestone = Schema.Struct({
  ...Word.fields,
  by: field(Schema.NullOr(CivilDate.CivilDate), "by when it is promised, or `null`"),
  reached: field(Schema.NullOr(CivilDate.CivilDate), "the day it was reached, or `null`"),
  late: field(Schema.Boolean, "whether it should have been reached before the day")
})

/** A practical project of an annual list. */
export const Item = Schema.Struct({
  ...Word.fields,
  promise: field(Schema.String, "what is promised"),
  level: field(AnnualListCommand.Level, "on whose list it stands: of its committee, or promoted to district or city"),
  standing: field(Schema.Literals(["drafted", "published", "completed", "dropped"]), "where it stood on the day"),
  percent: field(Schema.Int, "how far it was, as last told; 100 when it is done"),
  due: field(Schema.NullOr(CivilDate.CivilDate), "by when it is promised, or `null`"),
  late: field(Schema.Boolean, "whether it, or one of its milestones, should have been done before the day"),
  milestones: field(Schema.Array(Milestone), "its steps"),
  beneficiaries: field(FigureShown.Quantity, "how many it is for, as exactly as that is known"),
  served: field(Schema.NullOr(FigureShown.Quantity), "how many it has served, as last told; or `null`"),
  score: field(Schema.NullOr(Schema.Finite), "its benefit as last scored, 0 to 100; or `null`"),
  fee: field(Schema.Int, "what it costs its users in fen; 0 for nothing"),
  renews: field(
    Schema.NullOr(
      Schema.Struct({ year: field(Schema.Int, "the year"), project: field(Schema.String, "the id on that list") })
    ),
    "the project of an earlier year it carries on, or `null`"
  )
})
export type Item = typeof Item.Type

/** The list of practical matters of a committee for a year. */
export const List = Schema.Struct({
  committee: field(Answer.Unit, "whose list it is"),
  published: field(Schema.NullOr(CivilDate.CivilDate), "since when it is promised to everybody; `null` for a draft"),
  over: field(
    Schema.NullOr(
      Schema.Struct({
        cap: field(Answer.Count, "how many there should be at most"),
        by: field(Answer.Count, "by how many it is longer")
      })
    ),
    "when it is longer than it should be; else `null`"
  ),
  items: field(Schema.Array(Item), "its projects by id")
})
export type List = typeof List.Type

/** The practical projects of a city for a year. */
export const Year = Schema.Struct({
  year: field(Schema.Int, "the year of the lists"),
  years: field(Schema.Array(Schema.Int), "the years there are lists of"),
  lists: field(Schema.Array(List), "the lists by committee"),
  published: field(Answer.Count, "practical projects that were published, those dropped later included"),
  perCommittee: field(Share.Share, "how many of them there are for each committee that published a list"),
  promoted: field(
    Schema.Struct({
      district: field(Share.Share, "those of them promoted to the district or higher"),
      city: field(Share.Share, "those promoted to the city")
    }),
    "how many of them were promoted"
  ),
  completed: field(Share.Share, "how many of them are done"),
  beneficiaries: field(FigureShown.Quantity, "for how many people they are together; who benefits twice counts twice"),
  late: field(Answer.Count, "how many that are not done are late")
})
export type Year = typeof Year.Type

const itemOf =
  ({ on }: Scene.Scene) =>
  (item: AnnualList.Item): Item => {
    const { adopted, level, standing, milestones, reports } = item
    const late = new Set(AnnualList.late(item, on))
    const due = adopted.due ?? null
    const overdue = standing === "published" && due !== null && due < on
    return {
      id: adopted.project,
      names: adopted.names,
      promise: adopted.promise,
      level,
      standing,
      percent: AnnualList.progress(item),
      due,
      late: overdue || late.size > 0,
      milestones: milestones.map((one) => ({
        id: one.milestone,
        names: one.names,
        by: one.by ?? null,
        reached: one.reached ?? null,
        late: late.has(one)
      })),
      beneficiaries: adopted.beneficiaries,
      served: reports.findLast(({ served }) => served !== undefined)?.served ?? null,
      score: AnnualList.score(item) ?? null,
      fee: adopted.fee ?? 0,
      renews: adopted.renews ?? null
    }
  }

const listOf =
  (scene: Scene.Scene) =>
  (list: AnnualList.AnnualList): List => {
    const warning = AnnualList.overCap(list)
    return {
      committee: Naming.unit(scene.view, list.opened.committee),
      published: list.published ?? null,
      over: warning === undefined ? null : { cap: warning.cap, by: warning.over },
      items: AnnualList.items(list).map(itemOf(scene))
    }
  }

/** The practical projects of a year as they stood at the end of a day. */
export const of = (scene: Scene.Scene, now: AnnualList.State, year: number): Year => {
  const { on } = scene
  const state = AnnualPast.asOf(now, on)
  const lists = [...HashMap.values(state)]
    .filter(({ opened }) => opened.year === year)
    .map(listOf(scene))
    .toSorted((a, b) => (a.committee.id < b.committee.id ? -1 : 1))
  const dated = (rate: Rate.Rate) => Share.of({ ...rate, on })
  const published = AnnualList.published(state, year)
  return {
    year,
    years: [...new Set([...HashMap.values(state)].map(({ opened }) => opened.year))].toSorted((a, b) => a - b),
    lists,
    published: published.length,
    perCommittee: dated(AnnualList.perCommittee(state, year)),
    promoted: {
      district: dated(AnnualList.promoted(state, year, "district")),
      city: dated(AnnualList.promoted(state, year, "city"))
    },
    completed: dated(AnnualList.completed(state, year)),
    beneficiaries: Count.sum(published.map(({ adopted }) => adopted.beneficiaries)),
    late: lists.flatMap(({ items }) => items).filter((one) => one.late).length
  }
}
