import { CivilDate, Identifier } from "@louyu/kernel"
import { Difference, View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Display from "../Display.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const sorts: Readonly<Record<Difference.ChangeSort, readonly [zh: string, en: string]>> = {
  established: ["设立", "established"],
  dissolved: ["撤销", "dissolved"],
  renamed: ["更名", "renamed"],
  alias: ["别名", "alias"],
  identifier: ["编码", "identifier"],
  reclassified: ["重新分类", "reclassified"],
  moved: ["隶属变更", "moved"],
  relocated: ["迁址", "relocated"],
  memberCounts: ["党员人数", "member counts"],
  chatGroup: ["群", "chat group"],
  members: ["党员", "members"],
  cover: ["覆盖支部", "covering branch"],
  grid: ["微网格", "micro-grid"],
  participation: ["参加", "participation"],
  guidance: ["指导", "guidance"],
  alliance: ["联建", "alliance"],
  lead: ["牵头", "lead"]
}

const Change = Schema.Struct({
  unit: field(Answer.Unit, "the unit; an alliance shows its id only"),
  sort: field(
    Schema.String,
    `what changed: ${Object.keys(sorts)
      .map((sort) => `\`${sort}\``)
      .join(", ")}`
  ),
  before: field(Schema.NullOr(Schema.String), "what it was, or `null` for nothing"),
  after: field(Schema.NullOr(Schema.String), "what it is, or `null` for nothing")
})

const Diff = Schema.Struct({
  from: field(CivilDate.CivilDate, "the earlier date"),
  to: field(CivilDate.CivilDate, "the later date"),
  changes: field(Schema.Array(Change), "what is different; what was changed and taken back in between does not show")
})
type Diff = typeof Diff.Type

const isUnitId = Schema.is(Identifier.UnitId)

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  yield* Effect.fromResult(Arguments.required(given, "from"))
  const city = yield* Source.city(given, desk)
  const from = yield* Source.date(given, city, "from")
  const to = yield* Source.date(given, city, "to")
  const [before, after] = [yield* city.organisation.on(from), yield* city.organisation.on(to)]
  const changes = Difference.between(after.state, from, to).map((change) => {
    const id = isUnitId(change.unit) ? change.unit : undefined
    const shownOn = id !== undefined && View.unit(after, id) === undefined ? before : after
    return {
      unit: Naming.unit(shownOn, change.unit),
      sort: change.sort,
      before: change.before ?? null,
      after: change.after ?? null
    }
  })
  return Command.good<Diff>({ from, to, changes })
})

const show = ({ from, to, changes }: Diff, look: Look.Look): ReadonlyArray<string> => {
  const label = (sort: string) => {
    const [zh, en] = Object.entries(sorts).find(([name]) => name === sort)?.[1] ?? [sort, sort]
    return look.paint("cyan", look.label(zh, en))
  }
  const rows = changes.map(({ unit, sort, before, after }) => [
    label(sort),
    Naming.line(look, unit),
    Display.plain(before === null ? (after ?? "") : `${before} → ${after ?? "—"}`)
  ])
  const count = look.label(`${changes.length} 处变化`, Look.many(changes.length, "change"))
  return [
    `${look.paint("bold", look.label("变化", "changes"))} ${look.paint("dim", `${from} → ${to}`)} ${count}`,
    ...Table.lines([{ head: "" }, { head: "" }, { head: "" }], rows)
  ]
}

const { store, folder, tenant } = Source.options

/** `louyu diff` */
export const diff = Command.define<Diff>({
  name: "diff",
  about: { zh: "两天之间组织有哪些变化", en: "what changed in the organisation between two dates" },
  arguments: [],
  options: {
    store,
    folder,
    tenant,
    from: { value: "<date>", about: { zh: "较早的日期 YYYY-MM-DD", en: "the earlier date, YYYY-MM-DD" } },
    to: {
      value: "<date>",
      about: { zh: "较晚的日期，默认为当地今天", en: "the later date; today in the city by default" }
    }
  },
  examples: [
    "louyu diff --store sqlite:city.db --from 2024-01-01",
    "louyu diff --folder my-city --from 2024-01-01 --to 2025-01-01"
  ],
  answer: Diff,
  work,
  show
})
