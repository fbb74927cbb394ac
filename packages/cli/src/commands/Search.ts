import { CivilDate } from "@louyu/kernel"
import { Search as Names, View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Display from "../Display.ts"
import type { Look } from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Hit = Schema.Struct({
  unit: field(Answer.Unit, "the unit found"),
  name: field(Schema.String, "the name that was found"),
  from: field(CivilDate.CivilDate, "the first day the unit bore that name"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day it no longer did, or `null`"),
  current: field(Schema.Boolean, "whether it bears that name on the date"),
  match: field(Schema.Literals(["exact", "prefix", "part"]), "how much of the name was asked for"),
  path: field(Schema.Array(Answer.Name), "the places around the unit, the largest first")
})

const Search = Schema.Struct({
  on: Answer.On,
  text: field(Schema.String, "what was looked for"),
  hits: field(Schema.Array(Hit), "what was found, the best first")
})
type Search = typeof Search.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? 20
  const city = yield* Source.city(given, desk)
  const view = yield* city.organisation.on(yield* Source.date(given, city))
  const text = Arguments.argument(given, 0)
  const hits = Names.find(view.state, view.on, text, limit).map(({ unit, name, period, current, match }) => ({
    unit: Naming.unit(view, unit),
    name,
    from: period.from,
    to: period.to ?? null,
    current,
    match,
    path: View.ancestors(view, "location", unit)
      .toReversed()
      .map((id) => View.label(view, id))
  }))
  return Command.good<Search>({ on: view.on, text, hits })
})

const show = ({ on, text, hits }: Search, look: Look): ReadonlyArray<string> => {
  const rows = hits.map(({ unit, name, from, to, current, path }) => [
    Naming.line(look, unit),
    current ? "" : look.paint("yellow", Display.plain(`${look.label("曾用名", "then")} ${name} ${from}–${to ?? ""}`)),
    look.paint("dim", path.map(look.text).join(" › "))
  ])
  const count = look.label(`${hits.length} 个`, `${hits.length} found`)
  return [
    `${Naming.heading(look, `查找“${Display.plain(text)}”`, "search", on)} ${count}`,
    ...Table.lines([{ head: "" }, { head: "" }, { head: "" }], rows)
  ]
}

/** `louyu search` */
export const search = Command.define<Search>({
  name: "search",
  about: {
    zh: "按任一名称查找单元：现用名、曾用名、简称，繁简通用",
    en: "find units by any name they ever had, in Simplified or Traditional characters"
  },
  arguments: [{ name: "text", about: { zh: "名称或其一部分", en: "a name, or a part of one" } }],
  options: {
    ...Source.options,
    limit: { value: "<n>", about: { zh: "最多显示几个，默认 20", en: "how many to show; 20 by default" } }
  },
  examples: ["louyu search 大厦 --store sqlite:city.db"],
  answer: Search,
  work,
  show
})
