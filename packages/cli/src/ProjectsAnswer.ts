import { CivilDate, Money } from "@louyu/kernel"
import type { State } from "@louyu/matching"
import * as Schema from "effect/Schema"
import * as AnnualBook from "./AnnualBook.ts"
import * as AnnualLines from "./AnnualLines.ts"
import * as Answer from "./Answer.ts"
import * as Lists from "./Lists.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** A project with what it takes. */
export const Project = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "what it is called"),
  category: field(Lists.CategoryNamed, "what it is about"),
  place: field(Answer.Unit, "where it is for"),
  status: field(
    Schema.Literals(["proposed", "approved", "completed", "cancelled", "merged"]),
    "where it stood on the day"
  ),
  standing: field(Schema.Literals(["local", "key"]), "whether it is a key project"),
  percent: field(Answer.Count, "how far it has come"),
  needs: field(Schema.Array(Schema.String), "the ids of the needs it joins"),
  sponsors: field(Schema.Array(Answer.Unit), "the departments that carry it, the leading one first"),
  resources: field(
    Schema.Array(
      Schema.Struct({
        resource: field(Schema.String, "the id of the resource"),
        names: field(Answer.Name, "what it is called"),
        quantity: field(Answer.Count, "how much of it"),
        released: field(Schema.NullOr(CivilDate.CivilDate), "the day it was free again, or `null`")
      })
    ),
    "what was committed to it"
  ),
  budget: field(Schema.NullOr(Schema.Int), "in fen; `null` when none is given"),
  beneficiaries: field(Answer.Count, "how many people it is for, those of each unit once")
})
export type Project = typeof Project.Type

/** Like needs of several. */
export const Common = Schema.Struct({
  category: field(Lists.CategoryNamed, "what is wanted"),
  area: field(Answer.Unit, "where"),
  needs: field(Schema.Array(Schema.String), "the ids of the needs"),
  raisers: field(Schema.Array(Answer.Unit), "who raised them"),
  quantity: field(Answer.Count, "how much they come to"),
  from: field(CivilDate.CivilDate, "the day of the first"),
  to: field(CivilDate.CivilDate, "the day of the last")
})
export type Common = typeof Common.Type

/** Projects, common needs, and the practical projects of a year. */
export const Projects = Schema.Struct({
  on: Answer.On,
  raisers: field(Answer.Count, "from how many raisers on needs are common"),
  days: field(Answer.Count, "within how many days"),
  projects: field(Schema.Array(Project), "every project proposed by the date, by id"),
  common: field(Schema.Array(Common), "like needs of several that are in no project yet, most raisers first"),
  annualOnly: field(Schema.Boolean, "whether only practical projects were asked for"),
  annual: field(AnnualBook.Year, "the practical projects on the annual lists of a year")
})
export type Projects = typeof Projects.Type

const statuses: Readonly<Record<State.ProjectStatus, readonly [zh: string, en: string]>> = {
  proposed: ["已提议", "proposed"],
  approved: ["实施中", "under way"],
  completed: ["已完成", "completed"],
  cancelled: ["已取消", "given up"],
  merged: ["已并入", "merged"]
}

const budgetOf = (look: Look.Look, budget: number | null): string =>
  budget === null ? "—" : Money.display(Money.fen(budget), look.language === "en" ? "en" : "zh")

const projectLines = (look: Look.Look, one: Project): ReadonlyArray<string> => {
  const isKey = one.standing === "key" ? ` ${look.paint("cyan", look.label("重点项目", "key project"))}` : ""
  const { needs, beneficiaries, budget, sponsors } = one
  return [
    `${look.paint("bold", look.text(one.names))} ${look.paint("dim", `(${one.id})`)} ${look.label(
      ...statuses[one.status]
    )} ${one.percent} %${isKey}`,
    `  ${look.text(one.category.names)} · ${look.text(one.place.name)} · ${sponsors
      .map(({ name }) => look.text(name))
      .join(", ")}`,
    `  ${look.label(`${needs.length} 项需求`, Look.many(needs.length, "need"))}: ${needs.join(" ")}`,
    ...one.resources.map(
      ({ resource, names, quantity, released }) =>
        `  ${look.label("投入", "takes")} ${quantity} × ${look.text(names)} ${look.paint("dim", `(${resource})`)}${
          released === null ? "" : ` ${look.label(`${released} 释放`, `until ${released}`)}`
        }`
    ),
    `  ${look.label("受益", "for")} ${look.label(`${beneficiaries} 人`, `${beneficiaries} people`)} · ${look.label(
      "预算",
      "budget"
    )} ${budgetOf(look, budget)}`
  ]
}

const commonLines = (look: Look.Look, { common, raisers, days }: Projects): ReadonlyArray<string> => [
  look.paint(
    "bold",
    look.label(
      `共性需求（${days} 天内不少于 ${raisers} 家）`,
      `common needs (${raisers} raisers or more within ${Look.many(days, "day")})`
    )
  ),
  ...(common.length === 0
    ? look.say("没有尚未立项的共性需求。", "No like needs are left without a project.")
    : Table.lines(
        [{ head: "" }, { head: "" }, { head: "" }, { head: "" }],
        common.map((one) => [
          look.text(one.category.names),
          look.text(one.area.name),
          look.label(
            `${one.raisers.length} 家，合计 ${one.quantity}`,
            `${one.raisers.length} raisers, ${one.quantity} in all`
          ),
          one.needs.join(" ")
        ])
      ))
]

const matchedLines = (look: Look.Look, answer: Projects): ReadonlyArray<string> => [
  ...(answer.projects.length === 0
    ? look.say("还没有项目。", "There are no projects yet.")
    : answer.projects.flatMap((one) => projectLines(look, one))),
  "",
  ...commonLines(look, answer)
]

/** An answer for people. */
export const lines = (answer: Projects, look: Look.Look): ReadonlyArray<string> => {
  const { on, annual, annualOnly } = answer
  const heading = Naming.heading(look, "项目清单", "projects", on)
  if (annualOnly) return [heading, ...AnnualLines.lines(look, annual)]
  return [
    heading,
    ...matchedLines(look, answer),
    ...(annual.lists.length === 0 ? [] : ["", ...AnnualLines.lines(look, annual)])
  ]
}
