import { Money } from "@louyu/kernel"
import { Selection, State } from "@louyu/matching"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Lists from "../Lists.ts"
import type * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Project = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "what it is called"),
  chosen: field(Schema.Boolean, "whether it is among the chosen"),
  reach: field(Answer.Count, "how many people it is for"),
  marginal: field(Answer.Count, "how many of them no other chosen project is for"),
  budget: field(Schema.NullOr(Schema.Int), "in fen; `null` when none is given, which counts as nothing")
})

const Selected = Schema.Struct({
  on: Answer.On,
  choose: field(Answer.Count, "how many were to be chosen at most"),
  budget: field(Schema.NullOr(Schema.Int), "the budget in fen, or `null` for any"),
  candidates: field(Answer.Count, "how many projects are published and open"),
  people: field(Answer.Count, "how many people the chosen ones are for, each once"),
  cost: field(Schema.Int, "what they cost in fen"),
  bound: field(Answer.Count, "no choice is for more people than this"),
  proved: field(Schema.Boolean, "whether it is proved that no choice is better"),
  projects: field(Schema.Array(Project), "the chosen ones first, then the others, each by id")
})
type Selected = typeof Selected.Type

const usual = 10

const money = Effect.fnUntraced(function* (given: Arguments.Given) {
  const value = given.values.get("budget")
  if (value === undefined) return undefined
  const read = Money.parse(value)
  if (read._tag === "Success" && read.success >= 0) return read.success
  return yield* Effect.fromResult(OptionValue.notMoney("budget", value))
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const choose = (yield* Effect.fromResult(OptionValue.count(given, "k"))) ?? usual
  const budget = yield* money(given)
  const city = yield* Source.city(given, desk)
  const lists = yield* Lists.of(city, yield* Source.date(given, city))
  const { state, on } = lists
  const open = [...State.projects(state)].filter(
    ({ published, status }) =>
      published !== undefined && published <= on && (status === "proposed" || status === "approved")
  )
  // The people of a unit count once however many projects are for them, in the highest number a project gives.
  const weights = new Map<string, number>()
  for (const { of, people } of open.flatMap(({ project }) => project.beneficiaries ?? [])) {
    weights.set(of, Math.max(weights.get(of) ?? 0, people))
  }
  const problem: Selection.Problem = {
    choose,
    weights,
    projects: open.map(({ project }) => ({
      id: project.project,
      cluster: project.place,
      cost: project.budget ?? 0,
      beneficiaries: (project.beneficiaries ?? []).map(({ of }) => of)
    })),
    ...(budget === undefined ? {} : { budget })
  }
  const { chosen, value, cost, bound, proved, reasons } = yield* Effect.fromResult(Selection.solve(problem))
  const known = new Map<string, State.ProjectKnown>(open.map((one) => [one.project.project, one]))
  const projects = reasons
    .map(({ project, marginal, reach, chosen: isChosen }) => ({
      id: project,
      names: known.get(project)?.project.names ?? { zh: project },
      chosen: isChosen,
      reach,
      marginal,
      budget: known.get(project)?.project.budget ?? null
    }))
    .toSorted((a, b) => Number(b.chosen) - Number(a.chosen) || (a.id < b.id ? -1 : 1))
  return Command.good<Selected>({
    on,
    choose: Math.max(choose, chosen.length),
    budget: budget ?? null,
    candidates: open.length,
    people: value,
    cost,
    bound: Math.floor(bound),
    proved,
    projects
  })
})

const moneyOf = (look: Look.Look, fen: number | null): string =>
  fen === null ? "—" : Money.display(Money.fen(fen), look.language === "en" ? "en" : "zh")

const show = (answer: Selected, look: Look.Look): ReadonlyArray<string> => {
  const { on, candidates, people, cost, bound, proved, projects } = answer
  const chosen = projects.filter((one) => one.chosen).length
  if (candidates === 0) {
    return [
      Naming.heading(look, "项目遴选", "select", on),
      ...look.say("没有已发布的项目。", "No project is published and open.")
    ]
  }
  const sums = look.label(
    `${candidates} 选 ${chosen} · 受益 ${people} 人 · 预算 ${moneyOf(look, cost)}`,
    `${chosen} of ${candidates} · ${people} people · ${moneyOf(look, cost)}`
  )
  return [
    `${Naming.heading(look, "项目遴选", "select", on)} ${sums}`,
    ...(proved
      ? look.say("已证明没有更好的选择。", "No choice is better: this is proved.")
      : look.say(`任何选择都不超过 ${bound} 人。`, `No choice is for more than ${bound} people.`)),
    ...Table.lines(
      [
        { head: "" },
        { head: look.label("项目", "project") },
        { head: look.label("受益", "people"), align: "right" },
        { head: look.label("独有", "only here"), align: "right" },
        { head: look.label("预算", "budget"), align: "right" }
      ],
      projects.map((one) => [
        one.chosen ? look.paint("green", "✓") : "",
        `${look.text(one.names)} ${look.paint("dim", `(${one.id})`)}`,
        `${one.reach}`,
        `${one.marginal}`,
        moneyOf(look, one.budget)
      ]),
      (text) => look.paint("dim", text)
    )
  ]
}

/** `louyu select` */
export const select = Command.define<Selected>({
  name: "select",
  about: {
    zh: "从已发布的项目中选出受益人数最多的若干个，同一批人只计一次",
    en: "choose the published projects that are for most people together, nobody counted twice"
  },
  arguments: [],
  options: {
    ...Source.options,
    k: { value: "<n>", about: { zh: "最多选几个，默认 10", en: "how many at most; 10 by default" } },
    budget: { value: "<yuan>", about: { zh: "总预算，如 300万", en: "the budget in yuan, such as 3000000 or 300万" } }
  },
  examples: ["louyu select --store sqlite:city.db --k 55", "louyu select --store sqlite:city.db --k 5 --budget 80万"],
  answer: Selected,
  work,
  show
})
