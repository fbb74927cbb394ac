import { CivilDate, Money } from "@louyu/kernel"
import { CommonNeeds, State } from "@louyu/matching"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as AnnualBook from "../AnnualBook.ts"
import * as AnnualLines from "../AnnualLines.ts"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Lists from "../Lists.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Project = Schema.Struct({
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
type Project = typeof Project.Type

const Common = Schema.Struct({
  category: field(Lists.CategoryNamed, "what is wanted"),
  area: field(Answer.Unit, "where"),
  needs: field(Schema.Array(Schema.String), "the ids of the needs"),
  raisers: field(Schema.Array(Answer.Unit), "who raised them"),
  quantity: field(Answer.Count, "how much they come to"),
  from: field(CivilDate.CivilDate, "the day of the first"),
  to: field(CivilDate.CivilDate, "the day of the last")
})
type Common = typeof Common.Type

const Projects = Schema.Struct({
  on: Answer.On,
  raisers: field(Answer.Count, "from how many raisers on needs are common"),
  days: field(Answer.Count, "within how many days"),
  projects: field(Schema.Array(Project), "every project proposed by the date, by id"),
  common: field(Schema.Array(Common), "like needs of several that are in no project yet, most raisers first"),
  annualOnly: field(Schema.Boolean, "whether only practical projects were asked for"),
  annual: field(AnnualBook.Year, "the practical projects on the annual lists of a year")
})
type Projects = typeof Projects.Type

const usual = { raisers: 3, days: 180 }

const projectOf = (lists: Lists.Lists, known: State.ProjectKnown): Project => {
  const { view, state } = lists
  const { project, needs, commitments, status, standing, percent } = known
  return {
    id: project.project,
    names: project.names,
    category: Lists.category(lists, project.category),
    place: Naming.unit(view, project.place),
    status,
    standing,
    percent,
    needs,
    sponsors: project.sponsors.map((sponsor) => Naming.unit(view, sponsor)),
    resources: commitments.map(({ resource, quantity, released }) => ({
      resource,
      names: State.resource(state, resource)?.resource.names ?? { zh: resource },
      quantity,
      released: released ?? null
    })),
    budget: project.budget ?? null,
    beneficiaries: (project.beneficiaries ?? []).reduce((sum, { people }) => sum + people, 0)
  }
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const raisers = (yield* Effect.fromResult(Arguments.count(given, "raisers"))) ?? usual.raisers
  const days = (yield* Effect.fromResult(Arguments.count(given, "days"))) ?? usual.days
  const city = yield* Source.city(given, desk)
  const lists = yield* Lists.of(city, yield* Source.date(given, city))
  const { state, view, on } = lists
  // Like needs count together for the district around the building; without one, for the building.
  const areaOf = (place: Parameters<typeof View.nearest>[2]) =>
    View.nearest(view, "location", place, { archetype: "cluster" }) ??
    View.nearest(view, "location", place, { archetype: "building" })
  const common = CommonNeeds.find(state, areaOf, { raisers, days }, on).map(
    (one): Common => ({
      category: Lists.category(lists, one.category),
      area: Naming.unit(view, one.area),
      needs: one.needs,
      raisers: one.raisers.map((raiser) => Naming.unit(view, raiser)),
      quantity: one.quantity,
      from: one.from,
      to: one.to
    })
  )
  const projects = [...State.projects(state)]
    .map((known) => projectOf(lists, known))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const year = (yield* Effect.fromResult(Arguments.year(given, "year"))) ?? CivilDate.year(on)
  const annual = AnnualBook.of(yield* Scene.of(city, on), yield* city.programmes.annualLists(), year)
  const annualOnly = given.switches.has("annual") || given.values.has("year")
  return Command.good<Projects>({ on, raisers: Math.max(2, raisers), days, projects, common, annualOnly, annual })
})

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

const show = (answer: Projects, look: Look.Look): ReadonlyArray<string> => {
  const { on, annual, annualOnly } = answer
  const heading = Naming.heading(look, "项目清单", "projects", on)
  if (annualOnly) return [heading, ...AnnualLines.lines(look, annual)]
  return [
    heading,
    ...matchedLines(look, answer),
    ...(annual.lists.length === 0 ? [] : ["", ...AnnualLines.lines(look, annual)])
  ]
}

/** `louyu projects` */
export const projects = Command.define<Projects>({
  name: "projects",
  about: {
    zh: "项目清单及投入的资源、可合成项目的共性需求，以及各综合党委的年度实事清单",
    en: "projects with what they take, common needs that could become one, and the practical projects of annual lists"
  },
  arguments: [],
  options: {
    ...Source.options,
    raisers: {
      value: "<n>",
      about: { zh: "几家以上算共性需求，默认 3", en: "from how many raisers on needs are common; 3 by default" }
    },
    days: { value: "<n>", about: { zh: "多少天之内，默认 180", en: "within how many days; 180 by default" } },
    annual: {
      about: {
        zh: "只看实事清单：层级、进度、里程碑与受益",
        en: "only practical projects: levels, progress, milestones"
      }
    },
    year: {
      value: "<year>",
      about: { zh: "只看这一年的实事清单", en: "only the practical projects of this year" }
    }
  },
  examples: [
    "louyu projects --store sqlite:city.db",
    "louyu projects --store sqlite:city.db --raisers 5 --days 90",
    "louyu projects --store sqlite:city.db --annual",
    "louyu projects --store sqlite:city.db --year 2025"
  ],
  answer: Projects,
  work,
  show
})
