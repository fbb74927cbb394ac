import { CivilDate } from "@louyu/kernel"
import { CommonNeeds, State } from "@louyu/matching"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as AnnualBook from "../AnnualBook.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Lists from "../Lists.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as ProjectsAnswer from "../ProjectsAnswer.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import { OptionsClash } from "../UsageError.ts"

const usual = { raisers: 3, days: 180 }

const projectOf = (lists: Lists.Lists, known: State.ProjectKnown): ProjectsAnswer.Project => {
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
  const annualOnly = given.switches.has("annual") || given.values.has("year")
  const other = ["raisers", "days"].find((one) => given.values.has(one))
  if (annualOnly && other !== undefined) {
    return yield* new OptionsClash({ options: [given.values.has("year") ? "--year" : "--annual", `--${other}`] })
  }
  // What one alone needs is not common.
  const raisers = (yield* Effect.fromResult(OptionValue.countBetween(given, "raisers", 2, 1_000_000))) ?? usual.raisers
  const days = (yield* Effect.fromResult(OptionValue.count(given, "days"))) ?? usual.days
  const city = yield* Source.city(given, desk)
  const lists = yield* Lists.of(city, yield* Source.date(given, city))
  const { state, view, on } = lists
  // Like needs count together for the district around the building; without one, for the building.
  const areaOf = (place: Parameters<typeof View.nearest>[2]) =>
    View.nearest(view, "location", place, { archetype: "cluster" }) ??
    View.nearest(view, "location", place, { archetype: "building" })
  const common = CommonNeeds.find(state, areaOf, { raisers, days }, on).map(
    (one): ProjectsAnswer.Common => ({
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
  const year = (yield* Effect.fromResult(OptionValue.year(given, "year"))) ?? CivilDate.year(on)
  const annual = AnnualBook.of(yield* Scene.of(city, on), yield* city.programmes.annualLists(), year)
  return Command.good<ProjectsAnswer.Projects>({
    on,
    raisers,
    days,
    projects,
    common,
    annualOnly,
    annual
  })
})

/** `louyu projects` */
export const projects = Command.define<ProjectsAnswer.Projects>({
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
  answer: ProjectsAnswer.Projects,
  work,
  show: ProjectsAnswer.lines
})
